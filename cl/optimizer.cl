// SPDX-License-Identifier: MIT
// One optimizer step over flat arrays: parameters, gradients and the states of a rule, an average, a copy in 16 bits.
//
//   g  = clip(scale g) + l2 p + l1 sign(p)      scale: 1 / loss scale, 1 / accumulated weight, norm clipping, -1 to maximize
//   p, states = update(p, g)                    optimizer.clh
//   p  = sign(p) max(|p| - lr l1_proximal, 0);  average += weight (p - average);  copy = p
//
// ND_MANAGED=0: n elements of the caller's, a group per ND_CHUNK of them; the scalars come as an argument.
// ND_MANAGED=1: a group per row of `chunks`, {first element, count | segment << 32}; the scalars come from `control`, which
// may say that nothing is to be done, and what differs between tensors from the row of `segments`.
//
// The scalars h: s0 lr, s1 scale, s2 bound of values, s3 l2, s4 decoupled decay, s5 l1, s6 proximal l1, s7 weight of the
// average, s8 .. sf the rule's own. A segment: s0 factor of lr, s1 l2, s2 decoupled decay, s3 l1, s4 proximal l1, s5 clip
// factor, s6 ratio of norms.
//
// ND_STORAGE is the type of the copy, and of the gradients with ND_GRADIENT=1. ND_PASS (optimizer.clh): pass 1 writes the sums
// of squares of p and of the direction r over its chunk to `norms`, as optimizer_control.cl says.
//
// Bytes moved per element: 8 for p, 4 for g, 8 for each state, 8 for the average, 2 for the copy. Adam: 28.
//
// variants: ND_WG=1 ND_VEC=16 ND_CHUNK=16384 | ND_WG=1 ND_VEC=8 ND_CHUNK=16384 | ND_WG=256 ND_VEC=4 ND_CHUNK=4096 ; ND_PASS=0 ND_MANAGED=0 ND_INSIDE=0 ND_AVERAGE=0 ND_COPY=0 ND_GRADIENT=0 ND_STORAGE=0 | ND_PASS=0 ND_MANAGED=1 ND_INSIDE=1 ND_AVERAGE=1 ND_COPY=1 ND_GRADIENT=1 ND_STORAGE=2 ; ND_RULE=0 ND_STATES=0 | ND_RULE=0,3,11,14 ND_STATES=1 | ND_RULE=4,6,8,9,10,13,15,16 ND_STATES=3 | ND_RULE=5,6 ND_STATES=7 | ND_RULE=12 ND_STATES=15 | ND_RULE=100 ND_STATES=2
// variants: ND_WG=1 ND_VEC=16 ND_CHUNK=16384 | ND_WG=256 ND_VEC=4 ND_CHUNK=4096 ; ND_MANAGED=1 ND_AVERAGE=0 ND_COPY=0 ND_GRADIENT=0 ND_STORAGE=0 ; ND_RULE=17 ND_STATES=3 ND_INSIDE=0 ND_PASS=1,2 | ND_RULE=18 ND_STATES=0 ND_INSIDE=1 ND_PASS=1 | ND_RULE=18 ND_STATES=1 ND_INSIDE=1 ND_PASS=2
#include "control.clh"
#include "storage.clh"
#include "optimizer.clh"
#ifndef ND_CHUNK
#error "ND_CHUNK (elements of a group) is required"
#endif
#if !defined(ND_MANAGED) || !defined(ND_AVERAGE) || !defined(ND_COPY) || !defined(ND_GRADIENT)
#error "ND_MANAGED, ND_AVERAGE, ND_COPY and ND_GRADIENT are required"
#endif

#if ND_GRADIENT
#define gradient_type stored
#define GRADIENT_LOAD STORED_LOAD_IF
#else
#define gradient_type float
#define GRADIENT_LOAD ROW_LOAD_IF
#endif

// STATES(X) applies X to the number of each state there is.
#if ND_STATES & 1
#define STATE_0(X) X(0)
#else
#define STATE_0(X)
#endif
#if ND_STATES & 2
#define STATE_1(X) X(1)
#else
#define STATE_1(X)
#endif
#if ND_STATES & 4
#define STATE_2(X) X(2)
#else
#define STATE_2(X)
#endif
#if ND_STATES & 8
#define STATE_3(X) X(3)
#else
#define STATE_3(X)
#endif
#define STATES(X) STATE_0(X) STATE_1(X) STATE_2(X) STATE_3(X)
#define STATE_PARAMETER(i) , __global float *restrict state##i, ulong state##i##_offset
#define STATE_POINTER(i) state##i += state##i##_offset + begin;
#define STATE_LOAD(i) s##i = ROW_LOAD_IF(whole, j, state##i, 0.f);
#if ND_RULE == LAMB && ND_PASS == 2
#define STATE_STORE(i) // they moved in the first pass
#else
#define STATE_STORE(i) ROW_STORE_IF(whole, s##i, j, state##i);
#endif

// One vector; `full`, a constant, tells whether it is a whole one.
#if ND_PASS == 1
#define FINISH                                                                                                                 \
    const vfloat r = direction(x, d, &s0, &s1, step.own);                                                                      \
    p_small = fma(0x1p40f * x, 0x1p40f * x, p_small);                                                                          \
    p_large = fma(0x1p-40f * x, 0x1p-40f * x, p_large);                                                                        \
    r_small = fma(0x1p40f * r, 0x1p40f * r, r_small);                                                                          \
    r_large = fma(0x1p-40f * r, 0x1p-40f * r, r_large);
#else
#define FINISH                                                                                                                 \
    update(&x, d, &s0, &s1, &s2, &s3, step.lr, step.decay, step.own);                                                          \
    x = proximal(x, step);                                                                                                     \
    STORE_AVERAGE STORE_COPY ROW_STORE_IF(whole, x, j, p);
#endif
#if ND_AVERAGE
#define STORE_AVERAGE ROW_STORE_IF(whole, towards(ROW_LOAD_IF(whole, j, average, 0.f), x, step.average), j, average);
#else
#define STORE_AVERAGE
#endif
#if ND_COPY
#define STORE_COPY STORED_STORE_IF(whole, x, j, copy);
#else
#define STORE_COPY
#endif
#define STEP(full)                                                                                                             \
    {                                                                                                                          \
        const bool whole = full;                                                                                               \
        vfloat x = ROW_LOAD_IF(whole, j, p, 0.f), s0 = 0.f, s1 = 0.f, s2 = 0.f, s3 = 0.f;                                      \
        const vfloat d = gradient_of(GRADIENT_LOAD(whole, j, g, 0.f), x, step);                                                \
        STATES(STATE_LOAD)                                                                                                     \
        FINISH                                                                                                                 \
        STATES(STATE_STORE)                                                                                                    \
    }

ND_KERNEL optimizer_step(__global float *restrict p, ulong p_offset, __global const gradient_type *restrict g,
                         ulong g_offset STATES(STATE_PARAMETER)
#if ND_AVERAGE
                             ,
                         __global float *restrict average
#endif
#if ND_COPY
                         ,
                         __global stored *restrict copy, ulong copy_offset
#endif
#if ND_MANAGED
                         ,
                         __global const ulong2 *restrict chunks, __global const float8 *restrict segments,
                         __global const struct control *restrict control
#else
                         ,
                         ulong n, float16 h
#endif
#if ND_PASS == 1
                         ,
                         __global float4 *restrict norms
#endif
)
{
    struct step step;
#if ND_MANAGED
    const ulong2 chunk = chunks[get_group_id(0)];
    const ulong begin = chunk.x, cols = chunk.y & 0xffffffff;
    const float8 segment = segments[chunk.y >> 32];
    const bool skip = control->skip != 0;
    get_step(&step, control, segment);
#if ND_PASS == 2
    step.own.s7 = segment.s6;
#endif
#else
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK, cols = min((ulong)ND_CHUNK, n - begin);
    const bool skip = false;
    set_step(&step, h);
#endif
#if ND_RULE == LAMB // l2 is a part of the direction, not of the gradient
    step.own.s6 = step.l2;
    step.l2 = 0.f;
#endif
    p += p_offset + begin;
    g += g_offset + begin;
    STATES(STATE_POINTER)
#if ND_AVERAGE
    average += begin;
#endif
#if ND_COPY
    copy += copy_offset + begin;
#endif
#if ND_PASS == 1
    ND_GROUP_SCRATCH(scratch);
    vfloat p_small = 0.f, p_large = 0.f, r_small = 0.f, r_large = 0.f;
#endif
    ulong j = skip ? ROW_VECTORS : ND_LANE;
    for (; j < ROW_FULL; j += ND_WG) STEP(true)
    for (; j < ROW_VECTORS; j += ND_WG) STEP(false)
#if ND_PASS == 1
    const float p_0 = group_sum(lanes_sum(p_small), scratch), p_1 = group_sum(lanes_sum(p_large), scratch);
    const float r_0 = group_sum(lanes_sum(r_small), scratch), r_1 = group_sum(lanes_sum(r_large), scratch);
    if (ND_LANE == 0) norms[get_group_id(0)] = (float4)(p_0, p_1, r_0, r_1);
#endif
}
