// SPDX-License-Identifier: MIT
// Softmax cross-entropy and focal loss of rows of logits x, value and gradient in one pass. With p = softmax(x), lse =
// logsumexp(x), class weights w (1 without), C columns, a = label smoothing, z = z-loss:
//
//   labels y (ND_TARGETS=0)   l = (1 - a) w[y] (lse - x[y]) + a/C sum_j w[j] (lse - x[j]) + z lse^2
//                             dl/dx[j] = ((1 - a) w[y] + a/C sum w + 2 z lse) p[j] - a/C w[j] - [j = y] (1 - a) w[y]
//   targets t (ND_TARGETS=1)  l = sum_j u[j] (lse - x[j]) + z lse^2,  u[j] = w[j] ((1 - a) t[j] + a/C), 0 inf = 0
//                             dl/dx[j] = (sum u + 2 z lse) p[j] - u[j]
//   focal (ND_FOCAL=1)        l = b w[y] (1 - p[y])^g (lse - x[y]), alpha b, gamma g
//                             dl/dx[j] = b w[y] (1 - p[y])^g (1 + g p[y] (lse - x[y]) / (1 - p[y])) (p[j] - [j = y])
//
// loss = sample_weight l;  dx = scale factor[0] upstream sample_weight dl/dx, where each of these tensors may be NULL for 1.
// Rows that are nearly sure keep their digits: lse - max x = log1p(o / e[max]) and 1 - p[max] = o / s with o, the sum of the
// exponentials but the largest, summed alone instead of subtracted.
// A label outside 0 .. C-1: NaN for the row's loss and gradient, an entry in the error word. Label ignore_index: exact zeros,
// x is not read. NaN in a row makes it all NaN. correct = 1 where the first largest x is the label's (the first largest t's).
//
//   cross_entropy_rows    one group of ND_WG per row; size = columns
//   cross_entropy_narrow  ND_COLS <= 16 columns: a work-item of the CPU walk takes ND_VEC rows, one per vector lane, and one
//                         row in the GPU walk; size = rows. ND_TOTAL=1: one group takes all rows, and also writes
//                         total[total_at] = total_scale factor[0] sum of loss, hits[hits_at] = mean of correct (each may be
//                         NULL); summed lane by lane, then the lanes or work-items as a tree. ND_TOTAL=2: factor[0] is one
//                         over the number of labels that are valid; with zero_if_empty 0 if there is none
// Shapes: x, dx (rows, cols) of type ND_STORAGE; labels or targets int (rows) or float (rows, cols); loss, correct,
// sample_weight, upstream (rows); weight (cols); factor (1). dx may be x. All but x and labels may be NULL where the macros say
// so: ND_LOSS, ND_GRADIENT, ND_CORRECT the outputs, ND_WEIGHT class weights; ND_SMOOTHING: a is not 0.
// Bytes of memory per logit: 8 with gradient, 4 without; half in 16 bits; 4 more with targets. Beyond that a row is read again
// from caches: once by the CPU walk (written, in blocks of 4 KiB), twice by the GPU walk, which writes it once.
//
// variants: ND_WG=1 ND_VEC=16 | ND_WG=1 ND_VEC=8 | ND_WG=256 ND_VEC=4 ; ND_COLS=0 ND_TOTAL=0 | ND_COLS=1,16 ND_TOTAL=0 | ND_COLS=10 ND_TOTAL=0,2 ; ND_LOSS=1 ND_GRADIENT=0 ND_CORRECT=0 | ND_LOSS=0 ND_GRADIENT=1 ND_CORRECT=0 | ND_LOSS=0 ND_GRADIENT=0 ND_CORRECT=1 | ND_LOSS=1 ND_GRADIENT=1 ND_CORRECT=1 ; ND_STORAGE=0 ND_TARGETS=0 ND_FOCAL=0 ND_WEIGHT=0 ND_SMOOTHING=0 | ND_STORAGE=1 ND_TARGETS=0 ND_FOCAL=0 ND_WEIGHT=1 ND_SMOOTHING=1 | ND_STORAGE=0 ND_TARGETS=1 ND_FOCAL=0 ND_WEIGHT=1 ND_SMOOTHING=1 | ND_STORAGE=2 ND_TARGETS=0 ND_FOCAL=1 ND_WEIGHT=1 ND_SMOOTHING=0
#if !defined(ND_FOCAL) || !defined(ND_COLS) || !defined(ND_TOTAL)
#error "ND_FOCAL, ND_COLS (0: any number) and ND_TOTAL are required"
#endif
#define ND_KEEP (ND_GRADIENT && ND_STORAGE == 0 && ND_WG == 1)
#include "cross_entropy.clh"
#include "vmath.clh"
#include "row_softmax.clh"
#include "narrow.clh"
#define ND_SUMS (ND_TARGETS || ND_SMOOTHING) // logits of all columns are in the loss, each with its own weight

// A row, or one in each lane: what the loss is made of.
struct row_terms {
    rfloat m, log_sum;      // lse = m + log_sum
    rfloat p, rest;         // probability of the label (targets: of the largest), and 1 minus it
    rfloat gap;             // labels: m - x[y]
    rfloat label_weight;    // w[y]
    rfloat weights, logits; // sums of u[j] and u[j] (x[j] - r0); for labels u = w
    rfloat above;           // m - r0
};

// The gradient is every p[j] - share u[j], and at the label (targets: where x is largest, and the row sure) `special`, to which
// targets add -share (u[j] - weights).
struct row_result {
    rfloat loss, every, special;
    float share;
};

// `smoothing` and `z` are alpha and gamma for focal.
ND_INLINE void row_finish(struct row_result *r, const struct row_terms *t, float smoothing, float z, float cols)
{
#if ND_FOCAL
    const rfloat nll = t->gap + t->log_sum, power = pow(t->rest, (rfloat)z);
    const rfloat per_rest = t->rest > 0.f ? nll / t->rest : (rfloat)1.f; // limits where p is 1, and below where it is 0
    const rfloat slope = t->p == 0.f ? (rfloat)0.f : t->p * per_rest;
    const rfloat alpha = smoothing < 0.f ? t->label_weight : smoothing * t->label_weight;
    r->loss = alpha * power * nll;
    r->every = alpha * power * (1.f + z * slope);
    r->special = -r->every * t->rest;
    r->share = 0.f;
#else
    const rfloat lse = t->m + t->log_sum;
    const rfloat square = z == 0.f ? (rfloat)0.f : z * lse * lse, slope = z == 0.f ? (rfloat)0.f : 2.f * z * lse;
#if ND_TARGETS
    // Two statements: contracted into one fma, the two would not cancel where the largest logit has all of the weight.
    const rfloat largest = t->weights * t->above;
    const rfloat apart = largest - t->logits;
    r->loss = apart + t->weights * t->log_sum + square;
    r->every = t->weights + slope;
    r->special = slope * t->p - t->weights * t->rest;
    r->share = 1.f;
#else
    const rfloat own = (1.f - smoothing) * t->label_weight;
    r->loss = own * (t->gap + t->log_sum) + square;
    r->every = own + slope;
    r->special = slope * t->p - own * t->rest;
    r->share = smoothing / cols;
#if ND_SMOOTHING
    r->loss += r->share * (t->weights * (t->above + t->log_sum) - t->logits);
    r->every += r->share * t->weights;
    r->special += r->share * (t->weights * t->p - t->label_weight);
#endif
#endif
#endif
}

#if ND_COLS == 0

// Whether every u is 1, so that their sum is known.
#define ND_EVEN (!ND_TARGETS && !ND_WEIGHT)

// Sums of u and u (x - r0).
struct row_sums {
    vfloat weights, logits;
};

ND_INLINE void row_sum_vector(struct row_sums *sums, __global const target_t *targets, __global const float *w, float smoothing,
                              __global const stored *x, float r0, ulong i, ulong cols, bool whole)
{
#if ND_EVEN
    sums->logits += STORED_LOAD_IF(whole, i, x, r0) - r0;
#else
    const vfloat u = row_weights(targets, w, smoothing, i, cols, whole);
    sums->weights += u;
    sums->logits += u == 0.f ? (vfloat)0.f : u * (STORED_LOAD_IF(whole, i, x, 0.f) - r0);
#endif
}

// Adds vectors begin .. end - 1; four at a time, because an addition takes longer than the rest.
ND_INLINE void row_sum(struct row_sums *sums, __global const target_t *targets, __global const float *w, float smoothing,
                       __global const stored *x, float r0, ulong begin, ulong end, ulong cols)
{
    struct row_sums a = {(vfloat)0.f, (vfloat)0.f}, b = a, c = a, d = a;
    ulong i = begin + ND_LANE;
    for (; i + 3 * ND_WG < min(end, ROW_FULL); i += 4 * ND_WG) {
        row_sum_vector(&a, targets, w, smoothing, x, r0, i, cols, true);
        row_sum_vector(&b, targets, w, smoothing, x, r0, i + ND_WG, cols, true);
        row_sum_vector(&c, targets, w, smoothing, x, r0, i + 2 * ND_WG, cols, true);
        row_sum_vector(&d, targets, w, smoothing, x, r0, i + 3 * ND_WG, cols, true);
    }
    for (; i < end; i += ND_WG) row_sum_vector(&a, targets, w, smoothing, x, r0, i, cols, false);
    sums->weights += (a.weights + b.weights) + (c.weights + d.weights);
    sums->logits += (a.logits + b.logits) + (c.logits + d.logits);
}

// What the gradient of a vector is made of: every e - share u, or special - share (u - weights) where e is `sure`.
struct row_gradient {
    float every, share, special, weights, sure;
};

ND_INLINE void row_write_gradient(const struct row_gradient *g, const struct row_state *state, __global const stored *x,
                                  __global stored *dx, __global const target_t *targets, __global const float *w,
                                  float smoothing, ulong i, ulong cols, bool whole)
{
    const vfloat e = row_again(state, x, dx, i, cols, whole);
    vfloat d = e * g->every;
#if ND_SUMS
    const vfloat u = row_weights(targets, w, smoothing, i, cols, whole);
#if ND_TARGETS
    d = e == g->sure ? g->special - g->share * (u - g->weights) : d - g->share * u;
#else
    d -= g->share * u;
#endif
#endif
    STORED_STORE_IF(whole, d, i, dx);
}

ND_KERNEL cross_entropy_rows(ND_PARAMETERS)
{
    ROW_BEGIN
    const float target = stored_get(x + label);
    group_barrier(); // all have read `target`; from here on dx, which may be x, is written

    struct row_state state;
    row_begin(&state, 1.f);
    struct row_terms terms;
    bool leads = false; // the label's logit is the first one that is as large as any so far
    struct row_sums sums = {(vfloat)0.f, (vfloat)0.f};
    float r0 = 0.f; // near the logits, so that their weighted sum has few digits to lose
    for (ulong begin = 0; begin < ROW_VECTORS; begin += ND_BLOCK) {
        const ulong end = min(begin + ND_BLOCK, ROW_VECTORS);
        const float block_max = row_block_max(x, begin, end, cols, ND_SCRATCH(scratch));
#if ND_CORRECT
        if (block_max > state.m) { // looked at now, because dx may overwrite x
            leads = target == block_max && begin <= (ulong)label / ND_VEC && (ulong)label / ND_VEC < end &&
                    !row_has_before(x, block_max, label, begin, end, cols, ND_SCRATCH(scratch));
        }
#endif
#if ND_SUMS
        if (begin == 0 && block_max > -INFINITY) r0 = block_max;
        row_sum(&sums, targets, w, smoothing, x, r0, begin, end, cols);
#endif
        row_raise(&state, block_max, dx, begin);
        row_add(&state, x, dx, begin, end, cols);
    }
    row_total(&state, ND_SCRATCH(scratch));
#if ND_LOSS || ND_GRADIENT
    row_others(&state, x, dx, cols, ND_SCRATCH(scratch));

    terms.m = state.m;
    terms.log_sum = row_log_sum(&state);
    terms.gap = state.m - target;
    terms.label_weight = LABEL_WEIGHT(label);
    terms.weights = ND_EVEN ? (float)cols : group_sum(lanes_sum(sums.weights), scratch);
    terms.logits = group_sum(lanes_sum(sums.logits), scratch);
    terms.above = state.m - r0;
    const bool top = ND_TARGETS || target == state.m;
    const float e = top ? state.largest : exp_negative_scalar(target - state.reference);
    terms.p = e / state.s;
    terms.rest = (top ? state.others : state.s - e) / state.s;
    struct row_result result;
    row_finish(&result, &terms, smoothing, z, (float)cols);
    const float row_weight = ROW_WEIGHT(row);
#endif

#if ND_GRADIENT
    const float row_scale = ROW_SCALE(row) * row_weight;
    struct row_gradient g;
    g.every = row_scale * result.every / state.s;
    g.share = row_scale * result.share;
    g.special = row_scale * result.special;
    g.weights = terms.weights;
    g.sure = row_is_sure(&state) ? state.largest : INFINITY; // no e is that
    ulong i = ND_LANE;
    for (; i < ROW_FULL; i += ND_WG) row_write_gradient(&g, &state, x, dx, targets, w, smoothing, i, cols, true);
    for (; i < ROW_VECTORS; i += ND_WG) row_write_gradient(&g, &state, x, dx, targets, w, smoothing, i, cols, false);
#if !ND_TARGETS
    group_barrier(); // the label's entry is written last
    if (ND_LANE == 0) stored_put(g.special, dx + label);
#endif
#endif
    if (ND_LANE == 0) {
#if ND_LOSS
        loss[loss_offset + row] = row_weight * result.loss;
#endif
#if ND_CORRECT
        correct[correct_offset + row] = leads && state.s == state.s ? 1.f : 0.f;
#endif
    }
}

#else

// ND_ROWS rows from row `first` on. Their losses and hits are added to *losses and *hits.
ND_INLINE void narrow_rows(ND_PARAMETERS, ulong first, rfloat *losses, rfloat *hits)
{
    const ulong rows = size;
    const int present = (int)min((ulong)ND_ROWS, rows - first);
    __global const float *w = weight + weight_offset;

    rfloat v[ND_COLS];
    load_rows_stored(v, x + x_offset + first * ND_COLS, present);
#if ND_TARGETS
    rfloat u[ND_COLS];
    load_rows(u, targets + targets_offset + first * ND_COLS, present);
    rint_t label = 0;
    rfloat most = u[0];
#pragma unroll
    for (int c = 1; c < ND_COLS; c++) {
        label = u[c] > most ? c : label;
        most = max_of(most, u[c]);
    }
    const rint_t ignored = 0, valid = -1;
#else
    targets += targets_offset + first;
    const rint_t label = rows_get_int(targets, present);
    const rint_t ignored = (label == ignore_index) & (rint_t)(ignore_index != NO_IGNORE_INDEX ? -1 : 0);
    const rint_t valid = (label >= 0) & (label < ND_COLS);
    if (any_row(!(ignored | valid)))
        for (int r = 0; r < present; r++)
            if (targets[r] < 0 || targets[r] >= ND_COLS)
                if (targets[r] != ignore_index || ignore_index == NO_IGNORE_INDEX)
                    report_error(error_word, ND_ERROR_LABEL, (int)(earlier + first + r), 0, targets[r], ND_COLS);
#endif

    struct row_terms terms;
    rfloat m = v[0], target = v[0];
    rint_t best = 0;
    terms.label_weight = LABEL_WEIGHT(0);
#pragma unroll
    for (int c = 1; c < ND_COLS; c++) {
        best = v[c] > m ? c : best;
        m = max_of(m, v[c]);
        target = label == c ? v[c] : target;
        terms.label_weight = label == c ? (rfloat)LABEL_WEIGHT(c) : terms.label_weight;
    }
    rfloat sum = 0.f, others = 0.f, target_e = 0.f;
    terms.weights = 0.f;
    terms.logits = 0.f;
#pragma unroll
    for (int c = 0; c < ND_COLS; c++) {
        const rfloat below = v[c] - m;
#if ND_SUMS
#if ND_TARGETS
        u[c] = u[c] * (1.f - smoothing) + smoothing / ND_COLS;
        if (ND_WEIGHT) u[c] *= w[c];
        const rfloat share = u[c];
#else
        const rfloat share = ND_WEIGHT ? w[c] : 1.f;
#endif
        terms.weights += share;
        terms.logits += share == 0.f ? (rfloat)0.f : share * below;
#endif
        v[c] = exp_rows(below);
        sum += v[c];
        others += v[c] < 1.f ? v[c] : (rfloat)0.f;
        target_e = label == c ? v[c] : target_e;
    }
    const rint_t sure = sum < 1.5f;
    others = sure ? others : sum - 1.f;

    terms.m = m;
    terms.log_sum = log1p_rows(others);
    terms.gap = m - target;
    terms.above = 0.f;
#if ND_TARGETS
    terms.p = 1.f / sum;
    terms.rest = others / sum;
#else
    terms.p = target_e / sum;
    terms.rest = (target == m ? others : sum - target_e) / sum;
#endif
    struct row_result result;
    row_finish(&result, &terms, smoothing, z, ND_COLS);
    const rfloat row_weight = sample_weight ? rows_get(sample_weight + sample_weight_offset + first, present) : (rfloat)1.f;

#if ND_LOSS
    const rfloat row_loss = ignored ? (rfloat)0.f : valid ? row_weight * result.loss : (rfloat)NAN;
    rows_put(row_loss, loss + loss_offset + first, present);
    *losses += rows_present(row_loss, present);
#endif
#if ND_CORRECT
    const rfloat row_correct = ((best == label) & (sum == sum) & !ignored) ? (rfloat)1.f : (rfloat)0.f;
    rows_put(row_correct, correct + correct_offset + first, present);
    *hits += rows_present(row_correct, present);
#endif
#if ND_GRADIENT
    rfloat row_scale = scale * one_unless(factor, factor_offset) * row_weight;
    if (upstream) row_scale *= rows_get(upstream + upstream_offset + first, present);
    row_scale = valid ? row_scale : (rfloat)NAN;
    const rfloat q = row_scale * result.every / sum, share = row_scale * result.share, special = row_scale * result.special;
#pragma unroll
    for (int c = 0; c < ND_COLS; c++) {
        rfloat g = v[c] * q;
#if ND_TARGETS
        g = (sure & (v[c] == 1.f)) ? special - share * (u[c] - terms.weights) : g - share * u[c];
#else
        if (ND_SMOOTHING) g -= share * (ND_WEIGHT ? w[c] : 1.f);
        g = label == c ? special : g;
        g = ignored ? (rfloat)0.f : g;
#endif
        v[c] = g;
    }
    store_rows_stored(v, dx + dx_offset + first * ND_COLS, present);
#endif
}

#define ND_ARGUMENTS                                                                                                           \
    loss, loss_offset, sample_weight, sample_weight_offset, upstream, upstream_offset, factor, factor_offset, scale, dx,       \
        dx_offset, correct, correct_offset, x, x_offset, targets, targets_offset, weight, weight_offset, size, ignore_index,   \
        smoothing, z, error_word, earlier

#if ND_TOTAL
ND_KERNEL cross_entropy_narrow(ND_PARAMETERS, __global float *total, ulong total_offset, ulong total_at, float total_scale,
                               __global float *hits, ulong hits_offset, ulong hits_at, uint zero_if_empty)
{
    ND_GROUP_SCRATCH(scratch);
#if ND_TOTAL == 2
    float valid = 0.f;
    for (ulong i = ND_LANE; i < size; i += ND_WG) {
        const target_t label = targets[targets_offset + i];
        valid += label != ignore_index && label >= 0 && label < ND_COLS ? 1.f : 0.f;
    }
    valid = group_sum(valid, scratch);
    const float share = valid == 0.f && zero_if_empty ? 0.f : 1.f / valid;
    scale *= share;
    total_scale *= share;
#endif
    rfloat losses = 0.f, hit = 0.f;
    for (ulong first = ND_LANE * ND_ROWS; first < size; first += (ulong)ND_WG * ND_ROWS)
        narrow_rows(ND_ARGUMENTS, first, &losses, &hit);
    const float loss_sum = group_sum(rows_sum(losses), scratch), hit_sum = group_sum(rows_sum(hit), scratch);
    if (ND_LANE == 0) {
        if (total) total[total_offset + total_at] = total_scale * loss_sum * one_unless(factor, factor_offset);
        if (hits) hits[hits_offset + hits_at] = hit_sum / (float)size;
    }
}
#else
ND_KERNEL cross_entropy_narrow(ND_PARAMETERS)
{
    const ulong first = get_global_id(0) * ND_ROWS;
    rfloat losses = 0.f, hits = 0.f; // of nobody
    if (first < size) narrow_rows(ND_ARGUMENTS, first, &losses, &hits);
}
#endif

#endif
