/* SPDX-License-Identifier: MIT */
/* The elementwise losses: which options each has, and the launch of the one kernel for all of them. */
#include "loss_priv.h"

#include "base/status_priv.h"

#include <stdio.h>

/* The members of struct nadir_loss_params that a loss's functions take as options.x and options.y (cl/pointwise_loss.clh).
 * 0, the offset of the reduction: none. */
static const size_t options[NADIR_LOSS_COUNT][2] = {
#define OPTION(member) offsetof(struct nadir_loss_params, member)
    [NADIR_LOSS_HUBER] = {OPTION(delta)},
    [NADIR_LOSS_SMOOTH_L1] = {OPTION(beta)},
    [NADIR_LOSS_QUANTILE] = {OPTION(quantile)},
    [NADIR_LOSS_EPSILON_INSENSITIVE] = {OPTION(epsilon)},
    [NADIR_LOSS_POISSON_NLL] = {OPTION(eps)},
    [NADIR_LOSS_GAUSSIAN_NLL] = {OPTION(eps)},
    [NADIR_LOSS_BCE] = {OPTION(eps), OPTION(label_smoothing)},
    [NADIR_LOSS_BCE_WITH_LOGITS] = {OPTION(label_smoothing)},
    [NADIR_LOSS_SIGMOID_FOCAL] = {OPTION(alpha), OPTION(gamma)},
    [NADIR_LOSS_HINGE_EMBEDDING] = {OPTION(margin)},
    [NADIR_LOSS_KL_DIV] = {OPTION(eps)},
    [NADIR_LOSS_MARGIN_RANKING] = {OPTION(margin)},
};

static float option(const struct nadir__loss_call *call, int i)
{
    const size_t offset = options[call->loss][i];
    return offset ? *(const float *)((const char *)call->params + offset) : 0.0f;
}

/* Where the kernel finds the operand of an element (cl/pointwise_loss.cl has the same). */
enum where { ABSENT, LIKE_X, LAST_AXIS, PER_ROW, ONE };

static enum where locate(const struct nadir__loss_call *call, const struct nadir_tensor *tensor, enum where broadcast)
{
    if (!tensor) return ABSENT;
    const size_t count = nadir_tensor_count(tensor);
    return count == call->count ? LIKE_X : count == 1 ? ONE : broadcast;
}

static enum nadir_status check(const struct nadir__loss_call *call)
{
    const struct nadir_loss_params *params = call->params;
    ND_CHECK_ARG(call->loss != NADIR_LOSS_BCE || params->eps < 0.5f, "bce: eps = %g, but less than 0.5 is needed",
                 (double)params->eps);
    ND_CHECK_ARG(call->loss != NADIR_LOSS_KL_DIV || !params->from_probabilities || params->eps <= 1.0f,
                 "kl_div: eps = %g, but at most 1 is needed", (double)params->eps);
    return NADIR_OK;
}

static size_t partials(const struct nadir_context *context, const struct nadir__loss_call *call)
{
    return nadir__chunks(context, call->count);
}

static enum nadir_status emit(const struct nadir__sink *sink, const struct nadir__loss_call *call)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    const struct nadir_loss_params *params = call->params;
    const struct nadir_loss_tensors *t = call->tensors;
    const struct nadir_tensor *x = t->x[0];
    const struct nadir_tensor *losses = call->losses.buffer ? &call->losses : NULL;
    const struct nadir_tensor *factor = call->factor.buffer ? &call->factor : NULL;
    const bool gradient = t->dx[0] || t->dx[1];
    if (!losses && !gradient) return NADIR_OK;
    char defines[320];
    snprintf(defines, sizeof defines,
             "-DND_FUNCTION=%s -DND_LOSS=%d -DND_GRADIENT=%d -DND_INPUTS=%d -DND_WEIGHT=%d -DND_POS_WEIGHT=%d "
             "-DND_SAMPLE_WEIGHT=%d -DND_UPSTREAM=%d -DND_FACTOR=%d -DND_LOG_INPUT=%d -DND_FULL=%d -DND_LOG_TARGET=%d "
             "-DND_FROM_PROBABILITIES=%d -DND_CLIP=%d -DND_BALANCED=%d",
             nadir__losses[call->loss].name, !losses ? 0 : call->reduce ? 2 : 1, (t->dx[0] != NULL) + 2 * (t->dx[1] != NULL),
             t->x[1] ? 2 : 1, locate(call, t->weight, LAST_AXIS), locate(call, t->pos_weight, LAST_AXIS),
             locate(call, t->sample_weight, PER_ROW), gradient && t->upstream, gradient && factor, params->log_input,
             params->full, params->log_target, params->from_probabilities,
             params->eps > 0.0f && (call->loss != NADIR_LOSS_KL_DIV || params->from_probabilities), params->alpha >= 0.0f);
    ND_TRY(nadir__kernel_get(sink->context, &kernel, sink->context->walk, "pointwise_loss", "pointwise_loss", defines));

    /* Every tensor that there is, in the kernel's order. */
    const struct nadir_tensor *const tensors[] = {losses,        t->dx[0],         t->dx[1], x, t->x[1], t->target, t->weight,
                                                  t->pos_weight, t->sample_weight, gradient ? t->upstream : NULL,
                                                  gradient ? factor : NULL};
    struct nadir__arg args[ND_MAX_ARGS];
    size_t count = 0;
    for (size_t i = 0; i < sizeof tensors / sizeof tensors[0]; i++) {
        if (!tensors[i]) continue;
        args[count++] = (struct nadir__arg)ND_MEM(tensors[i]->buffer);
        args[count++] = (struct nadir__arg)ND_U64(tensors[i]->offset);
    }
    args[count++] = (struct nadir__arg)ND_U64(call->count);
    args[count++] = (struct nadir__arg)ND_U64(call->cols);
    args[count++] = (struct nadir__arg)ND_U64(x->shape[x->rank - 1]);
    args[count++] = (struct nadir__arg)ND_F32(call->scale);
    args[count++] = (struct nadir__arg)ND_F32(option(call, 0));
    args[count++] = (struct nadir__arg)ND_F32(option(call, 1));
    ND_TRY(nadir__launch(sink, kernel, nadir__chunks(sink->context, call->count), args, count));
out:
    return status;
}

const struct nadir__loss_family nadir__pointwise_loss = {.check = check, .partials = partials, .emit = emit};
