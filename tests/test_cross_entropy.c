/* SPDX-License-Identifier: MIT */
/* Fused softmax cross-entropy: loss, gradient and hits, at awkward sizes, extreme values and bad labels. */
#include "support.h"

#include "golden/cross_entropy.h"
#include "ref/ref.h"

#include <stdio.h>

#define U 0x1p-24 /* unit roundoff of float */

static const size_t offsets[] = {0, 1, 3, 17};

/* One row of expected values with its error bounds, all arrays released with the test. */
struct expected {
    double *loss, *loss_bound, *gradient, *gradient_bound, *correct;
};

/* Loss: 4 u (|m| + |lse| + |x_y| + 1), the roundings of lse - x_y; but never more than 1e-6 of the loss where the label leads,
 * because log1p keeps its digits. Gradient: relative u (32 + 2 (m - x_j)), exp's few ulp and its rounded argument; 1e-5 at the
 * label, where expm1 keeps the digits of 1 - p. 1e-37: results below the normal range may be flushed. */
static struct expected expect_rows(const float *logits, const int32_t *labels, size_t rows, size_t cols, float scale)
{
    const double *x = test_widen(logits, rows * cols);
    struct expected e = {test_doubles(rows), test_doubles(rows), test_doubles(rows * cols), test_doubles(rows * cols),
                         test_doubles(rows)};
    ref_cross_entropy(e.loss, e.gradient, e.correct, x, labels, rows, cols, (double)scale);
    for (size_t i = 0; i < rows; i++)
        if (isnan(e.loss[i])) e.correct[i] = 0; /* a row without a loss counts as wrong */
    for (size_t i = 0; i < rows; i++, x += cols) {
        const double top = x[ref_argmax(x, cols)];
        const bool valid = labels[i] >= 0 && (size_t)labels[i] < cols;
        const double at_label = valid ? x[labels[i]] : 0;
        const double lse = isfinite(at_label) ? e.loss[i] + at_label : top;
        e.loss_bound[i] = 4 * U * (fabs(top) + fabs(lse) + (isfinite(at_label) ? fabs(at_label) : 0) + 1);
        if (e.correct[i] == 1) e.loss_bound[i] = fmin(e.loss_bound[i], 1e-6 * e.loss[i] + 1e-37);
        for (size_t j = 0; j < cols; j++) {
            const double below = isfinite(x[j]) ? top - x[j] : 0;
            double relative = fmin(U * (32 + 2 * below), 1);
            if (valid && j == (size_t)labels[i]) relative = 1e-5;
            e.gradient_bound[i * cols + j] = relative * fabs(e.gradient[i * cols + j]) + 1e-37;
        }
    }
    return e;
}

/* Runs the primitive out of place, in place, and with outputs left out, and compares all of them. */
static void check_rows(struct nadir_context *context, const char *name, const float *logits, const int32_t *labels, size_t rows,
                       size_t cols, float scale, size_t offset)
{
    const size_t n = rows * cols;
    const struct expected e = expect_rows(logits, labels, rows, cols, scale);
    struct nadir_cross_entropy_params params = nadir_cross_entropy_params_default();
    params.scale = scale;
    struct test_tensor *x = test_matrix(context, offset, rows, cols, logits), *y = test_labels(context, offset, rows, labels);
    struct test_tensor *loss = test_vector(context, offset, rows, NULL), *dx = test_matrix(context, offset, rows, cols, NULL);
    struct test_tensor *correct = test_vector(context, offset, rows, NULL);
    char what[128];
    TEST_OK(nadir_cross_entropy(context, &loss->tensor, &dx->tensor, &correct->tensor, &x->tensor, &y->tensor, &params));
    TEST_OK(nadir_context_finish(context));
    snprintf(what, sizeof what, "%s: loss, %zu x %zu", name, rows, cols);
    test_expect_within(what, test_read(loss), e.loss, e.loss_bound, rows);
    snprintf(what, sizeof what, "%s: gradient, %zu x %zu", name, rows, cols);
    test_expect_within(what, test_read(dx), e.gradient, e.gradient_bound, n);
    snprintf(what, sizeof what, "%s: correct, %zu x %zu", name, rows, cols);
    test_expect(what, test_read(correct), e.correct, rows, 0, 0);
    test_unchanged(x);
    test_unchanged(y);

    /* In place: the same bits as out of place. */
    struct test_tensor *loss2 = test_vector(context, offset, rows, NULL), *correct2 = test_vector(context, offset, rows, NULL);
    TEST_OK(nadir_cross_entropy(context, &loss2->tensor, &x->tensor, &correct2->tensor, &x->tensor, &y->tensor, &params));
    test_expect_bits("in place: loss", test_read(loss2), test_read(loss), rows);
    test_expect_bits("in place: gradient", test_read(x), test_read(dx), n);
    test_expect_bits("in place: correct", test_read(correct2), test_read(correct), rows);

    /* Outputs left out, each alone: what remains keeps its value (not its bits: another specialisation may compute it). */
    struct test_tensor *again = test_matrix(context, offset, rows, cols, logits);
    struct test_tensor *only = test_vector(context, offset, rows, NULL);
    struct test_tensor *only_dx = test_matrix(context, offset, rows, cols, NULL);
    TEST_OK(nadir_cross_entropy(context, &only->tensor, NULL, NULL, &again->tensor, &y->tensor, &params));
    test_expect_within("loss alone", test_read(only), e.loss, e.loss_bound, rows);
    only = test_vector(context, offset, rows, NULL);
    TEST_OK(nadir_cross_entropy(context, NULL, NULL, &only->tensor, &again->tensor, &y->tensor, &params));
    test_expect("correct alone", test_read(only), e.correct, rows, 0, 0);
    TEST_OK(nadir_cross_entropy(context, NULL, &only_dx->tensor, NULL, &again->tensor, &y->tensor, &params));
    test_expect_within("gradient alone", test_read(only_dx), e.gradient, e.gradient_bound, n);
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL",
               nadir_cross_entropy(context, NULL, NULL, NULL, &again->tensor, &y->tensor, &params));
    test_unchanged(again);
    TEST_OK(nadir_context_finish(context));
    test_reset();
}

static void fill_labels(struct test_random *random, int32_t *labels, size_t rows, size_t cols)
{
    for (size_t i = 0; i < rows; i++) labels[i] = (int32_t)(test_word(random) % cols);
}

static const size_t shapes[][2] = { /* rows, columns */
    {1, 1},    {3, 1},   {5, 2},   {300, 2},  {7, 3},   {64, 10},  {61, 10}, {17, 10}, {255, 10}, {257, 10},   {1009, 10},
    {15, 15},  {16, 16}, {33, 17}, {9, 31},   {40, 32}, {5, 100},  {3, 128}, {4, 255}, {4, 256},  {4, 257},    {5, 1000},
    {7, 1009}, {2, 4095}, {2, 16385}, {3, 100003}, {20011, 10},
};

START_TEST(values)
{
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        const size_t rows = shapes[i][0], cols = shapes[i][1];
        if (test_small() && rows * cols > 1100) continue;
        struct test_random random = test_seed(i);
        const float *logits = test_random_floats(&random, rows * cols, -6, 6);
        int32_t *labels = test_ints(rows);
        fill_labels(&random, labels, rows, cols);
        check_rows(context, "uniform", logits, labels, rows, cols, i % 2 ? 1.0f / (float)rows : 1, offsets[i % 4]);
    }
}
END_TEST

/* Rows far from 0 and far apart: the maximum must be taken off first. */
START_TEST(large_logits)
{
    static const size_t few[][2] = {{5, 3}, {33, 10}, {6, 17}, {3, 257}, {2, 1009}};
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < sizeof few / sizeof *few; i++) {
        const size_t rows = few[i][0], cols = few[i][1];
        if (test_small() && cols > 300) continue;
        struct test_random random = test_seed(i);
        float *logits = test_random_floats(&random, rows * cols, -1, 1);
        int32_t *labels = test_ints(rows);
        fill_labels(&random, labels, rows, cols);
        for (size_t r = 0; r < rows; r++)
            for (size_t j = 0; j < cols; j++) {
                float *x = &logits[r * cols + j];
                if (r % 3 == 0) *x = *x < 0 ? -1e4f : 1e4f;
                else if (r % 3 == 1) *x += 1e4f;
                else *x = *x * 8 - 1e4f;
            }
        check_rows(context, "large", logits, labels, rows, cols, 1, offsets[i % 4]);
    }
}
END_TEST

/* Long rows whose maximum moves from block to block, by less and by more than what makes a walk scale down what lies before;
 * rows that begin with a masked block; a maximum in the last, partial vector. */
START_TEST(moving_maximum)
{
    struct nadir_context *context = test_walk(_i);
    const size_t cols = test_small() ? 523 : 5003, rows = 8;
    const float place = 1 / (float)cols; /* times j: 0 to 1 along a row */
    float *x = test_floats(rows * cols);
    int32_t *labels = test_ints(rows);
    struct test_random random = test_seed(77);
    for (size_t i = 0; i < rows * cols; i++) x[i] = test_uniform(&random, -3, 3);
    for (size_t j = 0; j < cols; j++) {
        x[j] += 10 * place * (float)j;                                         /* climbs by 10 in all: no scaling */
        x[cols + j] += 100 * place * (float)j;                                 /* climbs by 100: scaled twice */
        x[2 * cols + j] += 50 * floorf(5 * place * (float)j);                  /* by 50 at a time */
        x[3 * cols + j] -= 50 * floorf(5 * place * (float)j);                  /* falls */
        if (j < cols / 2) x[4 * cols + j] = -INFINITY;                         /* masked blocks first */
        if (j > cols / 5 && j < cols - cols / 5) x[5 * cols + j] = -INFINITY;  /* masked blocks between */
    }
    x[6 * cols + cols - 1] = 70; /* in the partial vector, sure of it */
    x[7 * cols + cols - 2] = 30;
    for (size_t i = 0; i < rows; i++) labels[i] = (int32_t)(cols - 1 - 7 * (i % 2));
    labels[6] = (int32_t)cols - 1;
    labels[7] = (int32_t)cols - 2;
    check_rows(context, "moving maximum", x, labels, rows, cols, 1, 3);
}
END_TEST

/* A NaN keeps a row from having a result whatever its payload. */
START_TEST(any_nan)
{
    static const uint32_t bits[] = {0x7fc00000, 0xffc00000, 0x7fc007a2, 0x7fffffff, 0x7fa00000};
    struct nadir_context *context = test_walk(_i);
    for (size_t k = 0; k < sizeof bits / sizeof *bits; k++)
        for (size_t cols = 10; cols <= 70; cols += 60) {
            float *x = test_floats(cols);
            const int32_t label = 0;
            memcpy(&x[5], &bits[k], sizeof bits[k]);
            struct test_tensor *logits = test_matrix(context, 1, 1, cols, x), *labels = test_labels(context, 0, 1, &label);
            /* Zero and not poisoned with NaN. */
            struct test_tensor *loss = test_vector(context, 0, 1, test_floats(1));
            struct test_tensor *dx = test_matrix(context, 1, 1, cols, test_floats(cols));
            TEST_OK(nadir_cross_entropy(context, &loss->tensor, &dx->tensor, NULL, &logits->tensor, &labels->tensor, NULL));
            ck_assert_msg(isnan(test_read(loss)[0]), "loss of a row with NaN 0x%08x is %g", bits[k],
                          (double)test_read(loss)[0]);
            for (size_t j = 0; j < cols; j++) ck_assert_msg(isnan(test_read(dx)[j]), "gradient %zu is a number", j);
        }
}
END_TEST

/* -inf has probability 0; +inf, NaN, or -inf only make the row NaN and no other. */
START_TEST(not_finite)
{
    static const size_t widths[] = {2, 3, 10, 16, 17, 100, 257, 1009};
    struct nadir_context *context = test_walk(_i);
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
        enum { ROWS = 19 };
        const size_t cols = widths[w];
        if (test_small() && cols > 100) break;
        struct test_random random = test_seed(w);
        float *logits = test_random_floats(&random, ROWS * cols, -3, 3);
        int32_t *labels = test_ints(ROWS);
        fill_labels(&random, labels, ROWS, cols);
        float *row = logits + cols;
        row[cols - 1] = -INFINITY; /* 1: off the label */
        labels[1] = 0;
        row += cols;
        row[0] = -INFINITY; /* 2: at the label: loss +inf */
        labels[2] = 0;
        row += 2 * cols;
        for (size_t j = 0; j < cols; j++) row[j] = -INFINITY; /* 4 */
        row += cols;
        for (size_t j = 0; j + 1 < cols; j++) row[j] = -INFINITY; /* 5: all but the last */
        labels[5] = (int32_t)cols - 1;
        row += 2 * cols;
        row[cols / 2] = INFINITY; /* 7 */
        row += cols;
        row[cols - 1] = NAN; /* 8 */
        row += cols;
        row[0] = NAN; /* 9 */
        row += 2 * cols;
        row[0] = row[cols - 1] = INFINITY; /* 11 */
        row += cols;
        row[0] = INFINITY, row[1] = -INFINITY; /* 12 */
        row += 6 * cols;
        row[cols / 2] = NAN; /* 18, the last one */
        check_rows(context, "not finite", logits, labels, ROWS, cols, 0.25f, offsets[w % 4]);
    }
}
END_TEST

/* The same where it stands in some block of a long row, before or after the maximum. */
START_TEST(not_finite_in_long_rows)
{
    static const float values[] = {NAN, INFINITY, -INFINITY};
    struct nadir_context *context = test_walk(_i);
    const size_t cols = test_small() ? 523 : 5003, rows = 13;
    struct test_random random = test_seed(78);
    float *x = test_random_floats(&random, rows * cols, -3, 3);
    int32_t *labels = test_ints(rows);
    fill_labels(&random, labels, rows, cols);
    for (size_t i = 0; i < 12; i++) {
        const size_t at[] = {0, cols / 2, cols - 20, cols - 1};
        x[i * cols + at[i / 3]] = values[i % 3];
        x[i * cols + cols / 4] = 30;
    }
    for (size_t j = 0; j < cols; j++) x[12 * cols + j] = -INFINITY;
    check_rows(context, "not finite, long", x, labels, rows, cols, 1, 1);
}
END_TEST

/* The label leads by up to 68: beyond 17, m + log(1 + s) would be exactly m. All differences are floats, so that the bound of
 * 1e-6 is about the formula and not about the rounding of x - m. */
START_TEST(confident_rows)
{
    static const size_t widths[] = {2, 10, 16, 100, 1000};
    struct nadir_context *context = test_walk(_i);
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
        enum { ROWS = 16 };
        const size_t cols = widths[w];
        if (test_small() && cols > 100) break;
        float *logits = test_floats(ROWS * cols);
        int32_t *labels = test_ints(ROWS);
        for (size_t i = 0; i < ROWS; i++) {
            labels[i] = (int32_t)((i * 7) % cols);
            for (size_t j = 0; j < cols; j++) logits[i * cols + j] = 0.015625f * (float)(j % 5) - 3;
            logits[i * cols + (size_t)labels[i]] = 1 + 4 * (float)(i + 1); /* gaps from 8 to 68 */
        }
        labels[3] = (labels[3] + 1) % (int32_t)cols; /* and a wrong answer among them */
        check_rows(context, "confident", logits, labels, ROWS, cols, 1, offsets[w % 4]);
    }
}
END_TEST

/* The first largest logit decides, not just any of the largest. */
START_TEST(ties)
{
    static const size_t widths[] = {3, 10, 17, 257};
    struct nadir_context *context = test_walk(_i);
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
        const size_t cols = widths[w];
        float *logits = test_floats(4 * cols);
        for (size_t i = 0; i < 4; i++) logits[i * cols + 1] = logits[i * cols + cols - 1] = 2;
        for (size_t j = 0; j < cols; j++) logits[3 * cols + j] = -5;
        int32_t labels[4] = {1, (int32_t)cols - 1, 0, 0};
        const struct expected e = expect_rows(logits, labels, 4, cols, 1);
        ck_assert(e.correct[0] == 1 && e.correct[1] == 0 && e.correct[2] == 0 && e.correct[3] == 1);
        check_rows(context, "ties", logits, labels, 4, cols, 1, 0);
    }
}
END_TEST

START_TEST(golden)
{
    struct nadir_context *context = test_walk(_i);
    size_t first = 0;
    for (int i = 0; i < CROSS_ENTROPY_ROWS; i++) {
        const size_t cols = (size_t)cross_entropy_cols[i];
        struct test_tensor *x = test_matrix(context, 1, 1, cols, cross_entropy_logits + first);
        struct test_tensor *y = test_labels(context, 1, 1, cross_entropy_labels + i), *loss = test_vector(context, 1, 1, NULL);
        TEST_OK(nadir_cross_entropy(context, &loss->tensor, &x->tensor, NULL, &x->tensor, &y->tensor, NULL));
        char what[64];
        snprintf(what, sizeof what, "golden row %d: loss", i);
        test_expect(what, test_read(loss), cross_entropy_loss + i, 1, 0, 1e-6);
        snprintf(what, sizeof what, "golden row %d: gradient", i);
        test_expect(what, test_read(x), cross_entropy_gradient + first, cols, 5e-7, 0);
        first += cols;
        test_reset();
    }
}
END_TEST

/* A bad label makes its row NaN, leaves the others right and everything around intact, and is reported once. */
START_TEST(bad_labels)
{
    static const size_t few[][2] = {{23, 10}, {40, 16}, {19, 17}, {18, 257}, {1, 10}, {18, 1}};
    static const int32_t wrong[] = {-1, 0, INT32_MIN, INT32_MAX, -100}; /* 0 stands for the number of classes */
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < sizeof few / sizeof *few; i++) {
        const size_t rows = few[i][0], cols = few[i][1], bad = rows == 1 ? 0 : 17;
        for (size_t k = 0; k < sizeof wrong / sizeof *wrong; k++) {
            if (test_small() && (k > 1 || i > 2)) continue;
            struct test_random random = test_seed(i);
            const float *logits = test_random_floats(&random, rows * cols, -3, 3);
            int32_t *labels = test_ints(rows);
            fill_labels(&random, labels, rows, cols);
            labels[bad] = wrong[k] == 0 ? (int32_t)cols : wrong[k];
            const struct expected e = expect_rows(logits, labels, rows, cols, 1);
            struct test_tensor *x = test_matrix(context, 3, rows, cols, logits), *y = test_labels(context, 1, rows, labels);
            struct test_tensor *loss = test_vector(context, 3, rows, NULL), *correct = test_vector(context, 1, rows, NULL);
            TEST_OK(nadir_cross_entropy(context, &loss->tensor, &x->tensor, &correct->tensor, &x->tensor, &y->tensor, NULL));
            char message[64], range[64];
            snprintf(message, sizeof message, "labels[%zu] = %d,", bad, (int)labels[bad]);
            snprintf(range, sizeof range, "%zu class", cols);
            TEST_FAILS(NADIR_ERROR_DATA, message, nadir_context_finish(context));
            ck_assert_msg(strstr(nadir_last_error()->message, range) != NULL, "%s", nadir_last_error()->message);
            TEST_OK(nadir_context_check(context));
            TEST_OK(nadir_context_finish(context));
            ck_assert(isnan(e.loss[bad]) && isnan(e.gradient[bad * cols]) && e.correct[bad] == 0);
            test_expect_within("loss", test_read(loss), e.loss, e.loss_bound, rows);
            test_expect_within("gradient", test_read(x), e.gradient, e.gradient_bound, rows * cols);
            test_expect("correct", test_read(correct), e.correct, rows, 0, 0);
            test_unchanged(y);
            test_reset();
        }
    }
}
END_TEST

/* Many bad labels at once: the report is about one of them, with its own value. Also without a gradient. */
START_TEST(many_bad_labels)
{
    struct nadir_context *context = test_walk(_i);
    const size_t rows = test_small() ? 50 : 3001, cols = 10;
    int32_t *labels = test_ints(rows);
    for (size_t i = 0; i < rows; i++) labels[i] = i % 3 == 1 ? 100000 + (int32_t)i : (int32_t)(i % cols);
    struct test_tensor *x = test_matrix(context, 0, rows, cols, test_floats(rows * cols));
    struct test_tensor *y = test_labels(context, 0, rows, labels), *loss = test_vector(context, 0, rows, NULL);
    TEST_OK(nadir_cross_entropy(context, &loss->tensor, NULL, NULL, &x->tensor, &y->tensor, NULL));
    TEST_FAILS(NADIR_ERROR_DATA, "labels[", nadir_context_check(context));
    int row = -1, value = -1;
    ck_assert_int_eq(sscanf(strstr(nadir_last_error()->message, "labels["), "labels[%d] = %d", &row, &value), 2);
    ck_assert_msg(row >= 0 && (size_t)row < rows && row % 3 == 1 && value == labels[row], "labels[%d] = %d", row, value);
    TEST_OK(nadir_context_finish(context));
    const float *values = test_read(loss);
    for (size_t i = 0; i < rows; i++) ck_assert_msg(isnan(values[i]) == (i % 3 == 1), "loss[%zu] = %g", i, (double)values[i]);
}
END_TEST

START_TEST(same_bits_again)
{
    static const size_t few[][2] = {{67, 10}, {5, 1000}};
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < (test_small() ? 1 : 2); i++) {
        const size_t rows = few[i][0], cols = few[i][1];
        struct test_random random = test_seed(3);
        struct test_tensor *x = test_matrix(context, 0, rows, cols, test_random_floats(&random, rows * cols, -5, 5));
        struct test_tensor *y = test_labels(context, 0, rows, test_ints(rows));
        struct test_tensor *loss[2], *dx[2];
        for (int run = 0; run < 2; run++) {
            loss[run] = test_vector(context, 0, rows, NULL);
            dx[run] = test_matrix(context, 0, rows, cols, NULL);
            TEST_OK(nadir_cross_entropy(context, &loss[run]->tensor, &dx[run]->tensor, NULL, &x->tensor, &y->tensor, NULL));
        }
        test_expect_bits("loss", test_read(loss[1]), test_read(loss[0]), rows);
        test_expect_bits("gradient", test_read(dx[1]), test_read(dx[0]), rows * cols);
        test_reset();
    }
}
END_TEST

START_TEST(reference_agrees_with_finite_differences)
{
    enum { ROWS = 4, COLS = 6 };
    struct test_random random = test_seed(4);
    double *x = test_widen(test_random_floats(&random, ROWS * COLS, -2, 2), ROWS * COLS);
    const int32_t labels[ROWS] = {0, 5, 2, 2};
    double loss[ROWS], gradient[ROWS * COLS];
    ref_cross_entropy(loss, gradient, NULL, x, labels, ROWS, COLS, 0.25);
    for (size_t i = 0; i < ROWS * COLS; i++) {
        const double h = 1e-6, at = x[i];
        x[i] = at + h;
        ref_cross_entropy(loss, NULL, NULL, x, labels, ROWS, COLS, 0.25);
        const double above = 0.25 * ref_sum(loss, ROWS);
        x[i] = at - h;
        ref_cross_entropy(loss, NULL, NULL, x, labels, ROWS, COLS, 0.25);
        const double slope = (above - 0.25 * ref_sum(loss, ROWS)) / (2 * h);
        x[i] = at;
        ck_assert_msg(fabs(slope - gradient[i]) <= 1e-9, "element %zu: slope %g, gradient %g", i, slope, gradient[i]);
    }
}
END_TEST

START_TEST(empty_and_refusals)
{
    struct nadir_context *context = test_walk(_i);
    struct test_tensor *none = test_matrix(context, 0, 0, 10, NULL), *no_labels = test_labels(context, 0, 0, NULL);
    struct test_tensor *no_loss = test_vector(context, 0, 0, NULL);
    TEST_OK(nadir_cross_entropy(context, &no_loss->tensor, &none->tensor, &no_loss->tensor, &none->tensor, &no_labels->tensor,
                                NULL));
    TEST_OK(nadir_context_finish(context));
    test_unchanged(no_loss);
    test_unchanged(none);

    struct test_tensor *x = test_matrix(context, 0, 4, 10, test_floats(40)), *y = test_labels(context, 0, 4, test_ints(4));
    struct test_tensor *loss = test_vector(context, 0, 4, NULL), *dx = test_matrix(context, 0, 4, 10, NULL);
    struct test_tensor *three = test_vector(context, 0, 3, NULL), *narrow = test_matrix(context, 0, 4, 9, NULL);
    struct test_tensor *three_labels = test_labels(context, 0, 3, test_ints(3));
    struct nadir_tensor *const l = &loss->tensor, *const d = &dx->tensor, *const in = &x->tensor, *const labels = &y->tensor;
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    TEST_FAILS(bad, "", nadir_cross_entropy(NULL, l, d, NULL, in, labels, NULL));
    TEST_FAILS(bad, "", nadir_cross_entropy(context, l, d, NULL, NULL, labels, NULL));
    TEST_FAILS(bad, "", nadir_cross_entropy(context, l, d, NULL, in, NULL, NULL));
    TEST_FAILS(bad, "", nadir_cross_entropy(context, &three->tensor, d, NULL, in, labels, NULL));
    TEST_FAILS(bad, "", nadir_cross_entropy(context, l, &narrow->tensor, NULL, in, labels, NULL));
    TEST_FAILS(bad, "", nadir_cross_entropy(context, l, d, &three->tensor, in, labels, NULL));
    TEST_FAILS(bad, "", nadir_cross_entropy(context, l, d, NULL, l, labels, NULL));
    TEST_FAILS(bad, "", nadir_cross_entropy(context, l, d, NULL, in, &three_labels->tensor, NULL));
    TEST_FAILS(bad, "", nadir_cross_entropy(context, l, d, NULL, in, l, NULL));
    TEST_FAILS(bad, "", nadir_cross_entropy(context, labels, d, NULL, in, labels, NULL));
    /* Only dlogits and logits may be the same; everything else lies apart. */
    struct nadir_tensor rows = *in, shifted = *in, inside = *l, labels_as_loss = *l;
    rows.shape[0] = shifted.shape[0] = 3;
    shifted.offset += 10;
    TEST_FAILS(bad, "overlap", nadir_cross_entropy(context, NULL, &shifted, NULL, &rows, &three_labels->tensor, NULL));
    TEST_FAILS(bad, "overlap", nadir_cross_entropy(context, l, NULL, l, in, labels, NULL));
    inside.buffer = in->buffer, inside.offset = in->offset + 36;
    TEST_FAILS(bad, "overlap", nadir_cross_entropy(context, &inside, NULL, NULL, in, labels, NULL));
    TEST_FAILS(bad, "overlap", nadir_cross_entropy(context, NULL, NULL, &inside, in, labels, NULL));
    TEST_FAILS(bad, "overlap", nadir_cross_entropy(context, &inside, in, NULL, d, labels, NULL));
    labels_as_loss.buffer = labels->buffer, labels_as_loss.offset = labels->offset;
    TEST_FAILS(bad, "overlap", nadir_cross_entropy(context, &labels_as_loss, NULL, NULL, in, labels, NULL));
    TEST_FAILS(bad, "overlap", nadir_cross_entropy(context, l, NULL, &labels_as_loss, in, labels, NULL));
    TEST_OK(nadir_context_finish(context));
    test_unchanged(x);
    test_unchanged(y);
    test_unchanged(loss);
    test_unchanged(dx);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("cross_entropy");
    TCase *tcase = test_case(suite, "cross_entropy");
    tcase_add_test(tcase, reference_agrees_with_finite_differences);
    tcase_add_loop_test(tcase, values, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, large_logits, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, moving_maximum, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, any_nan, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, not_finite, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, not_finite_in_long_rows, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, confident_rows, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, ties, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, golden, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, bad_labels, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, many_bad_labels, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, same_bits_again, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, empty_and_refusals, 0, TEST_WALKS);
    return test_run(suite);
}
