/* SPDX-License-Identifier: MIT */
/* Matrix products, in every walk with every back end. */
#include "support.h"

#include "ref/ref.h"

#include <stdio.h>

#define U 0x1p-24 /* unit roundoff of float */

/* Products of k terms of random signs: the partial sums, whose roundings add up, are about as large as the root of the sum of
 * squares; k of them with random errors make about 0.4 sqrt(k) u of that, and the worst of many elements five times as much. */
static double *product_bounds(const double *a, const double *b, const double *c, size_t m, size_t n, size_t k, bool ta, bool tb,
                              double alpha, double beta)
{
    double *squares_a = test_doubles(m * k), *squares_b = test_doubles(k * n), *bound = test_doubles(m * n);
    for (size_t i = 0; i < m * k; i++) squares_a[i] = a[i] * a[i];
    for (size_t i = 0; i < k * n; i++) squares_b[i] = b[i] * b[i];
    for (size_t i = 0; i < m * n; i++) bound[i] = c[i] * c[i];
    ref_gemm(bound, squares_a, squares_b, m, n, k, ta, tb, alpha * alpha, beta * beta);
    for (size_t i = 0; i < m * n; i++) bound[i] = U * (8 + 4 * sqrt((double)k)) * sqrt(bound[i]);
    return bound;
}

static void run_case(struct nadir_context *context, size_t m, size_t n, size_t k, bool ta, bool tb, float alpha, float beta,
                     size_t offset)
{
    char what[128];
    snprintf(what, sizeof what, "%s, m %zu n %zu k %zu %c%c alpha %g beta %g offset %zu", nadir_context_describe(context), m, n,
             k, ta ? 'T' : 'N', tb ? 'T' : 'N', (double)alpha, (double)beta, offset);
    struct test_random random = test_seed(m * 1000003 + n * 1009 + k);
    const float *a = test_random_floats(&random, m * k, -1, 1), *b = test_random_floats(&random, k * n, -1, 1);
    const float *c = test_random_floats(&random, m * n, -1, 1);
    struct test_tensor *da = test_matrix(context, offset, ta ? k : m, ta ? m : k, a);
    struct test_tensor *db = test_matrix(context, offset, tb ? n : k, tb ? k : n, b);
    /* With beta 0 the output holds NaN, which must not get through. */
    struct test_tensor *dc = test_matrix(context, offset, m, n, beta == 0 ? NULL : c);
    struct nadir_gemm_params params = nadir_gemm_params_default();
    params.transpose_a = ta;
    params.transpose_b = tb;
    params.alpha = alpha;
    params.beta = beta;
    TEST_OK(nadir_gemm(context, &dc->tensor, &da->tensor, &db->tensor, &params));
    TEST_OK(nadir_context_finish(context));
    double *wide_a = test_widen(a, m * k), *wide_b = test_widen(b, k * n), *want = test_widen(c, m * n);
    const double *bound = product_bounds(wide_a, wide_b, want, m, n, k, ta, tb, alpha, beta);
    ref_gemm(want, wide_a, wide_b, m, n, k, ta, tb, alpha, beta);
    test_expect_within(what, test_read(dc), want, bound, m * n);
    test_unchanged(da);
    test_unchanged(db);
}

/* Around the sizes of vectors (16), micro-tiles (8 x 32), tiles (128) and packing blocks; the shapes of the MLP. */
static const size_t shapes[][3] = {
    {1, 1, 1},     {1, 17, 1},    {17, 1, 1},      {1, 1, 257},    {2, 3, 5},     {7, 31, 15},    {8, 32, 16},    {9, 33, 17},
    {15, 63, 31},  {13, 10, 64},  {64, 10, 128},   {33, 127, 65},  {10, 128, 61}, {64, 128, 784}, {5, 128, 784},  {3, 1021, 7},
    {1021, 3, 7},  {255, 5, 256}, {128, 129, 255}, {128, 784, 64}, {31, 257, 129}, {300, 271, 1100},
};

START_TEST(values)
{
    static const size_t offsets[] = {0, 1, 3, 17};
    struct nadir_context *context = test_gemm(_i);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        const size_t m = shapes[i][0], n = shapes[i][1], k = shapes[i][2];
        if (test_small() && m * n * k > 20000) continue;
        /* CLBlast is not ours to test: some shapes, one per path of the dispatch. */
        if (test_gemm_is_slow(_i) && i % 5 != 4) continue;
        for (int transposes = 0; transposes < 4; transposes++) {
            run_case(context, m, n, k, transposes & 1, transposes & 2, 1, 0, offsets[i % 4]);
            test_reset();
        }
    }
}
END_TEST

START_TEST(alpha_and_beta)
{
    static const float factors[][2] = {{1, 1}, {-0.5f, 0}, {2, -1}, {0, 0.5f}, {0, 0}};
    struct nadir_context *context = test_gemm(_i);
    for (size_t i = 0; i < sizeof factors / sizeof *factors; i++) {
        run_case(context, 9, 33, 17, false, false, factors[i][0], factors[i][1], 1);
        run_case(context, 21, 19, 5, true, false, factors[i][0], factors[i][1], 0);
        run_case(context, 5, 40, 23, false, true, factors[i][0], factors[i][1], 3);
        if (!test_small() && !test_gemm_is_slow(_i))
            run_case(context, 40, 70, 1100, true, true, factors[i][0], factors[i][1], 0);
        test_reset();
    }
}
END_TEST

START_TEST(empty)
{
    struct nadir_context *context = test_gemm(_i);
    static const size_t empties[][3] = {{0, 5, 3}, {5, 0, 3}, {0, 0, 0}, {5, 7, 0}, {0, 7, 0}};
    for (size_t i = 0; i < sizeof empties / sizeof *empties; i++)
        for (int beta = 0; beta < 2; beta++)
            run_case(context, empties[i][0], empties[i][1], empties[i][2], false, false, 1, beta ? 0.5f : 0, 3);
}
END_TEST

START_TEST(same_bits_again)
{
    struct nadir_context *context = test_gemm(_i);
    struct test_random random = test_seed(5);
    const size_t m = 37, n = 45, k = test_small() ? 50 : 700;
    struct test_tensor *a = test_matrix(context, 0, m, k, test_random_floats(&random, m * k, -1, 1));
    struct test_tensor *b = test_matrix(context, 0, k, n, test_random_floats(&random, k * n, -1, 1));
    struct test_tensor *c = test_matrix(context, 0, m, n, NULL), *again = test_matrix(context, 0, m, n, NULL);
    TEST_OK(nadir_gemm(context, &c->tensor, &a->tensor, &b->tensor, NULL));
    TEST_OK(nadir_gemm(context, &again->tensor, &a->tensor, &b->tensor, NULL));
    test_expect_bits("second run", test_read(again), test_read(c), m * n);
}
END_TEST

/* NaN and infinity reach exactly the elements they belong to. */
START_TEST(not_finite)
{
    struct nadir_context *context = test_gemm(_i);
    const size_t m = 11, n = 35, k = 19;
    struct test_random random = test_seed(6);
    float *a = test_random_floats(&random, m * k, 0.5f, 1), *b = test_random_floats(&random, k * n, 0.5f, 1);
    a[2 * k + 3] = NAN;
    a[10 * k + 18] = INFINITY;
    b[7 * n + 34] = -INFINITY;
    struct test_tensor *ta = test_matrix(context, 1, m, k, a), *tb = test_matrix(context, 1, k, n, b);
    struct test_tensor *tc = test_matrix(context, 1, m, n, NULL);
    TEST_OK(nadir_gemm(context, &tc->tensor, &ta->tensor, &tb->tensor, NULL));
    double *want = test_doubles(m * n);
    ref_gemm(want, test_widen(a, m * k), test_widen(b, k * n), m, n, k, false, false, 1, 0);
    test_expect("not finite", test_read(tc), want, m * n, 0, U * 25);
}
END_TEST

START_TEST(refuses)
{
    struct nadir_context *context = test_gemm(_i);
    struct test_tensor *a = test_matrix(context, 0, 4, 6, test_floats(24)), *b = test_matrix(context, 0, 6, 5, test_floats(30));
    struct test_tensor *c = test_matrix(context, 0, 4, 5, NULL), *wrong = test_matrix(context, 0, 5, 5, NULL);
    struct test_tensor *vector = test_vector(context, 0, 20, NULL), *ints = test_labels(context, 0, 20, NULL);
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    TEST_FAILS(bad, "", nadir_gemm(context, &wrong->tensor, &a->tensor, &b->tensor, NULL));
    TEST_FAILS(bad, "", nadir_gemm(context, &c->tensor, &b->tensor, &a->tensor, NULL));
    TEST_FAILS(bad, "", nadir_gemm(context, &vector->tensor, &a->tensor, &b->tensor, NULL));
    TEST_FAILS(bad, "", nadir_gemm(context, &ints->tensor, &a->tensor, &b->tensor, NULL));
    TEST_FAILS(bad, "", nadir_gemm(context, NULL, &a->tensor, &b->tensor, NULL));
    TEST_FAILS(bad, "", nadir_gemm(NULL, &c->tensor, &a->tensor, &b->tensor, NULL));
    struct nadir_gemm_params params = nadir_gemm_params_default();
    params.transpose_a = true;
    TEST_FAILS(bad, "", nadir_gemm(context, &c->tensor, &a->tensor, &b->tensor, &params));
    struct nadir_tensor outside = c->tensor;
    outside.offset = c->elements - 19;
    TEST_FAILS(bad, "", nadir_gemm(context, &outside, &a->tensor, &b->tensor, NULL));
    outside.offset = SIZE_MAX - 3;
    TEST_FAILS(bad, "", nadir_gemm(context, &outside, &a->tensor, &b->tensor, NULL));
    struct nadir_tensor overlapping = c->tensor;
    overlapping.buffer = a->tensor.buffer;
    overlapping.offset = a->tensor.offset - 19;
    TEST_FAILS(bad, "overlap", nadir_gemm(context, &overlapping, &a->tensor, &b->tensor, NULL));
    overlapping.buffer = b->tensor.buffer;
    overlapping.offset = b->tensor.offset + 10;
    TEST_FAILS(bad, "overlap", nadir_gemm(context, &overlapping, &a->tensor, &b->tensor, NULL));
    test_unchanged(a);
    test_unchanged(b);
    test_unchanged(c);
    /* Beside each other in one buffer is fine. */
    overlapping.offset = b->tensor.offset - 20;
    TEST_OK(nadir_gemm(context, &overlapping, &a->tensor, &b->tensor, NULL));
    TEST_OK(nadir_context_finish(context));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("gemm");
    TCase *tcase = test_case(suite, "gemm");
    const int count = test_gemm_count();
    tcase_add_loop_test(tcase, values, 0, count);
    tcase_add_loop_test(tcase, alpha_and_beta, 0, count);
    tcase_add_loop_test(tcase, empty, 0, count);
    tcase_add_loop_test(tcase, same_bits_again, 0, count);
    tcase_add_loop_test(tcase, not_finite, 0, count);
    tcase_add_loop_test(tcase, refuses, 0, count);
    return test_run(suite);
}
