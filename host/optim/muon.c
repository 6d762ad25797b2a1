/* SPDX-License-Identifier: MIT */
/* Muon: momentum, Newton-Schulz through the matrix product, and the update, one matrix after the other; compact Adam for what
 * is not a matrix. */
#include "compact_priv.h"

#include "base/status_priv.h"
#include "ops/ops_priv.h"

#include <math.h>
#include <stdlib.h>

/* The scratch memory of an iteration, as large as the largest matrix needs it. */
struct scratch {
    struct nadir_tensor x, y;             /* as the matrix */
    struct nadir_tensor gram, polynomial; /* square, of its shorter side */
    struct nadir_tensor partials;
};

struct muon {
    struct nadir_tensor momentum_buffer;
    struct nadir__compact_adam rest;
    struct scratch scratch;
    size_t state; /* of momentum_buffer */
};

void nadir__muon_scalars(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS])
{
    nadir__rules[NADIR_ADAMW].scalars(params, t, carry, h);
    h[6] = 1.0 - params->momentum;
    h[7] = params->momentum;
}

static bool is_matrix(const struct nadir_optimizer *optimizer, size_t tensor)
{
    return nadir_arena_parameter(optimizer->arena, tensor).rank == 2;
}

static bool is_other(const struct nadir_optimizer *optimizer, size_t tensor)
{
    return !is_matrix(optimizer, tensor);
}

static enum nadir_status create_scratch(struct nadir_optimizer *optimizer)
{
    enum nadir_status status;
    struct muon *own = optimizer->own;
    struct scratch *scratch = &own->scratch;
    size_t largest = 0, square = 0;
    for (size_t i = optimizer->first; i < optimizer->last; i++) {
        const struct nadir_tensor *b = nadir__state_view(optimizer, own->state, i);
        if (!b->buffer) continue;
        const size_t rows = b->shape[0], cols = b->shape[1], side = rows < cols ? rows : cols;
        if (rows * cols > largest) largest = rows * cols;
        if (side * side > square) square = side * side;
    }
    ND_TRY(nadir__optimizer_own(optimizer, &scratch->x, NADIR_F32, largest, 0.0f));
    ND_TRY(nadir__optimizer_own(optimizer, &scratch->y, NADIR_F32, largest, 0.0f));
    ND_TRY(nadir__optimizer_own(optimizer, &scratch->gram, NADIR_F32, square, 0.0f));
    ND_TRY(nadir__optimizer_own(optimizer, &scratch->polynomial, NADIR_F32, square, 0.0f));
    ND_TRY(nadir__optimizer_own(optimizer, &scratch->partials, NADIR_F32, nadir__chunks(optimizer->context, largest), 0.0f));
out:
    return status;
}

static enum nadir_status create(struct nadir_optimizer *optimizer)
{
    enum nadir_status status;
    struct muon *own = optimizer->own = calloc(1, sizeof *own);
    if (!own) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for Muon");
    own->state = nadir__optimizer_name_state(optimizer, "momentum_buffer");
    const size_t m = nadir__optimizer_name_state(optimizer, "exp_avg");
    const size_t v = nadir__optimizer_name_state(optimizer, "exp_avg_sq");
    size_t elements = 0;
    for (size_t i = optimizer->first; i < optimizer->last; i++) {
        const struct nadir_tensor p = nadir_arena_parameter(optimizer->arena, i);
        if (is_matrix(optimizer, i) && optimizer->segment_of[i - optimizer->first] != UINT32_MAX)
            elements += nadir_tensor_count(&p);
    }
    ND_TRY(nadir__optimizer_own(optimizer, &own->momentum_buffer, NADIR_F32, elements, 0.0f));
    nadir__pieces_view(optimizer, is_matrix, 1, 1, own->state, &own->momentum_buffer);
    ND_TRY(create_scratch(optimizer));
    ND_TRY(nadir__compact_adam_create(&own->rest, optimizer, is_other, m, v));
out:
    return status;
}

static void destroy(struct nadir_optimizer *optimizer)
{
    struct muon *own = optimizer->own;
    if (!own) return;
    nadir__compact_adam_destroy(&own->rest);
    free(own);
}

/* Scratch memory as a matrix: it is as long as the largest one needs it. */
static struct nadir_matrix matrix_in(const struct nadir_tensor *scratch, size_t rows, size_t cols)
{
    const struct nadir_tensor view =
        nadir_tensor_view(scratch->buffer, scratch->offset, NADIR_F32, 2, (const size_t[]){rows, cols});
    return nadir_matrix_of(&view);
}

/* x = a x + b (x x^T) x + c (x x^T)^2 x, with the product on the shorter side; the polynomial is applied in one product. The
 * coefficients bring singular values in (0, 1] near to 1 in a few iterations, at the price of stopping short of it. */
static enum nadir_status emit_newton_schulz(const struct nadir__sink *sink, const struct nadir_optimizer *optimizer,
                                            struct scratch *scratch, size_t rows, size_t cols)
{
    static const float a = 3.4445f, b = -4.7750f, c = 2.0315f;
    enum nadir_status status;
    struct nadir__kernel *kernel;
    const bool tall = rows > cols;
    const size_t side = tall ? cols : rows, length = tall ? rows : cols;
    ND_TRY(nadir__update_kernel(sink, optimizer, &kernel, "muon", "muon_polynomial", ""));
    for (uint32_t i = 0; i < optimizer->params.ns_steps; i++) {
        const struct nadir__gemm gram = {.m = side,
                                         .n = side,
                                         .k = length,
                                         .transpose_a = tall,
                                         .transpose_b = !tall,
                                         .alpha = 1.0f,
                                         .c = matrix_in(&scratch->gram, side, side),
                                         .a = matrix_in(&scratch->x, rows, cols),
                                         .b = matrix_in(&scratch->x, rows, cols)};
        ND_TRY(nadir__emit_gemm(sink, &gram));
        const struct nadir__arg args[] = {ND_TENSOR(&scratch->polynomial), ND_TENSOR(&scratch->gram), ND_U64(side), ND_F32(b),
                                          ND_F32(a)};
        ND_TRY(ND_LAUNCH(sink, kernel, side, args));
        const struct nadir__gemm polynomial = {.m = side,
                                               .n = side,
                                               .k = side,
                                               .alpha = c,
                                               .beta = 1.0f,
                                               .c = matrix_in(&scratch->polynomial, side, side),
                                               .a = matrix_in(&scratch->gram, side, side),
                                               .b = matrix_in(&scratch->gram, side, side)};
        ND_TRY(nadir__emit_gemm(sink, &polynomial));
        const struct nadir__gemm next = {.m = rows,
                                         .n = cols,
                                         .k = side,
                                         .alpha = 1.0f,
                                         .c = matrix_in(&scratch->y, rows, cols),
                                         .a = matrix_in(tall ? &scratch->x : &scratch->polynomial, rows, side),
                                         .b = matrix_in(tall ? &scratch->polynomial : &scratch->x, side, cols)};
        ND_TRY(nadir__emit_gemm(sink, &next));
        const struct nadir_tensor swap = scratch->x;
        scratch->x = scratch->y;
        scratch->y = swap;
    }
out:
    return status;
}

static enum nadir_status emit_matrix(const struct nadir__sink *sink, struct nadir_optimizer *optimizer, size_t tensor,
                                     struct scratch *scratch)
{
    enum nadir_status status;
    struct nadir__kernel *momentum, *normalise, *apply;
    const struct nadir_optimizer_params *params = &optimizer->params;
    const struct muon *own = optimizer->own;
    const struct nadir_tensor b = *nadir__state_view(optimizer, own->state, tensor);
    const size_t rows = b.shape[0], cols = b.shape[1], n = rows * cols, groups = nadir__chunks(sink->context, n);
    const size_t first = nadir_arena_offset(optimizer->arena, tensor) - optimizer->begin;
    const uint32_t segment = optimizer->segment_of[tensor - optimizer->first];
    const struct nadir_tensor p = nadir__optimizer_parameters(optimizer),
                              matrix = nadir_arena_parameter(optimizer->arena, tensor);
    struct nadir_tensor g = nadir__optimizer_gradients(optimizer);
    g.offset += first;
    ND_TRY(nadir__check_rounds(sink->context, "muon_normalise",
                               2 * nadir__row_rounds(sink->context, groups * nadir__geometry(sink->context)->vector) +
                                   nadir__row_rounds(sink->context, nadir__geometry(sink->context)->chunk)));
    ND_TRY(nadir__update_kernel(sink, optimizer, &momentum, "muon", "muon_momentum", ""));
    ND_TRY(nadir__update_kernel(sink, optimizer, &normalise, "muon", "muon_normalise", ""));
    ND_TRY(nadir__update_kernel(sink, optimizer, &apply, "muon", "muon_apply", ""));

    const struct nadir__arg momentum_args[] = {ND_TENSOR(&scratch->x),
                                               ND_TENSOR(&scratch->partials),
                                               ND_TENSOR(&b),
                                               ND_TENSOR(&matrix),
                                               ND_TENSOR(&g),
                                               ND_U64(n),
                                               ND_U32(params->nesterov),
                                               ND_U32(segment),
                                               ND_MEM(optimizer->segments),
                                               ND_MEM(optimizer->control)};
    ND_TRY(ND_LAUNCH(sink, momentum, groups, momentum_args));
    const struct nadir__arg normalise_args[] = {ND_TENSOR(&scratch->x), ND_TENSOR(&scratch->partials), ND_U64(n)};
    ND_TRY(ND_LAUNCH(sink, normalise, groups, normalise_args));
    ND_TRY(emit_newton_schulz(sink, optimizer, scratch, rows, cols));
    const double r = (double)rows, c = (double)cols;
    const double adjustment = params->muon_adjust == NADIR_MUON_MATCH_RMS ? 0.2 * sqrt(fmax(r, c)) : sqrt(fmax(1.0, r / c));
    const struct nadir__arg apply_args[] = {ND_TENSOR(&p),
                                            ND_TENSOR(&scratch->x),
                                            ND_U64(first),
                                            ND_U64(n),
                                            ND_F32((float)adjustment),
                                            ND_U32(segment),
                                            ND_MEM(optimizer->segments),
                                            ND_MEM(optimizer->control)};
    ND_TRY(nadir__update_launch(sink, optimizer, apply, groups, apply_args, sizeof apply_args / sizeof *apply_args));
out:
    return status;
}

static enum nadir_status emit(const struct nadir__sink *sink, struct nadir_optimizer *optimizer)
{
    enum nadir_status status;
    const struct muon *own = optimizer->own;
    struct scratch scratch = own->scratch;
    for (size_t i = optimizer->first; i < optimizer->last; i++) {
        const struct nadir_tensor *b = nadir__state_view(optimizer, own->state, i);
        if (b->buffer && nadir_tensor_count(b) > 0) ND_TRY(emit_matrix(sink, optimizer, i, &scratch));
    }
    ND_TRY(nadir__emit_compact_adam(sink, optimizer, &own->rest));
out:
    return status;
}

const struct nadir__rule_class nadir__muon = {
    .managed = true, .per_tensor = true, .create = create, .destroy = destroy, .emit = emit};
