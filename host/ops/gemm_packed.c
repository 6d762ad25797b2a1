/* SPDX-License-Identifier: MIT */
/* Nadir's own matrix product for CPU devices: chooses tiles and forms of cl/gemm_packed.cl, and packs b for many products. */
#include "gemm_check_priv.h"
#include "ops_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* The values of a choice: upper bounds of a tile's sizes. */
enum { TILE_M, TILE_N, DEPTH, STRIP };

/* What they are by default: 256 steps of a panel of 32 columns fill 32 KiB, the first-level cache. tile_m is what half of the
 * local memory has room for, within two bounds, 256 to 512 KiB of panels: drivers make it about as large as a second-level
 * cache. */
static const unsigned default_values[ND_GEMM_VALUES] = {[TILE_M] = 256, [TILE_N] = 2048, [DEPTH] = 256, [STRIP] = 256};
enum { MAX_DEFAULT_TILE_M = 512 };

enum { MAX_VALUE = 1 << 16 };

/* With at most so many rows, or panels of columns for each group, packing a costs more than it saves. */
enum { FEW_ROWS = 4, FEW_PANELS = 2 };

/* How a product is done: the form of the kernel, and its tiles. */
struct plan {
    size_t vector, panel_n; /* ND_VEC and ND_NR of the kernel */
    size_t panel_m;         /* ND_MR */
    bool a_place;           /* ND_A_PLACE */
    size_t tile_m, tile_n;  /* of c that one group computes */
    size_t strip;           /* columns of op(b) that are packed at a time */
    size_t depth;           /* steps along k that are packed at a time */
    bool sums;              /* partial sums of a c of 16 bits need local memory */
    bool narrow;            /* ND_NARROW */
    bool pack_first;        /* b is packed as a whole by a kernel of its own */
};

/* With so many tiles below each other or more, b is packed once for all of them, if it has so many columns. */
enum { MANY_TILES = 4, MANY_COLUMNS = 1024 };

static size_t vector_of(const struct nadir_context *context)
{
    return context->geometry[NADIR_WALK_CPU].vector;
}

static size_t panel_columns(const struct nadir_context *context)
{
    const size_t vector = vector_of(context);
    return vector * (vector == 16 ? 2 : 3);
}

/* The largest part of `size` out of equal parts of at most `most`, in multiples of `unit`. */
static size_t even_part(size_t size, size_t most, size_t unit)
{
    return nadir__size_round_up(nadir__size_ceil_div(size, nadir__size_ceil_div(size, most)), unit);
}

static size_t a_bytes(const struct plan *plan)
{
    return plan->a_place ? 0 : plan->tile_m * plan->depth * sizeof(float);
}

static size_t b_bytes(const struct plan *plan, const struct nadir__gemm *gemm)
{
    return gemm->packed_b ? 0 : plan->strip * plan->depth * sizeof(float);
}

/* A kernel that has this argument gets at least a number: it may not be empty. */
static size_t sums_bytes(const struct plan *plan, const struct nadir__gemm *gemm)
{
    return gemm->c.dtype == NADIR_F32 ? 0 : plan->sums ? plan->tile_m * plan->tile_n * sizeof(float) : sizeof(float);
}

static size_t local_bytes(const struct plan *plan, const struct nadir__gemm *gemm)
{
    return a_bytes(plan) + b_bytes(plan, gemm) + sums_bytes(plan, gemm);
}

/* Tiles small enough that every compute unit gets one and that their panels fit into local memory, and nearly equal, so that
 * the units finish together. The depth, which decides the order of summation, depends on k, the choice and the device alone. */
static enum nadir_status make_plan(struct plan *plan, const struct nadir_context *context, const struct nadir__gemm *gemm,
                                   const struct nadir__gemm_choice *choice)
{
    const struct nadir_device *device = &context->device;
    size_t most[ND_GEMM_VALUES];
    for (unsigned i = 0; i < ND_GEMM_VALUES; i++) most[i] = choice->values[i] ? choice->values[i] : default_values[i];
    if (!choice->values[TILE_M]) {
        const size_t fit = device->local_memory / 2 / (most[DEPTH] * sizeof(float));
        if (fit > most[TILE_M]) most[TILE_M] = fit < MAX_DEFAULT_TILE_M ? fit : MAX_DEFAULT_TILE_M;
    }
    const size_t unit_m = vector_of(context), unit_n = panel_columns(context);
    *plan = (struct plan){.vector = unit_m, .panel_n = unit_n, .depth = even_part(gemm->k, most[DEPTH], unit_m)};
    while (plan->depth > unit_m && (unit_m + 2 * unit_n) * plan->depth * sizeof(float) > device->local_memory)
        plan->depth -= unit_m;
    plan->sums = gemm->c.dtype != NADIR_F32 && gemm->k > plan->depth;

    size_t parts_m = nadir__size_ceil_div(gemm->m, most[TILE_M]), parts_n = nadir__size_ceil_div(gemm->n, most[TILE_N]);
    while (gemm->batch * parts_m * parts_n < device->compute_units) {
        const size_t rows = nadir__size_ceil_div(gemm->m, parts_m), cols = nadir__size_ceil_div(gemm->n, parts_n);
        const bool split_m = rows > unit_m, split_n = cols > unit_n;
        if (!split_m && !split_n) break;
        if (split_n && (cols >= rows || !split_m)) parts_n++;
        else parts_m++;
    }
    plan->tile_m = even_part(gemm->m, nadir__size_ceil_div(gemm->m, parts_m), unit_m);
    plan->tile_n = even_part(gemm->n, nadir__size_ceil_div(gemm->n, parts_n), unit_n);
    const size_t strip = most[STRIP] < unit_n ? unit_n : most[STRIP] - most[STRIP] % unit_n;
    plan->strip = plan->tile_n < strip ? plan->tile_n : strip;
    plan->a_place = gemm->m <= FEW_ROWS || (gemm->a.dtype == NADIR_F32 && plan->tile_n <= FEW_PANELS * unit_n);
    plan->narrow = gemm->n <= unit_m;
    plan->panel_m = gemm->m <= FEW_ROWS || unit_m < 8 ? 4 : unit_m / 2;
    while (local_bytes(plan, gemm) > device->local_memory) {
        if (sums_bytes(plan, gemm) > device->local_memory / 2 && plan->tile_n > unit_n) plan->tile_n -= unit_n;
        else if (!gemm->packed_b && plan->strip > unit_n) plan->strip -= unit_n;
        else if (plan->tile_m > unit_m) plan->tile_m -= unit_m;
        else if (plan->sums && plan->tile_n > unit_n) plan->tile_n -= unit_n;
        else
            return nadir__fail(NADIR_ERROR_UNSUPPORTED,
                               "the packed GEMM needs %zu bytes of local memory, but %s has %llu; use NADIR_GEMM=clblast",
                               local_bytes(plan, gemm), device->name, (unsigned long long)device->local_memory);
        if (plan->strip > plan->tile_n) plan->strip = plan->tile_n;
    }
    plan->pack_first = !gemm->packed_b && gemm->n >= MANY_COLUMNS && gemm->m > (MANY_TILES - 1) * plan->tile_m;
    return NADIR_OK;
}

/* Rounds of the loops of one group, with those that most compilers unroll: the products of panels, packing, storing. */
static size_t plan_rounds(const struct plan *plan, const struct nadir__gemm *gemm)
{
    const size_t across = plan->panel_n / plan->vector; /* ND_NV of the kernel */
    const size_t panels_m = nadir__size_ceil_div(plan->tile_m, plan->panel_m);
    const size_t panels_n = nadir__size_ceil_div(plan->tile_n, plan->panel_n);
    const size_t vectors = 2 * nadir__size_ceil_div(plan->tile_m, plan->vector) + panels_n * across;
    const size_t tiles = panels_m * panels_n;
    const size_t step = tiles * (1 + across + plan->panel_m * (1 + across)) + panels_m + vectors * (plan->vector + 6);
    const size_t store = panels_m * panels_n * plan->panel_m * (2 + across * (3 + 4 * (plan->vector + 1)));
    return gemm->k * step + nadir__size_ceil_div(gemm->k, plan->depth) * store;
}

static enum nadir_status check_values(const struct nadir_context *context, const struct nadir__gemm_choice *choice)
{
    const size_t units[ND_GEMM_VALUES] = {
        [TILE_M] = vector_of(context), [TILE_N] = panel_columns(context),
        [DEPTH] = vector_of(context), [STRIP] = panel_columns(context),
    };
    for (unsigned i = 0; i < ND_GEMM_VALUES; i++)
        if (choice->values[i] % units[i] != 0 || choice->values[i] > MAX_VALUE)
            return nadir__fail(NADIR_ERROR_UNSUPPORTED, "packed: %s = %u, but multiples of %zu up to %d are possible",
                               nadir__gemm_packed.value_names[i], choice->values[i], units[i], MAX_VALUE);
    return NADIR_OK;
}

static enum nadir_status accepts_packed(const struct nadir_context *context, const struct nadir__gemm *gemm,
                                        const struct nadir__gemm_choice *choice)
{
    enum nadir_status status;
    struct plan plan;
    ND_TRY(check_values(context, choice));
    ND_TRY(make_plan(&plan, context, gemm, choice));
    ND_TRY(nadir__check_rounds(context, "gemm_packed (not NADIR_GEMM=clblast)", plan_rounds(&plan, gemm)));
out:
    return status;
}

static void path_packed(const struct nadir_context *context, const struct nadir__gemm *gemm,
                        const struct nadir__gemm_choice *choice, char out[ND_GEMM_PATH])
{
    struct plan plan;
    if (make_plan(&plan, context, gemm, choice) != NADIR_OK) plan = (struct plan){0};
    snprintf(out, ND_GEMM_PATH, "packed %s %s*%s=%s%s%s%s%s%s%s%s%s", nadir__gemm_layout(gemm),
             nadir__gemm_dtype(gemm->a.dtype), nadir__gemm_dtype(gemm->b.dtype), nadir__gemm_dtype(gemm->c.dtype),
             gemm->m <= FEW_ROWS ? " few" : "", plan.a_place ? " a-in-place" : "",
             gemm->packed_b ? " b-packed" : plan.pack_first ? " b-packed-first" : "", plan.narrow ? " narrow" : "",
             gemm->bias.buffer ? " bias" : "", gemm->before.buffer ? " before" : "",
             gemm->derivative.buffer ? " derivative" : "", gemm->row_sums.buffer ? " sums" : "");
    if (gemm->activation.function != NADIR_ACTIVATION_NONE) {
        const size_t used = strlen(out);
        snprintf(out + used, ND_GEMM_PATH - used, " %s", nadir_activation_name(gemm->activation.function));
    }
}

/* Floats of a packed op(b) of k x n; SIZE_MAX for more than size_t holds. */
static size_t packed_matrix(const struct nadir_context *context, size_t n, size_t k)
{
    size_t count;
    const size_t unit = panel_columns(context);
    return n <= SIZE_MAX - unit && nadir__size_mul(&count, nadir__size_round_up(n, unit), k) ? count : SIZE_MAX;
}

/* Appends a matrix as arguments of a kernel: buffer, offset, leading, batch_stride. */
static size_t matrix_args(struct nadir__arg *args, const struct nadir_matrix *x, size_t batch_stride)
{
    args[0] = (struct nadir__arg)ND_MEM(x->buffer);
    args[1] = (struct nadir__arg)ND_U64(x->offset);
    args[2] = (struct nadir__arg)ND_U64(x->leading);
    args[3] = (struct nadir__arg)ND_U64(batch_stride);
    return 4;
}

/* packed = op(b), (k, n), as panels; all matrices of b. */
static enum nadir_status emit_pack(const struct nadir__sink *sink, const struct nadir_tensor *packed,
                                   const struct nadir_matrix *b, bool transpose_b)
{
    enum nadir_status status;
    const size_t n = transpose_b ? b->rows : b->cols, k = transpose_b ? b->cols : b->rows;
    const size_t panels = nadir__size_ceil_div(n, panel_columns(sink->context));
    struct nadir__kernel *kernel;
    char defines[320];
    snprintf(defines, sizeof defines,
             "-DND_TRANSPOSE_A=0 -DND_TRANSPOSE_B=%d -DND_A_STORAGE=0 -DND_B_STORAGE=%d -DND_C_STORAGE=0 -DND_MR=4 "
             "-DND_A_PLACE=0 -DND_B_PACKED=0 -DND_NARROW=0 -DND_BIAS=0 -DND_ACTIVATION=0 -DND_BEFORE=0 -DND_DERIVATIVE=0 "
             "-DND_ROW_SUMS=0 -DND_PACK=1",
             transpose_b, nadir__gemm_storage(b->dtype));
    ND_TRY(nadir__kernel_get(sink->context, &kernel, NADIR_WALK_CPU, "gemm_packed", "gemm_pack_b", defines));
    const struct nadir__arg args[] = {
        ND_TENSOR(packed),       ND_MEM(b->buffer), ND_U64(b->offset), ND_U64(b->leading),
        ND_U64(b->batch_stride), ND_U64(n),         ND_U64(k),
    };
    ND_TRY(ND_LAUNCH(sink, kernel, b->batch * panels, args));
out:
    return status;
}

static enum nadir_status emit_product(const struct nadir__sink *sink, const struct nadir__gemm *gemm,
                                      const struct nadir__gemm_choice *choice)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    struct nadir_context *context = sink->context;
    struct plan plan;
    char defines[384];
    ND_TRY(make_plan(&plan, context, gemm, choice));
    snprintf(defines, sizeof defines,
             "-DND_TRANSPOSE_A=%d -DND_TRANSPOSE_B=%d -DND_A_STORAGE=%d -DND_B_STORAGE=%d -DND_C_STORAGE=%d -DND_MR=%zu "
             "-DND_A_PLACE=%d -DND_B_PACKED=%d -DND_NARROW=%d -DND_BIAS=%d -DND_ACTIVATION=%d -DND_BEFORE=%d "
             "-DND_DERIVATIVE=%d -DND_ROW_SUMS=%d -DND_PACK=0",
             gemm->transpose_a, gemm->transpose_b, nadir__gemm_storage(gemm->a.dtype),
             nadir__gemm_storage(gemm->b.dtype), nadir__gemm_storage(gemm->c.dtype), plan.panel_m,
             plan.a_place, gemm->packed_b, plan.narrow, gemm->bias.buffer != NULL, (int)gemm->activation.function,
             gemm->before.buffer != NULL, gemm->derivative.buffer != NULL, gemm->row_sums.buffer != NULL);
    ND_TRY(nadir__kernel_get(context, &kernel, NADIR_WALK_CPU, "gemm_packed", "gemm_packed", defines));

    struct nadir__arg args[40];
    size_t count = 0;
    const size_t packed_stride = gemm->b.batch_stride ? packed_matrix(context, gemm->n, gemm->k) : 0;
    count += matrix_args(args + count, &gemm->c, gemm->c.batch_stride);
    count += matrix_args(args + count, &gemm->a, gemm->a.batch_stride);
    count += matrix_args(args + count, &gemm->b, gemm->packed_b ? packed_stride : gemm->b.batch_stride);
    const struct nadir__arg sizes[] = {
        ND_U64(gemm->m),     ND_U64(gemm->n),    ND_U64(gemm->k),              ND_F32(gemm->alpha),
        ND_F32(gemm->beta),  ND_F32(gemm->activation.alpha),
        ND_U64(plan.tile_m), ND_U64(plan.tile_n), ND_U64(plan.strip), ND_U64(plan.depth),
    };
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) args[count++] = sizes[i];
    const struct nadir_tensor *const vectors[] = {&gemm->bias, &gemm->row_sums};
    const struct nadir_matrix *const shaped[] = {&gemm->before, &gemm->derivative};
    const size_t local[] = {a_bytes(&plan), b_bytes(&plan, gemm), sums_bytes(&plan, gemm)};
    if (vectors[0]->buffer) {
        args[count++] = (struct nadir__arg)ND_MEM(vectors[0]->buffer);
        args[count++] = (struct nadir__arg)ND_U64(vectors[0]->offset);
    }
    for (size_t i = 0; i < 2; i++)
        if (shaped[i]->buffer) count += matrix_args(args + count, shaped[i], shaped[i]->batch_stride);
    if (vectors[1]->buffer) {
        args[count++] = (struct nadir__arg)ND_MEM(vectors[1]->buffer);
        args[count++] = (struct nadir__arg)ND_U64(vectors[1]->offset);
    }
    for (size_t i = 0; i < 3; i++)
        if (local[i] > 0) args[count++] = (struct nadir__arg)ND_LOCAL(local[i]);
    const size_t tiles = nadir__size_ceil_div(gemm->m, plan.tile_m) * nadir__size_ceil_div(gemm->n, plan.tile_n);
    ND_TRY(nadir__launch(sink, kernel, gemm->batch * tiles, args, count));
out:
    return status;
}

static enum nadir_status emit_packed(const struct nadir__sink *sink, const struct nadir__gemm *gemm,
                                     const struct nadir__gemm_choice *choice)
{
    enum nadir_status status;
    struct plan plan;
    struct nadir__gemm ready = *gemm;
    const struct nadir_error before = *nadir_last_error();
    ND_TRY(make_plan(&plan, sink->context, gemm, choice));
    if (plan.pack_first) {
        const size_t count = nadir_gemm_packed_count(sink->context, &gemm->b, gemm->transpose_b);
        cl_mem memory = NULL;
        if (count <= SIZE_MAX / sizeof(float) &&
            nadir__gemm_memory_get(sink->context, ND_GEMM_PACKED_B, count * sizeof(float), &memory) == NADIR_OK) {
            if (sink->plan) ND_TRY(nadir__plan_keep(sink->plan, memory));
            const struct nadir_tensor packed = nadir_tensor_view(memory, 0, NADIR_F32, 1, &count);
            ND_TRY(emit_pack(sink, &packed, &gemm->b, gemm->transpose_b));
            ready.b.buffer = memory;
            ready.b.offset = 0;
            ready.packed_b = true;
        } else {
            nadir__error_restore(&before); /* each tile packs what it needs: the bits are the same */
        }
    }
    ND_TRY(emit_product(sink, &ready, choice));
out:
    return status;
}

/* Tiles that are worth timing where a product fills them: depths for first-level caches of 32 to 64 KiB, rows for second-level
 * caches of 256 KiB to 2 MiB. */
static const unsigned tile_sets[][ND_GEMM_VALUES] = {
    {0},
    {[TILE_M] = 256},
    {[TILE_M] = 512, [DEPTH] = 384},
    {[TILE_M] = 768, [DEPTH] = 192},
    {[TILE_M] = 1024},
    {[TILE_M] = 128, [TILE_N] = 768},
    {[TILE_M] = 256, [TILE_N] = 768, [STRIP] = 96},
    {[TILE_M] = 256, [DEPTH] = 512},
};

static bool candidate_packed(const struct nadir_context *context, const struct nadir__gemm *gemm, unsigned i,
                             struct nadir__gemm_choice *out)
{
    /* Where one tile of any of them holds all, only the depth can matter. */
    const bool small = gemm->m <= 128 && gemm->n <= 768 && gemm->k <= 192;
    *out = (struct nadir__gemm_choice){.backend = NADIR_GEMM_PACKED};
    if (i >= (small ? 1 : sizeof tile_sets / sizeof tile_sets[0])) return false;
    for (unsigned v = 0; v < ND_GEMM_VALUES; v++) out->values[v] = tile_sets[i][v];
    return check_values(context, out) == NADIR_OK;
}

const struct nadir__gemm_backend nadir__gemm_packed = {
    .name = "packed",
    .value_names = {[TILE_M] = "tile_m", [TILE_N] = "tile_n", [DEPTH] = "depth", [STRIP] = "strip"},
    .fuses = true,
    .accepts = accepts_packed,
    .path = path_packed,
    .emit = emit_packed,
    .quick = 1,
    .candidate = candidate_packed,
};

/* --- Packing b once for many products. --- */

size_t nadir_gemm_packed_count(const struct nadir_context *context, const struct nadir_matrix *b, bool transpose_b)
{
    const size_t n = transpose_b ? b->rows : b->cols, k = transpose_b ? b->cols : b->rows;
    size_t count;
    return nadir__size_mul(&count, packed_matrix(context, n, k), b->batch) ? count : SIZE_MAX;
}

enum nadir_status nadir_gemm_pack(struct nadir_context *context, const struct nadir_tensor *packed,
                                  const struct nadir_matrix *b, bool transpose_b)
{
    enum nadir_status status;
    ND_CHECK_ARG(context && packed && b, "gemm_pack: context, packed or b is NULL");
    const size_t n = transpose_b ? b->rows : b->cols, k = transpose_b ? b->cols : b->rows;
    size_t rows, batch, extent;
    ND_CHECK_ARG(b->dtype == NADIR_F32 || b->dtype == NADIR_F16 || b->dtype == NADIR_BF16,
                 "b is %s, but float32, float16 or bfloat16 is needed", nadir_dtype_name(b->dtype));
    ND_CHECK_ARG(b->leading >= b->cols, "b has rows of %zu elements that are %zu apart: leading must be at least cols", b->cols,
                 b->leading);
    if (n == 0 || k == 0 || b->batch == 0) return NADIR_OK;
    ND_CHECK_ARG(nadir__size_mul(&rows, b->rows - 1, b->leading) && nadir__size_mul(&batch, b->batch - 1, b->batch_stride) &&
                     nadir__size_add(&extent, rows, batch) && nadir__size_add(&extent, extent, b->cols),
                 "b: its rows, leading, batch and batch_stride do not fit in size_t");
    const struct nadir_tensor span = nadir_tensor_view(b->buffer, b->offset, b->dtype, 1, &extent);
    const size_t count = nadir_gemm_packed_count(context, b, transpose_b);
    ND_TRY(nadir__tensor_check("b", &span, b->dtype));
    ND_TRY(nadir__tensor_check_shape("packed", packed, NADIR_F32, 1, &count));
    ND_TRY(nadir__tensor_check_apart("packed", packed, "b", &span));
    const struct nadir__gemm gemm = {
        .m = 64, .n = n, .k = k, .batch = 1,
        .transpose_b = transpose_b, .packed_b = true,
        .alpha = 1.0f,
        .c = {.dtype = NADIR_F32, .leading = n}, .a = {.dtype = NADIR_F32, .leading = k}, .b = *b,
    };
    const enum nadir_gemm_backend backend =
        context->gemm == NADIR_GEMM_AUTO ? nadir__gemm_default(context, &gemm).backend : context->gemm;
    if (backend != NADIR_GEMM_PACKED)
        return nadir__fail(NADIR_ERROR_UNSUPPORTED,
                           "gemm_pack: products with %zu columns and %zu terms go to %s here, which takes b as it is", n, k,
                           nadir__gemm_backends[backend]->name);
    ND_TRY(emit_pack(&(struct nadir__sink){.context = context}, packed, b, transpose_b));
out:
    return status;
}
