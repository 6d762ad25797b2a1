/* SPDX-License-Identifier: MIT */
/* Which stages a step has, and the derivation of its backward pass: which gradients exist, who writes and who adds to them. */
#include "graph_priv.h"

#include "base/status_priv.h"
#include "optim/optim_priv.h"

#include <stdlib.h>

static bool is_among(const struct nadir_value *value, struct nadir_value *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == value) return true;
    return false;
}

static bool is_loss(const struct nadir_step *step, const struct nadir_value *value)
{
    return is_among(value, step->losses, step->loss_count);
}

/* Whether the scalar has to be computed, and not only differentiated. */
static bool is_wanted(const struct nadir_step *step, const struct nadir_value *value)
{
    return step->placements[value->id].output || is_among(value, step->scalars, step->scalar_count);
}

/* Marks everything that the losses, scalars and outputs depend on, and counts uses. */
static void mark_live(struct nadir_step *step)
{
    const struct nadir_graph *graph = step->graph;
    for (size_t i = 0; i < graph->value_count; i++) {
        const struct nadir_value *value = graph->values[i];
        if (is_loss(step, value) || is_wanted(step, value)) step->placements[i].live = true;
    }
    for (size_t i = graph->node_count; i-- > 0;) {
        const struct nadir__node *node = graph->nodes[i];
        if (!step->placements[node->output->id].live) continue;
        for (unsigned k = 0; k < node->input_count; k++) {
            step->placements[node->inputs[k]->id].live = true;
            step->placements[node->inputs[k]->id].uses++;
        }
    }
}

/* The activation to fold behind a linear node: its only user, and nobody asks for what lies between. */
static const struct nadir__node *foldable_activation(const struct nadir_step *step, const struct nadir__node *node)
{
    const struct nadir__placement *between = &step->placements[node->output->id];
    if (node->op != &nadir__op_linear || between->uses != 1 || between->output) return NULL;
    for (size_t i = 0; i < step->graph->node_count; i++) {
        const struct nadir__node *user = step->graph->nodes[i];
        if (step->placements[user->output->id].live && user->inputs[0] == node->output)
            return user->op == &nadir__op_activation ? user : NULL;
    }
    return NULL;
}

/* The first live node of operation `op` with the same inputs as `node`. */
static const struct nadir__node *partner(const struct nadir_step *step, const struct nadir__node *node,
                                         const struct nadir__op *op)
{
    for (size_t i = 0; i < step->graph->node_count; i++) {
        const struct nadir__node *other = step->graph->nodes[i];
        if (other->op == op && other->inputs[0] == node->inputs[0] && other->inputs[1] == node->inputs[1] &&
            step->placements[other->output->id].live)
            return other;
    }
    return NULL;
}

/* The accuracy that is counted in passing by the cross-entropy of the same logits and labels. */
static const struct nadir__node *foldable_accuracy(const struct nadir_step *step, const struct nadir__node *node)
{
    if (node->op != &nadir__op_cross_entropy) return NULL;
    const struct nadir__node *accuracy = partner(step, node, &nadir__op_accuracy);
    return accuracy && partner(step, accuracy, &nadir__op_cross_entropy) == node ? accuracy : NULL;
}

/* Whether a node runs as part of another one's stage. */
static bool is_folded(const struct nadir_step *step, const struct nadir__node *node)
{
    if (node->op == &nadir__op_activation) {
        const struct nadir__node *before = node->inputs[0]->producer;
        return before && foldable_activation(step, before) == node;
    }
    if (node->op == &nadir__op_accuracy) {
        const struct nadir__node *loss = partner(step, node, &nadir__op_cross_entropy);
        return loss && foldable_accuracy(step, loss) == node;
    }
    return false;
}

enum nadir_status nadir__step_stages(struct nadir_step *step)
{
    const struct nadir_graph *graph = step->graph;
    mark_live(step);
    step->stages = calloc(graph->node_count + 1, sizeof *step->stages);
    if (!step->stages) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the stages of a step");
    for (size_t i = 0; i < graph->node_count; i++) {
        const struct nadir__node *node = graph->nodes[i];
        if (!step->placements[node->output->id].live || is_folded(step, node)) continue;
        struct nadir__stage *stage = &step->stages[step->stage_count++];
        *stage = (struct nadir__stage){.node = node, .output = node->output, .loss_rows = ND_NONE, .correct_rows = ND_NONE};
        for (unsigned k = 0; k < ND_MAX_INPUTS; k++) stage->inputs[k].storage = ND_NONE;
        stage->activation = foldable_activation(step, node);
        if (stage->activation) stage->output = stage->activation->output;
        stage->accuracy = foldable_accuracy(step, node);
    }
    return NADIR_OK;
}

/* A value needs a gradient if a wanted parameter lies behind it. */
static void mark_gradients(struct nadir_step *step)
{
    for (size_t i = 0; i < step->stage_count; i++) {
        const struct nadir__node *node = step->stages[i].node;
        bool required = false;
        for (unsigned k = 0; k < node->parameter_count; k++)
            required |= !step->optimizer || nadir__optimizer_covers(step->optimizer, node->parameters[k]);
        for (unsigned k = 0; k < node->input_count; k++)
            required |= step->placements[node->inputs[k]->id].requires_gradient;
        step->placements[step->stages[i].output->id].requires_gradient = required && node->op->differentiable;
    }
}

static struct nadir__stage *stage_of(struct nadir_step *step, const struct nadir_value *output)
{
    for (size_t i = 0; i < step->stage_count; i++)
        if (step->stages[i].output == output) return &step->stages[i];
    return NULL;
}

/* Whether the gradient of a cross-entropy's logits may overwrite them: nobody else reads them, not even their producer. */
static bool may_overwrite(struct nadir_step *step, const struct nadir__stage *stage)
{
    const struct nadir_value *logits = stage->node->inputs[0];
    const unsigned own_uses = stage->accuracy ? 2 : 1;
    const struct nadir__stage *producer = stage_of(step, logits);
    return producer && step->placements[logits->id].uses == own_uses && !step->placements[logits->id].output &&
           !producer->activation && !producer->node->op->backward_reads_output;
}

/* A stage contributes to the gradient of its input i at `time`: the first to do so writes it, later ones are added. */
static enum nadir_status contribute(struct nadir_step *step, struct nadir__stage *stage, unsigned i, size_t time)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir_value *value = stage->node->inputs[i];
    struct nadir__placement *placement = &step->placements[value->id];
    const size_t elements = nadir__value_elements(value, step->max_rows);
    if (placement->gradient == ND_NONE) {
        if (stage->node->op->gradient_in_forward && may_overwrite(step, stage)) placement->gradient = placement->storage;
        else ND_TRY(nadir__storage_add(step, &placement->gradient, elements, time));
        stage->inputs[i].storage = placement->gradient;
        const struct nadir__stage *producer = stage_of(step, value);
        if (stage->node->op == &nadir__op_linear && placement->uses == 1 && producer && producer->activation) {
            stage->inputs[i].derivative = true;
            placement->derivative_done = true;
        }
    } else {
        ND_TRY(nadir__storage_add(step, &stage->inputs[i].storage, elements, time));
        stage->inputs[i].accumulate = true;
    }
    nadir__storage_use(step, placement->gradient, time);
out:
    return status;
}

bool nadir__step_reaches(const struct nadir_step *step, size_t parameter)
{
    for (size_t i = 0; i < step->stage_count; i++) {
        const struct nadir__stage *stage = &step->stages[i];
        for (unsigned k = 0; k < stage->node->parameter_count; k++)
            if (stage->gradient && stage->node->parameters[k] == parameter) return true;
    }
    return false;
}

/* That every parameter the optimizer will update gets a gradient in this step. */
static enum nadir_status check_coverage(const struct nadir_step *step)
{
    const struct nadir_arena *arena = step->graph->arena;
    if (!step->optimizer) return NADIR_OK;
    for (size_t p = 0; p < nadir_arena_tensor_count(arena); p++) {
        if (nadir__optimizer_covers(step->optimizer, p) && !nadir__step_reaches(step, p))
            return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT,
                               "the optimizer covers %s, but the losses do not depend on it; give the optimizer a prefix",
                               nadir_arena_name(arena, p));
    }
    return NADIR_OK;
}

enum nadir_status nadir__step_derive(struct nadir_step *step)
{
    enum nadir_status status = NADIR_OK;
    mark_gradients(step);

    /* Forward, in order: values, numbers per row, and the gradients that losses compute in the same pass. */
    for (size_t i = 0; i < step->stage_count; i++) {
        struct nadir__stage *stage = &step->stages[i];
        const struct nadir__node *node = stage->node;
        const bool classification = node->op == &nadir__op_cross_entropy || node->op == &nadir__op_accuracy;
        struct nadir__placement *placement = &step->placements[stage->output->id];
        const size_t rows = classification ? nadir__value_elements(node->inputs[1], step->max_rows) : 0;
        if (!classification || placement->output)
            ND_TRY(nadir__storage_add(step, &placement->storage, nadir__value_elements(stage->output, step->max_rows), i));
        if (stage->accuracy && step->placements[stage->accuracy->output->id].output)
            ND_TRY(nadir__storage_add(step, &step->placements[stage->accuracy->output->id].storage, 1, i));
        for (unsigned k = 0; k < node->input_count; k++)
            nadir__storage_use(step, step->placements[node->inputs[k]->id].storage, i);
        if (node->op == &nadir__op_cross_entropy && is_wanted(step, node->output))
            ND_TRY(nadir__storage_add(step, &stage->loss_rows, rows, i));
        if (node->op == &nadir__op_accuracy || (stage->accuracy && is_wanted(step, stage->accuracy->output)))
            ND_TRY(nadir__storage_add(step, &stage->correct_rows, rows, i));
        if (node->op->gradient_in_forward && is_loss(step, node->output) &&
            step->placements[node->inputs[0]->id].requires_gradient) {
            stage->gradient = true;
            ND_TRY(contribute(step, stage, 0, i));
        }
    }

    /* Backward, in reverse. */
    for (size_t i = step->stage_count; i-- > 0;) {
        struct nadir__stage *stage = &step->stages[i];
        const struct nadir__node *node = stage->node;
        const struct nadir__placement *placement = &step->placements[stage->output->id];
        const size_t time = nadir__backward_time(step, i);
        if (!node->op->backward || placement->gradient == ND_NONE) continue;
        stage->gradient = true;
        nadir__storage_use(step, placement->gradient, time);
        if (node->op->backward_reads_input)
            nadir__storage_use(step, step->placements[node->inputs[0]->id].storage, time);
        if (node->op->backward_reads_output || stage->activation) nadir__storage_use(step, placement->storage, time);
        for (unsigned k = 0; k < node->input_count; k++)
            if (step->placements[node->inputs[k]->id].requires_gradient) ND_TRY(contribute(step, stage, k, time));
    }
    ND_TRY(check_coverage(step));
out:
    return status;
}
