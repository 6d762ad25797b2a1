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

/* The first live accuracy or cross-entropy of the same logits and labels as `node`, which is the other of the two. */
static const struct nadir__node *partner(const struct nadir_step *step, const struct nadir__node *node)
{
    for (size_t i = 0; i < step->graph->node_count; i++) {
        const struct nadir__node *other = step->graph->nodes[i];
        if ((node->op == &nadir__op_accuracy ? nadir__is_cross_entropy(other) : other->op == &nadir__op_accuracy) &&
            other->inputs[0] == node->inputs[0] && other->inputs[1] == node->inputs[1] &&
            other->loss_params.ignore_index == node->loss_params.ignore_index &&
            step->placements[other->output->id].live)
            return other;
    }
    return NULL;
}

/* The accuracy that is counted in passing by the cross-entropy of the same logits and labels. */
static const struct nadir__node *foldable_accuracy(const struct nadir_step *step, const struct nadir__node *node)
{
    if (!nadir__is_cross_entropy(node)) return NULL;
    const struct nadir__node *accuracy = partner(step, node);
    return accuracy && partner(step, accuracy) == node ? accuracy : NULL;
}

/* Whether a node runs as part of another one's stage. */
static bool is_folded(const struct nadir_step *step, const struct nadir__node *node)
{
    if (node->op == &nadir__op_activation) {
        const struct nadir__node *before = node->inputs[0]->producer;
        return before && foldable_activation(step, before) == node;
    }
    if (node->op == &nadir__op_accuracy) {
        const struct nadir__node *loss = partner(step, node);
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

const struct nadir_value *nadir__saved_value(const struct nadir__node *activation)
{
    return nadir_activation_saves_input(activation->activation.function) ? activation->inputs[0] : activation->output;
}

/* The activation of a stage, on its own or folded; NULL: none. */
static const struct nadir__node *activation_of(const struct nadir__stage *stage)
{
    return stage->node->op == &nadir__op_activation ? stage->node : stage->activation;
}

/* The derivative of the activation of stage `index` is taken at `time`: what it is computed from must live until then. A
 * product that the activation is folded behind keeps its own result for that. */
static enum nadir_status use_derivative(struct nadir_step *step, size_t index, size_t time)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir_value *saved = nadir__saved_value(activation_of(&step->stages[index]));
    struct nadir__placement *placement = &step->placements[saved->id];
    if (placement->storage == ND_NONE)
        ND_TRY(nadir__storage_add(step, &placement->storage, nadir__value_elements(saved, step->max_rows), index));
    nadir__storage_use(step, placement->storage, time);
out:
    return status;
}

/* Whether the gradient of a loss's input may overwrite it: nobody else reads it, not even its producer. */
static bool may_overwrite(struct nadir_step *step, const struct nadir__stage *stage, const struct nadir_value *input)
{
    const unsigned own_uses = stage->accuracy ? 2 : 1;
    const struct nadir__stage *producer = stage_of(step, input);
    return producer && step->placements[input->id].uses == own_uses && !step->placements[input->id].output &&
           !producer->node->op->backward_reads_output &&
           !(activation_of(producer) && nadir__saved_value(activation_of(producer)) == input);
}

/* A stage contributes to the gradient of its input i at `time`: the first to do so writes it, later ones are added. */
static enum nadir_status contribute(struct nadir_step *step, struct nadir__stage *stage, unsigned i, size_t time)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir_value *value = stage->node->inputs[i];
    struct nadir__placement *placement = &step->placements[value->id];
    const size_t elements = nadir__value_elements(value, step->max_rows);
    if (placement->gradient == ND_NONE) {
        if (stage->node->op->gradient_in_place && may_overwrite(step, stage, value)) placement->gradient = placement->storage;
        else ND_TRY(nadir__storage_add(step, &placement->gradient, elements, time));
        stage->inputs[i].storage = placement->gradient;
        const struct nadir__stage *producer = stage_of(step, value);
        if (stage->node->op == &nadir__op_linear && placement->uses == 1 && producer && producer->activation) {
            stage->inputs[i].derivative = true;
            placement->derivative_done = true;
            ND_TRY(use_derivative(step, (size_t)(producer - step->stages), time));
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
        struct nadir__placement *placement = &step->placements[stage->output->id];
        if (!node->op->partials || placement->output)
            ND_TRY(nadir__storage_add(step, &placement->storage, nadir__value_elements(stage->output, step->max_rows), i));
        if (stage->accuracy && step->placements[stage->accuracy->output->id].output)
            ND_TRY(nadir__storage_add(step, &step->placements[stage->accuracy->output->id].storage, 1, i));
        for (unsigned k = 0; k < node->input_count; k++)
            nadir__storage_use(step, step->placements[node->inputs[k]->id].storage, i);
        const struct nadir__node *accuracy = node->op == &nadir__op_accuracy ? node : stage->accuracy;
        if (node->op->partials && node != accuracy && is_wanted(step, node->output))
            ND_TRY(nadir__storage_add(step, &stage->loss_rows, node->op->partials(step, node), i));
        if (accuracy && is_wanted(step, accuracy->output))
            ND_TRY(nadir__storage_add(step, &stage->correct_rows, accuracy->op->partials(step, accuracy), i));
        if (!node->op->gradient_in_forward || !is_loss(step, node->output)) continue;
        stage->gradient = node->op->add_gradients || node->parameter_count > 0;
        for (unsigned k = 0; k < node->input_count; k++) {
            if (node->slots[k] >= ND_LOSS_X || !step->placements[node->inputs[k]->id].requires_gradient) continue;
            stage->gradient = true;
            ND_TRY(contribute(step, stage, k, i));
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
        if (node->op->backward_reads_output) nadir__storage_use(step, placement->storage, time);
        if (activation_of(stage) && !placement->derivative_done) ND_TRY(use_derivative(step, i, time));
        for (unsigned k = 0; k < node->input_count; k++)
            if (step->placements[node->inputs[k]->id].requires_gradient) ND_TRY(contribute(step, stage, k, time));
    }
    ND_TRY(check_coverage(step));
out:
    return status;
}
