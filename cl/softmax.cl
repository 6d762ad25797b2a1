// SPDX-License-Identifier: MIT
// Softmax, log-softmax and logsumexp of rows of x / T. With m = max x / T and lse = logsumexp(x / T):
//
//   ND_SOFTMAX=0  y = exp(x / T - lse)              1  y = x / T - lse
//             2   y = lse, one for each row         3  y = dy exp(x / T - lse) / T, the gradient of 2 from one dy for each row
//
// lse - m is log1p of the sum of all exponentials but the largest one, so that rows which are nearly sure keep their digits.
// A row of -inf only: NaN, or with zero_masked 0 (log-softmax -inf); logsumexp -inf. A row with NaN or +inf is NaN; logsumexp
// of +inf is +inf.
//
//   softmax_rows     one group of ND_WG per row; size = columns
//   softmax_narrow   ND_COLS <= 16 columns, ND_ROWS rows in a work-item; size = rows
// Shapes: x, y (rows, cols) of type ND_STORAGE, logsumexp's y and dy (rows) of type float; y may be x. dy is NULL but for 3.
// inverse_temperature = 1 / T. Bytes of memory per number: 8, logsumexp 4; half in 16 bits. Beyond that a row is read again
// from caches, once by the CPU walk and twice by the GPU walk; rows that outgrow them are read as often from memory.
//
// variants: ND_WG=1 ND_VEC=16 | ND_WG=1 ND_VEC=8 | ND_WG=256 ND_VEC=4 ; ND_COLS=0,1,10,16 ; ND_SOFTMAX=0,1,2,3 ; ND_STORAGE=0,1,2
#ifndef ND_SOFTMAX
#error "ND_SOFTMAX (0 softmax, 1 log-softmax, 2 logsumexp, 3 its gradient) is required"
#endif
#define ND_EXPONENTIALS (ND_SOFTMAX == 0 || ND_SOFTMAX == 3) // the result is made of them
#define ND_KEEP (ND_EXPONENTIALS && ND_STORAGE == 0 && ND_WG == 1)
#include "storage.clh"
#include "vmath.clh"
#include "row_softmax.clh"
#include "narrow.clh"

#if ND_SOFTMAX == 2
typedef float result_t;
#else
typedef stored result_t;
#endif
#define ND_PARAMETERS                                                                                                          \
    __global result_t *y, ulong y_offset, __global const stored *x, ulong x_offset, __global const float *dy, ulong dy_offset, \
        ulong size, float inverse_temperature, uint zero_masked

// What log-softmax, or with 0 the others, give for a row of -inf only.
#define MASKED(zero) (zero_masked ? (zero) : NAN)

#if ND_COLS == 0

ND_KERNEL softmax_rows(ND_PARAMETERS)
{
    ND_GROUP_SCRATCH(scratch);
    const ulong row = get_group_id(0), cols = size;
    x += x_offset + row * cols;
#if ND_SOFTMAX == 2
    __global stored *kept = 0;
#else
    y += y_offset + row * cols;
    __global stored *kept = y;
#endif
    struct row_state state;
    row_begin(&state, inverse_temperature);
    for (ulong begin = 0; begin < ROW_VECTORS; begin += ND_BLOCK) {
        const ulong end = min(begin + ND_BLOCK, ROW_VECTORS);
        row_raise(&state, row_block_max(x, begin, end, cols, ND_SCRATCH(scratch)), kept, begin);
        row_add(&state, x, kept, begin, end, cols);
    }
    row_total(&state, ND_SCRATCH(scratch));
    const bool masked = state.m == -INFINITY && state.s == 0.f;

#if ND_EXPONENTIALS
#if ND_SOFTMAX == 3
    const float factor = dy[dy_offset + row] * inverse_temperature;
#else
    const float factor = 1.f;
#endif
    const float q = masked ? MASKED(0.f) : factor / state.s;
    ulong i = ND_LANE;
    for (; i < ROW_FULL; i += ND_WG) STORED_STORE_IF(true, row_again(&state, x, kept, i, cols, true) * q, i, y);
    for (; i < ROW_VECTORS; i += ND_WG) STORED_STORE(row_again(&state, x, kept, i, cols, false) * q, i, y);
#else
    row_others(&state, x, kept, cols, ND_SCRATCH(scratch));
    const float log_sum = row_log_sum(&state);
#if ND_SOFTMAX == 1
    const float shift = masked ? MASKED(INFINITY) : log_sum, top = masked ? 0.f : state.m;
    for (ulong i = ND_LANE; i < ROW_VECTORS; i += ND_WG) {
        prefetch_for_write(y + i * ND_VEC + ND_AHEAD);
        STORED_STORE((STORED_LOAD(i, x, 0.f) - top) * inverse_temperature - shift, i, y);
    }
#else
    float lse = masked ? -INFINITY : fma(state.m, inverse_temperature, log_sum);
    if (state.m == INFINITY) {
        vint unordered = 0;
        for (ulong i = ND_LANE; i < ROW_VECTORS; i += ND_WG) {
            const vfloat v = STORED_LOAD(i, x, 0.f);
            unordered |= v != v;
        }
        lse = group_max(any(unordered) ? 1.f : 0.f, scratch) > 0.f ? NAN : INFINITY;
    }
    if (ND_LANE == 0) y[y_offset + row] = lse;
#endif
#endif
}

#else

ND_KERNEL softmax_narrow(ND_PARAMETERS)
{
    const ulong rows = size, first = get_global_id(0) * ND_ROWS;
    if (first >= rows) return;
    const int present = (int)min((ulong)ND_ROWS, rows - first);
    rfloat v[ND_COLS];
    load_rows_stored(v, x + x_offset + first * ND_COLS, present);

    rfloat m = v[0];
    rint_t unordered = v[0] != v[0];
#pragma unroll
    for (int c = 1; c < ND_COLS; c++) {
        m = max_of(m, v[c]);
        unordered |= v[c] != v[c];
    }
    const rfloat reference = m == -INFINITY ? (rfloat)0.f : m;
    rfloat sum = 0.f, others = 0.f;
#pragma unroll
    for (int c = 0; c < ND_COLS; c++) {
        v[c] = (v[c] - reference) * inverse_temperature;
        const rfloat e = exp_rows(v[c]);
        sum += e;
        others += e < 1.f ? e : (rfloat)0.f;
#if ND_EXPONENTIALS
        v[c] = e;
#endif
    }
    const rint_t masked = (m == -INFINITY) & (sum == 0.f);

#if ND_EXPONENTIALS
    rfloat q = 1.f / sum;
#if ND_SOFTMAX == 3
    q *= rows_get(dy + dy_offset + first, present) * inverse_temperature;
#endif
    q = masked ? (rfloat)MASKED(0.f) : q;
#pragma unroll
    for (int c = 0; c < ND_COLS; c++) v[c] *= q;
#else
    const rfloat log_sum = log1p_rows(sum < 1.5f ? others : sum - 1.f);
#if ND_SOFTMAX == 1
    const rfloat shift = masked ? (rfloat)MASKED(INFINITY) : log_sum;
#pragma unroll
    for (int c = 0; c < ND_COLS; c++) v[c] -= shift;
#else
    rfloat lse = masked ? (rfloat)-INFINITY : fma(m, (rfloat)inverse_temperature, log_sum);
    lse = ((m == INFINITY) & !unordered) ? (rfloat)INFINITY : lse;
    rows_put(lse, y + y_offset + first, present);
#endif
#endif
#if ND_SOFTMAX != 2
    store_rows_stored(v, y + y_offset + first * ND_COLS, present);
#endif
}

#endif
