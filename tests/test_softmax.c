/* SPDX-License-Identifier: MIT */
/* Softmax, log-softmax and logsumexp, and their gradients, at awkward sizes and extreme values. */
#include "support.h"

#include "ref/ref.h"

#include <stdio.h>

#define U 0x1p-24 /* unit roundoff of float */

enum { KINDS = 3 }; /* of enum nadir_softmax */
static const enum nadir_dtype dtypes[] = {NADIR_F32, NADIR_F16, NADIR_BF16};

/* One call: x (rows, cols), dy like y. */
struct scene {
    const char *name;
    enum nadir_softmax softmax;
    enum nadir_dtype dtype;
    size_t rows, cols, offset;
    const float *x, *dy;
    struct nadir_softmax_params params;
};

static struct scene make_scene(const char *name, enum nadir_softmax softmax, size_t rows, size_t cols, const float *x)
{
    const size_t n = softmax == NADIR_LOGSUMEXP ? rows : rows * cols;
    struct test_random random = test_seed(rows + cols);
    return (struct scene){.name = name, .softmax = softmax, .rows = rows, .cols = cols, .x = x,
                          .dy = test_random_floats(&random, n, -1, 1), .params = nadir_softmax_params_default()};
}

/* The numbers of a type nearest to some floats. */
static double *rounded(enum nadir_dtype dtype, const float *x, size_t n)
{
    double *y = test_widen(x, n);
    for (size_t i = 0; i < n; i++) y[i] = test_round(dtype, y[i]);
    return y;
}

/* Rounds what is expected to the type: once, so that one unit around it is allowed. */
static void round_expected(enum nadir_dtype dtype, double *want, double *bound, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        bound[i] += 4 * U * fabs(want[i]) + 1e-37; /* results below the normal range may be flushed */
        if (dtype == NADIR_F32 || !isfinite(want[i])) continue;
        want[i] = test_round(dtype, want[i]);
        bound[i] = fmax(bound[i], test_ulp(dtype, want[i]));
    }
}

static bool is_masked(const double *x, size_t cols)
{
    for (size_t j = 0; j < cols; j++)
        if (x[j] != -INFINITY) return false;
    return true;
}

/* Bounds: with m the largest x / T, x / T - lse has the roundings of 4 U (|m| + |lse| + |x / T| + 1), and 1e-6 of itself where
 * x is the largest; exp has those of its argument and a few ulp, U (32 + 4 (m - x / T)). */
static void check_forward(struct nadir_context *context, const struct scene *s)
{
    const size_t rows = s->rows, cols = s->cols, per_row = s->softmax == NADIR_LOGSUMEXP ? 1 : cols, n = rows * per_row;
    const enum nadir_dtype dtype = s->softmax == NADIR_LOGSUMEXP ? NADIR_F32 : s->dtype;
    const double *x = rounded(s->dtype, s->x, rows * cols), t = (double)s->params.temperature;
    double *want = test_doubles(n), *bound = test_doubles(n);
    for (size_t i = 0; i < rows; i++) {
        const double *row = x + i * cols, m = row[ref_argmax(row, cols)] / t;
        double *y = want + i * per_row, *b = bound + i * per_row, lse;
        ref_softmax(y, row, cols, s->softmax, t);
        ref_softmax(&lse, row, cols, NADIR_LOGSUMEXP, t);
        const bool zero = s->params.masked_row == NADIR_MASKED_ROW_ZERO && is_masked(row, cols);
        for (size_t j = 0; j < per_row; j++) {
            const double at = s->softmax == NADIR_LOGSUMEXP ? 0 : row[j] / t, below = isfinite(at) ? m - at : 0;
            if (zero && s->softmax != NADIR_LOGSUMEXP) y[j] = s->softmax == NADIR_SOFTMAX ? 0 : -INFINITY;
            if (!isfinite(y[j])) continue;
            if (s->softmax == NADIR_SOFTMAX) b[j] = fmin(U * (32 + 4 * below), 1) * y[j];
            else b[j] = 4 * U * (fabs(m) + fabs(lse) + fabs(at) + 1);
            if (s->softmax == NADIR_LOG_SOFTMAX && at == m) b[j] = fmin(b[j], 1e-6 * fabs(y[j]));
        }
    }
    round_expected(dtype, want, bound, n);

    const size_t shape[2] = {rows, cols}, *y_shape = shape;
    const unsigned rank = s->softmax == NADIR_LOGSUMEXP ? 1 : 2;
    char what[128];
    struct test_tensor *in = test_input(context, s->dtype, s->offset, 2, shape, s->x);
    struct test_tensor *y = test_output(context, dtype, s->offset, rank, y_shape);
    TEST_OK(nadir_softmax_forward(context, &y->tensor, &in->tensor, s->softmax, &s->params));
    snprintf(what, sizeof what, "%s: %s, %s, %zu x %zu", s->name, nadir_softmax_name(s->softmax), nadir_dtype_name(s->dtype),
             rows, cols);
    test_expect_within(what, test_read(y), want, bound, n);
    test_unchanged(in);
    if (s->softmax == NADIR_LOGSUMEXP) return;
    TEST_OK(nadir_softmax_forward(context, &in->tensor, &in->tensor, s->softmax, &s->params));
    test_expect_bits("in place", test_read(in), test_read(y), n);
}

/* Bounds: the sum of dy y, or dy, over a row has chains of 64 and of blocks; the rest is a few roundings. */
static void check_backward(struct nadir_context *context, const struct scene *s)
{
    const size_t rows = s->rows, cols = s->cols, per_row = s->softmax == NADIR_LOGSUMEXP ? 1 : cols, n = rows * cols;
    const enum nadir_dtype y_type = s->softmax == NADIR_LOGSUMEXP ? NADIR_F32 : s->dtype;
    const double *x = rounded(s->dtype, s->x, n), *dy = rounded(y_type, s->dy, rows * per_row);
    const double t = (double)s->params.temperature, chain = 2 * U * (72 + (double)cols / 1024);
    /* `saved` as the forward pass would have it, but exact. */
    float *saved = test_floats(n);
    double *want = test_doubles(n), *bound = test_doubles(n), *row = test_doubles(cols);
    for (size_t i = 0; i < rows; i++) {
        const double *in = x + i * cols, *g = dy + i * per_row, m = in[ref_argmax(in, cols)] / t;
        const bool zero = s->params.masked_row == NADIR_MASKED_ROW_ZERO && is_masked(in, cols);
        double *dx = want + i * cols, *b = bound + i * cols, sum = 0;
        if (s->softmax == NADIR_LOGSUMEXP) {
            for (size_t j = 0; j < cols; j++) row[j] = in[j];
        } else {
            ref_softmax(row, in, cols, s->softmax, t);
            for (size_t j = 0; j < cols; j++) {
                if (zero) row[j] = s->softmax == NADIR_SOFTMAX ? 0 : -INFINITY;
                row[j] = test_round(s->dtype, row[j]);
                sum += fabs(g[j] * (s->softmax == NADIR_SOFTMAX ? row[j] : 1));
            }
        }
        for (size_t j = 0; j < cols; j++) saved[i * cols + j] = (float)row[j];
        ref_softmax_backward(dx, g, row, cols, s->softmax, t);
        for (size_t j = 0; j < cols; j++) {
            if (zero) dx[j] = 0;
            if (!isfinite(dx[j])) continue;
            const double below = isfinite(row[j]) ? s->softmax == NADIR_LOGSUMEXP ? m - in[j] / t : fabs(row[j]) : 0;
            const double p = s->softmax == NADIR_SOFTMAX ? row[j] : exp(row[j]);
            if (s->softmax == NADIR_LOGSUMEXP) b[j] = U * (32 + 4 * below) * fabs(dx[j]);
            else if (s->softmax == NADIR_SOFTMAX) b[j] = p / t * (4 * U * fabs(g[j]) + chain * sum);
            else b[j] = (4 * U * fabs(g[j]) + p * (U * (32 + 4 * below) + chain) * sum) / t;
        }
    }
    round_expected(s->dtype, want, bound, n);

    const size_t shape[2] = {rows, cols};
    const unsigned rank = s->softmax == NADIR_LOGSUMEXP ? 1 : 2;
    char what[128];
    struct test_tensor *in = test_input(context, s->dtype, s->offset, 2, shape, saved);
    struct test_tensor *g = test_input(context, y_type, s->offset, rank, shape, s->dy);
    struct test_tensor *dx = test_output(context, s->dtype, s->offset, 2, shape);
    TEST_OK(nadir_softmax_backward(context, &dx->tensor, &g->tensor, &in->tensor, s->softmax, &s->params));
    snprintf(what, sizeof what, "%s: gradient of %s, %s, %zu x %zu", s->name, nadir_softmax_name(s->softmax),
             nadir_dtype_name(s->dtype), rows, cols);
    test_expect_within(what, test_read(dx), want, bound, n);
    test_unchanged(in);
    test_unchanged(g);
    /* In place of what was saved, and of dy. */
    if (s->softmax != NADIR_LOGSUMEXP) {
        struct test_tensor *both = test_input(context, y_type, s->offset, rank, shape, s->dy);
        TEST_OK(nadir_softmax_backward(context, &both->tensor, &both->tensor, &in->tensor, s->softmax, &s->params));
        test_expect_bits("in place of dy", test_read(both), test_read(dx), n);
    }
    TEST_OK(nadir_softmax_backward(context, &in->tensor, &g->tensor, &in->tensor, s->softmax, &s->params));
    test_expect_bits("in place of the saved", test_read(in), test_read(dx), n);
}

static void check_scene(struct nadir_context *context, const struct scene *s)
{
    check_forward(context, s);
    check_backward(context, s);
}

static const size_t shapes[][2] = { /* rows, columns */
    {1, 1},   {61, 10}, {1, 10},  {257, 10}, {17, 15},  {33, 16},   {33, 17},   {40, 32},
    {5, 100}, {4, 255}, {4, 257}, {5, 1000}, {7, 1009}, {2, 16385}, {2, 100003},
};
enum { SHAPES = sizeof shapes / sizeof *shapes };
static const size_t offsets[] = {0, 1, 3, 17};

START_TEST(values)
{
    struct nadir_context *context = test_walk(_i % TEST_WALKS);
    for (size_t i = 0; i < SHAPES; i++)
        for (int kind = 0; kind < KINDS; kind++) {
            const size_t rows = shapes[i][0], cols = shapes[i][1];
            const enum nadir_dtype dtype = dtypes[_i / TEST_WALKS];
            if (test_small() && rows * cols > 700) continue;
            if (dtype != NADIR_F32 && cols <= 16 && cols != 10) continue; /* each has a kernel of its own */
            struct test_random random = test_seed(i);
            struct scene s = make_scene("uniform", (enum nadir_softmax)kind, rows, cols,
                                        test_random_floats(&random, rows * cols, -6, 6));
            s.dtype = dtype;
            s.offset = offsets[i % 4];
            s.params.temperature = (const float[]){1, 0.7f, 2.5f}[i % 3];
            check_scene(context, &s);
            test_reset();
        }
}
END_TEST

START_TEST(a_million_columns)
{
    struct nadir_context *context = test_walk(0);
    if (test_small()) return;
    for (int kind = 0; kind < KINDS; kind++) {
        struct test_random random = test_seed(9);
        const struct scene s = make_scene("long", (enum nadir_softmax)kind, 1, 1000003,
                                          test_random_floats(&random, 1000003, -6, 6));
        check_scene(context, &s);
        test_reset();
    }
}
END_TEST

/* Rows far from 0 and far apart, maxima that move from block to block, blocks of -inf. */
START_TEST(extreme_rows)
{
    static const size_t widths[] = {10, 16, 33, 3001};
    enum { ROWS = 8 };
    struct nadir_context *context = test_walk(_i);
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++)
        for (int kind = 0; kind < KINDS; kind++) {
            const size_t cols = widths[w];
            if (test_small() && cols > 100) break;
            struct test_random random = test_seed(w);
            float *x = test_random_floats(&random, ROWS * cols, -3, 3);
            for (size_t j = 0; j < cols; j++) {
                const float place = (float)j / (float)cols;
                x[j] = x[j] < 0 ? -1e4f : 1e4f;
                x[cols + j] += 1e4f;
                x[2 * cols + j] += 100 * place;
                x[3 * cols + j] -= 50 * floorf(5 * place);
                if (j < cols / 2) x[4 * cols + j] = -INFINITY;
                if (j + 1 < cols) x[5 * cols + j] = -INFINITY;
                x[6 * cols + j] = 0.015625f * (float)(j % 5); /* sure rows, with the largest in front and at the end */
                x[7 * cols + j] = 0.015625f * (float)(j % 5);
            }
            x[6 * cols] = 40;
            x[8 * cols - 1] = 25;
            struct scene s = make_scene("extreme", (enum nadir_softmax)kind, ROWS, cols, x);
            s.offset = offsets[w];
            check_scene(context, &s);
            test_reset();
        }
}
END_TEST

/* -inf only, +inf, NaN, each in some place; fully masked rows in both modes. */
START_TEST(not_finite)
{
    static const size_t widths[] = {1, 10, 16, 17, 100, 1009};
    struct nadir_context *context = test_walk(_i);
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++)
        for (int kind = 0; kind < 2 * KINDS; kind++) {
            enum { ROWS = 12 };
            const size_t cols = widths[w];
            if (test_small() && cols > 100) break;
            struct test_random random = test_seed(w);
            float *x = test_random_floats(&random, ROWS * cols, -3, 3);
            for (size_t j = 0; j < cols; j++) x[cols + j] = x[2 * cols + j] = x[3 * cols + j] = -INFINITY;
            x[2 * cols + cols / 2] = NAN;
            x[3 * cols] = INFINITY;
            x[5 * cols + cols - 1] = INFINITY;
            x[6 * cols] = x[7 * cols - 1] = INFINITY;
            x[7 * cols + cols / 3] = NAN;
            x[8 * cols] = NAN, x[9 * cols - 1] = INFINITY; /* logsumexp NaN */
            x[10 * cols - 1] = NAN, x[9 * cols] = INFINITY;
            if (cols > 1) x[10 * cols] = -INFINITY;
            struct scene s = make_scene("not finite", (enum nadir_softmax)(kind / 2), ROWS, cols, x);
            s.params.masked_row = kind % 2 ? NADIR_MASKED_ROW_ZERO : NADIR_MASKED_ROW_NAN;
            s.offset = offsets[w % 4];
            check_scene(context, &s);
            test_reset();
        }
}
END_TEST

/* Any number of axes: the last one counts. */
START_TEST(ranks)
{
    static const size_t shape[4] = {2, 3, 5, 10};
    struct nadir_context *context = test_walk(_i);
    for (unsigned rank = 1; rank <= 4; rank++)
        for (int kind = 0; kind < KINDS; kind++) {
            const size_t *of = shape + 4 - rank;
            size_t n = 1;
            for (unsigned i = 0; i < rank; i++) n *= of[i];
            struct test_random random = test_seed(rank);
            const float *x = test_random_floats(&random, n, -3, 3);
            const bool drops = kind == NADIR_LOGSUMEXP;
            struct test_tensor *in = test_input(context, NADIR_F32, 1, rank, of, x);
            struct test_tensor *y = test_output(context, NADIR_F32, 1, drops ? rank - 1 : rank, of);
            struct test_tensor *dx = test_output(context, NADIR_F32, 1, rank, of);
            TEST_OK(nadir_softmax_forward(context, &y->tensor, &in->tensor, (enum nadir_softmax)kind, NULL));
            TEST_OK(nadir_softmax_backward(context, &dx->tensor, &y->tensor, drops ? &in->tensor : &y->tensor,
                                           (enum nadir_softmax)kind, NULL));
            double *want = test_doubles(n), *row = test_widen(x, n);
            for (size_t i = 0; i < n / 10; i++)
                ref_softmax(want + i * (drops ? 1 : 10), row + 10 * i, 10, (enum nadir_softmax)kind, 1);
            test_expect("y", test_read(y), want, drops ? n / 10 : n, 2e-6, 0);
            test_read(dx);
            test_reset();
        }
}
END_TEST

START_TEST(same_bits_again)
{
    struct nadir_context *context = test_walk(_i);
    const size_t cols = test_small() ? 100 : 5003, rows = 3;
    for (int kind = 0; kind < KINDS; kind++) {
        struct test_random random = test_seed(3);
        const size_t shape[2] = {rows, cols}, n = kind == NADIR_LOGSUMEXP ? rows : rows * cols;
        struct test_tensor *x = test_matrix(context, 0, rows, cols, test_random_floats(&random, rows * cols, -5, 5));
        struct test_tensor *y[2];
        for (int run = 0; run < 2; run++) {
            y[run] = test_output(context, NADIR_F32, 0, kind == NADIR_LOGSUMEXP ? 1 : 2, shape);
            TEST_OK(nadir_softmax_forward(context, &y[run]->tensor, &x->tensor, (enum nadir_softmax)kind, NULL));
        }
        test_expect_bits("again", test_read(y[1]), test_read(y[0]), n);
    }
}
END_TEST

START_TEST(reference_agrees_with_finite_differences)
{
    enum { COLS = 6 };
    struct test_random random = test_seed(4);
    for (int kind = 0; kind < KINDS; kind++) {
        const enum nadir_softmax softmax = (enum nadir_softmax)kind;
        double *x = test_widen(test_random_floats(&random, COLS, -2, 2), COLS), y[COLS], dx[COLS];
        const double *dy = test_widen(test_random_floats(&random, COLS, -1, 1), COLS), t = 0.7, h = 1e-6;
        const size_t per_row = softmax == NADIR_LOGSUMEXP ? 1 : COLS;
        ref_softmax(y, x, COLS, softmax, t);
        ref_softmax_backward(dx, dy, softmax == NADIR_LOGSUMEXP ? x : y, COLS, softmax, t);
        for (size_t i = 0; i < COLS; i++) {
            double slope = 0;
            const double at = x[i];
            for (int side = 1; side >= -1; side -= 2) {
                x[i] = at + side * h;
                ref_softmax(y, x, COLS, softmax, t);
                for (size_t j = 0; j < per_row; j++) slope += side * dy[j] * y[j] / (2 * h);
            }
            x[i] = at;
            ck_assert_msg(fabs(slope - dx[i]) <= 1e-8, "%s: element %zu: slope %g, gradient %g", nadir_softmax_name(softmax), i,
                          slope, dx[i]);
        }
    }
}
END_TEST

START_TEST(empty_and_refusals)
{
    struct nadir_context *context = test_walk(_i);
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    struct test_tensor *none = test_matrix(context, 0, 0, 10, NULL), *no_rows = test_vector(context, 0, 0, NULL);
    for (int kind = 0; kind < KINDS; kind++) {
        const enum nadir_softmax softmax = (enum nadir_softmax)kind;
        const struct nadir_tensor *y = kind == NADIR_LOGSUMEXP ? &no_rows->tensor : &none->tensor;
        TEST_OK(nadir_softmax_forward(context, y, &none->tensor, softmax, NULL));
        TEST_OK(nadir_softmax_backward(context, &none->tensor, y, &none->tensor, softmax, NULL));
    }
    const size_t shape[2] = {4, 10};
    struct test_tensor *x = test_matrix(context, 3, 4, 10, test_floats(40)), *y = test_matrix(context, 0, 4, 10, NULL);
    struct test_tensor *four = test_vector(context, 0, 4, NULL), *nine = test_matrix(context, 0, 4, 9, NULL);
    struct test_tensor *half = test_output(context, NADIR_F16, 0, 2, shape), *labels = test_labels(context, 0, 4, test_ints(4));
    struct nadir_tensor shifted = x->tensor, no_columns = x->tensor;
    struct nadir_softmax_params params = nadir_softmax_params_default();
    const struct nadir_tensor *in = &x->tensor, *out = &y->tensor;
    shifted.offset -= 1;
    no_columns.shape[1] = 0;
    TEST_FAILS(bad, "NULL", nadir_softmax_forward(NULL, out, in, NADIR_SOFTMAX, NULL));
    TEST_FAILS(bad, "NULL", nadir_softmax_forward(context, NULL, in, NADIR_SOFTMAX, NULL));
    TEST_FAILS(bad, "NULL", nadir_softmax_forward(context, out, NULL, NADIR_SOFTMAX, NULL));
    TEST_FAILS(bad, "softmax", nadir_softmax_forward(context, out, in, (enum nadir_softmax)3, NULL));
    TEST_FAILS(bad, "(4, 9)", nadir_softmax_forward(context, &nine->tensor, in, NADIR_SOFTMAX, NULL));
    TEST_FAILS(bad, "(4, 10)", nadir_softmax_forward(context, out, in, NADIR_LOGSUMEXP, NULL));
    TEST_FAILS(bad, "float16", nadir_softmax_forward(context, &half->tensor, in, NADIR_SOFTMAX, NULL));
    TEST_FAILS(bad, "int32", nadir_softmax_forward(context, out, &labels->tensor, NADIR_SOFTMAX, NULL));
    TEST_FAILS(bad, "columns", nadir_softmax_forward(context, out, &no_columns, NADIR_SOFTMAX, NULL));
    TEST_FAILS(bad, "overlap", nadir_softmax_forward(context, &shifted, in, NADIR_SOFTMAX, NULL));
    TEST_FAILS(bad, "overlap", nadir_softmax_backward(context, &shifted, in, out, NADIR_SOFTMAX, NULL));
    TEST_FAILS(bad, "overlap", nadir_softmax_backward(context, &shifted, out, in, NADIR_SOFTMAX, NULL));
    TEST_FAILS(bad, "NULL", nadir_softmax_backward(context, out, NULL, in, NADIR_SOFTMAX, NULL));
    TEST_FAILS(bad, "dy", nadir_softmax_backward(context, out, &four->tensor, in, NADIR_SOFTMAX, NULL));
    TEST_FAILS(bad, "dx", nadir_softmax_backward(context, &nine->tensor, out, in, NADIR_SOFTMAX, NULL));
    for (int i = 0; i < 4; i++) {
        params.temperature = (const float[]){0, -1, NAN, INFINITY}[i];
        TEST_FAILS(bad, "temperature", nadir_softmax_forward(context, out, in, NADIR_SOFTMAX, &params));
        TEST_FAILS(bad, "temperature", nadir_softmax_backward(context, out, out, in, NADIR_SOFTMAX, &params));
    }
    params = nadir_softmax_params_default();
    params.masked_row = (enum nadir_masked_row)2;
    TEST_FAILS(bad, "masked_row", nadir_softmax_forward(context, out, in, NADIR_SOFTMAX, &params));
    TEST_OK(nadir_context_finish(context));
    test_unchanged(x);
    test_unchanged(y);
    ck_assert_str_eq(nadir_softmax_name(NADIR_LOG_SOFTMAX), "log_softmax");
    ck_assert_str_eq(nadir_softmax_name((enum nadir_softmax)9), "unknown softmax");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("softmax");
    TCase *tcase = test_case(suite, "softmax");
    tcase_add_test(tcase, reference_agrees_with_finite_differences);
    tcase_add_loop_test(tcase, values, 0, TEST_WALKS * 3);
    tcase_add_test(tcase, a_million_columns);
    tcase_add_loop_test(tcase, extreme_rows, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, not_finite, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, ranks, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, same_bits_again, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, empty_and_refusals, 0, TEST_WALKS);
    return test_run(suite);
}
