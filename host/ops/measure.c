/* SPDX-License-Identifier: MIT */
/* Copy bandwidth and fused multiply-add rate of a device. */
#include "nadir/measure.h"

#include "base/clock_priv.h"
#include "base/status_priv.h"
#include "runtime/runtime_priv.h"

#include <stdlib.h>

enum { SAMPLES = 15, FMA_CHAINS = 12 /* ND_CHAINS of cl/peak.cl */ };

/* Times SAMPLES launches after one that warms up; sorted ascending. */
static enum nadir_status time_launches(struct nadir_context *context, struct nadir__kernel *kernel, size_t groups,
                                       const struct nadir__arg *args, size_t arg_count, double seconds[SAMPLES])
{
    enum nadir_status status = NADIR_OK;
    const struct nadir__sink sink = {.context = context};
    for (int i = -1; i < SAMPLES; i++) {
        const double start = nadir__seconds();
        ND_TRY(nadir__launch(&sink, kernel, groups, args, arg_count));
        ND_CL(clFinish(context->queue));
        if (i >= 0) seconds[i] = nadir__seconds() - start;
    }
    qsort(seconds, SAMPLES, sizeof *seconds, nadir__seconds_compare);
out:
    return status;
}

enum nadir_status nadir_measure_copy(struct nadir_context *context, double *bytes_per_second)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    struct nadir_tensor x = {0}, y = {0};
    double seconds[SAMPLES];
    ND_CHECK_ARG(context && bytes_per_second, "measure: context or bytes_per_second is NULL");
    size_t n = (size_t)128 << 18; /* floats of 128 MiB */
    while (n * sizeof(float) > context->device.max_allocation || 2 * n * sizeof(float) > context->device.global_memory / 2)
        n /= 2;
    ND_TRY(nadir_tensor_create(&x, context, NADIR_F32, 1, &n));
    ND_TRY(nadir_tensor_create(&y, context, NADIR_F32, 1, &n));
    ND_TRY(nadir_tensor_zero(context, &x));
    ND_TRY(nadir__kernel_get(context, &kernel, context->walk, "peak", "copy", ""));
    const struct nadir__arg args[] = {ND_MEM(y.buffer), ND_MEM(x.buffer), ND_U64(n)};
    ND_TRY(time_launches(context, kernel, nadir__chunks(context, n), args, sizeof args / sizeof args[0], seconds));
    *bytes_per_second = 2.0 * (double)n * sizeof(float) / seconds[SAMPLES / 2];
out:
    nadir_tensor_destroy(&x);
    nadir_tensor_destroy(&y);
    return status;
}

enum nadir_status nadir_measure_fma(struct nadir_context *context, double *flops_per_second)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    struct nadir_tensor y = {0};
    double seconds[SAMPLES];
    ND_CHECK_ARG(context && flops_per_second, "measure: context or flops_per_second is NULL");
    const struct nadir__geometry *geometry = nadir__geometry(context);
    /* Enough groups to fill any device several times over, enough rounds for about 10 ms at 1 TFLOP/s per 100 units. */
    const size_t groups = 16 * (size_t)context->device.compute_units, items = groups * geometry->work_group;
    const cl_uint rounds = geometry->work_group == 1 ? 1u << 16 : 1u << 12;
    ND_TRY(nadir_tensor_create(&y, context, NADIR_F32, 1, &items));
    ND_TRY(nadir__kernel_get(context, &kernel, context->walk, "peak", "fma_peak", ""));
    const struct nadir__arg args[] = {ND_MEM(y.buffer), ND_U32(rounds), ND_F32(0.5f), ND_F32(0.25f)};
    ND_TRY(time_launches(context, kernel, groups, args, sizeof args / sizeof args[0], seconds));
    *flops_per_second = 2.0 * FMA_CHAINS * geometry->vector * rounds * (double)items / seconds[0];
out:
    nadir_tensor_destroy(&y);
    return status;
}
