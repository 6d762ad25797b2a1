/* SPDX-License-Identifier: MIT */
/* Optimizers: each step of every rule in all its modes against the formulas in double, on an arena and on the caller's buffers;
 * names, states, parts of an arena, wrong input. */
#include "support.h"

#include "ref/ref.h"

#include <stdio.h>

#define U 0x1p-24 /* unit roundoff of float */

/* --- Rules and modes. --- */

struct change {
    size_t offset, size;
    double value;
};
#define SET(field, value)                                                                                                      \
    {offsetof(struct nadir_optimizer_params, field), sizeof ((struct nadir_optimizer_params *)0)->field, value}

struct row {
    enum nadir_optimizer_rule rule;
    const char *label;
    struct change changes[7];
};

enum { STEPS = 25 };

static const struct row rows[] = {
    {NADIR_SGD, "", {SET(lr, 0.1)}},
    {NADIR_SGD, "L2", {SET(lr, 0.1), SET(weight_decay, 0.1)}},
    {NADIR_SGD, "decoupled decay", {SET(lr, 0.1), SET(weight_decay, 0.1), SET(decay, NADIR_DECAY_DECOUPLED)}},
    {NADIR_SGD, "maximize, L2", {SET(lr, 0.1), SET(maximize, 1), SET(weight_decay, 0.1)}},
    {NADIR_SGD, "L1", {SET(lr, 0.1), SET(l1, 0.2)}},
    {NADIR_SGD, "proximal L1", {SET(lr, 0.1), SET(l1, 2), SET(l1_proximal, 1)}},
    {NADIR_SGD, "clipped values", {SET(lr, 0.1), SET(clip.value, 0.5)}},
    {NADIR_SGD, "momentum, nesterov", {SET(momentum, 0.9), SET(nesterov, 1)}},
    {NADIR_MOMENTUM, "", {SET(lr, 0.1)}},
    {NADIR_MOMENTUM, "dampening 0.3, L2", {SET(lr, 0.1), SET(dampening, 0.3), SET(weight_decay, 0.1)}},
    {NADIR_MOMENTUM, "lr inside", {SET(lr, 0.1), SET(lr_in_momentum, 1)}},
    {NADIR_MOMENTUM, "lr inside, decoupled decay", {SET(lr, 0.1), SET(lr_in_momentum, 1), SET(weight_decay, 0.1),
                                                       SET(decay, NADIR_DECAY_DECOUPLED)}},
    {NADIR_MOMENTUM, "momentum 1, dampening 1", {SET(lr, 0.5), SET(momentum, 1), SET(dampening, 1)}},
    {NADIR_NESTEROV, "", {SET(lr, 0.1)}},
    {NADIR_NESTEROV, "lr inside", {SET(lr, 0.1), SET(lr_in_momentum, 1)}},
    {NADIR_ADAGRAD, "", {SET(lr, 0.1)}},
    {NADIR_ADAGRAD, "lr_decay, initial, L2", {SET(lr, 0.1), SET(lr_decay, 0.5), SET(initial_accumulator, 0.1),
                                                 SET(weight_decay, 0.1)}},
    {NADIR_ADAGRAD, "eps inside", {SET(lr, 0.1), SET(eps, 1e-7), SET(eps_mode, NADIR_EPS_INSIDE)}},
    {NADIR_ADADELTA, "", {SET(lr, 1)}},
    {NADIR_ADADELTA, "rho 0.5, decoupled decay", {SET(lr, 1), SET(rho, 0.5), SET(weight_decay, 0.1),
                                                     SET(decay, NADIR_DECAY_DECOUPLED)}},
    {NADIR_RMSPROP, "", {SET(lr, 0.01)}},
    {NADIR_RMSPROP, "eps inside, alpha 0.9", {SET(eps, 1e-7), SET(eps_mode, NADIR_EPS_INSIDE), SET(alpha, 0.9)}},
    {NADIR_RMSPROP, "centered", {SET(centered, 1)}},
    {NADIR_RMSPROP, "momentum, L2", {SET(momentum, 0.9), SET(weight_decay, 0.1)}},
    {NADIR_RMSPROP, "momentum with lr inside, centered, eps inside",
     {SET(momentum, 0.9), SET(lr_in_momentum, 1), SET(centered, 1), SET(eps, 1e-7), SET(eps_mode, NADIR_EPS_INSIDE)}},
    {NADIR_ADAM, "", {SET(lr, 0.01)}},
    {NADIR_ADAM, "L2, maximize", {SET(lr, 0.01), SET(weight_decay, 0.1), SET(maximize, 1)}},
    {NADIR_ADAM, "betas 0", {SET(beta1, 0), SET(beta2, 0)}},
    {NADIR_ADAM, "beta2 0.99999, eps 1", {SET(beta1, 0.5), SET(beta2, 0.99999), SET(eps, 1)}},
    {NADIR_ADAM, "lr 0", {SET(lr, 0)}},
    {NADIR_ADAM, "eps 0", {SET(eps, 0)}},
    {NADIR_ADAM, "eps inside", {SET(eps, 1e-6), SET(eps_mode, NADIR_EPS_INSIDE)}},
    {NADIR_ADAM, "eps as in Keras", {SET(eps, 1e-6), SET(eps_mode, NADIR_EPS_HAT)}},
    {NADIR_ADAM, "amsgrad", {SET(lr, 0.01), SET(amsgrad, 1), SET(beta2, 0.5)}},
    {NADIR_ADAMW, "", {SET(lr, 0.01)}},
    {NADIR_ADAMW, "amsgrad, L1, eps as in Keras", {SET(amsgrad, 1), SET(l1, 0.01), SET(eps_mode, NADIR_EPS_HAT)}},
    {NADIR_ADAMW, "proximal L1", {SET(lr, 0.1), SET(l1, 1), SET(l1_proximal, 1)}},
    {NADIR_ADAMAX, "", {SET(lr, 0.01)}},
    {NADIR_ADAMAX, "decoupled decay", {SET(weight_decay, 0.1), SET(decay, NADIR_DECAY_DECOUPLED)}},
    {NADIR_NADAM, "", {SET(lr, 0.01)}},
    {NADIR_NADAM, "momentum_decay 1, decoupled decay", {SET(momentum_decay, 1), SET(weight_decay, 0.1),
                                                           SET(decay, NADIR_DECAY_DECOUPLED)}},
    {NADIR_RADAM, "", {SET(lr, 0.01)}},
    {NADIR_RADAM, "beta2 0.9, L2", {SET(beta2, 0.9), SET(weight_decay, 0.1)}},
    {NADIR_LION, "", {SET(lr, 0.01)}},
    {NADIR_LION, "L2, beta1 0.1", {SET(beta1, 0.1), SET(decay, NADIR_DECAY_L2), SET(weight_decay, 0.1)}},
    {NADIR_ADAN, "", {SET(lr, 0.01)}},
    {NADIR_ADAN, "decay", {SET(lr, 0.01), SET(weight_decay, 0.5), SET(decay, NADIR_DECAY_DECOUPLED)}},
    {NADIR_ADAN, "L2", {SET(lr, 0.01), SET(weight_decay, 0.5), SET(decay, NADIR_DECAY_L2)}},
    {NADIR_RPROP, "", {SET(lr, 0.01)}},
    {NADIR_RPROP, "narrow", {SET(lr, 0.01), SET(step_min, 0.009), SET(step_max, 0.011)}},
    {NADIR_ASGD, "", {SET(lr, 0.01)}},
    {NADIR_ASGD, "lambd 0.1, t0 2, L2", {SET(lr, 0.1), SET(lambd, 0.1), SET(t0, 2), SET(weight_decay, 0.1)}},
    {NADIR_SCHEDULE_FREE, "", {SET(lr, 0.01)}},
    {NADIR_SCHEDULE_FREE, "decay, uniform", {SET(lr, 0.01), SET(weight_decay, 0.5), SET(decay, NADIR_DECAY_DECOUPLED),
                                                SET(uniform_average, 1)}},
    {NADIR_SCHEDULE_FREE, "beta1 0.5", {SET(lr, 0.01), SET(beta1, 0.5)}},
    {NADIR_SOPHIA, "", {SET(lr, 0.01), SET(batch, 32)}},
    {NADIR_SOPHIA, "batch 100, L2", {SET(lr, 0.01), SET(rho, 1), SET(batch, 100), SET(decay, NADIR_DECAY_L2)}},
    {NADIR_LAMB, "", {SET(lr, 0.01)}},
    {NADIR_LAMB, "decay in the ratio", {SET(lr, 0.01), SET(weight_decay, 0.1), SET(decay, NADIR_DECAY_L2)}},
    {NADIR_LAMB, "decay outside", {SET(lr, 0.01), SET(weight_decay, 0.1), SET(decay, NADIR_DECAY_DECOUPLED)}},
    {NADIR_LARS, "", {SET(lr, 0.1)}},
    {NADIR_LARS, "decay", {SET(lr, 0.1), SET(weight_decay, 0.1), SET(trust_coefficient, 0.1)}},
    {NADIR_ADAFACTOR, "", {SET(lr, 0.01)}},
    {NADIR_ADAFACTOR, "decay, threshold 0.1", {SET(lr, 2), SET(weight_decay, 0.1), SET(clip_threshold, 0.1)}},
    {NADIR_MUON, "", {SET(lr, 0.01)}},
    {NADIR_MUON, "as RMS, 3 iterations", {SET(lr, 0.01), SET(muon_adjust, NADIR_MUON_MATCH_RMS), SET(ns_steps, 3),
                                             SET(nesterov, 0), SET(weight_decay, 0)}},
    {NADIR_ADAM8BIT, "", {SET(lr, 0.01)}},
    {NADIR_ADAM8BIT, "decoupled decay, eps as in Keras", {SET(weight_decay, 0.1), SET(decay, NADIR_DECAY_DECOUPLED),
                                                             SET(eps_mode, NADIR_EPS_HAT)}},
};
enum { ROWS = sizeof rows / sizeof *rows };

/* States in the order of the reference. */
static const char *const slots[NADIR_OPTIMIZER_COUNT][4] = {
    [NADIR_SGD] = {"momentum_buffer"},
    [NADIR_MOMENTUM] = {"momentum_buffer"},
    [NADIR_NESTEROV] = {"momentum_buffer"},
    [NADIR_ADAGRAD] = {"sum"},
    [NADIR_ADADELTA] = {"square_avg", "acc_delta"},
    [NADIR_RMSPROP] = {"square_avg", "momentum_buffer", "grad_avg"},
    [NADIR_ADAM] = {"exp_avg", "exp_avg_sq", "max_exp_avg_sq"},
    [NADIR_ADAMW] = {"exp_avg", "exp_avg_sq", "max_exp_avg_sq"},
    [NADIR_ADAMAX] = {"exp_avg", "exp_inf"},
    [NADIR_NADAM] = {"exp_avg", "exp_avg_sq"},
    [NADIR_RADAM] = {"exp_avg", "exp_avg_sq"},
    [NADIR_LION] = {"exp_avg"},
    [NADIR_ADAN] = {"exp_avg", "exp_avg_diff", "exp_avg_sq", "previous_grad"},
    [NADIR_RPROP] = {"prev", "step_size"},
    [NADIR_ASGD] = {"ax"},
    [NADIR_SCHEDULE_FREE] = {"z", "exp_avg_sq"},
    [NADIR_SOPHIA] = {"exp_avg", "hessian"},
    [NADIR_LAMB] = {"exp_avg", "exp_avg_sq"},
    [NADIR_LARS] = {"momentum_buffer"},
    [NADIR_ADAFACTOR] = {"row_var", "col_var", "variance"},
    [NADIR_MUON] = {"momentum_buffer", "exp_avg", "exp_avg_sq"},
    [NADIR_ADAM8BIT] = {"exp_avg", "exp_avg_sq"},
};
static const char *const scales_of_8_bits[] = {"exp_avg_scale", "exp_avg_sq_scale"};

static struct nadir_optimizer_params params_of(const struct row *row)
{
    struct nadir_optimizer_params params = nadir_optimizer_params_default(row->rule);
    for (const struct change *change = row->changes; change->size > 0; change++) {
        void *field = (char *)&params + change->offset;
        const int32_t whole = (int32_t)change->value;
        const bool flag = change->value != 0;
        if (change->size == sizeof(double)) memcpy(field, &change->value, sizeof(double));
        else if (change->size == sizeof flag) memcpy(field, &flag, sizeof flag);
        else memcpy(field, &whole, sizeof whole);
    }
    return params;
}

static bool has_norms(enum nadir_optimizer_rule rule)
{
    return rule == NADIR_LAMB || rule == NADIR_LARS || rule == NADIR_ADAFACTOR;
}

static bool is_elementwise(enum nadir_optimizer_rule rule)
{
    return !has_norms(rule) && rule != NADIR_MUON && rule != NADIR_ADAM8BIT;
}

/* --- Arenas. --- */

struct shape {
    unsigned rank;
    size_t dims[3];
};

struct model {
    struct nadir_context *context;
    struct nadir_arena *arena;
    struct nadir_optimizer *optimizer;
    size_t tensors, total; /* elements, padding included */
};

static struct model make_model(struct nadir_context *context, const struct shape *shapes, size_t count,
                               struct test_random *random)
{
    struct model model = {.context = context, .tensors = count};
    TEST_OK(nadir_arena_create(&model.arena, context));
    for (size_t i = 0; i < count; i++) {
        char name[32];
        snprintf(name, sizeof name, "t%zu.weight", i);
        TEST_OK(nadir_arena_add(model.arena, name, shapes[i].rank, shapes[i].dims, NULL));
    }
    TEST_OK(nadir_arena_allocate(model.arena));
    for (size_t i = 0; i < count; i++) {
        const struct nadir_tensor p = nadir_arena_parameter(model.arena, i);
        TEST_OK(nadir_tensor_upload(context, &p, test_random_floats(random, nadir_tensor_count(&p), -2, 2)));
    }
    const struct nadir_tensor all = nadir_arena_parameters(model.arena);
    model.total = nadir_tensor_count(&all);
    return model;
}

static struct model make_vectors(struct nadir_context *context, const size_t *sizes, size_t count, struct test_random *random)
{
    struct shape *shapes = test_alloc(count, sizeof *shapes);
    for (size_t i = 0; i < count; i++) shapes[i] = (struct shape){1, {sizes[i]}};
    return make_model(context, shapes, count, random);
}

static void destroy_model(struct model *model)
{
    nadir_optimizer_destroy(&model->optimizer);
    nadir_arena_destroy(&model->arena);
}

static float *fetch(struct nadir_context *context, struct nadir_tensor tensor)
{
    float *host = test_floats(nadir_tensor_count(&tensor));
    TEST_OK(nadir_tensor_download(context, &tensor, host));
    return host;
}

/* The padding between tensors must be zero. */
static void check_padding(const struct model *model, const char *what)
{
    const struct nadir_tensor all = nadir_arena_parameters(model->arena);
    const float *p = fetch(model->context, all);
    bool *padding = test_alloc(model->total, sizeof *padding);
    for (size_t i = 0; i < model->total; i++) padding[i] = true;
    for (size_t t = 0; t < model->tensors; t++) {
        const struct nadir_tensor tensor = nadir_arena_parameter(model->arena, t);
        for (size_t i = 0; i < nadir_tensor_count(&tensor); i++) padding[tensor.offset - all.offset + i] = false;
    }
    for (size_t i = 0; i < model->total; i++)
        ck_assert_msg(!padding[i] || p[i] == 0, "%s: padding %zu became %g", what, i, (double)p[i]);
}

/* Values of all magnitudes, some 0 from the second step on; Newton-Schulz gets well-conditioned matrices. */
static float *make_gradient(struct test_random *random, size_t n, unsigned t, enum nadir_optimizer_rule rule)
{
    float *g = test_random_floats(random, n, -1, 1);
    for (size_t i = 0; i < n && rule != NADIR_MUON; i++)
        g[i] *= i % 11 == 5 ? 1e-7f : i % 13 == 7 ? 300.f : i % 7 == 3 && t % 2 == 0 ? 0.f : 1.f;
    return g;
}

/* --- One step against the reference. --- */

/* A tensor in double, and how far a correct result may be from it. */
struct wide {
    struct ref_optimizer options;
    size_t n, counts[4];
    double *p, *g, *s[4];
};

static size_t find_state(const struct model *model, const char *name)
{
    size_t state = 0;
    while (state < nadir_optimizer_state_count(model->optimizer) &&
           strcmp(nadir_optimizer_state_name(model->optimizer, state), name) != 0)
        state++;
    return state;
}

static struct nadir_tensor get_state(const struct model *model, const char *name, size_t tensor)
{
    const size_t state = name ? find_state(model, name) : SIZE_MAX;
    if (state >= nadir_optimizer_state_count(model->optimizer)) return (struct nadir_tensor){0};
    return nadir_optimizer_state(model->optimizer, state, tensor);
}

/* A state of 8 bits: each block of 256 elements has a scale. */
static double *decode(const struct model *model, size_t slot, size_t tensor)
{
    const struct nadir_tensor codes = get_state(model, slots[NADIR_ADAM8BIT][slot], tensor);
    const struct nadir_tensor scales = get_state(model, scales_of_8_bits[slot], tensor);
    const size_t n = nadir_tensor_count(&codes);
    double map[256], *wide = test_doubles(n);
    uint8_t *host = test_alloc(n, 1);
    ck_assert_uint_eq(nadir_tensor_count(&scales), (n + 255) / 256);
    ref_dynamic_map(map, slot == 0);
    TEST_OK(nadir_tensor_download(model->context, &codes, host));
    const float *scale = fetch(model->context, scales);
    for (size_t i = 0; i < n; i++) wide[i] = map[host[i]] * (double)scale[i / 256];
    return wide;
}

/* Adds to `bound` how far the nearest codes are from x. */
static void add_rounding_to_8_bits(double *bound, const double *x, size_t n, size_t slot)
{
    double map[256];
    ref_dynamic_map(map, slot == 0);
    for (size_t i = 0; i < n; i++) {
        double scale = 0, nearest = 2;
        for (size_t k = i / 256 * 256; k < n && k < i / 256 * 256 + 256; k++) scale = fmax(scale, fabs(x[k]));
        for (int k = 0; k < 256 && scale > 0; k++) nearest = fmin(nearest, fabs(x[i] / scale - map[k]));
        bound[i] += scale * (nearest + 4e-6); /* of two codes that are as near either will do */
    }
}

/* The tensor as it is on the device. */
static struct wide get_wide(const struct model *model, size_t tensor, unsigned t, const double carry[2])
{
    const struct nadir_optimizer_params *params = nadir_optimizer_get_params(model->optimizer);
    const struct nadir_tensor p = nadir_arena_parameter(model->arena, tensor);
    struct wide wide = {.n = nadir_tensor_count(&p)};
    wide.options = (struct ref_optimizer){params, t, 1, {carry[0], carry[1]}, 1, 1, p.shape[p.rank - 1]};
    if (p.rank > 1) wide.options.rows = p.shape[p.rank - 2];
    if (p.rank > 2) wide.options.batch = p.shape[0];
    wide.p = test_widen(fetch(model->context, p), wide.n);
    wide.g = test_widen(fetch(model->context, nadir_arena_gradient(model->arena, tensor)), wide.n);
    for (size_t j = 0; j < 4; j++) {
        const struct nadir_tensor s = get_state(model, slots[params->rule][j], tensor);
        if (!s.buffer) continue;
        wide.counts[j] = nadir_tensor_count(&s);
        wide.s[j] = s.dtype == NADIR_U8 ? decode(model, j, tensor) : test_widen(fetch(model->context, s), wide.counts[j]);
    }
    return wide;
}

static double *copy_of(const double *x, size_t n)
{
    double *copy = test_doubles(n);
    memcpy(copy, x, n * sizeof *copy);
    return copy;
}

/* The step from `from`, with one of its arrays (0 p, 1 g, 2 + j state j) off by a relative `off`, signs in turn. */
static struct wide evaluate(const struct wide *from, size_t array, double off)
{
    struct wide to = *from;
    to.p = copy_of(from->p, from->n);
    to.g = copy_of(from->g, from->n);
    for (size_t j = 0; j < 4; j++)
        if (from->s[j]) to.s[j] = copy_of(from->s[j], from->counts[j]);
    double *x = array == 0 ? to.p : array == 1 ? to.g : to.s[array - 2];
    const size_t n = array < 2 ? from->n : from->counts[array - 2];
    for (size_t i = 0; i < n; i++) x[i] *= i % 2 ? 1 - off : 1 + off;
    double *start = copy_of(to.p, to.n);
    ref_optimizer_step(to.p, to.s, to.g, &to.options);
    for (size_t i = 0; i < to.n; i++) to.p[i] += from->p[i] - start[i]; /* the error of the update */
    return to;
}

/* Rounding errors act as if what goes in was off by a few u. That also finds where the sign of a sum is open. */
static void check_tensor(const struct model *model, size_t tensor, const struct wide *before, const char *label)
{
    const struct nadir_optimizer_params *params = before->options.params;
    const enum nadir_optimizer_rule rule = params->rule;
    const double off = has_norms(rule) ? 24 * U /* of each norm 2e-6 */ : 4 * U;
    const double shrink = params->l1_proximal ? params->lr * params->l1 : 0; /* p is rounded once before it */
    const struct wide want = evaluate(before, 0, 0);
    double *bound = test_doubles(before->n), *state_bounds[4];
    for (size_t i = 0; i < before->n; i++)
        bound[i] = 2 * U * (fabs(want.p[i]) + shrink) + 16 * U * (fabs(want.p[i] - before->p[i]) + shrink) + 1e-37;
    for (size_t j = 0; j < 4; j++) {
        state_bounds[j] = test_doubles(before->counts[j]);
        for (size_t i = 0; i < before->counts[j]; i++) state_bounds[j][i] = 16 * U * fabs(want.s[j][i]) + 1e-37;
    }
    for (size_t array = 0; array < 6; array++) {
        if (array >= 2 && !before->s[array - 2]) continue;
        const struct wide high = evaluate(before, array, off), low = evaluate(before, array, -off);
        for (size_t i = 0; i < before->n; i++)
            bound[i] += fmax(fabs(high.p[i] - want.p[i]), fabs(low.p[i] - want.p[i]));
        for (size_t j = 0; j < 4; j++)
            for (size_t i = 0; i < before->counts[j]; i++)
                state_bounds[j][i] += fmax(fabs(high.s[j][i] - want.s[j][i]), fabs(low.s[j][i] - want.s[j][i]));
    }
    if (rule == NADIR_MUON && before->s[0]) { /* 1e-5 of the update's Frobenius norm */
        double sum = 0;
        for (size_t i = 0; i < before->n; i++) sum += (want.p[i] - before->p[i]) * (want.p[i] - before->p[i]);
        for (size_t i = 0; i < before->n; i++) bound[i] += 1e-5 * sqrt(sum);
    }

    char what[160];
    snprintf(what, sizeof what, "%s %s, step %g, tensor %zu: p", nadir_optimizer_name(rule), label, before->options.t, tensor);
    test_expect_within(what, fetch(model->context, nadir_arena_parameter(model->arena, tensor)), want.p, bound, before->n);
    for (size_t j = 0; j < 4; j++) {
        if (!before->s[j]) continue;
        snprintf(what, sizeof what, "%s %s, step %g, tensor %zu: %s", nadir_optimizer_name(rule), label, before->options.t,
                 tensor, slots[rule][j]);
        const struct nadir_tensor state = get_state(model, slots[rule][j], tensor);
        const size_t n = before->counts[j];
        float *got = test_floats(n);
        if (state.dtype == NADIR_U8) {
            const double *decoded = decode(model, j, tensor);
            for (size_t i = 0; i < n; i++) got[i] = (float)decoded[i];
            add_rounding_to_8_bits(state_bounds[j], want.s[j], n, j);
        } else {
            got = fetch(model->context, state);
        }
        test_expect_within(what, got, want.s[j], state_bounds[j], n);
    }
}

/* States begin as zero, or as what they stand for then. */
static void check_start(struct wide *wide)
{
    const struct nadir_optimizer_params *params = wide->options.params;
    const double first = params->rule == NADIR_ADAGRAD ? (double)(float)params->initial_accumulator : 0;
    for (size_t j = 0; j < 4; j++)
        for (size_t i = 0; i < wide->counts[j]; i++)
            ck_assert_msg(wide->s[j][i] == first, "%s: %s starts with %g, want %g", nadir_optimizer_name(params->rule),
                          slots[params->rule][j], wide->s[j][i], first);
    for (size_t i = 0; i < wide->n; i++) {
        if (params->rule == NADIR_RPROP) wide->s[1][i] = params->lr;
        if (params->rule == NADIR_SCHEDULE_FREE) wide->s[0][i] = wide->p[i];
    }
}

/* Each step is checked from the state that the one before left, so that errors do not add up. */
static void check_steps(struct nadir_context *context, const struct row *row, const struct shape *shapes, size_t count,
                        unsigned steps)
{
    struct test_random random = test_seed(count + steps);
    const struct nadir_optimizer_params params = params_of(row);
    double carry[2] = {params.rule == NADIR_NADAM, 0};
    struct model model = make_model(context, shapes, count, &random);
    TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, &params));
    const struct nadir_optimizer_params *now = nadir_optimizer_get_params(model.optimizer);
    struct wide *before = test_alloc(count, sizeof *before);
    for (unsigned t = 1; t <= steps; t++) {
        for (size_t i = 0; i < count; i++) {
            const struct nadir_tensor g = nadir_arena_gradient(model.arena, i);
            const size_t n = nadir_tensor_count(&g);
            TEST_OK(nadir_tensor_upload(context, &g, make_gradient(&random, n, t, params.rule)));
        }
        if (t == 3) {
            TEST_OK(nadir_optimizer_set_lr(model.optimizer, params.lr / 4));
            ck_assert(now->lr == params.lr / 4);
        }
        if (t == 5 && (params.rule == NADIR_MOMENTUM || params.rule == NADIR_ADAM)) {
            TEST_OK(nadir_optimizer_set_momentum(model.optimizer, 0.75));
            ck_assert((params.rule == NADIR_ADAM ? now->beta1 : now->momentum) == 0.75);
        }
        for (size_t i = 0; i < count; i++) {
            before[i] = get_wide(&model, i, t, carry);
            if (t == 1) check_start(&before[i]);
        }
        if (params.rule == NADIR_SOPHIA && t % 3 == 1) {
            TEST_OK(nadir_optimizer_curvature(model.optimizer));
            for (size_t i = 0; i < count; i++) {
                const size_t n = before[i].n;
                double *h = before[i].s[1];
                for (size_t k = 0; k < n; k++) h[k] = now->beta2 * h[k] + (1 - now->beta2) * before[i].g[k] * before[i].g[k];
                const float *got = fetch(context, get_state(&model, "hessian", i));
                test_expect("hessian", got, h, n, 1e-37, 6 * U);
                before[i].s[1] = test_widen(got, n);
            }
        }
        TEST_OK(nadir_optimizer_step(model.optimizer));
        ck_assert_uint_eq(nadir_optimizer_step_count(model.optimizer), t);
        for (size_t i = 0; i < count; i++) {
            check_tensor(&model, i, &before[i], row->label);
            const float *g = fetch(context, nadir_arena_gradient(model.arena, i));
            for (size_t k = 0; k < before[i].n; k++)
                ck_assert_msg((double)g[k] == before[i].g[k], "%s changed the gradient", nadir_optimizer_name(params.rule));
        }
        check_padding(&model, nadir_optimizer_name(params.rule));
        ref_optimizer_advance(carry, now, t);
    }
    destroy_model(&model);
    test_reset();
}

START_TEST(steps)
{
    static const struct shape small[] = {{1, {1}}, {1, {17}}, {2, {3, 5}}, {1, {33}}};
    static const struct shape eight[] = {{1, {4099}}};
    static const struct shape shapes[] = {{1, {1}}, {1, {17}}, {2, {3, 5}}, {1, {255}}, {2, {16, 16}}, {1, {257}},
                                          {2, {40, 7}}, {3, {2, 3, 4}}, {1, {1009}}, {1, {1}}};
    static const struct shape large[] = {{1, {16385}}, {2, {65, 70}}, {1, {7}}};
    struct nadir_context *context = test_walk(_i);
    for (size_t r = 0; r < ROWS; r++) {
        if (test_small()) {
            check_steps(context, &rows[r], small, sizeof small / sizeof *small, 2);
            if (rows[r].rule == NADIR_ADAM8BIT) check_steps(context, &rows[r], eight, 1, 2);
            continue;
        }
        check_steps(context, &rows[r], shapes, sizeof shapes / sizeof *shapes, STEPS);
        if (rows[r].label[0] == 0 && rows[r].rule != NADIR_MUON)
            check_steps(context, &rows[r], large, sizeof large / sizeof *large, 2);
    }
}
END_TEST

/* --- The caller's own buffers. --- */

/* A few steps of row r on an arena, with gradients and copy in `dtype`: the bits the caller's buffers must get, too. */
struct outcome {
    size_t n, states;
    float *start, *gradients[3], *p, *s[4];
    float *copy; /* widened */
};

static float *fetch_half(struct nadir_context *context, struct nadir_tensor tensor)
{
    const size_t n = nadir_tensor_count(&tensor);
    uint16_t *bits = test_alloc(n, sizeof *bits);
    TEST_OK(nadir_tensor_download(context, &tensor, bits));
    float *wide = test_floats(n);
    for (size_t i = 0; i < n; i++) {
        const uint32_t x = bits[i];
        uint32_t word = x << 16; /* bfloat16 */
        memcpy(&wide[i], &word, sizeof word);
        if (tensor.dtype == NADIR_BF16) continue;
        const int exponent = (int)(x >> 10 & 31);
        const double mantissa = exponent ? 1024 + (x & 1023) : x & 1023;
        wide[i] = (float)((x >> 15 ? -1 : 1) * ldexp(mantissa, (exponent ? exponent : 1) - 25));
    }
    return wide;
}

static struct outcome run_on_arena(struct nadir_context *context, const struct nadir_optimizer_params *params, size_t n,
                                   enum nadir_dtype dtype)
{
    struct test_random random = test_seed(n);
    struct model model = make_vectors(context, &n, 1, &random);
    struct outcome o = {.n = n, .start = fetch(context, nadir_arena_parameter(model.arena, 0))};
    TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, params));
    const struct nadir_tensor g = nadir_arena_gradient(model.arena, 0);
    for (unsigned t = 1; t <= 3; t++) {
        o.gradients[t - 1] = make_gradient(&random, n, t, params->rule);
        for (size_t i = 0; i < n; i++) o.gradients[t - 1][i] = (float)test_round(dtype, (double)o.gradients[t - 1][i]);
        TEST_OK(nadir_tensor_upload(context, &g, o.gradients[t - 1]));
        TEST_OK(nadir_optimizer_step(model.optimizer));
    }
    o.p = fetch(context, nadir_arena_parameter(model.arena, 0));
    o.states = nadir_optimizer_state_count(model.optimizer);
    for (size_t j = 0; j < o.states; j++) o.s[j] = fetch(context, nadir_optimizer_state(model.optimizer, j, 0));
    if (params->copy != NADIR_F32) o.copy = fetch_half(context, nadir_optimizer_copy(model.optimizer, 0));
    destroy_model(&model);
    return o;
}

static void check_update(struct nadir_context *context, const struct nadir_optimizer_params *params, size_t n, size_t offset,
                         enum nadir_dtype dtype, const struct outcome *want)
{
    const char *names[NADIR_OPTIMIZER_STATES];
    const size_t states = nadir_optimizer_states(params, names);
    ck_assert_uint_eq(states, want->states);
    struct test_tensor *p = test_vector(context, offset, n, want->start), *s[4] = {NULL}, *copy = NULL;
    struct nadir_update_tensors tensors = {.p = &p->tensor};
    float *zeros = test_floats(n);
    for (size_t i = 0; i < n; i++) zeros[i] = params->rule == NADIR_ADAGRAD ? (float)params->initial_accumulator : 0;
    for (size_t j = 0; j < states; j++) {
        s[j] = test_vector(context, offset + 2 * j, n, zeros);
        tensors.states[j] = &s[j]->tensor;
    }
    if (params->copy != NADIR_F32) {
        copy = test_output(context, params->copy, offset + 1, 1, &n);
        tensors.copy = &copy->tensor;
    }
    char what[128];
    snprintf(what, sizeof what, "%s on own buffers, %zu elements, offset %zu, gradients %s", nadir_optimizer_name(params->rule),
             n, offset, nadir_dtype_name(dtype));
    for (unsigned t = 1; t <= 3; t++) {
        float *doubled = test_floats(n);
        for (size_t i = 0; i < n; i++) doubled[i] = 2 * want->gradients[t - 1][i];
        struct test_tensor *g = test_input(context, dtype, offset + 5, 1, &n, doubled);
        tensors.g = &g->tensor;
        TEST_OK(nadir_optimizer_update(context, &tensors, t, 0.5, params));
        test_unchanged(g);
    }
    test_expect_bits(what, test_read(p), want->p, n);
    for (size_t j = 0; j < states; j++) test_expect_bits(names[j], test_read(s[j]), want->s[j], n);
    if (copy) test_expect_bits("copy", test_read(copy), want->copy, n);
}

START_TEST(updates)
{
    static const size_t sizes[] = {1, 17, 257, 1009}, offsets[] = {0, 1, 3, 17};
    struct nadir_context *context = test_walk(_i);
    for (size_t r = 0; r < ROWS; r++) {
        if (test_left_out((int)r)) continue;
        const struct row *row = &rows[r];
        if (!is_elementwise(row->rule) || row->rule == NADIR_SCHEDULE_FREE) continue;
        if (row->label[0] && row->rule != NADIR_ADAGRAD && row->rule != NADIR_RMSPROP) continue;
        const struct nadir_optimizer_params params = params_of(row);
        for (size_t i = 0; i < (test_small() ? 2 : 4); i++) {
            const struct outcome want = run_on_arena(context, &params, sizes[i], NADIR_F32);
            check_update(context, &params, sizes[i], offsets[i], NADIR_F32, &want);
            if (i == 2) check_update(context, &params, sizes[i], 1, NADIR_F32, &want);
        }
        test_reset();
    }
}
END_TEST

/* float16 has no 1e5, and 1e-7 is a tenth of its smallest number. */
START_TEST(updates_of_16_bits)
{
    static const enum nadir_dtype dtypes[] = {NADIR_F16, NADIR_BF16};
    static const size_t sizes[] = {1, 33, 257};
    struct nadir_context *context = test_walk(_i);
    for (int d = 0; d < 2; d++) {
        struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_ADAMW);
        params.lr = 0.1;
        params.copy = dtypes[d];
        for (size_t i = 0; i < 3; i++) {
            const struct outcome want = run_on_arena(context, &params, sizes[i], dtypes[d]);
            for (size_t k = 0; k < want.n; k++)
                ck_assert_msg((double)want.copy[k] == test_round(dtypes[d], (double)want.p[k]), "the copy of %a is %a",
                              (double)want.p[k], (double)want.copy[k]);
            check_update(context, &params, sizes[i], i + 3, dtypes[d], &want);
            check_update(context, &params, sizes[i], i, NADIR_F32, &want);
        }
        params.copy = NADIR_F32;
        const struct outcome want = run_on_arena(context, &params, 33, dtypes[d]);
        check_update(context, &params, 33, 1, dtypes[d], &want);
        test_reset();
    }
}
END_TEST

START_TEST(update_refuses)
{
    struct nadir_context *context = test_context();
    const enum nadir_status invalid = NADIR_ERROR_INVALID_ARGUMENT;
    const size_t n = 9, other = 8;
    float *zeros = test_floats(n);
    struct test_tensor *p = test_vector(context, 0, n, zeros), *g = test_vector(context, 0, n, zeros);
    struct test_tensor *m = test_vector(context, 0, n, zeros), *v = test_vector(context, 0, n, zeros);
    struct test_tensor *less = test_vector(context, 0, other, zeros), *whole = test_labels(context, 0, n, test_ints(n));
    struct test_tensor *half = test_output(context, NADIR_F16, 0, 1, &n);
    const struct nadir_update_tensors good = {.p = &p->tensor, .g = &g->tensor, .states = {&m->tensor, &v->tensor}};
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_ADAM);
    for (int i = 0; i < 10; i++) {
        struct nadir_update_tensors bad = good;
        if (i == 0) bad.p = NULL;
        if (i == 1) bad.g = NULL;
        if (i == 2) bad.states[1] = NULL;
        if (i == 3) bad.p = &less->tensor;
        if (i == 4) bad.g = &less->tensor;
        if (i == 5) bad.states[0] = &less->tensor;
        if (i == 6) bad.g = &whole->tensor;
        if (i == 7) bad.p = &half->tensor;
        if (i == 8) bad.states[0] = &half->tensor;
        if (i == 9) bad.copy = &g->tensor;
        TEST_FAILS(invalid, "", nadir_optimizer_update(context, &bad, 1, 1, &params));
    }
    TEST_FAILS(invalid, "", nadir_optimizer_update(context, &good, 0, 1, &params));
    TEST_FAILS(invalid, "", nadir_optimizer_update(NULL, &good, 1, 1, &params));
    TEST_FAILS(invalid, "", nadir_optimizer_update(context, NULL, 1, 1, &params));
    TEST_FAILS(invalid, "scale", nadir_optimizer_update(context, &good, 1, (double)NAN, &params));
    params.lr = -1;
    TEST_FAILS(invalid, "lr", nadir_optimizer_update(context, &good, 1, 1, &params));
    for (int rule = 0; rule < NADIR_OPTIMIZER_COUNT; rule++) {
        params = nadir_optimizer_params_default((enum nadir_optimizer_rule)rule);
        if (!is_elementwise(params.rule) || rule == NADIR_SCHEDULE_FREE)
            TEST_FAILS(invalid, "arena", nadir_optimizer_update(context, &good, 1, 1, &params));
    }
    test_unchanged(p);
    test_unchanged(m);
    test_unchanged(v);
}
END_TEST

/* An arena on the caller's buffers gives the bits of one of its own, and leaves alone what lies around. */
START_TEST(wrapped_arena)
{
    static const size_t sizes[] = {300, 1, 17};
    const enum nadir_status invalid = NADIR_ERROR_INVALID_ARGUMENT;
    struct nadir_context *context = test_walk(_i);
    struct test_random random = test_seed(3);
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_ADAMW);
    struct model own = make_vectors(context, sizes, 3, &random), wrapped = {.context = context, .tensors = 3};
    TEST_OK(nadir_arena_create(&wrapped.arena, context));
    for (size_t i = 0; i < 3; i++) TEST_OK(nadir_arena_add(wrapped.arena, nadir_arena_name(own.arena, i), 1, &sizes[i], NULL));

    const size_t length = nadir_arena_length(wrapped.arena), base = test_device()->base_alignment / sizeof(float);
    ck_assert_uint_eq(length, own.total);
    float *p = test_floats(length + 2 * base), *g = test_floats(length + 2 * base);
    struct test_tensor *buffers[2] = {test_vector(context, 0, length + 2 * base, p),
                                      test_vector(context, 0, length + 2 * base, g)};
    struct nadir_tensor views[2];
    size_t starts[2];
    for (int i = 0; i < 2; i++) {
        const size_t offset = (buffers[i]->tensor.offset + base - 1) / base * base;
        starts[i] = offset - buffers[i]->tensor.offset;
        views[i] = nadir_tensor_view(buffers[i]->tensor.buffer, offset, NADIR_F32, 1, &length);
    }

    /* Nothing of this fits. */
    const size_t less = length - 1;
    struct nadir_tensor bad = nadir_tensor_view(views[0].buffer, views[0].offset, NADIR_F32, 1, &less);
    TEST_FAILS(invalid, "", nadir_arena_wrap(wrapped.arena, &bad, &views[1]));
    TEST_FAILS(invalid, "", nadir_arena_wrap(wrapped.arena, &views[0], &bad));
    bad = nadir_tensor_view(views[0].buffer, views[0].offset + 1, NADIR_F32, 1, &length);
    if (base > 1) TEST_FAILS(invalid, "", nadir_arena_wrap(wrapped.arena, &bad, &views[1]));
    bad = nadir_tensor_view(views[0].buffer, views[0].offset, NADIR_I32, 1, &length);
    TEST_FAILS(invalid, "", nadir_arena_wrap(wrapped.arena, &bad, &views[1]));
    TEST_FAILS(invalid, "", nadir_arena_wrap(wrapped.arena, &views[0], &views[0]));
    TEST_FAILS(invalid, "", nadir_arena_wrap(wrapped.arena, NULL, &views[1]));
    TEST_FAILS(invalid, "", nadir_arena_wrap(own.arena, &views[0], &views[1]));

    TEST_OK(nadir_arena_wrap(wrapped.arena, &views[0], &views[1]));
    TEST_FAILS(invalid, "", nadir_arena_wrap(wrapped.arena, &views[0], &views[1]));
    struct model *const models[] = {&own, &wrapped};
    for (size_t t = 0; t < 3; t++) {
        ck_assert_uint_eq(nadir_arena_offset(own.arena, t), nadir_arena_offset(wrapped.arena, t));
        const struct nadir_tensor to = nadir_arena_parameter(wrapped.arena, t);
        ck_assert(to.buffer == views[0].buffer && to.offset == views[0].offset + nadir_arena_offset(wrapped.arena, t));
        TEST_OK(nadir_tensor_upload(context, &to, fetch(context, nadir_arena_parameter(own.arena, t))));
        const float *values = make_gradient(&random, sizes[t], 1, NADIR_ADAMW);
        for (int i = 0; i < 2; i++) {
            const struct nadir_tensor gradient = nadir_arena_gradient(models[i]->arena, t);
            TEST_OK(nadir_tensor_upload(context, &gradient, values));
        }
    }
    params.clip.norm = 0.5;
    for (int i = 0; i < 2; i++) {
        TEST_OK(nadir_optimizer_create(&models[i]->optimizer, context, models[i]->arena, NULL, &params));
        TEST_OK(nadir_optimizer_step(models[i]->optimizer));
        TEST_OK(nadir_optimizer_step(models[i]->optimizer));
    }
    const struct nadir_tensor all = nadir_arena_parameters(own.arena), gradients = nadir_arena_gradients(own.arena);
    memcpy(p + starts[0], fetch(context, all), length * sizeof *p);
    memcpy(g + starts[1], fetch(context, gradients), length * sizeof *g);
    test_expect_bits("wrapped parameters", test_read(buffers[0]), p, length + 2 * base);
    test_expect_bits("wrapped gradients", test_read(buffers[1]), g, length + 2 * base);
    destroy_model(&own);
    destroy_model(&wrapped);
}
END_TEST

/* --- Traps by name. --- */

/* Takes `steps` steps of one parameter p with constant gradient g. */
static double move_one(struct nadir_context *context, const struct nadir_optimizer_params *params, float p, float g,
                       unsigned steps)
{
    const size_t n = 1;
    struct test_random random = test_seed(1);
    struct model model = make_vectors(context, &n, 1, &random);
    const struct nadir_tensor parameter = nadir_arena_parameter(model.arena, 0);
    const struct nadir_tensor gradient = nadir_arena_gradient(model.arena, 0);
    TEST_OK(nadir_tensor_upload(context, &parameter, &p));
    TEST_OK(nadir_tensor_upload(context, &gradient, &g));
    TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, params));
    for (unsigned t = 0; t < steps; t++) TEST_OK(nadir_optimizer_step(model.optimizer));
    const double after = (double)fetch(context, parameter)[0];
    destroy_model(&model);
    return after;
}

static void expect_near(const char *what, double got, double want, double rtol)
{
    ck_assert_msg(fabs(got - want) <= rtol * fabs(want), "%s: %.9g, want %.9g", what, got, want);
}

/* eps is felt where gradients are as small as it: a first step of Adam with g = 1e-7, by hand. */
START_TEST(eps_positions)
{
    struct nadir_context *context = test_walk(_i);
    const double g = (double)1e-7f;
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_ADAM);
    expect_near("outside", -move_one(context, &params, 0, 1e-7f, 1), 1e-3 * g / (g + 1e-8), 1e-6);
    params.eps_mode = NADIR_EPS_INSIDE;
    expect_near("inside", -move_one(context, &params, 0, 1e-7f, 1), 1e-3 * g / sqrt(g * g + 1e-8), 1e-6);
    params = nadir_optimizer_params_keras(NADIR_ADAM);
    expect_near("as in Keras", -move_one(context, &params, 0, 1e-7f, 1),
                1e-3 * g / ((sqrt(1e-3) * g + 1e-7) / sqrt(1e-3)), 1e-6); /* 3.1e-5, a thirtieth of the first */
    params = nadir_optimizer_params_default(NADIR_RMSPROP);
    params.lr = 1;
    expect_near("RMSProp", -move_one(context, &params, 0, 1e-7f, 1), g / (0.1 * g + 1e-8), 1e-6);
    params.eps_mode = NADIR_EPS_INSIDE;
    expect_near("RMSProp, inside", -move_one(context, &params, 0, 1e-7f, 1), g / sqrt(0.01 * g * g + 1e-8), 1e-6);
    params = nadir_optimizer_params_default(NADIR_ADAGRAD);
    params.lr = 1;
    expect_near("Adagrad", -move_one(context, &params, 0, 1e-7f, 1), g / (g + 1e-10), 1e-6);
}
END_TEST

/* Gradients whose squares are no float32 numbers, by hand: LARS's norms, Adam's average. */
START_TEST(extreme_gradients)
{
    struct nadir_context *context = test_walk(_i);
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_LARS);
    params.weight_decay = 0;
    static const float extremes[] = {1e20f, -1e-24f, 1};
    for (size_t i = 0; i < 3; i++) /* of one element: p -= lr trust |p| sign(g) */
        expect_near("LARS", move_one(context, &params, 5, extremes[i], 1), extremes[i] > 0 ? 4.995 : 5.005, 1e-7);
    params = nadir_optimizer_params_default(NADIR_ADAM);
    params.eps = 0;
    expect_near("Adam", move_one(context, &params, 0, 1e20f, 1), -1e-3, 1e-6);
    params = nadir_optimizer_params_default(NADIR_MOMENTUM);
    params.rule = NADIR_NESTEROV; /* whatever the flag says */
    params.lr = 1;
    expect_near("Nesterov", move_one(context, &params, 0, 1, 1), -1.9, 1e-6);
}
END_TEST

/* 1 - beta of a float 0.999 is off by 1.3e-5, of 0.99999 by 1.4e-3. */
START_TEST(one_minus_beta)
{
    static const double betas[] = {0.999, 0.9999, 0.99999};
    struct nadir_context *context = test_walk(_i);
    for (int i = 0; i < 3; i++) {
        const size_t n = 1;
        struct test_random random = test_seed(1);
        struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_ADAM);
        params.beta1 = params.beta2 = betas[i];
        struct model model = make_vectors(context, &n, 1, &random);
        const struct nadir_tensor gradient = nadir_arena_gradient(model.arena, 0);
        TEST_OK(nadir_tensor_upload(context, &gradient, (float[]){1}));
        TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, &params));
        TEST_OK(nadir_optimizer_step(model.optimizer));
        for (size_t s = 0; s < 2; s++)
            expect_near("1 - beta", (double)fetch(context, nadir_optimizer_state(model.optimizer, s, 0))[0], 1 - betas[i],
                        1e-7);
        destroy_model(&model);
    }
}
END_TEST

/* A decay of 1e-9 a step is less than any rounding of p, and a factor 1 - 1e-9 is 1 in float. Rounded together with an update
 * it is right on average: 64 steps of it come to 6.4e-8, over the parameters known to a tenth of that. */
START_TEST(tiny_decay)
{
    enum { N = 4096, STEPS = 64 };
    const size_t n = N;
    struct nadir_context *context = test_walk(_i);
    if (test_small()) return; /* a matter of statistics */
    double sums[2];
    for (int i = 0; i < 2; i++) {
        struct test_random random = test_seed(4);
        struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_ADAMW);
        params.lr = 1e-3, params.weight_decay = i ? 1e-6 : 0;
        struct model model = make_vectors(context, &n, 1, &random);
        const struct nadir_tensor p = nadir_arena_parameter(model.arena, 0), g = nadir_arena_gradient(model.arena, 0);
        TEST_OK(nadir_tensor_upload(context, &p, test_random_floats(&random, n, 1.1f, 1.9f)));
        TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, &params));
        for (int t = 0; t < STEPS; t++) {
            TEST_OK(nadir_tensor_upload(context, &g, test_random_floats(&random, n, -1, 1)));
            TEST_OK(nadir_optimizer_step(model.optimizer));
        }
        const float *after = fetch(context, p);
        sums[i] = 0;
        for (size_t k = 0; k < n; k++) sums[i] += (double)after[k];
        destroy_model(&model);
    }
    expect_near("decay of 1e-9", (sums[0] - sums[1]) / sums[0], 1e-9 * STEPS, 0.4);
}
END_TEST

/* The largest v is taken before its correction. */
START_TEST(amsgrad_maximum)
{
    const size_t n = 1;
    struct nadir_context *context = test_walk(_i);
    struct test_random random = test_seed(1);
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_ADAM);
    params.amsgrad = true;
    params.beta1 = 0, params.beta2 = 0.5, params.eps = 0, params.lr = 1;
    struct model model = make_vectors(context, &n, 1, &random);
    const struct nadir_tensor p = nadir_arena_parameter(model.arena, 0), g = nadir_arena_gradient(model.arena, 0);
    TEST_OK(nadir_tensor_upload(context, &p, (float[]){0}));
    TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, &params));
    TEST_OK(nadir_tensor_upload(context, &g, (float[]){2}));
    TEST_OK(nadir_optimizer_step(model.optimizer)); /* v = 2, v^ = 4: p = -1 */
    TEST_OK(nadir_tensor_upload(context, &g, (float[]){1}));
    TEST_OK(nadir_optimizer_step(model.optimizer)); /* v = 1.5, largest 2, over 1 - 0.25: sqrt(8 / 3); corrected first: 2 */
    expect_near("p", (double)fetch(context, p)[0], -1 - 1 / sqrt(8.0 / 3), 1e-6);
    destroy_model(&model);
}
END_TEST

/* b = g at the first step, dampening or not; RAdam's first steps are momentum alone, up to rho_5 = 4.99 for 0.999. */
START_TEST(first_steps)
{
    struct nadir_context *context = test_walk(_i);
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_MOMENTUM);
    params.lr = 1, params.dampening = 0.5;
    expect_near("dampening at step 1", move_one(context, &params, 0, 1, 1), -1, 0);
    expect_near("dampening at step 2", move_one(context, &params, 0, 1, 2), -1 - 1.4, 1e-6);
    params = nadir_optimizer_params_default(NADIR_RADAM);
    params.lr = 1;
    for (unsigned t = 1; t <= 7; t++) {
        /* With a constant gradient of 8, m^ = 8 and sqrt(v^) = 8. */
        double want = 0;
        for (unsigned i = 1; i <= t; i++) {
            const double power = pow(0.999, i), rho = 1999 - 2 * i * power / (1 - power);
            want -= rho > 5 ? sqrt((rho - 4) * (rho - 2) * 1999 / (1995.0 * 1997 * rho)) : 8;
        }
        expect_near("RAdam", move_one(context, &params, 0, 8, t), want, 1e-5);
    }
}
END_TEST

/* Nothing pushes, nothing moves: also with eps 0, and for rules that divide by norms. */
START_TEST(zero_gradients)
{
    static const size_t sizes[] = {40, 1};
    static const struct shape matrix[] = {{2, {5, 8}}, {1, {3}}};
    struct nadir_context *context = test_walk(_i);
    for (int rule = 0; rule < NADIR_OPTIMIZER_COUNT; rule++) {
        if (test_left_out(rule)) continue;
        struct test_random random = test_seed(2);
        struct nadir_optimizer_params params = nadir_optimizer_params_default((enum nadir_optimizer_rule)rule);
        params.weight_decay = 0;
        params.lambd = 0;
        if (is_elementwise(params.rule)) params.eps = 0;
        struct model model =
            rule == NADIR_MUON ? make_model(context, matrix, 2, &random) : make_vectors(context, sizes, 2, &random);
        const struct nadir_tensor all = nadir_arena_parameters(model.arena);
        const float *before = fetch(context, all);
        TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, &params));
        for (int t = 0; t < 2; t++) TEST_OK(nadir_optimizer_step(model.optimizer));
        const float *after = fetch(context, all);
        for (size_t i = 0; i < 2; i++) { /* not the padding between, where Mesa 22.3 makes -0 of 0 */
            const size_t at = nadir_arena_offset(model.arena, i);
            const struct nadir_tensor p = nadir_arena_parameter(model.arena, i);
            test_expect_bits(nadir_optimizer_name(params.rule), after + at, before + at, nadir_tensor_count(&p));
        }
        destroy_model(&model);
        test_reset();
    }
}
END_TEST

/* 1000 steps of AdamW against the trajectory in double. */
START_TEST(drift)
{
    enum { N = 64 };
    const unsigned steps = test_small() ? 20 : 1000;
    const size_t n = N;
    struct nadir_context *context = test_walk(_i);
    struct test_random random = test_seed(9);
    const struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_ADAMW);
    struct model model = make_vectors(context, &n, 1, &random);
    const struct nadir_tensor gradient = nadir_arena_gradient(model.arena, 0);
    const struct nadir_tensor parameter = nadir_arena_parameter(model.arena, 0);
    TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, &params));
    double *p = test_widen(fetch(context, parameter), n), *s[4] = {test_doubles(n), test_doubles(n)}, *wide = test_doubles(n);
    float *g = test_floats(n);
    for (unsigned t = 1; t <= steps; t++) {
        for (size_t i = 0; i < n; i++) {
            g[i] = test_uniform(&random, -1, 1) + (i % 2 ? 0.3f : 0.f);
            wide[i] = (double)g[i];
        }
        TEST_OK(nadir_tensor_upload(context, &gradient, g));
        TEST_OK(nadir_optimizer_step(model.optimizer));
        ref_optimizer_step(p, s, wide, &(struct ref_optimizer){&params, t, 1, {0, 0}, 1, 1, n});
    }
    test_expect("AdamW, 1000 steps", fetch(context, parameter), p, n, 1e-5, 0);
    destroy_model(&model);
}
END_TEST

/* Without skipping, NaN stays where it is, for every elementwise rule. */
START_TEST(not_finite)
{
    struct nadir_context *context = test_walk(_i);
    for (int rule = 0; rule < NADIR_OPTIMIZER_COUNT; rule++) {
        if (test_left_out(rule)) continue;
        const size_t n = 40;
        struct test_random random = test_seed(1);
        const struct nadir_optimizer_params params = nadir_optimizer_params_default((enum nadir_optimizer_rule)rule);
        if (!is_elementwise(params.rule)) continue;
        struct model model = make_vectors(context, &n, 1, &random);
        TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, &params));
        float *g = test_random_floats(&random, n, 0.5f, 1);
        g[3] = g[38] = NAN;
        const struct nadir_tensor gradient = nadir_arena_gradient(model.arena, 0);
        TEST_OK(nadir_tensor_upload(context, &gradient, g));
        TEST_OK(nadir_optimizer_step(model.optimizer));
        const float *p = fetch(context, nadir_arena_parameter(model.arena, 0));
        for (size_t i = 0; i < n; i++)
            ck_assert_msg(isnan(p[i]) == (i == 3 || i == 38), "%s: p[%zu] = %g", nadir_optimizer_name(params.rule), i,
                          (double)p[i]);
        destroy_model(&model);
    }
}
END_TEST

/* Sophia's curvature leaves out what is not finite, and wants unscaled gradients. */
START_TEST(curvature_of_bad_gradients)
{
    const size_t n = 40;
    struct nadir_context *context = test_walk(_i);
    struct test_random random = test_seed(1);
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_SOPHIA);
    struct model model = make_vectors(context, &n, 1, &random);
    const struct nadir_tensor gradient = nadir_arena_gradient(model.arena, 0);
    TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, &params));
    float *g = test_floats(n);
    double *want = test_doubles(n);
    for (int t = 0; t < 2; t++) {
        for (size_t i = 0; i < n; i++) g[i] = t == 1 && i == 3 ? NAN : t == 1 && i == 39 ? INFINITY : 2;
        for (size_t i = 0; i < n; i++) want[i] += isfinite(g[i]) ? 0.01 * (4 - want[i]) : 0;
        TEST_OK(nadir_tensor_upload(context, &gradient, g));
        TEST_OK(nadir_optimizer_curvature(model.optimizer));
    }
    test_expect("hessian", fetch(context, nadir_optimizer_state(model.optimizer, 1, 0)), want, n, 0, 4 * U);
    nadir_optimizer_destroy(&model.optimizer);
    params.loss_scale.initial = 2;
    TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, &params));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "scaled", nadir_optimizer_curvature(model.optimizer));
    destroy_model(&model);
}
END_TEST

/* Averages at their ends: beta 0 takes the gradient as it is, however much smaller than the one before; an infinite second
 * moment stops its parameter instead of making it NaN. */
START_TEST(adam_at_its_ends)
{
    struct nadir_context *context = test_walk(_i);
    const size_t n = 20;
    struct test_random random = test_seed(1);
    struct model model = make_vectors(context, &n, 1, &random);
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_ADAM);
    params.beta1 = params.beta2 = 0;
    params.eps = 1e-8;
    params.lr = 0.5;
    TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, &params));
    const struct nadir_tensor gradient = nadir_arena_gradient(model.arena, 0);
    float *g = test_floats(n);
    for (size_t i = 0; i < n; i++) g[i] = i == 7 ? 1e20f : 1;
    TEST_OK(nadir_tensor_upload(context, &gradient, g));
    TEST_OK(nadir_optimizer_step(model.optimizer));
    const float *before = fetch(context, nadir_arena_parameter(model.arena, 0));
    for (size_t i = 0; i < n; i++) g[i] = 1e-8f;
    TEST_OK(nadir_tensor_upload(context, &gradient, g));
    TEST_OK(nadir_optimizer_step(model.optimizer));
    const float *after = fetch(context, nadir_arena_parameter(model.arena, 0));
    for (size_t i = 0; i < n; i++) {
        const double want = i == 7 ? 0 : -0.25; /* lr g / (|g| + eps) with g = eps */
        ck_assert_msg(fabs((double)after[i] - (double)before[i] - want) < 1e-6, "p[%zu] moved by %g, want %g", i,
                      (double)after[i] - (double)before[i], want);
    }
    destroy_model(&model);
}
END_TEST

/* --- Names, parts, wrong input. --- */

START_TEST(states_and_names)
{
    static const size_t sizes[] = {5, 3};
    static const char *const names[NADIR_OPTIMIZER_COUNT] = {
        "sgd", "momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "adam", "adamw", "adamax", "nadam", "radam", "lion",
        "adan", "rprop", "asgd", "schedule_free", "sophia", "lamb", "lars", "adafactor", "muon", "adam8bit",
    };
    struct nadir_context *context = test_context();
    struct test_random random = test_seed(1);
    for (int rule = 0; rule < NADIR_OPTIMIZER_COUNT; rule++) {
        if (test_left_out(rule)) continue;
        const struct nadir_optimizer_params params = nadir_optimizer_params_default((enum nadir_optimizer_rule)rule);
        enum nadir_optimizer_rule parsed = NADIR_OPTIMIZER_COUNT;
        ck_assert_str_eq(nadir_optimizer_name(params.rule), names[rule]);
        TEST_OK(nadir_optimizer_parse(&parsed, names[rule]));
        ck_assert_int_eq(parsed, params.rule);
        TEST_OK(nadir_optimizer_check(&params));
        const struct nadir_optimizer_params keras = nadir_optimizer_params_keras(params.rule);
        TEST_OK(nadir_optimizer_check(&keras));

        struct model model = make_vectors(context, sizes, 2, &random);
        TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, &params));
        const size_t states = nadir_optimizer_state_count(model.optimizer);
        for (size_t j = 0; j < 4; j++) {
            const bool left_out = (rule == NADIR_SGD) || (rule == NADIR_RMSPROP && j > 0) || j >= 4 || !slots[rule][j] ||
                                  ((rule == NADIR_ADAM || rule == NADIR_ADAMW) && j == 2);
            const size_t state = slots[rule][j] ? find_state(&model, slots[rule][j]) : states;
            ck_assert_msg((state == states) == left_out, "%s: state %s %s", names[rule], slots[rule][j] ? slots[rule][j] : "-",
                          left_out ? "is there" : "is missing");
            for (size_t i = 0; i < 2 && state < states && is_elementwise(params.rule); i++) {
                const struct nadir_tensor s = nadir_optimizer_state(model.optimizer, state, i);
                ck_assert(s.buffer && s.dtype == NADIR_F32 && s.rank == 1 && s.shape[0] == sizes[i]);
            }
        }
        ck_assert_ptr_null(nadir_optimizer_state_name(model.optimizer, states));
        ck_assert_uint_eq(nadir_optimizer_step_count(model.optimizer), 0);
        destroy_model(&model);
        ck_assert_ptr_null(model.optimizer);
        nadir_optimizer_destroy(&model.optimizer);
    }
    nadir_optimizer_destroy(NULL);
    ck_assert_ptr_null(nadir_optimizer_name((enum nadir_optimizer_rule)77));
    enum nadir_optimizer_rule untouched = NADIR_MOMENTUM;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "adamw", nadir_optimizer_parse(&untouched, "adamx"));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "", nadir_optimizer_parse(&untouched, ""));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "", nadir_optimizer_parse(&untouched, "Adam"));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "", nadir_optimizer_parse(&untouched, NULL));
    ck_assert_int_eq(untouched, NADIR_MOMENTUM);
}
END_TEST

/* Two optimizers, each with its part; what belongs to nobody stays. */
START_TEST(parts)
{
    struct nadir_context *context = test_walk(_i);
    struct nadir_arena *arena = NULL;
    static const char *const names[] = {"gen.fc1", "gen.fc2", "dis.fc1", "rest", "gen2"};
    static const size_t sizes[] = {19, 3, 300, 5, 2};
    TEST_OK(nadir_arena_create(&arena, context));
    for (size_t i = 0; i < 5; i++) TEST_OK(nadir_arena_add(arena, names[i], 1, &sizes[i], NULL));
    TEST_OK(nadir_arena_allocate(arena));
    for (size_t i = 0; i < 5; i++) {
        const struct nadir_tensor g = nadir_arena_gradient(arena, i);
        float *ones = test_floats(sizes[i]);
        for (size_t j = 0; j < sizes[i]; j++) ones[j] = 1;
        TEST_OK(nadir_tensor_upload(context, &g, ones));
    }
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_SGD);
    params.lr = 0.5;
    struct nadir_optimizer *generator = NULL, *discriminator = NULL, *bad = NULL;
    TEST_OK(nadir_optimizer_create(&generator, context, arena, "gen.", &params));
    params = nadir_optimizer_params_default(NADIR_ADAM);
    params.lr = 0.25;
    TEST_OK(nadir_optimizer_create(&discriminator, context, arena, "dis", &params));
    ck_assert_ptr_null(nadir_optimizer_state(discriminator, 0, 0).buffer);
    ck_assert_ptr_nonnull(nadir_optimizer_state(discriminator, 0, 2).buffer);
    TEST_OK(nadir_optimizer_step(generator));
    TEST_OK(nadir_optimizer_step(discriminator));
    TEST_OK(nadir_optimizer_step(discriminator));
    const double want[] = {-0.5, -0.5, -0.5, 0, 0}; /* Adam: lr a step with a constant gradient */
    for (size_t i = 0; i < 5; i++) {
        double *expected = test_doubles(sizes[i]);
        for (size_t j = 0; j < sizes[i]; j++) expected[j] = want[i];
        test_expect(names[i], fetch(context, nadir_arena_parameter(arena, i)), expected, sizes[i], 1e-6, 0);
    }
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "gen", nadir_optimizer_create(&bad, context, arena, "gen", &params));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "nobody", nadir_optimizer_create(&bad, context, arena, "nobody", &params));
    ck_assert_ptr_null(bad);
    nadir_optimizer_destroy(&generator);
    nadir_optimizer_destroy(&discriminator);
    nadir_arena_destroy(&arena);
}
END_TEST

START_TEST(refuses)
{
    struct nadir_context *context = test_context();
    struct test_random random = test_seed(1);
    const size_t n = 4;
    struct model model = make_vectors(context, &n, 1, &random);
    struct nadir_optimizer *bad = NULL;
    static const struct {
        enum nadir_optimizer_rule rule;
        struct change change;
        const char *name;
    } cases[] = {
        {NADIR_SGD, SET(lr, -1e-9), "lr"},
        {NADIR_SGD, SET(lr, (double)NAN), "lr"},
        {NADIR_ADAM, SET(lr, (double)INFINITY), "lr"},
        {NADIR_MOMENTUM, SET(momentum, -0.1), "momentum"},
        {NADIR_MOMENTUM, SET(momentum, 1.1), "momentum"},
        {NADIR_MOMENTUM, SET(momentum, (double)NAN), "momentum"},
        {NADIR_MOMENTUM, SET(dampening, 1.1), "dampening"},
        {NADIR_NESTEROV, SET(momentum, 0), "momentum"},
        {NADIR_NESTEROV, SET(dampening, 0.1), "dampening"},
        {NADIR_ADAM, SET(beta1, 1), "beta1"},
        {NADIR_ADAM, SET(beta1, -0.1), "beta1"},
        {NADIR_ADAM, SET(beta2, 1), "beta2"},
        {NADIR_ADAM, SET(beta2, (double)NAN), "beta2"},
        {NADIR_ADAN, SET(beta3, 1), "beta3"},
        {NADIR_ADAM, SET(eps, -1e-8), "eps"},
        {NADIR_ADAM, SET(eps, (double)INFINITY), "eps"},
        {NADIR_ADAM, SET(eps_mode, 9), "eps_mode"},
        {NADIR_ADAMW, SET(weight_decay, -1), "weight_decay"},
        {NADIR_ADAMW, SET(weight_decay, (double)NAN), "weight_decay"},
        {NADIR_ADAMW, SET(decay, 9), "decay"},
        {NADIR_RMSPROP, SET(alpha, 1.1), "alpha"},
        {NADIR_ADADELTA, SET(rho, -0.1), "rho"},
        {NADIR_SOPHIA, SET(rho, 0), "rho"},
        {NADIR_SOPHIA, SET(batch, 0), "batch"},
        {NADIR_ADAGRAD, SET(lr_decay, -1), "lr_decay"},
        {NADIR_ADAGRAD, SET(initial_accumulator, -1), "initial_accumulator"},
        {NADIR_NADAM, SET(momentum_decay, -1), "momentum_decay"},
        {NADIR_RPROP, SET(eta_minus, 1), "eta_minus"},
        {NADIR_RPROP, SET(eta_plus, 1), "eta_plus"},
        {NADIR_RPROP, SET(step_min, 0), "step_min"},
        {NADIR_RPROP, SET(step_max, 1e-9), "step_max"},
        {NADIR_ASGD, SET(lambd, -1), "lambd"},
        {NADIR_ASGD, SET(t0, -1), "t0"},
        {NADIR_ASGD, SET(alpha, -1), "alpha"},
        {NADIR_LARS, SET(trust_coefficient, 0), "trust_coefficient"},
        {NADIR_ADAFACTOR, SET(beta2_decay, 0.1), "beta2_decay"},
        {NADIR_ADAFACTOR, SET(eps2, 0), "eps2"},
        {NADIR_ADAFACTOR, SET(clip_threshold, 0), "clip_threshold"},
        {NADIR_MUON, SET(ns_steps, 0), "ns_steps"},
        {NADIR_MUON, SET(ns_steps, 101), "ns_steps"},
        {NADIR_SGD, SET(l1, -1), "l1"},
        {NADIR_SGD, SET(clip.norm, -1), "norm"},
        {NADIR_SGD, SET(clip.tensor_norm, (double)NAN), "tensor_norm"},
        {NADIR_SGD, SET(clip.value, -1), "value"},
        {NADIR_SGD, SET(loss_scale.initial, 0.5), "loss_scale"},
        {NADIR_SGD, SET(average_decay, 1.1), "average_decay"},
        {NADIR_SGD, SET(copy, NADIR_I32), "copy"},
        {NADIR_SGD, SET(rule, 77), "rule"},
    };
    const enum nadir_status invalid = NADIR_ERROR_INVALID_ARGUMENT;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct row row = {cases[i].rule, "", {cases[i].change}};
        const struct nadir_optimizer_params params = params_of(&row);
        TEST_FAILS(invalid, cases[i].name, nadir_optimizer_check(&params));
        TEST_FAILS(invalid, cases[i].name, nadir_optimizer_create(&bad, context, model.arena, NULL, &params));
        ck_assert_ptr_null(bad);
    }
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_ADAM);
    TEST_FAILS(invalid, "", nadir_optimizer_check(NULL));
    TEST_FAILS(invalid, "", nadir_optimizer_create(NULL, context, model.arena, NULL, &params));
    TEST_FAILS(invalid, "", nadir_optimizer_create(&bad, context, NULL, NULL, &params));
    struct nadir_arena *unallocated = NULL;
    TEST_OK(nadir_arena_create(&unallocated, context));
    TEST_OK(nadir_arena_add(unallocated, "w", 1, &n, NULL));
    TEST_FAILS(invalid, "", nadir_optimizer_create(&bad, context, unallocated, NULL, &params));
    nadir_arena_destroy(&unallocated);

    TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, &params));
    TEST_FAILS(invalid, "lr", nadir_optimizer_set_lr(model.optimizer, -1));
    TEST_FAILS(invalid, "lr", nadir_optimizer_set_lr(model.optimizer, (double)NAN));
    TEST_FAILS(invalid, "lr", nadir_optimizer_set_lr(model.optimizer, (double)INFINITY));
    TEST_FAILS(invalid, "", nadir_optimizer_set_momentum(model.optimizer, 1));
    TEST_FAILS(invalid, "", nadir_optimizer_set_momentum(model.optimizer, (double)NAN));
    TEST_FAILS(invalid, "", nadir_optimizer_accumulate(model.optimizer, 1));
    TEST_FAILS(invalid, "", nadir_optimizer_curvature(model.optimizer));
    TEST_OK(nadir_optimizer_set_lr(model.optimizer, 0));
    ck_assert(nadir_optimizer_get_params(model.optimizer)->lr == 0);
    destroy_model(&model);
}
END_TEST

/* Values that one rule refuses are another's. */
START_TEST(ranges_are_of_the_rule)
{
    static const struct row good[] = {
        {NADIR_SOPHIA, "rho 100", {SET(rho, 100)}},
        {NADIR_ASGD, "alpha 2", {SET(alpha, 2)}},
        {NADIR_ADADELTA, "rho 0", {SET(rho, 0)}},
        {NADIR_RMSPROP, "alpha 1", {SET(alpha, 1)}},
        {NADIR_NESTEROV, "dampening with lr inside", {SET(dampening, 0.5), SET(lr_in_momentum, 1)}},
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        const struct nadir_optimizer_params params = params_of(&good[i]);
        const enum nadir_status status = nadir_optimizer_check(&params);
        ck_assert_msg(status == NADIR_OK, "%s, %s: %s", nadir_optimizer_name(good[i].rule), good[i].label,
                      nadir_last_error()->message);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("optimizer");
    TCase *tcase = test_case(suite, "optimizer");
    tcase_add_test(tcase, states_and_names);
    tcase_add_test(tcase, refuses);
    tcase_add_test(tcase, ranges_are_of_the_rule);
    tcase_add_test(tcase, update_refuses);
    tcase_add_loop_test(tcase, steps, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, updates, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, updates_of_16_bits, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, wrapped_arena, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, eps_positions, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, extreme_gradients, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, one_minus_beta, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, tiny_decay, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, amsgrad_maximum, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, first_steps, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, zero_gradients, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, drift, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, parts, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, not_finite, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, curvature_of_bad_gradients, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, adam_at_its_ends, 0, TEST_WALKS);
    return test_run(suite);
}
