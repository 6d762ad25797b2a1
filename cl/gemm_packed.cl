// SPDX-License-Identifier: MIT
// c = epilogue(alpha op(a) op(b) + beta c) on CPU devices: row-major, op(a) (m, k), op(b) (k, n), c (m, n).
//
// One launch. A group (one work-item) computes a tile of tile_m x tile_n elements of c. For each block of at most `depth` steps
// along k it packs its rows of op(a) into panels of ND_MR rows (all of them, kept in the second-level cache), then packs op(b),
// a strip of `strip` columns at a time, into panels of ND_NR columns (one of them kept in the first-level cache) and multiplies
// every pair of panels with ND_MR x ND_NR accumulators in registers. Packing turns all four layouts into the same inner loop,
// and makes edges and transposes its own affair: panels are padded with zeros. Where k is not the contiguous direction it goes
// along whole lines of memory: panel by panel, each line of 128 bytes would be a cache miss of its own when rows are a power of
// two apart.
//
// ND_TRANSPOSE_A  a is stored (k, m)          ND_TRANSPOSE_B  b is stored (n, k)
// ND_BIAS         adds bias[j] to column j    ND_ACTIVATION   then applies f (activation.clh)
// ND_BEFORE       also writes before = what f is applied to, stored like c
// ND_DERIVATIVE   instead: multiplies by f'   from `saved` (activation.clh), stored like c
// ND_ROW_SUMS     also writes row_sums[i] = sum over k of op(a)[i][k]
// Launch: ceil(m / tile_m) * ceil(n / tile_n) groups of 1; tile_m a multiple of ND_VEC, tile_n and strip of ND_NR, depth of
// ND_VEC; local memory: a_panels tile_m * depth floats, b_panels strip * depth floats.
// Order of summation: along k within a block, then block after block: fixed by `depth` alone.
//
// variants: ND_WG=1 ND_VEC=16 | ND_WG=1 ND_VEC=8 | ND_WG=1 ND_VEC=4 ; ND_TRANSPOSE_A=0,1 ; ND_TRANSPOSE_B=0,1 ; ND_BIAS=0 ND_ACTIVATION=0 ND_BEFORE=0 ND_DERIVATIVE=0 ND_ROW_SUMS=0 | ND_BIAS=1 ND_ACTIVATION=1,2,3,4,5,6,7,8,9 ND_BEFORE=0,1 ND_DERIVATIVE=0 ND_ROW_SUMS=0 | ND_BIAS=0 ND_ACTIVATION=1,2,3,4,5,6,7,8,9 ND_BEFORE=0 ND_DERIVATIVE=1 ND_ROW_SUMS=0 | ND_BIAS=0 ND_ACTIVATION=0 ND_BEFORE=0 ND_DERIVATIVE=0 ND_ROW_SUMS=1
#include "walk.clh"
#include "vmath.clh"
#include "activation.clh"
#if !defined(ND_TRANSPOSE_A) || !defined(ND_TRANSPOSE_B) || !defined(ND_BIAS) || !defined(ND_BEFORE) ||                        \
    !defined(ND_DERIVATIVE) || !defined(ND_ROW_SUMS)
#error "ND_TRANSPOSE_A, ND_TRANSPOSE_B, ND_BIAS, ND_BEFORE, ND_DERIVATIVE and ND_ROW_SUMS are required"
#endif
#if ND_WG != 1
#error "this kernel has the CPU walk only: ND_WG must be 1"
#endif

// Micro-tile: as many accumulators as the vector registers hold beside a row of b (host/ops/gemm_packed.c has the same).
#if ND_VEC == 16
#define ND_MR 8
#define ND_NV 2
#elif ND_VEC == 8
#define ND_MR 4
#define ND_NV 3
#else
#define ND_MR 4
#define ND_NV 3
#endif
#define ND_NR (ND_NV * ND_VEC)
#define mfloat ND_CAT(float, ND_MR)

// Transposes ND_VEC vectors in log2(ND_VEC) rounds: round s exchanges the off-diagonal s x s blocks.
#if __has_builtin(__builtin_shufflevector)
#define ND_UPPER(s, l) ((l) & (s) ? ND_VEC + (l) - (s) : (l))
#define ND_LOWER(s, l) ((l) & (s) ? ND_VEC + (l) : (l) + (s))
#define ND_LANES4(f, s, l) f(s, l), f(s, l + 1), f(s, l + 2), f(s, l + 3)
#if ND_VEC == 16
#define ND_LANES(f, s) ND_LANES4(f, s, 0), ND_LANES4(f, s, 4), ND_LANES4(f, s, 8), ND_LANES4(f, s, 12)
#elif ND_VEC == 8
#define ND_LANES(f, s) ND_LANES4(f, s, 0), ND_LANES4(f, s, 4)
#else
#define ND_LANES(f, s) ND_LANES4(f, s, 0)
#endif
#define ND_TRANSPOSE_ROUND(r, s)                                                                                               \
    _Pragma("unroll") for (int i = 0; i < ND_VEC; i++) if (!(i & (s)))                                                         \
    {                                                                                                                          \
        const vfloat upper = r[i], lower = r[i + (s)];                                                                         \
        r[i] = __builtin_shufflevector(upper, lower, ND_LANES(ND_UPPER, s));                                                   \
        r[i + (s)] = __builtin_shufflevector(upper, lower, ND_LANES(ND_LOWER, s));                                             \
    }
inline void transpose(vfloat *r)
{
    ND_TRANSPOSE_ROUND(r, 1)
    ND_TRANSPOSE_ROUND(r, 2)
#if ND_VEC > 4
    ND_TRANSPOSE_ROUND(r, 4)
#endif
#if ND_VEC > 8
    ND_TRANSPOSE_ROUND(r, 8)
#endif
}
#else
inline void transpose(vfloat *r)
{
    float t[ND_VEC * ND_VEC];
    for (int i = 0; i < ND_VEC; i++) store_private(r[i], i, t);
    for (int i = 0; i < ND_VEC; i++)
        for (int j = i + 1; j < ND_VEC; j++) {
            const float upper = t[i * ND_VEC + j];
            t[i * ND_VEC + j] = t[j * ND_VEC + i];
            t[j * ND_VEC + i] = upper;
        }
    for (int i = 0; i < ND_VEC; i++) r[i] = load_v(i, t);
}
#endif

// The first `count` elements at p (all ND_VEC of them if there are as many), the rest zero.
inline vfloat load_some(__global const float *p, ulong count)
{
    if (count >= ND_VEC) return load_v(0, p);
    float lanes[ND_VEC];
    for (uint l = 0; l < ND_VEC; l++) lanes[l] = l < count ? p[l] : 0.f;
    return load_v(0, lanes);
}

inline void store_some(vfloat v, __global float *p, ulong count)
{
    if (count >= ND_VEC) {
        store_v(v, 0, p);
        return;
    }
    float lanes[ND_VEC];
    store_private(v, 0, lanes);
    for (uint l = 0; l < count; l++) p[l] = lanes[l];
}

// Block of ND_VEC lines (rows of a or columns of b, `lines` of them present) by ND_VEC steps along k, from memory where k is
// contiguous: r[step] receives the lines' values at that step. `steps` are present.
inline void load_block_transposed(vfloat *r, __global const float *p, ulong stride, ulong lines, ulong steps)
{
#pragma unroll
    for (uint l = 0; l < ND_VEC; l++) r[l] = l < lines ? load_some(p + l * stride, steps) : (vfloat)0.f;
    transpose(r);
}

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
inline void pack_a(__local float *panels, ulong depth, __global const float *a, ulong stride, ulong lines, ulong steps)
{
#if ND_TRANSPOSE_A
    for (ulong k = 0; k < steps; k++)
        for (ulong i = 0; i < lines; i += ND_VEC) {
            __local float *panel = panels + i * depth, *next = panel + ND_MR * depth;
            const vfloat v = load_some(a + k * stride + i, lines - i);
            store_a(v, panel, next, k);
        }
#else
    for (ulong i = 0; i < lines; i += ND_VEC) {
        __local float *panel = panels + i * depth, *next = panel + ND_MR * depth;
        const ulong present = min((ulong)ND_VEC, lines - i);
        for (ulong k = 0; k < steps; k += ND_VEC) {
            vfloat r[ND_VEC];
            const ulong some = min((ulong)ND_VEC, steps - k);
            load_block_transposed(r, a + i * stride + k, stride, present, some);
#pragma unroll
            for (uint l = 0; l < ND_VEC; l++)
                if (l < some) store_a(r[l], panel, next, k + l);
        }
    }
#endif
}

// Packs `lines` columns of op(b) from column 0 of `b` into panels of ND_NR * depth floats.
inline void pack_b(__local float *panels, ulong depth, __global const float *b, ulong stride, ulong lines, ulong steps)
{
#if ND_TRANSPOSE_B
    for (ulong j = 0; j < lines; j += ND_NR)
        for (ulong v = 0; v < ND_NR; v += ND_VEC) {
            const ulong present = lines > j + v ? lines - j - v : 0;
            for (ulong k = 0; k < steps; k += ND_VEC) {
                vfloat r[ND_VEC];
                const ulong some = min((ulong)ND_VEC, steps - k);
                load_block_transposed(r, b + (j + v) * stride + k, stride, present, some);
#pragma unroll
                for (uint l = 0; l < ND_VEC; l++)
                    if (l < some) store_local(r[l], 0, panels + j * depth + (k + l) * ND_NR + v);
            }
        }
#else
    for (ulong k = 0; k < steps; k++)
        for (ulong j = 0; j < lines; j += ND_NR)
#pragma unroll
            for (ulong v = 0; v < ND_NR; v += ND_VEC)
                store_local(lines > j + v ? load_some(b + k * stride + j + v, lines - j - v) : (vfloat)0.f, 0,
                            panels + j * depth + k * ND_NR + v);
#endif
}

#if ND_BIAS
#define ND_BIAS_PARAMETER __global const float *bias, ulong bias_offset,
#else
#define ND_BIAS_PARAMETER
#endif
#if ND_BEFORE
#define ND_BEFORE_PARAMETER __global float *before, ulong before_offset,
#else
#define ND_BEFORE_PARAMETER
#endif
#if ND_DERIVATIVE
#define ND_DERIVATIVE_PARAMETER __global const float *saved, ulong saved_offset,
#else
#define ND_DERIVATIVE_PARAMETER
#endif
#if ND_ROW_SUMS
#define ND_ROW_SUMS_PARAMETER __global float *row_sums, ulong row_sums_offset,
#else
#define ND_ROW_SUMS_PARAMETER
#endif

ND_KERNEL gemm_packed(__global float *c, ulong c_offset, __global const float *a, ulong a_offset, __global const float *b,
                      ulong b_offset, ND_BIAS_PARAMETER ND_BEFORE_PARAMETER ND_DERIVATIVE_PARAMETER ND_ROW_SUMS_PARAMETER
                      ulong m, ulong n, ulong k, float alpha, float beta, float activation_alpha, ulong tile_m, ulong tile_n,
                      ulong strip, ulong depth, __local float *a_panels, __local float *b_panels)
{
    const ulong tiles_n = (n + tile_n - 1) / tile_n;
    const ulong i_begin = get_group_id(0) / tiles_n * tile_m, j_begin = get_group_id(0) % tiles_n * tile_n;
    const ulong i_end = min(i_begin + tile_m, m), j_end = min(j_begin + tile_n, n);
    a += a_offset;
    b += b_offset;
    c += c_offset;

    for (ulong k_begin = 0; k_begin < k; k_begin += depth) {
        const ulong steps = min(depth, k - k_begin);
        const bool last = k_begin + steps == k;
#if ND_TRANSPOSE_A
        pack_a(a_panels, depth, a + k_begin * m + i_begin, m, i_end - i_begin, steps);
#else
        pack_a(a_panels, depth, a + i_begin * k + k_begin, k, i_end - i_begin, steps);
#endif
#if ND_ROW_SUMS
        if (j_begin == 0)
            for (ulong i = i_begin; i < i_end; i += ND_MR) {
                __local const float *panel = a_panels + (i - i_begin) * depth;
                mfloat sum = 0.f;
                for (ulong s = 0; s < steps; s++) sum += ND_VLOAD(ND_MR)(s, panel);
                float lanes[ND_MR];
                ND_VSTORE(ND_MR)(sum, 0, lanes);
                for (ulong l = 0; l < min((ulong)ND_MR, i_end - i); l++) {
                    __global float *out = row_sums + row_sums_offset + i + l;
                    *out = k_begin > 0 ? *out + lanes[l] : lanes[l];
                }
            }
#endif
        for (ulong j = j_begin; j < j_end; j += ND_NR) {
            __local const float *b_panel = b_panels + (j - j_begin) % strip * depth;
            if ((j - j_begin) % strip == 0) {
                const ulong lines = min(strip, j_end - j);
#if ND_TRANSPOSE_B
                pack_b(b_panels, depth, b + j * k + k_begin, k, lines, steps);
#else
                pack_b(b_panels, depth, b + k_begin * n + j, n, lines, steps);
#endif
            }
            for (ulong i = i_begin; i < i_end; i += ND_MR) {
                __local const float *panel = a_panels + (i - i_begin) * depth;
                vfloat r[ND_MR][ND_NV];
#pragma unroll
                for (uint x = 0; x < ND_MR; x++)
#pragma unroll
                    for (uint v = 0; v < ND_NV; v++) r[x][v] = 0.f;
                for (ulong s = 0; s < steps; s++) {
                    vfloat row[ND_NV];
#pragma unroll
                    for (uint v = 0; v < ND_NV; v++) row[v] = load_v(v, b_panel + s * ND_NR);
#pragma unroll
                    for (uint x = 0; x < ND_MR; x++) {
                        const vfloat factor = panel[s * ND_MR + x];
#pragma unroll
                        for (uint v = 0; v < ND_NV; v++) r[x][v] = fma(factor, row[v], r[x][v]);
                    }
                }
#pragma unroll
                for (uint x = 0; x < ND_MR; x++) {
                    if (i + x >= i_end) continue;
#pragma unroll
                    for (uint v = 0; v < ND_NV; v++) {
                        const ulong col = j + v * ND_VEC;
                        if (col >= j_end) continue;
                        const ulong at = (i + x) * n + col, count = j_end - col;
                        vfloat result = alpha * r[x][v];
                        if (k_begin > 0) result += load_some(c + at, count);
                        else if (beta != 0.f) result = fma((vfloat)beta, load_some(c + at, count), result);
                        if (last) {
#if ND_BIAS
                            result += load_some(bias + bias_offset + col, count);
#endif
#if ND_BEFORE
                            store_some(result, before + before_offset + at, count);
#endif
#if ND_DERIVATIVE
                            result = activate_backward(result, load_some(saved + saved_offset + at, count), activation_alpha);
#else
                            result = activate(result, activation_alpha);
#endif
                        }
                        store_some(result, c + at, count);
                    }
                }
            }
        }
    }
}
