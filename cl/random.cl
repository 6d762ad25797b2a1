// SPDX-License-Identifier: MIT
// Uniform random numbers: x[i] = fma(span, u, low) with u = word i of the stream, its upper 24 bits times 2^-24, i < n.
// Launch: groups of ND_WG, one per ND_CHUNK elements (a multiple of 4). 4 bytes written per element.
//
// variants: ND_WG=1 ND_VEC=16 ND_CHUNK=16384 | ND_WG=256 ND_VEC=4 ND_CHUNK=4096
#include "walk.clh"
#include "philox.clh"
#ifndef ND_CHUNK
#error "ND_CHUNK (elements of a group) is required"
#endif

ND_KERNEL random_uniform(__global float *x, ulong x_offset, ulong n, float low, float span, ulong seed, ulong stream)
{
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong end = min(begin + (ulong)ND_CHUNK, n);
    const uint2 key = (uint2)((uint)seed, (uint)(seed >> 32));
    x += x_offset;
    for (ulong block = begin / 4 + ND_LANE; block * 4 < end; block += ND_WG) {
        const uint4 counter = (uint4)((uint)block, (uint)(block >> 32), (uint)stream, (uint)(stream >> 32));
        const float4 u = convert_float4(philox(counter, key) >> 8) * 0x1p-24f;
        const float4 v = fma((float4)span, u, (float4)low);
        if (block * 4 + 4 <= end) {
            vstore4(v, block, x);
        } else {
            const float lanes[4] = {v.x, v.y, v.z, v.w};
            for (ulong i = block * 4; i < end; i++) x[i] = lanes[i % 4];
        }
    }
}
