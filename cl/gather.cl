// SPDX-License-Identifier: MIT
// A batch out of a data set that lies on the device: rows by index, bytes to floats, labels beside them.
//     x[r][f] = fma(scale, samples[j][f], shift), y[r] = labels[j],   j = ND_INDEXED ? order[first + r] : first + r
// Shapes: samples uint8 (count, features), labels int32 (count), order uint32 (count), x (rows, features), y (rows).
// Launch: one group of ND_WG per row. 5 bytes moved per element.
//
// variants: ND_WG=1 ND_VEC=16 | ND_WG=1 ND_VEC=8 | ND_WG=256 ND_VEC=4 ; ND_INDEXED=0,1
#include "walk.clh"
#ifndef ND_INDEXED
#error "ND_INDEXED is required"
#endif

ND_KERNEL gather_rows(__global float *x, ulong x_offset, __global int *y, ulong y_offset, __global const uchar *samples,
                      __global const int *labels, __global const uint *order, ulong first, ulong features, float scale,
                      float shift)
{
    const ulong row = get_group_id(0);
#if ND_INDEXED
    const ulong source = order[first + row];
#else
    const ulong source = first + row;
#endif
    x += x_offset + row * features;
    samples += source * features;
    const ulong vectors = features / ND_VEC;
    for (ulong i = ND_LANE; i < vectors; i += ND_WG) {
        const vfloat v = ND_CAT(convert_float, ND_VEC)(load_v(i, samples));
        store_v(fma((vfloat)scale, v, (vfloat)shift), i, x);
    }
    for (ulong i = vectors * ND_VEC + ND_LANE; i < features; i += ND_WG) x[i] = fma(scale, (float)samples[i], shift);
    if (ND_LANE == 0) y[y_offset + row] = labels[source];
}
