/* SPDX-License-Identifier: MIT */
/* States of some of an optimizer's tensors, one behind the other, and Adam on them. */
#include "compact_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <stdio.h>
#include <stdlib.h>

static bool takes(const struct nadir_optimizer *optimizer, nadir__wanted wanted, size_t tensor)
{
    return optimizer->segment_of[tensor - optimizer->first] != UINT32_MAX && wanted(optimizer, tensor);
}

/* Fills the table, or counts its rows if `pieces` is NULL. */
static void cut(struct nadir__pieces *table, const struct nadir_optimizer *optimizer, nadir__wanted wanted, size_t size,
                size_t unit, struct nadir__piece *pieces)
{
    table->count = table->states = 0;
    for (size_t i = optimizer->first; i < optimizer->last; i++) {
        if (!takes(optimizer, wanted, i)) continue;
        const struct nadir_tensor p = nadir_arena_parameter(optimizer->arena, i);
        const size_t n = nadir_tensor_count(&p), begin = nadir_arena_offset(optimizer->arena, i) - optimizer->begin;
        for (size_t at = 0; at < n; at += size, table->count++)
            if (pieces)
                pieces[table->count] = (struct nadir__piece){.begin = begin + at,
                                                             .state = table->states + at,
                                                             .count = (cl_uint)(n - at < size ? n - at : size),
                                                             .segment = optimizer->segment_of[i - optimizer->first]};
        table->states += nadir__size_round_up(n, unit);
    }
}

enum nadir_status nadir__pieces_create(struct nadir__pieces *out, const struct nadir_optimizer *optimizer, nadir__wanted wanted,
                                       size_t size, size_t unit)
{
    cut(out, optimizer, wanted, size, unit, NULL);
    struct nadir__piece *pieces = calloc(out->count + 1, sizeof *pieces);
    if (!pieces) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %zu pieces of tensors", out->count);
    cut(out, optimizer, wanted, size, unit, pieces);
    const enum nadir_status status = nadir__table_create(optimizer->context, &out->buffer, pieces, out->count * sizeof *pieces);
    free(pieces);
    return status;
}

void nadir__pieces_view(const struct nadir_optimizer *optimizer, nadir__wanted wanted, size_t unit, size_t per, size_t state,
                        const struct nadir_tensor *buffer)
{
    size_t at = 0;
    for (size_t i = optimizer->first; i < optimizer->last; i++) {
        if (!takes(optimizer, wanted, i)) continue;
        const struct nadir_tensor p = nadir_arena_parameter(optimizer->arena, i);
        const size_t n = nadir_tensor_count(&p), numbers = nadir__size_ceil_div(n, per);
        struct nadir_tensor *view = nadir__state_view(optimizer, state, i);
        *view = per > 1 ? nadir_tensor_view(NULL, 0, buffer->dtype, 1, &numbers) : p;
        view->buffer = buffer->buffer;
        view->offset = at / per;
        view->dtype = buffer->dtype;
        at += nadir__size_round_up(n, unit);
    }
}

enum nadir_status nadir__update_kernel(const struct nadir__sink *sink, const struct nadir_optimizer *optimizer,
                                       struct nadir__kernel **kernel, const char *file, const char *name, const char *defines)
{
    char all[160];
    const enum nadir_dtype copy = optimizer->copy.buffer ? optimizer->copy.dtype : NADIR_F32;
    snprintf(all, sizeof all, "-DND_AVERAGE=%d -DND_COPY=%d -DND_STORAGE=%d%s", optimizer->average.buffer != NULL,
             copy != NADIR_F32, nadir__storage_of(copy), defines);
    return nadir__kernel_get(sink->context, kernel, sink->context->walk, file, name, all);
}

enum nadir_status nadir__update_launch(const struct nadir__sink *sink, const struct nadir_optimizer *optimizer,
                                       struct nadir__kernel *kernel, size_t groups, const struct nadir__arg *args, size_t count)
{
    struct nadir__arg all[ND_MAX_ARGS];
    for (size_t i = 0; i < count; i++) all[i] = args[i];
    if (optimizer->average.buffer) all[count++] = (struct nadir__arg)ND_MEM(optimizer->average.buffer);
    if (optimizer->copy.buffer) all[count++] = (struct nadir__arg)ND_MEM(optimizer->copy.buffer);
    return nadir__launch(sink, kernel, groups, all, count);
}

enum nadir_status nadir__compact_adam_create(struct nadir__compact_adam *adam, struct nadir_optimizer *optimizer,
                                             nadir__wanted wanted, size_t exp_avg, size_t exp_avg_sq)
{
    enum nadir_status status;
    ND_TRY(nadir__pieces_create(&adam->pieces, optimizer, wanted, nadir__geometry(optimizer->context)->chunk, 1));
    ND_TRY(nadir__optimizer_own(optimizer, &adam->exp_avg, NADIR_F32, adam->pieces.states, 0.0f));
    ND_TRY(nadir__optimizer_own(optimizer, &adam->exp_avg_sq, NADIR_F32, adam->pieces.states, 0.0f));
    nadir__pieces_view(optimizer, wanted, 1, 1, exp_avg, &adam->exp_avg);
    nadir__pieces_view(optimizer, wanted, 1, 1, exp_avg_sq, &adam->exp_avg_sq);
out:
    return status;
}

void nadir__compact_adam_destroy(struct nadir__compact_adam *adam)
{
    if (adam->pieces.buffer) clReleaseMemObject(adam->pieces.buffer);
}

enum nadir_status nadir__emit_compact_adam(const struct nadir__sink *sink, struct nadir_optimizer *optimizer,
                                           const struct nadir__compact_adam *adam)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__kernel *kernel;
    if (adam->pieces.count == 0) return NADIR_OK;
    const struct nadir_tensor p = nadir__optimizer_parameters(optimizer), g = nadir__optimizer_gradients(optimizer);
    ND_TRY(nadir__update_kernel(sink, optimizer, &kernel, "compact_adam", "compact_adam", ""));
    const struct nadir__arg args[] = {ND_TENSOR(&p),
                                      ND_TENSOR(&g),
                                      ND_MEM(adam->exp_avg.buffer),
                                      ND_MEM(adam->exp_avg_sq.buffer),
                                      ND_MEM(adam->pieces.buffer),
                                      ND_MEM(optimizer->segments),
                                      ND_MEM(optimizer->control)};
    ND_TRY(nadir__update_launch(sink, optimizer, kernel, adam->pieces.count, args, sizeof args / sizeof *args));
out:
    return status;
}
