// SPDX-License-Identifier: MIT
// Adafactor: the second moment of a matrix, the last two axes of a tensor, kept as averages over its rows and columns. With the
// weight w = t^beta2_decay:
//
//   r_i = r_i + w (mean_j (g_ij^2 + e) - r_i),  c_j = c_j + w (mean_i (g_ij^2 + e) - c_j)
//   v_ij = max(r_i / max(mean r, eps) c_j, eps^2);  of a vector v = max(v + w (g^2 + e - v), eps^2)
//   u = g / sqrt(v);  p -= max(eps2, rms(p)) min(lr, 1 / sqrt(t)) / max(1, rms(u) / clip_threshold) u + lr decay p
//
// PyTorch's with e = 0, Keras's with eps = 0. Means and rms over tensors, but mean r over a matrix. Six launches, whatever the
// number of tensors. Of a matrix with more than 32 columns the partial sums are about a 32nd part:
//
//   adafactor_sums      sums of g^2 along the rows and columns of each tile, to `partials`; of p^2 over the tile; and the v of
//                       vectors. A group per row of `tiles`. 8 bytes per element.
//   adafactor_averages  adds up the partial sums of the tiles beside or below each other, moves r and c. A group per row of
//                       `lines`, up to 1024 numbers.
//   adafactor_means     max(mean r, eps) of each matrix. A group per row of `matrices`.
//   adafactor_squares   sums of u^2 over each tile. 4 bytes, 8 with weight_decay as L2 or l1.
//   adafactor_factors   the step of each tensor. A group per row of `ranges`.
//   adafactor_update    p. 12 bytes, 8 more for the average, 2 for the copy.
//
// A tile is of up to ND_TILE columns and any number of rows of one matrix, or some whole matrices of up to ND_TILE columns one
// after the other, or a part of a vector. Its rows are summed up in blocks of 32. CPUs: a work-item takes a tile row by row.
// GPUs: ND_TILE / ND_VEC work-items share a row.
//
// The rule's own scalars: s0 = w, s1 = 1 / sqrt(t), s2 = eps, s3 = eps^2, s4 = e, s5 = eps2, s6 = 1 / clip_threshold.
//
// variants: ND_WG=1 ND_VEC=16 ND_TILE=1024 | ND_WG=1 ND_VEC=8 ND_TILE=1024 | ND_WG=256 ND_VEC=4 ND_TILE=256 ; ND_AVERAGE=0 ND_COPY=0 ND_STORAGE=0 | ND_AVERAGE=1 ND_COPY=1 ND_STORAGE=2
#include "update.clh"
#ifndef ND_TILE
#error "ND_TILE (columns of a tile) is required"
#endif

#define ROWS 32 // of a block
#if ND_WG == 1
#define COLUMN_LANES 1
#else
#define COLUMN_LANES (ND_TILE / ND_VEC)
#endif
#if ND_WG % COLUMN_LANES != 0
#error "ND_WG must be a multiple of the work-items of a row of a tile"
#endif
#define ROW_LANES (ND_WG / COLUMN_LANES)
#define COLUMN_LANE (ND_LANE % COLUMN_LANES)
#define ROW_LANE (ND_LANE / COLUMN_LANES)
#define COLUMN_VECTORS (ND_TILE / ND_VEC / COLUMN_LANES)

// As the structs of host/optim/adafactor.c.
struct tile {
    ulong begin, stride;            // of the run; from row to row
    ulong row, col;                 // the states of its first row and column; of a vector col is its v
    ulong row_partial, col_partial;
    ulong mean;                     // of its first matrix
    uint rows, cols, matrices, segment; // no matrices: a vector
};
struct line {
    ulong state, partial, stride; // stride from one partial sum of a number to the next
    uint partials, count;
    float inverse;
    uint unused;
};
struct matrix {
    ulong row;
    ulong rows;
};
struct range {
    uint first, count; // tiles of a segment
    float inverse;     // 1 / elements
    uint unused;
};

ND_KERNEL adafactor_sums(__global float *restrict state, __global float *restrict partials,
                         __global float *restrict parameter_sums, __global const float *restrict p, ulong p_offset,
                         __global const float *restrict g, ulong g_offset, __global const struct tile *restrict tiles,
                         __global const float8 *restrict segments, __global const struct control *restrict control)
{
    ND_GROUP_SCRATCH(scratch);
#if ND_WG > 1
    __local float row_sums[ROWS][COLUMN_LANES + 1];
    __local float column_sums[ROW_LANES * ND_TILE];
#endif
    if (control->skip != 0) return;
    const struct tile tile = tiles[get_group_id(0)];
    struct step s;
    get_step(&s, control, segments[tile.segment]);
    const float w = s.own.s0, e = s.own.s4;
    const ulong cols = tile.cols;
    p += p_offset + tile.begin;
    g += g_offset + tile.begin;
    partials += tile.row_partial;
    vfloat squares = 0.f; // of p
    if (tile.matrices == 0) {
        __global float *v = state + tile.col;
        for (ulong j = ND_LANE; j < ROW_VECTORS; j += ND_WG) {
            const vfloat x = ROW_LOAD(j, p, 0.f), d = gradient_of(ROW_LOAD(j, g, 0.f), x, s);
            ROW_STORE(towards(ROW_LOAD(j, v, 0.f), fma(d, d, (vfloat)e), w), j, v);
            squares = fma(x, x, squares);
        }
    }
    __global float *column_partials = partials - tile.row_partial + tile.col_partial;
    for (uint matrix = 0; matrix < tile.matrices; matrix++) { // the same for the whole group, as all loops around barriers
        vfloat columns[COLUMN_VECTORS];
        for (int k = 0; k < COLUMN_VECTORS; k++) columns[k] = 0.f;
        for (uint first = 0; first < tile.rows; first += ROWS) {
            const uint rows = min((uint)ROWS, tile.rows - first);
            vfloat block[COLUMN_VECTORS], block_squares = 0.f;
            for (int k = 0; k < COLUMN_VECTORS; k++) block[k] = 0.f;
            for (uint row = ROW_LANE; row < rows; row += ROW_LANES) {
                __global const float *row_p = p + row * tile.stride, *row_g = g + row * tile.stride;
                vfloat sum = 0.f;
                ulong j = COLUMN_LANE;
                int k = 0;
#define ADD(whole)                                                                                                             \
    {                                                                                                                          \
        const vfloat x = ROW_LOAD_IF(whole, j, row_p, 0.f), d = gradient_of(ROW_LOAD_IF(whole, j, row_g, 0.f), x, s);          \
        const vfloat q = ROW_FILL_IF(whole, fma(d, d, (vfloat)e), j, 0.f);                                                     \
        block[k] += q;                                                                                                         \
        sum += q;                                                                                                              \
        block_squares = fma(x, x, block_squares);                                                                              \
    }
                for (; j < ROW_FULL; j += COLUMN_LANES, k++) ADD(true)
                for (; j < ROW_VECTORS; j += COLUMN_LANES, k++) ADD(false)
#if ND_WG > 1
                row_sums[row][COLUMN_LANE] = lanes_sum(sum);
#else
                partials[row] = lanes_sum(sum);
#endif
            }
            for (int k = 0; k < COLUMN_VECTORS; k++) columns[k] += block[k];
            squares += block_squares;
#if ND_WG > 1
            barrier(CLK_LOCAL_MEM_FENCE); // the block's sums are there
            for (uint row = ND_LANE; row < rows; row += ND_WG) {
                float sum = 0.f;
                for (int lane = 0; lane < COLUMN_LANES; lane++) sum += row_sums[row][lane];
                partials[row] = sum;
            }
            barrier(CLK_LOCAL_MEM_FENCE); // they are read before those of the next block
#endif
            p += rows * tile.stride;
            g += rows * tile.stride;
            partials += rows;
        }
#if ND_WG > 1
        store_local(columns[0], COLUMN_LANE, column_sums + ROW_LANE * ND_TILE);
        barrier(CLK_LOCAL_MEM_FENCE); // the columns of all rows are there
        if (ROW_LANE == 0)
            for (int lane = 1; lane < ROW_LANES; lane++) columns[0] += load_v(COLUMN_LANE, column_sums + lane * ND_TILE);
        barrier(CLK_LOCAL_MEM_FENCE); // they are read before those of the next matrix
        if (ROW_LANE == 0 && COLUMN_LANE < ROW_VECTORS) ROW_STORE(columns[0], COLUMN_LANE, column_partials);
#else
        for (ulong j = 0; j < ROW_VECTORS; j++) ROW_STORE(columns[j], j, column_partials);
#endif
        column_partials += cols;
    }
    const float total = group_sum(lanes_sum(squares), scratch);
    if (ND_LANE == 0) parameter_sums[get_group_id(0)] = total;
}

ND_KERNEL adafactor_averages(__global float *restrict state, __global const float *restrict partials,
                             __global const struct line *restrict lines, __global const struct control *restrict control)
{
    if (control->skip != 0) return;
    const struct line line = lines[get_group_id(0)];
    const float w = control->h.s8;
    const ulong cols = line.count;
    state += line.state;
    partials += line.partial;
    for (ulong j = ND_LANE; j < ROW_VECTORS; j += ND_WG) {
        vfloat sum = 0.f;
        for (uint first = 0; first < line.partials; first += ROWS) { // no chain of additions is long
            vfloat block = 0.f;
            const uint end = min(first + ROWS, line.partials);
            for (uint k = first; k < end; k++) block += ROW_LOAD(j, partials + k * line.stride, 0.f);
            sum += block;
        }
        ROW_STORE(towards(ROW_LOAD(j, state, 0.f), line.inverse * sum, w), j, state);
    }
}

ND_KERNEL adafactor_means(__global float *restrict means, __global const float *restrict state,
                          __global const struct matrix *restrict matrices, __global const struct control *restrict control)
{
    ND_GROUP_SCRATCH(scratch);
    const struct matrix matrix = matrices[get_group_id(0)];
    const ulong cols = matrix.rows;
    state += matrix.row;
    vfloat sum = 0.f;
    for (ulong first = 0; first < ROW_VECTORS; first += ROWS * ND_WG) { // no chain of additions is long
        vfloat block = 0.f;
        const ulong end = min(first + ROWS * ND_WG, ROW_VECTORS);
        for (ulong j = first + ND_LANE; j < end; j += ND_WG) block += ROW_LOAD(j, state, 0.f);
        sum += block;
    }
    const float total = group_sum(lanes_sum(sum), scratch);
    if (ND_LANE == 0) means[get_group_id(0)] = max_of(control->h.sa, total / cols);
}

// What the roots of v are made of in a row of a tile: v = scale * columns.
#define ROW_SCALE(tile, matrix, row, mean)                                                                                     \
    ((tile).matrices == 0 ? 1.f : state[(tile).row + (ulong)(matrix) * (tile).rows + (row)] / (mean))

ND_INLINE vfloat direction_of(vfloat d, vfloat column, float scale, float least)
{
    return quotient(d, sqrt(max_of((vfloat)least, scale * column)));
}

ND_KERNEL adafactor_squares(__global float *restrict update_sums, __global const float *restrict state,
                            __global const float *restrict means, __global const float *restrict p, ulong p_offset,
                            __global const float *restrict g, ulong g_offset, __global const struct tile *restrict tiles,
                            __global const float8 *restrict segments, __global const struct control *restrict control)
{
    ND_GROUP_SCRATCH(scratch);
    if (control->skip != 0) return;
    const struct tile tile = tiles[get_group_id(0)];
    struct step s;
    get_step(&s, control, segments[tile.segment]);
    const bool pulled = s.l2 != 0.f || s.l1 != 0.f; // g depends on p
    const ulong cols = tile.cols;
    p += p_offset + tile.begin;
    g += g_offset + tile.begin;
    __global const float *column = state + tile.col;
    vfloat sum = 0.f;
    for (uint matrix = 0; matrix < max(tile.matrices, 1u); matrix++) {
        const float mean = tile.matrices == 0 ? 1.f : means[tile.mean + matrix];
        for (uint row = ROW_LANE; row < tile.rows; row += ROW_LANES) {
            const float scale = ROW_SCALE(tile, matrix, row, mean);
            __global const float *row_p = p + row * tile.stride, *row_g = g + row * tile.stride;
            vfloat row_sum = 0.f;
            ulong j = COLUMN_LANE;
#define SQUARE(whole)                                                                                                          \
    {                                                                                                                          \
        const vfloat x = pulled ? ROW_LOAD_IF(whole, j, row_p, 0.f) : (vfloat)0.f;                                             \
        const vfloat d = gradient_of(ROW_LOAD_IF(whole, j, row_g, 0.f), x, s);                                                 \
        const vfloat u = direction_of(d, ROW_LOAD_IF(whole, j, column, 1.f), scale, s.own.s3);                                 \
        row_sum = fma(u, u, row_sum);                                                                                          \
    }
            for (; j < ROW_FULL; j += COLUMN_LANES) SQUARE(true)
            for (; j < ROW_VECTORS; j += COLUMN_LANES) SQUARE(false)
            sum += row_sum;
        }
        p += tile.rows * tile.stride;
        g += tile.rows * tile.stride;
        column += cols;
    }
    const float total = group_sum(lanes_sum(sum), scratch);
    if (ND_LANE == 0) update_sums[get_group_id(0)] = total;
}

ND_KERNEL adafactor_factors(__global float *restrict factors, __global const float *restrict parameter_sums,
                            __global const float *restrict update_sums, __global const struct range *restrict ranges,
                            __global const float8 *restrict segments, __global const struct control *restrict control)
{
    ND_GROUP_SCRATCH(scratch);
    if (control->skip != 0) return;
    const struct range range = ranges[get_group_id(0)];
    struct step s;
    get_step(&s, control, segments[get_group_id(0)]);
    float p = 0.f, u = 0.f;
    for (uint first = 0; first < range.count; first += ROWS * ND_WG) { // no chain of additions is long
        float block_p = 0.f, block_u = 0.f;
        for (uint i = first + ND_LANE; i < min(first + ROWS * ND_WG, range.count); i += ND_WG) {
            block_p += parameter_sums[range.first + i];
            block_u += update_sums[range.first + i];
        }
        p += block_p;
        u += block_u;
    }
    p = group_sum(p, scratch);
    u = group_sum(u, scratch);
    const float size = max_of(s.own.s5, sqrt(p * range.inverse)) * min(s.lr, s.own.s1);
    if (ND_LANE == 0) factors[get_group_id(0)] = size / max_of(1.f, sqrt(u * range.inverse) * s.own.s6);
}

ND_INLINE void update_row(__global float *p, __global const float *g, __global const float *column, ulong cols, float scale,
                          float factor, struct step s UPDATE_PARAMETERS)
{
    const float decay = s.lr * s.decay;
    ulong j = COLUMN_LANE;
#define MOVE(whole)                                                                                                            \
    {                                                                                                                          \
        vfloat x = ROW_LOAD_IF(whole, j, p, 0.f);                                                                              \
        const vfloat d = gradient_of(ROW_LOAD_IF(whole, j, g, 0.f), x, s);                                                     \
        const vfloat u = direction_of(d, ROW_LOAD_IF(whole, j, column, 1.f), scale, s.own.s3);                                 \
        x = proximal(x - fma((vfloat)factor, u, decay * x), s);                                                                \
        STORE_PARAMETER(whole, x, j);                                                                                          \
    }
    for (; j < ROW_FULL; j += COLUMN_LANES) MOVE(true)
    for (; j < ROW_VECTORS; j += COLUMN_LANES) MOVE(false)
}

ND_KERNEL adafactor_update(__global float *restrict p, ulong p_offset, __global const float *restrict g, ulong g_offset,
                           __global const float *restrict state, __global const float *restrict means,
                           __global const float *restrict factors, __global const struct tile *restrict tiles,
                           __global const float8 *restrict segments,
                           __global const struct control *restrict control UPDATE_PARAMETERS)
{
    if (control->skip != 0) return;
    const struct tile tile = tiles[get_group_id(0)];
    struct step s;
    get_step(&s, control, segments[tile.segment]);
    const float factor = factors[tile.segment];
    ulong begin = tile.begin; // of the matrix
    __global const float *column = state + tile.col;
    for (uint matrix = 0; matrix < max(tile.matrices, 1u); matrix++) {
        const float mean = tile.matrices == 0 ? 1.f : means[tile.mean + matrix];
        for (uint row = ROW_LANE; row < tile.rows; row += ROW_LANES) {
            const ulong at = begin + row * tile.stride;
            update_row(p + p_offset + at, g + g_offset + at, column, tile.cols, ROW_SCALE(tile, matrix, row, mean), factor,
                       s UPDATE_ARGUMENTS(at));
        }
        begin += tile.rows * tile.stride;
        column += tile.cols;
    }
}
