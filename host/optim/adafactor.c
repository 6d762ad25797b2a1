/* SPDX-License-Identifier: MIT */
/* Adafactor: cuts all tensors into tiles, so that a step is a handful of launches over tables. */
#include "compact_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Rows of the tables on the device, see cl/adafactor.cl. */
struct tile {
    cl_ulong begin, stride, row, col, row_partial, col_partial, mean;
    cl_uint rows, cols, matrices, segment;
};
struct line {
    cl_ulong state, partial, stride;
    cl_uint partials, count;
    cl_float inverse;
    cl_uint unused;
};
struct matrix {
    cl_ulong row, rows;
};
struct range {
    cl_uint first, count;
    cl_float inverse;
    cl_uint unused;
};

/* The tables on the host; with NULL pointers they are only counted. */
struct tables {
    struct tile *tiles;
    struct line *lines;
    struct matrix *matrices;
    struct range *ranges;
    size_t tile_count, line_count, matrix_count;
    size_t states, partials; /* numbers on the device */
    size_t rounds;           /* of a work-item's loops, at most, for nadir__check_rounds */
};

struct adafactor {
    cl_mem tiles, lines, matrices, ranges;
    size_t tile_count, line_count, matrix_count;
    struct nadir_tensor states;                      /* rows and columns of matrices, v of vectors */
    struct nadir_tensor partials;                    /* sums of g^2 over the rows and columns of tiles */
    struct nadir_tensor parameter_sums, update_sums; /* of tiles */
    struct nadir_tensor means;                       /* of matrices */
    struct nadir_tensor factors;                     /* of segments */
};

void nadir__adafactor_scalars(const struct nadir_optimizer_params *params, uint64_t t, double carry[2],
                              double h[ND_OWN_SCALARS])
{
    (void)carry;
    const bool added = params->eps_mode == NADIR_EPS_INSIDE;
    h[0] = pow((double)t, params->beta2_decay);
    h[1] = 1.0 / sqrt((double)t);
    h[2] = added ? 0.0 : params->eps;
    h[3] = added ? 0.0 : params->eps * params->eps;
    h[4] = added ? params->eps : 0.0;
    h[5] = params->eps2;
    h[6] = 1.0 / params->clip_threshold;
}

/* A tensor as matrices over its last two axes. */
struct form {
    size_t begin; /* of the run */
    size_t matrices, rows, cols;
    cl_uint segment;
};

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Columns of a tile: what the lanes of a GPU take at once, what a CPU keeps sums of in its first-level cache. */
static size_t tile_columns(const struct nadir_context *context)
{
    const struct nadir__geometry *geometry = nadir__geometry(context);
    return geometry->work_group > 1 ? 64 * geometry->vector : 1024;
}

static void need_rounds(struct tables *tables, size_t rounds)
{
    if (rounds > tables->rounds) tables->rounds = rounds;
}

static void add_tile(struct tables *tables, const struct nadir_context *context, const struct tile *tile)
{
    const struct nadir__geometry *geometry = nadir__geometry(context);
    const bool cpu = geometry->work_group == 1;
    enum { BLOCK = 32, LANES = 70 /* of a GPU's columns and rows, whose sums are added up */ };
    const size_t across = cpu ? nadir__size_ceil_div(tile->cols, geometry->vector) : 1;
    const size_t of_block = cpu ? 3 * tile_columns(context) / geometry->vector : LANES;
    const size_t of_row = across + 2 + 5 * (geometry->vector + 1); /* with the rests of five arrays */
    need_rounds(tables, tile->matrices * (tile->rows * of_row + (tile->rows / BLOCK + 1) * of_block + across) +
                            nadir__row_rounds(context, tile->cols));
    if (tables->tiles) tables->tiles[tables->tile_count] = *tile;
    tables->tile_count++;
}

static void cut_vector(struct tables *tables, const struct nadir_context *context, const struct form *form)
{
    const size_t chunk = nadir__geometry(context)->chunk;
    for (size_t at = 0; at < form->cols; at += chunk)
        add_tile(tables, context,
                 &(struct tile){.begin = form->begin + at,
                                .col = tables->states + at,
                                .rows = 1,
                                .cols = (cl_uint)smaller(chunk, form->cols - at),
                                .segment = form->segment});
    tables->states += form->cols;
}

/* Averages of `count` numbers from `partials` sums each; `length` is what a sum goes over. */
static void add_lines(struct tables *tables, const struct nadir_context *context, size_t count, size_t partials, size_t length)
{
    enum { CHUNK = 1024 };
    const struct nadir__geometry *geometry = nadir__geometry(context);
    const size_t vectors = nadir__size_ceil_div(smaller(CHUNK, count), (size_t)geometry->vector * geometry->work_group);
    need_rounds(tables, vectors * (partials + partials / 16 + 2));
    for (size_t at = 0; at < count; at += CHUNK, tables->line_count++)
        if (tables->lines)
            tables->lines[tables->line_count] = (struct line){.state = tables->states + at,
                                                              .partial = tables->partials + at,
                                                              .stride = count,
                                                              .partials = (cl_uint)partials,
                                                              .count = (cl_uint)smaller(CHUNK, count - at),
                                                              .inverse = (float)(1.0 / (double)length)};
    tables->states += count;
    tables->partials += count * partials;
}

static void cut_matrices(struct tables *tables, const struct nadir_context *context, const struct form *form)
{
    const size_t columns = tile_columns(context), chunk = nadir__geometry(context)->chunk;
    const size_t across = smaller(form->cols, columns), parts = nadir__size_ceil_div(form->cols, columns);
    /* At least 32 rows, so that partial sums are few, and at most 1024 tiles below each other. */
    size_t rows = nadir__size_ceil_div(chunk, across);
    if (rows < 32) rows = 32;
    if (rows < form->rows / 1024) rows = form->rows / 1024;
    const size_t down = nadir__size_ceil_div(form->rows, rows);
    const size_t together = parts == 1 && down == 1 ? rows / form->rows : 1;
    const size_t all_rows = form->matrices * form->rows, all_cols = form->matrices * form->cols;
    const size_t row_partials = tables->partials, col_partials = row_partials + parts * all_rows;
    for (size_t k = 0; k < form->matrices; k += together)
        for (size_t i = 0; i < down; i++)
            for (size_t j = 0; j < parts; j++)
                add_tile(tables, context,
                         &(struct tile){.begin = form->begin + (k * form->rows + i * rows) * form->cols + j * columns,
                                        .stride = form->cols,
                                        .row = tables->states + k * form->rows + i * rows,
                                        .col = tables->states + all_rows + k * form->cols + j * columns,
                                        .row_partial = row_partials + j * all_rows + k * form->rows + i * rows,
                                        .col_partial = col_partials + i * all_cols + k * form->cols + j * columns,
                                        .mean = tables->matrix_count + k,
                                        .rows = (cl_uint)smaller(rows, form->rows - i * rows),
                                        .cols = (cl_uint)smaller(columns, form->cols - j * columns),
                                        .matrices = (cl_uint)smaller(together, form->matrices - k),
                                        .segment = form->segment});
    need_rounds(tables, 2 * nadir__row_rounds(context, form->rows));
    for (size_t k = 0; k < form->matrices && tables->matrices; k++)
        tables->matrices[tables->matrix_count + k] = (struct matrix){.row = tables->states + k * form->rows,
                                                                     .rows = form->rows};
    tables->matrix_count += form->matrices;
    add_lines(tables, context, all_rows, parts, form->cols);
    add_lines(tables, context, all_cols, down, form->rows);
}

static struct form form_of(const struct nadir_optimizer *optimizer, size_t tensor)
{
    const struct nadir_tensor p = nadir_arena_parameter(optimizer->arena, tensor);
    struct form form = {.begin = nadir_arena_offset(optimizer->arena, tensor) - optimizer->begin,
                        .rows = 1,
                        .cols = 1,
                        .segment = optimizer->segment_of[tensor - optimizer->first]};
    if (p.rank > 0) form.cols = p.shape[p.rank - 1];
    if (p.rank > 1) form.rows = p.shape[p.rank - 2];
    const size_t n = nadir_tensor_count(&p);
    form.matrices = p.rank > 1 && n > 0 ? n / form.rows / form.cols : 0;
    return form;
}

static void cut_all(struct tables *tables, const struct nadir_optimizer *optimizer)
{
    tables->tile_count = tables->line_count = tables->matrix_count = tables->states = tables->partials = 0;
    for (size_t i = optimizer->first; i < optimizer->last; i++) {
        const struct nadir_tensor p = nadir_arena_parameter(optimizer->arena, i);
        const struct form form = form_of(optimizer, i);
        const size_t n = nadir_tensor_count(&p), first = tables->tile_count;
        if (form.segment == UINT32_MAX) continue;
        if (n > 0 && p.rank > 1) cut_matrices(tables, optimizer->context, &form);
        if (n > 0 && p.rank <= 1) cut_vector(tables, optimizer->context, &form);
        need_rounds(tables, (tables->tile_count - first) / nadir__geometry(optimizer->context)->work_group * 33 / 32 + 64);
        if (tables->ranges)
            tables->ranges[form.segment] = (struct range){.first = (cl_uint)first,
                                                          .count = (cl_uint)(tables->tile_count - first),
                                                          .inverse = (float)(1.0 / (double)(n > 0 ? n : 1))};
    }
}

static enum nadir_status create_tables(struct nadir_optimizer *optimizer, struct tables *tables)
{
    enum nadir_status status;
    struct nadir_context *context = optimizer->context;
    struct adafactor *own = optimizer->own;
    cut_all(tables, optimizer);
    ND_TRY(nadir__check_rounds(context, "adafactor", tables->rounds));
    tables->tiles = calloc(tables->tile_count + 1, sizeof *tables->tiles);
    tables->lines = calloc(tables->line_count + 1, sizeof *tables->lines);
    tables->matrices = calloc(tables->matrix_count + 1, sizeof *tables->matrices);
    tables->ranges = calloc(optimizer->segment_count, sizeof *tables->ranges);
    if (!tables->tiles || !tables->lines || !tables->matrices || !tables->ranges) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for Adafactor's %zu tiles", tables->tile_count);
        goto out;
    }
    cut_all(tables, optimizer);
    own->tile_count = tables->tile_count;
    own->line_count = tables->line_count;
    own->matrix_count = tables->matrix_count;
    ND_TRY(nadir__table_create(context, &own->tiles, tables->tiles, tables->tile_count * sizeof *tables->tiles));
    ND_TRY(nadir__table_create(context, &own->lines, tables->lines, tables->line_count * sizeof *tables->lines));
    ND_TRY(nadir__table_create(context, &own->matrices, tables->matrices, tables->matrix_count * sizeof *tables->matrices));
    ND_TRY(nadir__table_create(context, &own->ranges, tables->ranges, optimizer->segment_count * sizeof *tables->ranges));
out:
    free(tables->tiles);
    free(tables->lines);
    free(tables->matrices);
    free(tables->ranges);
    return status;
}

/* In the order of the tables. */
static void view_states(struct nadir_optimizer *optimizer)
{
    const struct adafactor *own = optimizer->own;
    const size_t row = nadir__optimizer_name_state(optimizer, "row_var");
    const size_t col = nadir__optimizer_name_state(optimizer, "col_var");
    const size_t variance = nadir__optimizer_name_state(optimizer, "variance");
    size_t at = 0;
    for (size_t i = optimizer->first; i < optimizer->last; i++) {
        const struct form form = form_of(optimizer, i);
        struct nadir_tensor view = nadir_arena_parameter(optimizer->arena, i);
        if (form.segment == UINT32_MAX) continue;
        view.buffer = own->states.buffer;
        view.offset = at;
        if (view.rank < 2) {
            *nadir__state_view(optimizer, variance, i) = view;
            at += nadir_tensor_count(&view);
            continue;
        }
        struct nadir_tensor *rows = nadir__state_view(optimizer, row, i), *cols = nadir__state_view(optimizer, col, i);
        *rows = *cols = view;
        rows->shape[view.rank - 1] = 1;
        cols->shape[view.rank - 2] = 1;
        cols->offset += form.matrices * form.rows;
        at += form.matrices * (form.rows + form.cols);
    }
}

static enum nadir_status create(struct nadir_optimizer *optimizer)
{
    enum nadir_status status;
    struct tables tables = {0};
    struct adafactor *own = optimizer->own = calloc(1, sizeof *own);
    if (!own) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for Adafactor");
    ND_TRY(create_tables(optimizer, &tables));
    const struct {
        struct nadir_tensor *tensor;
        size_t count;
    } buffers[] = {
        {&own->states, tables.states},          {&own->partials, tables.partials},  {&own->parameter_sums, tables.tile_count},
        {&own->update_sums, tables.tile_count}, {&own->means, tables.matrix_count}, {&own->factors, optimizer->segment_count}};
    for (size_t i = 0; i < sizeof buffers / sizeof buffers[0]; i++) /* none of them empty: they are arguments in any case */
        ND_TRY(nadir__optimizer_own(optimizer, buffers[i].tensor, NADIR_F32, buffers[i].count + 1, 0.0f));
    view_states(optimizer);
out:
    return status;
}

static void destroy(struct nadir_optimizer *optimizer)
{
    struct adafactor *own = optimizer->own;
    if (!own) return;
    cl_mem buffers[] = {own->tiles, own->lines, own->matrices, own->ranges};
    for (size_t i = 0; i < sizeof buffers / sizeof buffers[0]; i++)
        if (buffers[i]) clReleaseMemObject(buffers[i]);
    free(own);
}

static enum nadir_status emit(const struct nadir__sink *sink, struct nadir_optimizer *optimizer)
{
    enum nadir_status status;
    struct nadir__kernel *sums, *averages, *means, *squares, *factors, *update;
    char tile[32];
    const struct adafactor *own = optimizer->own;
    const struct nadir_tensor p = nadir__optimizer_parameters(optimizer), g = nadir__optimizer_gradients(optimizer);
    snprintf(tile, sizeof tile, " -DND_TILE=%zu", tile_columns(sink->context));
    ND_TRY(nadir__update_kernel(sink, optimizer, &sums, "adafactor", "adafactor_sums", tile));
    ND_TRY(nadir__update_kernel(sink, optimizer, &averages, "adafactor", "adafactor_averages", tile));
    ND_TRY(nadir__update_kernel(sink, optimizer, &means, "adafactor", "adafactor_means", tile));
    ND_TRY(nadir__update_kernel(sink, optimizer, &squares, "adafactor", "adafactor_squares", tile));
    ND_TRY(nadir__update_kernel(sink, optimizer, &factors, "adafactor", "adafactor_factors", tile));
    ND_TRY(nadir__update_kernel(sink, optimizer, &update, "adafactor", "adafactor_update", tile));

    const struct nadir__arg sums_args[] = {ND_MEM(own->states.buffer),
                                           ND_MEM(own->partials.buffer),
                                           ND_MEM(own->parameter_sums.buffer),
                                           ND_TENSOR(&p),
                                           ND_TENSOR(&g),
                                           ND_MEM(own->tiles),
                                           ND_MEM(optimizer->segments),
                                           ND_MEM(optimizer->control)};
    ND_TRY(ND_LAUNCH(sink, sums, own->tile_count, sums_args));
    const struct nadir__arg averages_args[] = {ND_MEM(own->states.buffer), ND_MEM(own->partials.buffer), ND_MEM(own->lines),
                                               ND_MEM(optimizer->control)};
    ND_TRY(ND_LAUNCH(sink, averages, own->line_count, averages_args));
    const struct nadir__arg means_args[] = {ND_MEM(own->means.buffer), ND_MEM(own->states.buffer), ND_MEM(own->matrices),
                                            ND_MEM(optimizer->control)};
    ND_TRY(ND_LAUNCH(sink, means, own->matrix_count, means_args));
    const struct nadir__arg squares_args[] = {ND_MEM(own->update_sums.buffer),
                                              ND_MEM(own->states.buffer),
                                              ND_MEM(own->means.buffer),
                                              ND_TENSOR(&p),
                                              ND_TENSOR(&g),
                                              ND_MEM(own->tiles),
                                              ND_MEM(optimizer->segments),
                                              ND_MEM(optimizer->control)};
    ND_TRY(ND_LAUNCH(sink, squares, own->tile_count, squares_args));
    const struct nadir__arg factors_args[] = {ND_MEM(own->factors.buffer),     ND_MEM(own->parameter_sums.buffer),
                                              ND_MEM(own->update_sums.buffer), ND_MEM(own->ranges),
                                              ND_MEM(optimizer->segments),     ND_MEM(optimizer->control)};
    ND_TRY(ND_LAUNCH(sink, factors, optimizer->segment_count, factors_args));
    const struct nadir__arg update_args[] = {ND_TENSOR(&p),
                                             ND_TENSOR(&g),
                                             ND_MEM(own->states.buffer),
                                             ND_MEM(own->means.buffer),
                                             ND_MEM(own->factors.buffer),
                                             ND_MEM(own->tiles),
                                             ND_MEM(optimizer->segments),
                                             ND_MEM(optimizer->control)};
    ND_TRY(
        nadir__update_launch(sink, optimizer, update, own->tile_count, update_args, sizeof update_args / sizeof *update_args));
out:
    return status;
}

const struct nadir__rule_class nadir__adafactor = {
    .managed = true, .per_tensor = true, .create = create, .destroy = destroy, .emit = emit};
