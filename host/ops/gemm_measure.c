/* SPDX-License-Identifier: MIT */
/* Times products by one back end or another, on matrices of its own. */
#include "gemm_state_priv.h"

#include "base/clock_priv.h"
#include "base/size_priv.h"
#include "base/status_priv.h"

#include <math.h>
#include <stdlib.h>

enum { SAMPLES = 31, MOST_RUNS = 256, PIECE = 1 << 18 /* words */ };
static const double sample_seconds = 0.001;

/* Numbers between 0.5 and 1 with random signs and digits: nothing that hardware has a short cut for. */
static enum nadir_status fill(struct nadir_context *context, const struct nadir_matrix *x, size_t bytes)
{
    enum nadir_status status = NADIR_OK;
    const uint32_t keep = x->dtype == NADIR_F32 ? 0x807fffff : x->dtype == NADIR_F16 ? 0x83ff83ff : 0x807f807f;
    const uint32_t half = x->dtype == NADIR_F32 ? 0x3f000000 : x->dtype == NADIR_F16 ? 0x38003800 : 0x3f003f00;
    uint32_t *words = malloc(PIECE * sizeof *words), state = 1;
    if (!words) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory to measure products");
    for (size_t i = 0; i < PIECE; i++) {
        state = state * 1664525u + 1013904223u; /* low bits are poor: the upper ones come first */
        words[i] = ((state ^ state >> 15) & keep) | half;
    }
    for (size_t at = 0; at < bytes; at += PIECE * sizeof *words) {
        const size_t rest = bytes - at, part = rest < PIECE * sizeof *words ? rest : PIECE * sizeof *words;
        ND_CL(clEnqueueWriteBuffer(context->queue, x->buffer, CL_TRUE, at, part, words, 0, NULL, NULL));
    }
out:
    free(words);
    return status;
}

/* A dense matrix of `rows` x `cols`; *bytes is its size. */
static bool shape_matrix(struct nadir_matrix *out, enum nadir_dtype dtype, size_t rows, size_t cols, size_t batch,
                         size_t *bytes)
{
    size_t one;
    *out = (struct nadir_matrix){.dtype = dtype, .rows = rows, .cols = cols, .leading = cols, .batch = batch};
    if (!nadir__size_mul(&one, rows, cols) || !nadir__size_mul(bytes, one, batch) ||
        !nadir__size_mul(bytes, *bytes, nadir_dtype_size(dtype)))
        return false;
    out->batch_stride = batch > 1 ? one : 0;
    return true;
}

enum nadir_status nadir__gemm_sample_create(struct nadir__gemm *out, struct nadir_context *context,
                                            const struct nadir__gemm *like)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__gemm gemm = {
        .m = like->m, .n = like->n, .k = like->k,
        .batch = like->batch > 0 ? like->batch : 1,
        .transpose_a = like->transpose_a, .transpose_b = like->transpose_b,
        .alpha = 1.0f,
    };
    const size_t a_batch = like->a.batch_stride > 0 ? gemm.batch : 1, b_batch = like->b.batch_stride > 0 ? gemm.batch : 1;
    const bool ta = gemm.transpose_a, tb = gemm.transpose_b;
    const struct nadir_device *device = &context->device;
    struct nadir_matrix *const matrices[] = {&gemm.a, &gemm.b, &gemm.c};
    size_t bytes[3], all = 0;
    bool fits = shape_matrix(&gemm.a, like->a.dtype, ta ? gemm.k : gemm.m, ta ? gemm.m : gemm.k, a_batch, &bytes[0]) &&
                shape_matrix(&gemm.b, like->b.dtype, tb ? gemm.n : gemm.k, tb ? gemm.k : gemm.n, b_batch, &bytes[1]) &&
                shape_matrix(&gemm.c, like->c.dtype, gemm.m, gemm.n, gemm.batch, &bytes[2]);
    for (size_t i = 0; fits && i < 3; i++)
        fits = bytes[i] <= device->max_allocation && nadir__size_add(&all, all, bytes[i]);
    if (!fits || all > device->global_memory / 8) {
        status = nadir__fail(NADIR_ERROR_UNSUPPORTED, "a product of %zu x %zu x %zu is too large to be measured on %s", gemm.m,
                             gemm.n, gemm.k, device->name);
        goto out;
    }
    for (size_t i = 0; i < 3; i++) ND_TRY(nadir__buffer_create(context, &matrices[i]->buffer, bytes[i]));
    ND_TRY(fill(context, &gemm.a, bytes[0]));
    ND_TRY(fill(context, &gemm.b, bytes[1]));
    *out = gemm;
    gemm = (struct nadir__gemm){0};
out:
    nadir__gemm_sample_destroy(&gemm);
    return status;
}

void nadir__gemm_sample_destroy(struct nadir__gemm *gemm)
{
    struct nadir_matrix *const matrices[] = {&gemm->a, &gemm->b, &gemm->c};
    for (size_t i = 0; i < 3; i++) {
        if (matrices[i]->buffer) clReleaseMemObject(matrices[i]->buffer);
        matrices[i]->buffer = NULL;
    }
}

/* Seconds of one of `runs` runs; infinity when the choice fails. */
static enum nadir_status time_runs(struct nadir_context *context, const struct nadir__gemm *gemm,
                                   const struct nadir__gemm_choice *choice, size_t runs, double *seconds)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir__sink sink = {.context = context};
    const unsigned scratch_used = context->scratch_used;
    bool failed = false;
    const double start = nadir__seconds();
    for (size_t i = 0; i < runs && !failed; i++) {
        failed = nadir__emit_gemm_by(&sink, gemm, choice) != NADIR_OK;
        context->scratch_used = scratch_used;
    }
    ND_CL(clFinish(context->queue));
    *seconds = failed ? INFINITY : (nadir__seconds() - start) / (double)runs;
out:
    return status;
}

enum nadir_status nadir__gemm_measure(struct nadir_context *context, const struct nadir__gemm *gemm,
                                      const struct nadir__gemm_choice *choices, size_t count, double budget, double *seconds,
                                      double *spent)
{
    enum nadir_status status = NADIR_OK;
    const bool profile = context->profile;
    double samples[ND_GEMM_RIVALS][SAMPLES], start = 0;
    size_t runs[ND_GEMM_RIVALS] = {0}, taken = 0;
    context->profile = false;
    for (size_t i = 0; i < count; i++) ND_TRY(time_runs(context, gemm, &choices[i], 1, &seconds[i])); /* compiles */
    start = nadir__seconds();
    for (size_t i = 0; i < count; i++) {
        if (isinf(seconds[i])) continue;
        ND_TRY(time_runs(context, gemm, &choices[i], 1, &seconds[i]));
        runs[i] = seconds[i] * MOST_RUNS < sample_seconds ? MOST_RUNS : (size_t)(sample_seconds / (seconds[i] + 1e-9)) + 1;
    }
    while (taken < SAMPLES && nadir__seconds() - start < budget) {
        for (size_t i = 0; i < count; i++) {
            const size_t rival = taken % 2 == 0 ? i : count - 1 - i;
            samples[rival][taken] = INFINITY;
            if (!isinf(seconds[rival]))
                ND_TRY(time_runs(context, gemm, &choices[rival], runs[rival], &samples[rival][taken]));
        }
        taken++;
    }
    for (size_t i = 0; i < count && taken > 0; i++) {
        qsort(samples[i], taken, sizeof samples[i][0], nadir__seconds_compare);
        seconds[i] = samples[i][taken / 2];
    }
out:
    *spent = start > 0 ? nadir__seconds() - start : 0;
    context->profile = profile;
    return status;
}
