// SPDX-License-Identifier: MIT
// The elementwise losses: value and gradient in one pass. With w = weight sample_weight (those that there are)
//     loss[i] = w[i] l(x[i], ...), or one sum of these for each chunk
//     dx[i] = scale factor[0] upstream[i] w[i] dl/dx,      dx2[i] the same with dl/dx2
// Arrays have n elements, but weight, pos_weight and sample_weight may be shorter (ND_LIKE_X ...); the maths is in
// pointwise_loss.clh. Launch: groups of ND_WG, one per ND_CHUNK elements. dx may be x, dx2 may be x2.
// 12 bytes per element with x, target and a gradient; 8 without the gradient; 4 more for each other array that is as long.
// Sums: 64 vectors, then those, then lanes; in an order fixed by n.
//
// ND_FUNCTION  the loss's name
// ND_LOSS      0 no value, 1 each, 2 a sum of each chunk
// ND_GRADIENT  1 for x, 2 for x2, 3 both, 0 none
// ND_INPUTS    2 where the loss has x2
// ND_WEIGHT, ND_POS_WEIGHT, ND_SAMPLE_WEIGHT  where to find that of an element: ND_ABSENT ... below
// ND_UPSTREAM, ND_FACTOR                      1 where there is one
// Switches of the loss: pointwise_loss.clh.
//
// variants: ND_WG=1 ND_VEC=16 ND_CHUNK=16384 | ND_WG=256 ND_VEC=4 ND_CHUNK=4096 ; ND_FUNCTION=mse,half_mse,l1,huber,smooth_l1,log_cosh,quantile,epsilon_insensitive,bce,bce_with_logits,hinge,squared_hinge,soft_margin,hinge_embedding,kl_div ND_INPUTS=1 ; ND_LOSS=0,2 ND_GRADIENT=1 | ND_LOSS=1 ND_GRADIENT=0 ; ND_LOG_INPUT=0 ND_FULL=0 ND_LOG_TARGET=0 ND_FROM_PROBABILITIES=0 ND_CLIP=0 ND_BALANCED=0 ; ND_WEIGHT=0 ND_POS_WEIGHT=0 ND_SAMPLE_WEIGHT=0 ND_UPSTREAM=0 ND_FACTOR=0
// variants: ND_WG=1 ND_VEC=16 ND_CHUNK=16384 | ND_WG=256 ND_VEC=4 ND_CHUNK=4096 ; ND_FUNCTION=poisson_nll,bce,sigmoid_focal,kl_div ND_INPUTS=1 ND_LOSS=1 ND_GRADIENT=1 ; ND_LOG_INPUT=0,1 ND_FULL=1 ND_LOG_TARGET=0,1 ND_FROM_PROBABILITIES=1 ND_CLIP=0,1 ND_BALANCED=1 ; ND_WEIGHT=0 ND_POS_WEIGHT=0 ND_SAMPLE_WEIGHT=0 ND_UPSTREAM=0 ND_FACTOR=0
// variants: ND_WG=1 ND_VEC=16 ND_CHUNK=16384 | ND_WG=256 ND_VEC=4 ND_CHUNK=4096 ; ND_FUNCTION=gaussian_nll,margin_ranking ND_INPUTS=2 ; ND_LOSS=0 ND_GRADIENT=1,2 | ND_LOSS=1,2 ND_GRADIENT=0,3 ; ND_LOG_INPUT=0 ND_FULL=1 ND_LOG_TARGET=0 ND_FROM_PROBABILITIES=0 ND_CLIP=0 ND_BALANCED=0 ; ND_WEIGHT=0 ND_POS_WEIGHT=0 ND_SAMPLE_WEIGHT=3 ND_UPSTREAM=1 ND_FACTOR=0 | ND_WEIGHT=0 ND_POS_WEIGHT=0 ND_SAMPLE_WEIGHT=1 ND_UPSTREAM=0 ND_FACTOR=1
// variants: ND_WG=1 ND_VEC=16 ND_CHUNK=16384 | ND_WG=256 ND_VEC=4 ND_CHUNK=4096 | ND_WG=1 ND_VEC=8 ND_CHUNK=16384 ; ND_FUNCTION=bce_with_logits ND_INPUTS=1 ND_LOSS=2 ND_GRADIENT=1 ; ND_LOG_INPUT=0 ND_FULL=0 ND_LOG_TARGET=0 ND_FROM_PROBABILITIES=0 ND_CLIP=0 ND_BALANCED=0 ; ND_WEIGHT=1 ND_POS_WEIGHT=4 ND_SAMPLE_WEIGHT=0 ND_UPSTREAM=0 ND_FACTOR=0 | ND_WEIGHT=2 ND_POS_WEIGHT=2 ND_SAMPLE_WEIGHT=3 ND_UPSTREAM=1 ND_FACTOR=0 | ND_WEIGHT=4 ND_POS_WEIGHT=1 ND_SAMPLE_WEIGHT=1 ND_UPSTREAM=0 ND_FACTOR=1 | ND_WEIGHT=0 ND_POS_WEIGHT=0 ND_SAMPLE_WEIGHT=4 ND_UPSTREAM=0 ND_FACTOR=0
#include "walk.clh"
#include "vmath.clh"
#include "pointwise_loss.clh"
#ifndef ND_CHUNK
#error "ND_CHUNK (elements of a group) is required"
#endif
#if !defined(ND_FUNCTION) || !defined(ND_LOSS) || !defined(ND_GRADIENT) || !defined(ND_INPUTS)
#error "ND_FUNCTION, ND_LOSS, ND_GRADIENT and ND_INPUTS are required"
#endif
#if !defined(ND_WEIGHT) || !defined(ND_POS_WEIGHT) || !defined(ND_SAMPLE_WEIGHT) || !defined(ND_UPSTREAM) || !defined(ND_FACTOR)
#error "ND_WEIGHT, ND_POS_WEIGHT, ND_SAMPLE_WEIGHT, ND_UPSTREAM and ND_FACTOR are required"
#endif

// Where an operand of element i is (host/ops/pointwise_loss.c has the same).
#define ND_ABSENT 0
#define ND_LIKE_X 1    // p[i]
#define ND_LAST_AXIS 2 // p[i % period], period the length of x's last axis
#define ND_PER_ROW 3   // p[i / period], period the length of all axes but the first
#define ND_ONE 4       // p[0]

// Floats that are asked for ahead of time, what will be written included. 2048 made value and gradient 5 % slower, none at all
// 40 % where there is an exponential.
#define ND_AHEAD 512

// A kernel argument that only some specialisations have, and the pointer made of it.
#define ND_INPUT_(name) __global const float *name, ulong name##_offset,
#define ND_OUTPUT_(name) __global float *name, ulong name##_offset,
#if ND_LOSS
#define ND_LOSS_PARAMETER ND_OUTPUT_(loss)
#else
#define ND_LOSS_PARAMETER
#endif
#if ND_GRADIENT & 1
#define ND_DX_PARAMETER ND_OUTPUT_(dx)
#else
#define ND_DX_PARAMETER
#endif
#if ND_GRADIENT & 2
#define ND_DX2_PARAMETER ND_OUTPUT_(dx2)
#else
#define ND_DX2_PARAMETER
#endif
#if ND_INPUTS == 2
#define ND_X2_PARAMETER ND_INPUT_(x2)
#else
#define ND_X2_PARAMETER
#endif
#if ND_WEIGHT
#define ND_WEIGHT_PARAMETER ND_INPUT_(weight)
#else
#define ND_WEIGHT_PARAMETER
#endif
#if ND_POS_WEIGHT
#define ND_POS_WEIGHT_PARAMETER ND_INPUT_(pos_weight)
#else
#define ND_POS_WEIGHT_PARAMETER
#endif
#if ND_SAMPLE_WEIGHT
#define ND_SAMPLE_WEIGHT_PARAMETER ND_INPUT_(sample_weight)
#else
#define ND_SAMPLE_WEIGHT_PARAMETER
#endif
#if ND_UPSTREAM
#define ND_UPSTREAM_PARAMETER ND_INPUT_(upstream)
#else
#define ND_UPSTREAM_PARAMETER
#endif
#if ND_FACTOR
#define ND_FACTOR_PARAMETER ND_INPUT_(factor)
#else
#define ND_FACTOR_PARAMETER
#endif

// What a vector of elements is made of; arrays that a specialisation lacks are not set.
struct pass {
    __global float *loss, *dx, *dx2;
    __global const float *x, *x2, *target, *weight, *pos_weight, *sample_weight, *upstream;
    ulong row_length, last; // periods of ND_PER_ROW and ND_LAST_AXIS
    float scale;
    float2 options;
};

// Elements i .. i + present - 1 of p, present <= ND_VEC being known when this is compiled if it is ND_VEC.
inline vfloat load_some(__global const float *p, ulong i, int present)
{
    prefetch_line(p + i + ND_AHEAD);
    return present == ND_VEC ? load_v(0, p + i) : load_part(p + i, present, 0.f);
}
inline void store_some(vfloat v, __global float *p, ulong i, int present)
{
    prefetch_line(p + i + ND_AHEAD);
    if (present == ND_VEC) store_v(v, 0, p + i);
    else store_part(v, p + i, present);
}

// The same of an operand that may be shorter than x: one division for a vector.
inline vfloat load_operand(__global const float *p, int kind, ulong period, ulong i, int present)
{
    if (kind == ND_LIKE_X) return load_some(p, i, present);
    if (kind == ND_ONE) return (vfloat)p[0];
    ulong row = i / period, col = i - row * period;
    if (col + ND_VEC <= period) return kind == ND_LAST_AXIS ? load_v(0, p + col) : (vfloat)p[row];
    float lanes[ND_VEC];
#pragma unroll
    for (int k = 0; k < ND_VEC; k++) {
        lanes[k] = k < present ? p[kind == ND_LAST_AXIS ? col : row] : 0.f;
        const bool wraps = ++col == period;
        col = wraps ? 0 : col;
        row += wraps;
    }
    return load_v(0, lanes);
}

// Loss and gradients of `present` elements from i on; returns their w l.
inline vfloat compute(struct pass a, ulong i, int present)
{
    const vfloat x = load_some(a.x, i, present), t = load_some(a.target, i, present);
    vfloat x2 = 0.f, q = 1.f, w = 1.f, l = 0.f;
#if ND_INPUTS == 2
    x2 = load_some(a.x2, i, present);
#endif
#if ND_POS_WEIGHT
    q = load_operand(a.pos_weight, ND_POS_WEIGHT, a.last, i, present);
#endif
#if ND_WEIGHT
    w *= load_operand(a.weight, ND_WEIGHT, a.last, i, present);
#endif
#if ND_SAMPLE_WEIGHT
    w *= load_operand(a.sample_weight, ND_SAMPLE_WEIGHT, a.row_length, i, present);
#endif
#if ND_LOSS
    l = w * ND_CAT(loss_, ND_FUNCTION)(x, x2, t, q, a.options);
#endif
#if ND_GRADIENT
    w *= a.scale;
#if ND_UPSTREAM
    w *= load_some(a.upstream, i, present);
#endif
#if ND_GRADIENT & 1
    const vfloat g = w * ND_CAT(gradient_, ND_FUNCTION)(x, x2, t, q, a.options);
#endif
#if ND_GRADIENT & 2
    const vfloat g2 = w * ND_CAT(gradient2_, ND_FUNCTION)(x, x2, t, q, a.options);
#endif
#if ND_GRADIENT & 1
    store_some(g, a.dx, i, present);
#endif
#if ND_GRADIENT & 2
    store_some(g2, a.dx2, i, present);
#endif
#endif
#if ND_LOSS == 1
    store_some(l, a.loss, i, present);
#endif
    return l;
}

ND_KERNEL pointwise_loss(ND_LOSS_PARAMETER ND_DX_PARAMETER ND_DX2_PARAMETER __global const float *x, ulong x_offset,
                         ND_X2_PARAMETER __global const float *target, ulong target_offset, ND_WEIGHT_PARAMETER
                         ND_POS_WEIGHT_PARAMETER ND_SAMPLE_WEIGHT_PARAMETER ND_UPSTREAM_PARAMETER ND_FACTOR_PARAMETER
                         ulong n, ulong row_length, ulong last, float scale, float option, float option2)
{
    ND_GROUP_SCRATCH(scratch);
    struct pass a;
    a.x = x + x_offset;
    a.target = target + target_offset;
    a.row_length = row_length;
    a.last = last;
    a.scale = scale;
    a.options = (float2)(option, option2);
#if ND_LOSS == 1
    a.loss = loss + loss_offset;
#endif
#if ND_GRADIENT & 1
    a.dx = dx + dx_offset;
#endif
#if ND_GRADIENT & 2
    a.dx2 = dx2 + dx2_offset;
#endif
#if ND_INPUTS == 2
    a.x2 = x2 + x2_offset;
#endif
#if ND_WEIGHT
    a.weight = weight + weight_offset;
#endif
#if ND_POS_WEIGHT
    a.pos_weight = pos_weight + pos_weight_offset;
#endif
#if ND_SAMPLE_WEIGHT
    a.sample_weight = sample_weight + sample_weight_offset;
#endif
#if ND_UPSTREAM
    a.upstream = upstream + upstream_offset;
#endif
#if ND_FACTOR
    a.scale *= factor[factor_offset];
#endif

    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong count = min((ulong)ND_CHUNK, n - begin);
    const ulong vectors = count / ND_VEC;
    const int rest = (int)(count - vectors * ND_VEC);
    vfloat total = 0.f;
    for (ulong block = 0; block < vectors; block += 64 * ND_WG) {
        vfloat sum = 0.f;
        const ulong end = min(block + 64 * ND_WG, vectors);
        for (ulong v = block + ND_LANE; v < end; v += ND_WG) sum += compute(a, begin + v * ND_VEC, ND_VEC);
        total += sum;
    }
    if (ND_LANE == 0 && rest > 0) {
        const vfloat l = compute(a, begin + vectors * ND_VEC, rest);
        total += ND_IOTA < rest ? l : (vfloat)0.f;
    }
#if ND_LOSS == 2
    const float sum = group_sum(lanes_sum(total), scratch);
    if (ND_LANE == 0) loss[loss_offset + get_group_id(0)] = sum;
#endif
}
