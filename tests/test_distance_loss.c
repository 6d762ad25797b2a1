/* SPDX-License-Identifier: MIT */
/* Losses of the distance between rows: cosine embedding and triplet margin. (golden/losses.h holds PyTorch's numbers.) */
#include "support.h"

#include "ref/ref.h"

#include <stdio.h>

struct variant {
    const char *name;
    enum nadir_loss loss;
    float margin, p;
    bool swap;
    float eps;
};

static const struct variant variants[] = {
    {"cosine", NADIR_LOSS_COSINE_EMBEDDING, 0, 2, false, 0},
    {"cosine, margin 0.4", NADIR_LOSS_COSINE_EMBEDDING, 0.4f, 2, false, 0},
    {"triplet", NADIR_LOSS_TRIPLET_MARGIN, 1.3f, 2, false, 1e-6f},
    {"triplet 1", NADIR_LOSS_TRIPLET_MARGIN, 0.7f, 1, false, 1e-6f},
    {"triplet 3", NADIR_LOSS_TRIPLET_MARGIN, 1.3f, 3, false, 1e-6f},
    {"triplet 1.5", NADIR_LOSS_TRIPLET_MARGIN, 1.3f, 1.5f, false, 0},
    {"triplet, swap", NADIR_LOSS_TRIPLET_MARGIN, 1.3f, 2, true, 1e-6f},
    {"triplet 1, swap", NADIR_LOSS_TRIPLET_MARGIN, 0.7f, 1, true, 1e-6f},
    {"triplet 10, swap", NADIR_LOSS_TRIPLET_MARGIN, 0.7f, 10, true, 1e-6f},
};
enum { VARIANTS = sizeof variants / sizeof *variants };

static const size_t offsets[] = {0, 1, 3, 17};

static bool is_cosine(const struct variant *v)
{
    return v->loss == NADIR_LOSS_COSINE_EMBEDDING;
}

static int inputs_of(const struct variant *v)
{
    return is_cosine(v) ? 2 : 3;
}

/* Inputs of a call, on the host; released with the test. */
struct data {
    size_t rows, cols;
    float *x[3], *target, *sample_weight, *upstream;
};

/* Multiples of 1 / 64 up to 4: differences between rows are exact, so that e = u - v + eps has one rounding. */
static float *grid(struct test_random *random, size_t n, float low)
{
    float *x = test_floats(n);
    for (size_t i = 0; i < n; i++) x[i] = low + (float)(test_word(random) % (unsigned)((4 - low) * 64)) / 64;
    return x;
}

static struct data make(size_t rows, size_t cols, uint64_t seed)
{
    static const float targets[] = {1, -1, 1, -1, 0, -1, 0.5f};
    struct test_random random = test_seed(seed);
    struct data d = {.rows = rows, .cols = cols};
    for (int k = 0; k < 3; k++) d.x[k] = grid(&random, rows * cols, -4);
    for (size_t i = 0; i < rows; i++) { /* every other negative is near the positive, every third far away */
        for (size_t j = 0; j < cols; j++) {
            float *x = &d.x[2][i * cols + j];
            if (i % 2 == 1) *x = d.x[1][i * cols + j] + *x / 4;
            if (i % 3 == 2) *x += 2;
        }
    }
    d.target = test_floats(rows);
    for (size_t i = 0; i < rows; i++) d.target[i] = targets[i % 7];
    d.sample_weight = grid(&random, rows, 0);
    d.upstream = grid(&random, rows, -4);
    return d;
}

/* l and its gradients, and what they may be off by, all without sample weights. */
struct expected {
    double *l, *l_bound, *dx[3], *bound[3];
};

static double squares(const double *x, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += x[i] * x[i];
    return sum;
}

static double finite_or_zero(double x)
{
    return isfinite(x) ? fabs(x) : 0;
}

static double norm(const double *u, const double *v, double p, double eps, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += pow(fabs(u[i] - v[i] + eps), p);
    return pow(sum, 1 / p);
}

/* Sums of up to n terms in blocks and a tree: 2e-6 of the sum of magnitudes. Cosine: that is 2e-6 of the norms' product, for c
 * and for both terms of the gradient. Distances: 3e-6 relative with roots, no more than that in e / d; a power takes p - 1
 * times the error of e / d, and 2 u |log r| for r down to 1e-6. */
static struct expected expect(const struct variant *v, const struct data *d)
{
    const size_t rows = d->rows, cols = d->cols, n = rows * cols;
    struct expected e = {.l = test_doubles(rows), .l_bound = test_doubles(rows)};
    const double *x[3];
    for (int k = 0; k < 3; k++) {
        e.dx[k] = test_doubles(n);
        e.bound[k] = test_doubles(n);
        x[k] = test_widen(d->x[k], n);
    }
    const double p = (double)v->p, eps = (double)v->eps, margin = (double)v->margin;
    if (is_cosine(v)) {
        ref_cosine_embedding(e.l, e.dx[0], e.dx[1], x[0], x[1], test_widen(d->target, rows), margin, rows, cols);
        for (size_t i = 0; i < rows; i++, x[0] += cols, x[1] += cols) {
            const double n0 = squares(x[0], cols) + 1e-12, n1 = squares(x[1], cols) + 1e-12;
            e.l_bound[i] = 2e-6;
            for (size_t j = 0; j < cols; j++) {
                e.bound[0][i * cols + j] = 2e-6 * (fabs(x[1][j]) / sqrt(n0) / sqrt(n1) + fabs(x[0][j]) / n0);
                e.bound[1][i * cols + j] = 2e-6 * (fabs(x[0][j]) / sqrt(n0) / sqrt(n1) + fabs(x[1][j]) / n1);
            }
        }
        return e;
    }
    ref_triplet_margin(e.l, e.dx[0], e.dx[1], e.dx[2], x[0], x[1], x[2], p, margin, eps, v->swap, rows, cols);
    const double relative = p == 1 || p == 2 ? 3e-6 : 3e-6 + 5e-6 * (p - 1);
    for (size_t i = 0; i < rows; i++) {
        const size_t at = i * cols;
        e.l_bound[i] = 3e-6 * (norm(x[0] + at, x[1] + at, p, eps, cols) + norm(x[0] + at, x[2] + at, p, eps, cols)) + 5e-7;
        for (size_t j = at; j < at + cols; j++) {
            double sum = 0; /* of both slopes, or more */
            for (int k = 0; k < 3; k++) sum += finite_or_zero(e.dx[k][j]);
            for (int k = 0; k < 3; k++) e.bound[k][j] = relative * sum;
        }
    }
    return e;
}

struct call {
    struct nadir_loss_tensors tensors;
    struct test_tensor *x[3], *target, *loss, *dx[3];
    struct nadir_loss_params params;
};

static struct call prepare(struct nadir_context *context, const struct variant *v, const struct data *d, size_t offset,
                           enum nadir_reduction reduction)
{
    const size_t rows = d->rows, cols = d->cols;
    const bool none = reduction == NADIR_REDUCTION_NONE;
    struct call call = {.params = nadir_loss_params_default(v->loss)};
    call.params.reduction = reduction;
    call.params.margin = v->margin;
    call.params.p = v->p;
    call.params.eps = v->eps;
    call.params.swap = v->swap;
    for (int k = 0; k < inputs_of(v); k++) {
        call.x[k] = test_matrix(context, offset + (size_t)k, rows, cols, d->x[k]);
        call.dx[k] = test_matrix(context, offset + 2 * (size_t)k, rows, cols, NULL);
        call.tensors.x[k] = &call.x[k]->tensor;
        call.tensors.dx[k] = &call.dx[k]->tensor;
    }
    call.loss = test_vector(context, offset, none ? rows : 1, NULL);
    call.tensors.loss = &call.loss->tensor;
    if (is_cosine(v)) {
        call.target = test_vector(context, offset + 1, rows, d->target);
        call.tensors.target = &call.target->tensor;
    }
    if (d->sample_weight) call.tensors.sample_weight = &test_vector(context, offset, rows, d->sample_weight)->tensor;
    if (none && d->upstream) call.tensors.upstream = &test_vector(context, offset + 3, rows, d->upstream)->tensor;
    return call;
}

/* Multiplies the gradients of a row, and what they may be off by. */
static void scale_row(const struct expected *e, const struct variant *v, size_t row, size_t cols, double factor)
{
    for (int k = 0; k < inputs_of(v); k++)
        for (size_t j = row * cols; j < (row + 1) * cols; j++) {
            e->dx[k][j] *= factor;
            e->bound[k][j] = e->bound[k][j] * fabs(factor) + 1e-36; /* powers end at 2^-126 */
        }
}

/* Runs with reduction none and compares; then in place, with outputs left out, and again, which must give the same bits. */
static void check_rows(struct nadir_context *context, const struct variant *v, const struct data *d, size_t offset)
{
    const size_t rows = d->rows, cols = d->cols, n = rows * cols;
    const int inputs = inputs_of(v);
    struct call call = prepare(context, v, d, offset, NADIR_REDUCTION_NONE);
    call.params.gradient_scale = 0.75f;
    const struct expected e = expect(v, d);
    for (size_t i = 0; i < rows; i++) {
        const double weight = d->sample_weight ? (double)d->sample_weight[i] : 1;
        e.l[i] *= weight;
        e.l_bound[i] = finite_or_zero(e.l_bound[i] * weight);
        scale_row(&e, v, i, cols, 0.75 * weight * (d->upstream ? (double)d->upstream[i] : 1));
    }
    TEST_OK(nadir_loss_compute(context, v->loss, &call.tensors, &call.params));
    char what[128];
    snprintf(what, sizeof what, "%s: loss, %zu x %zu", v->name, rows, cols);
    test_expect_within(what, test_read(call.loss), e.l, e.l_bound, rows);
    for (int k = 0; k < inputs; k++) {
        snprintf(what, sizeof what, "%s: gradient %d, %zu x %zu", v->name, k, rows, cols);
        test_expect_within(what, test_read(call.dx[k]), e.dx[k], e.bound[k], n);
        test_unchanged(call.x[k]);
    }

    struct test_tensor *loss = test_vector(context, offset, rows, NULL);
    struct nadir_loss_tensors tensors = call.tensors;
    for (int k = 0; k < inputs; k++) tensors.dx[k] = NULL;
    tensors.loss = &loss->tensor;
    TEST_OK(nadir_loss_compute(context, v->loss, &tensors, &call.params));
    test_expect_bits("loss alone", test_read(loss), test_read(call.loss), rows);
    tensors.loss = NULL;
    for (int k = 0; k < inputs; k++) {
        struct test_tensor *gradient = test_matrix(context, 1, rows, cols, NULL);
        for (int other = 0; other < inputs; other++) tensors.dx[other] = other == k ? &gradient->tensor : NULL;
        TEST_OK(nadir_loss_compute(context, v->loss, &tensors, &call.params));
        test_expect_bits("one gradient alone", test_read(gradient), test_read(call.dx[k]), n);
    }

    loss = test_vector(context, offset, rows, NULL);
    tensors.loss = &loss->tensor;
    for (int k = 0; k < inputs; k++) tensors.dx[k] = tensors.x[k];
    TEST_OK(nadir_loss_compute(context, v->loss, &tensors, &call.params));
    test_expect_bits("in place: loss", test_read(loss), test_read(call.loss), rows);
    for (int k = 0; k < inputs; k++) test_expect_bits("in place: gradient", test_read(call.x[k]), test_read(call.dx[k]), n);
    test_reset();
}

static const size_t shapes[][2] = { /* rows, columns */
    {1, 1},   {9, 1},   {5, 2},   {7, 3},    {61, 10},  {15, 15},  {16, 16},  {33, 17},    {9, 31},   {40, 32},
    {5, 100}, {7, 255}, {7, 256}, {7, 257}, {7, 1009}, {2, 1023}, {2, 1025}, {3, 4099}, {2, 100003}, {260, 10}, {2, 35},
};

START_TEST(values)
{
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        for (size_t k = 0; k < VARIANTS; k++) {
            const size_t rows = shapes[i][0], cols = shapes[i][1];
            if (test_small() && (rows > 2 || cols > 40)) continue;
            const struct data d = make(rows, cols, 10 * i + k);
            check_rows(context, &variants[k], &d, offsets[(i + k) % 4]);
        }
}
END_TEST

/* Rows of zeros, equal rows (distance 0 without eps), opposite rows, and numbers far from 1. */
START_TEST(extremes)
{
    static const size_t widths[] = {1, 5, 16, 35, 300};
    static const float scales[] = {1e4f, 1e-4f, 1e-12f, 1e15f};
    struct nadir_context *context = test_walk(_i);
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++)
        for (size_t k = 0; k < VARIANTS; k++) {
            enum { ROWS = 28 };
            const size_t cols = widths[w];
            if (test_small() && (cols != 5 || (k != 0 && k != 4))) continue;
            struct variant v = variants[k];
            struct data d = make(ROWS, cols, w);
            d.sample_weight = d.upstream = NULL;
            for (size_t i = 0; i < ROWS; i++)
                for (size_t j = i * cols; j < (i + 1) * cols; j++) {
                    float *const x[] = {&d.x[0][j], &d.x[1][j], &d.x[2][j]};
                    switch (i / 3) {
                    case 0: *x[0] = 0; break;
                    case 1: *x[1] = 0; break;
                    case 2: *x[0] = *x[1] = *x[2] = 0; break;
                    case 3: *x[1] = *x[0]; break;
                    case 4: *x[2] = *x[0], *x[1] = -*x[0]; break;
                    case 5: *x[2] = *x[1]; break;
                    default:
                        if (is_cosine(&v))
                            for (int input = 0; input < 3; input++) *x[input] *= scales[i % 4];
                        else
                            for (int input = 0; input < 3; input++) *x[input] *= i % 2 ? 0x1p13f : 0x1p-10f; /* still exact */
                    }
                }
            check_rows(context, &v, &d, offsets[w % 4]);
        }
}
END_TEST

/* NaN and infinities in each input make a row what the formula says, and touch no other row. */
START_TEST(not_finite)
{
    static const size_t widths[] = {1, 10, 17, 300};
    struct nadir_context *context = test_walk(_i);
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++)
        for (size_t k = 0; k < VARIANTS; k++) {
            enum { ROWS = 21 };
            const float special[] = {NAN, INFINITY, -INFINITY};
            const size_t cols = widths[w];
            if (test_small() && (cols != 17 || (k != 1 && k != 6))) continue;
            struct data d = make(ROWS, cols, w);
            d.upstream = NULL;
            for (size_t i = 0; i < 18; i++) {
                d.sample_weight[i] += 0.25f;
                d.target[i] = i % 2 ? 1 : -1;
                d.x[i % 3][i * cols + (i < 9 ? cols / 2 : cols - 1)] = special[i / 3 % 3];
            }
            d.x[0][16 * cols] = d.x[2][16 * cols] = INFINITY;
            d.x[0][17 * cols] = INFINITY, d.x[1][17 * cols + cols - 1] = NAN;
            d.target[18] = NAN;
            d.target[19] = INFINITY;
            check_rows(context, &variants[k], &d, offsets[w % 4]);
        }
}
END_TEST

static void check_reduction(struct nadir_context *context, const struct variant *v, const struct data *d,
                            enum nadir_reduction reduction, enum nadir_denominator kind, enum nadir_empty empty)
{
    const size_t rows = d->rows, cols = d->cols;
    struct call call = prepare(context, v, d, 1, reduction);
    call.params.denominator = kind;
    call.params.empty = empty;
    const struct expected e = expect(v, d);
    double weights = 0, total = 0, bound = 0;
    for (size_t i = 0; i < rows; i++) weights += d->sample_weight ? (double)d->sample_weight[i] : 1;
    const double divisor = reduction == NADIR_REDUCTION_SUM ? 1
                           : reduction == NADIR_REDUCTION_MEAN && kind == NADIR_DENOMINATOR_WEIGHTS ? weights : (double)rows;
    const double factor = divisor == 0 && empty == NADIR_EMPTY_ZERO ? 0 : 1 / divisor;
    for (size_t i = 0; i < rows; i++) {
        const double scale = factor * (d->sample_weight ? (double)d->sample_weight[i] : 1);
        total += e.l[i] * scale;
        bound += (2e-6 * e.l[i] + e.l_bound[i]) * scale;
        scale_row(&e, v, i, cols, scale);
    }
    if (rows == 0) total = 0 * factor;
    TEST_OK(nadir_loss_compute(context, v->loss, &call.tensors, &call.params));
    char what[128];
    snprintf(what, sizeof what, "%s, %zu x %zu, reduction %d, denominator %d", v->name, rows, cols, (int)reduction, (int)kind);
    test_expect(what, test_read(call.loss), &total, 1, bound, 0);
    for (int k = 0; k < inputs_of(v); k++) test_expect_within(what, test_read(call.dx[k]), e.dx[k], e.bound[k], rows * cols);
    test_reset();
}

START_TEST(reductions)
{
    struct nadir_context *context = test_walk(_i);
    for (size_t k = 0; k < VARIANTS; k++)
        for (int reduction = NADIR_REDUCTION_MEAN; reduction < NADIR_REDUCTION_NONE; reduction++)
            for (int kind = NADIR_DENOMINATOR_DEFAULT; kind <= NADIR_DENOMINATOR_WEIGHTS; kind++)
                for (int weights = 0; weights < 2; weights++) {
                    if (reduction != NADIR_REDUCTION_MEAN && kind > 0) continue; /* the denominator is that of a mean */
                    if (test_small() && !weights) continue;
                    struct data d = make(test_small() ? 2 : 53, 7, k);
                    if (!weights) d.sample_weight = NULL;
                    check_reduction(context, &variants[k], &d, (enum nadir_reduction)reduction, (enum nadir_denominator)kind,
                                    NADIR_EMPTY_NAN);
                }
}
END_TEST

/* Rank 3: rows are all axes but the last, batchmean divides by the first. */
START_TEST(more_axes)
{
    struct nadir_context *context = test_walk(_i);
    const struct variant *v = &variants[0];
    const size_t shape[] = {2, 3, 5};
    const struct data d = make(6, 5, 3);
    const struct expected e = expect(v, &d);
    double total = 0;
    for (size_t i = 0; i < 6; i++) {
        total += e.l[i] * (double)d.sample_weight[i] / 2;
        scale_row(&e, v, i, 5, (double)d.sample_weight[i] / 2);
    }
    struct test_tensor *x[2], *dx[2], *loss = test_vector(context, 0, 1, NULL);
    for (int k = 0; k < 2; k++) {
        x[k] = test_input(context, NADIR_F32, 1, 3, shape, d.x[k]);
        dx[k] = test_output(context, NADIR_F32, 2, 3, shape);
    }
    struct test_tensor *target = test_input(context, NADIR_F32, 1, 2, shape, d.target);
    struct test_tensor *sample_weight = test_input(context, NADIR_F32, 1, 2, shape, d.sample_weight);
    struct nadir_loss_params params = nadir_loss_params_default(v->loss);
    params.reduction = NADIR_REDUCTION_BATCHMEAN;
    const struct nadir_loss_tensors tensors = {.x = {&x[0]->tensor, &x[1]->tensor},
                                               .dx = {&dx[0]->tensor, &dx[1]->tensor},
                                               .target = &target->tensor,
                                               .sample_weight = &sample_weight->tensor,
                                               .loss = &loss->tensor};
    TEST_OK(nadir_loss_compute(context, v->loss, &tensors, &params));
    test_expect("loss", test_read(loss), &total, 1, 3e-5, 0); /* 2e-6 of 6 rows, weights up to 4, halved */
    for (int k = 0; k < 2; k++) test_expect_within("gradient", test_read(dx[k]), e.dx[k], e.bound[k], 30);
}
END_TEST

/* Central differences of the references, in rows away from kinks. */
START_TEST(references_agree_with_finite_differences)
{
    enum { ROWS = 5, COLS = 6, N = ROWS * COLS };
    for (size_t k = 0; k < VARIANTS; k++) {
        const struct variant *v = &variants[k];
        struct test_random random = test_seed(11);
        double *x[3], *dx[3], *unused[3], l[ROWS];
        for (int input = 0; input < 3; input++) {
            x[input] = test_widen(test_random_floats(&random, N, -2, 2), N);
            dx[input] = test_doubles(N);
            unused[input] = test_doubles(N);
        }
        const double t[ROWS] = {1, -1, 1, -1, 0}, margin = (double)v->margin, p = (double)v->p, eps = (double)v->eps;
        for (int j = 0; j < COLS; j++) x[0][COLS + j] = x[1][COLS + j] + 0.3 * x[0][COLS + j]; /* a loss for t = -1 */
#define REFERENCE(dx)                                                                                                          \
    (is_cosine(v) ? ref_cosine_embedding(l, (dx)[0], (dx)[1], x[0], x[1], t, margin, ROWS, COLS)                               \
                  : ref_triplet_margin(l, (dx)[0], (dx)[1], (dx)[2], x[0], x[1], x[2], p, margin, eps, v->swap, ROWS, COLS))
        REFERENCE(dx);
        ck_assert_msg(ref_sum(l, ROWS) > 0.1, "%s: the loss is 0", v->name);
        for (int input = 0; input < inputs_of(v); input++)
            for (int i = 0; i < N; i++) {
                const double h = 1e-6, at = x[input][i];
                x[input][i] = at + h;
                REFERENCE(unused);
                const double above = ref_sum(l, ROWS);
                x[input][i] = at - h;
                REFERENCE(unused);
                const double slope = (above - ref_sum(l, ROWS)) / (2 * h);
                x[input][i] = at;
                ck_assert_msg(fabs(slope - dx[input][i]) <= 1e-8, "%s, input %d, element %d: slope %g, gradient %g", v->name,
                              input, i, slope, dx[input][i]);
            }
        test_reset();
    }
}
END_TEST

START_TEST(empty_and_refusals)
{
    struct nadir_context *context = test_walk(_i);
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    for (size_t k = 0; k < VARIANTS; k++) {
        const struct variant *v = &variants[k];
        const struct data none = {.cols = 7};
        check_reduction(context, v, &none, NADIR_REDUCTION_MEAN, NADIR_DENOMINATOR_DEFAULT, NADIR_EMPTY_NAN);
        check_reduction(context, v, &none, NADIR_REDUCTION_MEAN, NADIR_DENOMINATOR_DEFAULT, NADIR_EMPTY_ZERO);
        check_reduction(context, v, &none, NADIR_REDUCTION_SUM, NADIR_DENOMINATOR_DEFAULT, NADIR_EMPTY_NAN);

        const struct data d = make(4, 7, 1);
        struct call call = prepare(context, v, &d, 0, NADIR_REDUCTION_NONE);
        struct test_tensor *narrow = test_matrix(context, 0, 4, 6, NULL), *three = test_vector(context, 0, 3, d.target);
        struct nadir_loss_tensors t = call.tensors;
        t.x[1] = NULL;
        TEST_FAILS(bad, is_cosine(v) ? "input2" : "positive", nadir_loss_compute(context, v->loss, &t, &call.params));
        t.x[1] = &narrow->tensor;
        TEST_FAILS(bad, is_cosine(v) ? "input2" : "positive", nadir_loss_compute(context, v->loss, &t, &call.params));
        t = call.tensors, t.dx[1] = &narrow->tensor;
        TEST_FAILS(bad, is_cosine(v) ? "dinput2" : "dpositive", nadir_loss_compute(context, v->loss, &t, &call.params));
        t = call.tensors, t.target = &three->tensor;
        TEST_FAILS(bad, "target", nadir_loss_compute(context, v->loss, &t, &call.params));
        t = call.tensors, t.weight = &three->tensor;
        TEST_FAILS(bad, "weight", nadir_loss_compute(context, v->loss, &t, &call.params));
        t = call.tensors, t.dx[0] = t.x[1];
        TEST_FAILS(bad, "overlap", nadir_loss_compute(context, v->loss, &t, &call.params));
        t = call.tensors, t.dx[0] = t.dx[1];
        TEST_FAILS(bad, "overlap", nadir_loss_compute(context, v->loss, &t, &call.params));
        struct nadir_loss_params params = call.params;
        params.margin = INFINITY;
        TEST_FAILS(bad, "margin", nadir_loss_compute(context, v->loss, &call.tensors, &params));
        params = call.params, params.p = 0.5f;
        if (!is_cosine(v)) TEST_FAILS(bad, "p = 0.5", nadir_loss_compute(context, v->loss, &call.tensors, &params));
        TEST_OK(nadir_context_finish(context));
        test_unchanged(call.x[0]);
        test_unchanged(call.loss);
        test_unchanged(call.dx[0]);
        test_reset();
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("distance_loss");
    TCase *tcase = test_case(suite, "distance_loss");
    tcase_add_test(tcase, references_agree_with_finite_differences);
    tcase_add_loop_test(tcase, values, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, extremes, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, not_finite, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, reductions, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, more_axes, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, empty_and_refusals, 0, TEST_WALKS);
    return test_run(suite);
}
