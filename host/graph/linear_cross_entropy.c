/* SPDX-License-Identifier: MIT */
/* The fused linear layer and cross-entropy as a node. */
#include "graph_priv.h"

#include "base/status_priv.h"
#include "ops/loss_priv.h"
#include "optim/optim_priv.h"

#include <math.h>

/* Slots of the inputs: only those below ND_LOSS_X get gradients. */
enum { X, TARGET = ND_LOSS_X, WEIGHT, SAMPLE_WEIGHT, INPUTS };

/* The node's tensors by name, from those of its inputs by slot (absent ones have a rank of NADIR_MAX_RANK + 1). */
enum { ABSENT = NADIR_MAX_RANK + 1 };
static const struct nadir_tensor *present(const struct nadir_tensor *tensor)
{
    return tensor->rank == ABSENT ? NULL : tensor;
}

static void clear(struct nadir_tensor inputs[INPUTS])
{
    for (int i = 0; i < INPUTS; i++) inputs[i] = (struct nadir_tensor){.rank = ABSENT};
}

/* Resolves the cross-entropy of logits that do not exist. */
static enum nadir_status resolve(struct nadir__loss_call *call, struct nadir_loss_tensors *all, struct nadir_tensor *logits,
                                 const struct nadir_tensor inputs[INPUTS], size_t classes,
                                 const struct nadir_loss_params *params)
{
    *logits = nadir_tensor_view(NULL, 0, NADIR_F32, 2, (const size_t[]){inputs[X].shape[0], classes});
    *all = (struct nadir_loss_tensors){
        .x = {logits},
        .target = present(&inputs[TARGET]),
        .weight = present(&inputs[WEIGHT]),
        .sample_weight = present(&inputs[SAMPLE_WEIGHT]),
    };
    return nadir__loss_resolve(call, NADIR_LOSS_CROSS_ENTROPY, all, params, true);
}

static size_t partials(const struct nadir_step *step, const struct nadir__node *node)
{
    const struct nadir_value per_row = {.rank = 1, .shape = {node->inputs[0]->shape[0]}};
    return nadir__value_elements(&per_row, step->max_rows);
}

static enum nadir_status forward(struct nadir_step *step, const struct nadir__stage *stage, const struct nadir__sink *sink,
                                 size_t rows)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir__node *node = stage->node;
    struct nadir_arena *arena = step->graph->arena;
    struct nadir__loss_call call;
    struct nadir_loss_tensors all;
    struct nadir_tensor inputs[INPUTS], logits, y;
    const uint64_t *at;
    clear(inputs);
    for (unsigned i = 0; i < node->input_count; i++) inputs[node->slots[i]] = nadir__value_tensor(step, node->inputs[i], rows);
    const struct nadir_tensor w = nadir_arena_parameter(arena, node->parameters[0]);
    const struct nadir_tensor b = nadir_arena_parameter(arena, node->parameters[1]);
    const struct nadir_tensor dw = nadir_arena_gradient(arena, node->parameters[0]);
    const struct nadir_tensor db = nadir_arena_gradient(arena, node->parameters[1]);
    const struct nadir_tensor dx = nadir__input_gradient(step, stage, 0, rows);
    const bool w_wanted = !step->optimizer || nadir__optimizer_covers(step->optimizer, node->parameters[0]);
    const bool b_wanted = !step->optimizer || nadir__optimizer_covers(step->optimizer, node->parameters[1]);
    if (!stage->gradient && stage->loss_rows == ND_NONE) return NADIR_OK;
    ND_TRY(resolve(&call, &all, &logits, inputs, w.shape[0], &node->loss_params));
    if (stage->loss_rows != ND_NONE) call.losses = nadir__row_numbers(step, stage->loss_rows, call.rows);
    const struct nadir_linear_cross_entropy_tensors t = {
        .x = &inputs[X],
        .w = &w,
        .b = &b,
        .target = all.target,
        .weight = all.weight,
        .sample_weight = all.sample_weight,
        .dx = dx.buffer ? &dx : NULL,
        .dw = stage->gradient && w_wanted ? &dw : NULL,
        .db = stage->gradient && b_wanted ? &db : NULL,
    };
    ND_TRY(nadir__emit_linear_cross_entropy(sink, &call, &t));
    ND_TRY(nadir__accumulate(step, stage, 0, sink, rows));
    for (size_t i = 0; i <= step->scalar_count && stage->loss_rows != ND_NONE; i++)
        if (nadir__scalar_place(step, stage->output, i, &y, &at)) ND_TRY(nadir__emit_loss_total(sink, &call, &y, at));
out:
    return status;
}

const struct nadir__op nadir__op_linear_cross_entropy = {
    .name = "linear_cross_entropy",
    .differentiable = true,
    .gradient_in_forward = true,
    .partials = partials,
    .forward = forward,
};

struct nadir_value *nadir_graph_linear_cross_entropy(struct nadir_graph *graph, const char *name, size_t classes,
                                                     const struct nadir_loss_values *values,
                                                     const struct nadir_loss_params *params)
{
    static const char kind[] = "linear_cross_entropy";
    const struct nadir_loss_params defaults = nadir_loss_params_default(NADIR_LOSS_CROSS_ENTROPY);
    struct nadir__loss_call call;
    struct nadir_loss_tensors all;
    struct nadir_tensor tensors[INPUTS], logits;
    if (!params) params = &defaults;
    struct nadir_value *given[INPUTS] = {NULL};
    if (values) {
        given[X] = values->x[0];
        given[TARGET] = values->target;
        given[WEIGHT] = values->weight;
        given[SAMPLE_WEIGHT] = values->sample_weight;
    }
    struct nadir_value *inputs[INPUTS];
    unsigned slots[INPUTS], count = 0;
    clear(tensors);
    for (unsigned slot = 0; slot < INPUTS; slot++) {
        if (slot != X && slot != TARGET && !given[slot]) continue;
        inputs[count] = given[slot];
        slots[count++] = slot;
    }
    if (!nadir__graph_may_build(graph, kind, name, inputs, count)) return NULL;
    const struct nadir_value *x = inputs[0];
    if (x->dtype != NADIR_F32 || x->rank != 2 || classes < 1 || classes > INT32_MAX || graph->initialised ||
        params->reduction == NADIR_REDUCTION_NONE)
        return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT, "%s %s: %s", kind, name ? name : "",
                                   graph->initialised ? "the graph is initialised, no parameter can be added"
                                       : params->reduction == NADIR_REDUCTION_NONE
                                       ? "a loss of a graph is a scalar, not reduction none"
                                       : x->dtype != NADIR_F32 || x->rank != 2 ? "its input must be float32 (rows, in)"
                                                                               : "classes must be 1 .. 2^31 - 1");
    for (unsigned i = 0; i < count; i++) {
        tensors[slots[i]] = nadir_tensor_view(NULL, 0, inputs[i]->dtype, inputs[i]->rank, inputs[i]->shape);
        if (inputs[i]->rank > 0 && inputs[i]->shape[0] == NADIR_BATCH) tensors[slots[i]].shape[0] = ND_ANY_ROWS;
    }
    if (resolve(&call, &all, &logits, tensors, classes, params) != NADIR_OK)
        return nadir__graph_refuse(graph, nadir_last_error()->status, "%s %s: %.300s", kind, name ? name : "",
                                   nadir_last_error()->message);
    struct nadir_value *y = nadir__graph_add(graph, name, kind, NADIR_F32, 0, NULL, &nadir__op_linear_cross_entropy, inputs,
                                             count);
    if (!y) return NULL;
    y->producer->loss_params = *params;
    for (unsigned i = 0; i < count; i++) y->producer->slots[i] = slots[i];
    const double bound = 1.0 / sqrt((double)x->shape[1]);
    if (nadir__graph_add_parameter(graph, y->producer, "weight", 2, (const size_t[]){classes, x->shape[1]}, bound) !=
            NADIR_OK ||
        nadir__graph_add_parameter(graph, y->producer, "bias", 1, &classes, bound) != NADIR_OK)
        return nadir__graph_keep_error(graph);
    return y;
}
