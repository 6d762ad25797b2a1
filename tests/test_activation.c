/* SPDX-License-Identifier: MIT */
/* Activations: values and gradients against double and PyTorch, special values, in place. */
#include "support.h"

#include "golden/activation.h"
#include "ref/ref.h"

#include <float.h>
#include <stdio.h>

#define U 0x1p-24 /* unit roundoff of float */

/* Every activation; those with alpha at PyTorch's and at others. */
static const struct {
    enum nadir_activation f;
    float alpha;
} functions[] = {
    {NADIR_ACTIVATION_NONE, 0},      {NADIR_ACTIVATION_RELU, 0},         {NADIR_ACTIVATION_LEAKY_RELU, 0.01f},
    {NADIR_ACTIVATION_LEAKY_RELU, 0}, {NADIR_ACTIVATION_LEAKY_RELU, 0.3f}, {NADIR_ACTIVATION_ELU, 1},
    {NADIR_ACTIVATION_ELU, 0.7f},    {NADIR_ACTIVATION_GELU, 0},         {NADIR_ACTIVATION_GELU_TANH, 0},
    {NADIR_ACTIVATION_SILU, 0},      {NADIR_ACTIVATION_SIGMOID, 0},      {NADIR_ACTIVATION_TANH, 0},
    {NADIR_ACTIVATION_SOFTPLUS, 0},
};
enum { FUNCTIONS = sizeof functions / sizeof *functions };

static const size_t sizes[] = {1, 2, 15, 16, 17, 31, 255, 256, 257, 1009, 16383, 16384, 16385, 100003};
static const size_t offsets[] = {0, 1, 3, 17};

static size_t size_count(void)
{
    return test_small() ? 10 : sizeof sizes / sizeof *sizes;
}

/* Of both signs, from 2^-40 to 32, and +-1e4: what is small must keep its digits as well. */
static float *inputs(struct test_random *random, size_t n)
{
    float *x = test_floats(n);
    for (size_t i = 0; i < n; i++) {
        const float sign = test_word(random) & 1 ? 1 : -1, usual = test_uniform(random, 0, 8);
        const float any = exp2f(test_uniform(random, -40, 5));
        x[i] = sign * (i % 61 == 60 ? 1e4f : i % 2 ? usual : any);
    }
    x[n / 2] = 0;
    return x;
}

/* What is saved for the gradient of f at x. */
static float *saved_of(const float *x, size_t n, enum nadir_activation f, float alpha)
{
    float *saved = test_floats(n);
    double *y = test_doubles(n);
    ref_activation(y, test_widen(x, n), n, f, (double)alpha);
    for (size_t i = 0; i < n; i++) saved[i] = nadir_activation_saves_input(f) ? x[i] : (float)y[i];
    return saved;
}

/* The argument of the exp that f is made of, where it is rounded: its error is the relative error of the exp. */
static double rounded_argument(enum nadir_activation f, double x)
{
    if (f == NADIR_ACTIVATION_GELU) return x * x / 2;
    if (f == NADIR_ACTIVATION_GELU_TANH) return fabs(1.6 * x + 0.0714 * x * x * x);
    return 0;
}

/* 5 ulp (10 u) for exp, expm1, log1p or the normal distribution and the few operations around them, 3 u more for a rounded
 * argument; where the exp is near the smallest float, so is the error. ReLU only chooses. */
static double forward_bound(enum nadir_activation f, double x, double want)
{
    if (f == NADIR_ACTIVATION_NONE || f == NADIR_ACTIVATION_RELU) return 0;
    return fabs(want) * U * (10 + 3 * fmin(rounded_argument(f, x), 120)) + 0x1p-114;
}

/* As above. The gradients of GELU and SiLU are differences, with a root near -1; below -2.5 they keep their digits. */
static double backward_bound(enum nadir_activation f, double saved, double dy, double want)
{
    if (f == NADIR_ACTIVATION_NONE || f == NADIR_ACTIVATION_RELU) return 0;
    const double root = nadir_activation_saves_input(f) && saved > -2.5 ? fabs(dy) * 10 * U : 0;
    return root + fabs(want) * U * (20 + 3 * fmin(rounded_argument(f, saved), 120)) + 0x1p-114;
}

static double *forward_bounds(const float *x, const double *want, size_t n, enum nadir_activation f)
{
    double *bounds = test_doubles(n);
    for (size_t i = 0; i < n; i++) bounds[i] = forward_bound(f, (double)x[i], want[i]);
    return bounds;
}

static double *backward_bounds(const float *saved, const float *dy, const double *want, size_t n, enum nadir_activation f)
{
    double *bounds = test_doubles(n);
    for (size_t i = 0; i < n; i++) bounds[i] = backward_bound(f, (double)saved[i], (double)dy[i], want[i]);
    return bounds;
}

static const char *what_of(char text[96], size_t k, size_t n)
{
    snprintf(text, 96, "%s, alpha %g, n %zu", nadir_activation_name(functions[k].f), (double)functions[k].alpha, n);
    return text;
}

START_TEST(forward)
{
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < size_count() * FUNCTIONS; i++) {
        const size_t k = i % FUNCTIONS, n = sizes[i / FUNCTIONS], offset = offsets[(i + i / FUNCTIONS) % 4];
        const enum nadir_activation f = functions[k].f;
        const float alpha = functions[k].alpha;
        char what[96];
        struct test_random random = test_seed(n);
        const float *x = inputs(&random, n);
        double *want = test_doubles(n);
        ref_activation(want, test_widen(x, n), n, f, (double)alpha);
        struct test_tensor *tx = test_vector(context, offset, n, x), *ty = test_vector(context, offset, n, NULL);
        TEST_OK(nadir_activation_forward(context, &ty->tensor, &tx->tensor, f, alpha));
        const float *y = test_read(ty);
        test_expect_within(what_of(what, k, n), y, want, forward_bounds(x, want, n, f), n);
        test_unchanged(tx);
        TEST_OK(nadir_activation_forward(context, &tx->tensor, &tx->tensor, f, alpha));
        test_expect_bits("in place, the same again", test_read(tx), y, n);
        test_reset();
    }
}
END_TEST

START_TEST(backward)
{
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < size_count() * FUNCTIONS; i++) {
        const size_t k = i % FUNCTIONS, n = sizes[i / FUNCTIONS], offset = offsets[(i + i / FUNCTIONS) % 4];
        const enum nadir_activation f = functions[k].f;
        const float alpha = functions[k].alpha;
        char what[96];
        struct test_random random = test_seed(n + 1);
        const float *dy = test_random_floats(&random, n, -2, 2), *saved = saved_of(inputs(&random, n), n, f, alpha);
        double *want = test_doubles(n);
        ref_activation_backward(want, test_widen(dy, n), test_widen(saved, n), n, f, (double)alpha);
        struct test_tensor *tdy = test_vector(context, offset, n, dy), *tdx = test_vector(context, offset, n, NULL);
        struct test_tensor *tsaved = test_vector(context, offset, n, saved);
        TEST_OK(nadir_activation_backward(context, &tdx->tensor, &tdy->tensor, &tsaved->tensor, f, alpha));
        const float *dx = test_read(tdx);
        test_expect_within(what_of(what, k, n), dx, want, backward_bounds(saved, dy, want, n, f), n);
        test_unchanged(tdy);
        test_unchanged(tsaved);
        TEST_OK(nadir_activation_backward(context, &tdy->tensor, &tdy->tensor, &tsaved->tensor, f, alpha));
        test_expect_bits("dx is dy, the same again", test_read(tdy), dx, n);
        test_unchanged(tsaved);
        TEST_OK(nadir_activation_backward(context, &tsaved->tensor, &tdx->tensor, &tsaved->tensor, NADIR_ACTIVATION_NONE, NAN));
        test_expect_bits("dx is saved; no activation", test_read(tsaved), dx, n);
        test_reset();
    }
}
END_TEST

/* Infinities give the limits, on both sides. 35 elements, so that each special one passes through vectors and through the
 * tail. */
START_TEST(special_values)
{
    struct nadir_context *context = test_walk(_i % TEST_WALKS);
    enum { SPECIAL = 16, N = 35 };
    static const float special[SPECIAL] = {NAN,   INFINITY, -INFINITY, 0.0f,  -0.0f,   FLT_MIN, -FLT_MIN, 3e38f,
                                           -3e38f, 1e4f,    -1e4f,     1e20f, -1e20f, 88.5f,   -88.5f,   -14.5f};
    const size_t k = (size_t)_i / TEST_WALKS;
    const enum nadir_activation f = functions[k].f;
    const float alpha = functions[k].alpha;
    for (int at = 0; at < 2; at++) {
        float x[N] = {0}, dy[N];
        for (int i = 0; i < N; i++) dy[i] = 1.5f;
        for (int i = 0; i < SPECIAL; i++) x[at == 0 ? i : N - 1 - i] = special[i];
        char what[96];
        struct test_tensor *tx = test_vector(context, 1, N, x), *ty = test_vector(context, 1, N, NULL);
        TEST_OK(nadir_activation_forward(context, &ty->tensor, &tx->tensor, f, alpha));
        double want[N];
        ref_activation(want, test_widen(x, N), N, f, (double)alpha);
        float y[N];
        memcpy(y, test_read(ty), sizeof y);
        test_expect_within(what_of(what, k, N), y, want, forward_bounds(x, want, N, f), N);

        const float *saved = nadir_activation_saves_input(f) ? x : y;
        struct test_tensor *tdy = test_vector(context, 1, N, dy), *tdx = test_vector(context, 1, N, NULL);
        struct test_tensor *tsaved = test_vector(context, 1, N, saved);
        TEST_OK(nadir_activation_backward(context, &tdx->tensor, &tdy->tensor, &tsaved->tensor, f, alpha));
        const float *dx = test_read(tdx);
        ref_activation_backward(want, test_widen(dy, N), test_widen(saved, N), N, f, (double)alpha);
        /* From y alone, ReLU and leaky ReLU cannot know that there was no gradient. */
        const bool blind = f <= NADIR_ACTIVATION_LEAKY_RELU;
        for (int i = 0; i < N; i++)
            if (isnan(saved[i]) && blind) want[i] = (double)dx[i];
        test_expect_within(what_of(what, k, N), dx, want, backward_bounds(saved, dy, want, N, f), N);
    }

    /* A gradient that is not finite arrives, but where the function is flat. */
    float slopes[3] = {0.5f, 0.5f, 0.5f}, not_finite[3] = {NAN, INFINITY, -INFINITY}, flat[3] = {0, 0, 0};
    struct test_tensor *tdy = test_vector(context, 0, 3, not_finite), *tsaved = test_vector(context, 0, 3, slopes);
    struct test_tensor *tdx = test_vector(context, 0, 3, NULL);
    TEST_OK(nadir_activation_backward(context, &tdx->tensor, &tdy->tensor, &tsaved->tensor, f, alpha));
    double want[3] = {NAN, INFINITY, -INFINITY};
    test_expect("not finite", test_read(tdx), want, 3, 0, 0);
    if (f != NADIR_ACTIVATION_RELU) return;
    tsaved = test_vector(context, 0, 3, flat);
    TEST_OK(nadir_activation_backward(context, &tdx->tensor, &tdy->tensor, &tsaved->tensor, f, alpha));
    memset(want, 0, sizeof want);
    test_expect("flat", test_read(tdx), want, 3, 0, 0);
}
END_TEST

static const double *const golden[NADIR_ACTIVATION_COUNT][2] = {
    [NADIR_ACTIVATION_RELU] = {activation_relu, activation_relu_dx},
    [NADIR_ACTIVATION_LEAKY_RELU] = {activation_leaky_relu, activation_leaky_relu_dx},
    [NADIR_ACTIVATION_ELU] = {activation_elu, activation_elu_dx},
    [NADIR_ACTIVATION_GELU] = {activation_gelu, activation_gelu_dx},
    [NADIR_ACTIVATION_GELU_TANH] = {activation_gelu_tanh, activation_gelu_tanh_dx},
    [NADIR_ACTIVATION_SILU] = {activation_silu, activation_silu_dx},
    [NADIR_ACTIVATION_SIGMOID] = {activation_sigmoid, activation_sigmoid_dx},
    [NADIR_ACTIVATION_TANH] = {activation_tanh, activation_tanh_dx},
    [NADIR_ACTIVATION_SOFTPLUS] = {activation_softplus, activation_softplus_dx},
};

/* Forward and back again. PyTorch's own cancellation in gelu_tanh is 1e-16 of x; its alpha 0.01 is a double; and what is
 * computed from y has y's error. */
START_TEST(pytorch)
{
    struct nadir_context *context = test_walk(_i);
    enum { N = ACTIVATION_ELEMENTS };
    for (unsigned f = 1; f < NADIR_ACTIVATION_COUNT; f++) {
        const float alpha = nadir_activation_alpha(f);
        struct test_tensor *x = test_vector(context, 3, N, activation_x), *dy = test_vector(context, 1, N, activation_dy);
        struct test_tensor *y = test_vector(context, 0, N, NULL), *dx = test_vector(context, 3, N, NULL);
        const struct nadir_tensor *saved = nadir_activation_saves_input(f) ? &x->tensor : &y->tensor;
        TEST_OK(nadir_activation_forward(context, &y->tensor, &x->tensor, f, alpha));
        TEST_OK(nadir_activation_backward(context, &dx->tensor, &dy->tensor, saved, f, alpha));
        double bounds[N];
        for (int i = 0; i < N; i++) bounds[i] = forward_bound(f, (double)activation_x[i], golden[f][0][i]) + 1e-14;
        test_expect_within(nadir_activation_name(f), test_read(y), golden[f][0], bounds, N);
        for (int i = 0; i < N; i++)
            bounds[i] = backward_bound(f, (double)activation_x[i], (double)activation_dy[i], golden[f][1][i]) +
                        10 * U * fabs((double)activation_dy[i]);
        test_expect_within(nadir_activation_name(f), test_read(dx), golden[f][1], bounds, N);
    }
}
END_TEST

/* In double, away from the kinks. */
START_TEST(reference_agrees_with_finite_differences)
{
    for (size_t k = 0; k < FUNCTIONS; k++) {
        const enum nadir_activation f = functions[k].f;
        const double alpha = (double)functions[k].alpha, dy = -1.25, h = 1e-5;
        for (double x = -6.03; x < 6; x += 0.1) {
            const double sides[2] = {x + h, x - h};
            double y[2], saved = x, gradient;
            if (!nadir_activation_saves_input(f)) ref_activation(&saved, &x, 1, f, alpha);
            ref_activation(y, sides, 2, f, alpha);
            ref_activation_backward(&gradient, &dy, &saved, 1, f, alpha);
            const double slope = dy * (y[0] - y[1]) / (2 * h);
            ck_assert_msg(fabs(slope - gradient) <= 1e-9, "%s at %g: slope %g, gradient %g", nadir_activation_name(f), x, slope,
                          gradient);
        }
    }
}
END_TEST

START_TEST(shapes_and_refusals)
{
    struct nadir_context *context = test_walk(_i);
    struct test_random random = test_seed(1);
    const float *x = test_random_floats(&random, 24, -1, 1);
    const size_t shape[] = {2, 3, 4};
    const enum nadir_activation relu = NADIR_ACTIVATION_RELU, unknown = (enum nadir_activation)99;
    struct test_tensor *cube = test_input(context, NADIR_F32, 3, 3, shape, x);
    struct test_tensor *y = test_output(context, NADIR_F32, 3, 3, shape);
    TEST_OK(nadir_activation_forward(context, &y->tensor, &cube->tensor, relu, NAN)); /* alpha is not looked at */
    double want[24];
    ref_relu(want, test_widen(x, 24), 24);
    test_expect("rank 3", test_read(y), want, 24, 0, 0);

    struct test_tensor *scalar = test_input(context, NADIR_F32, 0, 0, NULL, (float[]){-2});
    TEST_OK(nadir_activation_forward(context, &scalar->tensor, &scalar->tensor, relu, 0));
    test_expect("rank 0", test_read(scalar), (double[]){0}, 1, 0, 0);

    struct test_tensor *empty = test_matrix(context, 0, 0, 5, NULL), *empty_y = test_matrix(context, 0, 0, 5, NULL);
    TEST_OK(nadir_activation_forward(context, &empty_y->tensor, &empty->tensor, relu, 0));
    TEST_OK(nadir_activation_backward(context, &empty_y->tensor, &empty->tensor, &empty->tensor, relu, 0));
    TEST_OK(nadir_context_finish(context));
    test_unchanged(empty_y);

    struct test_tensor *flat = test_vector(context, 0, 24, NULL), *ints = test_labels(context, 0, 24, NULL);
    struct test_tensor *longer = test_vector(context, 0, 25, NULL);
    const struct nadir_tensor *a = &flat->tensor, *b = &longer->tensor;
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    TEST_FAILS(bad, "shape", nadir_activation_forward(context, a, b, relu, 0));
    TEST_FAILS(bad, "shape", nadir_activation_forward(context, b, a, relu, 0));
    TEST_FAILS(bad, "int32", nadir_activation_forward(context, a, &ints->tensor, relu, 0));
    TEST_FAILS(bad, "NULL", nadir_activation_forward(context, a, NULL, relu, 0));
    TEST_FAILS(bad, "NULL", nadir_activation_forward(NULL, a, a, relu, 0));
    TEST_FAILS(bad, "99 is not an activation", nadir_activation_forward(context, a, a, unknown, 0));
    TEST_FAILS(bad, "99 is not an activation", nadir_activation_backward(context, a, a, a, unknown, 0));
    TEST_FAILS(bad, "not an activation", nadir_activation_forward(context, a, a, NADIR_ACTIVATION_COUNT, 0));
    TEST_FAILS(bad, "shape", nadir_activation_backward(context, a, b, a, relu, 0));
    TEST_FAILS(bad, "shape", nadir_activation_backward(context, a, a, b, relu, 0));
    TEST_FAILS(bad, "saved is NULL", nadir_activation_backward(context, a, a, NULL, relu, 0));
    const float bad_alphas[] = {-0.01f, NAN, INFINITY, 0};
    for (int i = 0; i < 4; i++) {
        const enum nadir_activation leaky = NADIR_ACTIVATION_LEAKY_RELU, elu = NADIR_ACTIVATION_ELU;
        if (i < 3) TEST_FAILS(bad, "leaky_relu", nadir_activation_forward(context, a, a, leaky, bad_alphas[i]));
        if (i < 3) TEST_FAILS(bad, "alpha", nadir_activation_backward(context, a, a, a, leaky, bad_alphas[i]));
        TEST_FAILS(bad, "elu", nadir_activation_forward(context, a, a, elu, bad_alphas[i]));
        TEST_FAILS(bad, "alpha", nadir_activation_backward(context, a, a, a, elu, bad_alphas[i]));
    }
    struct nadir_tensor shifted = *a, other = y->tensor, shorter = *a;
    shifted.offset++, shifted.shape[0]--;
    shorter.shape[0]--;
    other.rank = 1, other.shape[0] = 23;
    TEST_FAILS(bad, "overlap", nadir_activation_forward(context, &shifted, &shorter, relu, 0));
    TEST_FAILS(bad, "overlap", nadir_activation_forward(context, &shorter, &shifted, relu, 0));
    TEST_FAILS(bad, "overlap", nadir_activation_backward(context, &shifted, &shorter, &other, relu, 0));
    TEST_FAILS(bad, "overlap", nadir_activation_backward(context, &shifted, &other, &shorter, relu, 0));
    TEST_OK(nadir_context_finish(context));
    test_unchanged(flat);
    test_unchanged(longer);
}
END_TEST

START_TEST(table)
{
    static const struct {
        const char *name;
        float alpha;
        bool saves_input;
    } want[NADIR_ACTIVATION_COUNT] = {
        {"none", 0, false}, {"relu", 0, false},     {"leaky_relu", 0.01f, false}, {"elu", 1, false},  {"gelu", 0, true},
        {"gelu_tanh", 0, true}, {"silu", 0, true}, {"sigmoid", 0, false}, {"tanh", 0, false}, {"softplus", 0, false},
    };
    for (unsigned f = 0; f < NADIR_ACTIVATION_COUNT; f++) {
        ck_assert_str_eq(nadir_activation_name(f), want[f].name);
        ck_assert(nadir_activation_alpha(f) == want[f].alpha);
        ck_assert(nadir_activation_saves_input(f) == want[f].saves_input);
    }
    const enum nadir_activation unknown = (enum nadir_activation)-1;
    ck_assert_str_eq(nadir_activation_name(unknown), "unknown activation");
    ck_assert(nadir_activation_alpha(unknown) == 0 && !nadir_activation_saves_input(unknown));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("activation");
    TCase *tcase = test_case(suite, "activation");
    tcase_add_test(tcase, table);
    tcase_add_test(tcase, reference_agrees_with_finite_differences);
    tcase_add_loop_test(tcase, forward, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, backward, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, special_values, 0, TEST_WALKS * FUNCTIONS);
    tcase_add_loop_test(tcase, pytorch, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, shapes_and_refusals, 0, TEST_WALKS);
    return test_run(suite);
}
