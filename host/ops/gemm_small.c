/* SPDX-License-Identifier: MIT */
/* Nadir's own matrix product for small and for narrow matrices on GPUs: chooses tiles for cl/gemm_small.cl. */
#include "ops_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <math.h>
#include <stdio.h>

enum { MIN_WORK_GROUP = 64, TILES = 6 };

/* Of c, computed by one group; values 0 and 1 of a choice. */
struct tile {
    unsigned m, n;
};

static const struct tile tiles[TILES] = {{64, 64}, {32, 32}, {16, 16}, {8, 8}, {4, 32}, {32, 4}};

/* How a group of `work_group` computes a tile, as the kernel has it: work-items that share an element, and steps along k that
 * are in local memory at a time, as many as fit where the sums of all work-items do. */
struct shape {
    size_t slices, depth;
};

static struct shape shape_of(const struct tile *tile, size_t work_group)
{
    struct shape shape = {.slices = 16 * work_group / ((size_t)tile->m * tile->n), .depth = 1};
    while (2 * shape.depth * (tile->m + tile->n + 8) <= 16 * work_group) shape.depth *= 2;
    return shape;
}

static size_t local_bytes(size_t work_group)
{
    return 16 * work_group * sizeof(float);
}

static size_t vectors_of_strips(const struct tile *tile, size_t work_group)
{
    const size_t depth = shape_of(tile, work_group).depth;
    return nadir__size_ceil_div(tile->m * depth / 4, work_group) + nadir__size_ceil_div(tile->n * depth / 4, work_group);
}

/* Rounds of all loops of a work-item, at most: per strip the vectors, read one number at a time at edges, and the steps; then
 * the parts of the sums, and the elements of c. */
static size_t tile_rounds(const struct nadir__gemm *gemm, const struct tile *tile, size_t work_group)
{
    const struct shape shape = shape_of(tile, work_group);
    const size_t strip = 7 * vectors_of_strips(tile, work_group) + shape.depth / shape.slices + 1;
    const size_t sums = nadir__size_ceil_div((size_t)tile->m * tile->n / 4, work_group);
    return (nadir__size_ceil_div(gemm->k, shape.depth) + 1) * strip + 64 + sums * 32;
}

static size_t tile_groups(const struct nadir__gemm *gemm, const struct tile *tile)
{
    return nadir__size_ceil_div(gemm->m, tile->m) * nadir__size_ceil_div(gemm->n, tile->n) * gemm->batch;
}

/* About how many cycles a GPU takes: its compute units share the groups, a unit has arithmetic for 128 work-items at a time,
 * and up to 4 groups of a unit wait for memory together. INFINITY: not with this tile. */
static double tile_cost(const struct nadir_context *context, const struct nadir__gemm *gemm, const struct tile *tile)
{
    const size_t work_group = nadir__geometry(context)->work_group;
    if ((size_t)tile->m * tile->n > 16 * work_group || tile_rounds(gemm, tile, work_group) > context->loop_rounds)
        return INFINITY;
    const struct shape shape = shape_of(tile, work_group);
    const unsigned units = context->device.compute_units > 0 ? context->device.compute_units : 1;
    const double groups = ceil((double)tile_groups(gemm, tile) / units), strips = ceil((double)gemm->k / (double)shape.depth);
    const double step = 24.0 * (double)(shape.depth / shape.slices) + 20.0 * (double)vectors_of_strips(tile, work_group);
    const double busy = groups * strips * step * (double)work_group / 128, waiting = ceil(groups / 4) * strips * 800;
    return fmax(busy, waiting) + groups * (300 + 75 * log2((double)shape.slices));
}

/* The tile of rank `i` by cost; false: there are not as many. */
static bool find_tile(const struct nadir_context *context, const struct nadir__gemm *gemm, unsigned i, struct tile *out)
{
    double costs[TILES];
    for (unsigned t = 0; t < TILES; t++) costs[t] = tile_cost(context, gemm, &tiles[t]);
    for (unsigned t = 0; t < TILES; t++) {
        unsigned rank = 0;
        for (unsigned u = 0; u < TILES; u++) rank += costs[u] < costs[t] || (costs[u] == costs[t] && u < t);
        if (rank != i || isinf(costs[t])) continue;
        *out = tiles[t];
        return true;
    }
    return false;
}

/* The tile of a choice; one that was not chosen is the best one, or where no tile will do, the smallest. */
static struct tile choose_tile(const struct nadir_context *context, const struct nadir__gemm *gemm,
                               const struct nadir__gemm_choice *choice)
{
    struct tile tile = {choice->values[0], choice->values[1]};
    if (tile.m == 0 && tile.n == 0 && !find_tile(context, gemm, 0, &tile)) tile = (struct tile){8, 8};
    return tile;
}

static bool is_legal(const struct tile *tile, size_t work_group)
{
    for (unsigned t = 0; t < TILES; t++)
        if (tiles[t].m == tile->m && tiles[t].n == tile->n) return (size_t)tile->m * tile->n <= 16 * work_group;
    return false;
}

static enum nadir_status accepts_small(const struct nadir_context *context, const struct nadir__gemm *gemm,
                                       const struct nadir__gemm_choice *choice)
{
    const size_t work_group = nadir__geometry(context)->work_group;
    const struct nadir_device *device = &context->device;
    if (work_group < MIN_WORK_GROUP)
        return nadir__fail(NADIR_ERROR_UNSUPPORTED, "the small GEMM needs the GPU walk with work-groups of %d or more; use "
                           "NADIR_WALK=gpu, or NADIR_GEMM=packed", MIN_WORK_GROUP);
    if (gemm->packed_b) return nadir__fail(NADIR_ERROR_UNSUPPORTED, "the small GEMM does not read a packed b");
    if (local_bytes(work_group) > device->local_memory)
        return nadir__fail(NADIR_ERROR_UNSUPPORTED,
                           "the small GEMM needs %zu bytes of local memory, but %s has %llu; use NADIR_GEMM=clblast",
                           local_bytes(work_group), device->name, (unsigned long long)device->local_memory);
    const struct tile tile = choose_tile(context, gemm, choice);
    if (!is_legal(&tile, work_group))
        return nadir__fail(NADIR_ERROR_UNSUPPORTED, "the small GEMM has no tile of %u x %u for groups of %zu", tile.m, tile.n,
                           work_group);
    size_t groups;
    if (!nadir__size_mul(&groups, nadir__size_ceil_div(gemm->m, tile.m), nadir__size_ceil_div(gemm->n, tile.n)) ||
        !nadir__size_mul(&groups, groups, gemm->batch) || groups > UINT32_MAX)
        return nadir__fail(NADIR_ERROR_UNSUPPORTED, "the small GEMM has at most 2^32 - 1 tiles, but %zu of %zu x %zu have more",
                           gemm->batch, gemm->m, gemm->n);
    return nadir__check_rounds(context, "gemm_small", tile_rounds(gemm, &tile, work_group));
}

static void path_small(const struct nadir_context *context, const struct nadir__gemm *gemm,
                       const struct nadir__gemm_choice *choice, char out[ND_GEMM_PATH])
{
    const struct tile tile = choose_tile(context, gemm, choice);
    snprintf(out, ND_GEMM_PATH, "small %ux%u %s %s %s %s %s%s%s", tile.m, tile.n, nadir__gemm_layout(gemm),
             nadir__gemm_dtype(gemm->a.dtype), nadir__gemm_dtype(gemm->b.dtype), nadir__gemm_dtype(gemm->c.dtype),
             nadir_activation_name(gemm->activation.function), gemm->derivative.buffer ? " backward" : "",
             gemm->row_sums.buffer ? " sums" : "");
}

/* ND_X_STORAGE of cl/matrix.clh. */
static enum nadir_status emit_small(const struct nadir__sink *sink, const struct nadir__gemm *gemm,
                                    const struct nadir__gemm_choice *choice)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    const struct tile tile = choose_tile(sink->context, gemm, choice);
    const struct shape shape = shape_of(&tile, nadir__geometry(sink->context)->work_group);
    const bool derivative = gemm->derivative.buffer != NULL;
    const struct nadir_matrix *c = &gemm->c, *a = &gemm->a, *b = &gemm->b;
    const struct nadir_matrix *other = derivative ? &gemm->derivative : &gemm->before;
    char defines[288];
    snprintf(defines, sizeof defines,
             "-DND_TRANSPOSE_A=%d -DND_TRANSPOSE_B=%d -DND_A_STORAGE=%d -DND_B_STORAGE=%d -DND_C_STORAGE=%d -DND_TILE_M=%u "
             "-DND_TILE_N=%u -DND_DEPTH=%zu -DND_ACTIVATION=%d -DND_DERIVATIVE=%d -DND_ROW_SUMS=%d",
             gemm->transpose_a, gemm->transpose_b, nadir__gemm_storage(a->dtype),
             nadir__gemm_storage(b->dtype), nadir__gemm_storage(c->dtype), tile.m,
             tile.n, shape.depth, (int)gemm->activation.function, derivative, gemm->row_sums.buffer != NULL);
    ND_TRY(nadir__kernel_get(sink->context, &kernel, NADIR_WALK_GPU, "gemm_small", "gemm_small", defines));
    const struct nadir__arg args[] = {
        ND_MEM(c->buffer), ND_U64(c->offset), ND_U64(c->leading), ND_U64(c->batch_stride),
        ND_MEM(a->buffer), ND_U64(a->offset), ND_U64(a->leading), ND_U64(a->batch_stride),
        ND_MEM(b->buffer), ND_U64(b->offset), ND_U64(b->leading), ND_U64(b->batch_stride),
        ND_TENSOR(&gemm->bias),
        ND_MEM(other->buffer), ND_U64(other->offset), ND_U64(other->leading), ND_U64(other->batch_stride),
        ND_U64(gemm->m), ND_U64(gemm->n), ND_U64(gemm->k),
        ND_F32(gemm->alpha), ND_F32(gemm->beta), ND_F32(gemm->activation.alpha),
        ND_TENSOR(&gemm->row_sums),
    };
    const size_t count = sizeof args / sizeof args[0];
    ND_TRY(nadir__launch(sink, kernel, tile_groups(gemm, &tile), args, gemm->row_sums.buffer ? count : count - 2));
out:
    return status;
}

/* Products above this are for others, unless they are narrow. */
static bool is_worth_timing(const struct nadir__gemm *gemm)
{
    return gemm->m <= 16 || gemm->n <= 16 || (double)gemm->m * (double)gemm->n * (double)gemm->k <= 256.0 * 256 * 256;
}

static bool candidate_small(const struct nadir_context *context, const struct nadir__gemm *gemm, unsigned i,
                            struct nadir__gemm_choice *out)
{
    struct tile tile;
    if (!is_worth_timing(gemm) || !find_tile(context, gemm, i, &tile)) return false;
    *out = (struct nadir__gemm_choice){.backend = NADIR_GEMM_SMALL, .values = {tile.m, tile.n}};
    return accepts_small(context, gemm, out) == NADIR_OK;
}

const struct nadir__gemm_backend nadir__gemm_small = {
    .name = "small",
    .value_names = {"tile_m", "tile_n"},
    .accepts = accepts_small,
    .path = path_small,
    .fuses = true,
    .emit = emit_small,
    .quick = 3,
    .candidate = candidate_small,
};
