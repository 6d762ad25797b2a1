/* SPDX-License-Identifier: MIT */
/* The optimizers of `nadir op`: as many updates of one tensor as there are gradients. */
#include "op.h"
#include "optimizer_options.h"
#include "tool.h"

#include "base/status_priv.h"
#include "runtime/runtime_priv.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How many steps each update of Sophia's curvature serves. */
enum { CURVATURE_STEPS = 10 };

/* --- Options. --- */

static struct nadir_optimizer_params params_of(const struct op *op)
{
    const enum nadir_optimizer_rule rule = (enum nadir_optimizer_rule)op->which;
    struct nadir_optimizer_params params = optimizer_preset(rule, op_option(op, "preset")->value.choice);
    for (size_t i = 0; optimizer_option(i); i++) {
        const struct optimizer_option *row = optimizer_option(i);
        const struct op_option *option = op_option(op, row->name);
        if (!option || !option->given) continue;
        if (row->type == OPTION_INTEGER) optimizer_option_set(row, &params, &(uint64_t){(uint64_t)option->value.integer});
        else optimizer_option_set(row, &params, &option->value);
    }
    return params;
}

static void describe_option(struct op *op, const struct optimizer_option *row, const struct nadir_optimizer_params *defaults)
{
    struct op_option option = {.name = row->name, .type = row->type == OPTION_INTEGER ? OPTION_SIGNED : row->type,
                               .help = row->help, .least = row->least, .most = row->most, .names = row->names,
                               .count = optimizer_option_count(row, defaults->rule)};
    optimizer_option_text(row, defaults, option.fallback, sizeof option.fallback);
    /* What is off by default, clipping, is 0 then. */
    if (row->type == OPTION_REAL && row->around) option.least = 0;
    op_add_option(op, option);
}

/* --- The run. --- */

/* The shape of p behind a first axis. */
static bool stacked(const struct nadir_tensor *stack, const struct nadir_tensor *p)
{
    return stack->rank == p->rank + 1 && memcmp(&stack->shape[1], p->shape, p->rank * sizeof p->shape[0]) == 0;
}

static enum nadir_status check_stack(const char *name, const struct nadir_tensor *stack, const struct nadir_tensor *p)
{
    char got[ND_SHAPE_TEXT], want[ND_SHAPE_TEXT];
    if (stacked(stack, p)) return NADIR_OK;
    nadir__shape_text(want, p->rank, p->shape);
    nadir__shape_text(got, stack->rank, stack->shape);
    return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT,
                       "%s has shape %s, but it needs one axis more than p, of shape %s, in front", name, got, want);
}

/* Number `index` of a stack becomes the gradient. */
static enum nadir_status load_gradient(struct op *op, const struct nadir_arena *arena, const struct nadir_tensor *stack,
                                       size_t index)
{
    const struct nadir_tensor gradient = nadir_arena_gradient(arena, 0);
    const struct nadir_tensor slice = nadir_tensor_view(
        stack->buffer, stack->offset + index * nadir_tensor_count(&gradient), NADIR_F32, gradient.rank, gradient.shape);
    return nadir_vector_copy(op->context, &gradient, &slice);
}

/* A state, through host memory: it may be of bytes. */
static enum nadir_status save_state(struct op *op, const char *name, const struct nadir_tensor *state)
{
    enum nadir_status status = NADIR_OK;
    const size_t bytes = nadir_tensor_count(state) * nadir_dtype_size(state->dtype);
    void *data = malloc(bytes ? bytes : 1);
    if (!data) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the %zu bytes of %s", bytes, name);
        goto out;
    }
    ND_TRY(op_make_like(op, name, state));
    ND_TRY(nadir_tensor_download(op->context, state, data));
    ND_TRY(nadir_tensor_upload(op->context, op_tensor(op, name), data));
out:
    free(data);
    return status;
}

/* Steps that were left out are no failure, but nobody would expect them. */
static enum nadir_status tell_skipped(struct nadir_optimizer *optimizer)
{
    enum nadir_status status = NADIR_OK;
    struct nadir_optimizer_report report;
    ND_TRY(nadir_optimizer_report(optimizer, &report));
    if (report.skipped > 0)
        (void)tool_fail("warning: %" PRIu64 " of %" PRIu64 " steps left out, because gradients are not finite: first element "
                        "%zu of gradient %" PRIu64,
                        report.skipped, report.steps + report.skipped, report.bad_element, report.bad_step - 1);
out:
    return status;
}

static enum nadir_status run_optimizer(struct op *op)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir_optimizer_params params = params_of(op);
    const struct nadir_tensor *g = op_tensor(op, "g"), *curvature = op_tensor(op, "curvature");
    struct nadir_arena *arena = NULL;
    struct nadir_optimizer *optimizer = NULL;
    op_move(op, "p", "p");
    const struct nadir_tensor *p = op_tensor(op, "p");
    if (nadir_tensor_count(p) == 0) {
        status = nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "p has no elements");
        goto out;
    }
    ND_TRY(check_stack("g", g, p));
    if (curvature) ND_TRY(check_stack("curvature", curvature, p));
    if (curvature && curvature->shape[0] < (g->shape[0] + CURVATURE_STEPS - 1) / CURVATURE_STEPS) {
        status = nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "curvature holds %zu updates, but %zu steps need one for every %d",
                             curvature->shape[0], g->shape[0], CURVATURE_STEPS);
        goto out;
    }
    ND_TRY(nadir_arena_create(&arena, op->context));
    ND_TRY(nadir_arena_add(arena, "p", p->rank, p->shape, NULL));
    ND_TRY(nadir_arena_allocate(arena));
    const struct nadir_tensor parameter = nadir_arena_parameter(arena, 0);
    ND_TRY(nadir_vector_copy(op->context, &parameter, p));
    ND_TRY(nadir_optimizer_create(&optimizer, op->context, arena, NULL, &params));
    for (size_t step = 0; step < g->shape[0]; step++) {
        if (curvature && step % CURVATURE_STEPS == 0) {
            ND_TRY(load_gradient(op, arena, curvature, step / CURVATURE_STEPS));
            ND_TRY(nadir_optimizer_curvature(optimizer));
        }
        ND_TRY(load_gradient(op, arena, g, step));
        ND_TRY(nadir_optimizer_step(optimizer));
    }
    ND_TRY(nadir_vector_copy(op->context, p, &parameter));
    ND_TRY(tell_skipped(optimizer));
    for (size_t i = 0; i < nadir_optimizer_state_count(optimizer); i++) {
        const struct nadir_tensor state = nadir_optimizer_state(optimizer, i, 0);
        if (state.buffer) ND_TRY(save_state(op, nadir_optimizer_state_name(optimizer, i), &state));
    }
    ND_TRY(nadir_context_finish(op->context));
out:
    nadir_optimizer_destroy(&optimizer);
    nadir_arena_destroy(&arena);
    return status;
}

/* --- The description. --- */

static void describe_state(struct op *op, const char *name, const char *shape, enum op_values values, bool optional)
{
    struct op_tensor state = {.shape = shape, .values = values, .output = true, .optional = optional};
    snprintf(state.name, sizeof state.name, "%s", name);
    op_add_tensor(op, state);
}

/* The states; optional are those that not all options and shapes of p have. */
static void describe_states(struct op *op, enum nadir_optimizer_rule rule)
{
    const char *always[NADIR_OPTIMIZER_STATES], *ever[NADIR_OPTIMIZER_STATES];
    const struct nadir_optimizer_params defaults = nadir_optimizer_params_default(rule);
    struct nadir_optimizer_params all = defaults;
    all.momentum = all.momentum > 0 ? all.momentum : 0.9;
    all.amsgrad = all.centered = true;
    const size_t always_count = nadir_optimizer_states(&defaults, always), count = nadir_optimizer_states(&all, ever);
    switch (rule) {
    case NADIR_ADAFACTOR:
        describe_state(op, "row_var", "(..., rows, 1)", OP_FLOAT, true);
        describe_state(op, "col_var", "(..., 1, cols)", OP_FLOAT, true);
        describe_state(op, "variance", "(...)", OP_FLOAT, true);
        break;
    case NADIR_MUON:
        describe_state(op, "momentum_buffer", "(rows, cols)", OP_FLOAT, true);
        describe_state(op, "exp_avg", "(...)", OP_FLOAT, true);
        describe_state(op, "exp_avg_sq", "(...)", OP_FLOAT, true);
        break;
    case NADIR_ADAM8BIT:
        describe_state(op, "exp_avg", "(...)", OP_STATE, false);
        describe_state(op, "exp_avg_sq", "(...)", OP_STATE, false);
        describe_state(op, "exp_avg_scale", "(blocks)", OP_FLOAT, true);
        describe_state(op, "exp_avg_sq_scale", "(blocks)", OP_FLOAT, true);
        break;
    default:
        for (size_t i = 0, j = 0; i < count; i++) {
            const bool optional = j == always_count || strcmp(ever[i], always[j]) != 0;
            describe_state(op, ever[i], "(...)", OP_FLOAT, optional);
            j += !optional;
        }
        break;
    }
}

void op_describe_optimizer(struct op *op, int which)
{
    const enum nadir_optimizer_rule rule = (enum nadir_optimizer_rule)which;
    const struct nadir_optimizer_params defaults = nadir_optimizer_params_default(rule);
    op->name = nadir_optimizer_name(rule);
    op->which = which;
    op->run = run_optimizer;
    snprintf(op->about, sizeof op->about, "Updates p with the optimizer %s, once for each gradient in g; the formula is in "
             "nadir/optimizer.h.%s", op->name,
             rule == NADIR_SOPHIA ? " Row i of the curvature is used before step 10 i + 1." : "");
    op_add_tensor(op, (struct op_tensor){"p", "(...)", OP_FLOAT, .help = "parameters at the start"});
    op_add_tensor(op, (struct op_tensor){"g", "(steps, ...)", OP_FLOAT, .help = "gradients, one for each step"});
    if (rule == NADIR_SOPHIA)
        op_add_tensor(op, (struct op_tensor){"curvature", "(steps, ...)", OP_FLOAT, .optional = true,
                                             .help = "gradients for the curvature, one for every 10 steps"});
    op_add_tensor(op, (struct op_tensor){"p", "(...)", OP_FLOAT, .output = true});
    describe_states(op, rule);
    op_add_option(op, (struct op_option){"preset", OPTION_CHOICE, "whose defaults the other options have",
                                         .names = optimizer_presets, .fallback = "pytorch"});
    for (size_t i = 0; optimizer_option(i); i++)
        if (optimizer_option_is_for(optimizer_option(i), rule)) describe_option(op, optimizer_option(i), &defaults);
}
