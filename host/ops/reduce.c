/* SPDX-License-Identifier: MIT */
/* Sums in a fixed order, means, column sums, argmax. */
#include "ops_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <math.h>

static enum nadir_status reduce_kernel(const struct nadir__sink *sink, struct nadir__kernel **kernel, const char *name,
                                       bool factor)
{
    return nadir__kernel_get(sink->context, kernel, sink->context->walk, "reduce", name,
                             factor ? "-DND_FACTOR=1" : "-DND_FACTOR=0");
}

enum nadir_status nadir__emit_sum(const struct nadir__sink *sink, const struct nadir_tensor *y, const uint64_t *at,
                                  const struct nadir_tensor *x, const struct nadir_tensor *factor, float scale)
{
    static const uint64_t zero = 0;
    enum nadir_status status;
    struct nadir__kernel *kernel;
    struct nadir_tensor partial = *x;
    const size_t n = nadir_tensor_count(x), groups = n > 0 ? nadir__chunks(sink->context, n) : 1;
    if (groups > 1) {
        ND_TRY(reduce_kernel(sink, &kernel, "sum_chunks", false));
        ND_TRY(nadir__scratch(sink, &partial, groups));
        const struct nadir__arg args[] = {ND_TENSOR(&partial), ND_U64(0), ND_TENSOR(x), ND_U64(n), ND_F32(1.0f)};
        ND_TRY(ND_LAUNCH(sink, kernel, groups, args));
    }
    ND_TRY(reduce_kernel(sink, &kernel, groups > 1 ? "sum_final" : "sum_chunks", factor != NULL));
    const struct nadir__arg args[] = {ND_TENSOR(y),
                                      ND_U64_AT(at ? at : &zero),
                                      ND_TENSOR(&partial),
                                      ND_U64(nadir_tensor_count(&partial)),
                                      ND_F32(scale),
                                      factor ? (struct nadir__arg)ND_MEM(factor->buffer) : (struct nadir__arg)ND_U64(0),
                                      factor ? (struct nadir__arg)ND_U64(factor->offset) : (struct nadir__arg)ND_U64(0)};
    ND_TRY(nadir__launch(sink, kernel, 1, args, factor ? 9 : 7));
out:
    return status;
}

enum nadir_status nadir__emit_sum_rows(const struct nadir__sink *sink, const struct nadir_tensor *y,
                                       const struct nadir_tensor *x)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    const size_t rows = x->shape[0], cols = x->shape[1];
    const struct nadir__geometry *geometry = nadir__geometry(sink->context);
    const size_t rest = cols % geometry->vector; /* columns that have no vector, one after the other */
    ND_TRY(nadir__check_rounds(sink->context, "sum_rows", (rows + rows / 64 + 2) * (rest > 0 ? rest : 1)));
    ND_TRY(reduce_kernel(sink, &kernel, "sum_rows", false));
    const struct nadir__arg args[] = {ND_TENSOR(y), ND_TENSOR(x), ND_U64(rows), ND_U64(cols)};
    ND_TRY(ND_LAUNCH(sink, kernel, nadir__size_ceil_div(cols, (size_t)geometry->vector * geometry->work_group), args));
out:
    return status;
}

enum nadir_status nadir_sum(struct nadir_context *context, const struct nadir_tensor *y, const struct nadir_tensor *x,
                            float scale)
{
    enum nadir_status status;
    ND_CHECK_ARG(context && y && x, "sum: context, y or x is NULL");
    ND_TRY(nadir__tensor_check("x", x, NADIR_F32));
    ND_TRY(nadir__tensor_check("y", y, NADIR_F32));
    ND_CHECK_ARG(nadir_tensor_count(y) == 1, "y has %zu elements, but a sum is 1", nadir_tensor_count(y));
    ND_TRY(nadir__tensor_check_apart("y", y, "x", x));
    ND_TRY(nadir__emit_sum(&(struct nadir__sink){.context = nadir__begin(context)}, y, NULL, x, NULL, scale));
out:
    return status;
}

enum nadir_status nadir_mean(struct nadir_context *context, const struct nadir_tensor *y, const struct nadir_tensor *x)
{
    enum nadir_status status;
    ND_CHECK_ARG(context && y && x, "mean: context, y or x is NULL");
    ND_TRY(nadir__tensor_check("x", x, NADIR_F32));
    const size_t count = nadir_tensor_count(x);
    ND_TRY(nadir_sum(context, y, x, count > 0 ? (float)(1.0 / (double)count) : NAN));
out:
    return status;
}

enum nadir_status nadir_sum_rows(struct nadir_context *context, const struct nadir_tensor *y, const struct nadir_tensor *x)
{
    enum nadir_status status;
    ND_CHECK_ARG(context && y && x, "sum_rows: context, y or x is NULL");
    ND_TRY(nadir__tensor_check("x", x, NADIR_F32));
    ND_CHECK_ARG(x->rank == 2, "x has rank %u, but a matrix is needed", x->rank);
    ND_TRY(nadir__tensor_check_shape("y", y, NADIR_F32, 1, &x->shape[1]));
    ND_TRY(nadir__tensor_check_apart("y", y, "x", x));
    ND_TRY(nadir__emit_sum_rows(&(struct nadir__sink){.context = context}, y, x));
out:
    return status;
}

enum nadir_status nadir_argmax(struct nadir_context *context, const struct nadir_tensor *y, const struct nadir_tensor *x)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    const struct nadir__sink sink = {.context = context};
    ND_CHECK_ARG(context && y && x, "argmax: context, y or x is NULL");
    ND_TRY(nadir__tensor_check("x", x, NADIR_F32));
    ND_CHECK_ARG(x->rank == 2, "x has rank %u, but a matrix is needed", x->rank);
    ND_CHECK_ARG(x->shape[1] >= 1 && x->shape[1] <= INT32_MAX, "x has %zu columns, but 1 to %d are needed", x->shape[1],
                 INT32_MAX);
    ND_TRY(nadir__tensor_check_shape("y", y, NADIR_I32, 1, &x->shape[0]));
    ND_TRY(nadir__tensor_check_apart("y", y, "x", x));
    ND_TRY(nadir__check_rounds(context, "argmax_rows", x->shape[1] / nadir__geometry(context)->work_group + 64));
    ND_TRY(reduce_kernel(&sink, &kernel, "argmax_rows", false));
    const struct nadir__arg args[] = {ND_TENSOR(y), ND_TENSOR(x), ND_U64(x->shape[1])};
    ND_TRY(ND_LAUNCH(&sink, kernel, x->shape[0], args));
out:
    return status;
}
