// SPDX-License-Identifier: MIT
// c = epilogue(alpha op(a) op(b) + beta c) on CPU devices: row-major with leading dimensions, op(a) (m, k), op(b) (k, n),
// c (m, n); for each matrix of a batch.
//
// One launch. A group (one work-item) computes a tile of tile_m x tile_n elements of one c. For each block of at most `depth`
// steps along k it packs its rows of op(a) into panels of ND_MR rows (all of them, kept in the second-level cache), then packs
// op(b), a strip of `strip` columns at a time, into panels of ND_NR columns (one of them kept in the first-level cache) and
// multiplies every pair of panels with ND_MR x ND_NR accumulators in registers. Packing turns all four layouts and all types
// into the same inner loop, and makes edges and transposes its own affair: panels are padded with zeros. Where k is not the
// contiguous direction it goes along whole lines of memory: panel by panel, each line of 128 bytes would be a cache miss of its
// own when rows are a power of two apart.
//
// ND_TRANSPOSE_A  a is stored (k, m)          ND_TRANSPOSE_B  b is stored (n, k)
// ND_A_STORAGE, ND_B_STORAGE, ND_C_STORAGE    types in memory (matrix.clh); before and saved have c's
// ND_MR           rows of a panel of a: ND_VEC / 2, but at least 4, or with ND_A_PLACE 4
// ND_A_PLACE      a is read where it is: better for few rows, or few columns of c
// ND_B_PACKED     b was packed by gemm_pack_b
// ND_NARROW       c has at most ND_VEC columns: of a panel of b only the first vector is used
// ND_BIAS         adds bias[j] to column j    ND_ACTIVATION   then applies f (activation.clh)
// ND_BEFORE       also writes before = what f is applied to, stored like c
// ND_DERIVATIVE   instead: multiplies by f'   from `saved` (activation.clh), stored like c
// ND_ROW_SUMS     also writes row_sums[i] = sum over k of op(a)[i][k]; with ND_TRANSPOSE_A
// ND_PACK         the file has gemm_pack_b alone
// Launch: batch * ceil(m / tile_m) * ceil(n / tile_n) groups of 1; tile_m and depth multiples of ND_VEC, tile_n and strip of
// ND_NR; local memory: a_panels tile_m * depth floats (not with ND_A_PLACE), b_panels strip * depth floats (not with
// ND_B_PACKED), sums tile_m * tile_n floats (only with a c of 16 bits and k > depth).
// Bytes: op(a) is read ceil(n / tile_n) times, op(b) ceil(m / tile_m) times; c is written ceil(k / depth) times, but a c of 16
// bits once: its partial sums stay in local memory, in float32.
// Order of summation: along k within a block, then block after block: fixed by `depth` alone, the same in all forms.
//
// variants: ND_WG=1 ND_VEC=16 | ND_WG=1 ND_VEC=8 | ND_WG=1 ND_VEC=4 ; ND_TRANSPOSE_A=0,1 ; ND_TRANSPOSE_B=0,1 ; ND_PACK=0 ; ND_A_STORAGE=0 ND_B_STORAGE=0 ND_C_STORAGE=0 ; ND_MR=4 ND_A_PLACE=1 ND_B_PACKED=0 ND_NARROW=0,1 | ND_MR=4 ND_A_PLACE=1 ND_B_PACKED=1 ND_NARROW=0 ; ND_BIAS=0 ND_ACTIVATION=0 ND_BEFORE=0 ND_DERIVATIVE=0 ND_ROW_SUMS=0
// variants: ND_WG=1 ND_VEC=16 ND_MR=8 | ND_WG=1 ND_VEC=8 ND_MR=4 | ND_WG=1 ND_VEC=4 ND_MR=4 ; ND_TRANSPOSE_A=0,1 ; ND_TRANSPOSE_B=0 ; ND_PACK=0 ; ND_A_STORAGE=0 ND_B_STORAGE=0 ND_C_STORAGE=0 ; ND_A_PLACE=0 ND_B_PACKED=0 ND_NARROW=0 ; ND_BIAS=0 ND_ACTIVATION=0 ND_BEFORE=0 ND_DERIVATIVE=0 ND_ROW_SUMS=0 | ND_BIAS=1 ND_ACTIVATION=1,2,3,4,5,6,7,8,9 ND_BEFORE=0 ND_DERIVATIVE=0 ND_ROW_SUMS=0 | ND_BIAS=1 ND_ACTIVATION=1 ND_BEFORE=1 ND_DERIVATIVE=0 ND_ROW_SUMS=0 | ND_BIAS=0 ND_ACTIVATION=1,2,3,4,5,6,7,8,9 ND_BEFORE=0 ND_DERIVATIVE=1 ND_ROW_SUMS=0
// variants: ND_WG=1 ND_VEC=16 ND_MR=8 | ND_WG=1 ND_VEC=8 ND_MR=4 | ND_WG=1 ND_VEC=4 ND_MR=4 ; ND_TRANSPOSE_A=1 ; ND_TRANSPOSE_B=0,1 ; ND_PACK=0 ; ND_A_STORAGE=0 ND_B_STORAGE=1 ND_C_STORAGE=2 | ND_A_STORAGE=2 ND_B_STORAGE=0 ND_C_STORAGE=1 | ND_A_STORAGE=1 ND_B_STORAGE=2 ND_C_STORAGE=0 ; ND_A_PLACE=0,1 ; ND_B_PACKED=0 ND_NARROW=0 ; ND_BIAS=1 ND_ACTIVATION=1 ND_BEFORE=1 ND_DERIVATIVE=0 ND_ROW_SUMS=1
// variants: ND_WG=1 ND_VEC=16 ND_MR=8 | ND_WG=1 ND_VEC=8 ND_MR=4 | ND_WG=1 ND_VEC=4 ND_MR=4 ; ND_TRANSPOSE_A=0 ND_PACK=1 ND_A_STORAGE=0 ND_C_STORAGE=0 ND_A_PLACE=0 ND_B_PACKED=0 ND_NARROW=0 ND_BIAS=0 ND_ACTIVATION=0 ND_BEFORE=0 ND_DERIVATIVE=0 ND_ROW_SUMS=0 ; ND_TRANSPOSE_B=0,1 ; ND_B_STORAGE=0,1,2
#include "matrix.clh"
#include "transpose.clh"
#include "vmath.clh"
#include "activation.clh"
#if !defined(ND_TRANSPOSE_A) || !defined(ND_TRANSPOSE_B) || !defined(ND_PACK)
#error "ND_TRANSPOSE_A, ND_TRANSPOSE_B and ND_PACK are required"
#endif
#if !defined(ND_MR) || !defined(ND_A_PLACE) || !defined(ND_B_PACKED) || !defined(ND_NARROW)
#error "ND_MR, ND_A_PLACE, ND_B_PACKED and ND_NARROW are required"
#endif
#if !defined(ND_BIAS) || !defined(ND_BEFORE) || !defined(ND_DERIVATIVE) || !defined(ND_ROW_SUMS)
#error "ND_BIAS, ND_BEFORE, ND_DERIVATIVE and ND_ROW_SUMS are required"
#endif
#if ND_WG != 1
#error "this kernel has the CPU walk only: ND_WG must be 1"
#endif

// Micro-tile: ND_MR x ND_NR accumulators, as many as the vector registers hold beside a row of b (host/ops/gemm_packed.c has
// the same).
#if ND_VEC == 16
#define ND_NV 2
#else
#define ND_NV 3
#endif
#define ND_NR (ND_NV * ND_VEC)
#define ND_USED (ND_NARROW ? 1 : ND_NV) // vectors of a row of a panel

// Block of ND_VEC lines (rows of a or columns of b, `lines` of them present) by ND_VEC steps along k, from memory where k is
// contiguous: r[step] receives the lines' values at that step. `steps` are present.
#define ND_LOAD_TRANSPOSED(r, load_some, p, stride, lines, steps)                                                              \
    do {                                                                                                                       \
        _Pragma("unroll") for (uint l = 0; l < ND_VEC; l++) r[l] =                                                             \
            l < (lines) ? load_some((p) + l * (stride), steps) : (vfloat)0.f;                                                  \
        transpose(r);                                                                                                          \
    } while (0)

// Packs `lines` columns of op(b) from column 0 of `b`, `steps` along k, into panels of ND_NR columns that are panel_size floats
// apart; SPACE is the panels' address space.
#if ND_TRANSPOSE_B
#define ND_PACK_B(pack_b, SPACE, store)                                                                                        \
    ND_INLINE void pack_b(SPACE float *panels, ulong panel_size, __global const b_stored *b, ulong stride, ulong lines,        \
                          ulong steps)                                                                                         \
    {                                                                                                                          \
        for (ulong j = 0; j < lines; j += ND_NR)                                                                               \
            for (ulong v = 0; v < ND_USED * ND_VEC; v += ND_VEC) {                                                             \
                SPACE float *panel = panels + j / ND_NR * panel_size + v;                                                      \
                const ulong present = lines > j + v ? lines - j - v : 0;                                                       \
                for (ulong k = 0; k < steps; k += ND_VEC) {                                                                    \
                    vfloat r[ND_VEC];                                                                                          \
                    const ulong some = min((ulong)ND_VEC, steps - k);                                                          \
                    ND_LOAD_TRANSPOSED(r, b_load_some, b + (j + v) * stride + k, stride, present, some);                       \
                    _Pragma("unroll") for (uint l = 0; l < ND_VEC; l++) if (l < some) store(r[l], 0, panel + (k + l) * ND_NR); \
                }                                                                                                              \
            }                                                                                                                  \
    }
#else
#define ND_PACK_B(pack_b, SPACE, store)                                                                                        \
    ND_INLINE void pack_b(SPACE float *panels, ulong panel_size, __global const b_stored *b, ulong stride, ulong lines,        \
                          ulong steps)                                                                                         \
    {                                                                                                                          \
        for (ulong k = 0; k < steps; k++)                                                                                      \
            for (ulong j = 0; j < lines; j += ND_NR)                                                                           \
                _Pragma("unroll") for (ulong v = 0; v < ND_USED * ND_VEC; v += ND_VEC)                                         \
                    store(lines > j + v ? b_load_some(b + k * stride + j + v, lines - j - v) : (vfloat)0.f, 0,                 \
                          panels + j / ND_NR * panel_size + k * ND_NR + v);                                                    \
    }
#endif

#if ND_PACK
// packed[b][p][s][l] = op(b)[b][s][p * ND_NR + l], zero behind the last column. Launch: batch * ceil(n / ND_NR) groups.
ND_PACK_B(pack_b_global, __global, store_v)

ND_KERNEL gemm_pack_b(__global float *packed, ulong packed_offset, __global const b_stored *b, ulong b_offset, ulong b_leading,
                      ulong b_batch, ulong n, ulong k)
{
    const ulong panels = (n + ND_NR - 1) / ND_NR, j = get_group_id(0) % panels * ND_NR;
    b += b_offset + get_group_id(0) / panels * b_batch + j * (ND_TRANSPOSE_B ? b_leading : 1);
    pack_b_global(packed + packed_offset + get_group_id(0) * k * ND_NR, 0, b, b_leading, min((ulong)ND_NR, n - j), k);
}
#else
ND_PACK_B(pack_b_local, __local, store_local)

#if !ND_A_PLACE
// ND_VEC lines of op(a) at one step, into the panel (or two panels of half as many rows, the second at `next`) they belong to.
#if ND_MR == ND_VEC
#define store_a(v, panel, next, step)                                                                                          \
    do {                                                                                                                       \
        store_local(v, step, panel);                                                                                           \
        (void)(next);                                                                                                          \
    } while (0)
#else
#define store_a(v, panel, next, step)                                                                                          \
    do {                                                                                                                       \
        ND_VSTORE(ND_MR)((v).lo, step, panel);                                                                                 \
        ND_VSTORE(ND_MR)((v).hi, step, next);                                                                                  \
    } while (0)
#endif

// Packs `lines` rows of op(a) from row 0 of `a`, `steps` along k, into panels of ND_MR * depth floats.
ND_INLINE void pack_a(__local float *panels, ulong depth, __global const a_stored *a, ulong stride, ulong lines, ulong steps)
{
#if ND_TRANSPOSE_A
    for (ulong k = 0; k < steps; k++)
        for (ulong i = 0; i < lines; i += ND_VEC) {
            __local float *panel = panels + i * depth, *next = panel + ND_MR * depth;
            const vfloat v = a_load_some(a + k * stride + i, lines - i);
            store_a(v, panel, next, k);
        }
#else
    for (ulong i = 0; i < lines; i += ND_VEC) {
        __local float *panel = panels + i * depth, *next = panel + ND_MR * depth;
        const ulong present = min((ulong)ND_VEC, lines - i);
        for (ulong k = 0; k < steps; k += ND_VEC) {
            vfloat r[ND_VEC];
            const ulong some = min((ulong)ND_VEC, steps - k);
            ND_LOAD_TRANSPOSED(r, a_load_some, a + i * stride + k, stride, present, some);
#pragma unroll
            for (uint l = 0; l < ND_VEC; l++)
                if (l < some) store_a(r[l], panel, next, k + l);
        }
    }
#endif
}
#endif

#if ND_ROW_SUMS
// Adds the sums of `lines` rows of op(a) from row 0 of `a` over `steps` to what `sums` holds; the first time it holds nothing.
ND_INLINE void add_row_sums(__global float *sums, __global const a_stored *a, ulong stride, ulong lines, ulong steps,
                            bool first)
{
    for (ulong i = 0; i < lines; i += ND_VEC) {
        vfloat even = 0.f, odd = 0.f;
        ulong s = 0;
        for (; s + 1 < steps; s += 2) {
            even += a_load_some(a + s * stride + i, lines - i);
            odd += a_load_some(a + (s + 1) * stride + i, lines - i);
        }
        if (s < steps) even += a_load_some(a + s * stride + i, lines - i);
        even += odd;
        if (!first) even += f_load_some(sums + i, lines - i);
        f_store_some(even, sums + i, lines - i);
    }
}
#endif

// Adds to `result` what the blocks before gave, or beta c, and stores it: as a partial sum, or with all that follows it.
ND_INLINE void finish(vfloat result, ulong count, bool first, bool last, float beta, float activation_alpha,
                      __global c_stored *to, __local float *sum, __global const float *bias, __global c_stored *before,
                      __global const c_stored *saved)
{
#if ND_C_STORAGE
    if (!first) result += load_v(0, sum);
#else
    if (!first) result += f_load_some(to, count);
#endif
    else if (beta != 0.f) result = fma((vfloat)beta, c_load_some(to, count), result);
    if (last) {
#if ND_BIAS
        result += f_load_some(bias, count);
#endif
#if ND_BEFORE
        c_store_some(result, before, count);
#endif
#if ND_DERIVATIVE
        result = activate_backward(result, c_load_some(saved, count), activation_alpha);
#else
        result = activate(result, activation_alpha);
#endif
    }
#if ND_C_STORAGE
    if (!last) store_local(result, 0, sum);
    else c_store_some(result, to, count);
#else
    f_store_some(result, to, count);
#endif
}

#if ND_BIAS
#define ND_BIAS_PARAMETER , __global const float *bias, ulong bias_offset
#else
#define ND_BIAS_PARAMETER
#endif
#if ND_BEFORE
#define ND_BEFORE_PARAMETER , __global c_stored *before, ulong before_offset, ulong before_leading, ulong before_batch
#else
#define ND_BEFORE_PARAMETER
#endif
#if ND_DERIVATIVE
#define ND_DERIVATIVE_PARAMETER , __global const c_stored *saved, ulong saved_offset, ulong saved_leading, ulong saved_batch
#else
#define ND_DERIVATIVE_PARAMETER
#endif
#if ND_ROW_SUMS
#define ND_ROW_SUMS_PARAMETER , __global float *row_sums, ulong row_sums_offset
#else
#define ND_ROW_SUMS_PARAMETER
#endif
#if ND_A_PLACE
#define ND_A_PANELS_PARAMETER
#else
#define ND_A_PANELS_PARAMETER , __local float *a_panels
#endif
#if ND_B_PACKED
#define ND_B_PANELS_PARAMETER
typedef float b_read;
#else
#define ND_B_PANELS_PARAMETER , __local float *b_panels
typedef b_stored b_read;
#endif
#if ND_C_STORAGE
#define ND_SUMS_PARAMETER , __local float *sums
#else
#define ND_SUMS_PARAMETER
#endif

// The batch strides of a and b may be 0; with ND_B_PACKED b_batch is that of the packed matrices, and b_leading is not used.
ND_KERNEL gemm_packed(__global c_stored *c, ulong c_offset, ulong c_leading, ulong c_batch, __global const a_stored *a,
                      ulong a_offset, ulong a_leading, ulong a_batch, __global const b_read *b, ulong b_offset, ulong b_leading,
                      ulong b_batch, ulong m, ulong n, ulong k, float alpha, float beta, float activation_alpha, ulong tile_m,
                      ulong tile_n, ulong strip, ulong depth ND_BIAS_PARAMETER ND_BEFORE_PARAMETER ND_DERIVATIVE_PARAMETER
                      ND_ROW_SUMS_PARAMETER ND_A_PANELS_PARAMETER ND_B_PANELS_PARAMETER ND_SUMS_PARAMETER)
{
    const ulong tiles_m = (m + tile_m - 1) / tile_m, tiles_n = (n + tile_n - 1) / tile_n;
    const ulong tile = get_group_id(0) % (tiles_m * tiles_n), matrix = get_group_id(0) / (tiles_m * tiles_n);
    const ulong i_begin = tile / tiles_n * tile_m, j_begin = tile % tiles_n * tile_n;
    const ulong i_end = min(i_begin + tile_m, m), j_end = min(j_begin + tile_n, n);
    a += a_offset + matrix * a_batch;
    b += b_offset + matrix * b_batch;
    c += c_offset + matrix * c_batch;
#if ND_BIAS
    bias += bias_offset;
#else
    __global const float *bias = 0; // what is absent is not used
#endif
#if ND_BEFORE
    before += before_offset + matrix * before_batch;
#else
    __global c_stored *before = 0;
    const ulong before_leading = 0;
#endif
#if ND_DERIVATIVE
    saved += saved_offset + matrix * saved_batch;
#else
    __global const c_stored *saved = 0;
    const ulong saved_leading = 0;
#endif

    for (ulong k_begin = 0; k_begin < k; k_begin += depth) {
        const ulong steps = min(depth, k - k_begin);
        const bool last = k_begin + steps == k;
        __global const a_stored *a_block =
            a + (ND_TRANSPOSE_A ? k_begin * a_leading + i_begin : i_begin * a_leading + k_begin);
#if !ND_A_PLACE
        pack_a(a_panels, depth, a_block, a_leading, i_end - i_begin, steps);
#endif
#if ND_ROW_SUMS
        if (j_begin == 0)
            add_row_sums(row_sums + row_sums_offset + matrix * m + i_begin, a_block, a_leading, i_end - i_begin, steps,
                         k_begin == 0);
#endif
        for (ulong j = j_begin; j < j_end; j += ND_NR) {
#if ND_B_PACKED
            __global const float *b_panel = b + j * k + k_begin * ND_NR;
            // While it is multiplied, the next panel comes nearer: a part of it with each panel of a.
            const ulong ahead = ND_NR * ND_MR / (i_end - i_begin) + 1;
#else
            __local const float *b_panel = b_panels + (j - j_begin) % strip * depth;
            if ((j - j_begin) % strip == 0)
                pack_b_local(b_panels, ND_NR * depth, b + (ND_TRANSPOSE_B ? j * b_leading + k_begin : k_begin * b_leading + j),
                             b_leading, min(strip, j_end - j), steps);
#endif
            for (ulong i = i_begin; i < i_end; i += ND_MR) {
                const ulong rows = min((ulong)ND_MR, i_end - i);
#if ND_A_PLACE
                // Rows that are not there are read as the last one; what comes of them is not stored.
                __global const a_stored *a_panel = a_block + (i - i_begin) * (ND_TRANSPOSE_A ? 1 : a_leading);
                ulong a_at[ND_MR];
#pragma unroll
                for (uint x = 0; x < ND_MR; x++) a_at[x] = min((ulong)x, rows - 1) * (ND_TRANSPOSE_A ? 1 : a_leading);
#define ND_A_FACTOR(x, s) a_get(a_panel + a_at[x] + (s) * (ND_TRANSPOSE_A ? a_leading : 1))
#else
                __local const float *a_panel = a_panels + (i - i_begin) * depth;
#define ND_A_FACTOR(x, s) a_panel[(s)*ND_MR + (x)]
#endif
                vfloat r[ND_MR][ND_USED];
#pragma unroll
                for (uint x = 0; x < ND_MR; x++)
#pragma unroll
                    for (uint v = 0; v < ND_USED; v++) r[x][v] = 0.f;
                for (uint x = 0; x < rows; x++) {
                    prefetch_for_write(c + (i + x) * c_leading + j);
                    prefetch_for_write(c + (i + x) * c_leading + min(j + ND_NR, j_end) - 1);
                }
#if ND_B_PACKED
                __global const float *next = b_panel + ND_NR * k + (i - i_begin) / ND_MR * ahead * steps;
#endif
                for (ulong s = 0; s < steps; s++) {
                    vfloat row[ND_USED];
#if ND_B_PACKED
                    prefetch_line(next + s * ahead);
#endif
#pragma unroll
                    for (uint v = 0; v < ND_USED; v++) row[v] = load_v(v, b_panel + s * ND_NR);
#pragma unroll
                    for (uint x = 0; x < ND_MR; x++) {
                        const vfloat factor = ND_A_FACTOR(x, s);
#pragma unroll
                        for (uint v = 0; v < ND_USED; v++) r[x][v] = fma(factor, row[v], r[x][v]);
                    }
                }
#if ND_C_STORAGE
                __local float *sum = sums + (i - i_begin) * tile_n + (j - j_begin) * ND_MR;
#define ND_SUM(x, v) (sum + (x)*ND_NR + (v)*ND_VEC)
#else
#define ND_SUM(x, v) 0
#endif
#define ND_FINISH(x, v, result, count)                                                                                         \
    finish(result, count, k_begin == 0, last, beta, activation_alpha, c + (i + (x)) * c_leading + j + (v)*ND_VEC,              \
           ND_SUM(x, v), bias + j + (v)*ND_VEC, before + (i + (x)) * before_leading + j + (v)*ND_VEC,                          \
           saved + (i + (x)) * saved_leading + j + (v)*ND_VEC)
                // From registers where that is short; else through memory, or it would be compiled once for each vector.
                if (ND_ACTIVATION <= 2 && rows == ND_MR && j + ND_USED * ND_VEC <= j_end) {
#pragma unroll
                    for (uint x = 0; x < ND_MR; x++)
#pragma unroll
                        for (uint v = 0; v < ND_USED; v++) ND_FINISH(x, v, alpha * r[x][v], (ulong)ND_VEC);
                } else {
                    float results[ND_MR * ND_USED * ND_VEC];
#pragma unroll
                    for (uint x = 0; x < ND_MR; x++)
#pragma unroll
                        for (uint v = 0; v < ND_USED; v++) store_private(r[x][v], x * ND_USED + v, results);
                    for (uint x = 0; x < rows; x++)
                        for (uint v = 0; v < ND_USED && j + v * ND_VEC < j_end; v++)
                            ND_FINISH(x, v, alpha * load_v(x * ND_USED + v, results), j_end - j - v * ND_VEC);
                }
            }
        }
    }
}
#endif
