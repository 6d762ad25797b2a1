/* SPDX-License-Identifier: MIT */
/* Softmax, log-softmax and logsumexp along the last axis, and their gradients. */
#include "ops_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <float.h>
#include <stdio.h>

const char *nadir_softmax_name(enum nadir_softmax softmax)
{
    static const char *const names[] = {"softmax", "log_softmax", "logsumexp"};
    return (unsigned)softmax <= NADIR_LOGSUMEXP ? names[softmax] : "unknown softmax";
}

struct nadir_softmax_params nadir_softmax_params_default(void)
{
    return (struct nadir_softmax_params){.temperature = 1.0f};
}

size_t nadir__narrow_rows(const struct nadir_context *context)
{
    const struct nadir__geometry *geometry = nadir__geometry(context);
    return geometry->work_group == 1 ? geometry->vector : geometry->work_group; /* a lane, or a work-item, for each row */
}

size_t nadir__softmax_rounds(const struct nadir_context *context, size_t cols)
{
    enum { PASSES = 6, BLOCK = 64 /* vectors, ND_BLOCK of cl/row_softmax.clh */ };
    const size_t rounds = nadir__row_rounds(context, cols);
    /* The CPU walk may have to scale what it has stored each time a block has a larger maximum. */
    const size_t again = nadir__geometry(context)->work_group == 1 ? rounds / BLOCK * rounds / 2 : 0;
    return PASSES * rounds + again;
}

/* Launches `kernel`_rows or `kernel`_narrow of cl/`kernel`.cl over the rows of `matrix`, a tensor of their shape; `variant` is
 * ND_SOFTMAX. All of these kernels have arguments of the same kinds. */
static enum nadir_status emit(const struct nadir__sink *sink, const char *kernel_name, int variant,
                              const struct nadir_tensor *matrix, const struct nadir_tensor *a, const struct nadir_tensor *b,
                              const struct nadir_tensor *c, const struct nadir_softmax_params *params)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__kernel *kernel;
    struct nadir_context *context = sink->context;
    const size_t cols = matrix->shape[matrix->rank - 1], rows = nadir_tensor_count(matrix) / cols;
    const bool narrow = cols <= ND_NARROW_COLS;
    char name[48], defines[96];
    snprintf(name, sizeof name, "%s_%s", kernel_name, narrow ? "narrow" : "rows");
    snprintf(defines, sizeof defines, "-DND_COLS=%zu -DND_SOFTMAX=%d -DND_STORAGE=%d", narrow ? cols : 0, variant,
             matrix->dtype == NADIR_F16 ? 1 : matrix->dtype == NADIR_BF16 ? 2 : 0);
    ND_TRY(nadir__kernel_get(context, &kernel, context->walk, kernel_name, name, defines));
    const struct nadir__arg args[] = {ND_TENSOR(a),
                                      ND_TENSOR(b),
                                      ND_TENSOR(c),
                                      ND_U64(narrow ? rows : cols),
                                      ND_F32((float)(1.0 / (double)params->temperature)),
                                      ND_U32(params->masked_row == NADIR_MASKED_ROW_ZERO)};
    if (!narrow) ND_TRY(nadir__check_rounds(context, name, nadir__softmax_rounds(context, cols)));
    ND_TRY(ND_LAUNCH(sink, kernel, narrow ? nadir__size_ceil_div(rows, nadir__narrow_rows(context)) : rows, args));
out:
    return status;
}

enum nadir_status nadir__emit_softmax(const struct nadir__sink *sink, const struct nadir_tensor *y,
                                      const struct nadir_tensor *x, enum nadir_softmax softmax,
                                      const struct nadir_softmax_params *params)
{
    static const struct nadir_tensor absent = {0};
    return emit(sink, "softmax", (int)softmax, x, y, x, &absent, params);
}

enum nadir_status nadir__emit_softmax_backward(const struct nadir__sink *sink, const struct nadir_tensor *dx,
                                               const struct nadir_tensor *dy, const struct nadir_tensor *saved,
                                               enum nadir_softmax softmax, const struct nadir_softmax_params *params)
{
    enum { LOGSUMEXP_GRADIENT = 3 }; /* of cl/softmax.cl: a softmax again, times dy */
    if (softmax == NADIR_LOGSUMEXP) return emit(sink, "softmax", LOGSUMEXP_GRADIENT, dx, dx, saved, dy, params);
    return emit(sink, "softmax_backward", (int)softmax, dx, dx, dy, saved, params);
}

/* That `x` is one of the types and shapes, and the parameters are in range. */
static enum nadir_status check(const char *name, const struct nadir_tensor *x, enum nadir_softmax softmax,
                               const struct nadir_softmax_params *params)
{
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG((unsigned)softmax <= NADIR_LOGSUMEXP, "softmax = %d is not a softmax", (int)softmax);
    const char *kind = nadir_softmax_name(softmax);
    ND_CHECK_ARG(params->temperature >= FLT_MIN && params->temperature <= FLT_MAX,
                 "%s: temperature = %g, but %g to %g is needed", kind, (double)params->temperature, (double)FLT_MIN,
                 (double)FLT_MAX);
    ND_CHECK_ARG((unsigned)params->masked_row <= NADIR_MASKED_ROW_ZERO, "%s: masked_row = %d is not one", kind,
                 (int)params->masked_row);
    const bool half = x->dtype == NADIR_F16 || x->dtype == NADIR_BF16;
    ND_TRY(nadir__tensor_check(name, x, half ? x->dtype : NADIR_F32));
    ND_CHECK_ARG(x->rank >= 1 && x->shape[x->rank - 1] >= 1 && x->shape[x->rank - 1] <= INT32_MAX,
                 "%s: %s has rank %u and %zu columns, but 1 to %d columns are needed", kind, name, x->rank,
                 x->rank >= 1 ? x->shape[x->rank - 1] : 0, INT32_MAX);
out:
    return status;
}

/* That y, or its gradient, has the shape and type of what comes from x. */
static enum nadir_status check_result(const char *name, const struct nadir_tensor *y, const struct nadir_tensor *x,
                                      enum nadir_softmax softmax)
{
    if (softmax == NADIR_LOGSUMEXP) return nadir__tensor_check_shape(name, y, NADIR_F32, x->rank - 1, x->shape);
    return nadir__tensor_check_shape(name, y, x->dtype, x->rank, x->shape);
}

enum nadir_status nadir_softmax_forward(struct nadir_context *context, const struct nadir_tensor *y,
                                        const struct nadir_tensor *x, enum nadir_softmax softmax,
                                        const struct nadir_softmax_params *params)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir_softmax_params defaults = nadir_softmax_params_default();
    ND_CHECK_ARG(context && y && x, "softmax: context, y or x is NULL");
    if (!params) params = &defaults;
    ND_TRY(check("x", x, softmax, params));
    ND_TRY(check_result("y", y, x, softmax));
    if (softmax == NADIR_LOGSUMEXP) ND_TRY(nadir__tensor_check_apart("y", y, "x", x));
    else ND_TRY(nadir__tensor_check_in_place("y", y, "x", x));
    ND_TRY(nadir__emit_softmax(&(struct nadir__sink){.context = context}, y, x, softmax, params));
out:
    return status;
}

enum nadir_status nadir_softmax_backward(struct nadir_context *context, const struct nadir_tensor *dx,
                                         const struct nadir_tensor *dy, const struct nadir_tensor *saved,
                                         enum nadir_softmax softmax, const struct nadir_softmax_params *params)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir_softmax_params defaults = nadir_softmax_params_default();
    ND_CHECK_ARG(context && dx && dy && saved, "softmax: context, dx, dy or saved is NULL");
    if (!params) params = &defaults;
    ND_TRY(check("saved", saved, softmax, params));
    ND_TRY(nadir__tensor_check_shape("dx", dx, saved->dtype, saved->rank, saved->shape));
    ND_TRY(check_result("dy", dy, saved, softmax));
    if (softmax == NADIR_LOGSUMEXP) ND_TRY(nadir__tensor_check_apart("dx", dx, "dy", dy));
    else ND_TRY(nadir__tensor_check_in_place("dx", dx, "dy", dy));
    ND_TRY(nadir__tensor_check_in_place("dx", dx, "saved", saved));
    ND_TRY(nadir__emit_softmax_backward(&(struct nadir__sink){.context = context}, dx, dy, saved, softmax, params));
out:
    return status;
}
