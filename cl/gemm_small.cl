// SPDX-License-Identifier: MIT
// c = epilogue(alpha op(a) op(b) + beta c) on GPUs, for products that are small or narrow: one launch, as many groups as it can
// have. Row-major views with leading dimensions, for all matrices of a batch: op(a) (m, k), op(b) (k, n), c (m, n). The
// epilogue: + bias[j]; before = that; then f, or times f' from saved. bias and before may be NULL. With beta 0, c is not read.
//
// A group computes a tile of ND_TILE_M x ND_TILE_N elements of c. A work-item has 4 x 4 of them in registers; where the tile
// needs fewer work-items than there are, ND_SLICES of them share the same 16 and each takes every ND_SLICES'th step along k:
// what is lost in width is won in length, down to 4 x 32, which suits a product of a matrix and a vector. ND_DEPTH steps of
// op(a) and op(b) at a time go through local memory, while the next ones are on their way from global memory to registers.
// Both directions of each layout are read along memory, 4 numbers per work-item. The sums of the slices meet in local memory,
// from where all work-items write c row by row.
//
// ND_A_STORAGE, ND_B_STORAGE, ND_C_STORAGE  types (matrix.clh); before and saved have c's, bias and row_sums are float32
// ND_TRANSPOSE_A  a is stored (k, m)          ND_TRANSPOSE_B  b is stored (n, k)
// ND_TILE_M, ND_TILE_N  powers of two >= 4 with a product of at most 16 ND_WG
// ND_DEPTH        a power of two, a multiple of ND_SLICES; the strips must fit into ND_WG * 16 floats of local memory
// ND_ACTIVATION   f (activation.clh)          ND_DERIVATIVE   `other` is saved, else before
// ND_ROW_SUMS     also writes row_sums[matrix][i] = sum over k of op(a)[i][k]
// Launch: one group of ND_WG for each tile, ceil(m / ND_TILE_M) * ceil(n / ND_TILE_N) * batch < 2^32.
// Bytes per element of c: as of op(a) and op(b) (k / ND_TILE_N + k / ND_TILE_M) numbers, and once c, before, saved.
// Order of summation: a slice adds its steps one after the other; slices are added by fours.
//
// variants: ND_WG=256 ND_VEC=4 ; ND_TRANSPOSE_A=0 ND_TRANSPOSE_B=0,1 ND_ROW_SUMS=0 | ND_TRANSPOSE_A=1 ND_TRANSPOSE_B=0 ND_ROW_SUMS=0,1 ; ND_TILE_M=64 ND_TILE_N=64 ND_DEPTH=16 | ND_TILE_M=8 ND_TILE_N=8 ND_DEPTH=128 | ND_TILE_M=4 ND_TILE_N=32 ND_DEPTH=64 ; ND_A_STORAGE=0 ND_B_STORAGE=0 ND_C_STORAGE=0 | ND_A_STORAGE=1 ND_B_STORAGE=2 ND_C_STORAGE=1 ; ND_ACTIVATION=0 ND_DERIVATIVE=0 | ND_ACTIVATION=1 ND_DERIVATIVE=1
// variants: ND_WG=64 ND_VEC=4 ND_TRANSPOSE_A=1 ND_TRANSPOSE_B=1 ND_ROW_SUMS=1 ND_TILE_M=32 ND_TILE_N=32 ND_DEPTH=8 ND_A_STORAGE=0 ND_B_STORAGE=0 ND_C_STORAGE=2 ND_ACTIVATION=4 ND_DERIVATIVE=0
#include "matrix.clh"
#include "vmath.clh"
#include "activation.clh"
#if !defined(ND_TRANSPOSE_A) || !defined(ND_TRANSPOSE_B) || !defined(ND_DERIVATIVE) || !defined(ND_ROW_SUMS)
#error "ND_TRANSPOSE_A, ND_TRANSPOSE_B, ND_DERIVATIVE and ND_ROW_SUMS are required"
#endif
#if !defined(ND_TILE_M) || !defined(ND_TILE_N) || !defined(ND_DEPTH)
#error "ND_TILE_M, ND_TILE_N and ND_DEPTH are required"
#endif
#if ND_VEC != 4
#error "ND_VEC must be 4: a work-item has 4 x 4 elements"
#endif

#define ND_ITEMS (ND_TILE_M / 4 * (ND_TILE_N / 4)) // work-items of a slice
#define ND_SLICES (ND_WG / ND_ITEMS)
#define ND_SUMS (4 * ND_ITEMS)                     // vectors of the tile
#define ND_PITCH_A (ND_TILE_M + 4)                 // floats from one step of a strip to the next
#define ND_PITCH_B (ND_TILE_N + 4)
#if ND_SLICES == 0 || ND_DEPTH % ND_SLICES != 0 || (ND_PITCH_A + ND_PITCH_B) * ND_DEPTH > 16 * ND_WG
#error "no such tile: it needs more work-items or more local memory"
#endif
// Parts of a sum that join_slices leaves.
#define ND_PARTS                                                                                                               \
    (ND_SLICES <= 4 ? ND_SLICES : ND_SLICES <= 16 ? ND_SLICES / 4 : ND_SLICES <= 64 ? ND_SLICES / 16 : ND_SLICES / 64)

#define local_vector(p) (*(__local vfloat *)(p))

// Four numbers at an address that is a multiple of 16: one load, where the compiler could not know otherwise.
#if ND_A_STORAGE == 0
#define a_load_aligned(p) (*(__global const vfloat *)(p))
#else
#define a_load_aligned a_load
#endif
#if ND_B_STORAGE == 0
#define b_load_aligned(p) (*(__global const vfloat *)(p))
#else
#define b_load_aligned b_load
#endif

// A strip: ND_DEPTH steps along k of TILE lines, which are rows of op(a) or columns of op(b). Its vectors are 4 numbers beside
// each other in memory, along k or across; a work-item takes every ND_WG'th. X_fetch reads them, zeros where `lines` and
// `steps` end; X_put writes them to local memory, where a step's lines lie beside each other. Blocks of 4 lines change places
// there from one 4 steps to the next (X_at), so that numbers which lie along k in memory do not all go to the same bank.
#define ND_LOADS(TILE) ((TILE * ND_DEPTH / 4 + ND_WG - 1) / ND_WG)
#define ND_STRIP(X, TILE, PITCH, ALONG_K)                                                                                      \
    ND_INLINE uint X##_at(uint line, uint step)                                                                                \
    {                                                                                                                          \
        return step * PITCH + (ALONG_K ? line ^ (step & (TILE - 4)) : line);                                                   \
    }                                                                                                                          \
    ND_INLINE vfloat X##_fetch_vector(__global const X##_stored *p, ulong leading, bool aligned, uint outers, uint inners,     \
                                      uint outer, uint inner)                                                                  \
    {                                                                                                                          \
        if (outer >= outers || inner >= inners) return 0.f;                                                                    \
        p += outer * leading + inner;                                                                                          \
        if (aligned && inner + 4 <= inners) return X##_load_aligned(p);                                                        \
        return X##_load_some(p, inners - inner);                                                                               \
    }                                                                                                                          \
    ND_INLINE void X##_fetch(vfloat *coming, __global const X##_stored *p, ulong leading, uint lines, uint steps)              \
    {                                                                                                                          \
        const uint run = (ALONG_K ? ND_DEPTH : TILE) / 4;                                                                      \
        const bool aligned = (((size_t)p | leading * 4) & 15) == 0;                                                            \
        _Pragma("unroll") for (uint l = 0; l < ND_LOADS(TILE); l++)                                                            \
        {                                                                                                                      \
            const uint e = get_local_id(0) + l * ND_WG;                                                                        \
            coming[l] = X##_fetch_vector(p, leading, aligned, ALONG_K ? lines : steps, ALONG_K ? steps : lines, e / run,       \
                                         e % run * 4);                                                                         \
        }                                                                                                                      \
    }                                                                                                                          \
    ND_INLINE void X##_put(const vfloat *coming, __local float *strip)                                                         \
    {                                                                                                                          \
        const uint run = (ALONG_K ? ND_DEPTH : TILE) / 4;                                                                      \
        _Pragma("unroll") for (uint l = 0; l < ND_LOADS(TILE); l++)                                                            \
        {                                                                                                                      \
            const uint e = get_local_id(0) + l * ND_WG, outer = e / run, inner = e % run * 4;                                  \
            if (e >= TILE * ND_DEPTH / 4) continue;                                                                            \
            if (ALONG_K) {                                                                                                     \
                __local float *to = strip + X##_at(outer, inner);                                                              \
                to[0] = coming[l].x;                                                                                           \
                to[PITCH] = coming[l].y;                                                                                       \
                to[2 * PITCH] = coming[l].z;                                                                                   \
                to[3 * PITCH] = coming[l].w;                                                                                   \
            } else {                                                                                                           \
                local_vector(strip + X##_at(inner, outer)) = coming[l];                                                        \
            }                                                                                                                  \
        }                                                                                                                      \
    }
ND_STRIP(a, ND_TILE_M, ND_PITCH_A, !ND_TRANSPOSE_A)
ND_STRIP(b, ND_TILE_N, ND_PITCH_B, ND_TRANSPOSE_B)

// memory[p * sums + s] is part p < ND_SLICES of sum s; afterwards there are ND_PARTS of each. All work-items must call, after a
// barrier.
ND_INLINE void join_slices(__local vfloat *memory, uint sums)
{
    const uint lane = get_local_id(0);
    for (uint parts = ND_SLICES; parts > 4; parts /= 4) {
        const uint left = parts / 4 * sums;
        vfloat sum = 0.f;
        if (lane < left) sum = (memory[lane] + memory[lane + left]) + (memory[lane + 2 * left] + memory[lane + 3 * left]);
        barrier(CLK_LOCAL_MEM_FENCE); // all have read before the parts are replaced
        if (lane < left) memory[lane] = sum;
        barrier(CLK_LOCAL_MEM_FENCE); // this level is done
    }
}
ND_INLINE vfloat joined(__local const vfloat *memory, uint sums, uint s)
{
    vfloat sum = memory[s];
    for (uint p = 1; p < ND_PARTS; p++) sum += memory[p * sums + s];
    return sum;
}

#if ND_DERIVATIVE
#define ND_OTHER const c_stored
#else
#define ND_OTHER c_stored
#endif
#if ND_ROW_SUMS
#define ND_ROW_SUMS_PARAMETER , __global float *row_sums, ulong row_sums_offset
#else
#define ND_ROW_SUMS_PARAMETER
#endif

ND_KERNEL gemm_small(__global c_stored *c, ulong c_offset, ulong c_leading, ulong c_stride, __global const a_stored *a,
                     ulong a_offset, ulong a_leading, ulong a_stride, __global const b_stored *b, ulong b_offset,
                     ulong b_leading, ulong b_stride, __global const float *bias, ulong bias_offset, __global ND_OTHER *other,
                     ulong other_offset, ulong other_leading, ulong other_stride, ulong m, ulong n, ulong k, float alpha,
                     float beta, float activation_alpha ND_ROW_SUMS_PARAMETER)
{
    __local vfloat memory[4 * ND_WG]; // the strips, then the sums of the slices
    __local float *a_strip = (__local float *)memory, *b_strip = a_strip + ND_PITCH_A * ND_DEPTH;
    const uint lane = get_local_id(0), item = lane % ND_ITEMS, slice = lane / ND_ITEMS;
    const uint row = item / (ND_TILE_N / 4) * 4, col = item % (ND_TILE_N / 4) * 4; // of the work-item's elements in the tile

    const uint tiles_m = (m + ND_TILE_M - 1) / ND_TILE_M, tiles_n = (n + ND_TILE_N - 1) / ND_TILE_N;
    const uint group = get_group_id(0), tile_row = group / tiles_n;
    const ulong matrix = tile_row / tiles_m;
    const ulong i_begin = tile_row % tiles_m * (ulong)ND_TILE_M, j_begin = group % tiles_n * (ulong)ND_TILE_N;
    const uint rows = min((ulong)ND_TILE_M, m - i_begin), cols = min((ulong)ND_TILE_N, n - j_begin);
    a += a_offset + matrix * a_stride + (ND_TRANSPOSE_A ? i_begin : i_begin * a_leading);
    b += b_offset + matrix * b_stride + (ND_TRANSPOSE_B ? j_begin * b_leading : j_begin);
    const ulong a_next = ND_TRANSPOSE_A ? ND_DEPTH * a_leading : ND_DEPTH; // from a strip to the next
    const ulong b_next = ND_TRANSPOSE_B ? ND_DEPTH : ND_DEPTH * b_leading;

    vfloat a_coming[ND_LOADS(ND_TILE_M)], b_coming[ND_LOADS(ND_TILE_N)];
    a_fetch(a_coming, a, a_leading, rows, min((ulong)ND_DEPTH, k));
    b_fetch(b_coming, b, b_leading, cols, min((ulong)ND_DEPTH, k));
    vfloat r0 = 0.f, r1 = 0.f, r2 = 0.f, r3 = 0.f, row_sum = 0.f;
    const bool sums_rows = ND_ROW_SUMS && j_begin == 0;
    for (ulong k_begin = 0; k_begin < k; k_begin += ND_DEPTH) {
        barrier(CLK_LOCAL_MEM_FENCE); // all are done with the strips before
        a_put(a_coming, a_strip);
        b_put(b_coming, b_strip);
        barrier(CLK_LOCAL_MEM_FENCE); // the strips are there
        const ulong left = k - k_begin;
        if (left > ND_DEPTH) {
            const uint steps = min((ulong)ND_DEPTH, left - ND_DEPTH);
            a += a_next;
            b += b_next;
            a_fetch(a_coming, a, a_leading, rows, steps);
            b_fetch(b_coming, b, b_leading, cols, steps);
        }
        for (uint s = slice; s < ND_DEPTH; s += ND_SLICES) {
            const vfloat x = local_vector(a_strip + a_at(row, s)), y = local_vector(b_strip + b_at(col, s));
            r0 = fma((vfloat)x.x, y, r0);
            r1 = fma((vfloat)x.y, y, r1);
            r2 = fma((vfloat)x.z, y, r2);
            r3 = fma((vfloat)x.w, y, r3);
            if (sums_rows) row_sum += x;
        }
    }

    barrier(CLK_LOCAL_MEM_FENCE); // all are done with the last strips
    __local vfloat *to = memory + slice * ND_SUMS + (row * ND_TILE_N + col) / 4;
    to[0] = r0;
    to[ND_TILE_N / 4] = r1;
    to[2 * (ND_TILE_N / 4)] = r2;
    to[3 * (ND_TILE_N / 4)] = r3;
    barrier(CLK_LOCAL_MEM_FENCE); // the sums of all slices are there
    join_slices(memory, ND_SUMS);

    const bool has_bias = bias != 0, has_other = other != 0;
    bias += bias_offset;
    for (uint s = lane; s < ND_SUMS; s += ND_WG) {
        const uint at_row = s / (ND_TILE_N / 4), at_col = s % (ND_TILE_N / 4) * 4;
        if (at_row >= rows || at_col >= cols) continue;
        const ulong i = i_begin + at_row, j = j_begin + at_col, count = cols - at_col;
        __global c_stored *c_at = c + c_offset + matrix * c_stride + i * c_leading + j;
        __global ND_OTHER *other_at = other + other_offset + matrix * other_stride + i * other_leading + j;
        vfloat v = alpha * joined(memory, ND_SUMS, s);
        if (beta != 0.f) v = fma((vfloat)beta, c_load_some(c_at, count), v);
        if (has_bias) v += f_load_some(bias + j, count);
#if ND_DERIVATIVE
        v = activate_backward(v, c_load_some(other_at, count), activation_alpha);
#else
        if (has_other) c_store_some(v, other_at, count);
        v = activate(v, activation_alpha);
#endif
        c_store_some(v, c_at, count);
    }

#if ND_ROW_SUMS
    barrier(CLK_LOCAL_MEM_FENCE); // all have read the sums
    if (col == 0) memory[slice * (ND_TILE_M / 4) + row / 4] = row_sum;
    barrier(CLK_LOCAL_MEM_FENCE); // the row sums of all slices are there
    join_slices(memory, ND_TILE_M / 4);
    if (sums_rows && lane * 4 < rows)
        f_store_some(joined(memory, ND_TILE_M / 4, lane), row_sums + row_sums_offset + matrix * m + i_begin + lane * 4,
                     rows - lane * 4);
#endif
}
