/* SPDX-License-Identifier: MIT */
/* What follows a matrix product whose back end does not do it itself: one kernel over c, one for the row sums. */
#include "ops_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <stdio.h>

/* Work-items of a group of gemm_row_sums side by side, with the GPU walk. (cl/gemm_epilogue.cl has the same.) */
enum { COLUMN_LANES = 8 };

/* ND_X_STORAGE of cl/matrix.clh. */
static enum nadir_status epilogue_kernel(struct nadir_context *context, struct nadir__kernel **kernel, const char *name,
                                         enum nadir_dtype a, enum nadir_dtype c, enum nadir_activation activation,
                                         bool derivative)
{
    char defines[128];
    snprintf(defines, sizeof defines,
             "-DND_A_STORAGE=%d -DND_B_STORAGE=0 -DND_C_STORAGE=%d -DND_ACTIVATION=%d -DND_DERIVATIVE=%d",
             nadir__gemm_storage(a), nadir__gemm_storage(c), (int)activation, derivative);
    return nadir__kernel_get(context, kernel, context->walk, "gemm_epilogue", name, defines);
}

static enum nadir_status emit_elements(const struct nadir__sink *sink, const struct nadir__gemm *gemm, float factor)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    const struct nadir__geometry *geometry = nadir__geometry(sink->context);
    const bool derivative = gemm->derivative.buffer != NULL;
    const struct nadir_matrix *c = &gemm->c, *other = derivative ? &gemm->derivative : &gemm->before;
    /* A group takes a chunk: some rows, or a part of a long one. */
    size_t part_n = nadir__size_round_up(gemm->n, geometry->vector);
    if (part_n > geometry->chunk) part_n = geometry->chunk;
    const size_t part_m = geometry->chunk / part_n;
    const size_t parts_m = nadir__size_ceil_div(gemm->m, part_m), parts_n = nadir__size_ceil_div(gemm->n, part_n);
    ND_TRY(epilogue_kernel(sink->context, &kernel, "gemm_epilogue", NADIR_F32, c->dtype, gemm->activation.function,
                           derivative));
    const struct nadir__arg args[] = {
        ND_MEM(c->buffer), ND_U64(c->offset), ND_U64(c->leading), ND_U64(c->batch_stride),
        ND_TENSOR(&gemm->bias),
        ND_MEM(other->buffer), ND_U64(other->offset), ND_U64(other->leading), ND_U64(other->batch_stride),
        ND_U64(gemm->m), ND_U64(gemm->n), ND_F32(factor), ND_F32(gemm->activation.alpha), ND_U64(part_m), ND_U64(part_n),
        ND_U32(parts_m), ND_U32(parts_n),
    };
    ND_TRY(ND_LAUNCH(sink, kernel, parts_m * parts_n * gemm->batch, args));
out:
    return status;
}

static enum nadir_status emit_row_sums(const struct nadir__sink *sink, const struct nadir__gemm *gemm)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    const struct nadir__geometry *geometry = nadir__geometry(sink->context);
    const struct nadir_matrix *a = &gemm->a;
    const size_t column_lanes = geometry->work_group > 1 ? COLUMN_LANES : 1, lanes = geometry->work_group / column_lanes;
    const size_t groups = nadir__size_ceil_div(gemm->m, column_lanes * geometry->vector) * gemm->batch;
    /* A row that ends within a vector is read one by one. */
    const size_t row_rounds = gemm->m % geometry->vector > 0 ? 1 + geometry->vector : 1;
    ND_TRY(nadir__check_rounds(sink->context, "gemm_row_sums",
                               nadir__size_ceil_div(gemm->k, lanes) * row_rounds + gemm->k / (128 * lanes) + 64));
    ND_TRY(epilogue_kernel(sink->context, &kernel, "gemm_row_sums", a->dtype, NADIR_F32, NADIR_ACTIVATION_NONE, false));
    const struct nadir__arg args[] = {ND_TENSOR(&gemm->row_sums), ND_MEM(a->buffer), ND_U64(a->offset), ND_U64(a->leading),
                                      ND_U64(a->batch_stride), ND_U64(gemm->m), ND_U64(gemm->k)};
    ND_TRY(ND_LAUNCH(sink, kernel, groups, args));
out:
    return status;
}

enum nadir_status nadir__emit_gemm_epilogue(const struct nadir__sink *sink, const struct nadir__gemm *gemm, float factor)
{
    enum nadir_status status = NADIR_OK;
    const bool elements = factor != 1.0f || gemm->bias.buffer || gemm->before.buffer ||
                          gemm->activation.function != NADIR_ACTIVATION_NONE;
    if (elements && gemm->m > 0 && gemm->n > 0) ND_TRY(emit_elements(sink, gemm, factor));
    if (gemm->row_sums.buffer && gemm->m > 0) ND_TRY(emit_row_sums(sink, gemm));
out:
    return status;
}
