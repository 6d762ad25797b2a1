/* SPDX-License-Identifier: MIT */
/* Reductions: sums, means, column sums, argmax. */
#include "support.h"

#include "ref/ref.h"

#include <stdio.h>

#define U 0x1p-24 /* unit roundoff of float */

static const size_t sizes[] = {1, 2, 15, 16, 17, 255, 256, 257, 1009, 16383, 16384, 16385, 100003, 1048577, 3000017};
static const size_t offsets[] = {0, 1, 3, 17};

static size_t size_count(void)
{
    return test_small() ? 9 : sizeof sizes / sizeof *sizes;
}

/* Fixed-order trees were measured at 3e-8 of the sum of absolute values, a single float accumulator at 4e-4 for a million
 * terms: 2e-6 (33 u, half of what reduce.h promises) tells them apart. */
START_TEST(sums)
{
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < size_count(); i++) {
        const size_t n = sizes[i];
        struct test_random random = test_seed(n);
        const float *x = test_random_floats(&random, n, i % 2 ? 0 : -1, 1);
        const double *wide = test_widen(x, n);
        double *absolute = test_doubles(n);
        for (size_t j = 0; j < n; j++) absolute[j] = fabs(wide[j]);
        const double sum = ref_sum(wide, n), magnitude = ref_sum(absolute, n);
        char what[64];
        struct test_tensor *tx = test_vector(context, offsets[i % 4], n, x);
        struct test_tensor *ty = test_output(context, NADIR_F32, 3, 0, NULL), *again = test_vector(context, 1, 1, NULL);
        const double scaled = sum * -0.37f, mean = sum / (double)n;
        const double bound = 2e-6 * magnitude;
        snprintf(what, sizeof what, "sum, n %zu", n);
        TEST_OK(nadir_sum(context, &ty->tensor, &tx->tensor, -0.37f));
        TEST_OK(nadir_context_finish(context));
        test_expect(what, test_read(ty), &scaled, 1, 0.37 * bound, 2 * U);
        snprintf(what, sizeof what, "mean, n %zu", n);
        TEST_OK(nadir_mean(context, &ty->tensor, &tx->tensor));
        test_expect(what, test_read(ty), &mean, 1, bound / (double)n, 2 * U);
        TEST_OK(nadir_mean(context, &again->tensor, &tx->tensor));
        test_expect_bits("again", test_read(again), test_read(ty), 1);
        test_unchanged(tx);
        test_reset();
    }
}
END_TEST

/* One big term among small ones of the same sign: a single float accumulator loses 4e-4 here. */
START_TEST(sum_keeps_small_terms)
{
    struct nadir_context *context = test_walk(_i);
    const size_t n = test_small() ? 2000 : 1000003;
    float *x = test_floats(n);
    for (size_t i = 0; i < n; i++) x[i] = 0.1f;
    struct test_tensor *tx = test_vector(context, 0, n, x), *ty = test_vector(context, 0, 1, NULL);
    TEST_OK(nadir_sum(context, &ty->tensor, &tx->tensor, 1));
    const double want = (double)n * (double)0.1f;
    test_expect("sum of equal terms", test_read(ty), &want, 1, 0, 64 * U); /* what reduce.h promises */
}
END_TEST

START_TEST(column_sums)
{
    static const size_t shapes[][2] = {{1, 1},    {1, 257},  {257, 1},  {2, 16},      {3, 17},    {64, 10},   {61, 10},
                                       {64, 128}, {255, 15}, {256, 33}, {1009, 7}, {5, 1009}, {300, 300}, {70001, 3}};
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        const size_t rows = shapes[i][0], cols = shapes[i][1], n = rows * cols;
        if (test_small() && n > 1500) continue;
        struct test_random random = test_seed(n);
        const float *x = test_random_floats(&random, n, -1, 1);
        double *want = test_doubles(cols), *bound = test_doubles(cols), *absolute = test_widen(x, n);
        ref_sum_rows(want, absolute, rows, cols);
        for (size_t j = 0; j < n; j++) absolute[j] = fabs(absolute[j]);
        ref_sum_rows(bound, absolute, rows, cols);
        for (size_t j = 0; j < cols; j++) bound[j] *= 2e-6;
        char what[64];
        snprintf(what, sizeof what, "sum_rows %zu x %zu", rows, cols);
        struct test_tensor *tx = test_matrix(context, offsets[i % 4], rows, cols, x);
        struct test_tensor *ty = test_vector(context, offsets[(i + 1) % 4], cols, NULL);
        struct test_tensor *again = test_vector(context, offsets[(i + 1) % 4], cols, NULL);
        TEST_OK(nadir_sum_rows(context, &ty->tensor, &tx->tensor));
        TEST_OK(nadir_context_finish(context));
        test_expect_within(what, test_read(ty), want, bound, cols);
        TEST_OK(nadir_sum_rows(context, &again->tensor, &tx->tensor));
        test_expect_bits("again", test_read(again), test_read(ty), cols);
        test_unchanged(tx);
        test_reset();
    }
}
END_TEST

START_TEST(argmax)
{
    static const size_t shapes[][2] = {{1, 1},   {5, 1},   {3, 2},    {7, 10},    {64, 10},  {17, 15},  {16, 16},
                                       {9, 17},  {5, 100}, {4, 255},  {4, 256},   {4, 257},  {257, 10}, {1009, 3},
                                       {3, 1009}, {2, 100003}};
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        const size_t rows = shapes[i][0], cols = shapes[i][1];
        if (test_small() && rows * cols > 1100) continue;
        struct test_random random = test_seed(i);
        float *x = test_random_floats(&random, rows * cols, -1, 1);
        /* Rounded in every second row, so that there are ties. */
        for (size_t r = 0; r < rows; r += 2)
            for (size_t j = 0; j < cols; j++) x[r * cols + j] = floorf(x[r * cols + j] * 4);
        const double *wide = test_widen(x, rows * cols);
        int32_t *want = test_ints(rows);
        for (size_t r = 0; r < rows; r++) want[r] = (int32_t)ref_argmax(wide + r * cols, cols);
        char what[64];
        snprintf(what, sizeof what, "argmax %zu x %zu", rows, cols);
        struct test_tensor *tx = test_matrix(context, offsets[i % 4], rows, cols, x);
        struct test_tensor *ty = test_labels(context, offsets[(i + 1) % 4], rows, NULL);
        TEST_OK(nadir_argmax(context, &ty->tensor, &tx->tensor));
        TEST_OK(nadir_context_finish(context));
        test_expect_ints(what, test_read_ints(ty), want, rows);
        test_unchanged(tx);
        test_reset();
    }
}
END_TEST

START_TEST(special_values)
{
    struct nadir_context *context = test_walk(_i);
    enum { N = 37 };
    static const float values[] = {NAN, INFINITY, -INFINITY};
    for (int v = 0; v < 3; v++) {
        for (int at = 0; at < N; at += test_small() ? 36 : 9) {
            float x[N] = {0};
            x[at] = values[v];
            const double sum = (double)values[v];
            struct test_tensor *tx = test_vector(context, 1, N, x), *ty = test_vector(context, 1, 1, NULL);
            TEST_OK(nadir_sum(context, &ty->tensor, &tx->tensor, 1));
            test_expect("sum", test_read(ty), &sum, 1, 0, 0);
        }
    }
    /* In more than one chunk, each of which is summed first. */
    for (int v = 0; v < 3 && !test_small(); v++) {
        const size_t n = 40009;
        float *x = test_floats(n);
        x[n - 2 - (size_t)v * 19000] = values[v];
        struct test_tensor *tx = test_vector(context, 1, n, x), *ty = test_vector(context, 1, 1, NULL);
        TEST_OK(nadir_sum(context, &ty->tensor, &tx->tensor, 1));
        test_expect("sum of chunks", test_read(ty), (double[]){(double)values[v]}, 1, 0, 0);
    }
    /* Infinities of both signs cancel to NaN. */
    struct test_tensor *both = test_vector(context, 0, 3, (float[]){INFINITY, 1, -INFINITY});
    struct test_tensor *nan = test_vector(context, 0, 1, (float[]){0});
    TEST_OK(nadir_sum(context, &nan->tensor, &both->tensor, 1));
    test_expect("inf - inf", test_read(nan), (double[]){NAN}, 1, 0, 0);

    /* argmax: the first NaN wins, -inf everywhere is a tie. */
    float rows[4][N];
    for (int i = 0; i < N; i++) rows[0][i] = -INFINITY, rows[1][i] = rows[2][i] = (float)i, rows[3][i] = -INFINITY;
    rows[1][5] = rows[1][30] = NAN;
    rows[2][17] = INFINITY;
    rows[3][36] = -3e38f;
    struct test_tensor *tx = test_matrix(context, 3, 4, N, &rows[0][0]), *ty = test_labels(context, 3, 4, NULL);
    TEST_OK(nadir_argmax(context, &ty->tensor, &tx->tensor));
    test_expect_ints("argmax", test_read_ints(ty), (int32_t[]){0, 5, 17, 36}, 4);

    /* The same for few columns, which may take another path. */
    float few[4][3] = {{-INFINITY, -INFINITY, -INFINITY}, {1, NAN, NAN}, {0, INFINITY, INFINITY}, {-1e4f, -1e4f, 1e4f}};
    tx = test_matrix(context, 3, 4, 3, &few[0][0]);
    TEST_OK(nadir_argmax(context, &ty->tensor, &tx->tensor));
    test_expect_ints("argmax of 3", test_read_ints(ty), (int32_t[]){0, 1, 1, 2}, 4);
}
END_TEST

START_TEST(empty_and_refusals)
{
    struct nadir_context *context = test_walk(_i);
    struct test_tensor *empty = test_vector(context, 0, 0, NULL), *y = test_vector(context, 0, 1, NULL);
    TEST_OK(nadir_sum(context, &y->tensor, &empty->tensor, 2));
    test_expect("sum of nothing", test_read(y), (double[]){0}, 1, 0, 0);
    y = test_vector(context, 0, 1, (float[]){1});
    TEST_OK(nadir_mean(context, &y->tensor, &empty->tensor));
    test_expect("mean of nothing", test_read(y), (double[]){NAN}, 1, 0, 0);
    struct test_tensor *no_rows = test_matrix(context, 0, 0, 5, NULL), *five = test_vector(context, 0, 5, NULL);
    TEST_OK(nadir_sum_rows(context, &five->tensor, &no_rows->tensor));
    test_expect("sum_rows of no rows", test_read(five), (double[]){0, 0, 0, 0, 0}, 5, 0, 0);
    struct test_tensor *none = test_labels(context, 0, 0, NULL);
    TEST_OK(nadir_argmax(context, &none->tensor, &no_rows->tensor));
    TEST_OK(nadir_context_finish(context));
    test_unchanged(none);

    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    struct test_tensor *x = test_matrix(context, 0, 3, 5, test_floats(15)), *no_cols = test_matrix(context, 0, 3, 0, NULL);
    struct test_tensor *three = test_labels(context, 0, 3, NULL), *two = test_labels(context, 0, 2, NULL);
    struct test_tensor *floats = test_vector(context, 0, 3, NULL), *ints = test_labels(context, 0, 5, NULL);
    TEST_FAILS(bad, "", nadir_sum(context, &five->tensor, &x->tensor, 1));
    TEST_FAILS(bad, "", nadir_sum(context, &y->tensor, &ints->tensor, 1));
    TEST_FAILS(bad, "", nadir_sum(context, NULL, &x->tensor, 1));
    TEST_FAILS(bad, "", nadir_mean(context, &five->tensor, &x->tensor));
    TEST_FAILS(bad, "", nadir_sum_rows(context, &floats->tensor, &x->tensor));
    TEST_FAILS(bad, "", nadir_sum_rows(context, &five->tensor, &floats->tensor));
    TEST_FAILS(bad, "", nadir_argmax(context, &two->tensor, &x->tensor));
    TEST_FAILS(bad, "", nadir_argmax(context, &floats->tensor, &x->tensor));
    TEST_FAILS(bad, "", nadir_argmax(context, &three->tensor, &no_cols->tensor));
    TEST_FAILS(bad, "", nadir_argmax(context, &three->tensor, &floats->tensor));
    struct nadir_tensor broken = x->tensor;
    broken.rank = 1000000;
    TEST_FAILS(bad, "rank", nadir_mean(context, &y->tensor, &broken));
    /* The output inside the input; an empty input overlaps nothing. */
    struct nadir_tensor part = nadir_tensor_view(x->tensor.buffer, x->tensor.offset + 14, NADIR_F32, 0, NULL);
    TEST_FAILS(bad, "overlap", nadir_sum(context, &part, &x->tensor, 1));
    TEST_FAILS(bad, "overlap", nadir_mean(context, &part, &x->tensor));
    part = nadir_tensor_view(x->tensor.buffer, x->tensor.offset + 10, NADIR_F32, 1, (const size_t[]){5});
    TEST_FAILS(bad, "overlap", nadir_sum_rows(context, &part, &x->tensor));
    part = nadir_tensor_view(x->tensor.buffer, x->tensor.offset, NADIR_I32, 1, (const size_t[]){3});
    TEST_FAILS(bad, "overlap", nadir_argmax(context, &part, &x->tensor));
    test_unchanged(x);
    const struct nadir_tensor nothing = nadir_tensor_view(five->tensor.buffer, five->tensor.offset + 2, NADIR_F32, 2,
                                                          (const size_t[]){0, 5});
    TEST_OK(nadir_sum_rows(context, &five->tensor, &nothing));
    TEST_OK(nadir_context_finish(context));
    test_unchanged(three);
    test_unchanged(floats);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("reduce");
    TCase *tcase = test_case(suite, "reduce");
    tcase_add_loop_test(tcase, sums, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, sum_keeps_small_terms, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, column_sums, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, argmax, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, special_values, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, empty_and_refusals, 0, TEST_WALKS);
    return test_run(suite);
}
