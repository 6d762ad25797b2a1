// SPDX-License-Identifier: MIT
// Adam on some of an optimizer's tensors, whose states lie one behind the other in buffers of their own. A group per row of
// `pieces`, which says where the elements and their states are; otherwise as optimizer.cl, whose formula it is.
//
// Bytes moved per element: 28, 8 more for the average, 2 for the copy.
//
// variants: ND_WG=1 ND_VEC=16 | ND_WG=1 ND_VEC=8 | ND_WG=256 ND_VEC=4 ; ND_AVERAGE=0 ND_COPY=0 ND_STORAGE=0 | ND_AVERAGE=1 ND_COPY=1 ND_STORAGE=2
#include "update.clh"

// One vector. `whole` is a constant.
#define STEP(whole)                                                                                                            \
    {                                                                                                                          \
        vfloat x = ROW_LOAD_IF(whole, j, p, 0.f), m = ROW_LOAD_IF(whole, j, exp_avg, 0.f), none = 0.f;                         \
        vfloat v = ROW_LOAD_IF(whole, j, exp_avg_sq, 0.f);                                                                     \
        update(&x, gradient_of(ROW_LOAD_IF(whole, j, g, 0.f), x, s), &m, &v, &none, &none, s.lr, s.decay, s.own);              \
        x = proximal(x, s);                                                                                                    \
        ROW_STORE_IF(whole, m, j, exp_avg);                                                                                    \
        ROW_STORE_IF(whole, v, j, exp_avg_sq);                                                                                 \
        STORE_PARAMETER(whole, x, j);                                                                                          \
    }

ND_KERNEL compact_adam(__global float *restrict p, ulong p_offset, __global const float *restrict g, ulong g_offset,
                       __global float *restrict exp_avg, __global float *restrict exp_avg_sq,
                       __global const struct piece *restrict pieces, __global const float8 *restrict segments,
                       __global const struct control *restrict control UPDATE_PARAMETERS)
{
    if (control->skip != 0) return;
    const struct piece piece = pieces[get_group_id(0)];
    struct step s;
    get_step(&s, control, segments[piece.segment]);
    const ulong cols = piece.count;
    p += p_offset + piece.begin;
    g += g_offset + piece.begin;
    exp_avg += piece.state;
    exp_avg_sq += piece.state;
    UPDATE_AT(piece.begin)
    ulong j = ND_LANE;
    for (; j < ROW_FULL; j += ND_WG) STEP(true)
    for (; j < ROW_VECTORS; j += ND_WG) STEP(false)
}
