/* SPDX-License-Identifier: MIT */
/* The GEMM dispatcher: checks the problem, picks the back end, and adds the kernels for what the back end does not fuse. */
#include "ops_priv.h"

#include "base/status_priv.h"

#include <assert.h>

struct nadir_gemm_params nadir_gemm_params_default(void)
{
    return (struct nadir_gemm_params){.alpha = 1.0f};
}

static const struct nadir__gemm_backend *const backends[] = {
    [NADIR_GEMM_CLBLAST] = &nadir__gemm_clblast,
    [NADIR_GEMM_PACKED] = &nadir__gemm_packed,
};

enum nadir_status nadir__emit_gemm(const struct nadir__sink *sink, const struct nadir__gemm *gemm)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir__gemm_backend *backend = backends[sink->context->gemm];
    assert(!gemm->row_sums.buffer || gemm->transpose_a);
    assert(!gemm->before.buffer || (gemm->beta == 0.0f && !gemm->derivative.buffer));
    const bool product = gemm->m > 0 && gemm->n > 0 && gemm->k > 0; /* back ends take no empty ones */
    if (product && backend->fuses) {
        ND_TRY(backend->emit(sink, gemm));
        goto out;
    }
    struct nadir__gemm plain = *gemm;
    if (gemm->before.buffer) plain.c = gemm->before;
    if (product) ND_TRY(backend->emit(sink, &plain));
    else ND_TRY(nadir__emit_scale(sink, &plain.c, gemm->beta));
    if (gemm->derivative.buffer) {
        ND_TRY(nadir__emit_activation_backward(sink, &gemm->c, &gemm->c, &gemm->derivative, gemm->activation));
    } else if (gemm->before.buffer) {
        if (gemm->bias.buffer) ND_TRY(nadir__emit_bias_activation(sink, &plain.c, &gemm->bias, (struct nadir__activation){0}));
        ND_TRY(nadir__emit_activation(sink, &gemm->c, &plain.c, gemm->activation));
    } else if (gemm->bias.buffer) {
        ND_TRY(nadir__emit_bias_activation(sink, &gemm->c, &gemm->bias, gemm->activation));
    } else if (gemm->activation.function != NADIR_ACTIVATION_NONE) {
        ND_TRY(nadir__emit_activation(sink, &gemm->c, &gemm->c, gemm->activation));
    }
    if (gemm->row_sums.buffer) ND_TRY(nadir__emit_sum_rows(sink, &gemm->row_sums, &gemm->a));
out:
    return status;
}

enum nadir_status nadir_gemm(struct nadir_context *context, const struct nadir_tensor *c, const struct nadir_tensor *a,
                             const struct nadir_tensor *b, const struct nadir_gemm_params *params)
{
    enum nadir_status status;
    const struct nadir_gemm_params defaults = nadir_gemm_params_default();
    if (!params) params = &defaults;
    ND_CHECK_ARG(context && a && b && c, "gemm: context, a, b or c is NULL");
    ND_TRY(nadir__tensor_check("a", a, NADIR_F32));
    ND_TRY(nadir__tensor_check("b", b, NADIR_F32));
    ND_CHECK_ARG(a->rank == 2 && b->rank == 2, "a has rank %u and b rank %u, but matrices are needed", a->rank, b->rank);
    const size_t m = a->shape[params->transpose_a], k = a->shape[!params->transpose_a];
    const size_t n = b->shape[!params->transpose_b];
    ND_CHECK_ARG(b->shape[params->transpose_b] == k, "op(a) has %zu columns, but op(b) has %zu rows", k,
                 b->shape[params->transpose_b]);
    ND_TRY(nadir__tensor_check_shape("c", c, NADIR_F32, 2, (const size_t[]){m, n}));
    ND_TRY(nadir__tensor_check_apart("c", c, "a", a));
    ND_TRY(nadir__tensor_check_apart("c", c, "b", b));
    const struct nadir__gemm gemm = {
        .m = m, .n = n, .k = k,
        .transpose_a = params->transpose_a, .transpose_b = params->transpose_b,
        .alpha = params->alpha, .beta = params->beta,
        .a = *a, .b = *b, .c = *c,
    };
    ND_TRY(nadir__emit_gemm(&(struct nadir__sink){.context = context}, &gemm));
out:
    return status;
}
