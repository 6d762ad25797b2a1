/* SPDX-License-Identifier: MIT */
/* CLBlast as a GEMM back end, for every device. */
#include "ops_priv.h"

#include "base/status_priv.h"

#include <clblast_c.h>
#include <limits.h>
#include <pthread.h>

/* CLBlast's very first call fills an unsynchronised static table; one thread at a time passes here. */
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

struct call {
    CLBlastTranspose transpose_a, transpose_b;
    size_t m, n, k, lda, ldb;
    float alpha, beta;
    cl_mem a, b, c;
    size_t a_offset, b_offset, c_offset;
};

static enum nadir_status run(struct nadir_context *context, const void *arguments)
{
    const struct call *call = arguments;
    cl_command_queue queue = context->queue;
    context->used_clblast = true;
    pthread_mutex_lock(&mutex);
    const CLBlastStatusCode code = CLBlastSgemm(
        CLBlastLayoutRowMajor, call->transpose_a, call->transpose_b, call->m, call->n, call->k, call->alpha, call->a,
        call->a_offset, call->lda, call->b, call->b_offset, call->ldb, call->beta, call->c, call->c_offset, call->n, &queue,
        NULL);
    pthread_mutex_unlock(&mutex);
    if (code == CLBlastSuccess) return NADIR_OK;
    if (code == CLBlastInvalidLocalThreadsTotal || code == CLBlastInvalidLocalThreadsDim || code == CLBlastInvalidLocalMemUsage)
        return nadir__fail(NADIR_ERROR_UNSUPPORTED,
                           "CLBlastSgemm (%zu x %zu x %zu) needs larger work-groups or more local memory than %s has (status "
                           "%d): use NADIR_GEMM=packed", call->m, call->n, call->k, context->device.name, (int)code);
    if ((int)code <= -1000) /* not OpenCL's: CLBlast's own */
        return nadir__fail(NADIR_ERROR_OPENCL, "CLBlastSgemm (%zu x %zu x %zu) failed with CLBlast's status %d", call->m,
                           call->n, call->k, (int)code);
    return nadir__fail_cl_at((cl_int)code, "CLBlastSgemm (%zu x %zu x %zu) failed with %s (%d)", call->m, call->n, call->k,
                             nadir__cl_error_name((cl_int)code), (int)code);
}

static enum nadir_status emit_clblast(const struct nadir__sink *sink, const struct nadir__gemm *gemm)
{
    const size_t lda = gemm->transpose_a ? gemm->m : gemm->k, ldb = gemm->transpose_b ? gemm->k : gemm->n;
    /* CLBlast counts in int. */
    const size_t ends[] = {gemm->c.offset + gemm->m * gemm->n, gemm->a.offset + gemm->m * gemm->k,
                           gemm->b.offset + gemm->k * gemm->n};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (ends[i] > INT_MAX)
            return nadir__fail(NADIR_ERROR_UNSUPPORTED,
                               "a matrix of this product ends at element %zu, but CLBlast addresses at most %d", ends[i],
                               INT_MAX);
    const enum nadir_status status = nadir__check_rounds(sink->context, "CLBlast's product", gemm->k);
    if (status != NADIR_OK) return status;
    const struct call call = {
        .transpose_a = gemm->transpose_a ? CLBlastTransposeYes : CLBlastTransposeNo,
        .transpose_b = gemm->transpose_b ? CLBlastTransposeYes : CLBlastTransposeNo,
        .m = gemm->m, .n = gemm->n, .k = gemm->k,
        .lda = lda, .ldb = ldb,
        .alpha = gemm->alpha, .beta = gemm->beta,
        .a = gemm->a.buffer, .b = gemm->b.buffer, .c = gemm->c.buffer,
        .a_offset = gemm->a.offset, .b_offset = gemm->b.offset, .c_offset = gemm->c.offset,
    };
    _Static_assert(sizeof call <= ND_MAX_CALL_BYTES, "a recorded call holds its arguments");
    return nadir__call(sink, run, &call, sizeof call, "clblast_sgemm");
}

const struct nadir__gemm_backend nadir__gemm_clblast = {.fuses = false, .emit = emit_clblast};
