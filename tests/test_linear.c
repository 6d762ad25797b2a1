/* SPDX-License-Identifier: MIT */
/* The linear layer: forward with bias and activation, backward for input, weight and bias. */
#include "support.h"

#include "ref/ref.h"

#include <stdio.h>

#define U 0x1p-24 /* unit roundoff of float */

/* As in test_gemm.c, for k terms and a bias within +-1. */
static double bound_of(size_t k)
{
    return U * (8 + 4 * sqrt((double)k + 1)) * sqrt((double)k + 1);
}

static const size_t shapes[][3] = { /* rows, in, out */
    {1, 1, 1},     {1, 17, 1},    {3, 1, 5},      {7, 16, 31},   {16, 15, 33},   {17, 257, 2},  {64, 784, 128}, {5, 784, 128},
    {64, 128, 10}, {61, 128, 10}, {257, 31, 15},  {129, 33, 65}, {13, 1009, 7},  {300, 5, 300}, {0, 7, 5},
};

START_TEST(forward)
{
    static const size_t offsets[] = {0, 1, 3, 17};
    struct nadir_context *context = test_gemm(_i);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        const size_t rows = shapes[i][0], in = shapes[i][1], out = shapes[i][2];
        if (test_small() && rows * in * out > 20000) continue;
        if (test_gemm_is_slow(_i) && i % 4 != 3) continue;
        for (int variant = 0; variant < 4; variant++) {
            const bool bias = variant & 1, relu = variant & 2;
            char what[128];
            snprintf(what, sizeof what, "rows %zu in %zu out %zu%s%s", rows, in, out, bias ? " bias" : "", relu ? " relu" : "");
            struct test_random random = test_seed(i);
            const float *x = test_random_floats(&random, rows * in, -1, 1), *w = test_random_floats(&random, out * in, -1, 1);
            const float *b = test_random_floats(&random, out, -1, 1);
            const size_t offset = offsets[(i + (size_t)variant) % 4];
            struct test_tensor *tx = test_matrix(context, offset, rows, in, x), *tw = test_matrix(context, offset, out, in, w);
            struct test_tensor *tb = test_vector(context, offset, out, b), *ty = test_matrix(context, offset, rows, out, NULL);
            TEST_OK(nadir_linear_forward(context, &ty->tensor, &tx->tensor, &tw->tensor, bias ? &tb->tensor : NULL,
                                         relu ? NADIR_ACTIVATION_RELU : NADIR_ACTIVATION_NONE));
            TEST_OK(nadir_context_finish(context));
            double *want = test_doubles(rows * out);
            ref_linear(want, test_widen(x, rows * in), test_widen(w, out * in), bias ? test_widen(b, out) : NULL, rows, in,
                       out);
            if (relu) ref_relu(want, want, rows * out);
            test_expect(what, test_read(ty), want, rows * out, bound_of(in), 0);
            test_unchanged(tx);
            test_unchanged(tw);
            test_unchanged(tb);
            test_reset();
        }
    }
}
END_TEST

START_TEST(backward)
{
    static const size_t offsets[] = {0, 1, 3, 17};
    struct nadir_context *context = test_gemm(_i);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        const size_t rows = shapes[i][0], in = shapes[i][1], out = shapes[i][2];
        if (test_small() && rows * in * out > 20000) continue;
        if (test_gemm_is_slow(_i) && i % 4 != 3) continue;
        char what[128];
        struct test_random random = test_seed(i);
        const float *x = test_random_floats(&random, rows * in, -1, 1), *w = test_random_floats(&random, out * in, -1, 1);
        const float *dy = test_random_floats(&random, rows * out, -1, 1);
        double *want_dx = test_doubles(rows * in), *want_dw = test_doubles(out * in), *want_db = test_doubles(out);
        ref_linear_backward(want_dx, want_dw, want_db, test_widen(dy, rows * out), test_widen(x, rows * in),
                            test_widen(w, out * in), rows, in, out);
        for (int wanted = 0; wanted < 8; wanted++) { /* which of dx, dw, db */
            if (test_small() && wanted != 7 && wanted != 2) continue;
            const size_t offset = offsets[(i + (size_t)wanted) % 4];
            struct test_tensor *tx = test_matrix(context, offset, rows, in, x), *tw = test_matrix(context, offset, out, in, w);
            struct test_tensor *tdy = test_matrix(context, offset, rows, out, dy);
            struct test_tensor *tdx = test_matrix(context, offset, rows, in, NULL);
            struct test_tensor *tdw = test_matrix(context, offset, out, in, NULL);
            struct test_tensor *tdb = test_vector(context, offset, out, NULL);
            TEST_OK(nadir_linear_backward(context, wanted & 1 ? &tdx->tensor : NULL, wanted & 2 ? &tdw->tensor : NULL,
                                          wanted & 4 ? &tdb->tensor : NULL, &tdy->tensor, &tx->tensor, &tw->tensor));
            TEST_OK(nadir_context_finish(context));
            snprintf(what, sizeof what, "rows %zu in %zu out %zu offset %zu", rows, in, out, offset);
            if (wanted & 1) test_expect(what, test_read(tdx), want_dx, rows * in, bound_of(out), 0);
            else test_unchanged(tdx);
            if (wanted & 2) test_expect(what, test_read(tdw), want_dw, out * in, bound_of(rows), 0);
            else test_unchanged(tdw);
            if (wanted & 4) test_expect(what, test_read(tdb), want_db, out, bound_of(rows), 0);
            else test_unchanged(tdb);
            test_unchanged(tx);
            test_unchanged(tw);
            test_unchanged(tdy);
        }
        test_reset();
    }
}
END_TEST

/* The formulas of the reference itself: L = sum of r_i y_i, differentiated numerically in double. */
START_TEST(reference_agrees_with_finite_differences)
{
    enum { ROWS = 3, IN = 4, OUT = 5 };
    struct test_random random = test_seed(9);
    double *x = test_widen(test_random_floats(&random, ROWS * IN, -1, 1), ROWS * IN);
    double *w = test_widen(test_random_floats(&random, OUT * IN, -1, 1), OUT * IN);
    double *b = test_widen(test_random_floats(&random, OUT, -1, 1), OUT);
    const double *r = test_widen(test_random_floats(&random, ROWS * OUT, -1, 1), ROWS * OUT);
    double dx[ROWS * IN], dw[OUT * IN], db[OUT], y[ROWS * OUT];
    ref_linear_backward(dx, dw, db, r, x, w, ROWS, IN, OUT);
    double *const variables[] = {x, w, b};
    double *const gradients[] = {dx, dw, db};
    const size_t counts[] = {ROWS * IN, OUT * IN, OUT};
    for (int v = 0; v < 3; v++) {
        for (size_t i = 0; i < counts[v]; i++) {
            const double h = 1e-6, at = variables[v][i];
            double side[2];
            for (int s = 0; s < 2; s++) {
                variables[v][i] = s == 0 ? at + h : at - h;
                ref_linear(y, x, w, b, ROWS, IN, OUT);
                side[s] = 0;
                for (size_t j = 0; j < ROWS * OUT; j++) side[s] += r[j] * y[j];
            }
            variables[v][i] = at;
            const double slope = (side[0] - side[1]) / (2 * h);
            ck_assert_msg(fabs(slope - gradients[v][i]) <= 1e-8, "variable %d[%zu]: slope %g, gradient %g", v, i, slope,
                          gradients[v][i]);
        }
    }
}
END_TEST

/* Each activation with and without bias, on a few shapes with edges. */
START_TEST(activations)
{
    static const size_t some[][3] = {{1, 1, 1}, {5, 7, 33}, {17, 40, 49}, {37, 300, 70}};
    struct nadir_context *context = test_gemm(_i);
    for (unsigned i = 0; i < 4 * 2 * NADIR_ACTIVATION_COUNT; i++) {
        const enum nadir_activation f = i / 8;
        const bool bias = i & 1;
        const size_t rows = some[i / 2 % 4][0], in = some[i / 2 % 4][1], out = some[i / 2 % 4][2], n = rows * out;
        if (test_small() && rows * in * out > 20000) continue;
        char what[128];
        snprintf(what, sizeof what, "%s, rows %zu in %zu out %zu%s", nadir_activation_name(f), rows, in, out,
                 bias ? " bias" : "");
        struct test_random random = test_seed(i);
        const float *x = test_random_floats(&random, rows * in, -1, 1), *w = test_random_floats(&random, out * in, -1, 1);
        const float *b = test_random_floats(&random, out, -1, 1);
        struct test_tensor *tx = test_matrix(context, 1, rows, in, x), *tw = test_matrix(context, 3, out, in, w);
        struct test_tensor *tb = test_vector(context, 17, out, b), *ty = test_matrix(context, 1, rows, out, NULL);
        TEST_OK(nadir_linear_forward(context, &ty->tensor, &tx->tensor, &tw->tensor, bias ? &tb->tensor : NULL, f));
        double *want = test_doubles(n);
        ref_linear(want, test_widen(x, rows * in), test_widen(w, out * in), bias ? test_widen(b, out) : NULL, rows, in, out);
        ref_activation(want, want, n, f, (double)nadir_activation_alpha(f));
        /* No slope is above 1.13; a few roundings of f itself, whose argument may be 100. */
        test_expect(what, test_read(ty), want, n, 1.13 * bound_of(in), 10 * U);
        test_reset();
    }
}
END_TEST

START_TEST(relu_keeps_nan)
{
    struct nadir_context *context = test_gemm(_i);
    float x[6] = {1, 2, NAN, 0, 1, -1}, w[4] = {1, 1, -1, -1}, b[2] = {0, 0};
    struct test_tensor *tx = test_matrix(context, 0, 3, 2, x), *tw = test_matrix(context, 0, 2, 2, w);
    struct test_tensor *tb = test_vector(context, 0, 2, b), *ty = test_matrix(context, 0, 3, 2, NULL);
    TEST_OK(nadir_linear_forward(context, &ty->tensor, &tx->tensor, &tw->tensor, &tb->tensor, NADIR_ACTIVATION_RELU));
    const double want[6] = {3, 0, NAN, NAN, 0, 0};
    test_expect("relu(x w^T + b)", test_read(ty), want, 6, 0, 0);
}
END_TEST

START_TEST(refuses)
{
    struct nadir_context *context = test_gemm(_i);
    struct test_tensor *x = test_matrix(context, 0, 4, 6, test_floats(24)), *w = test_matrix(context, 0, 5, 6, test_floats(30));
    struct test_tensor *b = test_vector(context, 0, 5, test_floats(5)), *y = test_matrix(context, 0, 4, 5, NULL);
    struct test_tensor *dx = test_matrix(context, 0, 4, 6, NULL), *dw = test_matrix(context, 0, 5, 6, NULL);
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    const enum nadir_activation none = NADIR_ACTIVATION_NONE, unknown = (enum nadir_activation)99;
    TEST_FAILS(bad, "", nadir_linear_forward(context, &y->tensor, &w->tensor, &x->tensor, &b->tensor, none));
    TEST_FAILS(bad, "", nadir_linear_forward(context, &x->tensor, &x->tensor, &w->tensor, &b->tensor, none));
    TEST_FAILS(bad, "", nadir_linear_forward(context, &y->tensor, &x->tensor, &w->tensor, &y->tensor, none));
    TEST_FAILS(bad, "", nadir_linear_forward(context, &y->tensor, NULL, &w->tensor, &b->tensor, none));
    TEST_FAILS(bad, "", nadir_linear_forward(context, &y->tensor, &x->tensor, &w->tensor, &b->tensor, unknown));
    TEST_FAILS(bad, "", nadir_linear_backward(context, &dw->tensor, NULL, NULL, &y->tensor, &x->tensor, &w->tensor));
    TEST_FAILS(bad, "", nadir_linear_backward(context, NULL, &dx->tensor, NULL, &y->tensor, &x->tensor, &w->tensor));
    TEST_FAILS(bad, "", nadir_linear_backward(context, NULL, NULL, &dx->tensor, &y->tensor, &x->tensor, &w->tensor));
    TEST_FAILS(bad, "", nadir_linear_backward(context, &dx->tensor, &dw->tensor, NULL, &x->tensor, &x->tensor, &w->tensor));
    test_unchanged(y);
    test_unchanged(dx);
    test_unchanged(dw);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("linear");
    TCase *tcase = test_case(suite, "linear");
    const int count = test_gemm_count();
    tcase_add_test(tcase, reference_agrees_with_finite_differences);
    tcase_add_loop_test(tcase, forward, 0, count);
    tcase_add_loop_test(tcase, backward, 0, count);
    tcase_add_loop_test(tcase, activations, 0, count);
    tcase_add_loop_test(tcase, relu_keeps_nan, 0, count);
    tcase_add_loop_test(tcase, refuses, 0, count);
    return test_run(suite);
}
