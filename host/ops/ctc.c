/* SPDX-License-Identifier: MIT */
/* Connectionist temporal classification. */
#include "loss_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <stdio.h>

static enum nadir_status check(const struct nadir__loss_call *call)
{
    const size_t length = call->tensors->target->shape[1], frames = call->tensors->x[0]->shape[0];
    ND_CHECK_ARG((size_t)call->params->blank < call->cols, "ctc: blank = %d, but the logits have %zu classes (0..%zu)",
                 (int)call->params->blank, call->cols, call->cols - 1);
    ND_CHECK_ARG(frames < INT32_MAX && length < INT32_MAX, "ctc: %zu frames and %zu targets, but less than %d are needed",
                 frames, length, INT32_MAX);
    return NADIR_OK;
}

/* Floats of a sequence's record and states, as cl/ctc.cl lays them out; false where they overflow. */
static bool scratch_sizes(const struct nadir__geometry *geometry, size_t frames, size_t length, bool gradient, size_t *record,
                          size_t *states)
{
    const size_t pitch = nadir__size_round_up(length + 1, geometry->work_group == 1 ? geometry->vector : 1);
    *record = nadir__size_round_up(5 * frames + 3 * pitch + 2, 16);
    return nadir__size_mul(states, gradient ? frames + 3 : 2, 4 * pitch);
}

/* Rounds of a work-item's loops: over the frames, in each over the states; and where each label looks for its like. */
static size_t path_rounds(const struct nadir__geometry *geometry, size_t frames, size_t length)
{
    const size_t span = geometry->work_group == 1 ? geometry->vector : 1, lanes = geometry->work_group;
    const size_t states = nadir__size_ceil_div(length + 1, span * lanes) + 2, own_labels = nadir__size_ceil_div(length, lanes);
    enum { DIRECTIONS = 2, RESCALE = 32, TREE = 16 };
    const size_t gathering = span > 1 ? 2 * span + 1 : 1; /* a vector of logits, one by one */
    return DIRECTIONS * (frames * states * gathering + (frames / RESCALE + 1) * TREE) + own_labels * (length + 4) + 4 * states +
           (frames / (span * lanes) + 1) * (3 * span + 1) + lanes + 128;
}

static enum nadir_status emit(const struct nadir__sink *sink, const struct nadir__loss_call *call)
{
    enum nadir_status status = NADIR_OK;
    struct nadir_context *context = sink->context;
    struct nadir__kernel *kernel, *gradient_kernel = NULL;
    struct nadir_tensor work;
    const struct nadir_loss_tensors *t = call->tensors;
    const struct nadir_loss_params *params = call->params;
    const struct nadir_tensor *x = t->x[0], *dx = t->dx[0];
    const size_t frames = x->shape[0], batch = call->rows, classes = call->cols, length = t->target->shape[1];
    const bool loss = call->losses.buffer != NULL;

    /* The records of all sequences, and states of as many at a time as fit into a quarter of the largest allocation. */
    size_t record, states, records, bytes, at_once = 1, floats;
    bool fits = scratch_sizes(nadir__geometry(context), frames, length, dx != NULL, &record, &states) &&
                nadir__size_mul(&records, batch, record) && nadir__size_mul(&bytes, states, sizeof(float));
    if (fits) {
        at_once = (size_t)(context->device.max_allocation / 4) / bytes;
        at_once = at_once < 1 ? 1 : at_once > batch ? batch : at_once;
        fits = nadir__size_add(&floats, records, at_once * states) && nadir__size_mul(&bytes, floats, sizeof(float));
    }
    ND_TRY(nadir__check_rounds(context, "ctc_paths", path_rounds(nadir__geometry(context), frames, length)));
    ND_TRY(nadir__check_rounds(context, "ctc_gradient", 4 * nadir__row_rounds(context, 4 * (classes + length)) + 2 * length));
    ND_CHECK_ARG(fits, "ctc: scratch memory for %zu sequences of %zu frames and %zu targets overflows", batch, frames, length);
    ND_TRY(nadir__scratch(sink, &work, floats));

    char defines[96];
    snprintf(defines, sizeof defines, "-DND_LOSS=%d -DND_GRADIENT=%d -DND_UPSTREAM=%d", loss, dx != NULL, t->upstream != NULL);
    ND_TRY(nadir__kernel_get(context, &kernel, context->walk, "ctc", "ctc_frames", defines));
    const struct nadir__arg frame_args[] = {ND_MEM(work.buffer), ND_TENSOR(x),  ND_TENSOR(t->input_lengths), ND_U64(frames),
                                            ND_U64(batch),       ND_U64(classes), ND_U64(length)};
    ND_TRY(ND_LAUNCH(sink, kernel, frames * batch, frame_args));

    ND_TRY(nadir__kernel_get(context, &kernel, context->walk, "ctc", "ctc_paths", defines));
    if (dx) ND_TRY(nadir__kernel_get(context, &gradient_kernel, context->walk, "ctc", "ctc_gradient", defines));
    const bool by_length = call->mean && params->denominator == NADIR_DENOMINATOR_DEFAULT;
    for (size_t first = 0; first < batch; first += at_once) {
        const size_t count = batch - first < at_once ? batch - first : at_once;
        struct nadir__arg args[ND_MAX_ARGS];
        size_t n = 0;
#define ARG(...) args[n++] = (struct nadir__arg)__VA_ARGS__
#define TENSOR(tensor) ARG(ND_MEM((tensor)->buffer)), ARG(ND_U64((tensor)->offset))
        if (loss) TENSOR(&call->losses);
        if (t->upstream) TENSOR(t->upstream);
        ARG(ND_MEM(work.buffer));
        TENSOR(x), TENSOR(t->target), TENSOR(t->input_lengths), TENSOR(t->target_lengths);
        ARG(ND_U64(frames)), ARG(ND_U64(batch)), ARG(ND_U64(classes)), ARG(ND_U64(length)), ARG(ND_U64(first));
        ARG(ND_U32(params->blank)), ARG(ND_F32(call->scale)), ARG(ND_U32(by_length | params->zero_infinity << 1));
        ARG(ND_MEM(context->error_word));
        ND_TRY(nadir__launch(sink, kernel, count, args, n));
        if (!dx) continue;
        const struct nadir__arg gradient_args[] = {
            ND_TENSOR(dx),  ND_MEM(work.buffer), ND_TENSOR(x),   ND_TENSOR(t->target_lengths), ND_U64(frames),
            ND_U64(batch), ND_U64(classes),     ND_U64(length), ND_U64(first),                ND_U32(params->blank)};
        ND_TRY(ND_LAUNCH(sink, gradient_kernel, frames * count, gradient_args));
    }
out:
    return status;
}

const struct nadir__loss_family nadir__ctc = {.check = check, .emit = emit};
