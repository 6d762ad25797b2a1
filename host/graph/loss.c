/* SPDX-License-Identifier: MIT */
/* Losses and accuracy as nodes: scalars that compute their inputs' gradients in the forward pass. */
#include "graph_priv.h"

#include "base/status_priv.h"
#include "ops/loss_priv.h"
#include "ops/ops_priv.h"

#include <stdio.h>

/* The tensors of a node's call, in the order of struct nadir_loss_values: three x, then the others. */
enum { SLOT_TARGET = ND_LOSS_X, SLOT_WEIGHT, SLOT_POS_WEIGHT, SLOT_SAMPLE_WEIGHT, SLOT_INPUT_LENGTHS, SLOT_TARGET_LENGTHS };

/* What a call needs of the tensors that are there; the structs must outlive it. */
struct loss_tensors {
    struct nadir_tensor inputs[ND_MAX_INPUTS]; /* by slot */
    struct nadir_loss_tensors tensors;
};

static void set_tensors(struct loss_tensors *out, const struct nadir__node *node)
{
    struct nadir_loss_tensors *t = &out->tensors;
    const struct nadir_tensor **const places[ND_MAX_INPUTS] = {&t->x[0],          &t->x[1],          &t->x[2],
                                                               &t->target,        &t->weight,        &t->pos_weight,
                                                               &t->sample_weight, &t->input_lengths, &t->target_lengths};
    *t = (struct nadir_loss_tensors){0};
    for (unsigned i = 0; i < node->input_count; i++) *places[node->slots[i]] = &out->inputs[node->slots[i]];
}

/* A call with shapes alone, for checks and sizes. */
static enum nadir_status shape_call(struct nadir__loss_call *call, struct loss_tensors *tensors, const struct nadir__node *node,
                                    size_t rows)
{
    set_tensors(tensors, node);
    for (unsigned i = 0; i < node->input_count; i++) {
        const struct nadir_value *value = node->inputs[i];
        struct nadir_tensor *tensor = &tensors->inputs[node->slots[i]];
        *tensor = nadir_tensor_view(NULL, 0, value->dtype, value->rank, value->shape);
        if (tensor->rank > 0 && tensor->shape[0] == NADIR_BATCH) tensor->shape[0] = rows;
    }
    return nadir__loss_resolve(call, node->loss, &tensors->tensors, &node->loss_params, true);
}

static size_t loss_partials(const struct nadir_step *step, const struct nadir__node *node)
{
    struct nadir__loss_call call;
    struct loss_tensors tensors;
    /* The builder has checked it. */
    return shape_call(&call, &tensors, node, step->max_rows) == NADIR_OK ? nadir__loss_partials(step->graph->context, &call)
                                                                         : SIZE_MAX;
}

/* --- Forward. --- */

bool nadir__scalar_place(struct nadir_step *step, const struct nadir_value *value, size_t i, struct nadir_tensor *y,
                         const uint64_t **at)
{
    if (i < step->scalar_count) {
        *y = step->scalar_history;
        *at = &step->scalar_at[i];
        return step->scalars[i] == value;
    }
    *y = nadir__step_tensor(step, step->placements[value->id].storage, value, 1);
    *at = NULL;
    return step->placements[value->id].output;
}

struct nadir_tensor nadir__row_numbers(const struct nadir_step *step, int storage, size_t n)
{
    const struct nadir_value per_row = {.dtype = NADIR_F32, .rank = 1, .shape = {NADIR_BATCH}};
    return nadir__step_tensor(step, storage, &per_row, n);
}

/* Where a kernel writes a scalar: to its place, or if it has several, to scratch memory, from which it is copied. */
static enum nadir_status find_place(struct nadir_step *step, const struct nadir__sink *sink, const struct nadir_value *value,
                                    struct nadir__loss_number *out)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__loss_number place;
    unsigned places = 0;
    for (size_t i = 0; i <= step->scalar_count; i++) {
        if (!nadir__scalar_place(step, value, i, &place.y, &place.at)) continue;
        *out = place;
        places++;
    }
    if (places <= 1) goto out;
    *out = (struct nadir__loss_number){0};
    ND_TRY(nadir__scratch(sink, &out->y, 1));
out:
    return status;
}

static enum nadir_status loss_forward(struct nadir_step *step, const struct nadir__stage *stage, const struct nadir__sink *sink,
                                      size_t rows)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir__node *node = stage->node;
    struct nadir__loss_call call;
    struct loss_tensors t;
    struct nadir_tensor gradients[ND_LOSS_X], hits, y;
    const uint64_t *at;
    bool wanted = stage->loss_rows != ND_NONE || stage->correct_rows != ND_NONE;
    set_tensors(&t, node);
    for (unsigned i = 0; i < node->input_count; i++) {
        const unsigned slot = node->slots[i];
        t.inputs[slot] = nadir__value_tensor(step, node->inputs[i], rows);
        if (stage->inputs[i].storage == ND_NONE) continue;
        gradients[slot] = nadir__input_gradient(step, stage, i, rows);
        t.tensors.dx[slot] = &gradients[slot];
        wanted = true;
    }
    if (!wanted) return NADIR_OK;
    ND_TRY(nadir__loss_resolve(&call, node->loss, &t.tensors, &node->loss_params, false));
    if (stage->loss_rows != ND_NONE)
        call.losses = nadir__row_numbers(step, stage->loss_rows, nadir__loss_partials(sink->context, &call));
    if (stage->correct_rows != ND_NONE) {
        hits = nadir__row_numbers(step, stage->correct_rows, call.rows);
        t.tensors.correct = &hits;
    }
    /* A kernel that can write the scalars itself does so. */
    const struct nadir_value *accuracy = stage->accuracy ? stage->accuracy->output : node->output;
    const bool within = nadir__loss_totals(sink->context, &call);
    if (within && stage->loss_rows != ND_NONE) ND_TRY(find_place(step, sink, node->output, &call.total));
    if (within && stage->correct_rows != ND_NONE) ND_TRY(find_place(step, sink, accuracy, &call.hits));
    ND_TRY(nadir__emit_loss(sink, &call));
    const struct nadir_tensor scale = step->optimizer ? nadir_optimizer_loss_scale(step->optimizer) : (struct nadir_tensor){0};
    for (unsigned slot = 0; slot < ND_LOSS_X && scale.buffer; slot++)
        if (t.tensors.dx[slot]) ND_TRY(nadir__emit_scale_by(sink, t.tensors.dx[slot], &scale));
    for (unsigned i = 0; i < node->input_count; i++) ND_TRY(nadir__accumulate(step, stage, i, sink, rows));
    for (size_t i = 0; i <= step->scalar_count && stage->loss_rows != ND_NONE; i++) {
        if (!nadir__scalar_place(step, node->output, i, &y, &at)) continue;
        if (!within) ND_TRY(nadir__emit_loss_total(sink, &call, &y, at));
        else if (call.total.y.buffer != y.buffer) ND_TRY(nadir__emit_sum(sink, &y, at, &call.total.y, NULL, 1.0f));
    }
    for (size_t i = 0; i <= step->scalar_count && stage->correct_rows != ND_NONE; i++) {
        if (!nadir__scalar_place(step, accuracy, i, &y, &at)) continue;
        if (!within) ND_TRY(nadir__emit_sum(sink, &y, at, &hits, NULL, (float)(1.0 / (double)call.rows)));
        else if (call.hits.y.buffer != y.buffer) ND_TRY(nadir__emit_sum(sink, &y, at, &call.hits.y, NULL, 1.0f));
    }
out:
    return status;
}

const struct nadir__op nadir__op_loss = {
    .name = "loss",
    .differentiable = true,
    .gradient_in_forward = true,
    .gradient_in_place = true,
    .partials = loss_partials,
    .forward = loss_forward,
};

static size_t accuracy_partials(const struct nadir_step *step, const struct nadir__node *node)
{
    return nadir__value_elements(node->inputs[1], step->max_rows);
}

const struct nadir__op nadir__op_accuracy = {
    .name = "accuracy",
    .partials = accuracy_partials,
    .forward = loss_forward,
};

/* --- Builders. --- */

/* A loss or an accuracy; `values` by slot. */
static struct nadir_value *add_loss(struct nadir_graph *graph, const char *name, const struct nadir__op *op, const char *kind,
                                    enum nadir_loss loss, struct nadir_value *const values[ND_MAX_INPUTS],
                                    const struct nadir_loss_params *params)
{
    struct nadir_value *inputs[ND_MAX_INPUTS] = {NULL};
    struct nadir__node node = {.op = op, .loss = loss, .loss_params = *params};
    struct nadir__loss_call call;
    struct loss_tensors tensors;
    for (unsigned slot = 0; slot < ND_MAX_INPUTS; slot++) {
        /* The first input is always needed. */
        if (slot > 0 && !values[slot]) continue;
        inputs[node.input_count] = node.inputs[node.input_count] = values[slot];
        node.slots[node.input_count++] = slot;
    }
    if (!nadir__graph_may_build(graph, kind, name, inputs, node.input_count)) return NULL;
    if (params->reduction == NADIR_REDUCTION_NONE)
        return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT,
                                   "%s %s: a loss of a graph is a scalar, not reduction none", kind, name ? name : "");
    for (unsigned i = 0; i < node.input_count; i++)
        if (inputs[i]->rank > 0 && inputs[i]->shape[0] == NADIR_BATCH &&
            (inputs[0]->rank == 0 || inputs[0]->shape[0] != NADIR_BATCH))
            return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT,
                                       "%s %s: %s has the batch's rows, but %s has a fixed number", kind, name ? name : "",
                                       inputs[i]->name, inputs[0]->name);
    if (shape_call(&call, &tensors, &node, ND_ANY_ROWS) != NADIR_OK)
        return nadir__graph_refuse(graph, nadir_last_error()->status, "%s %s: %.300s", kind, name ? name : "",
                                   nadir_last_error()->message);
    struct nadir_value *y = nadir__graph_add(graph, name, kind, NADIR_F32, 0, NULL, op, inputs, node.input_count);
    if (!y) return NULL;
    y->producer->loss = loss;
    y->producer->loss_params = *params;
    for (unsigned i = 0; i < node.input_count; i++) y->producer->slots[i] = node.slots[i];
    return y;
}

struct nadir_value *nadir_graph_loss(struct nadir_graph *graph, const char *name, enum nadir_loss loss,
                                     const struct nadir_loss_values *values, const struct nadir_loss_params *params)
{
    if (!values || (unsigned)loss >= NADIR_LOSS_COUNT) {
        if (graph && graph->status == NADIR_OK)
            nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT, "loss %s: %s", name ? name : "",
                                values ? "no such loss" : "values is NULL");
        return NULL;
    }
    const struct nadir_loss_params defaults = nadir_loss_params_default(loss);
    struct nadir_value *const inputs[ND_MAX_INPUTS] = {values->x[0],          values->x[1],          values->x[2],
                                                       values->target,        values->weight,        values->pos_weight,
                                                       values->sample_weight, values->input_lengths, values->target_lengths};
    return add_loss(graph, name, &nadir__op_loss, nadir_loss_name(loss), loss, inputs, params ? params : &defaults);
}

struct nadir_value *nadir_graph_cross_entropy(struct nadir_graph *graph, const char *name, struct nadir_value *logits,
                                              struct nadir_value *labels)
{
    return nadir_graph_loss(graph, name, NADIR_LOSS_CROSS_ENTROPY, &(struct nadir_loss_values){.x = {logits}, .target = labels},
                            NULL);
}

struct nadir_value *nadir_graph_accuracy(struct nadir_graph *graph, const char *name, struct nadir_value *logits,
                                         struct nadir_value *labels)
{
    struct nadir_value *const inputs[ND_MAX_INPUTS] = {[0] = logits, [SLOT_TARGET] = labels};
    struct nadir_loss_params params = nadir_loss_params_default(NADIR_LOSS_CROSS_ENTROPY);
    if (labels && labels->dtype != NADIR_I32 && nadir__graph_may_build(graph, "accuracy", name, &labels, 1))
        return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT, "accuracy %s: labels %s are %s, but int32 is needed",
                                   name ? name : "", labels->name, nadir_dtype_name(labels->dtype));
    /* The same labels are ignored as in a loss of the same logits and labels, so that both can be one kernel. */
    for (size_t i = 0; graph && i < graph->node_count; i++) {
        const struct nadir__node *node = graph->nodes[i];
        if (nadir__is_cross_entropy(node) && node->inputs[0] == logits && node->inputs[1] == labels)
            params.ignore_index = node->loss_params.ignore_index;
    }
    return add_loss(graph, name, &nadir__op_accuracy, "accuracy", NADIR_LOSS_CROSS_ENTROPY, inputs, &params);
}

bool nadir__is_cross_entropy(const struct nadir__node *node)
{
    return node->op == &nadir__op_loss && node->loss == NADIR_LOSS_CROSS_ENTROPY && node->inputs[1]->dtype == NADIR_I32;
}
