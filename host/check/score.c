/* SPDX-License-Identifier: MIT */
/* Measures how fast a device trains: products, copies, launches. What is computed is checked before its time counts. */
#include "nadir/gemm.h"
#include "nadir/measure.h"
#include "nadir/random.h"
#include "nadir/vector.h"

#include "base/clock_priv.h"
#include "base/status_priv.h"
#include "runtime/runtime_priv.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

enum { SAMPLES = 9, LAUNCHES = 256 };
static const double sample_seconds = 0.004, budget = 0.2; /* of each of the four */

/* What is timed: enqueues one run. */
struct timed {
    enum nadir_status (*run)(struct nadir_context *context, const struct timed *timed);
    struct nadir_tensor y, a, b;
    bool transpose_b;
};

static enum nadir_status time_runs(struct nadir_context *context, const struct timed *timed, size_t count, double *seconds)
{
    enum nadir_status status = NADIR_OK;
    const double start = nadir__seconds();
    for (size_t i = 0; i < count; i++) ND_TRY(timed->run(context, timed));
    ND_CL(clFinish(context->queue));
    *seconds = (nadir__seconds() - start) / (double)count;
out:
    return status;
}

/* The median seconds of one run, of samples of several runs each. */
static enum nadir_status time_median(struct nadir_context *context, const struct timed *timed, double *median)
{
    enum nadir_status status;
    double samples[SAMPLES], once;
    ND_TRY(time_runs(context, timed, 1, &once)); /* warms up */
    ND_TRY(time_runs(context, timed, 1, &once));
    const size_t count = once < sample_seconds ? (size_t)(sample_seconds / (once + 1e-7)) + 1 : 1;
    const double start = nadir__seconds();
    size_t taken = 0;
    while (taken < SAMPLES && (taken == 0 || nadir__seconds() - start < budget))
        ND_TRY(time_runs(context, timed, count, &samples[taken++]));
    qsort(samples, taken, sizeof *samples, nadir__seconds_compare);
    *median = samples[taken / 2];
out:
    return status;
}

/* --- Products. --- */

static enum nadir_status run_product(struct nadir_context *context, const struct timed *timed)
{
    struct nadir_gemm_params params = nadir_gemm_params_default();
    params.transpose_b = timed->transpose_b;
    const struct nadir_matrix y = nadir_matrix_of(&timed->y), a = nadir_matrix_of(&timed->a), b = nadir_matrix_of(&timed->b);
    return nadir_gemm(context, &y, &a, &b, &params);
}

/* y = a b, or a b^T: all of it, within 4 u sqrt(k) (|a| |b|)(i, j) and a little, as any order of float sums is. */
static enum nadir_status check_product(const float *y, const float *a, const float *b, bool transpose_b, size_t m, size_t n,
                                       size_t k)
{
    enum nadir_status status = NADIR_OK;
    double *sums = malloc(2 * n * sizeof *sums), *sizes = sums + n;
    if (!sums) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory to check a product");
    for (size_t i = 0; i < m; i++) {
        for (size_t j = 0; j < n; j++) sums[j] = sizes[j] = 0;
        for (size_t l = 0; l < k; l++)
            for (size_t j = 0; j < n; j++) {
                const double term = (double)a[i * k + l] * (double)b[transpose_b ? j * k + l : l * n + j];
                sums[j] += term;
                sizes[j] += fabs(term);
            }
        for (size_t j = 0; j < n; j++) {
            const double bound = 4 * (double)FLT_EPSILON * sqrt((double)k) * sizes[j] + (double)FLT_MIN;
            const double got = (double)y[i * n + j];
            if (fabs(got - sums[j]) <= bound) continue;
            status = nadir__fail(NADIR_ERROR_WRONG_RESULT, "a matrix product gave %.9g for element (%zu, %zu), but it is %.9g",
                                 got, i, j, sums[j]);
            goto out;
        }
    }
out:
    free(sums);
    return status;
}

/* Rate of an m x n x k product. */
static enum nadir_status measure_product(struct nadir_context *context, size_t m, size_t n, size_t k, bool transpose_b,
                                         double *flops_per_second)
{
    enum nadir_status status;
    struct timed timed = {.run = run_product, .transpose_b = transpose_b};
    const size_t y_shape[] = {m, n}, a_shape[] = {m, k}, b_shape[] = {transpose_b ? n : k, transpose_b ? k : n};
    float *y = malloc((m * n + m * k + n * k) * sizeof *y), *a = y + m * n, *b = a + m * k;
    double seconds;
    if (!y) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for a %zux%zux%zu product", m, n, k);
    ND_TRY(nadir_tensor_create(&timed.y, context, NADIR_F32, 2, y_shape));
    ND_TRY(nadir_tensor_create(&timed.a, context, NADIR_F32, 2, a_shape));
    ND_TRY(nadir_tensor_create(&timed.b, context, NADIR_F32, 2, b_shape));
    ND_TRY(nadir_random_uniform(context, &timed.y, -1.0f, 1.0f, 0, 0));
    ND_TRY(nadir_random_uniform(context, &timed.a, -1.0f, 1.0f, 0, 1));
    ND_TRY(nadir_random_uniform(context, &timed.b, -1.0f, 1.0f, 0, 2));
    ND_TRY(time_median(context, &timed, &seconds));
    ND_TRY(nadir_tensor_download(context, &timed.y, y));
    ND_TRY(nadir_tensor_download(context, &timed.a, a));
    ND_TRY(nadir_tensor_download(context, &timed.b, b));
    ND_TRY(check_product(y, a, b, transpose_b, m, n, k));
    *flops_per_second = 2.0 * (double)m * (double)n * (double)k / seconds;
out:
    nadir_tensor_destroy(&timed.y);
    nadir_tensor_destroy(&timed.a);
    nadir_tensor_destroy(&timed.b);
    free(y);
    return status;
}

/* --- Launches. --- */

static enum nadir_status run_scale(struct nadir_context *context, const struct timed *timed)
{
    return nadir_vector_scale(context, &timed->y, -1.0f);
}

/* Kernels that do next to nothing, one behind the other: an odd number of changes of sign. */
static enum nadir_status measure_launch(struct nadir_context *context, double *seconds)
{
    enum nadir_status status;
    struct timed timed = {.run = run_scale};
    const size_t one = 1;
    const float before = 3.0f;
    float after = NAN;
    double times[SAMPLES];
    size_t taken = 0;
    ND_TRY(nadir_tensor_create(&timed.y, context, NADIR_F32, 1, &one));
    ND_TRY(nadir_tensor_upload(context, &timed.y, &before));
    ND_TRY(time_runs(context, &timed, 1, &times[0])); /* warms up */
    for (const double start = nadir__seconds(); taken < SAMPLES && (taken == 0 || nadir__seconds() - start < budget);)
        ND_TRY(time_runs(context, &timed, LAUNCHES, &times[taken++]));
    ND_TRY(nadir_tensor_download(context, &timed.y, &after));
    if (after != -before) {
        status = nadir__fail(NADIR_ERROR_WRONG_RESULT, "%zu changes of sign turned %g into %g", taken * LAUNCHES + 1,
                             (double)before, (double)after);
        goto out;
    }
    qsort(times, taken, sizeof *times, nadir__seconds_compare);
    *seconds = times[taken / 2];
out:
    nadir_tensor_destroy(&timed.y);
    return status;
}

enum nadir_status nadir_measure_score(struct nadir_context *context, struct nadir_device_score *score)
{
    enum nadir_status status;
    struct nadir_device_score measured = {.measured_at = (int64_t)time(NULL)};
    ND_CHECK_ARG(context && score, "measure: context or score is NULL");
    ND_TRY(measure_product(context, 64, 128, 784, true, &measured.gemm_small));
    ND_TRY(measure_product(context, 512, 512, 512, false, &measured.gemm_large));
    ND_TRY(nadir_measure_copy(context, &measured.copy));
    ND_TRY(measure_launch(context, &measured.launch));
    *score = measured;
out:
    return status;
}
