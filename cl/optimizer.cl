// SPDX-License-Identifier: MIT
// One optimizer step over a run of the arena: p, g and the states are flat arrays of n elements.
// Launch: groups of ND_WG, one per ND_CHUNK elements. Bytes moved per element: SGD 12, momentum 20, Adam 28.
//
// variants: ND_WG=1 ND_VEC=16 ND_CHUNK=16384 | ND_WG=1 ND_VEC=8 ND_CHUNK=16384 | ND_WG=256 ND_VEC=4 ND_CHUNK=4096 ; ND_RULE=0,1,2
#include "walk.clh"
#include "optimizer.clh"
#ifndef ND_CHUNK
#error "ND_CHUNK (elements of a group) is required"
#endif

ND_KERNEL optimizer_step(__global float *restrict parameters, ulong parameters_offset, __global const float *restrict gradients,
                         ulong gradients_offset,
#if ND_STATES > 0
                         __global float *restrict state0,
#endif
#if ND_STATES > 1
                         __global float *restrict state1,
#endif
                         ulong n, float h0, float h1, float h2, float h3, float h4)
{
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong count = min((ulong)ND_CHUNK, n - begin);
    parameters += parameters_offset + begin;
    gradients += gradients_offset + begin;
#if ND_STATES > 0
    state0 += begin;
#endif
#if ND_STATES > 1
    state1 += begin;
#endif
    const ulong vectors = count / ND_VEC;
    for (ulong i = ND_LANE; i < vectors; i += ND_WG) {
        vfloat p = load_v(i, parameters);
        const vfloat g = load_v(i, gradients);
#if ND_STATES > 0
        vfloat s0 = load_v(i, state0);
#endif
#if ND_STATES > 1
        vfloat s1 = load_v(i, state1);
#endif
        update(vfloat)
        store_v(p, i, parameters);
#if ND_STATES > 0
        store_v(s0, i, state0);
#endif
#if ND_STATES > 1
        store_v(s1, i, state1);
#endif
    }
    for (ulong i = vectors * ND_VEC + ND_LANE; i < count; i += ND_WG) {
        float p = parameters[i];
        const float g = gradients[i];
#if ND_STATES > 0
        float s0 = state0[i];
#endif
#if ND_STATES > 1
        float s1 = state1[i];
#endif
        update(float)
        parameters[i] = p;
#if ND_STATES > 0
        state0[i] = s0;
#endif
#if ND_STATES > 1
        state1[i] = s1;
#endif
    }
}
