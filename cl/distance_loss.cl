// SPDX-License-Identifier: MIT
// Losses of the distance between rows, value and gradients. Rows of `cols` features.
//
//   ND_COSINE   u = x0, v = x1, target t: c = u.v / (a b), a = sqrt(|u|^2 + 1e-12), b = sqrt(|v|^2 + 1e-12)
//                   t = 1: l = 1 - c;  t = -1: l = max(0, c - margin);  other t: l = 0, NaN: NaN
//                   dl/du = +-(v / b - c u / a) / a, dl/dv the same with u and v exchanged; 0 where l does not depend on c
//               (a zero row has a = 1e-6 and c = 0: its gradient is 1e6 times the direction of the other row)
//   ND_TRIPLET  l = max(0, margin + d(x0, x1) - d(x0, x2)); ND_SWAP=1: d(x1, x2) instead of d(x0, x2) where it is smaller.
//               d(u, v) = (sum |e|^p)^(1/p), e = u - v + eps;  dd/de = sign(e) (|e| / d)^(p - 1), 0 for d = 0
//               ND_NORM 1, 2: p; 0: any p >= 1, with |e| divided by the largest, so that no power over- or underflows.
//               The gradients are 0 where l is 0.
// NaN in a row makes its loss and gradients NaN, but not where t is neither 1 nor -1. Squares (ND_COSINE, ND_NORM=2) are
// taken as they are: |x| < 1e18.
//
//   cosine_embedding, triplet_margin  one group of ND_WG per row. Shapes: x0, x1, x2 and their gradients (rows, cols), target,
//                                     loss (rows). Absent tensors are NULL; dx[i] may be x[i].
// Bytes per feature: 4 per input and gradient. Each distance reads its two rows, twice for ND_NORM=0, and the gradient all
// of them again: from the cache where they fit. Sums: 64 vectors of a work-item, these in order, then the work-group's tree.
//
// variants: ND_WG=1 ND_VEC=16 | ND_WG=1 ND_VEC=8 | ND_WG=256 ND_VEC=4 ; ND_KIND=0 | ND_KIND=1 ND_NORM=0,1,2 ND_SWAP=0,1
#include "row_loss.clh"
#ifndef ND_KIND
#error "ND_KIND (which loss) is required"
#endif
#define ND_COSINE 0
#define ND_TRIPLET 1

#if ND_KIND == ND_COSINE

ND_KERNEL cosine_embedding(ROW_LOSS_PARAMETERS, __global float *dx0, ulong dx0_offset, __global float *dx1, ulong dx1_offset,
                           __global const float *x0, ulong x0_offset, __global const float *x1, ulong x1_offset,
                           __global const float *target, ulong target_offset, ulong cols, float margin)
{
    ND_GROUP_SCRATCH(scratch);
    const ulong row = get_group_id(0);
    const float t = target[target_offset + row], row_weight = ROW_WEIGHT(row);
    x0 += x0_offset + row * cols;
    x1 += x1_offset + row * cols;
    if (dx0) dx0 += dx0_offset + row * cols;
    if (dx1) dx1 += dx1_offset + row * cols;

    vfloat dot_sum = 0.f, square_sum0 = 0.f, square_sum1 = 0.f;
    for (ulong block = ND_LANE; block < ROW_VECTORS; block += ROW_BLOCK) {
        const ulong end = min(block + ROW_BLOCK, ROW_VECTORS);
        vfloat block_dot = 0.f, block_square0 = 0.f, block_square1 = 0.f;
        for (ulong i = block; i < end; i += ND_WG) {
            const vfloat u = ROW_LOAD(i, x0, 0.f), v = ROW_LOAD(i, x1, 0.f);
            block_dot += u * v;
            block_square0 += u * u;
            block_square1 += v * v;
        }
        dot_sum += block_dot;
        square_sum0 += block_square0;
        square_sum1 += block_square1;
    }
    const float inverse0 = 1.f / sqrt(group_sum(lanes_sum(square_sum0), scratch) + 1e-12f);
    const float inverse1 = 1.f / sqrt(group_sum(lanes_sum(square_sum1), scratch) + 1e-12f);
    float c = group_sum(lanes_sum(dot_sum), scratch) * inverse0 * inverse1;
    c = c > 1.f ? 1.f : c < -1.f ? -1.f : c; // beyond by rounding

    // l and dl/dc.
    const float above = c - margin;
    const float l = t == 1.f ? 1.f - c : t == -1.f ? (above <= 0.f ? 0.f : above) : t == t ? 0.f : NAN;
    const float sign_c = l != l ? NAN : t == 1.f ? -1.f : t == -1.f && above > 0.f ? 1.f : 0.f;
    if (ND_LANE == 0 && loss) loss[loss_offset + row] = l * row_weight;

    group_barrier(); // all have read the row, which may be that of a gradient
    if (sign_c != 1.f && sign_c != -1.f) { // the whole group does
        if (dx0) fill_row(sign_c, dx0, cols);
        if (dx1) fill_row(sign_c, dx1, cols);
        return;
    }
    if (!dx0 && !dx1) return;
    const float q = sign_c * ROW_SCALE(row) * row_weight;
    for (ulong i = ND_LANE; i < ROW_VECTORS; i += ND_WG) {
        const vfloat u = ROW_LOAD(i, x0, 0.f) * inverse0, v = ROW_LOAD(i, x1, 0.f) * inverse1;
        if (dx0) ROW_STORE((v - c * u) * (q * inverse0), i, dx0);
        if (dx1) ROW_STORE((u - c * v) * (q * inverse1), i, dx1);
    }
}

#else

#if !defined(ND_NORM) || !defined(ND_SWAP)
#error "ND_NORM and ND_SWAP are required"
#endif

// What is summed of e, and the distance from that sum; and q dd/de = slope_factor(q, d) slope(e, d, p), which is 0 for d = inf,
// what the gradient pass puts for d = 0.
#if ND_NORM == 1
#define power_term(e, largest, p) fabs(e)
#define distance_of(sum, largest, p) (sum)
#define slope_factor(q, d) (q)
#define slope(e, d, p) sign(e)
#elif ND_NORM == 2
#define power_term(e, largest, p) ((e) * (e))
#define distance_of(sum, largest, p) sqrt(sum)
#define slope_factor(q, d) ((q) / (d))
#define slope(e, d, p) (e)
#else
// r^p, r up to 1. Where the logarithm's error counts, for small r, the power is smaller still.
inline vfloat power_below_one(vfloat r, float p)
{
    return exp_negative(p * log(r));
}
#define power_term(e, largest, p) power_below_one(fabs(e) >= (largest) ? (vfloat)1.f : fabs(e) / (largest), p)
#define distance_of(sum, largest, p) ((largest) * exp(log(sum) / (p)))
#define slope_factor(q, d) (q)
#define slope(e, d, p) (sign(e) * power_below_one(fabs(e) / (d), (p) - 1.f))
#endif

// e of vector i; 0 in the lanes that a partial vector has too many.
inline vfloat difference(__global const float *u, __global const float *v, ulong i, ulong cols, float eps)
{
    const vfloat e = ROW_LOAD(i, u, 0.f) - ROW_LOAD(i, v, 0.f) + eps;
    if (i < ROW_FULL) return e;
    return of_row(ROW_COLUMNS(i), cols) ? e : (vfloat)0.f;
}

inline vfloat largest_difference(__global const float *u, __global const float *v, ulong cols, float eps)
{
    vfloat largest = 0.f;
    for (ulong i = ND_LANE; i < ROW_VECTORS; i += ND_WG) largest = max_of(largest, fabs(difference(u, v, i, cols, eps)));
    return largest;
}

inline vfloat power_sum(__global const float *u, __global const float *v, ulong cols, float eps, float largest, float p)
{
    vfloat sum = 0.f;
    for (ulong block = ND_LANE; block < ROW_VECTORS; block += ROW_BLOCK) {
        const ulong end = min(block + ROW_BLOCK, ROW_VECTORS);
        vfloat block_sum = 0.f;
        for (ulong i = block; i < end; i += ND_WG) {
            const vfloat e = difference(u, v, i, cols, eps);
            block_sum += power_term(e, largest, p);
        }
        sum += block_sum;
    }
    return sum;
}

#if ND_NORM == 0
#define LARGEST(u, v) group_max(lanes_max(largest_difference(u, v, cols, eps)), scratch)
#else
#define LARGEST(u, v) 1.f
#endif
#define DISTANCE(u, v, largest) distance_of(group_sum(lanes_sum(power_sum(u, v, cols, eps, largest, p)), scratch), largest, p)

ND_KERNEL triplet_margin(ROW_LOSS_PARAMETERS, __global float *dx0, ulong dx0_offset, __global float *dx1, ulong dx1_offset,
                         __global float *dx2, ulong dx2_offset, __global const float *x0, ulong x0_offset,
                         __global const float *x1, ulong x1_offset, __global const float *x2, ulong x2_offset, ulong cols,
                         float margin, float eps, float p)
{
    ND_GROUP_SCRATCH(scratch);
    const ulong row = get_group_id(0);
    const float row_weight = ROW_WEIGHT(row);
    x0 += x0_offset + row * cols;
    x1 += x1_offset + row * cols;
    x2 += x2_offset + row * cols;
    if (dx0) dx0 += dx0_offset + row * cols;
    if (dx1) dx1 += dx1_offset + row * cols;
    if (dx2) dx2 += dx2_offset + row * cols;

    const float largest_near = LARGEST(x0, x1), largest_far = LARGEST(x0, x2);
    const float near = DISTANCE(x0, x1, largest_near);
    float far = DISTANCE(x0, x2, largest_far);
    bool swapped = false;
#if ND_SWAP
    const float largest_other = LARGEST(x1, x2), other = DISTANCE(x1, x2, largest_other);
    swapped = other < far;
    far = swapped ? other : far;
#endif
    const float z = margin + near - far;
    const float l = z <= 0.f ? 0.f : z;
    if (ND_LANE == 0 && loss) loss[loss_offset + row] = l * row_weight;

    group_barrier(); // all have read the row, which may be that of a gradient
    if (!(l > 0.f)) { // the whole group does
        if (dx0) fill_row(l, dx0, cols);
        if (dx1) fill_row(l, dx1, cols);
        if (dx2) fill_row(l, dx2, cols);
        return;
    }
    if (!dx0 && !dx1 && !dx2) return;
    const float q = ROW_SCALE(row) * row_weight;
    const float near_scale = near == 0.f ? INFINITY : near, far_scale = far == 0.f ? INFINITY : far;
    const float near_by = slope_factor(q, near_scale), far_by = slope_factor(q, far_scale);
    for (ulong i = ND_LANE; i < ROW_VECTORS; i += ND_WG) {
        const vfloat near_e = difference(x0, x1, i, cols, eps), far_e = difference(swapped ? x1 : x0, x2, i, cols, eps);
        const vfloat near_slope = near_by * slope(near_e, near_scale, p), far_slope = far_by * slope(far_e, far_scale, p);
        if (dx0) ROW_STORE(swapped ? near_slope : near_slope - far_slope, i, dx0);
        if (dx1) ROW_STORE(swapped ? -near_slope - far_slope : -near_slope, i, dx1);
        if (dx2) ROW_STORE(far_slope, i, dx2);
    }
}

#endif
