/* SPDX-License-Identifier: MIT */
/* Softmax cross-entropy and focal loss, with labels or target probabilities. */
#include "loss_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"
#include "ops_priv.h"

#include <stdio.h>

/* With probabilities there is no logsumexp, and clipping needs a lower bound below the upper one. */
static enum nadir_status check(const struct nadir__loss_call *call)
{
    const struct nadir_loss_params *params = call->params;
    if (call->loss != NADIR_LOSS_CROSS_ENTROPY || !params->from_probabilities) return NADIR_OK;
    ND_CHECK_ARG(params->z_loss == 0, "cross_entropy: z_loss = %g, but from_probabilities has none", (double)params->z_loss);
    ND_CHECK_ARG(params->eps <= 0.5f, "cross_entropy: eps = %g, but 0 to 0.5 is needed", (double)params->eps);
    return NADIR_OK;
}

static bool is_narrow(const struct nadir__loss_call *call)
{
    return call->cols <= ND_NARROW_COLS && (call->loss == NADIR_LOSS_FOCAL || !call->params->from_probabilities);
}

/* As many rows as one group takes in about the time of a launch. */
static bool totals(const struct nadir_context *context, const struct nadir__loss_call *call)
{
    const struct nadir__geometry *geometry = nadir__geometry(context);
    const bool cpu = context->walk == NADIR_WALK_CPU;
    return is_narrow(call) && call->rows <= (cpu ? 16 * (size_t)geometry->vector : geometry->work_group);
}

static enum nadir_status emit(const struct nadir__sink *sink, const struct nadir__loss_call *call)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    struct nadir_context *context = sink->context;
    const struct nadir_loss_params *params = call->params;
    const struct nadir_loss_tensors *t = call->tensors;
    const bool focal = call->loss == NADIR_LOSS_FOCAL, probabilities = !focal && params->from_probabilities;
    const bool narrow = is_narrow(call);
    const int total = call->counts ? 2 : call->total.y.buffer || call->hits.y.buffer;
    const int storage = t->x[0]->dtype == NADIR_F16 ? 1 : t->x[0]->dtype == NADIR_BF16 ? 2 : 0;
    char defines[192];
    snprintf(defines, sizeof defines,
             "-DND_COLS=%zu -DND_STORAGE=%d -DND_TARGETS=%d -DND_FOCAL=%d -DND_WEIGHT=%d -DND_SMOOTHING=%d -DND_LOSS=%d "
             "-DND_GRADIENT=%d -DND_CORRECT=%d -DND_TOTAL=%d",
             narrow ? call->cols : 0, storage, t->target->dtype == NADIR_F32, focal, t->weight != NULL,
             !focal && params->label_smoothing != 0, call->losses.buffer != NULL, t->dx[0] != NULL, t->correct != NULL, total);
    ND_TRY(nadir__kernel_get(context, &kernel, context->walk, probabilities ? "cross_entropy_probabilities" : "cross_entropy",
                             probabilities ? "cross_entropy_probabilities"
                             : narrow      ? "cross_entropy_narrow"
                                           : "cross_entropy_rows",
                             defines));

    static const struct nadir_tensor absent = {0};
    static const uint64_t zero = 0;
    const struct nadir_tensor *dx = t->dx[0] ? t->dx[0] : &absent, *correct = t->correct ? t->correct : &absent;
    const struct nadir_tensor *weight = t->weight ? t->weight : &absent, *upstream = t->upstream ? t->upstream : &absent;
    const struct nadir_tensor *sample_weight = t->sample_weight ? t->sample_weight : &absent;
    const struct nadir__arg args[] = {
        ND_TENSOR(&call->losses), ND_TENSOR(sample_weight), ND_TENSOR(upstream), ND_TENSOR(&call->factor), ND_F32(call->scale),
        ND_TENSOR(dx), ND_TENSOR(correct), ND_TENSOR(t->x[0]), ND_TENSOR(t->target), ND_TENSOR(weight),
        ND_U64(narrow ? call->rows : call->cols), ND_U32(nadir__loss_ignore_index(call)),
        ND_F32(focal ? params->alpha : params->label_smoothing),
        ND_F32(focal ? params->gamma : probabilities ? params->eps : params->z_loss),
        ND_MEM(context->error_word), ND_U64(call->earlier),
        /* with ND_TOTAL */
        ND_TENSOR(&call->total.y), ND_U64_AT(call->total.at ? call->total.at : &zero), ND_F32(call->total_scale),
        ND_TENSOR(&call->hits.y), ND_U64_AT(call->hits.at ? call->hits.at : &zero),
        ND_U32(params->empty == NADIR_EMPTY_ZERO)};
    enum { TOTALS = 8 };
    /* Each work-item looks for the first of the largest targets. */
    const size_t search = t->target->dtype == NADIR_F32 ? call->cols / nadir__geometry(context)->vector : 0;
    if (!narrow) ND_TRY(nadir__check_rounds(context, "cross_entropy", nadir__softmax_rounds(context, call->cols) + search));
    const size_t groups = total ? 1 : narrow ? nadir__size_ceil_div(call->rows, nadir__narrow_rows(context)) : call->rows;
    ND_TRY(nadir__launch(sink, kernel, groups, args, sizeof args / sizeof args[0] - (total ? 0 : TOTALS)));
out:
    return status;
}

const struct nadir__loss_family nadir__cross_entropy = {.check = check, .emit = emit, .totals = totals};
