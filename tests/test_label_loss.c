/* SPDX-License-Identifier: MIT */
/* Losses of a label for each row without softmax: NLL, multi margin, Crammer-Singer, categorical hinge. (golden/losses.h holds
 * PyTorch's and Keras's numbers for them.) */
#include "support.h"

#include "ref/ref.h"

#include <stdio.h>

/* One loss with options and the tensors it takes beside input, target and sample_weight. */
struct variant {
    const char *name;
    enum nadir_loss loss;
    float p, margin;
    bool weighted;
};

static const struct variant variants[] = {
    {"nll", NADIR_LOSS_NLL, 1, 1, false},
    {"nll, weight", NADIR_LOSS_NLL, 1, 1, true},
    {"multi margin 1", NADIR_LOSS_MULTI_MARGIN, 1, 1, false},
    {"multi margin 1, weight", NADIR_LOSS_MULTI_MARGIN, 1, 0.5f, true},
    {"multi margin 2, weight", NADIR_LOSS_MULTI_MARGIN, 2, 1, true},
    {"Crammer-Singer", NADIR_LOSS_CRAMMER_SINGER, 1, 1, false},
    {"Crammer-Singer, margin -2", NADIR_LOSS_CRAMMER_SINGER, 1, -2, false},
    {"categorical hinge", NADIR_LOSS_CATEGORICAL_HINGE, 1, 1, false},
};
enum { VARIANTS = sizeof variants / sizeof *variants };

static const size_t offsets[] = {0, 1, 3, 17};

/* Inputs of a call, on the host; released with the test. */
struct data {
    size_t rows, cols;
    float *x, *hot, *weight, *sample_weight, *upstream;
    int32_t *labels, ignore_index;
};

/* Scores and weights are multiples of 1 / 64 up to 4: differences are exact, so that kinks (z = 0) and equal scores are met as
 * such on the device and in the reference, and only products and long sums round. */
static float *grid(struct test_random *random, size_t n, float low)
{
    float *x = test_floats(n);
    for (size_t i = 0; i < n; i++) x[i] = low + (float)(test_word(random) % (unsigned)((4 - low) * 64)) / 64;
    return x;
}

static struct data make(size_t rows, size_t cols, uint64_t seed)
{
    struct test_random random = test_seed(seed);
    struct data d = {.rows = rows, .cols = cols, .ignore_index = -100};
    d.x = grid(&random, rows * cols, -4);
    d.weight = grid(&random, cols, 0);
    d.sample_weight = grid(&random, rows, 0);
    d.upstream = grid(&random, rows, -4);
    d.labels = test_ints(rows);
    d.hot = test_floats(rows * cols);
    for (size_t i = 0; i < rows; i++) {
        d.labels[i] = (int32_t)(test_word(&random) % cols);
        d.hot[i * cols + (size_t)d.labels[i]] = 1;
    }
    return d;
}

static bool has_labels(const struct variant *v)
{
    return v->loss != NADIR_LOSS_CATEGORICAL_HINGE;
}

/* l and dl/dx without sample weights. */
static void reference(const struct variant *v, const struct data *d, double *l, double *dx)
{
    const double *x = test_widen(d->x, d->rows * d->cols);
    const double *weight = v->weighted ? test_widen(d->weight, d->cols) : NULL;
    const double margin = (double)v->margin, p = (double)v->p;
    switch (v->loss) {
    case NADIR_LOSS_NLL: ref_nll(l, dx, x, d->labels, weight, d->ignore_index, d->rows, d->cols); break;
    case NADIR_LOSS_MULTI_MARGIN: ref_multi_margin(l, dx, x, d->labels, weight, p, margin, d->rows, d->cols); break;
    case NADIR_LOSS_CRAMMER_SINGER: ref_crammer_singer(l, dx, x, d->labels, margin, d->rows, d->cols); break;
    default: ref_categorical_hinge(l, dx, x, test_widen(d->hot, d->rows * d->cols), d->rows, d->cols); break;
    }
}

/* NLL, Crammer-Singer, categorical hinge: up to four factors, u = 6e-8 each. Multi margin: also sums of terms of one sign, in
 * blocks of 64 vectors and a tree; 2e-6 is the cap of all sums. */
static double tolerance(const struct variant *v)
{
    return v->loss == NADIR_LOSS_MULTI_MARGIN ? 2e-6 : 5e-7;
}

/* The tensors of a call; outputs poisoned. */
struct call {
    struct nadir_loss_tensors tensors;
    struct test_tensor *x, *target, *loss, *dx;
    struct nadir_loss_params params;
};

static struct call prepare(struct nadir_context *context, const struct variant *v, const struct data *d, size_t offset,
                           enum nadir_reduction reduction)
{
    const size_t rows = d->rows, cols = d->cols;
    const bool none = reduction == NADIR_REDUCTION_NONE;
    struct call call = {.params = nadir_loss_params_default(v->loss)};
    call.params.reduction = reduction;
    call.params.p = v->p;
    call.params.margin = v->margin;
    call.params.ignore_index = d->ignore_index;
    call.x = test_matrix(context, offset, rows, cols, d->x);
    call.target = has_labels(v) ? test_labels(context, offset + 1, rows, d->labels)
                                : test_matrix(context, offset + 1, rows, cols, d->hot);
    call.loss = test_vector(context, offset, none ? rows : 1, NULL);
    call.dx = test_matrix(context, offset + 2, rows, cols, NULL);
    call.tensors = (struct nadir_loss_tensors){
        .x = {&call.x->tensor}, .target = &call.target->tensor, .loss = &call.loss->tensor, .dx = {&call.dx->tensor}};
    if (v->weighted) call.tensors.weight = &test_vector(context, offset, cols, d->weight)->tensor;
    if (d->sample_weight) call.tensors.sample_weight = &test_vector(context, offset, rows, d->sample_weight)->tensor;
    if (none && d->upstream) call.tensors.upstream = &test_vector(context, offset + 3, rows, d->upstream)->tensor;
    return call;
}

/* Runs with reduction none and compares; then in place, with each output left out, and again, which must give the same bits. */
static void check_rows(struct nadir_context *context, const struct variant *v, const struct data *d, size_t offset)
{
    const size_t rows = d->rows, cols = d->cols, n = rows * cols;
    struct call call = prepare(context, v, d, offset, NADIR_REDUCTION_NONE);
    call.params.gradient_scale = 0.75f;
    double *l = test_doubles(rows), *dx = test_doubles(n);
    reference(v, d, l, dx);
    for (size_t i = 0; i < rows; i++) {
        const double weight = d->sample_weight ? (double)d->sample_weight[i] : 1;
        const double factor = 0.75 * weight * (d->upstream ? (double)d->upstream[i] : 1);
        l[i] *= weight;
        for (size_t j = 0; j < cols; j++) dx[i * cols + j] *= factor;
    }
    TEST_OK(nadir_loss_compute(context, v->loss, &call.tensors, &call.params));
    char what[128];
    snprintf(what, sizeof what, "%s: loss, %zu x %zu", v->name, rows, cols);
    test_expect(what, test_read(call.loss), l, rows, 1e-37, tolerance(v));
    snprintf(what, sizeof what, "%s: gradient, %zu x %zu", v->name, rows, cols);
    test_expect(what, test_read(call.dx), dx, n, 1e-37, tolerance(v));
    test_unchanged(call.x);
    test_unchanged(call.target);

    struct test_tensor *loss = test_vector(context, offset, rows, NULL), *gradient = test_matrix(context, 1, rows, cols, NULL);
    struct nadir_loss_tensors tensors = call.tensors;
    tensors.loss = &loss->tensor, tensors.dx[0] = NULL;
    TEST_OK(nadir_loss_compute(context, v->loss, &tensors, &call.params));
    test_expect_bits("loss alone", test_read(loss), test_read(call.loss), rows);
    tensors.loss = NULL, tensors.dx[0] = &gradient->tensor;
    TEST_OK(nadir_loss_compute(context, v->loss, &tensors, &call.params));
    test_expect_bits("gradient alone", test_read(gradient), test_read(call.dx), n);

    loss = test_vector(context, offset, rows, NULL);
    tensors = call.tensors;
    tensors.loss = &loss->tensor, tensors.dx[0] = tensors.x[0];
    TEST_OK(nadir_loss_compute(context, v->loss, &tensors, &call.params));
    test_expect_bits("in place: loss", test_read(loss), test_read(call.loss), rows);
    test_expect_bits("in place: gradient", test_read(call.x), test_read(call.dx), n);
    test_reset();
}

static const size_t shapes[][2] = { /* rows, columns */
    {1, 1},   {3, 1},   {5, 2},   {7, 3},   {61, 10}, {15, 15},  {16, 16},  {33, 17},  {9, 31},     {40, 32},
    {5, 100}, {4, 255}, {4, 256}, {4, 257}, {7, 1009}, {2, 1023}, {2, 1025}, {3, 4099}, {1, 100003}, {300, 10}, {2, 35},
};

START_TEST(values)
{
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        for (size_t k = 0; k < VARIANTS; k++) {
            const size_t rows = shapes[i][0], cols = shapes[i][1];
            if (test_small() && (rows > 3 || cols > 40)) continue;
            const struct data d = make(rows, cols, 10 * i + k);
            check_rows(context, &variants[k], &d, offsets[(i + k) % 4]);
        }
}
END_TEST

/* Without sample weights and upstream gradient; the largest score in the last, partial vector; equal largest scores, of which
 * the first gets the gradient; targets that are not one-hot. */
START_TEST(ties_and_targets)
{
    static const size_t widths[] = {3, 17, 35, 257, 1030};
    struct nadir_context *context = test_walk(_i);
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++)
        for (size_t k = 0; k < VARIANTS; k++) {
            const size_t cols = widths[w];
            if (test_small() && cols != 17) continue;
            struct data d = make(5, cols, w);
            d.sample_weight = d.upstream = NULL;
            d.x[cols - 1] = 9; /* row 0: the last one */
            d.labels[0] = 0;
            d.x[cols + 1] = d.x[cols + cols - 1] = 9; /* row 1: two, the first is the label's */
            d.labels[1] = 1;
            d.x[2 * cols + 1] = d.x[2 * cols + cols - 1] = 9; /* row 2: two wrong ones */
            d.labels[2] = 0;
            for (size_t j = 0; j < cols; j++) d.x[3 * cols + j] = -3; /* row 3: all */
            memset(d.hot, 0, 5 * cols * sizeof *d.hot);
            for (size_t i = 0; i < 4; i++) d.hot[i * cols + (size_t)d.labels[i]] = 1;
            d.hot[3 * cols + cols - 1] = 0.5f;                                  /* two classes */
            for (size_t j = 0; j < cols; j++) d.hot[4 * cols + j] = j % 2 ? 0.25f : -0.5f; /* no class is wrong */
            check_rows(context, &variants[k], &d, offsets[w % 4]);
        }
}
END_TEST

/* Keras takes 0 for the largest wrong score of [-5, -9, -9] and gives 6. */
START_TEST(negative_scores)
{
    struct nadir_context *context = test_walk(_i);
    const struct variant *v = &variants[VARIANTS - 1];
    const float x[] = {-5, -9, -9, -5, -9, -5.5f, -5, 3, -9, 2, 1.5f, -1}, hot[] = {1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0};
    struct test_tensor *tx = test_matrix(context, 0, 4, 3, x), *tt = test_matrix(context, 0, 4, 3, hot);
    struct test_tensor *loss = test_vector(context, 0, 4, NULL);
    struct nadir_loss_params params = nadir_loss_params_keras(v->loss);
    params.reduction = NADIR_REDUCTION_NONE;
    const struct nadir_loss_tensors tensors = {.x = {&tx->tensor}, .target = &tt->tensor, .loss = &loss->tensor};
    TEST_OK(nadir_loss_compute(context, v->loss, &tensors, &params));
    test_expect("loss", test_read(loss), (double[]){0, 0.5, 9, 1.5}, 4, 0, 0);
}
END_TEST

/* Scores of +-1e4; -inf, +inf and NaN at the label, off it, and everywhere; each in rows of its own. */
START_TEST(not_finite)
{
    static const size_t widths[] = {1, 2, 10, 17, 100, 300};
    struct nadir_context *context = test_walk(_i);
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++)
        for (size_t k = 0; k < VARIANTS; k++) {
            enum { ROWS = 15 };
            const size_t cols = widths[w];
            if (test_small() && (cols != 17 || variants[k].weighted)) continue;
            const float special[] = {NAN, INFINITY, -INFINITY, 1e4f, -1e4f};
            struct data d = make(ROWS, cols, w);
            d.upstream = NULL;
            for (size_t i = 0; i < ROWS; i++) {
                float *row = d.x + i * cols;
                const float value = special[i % 5];
                d.sample_weight[i] += 0.25f;
                if (i < 5) row[(size_t)d.labels[i]] = value;
                else if (i < 10) row[cols - 1 - (size_t)d.labels[i] / 2] = value;
                else for (size_t j = 0; j < cols; j++) row[j] = j % 3 ? value : row[j] - value;
            }
            for (size_t j = 0; j < cols; j++) d.weight[j] += 0.25f; /* 0 times infinity is another matter */
            check_rows(context, &variants[k], &d, offsets[w % 4]);
        }
}
END_TEST

/* What a mean divides by. */
static double denominator(const struct variant *v, const struct data *d, enum nadir_denominator kind)
{
    if (kind == NADIR_DENOMINATOR_DEFAULT)
        kind = v->loss == NADIR_LOSS_NLL ? NADIR_DENOMINATOR_WEIGHTS : NADIR_DENOMINATOR_COUNT;
    double sum = 0;
    for (size_t i = 0; i < d->rows; i++) {
        const bool ignored = v->loss == NADIR_LOSS_NLL && d->labels[i] == d->ignore_index;
        const double class_weight = v->weighted && !ignored ? (double)d->weight[d->labels[i]] : 1;
        const double weight = class_weight * (d->sample_weight ? (double)d->sample_weight[i] : 1);
        const bool counted = kind == NADIR_DENOMINATOR_COUNT || kind == NADIR_DENOMINATOR_ROWS;
        sum += counted ? 1 : ignored ? 0 : kind == NADIR_DENOMINATOR_VALID ? 1 : weight;
    }
    return sum;
}

/* One reduction: the loss and the gradient, which has the same factor. */
static void check_reduction(struct nadir_context *context, const struct variant *v, const struct data *d,
                            enum nadir_reduction reduction, enum nadir_denominator kind, enum nadir_empty empty)
{
    const size_t rows = d->rows, cols = d->cols, n = rows * cols;
    struct call call = prepare(context, v, d, 1, reduction);
    call.params.denominator = kind;
    call.params.empty = empty;
    double *l = test_doubles(rows), *dx = test_doubles(n), total = 0;
    reference(v, d, l, dx);
    const double divisor = reduction == NADIR_REDUCTION_SUM ? 1
                           : reduction == NADIR_REDUCTION_BATCHMEAN ? (double)rows : denominator(v, d, kind);
    const double factor = divisor == 0 && empty == NADIR_EMPTY_ZERO ? 0 : 1 / divisor;
    double magnitude = 0;
    for (size_t i = 0; i < rows; i++) {
        const double weight = d->sample_weight ? (double)d->sample_weight[i] : 1;
        total += l[i] * weight * factor;
        magnitude += fabs(l[i] * weight * factor);
        for (size_t j = 0; j < cols; j++)
            if (dx[i * cols + j] != 0) dx[i * cols + j] *= weight * factor;
    }
    if (rows == 0) total = 0 * factor;
    TEST_OK(nadir_loss_compute(context, v->loss, &call.tensors, &call.params));
    char what[128];
    snprintf(what, sizeof what, "%s, %zu x %zu, reduction %d, denominator %d: loss", v->name, rows, cols, (int)reduction,
             (int)kind);
    test_expect(what, test_read(call.loss), &total, 1, 2e-6 * magnitude, 0); /* the cap of all sums */
    test_expect(what, test_read(call.dx), dx, n, 1e-37, tolerance(v) + 5e-7);  /* and the denominator's */
    test_reset();
}

START_TEST(reductions)
{
    static const enum nadir_reduction all[] = {NADIR_REDUCTION_MEAN, NADIR_REDUCTION_SUM, NADIR_REDUCTION_BATCHMEAN};
    struct nadir_context *context = test_walk(_i);
    for (size_t k = 0; k < VARIANTS; k++)
        for (size_t r = 0; r < 3; r++)
            for (int kind = NADIR_DENOMINATOR_DEFAULT; kind <= NADIR_DENOMINATOR_WEIGHTS; kind++)
                for (int weights = 0; weights < 2; weights++) {
                    if (r > 0 && kind > 0) continue; /* the denominator is that of a mean */
                    if (test_small() && !weights) continue;
                    struct data d = make(test_small() ? 2 : 53, 7, k);
                    if (!weights) d.sample_weight = NULL;
                    if (variants[k].loss == NADIR_LOSS_NLL)
                        for (size_t i = 0; i < d.rows; i += 3) d.labels[i] = d.ignore_index;
                    check_reduction(context, &variants[k], &d, all[r], (enum nadir_denominator)kind, NADIR_EMPTY_NAN);
                }
}
END_TEST

/* The loss of rank 3: rows are all axes but the last, batchmean divides by the first. */
START_TEST(more_axes)
{
    struct nadir_context *context = test_walk(_i);
    const struct variant *v = &variants[3];
    const size_t shape[] = {2, 3, 5};
    const struct data d = make(6, 5, 3);
    double l[6], dx[30], total = 0;
    reference(v, &d, l, dx);
    for (int i = 0; i < 6; i++) total += l[i] * (double)d.sample_weight[i] / 2;
    for (int i = 0; i < 30; i++) dx[i] *= (double)d.sample_weight[i / 5] / 2;
    struct test_tensor *x = test_input(context, NADIR_F32, 1, 3, shape, d.x), *loss = test_vector(context, 0, 1, NULL);
    struct test_tensor *gradient = test_output(context, NADIR_F32, 1, 3, shape);
    struct test_tensor *labels = test_input(context, NADIR_I32, 1, 2, shape, d.labels);
    struct test_tensor *sample_weight = test_input(context, NADIR_F32, 1, 2, shape, d.sample_weight);
    struct test_tensor *weight = test_vector(context, 1, 5, d.weight);
    struct nadir_loss_params params = nadir_loss_params_default(v->loss);
    params.margin = v->margin;
    params.reduction = NADIR_REDUCTION_BATCHMEAN;
    const struct nadir_loss_tensors tensors = {.x = {&x->tensor}, .target = &labels->tensor, .weight = &weight->tensor,
                                               .sample_weight = &sample_weight->tensor, .loss = &loss->tensor,
                                               .dx = {&gradient->tensor}};
    TEST_OK(nadir_loss_compute(context, v->loss, &tensors, &params));
    test_expect("loss", test_read(loss), &total, 1, 0, 2e-6);
    test_expect("gradient", test_read(gradient), dx, 30, 0, 2e-6);
}
END_TEST

/* Ignored rows, also of NaN and infinities, are exactly 0; where all are, the mean is NaN or 0 and the gradient 0. */
START_TEST(ignored)
{
    struct nadir_context *context = test_walk(_i);
    const size_t rows = test_small() ? 4 : 23;
    for (size_t k = 0; k < 2; k++)
        for (int32_t index = -100; index <= 4; index += 104) { /* 4: one of the classes */
            struct data d = make(rows, 18, k);
            d.ignore_index = index;
            for (size_t i = 0; i < d.rows; i += 2) {
                d.labels[i] = index;
                for (size_t j = 0; j < d.cols; j++) d.x[i * d.cols + j] = i % 4 ? INFINITY : NAN;
            }
            check_rows(context, &variants[k], &d, 1);
            d = make(rows, 18, k);
            d.ignore_index = index;
            for (size_t i = 0; i < d.rows; i++) d.labels[i] = index;
            d.x[20] = NAN;
            check_rows(context, &variants[k], &d, 0);
            for (int kind = NADIR_DENOMINATOR_DEFAULT; kind <= NADIR_DENOMINATOR_WEIGHTS; kind++)
                for (int empty = NADIR_EMPTY_NAN; empty <= NADIR_EMPTY_ZERO; empty++) {
                    d = make(rows, 18, k);
                    d.ignore_index = index;
                    for (size_t i = 0; i < d.rows; i++) d.labels[i] = index;
                    check_reduction(context, &variants[k], &d, NADIR_REDUCTION_MEAN, (enum nadir_denominator)kind,
                                    (enum nadir_empty)empty);
                }
            d = make(rows, 18, k);
            d.ignore_index = index;
            for (size_t i = 0; i < d.rows; i++) d.labels[i] = index;
            check_reduction(context, &variants[k], &d, NADIR_REDUCTION_SUM, NADIR_DENOMINATOR_DEFAULT, NADIR_EMPTY_NAN);
        }
}
END_TEST

/* A bad label makes its row NaN, leaves the others right and everything around intact, and is reported with row and value. */
START_TEST(bad_labels)
{
    static const int32_t wrong[] = {-1, 0, INT32_MIN, INT32_MAX, -100}; /* 0 stands for the number of classes */
    static const size_t few[][2] = {{23, 10}, {18, 17}, {18, 257}, {18, 1}};
    struct nadir_context *context = test_walk(_i);
    for (size_t s = 0; s < sizeof few / sizeof *few; s++)
        for (size_t k = 0; k < VARIANTS; k++)
            for (size_t b = 0; b < sizeof wrong / sizeof *wrong; b++) {
                const struct variant *v = &variants[k];
                const size_t rows = test_small() ? 2 : few[s][0], cols = few[s][1], bad = rows == 2 ? 1 : 17;
                if (!has_labels(v) || (test_small() && (s != 1 || b > 1))) continue;
                struct data d = make(rows, cols, s);
                d.labels[bad] = wrong[b] == 0 ? (int32_t)cols : wrong[b];
                d.ignore_index = b == 4 ? NADIR_NO_IGNORE_INDEX : -100;
                double *l = test_doubles(rows), *dx = test_doubles(rows * cols);
                reference(v, &d, l, dx);
                ck_assert(isnan(l[bad]) && isnan(dx[bad * cols]));
                d.sample_weight = d.upstream = NULL;
                struct call call = prepare(context, v, &d, 3, NADIR_REDUCTION_NONE);
                call.tensors.dx[0] = call.tensors.x[0];
                TEST_OK(nadir_loss_compute(context, v->loss, &call.tensors, &call.params));
                char message[64], range[64];
                snprintf(message, sizeof message, "labels[%zu] = %d,", bad, (int)d.labels[bad]);
                snprintf(range, sizeof range, "%zu class", cols);
                TEST_FAILS(NADIR_ERROR_DATA, message, nadir_context_finish(context));
                ck_assert_msg(strstr(nadir_last_error()->message, range) != NULL, "%s", nadir_last_error()->message);
                TEST_OK(nadir_context_finish(context));
                test_expect("loss", test_read(call.loss), l, rows, 1e-37, tolerance(v));
                test_expect("gradient", test_read(call.x), dx, rows * cols, 1e-37, tolerance(v));
                test_unchanged(call.target);
                test_reset();
            }
}
END_TEST

/* Central differences, in rows away from kinks. */
START_TEST(references_agree_with_finite_differences)
{
    enum { ROWS = 6, COLS = 7 };
    struct test_random random = test_seed(9);
    double *x = test_widen(test_random_floats(&random, ROWS * COLS, -2, 2), ROWS * COLS);
    const double weight[COLS] = {0.5, 1, 2, 0.25, 3, 1, 0};
    const int32_t labels[ROWS] = {0, 6, 2, 3, 5, 4};
    double t[ROWS * COLS] = {0}, l[ROWS], dx[ROWS * COLS];
    for (int i = 0; i < ROWS; i++) t[i * COLS + labels[i]] = 1;
    t[6] = 0.5;
    for (int kind = 0; kind < 5; kind++) {
        double *gradient = dx;
#define REFERENCE()                                                                                                            \
    (kind == 0 ? ref_nll(l, gradient, x, labels, weight, 3, ROWS, COLS)                                                        \
     : kind == 1 ? ref_multi_margin(l, gradient, x, labels, weight, 1, 1.5, ROWS, COLS)                                        \
     : kind == 2 ? ref_multi_margin(l, gradient, x, labels, NULL, 2, 1, ROWS, COLS)                                            \
     : kind == 3 ? ref_crammer_singer(l, gradient, x, labels, 1, ROWS, COLS)                                                   \
                 : ref_categorical_hinge(l, gradient, x, t, ROWS, COLS))
        REFERENCE();
        ck_assert_msg(ref_sum(l, ROWS) != 0, "loss %d is 0", kind);
        gradient = NULL;
        for (int i = 0; i < ROWS * COLS; i++) {
            const double h = 1e-6, at = x[i];
            x[i] = at + h;
            REFERENCE();
            const double above = ref_sum(l, ROWS);
            x[i] = at - h;
            REFERENCE();
            const double slope = (above - ref_sum(l, ROWS)) / (2 * h);
            x[i] = at;
            ck_assert_msg(fabs(slope - dx[i]) <= 1e-8, "loss %d, element %d: slope %g, gradient %g", kind, i, slope, dx[i]);
        }
    }
}
END_TEST

START_TEST(empty_and_refusals)
{
    struct nadir_context *context = test_walk(_i);
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    for (size_t k = 0; k < VARIANTS; k++) {
        const struct variant *v = &variants[k];
        const struct data none = {.cols = 7, .weight = test_floats(7), .ignore_index = -100};
        check_reduction(context, v, &none, NADIR_REDUCTION_MEAN, NADIR_DENOMINATOR_DEFAULT, NADIR_EMPTY_NAN);
        const struct data again = {.cols = 7, .weight = test_floats(7), .ignore_index = -100};
        check_reduction(context, v, &again, NADIR_REDUCTION_MEAN, NADIR_DENOMINATOR_DEFAULT, NADIR_EMPTY_ZERO);
        const struct data sum = {.cols = 7, .weight = test_floats(7), .ignore_index = -100};
        check_reduction(context, v, &sum, NADIR_REDUCTION_SUM, NADIR_DENOMINATOR_DEFAULT, NADIR_EMPTY_NAN);

        const struct data d = make(4, 7, 1);
        struct call call = prepare(context, v, &d, 0, NADIR_REDUCTION_NONE);
        struct test_tensor *short_weight = test_vector(context, 0, 6, d.weight), *three = test_vector(context, 0, 3, NULL);
        struct test_tensor *wrong_target =
            has_labels(v) ? test_matrix(context, 0, 4, 7, d.hot) : test_labels(context, 0, 4, d.labels);
        struct nadir_loss_tensors t = call.tensors;
        t.target = NULL;
        TEST_FAILS(bad, "target", nadir_loss_compute(context, v->loss, &t, &call.params));
        t.target = &wrong_target->tensor;
        TEST_FAILS(bad, "target", nadir_loss_compute(context, v->loss, &t, &call.params));
        t = call.tensors, t.weight = &short_weight->tensor;
        TEST_FAILS(bad, "weight", nadir_loss_compute(context, v->loss, &t, &call.params));
        t = call.tensors, t.sample_weight = &three->tensor;
        TEST_FAILS(bad, "sample_weight", nadir_loss_compute(context, v->loss, &t, &call.params));
        t = call.tensors, t.loss = &three->tensor;
        TEST_FAILS(bad, "loss", nadir_loss_compute(context, v->loss, &t, &call.params));
        t = call.tensors, t.correct = &call.loss->tensor;
        TEST_FAILS(bad, "correct", nadir_loss_compute(context, v->loss, &t, &call.params));
        struct nadir_loss_params params = call.params;
        if (v->loss == NADIR_LOSS_MULTI_MARGIN) {
            params.p = 1.5f;
            TEST_FAILS(bad, "p = 1.5", nadir_loss_compute(context, v->loss, &call.tensors, &params));
        }
        params = call.params, params.margin = NAN;
        if (v->loss == NADIR_LOSS_MULTI_MARGIN || v->loss == NADIR_LOSS_CRAMMER_SINGER)
            TEST_FAILS(bad, "margin", nadir_loss_compute(context, v->loss, &call.tensors, &params));
        TEST_OK(nadir_context_finish(context));
        test_unchanged(call.x);
        test_unchanged(call.loss);
        test_unchanged(call.dx);
        test_reset();
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("label_loss");
    TCase *tcase = test_case(suite, "label_loss");
    tcase_add_test(tcase, references_agree_with_finite_differences);
    tcase_add_loop_test(tcase, values, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, ties_and_targets, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, negative_scores, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, not_finite, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, reductions, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, more_axes, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, ignored, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, bad_labels, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, empty_and_refusals, 0, TEST_WALKS);
    return test_run(suite);
}
