// SPDX-License-Identifier: MIT
// What follows a matrix product whose back end does not do it itself, on views with leading dimensions, for all matrices of a
// batch.
//
//   gemm_epilogue  v = factor c[i][j] + bias[j];  before[i][j] = v;  c[i][j] = f(v);   i < m, j < n
//                  with ND_DERIVATIVE=1 instead c[i][j] = v f', from saved[i][j]
//                  factor 0: c is not read and v is 0 + bias[j]. bias and before may be NULL.
//   gemm_row_sums  y[matrix][j] = sum over i < k of a[i][j], j < m: a is a transposed factor, stored (k, m)
//
// ND_A_STORAGE, ND_C_STORAGE  the types of a, and of c, before and saved (matrix.clh); bias and y are float32
// ND_ACTIVATION               f (activation.clh)
// ND_DERIVATIVE               1: `other` is saved, else before
//
// Launch: groups of ND_WG, below 2^32. gemm_epilogue: one for each of parts_m x parts_n parts of a matrix, part_m x part_n
// elements, ND_CHUNK at most; the work-items share its vectors row after row. gemm_row_sums: one for each
// ND_VEC * ND_COLUMN_LANES columns of a matrix.
// Bytes per element of c: two of its size, a third for `other`. Bytes per element of a: its size.
// Order of summation: a work-item adds every ND_STEP_LANES'th row, blocks of 128 of them first; these sums are added as a tree.
//
// variants: ND_WG=1 ND_VEC=16 ND_CHUNK=16384 | ND_WG=1 ND_VEC=4 ND_CHUNK=16384 | ND_WG=256 ND_VEC=4 ND_CHUNK=4096 ; ND_A_STORAGE=0 ND_B_STORAGE=0 ND_C_STORAGE=0,1,2 | ND_A_STORAGE=1,2 ND_B_STORAGE=0 ND_C_STORAGE=0 ; ND_ACTIVATION=0,4 ND_DERIVATIVE=0 | ND_ACTIVATION=1,3 ND_DERIVATIVE=1
#include "matrix.clh"
#include "vmath.clh"
#include "activation.clh"
#ifndef ND_CHUNK
#error "ND_CHUNK (elements of a group) is required"
#endif
#ifndef ND_DERIVATIVE
#error "ND_DERIVATIVE (c is multiplied by the derivative of an activation) is required"
#endif

#if ND_DERIVATIVE
#define ND_OTHER const c_stored
#else
#define ND_OTHER c_stored
#endif

// The first `count` of a vector of c, all of it if there are as many; `whole`, a constant, says that there are.
ND_INLINE void follow(__global c_stored *c, __global const float *bias, __global ND_OTHER *other, bool has_bias, bool has_other,
                      ulong count, bool whole, float factor, float alpha)
{
    vfloat v = 0.f;
    if (factor != 0.f) v = factor * (whole ? c_load(c) : c_load_some(c, count));
    if (has_bias) v += whole ? load_v(0, bias) : f_load_some(bias, count);
#if ND_DERIVATIVE
    v = activate_backward(v, whole ? c_load(other) : c_load_some(other, count), alpha);
#else
    if (has_other && whole) c_store(v, other);
    else if (has_other) c_store_some(v, other, count);
    v = activate(v, alpha);
#endif
    if (whole) c_store(v, c);
    else c_store_some(v, c, count);
}

ND_KERNEL gemm_epilogue(__global c_stored *c, ulong c_offset, ulong c_leading, ulong c_stride, __global const float *bias,
                        ulong bias_offset, __global ND_OTHER *other, ulong other_offset, ulong other_leading,
                        ulong other_stride, ulong m, ulong n, float factor, float alpha, ulong part_m, ulong part_n,
                        uint parts_m, uint parts_n)
{
    const uint group = get_group_id(0), part = group / parts_n;
    const ulong matrix = part / parts_m, i_begin = part % parts_m * part_m, j_begin = group % parts_n * part_n;
    const ulong rows = min(part_m, m - i_begin), cols = min(part_n, n - j_begin);
    const bool has_bias = bias != 0, has_other = other != 0;
    c += c_offset + matrix * c_stride + i_begin * c_leading + j_begin;
    other += other_offset + matrix * other_stride + i_begin * other_leading + j_begin;
    bias += bias_offset + j_begin;
#if ND_WG == 1
    for (ulong row = 0; row < rows; row++) {
        ulong col = 0;
        for (; col + ND_VEC <= cols; col += ND_VEC)
            follow(c + col, bias + col, other + col, has_bias, has_other, ND_VEC, true, factor, alpha);
        if (col < cols) follow(c + col, bias + col, other + col, has_bias, has_other, cols - col, false, factor, alpha);
        c += c_leading;
        other += other_leading;
    }
#else
    // Vector `i` of row `row`; ND_WG vectors further lies one that is ND_WG / vectors rows below, or one more.
    const uint vectors = (cols + ND_VEC - 1) / ND_VEC, step_row = ND_WG / vectors, step = ND_WG % vectors;
    uint row = (uint)ND_LANE / vectors, i = (uint)ND_LANE % vectors;
    while (row < rows) {
        const uint col = i * ND_VEC;
        follow(c + row * c_leading + col, bias + col, other + row * other_leading + col, has_bias, has_other, cols - col, false,
               factor, alpha);
        i += step;
        row += step_row;
        if (i >= vectors) {
            i -= vectors;
            row++;
        }
    }
#endif
}

// Work-items of a group side by side along a row, and below each other. (host/ops/gemm_epilogue.c has the same.)
#if ND_WG == 1
#define ND_COLUMN_LANES 1
#else
#define ND_COLUMN_LANES 8
#endif
#define ND_STEP_LANES (ND_WG / ND_COLUMN_LANES)

ND_KERNEL gemm_row_sums(__global float *y, ulong y_offset, __global const a_stored *a, ulong a_offset, ulong a_leading,
                        ulong a_stride, ulong m, ulong k)
{
    const uint group = get_group_id(0), parts = (m + ND_VEC * ND_COLUMN_LANES - 1) / (ND_VEC * ND_COLUMN_LANES);
    const ulong matrix = group / parts;
    const ulong col = (group % parts * (ulong)ND_COLUMN_LANES + ND_LANE % ND_COLUMN_LANES) * ND_VEC;
    const ulong count = col < m ? m - col : 0, first = ND_LANE / ND_COLUMN_LANES;
    a += a_offset + matrix * a_stride + col;
    vfloat sum = 0.f;
    for (ulong block = 0; block < k; block += 128 * ND_STEP_LANES) {
        const ulong end = min(block + 128 * ND_STEP_LANES, k);
        vfloat even = 0.f, odd = 0.f;
        ulong i = block + first;
        for (; i + ND_STEP_LANES < end; i += 2 * ND_STEP_LANES) {
            even += a_load_some(a + i * a_leading, count);
            odd += a_load_some(a + (i + ND_STEP_LANES) * a_leading, count);
        }
        if (i < end) even += a_load_some(a + i * a_leading, count);
        sum += even + odd;
    }
#if ND_WG > 1
    __local vfloat sums[ND_WG];
    sums[ND_LANE] = sum;
    barrier(CLK_LOCAL_MEM_FENCE); // all sums are there
    for (uint half_size = ND_WG / 2; half_size >= ND_COLUMN_LANES; half_size /= 2) {
        if (ND_LANE < half_size) sums[ND_LANE] += sums[ND_LANE + half_size];
        barrier(CLK_LOCAL_MEM_FENCE); // this level is done
    }
    sum = sums[ND_LANE];
#endif
    if (first == 0 && count > 0) f_store_some(sum, y + y_offset + matrix * m + col, count);
}
