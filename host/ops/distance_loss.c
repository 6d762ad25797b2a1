/* SPDX-License-Identifier: MIT */
/* Row-wise losses of the distance between vectors: cosine embedding and triplet margin. */
#include "loss_priv.h"

#include "base/status_priv.h"

#include <stdio.h>

static enum nadir_status emit(const struct nadir__sink *sink, const struct nadir__loss_call *call)
{
    static const struct nadir_tensor absent = {0};
    enum nadir_status status = NADIR_OK;
    struct nadir__kernel *kernel;
    struct nadir_context *context = sink->context;
    const struct nadir_loss_params *params = call->params;
    const struct nadir_loss_tensors *t = call->tensors;
    const struct nadir_tensor *sample_weight = t->sample_weight ? t->sample_weight : &absent;
    const struct nadir_tensor *upstream = t->upstream ? t->upstream : &absent;
    const struct nadir_tensor *dx[3];
    for (int i = 0; i < 3; i++) dx[i] = t->dx[i] ? t->dx[i] : &absent;
    if (!call->losses.buffer && !t->dx[0] && !t->dx[1] && !t->dx[2]) goto out;

    const size_t passes = call->loss == NADIR_LOSS_COSINE_EMBEDDING ? 4 : 10;
    ND_TRY(nadir__check_rounds(context, "distance_loss", passes * nadir__row_rounds(context, call->cols)));
    if (call->loss == NADIR_LOSS_COSINE_EMBEDDING) {
        ND_TRY(nadir__kernel_get(context, &kernel, context->walk, "distance_loss", "cosine_embedding", "-DND_KIND=0"));
        const struct nadir__arg args[] = {
            ND_TENSOR(&call->losses), ND_TENSOR(sample_weight), ND_TENSOR(upstream),  ND_TENSOR(&call->factor),
            ND_F32(call->scale),      ND_TENSOR(dx[0]),         ND_TENSOR(dx[1]),     ND_TENSOR(t->x[0]),
            ND_TENSOR(t->x[1]),       ND_TENSOR(t->target),     ND_U64(call->cols),   ND_F32(params->margin),
        };
        ND_TRY(ND_LAUNCH(sink, kernel, call->rows, args));
    } else {
        char defines[64];
        const int norm = params->p == 1.0f ? 1 : params->p == 2.0f ? 2 : 0; /* 0: any */
        snprintf(defines, sizeof defines, "-DND_KIND=1 -DND_NORM=%d -DND_SWAP=%d", norm, params->swap);
        ND_TRY(nadir__kernel_get(context, &kernel, context->walk, "distance_loss", "triplet_margin", defines));
        const struct nadir__arg args[] = {
            ND_TENSOR(&call->losses), ND_TENSOR(sample_weight), ND_TENSOR(upstream),  ND_TENSOR(&call->factor),
            ND_F32(call->scale),      ND_TENSOR(dx[0]),         ND_TENSOR(dx[1]),     ND_TENSOR(dx[2]),
            ND_TENSOR(t->x[0]),       ND_TENSOR(t->x[1]),       ND_TENSOR(t->x[2]),   ND_U64(call->cols),
            ND_F32(params->margin),   ND_F32(params->eps),      ND_F32(params->p),
        };
        ND_TRY(ND_LAUNCH(sink, kernel, call->rows, args));
    }
out:
    return status;
}

const struct nadir__loss_family nadir__distance_loss = {.emit = emit};
