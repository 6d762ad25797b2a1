/* SPDX-License-Identifier: MIT */
/* CLBlast as a GEMM back end, for every device. */
#include "gemm_check_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <clblast_c.h>
#include <limits.h>
#include <stdio.h>

/* Values of a choice. Swapped: c^T = op(b)^T op(a)^T in columns, which other kernels of CLBlast compute. */
enum { SWAPPED };

struct call {
    size_t m, n, k, batch;
    float alpha, beta;
    struct {
        cl_mem buffer;
        size_t offset, leading, stride;
    } a, b, c;
    bool transpose_a, transpose_b, swapped;
    uint32_t identity; /* of the parameters that the path was trusted with */
};

/* How CLBlast is told of a call: c = op(first) op(second), first and second swapped where they are. */
struct product {
    CLBlastLayout layout;
    CLBlastTranspose transpose[2];
    size_t m, n;
    cl_mem buffers[2];
    size_t offsets[2], leadings[2], strides[2];
};

static CLBlastTranspose transpose(bool yes)
{
    return yes ? CLBlastTransposeYes : CLBlastTransposeNo;
}

static struct product describe(const struct call *call)
{
    struct product p = {.layout = call->swapped ? CLBlastLayoutColMajor : CLBlastLayoutRowMajor};
    const int a = call->swapped, b = !call->swapped;
    p.m = call->swapped ? call->n : call->m;
    p.n = call->swapped ? call->m : call->n;
    p.transpose[a] = transpose(call->transpose_a);
    p.transpose[b] = transpose(call->transpose_b);
    p.buffers[a] = call->a.buffer;
    p.buffers[b] = call->b.buffer;
    p.offsets[a] = call->a.offset;
    p.offsets[b] = call->b.offset;
    p.leadings[a] = call->a.leading;
    p.leadings[b] = call->b.leading;
    p.strides[a] = call->a.stride;
    p.strides[b] = call->b.stride;
    return p;
}

/* All matrices of the batch. Its indirect kernels take one at a time: those for batches give wrong results for some parameters
 * and some sizes, offsets and strides (up to 1.7.0 at least). */
static enum nadir_status multiply(struct nadir_context *context, const struct call *call, CLBlastStatusCode *code)
{
    enum nadir_status status = NADIR_OK;
    const struct product p = describe(call);
    cl_command_queue queue = context->queue;
    cl_mem copies = NULL;
    size_t bytes = 0;
    /* A matrix at an offset is always copied by the indirect kernels, others not always: with a batch, asked for one of those
     * that are, so that the answer is for all of them, and 0 means the direct kernel. */
    const size_t at = call->batch > 1;
    *code = CLBlastSGemmTempBufferSize(p.layout, p.transpose[0], p.transpose[1], p.m, p.n, call->k, p.offsets[0] | at,
                                       p.leadings[0], p.offsets[1] | at, p.leadings[1], call->c.offset | at, call->c.leading,
                                       &queue, &bytes);
    if (*code != CLBlastSuccess) goto out;
    /* CLBlast's own would end the process where it cannot be had (1.5.3: an exception in a destructor). */
    if (bytes > 0) ND_TRY(nadir__gemm_memory_get(context, ND_GEMM_COPIES, bytes, &copies));
    if (call->batch > 1 && bytes == 0) {
        *code = CLBlastSgemmStridedBatched(p.layout, p.transpose[0], p.transpose[1], p.m, p.n, call->k, call->alpha,
                                           p.buffers[0], p.offsets[0], p.leadings[0], p.strides[0], p.buffers[1], p.offsets[1],
                                           p.leadings[1], p.strides[1], call->beta, call->c.buffer, call->c.offset,
                                           call->c.leading, call->c.stride, call->batch, &queue, NULL);
        goto out;
    }
    for (size_t i = 0; i < call->batch && *code == CLBlastSuccess; i++) {
        const size_t first = p.offsets[0] + i * p.strides[0], second = p.offsets[1] + i * p.strides[1];
        *code = CLBlastSgemmWithTempBuffer(p.layout, p.transpose[0], p.transpose[1], p.m, p.n, call->k, call->alpha,
                                           p.buffers[0], first, p.leadings[0], p.buffers[1], second, p.leadings[1], call->beta,
                                           call->c.buffer, call->c.offset + i * call->c.stride, call->c.leading, &queue, NULL,
                                           copies);
    }
out:
    return status;
}

/* The parameters have changed since the call was recorded: another path. */
static enum nadir_status trust_again(struct nadir_context *context, const struct call *call)
{
    const struct nadir__gemm gemm = {.m = call->m, .n = call->n, .k = call->k, .batch = call->batch,
                                     .transpose_a = call->transpose_a, .transpose_b = call->transpose_b, .alpha = 1,
                                     .a.leading = 1, .b.leading = 1, .c.leading = 1};
    const struct nadir__gemm_choice choice = {.backend = NADIR_GEMM_CLBLAST, .values[SWAPPED] = call->swapped};
    return nadir__gemm_trust(context, &gemm, &choice);
}

static enum nadir_status run(struct nadir_context *context, const void *arguments)
{
    enum nadir_status status = NADIR_OK;
    const struct call *call = arguments;
    CLBlastStatusCode code = CLBlastSuccess;
    uint32_t trusted = call->identity, identity;
    context->used_clblast = true;
    for (;;) {
        status = nadir__clblast_enter(context, &identity);
        if (status != NADIR_OK || identity == trusted) break;
        nadir__clblast_leave();
        ND_TRY(trust_again(context, call));
        trusted = identity;
    }
    if (status == NADIR_OK) status = multiply(context, call, &code);
    nadir__clblast_leave();
    if (status != NADIR_OK || code == CLBlastSuccess) return status;
    if (code == CLBlastInvalidLocalThreadsTotal || code == CLBlastInvalidLocalThreadsDim || code == CLBlastInvalidLocalMemUsage)
        return nadir__fail(NADIR_ERROR_UNSUPPORTED,
                           "CLBlastSgemm (%zu x %zu x %zu) needs larger work-groups or more local memory than %s has (status "
                           "%d): use NADIR_GEMM=packed", call->m, call->n, call->k, context->device.name, (int)code);
    /* CLBlast takes some failures of OpenCL for those of its own checks; -1000 and below are its own codes. */
    cl_uint references;
    const cl_int lost = clGetMemObjectInfo(call->c.buffer, CL_MEM_REFERENCE_COUNT, sizeof references, &references, NULL);
    if ((int)code <= -1000 && lost != CL_SUCCESS) code = (CLBlastStatusCode)lost;
    if ((int)code <= -1000)
        return nadir__fail(NADIR_ERROR_OPENCL, "CLBlastSgemm (%zu x %zu x %zu) failed with CLBlast's status %d", call->m,
                           call->n, call->k, (int)code);
    return nadir__fail_cl_at((cl_int)code, "CLBlastSgemm (%zu x %zu x %zu) failed with %s (%d)", call->m, call->n, call->k,
                             nadir__cl_error_name((cl_int)code), (int)code);
out:
    return status;
}

/* --- The row. --- */

/* CLBlast counts elements in int, also those of its copies, which are padded to tiles. */
enum { TILE = 128 };

static enum nadir_status check_end(const char *name, const struct nadir_matrix *x, size_t batch)
{
    size_t rows, matrices, end;
    if (x->leading <= INT_MAX && nadir__size_mul(&rows, x->rows, x->leading) &&
        nadir__size_mul(&matrices, batch - 1, x->batch_stride) && nadir__size_add(&end, rows, matrices) &&
        nadir__size_add(&end, end, x->offset) && end <= INT_MAX)
        return NADIR_OK;
    return nadir__fail(NADIR_ERROR_UNSUPPORTED,
                       "%s of this product ends behind element %d, but CLBlast addresses no more: use NADIR_GEMM=packed", name,
                       INT_MAX);
}

static double padded(size_t size)
{
    return (double)(size / TILE + 1) * TILE;
}

static enum nadir_status accepts_clblast(const struct nadir_context *context, const struct nadir__gemm *gemm,
                                         const struct nadir__gemm_choice *choice)
{
    enum nadir_status status = NADIR_OK;
    const size_t batch = gemm->batch ? gemm->batch : 1;
    const double m = padded(gemm->m), n = padded(gemm->n), k = padded(gemm->k);
    bool legal = choice->values[SWAPPED] <= 1;
    for (int i = SWAPPED + 1; i < ND_GEMM_VALUES; i++) legal = legal && choice->values[i] == 0;
    if (!legal) return nadir__fail(NADIR_ERROR_UNSUPPORTED, "clblast: swapped is 0 or 1, and there are no other values");
    if (gemm->packed_b || gemm->a.dtype != NADIR_F32 || gemm->b.dtype != NADIR_F32 || gemm->c.dtype != NADIR_F32)
        return nadir__fail(NADIR_ERROR_UNSUPPORTED, "CLBlast multiplies float32 matrices that are not packed");
    ND_TRY(check_end("a", &gemm->a, batch));
    ND_TRY(check_end("b", &gemm->b, batch));
    ND_TRY(check_end("c", &gemm->c, batch));
    /* Small products are not copied: the least border that CLBlast's tuner gives is 64 cubed. */
    const bool large = (double)gemm->m * (double)gemm->n * (double)gemm->k >= 64. * 64 * 64;
    const double copies = large || nadir__clblast_identity(context) ? m * k + k * n + m * n : 0;
    if (!(copies <= INT_MAX))
        return nadir__fail(NADIR_ERROR_UNSUPPORTED,
                           "CLBlast's copies for a product of %zu x %zu x %zu have more than %d elements: use "
                           "NADIR_GEMM=packed", gemm->m, gemm->n, gemm->k, INT_MAX);
    ND_TRY(nadir__check_rounds(context, "CLBlast's product", gemm->k));
out:
    return status;
}

/* Three classes, by the number of multiplications. gemm_check.c looks at both ends of one: the lower takes CLBlast's direct
 * kernel if any product of the class does, and the upper its indirect one, wherever the border is: CLBlast does not tell. */
static const char *size_class(const struct nadir__gemm *gemm)
{
    const double size = (double)gemm->m * (double)gemm->n * (double)gemm->k;
    return size <= 63. * 65 * 63 ? " small" : size <= 905. * 899 * 897 ? "" : " large";
}

static void path_clblast(const struct nadir_context *context, const struct nadir__gemm *gemm,
                         const struct nadir__gemm_choice *choice, char out[ND_GEMM_PATH])
{
    const uint32_t identity = nadir__clblast_identity(context);
    char parameters[16] = "";
    if (identity) snprintf(parameters, sizeof parameters, " #%08x", identity);
    snprintf(out, ND_GEMM_PATH, "clblast%s%s %s%s%s", gemm->batch > 1 ? " batched" : "",
             choice->values[SWAPPED] ? " swapped" : "", nadir__gemm_layout(gemm), size_class(gemm), parameters);
}

static enum nadir_status emit_clblast(const struct nadir__sink *sink, const struct nadir__gemm *gemm,
                                      const struct nadir__gemm_choice *choice)
{
    const struct call call = {
        .m = gemm->m, .n = gemm->n, .k = gemm->k, .batch = gemm->batch ? gemm->batch : 1,
        .alpha = gemm->alpha, .beta = gemm->beta,
        .a = {gemm->a.buffer, gemm->a.offset, gemm->a.leading, gemm->a.batch_stride},
        .b = {gemm->b.buffer, gemm->b.offset, gemm->b.leading, gemm->b.batch_stride},
        .c = {gemm->c.buffer, gemm->c.offset, gemm->c.leading, gemm->c.batch_stride},
        .transpose_a = gemm->transpose_a, .transpose_b = gemm->transpose_b,
        .swapped = choice->values[SWAPPED] != 0,
        .identity = nadir__clblast_identity(sink->context),
    };
    _Static_assert(sizeof call <= ND_MAX_CALL_BYTES, "a recorded call holds its arguments");
    return nadir__call(sink, run, &call, sizeof call, "clblast_sgemm");
}

static bool candidate_clblast(const struct nadir_context *context, const struct nadir__gemm *gemm, unsigned i,
                              struct nadir__gemm_choice *out)
{
    (void)context, (void)gemm;
    *out = (struct nadir__gemm_choice){.backend = NADIR_GEMM_CLBLAST, .values[SWAPPED] = i};
    return i <= 1;
}

const struct nadir__gemm_backend nadir__gemm_clblast = {
    .name = "clblast",
    .value_names = {"swapped"},
    .accepts = accepts_clblast,
    .path = path_clblast,
    .emit = emit_clblast,
    .quick = 2,
    .candidate = candidate_clblast,
};
