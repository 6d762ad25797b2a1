/* SPDX-License-Identifier: MIT */
/* Penalties on parameters as nodes: scalars without inputs that add to the gradients of parameters. */
#include "graph_priv.h"

#include "base/status_priv.h"
#include "ops/ops_priv.h"
#include "optim/optim_priv.h"

#include <stdio.h>
#include <string.h>

static bool covers(const struct nadir__node *node, const struct nadir_arena *arena, size_t parameter)
{
    const char *name = nadir_arena_name(arena, parameter);
    const size_t length = strlen(name), end = strlen(node->suffix);
    return length >= end && strcmp(name + length - end, node->suffix) == 0;
}

/* The partial sums of all parameters, one behind the other. */
static size_t penalty_partials(const struct nadir_step *step, const struct nadir__node *node)
{
    const struct nadir_arena *arena = step->graph->arena;
    size_t sum = 0;
    for (size_t p = 0; p < nadir_arena_tensor_count(arena); p++) {
        const struct nadir_tensor parameter = nadir_arena_parameter(arena, p);
        if (covers(node, arena, p)) sum += nadir__chunks(step->graph->context, nadir_tensor_count(&parameter));
    }
    return sum;
}

static enum nadir_status penalty_forward(struct nadir_step *step, const struct nadir__stage *stage,
                                         const struct nadir__sink *sink, size_t rows)
{
    enum nadir_status status = NADIR_OK;
    struct nadir_arena *arena = step->graph->arena;
    const uint64_t *at;
    struct nadir_tensor y;
    (void)rows;
    if (stage->loss_rows == ND_NONE) return NADIR_OK;
    const struct nadir_tensor sums = nadir__row_numbers(step, stage->loss_rows, penalty_partials(step, stage->node));
    struct nadir_tensor part = sums;
    for (size_t p = 0; p < nadir_arena_tensor_count(arena); p++) {
        if (!covers(stage->node, arena, p)) continue;
        const struct nadir_tensor parameter = nadir_arena_parameter(arena, p);
        ND_TRY(nadir__emit_penalty(sink, &part, NULL, &parameter, &stage->node->penalty));
        part.offset += nadir__chunks(sink->context, nadir_tensor_count(&parameter));
    }
    for (size_t i = 0; i <= step->scalar_count; i++)
        if (nadir__scalar_place(step, stage->output, i, &y, &at)) ND_TRY(nadir__emit_sum(sink, &y, at, &sums, NULL, 1.0f));
out:
    return status;
}

static enum nadir_status penalty_add_gradients(struct nadir_step *step, const struct nadir__stage *stage,
                                               const struct nadir__sink *sink)
{
    enum nadir_status status = NADIR_OK;
    struct nadir_arena *arena = step->graph->arena;
    struct nadir_penalty_params params = stage->node->penalty;
    params.add = true;
    for (size_t p = 0; p < nadir_arena_tensor_count(arena); p++) {
        if (!covers(stage->node, arena, p)) continue;
        if (step->optimizer && !nadir__optimizer_covers(step->optimizer, p)) continue;
        const struct nadir_tensor parameter = nadir_arena_parameter(arena, p), gradient = nadir_arena_gradient(arena, p);
        ND_TRY(nadir__emit_penalty(sink, NULL, &gradient, &parameter, &params));
    }
out:
    return status;
}

const struct nadir__op nadir__op_penalty = {
    .name = "penalty",
    .gradient_in_forward = true,
    .partials = penalty_partials,
    .forward = penalty_forward,
    .add_gradients = penalty_add_gradients,
};

struct nadir_value *nadir_graph_penalty(struct nadir_graph *graph, const char *name, const char *suffix,
                                        const struct nadir_penalty_params *params)
{
    const struct nadir_penalty_params defaults = nadir_penalty_params_default();
    if (!nadir__graph_may_build(graph, "penalty", name, NULL, 0)) return NULL;
    if (!params) params = &defaults;
    if (nadir__penalty_check(params) != NADIR_OK)
        return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT, "penalty %s: %.200s", name ? name : "",
                                   nadir_last_error()->message);
    if (suffix && strlen(suffix) >= ND_NODE_NAME)
        return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT, "penalty %s: the suffix has more than %d bytes",
                                   name ? name : "", ND_NODE_NAME - 1);
    struct nadir_value *y = nadir__graph_add(graph, name, "penalty", NADIR_F32, 0, NULL, &nadir__op_penalty, NULL, 0);
    if (!y) return NULL;
    y->producer->penalty = *params;
    snprintf(y->producer->suffix, sizeof y->producer->suffix, "%s", suffix ? suffix : "");
    return y;
}
