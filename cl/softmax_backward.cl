// SPDX-License-Identifier: MIT
// Gradients of softmax and log-softmax of rows of x / T from dy, the gradient of y:
//
//   ND_SOFTMAX=0  dx = y (dy - sum dy y) / T            1  dx = (dy - exp(y) sum dy) / T
//
// With zero_masked a row of which log-softmax is -inf everywhere has the gradient 0, as its softmax of 0 has by itself.
//
//   softmax_backward_rows     one group of ND_WG per row; size = columns
//   softmax_backward_narrow   ND_COLS <= 16 columns, ND_ROWS rows in a work-item; size = rows
// Shapes: dx, dy, y (rows, cols) of type ND_STORAGE; dx may be dy or y. inverse_temperature = 1 / T.
// 12 bytes per number, half in 16 bits; rows that outgrow the caches are read twice. Sums in blocks of 64 vectors.
//
// variants: ND_WG=1 ND_VEC=16 | ND_WG=1 ND_VEC=8 | ND_WG=256 ND_VEC=4 ; ND_COLS=0,1,10,16 ; ND_SOFTMAX=0,1 ; ND_STORAGE=0,1,2
#ifndef ND_SOFTMAX
#error "ND_SOFTMAX (0 softmax, 1 log-softmax) is required"
#endif
#define ND_KEEP 0
#include "storage.clh"
#include "vmath.clh"
#include "row_softmax.clh"
#include "narrow.clh"

#define ND_PARAMETERS                                                                                                          \
    __global stored *dx, ulong dx_offset, __global const stored *dy, ulong dy_offset, __global const stored *y,                \
        ulong y_offset, ulong size, float inverse_temperature, uint zero_masked

// The term of a number in the row's sum, and its gradient.
#if ND_SOFTMAX == 0
#define TERM(dy, y) ((dy) * (y))
#define GRADIENT(EXP, dy, y, sum) ((y) * ((dy) - (sum)) * inverse_temperature)
#else
#define TERM(dy, y) (dy)
#define GRADIENT(EXP, dy, y, sum) (((dy) - EXP(y) * (sum)) * inverse_temperature)
#endif

#if ND_COLS == 0

ND_KERNEL softmax_backward_rows(ND_PARAMETERS)
{
    ND_GROUP_SCRATCH(scratch);
    const ulong row = get_group_id(0), cols = size;
    dx += dx_offset + row * cols;
    dy += dy_offset + row * cols;
    y += y_offset + row * cols;
    vfloat total = 0.f;
    vint some = 0; // is not -inf
    for (ulong begin = ND_LANE; begin < ROW_VECTORS; begin += 64 * ND_WG) {
        vfloat sum = 0.f;
        for (ulong i = begin; i < min(begin + 64 * ND_WG, ROW_VECTORS); i += ND_WG) {
            prefetch_line(dy + i * ND_VEC + ND_AHEAD);
            prefetch_line(y + i * ND_VEC + ND_AHEAD);
            const vfloat p = STORED_LOAD(i, y, -INFINITY);
            some |= p != -INFINITY;
            const vfloat term = TERM(STORED_LOAD(i, dy, 0.f), p);
            sum += ROW_FILL(term, i, 0.f);
        }
        total += sum;
    }
    const float sum = group_sum(lanes_sum(total), ND_SCRATCH(scratch));
#if ND_SOFTMAX == 1
    const bool masked = zero_masked && group_max(any(some) ? 1.f : 0.f, scratch) == 0.f;
#else
    const bool masked = false;
#endif
    for (ulong i = ND_LANE; i < ROW_VECTORS; i += ND_WG) {
        prefetch_for_write(dx + i * ND_VEC + ND_AHEAD);
        const vfloat g = STORED_LOAD(i, dy, 0.f), p = STORED_LOAD(i, y, 0.f);
        STORED_STORE(masked ? (vfloat)0.f : GRADIENT(exp_negative, g, p, sum), i, dx);
    }
}

#else

ND_KERNEL softmax_backward_narrow(ND_PARAMETERS)
{
    const ulong rows = size, first = get_global_id(0) * ND_ROWS;
    if (first >= rows) return;
    const int present = (int)min((ulong)ND_ROWS, rows - first);
    rfloat g[ND_COLS], p[ND_COLS];
    load_rows_stored(g, dy + dy_offset + first * ND_COLS, present);
    load_rows_stored(p, y + y_offset + first * ND_COLS, present);
    rfloat sum = 0.f;
    rint_t some = 0; // is not -inf
#pragma unroll
    for (int c = 0; c < ND_COLS; c++) {
        sum += TERM(g[c], p[c]);
        some |= p[c] != -INFINITY;
    }
    const rint_t kept = some | (rint_t)(ND_SOFTMAX == 1 && zero_masked ? 0 : -1);
#pragma unroll
    for (int c = 0; c < ND_COLS; c++) g[c] = kept ? GRADIENT(exp_rows, g[c], p[c], sum) : (rfloat)0.f;
    store_rows_stored(g, dx + dx_offset + first * ND_COLS, present);
}

#endif
