// SPDX-License-Identifier: MIT
// Vectors of n elements: inner product, norms, linear combination.
//
//   dot_chunks      y[g] = sum of a[i] b[i] over chunk g. 8 bytes per element.
//   max_abs_chunks  y[g] = max |x[i]| over chunk g, NaN counting as the largest. 4 bytes per element.
//   norm2_chunks    sums[3 g], [3 g + 1], [3 g + 2] = sums of squares over chunk g: of sizes above 2^55, times 2^-160; of those
//                   between; of those below 2^-55, times 2^160. So no square overflows or underflows (J. L. Blue, A portable
//                   Fortran program to find the Euclidean norm of a vector, ACM TOMS 4, 1978). 4 bytes per element.
//   norm2_final     y[0] = the square root of what the three sums of all chunks stand for; one group.
//   combine         z[i] = a f x[i] + b y[i], one rounding more than b y[i]; with b = 0, y is not read. f = 1 with factors = 0,
//                   factor[0] with 1, factor[0] - factor[1] with 2. z may be x or y. 12 bytes per element, 8 without y.
// One group per ND_CHUNK elements. Sums run in an order fixed by n.
//
// variants: ND_WG=1 ND_VEC=16 ND_CHUNK=16384 | ND_WG=1 ND_VEC=8 ND_CHUNK=16384 | ND_WG=256 ND_VEC=4 ND_CHUNK=4096
#include "walk.clh"
#ifndef ND_CHUNK
#error "ND_CHUNK (elements of a group) is required"
#endif

ND_KERNEL dot_chunks(__global float *y, ulong y_offset, __global const float *a, ulong a_offset, __global const float *b,
                     ulong b_offset, ulong n)
{
    ND_GROUP_SCRATCH(scratch);
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong count = min((ulong)ND_CHUNK, n - begin);
    a += a_offset + begin;
    b += b_offset + begin;
    const ulong vectors = count / ND_VEC;
    vfloat total = 0.f; // of blocks of 64 vectors, so that no chain of additions is long
    for (ulong block = 0; block < vectors; block += 64 * ND_WG) {
        const ulong end = min(block + 64 * ND_WG, vectors);
        vfloat even = 0.f, odd = 0.f;
        ulong i = block + ND_LANE;
        for (; i + ND_WG < end; i += 2 * ND_WG) {
            even = fma(load_v(i, a), load_v(i, b), even);
            odd = fma(load_v(i + ND_WG, a), load_v(i + ND_WG, b), odd);
        }
        if (i < end) even = fma(load_v(i, a), load_v(i, b), even);
        total += even + odd;
    }
    float sum = lanes_sum(total);
    for (ulong j = vectors * ND_VEC + ND_LANE; j < count; j += ND_WG) sum = fma(a[j], b[j], sum);
    sum = group_sum(sum, scratch);
    if (ND_LANE == 0) y[y_offset + get_group_id(0)] = sum;
}

// Numbers without sign are ordered like their bits, and NaN has the largest.
ND_KERNEL max_abs_chunks(__global float *y, ulong y_offset, __global const float *x, ulong x_offset, ulong n)
{
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong count = min((ulong)ND_CHUNK, n - begin);
    x += x_offset + begin;
    const ulong vectors = count / ND_VEC;
    vint largest = 0;
    for (ulong i = ND_LANE; i < vectors; i += ND_WG) largest = max(largest, as_vint(fabs(load_v(i, x))));
    int lanes[ND_VEC], best = 0;
    store_private(largest, 0, lanes);
#pragma unroll
    for (int k = 0; k < ND_VEC; k++) best = max(best, lanes[k]);
    for (ulong j = vectors * ND_VEC + ND_LANE; j < count; j += ND_WG) best = max(best, as_int(fabs(x[j])));
#if ND_WG > 1
    __local int scratch[ND_WG];
    scratch[ND_LANE] = best;
    barrier(CLK_LOCAL_MEM_FENCE); // all values are there
    for (uint half_size = ND_WG / 2; half_size > 0; half_size /= 2) {
        if (ND_LANE < half_size) scratch[ND_LANE] = best = max(best, scratch[ND_LANE + half_size]);
        barrier(CLK_LOCAL_MEM_FENCE); // this level is done
    }
#endif
    if (ND_LANE == 0) y[y_offset + get_group_id(0)] = as_float(best);
}

#define ND_HUGE 0x1p55f
#define ND_TINY 0x1p-55f
#define ND_DOWN 0x1p-80f
#define ND_UP 0x1p80f

ND_KERNEL norm2_chunks(__global float *sums, ulong sums_offset, __global const float *x, ulong x_offset, ulong n)
{
    ND_GROUP_SCRATCH(scratch);
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong count = min((ulong)ND_CHUNK, n - begin);
    x += x_offset + begin;
    const ulong vectors = count / ND_VEC;
    vfloat huge_total = 0.f, total = 0.f, tiny_total = 0.f;
    for (ulong block = 0; block < vectors; block += 64 * ND_WG) {
        const ulong end = min(block + 64 * ND_WG, vectors);
        vfloat huges = 0.f, plain = 0.f, tinies = 0.f;
        for (ulong i = block + ND_LANE; i < end; i += ND_WG) {
            const vfloat v = load_v(i, x), size = fabs(v);
            const vint is_huge = size > ND_HUGE, is_tiny = size < ND_TINY; // NaN is neither
            const vfloat down = is_huge ? v * ND_DOWN : (vfloat)0.f, up = is_tiny ? v * ND_UP : (vfloat)0.f;
            const vfloat middle = is_huge | is_tiny ? (vfloat)0.f : v;
            huges = fma(down, down, huges);
            plain = fma(middle, middle, plain);
            tinies = fma(up, up, tinies);
        }
        huge_total += huges;
        total += plain;
        tiny_total += tinies;
    }
    float huge_sum = lanes_sum(huge_total), sum = lanes_sum(total), tiny_sum = lanes_sum(tiny_total);
    for (ulong j = vectors * ND_VEC + ND_LANE; j < count; j += ND_WG) {
        const float v = x[j], size = fabs(v);
        if (size > ND_HUGE) huge_sum = fma(v * ND_DOWN, v * ND_DOWN, huge_sum);
        else if (size < ND_TINY) tiny_sum = fma(v * ND_UP, v * ND_UP, tiny_sum);
        else sum = fma(v, v, sum);
    }
    huge_sum = group_sum(huge_sum, scratch);
    sum = group_sum(sum, scratch);
    tiny_sum = group_sum(tiny_sum, scratch);
    if (ND_LANE == 0) {
        sums += sums_offset + 3 * get_group_id(0);
        sums[0] = huge_sum;
        sums[1] = sum;
        sums[2] = tiny_sum;
    }
}

ND_KERNEL norm2_final(__global float *y, ulong y_offset, __global const float *sums, ulong sums_offset, ulong groups)
{
    ND_GROUP_SCRATCH(scratch);
    sums += sums_offset;
    float huge_sum = 0.f, sum = 0.f, tiny_sum = 0.f;
    for (ulong block = 0; block < groups; block += 256 * ND_WG) { // blocks of 256, so that no chain of additions is long
        const ulong end = min(block + 256 * ND_WG, groups);
        float huges = 0.f, plain = 0.f, tinies = 0.f;
        for (ulong g = block + ND_LANE; g < end; g += ND_WG) {
            huges += sums[3 * g];
            plain += sums[3 * g + 1];
            tinies += sums[3 * g + 2];
        }
        huge_sum += huges;
        sum += plain;
        tiny_sum += tinies;
    }
    huge_sum = group_sum(huge_sum, scratch);
    sum = group_sum(sum, scratch);
    tiny_sum = group_sum(tiny_sum, scratch);
    if (ND_LANE == 0) {
        float norm; // the comparisons let a NaN among the plain numbers through
        if (huge_sum != 0.f) norm = sqrt(huge_sum + sum * ND_DOWN * ND_DOWN) * ND_UP;
        else if (sum != 0.f) norm = sqrt(sum + tiny_sum * ND_DOWN * ND_DOWN);
        else norm = sqrt(tiny_sum) * ND_DOWN;
        y[y_offset] = norm;
    }
}

ND_KERNEL combine(__global float *z, ulong z_offset, __global const float *x, ulong x_offset, __global const float *y,
                  ulong y_offset, ulong n, float a, float b, __global const float *factor, ulong factor_offset, uint factors)
{
    if (factors == 1) a *= factor[factor_offset];
    if (factors == 2) a *= factor[factor_offset] - factor[factor_offset + 1];
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong count = min((ulong)ND_CHUNK, n - begin);
    const ulong vectors = count / ND_VEC;
    z += z_offset + begin;
    x += x_offset + begin;
    if (b == 0.f) {
        for (ulong i = ND_LANE; i < vectors; i += ND_WG) store_v(a * load_v(i, x), i, z);
        for (ulong j = vectors * ND_VEC + ND_LANE; j < count; j += ND_WG) z[j] = a * x[j];
        return;
    }
    y += y_offset + begin;
    for (ulong i = ND_LANE; i < vectors; i += ND_WG) store_v(fma((vfloat)a, load_v(i, x), b * load_v(i, y)), i, z);
    for (ulong j = vectors * ND_VEC + ND_LANE; j < count; j += ND_WG) z[j] = fma(a, x[j], b * y[j]);
}
