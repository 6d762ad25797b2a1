// SPDX-License-Identifier: MIT
// Cross-entropy of rows of probabilities x, as Keras has it: a row is divided by its sum S, clipped, and its logarithm taken.
// With p = x / S, u[j] = w[j] ((1 - a) t[j] + a/C), t the targets or 1 at the label, a = smoothing, eps = z:
//
//     l = -sum_j u[j] log clip(p[j], eps, 1 - eps)
//     dl/dx[j] = (sum u - u[j] / p[j]) / S, where both count only columns that are not clipped; 0 / 0 = 0
//
// Arguments, shapes and what happens to labels as in cross_entropy.cl; one group of ND_WG per row, size = columns.
// 20 bytes per number: three reads, of which the later ones mostly hit caches, one write, one more read with targets.
//
// variants: ND_WG=1 ND_VEC=16 | ND_WG=1 ND_VEC=8 | ND_WG=256 ND_VEC=4 ; ND_LOSS=1 ND_GRADIENT=0 ND_CORRECT=0 | ND_LOSS=0 ND_GRADIENT=1 ND_CORRECT=0 | ND_LOSS=1 ND_GRADIENT=1 ND_CORRECT=1 ; ND_STORAGE=0,1,2 ; ND_TARGETS=0 ND_WEIGHT=0 ND_SMOOTHING=0 | ND_TARGETS=0 ND_WEIGHT=1 ND_SMOOTHING=1 | ND_TARGETS=1 ND_WEIGHT=1 ND_SMOOTHING=1
#include "cross_entropy.clh"

// u of vector i.
ND_INLINE vfloat row_targets(__global const target_t *targets, __global const float *w, int label, float smoothing, ulong i,
                             ulong cols)
{
#if ND_TARGETS
    return row_weights(targets, w, smoothing, i, cols, false);
#else
    const vfloat own = ROW_COLUMNS(i) == label ? (vfloat)(1.f - smoothing) : (vfloat)0.f;
    return (own + smoothing / (float)cols) * row_weights(targets, w, smoothing, i, cols, false);
#endif
}

ND_KERNEL cross_entropy_probabilities(ND_PARAMETERS)
{
    ROW_BEGIN
    const float row_weight = ROW_WEIGHT(row);
    const vfloat least = z, most = 1.f - z;

    vfloat total = 0.f, m = -INFINITY;
    for (ulong i = ND_LANE; i < ROW_VECTORS; i += ND_WG) {
        const vfloat v = STORED_LOAD(i, x, 0.f);
        total += v;
        m = max_of(m, ROW_FILL(v, i, -INFINITY));
    }
    const float s = group_sum(lanes_sum(total), ND_SCRATCH(scratch));
#if ND_CORRECT
    const float largest = group_max(lanes_max(m), ND_SCRATCH(scratch));
    const bool leads = stored_get(x + label) == largest &&
                       !row_has_before(x, largest, label, 0, ROW_VECTORS, cols, ND_SCRATCH(scratch));
#endif

    vfloat terms = 0.f, inside = 0.f;
    for (ulong i = ND_LANE; i < ROW_VECTORS; i += ND_WG) {
        const vfloat p = STORED_LOAD(i, x, 0.f) / s, u = row_targets(targets, w, label, smoothing, i, cols);
        const vfloat above = max_of(least, p), clipped = above > most ? most : above; // NaN passes
        terms += u == 0.f ? (vfloat)0.f : u * log(clipped);
        inside += ((p >= least) & (p <= most)) ? u : (vfloat)0.f;
    }
    const float sum = group_sum(lanes_sum(terms), ND_SCRATCH(scratch));
    const float weights = group_sum(lanes_sum(inside), ND_SCRATCH(scratch));
    const float bad = s == s ? 0.f : NAN; // a NaN that no target meets

#if ND_GRADIENT
    const float row_scale = ROW_SCALE(row) * row_weight / s;
    group_barrier(); // all have read what they need of the row beyond their own columns
    for (ulong i = ND_LANE; i < ROW_VECTORS; i += ND_WG) {
        const vfloat p = STORED_LOAD(i, x, 0.f) / s, u = row_targets(targets, w, label, smoothing, i, cols);
        const vfloat slope = ((p >= least) & (p <= most) & (u != 0.f)) ? u / p : (vfloat)0.f;
        STORED_STORE(row_scale * (weights - slope), i, dx);
    }
#endif
    if (ND_LANE == 0) {
#if ND_LOSS
        loss[loss_offset + row] = row_weight * (bad - sum);
#endif
#if ND_CORRECT
        correct[correct_offset + row] = leads && s == s ? 1.f : 0.f;
#endif
    }
}
