/* SPDX-License-Identifier: MIT */
/* Nadir's own matrix product for CPU devices: chooses tiles for cl/gemm_packed.cl. */
#include "ops_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <stdio.h>

/* Upper bounds of a tile. 256 rows of 256 steps fill 256 KiB, a half or less of a second-level cache; 256 steps of a panel of 32
 * columns fill 32 KiB, the first-level cache. */
enum { MAX_TILE_M = 256, MAX_TILE_N = 1024, MAX_DEPTH = 256, STRIP_PANELS = 8 };

/* The largest part of `size` out of equal parts of at most `most`, in multiples of `unit`. */
static size_t even_part(size_t size, size_t most, size_t unit)
{
    return nadir__size_round_up(nadir__size_ceil_div(size, nadir__size_ceil_div(size, most)), unit);
}

/* Tiles small enough that every compute unit gets one, and nearly equal, so that the units finish together. */
static void choose_tile(const struct nadir__gemm *gemm, size_t units, size_t unit_m, size_t unit_n, size_t *tile_m,
                        size_t *tile_n)
{
    size_t parts_m = nadir__size_ceil_div(gemm->m, MAX_TILE_M), parts_n = nadir__size_ceil_div(gemm->n, MAX_TILE_N);
    while (parts_m * parts_n < units) {
        const size_t rows = nadir__size_ceil_div(gemm->m, parts_m), cols = nadir__size_ceil_div(gemm->n, parts_n);
        const bool split_m = rows > unit_m, split_n = cols > unit_n;
        if (!split_m && !split_n) break;
        if (split_n && (cols >= rows || !split_m)) parts_n++;
        else parts_m++;
    }
    *tile_m = even_part(gemm->m, nadir__size_ceil_div(gemm->m, parts_m), unit_m);
    *tile_n = even_part(gemm->n, nadir__size_ceil_div(gemm->n, parts_n), unit_n);
}

static enum nadir_status emit_packed(const struct nadir__sink *sink, const struct nadir__gemm *gemm)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    struct nadir_context *context = sink->context;
    const size_t vector = context->geometry[NADIR_WALK_CPU].vector;
    const size_t panel_n = vector * (vector == 16 ? 2 : 3); /* ND_NR of the kernel */
    char defines[192];
    snprintf(defines, sizeof defines,
             "-DND_TRANSPOSE_A=%d -DND_TRANSPOSE_B=%d -DND_BIAS=%d -DND_ACTIVATION=%d -DND_DERIVATIVE=%d -DND_ROW_SUMS=%d",
             gemm->transpose_a, gemm->transpose_b, gemm->bias.buffer != NULL, (int)gemm->activation,
             gemm->derivative.buffer != NULL, gemm->row_sums.buffer != NULL);
    ND_TRY(nadir__kernel_get(context, &kernel, NADIR_WALK_CPU, "gemm_packed", "gemm_packed", defines));

    size_t tile_m, tile_n;
    choose_tile(gemm, context->device.compute_units, vector, panel_n, &tile_m, &tile_n);
    const size_t depth = even_part(gemm->k, MAX_DEPTH, vector);
    const size_t strip = tile_n < STRIP_PANELS * panel_n ? tile_n : STRIP_PANELS * panel_n;
    const size_t local = (tile_m + strip) * depth * sizeof(float);
    if (local > context->device.local_memory)
        return nadir__fail(NADIR_ERROR_UNSUPPORTED,
                           "the packed GEMM needs %zu bytes of local memory, but %s has %llu; use NADIR_GEMM=clblast", local,
                           context->device.name, (unsigned long long)context->device.local_memory);

    struct nadir__arg args[ND_MAX_ARGS];
    size_t count = 0;
    const struct nadir_tensor *tensors[] = {&gemm->c, &gemm->a, &gemm->b, &gemm->bias, &gemm->derivative, &gemm->row_sums};
    for (size_t i = 0; i < sizeof tensors / sizeof tensors[0]; i++) {
        if (i >= 3 && !tensors[i]->buffer) continue;
        args[count++] = (struct nadir__arg)ND_MEM(tensors[i]->buffer);
        args[count++] = (struct nadir__arg)ND_U64(tensors[i]->offset);
    }
    const struct nadir__arg rest[] = {
        ND_U64(gemm->m),     ND_U64(gemm->n), ND_U64(gemm->k), ND_F32(gemm->alpha),
        ND_F32(gemm->beta),  ND_U64(tile_m),  ND_U64(tile_n),  ND_U64(strip),
        ND_U64(depth),       ND_LOCAL(tile_m * depth * sizeof(float)), ND_LOCAL(strip * depth * sizeof(float)),
    };
    for (size_t i = 0; i < sizeof rest / sizeof rest[0]; i++) args[count++] = rest[i];
    const size_t groups = nadir__size_ceil_div(gemm->m, tile_m) * nadir__size_ceil_div(gemm->n, tile_n);
    ND_TRY(nadir__launch(sink, kernel, groups, args, count));
out:
    return status;
}

const struct nadir__gemm_backend nadir__gemm_packed = {.name = "packed", .fuses = true, .emit = emit_packed};
