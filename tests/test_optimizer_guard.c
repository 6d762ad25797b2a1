/* SPDX-License-Identifier: MIT */
/* What stands around an optimizer: skipped steps, clipping, loss scale, accumulation, averages, groups, 16-bit copies. */
#include "support.h"

#include "ref/ref.h"

#include <stdio.h>

#define U 0x1p-24 /* unit roundoff of float */

/* --- An arena of a few tensors whose gradients are set by the test. --- */

struct model {
    struct nadir_context *context;
    struct nadir_arena *arena;
    struct nadir_optimizer *optimizer;
    size_t tensors, total;
    struct nadir_tensor p, g; /* everything, padding included */
};

struct named {
    const char *name;
    unsigned rank;
    size_t shape[2];
};

/* Random parameters, always the same ones. */
static struct model make_model(struct nadir_context *context, const struct named *tensors, size_t count)
{
    struct model model = {.context = context, .tensors = count};
    struct test_random random = test_seed(5);
    TEST_OK(nadir_arena_create(&model.arena, context));
    for (size_t i = 0; i < count; i++)
        TEST_OK(nadir_arena_add(model.arena, tensors[i].name, tensors[i].rank, tensors[i].shape, NULL));
    TEST_OK(nadir_arena_allocate(model.arena));
    model.p = nadir_arena_parameters(model.arena);
    model.g = nadir_arena_gradients(model.arena);
    model.total = nadir_tensor_count(&model.p);
    for (size_t i = 0; i < count; i++) {
        const struct nadir_tensor p = nadir_arena_parameter(model.arena, i);
        TEST_OK(nadir_tensor_upload(context, &p, test_random_floats(&random, nadir_tensor_count(&p), -2, 2)));
    }
    return model;
}

static void create(struct model *model, const struct nadir_optimizer_params *params)
{
    TEST_OK(nadir_optimizer_create(&model->optimizer, model->context, model->arena, NULL, params));
}

static void destroy_model(struct model *model)
{
    nadir_optimizer_destroy(&model->optimizer);
    nadir_arena_destroy(&model->arena);
}

static float *fetch(const struct model *model, struct nadir_tensor tensor)
{
    float *host = test_floats(nadir_tensor_count(&tensor));
    TEST_OK(nadir_tensor_download(model->context, &tensor, host));
    return host;
}

static float *parameter(const struct model *model, size_t tensor)
{
    return fetch(model, nadir_arena_parameter(model->arena, tensor));
}

static size_t count_of(const struct model *model, size_t tensor)
{
    const struct nadir_tensor p = nadir_arena_parameter(model->arena, tensor);
    return nadir_tensor_count(&p);
}

static void put(const struct model *model, struct nadir_tensor tensor, const float *host)
{
    TEST_OK(nadir_tensor_upload(model->context, &tensor, host));
}

static void put_gradient(const struct model *model, size_t tensor, const float *host)
{
    put(model, nadir_arena_gradient(model->arena, tensor), host);
}

/* Random gradients of step t, times `scale`. */
static void fill_gradients(const struct model *model, unsigned t, float scale)
{
    struct test_random random = test_seed(100 + t);
    for (size_t i = 0; i < model->tensors; i++) {
        const size_t n = count_of(model, i);
        float *g = test_random_floats(&random, n, -1, 1);
        for (size_t k = 0; k < n; k++) g[k] *= scale;
        put_gradient(model, i, g);
    }
}

static void poke(const struct model *model, size_t tensor, size_t element, float value)
{
    struct nadir_tensor one = nadir_arena_gradient(model->arena, tensor);
    one.offset += element;
    one.rank = 0;
    put(model, one, &value);
}

static struct nadir_optimizer_report report_of(const struct model *model)
{
    struct nadir_optimizer_report report;
    TEST_OK(nadir_optimizer_report(model->optimizer, &report));
    return report;
}

static struct nadir_optimizer_params sgd_params(double lr)
{
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_SGD);
    params.lr = lr;
    return params;
}

/* The bytes of a state, whatever its type. */
static unsigned char *state_bytes(const struct model *model, size_t state, size_t tensor, size_t *size)
{
    const struct nadir_tensor s = nadir_optimizer_state(model->optimizer, state, tensor);
    *size = s.buffer ? nadir_tensor_count(&s) * nadir_dtype_size(s.dtype) : 0;
    unsigned char *bytes = test_alloc(*size + 1, 1);
    if (*size > 0) TEST_OK(nadir_tensor_download(model->context, &s, bytes));
    return bytes;
}

/* Parameters, states and progress of two models, bit for bit. */
static void expect_same(const char *what, const struct model *a, const struct model *b)
{
    char text[160];
    snprintf(text, sizeof text, "%s: p", what);
    test_expect_bits(text, fetch(a, a->p), fetch(b, b->p), a->total);
    for (size_t j = 0; j < nadir_optimizer_state_count(a->optimizer); j++)
        for (size_t i = 0; i < a->tensors; i++) {
            size_t size, other;
            const unsigned char *x = state_bytes(a, j, i, &size), *y = state_bytes(b, j, i, &other);
            ck_assert_uint_eq(size, other);
            for (size_t k = 0; k < size; k++)
                ck_assert_msg(x[k] == y[k], "%s: %s of tensor %zu differs at byte %zu", what,
                              nadir_optimizer_state_name(a->optimizer, j), i, k);
        }
    struct nadir_optimizer_progress x, y;
    TEST_OK(nadir_optimizer_get_progress(a->optimizer, &x));
    TEST_OK(nadir_optimizer_get_progress(b->optimizer, &y));
    ck_assert_msg(x.steps == y.steps && x.carry[0] == y.carry[0] && x.carry[1] == y.carry[1] && x.loss_scale == y.loss_scale,
                  "%s: %llu steps and %llu, carries %g %g and %g %g, loss scales %g and %g", what, (unsigned long long)x.steps,
                  (unsigned long long)y.steps, x.carry[0], x.carry[1], y.carry[0], y.carry[1], x.loss_scale, y.loss_scale);
}

enum { MIXED = 4 };

static struct model make_mixed(struct nadir_context *context)
{
    const size_t rows = test_small() ? 6 : 64; /* large enough for states of 8 bits */
    const struct named tensors[MIXED] = {
        {"a.weight", 2, {9, 33}}, {"a.bias", 1, {33}}, {"b.weight", 2, {rows, 70}}, {"b.bias", 1, {1}}};
    return make_model(context, tensors, MIXED);
}

/* --- Skipped steps. --- */

/* Ten steps with a bad one in the middle leave what nine good ones leave, with another learning rate at each step. */
static void check_skip(struct nadir_context *context, enum nadir_optimizer_rule rule, bool reports)
{
    struct nadir_optimizer_params params = nadir_optimizer_params_default(rule);
    params.skip_nonfinite = true;
    const double lr = params.lr;
    struct model a = make_mixed(context), b = make_mixed(context);
    create(&a, &params);
    create(&b, &params);
    const unsigned good = test_small() ? 3 : 9, bad = test_small() ? 1 : 4;
    char what[96];
    snprintf(what, sizeof what, "%s, skipped step, %s", nadir_optimizer_name(rule), reports ? "reports" : "no report");
    for (unsigned t = 0; t <= good; t++) {
        /* The schedule sees how many steps are taken, or thinks so. */
        TEST_OK(nadir_optimizer_set_lr(a.optimizer, lr / (double)(1 + nadir_optimizer_step_count(a.optimizer))));
        fill_gradients(&a, t < bad ? t : t - 1, 1);
        if (t == bad) {
            poke(&a, 2, count_of(&a, 2) - 1, INFINITY);
            poke(&a, 1, 2, NAN);
        }
        TEST_OK(nadir_optimizer_step(a.optimizer));
        if (!reports) continue;
        const struct nadir_optimizer_report report = report_of(&a);
        const bool after = t >= bad;
        ck_assert_msg(report.steps == (after ? t : t + 1) && report.skipped == after &&
                          report.bad_tensor == (after ? 1 : SIZE_MAX) && report.bad_element == (after ? 2 : SIZE_MAX) &&
                          report.bad_step == (after ? bad + 1 : 0),
                      "%s, attempt %u: %llu steps, %llu skipped, the first at step %llu, tensor %zu, element %zu", what, t + 1,
                      (unsigned long long)report.steps, (unsigned long long)report.skipped,
                      (unsigned long long)report.bad_step, report.bad_tensor, report.bad_element);
        ck_assert_uint_eq(nadir_optimizer_step_count(a.optimizer), report.steps);
    }
    for (unsigned t = 0; t < good; t++) {
        TEST_OK(nadir_optimizer_set_lr(b.optimizer, lr / (double)(1 + t)));
        fill_gradients(&b, t, 1);
        TEST_OK(nadir_optimizer_step(b.optimizer));
    }
    const struct nadir_optimizer_report report = report_of(&a);
    ck_assert_uint_eq(report.steps, good);
    ck_assert_uint_eq(report.skipped, 1);
    expect_same(what, &a, &b);

    /* And they go on alike. */
    for (int i = 0; i < 2; i++) {
        struct model *model = i ? &b : &a;
        TEST_OK(nadir_optimizer_set_lr(model->optimizer, lr / 3));
        fill_gradients(model, 50, 1);
        TEST_OK(nadir_optimizer_step(model->optimizer));
    }
    expect_same(what, &a, &b);
    destroy_model(&a);
    destroy_model(&b);
    test_reset();
}

START_TEST(skips)
{
    struct nadir_context *context = test_walk(_i);
    for (int rule = 0; rule < NADIR_OPTIMIZER_COUNT; rule++) {
        if (test_left_out(rule)) continue;
        check_skip(context, (enum nadir_optimizer_rule)rule, true);
        if (!test_small()) check_skip(context, (enum nadir_optimizer_rule)rule, false);
    }
}
END_TEST

/* One infinity among many. */
START_TEST(one_infinity)
{
    const size_t n = test_small() ? 20001 : _i == 0 ? 10000000 : 300000;
    const struct named tensors[] = {{"w", 1, {n}}, {"b", 1, {3}}};
    static const float values[] = {INFINITY, -INFINITY, NAN, -NAN};
    struct nadir_context *context = test_walk(_i);
    struct model model = make_model(context, tensors, 2);
    struct nadir_optimizer_params params = sgd_params(0.5);
    params.skip_nonfinite = true;
    create(&model, &params);
    float *ones = test_floats(n);
    for (size_t i = 0; i < n; i++) ones[i] = 1;
    put_gradient(&model, 0, ones);
    put_gradient(&model, 1, ones);
    const float *start = fetch(&model, model.p);
    const size_t places[] = {n - 1, 0, n / 2, n - 17};
    for (size_t i = 0; i < 4; i++) {
        poke(&model, 0, places[i], values[i]);
        TEST_OK(nadir_optimizer_step(model.optimizer));
        const struct nadir_optimizer_report report = report_of(&model);
        ck_assert_uint_eq(report.skipped, i + 1);
        ck_assert_uint_eq(report.steps, 0);
        ck_assert_uint_eq(report.bad_step, 1); /* the first one stays named */
        ck_assert_uint_eq(report.bad_tensor, 0);
        ck_assert_uint_eq(report.bad_element, n - 1);
        poke(&model, 0, places[i], 1);
    }
    test_expect_bits("skipped four times", fetch(&model, model.p), start, model.total);
    TEST_OK(nadir_optimizer_step(model.optimizer));
    const struct nadir_optimizer_report report = report_of(&model);
    ck_assert_uint_eq(report.steps, 1);
    ck_assert(fabs(report.gradient_norm - sqrt((double)n + 3)) <= 2e-6 * sqrt((double)n));
    const float *p = parameter(&model, 0);
    for (size_t i = 0; i < n; i++) ck_assert(p[i] == start[i] - 0.5f);
    destroy_model(&model);
}
END_TEST

/* More steps than the device keeps scalars for, with skipped ones among them, without a report: sums of learning rates. */
START_TEST(long_queue)
{
    const unsigned attempts = test_small() ? 30 : 5000;
    const struct named tensors[] = {{"w", 1, {1}}};
    struct nadir_context *context = test_walk(_i);
    struct model model = make_model(context, tensors, 1);
    struct nadir_optimizer_params params = sgd_params(1);
    params.skip_nonfinite = true;
    create(&model, &params);
    const float zero = 0;
    put(&model, nadir_arena_parameter(model.arena, 0), &zero);
    struct test_tensor *good = test_vector(context, 0, 1, (float[]){-1}), *bad = test_vector(context, 0, 1, (float[]){NAN});
    double want = 0;
    unsigned taken = 0, dropped = 0;
    double *rates = test_doubles(attempts + 1);
    for (unsigned i = 0; i < attempts; i++) {
        const bool skip = i % 41 == 7 || (i > 1000 && i < 1010);
        const size_t step = (size_t)nadir_optimizer_step_count(model.optimizer);
        ck_assert_uint_ge(step, taken);
        const double lr = (double)(1 + step % 7) / 1024 + (double)(step % 3);
        rates[step] = lr; /* of the last attempt that is thought to be this step */
        TEST_OK(nadir_optimizer_set_lr(model.optimizer, lr));
        const struct test_tensor *from = skip ? bad : good;
        ck_assert_int_eq(clEnqueueCopyBuffer(nadir_context_queue(context), from->tensor.buffer, model.g.buffer,
                                             from->tensor.offset * sizeof(float), model.g.offset * sizeof(float), sizeof(float),
                                             0, NULL, NULL), CL_SUCCESS);
        TEST_OK(nadir_optimizer_step(model.optimizer));
        if (skip) dropped++;
        else taken++;
    }
    for (unsigned i = 0; i < taken; i++) want += rates[i];
    const struct nadir_optimizer_report report = report_of(&model);
    ck_assert_uint_eq(report.steps, taken);
    ck_assert_uint_eq(report.skipped, dropped);
    ck_assert_uint_eq(report.bad_step, 8);
    ck_assert_uint_eq(nadir_optimizer_step_count(model.optimizer), taken);
    const double got = (double)parameter(&model, 0)[0];
    ck_assert_msg(got == want, "the sum of learning rates is %.9g, want %.9g", got, want); /* exact: multiples of 2^-10 */
    destroy_model(&model);
}
END_TEST

/* --- Norms and clipping. --- */

static const struct named clipped[] = {{"a", 1, {1}}, {"b", 2, {70, 71}}, {"c", 1, {70001}}, {"d", 1, {17}}};
static const struct named clipped_small[] = {{"a", 1, {1}}, {"b", 2, {7, 71}}, {"c", 1, {301}}, {"d", 1, {17}}};
enum { CLIPPED = 4 };

static double norm_of(const double *x, size_t n)
{
    long double sum = 0;
    for (size_t i = 0; i < n; i++) sum += (long double)x[i] * (long double)x[i];
    return (double)sqrtl(sum);
}

START_TEST(clipping)
{
    static const struct {
        const char *label;
        struct nadir_clip clip;
        float magnitude;
    } cases[] = {
        {"norm", {.norm = 1}, 1},
        {"norm, no need", {.norm = 1e6}, 1},
        {"norm of 1e20s", {.norm = 1}, 1e20f},
        {"norm of 1e36s", {.norm = 1}, 1e36f},
        {"norm of 1e-30s, no need", {.norm = 1}, 1e-30f},
        {"norm of 1e-5s", {.norm = 1e-6}, 1e-5f},
        {"tensor norm", {.tensor_norm = 0.5}, 1},
        {"tensor norm of 1e20s", {.tensor_norm = 0.5}, 1e20f},
        {"value", {.value = 0.25}, 1},
        {"norm, then value", {.norm = 100, .value = 0.1}, 1},
        {"tensor norm, then value", {.tensor_norm = 10, .value = 0.1}, 1},
        {"all", {.norm = 100, .tensor_norm = 20, .value = 0.2}, 1},
    };
    struct nadir_context *context = test_walk(_i);
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct model model = make_model(context, test_small() ? clipped_small : clipped, CLIPPED);
        struct nadir_optimizer_params params = sgd_params(1);
        params.clip = cases[c].clip;
        create(&model, &params);
        put(&model, model.p, test_floats(model.total));
        fill_gradients(&model, 1, cases[c].magnitude);
        const bool measured = params.clip.norm > 0 || params.clip.tensor_norm > 0;
        ck_assert((nadir_optimizer_gradient_norm(model.optimizer).buffer != NULL) == measured);
        TEST_OK(nadir_optimizer_step(model.optimizer));
        const double total = norm_of(test_widen(fetch(&model, model.g), model.total), model.total);
        const struct nadir_optimizer_report report = report_of(&model);
        ck_assert_uint_eq(report.skipped, 0);
        if (measured) {
            ck_assert_msg(fabs(report.gradient_norm - total) <= 2e-6 * total, "%s: norm %.9g, want %.9g", cases[c].label,
                          report.gradient_norm, total);
            const float on_device = fetch(&model, nadir_optimizer_gradient_norm(model.optimizer))[0];
            ck_assert((double)on_device == report.gradient_norm);
        } else {
            ck_assert(isnan(report.gradient_norm));
        }
        const double factor = params.clip.norm ? fmin(1, params.clip.norm / (total + 1e-6)) : 1;
        for (size_t i = 0; i < model.tensors; i++) {
            const size_t n = count_of(&model, i);
            double *want = test_widen(fetch(&model, nadir_arena_gradient(model.arena, i)), n);
            for (size_t k = 0; k < n; k++) want[k] *= factor;
            const double own = params.clip.tensor_norm ? fmin(1, params.clip.tensor_norm / (norm_of(want, n) + 1e-6)) : 1;
            for (size_t k = 0; k < n; k++) {
                want[k] *= -own;
                if (params.clip.value) want[k] = fmin(fmax(want[k], -params.clip.value), params.clip.value);
            }
            test_expect(cases[c].label, parameter(&model, i), want, n, 1e-37, 4e-6); /* two norms to 2e-6 */
        }
        destroy_model(&model);
        test_reset();
    }
}
END_TEST

/* At norm == max the factor is max / (max + 1e-6), as in PyTorch; nothing pushes, nothing moves. */
START_TEST(clipping_at_its_ends)
{
    static const struct named tensors[] = {{"a", 1, {1}}, {"b", 1, {1}}};
    struct nadir_context *context = test_walk(_i);
    struct model model = make_model(context, tensors, 2);
    struct nadir_optimizer_params params = sgd_params(1);
    params.clip.norm = 0.0625 * 5;
    create(&model, &params);
    put(&model, model.p, test_floats(model.total));
    put_gradient(&model, 0, (float[]){0.0625f * 3});
    put_gradient(&model, 1, (float[]){0.0625f * 4});
    TEST_OK(nadir_optimizer_step(model.optimizer));
    const double factor = params.clip.norm / (params.clip.norm + 1e-6); /* 1 - 3.2e-6 */
    const double got[] = {(double)parameter(&model, 0)[0], (double)parameter(&model, 1)[0]};
    ck_assert_msg(fabs(got[0] + 0.0625 * 3 * factor) < 2e-8 && fabs(got[1] + 0.0625 * 4 * factor) < 2e-8, "p = %.9g, %.9g",
                  got[0], got[1]);
    ck_assert(report_of(&model).gradient_norm == params.clip.norm);

    const float *before = fetch(&model, model.p);
    put(&model, model.g, test_floats(model.total));
    TEST_OK(nadir_optimizer_step(model.optimizer));
    test_expect_bits("no gradient", fetch(&model, model.p), before, model.total);
    ck_assert(report_of(&model).gradient_norm == 0);
    destroy_model(&model);
}
END_TEST

/* --- Loss scale. --- */

START_TEST(static_scale)
{
    static const double scales[] = {1024, 65536, 1000};
    struct nadir_context *context = test_walk(_i);
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_ADAM);
    struct model plain = make_mixed(context);
    create(&plain, &params);
    ck_assert_ptr_null(nadir_optimizer_loss_scale(plain.optimizer).buffer);
    ck_assert(report_of(&plain).loss_scale == 1);
    for (unsigned t = 0; t < 3; t++) {
        fill_gradients(&plain, t, 1);
        TEST_OK(nadir_optimizer_step(plain.optimizer));
    }
    for (int i = 0; i < 3; i++) {
        struct model model = make_mixed(context);
        params.loss_scale.initial = scales[i];
        params.loss_scale.dynamic = false;
        create(&model, &params);
        for (unsigned t = 0; t < 4; t++) {
            fill_gradients(&model, t < 2 ? t : t - 1, (float)scales[i]);
            if (t == 2) poke(&model, 0, 3, INFINITY);
            TEST_OK(nadir_optimizer_step(model.optimizer));
            ck_assert((double)fetch(&model, nadir_optimizer_loss_scale(model.optimizer))[0] == scales[i]);
        }
        const struct nadir_optimizer_report report = report_of(&model);
        ck_assert(report.loss_scale == scales[i] && report.skipped == 1 && report.steps == 3);
        if (scales[i] != 1000) test_expect_bits("power of two", fetch(&model, model.p), fetch(&plain, plain.p), model.total);
        else test_expect("1000", fetch(&model, model.p), test_widen(fetch(&plain, plain.p), model.total), model.total, 1e-6, 0);
        destroy_model(&model);
    }
    destroy_model(&plain);
}
END_TEST

/* The scale by its definition, step by step, while the gradients carry the scale of before the step. */
START_TEST(dynamic_scale)
{
    static const struct {
        double initial, growth, backoff;
        unsigned interval;
        const char *steps; /* o: overflow */
    } cases[] = {
        {4, 2, 0.5, 3, "....oo..o...........o...o"},
        {2, 2, 0.5, 2, "ooooo......oooooooooo...."},
        {0x1p23, 2, 0.5, 1, ".......o..."},
        {3, 1.5, 0.25, 2, "..o.....o...o.o...."},
    };
    const struct named tensors[] = {{"w", 1, {33}}};
    struct nadir_context *context = test_walk(_i);
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct model model = make_model(context, tensors, 1), plain = make_model(context, tensors, 1);
        struct nadir_optimizer_params params = sgd_params(0.125);
        create(&plain, &params);
        params.loss_scale =
            (struct nadir_loss_scale){cases[c].initial, true, cases[c].growth, cases[c].backoff, cases[c].interval};
        create(&model, &params);
        double scale = cases[c].initial;
        unsigned good = 0, taken = 0;
        for (unsigned t = 0; cases[c].steps[t]; t++) {
            const bool overflow = cases[c].steps[t] == 'o';
            const float on_device = fetch(&model, nadir_optimizer_loss_scale(model.optimizer))[0];
            ck_assert_msg((double)on_device == scale, "case %zu, before step %u: %g, want %g", c, t, (double)on_device, scale);
            fill_gradients(&model, t, on_device);
            if (overflow) poke(&model, 0, t % 33, -INFINITY);
            TEST_OK(nadir_optimizer_step(model.optimizer));
            if (overflow) {
                scale = fmax(1, scale * cases[c].backoff);
                good = 0;
                continue;
            }
            taken++;
            if (++good == cases[c].interval) {
                scale = fmin(0x1p24, scale * cases[c].growth);
                good = 0;
            }
            fill_gradients(&plain, t, 1);
            TEST_OK(nadir_optimizer_step(plain.optimizer));
        }
        struct nadir_optimizer_progress progress;
        TEST_OK(nadir_optimizer_get_progress(model.optimizer, &progress));
        ck_assert(progress.loss_scale == scale && progress.good_steps == good && progress.steps == taken);
        const float *got = fetch(&model, model.p), *want = fetch(&plain, plain.p);
        if (cases[c].growth == 2) test_expect_bits("powers of two", got, want, model.total);
        else test_expect("other scales", got, test_widen(want, model.total), model.total, 1e-6, 0);
        destroy_model(&model);
        destroy_model(&plain);
    }
}
END_TEST

/* --- Accumulation. --- */

START_TEST(accumulation)
{
    static const double weights[] = {3, 1, 4.5};
    const enum nadir_status invalid = NADIR_ERROR_INVALID_ARGUMENT;
    struct nadir_context *context = test_walk(_i);
    for (int clip = 0; clip < 2; clip++) {
        struct model model = make_mixed(context);
        struct nadir_optimizer_params params = sgd_params(0.5);
        params.accumulate = true;
        params.clip.norm = clip ? 0.25 : 0;
        create(&model, &params);
        TEST_FAILS(invalid, "accumulated", nadir_optimizer_step(model.optimizer));
        TEST_FAILS(invalid, "weight", nadir_optimizer_accumulate(model.optimizer, 0));
        TEST_FAILS(invalid, "weight", nadir_optimizer_accumulate(model.optimizer, -1));
        TEST_FAILS(invalid, "weight", nadir_optimizer_accumulate(model.optimizer, (double)NAN));
        TEST_FAILS(invalid, "accumulated", nadir_optimizer_step(model.optimizer));
        for (unsigned t = 0; t < 2; t++) {
            double *want = test_widen(fetch(&model, model.p), model.total), *sum = test_doubles(model.total), all = 0;
            for (unsigned i = 0; i < 3; i++) {
                fill_gradients(&model, 3 * t + i, 1);
                const float *g = fetch(&model, model.g);
                for (size_t k = 0; k < model.total; k++) sum[k] += weights[i] * (double)g[k];
                all += weights[i];
                TEST_OK(nadir_optimizer_accumulate(model.optimizer, weights[i]));
                test_expect_bits("the gradient stays", fetch(&model, model.g), g, model.total);
            }
            ck_assert_uint_eq(nadir_optimizer_step_count(model.optimizer), t);
            TEST_OK(nadir_optimizer_step(model.optimizer));
            const double norm = norm_of(sum, model.total) / all, factor = clip ? fmin(1, 0.25 / (norm + 1e-6)) : 1;
            for (size_t k = 0; k < model.total; k++) want[k] -= 0.5 * factor * sum[k] / all;
            test_expect("weighted mean", fetch(&model, model.p), want, model.total, 1e-6, 0); /* a few u of |p| and |g| < 2 */
            if (clip) ck_assert(fabs(report_of(&model).gradient_norm - norm) <= 2e-6 * norm);
        }
        TEST_FAILS(invalid, "accumulated", nadir_optimizer_step(model.optimizer));
        destroy_model(&model);
    }

    /* A sum that is not finite is skipped and forgotten. */
    struct model model = make_mixed(context);
    struct nadir_optimizer_params params = sgd_params(0.5);
    params.accumulate = params.skip_nonfinite = true;
    create(&model, &params);
    const float *before = fetch(&model, model.p);
    struct nadir_optimizer_progress progress;
    fill_gradients(&model, 0, 1);
    poke(&model, 3, 0, NAN);
    TEST_OK(nadir_optimizer_accumulate(model.optimizer, 1));
    TEST_OK(nadir_optimizer_get_progress(model.optimizer, &progress));
    TEST_FAILS(invalid, "accumulated", nadir_optimizer_set_progress(model.optimizer, &progress));
    fill_gradients(&model, 1, 1);
    TEST_OK(nadir_optimizer_accumulate(model.optimizer, 1));
    TEST_OK(nadir_optimizer_step(model.optimizer));
    test_expect_bits("skipped", fetch(&model, model.p), before, model.total);
    fill_gradients(&model, 1, 1);
    TEST_OK(nadir_optimizer_accumulate(model.optimizer, 2));
    TEST_OK(nadir_optimizer_step(model.optimizer));
    const struct nadir_optimizer_report report = report_of(&model);
    ck_assert(report.skipped == 1 && report.steps == 1 && report.bad_tensor == 3 && report.bad_element == 0);
    const float *g = fetch(&model, model.g), *p = fetch(&model, model.p);
    for (size_t i = 0; i < model.total; i++) ck_assert(p[i] == before[i] - 0.5f * g[i]);
    destroy_model(&model);
}
END_TEST

/* --- Averages, and what is shown to evaluate with. --- */

static void check_exchange(const struct model *model, const char *what, const double *want, double atol)
{
    const float *before = fetch(model, model->p);
    TEST_OK(nadir_optimizer_train(model->optimizer)); /* nothing to put back */
    test_expect_bits(what, fetch(model, model->p), before, model->total);
    TEST_OK(nadir_optimizer_evaluate(model->optimizer));
    TEST_OK(nadir_optimizer_evaluate(model->optimizer));
    test_expect(what, fetch(model, model->p), want, model->total, atol, 0);
    TEST_OK(nadir_optimizer_train(model->optimizer));
    TEST_OK(nadir_optimizer_train(model->optimizer));
    test_expect_bits(what, fetch(model, model->p), before, model->total);
}

START_TEST(averages)
{
    static const struct {
        enum nadir_average average;
        double decay;
        uint64_t start, every;
    } cases[] = {
        {NADIR_AVERAGE_EMA, 0.9, 1, 1}, {NADIR_AVERAGE_EMA, 0, 1, 1},     {NADIR_AVERAGE_EMA, 1, 1, 1},
        {NADIR_AVERAGE_SWA, 0.999, 1, 1}, {NADIR_AVERAGE_SWA, 0.999, 3, 2}, {NADIR_AVERAGE_SWA, 0.999, 2, 5},
    };
    struct nadir_context *context = test_walk(_i);
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct model model = make_mixed(context);
        struct nadir_optimizer_params params = sgd_params(0.1);
        params.average = cases[c].average;
        params.average_decay = cases[c].decay;
        params.average_start = cases[c].start;
        params.average_every = cases[c].every;
        params.skip_nonfinite = c % 2 == 0;
        create(&model, &params);
        double *average = test_doubles(model.total);
        unsigned count = 0;
        for (unsigned t = 1; t <= (test_small() ? 4 : 12); t++) {
            if (t == 4 && params.skip_nonfinite) { /* no part of the average */
                fill_gradients(&model, 40, 1);
                poke(&model, 0, 0, NAN);
                TEST_OK(nadir_optimizer_step(model.optimizer));
                report_of(&model);
            }
            fill_gradients(&model, t, 1);
            TEST_OK(nadir_optimizer_step(model.optimizer));
            const double *p = test_widen(fetch(&model, model.p), model.total);
            const bool taken = cases[c].average == NADIR_AVERAGE_EMA ||
                               (t >= cases[c].start && (t - cases[c].start) % cases[c].every == 0);
            count += taken;
            const double weight = count == 1 ? 1 : cases[c].average == NADIR_AVERAGE_EMA ? 1 - cases[c].decay : 1.0 / count;
            for (size_t i = 0; i < model.total && taken; i++) average[i] += weight * (p[i] - average[i]);
            if (t >= cases[c].start) check_exchange(&model, "average", average, 2e-6); /* a few u of |p| <= 2 a step */
        }
        ck_assert_uint_eq(nadir_optimizer_state_count(model.optimizer), 1);
        ck_assert_str_eq(nadir_optimizer_state_name(model.optimizer, 0), "average");
        const float *state = fetch(&model, nadir_optimizer_state(model.optimizer, 0, 2));
        const size_t at = nadir_arena_offset(model.arena, 2);
        test_expect("state", state, average + at, count_of(&model, 2), 2e-6, 0);

        TEST_OK(nadir_optimizer_evaluate(model.optimizer));
        struct nadir_optimizer_progress progress;
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "nadir_optimizer_train", nadir_optimizer_step(model.optimizer));
        TEST_OK(nadir_optimizer_get_progress(model.optimizer, &progress));
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "shown", nadir_optimizer_set_progress(model.optimizer, &progress));
        TEST_OK(nadir_optimizer_train(model.optimizer));
        TEST_OK(nadir_optimizer_step(model.optimizer));
        destroy_model(&model);
        test_reset();
    }
}
END_TEST

START_TEST(rules_with_averages)
{
    struct nadir_context *context = test_walk(_i);
    for (int c = 0; c < 3; c++) {
        struct nadir_optimizer_params params = nadir_optimizer_params_default(
            c == 0 ? NADIR_SCHEDULE_FREE : c == 1 ? NADIR_ASGD : NADIR_ADAM);
        params.lr = 0.01;
        params.t0 = 1;
        struct model model = make_mixed(context);
        create(&model, &params);
        for (unsigned t = 1; t <= 5; t++) {
            fill_gradients(&model, t, 1);
            TEST_OK(nadir_optimizer_step(model.optimizer));
        }
        double *want = test_widen(fetch(&model, model.p), model.total);
        for (size_t i = 0; i < model.tensors && c < 2; i++) {
            const float *state = fetch(&model, nadir_optimizer_state(model.optimizer, 0, i)); /* z, ax */
            double *part = want + nadir_arena_offset(model.arena, i);
            for (size_t k = 0; k < count_of(&model, i); k++)
                part[k] = c == 0 ? (part[k] - 0.1 * (double)state[k]) / 0.9 : (double)state[k];
        }
        check_exchange(&model, nadir_optimizer_name(params.rule), want, c == 0 ? 1e-6 : 0);
        destroy_model(&model);
    }
}
END_TEST

/* --- Groups and L1. --- */

/* Where the only step was skipped there is no average to show. */
START_TEST(nothing_to_show)
{
    static const enum nadir_optimizer_rule rules[] = {NADIR_SGD, NADIR_SCHEDULE_FREE, NADIR_ASGD};
    const struct named tensors[] = {{"w", 1, {19}}};
    struct nadir_context *context = test_walk(_i);
    for (size_t r = 0; r < sizeof rules / sizeof *rules; r++) {
        if (test_left_out((int)r)) continue;
        struct model model = make_model(context, tensors, 1);
        struct nadir_optimizer_params params = nadir_optimizer_params_default(rules[r]);
        params.skip_nonfinite = true;
        if (rules[r] == NADIR_SGD) params.average = NADIR_AVERAGE_EMA;
        create(&model, &params);
        const float *before = fetch(&model, model.p);
        fill_gradients(&model, 1, 1);
        poke(&model, 0, 3, INFINITY);
        TEST_OK(nadir_optimizer_step(model.optimizer));
        TEST_OK(nadir_optimizer_evaluate(model.optimizer));
        test_expect_bits(nadir_optimizer_name(rules[r]), fetch(&model, model.p), before, model.total);
        TEST_OK(nadir_optimizer_train(model.optimizer));
        fill_gradients(&model, 1, 1);
        TEST_OK(nadir_optimizer_step(model.optimizer));
        ck_assert_uint_eq(report_of(&model).steps, 1);
        destroy_model(&model);
    }
}
END_TEST

/* Progress that the optimizer cannot go on from, and accumulation at parameters that are only shown. */
START_TEST(out_of_place)
{
    const struct named tensors[] = {{"w", 1, {19}}};
    struct nadir_context *context = test_walk(_i);
    struct model model = make_model(context, tensors, 1);
    struct nadir_optimizer_params params = sgd_params(1);
    params.accumulate = true;
    params.average = NADIR_AVERAGE_EMA;
    create(&model, &params);
    struct nadir_optimizer_progress progress = {.steps = 7, .skipped = 2, .loss_scale = 65536};
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "does not scale", nadir_optimizer_set_progress(model.optimizer, &progress));
    progress.loss_scale = 1;
    TEST_OK(nadir_optimizer_set_progress(model.optimizer, &progress));
    struct nadir_optimizer_progress got;
    TEST_OK(nadir_optimizer_get_progress(model.optimizer, &got));
    ck_assert_uint_eq(got.steps, 7);
    ck_assert_uint_eq(got.skipped, 2);
    ck_assert_uint_eq(nadir_optimizer_step_count(model.optimizer), 7);
    TEST_OK(nadir_optimizer_evaluate(model.optimizer));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "shown", nadir_optimizer_accumulate(model.optimizer, 1));
    TEST_OK(nadir_optimizer_train(model.optimizer));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "weight", nadir_optimizer_accumulate(model.optimizer, 1e-50));
    TEST_OK(nadir_optimizer_accumulate(model.optimizer, 1));
    destroy_model(&model);
}
END_TEST

START_TEST(groups)
{
    static const struct named tensors[] = {
        {"a.weight", 1, {300}}, {"a.bias", 1, {17}}, {"b.weight", 1, {40}}, {"b.bias", 1, {5}}, {"norm", 1, {33}}};
    const struct nadir_parameter_group list[] = {
        {.match = "b.", .frozen = true, .lr_multiplier = 1, .weight_decay = (double)NAN},
        {.match = "bias", .lr_multiplier = 0.5, .weight_decay = 0},
        {.match = "norm", .lr_multiplier = 2, .weight_decay = (double)NAN, .l1 = 0.25},
    };
    static const enum nadir_optimizer_rule rules[] = {NADIR_ADAMW, NADIR_MOMENTUM};
    struct nadir_context *context = test_walk(_i);
    for (int r = 0; r < 2; r++) {
        struct nadir_optimizer_params params = nadir_optimizer_params_default(rules[r]);
        params.lr = 0.01;
        params.weight_decay = 0.5;
        params.l1 = 0.1; /* of tensors without a group */
        params.groups = list;
        params.group_count = 3;
        params.clip.norm = 3;
        struct model model = make_model(context, tensors, 5);
        create(&model, &params);
        double *p[5], *s[5][4] = {{NULL}};
        for (size_t i = 0; i < 5; i++) {
            const size_t n = count_of(&model, i);
            p[i] = test_widen(parameter(&model, i), n);
            for (int j = 0; j < 2; j++) s[i][j] = test_doubles(n);
        }
        const float *frozen[] = {parameter(&model, 2), parameter(&model, 3)};
        for (unsigned t = 1; t <= 4; t++) {
            fill_gradients(&model, t, 1);
            poke(&model, 2, 7, NAN); /* a frozen tensor has no part in norms and skips nothing */
            poke(&model, 3, 0, 1e30f);
            TEST_OK(nadir_optimizer_step(model.optimizer));
            long double squares = 0;
            double *g[5];
            for (size_t i = 0; i < 5; i++) {
                g[i] = test_widen(fetch(&model, nadir_arena_gradient(model.arena, i)), count_of(&model, i));
                for (size_t k = 0; k < count_of(&model, i) && i != 2 && i != 3; k++)
                    squares += (long double)(g[i][k] * g[i][k]);
            }
            const double factor = fmin(1, 3 / ((double)sqrtl(squares) + 1e-6));
            ck_assert(factor < 1);
            for (size_t i = 0; i < 5; i++) {
                if (i == 2 || i == 3) continue;
                struct nadir_optimizer_params own = params;
                own.clip = (struct nadir_clip){0};
                if (i == 1) own.lr *= 0.5, own.weight_decay = 0, own.l1 = 0;
                if (i == 4) own.lr *= 2, own.l1 = 0.25;
                const struct ref_optimizer options = {&own, t, factor, {0, 0}, 1, 1, count_of(&model, i)};
                ref_optimizer_step(p[i], s[i], g[i], &options);
                char what[64];
                snprintf(what, sizeof what, "%s, %s, step %u", nadir_optimizer_name(rules[r]), tensors[i].name, t);
                test_expect(what, parameter(&model, i), p[i], count_of(&model, i), 3e-6, 0); /* norms to 2e-6, steps of 0.02 */
            }
        }
        ck_assert_uint_eq(report_of(&model).skipped, 0);
        test_expect_bits("frozen", parameter(&model, 2), frozen[0], 40);
        test_expect_bits("frozen", parameter(&model, 3), frozen[1], 5);
        for (size_t j = 0; j < nadir_optimizer_state_count(model.optimizer); j++) {
            ck_assert_ptr_null(nadir_optimizer_state(model.optimizer, j, 2).buffer);
            ck_assert_ptr_nonnull(nadir_optimizer_state(model.optimizer, j, 4).buffer);
        }
        destroy_model(&model);
        test_reset();
    }
}
END_TEST

START_TEST(group_refusals)
{
    const struct nadir_parameter_group bad[] = {
        {.match = "w", .lr_multiplier = -1},
        {.match = "w", .lr_multiplier = (double)NAN},
        {.match = "w", .lr_multiplier = 1, .weight_decay = -1},
        {.match = "w", .lr_multiplier = 1, .l1 = -1},
        {.match = NULL, .lr_multiplier = 1, .frozen = true},
    };
    static const char *const words[] = {"lr_multiplier", "lr_multiplier", "weight_decay", "l1", "frozen"};
    struct nadir_context *context = test_context();
    struct model model = make_mixed(context);
    struct nadir_optimizer_params params = sgd_params(1);
    params.group_count = 1;
    for (int i = 0; i < 5; i++) {
        params.groups = &bad[i];
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, words[i],
                   nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, &params));
    }
    params.groups = NULL;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "groups", nadir_optimizer_check(&params));
    destroy_model(&model);
}
END_TEST

/* The proximal step gives zeros that stay, the subgradient does not. */
START_TEST(l1_zeros)
{
    static const struct named tensors[] = {{"w", 1, {100}}};
    struct nadir_context *context = test_walk(_i);
    for (int proximal = 0; proximal < 2; proximal++) {
        struct model model = make_model(context, tensors, 1);
        struct nadir_optimizer_params params = sgd_params(0.125);
        params.l1 = 1;
        params.l1_proximal = proximal;
        create(&model, &params);
        float *p = test_floats(100), *want = test_floats(100);
        for (int i = 0; i < 100; i++) p[i] = (float)(i - 50) / 64;
        put_gradient(&model, 0, test_floats(100));
        put(&model, nadir_arena_parameter(model.arena, 0), p);
        for (int t = 1; t <= 3; t++) {
            TEST_OK(nadir_optimizer_step(model.optimizer));
            for (int i = 0; i < 100; i++) {
                const float sign = (float)((p[i] > 0) - (p[i] < 0));
                const bool crosses = fabsf(p[i]) <= 0.125f;
                want[i] = proximal && crosses ? 0 : p[i] - 0.125f * sign;
            }
            const float *got = parameter(&model, 0);
            for (int i = 0; i < 100; i++)
                ck_assert_msg(got[i] == want[i], "p = %g became %g, want %g", (double)p[i], (double)got[i], (double)want[i]);
            memcpy(p, want, 100 * sizeof *p);
        }
        destroy_model(&model);
    }
}
END_TEST

/* --- 16-bit copies, reset. --- */

START_TEST(copies)
{
    static const enum nadir_dtype dtypes[] = {NADIR_F16, NADIR_BF16};
    struct nadir_context *context = test_walk(_i);
    for (int d = 0; d < 2; d++) {
        struct model model = make_mixed(context);
        struct nadir_optimizer_params params = sgd_params(0.5);
        params.copy = dtypes[d];
        params.clip.norm = 1;
        create(&model, &params);
        for (unsigned t = 0; t < 3; t++) {
            fill_gradients(&model, t, 1);
            if (t == 1) { /* ties, the largest numbers, subnormals: p stays where it is without a gradient */
                static const float ends[] = {1 + 0x1p-11f, 1 + 0x3p-11f, 1 + 0x1p-8f, 1 + 0x3p-8f, 65519, 1e-7f, 3e-8f, -0.f};
                struct nadir_tensor p = nadir_arena_parameter(model.arena, 1);
                p.shape[0] = 8;
                put(&model, p, ends);
                put_gradient(&model, 1, test_floats(33));
            }
            TEST_OK(nadir_optimizer_step(model.optimizer));
            for (size_t i = 0; i < model.tensors; i++) {
                const struct nadir_tensor copy = nadir_optimizer_copy(model.optimizer, i);
                const size_t n = count_of(&model, i);
                ck_assert(copy.dtype == dtypes[d] && nadir_tensor_count(&copy) == n);
                uint16_t *bits = test_alloc(n, sizeof *bits);
                TEST_OK(nadir_tensor_download(context, &copy, bits));
                const float *p = parameter(&model, i);
                for (size_t k = 0; k < n; k++) {
                    const double want = test_round(dtypes[d], (double)p[k]);
                    const uint32_t word = (uint32_t)bits[k] << 16;
                    float wide;
                    memcpy(&wide, &word, sizeof wide);
                    double got = (double)wide;
                    if (dtypes[d] == NADIR_F16) {
                        const int exponent = bits[k] >> 10 & 31;
                        got = ldexp((exponent ? 1024 : 0) + (bits[k] & 1023), (exponent ? exponent : 1) - 25);
                        if (bits[k] >> 15) got = -got;
                    }
                    ck_assert_msg(got == want, "%s: the copy of %a is %a, want %a", nadir_dtype_name(dtypes[d]), (double)p[k],
                                  got, want);
                }
            }
        }
        destroy_model(&model);
    }
    struct model model = make_mixed(context);
    create(&model, NULL);
    ck_assert_ptr_null(nadir_optimizer_copy(model.optimizer, 0).buffer);
    ck_assert_int_eq(nadir_optimizer_get_params(model.optimizer)->rule, NADIR_ADAM);
    destroy_model(&model);
}
END_TEST

/* After a reset everything runs as the first time. */
START_TEST(resets)
{
    struct nadir_context *context = test_walk(_i);
    for (int rule = 0; rule < NADIR_OPTIMIZER_COUNT; rule++) {
        if (test_left_out(rule)) continue;
        struct nadir_optimizer_params params = nadir_optimizer_params_default((enum nadir_optimizer_rule)rule);
        params.loss_scale.initial = 8;
        params.loss_scale.interval = 2;
        params.average = NADIR_AVERAGE_EMA;
        struct model model = make_mixed(context);
        const float *start = fetch(&model, model.p), *first = NULL;
        create(&model, &params);
        for (int run = 0; run < 2; run++) {
            put(&model, model.p, start);
            for (unsigned t = 0; t < 4; t++) {
                const float scale = fetch(&model, nadir_optimizer_loss_scale(model.optimizer))[0];
                fill_gradients(&model, t, scale);
                if (t == 1) poke(&model, 0, 0, NAN);
                TEST_OK(nadir_optimizer_step(model.optimizer));
            }
            if (run == 0) TEST_OK(nadir_optimizer_evaluate(model.optimizer)); /* reset ends that, too */
            if (run == 1) break;
            TEST_OK(nadir_optimizer_reset(model.optimizer));
            first = fetch(&model, model.p);
            const struct nadir_optimizer_report report = report_of(&model);
            ck_assert(report.steps == 0 && report.skipped == 0 && report.loss_scale == 8 && report.bad_tensor == SIZE_MAX);
            ck_assert_uint_eq(nadir_optimizer_step_count(model.optimizer), 0);
        }
        test_expect_bits(nadir_optimizer_name(params.rule), fetch(&model, model.p), first, model.total);
        destroy_model(&model);
        test_reset();
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("optimizer_guard");
    TCase *skipping = test_case(suite, "skipping"), *clips = test_case(suite, "clipping");
    TCase *scales = test_case(suite, "scaling"), *rest = test_case(suite, "rest");
    tcase_add_loop_test(skipping, skips, 0, TEST_WALKS);
    tcase_add_loop_test(skipping, one_infinity, 0, TEST_WALKS);
    tcase_add_loop_test(skipping, long_queue, 0, TEST_WALKS);
    tcase_add_loop_test(clips, clipping, 0, TEST_WALKS);
    tcase_add_loop_test(clips, clipping_at_its_ends, 0, TEST_WALKS);
    tcase_add_loop_test(scales, static_scale, 0, TEST_WALKS);
    tcase_add_loop_test(scales, dynamic_scale, 0, TEST_WALKS);
    tcase_add_loop_test(scales, accumulation, 0, TEST_WALKS);
    tcase_add_test(rest, group_refusals);
    tcase_add_loop_test(rest, averages, 0, TEST_WALKS);
    tcase_add_loop_test(rest, nothing_to_show, 0, TEST_WALKS);
    tcase_add_loop_test(rest, out_of_place, 0, TEST_WALKS);
    tcase_add_loop_test(rest, rules_with_averages, 0, TEST_WALKS);
    tcase_add_loop_test(rest, groups, 0, TEST_WALKS);
    tcase_add_loop_test(rest, l1_zeros, 0, TEST_WALKS);
    tcase_add_loop_test(rest, copies, 0, TEST_WALKS);
    tcase_add_loop_test(rest, resets, 0, TEST_WALKS);
    return test_run(suite);
}
