/* SPDX-License-Identifier: MIT */
/* Nadir's own matrix product for CPU devices: chooses tiles for cl/gemm_packed.cl. */
#include "ops_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <stdio.h>

/* Upper bounds of a tile. 256 rows of 256 steps fill 256 KiB, a half or less of a second-level cache; 256 steps of a panel of
 * 32 columns fill 32 KiB, the first-level cache. */
enum { MAX_TILE_M = 256, MAX_TILE_N = 1024, MAX_DEPTH = 256, STRIP_PANELS = 8 };

/* The largest part of `size` out of equal parts of at most `most`, in multiples of `unit`. */
static size_t even_part(size_t size, size_t most, size_t unit)
{
    return nadir__size_round_up(nadir__size_ceil_div(size, nadir__size_ceil_div(size, most)), unit);
}

struct tile {
    size_t m, n;  /* of c that one group computes */
    size_t strip; /* columns of op(b) that are packed at a time */
    size_t depth; /* steps along k that are packed at a time */
};

static size_t tile_bytes(const struct tile *tile)
{
    return (tile->m + tile->strip) * tile->depth * sizeof(float);
}

/* Tiles small enough that every compute unit gets one and that their panels fit into local memory, and nearly equal, so that
 * the units finish together. */
static enum nadir_status choose_tile(const struct nadir__gemm *gemm, const struct nadir_device *device, size_t unit_m,
                                     size_t unit_n, struct tile *tile)
{
    size_t parts_m = nadir__size_ceil_div(gemm->m, MAX_TILE_M), parts_n = nadir__size_ceil_div(gemm->n, MAX_TILE_N);
    while (parts_m * parts_n < device->compute_units) {
        const size_t rows = nadir__size_ceil_div(gemm->m, parts_m), cols = nadir__size_ceil_div(gemm->n, parts_n);
        const bool split_m = rows > unit_m, split_n = cols > unit_n;
        if (!split_m && !split_n) break;
        if (split_n && (cols >= rows || !split_m)) parts_n++;
        else parts_m++;
    }
    tile->m = even_part(gemm->m, nadir__size_ceil_div(gemm->m, parts_m), unit_m);
    tile->n = even_part(gemm->n, nadir__size_ceil_div(gemm->n, parts_n), unit_n);
    tile->strip = tile->n < STRIP_PANELS * unit_n ? tile->n : STRIP_PANELS * unit_n;
    tile->depth = even_part(gemm->k, MAX_DEPTH, unit_m);
    while (tile_bytes(tile) > device->local_memory) {
        if (tile->strip > unit_n) tile->strip -= unit_n;
        else if (tile->m > unit_m && tile->m >= tile->depth) tile->m -= unit_m;
        else if (tile->depth > unit_m) tile->depth -= unit_m;
        else
            return nadir__fail(NADIR_ERROR_UNSUPPORTED,
                               "the packed GEMM needs %zu bytes of local memory, but %s has %llu; use NADIR_GEMM=clblast",
                               tile_bytes(tile), device->name, (unsigned long long)device->local_memory);
    }
    return NADIR_OK;
}

/* Rounds of the loops of one group, with those that most compilers unroll: the products of panels, packing, storing. */
static size_t tile_rounds(const struct nadir__gemm *gemm, const struct tile *tile, size_t vector, size_t panel_n)
{
    const size_t panel_m = vector / 2 < 4 ? 4 : vector / 2, across = panel_n / vector; /* ND_MR and ND_NV of the kernel */
    const size_t panels_m = nadir__size_ceil_div(tile->m, panel_m), panels_n = nadir__size_ceil_div(tile->n, panel_n);
    const size_t vectors = nadir__size_ceil_div(tile->m, vector) + panels_n * across;
    const size_t step = panels_m * panels_n * (1 + across + panel_m * (1 + across)) + panels_m + vectors * (vector + 6);
    const size_t store = panels_m * panels_n * panel_m * (1 + across * (2 + 4 * (vector + 1)));
    return gemm->k * step + nadir__size_ceil_div(gemm->k, tile->depth) * store;
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
             "-DND_TRANSPOSE_A=%d -DND_TRANSPOSE_B=%d -DND_BIAS=%d -DND_ACTIVATION=%d -DND_BEFORE=%d -DND_DERIVATIVE=%d "
             "-DND_ROW_SUMS=%d",
             gemm->transpose_a, gemm->transpose_b, gemm->bias.buffer != NULL, (int)gemm->activation.function,
             gemm->before.buffer != NULL, gemm->derivative.buffer != NULL, gemm->row_sums.buffer != NULL);
    ND_TRY(nadir__kernel_get(context, &kernel, NADIR_WALK_CPU, "gemm_packed", "gemm_packed", defines));

    struct tile tile;
    ND_TRY(choose_tile(gemm, &context->device, vector, panel_n, &tile));
    ND_TRY(nadir__check_rounds(context, "gemm_packed (not NADIR_GEMM=clblast)", tile_rounds(gemm, &tile, vector, panel_n)));
    struct nadir__arg args[ND_MAX_ARGS];
    size_t count = 0;
    const struct nadir_tensor *tensors[] = {&gemm->c,      &gemm->a,          &gemm->b,       &gemm->bias,
                                            &gemm->before, &gemm->derivative, &gemm->row_sums};
    for (size_t i = 0; i < sizeof tensors / sizeof tensors[0]; i++) {
        if (i >= 3 && !tensors[i]->buffer) continue;
        args[count++] = (struct nadir__arg)ND_MEM(tensors[i]->buffer);
        args[count++] = (struct nadir__arg)ND_U64(tensors[i]->offset);
    }
    const struct nadir__arg rest[] = {
        ND_U64(gemm->m),     ND_U64(gemm->n), ND_U64(gemm->k), ND_F32(gemm->alpha),
        ND_F32(gemm->beta),  ND_F32(gemm->activation.alpha),
        ND_U64(tile.m),      ND_U64(tile.n),  ND_U64(tile.strip), ND_U64(tile.depth),
        ND_LOCAL(tile.m * tile.depth * sizeof(float)),
        ND_LOCAL(tile.strip * tile.depth * sizeof(float)),
    };
    for (size_t i = 0; i < sizeof rest / sizeof rest[0]; i++) args[count++] = rest[i];
    const size_t groups = nadir__size_ceil_div(gemm->m, tile.m) * nadir__size_ceil_div(gemm->n, tile.n);
    ND_TRY(nadir__launch(sink, kernel, groups, args, count));
out:
    return status;
}

const struct nadir__gemm_backend nadir__gemm_packed = {.fuses = true, .emit = emit_packed};
