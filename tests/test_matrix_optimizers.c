/* SPDX-License-Identifier: MIT */
/* Optimizers that are more than an elementwise update: Adafactor, Muon, 8-bit Adam. Each step from the device's own state
 * against the formulas in double; codes and scales; skipped steps; memory. */
#include "support.h"

#include "ref/ref.h"

#include <stdio.h>

#define U 0x1p-24 /* unit roundoff of float */

/* --- Models. --- */

struct shape {
    unsigned rank;
    size_t shape[4];
    const char *group; /* part of the name; NULL: none */
};

struct model {
    struct nadir_context *context;
    struct nadir_arena *arena;
    struct nadir_optimizer *optimizer;
    const struct shape *shapes;
    size_t count;
};

static const struct nadir_parameter_group groups[] = {
    {.match = "frozen", .frozen = true, .lr_multiplier = 1, .weight_decay = NAN},
    {.match = "slow", .lr_multiplier = 0.25, .weight_decay = 0.5, .l1 = 0.01},
};

static size_t elements(const struct shape *shape)
{
    size_t n = 1;
    for (unsigned i = 0; i < shape->rank; i++) n *= shape->shape[i];
    return n;
}

static struct model make_model(struct nadir_context *context, const struct shape *shapes, size_t count,
                               const struct nadir_optimizer_params *params)
{
    struct model model = {.context = context, .shapes = shapes, .count = count};
    struct test_random random = test_seed(count);
    TEST_OK(nadir_arena_create(&model.arena, context));
    for (size_t i = 0; i < count; i++) {
        char name[64];
        snprintf(name, sizeof name, "t%zu.%s", i, shapes[i].group ? shapes[i].group : "weight");
        TEST_OK(nadir_arena_add(model.arena, name, shapes[i].rank, shapes[i].shape, NULL));
    }
    TEST_OK(nadir_arena_allocate(model.arena));
    for (size_t i = 0; i < count; i++) {
        const struct nadir_tensor p = nadir_arena_parameter(model.arena, i);
        TEST_OK(nadir_tensor_upload(context, &p, test_random_floats(&random, elements(&shapes[i]), -2, 2)));
    }
    TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, params));
    return model;
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

/* State `name` of a tensor; a NULL buffer if there is none. */
static struct nadir_tensor state_of(const struct model *model, const char *name, size_t tensor)
{
    for (size_t s = 0; s < nadir_optimizer_state_count(model->optimizer); s++)
        if (strcmp(nadir_optimizer_state_name(model->optimizer, s), name) == 0)
            return nadir_optimizer_state(model->optimizer, s, tensor);
    ck_abort_msg("no state is called %s", name);
    return (struct nadir_tensor){0};
}

static double *fetch_state(const struct model *model, const char *name, size_t tensor)
{
    const struct nadir_tensor state = state_of(model, name, tensor);
    if (!state.buffer) return NULL;
    ck_assert_int_eq(state.dtype, NADIR_F32);
    return test_widen(fetch(model, state), nadir_tensor_count(&state));
}

/* Uniform gradients, some of them tiny and some large. */
static void random_gradients(const struct model *model, struct test_random *random)
{
    for (size_t i = 0; i < model->count; i++) {
        const struct nadir_tensor g = nadir_arena_gradient(model->arena, i);
        const size_t n = elements(&model->shapes[i]);
        float *host = test_random_floats(random, n, -1, 1);
        for (size_t k = 0; k < n; k++) host[k] *= k % 11 == 5 ? 1e-4f : k % 13 == 7 ? 30 : 1;
        TEST_OK(nadir_tensor_upload(model->context, &g, host));
    }
}

/* The reference's view of a tensor: its params with what its group changes. */
static struct ref_optimizer reference(const struct model *model, size_t tensor, struct nadir_optimizer_params *params, double t)
{
    const struct shape *shape = &model->shapes[tensor];
    if (params->group_count > 0 && shape->group && strcmp(shape->group, "slow") == 0)
        params->lr *= groups[1].lr_multiplier, params->weight_decay = groups[1].weight_decay, params->l1 = groups[1].l1;
    struct ref_optimizer o = {.params = params, .t = t, .scale = 1, .batch = 1, .rows = 1, .cols = elements(shape)};
    if (shape->rank > 1) {
        o.cols = shape->shape[shape->rank - 1];
        o.rows = shape->shape[shape->rank - 2];
        o.batch = elements(shape) / o.rows / o.cols;
    }
    return o;
}

static bool is_frozen(const struct model *model, size_t tensor)
{
    const struct nadir_optimizer_params *params = nadir_optimizer_get_params(model->optimizer);
    return params->group_count > 0 && model->shapes[tensor].group && strcmp(model->shapes[tensor].group, "frozen") == 0;
}

/* Average (EMA) and copy, which are written in the same pass. `average` is what it was before. */
static void check_copies(const struct model *model, size_t tensor, const float *p, const double *average, unsigned t)
{
    const struct nadir_optimizer_params *params = nadir_optimizer_get_params(model->optimizer);
    const size_t n = elements(&model->shapes[tensor]);
    if (params->average == NADIR_AVERAGE_EMA) {
        double *want = test_doubles(n);
        for (size_t k = 0; k < n; k++)
            want[k] = t == 1 ? (double)p[k] : average[k] + (1 - params->average_decay) * ((double)p[k] - average[k]);
        test_expect("average", fetch(model, state_of(model, "average", tensor)), want, n, 1e-7, 4 * U);
    }
    if (params->copy != NADIR_F32) {
        const struct nadir_tensor copy = nadir_optimizer_copy(model->optimizer, tensor);
        uint16_t *bits = test_alloc(n, sizeof *bits);
        TEST_OK(nadir_tensor_download(model->context, &copy, bits));
        for (size_t k = 0; k < n; k++) {
            const uint32_t wide = (uint32_t)bits[k] << 16;
            float got;
            memcpy(&got, &wide, sizeof got);
            ck_assert_msg((double)got == test_round(NADIR_BF16, (double)p[k]), "copy[%zu] = %g of %g", k, (double)got,
                          (double)p[k]);
        }
    }
}

static double *copy_of(const double *x, size_t n)
{
    double *copy = test_doubles(n);
    memcpy(copy, x, n * sizeof *x);
    return copy;
}

/* What the roundings of m, an average of m before the step and g that may cancel, are in an update of Adam. */
static double adam_error(const struct nadir_optimizer_params *params, double m, double g, double v)
{
    return 16 * U * params->lr * (fabs(m) + fabs(g)) / (sqrt(v) + params->eps);
}

/* --- Adafactor and Muon. --- */

static const char *const names[][4] = {
    [NADIR_ADAFACTOR] = {"row_var", "col_var", "variance"},
    [NADIR_MUON] = {"momentum_buffer", "exp_avg", "exp_avg_sq"},
};

/* Root of the sum of squares of a - b; b may be NULL. */
static double distance(const double *a, const double *b, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += (a[i] - (b ? b[i] : 0)) * (a[i] - (b ? b[i] : 0));
    return sqrt(sum);
}

static void check_steps(struct nadir_context *context, const char *label, const struct nadir_optimizer_params *params,
                        const struct shape *shapes, size_t count, unsigned steps)
{
    if (test_small()) steps = 2;
    struct model model = make_model(context, shapes, count, params);
    struct test_random random = test_seed(count + steps);
    char what[128];
    for (unsigned t = 1; t <= steps; t++) {
        float *before[16];
        double *states[16][4] = {{NULL}}, *averages[16] = {NULL};
        random_gradients(&model, &random);
        for (size_t i = 0; i < count; i++) {
            before[i] = fetch(&model, nadir_arena_parameter(model.arena, i));
            for (int s = 0; s < 3; s++) states[i][s] = fetch_state(&model, names[params->rule][s], i);
            if (params->average != NADIR_AVERAGE_NONE) averages[i] = fetch_state(&model, "average", i);
        }
        TEST_OK(nadir_optimizer_step(model.optimizer));
        for (size_t i = 0; i < count; i++) {
            const size_t n = elements(&shapes[i]);
            const float *p = fetch(&model, nadir_arena_parameter(model.arena, i));
            if (is_frozen(&model, i)) {
                test_expect_bits("frozen", p, before[i], n);
                for (int s = 0; s < 3; s++) ck_assert_ptr_null(states[i][s]);
                continue;
            }
            struct nadir_optimizer_params own = *params;
            struct ref_optimizer o = reference(&model, i, &own, t);
            const double *m = own.rule == NADIR_MUON && states[i][1] ? copy_of(states[i][1], n) : NULL;
            if (own.rule == NADIR_ADAFACTOR && own.eps_mode == NADIR_EPS_INSIDE) own.eps = 0; /* 1e-30 beside g^2 */
            const double *g = test_widen(fetch(&model, nadir_arena_gradient(model.arena, i)), n);
            double *want = test_widen(before[i], n);
            const double *old = test_widen(before[i], n);
            ref_optimizer_step(want, states[i], g, &o);
            snprintf(what, sizeof what, "%s, step %u, tensor %zu", label, t, i);
            /* The orthogonalised update is compared as a whole: to 1e-5 of its norm. Otherwise there are sums of up to 200
             * terms, roots and quotients, 24 roundings of the update, and one of p before it and after it. */
            if (own.rule == NADIR_MUON && shapes[i].rank == 2) {
                const double error = distance(test_widen(p, n), want, n), size = distance(want, old, n);
                ck_assert_msg(error <= 1e-5 * size + 2 * U * distance(old, NULL, n), "%s: off by %g, but the update is %g",
                              what, error, size);
            } else {
                double *bound = test_doubles(n);
                for (size_t k = 0; k < n; k++) {
                    bound[k] = 2 * U * (fmax(fabs(want[k]), fabs(old[k])) + own.lr * own.l1);
                    bound[k] += 24 * U * fabs(want[k] - old[k]) + 1e-37;
                    if (m) bound[k] += adam_error(&own, m[k], g[k], states[i][2][k]);
                }
                test_expect_within(what, p, want, bound, n);
            }
            for (int s = 0; s < 3; s++) {
                const struct nadir_tensor state = state_of(&model, names[params->rule][s], i);
                ck_assert_int_eq(state.buffer != NULL, states[i][s] != NULL);
                if (!state.buffer) continue;
                snprintf(what, sizeof what, "%s, step %u, tensor %zu: %s", label, t, i, names[params->rule][s]);
                test_expect(what, fetch(&model, state), states[i][s], nadir_tensor_count(&state), 4 * U, 16 * U);
            }
            check_copies(&model, i, p, averages[i], t);
        }
    }
    destroy_model(&model);
    test_reset();
}

/* Frozen and slow ones among them; matrices of several tiles, several matrices to a tile. */
static const struct shape adafactor_shapes[] = {
    {2, {1, 1}, NULL},     {2, {1, 19}, NULL},    {2, {23, 1}, NULL},      {1, {7}, "slow"},       {2, {17, 33}, NULL},
    {2, {3, 5}, "frozen"}, {3, {3, 5, 7}, NULL},  {4, {2, 3, 3, 4}, NULL}, {0, {0}, NULL},         {2, {64, 48}, "slow"},
    {1, {257}, NULL},      {2, {200, 130}, NULL}, {2, {40, 1100}, NULL},   {3, {700, 5, 6}, NULL}, {1, {17001}, NULL},
};
static const struct shape muon_shapes[] = {
    {2, {1, 1}, NULL},     {2, {1, 19}, NULL},    {2, {23, 1}, NULL},   {1, {7}, "slow"},
    {2, {17, 33}, NULL},   {2, {3, 5}, "frozen"}, {3, {3, 5, 7}, NULL}, {0, {0}, NULL},
    {2, {64, 48}, "slow"}, {2, {200, 130}, NULL}, {1, {17001}, NULL},
};
/* As many as the interpreter is given. */
enum { SMALL = 9 };
#define COUNT(shapes) (test_small() ? SMALL : sizeof(shapes) / sizeof *(shapes))

START_TEST(adafactor)
{
    struct nadir_context *context = test_walk(_i);
    const size_t count = COUNT(adafactor_shapes);
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_ADAFACTOR);
    if (!test_small()) check_steps(context, "adafactor", &params, adafactor_shapes, count, 4);
    params.lr = 0.7, params.weight_decay = 0.1, params.clip_threshold = 0.3, params.groups = groups, params.group_count = 2;
    check_steps(context, "adafactor, lr 0.7, decay, threshold 0.3, groups", &params, adafactor_shapes, count, 4);
    params.decay = NADIR_DECAY_L2, params.maximize = true, params.clip.value = 0.5, params.l1 = 0.01;
    params.average = NADIR_AVERAGE_EMA, params.average_decay = 0.9, params.copy = NADIR_BF16;
    check_steps(context, "adafactor, L2, L1, clipped, maximize, average, copy", &params, adafactor_shapes, count, 3);
    params = nadir_optimizer_params_keras(NADIR_ADAFACTOR);
    params.l1 = 0.1, params.l1_proximal = true;
    check_steps(context, "adafactor of Keras, proximal L1", &params, adafactor_shapes, count, 3);
}
END_TEST

/* Keras adds eps to g^2: with g = 1e-15 and eps = 1e-30, v = 2e-30 and u = 1 / sqrt 2. PyTorch's v is eps^2. */
START_TEST(adafactor_eps)
{
    static const struct shape shapes[] = {{2, {4, 20}, NULL}, {1, {5}, NULL}};
    struct nadir_context *context = test_walk(_i);
    for (int keras = 0; keras < 2; keras++) {
        const struct nadir_optimizer_params params = keras ? nadir_optimizer_params_keras(NADIR_ADAFACTOR)
                                                           : nadir_optimizer_params_default(NADIR_ADAFACTOR);
        struct model model = make_model(context, shapes, 2, &params);
        for (size_t i = 0; i < 2; i++) {
            const struct nadir_tensor p = nadir_arena_parameter(model.arena, i), g = nadir_arena_gradient(model.arena, i);
            float *ones = test_floats(elements(&shapes[i])), *tiny = test_floats(elements(&shapes[i]));
            for (size_t k = 0; k < elements(&shapes[i]); k++) ones[k] = 1, tiny[k] = 1e-15f;
            TEST_OK(nadir_tensor_upload(context, &p, ones));
            TEST_OK(nadir_tensor_upload(context, &g, tiny));
        }
        TEST_OK(nadir_optimizer_step(model.optimizer));
        for (size_t i = 0; i < 2; i++) {
            const size_t n = elements(&shapes[i]);
            double *want = test_doubles(n);
            for (size_t k = 0; k < n; k++) want[k] = 1 - params.lr * (keras ? sqrt(0.5) : 1e-15 / params.eps);
            test_expect(keras ? "Keras" : "PyTorch", fetch(&model, nadir_arena_parameter(model.arena, i)), want, n, U, 0);
        }
        /* And nothing moves where g is 0. */
        for (size_t i = 0; i < 2; i++) {
            const struct nadir_tensor g = nadir_arena_gradient(model.arena, i);
            TEST_OK(nadir_tensor_zero(context, &g));
        }
        const float *before = fetch(&model, nadir_arena_parameter(model.arena, 0));
        TEST_OK(nadir_optimizer_step(model.optimizer));
        test_expect_bits("gradient 0", fetch(&model, nadir_arena_parameter(model.arena, 0)), before, 80);
        destroy_model(&model);
    }
}
END_TEST

START_TEST(muon)
{
    struct nadir_context *context = test_walk(_i);
    const size_t count = COUNT(muon_shapes);
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_MUON);
    params.lr = 0.5;
    if (!test_small()) check_steps(context, "muon", &params, muon_shapes, count, 4);
    params.groups = groups, params.group_count = 2, params.muon_adjust = NADIR_MUON_MATCH_RMS, params.nesterov = false;
    params.eps_mode = NADIR_EPS_HAT;
    check_steps(context, "muon as RMS, no nesterov, groups", &params, muon_shapes, count, 3);
    params.decay = NADIR_DECAY_L2, params.maximize = true, params.clip.value = 0.5, params.l1 = 0.01, params.ns_steps = 2;
    params.average = NADIR_AVERAGE_EMA, params.average_decay = 0.9, params.copy = NADIR_BF16, params.momentum = 0.3;
    check_steps(context, "muon, L2, L1, clipped, maximize, average, copy", &params, muon_shapes, count, 3);
}
END_TEST

/* |g|^2 overflows, |g| does not; and a gradient of 0 gives an update of 0. */
START_TEST(muon_extremes)
{
    static const struct shape shapes[] = {{2, {9, 20}, NULL}};
    static const float scales[] = {1e20f, 1e-3f, 0};
    struct nadir_context *context = test_walk(_i);
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_MUON);
    params.lr = 1, params.weight_decay = 0, params.momentum = 0.5;
    for (int k = 0; k < 3; k++) {
        struct model model = make_model(context, shapes, 1, &params);
        const struct nadir_tensor p = nadir_arena_parameter(model.arena, 0), g = nadir_arena_gradient(model.arena, 0);
        struct test_random random = test_seed(5);
        float *host = test_random_floats(&random, 180, -1, 1);
        for (size_t i = 0; i < 180; i++) host[i] *= scales[k];
        double *want = test_widen(host, 180);
        TEST_OK(nadir_tensor_zero(context, &p));
        TEST_OK(nadir_tensor_upload(context, &g, host));
        TEST_OK(nadir_optimizer_step(model.optimizer));
        ref_newton_schulz(want, 9, 20, 5);
        for (size_t i = 0; i < 180; i++) want[i] = -want[i];
        /* Entries of at most 1, errors of 1e-5 of the norm, which is about 3. */
        test_expect("orthogonalised", fetch(&model, p), want, 180, k < 2 ? 1e-5 : 0, 0);
        destroy_model(&model);
    }
}
END_TEST

/* --- 8-bit Adam. --- */

/* A moment as the codes and scales say. */
static double *decode(const struct model *model, const char *name, const char *scale_name, size_t tensor, const double map[256])
{
    const struct nadir_tensor codes = state_of(model, name, tensor), scales = state_of(model, scale_name, tensor);
    const size_t n = elements(&model->shapes[tensor]);
    uint8_t *code = test_alloc(n, 1);
    ck_assert_int_eq(codes.dtype, NADIR_U8);
    ck_assert_uint_eq(nadir_tensor_count(&codes), n);
    ck_assert_uint_eq(nadir_tensor_count(&scales), (n + 255) / 256);
    TEST_OK(nadir_tensor_download(model->context, &codes, code));
    const float *scale = fetch(model, scales);
    double *x = test_doubles(n);
    for (size_t k = 0; k < n; k++) x[k] = (double)scale[k / 256] * map[code[k]];
    return x;
}

/* That `got` is `want` with every element at its block's nearest value. `terms` are the magnitudes of what was added up to get
 * an element, NULL if they do not cancel. */
static void check_codes(const char *what, const double *got, const double *want, const double *terms, size_t n,
                        const double map[256])
{
    for (size_t block = 0; block < n; block += 256) {
        const size_t end = block + 256 < n ? block + 256 : n;
        double scale = 0, largest = 0;
        for (size_t k = block; k < end; k++) {
            scale = fmax(scale, fabs(want[k]));
            largest = fmax(largest, terms ? terms[k] : fabs(want[k]));
        }
        for (size_t k = block; k < end; k++) {
            double nearest = INFINITY;
            for (int c = 0; c < 256; c++) nearest = fmin(nearest, fabs(scale * map[c] - want[k]));
            const double error = fabs(got[k] - want[k]), slack = 8 * U * (scale + largest), bound = nearest + slack;
            ck_assert_msg(error <= bound, "%s[%zu]: %g of %g, scale %g; the nearest value is %g away", what, k, got[k], want[k],
                          scale, nearest);
            ck_assert_msg(got[k] * want[k] >= 0 || fabs(want[k]) < slack, "%s[%zu]: %g of %g", what, k, got[k], want[k]);
        }
    }
}

static void check_adam8bit(struct nadir_context *context, const char *label, const struct nadir_optimizer_params *params,
                           const struct shape *shapes, size_t count)
{
    struct model model = make_model(context, shapes, count, params);
    struct test_random random = test_seed(8);
    double signed_map[256], unsigned_map[256];
    char what[128];
    ref_dynamic_map(signed_map, true);
    ref_dynamic_map(unsigned_map, false);
    const unsigned steps = test_small() ? 2 : 4;
    for (unsigned t = 1; t <= steps; t++) {
        float *before[16];
        double *states[16][4] = {{NULL}}, *averages[16] = {NULL};
        random_gradients(&model, &random);
        for (size_t i = 0; i < count; i++) {
            before[i] = fetch(&model, nadir_arena_parameter(model.arena, i));
            if (is_frozen(&model, i)) continue;
            const bool large = elements(&shapes[i]) >= 4096;
            ck_assert_int_eq(state_of(&model, "exp_avg_scale", i).buffer != NULL, large);
            ck_assert_int_eq(state_of(&model, "exp_avg_sq_scale", i).buffer != NULL, large);
            states[i][0] = large ? decode(&model, "exp_avg", "exp_avg_scale", i, signed_map)
                                 : fetch_state(&model, "exp_avg", i);
            states[i][1] = large ? decode(&model, "exp_avg_sq", "exp_avg_sq_scale", i, unsigned_map)
                                 : fetch_state(&model, "exp_avg_sq", i);
            if (params->average != NADIR_AVERAGE_NONE) averages[i] = fetch_state(&model, "average", i);
        }
        TEST_OK(nadir_optimizer_step(model.optimizer));
        for (size_t i = 0; i < count; i++) {
            const size_t n = elements(&shapes[i]);
            const float *p = fetch(&model, nadir_arena_parameter(model.arena, i));
            if (is_frozen(&model, i)) {
                test_expect_bits("frozen", p, before[i], n);
                continue;
            }
            struct nadir_optimizer_params own = *params;
            struct ref_optimizer o = reference(&model, i, &own, t);
            const double *g = test_widen(fetch(&model, nadir_arena_gradient(model.arena, i)), n);
            const double *old = test_widen(before[i], n), *m = states[i][0], *v = states[i][1];
            double *want = test_widen(before[i], n), *bound = test_doubles(n);
            const double *m_before = copy_of(m, n);
            ref_optimizer_step(want, states[i], g, &o);
            for (size_t k = 0; k < n; k++)
                bound[k] = 2 * U * fabs(want[k]) + 16 * U * fabs(want[k] - old[k]) + adam_error(&own, m_before[k], g[k], v[k]) +
                    1e-37;
            snprintf(what, sizeof what, "%s, step %u, tensor %zu", label, t, i);
            test_expect_within(what, p, want, bound, n);
            check_copies(&model, i, p, averages[i], t);
            if (n >= 4096) {
                double *terms = test_doubles(n);
                for (size_t k = 0; k < n; k++) terms[k] = fabs(m_before[k]) + (1 - own.beta1) * fabs(g[k]);
                check_codes(what, decode(&model, "exp_avg", "exp_avg_scale", i, signed_map), m, terms, n, signed_map);
                check_codes(what, decode(&model, "exp_avg_sq", "exp_avg_sq_scale", i, unsigned_map), v, NULL, n, unsigned_map);
            } else {
                test_expect(what, fetch(&model, state_of(&model, "exp_avg", i)), m, n, 16 * U, 4 * U);
                test_expect(what, fetch(&model, state_of(&model, "exp_avg_sq", i)), v, n, 0, 8 * U);
            }
        }
    }
    destroy_model(&model);
    test_reset();
}

/* Around the smallest size, around a block, more than a piece. */
static const struct shape adam8bit_shapes[] = {
    {2, {17, 241}, NULL},     {2, {1, 3}, "slow"}, {1, {4095}, NULL},   {1, {4096}, NULL},
    {2, {4100, 1}, "frozen"}, {1, {5119}, "slow"}, {2, {61, 82}, NULL}, {1, {16384 + 257}, NULL},
};

START_TEST(adam8bit)
{
    struct nadir_context *context = test_walk(_i);
    const size_t count = test_small() ? 2 : sizeof adam8bit_shapes / sizeof *adam8bit_shapes;
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_ADAM8BIT);
    if (!test_small()) check_adam8bit(context, "adam8bit", &params, adam8bit_shapes, count);
    params.decay = NADIR_DECAY_DECOUPLED, params.weight_decay = 0.1, params.groups = groups, params.group_count = 2;
    params.average = NADIR_AVERAGE_EMA, params.average_decay = 0.9, params.copy = NADIR_BF16;
    check_adam8bit(context, "adam8bit, decoupled decay, groups, average, copy", &params, adam8bit_shapes, count);
}
END_TEST

/* All values of both maps, and the middles between them, survive a step with betas that keep them. */
START_TEST(adam8bit_values)
{
    static const struct shape shapes[] = {{1, {4096}, NULL}};
    struct nadir_context *context = test_walk(_i);
    double map[256];
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_ADAM8BIT);
    params.beta1 = params.beta2 = 0; /* m = g, v = g^2 */
    struct model model = make_model(context, shapes, 1, &params);
    const struct nadir_tensor g = nadir_arena_gradient(model.arena, 0);
    float *host = test_floats(4096);
    for (int root = 0; root < 2; root++) {
        ref_dynamic_map(map, !root);
        for (size_t k = 0; k < 4096; k++) { /* 16 fractions of each interval between values */
            const size_t code = k % 256, part = k / 256;
            const double next = map[code < 255 ? code + 1 : code];
            const double x = map[code] + (next - map[code]) * (double)part / 16;
            host[k] = (float)(root ? sqrt(x) : x) * (code == 255 ? 1.0f : 0.999999f);
        }
        TEST_OK(nadir_tensor_upload(context, &g, host));
        TEST_OK(nadir_optimizer_step(model.optimizer));
        double *want = test_widen(host, 4096);
        for (size_t k = 0; k < 4096; k++) want[k] = root ? want[k] * want[k] : want[k];
        const double *got = root ? decode(&model, "exp_avg_sq", "exp_avg_sq_scale", 0, map)
                                 : decode(&model, "exp_avg", "exp_avg_scale", 0, map);
        check_codes(root ? "exp_avg_sq" : "exp_avg", got, want, NULL, 4096, map);
    }
    /* Blocks of zeros, of numbers whose squares are denormal, of the largest ones. */
    for (size_t k = 0; k < 4096; k++) host[k] = k < 256 ? 0 : k < 512 ? 1e-25f : k < 768 ? 1e18f : 1;
    TEST_OK(nadir_tensor_upload(context, &g, host));
    TEST_OK(nadir_optimizer_step(model.optimizer));
    double *want = test_widen(host, 4096);
    ref_dynamic_map(map, true);
    check_codes("exp_avg", decode(&model, "exp_avg", "exp_avg_scale", 0, map), want, NULL, 4096, map);
    for (size_t k = 0; k < 4096; k++) want[k] = k >= 256 && k < 512 ? 0 : want[k] * want[k];
    ref_dynamic_map(map, false);
    check_codes("exp_avg_sq", decode(&model, "exp_avg_sq", "exp_avg_sq_scale", 0, map), want, NULL, 4096, map);
    const float *p = fetch(&model, nadir_arena_parameter(model.arena, 0));
    for (size_t k = 0; k < 4096; k++) ck_assert_msg(isfinite(p[k]), "p[%zu] = %g", k, (double)p[k]);
    destroy_model(&model);
}
END_TEST

/* 200 steps down sum c p^2 / 2, curvatures c of 0.01 .. 1: as far as with float32 states. */
START_TEST(adam8bit_quadratic)
{
    static const struct shape shapes[] = {{1, {4096}, NULL}};
    struct nadir_context *context = test_walk(_i);
    double losses[2];
    for (int wide = 0; wide < 2; wide++) {
        struct nadir_optimizer_params params = nadir_optimizer_params_default(wide ? NADIR_ADAM : NADIR_ADAM8BIT);
        params.lr = 0.01;
        struct model model = make_model(context, shapes, 1, &params);
        const struct nadir_tensor g = nadir_arena_gradient(model.arena, 0);
        for (int t = 0; t <= 200; t++) {
            float *p = fetch(&model, nadir_arena_parameter(model.arena, 0));
            losses[wide] = 0;
            for (size_t k = 0; k < 4096; k++) {
                const double c = pow(10, -2.0 * (double)(k % 64) / 63);
                losses[wide] += c * (double)p[k] * (double)p[k] / 2;
                p[k] = (float)(c * (double)p[k]);
            }
            TEST_OK(nadir_tensor_upload(context, &g, p));
            if (t < 200) TEST_OK(nadir_optimizer_step(model.optimizer));
            test_reset();
        }
        destroy_model(&model);
    }
    ck_assert_msg(fabs(losses[0] / losses[1] - 1) < 0.05, "the loss is %g, with float32 %g", losses[0], losses[1]);
}
END_TEST

/* --- All of them. --- */

static const enum nadir_optimizer_rule rules[] = {NADIR_ADAFACTOR, NADIR_MUON, NADIR_ADAM8BIT};
static const struct shape mixed[] = {{2, {70, 64}, NULL}, {1, {70}, NULL}, {2, {5, 70}, NULL}, {1, {5}, NULL}};

/* The bytes of a state or of the parameters. */
static unsigned char *bytes_of(const struct model *model, struct nadir_tensor tensor, size_t *count)
{
    *count = nadir_tensor_count(&tensor) * nadir_dtype_size(tensor.dtype);
    unsigned char *host = test_alloc(*count, 1);
    TEST_OK(nadir_tensor_download(model->context, &tensor, host));
    return host;
}

static void expect_equal(const struct model *a, const struct model *b, const char *what)
{
    for (size_t i = 0; i < a->count; i++) {
        for (size_t s = 0; s <= nadir_optimizer_state_count(a->optimizer); s++) {
            const bool state = s < nadir_optimizer_state_count(a->optimizer);
            const struct nadir_tensor x = state ? nadir_optimizer_state(a->optimizer, s, i)
                                                : nadir_arena_parameter(a->arena, i);
            const struct nadir_tensor y = state ? nadir_optimizer_state(b->optimizer, s, i)
                                                : nadir_arena_parameter(b->arena, i);
            if (!x.buffer) continue;
            size_t count;
            const unsigned char *x_bytes = bytes_of(a, x, &count), *y_bytes = bytes_of(b, y, &count);
            ck_assert_msg(memcmp(x_bytes, y_bytes, count) == 0, "%s: %s of tensor %zu differs", what,
                          state ? nadir_optimizer_state_name(a->optimizer, s) : "the parameter", i);
        }
    }
}

/* Two runs give the same bits, also if one of them has steps between that are skipped, or accumulates. */
START_TEST(same_bits)
{
    struct nadir_context *context = test_walk(_i);
    const int steps = test_small() ? 1 : 3;
    for (int r = 0; r < 3; r++) {
        struct nadir_optimizer_params params = nadir_optimizer_params_default(rules[r]);
        params.skip_nonfinite = true;
        params.average = NADIR_AVERAGE_EMA;
        struct model plain = make_model(context, mixed, 4, &params);
        params.accumulate = true;
        struct model other = make_model(context, mixed, 4, &params);
        struct test_random random = test_seed(3), again = test_seed(3);
        for (int t = 1; t <= steps; t++) {
            random_gradients(&plain, &random);
            random_gradients(&other, &again);
            TEST_OK(nadir_optimizer_step(plain.optimizer));
            TEST_OK(nadir_optimizer_accumulate(other.optimizer, 1));
            TEST_OK(nadir_optimizer_step(other.optimizer));
            expect_equal(&plain, &other, "a step");
            struct nadir_tensor one = nadir_arena_gradient(other.arena, 3);
            one.rank = 0;
            TEST_OK(nadir_tensor_upload(context, &one, (const float[]){t == 1 ? INFINITY : NAN}));
            TEST_OK(nadir_optimizer_accumulate(other.optimizer, 1));
            TEST_OK(nadir_optimizer_step(other.optimizer));
            expect_equal(&plain, &other, "a skipped step");
        }
        struct nadir_optimizer_report report;
        TEST_OK(nadir_optimizer_report(other.optimizer, &report));
        ck_assert_uint_eq(report.steps, steps);
        ck_assert_uint_eq(report.skipped, steps);
        destroy_model(&plain);
        destroy_model(&other);
        test_reset();
    }
}
END_TEST

/* An optimizer that is given another one's parameters, states and progress goes on with the same bits. */
START_TEST(resume)
{
    static const struct shape shapes[] = {{2, {17, 241}, NULL}, {1, {9}, NULL}, {3, {3, 5, 7}, NULL}};
    struct nadir_context *context = test_walk(_i);
    for (int r = 0; r < 3; r++) {
        const struct nadir_optimizer_params params = nadir_optimizer_params_default(rules[r]);
        struct model first = make_model(context, shapes, 3, &params), second = make_model(context, shapes, 3, &params);
        struct test_random random = test_seed(6);
        struct nadir_optimizer_progress progress;
        random_gradients(&first, &random);
        for (int t = 1; t <= 2; t++) TEST_OK(nadir_optimizer_step(first.optimizer));
        for (size_t i = 0; i < 3; i++)
            for (size_t s = 0; s <= nadir_optimizer_state_count(first.optimizer); s++) {
                const bool state = s < nadir_optimizer_state_count(first.optimizer);
                const struct nadir_tensor from = state ? nadir_optimizer_state(first.optimizer, s, i)
                                                       : nadir_arena_parameter(first.arena, i);
                const struct nadir_tensor to = state ? nadir_optimizer_state(second.optimizer, s, i)
                                                     : nadir_arena_parameter(second.arena, i);
                size_t count;
                if (from.buffer) TEST_OK(nadir_tensor_upload(context, &to, bytes_of(&first, from, &count)));
            }
        TEST_OK(nadir_optimizer_get_progress(first.optimizer, &progress));
        TEST_OK(nadir_optimizer_set_progress(second.optimizer, &progress));
        for (size_t i = 0; i < 3; i++) { /* the averages turn, so that nothing that is left over is too small to be seen */
            const struct nadir_tensor from = nadir_arena_gradient(first.arena, i), to = nadir_arena_gradient(second.arena, i);
            float *g = fetch(&first, from);
            for (size_t k = 0; k < elements(&shapes[i]); k++) g[k] *= -1.5f;
            TEST_OK(nadir_tensor_upload(context, &from, g));
            TEST_OK(nadir_tensor_upload(context, &to, g));
        }
        TEST_OK(nadir_optimizer_step(first.optimizer));
        TEST_OK(nadir_optimizer_step(second.optimizer));
        expect_equal(&first, &second, nadir_optimizer_name(rules[r]));
        destroy_model(&first);
        destroy_model(&second);
        test_reset();
    }
}
END_TEST

/* A NaN reaches its own parameter and no other tensor, and stays. */
START_TEST(not_a_number)
{
    struct nadir_context *context = test_walk(_i);
    for (int r = 0; r < 3; r++) {
        const struct nadir_optimizer_params params = nadir_optimizer_params_default(rules[r]);
        struct model model = make_model(context, mixed, 4, &params);
        struct test_random random = test_seed(4);
        random_gradients(&model, &random);
        const struct nadir_tensor g = nadir_arena_gradient(model.arena, 0);
        float *host = fetch(&model, g);
        host[300] = NAN;
        TEST_OK(nadir_tensor_upload(context, &g, host));
        for (int t = 1; t <= 2; t++) {
            TEST_OK(nadir_optimizer_step(model.optimizer));
            const char *name = nadir_optimizer_name(rules[r]);
            const float *p = fetch(&model, nadir_arena_parameter(model.arena, 0));
            ck_assert_msg(isnan(p[300]), "%s, step %d: p = %g after a gradient of NaN", name, t, (double)p[300]);
            for (size_t i = 1; i < 4; i++) {
                p = fetch(&model, nadir_arena_parameter(model.arena, i));
                for (size_t k = 0; k < elements(&mixed[i]); k++)
                    ck_assert_msg(isfinite(p[k]), "%s, step %d, tensor %zu: p[%zu] = %g", name, t, i, k, (double)p[k]);
            }
            random_gradients(&model, &random);
        }
        destroy_model(&model);
        test_reset();
    }
}
END_TEST

/* Bytes of device memory that the states take: different buffers of the views. */
START_TEST(memory)
{
    static const struct shape shapes[] = {{2, {256, 512}, NULL}, {1, {256}, NULL}};
    static const double n = 256 * 512, vector = 256;
    const double most[] = {(256 + 512 + vector + 1) * 4, (n + 2 * vector) * 4, 2.03125 * n + 8 * vector};
    struct nadir_context *context = test_walk(_i);
    for (int r = 0; r < 3; r++) {
        const struct nadir_optimizer_params params = nadir_optimizer_params_default(rules[r]);
        struct model model = make_model(context, shapes, 2, &params);
        cl_mem seen[16];
        size_t count = 0, total = 0;
        for (size_t s = 0; s < nadir_optimizer_state_count(model.optimizer); s++)
            for (size_t i = 0; i < 2; i++) {
                const struct nadir_tensor state = nadir_optimizer_state(model.optimizer, s, i);
                bool old = !state.buffer;
                for (size_t k = 0; k < count; k++) old = old || seen[k] == state.buffer;
                size_t size;
                if (old) continue;
                ck_assert_int_eq(clGetMemObjectInfo(state.buffer, CL_MEM_SIZE, sizeof size, &size, NULL), CL_SUCCESS);
                seen[count++] = state.buffer;
                total += size;
            }
        ck_assert_msg(total > 0 && (double)total <= most[r], "%s: %zu bytes of states, but %g are enough",
                      nadir_optimizer_name(rules[r]), total, most[r]);
        destroy_model(&model);
    }
}
END_TEST

int main(void)
{
    /* Where kernels are interpreted, what runs the same ones again is left out. */
    Suite *suite = suite_create("matrix_optimizers");
    TCase *tc = test_case(suite, "adafactor");
    tcase_add_loop_test(tc, adafactor, 0, TEST_WALKS);
    if (!test_small()) tcase_add_loop_test(tc, adafactor_eps, 0, TEST_WALKS);
    tc = test_case(suite, "muon");
    tcase_add_loop_test(tc, muon, 0, TEST_WALKS);
    if (!test_small()) tcase_add_loop_test(tc, muon_extremes, 0, TEST_WALKS);
    tc = test_case(suite, "adam8bit");
    tcase_add_loop_test(tc, adam8bit, 0, TEST_WALKS);
    tcase_add_loop_test(tc, adam8bit_values, 0, TEST_WALKS);
    if (!test_small()) tcase_add_loop_test(tc, adam8bit_quadratic, 0, TEST_WALKS);
    tc = test_case(suite, "all");
    if (!test_small()) tcase_add_loop_test(tc, same_bits, 0, TEST_WALKS);
    if (!test_small()) tcase_add_loop_test(tc, resume, 0, TEST_WALKS);
    if (!test_small()) tcase_add_loop_test(tc, not_a_number, 0, TEST_WALKS);
    tcase_add_loop_test(tc, memory, 0, TEST_WALKS);
    return test_run(suite);
}
