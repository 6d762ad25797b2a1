/* SPDX-License-Identifier: MIT */
/* Verified runs: one operation is watched, and a slice of what it wrote is compared with what the host computes (expect.c). */
#include "verify_priv.h"

#include "base/status_priv.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { PRODUCTS = 65536 }; /* a slice is made of about so many at most */

/* --- What can be watched. --- */

static const struct nadir__span *span_of(const struct nadir_step *step, const struct nadir__lowered *lowered,
                                         const struct nadir__watch *watch)
{
    const bool forward = watch->kind == ND_WATCH_FORWARD || watch->kind == ND_WATCH_LOSS_GRADIENT;
    if (watch->kind == ND_WATCH_UPDATE) return &lowered->spans[2 * step->stage_count];
    return &lowered->spans[(forward ? 0 : step->stage_count) + watch->stage];
}

static void add_watch(struct nadir_step *step, enum nadir__watch_kind kind, size_t index, const char *name)
{
    struct nadir__watch *watch = &step->watches[step->watch_count];
    *watch = (struct nadir__watch){.kind = kind, .stage = index, .parameter = index};
    const struct nadir__span *span = span_of(step, &step->lowered[0], watch);
    if (span->begin == span->end) return;
    snprintf(watch->name, sizeof watch->name, nadir__watch_rows[kind].name, name);
    step->watch_count++;
}

/* In the order of a run. What there is does not depend on the number of rows. */
static enum nadir_status find_watches(struct nadir_step *step)
{
    const struct nadir_arena *arena = step->graph->arena;
    const size_t tensors = nadir_arena_tensor_count(arena);
    if (step->watches) return NADIR_OK;
    step->watches = calloc(ND_WATCH_KINDS * step->stage_count + tensors + 1, sizeof *step->watches);
    if (!step->watches) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory to verify a step");
    for (size_t i = 0; i < step->stage_count; i++) {
        const struct nadir__stage *stage = &step->stages[i];
        const char *name = stage->node->output->name;
        if (stage->node->op == &nadir__op_linear) add_watch(step, ND_WATCH_FORWARD, i, name);
        else if (nadir__expects_loss(stage)) add_watch(step, ND_WATCH_LOSS_GRADIENT, i, name);
    }
    for (size_t i = step->stage_count; i-- > 0;) {
        const struct nadir__stage *stage = &step->stages[i];
        const struct nadir__node *node = stage->node;
        if (node->op != &nadir__op_linear) continue;
        for (unsigned k = 0; k < 2; k++)
            if (!step->optimizer || nadir__optimizer_covers(step->optimizer, node->parameters[k]))
                add_watch(step, k == 0 ? ND_WATCH_WEIGHT_GRADIENT : ND_WATCH_BIAS_GRADIENT, i, node->output->name);
        if (stage->inputs[0].storage != ND_NONE) add_watch(step, ND_WATCH_INPUT_GRADIENT, i, node->output->name);
    }
    for (size_t i = 0; i < tensors && nadir__expects_update(step); i++)
        if (nadir__optimizer_covers(step->optimizer, i)) add_watch(step, ND_WATCH_UPDATE, i, nadir_arena_name(arena, i));
    return NADIR_OK;
}

/* --- Reading. --- */

enum nadir_status nadir__slice_read(struct nadir__slice *slice, void *out, const struct nadir_tensor *tensor, size_t first,
                                    size_t count, size_t width, size_t pitch)
{
    enum nadir_status status = NADIR_OK;
    cl_command_queue queue = slice->step->graph->context->queue;
    const size_t size = sizeof(float), begin = (tensor->offset + first) * size;
    void *host = malloc(count * width * size);
    if (!host) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory to verify %s", slice->watch->name);
    slice->reads[slice->read_count++] = host;
    *(void **)out = host;
    if (count == 1 || width == pitch) {
        ND_CL(clEnqueueReadBuffer(queue, tensor->buffer, CL_TRUE, begin, count * width * size, host, 0, NULL, NULL));
    } else {
        const size_t from[] = {begin, 0, 0}, to[] = {0, 0, 0}, region[] = {width * size, count, 1};
        ND_CL(clEnqueueReadBufferRect(queue, tensor->buffer, CL_TRUE, from, to, region, pitch * size, 0, width * size, 0, host,
                                      0, NULL, NULL));
    }
out:
    return status;
}

/* --- Runs. --- */

/* All numbers below n, the last one first, each of n turns another, neighbouring turns far apart. */
static size_t spread(uint64_t turn, size_t n)
{
    size_t stride = (size_t)(0.618 * (double)n);
    for (size_t a = n, b = 0; a != 1;) {
        stride++;
        for (a = n, b = stride; b != 0;) {
            const size_t rest = a % b;
            a = b;
            b = rest;
        }
    }
    return (size_t)((turn % n * stride + n - 1) % n);
}

static void choose_slice(struct nadir__slice *slice, uint64_t turn)
{
    const struct nadir__grid grid = nadir__watch_rows[slice->watch->kind].grid(slice);
    size_t width = PRODUCTS / (grid.depth + 1);
    width = width < 1 ? 1 : width > ND_SLICE ? ND_SLICE : width;
    const size_t blocks = grid.cols / width + (grid.cols % width != 0);
    slice->first = spread(turn, blocks) * width;
    slice->count = grid.cols - slice->first < width ? grid.cols - slice->first : width;
    slice->row = spread(turn / blocks, grid.rows);
}

static bool is_right(double got, double want, double bound)
{
    if (!isfinite(want)) return !isfinite(got);
    if (!(bound < ND_HUGE) || fabs(want) >= ND_HUGE) return true;
    return fabs(got - want) <= bound;
}

static enum nadir_status compare(struct nadir__slice *slice, const struct nadir__expected *output,
                                 nadir__tamper_function tamper, void *user)
{
    enum nadir_status status;
    const struct nadir_tensor *tensor = &output->tensor;
    float *got;
    ND_TRY(nadir__slice_read(slice, &got, tensor, output->first, 1, output->count, output->count));
    if (tamper) tamper(user, output, got);
    for (size_t i = 0; i < output->count; i++) {
        if (is_right((double)got[i], output->want[i], output->bound[i])) continue;
        const size_t at = output->first + i, cols = tensor->rank > 1 ? tensor->shape[tensor->rank - 1] : 0;
        char index[64];
        if (cols > 0) snprintf(index, sizeof index, "%zu, %zu", at / cols, at % cols);
        else snprintf(index, sizeof index, "%zu", at);
        status = nadir__fail(NADIR_ERROR_WRONG_RESULT, "%s: the device computed %.9g for %s[%s], expected %.9g (+- %.2g)",
                             slice->watch->name, (double)got[i], output->name, index, output->want[i], output->bound[i]);
        goto out;
    }
out:
    return status;
}

static enum nadir_status run_part(const struct nadir_step *step, const struct nadir__lowered *lowered, size_t begin, size_t end)
{
    const struct nadir__plan part = {.commands = lowered->plan.commands + begin, .count = end - begin};
    return nadir__plan_run(step->graph->context, &part);
}

enum nadir_status nadir__step_run_watched(struct nadir_step *step, size_t rows, uint64_t turn, const char **watched,
                                          nadir__tamper_function tamper, void *user)
{
    enum nadir_status status;
    const struct nadir__lowered *lowered;
    struct nadir__slice slice = {.step = step, .rows = rows};
    if (watched) *watched = NULL;
    ND_TRY(nadir__step_begin(step, rows, &lowered));
    ND_TRY(find_watches(step));
    if (step->watch_count == 0) return nadir_step_run(step, rows);
    const struct nadir__watch *watch = slice.watch = &step->watches[turn % step->watch_count];
    const bool update = watch->kind == ND_WATCH_UPDATE;
    const struct nadir__span *span = span_of(step, lowered, watch);
    if (watched) *watched = watch->name;
    if (!update) slice.stage = &step->stages[watch->stage];
    choose_slice(&slice, turn / step->watch_count);

    /* The optimizer counts the step as late as possible: it goes on from where it was if the operation is wrong. */
    if (update || (step->optimizer && step->optimizer->showing)) ND_TRY(nadir__step_advance(step, rows)); /* or refuses */
    ND_TRY(run_part(step, lowered, 0, span->begin));
    ND_TRY(nadir__watch_rows[watch->kind].expect(&slice));
    ND_TRY(run_part(step, lowered, span->begin, span->end));
    if (update) ND_TRY(nadir__step_end(step)); /* right or wrong, it is done */
    for (size_t i = 0; i < slice.output_count; i++) ND_TRY(compare(&slice, &slice.outputs[i], tamper, user));
    if (update) goto out;
    ND_TRY(nadir__step_advance(step, rows));
    ND_TRY(run_part(step, lowered, span->end, lowered->plan.count));
    ND_TRY(nadir__step_end(step));
out:
    for (size_t i = 0; i < slice.read_count; i++) free(slice.reads[i]);
    return status;
}

enum nadir_status nadir_step_run_verified(struct nadir_step *step, size_t rows, uint64_t turn, const char **watched)
{
    return nadir__step_run_watched(step, rows, turn, watched, NULL, NULL);
}
