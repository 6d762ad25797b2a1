/* SPDX-License-Identifier: MIT */
/* The operations of a graph: one row each, with what it emits forward and backward. */
#include "graph_priv.h"

#include "base/status_priv.h"
#include "ops/ops_priv.h"
#include "optim/optim_priv.h"

#include <stdio.h>

static struct nadir_tensor value_tensor(const struct nadir_step *step, const struct nadir_value *value, size_t rows)
{
    return nadir__step_tensor(step, step->placements[value->id].storage, value, rows);
}

static struct nadir_tensor gradient_tensor(const struct nadir_step *step, const struct nadir_value *value, size_t rows)
{
    return nadir__step_tensor(step, step->placements[value->id].gradient, value, rows);
}

/* Where the gradient of input i goes; a NULL buffer where it is not wanted. */
static struct nadir_tensor input_gradient(const struct nadir_step *step, const struct nadir__stage *stage, unsigned i,
                                          size_t rows)
{
    if (stage->inputs[i].storage == ND_NONE) return (struct nadir_tensor){0};
    return nadir__step_tensor(step, stage->inputs[i].storage, stage->node->inputs[i], rows);
}

/* Adds a contribution that was computed apart to the value's gradient. */
static enum nadir_status accumulate(const struct nadir_step *step, const struct nadir__stage *stage, unsigned i,
                                    const struct nadir__sink *sink, size_t rows)
{
    if (!stage->inputs[i].accumulate) return NADIR_OK;
    const struct nadir_tensor sum = gradient_tensor(step, stage->node->inputs[i], rows);
    const struct nadir_tensor part = input_gradient(step, stage, i, rows);
    return nadir__emit_add(sink, &sum, &part);
}

/* --- linear, with an activation folded behind it --- */

static enum nadir_activation folded(const struct nadir__stage *stage)
{
    return stage->activation ? stage->activation->activation : NADIR_ACTIVATION_NONE;
}

static enum nadir_status linear_forward(struct nadir_step *step, const struct nadir__stage *stage,
                                        const struct nadir__sink *sink, size_t rows)
{
    const struct nadir__node *node = stage->node;
    const struct nadir_tensor y = value_tensor(step, stage->output, rows);
    const struct nadir_tensor x = value_tensor(step, node->inputs[0], rows);
    const struct nadir_tensor w = nadir_arena_parameter(step->graph->arena, node->parameters[0]);
    const struct nadir_tensor b = nadir_arena_parameter(step->graph->arena, node->parameters[1]);
    return nadir__emit_linear_forward(sink, &y, &x, &w, &b, folded(stage));
}

static enum nadir_status linear_backward(struct nadir_step *step, const struct nadir__stage *stage,
                                         const struct nadir__sink *sink, size_t rows)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir__node *node = stage->node;
    const struct nadir_value *input = node->inputs[0];
    struct nadir_arena *arena = step->graph->arena;
    const struct nadir_tensor dy = gradient_tensor(step, stage->output, rows);
    if (stage->activation && !step->placements[stage->output->id].derivative_done) {
        const struct nadir_tensor y = value_tensor(step, stage->output, rows);
        ND_TRY(nadir__emit_activation_backward(sink, &dy, &dy, &y, folded(stage)));
    }
    const bool w_wanted = !step->optimizer || nadir__optimizer_covers(step->optimizer, node->parameters[0]);
    const bool b_wanted = !step->optimizer || nadir__optimizer_covers(step->optimizer, node->parameters[1]);
    const struct nadir_tensor x = value_tensor(step, input, rows);
    const struct nadir_tensor w = nadir_arena_parameter(arena, node->parameters[0]);
    const struct nadir_tensor dw = nadir_arena_gradient(arena, node->parameters[0]);
    const struct nadir_tensor db = nadir_arena_gradient(arena, node->parameters[1]);
    const struct nadir_tensor dx = input_gradient(step, stage, 0, rows);
    const enum nadir_activation before =
        stage->inputs[0].derivative ? input->producer->activation : NADIR_ACTIVATION_NONE;
    ND_TRY(nadir__emit_linear_backward(sink, dx.buffer ? &dx : NULL, w_wanted ? &dw : NULL, b_wanted ? &db : NULL, &dy, &x,
                                       &w, before));
    ND_TRY(accumulate(step, stage, 0, sink, rows));
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
    const struct nadir_tensor y = value_tensor(step, stage->output, rows);
    const struct nadir_tensor x = value_tensor(step, stage->node->inputs[0], rows);
    return nadir__emit_activation(sink, &y, &x, stage->node->activation);
}

static enum nadir_status activation_backward(struct nadir_step *step, const struct nadir__stage *stage,
                                             const struct nadir__sink *sink, size_t rows)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir_tensor dx = input_gradient(step, stage, 0, rows);
    if (!dx.buffer) return NADIR_OK;
    const struct nadir_tensor dy = gradient_tensor(step, stage->output, rows);
    const struct nadir_tensor y = value_tensor(step, stage->output, rows);
    ND_TRY(nadir__emit_activation_backward(sink, &dx, &dy, &y, stage->node->activation));
    ND_TRY(accumulate(step, stage, 0, sink, rows));
out:
    return status;
}

const struct nadir__op nadir__op_activation = {
    .name = "activation",
    .differentiable = true,
    .backward_reads_output = true,
    .forward = activation_forward,
    .backward = activation_backward,
};

/* --- cross-entropy and accuracy --- */

/* One float for each of `rows` rows. */
static struct nadir_tensor row_numbers(const struct nadir_step *step, int storage, size_t rows)
{
    const struct nadir_value per_row = {.dtype = NADIR_F32, .rank = 1, .shape = {NADIR_BATCH}};
    return nadir__step_tensor(step, storage, &per_row, rows);
}

/* The mean of per-row numbers, to every place where the scalar `value` is wanted. */
static enum nadir_status emit_mean(struct nadir_step *step, const struct nadir_value *value, const struct nadir_tensor *x,
                                   const struct nadir__sink *sink)
{
    enum nadir_status status = NADIR_OK;
    const float scale = (float)(1.0 / (double)x->shape[0]);
    for (size_t i = 0; i < step->scalar_count; i++)
        if (step->scalars[i] == value)
            ND_TRY(nadir__emit_sum(sink, &step->scalar_history, &step->scalar_at[i], x, scale));
    if (step->placements[value->id].output) {
        const struct nadir_tensor y = value_tensor(step, value, x->shape[0]);
        ND_TRY(nadir__emit_sum(sink, &y, NULL, x, scale));
    }
out:
    return status;
}

static enum nadir_status classification_forward(struct nadir_step *step, const struct nadir__stage *stage,
                                                const struct nadir__sink *sink, size_t rows)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir__node *node = stage->node;
    const struct nadir_tensor logits = value_tensor(step, node->inputs[0], rows);
    const struct nadir_tensor labels = value_tensor(step, node->inputs[1], rows);
    const struct nadir_tensor dlogits = input_gradient(step, stage, 0, rows);
    const bool loss = stage->loss_rows != ND_NONE, correct = stage->correct_rows != ND_NONE;
    /* The run's rows, or a number that the graph fixed. */
    const size_t own_rows = logits.shape[0];
    const struct nadir_tensor losses = row_numbers(step, stage->loss_rows, own_rows);
    const struct nadir_tensor hits = row_numbers(step, stage->correct_rows, own_rows);
    const float scale = (float)(1.0 / (double)own_rows);
    if (!loss && !correct && !dlogits.buffer) return NADIR_OK;
    ND_TRY(nadir__emit_cross_entropy(sink, loss ? &losses : NULL, dlogits.buffer ? &dlogits : NULL, correct ? &hits : NULL,
                                     &logits, &labels, scale));
    ND_TRY(accumulate(step, stage, 0, sink, rows));
    if (loss) ND_TRY(emit_mean(step, node->output, &losses, sink));
    if (correct) {
        const struct nadir__node *accuracy = stage->accuracy ? stage->accuracy : node;
        ND_TRY(emit_mean(step, accuracy->output, &hits, sink));
    }
out:
    return status;
}

const struct nadir__op nadir__op_cross_entropy = {
    .name = "cross_entropy",
    .differentiable = true,
    .gradient_in_forward = true,
    .forward = classification_forward,
};

const struct nadir__op nadir__op_accuracy = {
    .name = "accuracy",
    .forward = classification_forward,
};
