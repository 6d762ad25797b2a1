// SPDX-License-Identifier: MIT
// Losses of a label for each row that need no softmax, value and gradient. Row x of C scores, label y, w = weight[y]:
//
//   ND_NLL                l = -w x[y]                                          dx[y] = -w
//   ND_MULTI_MARGIN_1,_2  l = w / C sum_{j != y} max(0, z[j])^p                dx[j] = w / C p max(0, z[j])^(p - 1), 0 where
//                         z[j] = margin - x[y] + x[j]                          z[j] <= 0; dx[y] = -(the sum of the others)
//   ND_CRAMMER_SINGER     l = max(0, x[k] + margin - x[y]),                    where l > 0: dx[k] = 1, dx[y] = -1
//                         k the first largest of j != y
//   ND_CATEGORICAL_HINGE  l = max(0, 1 + x[k] - sum_j t[j] x[j]),              where l > 0: dx[k] = 1, dx[j] = -t[j] elsewhere
//                         k the first largest with t[j] = 0; t like x instead of labels, 0 inf = 0
// All other dx are 0. Without a wrong class (C = 1, no t[j] = 0) the terms with j or k are absent.
// A label outside 0 .. C-1: NaN for the row's loss and gradient, an entry in the error word. ignore_index: 0 for both, x is not
// read. NaN in a row makes its loss and gradient NaN; but NLL reads x[y] alone and has a gradient that does not depend on it.
//
//   label_loss  one group of ND_WG per row. Shapes: x, dx (rows, cols), labels (rows) or t (rows, cols), loss (rows).
//               weight (cols). Absent tensors are NULL; dx may be x.
// Bytes per score: NLL 4 with gradient, else none; multi margin and Crammer-Singer 4, with gradient 8; categorical hinge 8,
// with gradient 12. What multi margin (x) and categorical hinge (t) read again for the gradient is counted once, since a row
// that was just read is in the cache. Sums: 64 vectors of a work-item, these in order, then the work-group's tree.
//
// variants: ND_WG=1 ND_VEC=16 | ND_WG=1 ND_VEC=8 | ND_WG=256 ND_VEC=4 ; ND_KIND=0,1,2,3,4
#include "row_loss.clh"
#ifndef ND_KIND
#error "ND_KIND (which loss) is required"
#endif
#define ND_NLL 0
#define ND_MULTI_MARGIN_1 1
#define ND_MULTI_MARGIN_2 2
#define ND_CRAMMER_SINGER 3
#define ND_CATEGORICAL_HINGE 4

#if ND_KIND == ND_CATEGORICAL_HINGE
#define ND_TARGET float
#else
#define ND_TARGET int
#endif

// max(0, z)^p and its derivative; NaN passes through the first.
#define hinge(z) ((z) <= 0.f ? (vfloat)0.f : (z))
#if ND_KIND == ND_MULTI_MARGIN_1
#define margin_term(z) hinge(z)
#define margin_slope(z) ((z) > 0.f ? (vfloat)1.f : (vfloat)0.f)
#elif ND_KIND == ND_MULTI_MARGIN_2
#define margin_term(z) (hinge(z) * hinge(z))
#define margin_slope(z) ((z) > 0.f ? 2.f * (z) : (vfloat)0.f)
#endif

// The least of the lanes, and of the work-group's.
inline int lanes_least(vint v)
{
#if ND_VEC == 16
    const int8 w = min(v.lo, v.hi);
    const int4 q = min(w.lo, w.hi);
#elif ND_VEC == 8
    const int4 q = min(v.lo, v.hi);
#else
    const int4 q = v;
#endif
    const int2 p = min(q.lo, q.hi);
    return min(p.x, p.y);
}
#if ND_WG == 1
#define group_least(value, scratch) (value)
#else
inline int group_least(int value, __local float *scratch)
{
    __local int *const values = (__local int *)scratch;
    const uint lane = get_local_id(0);
    values[lane] = value;
    barrier(CLK_LOCAL_MEM_FENCE); // all values are there
    for (uint half_size = ND_WG / 2; half_size > 0; half_size /= 2) {
        if (lane < half_size) values[lane] = min(values[lane], values[lane + half_size]);
        barrier(CLK_LOCAL_MEM_FENCE); // this level is done
    }
    value = values[0];
    barrier(CLK_LOCAL_MEM_FENCE); // all have read before the next use of scratch
    return value;
}
#endif

ND_KERNEL label_loss(ROW_LOSS_PARAMETERS, __global float *dx, ulong dx_offset, __global const float *x, ulong x_offset,
                     __global const ND_TARGET *target, ulong target_offset, __global const float *weight, ulong weight_offset,
                     ulong cols, float margin, int ignore_index, __global int *error_word)
{
    ND_GROUP_SCRATCH(scratch);
    const ulong row = get_group_id(0);
    x += x_offset + row * cols;
    if (dx) dx += dx_offset + row * cols;

#if ND_KIND == ND_CATEGORICAL_HINGE
    __global const float *t = target + target_offset + row * cols;
    const float row_weight = ROW_WEIGHT(row);
#else
    const int label = target[target_offset + row];
    const bool ignored = label == ignore_index && ignore_index != INT_MIN;
    if (ignored || label < 0 || (ulong)label >= cols) { // the whole group does
        const float value = ignored ? 0.f : NAN;
        if (dx) fill_row(value, dx, cols);
        if (ND_LANE == 0) {
            if (loss) loss[loss_offset + row] = value;
            if (!ignored) report_error(error_word, ND_ERROR_LABEL, (int)row, 0, label, (int)cols);
        }
        return;
    }
    const float score = x[min((ulong)label, cols - 1)]; // in the row even if a compiler moves it before the return (Intel's)
    const float row_weight = ROW_WEIGHT(row) * one_unless(weight, weight_offset + label);
#endif

    // l; the column whose gradient is 1 (Crammer-Singer, categorical hinge); the gradient at the label.
    float l;
    int best = -1;
    float at_label = -1.f;

#if ND_KIND == ND_NLL
    l = -score;
#elif ND_KIND == ND_MULTI_MARGIN_1 || ND_KIND == ND_MULTI_MARGIN_2
    const float base = margin - score;
    vfloat sum = 0.f, slope = 0.f;
    for (ulong block = ND_LANE; block < ROW_VECTORS; block += ROW_BLOCK) {
        const ulong end = min(block + ROW_BLOCK, ROW_VECTORS);
        vfloat block_sum = 0.f, block_slope = 0.f;
        for (ulong i = block; i < end; i += ND_WG) {
            const vint column = ROW_COLUMNS(i);
            const vint wrong = (column != label) & of_row(column, cols);
            const vfloat z = base + ROW_LOAD(i, x, 0.f);
            block_sum += wrong ? margin_term(z) : (vfloat)0.f;
            block_slope += wrong ? margin_slope(z) : (vfloat)0.f;
        }
        sum += block_sum;
        slope += block_slope;
    }
    l = group_sum(lanes_sum(sum), scratch) / (float)cols;
    at_label = -group_sum(lanes_sum(slope), scratch);
    l = score != score ? score : l; // also where there is no other class
#else
    // NaN is kept aside, because a maximum would lose it.
    vfloat largest = -INFINITY, own = 0.f;
    vint at = INT_MAX, nan = 0;
    for (ulong block = ND_LANE; block < ROW_VECTORS; block += ROW_BLOCK) {
        const ulong end = min(block + ROW_BLOCK, ROW_VECTORS);
        vfloat block_own = 0.f;
        for (ulong i = block; i < end; i += ND_WG) {
            const vint column = ROW_COLUMNS(i);
            const vfloat v = ROW_LOAD(i, x, -INFINITY);
#if ND_KIND == ND_CATEGORICAL_HINGE
            const vfloat part = ROW_LOAD(i, t, 0.f);
            const vint wrong = part == 0.f;
            block_own += wrong ? (vfloat)0.f : part * v;
#else
            const vint wrong = column != label;
#endif
            // The first one, even if it is -inf: `at` tells that there is one.
            const vint better = wrong & of_row(column, cols) & ((v > largest) | (at == INT_MAX));
            nan |= v != v;
            largest = better ? v : largest;
            at = better ? column : at;
        }
        own += block_own;
    }
    const float top = group_max(lanes_max(largest), scratch);
    best = group_least(lanes_least(largest == top ? at : (vint)INT_MAX), scratch);
    const bool unordered = group_least(lanes_least(nan), scratch) < 0;
#if ND_KIND == ND_CATEGORICAL_HINGE
    const float pull = group_sum(lanes_sum(own), scratch);
    const float z = best == INT_MAX ? 1.f - pull : 1.f + top - pull;
#else
    const float z = best == INT_MAX ? 0.f : top + margin - score;
#endif
    l = unordered ? NAN : z <= 0.f ? 0.f : z;
#endif

    if (ND_LANE == 0 && loss) loss[loss_offset + row] = l * row_weight;
    if (!dx) return;
#if ND_KIND != ND_NLL
    if (!(l > 0.f)) { // the whole group does
        group_barrier(); // all have read x, which may be dx
        fill_row(l, dx, cols);
        return;
    }
#endif
    group_barrier(); // all have read x[y], which may lie in dx
    const float q = ROW_SCALE(row) * row_weight;
#if ND_KIND == ND_MULTI_MARGIN_1 || ND_KIND == ND_MULTI_MARGIN_2
    const float share = q / (float)cols;
#endif
    for (ulong i = ND_LANE; i < ROW_VECTORS; i += ND_WG) {
        const vint column = ROW_COLUMNS(i);
#if ND_KIND == ND_CATEGORICAL_HINGE
        const vfloat g = column == best ? (vfloat)q : -q * ROW_LOAD(i, t, 0.f);
#elif ND_KIND == ND_MULTI_MARGIN_1 || ND_KIND == ND_MULTI_MARGIN_2
        const vfloat z = base + ROW_LOAD(i, x, 0.f);
        const vfloat g = share * (column == label ? (vfloat)at_label : margin_slope(z));
#else
        const vfloat g = column == label ? (vfloat)-q : column == best ? (vfloat)q : (vfloat)0.f;
#endif
        ROW_STORE(g, i, dx);
    }
}
