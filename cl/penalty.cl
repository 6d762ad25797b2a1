// SPDX-License-Identifier: MIT
// Elastic net penalty, value and gradient in one pass.
//
//   penalty  sums[g] = sum over chunk g of l1 |p[i]| + square p[i]^2
//            dp[i] = l1 sign(p[i]) + 2 square p[i], with ND_ADD=1 added to what is there
// One group per chunk of ND_CHUNK elements. 4 bytes per element for the sum, 8 with gradient, 12 with ND_ADD=1. Sums run in an
// order fixed by the number of elements.
//
// variants: ND_WG=1 ND_VEC=16 ND_CHUNK=16384 | ND_WG=1 ND_VEC=8 ND_CHUNK=16384 | ND_WG=256 ND_VEC=4 ND_CHUNK=4096 ; ND_LOSS=1 ND_GRADIENT=0 ND_ADD=0 | ND_LOSS=0 ND_GRADIENT=1 ND_ADD=1 | ND_LOSS=1 ND_GRADIENT=1 ND_ADD=0
#include "walk.clh"
#ifndef ND_CHUNK
#error "ND_CHUNK (elements of a group) is required"
#endif
#if !defined(ND_LOSS) || !defined(ND_GRADIENT) || !defined(ND_ADD)
#error "ND_LOSS, ND_GRADIENT and ND_ADD are required"
#endif

inline vfloat penalty_value(vfloat p, float l1, float square)
{
    // A factor of 0 takes its term away, also where p is infinite.
    const vfloat linear = l1 == 0.f ? (vfloat)0.f : l1 * fabs(p), quadratic = square == 0.f ? (vfloat)0.f : square * p * p;
    return linear + quadratic;
}

inline vfloat penalty_gradient(vfloat p, float l1, float square)
{
    const vfloat sign = p > 0.f ? (vfloat)l1 : p < 0.f ? (vfloat)-l1 : p; // 0 at 0, NaN at NaN
    return square == 0.f ? sign : sign + 2.f * square * p;
}

ND_KERNEL penalty(__global float *sums, ulong sums_offset, __global float *dp, ulong dp_offset, __global const float *p,
                  ulong p_offset, ulong n, float l1, float square)
{
    ND_GROUP_SCRATCH(scratch);
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong count = min((ulong)ND_CHUNK, n - begin);
    p += p_offset + begin;
#if ND_GRADIENT
    dp += dp_offset + begin;
#endif
    const ulong vectors = count / ND_VEC;
    const int rest = (int)(count - vectors * ND_VEC);
    vfloat total = 0.f; // of blocks of 64 vectors, so that no chain of additions is long
    for (ulong block = 0; block <= vectors; block += 64 * ND_WG) {
        vfloat sum = 0.f;
        for (ulong i = block + ND_LANE; i < min(block + 64 * ND_WG, vectors + (rest > 0)); i += ND_WG) {
            const vfloat v = i < vectors ? load_v(i, p) : load_part(p + i * ND_VEC, rest, 0.f);
#if ND_LOSS
            sum += penalty_value(v, l1, square);
#endif
#if ND_GRADIENT
            vfloat g = penalty_gradient(v, l1, square);
#if ND_ADD
            g += i < vectors ? load_v(i, dp) : load_part(dp + i * ND_VEC, rest, 0.f);
#endif
            if (i < vectors) store_v(g, i, dp);
            else store_part(g, dp + i * ND_VEC, rest);
#endif
        }
        total += sum;
    }
#if ND_LOSS
    const float sum = group_sum(lanes_sum(total), scratch);
    if (ND_LANE == 0) sums[sums_offset + get_group_id(0)] = sum;
#endif
}
