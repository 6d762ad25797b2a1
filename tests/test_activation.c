/* SPDX-License-Identifier: MIT */
/* Activations: values, gradients, special values, in place. */
#include "support.h"

#include "ref/ref.h"

#include <stdio.h>

static const size_t sizes[] = {1, 2, 15, 16, 17, 31, 255, 256, 257, 1009, 16383, 16384, 16385, 100003};
static const size_t offsets[] = {0, 1, 3, 17};

static size_t size_count(void)
{
    return test_small() ? 10 : sizeof sizes / sizeof *sizes;
}

/* Exact: ReLU only chooses. */
START_TEST(forward)
{
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < size_count(); i++) {
        const size_t n = sizes[i], offset = offsets[i % 4];
        char what[64];
        snprintf(what, sizeof what, "n %zu", n);
        struct test_random random = test_seed(n);
        float *x = test_random_floats(&random, n, -2, 2);
        x[n / 2] = 0;
        double *want = test_doubles(n);
        ref_relu(want, test_widen(x, n), n);
        struct test_tensor *tx = test_vector(context, offset, n, x), *ty = test_vector(context, offset, n, NULL);
        TEST_OK(nadir_activation_forward(context, &ty->tensor, &tx->tensor, NADIR_ACTIVATION_RELU));
        test_expect(what, test_read(ty), want, n, 0, 0);
        test_unchanged(tx);
        TEST_OK(nadir_activation_forward(context, &ty->tensor, &tx->tensor, NADIR_ACTIVATION_NONE));
        test_expect_bits("none", test_read(ty), x, n);
        TEST_OK(nadir_activation_forward(context, &tx->tensor, &tx->tensor, NADIR_ACTIVATION_RELU));
        test_expect("in place", test_read(tx), want, n, 0, 0);
        test_reset();
    }
}
END_TEST

START_TEST(backward)
{
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < size_count(); i++) {
        const size_t n = sizes[i], offset = offsets[i % 4];
        char what[64];
        snprintf(what, sizeof what, "n %zu", n);
        struct test_random random = test_seed(n);
        const float *dy = test_random_floats(&random, n, -2, 2);
        float *y = test_random_floats(&random, n, -2, 2);
        for (size_t j = 0; j < n; j++) y[j] = y[j] > 0 ? y[j] : 0;
        double *want = test_doubles(n);
        ref_relu_backward(want, test_widen(dy, n), test_widen(y, n), n);
        struct test_tensor *tdy = test_vector(context, offset, n, dy), *ty = test_vector(context, offset, n, y);
        struct test_tensor *tdx = test_vector(context, offset, n, NULL);
        TEST_OK(nadir_activation_backward(context, &tdx->tensor, &tdy->tensor, &ty->tensor, NADIR_ACTIVATION_RELU));
        test_expect(what, test_read(tdx), want, n, 0, 0);
        test_unchanged(tdy);
        test_unchanged(ty);
        TEST_OK(nadir_activation_backward(context, &tdx->tensor, &tdy->tensor, &ty->tensor, NADIR_ACTIVATION_NONE));
        test_expect_bits("none", test_read(tdx), dy, n);
        TEST_OK(nadir_activation_backward(context, &tdy->tensor, &tdy->tensor, &ty->tensor, NADIR_ACTIVATION_RELU));
        test_expect("in place", test_read(tdy), want, n, 0, 0);
        test_reset();
    }
}
END_TEST

/* 20 elements, so that the special ones pass through the vectors and through the tail. */
START_TEST(special_values)
{
    struct nadir_context *context = test_walk(_i);
    enum { N = 20 };
    float x[N] = {0}, dy[N];
    const float special[] = {NAN, INFINITY, -INFINITY, -0.0f, 0x1p-126f, -0x1p-126f, 3e38f, -3e38f};
    for (int i = 0; i < 8; i++) x[i] = x[12 + i] = special[i];
    for (int i = 0; i < N; i++) dy[i] = 1.5f;
    dy[13] = NAN;
    dy[4] = -INFINITY;
    struct test_tensor *tx = test_vector(context, 1, N, x), *ty = test_vector(context, 1, N, NULL);
    TEST_OK(nadir_activation_forward(context, &ty->tensor, &tx->tensor, NADIR_ACTIVATION_RELU));
    double want[N];
    ref_relu(want, test_widen(x, N), N);
    const float *y = test_read(ty);
    test_expect("forward", y, want, N, 0, 0);
    struct test_tensor *tdy = test_vector(context, 1, N, dy), *tdx = test_vector(context, 1, N, NULL);
    TEST_OK(nadir_activation_backward(context, &tdx->tensor, &tdy->tensor, &ty->tensor, NADIR_ACTIVATION_RELU));
    const float *dx = test_read(tdx);
    for (int i = 0; i < N; i++) {
        if (isnan(y[i])) continue; /* no gradient is promised at NaN */
        const double expected = y[i] > 0 ? dy[i] : 0;
        test_expect("backward", dx + i, &expected, 1, 0, 0);
    }
}
END_TEST

START_TEST(shapes_and_refusals)
{
    struct nadir_context *context = test_walk(_i);
    struct test_random random = test_seed(1);
    const float *x = test_random_floats(&random, 24, -1, 1);
    const size_t shape[] = {2, 3, 4};
    struct test_tensor *cube = test_input(context, NADIR_F32, 3, 3, shape, x);
    struct test_tensor *y = test_output(context, NADIR_F32, 3, 3, shape);
    TEST_OK(nadir_activation_forward(context, &y->tensor, &cube->tensor, NADIR_ACTIVATION_RELU));
    double want[24];
    ref_relu(want, test_widen(x, 24), 24);
    test_expect("rank 3", test_read(y), want, 24, 0, 0);

    struct test_tensor *scalar = test_input(context, NADIR_F32, 0, 0, NULL, (float[]){-2});
    TEST_OK(nadir_activation_forward(context, &scalar->tensor, &scalar->tensor, NADIR_ACTIVATION_RELU));
    test_expect("rank 0", test_read(scalar), (double[]){0}, 1, 0, 0);

    struct test_tensor *empty = test_matrix(context, 0, 0, 5, NULL), *empty_y = test_matrix(context, 0, 0, 5, NULL);
    TEST_OK(nadir_activation_forward(context, &empty_y->tensor, &empty->tensor, NADIR_ACTIVATION_RELU));
    TEST_OK(nadir_activation_backward(context, &empty_y->tensor, &empty->tensor, &empty->tensor, NADIR_ACTIVATION_RELU));
    TEST_OK(nadir_context_finish(context));
    test_unchanged(empty_y);

    struct test_tensor *flat = test_vector(context, 0, 24, NULL), *ints = test_labels(context, 0, 24, NULL);
    struct test_tensor *longer = test_vector(context, 0, 25, NULL);
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    const enum nadir_activation relu = NADIR_ACTIVATION_RELU, unknown = (enum nadir_activation)99;
    TEST_FAILS(bad, "", nadir_activation_forward(context, &flat->tensor, &longer->tensor, relu));
    TEST_FAILS(bad, "", nadir_activation_forward(context, &longer->tensor, &flat->tensor, relu));
    TEST_FAILS(bad, "", nadir_activation_forward(context, &flat->tensor, &ints->tensor, relu));
    TEST_FAILS(bad, "", nadir_activation_forward(context, &flat->tensor, NULL, relu));
    TEST_FAILS(bad, "", nadir_activation_forward(NULL, &flat->tensor, &flat->tensor, relu));
    TEST_FAILS(bad, "", nadir_activation_forward(context, &flat->tensor, &flat->tensor, unknown));
    TEST_FAILS(bad, "", nadir_activation_backward(context, &flat->tensor, &longer->tensor, &flat->tensor, relu));
    TEST_FAILS(bad, "", nadir_activation_backward(context, &flat->tensor, &flat->tensor, &longer->tensor, relu));
    struct nadir_tensor shifted = flat->tensor, other = y->tensor;
    shifted.offset++, shifted.shape[0]--;
    struct nadir_tensor shorter = flat->tensor;
    shorter.shape[0]--;
    other.rank = 1, other.shape[0] = 23;
    TEST_FAILS(bad, "overlap", nadir_activation_forward(context, &shifted, &shorter, relu));
    TEST_FAILS(bad, "overlap", nadir_activation_forward(context, &shorter, &shifted, relu));
    TEST_FAILS(bad, "overlap", nadir_activation_backward(context, &shifted, &shorter, &other, relu));
    TEST_FAILS(bad, "overlap", nadir_activation_backward(context, &shifted, &other, &shorter, relu));
    TEST_OK(nadir_context_finish(context));
    test_unchanged(flat);
    test_unchanged(longer);
}
END_TEST

START_TEST(names)
{
    ck_assert_str_eq(nadir_activation_name(NADIR_ACTIVATION_NONE), "none");
    ck_assert_str_eq(nadir_activation_name(NADIR_ACTIVATION_RELU), "relu");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("activation");
    TCase *tcase = test_case(suite, "activation");
    tcase_add_test(tcase, names);
    tcase_add_loop_test(tcase, forward, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, backward, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, special_values, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, shapes_and_refusals, 0, TEST_WALKS);
    return test_run(suite);
}
