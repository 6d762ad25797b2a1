/* SPDX-License-Identifier: MIT */
/* The elementwise losses: one row each (generator, options, tolerance) serves values, gradients, reductions and sizes; then
 * what weights do, special values, kinks, tails, presets and refusals. */
#include "support.h"

#include "ref/ref.h"

#include <stdio.h>

#define U 0x1p-24 /* unit roundoff of float */

/* --- One row for each loss and each set of options that makes another formula of it. --- */

enum kind {
    REAL,            /* -3 .. 3 */
    POSITIVE,        /* 0.05 .. 4 */
    PROBABILITY,     /* 0.02 .. 0.98 */
    LOG_PROBABILITY, /* -6 .. 0 */
    COUNTS,          /* 0, 1, 2, ... 6, and numbers between */
    SOFT,            /* 0, 1, and numbers between */
    SIDE             /* -1 or 1 */
};

struct row {
    enum nadir_loss loss;
    const char *options;
    void (*set)(struct nadir_loss_params *p);
    enum kind x, x2, target;
    double roundings; /* error of l and gradient in U, relative to the sizes that ref_pointwise gives */
};

#define SET(name, assignments)                                                                                                 \
    static void name(struct nadir_loss_params *p)                                                                              \
    {                                                                                                                          \
        assignments;                                                                                                           \
    }
SET(none, (void)p)
SET(huber_07, p->delta = 0.7f)
SET(beta_04, p->beta = 0.4f)
SET(beta_0, p->beta = 0)
SET(quantile_03, p->quantile = 0.3f)
SET(epsilon_02, p->epsilon = 0.2f)
SET(full, p->full = true)
SET(rate, p->log_input = false)
SET(full_rate, (p->log_input = false, p->full = true))
SET(smoothed, p->label_smoothing = 0.1f)
SET(clipped, p->eps = 0.1f)
SET(alpha_none, (p->alpha = -1, p->gamma = 0.5f))
SET(gamma_0, p->gamma = 0)
SET(eps_0, p->eps = 0)
SET(margin_07, p->margin = 0.7f)
SET(log_target, p->log_target = true)
SET(probabilities, p->from_probabilities = true)
SET(clipped_probabilities, (p->from_probabilities = true, p->eps = 0.1f))
SET(clipped_log_target, (p->from_probabilities = true, p->log_target = true, p->eps = 0.1f))

/* Where the formula is a few exact operations: 8 U (semantics: 5e-7). With exponentials and logarithms of up to 6 U each: 32 U
 * (2e-6). */
static const struct row rows[] = {
    {NADIR_LOSS_MSE, "", none, REAL, REAL, REAL, 8},
    {NADIR_LOSS_HALF_MSE, "", none, REAL, REAL, REAL, 8},
    {NADIR_LOSS_L1, "", none, REAL, REAL, REAL, 8},
    {NADIR_LOSS_HUBER, "", none, REAL, REAL, REAL, 8},
    {NADIR_LOSS_HUBER, "delta 0.7", huber_07, REAL, REAL, REAL, 8},
    {NADIR_LOSS_SMOOTH_L1, "beta 0.4", beta_04, REAL, REAL, REAL, 8},
    {NADIR_LOSS_SMOOTH_L1, "beta 0", beta_0, REAL, REAL, REAL, 8},
    {NADIR_LOSS_LOG_COSH, "", none, REAL, REAL, REAL, 32},
    {NADIR_LOSS_QUANTILE, "quantile 0.3", quantile_03, REAL, REAL, REAL, 8},
    {NADIR_LOSS_EPSILON_INSENSITIVE, "epsilon 0.2", epsilon_02, REAL, REAL, REAL, 8},
    {NADIR_LOSS_POISSON_NLL, "", none, REAL, REAL, COUNTS, 32},
    {NADIR_LOSS_POISSON_NLL, "full", full, REAL, REAL, COUNTS, 32},
    {NADIR_LOSS_POISSON_NLL, "rate", rate, POSITIVE, REAL, COUNTS, 32},
    {NADIR_LOSS_POISSON_NLL, "full rate", full_rate, POSITIVE, REAL, COUNTS, 32},
    {NADIR_LOSS_GAUSSIAN_NLL, "", none, REAL, POSITIVE, REAL, 32},
    {NADIR_LOSS_GAUSSIAN_NLL, "full", full, REAL, POSITIVE, REAL, 32},
    {NADIR_LOSS_BCE, "", none, PROBABILITY, REAL, SOFT, 32},
    {NADIR_LOSS_BCE, "smoothed", smoothed, PROBABILITY, REAL, SOFT, 32},
    {NADIR_LOSS_BCE, "clipped", clipped, PROBABILITY, REAL, SOFT, 32},
    {NADIR_LOSS_BCE_WITH_LOGITS, "", none, REAL, REAL, SOFT, 32},
    {NADIR_LOSS_BCE_WITH_LOGITS, "smoothed", smoothed, REAL, REAL, SOFT, 32},
    {NADIR_LOSS_SIGMOID_FOCAL, "", none, REAL, REAL, SOFT, 32},
    {NADIR_LOSS_SIGMOID_FOCAL, "no alpha, gamma 0.5", alpha_none, REAL, REAL, SOFT, 32},
    {NADIR_LOSS_SIGMOID_FOCAL, "gamma 0", gamma_0, REAL, REAL, SOFT, 32},
    {NADIR_LOSS_HINGE, "", none, REAL, REAL, SIDE, 8},
    {NADIR_LOSS_SQUARED_HINGE, "", none, REAL, REAL, SIDE, 8},
    {NADIR_LOSS_SOFT_MARGIN, "", none, REAL, REAL, SIDE, 32},
    {NADIR_LOSS_HINGE_EMBEDDING, "margin 0.7", margin_07, REAL, REAL, SIDE, 8},
    {NADIR_LOSS_KL_DIV, "", none, LOG_PROBABILITY, REAL, SOFT, 32},
    {NADIR_LOSS_KL_DIV, "log_target", log_target, LOG_PROBABILITY, REAL, LOG_PROBABILITY, 32},
    {NADIR_LOSS_KL_DIV, "probabilities", probabilities, PROBABILITY, REAL, SOFT, 32},
    {NADIR_LOSS_KL_DIV, "clipped probabilities", clipped_probabilities, PROBABILITY, REAL, SOFT, 32},
    {NADIR_LOSS_KL_DIV, "clipped log_target", clipped_log_target, PROBABILITY, REAL, LOG_PROBABILITY, 32},
    {NADIR_LOSS_MARGIN_RANKING, "", none, REAL, REAL, SIDE, 8},
    {NADIR_LOSS_MARGIN_RANKING, "margin 0.7", margin_07, REAL, REAL, SIDE, 8},
};
enum { ROWS = sizeof rows / sizeof rows[0] };

static struct nadir_loss_params row_params(const struct row *row)
{
    struct nadir_loss_params params = nadir_loss_params_default(row->loss);
    row->set(&params);
    return params;
}

static bool has_two(enum nadir_loss loss)
{
    return loss == NADIR_LOSS_GAUSSIAN_NLL || loss == NADIR_LOSS_MARGIN_RANKING;
}

static float draw(struct test_random *random, enum kind kind)
{
    const float choice = test_uniform(random, 0, 3);
    switch (kind) {
    case REAL: break;
    case POSITIVE: return test_uniform(random, 0.05f, 4);
    case PROBABILITY: return test_uniform(random, 0.02f, 0.98f);
    case LOG_PROBABILITY: return test_uniform(random, -6, 0);
    case COUNTS: return choice < 2 ? floorf(test_uniform(random, 0, 7)) : test_uniform(random, 0, 7);
    case SOFT: return choice < 1 ? 0 : choice < 2 ? 1 : test_uniform(random, 0, 1);
    case SIDE: return choice < 1.5f ? -1 : 1;
    }
    return test_uniform(random, -3, 3);
}

static float *draw_many(struct test_random *random, enum kind kind, size_t n)
{
    float *x = test_floats(n);
    for (size_t i = 0; i < n; i++) x[i] = draw(random, kind);
    return x;
}

/* --- A call, compared as a whole. --- */

enum outputs { LOSS = 1, DX = 2, DX2 = 4, IN_PLACE = 8 };

/* A problem on the host. The shape of x is (n, cols) or, with `flat`, (n * cols). Missing arrays are NULL. */
struct problem {
    const struct row *row;
    struct nadir_loss_params params;
    size_t n, cols;
    bool flat;
    size_t offset;
    const float *x, *x2, *target;
    const float *weight, *pos_weight;
    bool weight_like_x;
    size_t pos_weights; /* cols or 1 */
    const float *sample_weight, *upstream;
};

static struct problem make_problem(const struct row *row, struct nadir_loss_params params, size_t n, size_t cols)
{
    struct test_random random = test_seed(1000 * (uint64_t)row->loss + n * cols);
    struct problem p = {.row = row, .params = params, .n = n, .cols = cols, .flat = cols == 1};
    p.x = draw_many(&random, row->x, n * cols);
    p.x2 = draw_many(&random, row->x2, n * cols);
    p.target = draw_many(&random, row->target, n * cols);
    return p;
}

struct expected {
    double *loss, *loss_bound, *dx[2], *dx_bound[2];
    size_t losses;
};

/* Sums: every term's own error, and 2e-6 of the terms' magnitudes for their addition (section 13 of the error analysis in
 * cl/reduce.cl's order: chains of at most 64). 1e-37: results below the normal range may be flushed. */
static struct expected expect_problem(const struct problem *p)
{
    const size_t n = p->n * p->cols;
    const double k = p->row->roundings * U;
    const bool none = p->params.reduction == NADIR_REDUCTION_NONE;
    struct expected e = {.losses = none ? n : 1};
    e.loss = test_doubles(e.losses), e.loss_bound = test_doubles(e.losses);
    double sum_w = 0;
    for (size_t i = 0; i < n; i++) sum_w += p->sample_weight ? (double)p->sample_weight[i / p->cols] : 1;
    double denominator = 1;
    if (p->params.reduction == NADIR_REDUCTION_BATCHMEAN) denominator = (double)(p->flat ? n : p->n);
    if (p->params.reduction == NADIR_REDUCTION_MEAN)
        denominator = p->params.denominator == NADIR_DENOMINATOR_WEIGHTS ? sum_w
                    : p->params.denominator == NADIR_DENOMINATOR_ROWS    ? (double)(p->flat ? 1 : p->n)
                                                                         : (double)n;
    const double scale = denominator == 0 && p->params.empty == NADIR_EMPTY_ZERO ? 0 : 1 / denominator;
    for (int g = 0; g < 2; g++) e.dx[g] = test_doubles(n), e.dx_bound[g] = test_doubles(n);
    double total = 0, error = 0;
    for (size_t i = 0; i < n; i++) {
        const double q = p->pos_weight ? (double)p->pos_weight[p->pos_weights == 1 ? 0 : i % p->cols] : 1;
        double w = p->weight ? (double)p->weight[p->weight_like_x ? i : i % p->cols] : 1;
        w *= p->sample_weight ? (double)p->sample_weight[i / p->cols] : 1;
        const struct ref_pointwise r = ref_pointwise(p->row->loss, &p->params, (double)p->x[i], (double)p->x2[i],
                                                     (double)p->target[i], q);
        total += w * r.l;
        error += fabs(w) * (k * r.l_size + 2e-6 * fabs(r.l));
        if (none) e.loss[i] = w * r.l, e.loss_bound[i] = k * fabs(w) * r.l_size + 1e-37;
        const double outer = scale * w * (double)p->params.gradient_scale * (p->upstream ? (double)p->upstream[i] : 1);
        e.dx[0][i] = outer * r.dx, e.dx_bound[0][i] = k * fabs(outer) * r.dx_size + 1e-37;
        e.dx[1][i] = outer * r.dx2, e.dx_bound[1][i] = k * fabs(outer) * r.dx2_size + 1e-37;
    }
    if (!none) e.loss[0] = scale * total, e.loss_bound[0] = scale * error + 1e-37;
    return e;
}

/* Runs the call with these outputs and compares them and, unless overwritten, the inputs. `loss` and `dx`, where not NULL, get
 * what came out. */
static void check_problem(struct nadir_context *context, const struct problem *p, unsigned outputs, float *loss, float *dx)
{
    const struct expected e = expect_problem(p);
    const size_t n = p->n * p->cols, shape[] = {p->flat ? n : p->n, p->cols}, one = 1;
    const unsigned rank = p->flat ? 1 : 2;
    const bool none = p->params.reduction == NADIR_REDUCTION_NONE, two = has_two(p->row->loss);
    struct test_tensor *x = test_input(context, NADIR_F32, p->offset, rank, shape, p->x);
    struct test_tensor *x2 = test_input(context, NADIR_F32, p->offset, rank, shape, p->x2);
    struct test_tensor *target = test_input(context, NADIR_F32, p->offset, rank, shape, p->target);
    struct test_tensor *l = none ? test_output(context, NADIR_F32, p->offset, rank, shape)
                                 : test_output(context, NADIR_F32, p->offset, 1, &one);
    struct test_tensor *d = outputs & IN_PLACE ? x : test_output(context, NADIR_F32, p->offset, rank, shape);
    struct test_tensor *d2 = outputs & IN_PLACE ? x2 : test_output(context, NADIR_F32, p->offset, rank, shape);
    struct test_tensor *weight = NULL, *pos_weight = NULL, *sample_weight = NULL, *upstream = NULL;
    if (p->weight) weight = p->weight_like_x ? test_input(context, NADIR_F32, 3, rank, shape, p->weight)
                                             : test_vector(context, 3, p->cols, p->weight);
    if (p->pos_weight) pos_weight = test_vector(context, 1, p->pos_weights, p->pos_weight);
    if (p->sample_weight) sample_weight = test_vector(context, 1, shape[0], p->sample_weight);
    if (p->upstream) upstream = test_input(context, NADIR_F32, 17, rank, shape, p->upstream);
    const struct nadir_loss_tensors tensors = {
        .x = {&x->tensor, two ? &x2->tensor : NULL},
        .target = &target->tensor,
        .weight = weight ? &weight->tensor : NULL,
        .pos_weight = pos_weight ? &pos_weight->tensor : NULL,
        .sample_weight = sample_weight ? &sample_weight->tensor : NULL,
        .upstream = upstream ? &upstream->tensor : NULL,
        .loss = outputs & LOSS ? &l->tensor : NULL,
        .dx = {outputs & DX ? &d->tensor : NULL, two && outputs & DX2 ? &d2->tensor : NULL},
    };
    TEST_OK(nadir_loss_compute(context, p->row->loss, &tensors, &p->params));
    TEST_OK(nadir_context_finish(context));
    char what[160];
    const char *name = nadir_loss_name(p->row->loss);
    static const char *const reductions[] = {"mean", "sum", "batchmean", "none"};
    const char *reduction = reductions[p->params.reduction];
#define WHAT(output)                                                                                                           \
    (snprintf(what, sizeof what, "%s %s %s: " output ", %zu x %zu", name, p->row->options, reduction, p->n, p->cols), what)
    if (outputs & LOSS) test_expect_within(WHAT("loss"), test_read(l), e.loss, e.loss_bound, e.losses);
    else test_unchanged(l);
    if (outputs & LOSS && loss) memcpy(loss, test_read(l), e.losses * sizeof *loss);
    if (outputs & DX) test_expect_within(WHAT("dx"), test_read(d), e.dx[0], e.dx_bound[0], n);
    else test_unchanged(d);
    if (outputs & DX && dx) memcpy(dx, test_read(d), n * sizeof *dx);
    if (two && outputs & DX2) test_expect_within(WHAT("dx2"), test_read(d2), e.dx[1], e.dx_bound[1], n);
    else test_unchanged(d2);
    if (!(outputs & IN_PLACE)) test_unchanged(x), test_unchanged(x2);
    test_unchanged(target);
#undef WHAT
}

/* --- Tests. --- */

/* The reference's derivatives by central differences in double; points beside a kink, where the derivative jumps, are left
 * out. */
START_TEST(finite_differences)
{
    const double h = 1e-6;
    for (int r = 0; r < ROWS; r++) {
        const struct row *row = &rows[r];
        const struct nadir_loss_params params = row_params(row);
        struct test_random random = test_seed(7 + (uint64_t)r);
        int compared = 0;
        for (int i = 0; i < 2000; i++) {
            const double x = (double)draw(&random, row->x), x2 = (double)draw(&random, row->x2);
            const double t = (double)draw(&random, row->target), q = 1.5;
            const struct ref_pointwise at = ref_pointwise(row->loss, &params, x, x2, t, q);
            const struct ref_pointwise low = ref_pointwise(row->loss, &params, x - h, x2, t, q);
            const struct ref_pointwise high = ref_pointwise(row->loss, &params, x + h, x2, t, q);
            if (fabs(high.dx - low.dx) > 1e-2 * (1 + at.dx_size)) continue;
            const double bound = 1e-5 * (1 + at.dx_size);
            ck_assert_msg(fabs((high.l - low.l) / (2 * h) - at.dx) <= bound, "%s %s: dx(%g, %g, %g) = %g, not %g",
                          nadir_loss_name(row->loss), row->options, x, x2, t, at.dx, (high.l - low.l) / (2 * h));
            compared++;
            if (!has_two(row->loss)) continue;
            const struct ref_pointwise low2 = ref_pointwise(row->loss, &params, x, x2 - h, t, q);
            const struct ref_pointwise high2 = ref_pointwise(row->loss, &params, x, x2 + h, t, q);
            if (fabs(high2.dx2 - low2.dx2) > 1e-2 * (1 + at.dx2_size)) continue;
            ck_assert_msg(fabs((high2.l - low2.l) / (2 * h) - at.dx2) <= 1e-5 * (1 + at.dx2_size),
                          "%s %s: dx2(%g, %g, %g) = %g, not %g", nadir_loss_name(row->loss), row->options, x, x2, t, at.dx2,
                          (high2.l - low2.l) / (2 * h));
        }
        ck_assert_int_gt(compared, 1900);
    }
}
END_TEST

/* Every loss with every reduction, each output alone, both, in place, twice with the same bits. Kernels that lack
 * an output are compiled for all losses in the CPU walk only, to save time. */
START_TEST(every_loss)
{
    struct nadir_context *context = test_walk(_i);
    static const enum nadir_reduction reductions[] = {NADIR_REDUCTION_NONE, NADIR_REDUCTION_MEAN, NADIR_REDUCTION_SUM,
                                                      NADIR_REDUCTION_BATCHMEAN};
    const size_t n = test_small() ? 3 : 59, cols = test_small() ? 43 : 347; /* of one chunk; of more than one */
    for (int r = 0; r < ROWS; r++) {
        struct problem p = make_problem(&rows[r], row_params(&rows[r]), n, cols);
        p.offset = (size_t)r % 4;
        for (int i = 0; i < 4; i++) {
            p.params.reduction = reductions[i];
            p.params.gradient_scale = i == 3 ? -2.5f : 1;
            float *loss = test_floats(n * cols), *dx = test_floats(n * cols);
            float *loss2 = test_floats(n * cols), *dx2 = test_floats(n * cols);
            const size_t losses = i == 0 ? n * cols : 1;
            check_problem(context, &p, LOSS | DX | DX2, loss, dx);
            check_problem(context, &p, LOSS | DX | DX2 | IN_PLACE, loss2, dx2);
            test_expect_bits("in place: loss", loss2, loss, losses);
            test_expect_bits("in place: dx", dx2, dx, n * cols);
            check_problem(context, &p, LOSS | DX | DX2, loss2, dx2);
            test_expect_bits("again: loss", loss2, loss, losses);
            test_expect_bits("again: dx", dx2, dx, n * cols);
            if (r < 3 || (_i == 0 && i == 1)) check_problem(context, &p, LOSS, NULL, NULL);
            if (r < 3 || (_i == 0 && i == 1)) check_problem(context, &p, DX | DX2, NULL, NULL);
        }
        if (has_two(rows[r].loss)) {
            check_problem(context, &p, LOSS | DX, NULL, NULL);
            check_problem(context, &p, DX2, NULL, NULL);
        }
        test_reset();
    }
}
END_TEST

START_TEST(sizes)
{
    static const size_t many[] = {1, 2, 15, 16, 17, 31, 255, 256, 257, 1009, 4095, 4097, 16383, 16384, 16385, 100003};
    static const size_t offsets[] = {0, 1, 3, 17};
    static const int which[] = {0, 14, 19}; /* MSE, Gaussian, BCE with logits */
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < (test_small() ? 10 : sizeof many / sizeof *many); i++) {
        for (int w = 0; w < 3; w++) {
            struct problem p = make_problem(&rows[which[w]], row_params(&rows[which[w]]), many[i], 1);
            p.offset = offsets[i % 4];
            for (int none = 0; none < 2; none++) {
                p.params.reduction = none ? NADIR_REDUCTION_NONE : NADIR_REDUCTION_MEAN;
                check_problem(context, &p, LOSS | DX | DX2, NULL, NULL);
                check_problem(context, &p, LOSS | DX | DX2 | IN_PLACE, NULL, NULL);
            }
            test_reset();
        }
    }
}
END_TEST

/* Rows shorter than a vector, as long, longer, of one element; one row. Weights of all shapes, and the denominators. */
START_TEST(weights)
{
    static const size_t shapes[][2] = {{1, 1}, {7, 1}, {1, 40}, {50, 3}, {33, 10}, {20, 16}, {21, 17}, {9, 257}, {300, 61}};
    struct nadir_context *context = test_walk(_i);
    const struct row *const row = &rows[19];
    ck_assert_int_eq(row->loss, NADIR_LOSS_BCE_WITH_LOGITS);
    for (size_t s = 0; s < (test_small() ? 8 : sizeof shapes / sizeof *shapes); s++) {
        const size_t n = shapes[s][0], cols = shapes[s][1];
        struct problem plain = make_problem(row, row_params(row), n, cols);
        plain.flat = false;
        struct test_random random = test_seed(s);
        const float *like_x = test_random_floats(&random, n * cols, 0.5f, 2);
        const float *last = test_random_floats(&random, cols, 0.5f, 2);
        const float *per_row = test_random_floats(&random, n, 0.5f, 2);
        struct problem p = plain;
        p.pos_weight = last, p.pos_weights = cols, p.weight = like_x, p.weight_like_x = true;
        p.params.reduction = NADIR_REDUCTION_SUM;
        check_problem(context, &p, LOSS | DX, NULL, NULL);
        p.weight = last, p.weight_like_x = false, p.pos_weight = per_row, p.pos_weights = 1, p.sample_weight = per_row;
        p.params.reduction = NADIR_REDUCTION_NONE, p.upstream = like_x, p.params.gradient_scale = 0.5f;
        check_problem(context, &p, LOSS | DX, NULL, NULL);
        p = plain, p.sample_weight = per_row;
        static const enum nadir_denominator denominators[] = {NADIR_DENOMINATOR_DEFAULT, NADIR_DENOMINATOR_COUNT,
                                                              NADIR_DENOMINATOR_ROWS, NADIR_DENOMINATOR_VALID,
                                                              NADIR_DENOMINATOR_WEIGHTS};
        for (size_t d = 0; d < sizeof denominators / sizeof *denominators; d++) {
            p.params.denominator = denominators[d];
            check_problem(context, &p, LOSS | DX, NULL, NULL);
        }
        p.params.reduction = NADIR_REDUCTION_BATCHMEAN;
        check_problem(context, &p, LOSS | DX, NULL, NULL);
        test_reset();
    }
    /* Two gradients, with everything that they can be multiplied by. */
    for (int r = 0; r < ROWS; r++) {
        if (!has_two(rows[r].loss)) continue;
        struct problem p = make_problem(&rows[r], row_params(&rows[r]), 23, 19);
        struct test_random random = test_seed(1);
        p.sample_weight = test_random_floats(&random, 23, 0.5f, 2);
        p.params.denominator = NADIR_DENOMINATOR_WEIGHTS;
        check_problem(context, &p, LOSS | DX | DX2, NULL, NULL);
        p.upstream = test_random_floats(&random, 23 * 19, -2, 2);
        p.params.reduction = NADIR_REDUCTION_NONE;
        check_problem(context, &p, LOSS | DX | DX2, NULL, NULL);
        test_reset();
    }
    /* Weights that sum to 0. */
    struct problem p = make_problem(row, row_params(row), 4, 5);
    p.sample_weight = test_floats(4);
    p.params.denominator = NADIR_DENOMINATOR_WEIGHTS;
    p.params.empty = NADIR_EMPTY_ZERO;
    check_problem(context, &p, LOSS | DX, NULL, NULL);
}
END_TEST

START_TEST(empty)
{
    struct nadir_context *context = test_walk(_i);
    for (int r = 0; r < ROWS; r++) {
        for (int zero = 0; zero < 2; zero++) {
            struct problem p = make_problem(&rows[r], row_params(&rows[r]), 0, 5);
            p.params.empty = zero ? NADIR_EMPTY_ZERO : NADIR_EMPTY_NAN;
            struct test_tensor *x = test_matrix(context, 0, 0, 5, NULL), *dx = test_matrix(context, 3, 0, 5, NULL);
            struct test_tensor *loss = test_vector(context, 1, 1, NULL);
            const struct nadir_loss_tensors tensors = {.x = {&x->tensor, has_two(rows[r].loss) ? &x->tensor : NULL},
                                                       .target = &x->tensor, .loss = &loss->tensor, .dx = {&dx->tensor}};
            TEST_OK(nadir_loss_compute(context, rows[r].loss, &tensors, &p.params));
            test_expect("mean of nothing", test_read(loss), (double[]){zero ? 0 : NAN}, 1, 0, 0);
            test_unchanged(dx);
            p.params.reduction = NADIR_REDUCTION_SUM;
            TEST_OK(nadir_loss_compute(context, rows[r].loss, &tensors, &p.params));
            test_expect("sum of nothing", test_read(loss), (double[]){0}, 1, 0, 0);
            test_reset();
        }
    }
}
END_TEST

/* l and dx of one element, computed in a vector and in the part behind the last one. */
static void check_element(struct nadir_context *context, enum nadir_loss loss, const struct nadir_loss_params *base, float x,
                          float x2, float t, double want_l, double want_dx, double rtol)
{
    enum { N = 19 };
    struct nadir_loss_params params = *base;
    params.reduction = NADIR_REDUCTION_NONE;
    float xs[N], x2s[N], ts[N];
    double l[N], dx[N];
    for (int i = 0; i < N; i++) xs[i] = x, x2s[i] = x2, ts[i] = t, l[i] = want_l, dx[i] = want_dx;
    struct test_tensor *tx = test_vector(context, 0, N, xs), *tx2 = test_vector(context, 0, N, x2s);
    struct test_tensor *tt = test_vector(context, 0, N, ts), *tl = test_vector(context, 0, N, NULL);
    struct test_tensor *td = test_vector(context, 0, N, NULL);
    const struct nadir_loss_tensors tensors = {.x = {&tx->tensor, has_two(loss) ? &tx2->tensor : NULL}, .target = &tt->tensor,
                                               .loss = &tl->tensor, .dx = {&td->tensor}};
    TEST_OK(nadir_loss_compute(context, loss, &tensors, &params));
    char what[128];
    snprintf(what, sizeof what, "%s: l(%g, %g)", nadir_loss_name(loss), (double)x, (double)t);
    test_expect(what, test_read(tl), l, N, 1e-37, rtol);
    snprintf(what, sizeof what, "%s: dx(%g, %g)", nadir_loss_name(loss), (double)x, (double)t);
    test_expect(what, test_read(td), dx, N, 1e-37, rtol);
}

#define INF ((double)INFINITY)

struct element {
    enum nadir_loss loss;
    void (*set)(struct nadir_loss_params *p);
    float x, x2, t;
    double l, dx;
};

static void check_elements(struct nadir_context *context, const struct element *elements, size_t count, double rtol)
{
    for (size_t i = 0; i < count; i++) {
        const struct element *e = &elements[i];
        struct nadir_loss_params params = nadir_loss_params_default(e->loss);
        e->set(&params);
        check_element(context, e->loss, &params, e->x, e->x2, e->t, e->l, e->dx, rtol);
    }
}
#define CHECK_ELEMENTS(context, elements, rtol)                                                                                \
    check_elements(context, elements, sizeof(elements) / sizeof(elements)[0], rtol)

/* Exact, and 0 at kinks. */
START_TEST(kinks)
{
    static const struct element elements[] = {
        {NADIR_LOSS_L1, none, 1.5f, 0, 1.5f, 0, 0},
        {NADIR_LOSS_SMOOTH_L1, beta_0, 1.5f, 0, 1.5f, 0, 0},
        {NADIR_LOSS_SMOOTH_L1, beta_0, 1, 0, 1.5f, 0.5, -1},
        {NADIR_LOSS_HUBER, none, 2, 0, 1, 0.5, 1},
        {NADIR_LOSS_HUBER, none, 1, 0, 2, 0.5, -1},
        {NADIR_LOSS_QUANTILE, none, 1.5f, 0, 1.5f, 0, 0},
        {NADIR_LOSS_HINGE, none, 1, 0, 1, 0, 0},
        {NADIR_LOSS_HINGE, none, -1, 0, -1, 0, 0},
        {NADIR_LOSS_SQUARED_HINGE, none, 1, 0, 1, 0, 0},
        {NADIR_LOSS_HINGE_EMBEDDING, none, 1, 0, -1, 0, 0},
        {NADIR_LOSS_HINGE_EMBEDDING, none, 0.25f, 0, 1, 0.25, 1},
        {NADIR_LOSS_HINGE_EMBEDDING, none, 0.25f, 0, 0, 1, 0}, /* neither 1 nor -1: both parts */
        {NADIR_LOSS_MARGIN_RANKING, none, 1, 1, 1, 0, 0},
        {NADIR_LOSS_LOG_COSH, none, 1, 0, 1, 0, 0},
    };
    struct nadir_context *context = test_walk(_i);
    CHECK_ELEMENTS(context, elements, 0);
    struct nadir_loss_params params = nadir_loss_params_default(NADIR_LOSS_EPSILON_INSENSITIVE);
    params.epsilon = 0.5f;
    check_element(context, NADIR_LOSS_EPSILON_INSENSITIVE, &params, 1, 0, 1.5f, 0, 0, 0);
    check_element(context, NADIR_LOSS_EPSILON_INSENSITIVE, &params, 1, 0, 2, 0.5, -1, 0);
}
END_TEST

START_TEST(bce_at_0_and_1)
{
    static const struct element elements[] = {
        {NADIR_LOSS_BCE, none, 0, 0, 0, 0, 0},
        {NADIR_LOSS_BCE, none, -0.0f, 0, 1, 100, -1e12},
        {NADIR_LOSS_BCE, none, 0, 0, 1, 100, -1e12},
        {NADIR_LOSS_BCE, none, 1, 0, 1, 0, 0},
        {NADIR_LOSS_BCE, none, 1, 0, 0, 100, 1e12},
        {NADIR_LOSS_BCE, none, 0, 0, 0.25f, 25, -0.25e12},
        {NADIR_LOSS_BCE, none, 1e-30f, 0, 1, 69.07755278982137, -1e12}, /* the clamp is 1e-12 */
        {NADIR_LOSS_BCE, none, 1e-10f, 0, 0, 1e-10, 1},
        {NADIR_LOSS_BCE, none, 1.0001f, 0, 1, NAN, NAN},
        {NADIR_LOSS_BCE, none, -1e-30f, 0, 0, NAN, NAN},
        {NADIR_LOSS_BCE, none, INFINITY, 0, 0, NAN, NAN},
        {NADIR_LOSS_BCE, none, NAN, 0, 0, NAN, NAN},
        {NADIR_LOSS_BCE, none, 0.5f, 0, NAN, NAN, NAN},
        {NADIR_LOSS_BCE, clipped, 1.5f, 0, 1, NAN, NAN},
        {NADIR_LOSS_BCE, clipped, NAN, 0, 1, NAN, NAN},
        {NADIR_LOSS_BCE, clipped, 0.05f, 0, 1, 2.302585078036, 0}, /* -log of the float 0.1 */
    };
    CHECK_ELEMENTS(test_walk(_i), elements, 5e-7);
}
END_TEST

/* Where 0 meets infinity or a logarithm of 0, and where PyTorch overflows. */
START_TEST(extremes)
{
    static const struct element elements[] = {
        {NADIR_LOSS_MSE, none, 1e4f, 0, -1e4f, 4e8, 4e4},
        {NADIR_LOSS_MSE, none, INFINITY, 0, 0, INF, INF},
        {NADIR_LOSS_HUBER, none, -INFINITY, 0, 0, INF, -1},
        {NADIR_LOSS_HUBER, none, 1e30f, 0, 0, 1e30, 1},
        {NADIR_LOSS_SMOOTH_L1, none, -1e30f, 0, 0, 1e30, -1},
        {NADIR_LOSS_L1, none, -INFINITY, 0, 0, INF, -1},
        {NADIR_LOSS_LOG_COSH, none, 1e4f, 0, 0, 9999.30685281944, 1},
        {NADIR_LOSS_LOG_COSH, none, -INFINITY, 0, 0, INF, -1},
        {NADIR_LOSS_QUANTILE, none, INFINITY, 0, 0, INF, 0.5},
        {NADIR_LOSS_POISSON_NLL, none, -INFINITY, 0, 0, 0, 0},
        {NADIR_LOSS_POISSON_NLL, none, 1e4f, 0, 1, INF, INF},
        {NADIR_LOSS_POISSON_NLL, none, -1e4f, 0, 2, 2e4, -2},
        {NADIR_LOSS_POISSON_NLL, none, 88.5f, 0, 0, 2.7230879e38, 2.7230879e38},
        {NADIR_LOSS_BCE_WITH_LOGITS, none, INFINITY, 0, 1, 0, 0},
        {NADIR_LOSS_BCE_WITH_LOGITS, none, -INFINITY, 0, 0, 0, 0},
        {NADIR_LOSS_BCE_WITH_LOGITS, none, INFINITY, 0, 0, INF, 1},
        {NADIR_LOSS_BCE_WITH_LOGITS, none, -INFINITY, 0, 1, INF, -1},
        {NADIR_LOSS_BCE_WITH_LOGITS, none, 1e4f, 0, 0, 1e4, 1},
        {NADIR_LOSS_BCE_WITH_LOGITS, none, -1e4f, 0, 0.25f, 2.5e3, -0.25},
        {NADIR_LOSS_BCE_WITH_LOGITS, none, 80, 0, 1, 1.8048513878e-35, -1.8048513878e-35}, /* small ones keep their digits */
        {NADIR_LOSS_BCE_WITH_LOGITS, none, -80, 0, 0, 1.8048513878e-35, 1.8048513878e-35},
        {NADIR_LOSS_BCE_WITH_LOGITS, none, 20, 0, 1, 2.0611536203e-9, -2.0611536181e-9},
        {NADIR_LOSS_SIGMOID_FOCAL, none, INFINITY, 0, 1, 0, 0},
        {NADIR_LOSS_SIGMOID_FOCAL, none, -INFINITY, 0, 1, INF, -0.25},
        {NADIR_LOSS_SIGMOID_FOCAL, alpha_none, 1e4f, 0, 1, 0, 0},
        {NADIR_LOSS_SIGMOID_FOCAL, alpha_none, -1e4f, 0, 1, 1e4, -1},
        {NADIR_LOSS_SIGMOID_FOCAL, alpha_none, 1e4f, 0, 0, 1e4, 1},
        {NADIR_LOSS_SIGMOID_FOCAL, alpha_none, -1e4f, 0, 0, 0, 0},
        {NADIR_LOSS_SIGMOID_FOCAL, gamma_0, INFINITY, 0, 1, 0, 0},
        {NADIR_LOSS_SIGMOID_FOCAL, none, 20, 0, 1, 2.1891296e-27, -6.5673888e-27}, /* n^2 softplus(-20) / 4, and -3 of that */
        {NADIR_LOSS_HINGE, none, -INFINITY, 0, 1, INF, -1},
        {NADIR_LOSS_SQUARED_HINGE, none, INFINITY, 0, 1, 0, 0},
        {NADIR_LOSS_SOFT_MARGIN, none, -100, 0, 1, 100, -1},
        {NADIR_LOSS_SOFT_MARGIN, none, -1e4f, 0, 1, 1e4, -1},
        {NADIR_LOSS_SOFT_MARGIN, none, INFINITY, 0, -1, INF, 1},
        {NADIR_LOSS_SOFT_MARGIN, none, INFINITY, 0, 1, 0, 0},
        {NADIR_LOSS_KL_DIV, none, -INFINITY, 0, 0, 0, 0},
        {NADIR_LOSS_KL_DIV, none, -INFINITY, 0, 0.5f, INF, -0.5},
        {NADIR_LOSS_KL_DIV, none, -1, 0, 0, 0, 0},
        {NADIR_LOSS_KL_DIV, none, -1, 0, -0.5f, NAN, 0.5},
        {NADIR_LOSS_KL_DIV, log_target, -INFINITY, 0, -INFINITY, 0, 0},
        {NADIR_LOSS_KL_DIV, log_target, -1, 0, -INFINITY, 0, 0},
        {NADIR_LOSS_KL_DIV, probabilities, 0, 0, 0, 0, 0},
        {NADIR_LOSS_KL_DIV, probabilities, 0, 0, 0.5f, INF, -INF},
        {NADIR_LOSS_KL_DIV, probabilities, -0.5f, 0, 0.5f, NAN, NAN},
        {NADIR_LOSS_KL_DIV, clipped_probabilities, 0.05f, 0, 0.05f, 0, 0},
        {NADIR_LOSS_GAUSSIAN_NLL, none, 1, -0.5f, 0, NAN, NAN},
        {NADIR_LOSS_GAUSSIAN_NLL, none, 1, INFINITY, 0, INF, 0},
        {NADIR_LOSS_MARGIN_RANKING, none, INFINITY, 0, 1, 0, 0},
        {NADIR_LOSS_MARGIN_RANKING, none, -1e4f, 1e4f, 1, 2e4, -1},
    };
    /* 3e-6: the focal tail loses gamma |log m| U. */
    CHECK_ELEMENTS(test_walk(_i), elements, 3e-6);
}
END_TEST

START_TEST(nan_passes)
{
    struct nadir_context *context = test_walk(_i);
    for (int r = 0; r < ROWS; r++) {
        const struct nadir_loss_params params = row_params(&rows[r]);
        struct test_random random = test_seed(3);
        const float x = draw(&random, rows[r].x), x2 = draw(&random, rows[r].x2), t = draw(&random, rows[r].target);
        /* Of the target: that the gradient is NaN follows for losses that are not constant there. */
        check_element(context, rows[r].loss, &params, NAN, x2, t, NAN, NAN, 0);
        check_element(context, rows[r].loss, &params, x, x2, NAN, NAN, NAN, 0);
        if (has_two(rows[r].loss)) check_element(context, rows[r].loss, &params, x, NAN, t, NAN, NAN, 0);
        test_reset();
    }
}
END_TEST

/* The variance's gradient is taken at max(var, eps) and does not vanish below eps. */
START_TEST(gaussian_below_eps)
{
    struct nadir_context *context = test_walk(_i);
    struct nadir_loss_params params = nadir_loss_params_default(NADIR_LOSS_GAUSSIAN_NLL);
    params.eps = 0.5f;
    params.reduction = NADIR_REDUCTION_NONE;
    struct test_tensor *x = test_vector(context, 0, 2, (float[]){3, 3});
    struct test_tensor *var = test_vector(context, 0, 2, (float[]){0.25f, -1});
    struct test_tensor *t = test_vector(context, 0, 2, (float[]){1, 1}), *dvar = test_vector(context, 0, 2, NULL);
    const struct nadir_loss_tensors tensors = {.x = {&x->tensor, &var->tensor}, .target = &t->tensor,
                                               .dx = {NULL, &dvar->tensor}};
    TEST_OK(nadir_loss_compute(context, NADIR_LOSS_GAUSSIAN_NLL, &tensors, &params));
    test_expect("dvar", test_read(dvar), (double[]){0.5 * (2 - 4 * 4), NAN}, 2, 0, 1e-6);
}
END_TEST

/* gamma 0 is the logistic loss times alpha or 1 - alpha. */
START_TEST(focal_without_gamma)
{
    struct nadir_context *context = test_walk(_i);
    enum { N = 500 };
    struct test_random random = test_seed(5);
    const float *x = test_random_floats(&random, N, -30, 30);
    float *t = draw_many(&random, SOFT, N);
    struct nadir_loss_params params = nadir_loss_params_default(NADIR_LOSS_SIGMOID_FOCAL);
    params.gamma = 0;
    params.reduction = NADIR_REDUCTION_NONE;
    struct test_tensor *tx = test_vector(context, 0, N, x), *tt = test_vector(context, 0, N, t);
    struct test_tensor *l[2], *dx[2];
    for (int i = 0; i < 2; i++) {
        l[i] = test_vector(context, 0, N, NULL), dx[i] = test_vector(context, 0, N, NULL);
        const struct nadir_loss_tensors tensors = {.x = {&tx->tensor}, .target = &tt->tensor, .loss = &l[i]->tensor,
                                                   .dx = {&dx[i]->tensor}};
        TEST_OK(nadir_loss_compute(context, i ? NADIR_LOSS_SIGMOID_FOCAL : NADIR_LOSS_BCE_WITH_LOGITS, &tensors, &params));
    }
    double *want_l = test_widen(test_read(l[0]), N), *want_dx = test_widen(test_read(dx[0]), N);
    for (int i = 0; i < N; i++) {
        const double alpha = 0.25 * (double)t[i] + 0.75 * (1 - (double)t[i]);
        want_l[i] *= alpha, want_dx[i] *= alpha;
    }
    test_expect("l", test_read(l[1]), want_l, N, 0, 4 * U);
    test_expect("dx", test_read(dx[1]), want_dx, N, 1e-7, 4 * U);
}
END_TEST

/* Functions over their whole range: l and dx to `ulps` U of their own value, however small. Points are spread evenly over the
 * logarithm of |x| between two powers of 2. 8 U: exp or log of 3 ulp, as OpenCL allows the built-ins of GPUs, and a rounding or
 * two; 12 U: one of the other, or tanh with 5 ulp. */
START_TEST(digits)
{
    static const struct {
        const char *what;
        enum nadir_loss loss;
        void (*set)(struct nadir_loss_params *p);
        float sign, least, most, target;
        bool variance;
        double l, dx; /* in U; 0: not compared */
    } ranges[] = {
        {"log", NADIR_LOSS_GAUSSIAN_NLL, eps_0, 1, -125, 127, 0, true, 8, 0},
        {"log of denormal numbers", NADIR_LOSS_GAUSSIAN_NLL, eps_0, 1, -148, -126.1f, 0, true, 8, 0},
        {"log1p(-p)", NADIR_LOSS_BCE, none, 1, -120, -0.001f, 0, false, 8, 0},
        {"log p", NADIR_LOSS_BCE, none, 1, -120, -0.001f, 1, false, 8, 0},
        {"exp above 1", NADIR_LOSS_KL_DIV, log_target, 0, -20, 6.46f, 1, false, 0, 8},
        {"exp below 1", NADIR_LOSS_KL_DIV, log_target, 0, -20, 6.44f, -1, false, 0, 8},
        {"softplus", NADIR_LOSS_SOFT_MARGIN, none, 1, -30, 6.44f, 1, false, 12, 12},
        {"softplus above 0", NADIR_LOSS_SOFT_MARGIN, none, 1, -30, 20, -1, false, 12, 12},
        {"log cosh", NADIR_LOSS_LOG_COSH, none, 1, -30, 20, 0, false, 12, 12},
        {"log cosh below 0", NADIR_LOSS_LOG_COSH, none, -1, -30, 20, 0, false, 12, 12},
    };
    struct nadir_context *context = test_walk(_i);
    cl_device_fp_config config = 0;
    clGetDeviceInfo(test_device()->id, CL_DEVICE_SINGLE_FP_CONFIG, sizeof config, &config, NULL);
    const size_t n = test_small() ? 300 : 20000;
    for (size_t r = 0; r < sizeof ranges / sizeof *ranges; r++) {
        if (ranges[r].most < -126 && !(config & CL_FP_DENORM)) continue;
        struct nadir_loss_params params = nadir_loss_params_default(ranges[r].loss);
        ranges[r].set(&params);
        params.reduction = NADIR_REDUCTION_NONE;
        float *x = test_floats(n), *t = test_floats(n);
        double *l = test_doubles(n), *dx = test_doubles(n);
        struct test_random random = test_seed(r);
        for (size_t i = 0; i < n; i++) {
            const float size = exp2f(test_uniform(&random, ranges[r].least, ranges[r].most));
            x[i] = ranges[r].sign * size;
            t[i] = ranges[r].sign == 0 ? ranges[r].target * size : ranges[r].target; /* exp is of the target */
            const struct ref_pointwise want = ref_pointwise(ranges[r].loss, &params, ranges[r].variance ? 0 : (double)x[i],
                                                            (double)x[i], (double)t[i], 1);
            l[i] = want.l, dx[i] = want.dx;
        }
        struct test_tensor *tx = test_vector(context, 0, n, x), *tt = test_vector(context, 0, n, t);
        struct test_tensor *zero = test_vector(context, 0, n, test_floats(n));
        struct test_tensor *tl = test_vector(context, 0, n, NULL), *td = test_vector(context, 0, n, NULL);
        const struct nadir_loss_tensors tensors = {
            .x = {ranges[r].variance ? &zero->tensor : &tx->tensor, ranges[r].variance ? &tx->tensor : NULL},
            .target = &tt->tensor,
            .loss = &tl->tensor,
            .dx = {&td->tensor},
        };
        TEST_OK(nadir_loss_compute(context, ranges[r].loss, &tensors, &params));
        if (ranges[r].l > 0) test_expect(ranges[r].what, test_read(tl), l, n, 2e-38, ranges[r].l * U);
        if (ranges[r].dx > 0) test_expect(ranges[r].what, test_read(td), dx, n, 2e-38, ranges[r].dx * U);
        test_reset();
    }
}
END_TEST

/* Numbers of Keras 3, computed by hand from its formulas. */
START_TEST(preset_keras)
{
    struct nadir_context *context = test_walk(_i);
    struct nadir_loss_params params = nadir_loss_params_keras(NADIR_LOSS_BCE);
    check_element(context, NADIR_LOSS_BCE, &params, 0, 0, 1, 16.118095651, 0, 1e-6);
    check_element(context, NADIR_LOSS_BCE, &params, 1, 0, 0, 16.118095651, 0, 1e-6); /* float has no 1 - 1e-7 */
    params.label_smoothing = 0.2f;
    check_element(context, NADIR_LOSS_BCE, &params, 0.25f, 0, 1, -(0.9 * log(0.25) + 0.1 * log(0.75)), -0.65 / 0.1875, 1e-6);
    params = nadir_loss_params_keras(NADIR_LOSS_POISSON_NLL);
    check_element(context, NADIR_LOSS_POISSON_NLL, &params, 2, 0, 1, 2 - log(2 + 1e-7), 1 - 1 / (2 + 1e-7), 1e-6);
    check_element(context, NADIR_LOSS_POISSON_NLL, &params, 0, 0, 0, 0, 1, 1e-6);

    /* [0, 1] against [0.5, 0.5]: not quite log 2. */
    params = nadir_loss_params_keras(NADIR_LOSS_KL_DIV);
    struct test_tensor *q = test_matrix(context, 0, 1, 2, (float[]){0.5f, 0.5f});
    struct test_tensor *p = test_matrix(context, 0, 1, 2, (float[]){0, 1}), *loss = test_vector(context, 0, 1, NULL);
    const struct nadir_loss_tensors tensors = {.x = {&q->tensor}, .target = &p->tensor, .loss = &loss->tensor};
    TEST_OK(nadir_loss_compute(context, NADIR_LOSS_KL_DIV, &tensors, &params));
    test_expect("kl_div", test_read(loss), (double[]){0.69314564}, 1, 1e-7, 0);

    /* Means divide by the count, whatever the sample weights. */
    struct problem weighted = make_problem(&rows[0], nadir_loss_params_keras(NADIR_LOSS_MSE), 6, 5);
    struct test_random random = test_seed(9);
    weighted.sample_weight = test_random_floats(&random, 6, 0, 3);
    check_problem(context, &weighted, LOSS | DX, NULL, NULL);
}
END_TEST

START_TEST(refusals)
{
    struct nadir_context *context = test_walk(0);
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    struct test_tensor *x = test_matrix(context, 0, 4, 5, test_floats(20)), *t = test_matrix(context, 0, 4, 5, test_floats(20));
    struct test_tensor *dx = test_matrix(context, 0, 4, 5, NULL), *loss = test_vector(context, 0, 1, NULL);
    struct test_tensor *vector = test_vector(context, 0, 4, test_floats(4)), *ints = test_labels(context, 0, 4, test_ints(4));
    const struct nadir_loss_tensors good = {.x = {&x->tensor}, .target = &t->tensor, .loss = &loss->tensor,
                                            .dx = {&dx->tensor}};
    struct nadir_loss_tensors tensors = good;
    struct nadir_loss_params params;
#define REFUSES(loss_, text, assignment)                                                                                       \
    do {                                                                                                                       \
        tensors = good;                                                                                                        \
        params = nadir_loss_params_default(loss_);                                                                             \
        assignment;                                                                                                            \
        TEST_FAILS(bad, text, nadir_loss_compute(context, loss_, &tensors, &params));                                          \
    } while (0)
    REFUSES(NADIR_LOSS_HUBER, "delta", params.delta = 0);
    REFUSES(NADIR_LOSS_HUBER, "delta", params.delta = NAN);
    REFUSES(NADIR_LOSS_SMOOTH_L1, "beta", params.beta = -1);
    REFUSES(NADIR_LOSS_QUANTILE, "quantile", params.quantile = 2);
    REFUSES(NADIR_LOSS_EPSILON_INSENSITIVE, "epsilon", params.epsilon = -1);
    REFUSES(NADIR_LOSS_BCE, "eps", params.eps = 0.5f);
    REFUSES(NADIR_LOSS_BCE, "label_smoothing", params.label_smoothing = 1.5f);
    REFUSES(NADIR_LOSS_SIGMOID_FOCAL, "gamma", params.gamma = -1);
    REFUSES(NADIR_LOSS_KL_DIV, "eps", (params.eps = 2, params.from_probabilities = true));
    REFUSES(NADIR_LOSS_MSE, "target", tensors.target = NULL);
    REFUSES(NADIR_LOSS_MSE, "target", tensors.target = &vector->tensor);
    REFUSES(NADIR_LOSS_MSE, "target", tensors.target = &ints->tensor);
    REFUSES(NADIR_LOSS_MSE, "input", tensors.x[0] = NULL);
    REFUSES(NADIR_LOSS_MSE, "dinput", tensors.dx[0] = &vector->tensor);
    REFUSES(NADIR_LOSS_MSE, "weight", tensors.weight = &x->tensor);
    REFUSES(NADIR_LOSS_BCE, "pos_weight", tensors.pos_weight = &x->tensor);
    REFUSES(NADIR_LOSS_BCE, "weight", tensors.weight = &vector->tensor);
    REFUSES(NADIR_LOSS_BCE_WITH_LOGITS, "pos_weight", tensors.pos_weight = &vector->tensor);
    REFUSES(NADIR_LOSS_MSE, "sample_weight", tensors.sample_weight = &x->tensor);
    REFUSES(NADIR_LOSS_MSE, "upstream", tensors.upstream = &x->tensor);
    REFUSES(NADIR_LOSS_MSE, "x[1]", tensors.x[1] = &x->tensor);
    REFUSES(NADIR_LOSS_GAUSSIAN_NLL, "var", (void)0);
    REFUSES(NADIR_LOSS_MSE, "overlap", tensors.dx[0] = &t->tensor);
    REFUSES(NADIR_LOSS_MSE, "loss", params.reduction = NADIR_REDUCTION_NONE);
    REFUSES(NADIR_LOSS_MSE, "output", (tensors.loss = NULL, tensors.dx[0] = NULL));
#undef REFUSES
    TEST_OK(nadir_context_finish(context));
    test_unchanged(dx);
    test_unchanged(loss);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pointwise_loss");
    TCase *values = test_case(suite, "values"), *weighted = test_case(suite, "weights"), *special = test_case(suite, "special");
    tcase_add_test(values, finite_differences);
    tcase_add_loop_test(values, every_loss, 0, TEST_WALKS);
    tcase_add_loop_test(values, sizes, 0, TEST_WALKS);
    tcase_add_loop_test(weighted, weights, 0, TEST_WALKS);
    tcase_add_loop_test(weighted, empty, 0, TEST_WALKS);
    tcase_add_loop_test(special, kinks, 0, TEST_WALKS);
    tcase_add_loop_test(special, bce_at_0_and_1, 0, TEST_WALKS);
    tcase_add_loop_test(special, extremes, 0, TEST_WALKS);
    tcase_add_loop_test(special, nan_passes, 0, TEST_WALKS);
    tcase_add_loop_test(special, gaussian_below_eps, 0, TEST_WALKS);
    tcase_add_loop_test(special, focal_without_gamma, 0, TEST_WALKS);
    tcase_add_loop_test(special, digits, 0, TEST_WALKS);
    tcase_add_loop_test(special, preset_keras, 0, TEST_WALKS);
    tcase_add_test(special, refusals);
    return test_run(suite);
}
