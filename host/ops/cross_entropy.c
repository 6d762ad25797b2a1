/* SPDX-License-Identifier: MIT */
/* Softmax cross-entropy with integer labels. */
#include "ops_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <stdio.h>

/* Up to this many columns a row lies in registers (cl/cross_entropy.cl). */
enum { NARROW_COLS = 16 };

struct nadir_cross_entropy_params nadir_cross_entropy_params_default(void)
{
    return (struct nadir_cross_entropy_params){.scale = 1.0f};
}

enum nadir_status nadir__emit_cross_entropy(const struct nadir__sink *sink, const struct nadir_tensor *loss,
                                            const struct nadir_tensor *dlogits, const struct nadir_tensor *correct,
                                            const struct nadir_tensor *logits, const struct nadir_tensor *labels, float scale)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    struct nadir_context *context = sink->context;
    const struct nadir__geometry *geometry = nadir__geometry(context);
    const size_t rows = logits->shape[0], cols = logits->shape[1];
    const bool narrow = cols <= NARROW_COLS;
    char defines[96];
    snprintf(defines, sizeof defines, "-DND_COLS=%zu -DND_LOSS=%d -DND_GRADIENT=%d -DND_CORRECT=%d", narrow ? cols : 0,
             loss != NULL, dlogits != NULL, correct != NULL);
    ND_TRY(nadir__kernel_get(context, &kernel, context->walk, "cross_entropy",
                             narrow ? "cross_entropy_narrow" : "cross_entropy_rows", defines));

    struct nadir__arg args[14];
    size_t count = 0;
    if (loss) {
        args[count++] = (struct nadir__arg)ND_MEM(loss->buffer);
        args[count++] = (struct nadir__arg)ND_U64(loss->offset);
    }
    if (dlogits) {
        args[count++] = (struct nadir__arg)ND_MEM(dlogits->buffer);
        args[count++] = (struct nadir__arg)ND_U64(dlogits->offset);
        args[count++] = (struct nadir__arg)ND_F32(scale);
    }
    if (correct) {
        args[count++] = (struct nadir__arg)ND_MEM(correct->buffer);
        args[count++] = (struct nadir__arg)ND_U64(correct->offset);
    }
    args[count++] = (struct nadir__arg)ND_MEM(logits->buffer);
    args[count++] = (struct nadir__arg)ND_U64(logits->offset);
    args[count++] = (struct nadir__arg)ND_MEM(labels->buffer);
    args[count++] = (struct nadir__arg)ND_U64(labels->offset);
    args[count++] = (struct nadir__arg)ND_U64(narrow ? rows : cols);
    args[count++] = (struct nadir__arg)ND_MEM(context->error_word);
    /* Narrow: the CPU walk takes one row per vector lane, the GPU walk one per work-item. */
    const size_t rows_per_group = geometry->work_group == 1 ? geometry->vector : geometry->work_group;
    ND_TRY(nadir__launch(sink, kernel, narrow ? nadir__size_ceil_div(rows, rows_per_group) : rows, args, count));
out:
    return status;
}

enum nadir_status nadir_cross_entropy(struct nadir_context *context, const struct nadir_tensor *loss,
                                      const struct nadir_tensor *dlogits, const struct nadir_tensor *correct,
                                      const struct nadir_tensor *logits, const struct nadir_tensor *labels,
                                      const struct nadir_cross_entropy_params *params)
{
    enum nadir_status status;
    const struct nadir_cross_entropy_params defaults = nadir_cross_entropy_params_default();
    if (!params) params = &defaults;
    ND_CHECK_ARG(context && logits && labels, "cross entropy: context, logits or labels is NULL");
    ND_CHECK_ARG(loss || dlogits || correct, "cross entropy: loss, dlogits and correct are all NULL");
    ND_TRY(nadir__tensor_check("logits", logits, NADIR_F32));
    ND_CHECK_ARG(logits->rank == 2, "logits have rank %u, but (rows, classes) is needed", logits->rank);
    ND_CHECK_ARG(logits->shape[1] >= 1 && logits->shape[1] <= INT32_MAX, "logits have %zu classes, but 1 to %d are needed",
                 logits->shape[1], INT32_MAX);
    ND_TRY(nadir__tensor_check_shape("labels", labels, NADIR_I32, 1, logits->shape));
    if (loss) ND_TRY(nadir__tensor_check_shape("loss", loss, NADIR_F32, 1, logits->shape));
    if (dlogits) ND_TRY(nadir__tensor_check_shape("dlogits", dlogits, NADIR_F32, 2, logits->shape));
    if (correct) ND_TRY(nadir__tensor_check_shape("correct", correct, NADIR_F32, 1, logits->shape));
    const struct nadir_tensor *const others[] = {dlogits, logits, labels};
    const char *const names[] = {"dlogits", "logits", "labels"};
    for (size_t i = 0; i < 3; i++) {
        ND_TRY(nadir__tensor_check_apart("loss", loss, names[i], others[i]));
        ND_TRY(nadir__tensor_check_apart("correct", correct, names[i], others[i]));
    }
    ND_TRY(nadir__tensor_check_apart("loss", loss, "correct", correct));
    ND_TRY(nadir__tensor_check_apart("dlogits", dlogits, "labels", labels));
    ND_TRY(nadir__tensor_check_in_place("dlogits", dlogits, "logits", logits));
    ND_TRY(nadir__emit_cross_entropy(&(struct nadir__sink){.context = context}, loss, dlogits, correct, logits, labels,
                                     params->scale));
out:
    return status;
}
