// SPDX-License-Identifier: MIT
// Softmax cross-entropy with integer labels, value and gradient in one pass over the logits.
// Row x of C logits, label t, m = max x, e[j] = exp(x[j] - r), s = sum e, with a reference r <= m <= r + 40:
//     loss = (m - x[t]) + log1p(o),   o = sum of exp(x[j] - m) but for the maximum itself
//     dx[j] = scale e[j] / s,         dx[t] = -scale (s - e[t]) / s
// Rows that are nearly sure keep their digits: o and s - e[t] are then summed without the maximum instead of subtracted.
// A label outside 0 .. C-1: NaN for the row's loss and gradient, an entry in the error word. NaN in a row makes it all NaN.
//
//   cross_entropy_rows    one group of ND_WG per row. Shapes: x, dx (rows, cols), labels, loss, correct (rows). cols >= ND_VEC.
//   cross_entropy_narrow  ND_COLS <= 16 columns: a work-item of the CPU walk takes ND_VEC rows, one per vector lane, and one
//                         row in the GPU walk.
// dx may be x. 8 bytes per logit with gradient, in place; 4 without.
//
// variants: ND_WG=1 ND_VEC=16 | ND_WG=1 ND_VEC=8 | ND_WG=256 ND_VEC=4 ; ND_COLS=0,1,10,16 ; ND_LOSS=1 ND_GRADIENT=0 ND_CORRECT=0 | ND_LOSS=0 ND_GRADIENT=1 ND_CORRECT=0 | ND_LOSS=0 ND_GRADIENT=0 ND_CORRECT=1 | ND_LOSS=1 ND_GRADIENT=1 ND_CORRECT=1
#include "walk.clh"
#if !defined(ND_LOSS) || !defined(ND_GRADIENT) || !defined(ND_CORRECT) || !defined(ND_COLS)
#error "ND_LOSS, ND_GRADIENT, ND_CORRECT and ND_COLS (0: any number) are required"
#endif

// The outputs that a specialisation has.
#if ND_LOSS
#define ND_LOSS_PARAMETER __global float *loss, ulong loss_offset,
#else
#define ND_LOSS_PARAMETER
#endif
#if ND_GRADIENT
#define ND_GRADIENT_PARAMETER __global float *dx, ulong dx_offset, float scale,
#else
#define ND_GRADIENT_PARAMETER
#endif
#if ND_CORRECT
#define ND_CORRECT_PARAMETER __global float *correct, ulong correct_offset,
#else
#define ND_CORRECT_PARAMETER
#endif

#if ND_COLS == 0

// The CPU walk takes a row in blocks of ND_BLOCK vectors, which stay in the first-level cache between the block's maximum and
// its exponentials: e is relative to the maximum of the first block, until a later block exceeds that by 40 and all before it is
// scaled down once. The GPU walk takes the whole row as one block.
#if ND_WG == 1
#define ND_BLOCK 64
#define ND_AHEAD 2048 // floats that are asked for ahead of time
#else
#define ND_BLOCK vectors
#define ND_AHEAD 0
#endif

// The exponential at index i again: stored in dx, or computed anew where there is no gradient.
#define ELEMENT(j, p) (p)[j]
#if ND_GRADIENT
#define ND_EXPONENTIAL(load, i, exponential) load(i, dx)
#else
#define ND_EXPONENTIAL(load, i, exponential) exponential(load(i, x) - reference)
#endif

// exp(a - b) with the digits that the subtraction rounds away: an error that all elements of a row would share.
inline float exp_difference(float a, float b)
{
    const float difference = a - b, subtracted = a - difference;
    const float lost = (a - (difference + subtracted)) + (subtracted - b);
    const float e = exp_negative_scalar(difference);
    return isfinite(lost) ? fma(e, lost, e) : e;
}

// The last, partial vector of a row in the CPU walk is the row's last ND_VEC elements; these lanes of it have not been met.
#define ND_TAIL(rest) (ND_IOTA >= (int)(ND_VEC - (rest)))

ND_KERNEL cross_entropy_rows(ND_LOSS_PARAMETER ND_GRADIENT_PARAMETER ND_CORRECT_PARAMETER __global const float *x,
                             ulong x_offset, __global const int *labels, ulong labels_offset, ulong cols, __global int *error_word)
{
    ND_GROUP_SCRATCH(scratch);
    const ulong row = get_group_id(0);
    const ulong vectors = cols / ND_VEC, rest = cols - vectors * ND_VEC, last = cols - ND_VEC;
    const int label = labels[labels_offset + row];
    x += x_offset + row * cols;
#if ND_GRADIENT
    dx += dx_offset + row * cols;
#endif
    if (label < 0 || (ulong)label >= cols) {
#if ND_GRADIENT
        for (ulong j = ND_LANE; j < cols; j += ND_WG) dx[j] = NAN;
#endif
        if (ND_LANE == 0) {
#if ND_LOSS
            loss[loss_offset + row] = NAN;
#endif
#if ND_CORRECT
            correct[correct_offset + row] = 0.f;
#endif
            report_error(error_word, ND_ERROR_LABEL, (int)row, label, (int)cols);
        }
        return; // the whole group does
    }
    const float target = x[label];

    float m = -INFINITY, reference = 0.f;
    vfloat sum = 0.f;
    float tail_sum = 0.f;
    bool leads = false; // the label's logit is the first one that is as large as any so far
    for (ulong begin = 0; begin < vectors; begin += ND_BLOCK) {
        const ulong end = min(begin + ND_BLOCK, vectors);
        const bool tail = rest > 0 && end == vectors;

        vfloat a = -INFINITY, b = -INFINITY, c = -INFINITY, d = -INFINITY;
        ulong i = begin + ND_LANE;
        for (; i + 3 * ND_WG < end; i += 4 * ND_WG) {
            a = max_of(a, load_v(i, x));
            b = max_of(b, load_v(i + ND_WG, x));
            c = max_of(c, load_v(i + 2 * ND_WG, x));
            d = max_of(d, load_v(i + 3 * ND_WG, x));
        }
        for (; i < end; i += ND_WG) a = max_of(a, load_v(i, x));
#if ND_WG == 1
        if (tail) b = max_of(b, load_v(0, x + last));
        const float block_max = lanes_max(max_of(max_of(a, b), max_of(c, d)));
#else
        float lane_max = lanes_max(max_of(max_of(a, b), max_of(c, d)));
        for (ulong j = vectors * ND_VEC + ND_LANE; j < cols; j += ND_WG) lane_max = max_of(lane_max, x[j]);
        const float block_max = group_max(lane_max, scratch);
#endif
        if (block_max > m) {
#if ND_CORRECT
            // Looked at now, because dx may overwrite x.
            const ulong from = begin * ND_VEC, to = tail ? cols : end * ND_VEC;
            leads = target == block_max && from <= (ulong)label && (ulong)label < to;
            float earlier = 0.f;
            if (leads) {
                for (ulong j = from + ND_LANE; j < (ulong)label; j += ND_WG) earlier = x[j] == block_max ? 1.f : earlier;
                leads = group_max(earlier, scratch) == 0.f;
            }
#endif
            if (m == -INFINITY) {
                reference = block_max; // everything before, if anything, was -inf, with e = 0
            } else if (block_max > reference + 40.f) {
                const float factor = exp_difference(reference, block_max);
                sum *= factor;
#if ND_GRADIENT
                for (i = ND_LANE; i < begin; i += ND_WG) store_v(load_v(i, dx) * factor, i, dx);
#endif
                reference = block_max;
            }
            m = block_max;
        }

        group_barrier(); // all have read `target` and what lies before it; from here on dx, which may be x, is written
        vfloat block_sum = 0.f;
        for (i = begin + ND_LANE; i < end; i += ND_WG) {
            prefetch_line(x + i * ND_VEC + ND_AHEAD);
            const vfloat e = exp_negative(load_v(i, x) - reference);
#if ND_GRADIENT
            store_v(e, i, dx);
#endif
            block_sum += e;
        }
#if ND_WG == 1
        if (tail) {
            const vfloat v = load_v(0, x + last); // in place, the lanes met before hold their exponentials already
            const vfloat e = ND_TAIL(rest) ? exp_negative(v - reference) : (vfloat)0.f;
#if ND_GRADIENT
            const vfloat stored = load_v(0, dx + last);
            store_v(ND_TAIL(rest) ? e : stored, 0, dx + last);
#endif
            block_sum += e;
        }
#else
        for (ulong j = vectors * ND_VEC + ND_LANE; j < cols; j += ND_WG) {
            const float e = exp_negative_scalar(x[j] - reference);
#if ND_GRADIENT
            dx[j] = e;
#endif
            tail_sum += e;
        }
#endif
        sum += block_sum;
    }
    const float s = group_sum(lanes_sum(sum) + tail_sum, scratch);
    const float largest = exp_negative_scalar(m - reference); // the same bits as where the maximum was met

#if ND_LOSS || ND_GRADIENT
    float others = s - largest;
    if (others < 0.5f * largest) {
        // One logit has most of the probability: sum the others alone.
        vfloat small = 0.f;
        float small_tail = 0.f;
        for (ulong i = ND_LANE; i < vectors; i += ND_WG) {
            const vfloat e = ND_EXPONENTIAL(load_v, i, exp_negative);
            small += e < largest ? e : (vfloat)0.f;
        }
        for (ulong j = vectors * ND_VEC + ND_LANE; j < cols; j += ND_WG) {
            const float e = ND_EXPONENTIAL(ELEMENT, j, exp_negative_scalar);
            small_tail += e < largest ? e : 0.f;
        }
        others = group_sum(lanes_sum(small) + small_tail, scratch);
    }
#endif

#if ND_GRADIENT
    const float q = scale / s;
    for (ulong i = ND_LANE; i < vectors; i += ND_WG) store_v(load_v(i, dx) * q, i, dx);
#if ND_WG == 1
    if (rest > 0) {
        const vfloat v = load_v(0, dx + last);
        store_v(ND_TAIL(rest) ? v * q : v, 0, dx + last);
    }
#else
    for (ulong j = vectors * ND_VEC + ND_LANE; j < cols; j += ND_WG) dx[j] *= q;
#endif
    group_barrier(); // the label's entry is written last
#endif
    if (ND_LANE == 0) {
#if ND_GRADIENT
        dx[label] = -q * (target == m ? others : s - exp_negative_scalar(target - reference));
#endif
#if ND_LOSS
        loss[loss_offset + row] = (m - target) + log1p(others / exp_difference(m, reference));
#endif
#if ND_CORRECT
        correct[correct_offset + row] = leads && s == s ? 1.f : 0.f;
#endif
    }
}

#else

#if ND_WG == 1
#define ND_ROWS ND_VEC
#define rfloat vfloat
#define rint_t vint
#define exp_rows exp_negative
#else
#define ND_ROWS 1
#define rfloat float
#define rint_t int
#define exp_rows exp_negative_scalar
#endif

#if ND_ROWS == 1
#define ROWS_LOAD(lanes) (lanes)[0]
#define ROWS_LOAD_INT(lanes) (lanes)[0]
#define ROWS_STORE(v, lanes) (lanes)[0] = (v)
#else
#define ROWS_LOAD(lanes) load_v(0, lanes)
#define ROWS_LOAD_INT(lanes) load_v(0, lanes)
#define ROWS_STORE(v, lanes) store_private(v, 0, lanes)
#endif

ND_KERNEL cross_entropy_narrow(ND_LOSS_PARAMETER ND_GRADIENT_PARAMETER ND_CORRECT_PARAMETER __global const float *x,
                               ulong x_offset, __global const int *labels, ulong labels_offset, ulong rows,
                               __global int *error_word)
{
    const ulong first = get_global_id(0) * ND_ROWS;
    if (first >= rows) return;
    const int present = (int)min((ulong)ND_ROWS, rows - first);
    x += x_offset + first * ND_COLS;
    labels += labels_offset + first;

    int label_lanes[ND_ROWS];
#pragma unroll
    for (int r = 0; r < ND_ROWS; r++) label_lanes[r] = labels[min(r, present - 1)];
    const rint_t label = ROWS_LOAD_INT(label_lanes);
    const rint_t valid = label >= 0 & label < ND_COLS;

    rfloat v[ND_COLS];
#pragma unroll
    for (int c = 0; c < ND_COLS; c++) {
        float lanes[ND_ROWS];
#pragma unroll
        for (int r = 0; r < ND_ROWS; r++) lanes[r] = x[min(r, present - 1) * ND_COLS + c];
        v[c] = ROWS_LOAD(lanes);
    }

    rfloat m = v[0], target = v[0];
    rint_t best = 0;
#pragma unroll
    for (int c = 1; c < ND_COLS; c++) {
        best = v[c] > m ? c : best;
        m = max_of(m, v[c]);
        target = label == c ? v[c] : target;
    }
    rfloat sum = 0.f, others = 0.f, target_e = 0.f;
#pragma unroll
    for (int c = 0; c < ND_COLS; c++) {
        v[c] = exp_rows(v[c] - m);
        sum += v[c];
        others += v[c] < 1.f ? v[c] : (rfloat)0.f;
        target_e = label == c ? v[c] : target_e;
    }
    others = sum < 1.5f ? others : sum - 1.f;

#if ND_LOSS
    const rfloat row_loss = valid ? (m - target) + log1p(others) : (rfloat)NAN;
    float loss_lanes[ND_ROWS];
    ROWS_STORE(row_loss, loss_lanes);
    loss += loss_offset + first;
    for (int r = 0; r < present; r++) loss[r] = loss_lanes[r];
#endif
#if ND_CORRECT
    const rfloat row_correct = (best == label & sum == sum) ? (rfloat)1.f : (rfloat)0.f;
    float correct_lanes[ND_ROWS];
    ROWS_STORE(row_correct, correct_lanes);
    correct += correct_offset + first;
    for (int r = 0; r < present; r++) correct[r] = correct_lanes[r];
#endif
#if ND_GRADIENT
    const rfloat q = valid ? scale / sum : (rfloat)NAN;
    const rfloat target_gradient = -q * (target == m ? others : sum - target_e);
    dx += dx_offset + first * ND_COLS;
#pragma unroll
    for (int c = 0; c < ND_COLS; c++) {
        const rfloat g = label == c ? target_gradient : v[c] * q;
        float lanes[ND_ROWS];
        ROWS_STORE(g, lanes);
        if (present == ND_ROWS) {
#pragma unroll
            for (int r = 0; r < ND_ROWS; r++) dx[r * ND_COLS + c] = lanes[r];
        } else {
            for (int r = 0; r < present; r++) dx[r * ND_COLS + c] = lanes[r];
        }
    }
#endif
    for (int r = 0; r < present; r++)
        if (label_lanes[r] < 0 || label_lanes[r] >= ND_COLS)
            report_error(error_word, ND_ERROR_LABEL, (int)(first + r), label_lanes[r], ND_COLS);
}

#endif
