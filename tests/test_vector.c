/* SPDX-License-Identifier: MIT */
/* Vector arithmetic: against double, norms of huge and tiny numbers, special values, in place, refusals. */
#include "support.h"

#include <stdio.h>

#define U 0x1p-24 /* unit roundoff of float */

/* Below, at and above a vector, a group, a chunk of either walk; primes; several chunks. */
static const size_t sizes[] = {1, 15, 16, 17, 255, 256, 257, 1009, 4095, 4097, 16384, 16385, 100003};
static const size_t offsets[] = {0, 1, 3, 17};
enum { SIZES = sizeof sizes / sizeof *sizes, SMALL_SIZES = 8 };

START_TEST(reductions)
{
    struct nadir_context *context = test_walk(_i);
    struct test_random random = test_seed(1);
    for (size_t s = 0; s < (test_small() ? SMALL_SIZES : SIZES); s++) {
        const size_t n = sizes[s], offset = offsets[s % 4];
        const float *a = test_random_floats(&random, n, -1, 1), *b = test_random_floats(&random, n, -1, 1);
        struct test_tensor *ta = test_vector(context, offset, n, a), *tb = test_vector(context, offsets[(s + 1) % 4], n, b);
        struct test_tensor *dot = test_vector(context, 3, 1, NULL), *again = test_vector(context, 0, 1, NULL);
        struct test_tensor *square = test_vector(context, 1, 1, NULL), *norm = test_vector(context, 1, 1, NULL);
        struct test_tensor *largest = test_vector(context, 17, 1, NULL);
        double ab = 0, size = 0, aa = 0, most = 0;
        for (size_t i = 0; i < n; i++) {
            ab += (double)a[i] * (double)b[i];
            size += fabs((double)a[i] * (double)b[i]);
            aa += (double)a[i] * (double)a[i];
            most = fmax(most, fabs((double)a[i]));
        }
        const double root = sqrt(aa);
        TEST_OK(nadir_vector_dot(context, &dot->tensor, &ta->tensor, &tb->tensor));
        TEST_OK(nadir_vector_dot(context, &again->tensor, &ta->tensor, &tb->tensor));
        TEST_OK(nadir_vector_dot(context, &square->tensor, &ta->tensor, &ta->tensor));
        TEST_OK(nadir_vector_norm2(context, &norm->tensor, &ta->tensor));
        TEST_OK(nadir_vector_max_abs(context, &largest->tensor, &ta->tensor));
        char what[64];
        snprintf(what, sizeof what, "n = %zu", n);
        test_expect(what, test_read(dot), &ab, 1, 64 * U * size, 0); /* the bound of the header */
        test_expect_bits("the same bits again", test_read(again), test_read(dot), 1);
        test_expect(what, test_read(square), &aa, 1, 0, 64 * U);
        test_expect(what, test_read(norm), &root, 1, 0, 40 * U);
        test_expect(what, test_read(largest), &most, 1, 0, 0);
        test_unchanged(ta);
        test_unchanged(tb);
        test_reset();
    }
}
END_TEST

START_TEST(combinations)
{
    static const struct {
        float a, b;
    } factors[] = {{2.5f, -0.75f}, {1, -1}, {-1, 0}, {0, 1}, {0.1f, 1}};
    struct nadir_context *context = test_walk(_i);
    struct test_random random = test_seed(2);
    for (size_t s = 0; s < (test_small() ? SMALL_SIZES : SIZES); s++) {
        const size_t n = sizes[s];
        const float a = factors[s % 5].a, b = factors[s % 5].b;
        const float *x = test_random_floats(&random, n, -2, 2), *y = test_random_floats(&random, n, -2, 2);
        double *combined = test_doubles(n), *scaled = test_doubles(n), *bound = test_doubles(n);
        for (size_t i = 0; i < n; i++) {
            combined[i] = (double)a * (double)x[i] + (double)b * (double)y[i];
            scaled[i] = (double)a * (double)x[i];
            bound[i] = 2 * U * (fabs((double)a * (double)x[i]) + fabs((double)b * (double)y[i])); /* two roundings */
        }
        struct test_tensor *tx = test_vector(context, offsets[s % 4], n, x);
        struct test_tensor *ty = test_vector(context, offsets[(s + 1) % 4], n, y);
        struct test_tensor *z = test_vector(context, offsets[(s + 2) % 4], n, NULL);
        TEST_OK(nadir_vector_combine(context, &z->tensor, a, &tx->tensor, b, &ty->tensor));
        test_expect_within("combine", test_read(z), combined, bound, n);
        test_unchanged(tx);
        test_unchanged(ty);
        /* The same in place, in either operand: the same bits. */
        struct test_tensor *in_x = test_vector(context, 3, n, x), *in_y = test_vector(context, 1, n, y);
        TEST_OK(nadir_vector_combine(context, &in_x->tensor, a, &in_x->tensor, b, &ty->tensor));
        TEST_OK(nadir_vector_combine(context, &in_y->tensor, a, &tx->tensor, b, &in_y->tensor));
        test_expect_bits("in place of x", test_read(in_x), test_read(z), n);
        test_expect_bits("in place of y", test_read(in_y), test_read(z), n);
        /* axpy is combine with 1, scale with 0; a copy has the same bits. */
        in_x = test_vector(context, 0, n, x), in_y = test_vector(context, 17, n, y);
        TEST_OK(nadir_vector_axpy(context, &in_y->tensor, a, &tx->tensor));
        for (size_t i = 0; i < n; i++) {
            combined[i] = (double)a * (double)x[i] + (double)y[i];
            bound[i] = U * fabs(combined[i]) * (1 + U); /* one rounding */
        }
        test_expect_within("axpy", test_read(in_y), combined, bound, n);
        TEST_OK(nadir_vector_scale(context, &in_x->tensor, a));
        test_expect("scale", test_read(in_x), scaled, n, 0, U * (1 + U));
        TEST_OK(nadir_vector_copy(context, &z->tensor, &ty->tensor));
        test_expect_bits("copy", test_read(z), y, n);
        test_reset();
    }
}
END_TEST

/* Norms whose squares overflow, underflow or both, in either part of a chunk: the vectors and the rest. */
START_TEST(norms_of_any_size)
{
    enum { N = 37 };
    static const struct {
        float most, first, last;
    } rows[] = {
        {1e20f, 1e20f, 1e20f}, {1e-30f, 1e-30f, 1e-30f}, {0, 1e20f, 0},       {0, 0, 1e20f},         {0, 1e-30f, 0},
        {0, 0, 1e-30f},        {1e-30f, 1e20f, 1},       {1, 1e-30f, 1e-30f}, {1e17f, 1e16f, 3e16f}, {3e-17f, 2e-17f, 3e-16f},
        {4e37f, 3e37f, 1e20f}, {2e-38f, 2e-38f, 2e-38f}, {0, 0, 0},
    };
    struct nadir_context *context = test_walk(_i);
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        float x[N];
        double sum = 0;
        for (int i = 0; i < N; i++) {
            const float size = i == 1 ? rows[r].first : i == N - 1 ? rows[r].last : rows[r].most;
            x[i] = i % 2 ? -size : size;
            sum += (double)x[i] * (double)x[i];
        }
        const double norm = sqrt(sum);
        struct test_tensor *tx = test_vector(context, 1, N, x), *y = test_vector(context, 0, 1, NULL);
        TEST_OK(nadir_vector_norm2(context, &y->tensor, &tx->tensor));
        char what[64];
        snprintf(what, sizeof what, "norm of %g, %g and %g", (double)rows[r].most, (double)rows[r].first, (double)rows[r].last);
        test_expect(what, test_read(y), &norm, 1, 0, 40 * U);
    }
    test_reset();
}
END_TEST

START_TEST(special_values)
{
    static const size_t lengths[] = {3, 37, 16401};
    struct nadir_context *context = test_walk(_i);
    for (int s = 0; s < (test_small() ? 2 : 3); s++) {
        const size_t n = lengths[s], places[] = {0, n / 2, n - 1};
        for (int p = 0; p < 3; p++) {
            static const float specials[] = {INFINITY, -INFINITY, NAN};
            for (int v = 0; v < 3; v++) {
                float *x = test_floats(n), *ones = test_floats(n);
                for (size_t i = 0; i < n; i++) x[i] = ones[i] = 1;
                x[places[p]] = specials[v];
                const double value = (double)specials[v], size = fabs(value);
                struct test_tensor *tx = test_vector(context, 1, n, x), *t1 = test_vector(context, 0, n, ones);
                struct test_tensor *dot = test_vector(context, 0, 1, NULL), *norm = test_vector(context, 0, 1, NULL);
                struct test_tensor *largest = test_vector(context, 0, 1, NULL), *z = test_vector(context, 0, n, NULL);
                TEST_OK(nadir_vector_dot(context, &dot->tensor, &tx->tensor, &t1->tensor));
                TEST_OK(nadir_vector_norm2(context, &norm->tensor, &tx->tensor));
                TEST_OK(nadir_vector_max_abs(context, &largest->tensor, &tx->tensor));
                TEST_OK(nadir_vector_combine(context, &z->tensor, 2, &tx->tensor, 1, &t1->tensor));
                test_expect("dot", test_read(dot), &value, 1, 0, 0);
                test_expect("norm2", test_read(norm), &size, 1, 0, 0);
                test_expect("max_abs", test_read(largest), &size, 1, 0, 0);
                double *want = test_doubles(n);
                for (size_t i = 0; i < n; i++) want[i] = i == places[p] ? value : 3;
                test_expect("combine", test_read(z), want, n, 0, 0);
                test_reset();
            }
        }
    }
    /* NaN beside infinity stays NaN; with b = 0, y is not read; NaN times 0 is NaN. */
    struct test_tensor *both = test_vector(context, 0, 3, (float[]){INFINITY, NAN, 2});
    struct test_tensor *norm = test_vector(context, 0, 1, NULL), *largest = test_vector(context, 0, 1, NULL);
    struct test_tensor *z = test_vector(context, 0, 3, NULL), *x = test_vector(context, 0, 3, (float[]){1, 2, 3});
    TEST_OK(nadir_vector_norm2(context, &norm->tensor, &both->tensor));
    TEST_OK(nadir_vector_max_abs(context, &largest->tensor, &both->tensor));
    test_expect("norm2 of infinity and NaN", test_read(norm), (double[]){NAN}, 1, 0, 0);
    test_expect("max_abs of infinity and NaN", test_read(largest), (double[]){NAN}, 1, 0, 0);
    TEST_OK(nadir_vector_combine(context, &z->tensor, 2, &x->tensor, 0, &both->tensor));
    test_expect("b = 0", test_read(z), (double[]){2, 4, 6}, 3, 0, 0);
    TEST_OK(nadir_vector_scale(context, &both->tensor, 0));
    test_expect("times 0", test_read(both), (double[]){NAN, NAN, 0}, 3, 0, 0);
}
END_TEST

START_TEST(empty_and_refusals)
{
    struct nadir_context *context = test_walk(_i);
    struct test_tensor *empty = test_vector(context, 0, 0, NULL), *y = test_vector(context, 0, 1, NULL);
    TEST_OK(nadir_vector_dot(context, &y->tensor, &empty->tensor, &empty->tensor));
    test_expect("dot of nothing", test_read(y), (double[]){0}, 1, 0, 0);
    y = test_vector(context, 0, 1, (float[]){1});
    TEST_OK(nadir_vector_norm2(context, &y->tensor, &empty->tensor));
    test_expect("norm2 of nothing", test_read(y), (double[]){0}, 1, 0, 0);
    y = test_vector(context, 0, 1, (float[]){1});
    TEST_OK(nadir_vector_max_abs(context, &y->tensor, &empty->tensor));
    test_expect("max_abs of nothing", test_read(y), (double[]){0}, 1, 0, 0);
    TEST_OK(nadir_vector_combine(context, &empty->tensor, 1, &empty->tensor, 1, &empty->tensor));
    TEST_OK(nadir_vector_scale(context, &empty->tensor, 2));
    TEST_OK(nadir_vector_copy(context, &empty->tensor, &empty->tensor));

    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    const float values[6] = {1, 2, 3, 4, 5, 6};
    struct test_tensor *five = test_vector(context, 0, 5, values), *six = test_vector(context, 1, 6, values);
    struct test_tensor *ints = test_labels(context, 0, 5, NULL), *one = test_vector(context, 0, 1, NULL);
    TEST_FAILS(bad, "NULL", nadir_vector_dot(context, &one->tensor, &five->tensor, NULL));
    TEST_FAILS(bad, "b has 6 elements", nadir_vector_dot(context, &one->tensor, &five->tensor, &six->tensor));
    TEST_FAILS(bad, "y has 5 elements", nadir_vector_dot(context, &five->tensor, &six->tensor, &six->tensor));
    TEST_FAILS(bad, "float32", nadir_vector_norm2(context, &one->tensor, &ints->tensor));
    TEST_FAILS(bad, "float32", nadir_vector_max_abs(context, &one->tensor, &ints->tensor));
    TEST_FAILS(bad, "x has 6", nadir_vector_combine(context, &five->tensor, 1, &six->tensor, 0, NULL));
    TEST_FAILS(bad, "y has 6", nadir_vector_combine(context, &five->tensor, 1, &five->tensor, 1, &six->tensor));
    TEST_FAILS(bad, "NULL", nadir_vector_combine(context, &five->tensor, 1, &five->tensor, 1, NULL));
    TEST_FAILS(bad, "NULL", nadir_vector_axpy(context, NULL, 1, &five->tensor));
    TEST_FAILS(bad, "NULL", nadir_vector_scale(context, NULL, 1));
    TEST_FAILS(bad, "y has 6", nadir_vector_copy(context, &six->tensor, &five->tensor));
    const struct nadir_tensor last = nadir_tensor_view(six->tensor.buffer, six->tensor.offset + 5, NADIR_F32, 0, NULL);
    const struct nadir_tensor late = nadir_tensor_view(six->tensor.buffer, six->tensor.offset + 1, NADIR_F32, 1, (size_t[]){5});
    const struct nadir_tensor early = nadir_tensor_view(six->tensor.buffer, six->tensor.offset, NADIR_F32, 1, (size_t[]){5});
    TEST_FAILS(bad, "overlaps", nadir_vector_norm2(context, &last, &six->tensor));
    TEST_FAILS(bad, "overlaps", nadir_vector_dot(context, &last, &five->tensor, &late));
    TEST_FAILS(bad, "overlaps", nadir_vector_combine(context, &late, 1, &early, 0, NULL));
    TEST_FAILS(bad, "overlaps", nadir_vector_combine(context, &late, 1, &five->tensor, 1, &early));
    TEST_FAILS(bad, "overlaps", nadir_vector_copy(context, &late, &early));
    TEST_OK(nadir_context_finish(context));
    test_unchanged(five);
    test_unchanged(six);
    test_unchanged(one);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("vector");
    TCase *tcase = test_case(suite, "vector");
    tcase_add_loop_test(tcase, reductions, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, combinations, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, norms_of_any_size, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, special_values, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, empty_and_refusals, 0, TEST_WALKS);
    return test_run(suite);
}
