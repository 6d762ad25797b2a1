/* SPDX-License-Identifier: MIT */
/* Steps: created from a graph, lowered to commands once per number of rows, run, read. */
#include "graph_priv.h"

#include "base/status_priv.h"
#include "ops/ops_priv.h"
#include "optim/optim_priv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum nadir_status check_values(const struct nadir_graph *graph, const char *what, struct nadir_value *const *values,
                                      size_t count, bool scalar)
{
    ND_CHECK_ARG(count == 0 || values, "step: %s is NULL, but their count is %zu", what, count);
    for (size_t i = 0; i < count; i++) {
        ND_CHECK_ARG(values[i] && values[i]->graph == graph, "step: %s[%zu] is not a value of this graph", what, i);
        ND_CHECK_ARG(!scalar || values[i]->rank == 0, "step: %s[%zu], %s, is not a scalar", what, i, values[i]->name);
    }
    return NADIR_OK;
}

static enum nadir_status check_params(const struct nadir_graph *graph, const struct nadir_step_params *params)
{
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG(params->max_rows >= 1 && params->max_rows != NADIR_BATCH, "step: max_rows must be a number >= 1");
    ND_CHECK_ARG(params->loss_count + params->output_count + params->scalar_count > 0,
                 "step: no losses, outputs or scalars, so there is nothing to compute");
    ND_CHECK_ARG(params->scalar_count == 0 || params->history >= 1, "step: history = 0, but there are scalars to keep");
    ND_TRY(check_values(graph, "losses", params->losses, params->loss_count, true));
    ND_TRY(check_values(graph, "outputs", params->outputs, params->output_count, false));
    ND_TRY(check_values(graph, "scalars", params->scalars, params->scalar_count, true));
    for (size_t i = 0; i < params->loss_count; i++) {
        const struct nadir_value *loss = params->losses[i];
        ND_CHECK_ARG(loss->producer && loss->producer->op->gradient_in_forward, "step: losses[%zu], %s, has no gradient", i,
                     loss->name);
        for (size_t k = 0; k < i; k++)
            ND_CHECK_ARG(params->losses[k] != loss, "step: losses[%zu] and losses[%zu] are both %s", k, i, loss->name);
    }
    ND_CHECK_ARG(!params->optimizer || params->loss_count > 0, "step: an optimizer, but no losses");
    ND_CHECK_ARG(!params->optimizer || nadir__optimizer_arena(params->optimizer) == graph->arena,
                 "step: the optimizer belongs to another graph");
    ND_CHECK_ARG(params->accumulate <= 1 || (params->optimizer && nadir_optimizer_get_params(params->optimizer)->accumulate),
                 "step: accumulate = %zu, but the optimizer was not created to accumulate", params->accumulate);
    for (size_t i = 0; i < params->loss_count && params->optimizer; i++)
        ND_CHECK_ARG(!nadir_optimizer_loss_scale(params->optimizer).buffer ||
                         params->losses[i]->producer->op == &nadir__op_loss,
                     "step: the gradient of losses[%zu], %s, cannot be scaled; use weight decay, or no loss scale", i,
                     params->losses[i]->name);
out:
    return status;
}

static enum nadir_status copy_values(struct nadir_value ***out, struct nadir_value *const *values, size_t count)
{
    *out = calloc(count + 1, sizeof **out);
    if (!*out) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for a step");
    if (count > 0) memcpy(*out, values, count * sizeof **out);
    return NADIR_OK;
}

/* The live inputs get places of their own for the whole run, and so do the outputs. */
static enum nadir_status keep_inputs(struct nadir_step *step)
{
    enum nadir_status status = NADIR_OK;
    for (size_t i = 0; i < step->placement_count; i++) {
        const struct nadir_value *value = step->graph->values[i];
        struct nadir__placement *placement = &step->placements[i];
        if (value->producer || !placement->live) continue;
        ND_TRY(nadir__storage_add(step, &placement->storage, nadir__value_elements(value, step->max_rows), 0));
        placement->output = true;
    }
out:
    return status;
}

static void keep_outputs(struct nadir_step *step)
{
    for (size_t i = 0; i < step->placement_count; i++) {
        const struct nadir__placement *placement = &step->placements[i];
        if (!placement->output || placement->storage == ND_NONE) continue;
        step->storages[placement->storage].birth = 0;
        nadir__storage_use(step, placement->storage, 2 * step->stage_count);
    }
}

/* What a command is for, in the graph's own names. */
static void describe_stage(char *text, size_t size, const struct nadir__stage *stage, bool backward)
{
    snprintf(text, size, "%s%s%s%s%s%s", backward ? "gradient of " : "", stage->node->output->name,
             stage->activation ? " + " : "", stage->activation ? stage->activation->output->name : "",
             stage->accuracy ? " + " : "", stage->accuracy ? stage->accuracy->output->name : "");
}

static void lowered_clear(struct nadir__lowered *lowered)
{
    nadir__plan_clear(&lowered->plan);
    free(lowered->spans);
    lowered->spans = NULL;
}

static enum nadir_status lower(struct nadir_step *step, struct nadir__lowered *lowered, size_t rows)
{
    enum nadir_status status = NADIR_OK;
    char note[ND_NOTE];
    struct nadir__plan *plan = &lowered->plan;
    struct nadir__sink sink = {.context = step->graph->context, .plan = plan, .note = note};
    lowered->rows = rows;
    lowered->spans = calloc(2 * step->stage_count + 1, sizeof *lowered->spans);
    if (!lowered->spans) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for a step's plan");
    struct nadir__span *span = lowered->spans;
    for (size_t i = 0; i < step->stage_count; i++, span++) {
        const struct nadir__stage *stage = &step->stages[i];
        describe_stage(note, sizeof note, stage, false);
        span->begin = plan->count;
        ND_TRY(stage->node->op->forward(step, stage, &sink, rows));
        span->end = plan->count;
    }
    for (size_t i = step->stage_count; i-- > 0;) {
        const struct nadir__stage *stage = &step->stages[i];
        if (!stage->gradient || !stage->node->op->backward) continue;
        describe_stage(note, sizeof note, stage, true);
        span[i].begin = plan->count;
        ND_TRY(stage->node->op->backward(step, stage, &sink, rows));
        span[i].end = plan->count;
    }
    /* Without an optimizer all gradients are for the caller: those of parameters that the losses do not depend on are zero. */
    struct nadir_arena *arena = step->graph->arena;
    snprintf(note, sizeof note, "no gradient");
    for (size_t p = 0; p < nadir_arena_tensor_count(arena) && step->loss_count > 0 && !step->optimizer; p++) {
        const struct nadir_tensor gradient = nadir_arena_gradient(arena, p);
        if (!nadir__step_reaches(step, p)) ND_TRY(nadir__emit_scale(&sink, &gradient, 0.0f));
    }
    for (size_t i = 0; i < step->stage_count; i++) {
        const struct nadir__stage *stage = &step->stages[i];
        if (!stage->gradient || !stage->node->op->add_gradients) continue;
        describe_stage(note, sizeof note, stage, true);
        ND_TRY(stage->node->op->add_gradients(step, stage, &sink));
    }
    span[step->stage_count].begin = plan->count;
    if (step->optimizer) {
        snprintf(note, sizeof note, step->accumulate > 0 ? "accumulate" : "update");
        ND_TRY(step->accumulate > 0 ? nadir__emit_accumulate(&sink, step->optimizer)
                                    : nadir__emit_optimizer(&sink, step->optimizer));
    }
    span[step->stage_count].end = plan->count;
out:
    return status;
}

static enum nadir_status get_lowered(struct nadir_step *step, const struct nadir__lowered **out, size_t rows)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__lowered lowered = {0};
    for (size_t i = 0; i < step->lowered_count; i++)
        if (step->lowered[i].rows == rows) {
            *out = &step->lowered[i];
            return NADIR_OK;
        }
    struct nadir__lowered *grown = realloc(step->lowered, (step->lowered_count + 1) * sizeof *grown);
    if (!grown) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for a step's plan");
    step->lowered = grown;
    ND_TRY(lower(step, &lowered, rows));
    grown[step->lowered_count] = lowered;
    *out = &grown[step->lowered_count++];
    lowered = (struct nadir__lowered){0};
out:
    lowered_clear(&lowered);
    return status;
}

enum nadir_status nadir_step_create(struct nadir_step **out, struct nadir_graph *graph, const struct nadir_step_params *params)
{
    enum nadir_status status;
    struct nadir_step *step = NULL;
    ND_CHECK_ARG(out && graph && params, "step: out, graph or params is NULL");
    ND_TRY(nadir_graph_status(graph));
    ND_CHECK_ARG(graph->initialised, "step: the graph is not initialised; call nadir_graph_initialise first");
    ND_TRY(check_params(graph, params));

    step = calloc(1, sizeof *step);
    if (step) step->placements = calloc(graph->value_count + 1, sizeof *step->placements);
    if (step) step->scalar_at = calloc(params->scalar_count + 1, sizeof *step->scalar_at);
    if (!step || !step->placements || !step->scalar_at) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for a step");
        goto out;
    }
    step->graph = graph;
    step->optimizer = params->optimizer;
    step->max_rows = params->max_rows;
    if (step->optimizer && nadir_optimizer_get_params(step->optimizer)->accumulate)
        step->accumulate = params->accumulate > 1 ? params->accumulate : 1;
    step->loss_count = params->loss_count;
    step->scalar_count = params->scalar_count;
    step->history = params->history;
    step->placement_count = graph->value_count;
    ND_TRY(copy_values(&step->losses, params->losses, params->loss_count));
    ND_TRY(copy_values(&step->scalars, params->scalars, params->scalar_count));
    for (size_t i = 0; i < graph->value_count; i++) {
        step->placements[i].storage = ND_NONE;
        step->placements[i].gradient = ND_NONE;
    }
    for (size_t i = 0; i < params->output_count; i++) step->placements[params->outputs[i]->id].output = true;

    ND_TRY(nadir__step_stages(step));
    ND_TRY(keep_inputs(step));
    ND_TRY(nadir__step_derive(step));
    keep_outputs(step);
    ND_TRY(nadir__step_place(step));
    if (params->scalar_count > 0)
        ND_TRY(nadir_tensor_create(&step->scalar_history, graph->context, NADIR_F32, 2,
                                   (const size_t[]){params->history, params->scalar_count}));
    const struct nadir__lowered *lowered;
    ND_TRY(get_lowered(step, &lowered, params->max_rows));
    *out = step;
    step = NULL;
out:
    nadir_step_destroy(&step);
    return status;
}

void nadir_step_destroy(struct nadir_step **pointer)
{
    if (!pointer || !*pointer) return;
    struct nadir_step *step = *pointer;
    for (size_t i = 0; i < step->lowered_count; i++) lowered_clear(&step->lowered[i]);
    nadir_tensor_destroy(&step->scalar_history);
    nadir_tensor_destroy(&step->workspace);
    free(step->lowered);
    free(step->watches);
    free(step->storages);
    free(step->stages);
    free(step->placements);
    free(step->scalar_at);
    free(step->scalars);
    free(step->losses);
    free(step->description);
    free(step);
    *pointer = NULL;
}

enum nadir_status nadir_step_value(struct nadir_step *step, const struct nadir_value *value, struct nadir_tensor *tensor)
{
    ND_CHECK_ARG(step && value && tensor, "step: step, value or tensor is NULL");
    ND_CHECK_ARG(value->graph == step->graph && value->id < step->placement_count && step->placements[value->id].output &&
                     step->placements[value->id].storage != ND_NONE,
                 "step: %s is neither an input nor an output of this step", value->name);
    *tensor = nadir__step_tensor(step, step->placements[value->id].storage, value, step->max_rows);
    return NADIR_OK;
}

enum nadir_status nadir__step_begin(struct nadir_step *step, size_t rows, const struct nadir__lowered **lowered)
{
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG(step, "step is NULL");
    ND_CHECK_ARG(rows >= 1 && rows <= step->max_rows, "step: rows = %zu, but 1 .. %zu are possible", rows, step->max_rows);
    ND_TRY(get_lowered(step, lowered, rows));
    for (size_t i = 0; i < step->scalar_count; i++) step->scalar_at[i] = step->runs % step->history * step->scalar_count + i;
out:
    return status;
}

enum nadir_status nadir__step_advance(struct nadir_step *step, size_t rows)
{
    if (step->accumulate > 0) return nadir__optimizer_add(step->optimizer, (double)rows);
    return step->optimizer ? nadir__optimizer_advance(step->optimizer) : NADIR_OK;
}

enum nadir_status nadir__step_end(struct nadir_step *step)
{
    step->runs++;
    if (step->accumulate == 0 || nadir__optimizer_accumulated(step->optimizer) < step->accumulate) return NADIR_OK;
    return nadir_step_flush(step);
}

enum nadir_status nadir_step_run(struct nadir_step *step, size_t rows)
{
    enum nadir_status status;
    const struct nadir__lowered *lowered;
    ND_TRY(nadir__step_begin(step, rows, &lowered));
    ND_TRY(nadir__step_advance(step, rows));
    ND_TRY(nadir__plan_run(step->graph->context, &lowered->plan));
    ND_TRY(nadir__step_end(step));
out:
    return status;
}

enum nadir_status nadir_step_flush(struct nadir_step *step)
{
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG(step, "step is NULL");
    if (step->accumulate > 0 && nadir__optimizer_accumulated(step->optimizer) > 0)
        ND_TRY(nadir_optimizer_step(step->optimizer));
out:
    return status;
}

uint64_t nadir_step_count(const struct nadir_step *step)
{
    return step->runs;
}

enum nadir_status nadir_step_scalars(struct nadir_step *step, uint64_t first, size_t count, float *host)
{
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG(step && (host || count == 0), "step: step or host is NULL");
    ND_CHECK_ARG(step->scalar_count > 0, "step: it keeps no scalars");
    ND_CHECK_ARG(count <= step->runs && first <= step->runs - count, "step: runs %llu .. %llu asked for, but there were %llu",
                 (unsigned long long)first, (unsigned long long)(first + count), (unsigned long long)step->runs);
    ND_CHECK_ARG(step->runs - first <= step->history, "step: run %llu is older than the last %zu, which are kept",
                 (unsigned long long)first, step->history);
    /* The history is a ring: at most two runs of rows. */
    for (size_t done = 0; done < count;) {
        const size_t at = (size_t)((first + done) % step->history);
        const size_t part = count - done < step->history - at ? count - done : step->history - at;
        const size_t shape[] = {part, step->scalar_count};
        const struct nadir_tensor rows = nadir_tensor_view(step->scalar_history.buffer, at * step->scalar_count, NADIR_F32, 2,
                                                           shape);
        ND_TRY(nadir_tensor_download(step->graph->context, &rows, host + done * step->scalar_count));
        done += part;
    }
    ND_TRY(nadir_context_check(step->graph->context));
out:
    return status;
}

const char *nadir_step_describe(struct nadir_step *step, size_t rows)
{
    const struct nadir__lowered *lowered;
    if (!step || rows < 1 || rows > step->max_rows) {
        nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "step: no step, or rows = %zu out of range", rows);
        return NULL;
    }
    if (get_lowered(step, &lowered, rows) != NADIR_OK) return NULL;
    const struct nadir__plan *plan = &lowered->plan;
    const size_t line = sizeof plan->commands->note + 80;
    char *text = realloc(step->description, plan->count * line + 1);
    if (!text) {
        nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for a description");
        return NULL;
    }
    step->description = text;
    text[0] = 0;
    for (size_t i = 0; i < plan->count; i++) {
        const struct nadir__command *command = &plan->commands[i];
        text += command->kernel
            ? snprintf(text, line, "%s: %s (%zu groups)\n", command->kernel->name, command->note, command->groups)
            : snprintf(text, line, "%s\n", command->note);
    }
    return step->description;
}
