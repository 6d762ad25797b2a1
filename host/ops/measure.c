/* SPDX-License-Identifier: MIT */
/* Copy bandwidth and fused multiply-add rate of a device. */
#include "nadir/measure.h"
#include "nadir/random.h"

#include "base/clock_priv.h"
#include "base/status_priv.h"
#include "runtime/runtime_priv.h"

#include <stdlib.h>
#include <string.h>

static const double budget = 0.25;
enum { SAMPLES = 15, FMA_CHAINS = 12 /* ND_CHAINS of cl/peak.cl */ };

/* Times *count launches, SAMPLES of them or what fits in `budget` seconds, after one that warms up; sorted ascending. */
static enum nadir_status time_launches(struct nadir_context *context, struct nadir__kernel *kernel, size_t groups,
                                       const struct nadir__arg *args, size_t arg_count, double seconds[SAMPLES], size_t *count)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir__sink sink = {.context = context};
    const double begin = nadir__seconds();
    *count = 0;
    for (bool warm = false; *count < SAMPLES && (*count == 0 || nadir__seconds() - begin < budget); warm = true) {
        const double start = nadir__seconds();
        ND_TRY(nadir__launch(&sink, kernel, groups, args, arg_count));
        ND_CL(clFinish(context->queue));
        if (warm) seconds[(*count)++] = nadir__seconds() - start;
    }
    qsort(seconds, *count, sizeof *seconds, nadir__seconds_compare);
out:
    return status;
}

/* That two vectors hold the same bits, read in pieces. */
static enum nadir_status compare(struct nadir_context *context, const struct nadir_tensor *y, const struct nadir_tensor *x)
{
    enum { PIECE = 1 << 20 }; /* floats */
    enum nadir_status status = NADIR_OK;
    const size_t n = nadir_tensor_count(x), piece = n < PIECE ? n : PIECE;
    float *host = malloc(2 * piece * sizeof *host);
    if (!host) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %zu floats", 2 * piece);
    for (size_t i = 0; i < n; i += piece) {
        const size_t count = n - i < piece ? n - i : piece;
        const struct nadir_tensor a = nadir_tensor_view(x->buffer, x->offset + i, NADIR_F32, 1, &count);
        const struct nadir_tensor b = nadir_tensor_view(y->buffer, y->offset + i, NADIR_F32, 1, &count);
        ND_TRY(nadir_tensor_download(context, &a, host));
        ND_TRY(nadir_tensor_download(context, &b, host + piece));
        for (size_t k = 0; k < count; k++) {
            if (memcmp(&host[k], &host[piece + k], sizeof *host) == 0) continue;
            status = nadir__fail(NADIR_ERROR_WRONG_RESULT, "a copy on the device gave y[%zu] = %.9g, but x[%zu] = %.9g", i + k,
                                 (double)host[piece + k], i + k, (double)host[k]);
            goto out;
        }
    }
out:
    free(host);
    return status;
}

enum nadir_status nadir_measure_copy(struct nadir_context *context, double *bytes_per_second)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    struct nadir_tensor x = {0}, y = {0};
    double seconds[SAMPLES];
    size_t count;
    ND_CHECK_ARG(context && bytes_per_second, "measure: context or bytes_per_second is NULL");
    size_t n = (size_t)128 << 18; /* floats of 128 MiB */
    while (n * sizeof(float) > context->device.max_allocation || 2 * n * sizeof(float) > context->device.global_memory / 2)
        n /= 2;
    ND_TRY(nadir_tensor_create(&x, context, NADIR_F32, 1, &n));
    ND_TRY(nadir_tensor_create(&y, context, NADIR_F32, 1, &n));
    ND_TRY(nadir_random_uniform(context, &x, -1.0f, 1.0f, 0, 0));
    ND_TRY(nadir_tensor_zero(context, &y));
    ND_TRY(nadir__kernel_get(context, &kernel, context->walk, "peak", "copy", ""));
    const struct nadir__arg args[] = {ND_MEM(y.buffer), ND_MEM(x.buffer), ND_U64(n)};
    ND_TRY(time_launches(context, kernel, nadir__chunks(context, n), args, sizeof args / sizeof args[0], seconds, &count));
    ND_TRY(compare(context, &y, &x));
    *bytes_per_second = 2.0 * (double)n * sizeof(float) / seconds[count / 2];
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
    size_t count;
    ND_CHECK_ARG(context && flops_per_second, "measure: context or flops_per_second is NULL");
    const struct nadir__geometry *geometry = nadir__geometry(context);
    /* Enough groups to fill any device several times over, enough rounds for about 10 ms at 1 TFLOP/s per 100 units. */
    const size_t groups = 16 * (size_t)context->device.compute_units, items = groups * geometry->work_group;
    const cl_uint rounds = geometry->work_group == 1 ? 1u << 16 : 1u << 12;
    ND_TRY(nadir__check_rounds(context, "fma_peak", (size_t)rounds * (FMA_CHAINS + 1)));
    ND_TRY(nadir_tensor_create(&y, context, NADIR_F32, 1, &items));
    ND_TRY(nadir__kernel_get(context, &kernel, context->walk, "peak", "fma_peak", ""));
    const struct nadir__arg args[] = {ND_MEM(y.buffer), ND_U32(rounds), ND_F32(0.5f), ND_F32(0.25f)};
    ND_TRY(time_launches(context, kernel, groups, args, sizeof args / sizeof args[0], seconds, &count));
    *flops_per_second = 2.0 * FMA_CHAINS * geometry->vector * rounds * (double)items / seconds[0];
out:
    nadir_tensor_destroy(&y);
    return status;
}
