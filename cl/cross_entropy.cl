// SPDX-License-Identifier: MIT
// Softmax cross-entropy with integer labels, value and gradient in one pass over the logits.
// Row x of C logits, label t, m = max x, e[j] = exp(x[j] - m), s = sum e, o = s - 1 without cancellation:
//     loss = (m - x[t]) + log1p(o),   dx[j] = scale e[j] / s,   dx[t] = -scale (x[t] = m ? o : s - e[t]) / s
// o is summed without the maximum itself when s < 1.5, so rows that are nearly sure keep their digits.
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

// The last, partial vector of a row in the CPU walk: the row's last ND_VEC elements, of which `fresh` lanes have not been met.
#define ND_TAIL(rest) (ND_IOTA >= (int)(ND_VEC - (rest)))

ND_KERNEL cross_entropy_rows(ND_LOSS_PARAMETER ND_GRADIENT_PARAMETER ND_CORRECT_PARAMETER __global const float *x, ulong x_offset,
                             __global const int *labels, ulong labels_offset, ulong cols, __global int *error_word)
{
    ND_GROUP_SCRATCH(scratch);
    const ulong row = get_group_id(0);
    const ulong vectors = cols / ND_VEC;
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

    vfloat a = -INFINITY, b = -INFINITY, c = -INFINITY, d = -INFINITY;
    ulong i = ND_LANE;
    for (; i + 3 * ND_WG < vectors; i += 4 * ND_WG) {
        a = max_of(a, load_v(i, x));
        b = max_of(b, load_v(i + ND_WG, x));
        c = max_of(c, load_v(i + 2 * ND_WG, x));
        d = max_of(d, load_v(i + 3 * ND_WG, x));
    }
    for (; i < vectors; i += ND_WG) a = max_of(a, load_v(i, x));
#if ND_WG == 1
    const ulong rest = cols - vectors * ND_VEC, last = cols - ND_VEC;
    if (rest > 0) b = max_of(b, load_v(0, x + last));
    const float m = lanes_max(max_of(max_of(a, b), max_of(c, d)));
#else
    float lane_max = lanes_max(max_of(max_of(a, b), max_of(c, d)));
    for (ulong j = vectors * ND_VEC + ND_LANE; j < cols; j += ND_WG) lane_max = max_of(lane_max, x[j]);
    const float m = group_max(lane_max, scratch); // from here on all work-items have read `target`
#endif

#if ND_CORRECT
    // The label's logit is the largest; is it also the first such? Done before dx may overwrite x.
    float earlier = 0.f;
    if (target == m) {
        for (ulong j = ND_LANE; j < (ulong)label; j += ND_WG) earlier = x[j] == m ? 1.f : earlier;
        earlier = group_max(earlier, scratch);
    }
#endif

    vfloat sum = 0.f, others = 0.f; // of blocks of 64 vectors, so that no chain of additions is long
    for (ulong block = 0; block < vectors; block += 64 * ND_WG) {
        const ulong end = min(block + 64 * ND_WG, vectors);
        vfloat block_sum = 0.f, block_others = 0.f;
        for (i = block + ND_LANE; i < end; i += ND_WG) {
            const vfloat e = exp_negative(load_v(i, x) - m);
#if ND_GRADIENT
            store_v(e, i, dx);
#endif
            block_sum += e;
            block_others += e < 1.f ? e : (vfloat)0.f;
        }
        sum += block_sum;
        others += block_others;
    }
#if ND_WG == 1
    if (rest > 0) {
        const vfloat v = load_v(0, x + last); // in place, the lanes met before hold their exponentials already
        const vfloat e = ND_TAIL(rest) ? exp_negative(v - m) : (vfloat)0.f;
#if ND_GRADIENT
        const vfloat stored = load_v(0, dx + last);
        store_v(ND_TAIL(rest) ? e : stored, 0, dx + last);
#endif
        sum += e;
        others += e < 1.f ? e : (vfloat)0.f;
    }
    const float s = lanes_sum(sum);
    float o = lanes_sum(others);
#else
    float lane_sum = lanes_sum(sum), lane_others = lanes_sum(others);
    for (ulong j = vectors * ND_VEC + ND_LANE; j < cols; j += ND_WG) {
        const float e = exp_negative_scalar(x[j] - m);
#if ND_GRADIENT
        dx[j] = e;
#endif
        lane_sum += e;
        lane_others += e < 1.f ? e : 0.f;
    }
    const float s = group_sum(lane_sum, scratch);
    float o = group_sum(lane_others, scratch);
#endif
    if (!(s < 1.5f)) o = s - 1.f;

#if ND_GRADIENT
    const float q = scale / s;
    for (i = ND_LANE; i < vectors; i += ND_WG) store_v(load_v(i, dx) * q, i, dx);
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
        dx[label] = -q * (target == m ? o : s - exp_negative_scalar(target - m));
#endif
#if ND_LOSS
        loss[loss_offset + row] = (m - target) + log1p(o);
#endif
#if ND_CORRECT
        correct[correct_offset + row] = target == m && earlier == 0.f && s == s ? 1.f : 0.f;
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
#define ROWS_STORE(v, lanes) store_v(v, 0, lanes)
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
