/* SPDX-License-Identifier: MIT */
/* CTC: loss and gradient of the logits, against a double reference, PyTorch, path enumeration and finite differences. */
#include "support.h"

#include "golden/ctc.h"
#include "ref/ref.h"

#include <stdio.h>

#define U 0x1p-24 /* unit roundoff of float */

static const size_t offsets[] = {0, 1, 3, 17};

struct problem {
    size_t frames, batch, classes, length;
    int32_t blank;
    bool zero_infinity;
    float *x;         /* (frames, batch, classes) */
    int32_t *targets; /* (batch, length) */
    int32_t *input_lengths, *target_lengths;
};

/* Random logits, full lengths, targets that are not the blank; sequence n has every target the same as the one before with a
 * probability of a quarter. */
static struct problem make_problem(uint64_t seed, size_t frames, size_t batch, size_t classes, size_t length, int32_t blank,
                                   float range)
{
    struct test_random random = test_seed(seed);
    struct problem p = {.frames = frames, .batch = batch, .classes = classes, .length = length, .blank = blank};
    p.x = test_random_floats(&random, frames * batch * classes, -range, range);
    p.targets = test_ints(batch * length);
    p.input_lengths = test_ints(batch);
    p.target_lengths = test_ints(batch);
    for (size_t n = 0; n < batch; n++) {
        p.input_lengths[n] = (int32_t)frames;
        p.target_lengths[n] = (int32_t)length;
        for (size_t i = 0; i < length; i++) {
            int32_t *y = &p.targets[n * length + i];
            *y = (int32_t)(classes > 1 ? test_word(&random) % (classes - 1) : 0);
            *y += *y >= blank && classes > 1;
            if (i > 0 && test_word(&random) % 4 == 0) *y = y[-1];
        }
    }
    return p;
}

struct expected {
    double *loss, *gradient;
};
static struct expected expect(const struct problem *p)
{
    const size_t n = p->frames * p->batch * p->classes;
    struct expected e = {test_doubles(p->batch), test_doubles(n)};
    ref_ctc(e.loss, e.gradient, test_widen(p->x, n), p->targets, p->input_lengths, p->target_lengths, p->frames, p->batch,
            p->classes, p->length, p->blank, p->zero_infinity);
    return e;
}

/* The tensors of one call; what is read is checked to be unchanged by check_inputs. */
struct call {
    struct test_tensor *x, *targets, *input_lengths, *target_lengths, *upstream, *loss, *dx;
    struct nadir_loss_tensors tensors;
};
static struct call make_call(struct nadir_context *context, const struct problem *p, size_t offset, bool one_loss)
{
    const size_t shape[] = {p->frames, p->batch, p->classes}, targets[] = {p->batch, p->length};
    struct call c = {
        .x = test_input(context, NADIR_F32, offset, 3, shape, p->x),
        .targets = test_input(context, NADIR_I32, offset, 2, targets, p->targets),
        .input_lengths = test_labels(context, offset, p->batch, p->input_lengths),
        .target_lengths = test_labels(context, offset, p->batch, p->target_lengths),
        .loss = test_vector(context, offset, one_loss ? 1 : p->batch, NULL),
        .dx = test_output(context, NADIR_F32, offset, 3, shape),
    };
    c.tensors = (struct nadir_loss_tensors){
        .x = {&c.x->tensor},
        .target = &c.targets->tensor,
        .input_lengths = &c.input_lengths->tensor,
        .target_lengths = &c.target_lengths->tensor,
        .loss = &c.loss->tensor,
        .dx = {&c.dx->tensor},
    };
    return c;
}
static void check_inputs(const struct call *c)
{
    if (c->tensors.dx[0] != c->tensors.x[0]) test_unchanged(c->x);
    test_unchanged(c->targets);
    test_unchanged(c->input_lengths);
    test_unchanged(c->target_lengths);
}
static struct nadir_loss_params make_params(const struct problem *p, enum nadir_reduction reduction)
{
    struct nadir_loss_params params = nadir_loss_params_default(NADIR_LOSS_CTC);
    params.reduction = reduction;
    params.blank = p->blank;
    params.zero_infinity = p->zero_infinity;
    return params;
}

/* Loss: relative 5e-7; the sum over the frames is kept in two floats, so that what remains is exp, log1p and the last rounding.
 * Gradient: a frame rounds a dozen times by u, some of it in the same direction. 2000 frames may have 1e-4. */
static double gradient_bound(const struct problem *p)
{
    return 1e-6 + U * (double)p->frames / 16;
}
static void check_values(const char *name, const struct problem *p, const struct expected *e, const float *loss,
                         const float *gradient)
{
    char text[192];
    if (loss) {
        snprintf(text, sizeof text, "%s: loss, %zu x %zu x %zu, %zu targets", name, p->frames, p->batch, p->classes, p->length);
        test_expect(text, loss, e->loss, p->batch, 1e-30, 5e-7);
    }
    if (gradient) {
        snprintf(text, sizeof text, "%s: gradient, %zu x %zu x %zu, %zu targets", name, p->frames, p->batch, p->classes,
                 p->length);
        test_expect(text, gradient, e->gradient, p->frames * p->batch * p->classes, gradient_bound(p), 0);
        for (size_t t = 0; t < p->frames; t++)
            for (size_t n = 0; n < p->batch; n++)
                for (size_t c = 0; c < p->classes; c++)
                    if (!isnan(e->loss[n]) && (int64_t)t >= p->input_lengths[n])
                        ck_assert_msg(gradient[(t * p->batch + n) * p->classes + c] == 0, "%s: frame %zu is behind", name, t);
    }
}

/* Out of place, in place, with an output left out, and with an upstream gradient. */
static void check_problem(struct nadir_context *context, const char *name, const struct problem *p, size_t offset)
{
    const struct expected e = expect(p);
    const size_t n = p->frames * p->batch * p->classes;
    struct nadir_loss_params params = make_params(p, NADIR_REDUCTION_NONE);
    struct call c = make_call(context, p, offset, false);
    TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CTC, &c.tensors, &params));
    TEST_OK(nadir_context_finish(context));
    check_values(name, p, &e, test_read(c.loss), NULL);
    check_values(name, p, &e, NULL, test_read(c.dx));
    check_inputs(&c);

    struct call in_place = make_call(context, p, offset, false);
    in_place.tensors.dx[0] = in_place.tensors.x[0];
    TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CTC, &in_place.tensors, &params));
    test_expect_bits("in place: loss", test_read(in_place.loss), test_read(c.loss), p->batch);
    test_expect_bits("in place: gradient", test_read(in_place.x), test_read(c.dx), n);
    check_inputs(&in_place);

    struct call alone = make_call(context, p, offset, false);
    alone.tensors.dx[0] = NULL;
    TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CTC, &alone.tensors, &params));
    check_values("loss alone", p, &e, test_read(alone.loss), NULL);
    test_unchanged(alone.dx);
    alone = make_call(context, p, offset, false);
    alone.tensors.loss = NULL;
    TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CTC, &alone.tensors, &params));
    check_values("gradient alone", p, &e, NULL, test_read(alone.dx));
    test_unchanged(alone.loss);

    struct test_random random = test_seed(99);
    const float *factors = test_random_floats(&random, p->batch, -2, 2);
    struct call weighted = make_call(context, p, offset, false);
    weighted.upstream = test_vector(context, offset, p->batch, factors);
    weighted.tensors.upstream = &weighted.upstream->tensor;
    params.gradient_scale = 0.5f;
    TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CTC, &weighted.tensors, &params));
    struct expected scaled = {e.loss, test_doubles(n)};
    for (size_t i = 0; i < n; i++)
        scaled.gradient[i] = 0.5 * (double)factors[i / p->classes % p->batch] * e.gradient[i];
    check_values("upstream", p, &scaled, test_read(weighted.loss), NULL);
    check_values("upstream", p, &scaled, NULL, test_read(weighted.dx));
    test_unchanged(weighted.upstream);
    TEST_OK(nadir_context_finish(context));
    test_reset();
}

/* Context `i`. oclgrind takes what kernels write into a buffer for uninitialised where a smaller one had its number before, so
 * both pieces of scratch memory get their final size first, with a sequence of no frames. */
static struct nadir_context *walk(int i)
{
    static bool ready[TEST_MOST_WALKS];
    struct nadir_context *context = test_walk(i);
    for (int sum = 0; test_small() && !ready[i] && sum < 2; sum++) {
        struct problem p = make_problem(1, 1, 1, 2, 4000, 0, 1);
        p.input_lengths[0] = p.target_lengths[0] = 0;
        struct nadir_loss_params params = make_params(&p, sum ? NADIR_REDUCTION_SUM : NADIR_REDUCTION_NONE);
        struct call c = make_call(context, &p, 0, sum);
        TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CTC, &c.tensors, &params));
        TEST_OK(nadir_context_finish(context));
    }
    ready[i] = true;
    return context;
}

/* Whether a call takes many seconds: the GPU walk, interpreted. */
static bool slow(int i)
{
    return test_small() && i == 1;
}

static const struct {
    size_t frames, batch, classes, length;
    int32_t blank;
} shapes[] = {
    {1, 1, 1, 0, 0},   {1, 1, 2, 1, 0},   {2, 3, 3, 1, 2},   {5, 2, 4, 3, 1},     {15, 1, 15, 7, 0},  {16, 2, 16, 8, 15},
    {17, 5, 17, 5, 3}, {31, 2, 7, 14, 0}, {33, 2, 33, 15, 1}, {40, 3, 31, 16, 0}, {65, 2, 257, 17, 256}, {70, 1, 5, 30, 0},
    {90, 2, 100, 33, 9}, {101, 3, 30, 31, 0}, {300, 2, 255, 47, 0}, {600, 1, 11, 257, 4}, {20, 130, 4, 6, 0},
};

START_TEST(values)
{
    struct nadir_context *context = walk(_i);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        const size_t frames = shapes[i].frames, batch = shapes[i].batch, classes = shapes[i].classes;
        if (test_small() && (frames * batch * classes > 1100 || (slow(_i) && i != 2))) continue;
        struct problem p = make_problem(i, frames, batch, classes, shapes[i].length, shapes[i].blank, 4);
        check_problem(context, "uniform", &p, offsets[i % 4]);
    }
}
END_TEST

/* Sequences that end before the last frame, with fewer targets than there is room for; what lies behind is not looked at. */
START_TEST(lengths)
{
    if (slow(_i)) return;
    struct nadir_context *context = walk(_i);
    struct problem p = make_problem(7, 37, 9, 12, 11, 3, 3);
    const int32_t inputs[] = {37, 36, 1, 0, 0, 17, 16, 25, 3}, targets[] = {11, 0, 1, 0, 2, 3, 8, 10, 0};
    for (size_t n = 0; n < p.batch; n++) {
        p.input_lengths[n] = inputs[n];
        p.target_lengths[n] = targets[n];
        for (size_t i = (size_t)targets[n]; i < p.length; i++) p.targets[n * p.length + i] = INT32_MAX;
        for (size_t t = (size_t)inputs[n]; t < p.frames; t++) p.x[(t * p.batch + n) * p.classes + n] = NAN;
    }
    check_problem(context, "lengths", &p, 1);
    p = make_problem(7, 37, 9, 12, 11, 3, 3);
    memcpy(p.input_lengths, inputs, sizeof inputs);
    memcpy(p.target_lengths, targets, sizeof targets);
    p.zero_infinity = true;
    check_problem(context, "lengths, infinities zeroed", &p, 3);
}
END_TEST

/* Too short for the targets and the blanks between equal ones: infinity and NaN, or 0 and 0. One frame more is enough. */
START_TEST(no_path)
{
    if (slow(_i)) return;
    struct nadir_context *context = walk(_i);
    for (int zero = 0; zero < 2; zero++) {
        struct problem p = make_problem(8, 6, 5, 4, 4, 0, 2);
        const int32_t targets[] = {1, 1, 2, 2, 1, 1, 1, 1, 1, 2, 3, 1, 1, 2, 3, 3, 2, 2, 2, 0};
        const int32_t inputs[] = {5, 6, 3, 5, 5}, lengths[] = {4, 4, 4, 4, 3};
        memcpy(p.targets, targets, sizeof targets);
        memcpy(p.input_lengths, inputs, sizeof inputs);
        memcpy(p.target_lengths, lengths, sizeof lengths);
        p.zero_infinity = zero;
        const struct expected e = expect(&p);
        ck_assert(zero ? e.loss[0] == 0 && e.loss[1] == 0 : isinf(e.loss[0]) && isinf(e.loss[1]) && isnan(e.gradient[0]));
        ck_assert(isfinite(e.loss[3]) && isfinite(e.loss[4]) && e.loss[4] > 0);
        check_problem(context, zero ? "no path, zeroed" : "no path", &p, 0);
    }
}
END_TEST

/* The blank as a label is accepted as PyTorch does: a class like any other. */
START_TEST(blank_as_label)
{
    if (slow(_i)) return;
    struct nadir_context *context = walk(_i);
    struct problem p = make_problem(9, 23, 3, 5, 7, 2, 2);
    for (size_t i = 0; i < p.batch * p.length; i += 3) p.targets[i] = 2;
    check_problem(context, "blank as label", &p, 0);
    p = make_problem(9, 23, 3, 5, 7, 2, 2);
    for (size_t i = 0; i < p.batch * p.length; i++) p.targets[i] = 2;
    check_problem(context, "blanks only", &p, 0);
}
END_TEST

START_TEST(equal_labels)
{
    if (slow(_i)) return;
    struct nadir_context *context = walk(_i);
    struct problem p = make_problem(10, 90, 2, 3, 40, 0, 2);
    for (size_t i = 0; i < p.length; i++) p.targets[i] = 1;
    for (size_t i = 0; i < p.length; i++) p.targets[p.length + i] = 1 + (int32_t)(i % 2);
    check_problem(context, "equal labels", &p, 0);
}
END_TEST

/* Logits far from 0 and far apart: factors of e^-20000 in each frame. */
START_TEST(large_logits)
{
    if (slow(_i)) return;
    struct nadir_context *context = walk(_i);
    for (int kind = 0; kind < 5; kind++) {
        struct problem p = make_problem(11, test_small() ? 9 : 50, 3, 6, test_small() ? 3 : 12, 0, 1);
        for (size_t i = 0; i < p.frames * p.batch * p.classes; i++) {
            if (kind == 0) p.x[i] += 1e4f;
            else if (kind == 1) p.x[i] = p.x[i] < 0 ? -1e4f : 1e4f;
            else if (kind == 2) p.x[i] *= 1e4f;
            else if (kind == 4) p.x[i] = i % p.classes == 5 ? 7001.37f : p.x[i]; /* x - m has no room for the digits of x */
            else if (i % p.classes == 5 || i % (p.classes * p.batch * 3) == 0) p.x[i] = -1e9f; /* masked with a number */
        }
        for (size_t i = 0; kind >= 3 && i < p.batch * p.length; i++) p.targets[i] = 1 + (int32_t)(i % 4);
        char name[32];
        snprintf(name, sizeof name, "large logits %d", kind);
        check_problem(context, name, &p, 1);
    }
}
END_TEST

/* -inf has probability 0, also where it leaves no path; +inf, NaN and frames of -inf make their sequence NaN and no other. */
START_TEST(not_finite)
{
    if (slow(_i)) return;
    struct nadir_context *context = walk(_i);
    for (int zero = 0; zero < 2; zero++) {
        struct problem p = make_problem(12, 14, 9, 18, 4, 0, 2);
        p.zero_infinity = zero;
#define AT(t, n, c) p.x[((t) * p.batch + (n)) * p.classes + (c)]
        for (size_t t = 0; t < p.frames; t++) {
            AT(t, 0, 17) = -INFINITY;           /* a class that no target has */
            if (t % 3 == 0) AT(t, 1, 0) = -INFINITY; /* the blank, here and there */
            AT(t, 2, (size_t)p.targets[2 * p.length]) = -INFINITY; /* a target: no path */
        }
        for (size_t i = 0; i < p.length; i++)
            if (p.targets[i] == 17) p.targets[i] = 1;
        for (size_t c = 0; c < p.classes; c++) AT(3, 3, c) = -INFINITY;
        AT(5, 4, 3) = INFINITY;
        AT(13, 5, 17) = NAN;
        AT(0, 6, 0) = NAN;
        AT(7, 7, 0) = INFINITY, AT(7, 7, 1) = INFINITY, AT(7, 7, 2) = -INFINITY;
        check_problem(context, "not finite", &p, 3);
    }
}
END_TEST

/* One class leads by 20 to 40 in each frame, along the targets: the loss is tiny and the gradients at the leading class too.
 * All differences are floats. */
START_TEST(confident_frames)
{
    struct nadir_context *context = walk(_i);
    for (size_t gap = slow(_i) ? 24 : 8; gap <= (slow(_i) ? 24 : 40); gap += 8) {
        struct problem p = slow(_i) ? make_problem(13, 6, 1, 20, 2, 0, 1) : make_problem(13, 30, 3, 20, 10, 0, 1);
        for (size_t n = 0; n < p.batch; n++)
            for (size_t t = 0; t < p.frames; t++) {
                for (size_t c = 0; c < p.classes; c++) AT(t, n, c) = 0.015625f * (float)((c + t + n) % 7) - 1;
                AT(t, n, t % 3 == 2 ? 0 : (size_t)p.targets[n * p.length + t / 3]) = (float)gap;
            }
        const struct expected e = expect(&p);
        struct nadir_loss_params params = make_params(&p, NADIR_REDUCTION_NONE);
        struct call c = make_call(context, &p, 0, false);
        TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CTC, &c.tensors, &params));
        ck_assert_msg(e.loss[0] < 40 * exp(-(double)gap) * 30 && e.loss[0] > 0, "loss %g", e.loss[0]);
        /* Twenty classes have the rest of the probability, and of them the loss is what no other alignment has. */
        test_expect("confident: loss", test_read(c.loss), e.loss, p.batch, 0, 1e-6);
        const double largest = exp(-(double)gap);
        test_expect("confident: gradient", test_read(c.dx), e.gradient, p.frames * p.batch * p.classes, 2e-5 * largest, 0);
        test_reset();
    }
}
END_TEST

/* The case of the catalogue where single precision goes wrong: 2.9e-2 in PyTorch. */
START_TEST(long_sequences)
{
    struct nadir_context *context = walk(_i);
    if (test_small()) return;
    const size_t classes = _i == 0 ? 1000 : 100; /* the GPU walk is slow on a CPU */
    struct problem p = make_problem(14, 2000, 1, classes, 400, 0, 1);
    struct test_random random = test_seed(15);
    for (size_t i = 0; i < p.frames * p.classes; i++) /* about normal, standard deviation 2.4 */
        p.x[i] += test_uniform(&random, -3, 3) + test_uniform(&random, -2, 2) + test_uniform(&random, -2, 2);
    const struct expected e = expect(&p);
    struct nadir_loss_params params = make_params(&p, NADIR_REDUCTION_NONE);
    struct call c = make_call(context, &p, 0, false);
    TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CTC, &c.tensors, &params));
    test_expect("long: loss", test_read(c.loss), e.loss, 1, 0, 5e-7);
    test_expect("long: gradient", test_read(c.dx), e.gradient, p.frames * p.classes, gradient_bound(&p), 0);
}
END_TEST

/* Mean divides each loss by its target length, then by the batch; with another denominator, and as sum, it does not. */
START_TEST(reductions)
{
    if (slow(_i)) return;
    struct nadir_context *context = walk(_i);
    struct problem p = make_problem(16, 19, 4, 6, 5, 1, 2);
    const int32_t lengths[] = {5, 0, 1, 3};
    memcpy(p.target_lengths, lengths, sizeof lengths);
    const struct expected e = expect(&p);
    static const struct {
        enum nadir_reduction reduction;
        enum nadir_denominator denominator;
    } rows[] = {
        {NADIR_REDUCTION_MEAN, NADIR_DENOMINATOR_DEFAULT}, {NADIR_REDUCTION_MEAN, NADIR_DENOMINATOR_COUNT},
        {NADIR_REDUCTION_SUM, NADIR_DENOMINATOR_DEFAULT},  {NADIR_REDUCTION_BATCHMEAN, NADIR_DENOMINATOR_DEFAULT},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        struct nadir_loss_params params = make_params(&p, rows[r].reduction);
        params.denominator = rows[r].denominator;
        params.gradient_scale = 3;
        double want = 0, *gradient = test_doubles(p.frames * p.batch * p.classes);
        const double by_batch = rows[r].reduction == NADIR_REDUCTION_SUM ? 1 : 4;
        for (size_t n = 0; n < p.batch; n++) {
            const double divisor = by_batch * (r == 0 && lengths[n] > 0 ? lengths[n] : 1);
            want += e.loss[n] / divisor;
            for (size_t t = 0; t < p.frames; t++)
                for (size_t k = 0; k < p.classes; k++) {
                    const size_t at = (t * p.batch + n) * p.classes + k;
                    gradient[at] = 3 * e.gradient[at] / divisor;
                }
        }
        struct call c = make_call(context, &p, 3, true);
        TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CTC, &c.tensors, &params));
        test_expect("reduced loss", test_read(c.loss), &want, 1, 0, 5e-7);
        test_expect("gradient of the reduced loss", test_read(c.dx), gradient, p.frames * p.batch * p.classes, 5e-6, 0);
        check_inputs(&c);
    }
    TEST_OK(nadir_context_finish(context));
}
END_TEST

START_TEST(golden)
{
    static const double *const losses[] = {ctc_none_loss, ctc_mean_loss, ctc_sum_loss};
    static const double *const gradients[] = {ctc_none_gradient, ctc_mean_gradient, ctc_sum_gradient};
    static const enum nadir_reduction kinds[] = {NADIR_REDUCTION_NONE, NADIR_REDUCTION_MEAN, NADIR_REDUCTION_SUM};
    struct nadir_context *context = walk(_i);
    size_t element = 0, target = 0, row = 0;
    for (size_t i = 0; i < CTC_CASES; i++) {
        const int32_t *shape = ctc_shapes + 6 * i;
        struct problem p = make_problem(1, (size_t)shape[0], (size_t)shape[1], (size_t)shape[2], (size_t)shape[3], shape[4], 1);
        p.zero_infinity = shape[5];
        const size_t n = p.frames * p.batch * p.classes;
        memcpy(p.x, ctc_logits + element, n * sizeof *p.x);
        memcpy(p.targets, ctc_targets + target, p.batch * p.length * sizeof *p.targets);
        memcpy(p.input_lengths, ctc_input_lengths + row, p.batch * sizeof *p.input_lengths);
        memcpy(p.target_lengths, ctc_target_lengths + row, p.batch * sizeof *p.target_lengths);
        for (int kind = 0; kind < 3; kind++) {
            if (slow(_i) && (kind != 1 || (i != 3 && i != 7))) continue;
            struct nadir_loss_params params = make_params(&p, kinds[kind]);
            struct call c = make_call(context, &p, 1, kind != 0);
            TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CTC, &c.tensors, &params));
            char what[64];
            snprintf(what, sizeof what, "golden case %zu, reduction %d: loss", i, kind);
            test_expect(what, test_read(c.loss), losses[kind] + (kind == 0 ? row : i), kind == 0 ? p.batch : 1, 0, 5e-7);
            snprintf(what, sizeof what, "golden case %zu, reduction %d: gradient", i, kind);
            test_expect(what, test_read(c.dx), gradients[kind] + element, n, 1e-6, 0);
        }
        element += n;
        target += p.batch * p.length;
        row += p.batch;
        test_reset();
    }
}
END_TEST

/* Bad lengths and targets: their sequence is NaN in all frames, the others are right, and one of them is reported. */
START_TEST(bad_input)
{
    static const struct {
        const char *text;
        int what; /* 0: a target, 1: input length, 2: target length */
        int32_t value;
    } rows[] = {
        {"targets[2][3] = 6, but the logits have 6 classes (0..5)", 0, 6},
        {"targets[2][3] = -1, but the logits have 6 classes", 0, -1},
        {"targets[2][3] = 2147483647,", 0, INT32_MAX},
        {"targets[2][3] = -2147483648,", 0, INT32_MIN},
        {"input_lengths[2] = 12, but the logits have 11 frames", 1, 12},
        {"input_lengths[2] = -1,", 1, -1},
        {"input_lengths[2] = 2147483647,", 1, INT32_MAX},
        {"input_lengths[2] = -2147483648,", 1, INT32_MIN},
        {"target_lengths[2] = 6, but targets has rows of 5", 2, 6},
        {"target_lengths[2] = -1,", 2, -1},
        {"target_lengths[2] = 2147483647,", 2, INT32_MAX},
        {"target_lengths[2] = -2147483648,", 2, INT32_MIN},
    };
    struct nadir_context *context = walk(_i);
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
        for (int zero = 0; zero < 2; zero++) {
            if (test_small() && (r % 4 > (slow(_i) ? 0 : 1) || zero)) continue;
            struct problem p = make_problem(17, 11, 4, 6, 5, 0, 2);
            p.zero_infinity = zero; /* has nothing to do with it */
            if (rows[r].what == 0) p.targets[2 * p.length + 3] = rows[r].value;
            else (rows[r].what == 1 ? p.input_lengths : p.target_lengths)[2] = rows[r].value;
            const struct expected e = expect(&p);
            ck_assert(isnan(e.loss[2]) && isnan(e.gradient[2 * p.classes]) && isfinite(e.loss[3]));
            struct nadir_loss_params params = make_params(&p, NADIR_REDUCTION_NONE);
            struct call c = make_call(context, &p, 3, false);
            TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CTC, &c.tensors, &params));
            TEST_FAILS(NADIR_ERROR_DATA, rows[r].text, nadir_context_finish(context));
            TEST_OK(nadir_context_finish(context));
            check_values("bad input", &p, &e, test_read(c.loss), NULL);
            check_values("bad input", &p, &e, NULL, test_read(c.dx));
            check_inputs(&c);

            params.reduction = NADIR_REDUCTION_MEAN;
            c = make_call(context, &p, 3, true);
            c.tensors.dx[0] = NULL;
            TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CTC, &c.tensors, &params));
            TEST_FAILS(NADIR_ERROR_DATA, rows[r].text, nadir_context_finish(context));
            ck_assert(isnan(test_read(c.loss)[0]));
            test_reset();
        }
}
END_TEST

START_TEST(empty)
{
    struct nadir_context *context = walk(_i);
    /* No sequences. */
    struct problem p = make_problem(18, 5, 0, 4, 2, 0, 1);
    struct nadir_loss_params params = make_params(&p, NADIR_REDUCTION_NONE);
    struct call c = make_call(context, &p, 0, false);
    TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CTC, &c.tensors, &params));
    TEST_OK(nadir_context_finish(context));
    for (int i = 0; i < 3; i++) {
        params = make_params(&p, i == 2 ? NADIR_REDUCTION_SUM : NADIR_REDUCTION_MEAN);
        params.empty = i == 1 ? NADIR_EMPTY_ZERO : NADIR_EMPTY_NAN;
        c = make_call(context, &p, 0, true);
        TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CTC, &c.tensors, &params));
        const float loss = test_read(c.loss)[0];
        ck_assert_msg(i == 0 ? isnan(loss) : loss == 0, "loss of nothing is %g", (double)loss);
    }
    /* No frames: certain without targets, impossible with some. */
    p = make_problem(19, 0, 3, 4, 2, 0, 1);
    p.target_lengths[1] = 0;
    check_problem(context, "no frames", &p, 0);
    if (slow(_i)) return;
    /* No room for targets. */
    p = make_problem(20, 6, 3, 4, 0, 2, 1);
    check_problem(context, "no targets", &p, 1);
}
END_TEST

START_TEST(refusals)
{
    struct nadir_context *context = walk(_i);
    struct problem p = make_problem(21, 5, 2, 4, 2, 0, 1);
    struct nadir_loss_params params = make_params(&p, NADIR_REDUCTION_NONE);
    struct call c = make_call(context, &p, 0, false);
    params.blank = 4;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "blank = 4, but the logits have 4 classes (0..3)",
               nadir_loss_compute(context, NADIR_LOSS_CTC, &c.tensors, &params));
    params.blank = -1;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "blank", nadir_loss_compute(context, NADIR_LOSS_CTC, &c.tensors, &params));
    params.blank = 0;
    struct nadir_loss_tensors t = c.tensors;
    t.input_lengths = NULL;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "input_lengths", nadir_loss_compute(context, NADIR_LOSS_CTC, &t, &params));
    t = c.tensors;
    t.target_lengths = &test_labels(context, 0, 3, test_ints(3))->tensor;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "target_lengths", nadir_loss_compute(context, NADIR_LOSS_CTC, &t, &params));
    t = c.tensors;
    t.target = &test_vector(context, 0, 4, test_floats(4))->tensor;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "targets", nadir_loss_compute(context, NADIR_LOSS_CTC, &t, &params));
    t = c.tensors;
    t.sample_weight = &c.loss->tensor;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "sample_weight", nadir_loss_compute(context, NADIR_LOSS_CTC, &t, &params));
    test_unchanged(c.loss);
    test_unchanged(c.dx);
    TEST_OK(nadir_context_finish(context));
}
END_TEST

/* A device that allocates little gets the sequences a few at a time: the same bits. */
START_TEST(few_sequences_at_once)
{
    if (test_small()) return;
    struct problem p = make_problem(23, 40, 9, 5, 16, 0, 2);
    struct nadir_device device = *test_device();
    device.max_allocation = 1 << 18;
    struct nadir_context_params few = nadir_context_params_default();
    few.walk = _i == 0 ? NADIR_WALK_CPU : NADIR_WALK_GPU;
    struct nadir_context *context = NULL;
    TEST_OK(nadir_context_create(&context, &device, &few));
    struct nadir_loss_params params = make_params(&p, NADIR_REDUCTION_NONE);
    struct call small = make_call(context, &p, 0, false), large = make_call(walk(_i), &p, 0, false);
    TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CTC, &small.tensors, &params));
    TEST_OK(nadir_loss_compute(walk(_i), NADIR_LOSS_CTC, &large.tensors, &params));
    test_expect_bits("loss", test_read(small.loss), test_read(large.loss), p.batch);
    test_expect_bits("gradient", test_read(small.dx), test_read(large.dx), p.frames * p.batch * p.classes);
    test_reset();
    nadir_context_destroy(&context);
}
END_TEST

/* The CPU walk with vectors of 4 and 8, as on other devices. */
START_TEST(narrow_vectors)
{
    if (test_small()) return;
    struct problem p = make_problem(24, 45, 2, 21, 18, 0, 3);
    const struct expected e = expect(&p);
    struct nadir_device device = *test_device();
    device.float_vector = _i == 0 ? 4 : 8;
    struct nadir_context_params narrow = nadir_context_params_default();
    narrow.walk = NADIR_WALK_CPU;
    struct nadir_context *context = NULL;
    TEST_OK(nadir_context_create(&context, &device, &narrow));
    struct nadir_loss_params params = make_params(&p, NADIR_REDUCTION_NONE);
    struct call c = make_call(context, &p, 0, false);
    TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CTC, &c.tensors, &params));
    check_values("narrow vectors", &p, &e, test_read(c.loss), NULL);
    check_values("narrow vectors", &p, &e, NULL, test_read(c.dx));
    test_reset();
    nadir_context_destroy(&context);
}
END_TEST

START_TEST(same_bits_again)
{
    if (slow(_i)) return;
    struct nadir_context *context = walk(_i);
    struct problem p = make_problem(22, test_small() ? 9 : 67, 5, 30, test_small() ? 4 : 21, 0, 4);
    struct nadir_loss_params params = make_params(&p, NADIR_REDUCTION_NONE);
    struct call runs[2];
    for (int run = 0; run < 2; run++) {
        runs[run] = make_call(context, &p, 0, false);
        TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CTC, &runs[run].tensors, &params));
    }
    test_expect_bits("loss", test_read(runs[1].loss), test_read(runs[0].loss), p.batch);
    test_expect_bits("gradient", test_read(runs[1].dx), test_read(runs[0].dx), p.frames * p.batch * p.classes);
}
END_TEST

/* The probability of all paths that collapse to the targets, one by one. */
static double enumerate(const struct problem *p, const double *x)
{
    size_t paths = 1;
    for (size_t t = 0; t < p->frames; t++) paths *= p->classes;
    double total = 0;
    for (size_t path = 0; path < paths; path++) {
        double probability = 1;
        size_t digits = path, found = 0;
        int32_t before = -1;
        bool matches = true;
        for (size_t t = 0; t < p->frames; t++, digits /= p->classes) {
            const int32_t c = (int32_t)(digits % p->classes);
            double sum = 0;
            for (size_t j = 0; j < p->classes; j++) sum += exp(x[t * p->classes + j]);
            probability *= exp(x[t * p->classes + (size_t)c]) / sum;
            if (c != before && c != p->blank) {
                matches = matches && found < p->length && p->targets[found] == c;
                found++;
            }
            before = c;
        }
        if (matches && found == p->length) total += probability;
    }
    return -log(total);
}

START_TEST(reference_agrees_with_enumeration)
{
    for (size_t i = 0; i < 40; i++) {
        const size_t classes = 2 + i % 3, frames = 1 + i % 6, length = i / 6 % 4;
        struct problem p = make_problem(i, frames, 1, classes, length, (int32_t)(i % classes), 2);
        const struct expected e = expect(&p);
        const double want = enumerate(&p, test_widen(p.x, frames * classes));
        ck_assert_msg(e.loss[0] == want || fabs(e.loss[0] - want) <= 1e-13 * (1 + want), "case %zu: %g, enumerated %g", i,
                      e.loss[0], want);
    }
}
END_TEST

START_TEST(reference_agrees_with_finite_differences)
{
    for (size_t i = 0; i < 6; i++) {
        struct problem p = make_problem(30 + i, 7, 3, 4, 3, (int32_t)(i % 4), 2);
        p.input_lengths[1] = 6;
        p.target_lengths[2] = (int32_t)(i % 3);
        if (i == 5) p.targets[1] = p.blank;
        const size_t n = p.frames * p.batch * p.classes;
        const struct expected e = expect(&p);
        double *x = test_widen(p.x, n), loss[2][3];
        for (size_t k = 0; k < n; k++) {
            const double h = 1e-5, at = x[k];
            for (int side = 0; side < 2; side++) {
                x[k] = side ? at + h : at - h;
                ref_ctc(loss[side], NULL, x, p.targets, p.input_lengths, p.target_lengths, p.frames, p.batch, p.classes,
                        p.length, p.blank, false);
            }
            x[k] = at;
            const size_t sequence = k / p.classes % p.batch;
            const double slope = (loss[1][sequence] - loss[0][sequence]) / (2 * h);
            ck_assert_msg(fabs(slope - e.gradient[k]) <= 1e-9, "case %zu, element %zu: slope %g, gradient %g", i, k, slope,
                          e.gradient[k]);
        }
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ctc");
    TCase *c = test_case(suite, "reference");
    tcase_add_test(c, reference_agrees_with_enumeration);
    tcase_add_test(c, reference_agrees_with_finite_differences);
    c = test_case(suite, "ctc");
    tcase_add_loop_test(c, golden, 0, TEST_WALKS);
    tcase_add_loop_test(c, values, 0, TEST_WALKS);
    tcase_add_loop_test(c, lengths, 0, TEST_WALKS);
    tcase_add_loop_test(c, no_path, 0, TEST_WALKS);
    tcase_add_loop_test(c, blank_as_label, 0, TEST_WALKS);
    tcase_add_loop_test(c, equal_labels, 0, TEST_WALKS);
    tcase_add_loop_test(c, large_logits, 0, TEST_WALKS);
    tcase_add_loop_test(c, not_finite, 0, TEST_WALKS);
    tcase_add_loop_test(c, confident_frames, 0, TEST_WALKS);
    tcase_add_loop_test(c, long_sequences, 0, TEST_WALKS);
    tcase_add_loop_test(c, reductions, 0, TEST_WALKS);
    tcase_add_loop_test(c, bad_input, 0, TEST_WALKS);
    tcase_add_loop_test(c, empty, 0, TEST_WALKS);
    tcase_add_loop_test(c, refusals, 0, TEST_WALKS);
    tcase_add_loop_test(c, few_sequences_at_once, 0, TEST_WALKS);
    tcase_add_loop_test(c, narrow_vectors, 0, 2);
    tcase_add_loop_test(c, same_bits_again, 0, TEST_WALKS);
    return test_run(suite);
}
