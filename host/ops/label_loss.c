/* SPDX-License-Identifier: MIT */
/* Row-wise losses of a label or a one-hot target without softmax: NLL and the multiclass hinges. */
#include "loss_priv.h"

#include "base/status_priv.h"

#include <stdio.h>

/* ND_KIND of cl/label_loss.cl. */
enum { ND_NLL, ND_MULTI_MARGIN_1, ND_MULTI_MARGIN_2, ND_CRAMMER_SINGER, ND_CATEGORICAL_HINGE };

static int kind_of(const struct nadir__loss_call *call)
{
    switch (call->loss) {
    case NADIR_LOSS_NLL: return ND_NLL;
    case NADIR_LOSS_MULTI_MARGIN: return call->params->p == 1.0f ? ND_MULTI_MARGIN_1 : ND_MULTI_MARGIN_2;
    case NADIR_LOSS_CRAMMER_SINGER: return ND_CRAMMER_SINGER;
    default: return ND_CATEGORICAL_HINGE;
    }
}

static enum nadir_status check(const struct nadir__loss_call *call)
{
    const float p = call->params->p;
    ND_CHECK_ARG(call->loss != NADIR_LOSS_MULTI_MARGIN || p == 1.0f || p == 2.0f, "multi_margin: p = %g, but 1 or 2 is needed",
                 (double)p);
    return NADIR_OK;
}

static enum nadir_status emit(const struct nadir__sink *sink, const struct nadir__loss_call *call)
{
    static const struct nadir_tensor absent = {0};
    enum nadir_status status = NADIR_OK;
    struct nadir__kernel *kernel;
    const struct nadir_loss_tensors *t = call->tensors;
    const struct nadir_tensor *sample_weight = t->sample_weight ? t->sample_weight : &absent;
    const struct nadir_tensor *upstream = t->upstream ? t->upstream : &absent;
    const struct nadir_tensor *weight = t->weight ? t->weight : &absent;
    const struct nadir_tensor *dx = t->dx[0] ? t->dx[0] : &absent;
    if (!call->losses.buffer && !t->dx[0]) goto out;
    char defines[32];
    snprintf(defines, sizeof defines, "-DND_KIND=%d", kind_of(call));
    ND_TRY(nadir__kernel_get(sink->context, &kernel, sink->context->walk, "label_loss", "label_loss", defines));
    const struct nadir__arg args[] = {
        ND_TENSOR(&call->losses),     ND_TENSOR(sample_weight),
        ND_TENSOR(upstream),          ND_TENSOR(&call->factor),
        ND_F32(call->scale),          ND_TENSOR(dx),
        ND_TENSOR(t->x[0]),           ND_TENSOR(t->target),
        ND_TENSOR(weight),            ND_U64(call->cols),
        ND_F32(call->params->margin), ND_U32(nadir__loss_ignore_index(call)),
        ND_MEM(sink->context->error_word),
    };
    ND_TRY(nadir__check_rounds(sink->context, "label_loss", 3 * nadir__row_rounds(sink->context, call->cols)));
    ND_TRY(ND_LAUNCH(sink, kernel, call->rows, args));
out:
    return status;
}

const struct nadir__loss_family nadir__label_loss = {.check = check, .emit = emit};
