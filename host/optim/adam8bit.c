/* SPDX-License-Identifier: MIT */
/* 8-bit Adam: codes and scales for the large tensors, compact Adam for the others. */
#include "compact_priv.h"

#include "base/status_priv.h"

#include <stdlib.h>

enum { BLOCK = 256, SMALLEST = 4096 };

struct adam8bit {
    struct nadir__pieces pieces;
    struct nadir_tensor exp_avg, exp_avg_sq, exp_avg_scale, exp_avg_sq_scale;
    struct nadir__compact_adam rest;
};

void nadir__adam8bit_scalars(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS])
{
    nadir__rules[NADIR_ADAM].scalars(params, t, carry, h);
}

static bool is_large(const struct nadir_optimizer *optimizer, size_t tensor)
{
    const struct nadir_tensor p = nadir_arena_parameter(optimizer->arena, tensor);
    return nadir_tensor_count(&p) >= SMALLEST;
}

static bool is_small(const struct nadir_optimizer *optimizer, size_t tensor)
{
    return !is_large(optimizer, tensor);
}

static enum nadir_status create(struct nadir_optimizer *optimizer)
{
    enum nadir_status status;
    struct adam8bit *own = optimizer->own = calloc(1, sizeof *own);
    if (!own) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for 8-bit Adam");
    const size_t m = nadir__optimizer_name_state(optimizer, "exp_avg");
    const size_t v = nadir__optimizer_name_state(optimizer, "exp_avg_sq");
    const size_t m_scale = nadir__optimizer_name_state(optimizer, "exp_avg_scale");
    const size_t v_scale = nadir__optimizer_name_state(optimizer, "exp_avg_sq_scale");
    /* A piece is a number of blocks. */
    ND_TRY(nadir__pieces_create(&own->pieces, optimizer, is_large, nadir__geometry(optimizer->context)->chunk, BLOCK));
    const size_t codes = own->pieces.states, blocks = codes / BLOCK;
    ND_TRY(nadir__optimizer_own(optimizer, &own->exp_avg, NADIR_U8, codes, 0.0f));
    ND_TRY(nadir__optimizer_own(optimizer, &own->exp_avg_sq, NADIR_U8, codes, 0.0f));
    ND_TRY(nadir__optimizer_own(optimizer, &own->exp_avg_scale, NADIR_F32, blocks, 0.0f));
    ND_TRY(nadir__optimizer_own(optimizer, &own->exp_avg_sq_scale, NADIR_F32, blocks, 0.0f));
    nadir__pieces_view(optimizer, is_large, BLOCK, 1, m, &own->exp_avg);
    nadir__pieces_view(optimizer, is_large, BLOCK, 1, v, &own->exp_avg_sq);
    nadir__pieces_view(optimizer, is_large, BLOCK, BLOCK, m_scale, &own->exp_avg_scale);
    nadir__pieces_view(optimizer, is_large, BLOCK, BLOCK, v_scale, &own->exp_avg_sq_scale);
    ND_TRY(nadir__compact_adam_create(&own->rest, optimizer, is_small, m, v));
out:
    return status;
}

static void destroy(struct nadir_optimizer *optimizer)
{
    struct adam8bit *own = optimizer->own;
    if (!own) return;
    if (own->pieces.buffer) clReleaseMemObject(own->pieces.buffer);
    nadir__compact_adam_destroy(&own->rest);
    free(own);
}

static enum nadir_status emit(const struct nadir__sink *sink, struct nadir_optimizer *optimizer)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__kernel *kernel;
    const struct adam8bit *own = optimizer->own;
    const struct nadir_tensor p = nadir__optimizer_parameters(optimizer), g = nadir__optimizer_gradients(optimizer);
    if (own->pieces.count > 0) {
        ND_TRY(nadir__update_kernel(sink, optimizer, &kernel, "adam8bit", "adam8bit", ""));
        const struct nadir__arg args[] = {ND_TENSOR(&p),
                                          ND_TENSOR(&g),
                                          ND_MEM(own->exp_avg.buffer),
                                          ND_MEM(own->exp_avg_sq.buffer),
                                          ND_MEM(own->exp_avg_scale.buffer),
                                          ND_MEM(own->exp_avg_sq_scale.buffer),
                                          ND_MEM(own->pieces.buffer),
                                          ND_MEM(optimizer->segments),
                                          ND_MEM(optimizer->control)};
        ND_TRY(nadir__update_launch(sink, optimizer, kernel, own->pieces.count, args, sizeof args / sizeof *args));
    }
    ND_TRY(nadir__emit_compact_adam(sink, optimizer, &own->rest));
out:
    return status;
}

const struct nadir__rule_class nadir__adam8bit = {
    .managed = true, .per_tensor = true, .create = create, .destroy = destroy, .emit = emit};
