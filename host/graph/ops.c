/* SPDX-License-Identifier: MIT */
/* The operations of a graph: one row each, with what it emits forward and backward. */
#include "graph_priv.h"

#include "base/status_priv.h"
#include "ops/ops_priv.h"
#include "optim/optim_priv.h"

#include <stdio.h>

struct nadir_tensor nadir__value_tensor(const struct nadir_step *step, const struct nadir_value *value, size_t rows)
{
    return nadir__step_tensor(step, step->placements[value->id].storage, value, rows);
}

struct nadir_tensor nadir__gradient_tensor(const struct nadir_step *step, const struct nadir_value *value, size_t rows)
{
    return nadir__step_tensor(step, step->placements[value->id].gradient, value, rows);
}

struct nadir_tensor nadir__input_gradient(const struct nadir_step *step, const struct nadir__stage *stage, unsigned i,
                                          size_t rows)
{
    if (stage->inputs[i].storage == ND_NONE) return (struct nadir_tensor){0};
    return nadir__step_tensor(step, stage->inputs[i].storage, stage->node->inputs[i], rows);
}

enum nadir_status nadir__accumulate(const struct nadir_step *step, const struct nadir__stage *stage, unsigned i,
                                    const struct nadir__sink *sink, size_t rows)
{
    if (!stage->inputs[i].accumulate) return NADIR_OK;
    const struct nadir_tensor sum = nadir__gradient_tensor(step, stage->node->inputs[i], rows);
    const struct nadir_tensor part = nadir__input_gradient(step, stage, i, rows);
    return nadir__emit_add(sink, &sum, &part);
}

/* --- linear, with an activation folded behind it --- */

static struct nadir__activation folded(const struct nadir__stage *stage)
{
    return stage->activation ? stage->activation->activation : (struct nadir__activation){0};
}

/* What the derivative of an activation node is computed from. */
static struct nadir_tensor saved_tensor(const struct nadir_step *step, const struct nadir__node *activation, size_t rows)
{
    return nadir__value_tensor(step, nadir__saved_value(activation), rows);
}

/* As rows of its last axis. */
static struct nadir_tensor matrix(struct nadir_tensor tensor)
{
    size_t rows = 1;
    if (tensor.rank <= 2) return tensor;
    for (unsigned i = 0; i + 1 < tensor.rank; i++) rows *= tensor.shape[i];
    tensor.shape[1] = tensor.shape[tensor.rank - 1];
    tensor.shape[0] = rows;
    tensor.rank = 2;
    return tensor;
}

static enum nadir_status linear_forward(struct nadir_step *step, const struct nadir__stage *stage,
                                        const struct nadir__sink *sink, size_t rows)
{
    const struct nadir__node *node = stage->node;
    const struct nadir_tensor y = matrix(nadir__value_tensor(step, stage->output, rows));
    const struct nadir_tensor x = matrix(nadir__value_tensor(step, node->inputs[0], rows));
    const struct nadir_tensor w = nadir_arena_parameter(step->graph->arena, node->parameters[0]);
    const struct nadir_tensor b = nadir_arena_parameter(step->graph->arena, node->parameters[1]);
    /* What lies before a folded activation has a place only if the backward pass reads it. */
    const struct nadir_tensor before = matrix(nadir__value_tensor(step, node->output, rows));
    const bool kept = stage->activation && before.buffer;
    return nadir__emit_linear_forward(sink, &y, kept ? &before : NULL, &x, &w, &b, folded(stage));
}

static enum nadir_status linear_backward(struct nadir_step *step, const struct nadir__stage *stage,
                                         const struct nadir__sink *sink, size_t rows)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir__node *node = stage->node;
    const struct nadir_value *input = node->inputs[0];
    struct nadir_arena *arena = step->graph->arena;
    const struct nadir_tensor dy = matrix(nadir__gradient_tensor(step, stage->output, rows));
    if (stage->activation && !step->placements[stage->output->id].derivative_done) {
        const struct nadir_tensor saved = saved_tensor(step, stage->activation, rows);
        ND_TRY(nadir__emit_activation_backward(sink, &dy, &dy, &saved, folded(stage)));
    }
    const bool w_wanted = !step->optimizer || nadir__optimizer_covers(step->optimizer, node->parameters[0]);
    const bool b_wanted = !step->optimizer || nadir__optimizer_covers(step->optimizer, node->parameters[1]);
    const struct nadir_tensor x = matrix(nadir__value_tensor(step, input, rows));
    const struct nadir_tensor w = nadir_arena_parameter(arena, node->parameters[0]);
    const struct nadir_tensor dw = nadir_arena_gradient(arena, node->parameters[0]);
    const struct nadir_tensor db = nadir_arena_gradient(arena, node->parameters[1]);
    const struct nadir_tensor dx = matrix(nadir__input_gradient(step, stage, 0, rows));
    struct nadir_tensor saved = {0};
    if (stage->inputs[0].derivative) saved = matrix(saved_tensor(step, input->producer, rows));
    ND_TRY(nadir__emit_linear_backward(sink, dx.buffer ? &dx : NULL, w_wanted ? &dw : NULL, b_wanted ? &db : NULL, &dy, &x, &w,
                                       saved.buffer ? &saved : NULL,
                                       saved.buffer ? input->producer->activation : (struct nadir__activation){0}));
    ND_TRY(nadir__accumulate(step, stage, 0, sink, rows));
out:
    return status;
}

const struct nadir__op nadir__op_linear = {
    .name = "linear",
    .differentiable = true,
    .backward_reads_input = true,
    .forward = linear_forward,
    .backward = linear_backward,
};

/* --- activation on its own --- */

static enum nadir_status activation_forward(struct nadir_step *step, const struct nadir__stage *stage,
                                            const struct nadir__sink *sink, size_t rows)
{
    const struct nadir_tensor y = nadir__value_tensor(step, stage->output, rows);
    const struct nadir_tensor x = nadir__value_tensor(step, stage->node->inputs[0], rows);
    return nadir__emit_activation(sink, &y, &x, stage->node->activation);
}

static enum nadir_status activation_backward(struct nadir_step *step, const struct nadir__stage *stage,
                                             const struct nadir__sink *sink, size_t rows)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir_tensor dx = nadir__input_gradient(step, stage, 0, rows);
    if (!dx.buffer) return NADIR_OK;
    const struct nadir_tensor dy = nadir__gradient_tensor(step, stage->output, rows);
    const struct nadir_tensor saved = saved_tensor(step, stage->node, rows);
    ND_TRY(nadir__emit_activation_backward(sink, &dx, &dy, &saved, stage->node->activation));
    ND_TRY(nadir__accumulate(step, stage, 0, sink, rows));
out:
    return status;
}

const struct nadir__op nadir__op_activation = {
    .name = "activation",
    .differentiable = true,
    .forward = activation_forward,
    .backward = activation_backward,
};
