// SPDX-License-Identifier: MIT
// Elementwise activations, scaling and addition over flat arrays.
//
//   activation           y[i] = f(x[i])                              i < n           8 bytes per element
//   activation_backward  dx[i] = dy[i] f', from saved[i]             i < n          12 bytes per element
//   scale                y[i] = factor y[i], 0 for factor 0          i < n           8 bytes per element
//   scale_by             y[i] = factor[0] y[i]                       i < n           8
//   add                  y[i] += x[i]                                i < n          12 bytes per element
// Launch: groups of ND_WG, one per ND_CHUNK elements. In place is allowed.
//
// variants: ND_WG=1 ND_VEC=16 ND_CHUNK=16384 | ND_WG=1 ND_VEC=8 ND_CHUNK=16384 | ND_WG=256 ND_VEC=4 ND_CHUNK=4096 ; ND_ACTIVATION=0,1,2,3,4,5,6,7,8,9
#include "walk.clh"
#include "vmath.clh"
#include "activation.clh"
#ifndef ND_CHUNK
#error "ND_CHUNK (elements of a group) is required"
#endif

ND_KERNEL activation(__global float *y, ulong y_offset, __global const float *x, ulong x_offset, float alpha, ulong n)
{
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong count = min((ulong)ND_CHUNK, n - begin);
    y += y_offset + begin;
    x += x_offset + begin;
    const ulong vectors = count / ND_VEC, rest = count % ND_VEC;
    for (ulong i = ND_LANE; i < vectors; i += ND_WG) store_v(activate(load_v(i, x), alpha), i, y);
    if (ND_LANE == 0 && rest > 0) {
        const ulong at = vectors * ND_VEC;
        store_part(activate(load_part(x + at, rest, 0.f), alpha), y + at, rest);
    }
}

ND_KERNEL activation_backward(__global float *dx, ulong dx_offset, __global const float *dy, ulong dy_offset,
                              __global const float *saved, ulong saved_offset, float alpha, ulong n)
{
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong count = min((ulong)ND_CHUNK, n - begin);
    dx += dx_offset + begin;
    dy += dy_offset + begin;
    saved += saved_offset + begin;
    const ulong vectors = count / ND_VEC, rest = count % ND_VEC;
    for (ulong i = ND_LANE; i < vectors; i += ND_WG)
        store_v(activate_backward(load_v(i, dy), load_v(i, saved), alpha), i, dx);
    if (ND_LANE == 0 && rest > 0) {
        const ulong at = vectors * ND_VEC;
        store_part(activate_backward(load_part(dy + at, rest, 0.f), load_part(saved + at, rest, 0.f), alpha), dx + at, rest);
    }
}

ND_KERNEL scale(__global float *y, ulong y_offset, float factor, ulong n)
{
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong end = min(begin + (ulong)ND_CHUNK, n);
    y += y_offset;
    for (ulong i = begin + ND_LANE; i < end; i += ND_WG) y[i] = factor == 0.f ? 0.f : factor * y[i];
}

ND_KERNEL scale_by(__global float *y, ulong y_offset, __global const float *factor, ulong factor_offset, ulong n)
{
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong end = min(begin + (ulong)ND_CHUNK, n);
    const float by = factor[factor_offset];
    y += y_offset;
    for (ulong i = begin + ND_LANE; i < end; i += ND_WG) y[i] = by * y[i];
}

ND_KERNEL add(__global float *y, ulong y_offset, __global const float *x, ulong x_offset, ulong n)
{
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong count = min((ulong)ND_CHUNK, n - begin);
    y += y_offset + begin;
    x += x_offset + begin;
    const ulong vectors = count / ND_VEC;
    for (ulong i = ND_LANE; i < vectors; i += ND_WG) store_v(load_v(i, y) + load_v(i, x), i, y);
    for (ulong i = vectors * ND_VEC + ND_LANE; i < count; i += ND_WG) y[i] += x[i];
}
