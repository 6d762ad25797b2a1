// SPDX-License-Identifier: MIT
// What is decided about a step on the device before the update: norms of gradients, whether they are finite, clipping, the loss
// scale, the scalars of the step. So a step that must be skipped is skipped without the host.
//
//   gradient_norms    partials[c] = {m, q}: m the largest |g| of chunk c, infinite if one is or is NaN; q the sum of (s g)^2
//                     with s = scale_of(m), so that squares neither overflow nor vanish. bad[c]: the first element that is not
//                     finite. A group per row of `chunks`, {first element, count | segment << 32}. 4 bytes per element.
//   gradient_control  keeps the scalars of the host's step t in a ring of ND_ROWS rows, then decides: a gradient that is not
//                     finite skips the step and backs the loss scale off; else the device's own step count goes on, and its
//                     row, which is an earlier one when steps were skipped, is what the update reads. One group.
//   tensor_clip       the clip factor of each segment from its chunks' partials. A group per row of `ranges`, {first, count}.
//   tensor_ratio      trust * |p| / |r| of each segment, 1 if either is 0, from the sums of the chunks: of (2^40 p)^2,
//                     (2^-40 p)^2, (2^40 r)^2 and (2^-40 r)^2; the first of each are taken unless they overflow. A group
//                     per row.
//   gradient_add      y = keep y + weight x: accumulation. A group per ND_CHUNK elements. 12 bytes per element.
//   show_average      p = y, or with by != 0 p + by (p - y), in each chunk: the parameters to evaluate with. 12 bytes.
//
// variants: ND_WG=1 ND_VEC=16 ND_CHUNK=16384 | ND_WG=1 ND_VEC=8 ND_CHUNK=16384 | ND_WG=256 ND_VEC=4 ND_CHUNK=4096 ; ND_ROWS=2048
#include "control.clh"
#include "row.clh"
#ifndef ND_CHUNK
#error "ND_CHUNK (elements of a group) is required"
#endif
#ifndef ND_ROWS
#error "ND_ROWS (rows of the ring of scalars) is required"
#endif

// A power of two that brings m to where squares are safe, 1 if it is there already.
inline float scale_of(float m)
{
    if ((m >= 0x1p-40f && m <= 0x1p40f) || m == 0.f) return 1.f;
    const uint exponent = as_uint(m) >> 23;
    return as_float(max(1u, 254u - min(exponent, 253u)) << 23);
}

inline bool is_finite(float x)
{
    return (as_uint(x) & 0x7f800000) != 0x7f800000;
}

ND_KERNEL gradient_norms(__global float2 *restrict partials, __global ulong *restrict bad, __global const float *restrict g,
                         ulong g_offset, __global const ulong2 *restrict chunks)
{
    ND_GROUP_SCRATCH(scratch);
    const ulong2 chunk = chunks[get_group_id(0)];
    const ulong cols = chunk.y & 0xffffffff;
    g += g_offset + chunk.x;
    vint largest = 0; // as integers the bits of |g| are ordered like |g|, infinity and NaN above all numbers
    vfloat sum = 0.f;
    ulong i = ND_LANE;
    for (; i < ROW_FULL; i += ND_WG) {
        const vfloat v = load_v(i, g);
        const vint bits = as_vint(v) & 0x7fffffff;
        largest = max(largest, bits);
        sum = fma(v, v, sum);
    }
    for (; i < ROW_VECTORS; i += ND_WG) {
        const vfloat v = ROW_LOAD(i, g, 0.f);
        largest = max(largest, as_vint(v) & 0x7fffffff);
        sum = fma(v, v, sum);
    }
    largest = min(largest, (vint)0x7f800000); // maxima of floats would lose a NaN
    const float m = group_max(lanes_max(as_vfloat(largest)), scratch);
    const float s = scale_of(m);
    if (s != 1.f && is_finite(m)) { // again, the same for the whole group
        sum = 0.f;
        for (i = ND_LANE; i < ROW_VECTORS; i += ND_WG) {
            const vfloat v = s * ROW_LOAD(i, g, 0.f);
            sum = fma(v, v, sum);
        }
    }
    const float q = group_sum(lanes_sum(sum), scratch);
    if (ND_LANE != 0) return;
    partials[get_group_id(0)] = (float2)(m, q);
    ulong first = 0;
    if (!is_finite(m))
        while (first + 1 < cols && is_finite(g[first])) first++;
    bad[get_group_id(0)] = chunk.x + first;
}

// {m, q} of the chunks first .. first + count - 1, in every work-item. q is a compensated sum.
inline float2 combine(__global const float2 *partials, ulong first, ulong count
#if ND_WG > 1
                      ,
                      __local float *scratch
#endif
)
{
    float m = 0.f;
    for (ulong c = ND_LANE; c < count; c += ND_WG) m = max_of(m, partials[first + c].x);
    m = group_max(m, scratch);
    const float s = scale_of(m);
    float sum = 0.f, lost = 0.f;
    for (ulong c = ND_LANE; c < count; c += ND_WG) {
        const float2 partial = partials[first + c];
        const float r = s / scale_of(partial.x), x = partial.y * r * r, t = sum + x;
        lost += sum >= x ? (sum - t) + x : (x - t) + sum;
        sum = t;
    }
    return (float2)(m, group_sum(sum + lost, scratch));
}
#if ND_WG > 1
#define COMBINE(partials, first, count) combine(partials, first, count, scratch)
#else
#define COMBINE(partials, first, count) combine(partials, first, count)
#endif

inline float clip_factor(float norm, float bound)
{
    const float factor = bound / (norm + 1e-6f);
    return bound > 0.f && factor < 1.f ? factor : 1.f;
}

ND_KERNEL gradient_control(__global struct control *restrict control, __global float16 *restrict rows, float16 h, ulong t,
                           __global const float2 *restrict partials, __global const ulong *restrict bad, ulong count,
                           float clip, uint interval, float growth, float backoff)
{
    ND_GROUP_SCRATCH(scratch);
    const float2 total = COMBINE(partials, 0, count);
    if (ND_LANE != 0) return;
    const float scale = h.s1 / control->loss_scale;
    const float norm = count > 0 ? sqrt(total.y) / scale_of(total.x) * fabs(scale) : 0.f;
    rows[(t - 1) % ND_ROWS] = h;
    const bool finite = is_finite(total.x) && is_finite(norm);
    control->skip = !finite;
    control->gradient_norm = norm;
    if (!finite) {
        if (control->bad_step == 0) {
            ulong first = 0;
            while (first + 1 < count && partials[first].x != total.x) first++; // or the largest, if the norm overflows
            control->bad_step = control->steps + 1;
            control->bad_element = bad[first];
        }
        control->skipped++;
        control->good_steps = 0;
        if (interval > 0) control->loss_scale = max(1.f, control->loss_scale * backoff);
        return;
    }
    float16 row = rows[control->steps % ND_ROWS];
    row.s1 = scale * clip_factor(norm, clip); // of these gradients, whatever the row's
    control->h = row;
    control->steps++;
    control->good_steps++;
    if (interval > 0 && control->good_steps >= interval) {
        control->loss_scale = min(0x1p24f, control->loss_scale * growth);
        control->good_steps = 0;
    }
}

ND_KERNEL tensor_clip(__global float8 *restrict segments, __global const uint2 *restrict ranges,
                      __global const float2 *restrict partials, __global const struct control *restrict control, float clip)
{
    ND_GROUP_SCRATCH(scratch);
    const uint2 range = ranges[get_group_id(0)];
    const float2 total = COMBINE(partials, range.x, range.y);
    const float norm = sqrt(total.y) / scale_of(total.x) * fabs(control->h.s1);
    if (ND_LANE == 0) segments[get_group_id(0)].s5 = clip_factor(norm, clip);
}

ND_KERNEL tensor_ratio(__global float8 *restrict segments, __global const uint2 *restrict ranges,
                       __global const float4 *restrict norms, float trust)
{
    ND_GROUP_SCRATCH(scratch);
    const uint2 range = ranges[get_group_id(0)];
    float4 sum = 0.f;
    for (ulong block = 0; block < range.y; block += 32 * ND_WG) { // no chain of additions is long
        float4 part = 0.f;
        const ulong end = min(block + 32 * ND_WG, (ulong)range.y);
        for (ulong c = block + ND_LANE; c < end; c += ND_WG) part += norms[range.x + c];
        sum += part;
    }
    const float p_small = group_sum(sum.x, scratch), p_large = group_sum(sum.y, scratch);
    const float r_small = group_sum(sum.z, scratch), r_large = group_sum(sum.w, scratch);
    const float p = is_finite(p_small) ? 0x1p-40f * sqrt(p_small) : 0x1p40f * sqrt(p_large);
    const float r = is_finite(r_small) ? 0x1p-40f * sqrt(r_small) : 0x1p40f * sqrt(r_large);
    if (ND_LANE == 0) segments[get_group_id(0)].s6 = p > 0.f && r > 0.f ? trust * p / r : 1.f;
}

ND_KERNEL gradient_add(__global float *restrict y, __global const float *restrict x, ulong x_offset, ulong n, float weight,
                       float keep)
{
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK, cols = min((ulong)ND_CHUNK, n - begin);
    y += begin;
    x += x_offset + begin;
    for (ulong i = ND_LANE; i < ROW_VECTORS; i += ND_WG) {
        const vfloat v = weight * ROW_LOAD(i, x, 0.f);
        ROW_STORE(keep != 0.f ? v + ROW_LOAD(i, y, 0.f) : v, i, y);
    }
}

ND_KERNEL show_average(__global float *restrict p, ulong p_offset, __global const float *restrict y, float by,
                       __global const ulong2 *restrict chunks)
{
    const ulong2 chunk = chunks[get_group_id(0)];
    const ulong cols = chunk.y & 0xffffffff;
    p += p_offset + chunk.x;
    y += chunk.x;
    for (ulong i = ND_LANE; i < ROW_VECTORS; i += ND_WG) {
        const vfloat v = ROW_LOAD(i, y, 0.f), x = ROW_LOAD(i, p, 0.f);
        ROW_STORE(by != 0.f ? fma((vfloat)by, x - v, x) : v, i, p);
    }
}
