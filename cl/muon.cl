// SPDX-License-Identifier: MIT
// Muon around the matrix products of its Newton-Schulz iteration, for one matrix of n elements:
//
//   muon_momentum    b = momentum b + (1 - momentum) g;  x = nesterov ? momentum b + (1 - momentum) g : b; the sum of the
//                    squares of 2^-16 x over each chunk to `partials`: norms from 1e-14 to 1e23. 16 bytes per element.
//   muon_normalise   x = x / max(|x|, 1e-7), with Frobenius' norm. Every group adds up the partials. 8 bytes.
//   muon_polynomial  y = b a + c I, which the products make b a + c I + d a^2. A group per row of the (n, n) matrices. 8 bytes.
//   muon_apply       p = p - lr (adjustment x + decay p). 12 bytes, 8 more for the average, 2 for the copy.
//
// A group per ND_CHUNK elements but for muon_polynomial. Scalars as in optimizer.cl; the rule's own s6 = 1 - momentum and s7 =
// momentum. Where the step is skipped, states and p are not touched.
//
// variants: ND_WG=1 ND_VEC=16 ND_CHUNK=16384 | ND_WG=1 ND_VEC=8 ND_CHUNK=16384 | ND_WG=256 ND_VEC=4 ND_CHUNK=4096 ; ND_AVERAGE=0 ND_COPY=0 ND_STORAGE=0 | ND_AVERAGE=1 ND_COPY=1 ND_STORAGE=2
#include "update.clh"
#ifndef ND_CHUNK
#error "ND_CHUNK (elements of a group) is required"
#endif

ND_KERNEL muon_momentum(__global float *restrict x, ulong x_offset, __global float *restrict partials, ulong partials_offset,
                        __global float *restrict b, ulong b_offset, __global const float *restrict p, ulong p_offset,
                        __global const float *restrict g, ulong g_offset, ulong n, uint nesterov, uint segment,
                        __global const float8 *restrict segments, __global const struct control *restrict control)
{
    ND_GROUP_SCRATCH(scratch);
    if (control->skip != 0) return;
    struct step s;
    get_step(&s, control, segments[segment]);
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK, cols = min((ulong)ND_CHUNK, n - begin);
    x += x_offset + begin;
    b += b_offset + begin;
    p += p_offset + begin;
    g += g_offset + begin;
    vfloat sum = 0.f;
    for (ulong j = ND_LANE; j < ROW_VECTORS; j += ND_WG) {
        const vfloat d = gradient_of(ROW_LOAD(j, g, 0.f), ROW_LOAD(j, p, 0.f), s);
        const vfloat moved = towards(ROW_LOAD(j, b, 0.f), d, s.own.s6);
        const vfloat y = nesterov ? towards(d, moved, s.own.s7) : moved;
        ROW_STORE(moved, j, b);
        ROW_STORE(y, j, x);
        const vfloat small = 0x1p-16f * ROW_FILL(y, j, 0.f);
        sum = fma(small, small, sum);
    }
    const float total = group_sum(lanes_sum(sum), scratch);
    if (ND_LANE == 0) partials[partials_offset + get_group_id(0)] = total;
}

ND_KERNEL muon_normalise(__global float *restrict x, ulong x_offset, __global const float *restrict partials,
                         ulong partials_offset, ulong n)
{
    ND_GROUP_SCRATCH(scratch);
    partials += partials_offset;
    float sum = 0.f;
    for (ulong first = 0; first < (n + ND_CHUNK - 1) / ND_CHUNK; first += 32 * ND_WG) { // no chain of additions is long
        const ulong end = min(first + 32 * ND_WG, (n + ND_CHUNK - 1) / ND_CHUNK);
        float part = 0.f;
        for (ulong c = first + ND_LANE; c < end; c += ND_WG) part += partials[c];
        sum += part;
    }
    const float norm = 0x1p16f * sqrt(group_sum(sum, scratch)), factor = 1.f / max_of(1e-7f, norm);
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK, cols = min((ulong)ND_CHUNK, n - begin);
    x += x_offset + begin;
    for (ulong j = ND_LANE; j < ROW_VECTORS; j += ND_WG) ROW_STORE(factor * ROW_LOAD(j, x, 0.f), j, x);
}

ND_KERNEL muon_polynomial(__global float *restrict y, ulong y_offset, __global const float *restrict a, ulong a_offset,
                          ulong cols, float b, float c)
{
    const ulong row = get_group_id(0);
    y += y_offset + row * cols;
    a += a_offset + row * cols;
    for (ulong j = ND_LANE; j < ROW_VECTORS; j += ND_WG)
        ROW_STORE(fma((vfloat)b, ROW_LOAD(j, a, 0.f), ROW_COLUMNS(j) == (int)row ? (vfloat)c : (vfloat)0.f), j, y);
}

// One vector. `whole` is a constant.
#define STEP(whole)                                                                                                            \
    {                                                                                                                          \
        vfloat y = advance(ROW_LOAD_IF(whole, j, p, 0.f), adjustment * ROW_LOAD_IF(whole, j, x, 0.f), s.lr, s.decay);          \
        y = proximal(y, s);                                                                                                    \
        STORE_PARAMETER(whole, y, j);                                                                                          \
    }

ND_KERNEL muon_apply(__global float *restrict p, ulong p_offset, __global const float *restrict x, ulong x_offset, ulong first,
                     ulong n, float adjustment, uint segment, __global const float8 *restrict segments,
                     __global const struct control *restrict control UPDATE_PARAMETERS)
{
    if (control->skip != 0) return;
    struct step s;
    get_step(&s, control, segments[segment]);
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK, cols = min((ulong)ND_CHUNK, n - begin);
    p += p_offset + first + begin;
    x += x_offset + begin;
    UPDATE_AT(first + begin)
    ulong j = ND_LANE;
    for (; j < ROW_FULL; j += ND_WG) STEP(true)
    for (; j < ROW_VECTORS; j += ND_WG) STEP(false)
}
