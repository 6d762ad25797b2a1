// SPDX-License-Identifier: MIT
// What a device can do at most, for `nadir bench`: copy bandwidth and float32 fused multiply-add rate.
//
//   copy  y[i] = x[i], i < n; groups of ND_WG, one per ND_CHUNK elements. 8 bytes per element: on CPUs past the caches, because
//         an ordinary store would first read the line. x and y are not offset.
//   fma_peak  ND_CHAINS independent chains of `rounds` fused multiply-adds per vector; each work-item writes one float, so that
//             nothing can be left out. 2 * ND_CHAINS * ND_VEC * rounds operations per work-item.
//
// variants: ND_WG=1 ND_VEC=16 ND_CHUNK=16384 | ND_WG=1 ND_VEC=8 ND_CHUNK=16384 | ND_WG=256 ND_VEC=4 ND_CHUNK=4096
#include "walk.clh"
#ifndef ND_CHUNK
#error "ND_CHUNK (elements of a group) is required"
#endif
#define ND_CHAINS 12

#if ND_WG == 1 && __has_builtin(__builtin_nontemporal_store)
#define store_past_cache(v, i, p) __builtin_nontemporal_store(v, (__global vfloat *)(p) + (i))
#else
#define store_past_cache store_v
#endif

ND_KERNEL copy(__global float *restrict y, __global const float *restrict x, ulong n)
{
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong count = min((ulong)ND_CHUNK, n - begin);
    x += begin;
    y += begin;
    const ulong vectors = count / ND_VEC;
    for (ulong i = ND_LANE; i < vectors; i += ND_WG) store_past_cache(load_v(i, x), i, y);
    for (ulong i = vectors * ND_VEC + ND_LANE; i < count; i += ND_WG) y[i] = x[i];
}

ND_KERNEL fma_peak(__global float *y, uint rounds, float factor, float summand)
{
    vfloat chains[ND_CHAINS];
#pragma unroll
    for (int c = 0; c < ND_CHAINS; c++) chains[c] = (float)c;
    for (uint i = 0; i < rounds; i++) {
#pragma unroll
        for (int c = 0; c < ND_CHAINS; c++) chains[c] = fma(chains[c], (vfloat)factor, (vfloat)summand);
    }
    vfloat sum = 0.f;
#pragma unroll
    for (int c = 0; c < ND_CHAINS; c++) sum += chains[c];
    y[get_global_id(0)] = lanes_sum(sum);
}
