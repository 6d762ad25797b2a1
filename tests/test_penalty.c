/* SPDX-License-Identifier: MIT */
/* Penalties on parameters: value and gradient against double, at awkward sizes and offsets. */
#include "support.h"

#include <stdio.h>

#define U 0x1p-24 /* unit roundoff of float */

static const struct nadir_penalty_params options[] = {
    /* l1, l2, half, add */
    {0.5f, 0, false, false}, {0, 0.25f, true, false}, {0, 0.25f, false, false}, {0.125f, 2, true, false}, {0, 0, true, false},
};
enum { OPTIONS = sizeof options / sizeof options[0] };

/* Gradient: three roundings. Sum: chains of 64 + 64 + log2 of the chunks, of terms of one sign with two roundings each. */
static void check(struct nadir_context *context, const float *p, size_t n, size_t offset, struct nadir_penalty_params params)
{
    double value = 0, *gradient = test_doubles(n), *added = test_doubles(n), *bound = test_doubles(n);
    for (size_t i = 0; i < n; i++) {
        const double x = (double)p[i], sign = x > 0 ? 1 : x < 0 ? -1 : x;
        value += (double)params.l1 * fabs(x) + (double)params.l2 * x * x * (params.half ? 0.5 : 1);
        gradient[i] = (double)params.l1 * sign + (double)params.l2 * x * (params.half ? 1 : 2);
        added[i] = 3 + gradient[i];
        bound[i] = 4 * U * (fabs((double)params.l1) + fabs((double)params.l2 * x * 2) + 3);
    }
    struct test_tensor *x = test_vector(context, offset, n, p), *loss = test_vector(context, offset, 1, NULL);
    struct test_tensor *dp = test_vector(context, offset, n, NULL), *again = test_vector(context, offset, 1, NULL);
    TEST_OK(nadir_penalty(context, &loss->tensor, &dp->tensor, &x->tensor, &params));
    char what[64];
    snprintf(what, sizeof what, "l1 %g, l2 %g, n = %zu", (double)params.l1, (double)params.l2, n);
    test_expect(what, test_read(loss), &value, 1, 1e-37, 150 * U);
    test_expect_within(what, test_read(dp), gradient, bound, n);
    test_unchanged(x);
    TEST_OK(nadir_penalty(context, &again->tensor, NULL, &x->tensor, &params));
    test_expect_bits("loss alone", test_read(again), test_read(loss), 1);
    float *threes = test_floats(n);
    for (size_t i = 0; i < n; i++) threes[i] = 3;
    struct test_tensor *sum = test_vector(context, offset, n, threes);
    params.add = true;
    TEST_OK(nadir_penalty(context, NULL, &sum->tensor, &x->tensor, &params));
    test_expect_within("added", test_read(sum), added, bound, n);
    params.add = false;
    TEST_OK(nadir_penalty(context, NULL, &x->tensor, &x->tensor, &params));
    test_expect_bits("in place", test_read(x), test_read(dp), n);
    test_reset();
}

START_TEST(values)
{
    static const size_t sizes[] = {0, 1, 3, 15, 16, 17, 255, 257, 1009, 4096, 16385, 100003};
    static const size_t offsets[] = {0, 1, 3, 17};
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        if (test_small() && sizes[i] > 300) continue;
        struct test_random random = test_seed(i);
        for (int k = 0; k < OPTIONS; k++) {
            float *p = test_random_floats(&random, sizes[i], -2, 2);
            if (sizes[i] > 2) p[2] = 0;
            check(context, p, sizes[i], offsets[i % 4], options[k]);
        }
    }
}
END_TEST

START_TEST(extremes)
{
    struct nadir_context *context = test_walk(_i);
    const float p[] = {NAN, INFINITY, -INFINITY, -0.0f, 1e-20f};
    for (int k = 0; k < OPTIONS; k++) {
        struct test_tensor *x = test_vector(context, 0, 5, p), *dp = test_vector(context, 0, 5, NULL);
        struct test_tensor *loss = test_vector(context, 0, 1, NULL);
        const bool l1 = options[k].l1 != 0, l2 = options[k].l2 != 0;
        TEST_OK(nadir_penalty(context, &loss->tensor, &dp->tensor, &x->tensor, &options[k]));
        const float *got = test_read(dp);
        ck_assert(isnan(got[0]));
        ck_assert_msg(l2 ? isinf(got[1]) && got[1] > 0 : got[1] == options[k].l1, "gradient at infinity: %g", (double)got[1]);
        ck_assert(l2 ? isinf(got[2]) && got[2] < 0 : got[2] == -options[k].l1);
        ck_assert(got[3] == 0);
        ck_assert(l1 || l2 ? isnan(test_read(loss)[0]) : test_read(loss)[0] == 0);
    }
}
END_TEST

START_TEST(errors)
{
    struct nadir_context *context = test_context();
    struct test_tensor *p = test_vector(context, 0, 4, test_floats(4)), *two = test_vector(context, 0, 2, NULL);
    struct nadir_penalty_params params = nadir_penalty_params_default();
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_penalty(context, NULL, NULL, &p->tensor, NULL));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "2 elements", nadir_penalty(context, &two->tensor, NULL, &p->tensor, NULL));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "(2)", nadir_penalty(context, NULL, &two->tensor, &p->tensor, NULL));
    params.l1 = -1;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "l1 = -1", nadir_penalty(context, NULL, &p->tensor, &p->tensor, &params));
    params.l1 = NAN;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "l1 = nan", nadir_penalty(context, NULL, &p->tensor, &p->tensor, &params));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("penalty");
    TCase *tc = test_case(suite, "penalty");
    tcase_add_loop_test(tc, values, 0, TEST_WALKS);
    tcase_add_loop_test(tc, extremes, 0, TEST_WALKS);
    tcase_add_test(tc, errors);
    return test_run(suite);
}
