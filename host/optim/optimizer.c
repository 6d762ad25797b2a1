/* SPDX-License-Identifier: MIT */
/* Optimizers: a table of rules, and one launch over a run of the arena. */
#include "optim_priv.h"

#include "base/status_priv.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_STATES = 2, SCALARS = 5 };

struct nadir_optimizer {
    struct nadir_context *context;
    struct nadir_arena *arena;
    struct nadir_optimizer_params params;
    size_t first, last; /* tensors of the arena it covers: first <= i < last */
    size_t begin, length; /* the same as elements of the arena, padding included */
    struct nadir_tensor states[MAX_STATES];
    uint64_t steps;
    float scalars[SCALARS]; /* of the step being enqueued: h0 .. h4 of cl/optimizer.clh */
};

/* The scalars of step t (from 1), computed in double: 1 - beta from a float beta would be off by 1e-5. */
static void sgd(const struct nadir_optimizer_params *params, uint64_t t, double h[SCALARS])
{
    (void)t;
    h[0] = params->lr;
}

static void momentum(const struct nadir_optimizer_params *params, uint64_t t, double h[SCALARS])
{
    h[0] = params->lr;
    h[1] = t == 1 ? 0.0 : params->momentum;
    h[2] = t == 1 ? 1.0 : 1.0 - params->dampening;
}

static void adam(const struct nadir_optimizer_params *params, uint64_t t, double h[SCALARS])
{
    h[0] = params->lr / (1.0 - pow(params->beta1, (double)t));
    h[1] = 1.0 - params->beta1;
    h[2] = 1.0 - params->beta2;
    h[3] = 1.0 / sqrt(1.0 - pow(params->beta2, (double)t));
    h[4] = params->eps;
}

static const struct {
    const char *name;
    size_t state_count;
    const char *states[MAX_STATES];
    void (*scalars)(const struct nadir_optimizer_params *params, uint64_t t, double h[SCALARS]);
} rules[] = {
    [NADIR_SGD] = {"sgd", 0, {NULL}, sgd},
    [NADIR_MOMENTUM] = {"momentum", 1, {"momentum_buffer"}, momentum},
    [NADIR_ADAM] = {"adam", 2, {"exp_avg", "exp_avg_sq"}, adam},
};
enum { RULE_COUNT = sizeof rules / sizeof rules[0] };

struct nadir_optimizer_params nadir_optimizer_params_default(enum nadir_optimizer_rule rule)
{
    return (struct nadir_optimizer_params){
        .rule = rule, .lr = 1e-3, .momentum = 0.9, .dampening = 0.0, .beta1 = 0.9, .beta2 = 0.999, .eps = 1e-8};
}

const char *nadir_optimizer_name(enum nadir_optimizer_rule rule)
{
    return (unsigned)rule < RULE_COUNT ? rules[rule].name : NULL;
}

enum nadir_status nadir_optimizer_parse(enum nadir_optimizer_rule *out, const char *name)
{
    ND_CHECK_ARG(out && name, "optimizer: out or name is NULL");
    for (unsigned i = 0; i < RULE_COUNT; i++)
        if (strcmp(rules[i].name, name) == 0) {
            *out = (enum nadir_optimizer_rule)i;
            return NADIR_OK;
        }
    return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "%s is not an optimizer; there are sgd, momentum and adam", name);
}

/* The comparisons are written so that NaN fails them. */
enum nadir_status nadir__optimizer_params_check(const struct nadir_optimizer_params *p)
{
    ND_CHECK_ARG((unsigned)p->rule < RULE_COUNT, "rule = %d is not an optimizer", (int)p->rule);
    ND_CHECK_ARG(p->lr >= 0.0 && isfinite(p->lr), "lr = %g, but a finite number >= 0 is needed", p->lr);
    ND_CHECK_ARG(p->momentum >= 0.0 && p->momentum <= 1.0, "momentum = %g, but 0 .. 1 is needed", p->momentum);
    ND_CHECK_ARG(p->dampening >= 0.0 && p->dampening <= 1.0, "dampening = %g, but 0 .. 1 is needed", p->dampening);
    ND_CHECK_ARG(p->beta1 >= 0.0 && p->beta1 < 1.0, "beta1 = %g, but 0 <= beta1 < 1 is needed", p->beta1);
    ND_CHECK_ARG(p->beta2 >= 0.0 && p->beta2 < 1.0, "beta2 = %g, but 0 <= beta2 < 1 is needed", p->beta2);
    ND_CHECK_ARG(p->eps >= 0.0 && isfinite(p->eps), "eps = %g, but a finite number >= 0 is needed", p->eps);
    return NADIR_OK;
}

/* Finds the run of tensors whose names start with `prefix`. */
static enum nadir_status find_run(struct nadir_optimizer *optimizer, const char *prefix)
{
    const struct nadir_arena *arena = optimizer->arena;
    const size_t count = nadir_arena_tensor_count(arena), length = strlen(prefix);
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        if (strncmp(nadir_arena_name(arena, i), prefix, length) != 0) continue;
        if (!found) optimizer->first = i;
        else if (i != optimizer->last)
            return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT,
                               "the tensors named %s* do not follow one another: %s comes between them", prefix,
                               nadir_arena_name(arena, optimizer->last));
        found = true;
        optimizer->last = i + 1;
    }
    if (!found) return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "the arena has no tensor named %s*", prefix);
    const struct nadir_tensor all = nadir_arena_parameters(arena);
    optimizer->begin = nadir_arena_parameter(arena, optimizer->first).offset;
    const size_t end = optimizer->last < count ? nadir_arena_parameter(arena, optimizer->last).offset : all.shape[0];
    optimizer->length = end - optimizer->begin;
    return NADIR_OK;
}

static enum nadir_status get_kernel(const struct nadir_optimizer *optimizer, struct nadir__kernel **kernel)
{
    char defines[32];
    snprintf(defines, sizeof defines, "-DND_RULE=%d", (int)optimizer->params.rule);
    return nadir__kernel_get(optimizer->context, kernel, optimizer->context->walk, "optimizer", "optimizer_step", defines);
}

enum nadir_status nadir_optimizer_create(struct nadir_optimizer **out, struct nadir_context *context,
                                         struct nadir_arena *arena, const char *prefix,
                                         const struct nadir_optimizer_params *params)
{
    enum nadir_status status;
    struct nadir_optimizer *optimizer = NULL;
    const struct nadir_optimizer_params defaults = nadir_optimizer_params_default(NADIR_ADAM);
    if (!params) params = &defaults;
    ND_CHECK_ARG(out && context && arena, "optimizer: out, context or arena is NULL");
    ND_CHECK_ARG(nadir_arena_parameters(arena).buffer, "optimizer: the arena is not allocated");
    ND_TRY(nadir__optimizer_params_check(params));
    optimizer = calloc(1, sizeof *optimizer);
    if (!optimizer) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for an optimizer");
    optimizer->context = context;
    optimizer->arena = arena;
    optimizer->params = *params;
    ND_TRY(find_run(optimizer, prefix ? prefix : ""));
    for (size_t i = 0; i < rules[params->rule].state_count; i++)
        ND_TRY(nadir_tensor_create(&optimizer->states[i], context, NADIR_F32, 1, &optimizer->length));
    struct nadir__kernel *kernel;
    ND_TRY(get_kernel(optimizer, &kernel));
    ND_TRY(nadir_optimizer_reset(optimizer));
    *out = optimizer;
    optimizer = NULL;
out:
    nadir_optimizer_destroy(&optimizer);
    return status;
}

void nadir_optimizer_destroy(struct nadir_optimizer **optimizer)
{
    if (!optimizer || !*optimizer) return;
    for (size_t i = 0; i < MAX_STATES; i++) nadir_tensor_destroy(&(*optimizer)->states[i]);
    free(*optimizer);
    *optimizer = NULL;
}

enum nadir_status nadir_optimizer_set_lr(struct nadir_optimizer *optimizer, double lr)
{
    ND_CHECK_ARG(optimizer, "optimizer is NULL");
    ND_CHECK_ARG(lr >= 0.0 && isfinite(lr), "lr = %g, but a finite number >= 0 is needed", lr);
    optimizer->params.lr = lr;
    return NADIR_OK;
}

void nadir__optimizer_advance(struct nadir_optimizer *optimizer)
{
    double h[SCALARS] = {0};
    rules[optimizer->params.rule].scalars(&optimizer->params, ++optimizer->steps, h);
    for (size_t i = 0; i < SCALARS; i++) optimizer->scalars[i] = (float)h[i];
}

enum nadir_status nadir__emit_optimizer(const struct nadir__sink *sink, struct nadir_optimizer *optimizer)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    struct nadir__arg args[ND_MAX_ARGS];
    size_t count = 0;
    ND_TRY(get_kernel(optimizer, &kernel));
    args[count++] = (struct nadir__arg)ND_MEM(nadir_arena_parameters(optimizer->arena).buffer);
    args[count++] = (struct nadir__arg)ND_U64(optimizer->begin);
    args[count++] = (struct nadir__arg)ND_MEM(nadir_arena_gradients(optimizer->arena).buffer);
    args[count++] = (struct nadir__arg)ND_U64(optimizer->begin);
    for (size_t i = 0; i < rules[optimizer->params.rule].state_count; i++)
        args[count++] = (struct nadir__arg)ND_MEM(optimizer->states[i].buffer);
    args[count++] = (struct nadir__arg)ND_U64(optimizer->length);
    for (size_t i = 0; i < SCALARS; i++) args[count++] = (struct nadir__arg)ND_F32_AT(&optimizer->scalars[i]);
    ND_TRY(nadir__launch(sink, kernel, nadir__chunks(sink->context, optimizer->length), args, count));
out:
    return status;
}

enum nadir_status nadir_optimizer_step(struct nadir_optimizer *optimizer)
{
    ND_CHECK_ARG(optimizer, "optimizer is NULL");
    nadir__optimizer_advance(optimizer);
    return nadir__emit_optimizer(&(struct nadir__sink){.context = optimizer->context}, optimizer);
}

enum nadir_status nadir_optimizer_reset(struct nadir_optimizer *optimizer)
{
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG(optimizer, "optimizer is NULL");
    for (size_t i = 0; i < rules[optimizer->params.rule].state_count; i++)
        ND_TRY(nadir_tensor_zero(optimizer->context, &optimizer->states[i]));
    optimizer->steps = 0;
out:
    return status;
}

struct nadir_arena *nadir__optimizer_arena(const struct nadir_optimizer *optimizer)
{
    return optimizer->arena;
}

bool nadir__optimizer_covers(const struct nadir_optimizer *optimizer, size_t index)
{
    return index >= optimizer->first && index < optimizer->last;
}

uint64_t nadir_optimizer_step_count(const struct nadir_optimizer *optimizer)
{
    return optimizer->steps;
}

size_t nadir_optimizer_state_count(const struct nadir_optimizer *optimizer)
{
    return rules[optimizer->params.rule].state_count;
}

const char *nadir_optimizer_state_name(const struct nadir_optimizer *optimizer, size_t index)
{
    return index < nadir_optimizer_state_count(optimizer) ? rules[optimizer->params.rule].states[index] : NULL;
}

struct nadir_tensor nadir_optimizer_state(const struct nadir_optimizer *optimizer, size_t index)
{
    return index < nadir_optimizer_state_count(optimizer) ? optimizer->states[index] : (struct nadir_tensor){0};
}
