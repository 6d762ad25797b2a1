// SPDX-License-Identifier: MIT
// Connectionist temporal classification (Graves et al. 2006) of logits, value and gradient. Sequence n has `count` frames of C
// logits x[t][n] and `length` targets; its states are blank 0, label 0, blank 1, ..., label length-1, blank length:
//     y(t, s) = exp(x[t][class of s] - m[t])                                                   m = max x[t]
//     a(t, s) = y(t, s) (a(t-1, s) + a(t-1, s-1) + [label differs from the one before] a(t-1, s-2))
//     b(t, s) = the same from the end, without y(t, s)
//     loss    = sum over t of log1p(o[t]) - log(a(count-1, blank length) + a(count-1, label length-1))
//     dx[t][c] = scale (y(t, c) / (1 + o[t]) - sum over s of class c of a b / sum over s of a b),   o = sum of exp(x - m) - 1
// a and b are numbers with an exponent of their own (wide.clh) instead of logarithms; exponents are taken off every ND_RESCALE
// frames. At a class with more than half of the probability the gradient is the difference of what the others have.
//
//   ctc_frames    one group per frame t * N + n: m, o, and the leading class. 4 bytes per logit.
//   ctc_paths     one group per sequence: checks, loss, a and b. CPU walk: a vector of states at a time; GPU walk: states
//                 across the work-items, one barrier per frame and direction. 48 bytes per frame and pair of states.
//   ctc_gradient  one group per frame: dx, which may be x. 8 bytes per logit, 16 per pair of states. The occupancies of
//                 equal labels are summed in their order by the work-item that has the first of them.
// All sums run in an order fixed by the sizes. Bad lengths or labels: NaN for the sequence, an entry in the error word.
//
// work: for each of the N sequences a record of ND_RECORD words (below); then, for each sequence of the launch (those from
// `first`), rows of 4 pitch floats (d and e of blanks, d and e of labels): a at frames -1 .. T-1 and two rows for b; without
// gradient two for a.
//
// variants: ND_WG=1 ND_VEC=16 | ND_WG=1 ND_VEC=8 | ND_WG=1 ND_VEC=4 | ND_WG=256 ND_VEC=4 ; ND_LOSS=1 ND_GRADIENT=0 ND_UPSTREAM=0 | ND_LOSS=0 ND_GRADIENT=1 ND_UPSTREAM=0 | ND_LOSS=1 ND_GRADIENT=1 ND_UPSTREAM=0,1
#include "wide.clh"
#if !defined(ND_LOSS) || !defined(ND_GRADIENT) || !defined(ND_UPSTREAM)
#error "ND_LOSS, ND_GRADIENT and ND_UPSTREAM are required"
#endif

#define ND_RESCALE 32
#define ND_BLOCK 64 // spans that are summed on their own: no chain of additions is long

// States are padded to full spans. host/ops/ctc.c knows the sizes too.
#define ND_PITCH(length) (((length) + ND_SPAN) / ND_SPAN * ND_SPAN)
#define ND_RECORD(frames, pitch) ((5 * (frames) + 3 * (pitch) + 2 + 15) / 16 * 16)
#define ND_ROWS(frames) (ND_GRADIENT ? (frames) + 3 : 2)
// Parts of a record: of each frame m, o, the leading class (or -1), the blank's y; of each label its class, the next one of the
// same class (its complement where it is not the first of them), whether it differs from the one before (all bits).
#define ND_MAXIMUM(frames) 0
#define ND_OTHERS(frames) (frames)
#define ND_LEADER(frames) (2 * (frames))
#define ND_BLANK(frames) (3 * (frames))
#define ND_CLASS(frames, pitch) (5 * (frames))
#define ND_NEXT(frames, pitch) (5 * (frames) + (pitch))
#define ND_DIFFERS(frames, pitch) (5 * (frames) + 2 * (pitch))
#define ND_COUNT(frames, pitch) (5 * (frames) + 3 * (pitch))      // frames that have a gradient other than 0
#define ND_FACTOR(frames, pitch) (5 * (frames) + 3 * (pitch) + 1) // on it; NaN: it is NaN

ND_KERNEL ctc_frames(__global float *work, __global const float *x, ulong x_offset, __global const int *input_lengths,
                     ulong input_lengths_offset, ulong frames, ulong batch, ulong classes, ulong length)
{
    ND_GROUP_SCRATCH(scratch);
    const ulong t = get_group_id(0) / batch, n = get_group_id(0) % batch;
    if ((long)t >= (long)input_lengths[input_lengths_offset + n]) return; // the whole group does
    x += x_offset + get_group_id(0) * classes;
    work += n * ND_RECORD(frames, ND_PITCH(length)) + t;
    const ulong whole = classes - classes % ND_SPAN;

    sfloat largest = -INFINITY, largest2 = -INFINITY;
    ulong i = ND_LANE * ND_SPAN;
    for (; i + ND_WG * ND_SPAN < whole; i += 2 * ND_WG * ND_SPAN) {
        largest = max_of(largest, load_span(x + i));
        largest2 = max_of(largest2, load_span(x + i + ND_WG * ND_SPAN));
    }
    for (; i < whole; i += ND_WG * ND_SPAN) largest = max_of(largest, load_span(x + i));
#if ND_SPAN > 1
    const int rest = (int)(classes - whole);
    const sfloat tail = rest > 0 ? load_part(x + whole, rest, -INFINITY) : (sfloat)-INFINITY;
    largest = max_of(largest, tail);
#endif
    const float m = group_max(span_max(max_of(largest, largest2)), scratch);

    // Without the largest, which are counted: where one has nearly all of the probability, the others keep their digits.
    sfloat sum = 0.f, leaders = 0.f;
    for (ulong begin = 0; begin < whole; begin += ND_BLOCK * ND_WG * ND_SPAN) {
        const ulong end = min(begin + ND_BLOCK * ND_WG * ND_SPAN, whole);
        sfloat block_sum = 0.f;
        for (i = begin + ND_LANE * ND_SPAN; i < end; i += ND_WG * ND_SPAN) {
            const sfloat v = load_span(x + i);
            block_sum += v == m ? (sfloat)0.f : exp_span(v - m);
            leaders += v == m ? (sfloat)1.f : (sfloat)0.f;
        }
        sum += block_sum;
    }
#if ND_SPAN > 1
    sum += tail == m ? (sfloat)0.f : exp_span(tail - m);
    leaders += tail == m ? (sfloat)1.f : (sfloat)0.f;
#endif
    const float below = group_sum(span_sum(sum), scratch), same = group_sum(span_sum(leaders), scratch);
    const float others = isfinite(m) ? below + (same - 1.f) : NAN;
    if (ND_LANE == 0) {
        work[ND_MAXIMUM(frames)] = m;
        work[ND_OTHERS(frames)] = others;
        if (!(others < 0.5f)) ((__global int *)work)[ND_LEADER(frames)] = -1;
    }
    // The one leader is looked for by all, and written by the work-item that finds it.
    for (i = others < 0.5f ? ND_LANE * ND_SPAN : classes; i < classes; i += ND_WG * ND_SPAN) {
#if ND_SPAN > 1
        const sfloat v = i < whole ? load_span(x + i) : tail;
#else
        const sfloat v = x[i];
#endif
        if (span_any(v == m))
            for (ulong j = i; j < min(i + ND_SPAN, classes); j++)
                if (x[j] == m) ((__global int *)work)[ND_LEADER(frames)] = (int)j;
    }
}

// Numbers at p (d) and p + pitch (e), their exponents less `shift`.
inline struct wide load_wide(__global const float *p, ulong pitch, float shift)
{
    struct wide y;
    y.d = load_span(p);
    y.e = load_span(p + pitch) - shift;
    return y;
}
inline void store_wide(struct wide y, __global float *p, ulong pitch)
{
    store_span(y.d, p);
    store_span(y.e, p + pitch);
}
inline struct wide same_wide(float d, float e)
{
    struct wide y;
    y.d = d;
    y.e = e;
    return y;
}

inline sfloat gather(__global const float *p, __global const int *index)
{
    float lanes[ND_SPAN];
#pragma unroll
    for (int k = 0; k < ND_SPAN; k++) lanes[k] = p[index[k]];
    return load_lanes(lanes);
}

// v moved up by one lane with the last lane of `below` in front, and down with the first of `above` behind. Lane by lane, which
// compilers make one shuffle of: oclgrind crashes on vectors of three.
#if ND_SPAN == 16
#define ND_SHIFT_UP(below, v)                                                                                                  \
    ((float16)((below).sf, (v).s0, (v).s1, (v).s2, (v).s3, (v).s4, (v).s5, (v).s6, (v).s7, (v).s8, (v).s9, (v).sa, (v).sb,     \
               (v).sc, (v).sd, (v).se))
#define ND_SHIFT_DOWN(v, above)                                                                                                \
    ((float16)((v).s1, (v).s2, (v).s3, (v).s4, (v).s5, (v).s6, (v).s7, (v).s8, (v).s9, (v).sa, (v).sb, (v).sc, (v).sd,         \
               (v).se, (v).sf, (above).s0))
#elif ND_SPAN == 8
#define ND_SHIFT_UP(below, v) ((float8)((below).s7, (v).s0, (v).s1, (v).s2, (v).s3, (v).s4, (v).s5, (v).s6))
#define ND_SHIFT_DOWN(v, above) ((float8)((v).s1, (v).s2, (v).s3, (v).s4, (v).s5, (v).s6, (v).s7, (above).s0))
#elif ND_SPAN == 4
#define ND_SHIFT_UP(below, v) ((float4)((below).s3, (v).s0, (v).s1, (v).s2))
#define ND_SHIFT_DOWN(v, above) ((float4)((v).s1, (v).s2, (v).s3, (above).s0))
#endif

#if ND_LOSS
#define ND_LOSS_PARAMETER __global float *loss, ulong loss_offset,
#else
#define ND_LOSS_PARAMETER
#endif
#if ND_UPSTREAM
#define ND_UPSTREAM_PARAMETER __global const float *upstream, ulong upstream_offset,
#else
#define ND_UPSTREAM_PARAMETER
#endif

// options: 1 divides by the target length, 2 makes infinite losses 0.
ND_KERNEL ctc_paths(ND_LOSS_PARAMETER ND_UPSTREAM_PARAMETER __global float *work, __global const float *x,
                    ulong x_offset, __global const int *targets, ulong targets_offset,
                    __global const int *input_lengths, ulong input_lengths_offset, __global const int *target_lengths,
                    ulong target_lengths_offset, ulong frames, ulong batch, ulong classes, ulong length, ulong first, int blank,
                    float scale, uint options, __global int *error_word)
{
    ND_GROUP_SCRATCH(scratch);
    const ulong n = first + get_group_id(0), pitch = ND_PITCH(length);
    const int input_length = input_lengths[input_lengths_offset + n];
    const int target_length = target_lengths[target_lengths_offset + n];
    __global float *states =
        work + batch * ND_RECORD(frames, pitch) + get_group_id(0) * ND_ROWS(frames) * 4 * pitch;
    work += n * ND_RECORD(frames, pitch);
    targets += targets_offset + n * length;
    x += x_offset + n * classes;
    __global int *classes_of = (__global int *)work + ND_CLASS(frames, pitch);
    __global int *next = (__global int *)work + ND_NEXT(frames, pitch);
    __global int *differs = (__global int *)work + ND_DIFFERS(frames, pitch);

    float bad = 0.f;
    if (input_length < 0 || (ulong)input_length > frames) {
        bad = 1.f;
        if (ND_LANE == 0) report_error(error_word, ND_ERROR_INPUT_LENGTH, (int)n, 0, input_length, (int)frames);
    } else if (target_length < 0 || (ulong)target_length > length) {
        bad = 1.f;
        if (ND_LANE == 0) report_error(error_word, ND_ERROR_TARGET_LENGTH, (int)n, 0, target_length, (int)length);
    } else {
        for (ulong i = ND_LANE; i < (ulong)target_length; i += ND_WG)
            if (targets[i] < 0 || (ulong)targets[i] >= classes) {
                bad = 1.f;
                report_error(error_word, ND_ERROR_TARGET, (int)n, (int)i, targets[i], (int)classes);
            }
    }
    // A bad sequence is treated as an empty one up to the results: no return in front of the barriers.
    const bool valid = group_max(bad, scratch) == 0.f;
    const ulong count = valid ? (ulong)input_length : 0, labels = valid ? (ulong)target_length : 0;

    for (ulong i = ND_LANE; i < pitch; i += ND_WG) {
        classes_of[i] = i < labels ? targets[i] : blank; // of the padding: any class
        differs[i] = i > 0 && i < labels && targets[i] != targets[i - 1] ? -1 : 0;
    }
#if ND_GRADIENT
    for (ulong i = ND_LANE; i < labels; i += ND_WG) {
        ulong before = 0, after = i + 1;
        while (before < i && targets[before] != targets[i]) before++;
        while (after < labels && targets[after] != targets[i]) after++;
        next[i] = before == i ? (int)after : ~(int)after;
    }
#endif

    // What needs no states: the blank's y in all frames, and the sum of the logarithms.
    struct exact log_sum;
    log_sum.hi = log_sum.lo = 0.f;
    for (ulong t = ND_LANE * ND_SPAN; t < count; t += ND_WG * ND_SPAN) {
        float x_lanes[ND_SPAN], m_lanes[ND_SPAN], others_lanes[ND_SPAN];
        const int present = (int)min((ulong)ND_SPAN, count - t);
        for (int k = 0; k < ND_SPAN; k++) {
            const ulong at = t + min(k, present - 1);
            x_lanes[k] = x[at * batch * classes + blank];
            m_lanes[k] = work[ND_MAXIMUM(frames) + at];
            others_lanes[k] = k < present ? work[ND_OTHERS(frames) + at] : 0.f;
        }
        log_sum = exact_add(log_sum, log1p(load_lanes(others_lanes)));
#if ND_SPAN == 1
        const struct wide y = wide_exp(x_lanes[0], m_lanes[0]);
#else
        const struct wide y = wide_exp(load_lanes(x_lanes), load_lanes(m_lanes));
#endif
        store_some(y.d, work + ND_BLANK(frames) + t, present);
        store_some(y.e, work + ND_BLANK(frames) + frames + t, present);
    }

    // Frame -1: all of the probability is before the first blank.
    for (ulong i = ND_LANE * ND_SPAN; i < pitch; i += ND_WG * ND_SPAN) {
        struct wide start = wide_zero();
        store_wide(start, states + 2 * pitch + i, pitch);
        start.e = ND_INDEX(i) == 0 ? (sfloat)0.f : start.e;
        store_wide(start, states + i, pitch);
    }
    struct exact exponent;
    exponent.hi = exponent.lo = 0.f;
    float shift = 0.f; // to be taken off the exponents of the frame before
    for (ulong begin = 0; begin < count; begin += ND_RESCALE) {
        const ulong end = min(begin + ND_RESCALE, count);
        sfloat highest = ND_WIDE_ZERO;
        for (ulong t = begin; t < end; t++) {
            group_barrier(); // the frame before is there, and nobody reads the one that is overwritten
            __global const float *from = states + (ND_GRADIENT ? t : t % 2) * 4 * pitch;
            __global float *to = states + (ND_GRADIENT ? t + 1 : (t + 1) % 2) * 4 * pitch;
            __global const float *frame = x + t * batch * classes;
            const sfloat m = work[ND_MAXIMUM(frames) + t];
            const struct wide blank_y = same_wide(work[ND_BLANK(frames) + t], work[ND_BLANK(frames) + frames + t]);
            struct wide below = wide_zero();
            highest = ND_WIDE_ZERO;
            for (ulong i = ND_LANE * ND_SPAN; i < pitch; i += ND_WG * ND_SPAN) {
                const struct wide at_blank = load_wide(from + i, pitch, shift);
                const struct wide at_label = load_wide(from + 2 * pitch + i, pitch, shift);
                struct wide label_before = wide_zero();
#if ND_SPAN == 1
                if (i > 0) label_before = load_wide(from + 2 * pitch + i - 1, pitch, shift);
#else
                label_before.d = ND_SHIFT_UP(below.d, at_label.d);
                label_before.e = ND_SHIFT_UP(below.e, at_label.e);
                below = at_label;
#endif
                const struct wide to_blank = wide_add(at_blank, label_before);
                const sint skips = load_span(differs + i);
                struct wide before;
                before.d = skips ? to_blank.d : at_blank.d;
                before.e = skips ? to_blank.e : at_blank.e;
                struct wide y = wide_exp(gather(frame, classes_of + i), m);
                y.e = ND_INDEX(i) < (int)labels ? y.e : (sfloat)ND_WIDE_ZERO;
                const struct wide new_blank = wide_multiply(to_blank, blank_y);
                const struct wide new_label = wide_multiply(wide_add(at_label, before), y);
                store_wide(new_blank, to + i, pitch);
                store_wide(new_label, to + 2 * pitch + i, pitch);
                highest = max_of(highest, max_of(new_blank.e, new_label.e));
            }
            shift = 0.f;
        }
        shift = group_max(span_max(highest), scratch);
        if (shift < ND_WIDE_ZERO / 3) shift = 0.f; // nothing can be reached
        exponent = exact_add(exponent, shift);
    }
    group_barrier(); // the last frame is there

    // The same in every work-item: loss = log_sum - log 2 * exponent - log1p(d).
    __global const float *last = states + (ND_GRADIENT ? count : count % 2) * 4 * pitch;
    struct wide end = same_wide(last[labels], last[pitch + labels] - shift);
    if (labels > 0) {
        const ulong at = 2 * pitch + labels - 1;
        end = wide_add(end, same_wide(last[at], last[pitch + at] - shift));
    }
    exponent = exact_add(exponent, end.e);
    struct exact sum;
    sum.hi = sum.lo = 0.f;
#if ND_WG == 1
    float lanes[ND_SPAN];
    store_private(log_sum.hi, 0, lanes);
    for (int k = 0; k < ND_SPAN; k++) sum = exact_add(sum, lanes[k]);
#else
    scratch[ND_LANE] = log_sum.hi;
    barrier(CLK_LOCAL_MEM_FENCE); // all sums are there
    for (ulong k = 0; k < min((ulong)ND_WG, count); k++) sum = exact_add(sum, scratch[k]);
    barrier(CLK_LOCAL_MEM_FENCE); // all have read before the next use of scratch
#endif
    sum.lo += group_sum(span_sum(log_sum.lo), scratch);
    {
#pragma OPENCL FP_CONTRACT OFF
        const sfloat product = exponent.hi * 0.693147182f;
        sum = exact_add(sum, -product);
        sum.lo -= fma(exponent.hi, (sfloat)0.693147182f, -product);
        sum.lo -= fma(exponent.hi, (sfloat)-1.90465421e-9f, exponent.lo * 0.693147182f);
        sum = exact_add(sum, -log1p(end.d));
    }
    float l = span_first(sum.hi + sum.lo);
    l = l < 0.f ? 0.f : l;
    if (span_first(end.e) < ND_WIDE_ZERO / 3 && l == l) l = INFINITY;
    if (!valid) l = NAN;

    const bool zeroed = l == INFINITY && (options & 2);
    const float divisor = options & 1 ? (float)max(labels, (ulong)1) : 1.f;
    if (ND_LANE == 0) {
#if ND_LOSS
        loss[loss_offset + n] = zeroed ? 0.f : l / divisor;
#endif
        float factor = scale / divisor;
#if ND_UPSTREAM
        factor *= upstream[upstream_offset + n];
#endif
        ((__global int *)work)[ND_COUNT(frames, pitch)] = zeroed ? 0 : valid ? input_length : (int)frames;
        work[ND_FACTOR(frames, pitch)] = isfinite(l) ? factor : NAN;
    }

#if ND_GRADIENT
    // b from the end, where there is a gradient. The rows behind those of a hold b times y, a is replaced by a times b.
    __global float *rows = states + (frames + 1) * 4 * pitch;
    for (ulong i = ND_LANE * ND_SPAN; i < pitch; i += ND_WG * ND_SPAN) {
        struct wide start = wide_zero();
        store_wide(start, rows + count % 2 * 4 * pitch + 2 * pitch + i, pitch);
        start.e = ND_INDEX(i) == (int)labels ? (sfloat)0.f : start.e;
        store_wide(start, rows + count % 2 * 4 * pitch + i, pitch);
    }
    shift = 0.f;
    for (ulong end = isfinite(l) ? count : 0; end > 0; end -= min(end, (ulong)ND_RESCALE)) {
        const ulong begin = end - min(end, (ulong)ND_RESCALE);
        sfloat highest = ND_WIDE_ZERO;
        for (ulong t = end; t-- > begin;) {
            group_barrier(); // the frame behind is there, and nobody reads the one that is overwritten
            __global const float *from = rows + (t + 1) % 2 * 4 * pitch;
            __global float *to = rows + t % 2 * 4 * pitch, *product = states + (t + 1) * 4 * pitch;
            __global const float *frame = x + t * batch * classes;
            const sfloat m = work[ND_MAXIMUM(frames) + t];
            const struct wide blank_y = same_wide(work[ND_BLANK(frames) + t], work[ND_BLANK(frames) + frames + t]);
            highest = ND_WIDE_ZERO;
            struct wide above = wide_zero();
            for (ulong k = ND_LANE * ND_SPAN; k < pitch; k += ND_WG * ND_SPAN) {
                const ulong i = pitch - ND_SPAN - k;
                const struct wide at_blank = load_wide(from + i, pitch, shift);
                const struct wide at_label = load_wide(from + 2 * pitch + i, pitch, shift);
                const struct wide b_blank = wide_add(at_blank, at_label);
                struct wide after; // what follows label i: blank i+1, and label i+1 if it differs
#if ND_SPAN == 1
                after = wide_zero();
                if (i + 1 < pitch) {
                    after = load_wide(from + i + 1, pitch, shift);
                    if (differs[i + 1]) after = wide_add(after, load_wide(from + 2 * pitch + i + 1, pitch, shift));
                }
#else
                const sint skips = load_span(differs + i);
                struct wide entered;
                entered.d = skips ? b_blank.d : at_blank.d;
                entered.e = skips ? b_blank.e : at_blank.e;
                after.d = ND_SHIFT_DOWN(entered.d, above.d);
                after.e = ND_SHIFT_DOWN(entered.e, above.e);
                above = entered;
#endif
                const struct wide b_label = wide_add(at_label, after);
                struct wide y = wide_exp(gather(frame, classes_of + i), m);
                y.e = ND_INDEX(i) < (int)labels ? y.e : (sfloat)ND_WIDE_ZERO;
                __global float *of_blanks = product + i, *of_labels = product + 2 * pitch + i;
                store_wide(wide_multiply(load_wide(of_blanks, pitch, 0.f), b_blank), of_blanks, pitch);
                store_wide(wide_multiply(load_wide(of_labels, pitch, 0.f), b_label), of_labels, pitch);
                const struct wide new_blank = wide_multiply(b_blank, blank_y), new_label = wide_multiply(b_label, y);
                store_wide(new_blank, to + i, pitch);
                store_wide(new_label, to + 2 * pitch + i, pitch);
                highest = max_of(highest, max_of(new_blank.e, new_label.e));
            }
            shift = 0.f;
        }
        shift = group_max(span_max(highest), scratch);
    }
#endif
}

#if ND_GRADIENT
ND_KERNEL ctc_gradient(__global float *dx, ulong dx_offset, __global float *work, __global const float *x, ulong x_offset,
                       __global const int *target_lengths, ulong target_lengths_offset, ulong frames, ulong batch,
                       ulong classes, ulong length, ulong first, int blank)
{
    ND_GROUP_SCRATCH(scratch);
    const ulong sequences = get_num_groups(0) / frames, pitch = ND_PITCH(length);
    const ulong t = get_group_id(0) / sequences, sequence = get_group_id(0) % sequences, n = first + sequence;
    const ulong whole = classes - classes % ND_SPAN;
    __global float *states =
        work + batch * ND_RECORD(frames, pitch) + (sequence * ND_ROWS(frames) + t + 1) * 4 * pitch;
    work += n * ND_RECORD(frames, pitch);
    x += x_offset + (t * batch + n) * classes;
    dx += dx_offset + (t * batch + n) * classes;
    const float factor = work[ND_FACTOR(frames, pitch)];
    if ((long)t >= (long)((__global const int *)work)[ND_COUNT(frames, pitch)] || factor != factor) {
        const float value = (long)t >= (long)((__global const int *)work)[ND_COUNT(frames, pitch)] ? 0.f : NAN;
        for (ulong i = ND_LANE * ND_SPAN; i < whole; i += ND_WG * ND_SPAN) store_span((sfloat)value, dx + i);
#if ND_SPAN > 1
        store_part(value, dx + whole, (int)(classes - whole));
#endif
        return; // the whole group does
    }
    __global const int *classes_of = (__global const int *)work + ND_CLASS(frames, pitch);
    __global const int *next = (__global const int *)work + ND_NEXT(frames, pitch);
    const int leader = ((__global const int *)work)[ND_LEADER(frames) + t];
    const float m = work[ND_MAXIMUM(frames) + t], others = work[ND_OTHERS(frames) + t];
    const ulong labels = (ulong)target_lengths[target_lengths_offset + n];
    __global float *occupancy = states + 2 * pitch; // of label i, times `all`; in the place of its d

    sfloat highest = -INFINITY;
    for (ulong i = ND_LANE * ND_SPAN; i < pitch; i += ND_WG * ND_SPAN)
        highest = max_of(highest, max_of(load_span(states + pitch + i), load_span(states + 3 * pitch + i)));
    const float top = group_max(span_max(highest), scratch);
    sfloat sum_blanks = 0.f, sum_labels = 0.f, sum_others = 0.f; // of class blank; of other classes; of all but the leader
    for (ulong i = ND_LANE * ND_SPAN; i < pitch; i += ND_WG * ND_SPAN) {
        const struct wide at_blank = load_wide(states + i, pitch, top);
        const struct wide at_label = load_wide(states + 2 * pitch + i, pitch, top);
        const sfloat w_blank = power_of_two(at_blank.e), w_label = power_of_two(at_label.e);
        const sfloat g_blank = fma(w_blank, at_blank.d, w_blank), g_label = fma(w_label, at_label.d, w_label);
        const sint class = load_span(classes_of + i);
        store_span(g_label, occupancy + i);
        sum_blanks += g_blank + (class == blank ? g_label : (sfloat)0.f);
        sum_labels += class == blank ? (sfloat)0.f : g_label;
        sum_others += (leader == blank ? (sfloat)0.f : g_blank) + (class == leader ? (sfloat)0.f : g_label);
    }
    const float of_blank = group_sum(span_sum(sum_blanks), scratch);
    const float all = of_blank + group_sum(span_sum(sum_labels), scratch);
    const float not_leader = group_sum(span_sum(sum_others), scratch);

    const float q = factor / (1.f + others);
    for (ulong i = ND_LANE * ND_SPAN; i < whole; i += ND_WG * ND_SPAN) store_span(exp_span(load_span(x + i) - m) * q, dx + i);
#if ND_SPAN > 1
    const int rest = (int)(classes - whole);
    store_part(exp_span(load_part(x + whole, rest, 0.f) - m) * q, dx + whole, rest);
#endif
    group_barrier(); // the softmax and all occupancies are there
    const float share = factor / all, at_leader = fma(-q, others, share * not_leader);
    for (ulong i = ND_LANE; i < labels; i += ND_WG) {
        const int class = classes_of[i];
        if (next[i] < 0 || class == blank) continue;
        float sum = 0.f;
        for (ulong k = i; k < labels; k = next[k] < 0 ? ~next[k] : next[k]) sum += occupancy[k];
        dx[class] = class == leader ? at_leader : fma(-share, sum, dx[class]);
    }
    if (ND_LANE == 0) dx[blank] = leader == blank ? at_leader : fma(-share, of_blank, dx[blank]);
}
#endif
