/* SPDX-License-Identifier: MIT */
/* Softmax cross-entropy and focal loss: value, gradient and hits, with all options, at awkward sizes, extreme values and bad
 * labels. */
#include "support.h"

#include "golden/cross_entropy.h"
#include "ops/loss_priv.h"
#include "ref/ref.h"

#include <stdio.h>

#define U 0x1p-24 /* unit roundoff of float */

static const size_t offsets[] = {0, 1, 3, 17};

/* One call: inputs (NULL: absent) and options. */
struct scene {
    const char *name;
    enum nadir_loss loss;
    enum nadir_dtype dtype;
    size_t rows, cols, offset;
    const float *x;
    const int32_t *labels; /* or */
    const float *targets;
    const float *weight, *sample_weight, *upstream;
    struct nadir_loss_params params;
};

static struct scene make_scene(const char *name, size_t rows, size_t cols, const float *x, const int32_t *labels)
{
    struct scene s = {.name = name, .loss = NADIR_LOSS_CROSS_ENTROPY, .rows = rows, .cols = cols, .x = x, .labels = labels};
    s.params = nadir_loss_params_default(s.loss);
    s.params.reduction = NADIR_REDUCTION_NONE;
    return s;
}

/* Expected values of a call without reduction, with their error bounds; all arrays released with the test. */
struct expected {
    double *loss, *loss_bound, *gradient, *gradient_bound, *correct;
    double *count; /* what each row adds to the default denominator */
};

/* Bounds of one row. lse - x[j] has the roundings of 4 U (|m| + |lse| + |x[j]| + 1); but where the label leads and nothing is
 * added to it, log1p keeps its digits: 1e-6 of the loss. p[j] has relative U (32 + 2 (m - x[j])), exp's few ulp and its rounded
 * argument; 1e-5 at the label, where 1 - p keeps its digits. Sums over the columns run in chains of 64 and of blocks. 1e-37:
 * results below the normal range may be flushed. */
static void bound_row(double *loss_bound, double *bound, double *gradient, double loss, bool correct, const double *x,
                      const struct scene *s, size_t row, const struct ref_cross_entropy *o)
{
    const size_t cols = s->cols, y = s->labels ? (size_t)s->labels[row] : 0;
    const bool valid = !s->labels || (s->labels[row] >= 0 && y < cols);
    const double top = x[ref_argmax(x, cols)], lse = ref_logsumexp(x, cols), chain = 2 * U * (72 + (double)cols / 1024);
    const double keep = 1 - o->smoothing, spread = o->smoothing / (double)cols;
    double weights = 0, *u = test_doubles(cols);
    *loss_bound = 0;
    for (size_t j = 0; j < cols; j++) {
        const double w = o->weight ? o->weight[j] : 1;
        u[j] = fabs(w * (keep * (s->targets ? (double)s->targets[row * cols + j] : j == y) + spread));
        weights += u[j];
        if (u[j] != 0 && isfinite(x[j]))
            *loss_bound += u[j] * (4 * U * (fabs(top) + fabs(lse) + fabs(x[j]) + 1) + chain * fabs(lse - x[j]));
    }
    const double square = 2 * o->z * fabs(lse);
    *loss_bound += square * 4 * U * (fabs(top) + fabs(lse) + 1);
    const bool plain = s->labels && o->smoothing == 0 && o->z == 0;
    if (plain && correct && !o->focal) *loss_bound = fmin(*loss_bound, 1e-6 * fabs(loss));
    const double focal = o->focal ? fmax(1, fabs(o->alpha)) * (o->weight && valid ? fabs(o->weight[y]) : 1) : 0;
    if (o->focal) *loss_bound = focal * *loss_bound + (2 + o->gamma) * 2e-6 * fabs(loss) + 1e-37;
    *loss_bound += 1e-37;
    for (size_t j = 0; j < cols; j++) {
        const double relative = fmin(U * (32 + 2 * (isfinite(x[j]) ? top - x[j] : 0)) + chain, 1);
        const double p = exp(x[j] - lse);
        if (plain) bound[j] = (valid && j == y ? 1e-5 : relative + 1e-6) * fabs(gradient[j]);
        else bound[j] = relative * (weights + square) * p + 4 * U * u[j] + 2 * o->z * p * 4 * U * (fabs(top) + fabs(lse) + 1);
        if (plain && !o->focal && j != y) bound[j] = relative * fabs(gradient[j]);
        if (o->focal) bound[j] += (2 + o->gamma) * 4e-6 * fabs(gradient[j]);
        bound[j] += 1e-37;
    }
}

static struct expected expect_rows(const struct scene *s)
{
    const size_t rows = s->rows, cols = s->cols, n = rows * cols;
    const double scale = (double)s->params.gradient_scale;
    const struct ref_cross_entropy o = {
        .weight = s->weight ? test_widen(s->weight, cols) : NULL,
        .ignore_index = s->params.ignore_index == NADIR_NO_IGNORE_INDEX || !s->labels ? INT64_MAX : s->params.ignore_index,
        .focal = s->loss == NADIR_LOSS_FOCAL,
        .probabilities = s->params.from_probabilities && s->loss != NADIR_LOSS_FOCAL,
        .smoothing = s->loss == NADIR_LOSS_FOCAL ? 0 : (double)s->params.label_smoothing,
        .z = s->loss == NADIR_LOSS_FOCAL ? 0 : (double)s->params.z_loss,
        .alpha = (double)s->params.alpha,
        .gamma = (double)s->params.gamma,
        .eps = (double)s->params.eps};
    double *x = test_widen(s->x, n), *targets = s->targets ? test_widen(s->targets, n) : NULL;
    for (size_t i = 0; i < n; i++) x[i] = test_round(s->dtype, x[i]);
    struct expected e = {test_doubles(rows), test_doubles(rows), test_doubles(n), test_doubles(n), test_doubles(rows),
                         test_doubles(rows)};
    for (size_t i = 0; i < rows; i++, x += cols) {
        double *g = e.gradient + i * cols, *bound = e.gradient_bound + i * cols;
        const double *t = targets ? targets + i * cols : NULL;
        ref_cross_entropy_row(&e.loss[i], g, x, s->labels ? &s->labels[i] : NULL, t, cols, &o);
        const bool ignored = s->labels && s->labels[i] == o.ignore_index;
        const size_t want = t ? ref_argmax(t, cols) : (size_t)s->labels[i];
        /* A row without a loss counts as wrong. */
        e.correct[i] = !ignored && !isnan(e.loss[i]) && ref_argmax(x, cols) == want;
        const double sample = s->sample_weight ? (double)s->sample_weight[i] : 1;
        e.count[i] = ignored ? 0 : sample * (o.weight && s->labels && want < cols ? o.weight[want] : 1);
        if (ignored) continue;
        if (o.probabilities) {
            /* Divisions and a logarithm of 3 ulp, times the sums' chain. */
            const double chain = 2 * U * (72 + (double)cols / 1024);
            e.loss_bound[i] = (chain + 8 * U) * (fabs(e.loss[i]) + 1);
            for (size_t j = 0; j < cols; j++) bound[j] = (chain + 16 * U) * (fabs(g[j]) + 1);
        } else {
            bound_row(&e.loss_bound[i], bound, g, e.loss[i], e.correct[i] == 1, x, s, i, &o);
        }
        const double factor = scale * sample * (s->upstream ? (double)s->upstream[i] : 1);
        e.loss[i] *= sample;
        e.loss_bound[i] = e.loss_bound[i] * fabs(sample) + 4 * U * fabs(e.loss[i]);
        for (size_t j = 0; j < cols; j++) {
            g[j] *= factor;
            bound[j] = bound[j] * fabs(factor) + 4 * U * fabs(g[j]) + 1e-37;
            if (s->dtype == NADIR_F32 || !isfinite(g[j])) continue;
            /* Rounded once: one unit of the type around the nearest number. */
            g[j] = test_round(s->dtype, g[j]);
            bound[j] = fmax(bound[j], test_ulp(s->dtype, g[j]));
        }
    }
    return e;
}

/* The tensors of a scene; outputs poisoned. */
struct run {
    struct test_tensor *x, *dx, *target, *loss, *correct, *weight, *sample_weight, *upstream;
    struct nadir_loss_tensors tensors;
};

static struct run make_run(struct nadir_context *context, const struct scene *s, bool in_place)
{
    const size_t rows = s->rows, shape[2] = {rows, s->cols}, o = s->offset;
    struct run r = {.x = test_input(context, s->dtype, o, 2, shape, s->x)};
    r.dx = in_place ? r.x : test_output(context, s->dtype, o, 2, shape);
    r.target = s->targets ? test_matrix(context, o, rows, s->cols, s->targets) : test_labels(context, o, rows, s->labels);
    r.loss = test_vector(context, o, s->params.reduction == NADIR_REDUCTION_NONE ? rows : 1, NULL);
    r.correct = test_vector(context, o, rows, NULL);
    r.tensors = (struct nadir_loss_tensors){.x = {&r.x->tensor}, .target = &r.target->tensor, .loss = &r.loss->tensor,
                                            .dx = {&r.dx->tensor}, .correct = &r.correct->tensor};
    if (s->weight) r.tensors.weight = &(r.weight = test_vector(context, o, s->cols, s->weight))->tensor;
    if (s->sample_weight)
        r.tensors.sample_weight = &(r.sample_weight = test_vector(context, o, rows, s->sample_weight))->tensor;
    if (s->upstream) r.tensors.upstream = &(r.upstream = test_vector(context, o, rows, s->upstream))->tensor;
    return r;
}

/* Runs a scene out of place, in place, and where asked with outputs left out, and compares all of them. */
static void check_scene(struct nadir_context *context, const struct scene *s, bool leave_out)
{
    const size_t rows = s->rows, n = rows * s->cols;
    const struct expected e = expect_rows(s);
    char what[160];
    struct run r = make_run(context, s, false);
    TEST_OK(nadir_loss_compute(context, s->loss, &r.tensors, &s->params));
    snprintf(what, sizeof what, "%s: loss, %zu x %zu", s->name, rows, s->cols);
    test_expect_within(what, test_read(r.loss), e.loss, e.loss_bound, rows);
    snprintf(what, sizeof what, "%s: gradient, %zu x %zu", s->name, rows, s->cols);
    test_expect_within(what, test_read(r.dx), e.gradient, e.gradient_bound, n);
    snprintf(what, sizeof what, "%s: correct, %zu x %zu", s->name, rows, s->cols);
    test_expect(what, test_read(r.correct), e.correct, rows, 0, 0);
    struct test_tensor *const inputs[] = {r.x, r.target, r.weight, r.sample_weight, r.upstream};
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
        if (inputs[i]) test_unchanged(inputs[i]);

    /* In place: the same bits as out of place. */
    struct run in = make_run(context, s, true);
    TEST_OK(nadir_loss_compute(context, s->loss, &in.tensors, &s->params));
    test_expect_bits("in place: loss", test_read(in.loss), test_read(r.loss), rows);
    test_expect_bits("in place: gradient", test_read(in.dx), test_read(r.dx), n);
    test_expect_bits("in place: correct", test_read(in.correct), test_read(r.correct), rows);
    TEST_OK(nadir_context_finish(context));

    /* Narrow rows compile a program for each width and each choice of outputs: one width will do. */
    if (!leave_out || (s->cols <= 16 && s->cols != 10)) return;
    /* Outputs left out, each alone: what remains keeps its value (not its bits: another specialisation may compute it). */
    struct run one = make_run(context, s, false);
    struct nadir_loss_tensors only = one.tensors;
    only.dx[0] = only.correct = NULL;
    TEST_OK(nadir_loss_compute(context, s->loss, &only, &s->params));
    test_expect_within("loss alone", test_read(one.loss), e.loss, e.loss_bound, rows);
    only.loss = NULL, only.correct = one.tensors.correct;
    TEST_OK(nadir_loss_compute(context, s->loss, &only, &s->params));
    test_expect("correct alone", test_read(one.correct), e.correct, rows, 0, 0);
    only.correct = NULL, only.dx[0] = one.tensors.dx[0];
    TEST_OK(nadir_loss_compute(context, s->loss, &only, &s->params));
    test_expect_within("gradient alone", test_read(one.dx), e.gradient, e.gradient_bound, n);
    test_unchanged(one.x);
    TEST_OK(nadir_context_finish(context));
}

/* Each width up to 16, and each set of outputs, is a kernel of its own: the tests share few, because compiling takes most of
 * their time. */
static void check_rows(struct nadir_context *context, const char *name, const float *logits, const int32_t *labels, size_t rows,
                       size_t cols, float scale, size_t offset)
{
    struct scene s = make_scene(name, rows, cols, logits, labels);
    s.params.gradient_scale = scale;
    s.offset = offset;
    check_scene(context, &s, false);
    test_reset();
}

static void fill_labels(struct test_random *random, int32_t *labels, size_t rows, size_t cols)
{
    for (size_t i = 0; i < rows; i++) labels[i] = (int32_t)(test_word(random) % cols);
}

/* l of each row with default options, no label being ignored. */
static enum nadir_status compute(struct nadir_context *context, struct test_tensor *loss, struct test_tensor *dx,
                                 struct test_tensor *correct, struct test_tensor *x, struct test_tensor *labels)
{
    struct nadir_loss_params params = nadir_loss_params_default(NADIR_LOSS_CROSS_ENTROPY);
    params.reduction = NADIR_REDUCTION_NONE;
    params.ignore_index = NADIR_NO_IGNORE_INDEX;
    const struct nadir_loss_tensors tensors = {
        .x = {&x->tensor}, .target = &labels->tensor, .loss = loss ? &loss->tensor : NULL,
        .dx = {dx ? &dx->tensor : NULL}, .correct = correct ? &correct->tensor : NULL};
    return nadir_loss_compute(context, NADIR_LOSS_CROSS_ENTROPY, &tensors, &params);
}

static const size_t shapes[][2] = { /* rows, columns */
    {1, 1},    {300, 1}, {64, 10}, {61, 10}, {17, 10}, {255, 10}, {257, 10}, {1009, 10}, {15, 15}, {16, 16},
    {33, 17},  {9, 31},  {40, 32}, {5, 100}, {3, 128}, {4, 255},  {4, 256},  {4, 257},   {5, 1000}, {7, 1009},
    {2, 4095}, {2, 16385}, {3, 100003}, {20011, 10},
};

START_TEST(values)
{
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        const size_t rows = shapes[i][0], cols = shapes[i][1];
        if (test_small() && rows * cols > 600) continue;
        struct test_random random = test_seed(i);
        const float *logits = test_random_floats(&random, rows * cols, -6, 6);
        int32_t *labels = test_ints(rows);
        fill_labels(&random, labels, rows, cols);
        struct scene s = make_scene("uniform", rows, cols, logits, labels);
        s.params.gradient_scale = i % 2 ? 1.0f / (float)rows : 1;
        s.offset = offsets[i % 4];
        check_scene(context, &s, cols == 10 || cols > 16);
        test_reset();
    }
}
END_TEST

/* Rows far from 0 and far apart: the maximum must be taken off first. */
START_TEST(large_logits)
{
    static const size_t few[][2] = {{33, 10}, {6, 17}, {3, 257}, {2, 1009}};
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
            TEST_OK(compute(context, loss, dx, test_vector(context, 0, 1, NULL), logits, labels));
            ck_assert_msg(isnan(test_read(loss)[0]), "loss of a row with NaN 0x%08x is %g", bits[k],
                          (double)test_read(loss)[0]);
            for (size_t j = 0; j < cols; j++) ck_assert_msg(isnan(test_read(dx)[j]), "gradient %zu is a number", j);
        }
}
END_TEST

/* -inf has probability 0; +inf, NaN, or -inf only make the row NaN and no other. */
START_TEST(not_finite)
{
    static const size_t widths[] = {10, 16, 17, 100, 257, 1009};
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
    static const size_t widths[] = {10, 16, 100, 1000};
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
    static const size_t widths[] = {10, 17, 257};
    struct nadir_context *context = test_walk(_i);
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
        const size_t cols = widths[w];
        float *logits = test_floats(4 * cols);
        for (size_t i = 0; i < 4; i++) logits[i * cols + 1] = logits[i * cols + cols - 1] = 2;
        for (size_t j = 0; j < cols; j++) logits[3 * cols + j] = -5;
        int32_t labels[4] = {1, (int32_t)cols - 1, 0, 0};
        const struct scene s = make_scene("ties", 4, cols, logits, labels);
        const struct expected e = expect_rows(&s);
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
        TEST_OK(compute(context, loss, x, test_vector(context, 1, 1, NULL), x, y));
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
            struct scene s = make_scene("bad labels", rows, cols, logits, labels);
            s.params.ignore_index = NADIR_NO_IGNORE_INDEX;
            const struct expected e = expect_rows(&s);
            struct test_tensor *x = test_matrix(context, 3, rows, cols, logits), *y = test_labels(context, 1, rows, labels);
            struct test_tensor *loss = test_vector(context, 3, rows, NULL), *correct = test_vector(context, 1, rows, NULL);
            TEST_OK(compute(context, loss, x, correct, x, y));
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
    TEST_OK(compute(context, loss, NULL, NULL, x, y));
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
            TEST_OK(compute(context, loss[run], dx[run], test_vector(context, 0, rows, NULL), x, y));
        }
        test_expect_bits("loss", test_read(loss[1]), test_read(loss[0]), rows);
        test_expect_bits("gradient", test_read(dx[1]), test_read(dx[0]), rows * cols);
        test_reset();
    }
}
END_TEST

/* --- Options. --- */

/* Option sets, each run with labels, or targets where there is a bit for it. */
enum { LABELS = 1, TARGETS = 2, WEIGHT = 4, SAMPLE = 8, UPSTREAM = 16 };
static const struct option {
    const char *name;
    int with;
    bool focal, probabilities;
    int32_t ignore_index;
    float smoothing, z, alpha, gamma, eps;
} options[] = {
    {"weight", LABELS | WEIGHT, .ignore_index = -100},
    {"ignore, sample weight, upstream", LABELS | SAMPLE | UPSTREAM, .ignore_index = 1},
    {"smoothing", LABELS, .ignore_index = -100, .smoothing = 0.1f},
    {"smoothing 1", LABELS, .ignore_index = -100, .smoothing = 1},
    {"all", LABELS | WEIGHT | SAMPLE | UPSTREAM, .ignore_index = 0, .smoothing = 0.2f, .z = 1e-3f},
    {"z-loss", LABELS, .ignore_index = -100, .z = 1e-2f},
    {"targets", TARGETS, .ignore_index = -100},
    {"targets, smoothing", TARGETS | SAMPLE | UPSTREAM, .smoothing = 0.1f},
    {"targets, all", TARGETS | WEIGHT | SAMPLE | UPSTREAM, .smoothing = 0.3f, .z = 1e-3f},
    {"focal", LABELS, .focal = true, .ignore_index = -100, .alpha = 0.25f, .gamma = 2},
    {"focal, no alpha, root", LABELS | WEIGHT, .focal = true, .ignore_index = 1, .alpha = -1, .gamma = 0.5f},
    {"focal, gamma 0", LABELS | SAMPLE | UPSTREAM, .focal = true, .ignore_index = -100, .alpha = 1, .gamma = 0},
    {"probabilities", LABELS, .probabilities = true, .ignore_index = -100, .eps = 1e-7f},
    {"probabilities, all", LABELS | WEIGHT | SAMPLE | UPSTREAM, .probabilities = true, .ignore_index = 1, .smoothing = 0.1f,
     .eps = 0.05f},
    {"probabilities, targets", TARGETS | WEIGHT | SAMPLE, .probabilities = true, .smoothing = 0.1f, .eps = 0.01f},
};
enum { OPTIONS = sizeof options / sizeof *options };

static struct scene option_scene(const struct option *o, size_t rows, size_t cols, uint64_t seed)
{
    struct test_random random = test_seed(seed);
    struct scene s = make_scene(o->name, rows, cols, NULL, NULL);
    s.loss = o->focal ? NADIR_LOSS_FOCAL : NADIR_LOSS_CROSS_ENTROPY;
    s.params.ignore_index = o->ignore_index;
    s.params.label_smoothing = o->smoothing;
    s.params.z_loss = o->z;
    s.params.from_probabilities = o->probabilities;
    s.params.eps = o->eps;
    s.params.gradient_scale = 0.5f;
    if (o->focal) s.params.alpha = o->alpha, s.params.gamma = o->gamma;
    s.x = test_random_floats(&random, rows * cols, o->probabilities ? 0 : -6, o->probabilities ? 2 : 6);
    if (o->with & LABELS) {
        int32_t *labels = test_ints(rows);
        fill_labels(&random, labels, rows, cols);
        s.labels = labels;
    } else {
        s.targets = test_random_floats(&random, rows * cols, 0, 2 / (float)cols);
    }
    if (o->with & WEIGHT) {
        float *weight = test_random_floats(&random, cols, 0.25f, 2);
        if (cols > 2) weight[2] = 0;
        s.weight = weight;
    }
    if (o->with & SAMPLE) s.sample_weight = test_random_floats(&random, rows, 0, 2);
    if (o->with & UPSTREAM) s.upstream = test_random_floats(&random, rows, -1, 1);
    return s;
}

/* Few widths, because each has a kernel of its own up to 16. */
static const size_t option_shapes[][2] = {{33, 10}, {7, 17}, {3, 32}, {5, 257}, {2, 1009}, {1, 5003}};

START_TEST(all_options)
{
    struct nadir_context *context = test_walk(_i / OPTIONS);
    const struct option *o = &options[_i % OPTIONS];
    const bool leave_out = o->smoothing == 0.2f || o->smoothing == 0.3f; /* those with all options */
    for (size_t i = 0; i < sizeof option_shapes / sizeof *option_shapes; i++) {
        const size_t rows = option_shapes[i][0], cols = option_shapes[i][1];
        if (test_small() && (rows * cols > 300 || !leave_out)) continue; /* interpreted: all options at once */
        struct scene s = option_scene(o, rows, cols, i);
        s.offset = offsets[i % 4];
        check_scene(context, &s, leave_out);
        test_reset();
    }
}
END_TEST

/* 16 bits in memory: the float32 result, rounded once. */
START_TEST(half_precision)
{
    static const size_t few[][2] = {{35, 10}, {5, 17}, {4, 257}, {2, 1009}, {1, 5003}};
    static const int sets[] = {4, 8, 14};
    struct nadir_context *context = test_walk(_i % TEST_WALKS);
    for (size_t i = 0; i < sizeof few / sizeof *few; i++)
        for (size_t k = 0; k < sizeof sets / sizeof *sets; k++) {
            if (test_small() && (few[i][0] * few[i][1] > 360 || k > 0)) continue;
            struct scene s = option_scene(&options[sets[k]], few[i][0], few[i][1], i);
            s.dtype = _i < TEST_WALKS ? NADIR_F16 : NADIR_BF16;
            s.offset = offsets[i % 4];
            check_scene(context, &s, false);
            test_reset();
        }
}
END_TEST

/* --- Reductions. --- */

/* Loss and gradient of a scene under a mean with this denominator; `want` is the reference's. */
static void check_reduction(struct nadir_context *context, const struct scene *none, enum nadir_reduction reduction,
                            enum nadir_denominator mode, double denominator)
{
    const size_t rows = none->rows, n = rows * none->cols;
    struct expected e = expect_rows(none);
    struct scene s = *none;
    s.params.reduction = reduction;
    s.params.denominator = mode;
    struct run r = make_run(context, &s, true);
    TEST_OK(nadir_loss_compute(context, s.loss, &r.tensors, &s.params));
    double total = 0, bound = 0;
    for (size_t i = 0; i < rows; i++) {
        total += e.loss[i];
        bound += e.loss_bound[i] + 32 * U * fabs(e.loss[i]);
    }
    total /= denominator;
    char what[160];
    snprintf(what, sizeof what, "%s: reduction %d, denominator %d", s.name, (int)reduction, (int)mode);
    test_expect(what, test_read(r.loss), &total, 1, bound / fabs(denominator), 0);
    for (size_t i = 0; i < n; i++) {
        e.gradient[i] /= denominator;
        e.gradient_bound[i] = e.gradient_bound[i] / fabs(denominator) + 16 * U * fabs(e.gradient[i]) + 1e-37;
    }
    test_expect_within(what, test_read(r.dx), e.gradient, e.gradient_bound, n);
}

START_TEST(reductions)
{
    static const size_t few[][2] = {{40, 10}, {6, 100}, {2050, 10}};
    static const int sets[] = {0, 1, 4, 8, 9};
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < (test_small() ? 1 : sizeof few / sizeof *few); i++)
        for (size_t k = 0; k < sizeof sets / sizeof *sets; k++) {
            struct scene s = option_scene(&options[sets[k]], few[i][0], few[i][1], 7 * i + k);
            s.upstream = NULL;
            const struct expected e = expect_rows(&s);
            double count = 0, valid = 0, samples = 0;
            for (size_t r = 0; r < s.rows; r++) {
                count += e.count[r];
                valid += !s.labels || s.labels[r] != s.params.ignore_index;
                samples += s.sample_weight ? (double)s.sample_weight[r] : 1;
            }
            const double rows = (double)s.rows;
            check_reduction(context, &s, NADIR_REDUCTION_SUM, NADIR_DENOMINATOR_DEFAULT, 1);
            check_reduction(context, &s, NADIR_REDUCTION_BATCHMEAN, NADIR_DENOMINATOR_DEFAULT, rows);
            check_reduction(context, &s, NADIR_REDUCTION_MEAN, NADIR_DENOMINATOR_DEFAULT, s.labels ? count : rows);
            check_reduction(context, &s, NADIR_REDUCTION_MEAN, NADIR_DENOMINATOR_COUNT, rows);
            check_reduction(context, &s, NADIR_REDUCTION_MEAN, NADIR_DENOMINATOR_VALID, valid);
            check_reduction(context, &s, NADIR_REDUCTION_MEAN, NADIR_DENOMINATOR_WEIGHTS, s.labels ? count : samples);
            test_reset();
        }
}
END_TEST

/* The same data as labels and as one-hot targets: the mean divides by the sum of w[y], and by the number of rows. */
START_TEST(weighted_denominators)
{
    enum { ROWS = 3, COLS = 10 };
    static const float x[ROWS * COLS] = {1, 2, 3}, weight[COLS] = {0.5f, 1, 4};
    static const int32_t labels[ROWS] = {2, 0, 2};
    float targets[ROWS * COLS] = {0};
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < ROWS; i++) targets[i * COLS + (size_t)labels[i]] = 1;
    struct scene s = make_scene("labels", ROWS, COLS, x, labels);
    s.weight = weight;
    check_reduction(context, &s, NADIR_REDUCTION_MEAN, NADIR_DENOMINATOR_DEFAULT, 8.5);
    s.labels = NULL, s.targets = targets;
    check_reduction(context, &s, NADIR_REDUCTION_MEAN, NADIR_DENOMINATOR_DEFAULT, 3);
}
END_TEST

/* The mean of nothing is 0 / 0, or 0 where asked; the gradient of ignored rows is 0 in both. */
START_TEST(all_labels_ignored)
{
    static const size_t widths[] = {10, 100};
    struct nadir_context *context = test_walk(_i);
    for (size_t w = 0; w < 2; w++)
        for (int zero = 0; zero < 2; zero++) {
            const size_t cols = widths[w], rows = 19;
            int32_t *labels = test_ints(rows);
            for (size_t i = 0; i < rows; i++) labels[i] = -100;
            struct test_random random = test_seed(1);
            struct scene s = make_scene("ignored", rows, cols, test_random_floats(&random, rows * cols, -1, 1), labels);
            const double *zeros = test_doubles(rows * cols), nothing = zero ? 0 : NAN;
            check_scene(context, &s, false);
            s.params.reduction = NADIR_REDUCTION_SUM;
            struct run r = make_run(context, &s, false);
            TEST_OK(nadir_loss_compute(context, s.loss, &r.tensors, &s.params));
            test_expect("sum", test_read(r.loss), zeros, 1, 0, 0);
            s.params.reduction = NADIR_REDUCTION_MEAN;
            s.params.empty = zero ? NADIR_EMPTY_ZERO : NADIR_EMPTY_NAN;
            r = make_run(context, &s, false);
            TEST_OK(nadir_loss_compute(context, s.loss, &r.tensors, &s.params));
            test_expect("mean", test_read(r.loss), &nothing, 1, 0, 0);
            test_expect("gradient", test_read(r.dx), zeros, rows * cols, 0, 0);
            test_expect("correct", test_read(r.correct), zeros, rows, 0, 0);
            test_reset();
        }
}
END_TEST

START_TEST(empty_batch)
{
    struct nadir_context *context = test_walk(_i);
    static const size_t widths[] = {10, 100};
    for (size_t w = 0; w < 2; w++)
        for (int reduction = NADIR_REDUCTION_MEAN; reduction <= NADIR_REDUCTION_NONE; reduction++)
            for (int zero = 0; zero < 2; zero++) {
                struct scene s = make_scene("empty", 0, widths[w], test_floats(0), test_ints(0));
                s.params.reduction = (enum nadir_reduction)reduction;
                s.params.empty = zero ? NADIR_EMPTY_ZERO : NADIR_EMPTY_NAN;
                struct run r = make_run(context, &s, false);
                TEST_OK(nadir_loss_compute(context, s.loss, &r.tensors, &s.params));
                TEST_OK(nadir_context_finish(context));
                const double want = zero || reduction == NADIR_REDUCTION_SUM ? 0 : NAN;
                if (reduction != NADIR_REDUCTION_NONE) test_expect("empty", test_read(r.loss), &want, 1, 0, 0);
                else test_unchanged(r.loss);
                test_unchanged(r.dx);
                test_reset();
            }
}
END_TEST

/* PyTorch: loss and gradient are NaN, because 0 / 0 multiplies all of them. */
START_TEST(chosen_class_weights_sum_to_0)
{
    static const size_t widths[] = {10, 40};
    struct nadir_context *context = test_walk(_i);
    for (size_t w = 0; w < 2; w++) {
        const size_t cols = widths[w], rows = 4;
        float *weight = test_floats(cols);
        for (size_t j = 2; j < cols; j++) weight[j] = 1;
        const int32_t labels[4] = {0, 1, 1, 0};
        struct scene s = make_scene("weights of 0", rows, cols, test_floats(rows * cols), labels);
        s.weight = weight;
        s.params.reduction = NADIR_REDUCTION_MEAN;
        struct run r = make_run(context, &s, false);
        TEST_OK(nadir_loss_compute(context, s.loss, &r.tensors, &s.params));
        ck_assert(isnan(test_read(r.loss)[0]));
        for (size_t i = 0; i < rows * cols; i++) ck_assert(isnan(test_read(r.dx)[i]));
        s.params.empty = NADIR_EMPTY_ZERO;
        r = make_run(context, &s, false);
        TEST_OK(nadir_loss_compute(context, s.loss, &r.tensors, &s.params));
        const double *zeros = test_doubles(rows * cols);
        test_expect("loss", test_read(r.loss), zeros, 1, 0, 0);
        test_expect("gradient", test_read(r.dx), zeros, rows * cols, 0, 0);
    }
}
END_TEST

/* An ignored row gets exact zeros whatever it holds. */
START_TEST(nan_in_an_ignored_row)
{
    static const size_t widths[] = {10, 16, 17, 300};
    struct nadir_context *context = test_walk(_i);
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
        const size_t cols = widths[w], rows = 5;
        struct test_random random = test_seed(w);
        float *x = test_random_floats(&random, rows * cols, -3, 3);
        for (size_t j = 0; j < cols; j++) x[cols + j] = j % 2 ? NAN : INFINITY;
        int32_t labels[5] = {1, 7, 1, 2, 7};
        struct scene s = make_scene("NaN in an ignored row", rows, cols, x, labels);
        s.params.ignore_index = 7; /* a class like others, still in the sums of the other rows */
        s.offset = w;
        check_scene(context, &s, false);
        s.params.label_smoothing = 0.1f;
        check_scene(context, &s, false);
    }
}
END_TEST

/* 0 times -inf is 0: a masked class that no target names. With a target on it the loss is infinite. */
START_TEST(one_hot_with_a_masked_logit)
{
    static const size_t widths[] = {10, 17, 300, 1009};
    struct nadir_context *context = test_walk(_i);
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
        const size_t cols = widths[w], rows = 4;
        if (test_small() && cols > 300) break;
        struct test_random random = test_seed(w);
        float *x = test_random_floats(&random, rows * cols, -3, 3), *targets = test_floats(rows * cols);
        for (size_t i = 0; i < rows; i++) {
            x[i * cols + 2] = -INFINITY;
            targets[i * cols + i % 3] = 1; /* row 2 names the masked class */
        }
        struct scene s = make_scene("masked logit", rows, cols, x, NULL);
        s.targets = targets;
        check_scene(context, &s, false);
        int32_t *labels = test_ints(rows);
        s.targets = NULL, s.labels = labels;
        s.params.label_smoothing = 0.1f; /* infinite: every class has a share */
        check_scene(context, &s, false);
        float *weight = test_floats(cols);
        for (size_t j = 0; j < cols; j++) weight[j] = j == 2 ? 0 : 1;
        s.weight = weight; /* but for a class of weight 0 */
        check_scene(context, &s, false);
    }
}
END_TEST

/* One-hot targets where the target leads by 20 to 80: loss and the target's gradient to 1e-6. */
START_TEST(confident_one_hot)
{
    static const size_t widths[] = {10, 17, 1000};
    struct nadir_context *context = test_walk(_i);
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
        enum { ROWS = 7 };
        const size_t cols = widths[w];
        if (test_small() && cols > 100) break;
        float *x = test_floats(ROWS * cols), *targets = test_floats(ROWS * cols);
        for (size_t i = 0; i < ROWS; i++) {
            for (size_t j = 0; j < cols; j++) x[i * cols + j] = 0.015625f * (float)(j % 5) - 3;
            x[i * cols + (3 * i) % cols] = 17 + 10 * (float)i;
            targets[i * cols + (3 * i) % cols] = 1;
        }
        struct scene s = make_scene("confident one-hot", ROWS, cols, x, NULL);
        s.targets = targets;
        const struct expected e = expect_rows(&s);
        struct run r = make_run(context, &s, false);
        TEST_OK(nadir_loss_compute(context, s.loss, &r.tensors, &s.params));
        const float *gradient = test_read(r.dx);
        test_expect("loss", test_read(r.loss), e.loss, ROWS, 1e-37, 1e-6);
        for (size_t i = 0; i < ROWS; i++) {
            const size_t at = i * cols + (3 * i) % cols;
            const double got = (double)gradient[at], want = e.gradient[at];
            ck_assert_msg(fabs(got - want) <= 1e-6 * fabs(want) + 1e-37, "row %zu of %zu: %g, not %g", i, cols, got, want);
        }
    }
}
END_TEST

/* Some or all of a row masked from its beginning on: blocks of -inf before the first number. */
START_TEST(first_block_masked)
{
    static const size_t widths[] = {10, 100, 3001};
    struct nadir_context *context = test_walk(_i);
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
        const size_t cols = widths[w], rows = 4;
        if (test_small() && cols > 100) break;
        struct test_random random = test_seed(w);
        float *x = test_random_floats(&random, rows * cols, -3, 3);
        int32_t *labels = test_ints(rows);
        for (size_t i = 0; i < rows; i++) {
            labels[i] = (int32_t)cols - 1;
            for (size_t j = 0; j < cols - (i == 3 ? 0 : 1 + i * (cols / 3)); j++) x[i * cols + j] = -INFINITY;
        }
        struct scene s = make_scene("first block masked", rows, cols, x, labels);
        check_scene(context, &s, false);
        float *targets = test_floats(rows * cols);
        for (size_t i = 0; i < rows; i++) targets[i * cols + cols - 1] = 1;
        s.labels = NULL, s.targets = targets;
        check_scene(context, &s, false);
    }
}
END_TEST

/* Focal loss of rows that are sure of their label, or sure that it is another. */
START_TEST(focal_of_sure_rows)
{
    static const size_t widths[] = {1, 10, 100};
    struct nadir_context *context = test_walk(_i);
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++)
        for (int g = 0; g < 4; g++) {
            enum { ROWS = 8 };
            const size_t cols = widths[w];
            float *x = test_floats(ROWS * cols);
            int32_t labels[ROWS];
            for (size_t i = 0; i < ROWS; i++) {
                for (size_t j = 0; j < cols; j++) x[i * cols + j] = 0.015625f * (float)(j % 5);
                x[i * cols] = 5 * (float)(i + 1);
                labels[i] = cols > 1 && i % 2 ? 1 : 0;
            }
            struct scene s = make_scene("focal, sure", ROWS, cols, x, labels);
            s.loss = NADIR_LOSS_FOCAL;
            s.params.gamma = (const float[]){0, 0.5f, 1, 2}[g];
            check_scene(context, &s, false);
        }
}
END_TEST

/* Row times columns beyond 2^32, without a buffer of that size: every row but the last one is ignored, so not read, and the
 * view begins so far before the buffer's beginning that the last row lies in it. The sum of both is right in 64 bits only. */
START_TEST(indices_of_64_bits)
{
    struct nadir_context *context = test_walk(_i);
    const size_t rows = 4300, cols = 1000003; /* 4.3e9 */
    if (test_small()) return;
    struct test_random random = test_seed(3);
    const float *x = test_random_floats(&random, cols, -3, 3);
    int32_t *labels = test_ints(rows);
    for (size_t i = 0; i < rows; i++) labels[i] = i + 1 < rows ? -100 : 77;
    struct test_tensor *logits = test_matrix(context, 5, 1, cols, x), *targets = test_labels(context, 0, rows, labels);
    struct test_tensor *loss = test_vector(context, 0, rows, NULL);
    struct nadir_tensor view = logits->tensor;
    view.offset -= (rows - 1) * cols;
    const struct nadir_loss_params params = nadir_loss_params_default(NADIR_LOSS_CROSS_ENTROPY);
    const struct nadir_loss_tensors tensors = {.x = {&view}, .target = &targets->tensor};
    struct nadir__loss_call call = {.loss = NADIR_LOSS_CROSS_ENTROPY, .params = &params, .tensors = &tensors, .rows = rows,
                                    .cols = cols, .count = rows, .losses = loss->tensor, .scale = 1};
    TEST_OK(nadir__emit_loss(&(struct nadir__sink){.context = context}, &call));
    const double *row = test_widen(x, cols);
    const double want = ref_logsumexp(row, cols) - row[77];
    test_expect("last row", test_read(loss) + rows - 1, &want, 1, 1e-5, 0);
    test_expect("rows before", test_read(loss), test_doubles(rows), rows - 1, 0, 0);
}
END_TEST

START_TEST(reference_agrees_with_finite_differences)
{
    enum { COLS = 6 };
    struct test_random random = test_seed(4);
    for (size_t k = 0; k < 3 * OPTIONS; k++) {
        const struct option *o = &options[k % OPTIONS];
        double *x = test_widen(test_random_floats(&random, COLS, o->probabilities ? 0.3f : -2, 2), COLS);
        const double *w = test_widen(test_random_floats(&random, COLS, 0, 2), COLS);
        const double *t = test_widen(test_random_floats(&random, COLS, 0, 1), COLS);
        const int32_t label = (int32_t)(k % COLS);
        const struct ref_cross_entropy options_ = {
            .weight = o->with & WEIGHT ? w : NULL, .ignore_index = INT64_MAX, .focal = o->focal,
            .probabilities = o->probabilities, .smoothing = (double)o->smoothing, .z = (double)o->z,
            .alpha = (double)o->alpha, .gamma = (double)o->gamma, .eps = (double)o->eps};
        const int32_t *labels = o->with & LABELS ? &label : NULL;
        const double *targets = labels ? NULL : t, h = 1e-6;
        double gradient[COLS], above, below;
        ref_cross_entropy_row(&above, gradient, x, labels, targets, COLS, &options_);
        for (size_t i = 0; i < COLS; i++) {
            const double at = x[i];
            x[i] = at + h;
            ref_cross_entropy_row(&above, NULL, x, labels, targets, COLS, &options_);
            x[i] = at - h;
            ref_cross_entropy_row(&below, NULL, x, labels, targets, COLS, &options_);
            x[i] = at;
            const double slope = (above - below) / (2 * h);
            ck_assert_msg(fabs(slope - gradient[i]) <= 1e-8, "%s: element %zu: slope %g, gradient %g", o->name, i, slope,
                          gradient[i]);
        }
    }
}
END_TEST

START_TEST(refusals)
{
    struct nadir_context *context = test_walk(_i);
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    const struct scene s = make_scene("refused", 4, 10, test_floats(40), test_ints(4));
    struct nadir_loss_params params = s.params;
    struct run r = make_run(context, &s, false);
    struct test_tensor *three = test_vector(context, 0, 3, NULL), *other = test_matrix(context, 0, 4, 9, NULL);
    const struct nadir_loss_tensors good = r.tensors;
#define REFUSED(text, change)                                                                                                  \
    do {                                                                                                                       \
        r.tensors = good, params = s.params;                                                                                   \
        change;                                                                                                                \
        TEST_FAILS(bad, text, nadir_loss_compute(context, s.loss, &r.tensors, &params));                                       \
    } while (0)
    REFUSED("logits", r.tensors.x[0] = NULL);
    REFUSED("target", r.tensors.target = NULL);
    REFUSED("loss", r.tensors.loss = &three->tensor);
    REFUSED("dlogits", r.tensors.dx[0] = &other->tensor);
    REFUSED("correct", r.tensors.correct = &three->tensor);
    REFUSED("labels", r.tensors.target = &three->tensor);
    REFUSED("weight", r.tensors.weight = &three->tensor);
    REFUSED("sample_weight", r.tensors.sample_weight = &three->tensor);
    REFUSED("upstream", r.tensors.upstream = &three->tensor);
    REFUSED("label_smoothing", params.label_smoothing = 1.5f);
    REFUSED("label_smoothing", params.label_smoothing = NAN);
    REFUSED("z_loss", params.z_loss = -1);
    REFUSED("no output", r.tensors.loss = r.tensors.dx[0] = r.tensors.correct = NULL);
    REFUSED("z_loss", (params.from_probabilities = true, params.z_loss = 1));
    REFUSED("eps", (params.from_probabilities = true, params.eps = 0.75f));
    /* Only dlogits and logits may be the same; everything else lies apart. */
    struct nadir_tensor shifted = r.x->tensor, inside = r.loss->tensor;
    shifted.offset -= 1;
    REFUSED("overlap", r.tensors.dx[0] = &shifted);
    REFUSED("overlap", r.tensors.correct = r.tensors.loss);
    inside.buffer = r.x->tensor.buffer, inside.offset = r.x->tensor.offset + 36;
    REFUSED("overlap", r.tensors.loss = &inside);
    REFUSED("overlap", r.tensors.correct = &inside);
    inside.buffer = r.target->tensor.buffer, inside.offset = r.target->tensor.offset;
    REFUSED("overlap", r.tensors.loss = &inside);
#undef REFUSED
    TEST_OK(nadir_context_finish(context));
    test_unchanged(r.x);
    test_unchanged(r.target);
    test_unchanged(r.loss);
    test_unchanged(r.dx);
    test_unchanged(r.correct);
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
    tcase_add_loop_test(tcase, first_block_masked, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, any_nan, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, not_finite, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, not_finite_in_long_rows, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, confident_rows, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, confident_one_hot, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, focal_of_sure_rows, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, ties, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, golden, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, all_options, 0, TEST_WALKS * OPTIONS);
    tcase_add_loop_test(tcase, half_precision, 0, 2 * TEST_WALKS);
    tcase_add_loop_test(tcase, reductions, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, weighted_denominators, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, all_labels_ignored, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, empty_batch, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, chosen_class_weights_sum_to_0, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, nan_in_an_ignored_row, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, one_hot_with_a_masked_logit, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, bad_labels, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, many_bad_labels, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, indices_of_64_bits, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, same_bits_again, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, refusals, 0, TEST_WALKS);
    return test_run(suite);
}
