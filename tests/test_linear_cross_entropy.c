/* SPDX-License-Identifier: MIT */
/* The fused linear layer and cross-entropy: against the two in double, over one part and over many. */
#include "support.h"

#include "ref/ref.h"

#include <stdio.h>

struct shape {
    size_t rows, in, classes;
};
/* The last ones need several parts of 128 rows. */
static const struct shape shapes[] = {{1, 1, 1},    {3, 5, 2},    {17, 16, 10},   {61, 33, 257},
                                      {128, 8, 40}, {129, 8, 40}, {300, 20, 1009}};

struct problem {
    float *x, *w, *b, *weight, *sample_weight, *upstream;
    int32_t *labels;
    double *loss, *dx, *dw, *db; /* expected */
};

/* The formulas with everything they can have: class weights, sample weights, an upstream gradient, an ignored row. */
static struct problem make(struct shape s, double factor)
{
    struct test_random random = test_seed(s.rows);
    struct problem p = {
        .x = test_random_floats(&random, s.rows * s.in, -1, 1),
        .w = test_random_floats(&random, s.classes * s.in, -1, 1),
        .b = test_random_floats(&random, s.classes, -1, 1),
        .weight = test_random_floats(&random, s.classes, 0.5, 2),
        .sample_weight = test_random_floats(&random, s.rows, 0.5, 2),
        .upstream = test_random_floats(&random, s.rows, -1, 1),
        .labels = test_ints(s.rows),
        .loss = test_doubles(s.rows),
        .dx = test_doubles(s.rows * s.in),
        .dw = test_doubles(s.classes * s.in),
        .db = test_doubles(s.classes),
    };
    const double *x = test_widen(p.x, s.rows * s.in), *w = test_widen(p.w, s.classes * s.in);
    double *logits = test_doubles(s.rows * s.classes), *dlogits = test_doubles(s.rows * s.classes);
    for (size_t i = 0; i < s.rows; i++) p.labels[i] = (int32_t)(test_word(&random) % s.classes);
    if (s.rows > 2) p.labels[2] = -100;
    ref_linear(logits, x, w, test_widen(p.b, s.classes), s.rows, s.in, s.classes);
    for (size_t i = 0; i < s.rows; i++) {
        if (p.labels[i] < 0) continue;
        ref_cross_entropy(&p.loss[i], &dlogits[i * s.classes], NULL, &logits[i * s.classes], &p.labels[i], 1, s.classes, 1);
        const double weight = (double)p.weight[p.labels[i]] * (double)p.sample_weight[i];
        p.loss[i] *= weight;
        for (size_t j = 0; j < s.classes; j++) dlogits[i * s.classes + j] *= weight * factor * (double)p.upstream[i];
    }
    ref_linear_backward(p.dx, p.dw, p.db, dlogits, x, w, s.rows, s.in, s.classes);
    return p;
}

/* Products of float32 numbers of size 1 to 30: a hundred roundings of their size. */
static const double tolerance = 2e-5;

START_TEST(values)
{
    struct nadir_context *context = test_gemm(_i);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        const struct shape s = shapes[i];
        if (test_small() && s.rows > 60 && s.rows != 129) continue;
        if (test_gemm_is_slow(_i) && i != 3 && i != 5) continue;
        const struct problem p = make(s, 1);
        struct test_tensor *x = test_matrix(context, 3, s.rows, s.in, p.x), *w = test_matrix(context, 1, s.classes, s.in, p.w);
        struct test_tensor *b = test_vector(context, 0, s.classes, p.b), *labels = test_labels(context, 3, s.rows, p.labels);
        struct test_tensor *weight = test_vector(context, 1, s.classes, p.weight),
                           *upstream = test_vector(context, 0, s.rows, p.upstream);
        struct test_tensor *sample_weight = test_vector(context, 17, s.rows, p.sample_weight);
        struct test_tensor *loss = test_vector(context, 1, s.rows, NULL), *dx = test_matrix(context, 0, s.rows, s.in, NULL);
        struct test_tensor *dw = test_matrix(context, 17, s.classes, s.in, NULL),
                           *db = test_vector(context, 3, s.classes, NULL);
        struct nadir_linear_cross_entropy_tensors t = {
            .x = &x->tensor,
            .w = &w->tensor,
            .b = &b->tensor,
            .target = &labels->tensor,
            .weight = &weight->tensor,
            .sample_weight = &sample_weight->tensor,
            .upstream = &upstream->tensor,
            .loss = &loss->tensor,
            .dx = &dx->tensor,
            .dw = &dw->tensor,
            .db = &db->tensor,
        };
        struct nadir_loss_params params = nadir_loss_params_default(NADIR_LOSS_CROSS_ENTROPY);
        params.reduction = NADIR_REDUCTION_NONE;
        TEST_OK(nadir_linear_cross_entropy(context, &t, &params));
        char what[64];
        snprintf(what, sizeof what, "%zu x %zu x %zu", s.rows, s.in, s.classes);
        test_expect(what, test_read(loss), p.loss, s.rows, tolerance, tolerance);
        test_expect(what, test_read(dx), p.dx, s.rows * s.in, tolerance, tolerance);
        test_expect(what, test_read(dw), p.dw, s.classes * s.in, tolerance, tolerance);
        test_expect(what, test_read(db), p.db, s.classes, tolerance, tolerance);
        test_unchanged(x);
        test_unchanged(w);

        /* Each gradient alone: the same bits. */
        struct test_tensor *only = test_vector(context, 3, s.classes, NULL);
        t.loss = t.dx = t.dw = NULL;
        t.db = &only->tensor;
        TEST_OK(nadir_linear_cross_entropy(context, &t, &params));
        test_expect("bias alone", test_read(only), p.db, s.classes, tolerance, tolerance);
        only = test_matrix(context, 17, s.classes, s.in, NULL);
        t.db = NULL;
        t.dw = &only->tensor;
        TEST_OK(nadir_linear_cross_entropy(context, &t, &params));
        test_expect_bits("weight alone", test_read(only), test_read(dw), s.classes * s.in);
        test_reset();
    }
}
END_TEST

/* A mean divides by the weights of all rows, not of a part. */
START_TEST(reductions)
{
    struct nadir_context *context = test_gemm(_i);
    const struct shape s = {test_small() ? 130 : 300, 7, 12};
    struct problem p = make(s, 1);
    double sum = 0, weights = 0;
    for (size_t i = 0; i < s.rows; i++) {
        p.upstream[i] = 1;
        sum += p.loss[i];
        if (p.labels[i] >= 0) weights += (double)p.weight[p.labels[i]] * (double)p.sample_weight[i];
    }
    const double want[] = {sum / weights, sum, sum / (double)s.rows};
    struct test_tensor *x = test_matrix(context, 0, s.rows, s.in, p.x), *w = test_matrix(context, 0, s.classes, s.in, p.w);
    struct test_tensor *b = test_vector(context, 0, s.classes, p.b), *labels = test_labels(context, 0, s.rows, p.labels);
    struct test_tensor *weight = test_vector(context, 0, s.classes, p.weight);
    struct test_tensor *sample_weight = test_vector(context, 0, s.rows, p.sample_weight);
    float bias[3][12];
    for (int r = 0; r < 3; r++) {
        struct test_tensor *loss = test_vector(context, 0, 1, NULL), *db = test_vector(context, 0, s.classes, NULL);
        struct nadir_loss_params params = nadir_loss_params_default(NADIR_LOSS_CROSS_ENTROPY);
        params.reduction = (enum nadir_reduction)r;
        const struct nadir_linear_cross_entropy_tensors t = {
            .x = &x->tensor,
            .w = &w->tensor,
            .b = &b->tensor,
            .target = &labels->tensor,
            .weight = &weight->tensor,
            .sample_weight = &sample_weight->tensor,
            .loss = &loss->tensor,
            .db = &db->tensor,
        };
        TEST_OK(nadir_linear_cross_entropy(context, &t, &params));
        test_expect("loss", test_read(loss), &want[r], 1, 0, tolerance);
        memcpy(bias[r], test_read(db), sizeof bias[r]);
    }
    for (size_t j = 0; j < s.classes; j++) {
        const double want_mean = (double)bias[NADIR_REDUCTION_SUM][j] / weights;
        test_expect("gradient of the mean", &bias[NADIR_REDUCTION_MEAN][j], &want_mean, 1, 1e-7, 1e-5);
    }
    test_reset();
}
END_TEST

START_TEST(errors)
{
    struct nadir_context *context = test_context();
    struct test_tensor *x = test_matrix(context, 0, 2, 3, test_floats(6)), *w = test_matrix(context, 0, 4, 3, test_floats(12));
    struct test_tensor *bad = test_matrix(context, 0, 4, 2, test_floats(8)), *loss = test_vector(context, 0, 1, NULL);
    struct test_tensor *labels = test_labels(context, 0, 2, (const int32_t[]){1, 4}),
                       *three = test_labels(context, 0, 3, test_ints(3));
    struct nadir_linear_cross_entropy_tensors t = {.x = &x->tensor, .w = &bad->tensor, .target = &labels->tensor};
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "no output", nadir_linear_cross_entropy(context, &t, NULL));
    t.loss = &loss->tensor;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "the same `in`", nadir_linear_cross_entropy(context, &t, NULL));
    t.w = &w->tensor;
    t.b = &loss->tensor;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "b has shape (1)", nadir_linear_cross_entropy(context, &t, NULL));
    t.b = NULL;
    t.target = &three->tensor;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "labels has shape (3)", nadir_linear_cross_entropy(context, &t, NULL));
    t.target = NULL;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "target is NULL", nadir_linear_cross_entropy(context, &t, NULL));
    t.target = &labels->tensor;
    t.dw = &w->tensor;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "overlaps w", nadir_linear_cross_entropy(context, &t, NULL));
    t.dw = NULL;
    TEST_OK(nadir_linear_cross_entropy(context, &t, NULL));
    TEST_FAILS(NADIR_ERROR_DATA, "labels[1] = 4, but the logits have 4 classes", nadir_context_finish(context));
    ck_assert(isnan(test_read(loss)[0]));

    /* In a later part: the row is the caller's. */
    enum { ROWS = 200 };
    int32_t *many = test_ints(ROWS);
    many[150] = -3;
    struct test_tensor *tall = test_matrix(context, 0, ROWS, 3, test_floats(ROWS * 3)),
                       *bad_label = test_labels(context, 0, ROWS, many);
    t.x = &tall->tensor;
    t.target = &bad_label->tensor;
    TEST_OK(nadir_linear_cross_entropy(context, &t, NULL));
    TEST_FAILS(NADIR_ERROR_DATA, "labels[150] = -3", nadir_context_finish(context));
    test_reset();
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("linear_cross_entropy");
    TCase *tc = test_case(suite, "linear cross-entropy");
    tcase_add_loop_test(tc, values, 0, test_gemm_count());
    tcase_add_loop_test(tc, reductions, 0, test_gemm_count());
    tcase_add_test(tc, errors);
    return test_run(suite);
}
