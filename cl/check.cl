// SPDX-License-Identifier: MIT
// What the doctor (host/check) runs on a device beside the library's operations: what every kernel takes for granted.
//
//   ids             y[16 i ..] = global id, local id, group id, local size (3 each), dimensions, number of groups (3) of
//                   work-item i = (z height + y) width + x, counted without the global offset; visits[i] is increased.
//   count           y[0] is increased by each work-item; y[1] becomes 1 + the id of the one that comes first.
//   reverse_group   y = x, backwards within each group, through local memory.
//   scan_group      y[i] = sum of x from the beginning of the group up to i, modulo 2^32; log2(size) steps with two barriers.
//   integers        y[i] = function(a[i], b[i]) of unsigned 64-bit numbers, a function by the list below.
//   integers_vector the same of uint4; i counts vectors.
//   move            y[i] = x[i], i < n, by the walk's vectors, at any offset.
//   vectors         y[i] = x[i] by vectors of `width` 4, 8 or 16, one for each work-item.
//   halves          y[i] = the float of half x[i]; z[i] = the half of float w[i], rounded to nearest even; i < n, by the walk's
//                   vectors, the rest one by one.
//   far_write       y[at + i] = value + i, elements of four bytes; far beyond 2^31.
//   floats          y[i] = function(a[i], b[i], c[i]), i < n, by the walk's vectors, a function by the list below.
//   floats_scalar   the same one by one.
//
// Groups of ND_WG for move, halves, floats, floats_scalar: one for each ND_CHUNK elements. Any size of group for the others,
// one work-item an element. 4 bytes read for each operand, 4 written; integers twice that. No sums but scan_group's.
//
// variants: ND_WG=1 ND_VEC=16 ND_CHUNK=16384 | ND_WG=1 ND_VEC=8 ND_CHUNK=16384 | ND_WG=1 ND_VEC=4 ND_CHUNK=4096 | ND_WG=256 ND_VEC=4 ND_CHUNK=4096
#include "walk.clh"
#include "vmath.clh"
#ifndef ND_CHUNK
#error "ND_CHUNK (elements of a group) is required"
#endif

__kernel void ids(__global ulong *y, __global int *visits, ulong n, ulong width, ulong height)
{
    const ulong i = ((get_global_id(2) - get_global_offset(2)) * height + (get_global_id(1) - get_global_offset(1))) * width +
                    (get_global_id(0) - get_global_offset(0));
    if (i >= n) return;
    atomic_inc(visits + i);
    y += 16 * i;
    for (uint k = 0; k < 3; k++) {
        y[k] = get_global_id(k);
        y[3 + k] = get_local_id(k);
        y[6 + k] = get_group_id(k);
        y[9 + k] = get_local_size(k);
        y[13 + k] = get_num_groups(k);
    }
    y[12] = get_work_dim();
}

__kernel void count(__global int *y)
{
    atomic_inc(y);
    atomic_cmpxchg(y + 1, 0, (int)get_global_id(0) + 1);
}

__kernel void reverse_group(__global uint *y, __global const uint *x, __local uint *shared)
{
    const size_t lane = get_local_id(0), size = get_local_size(0);
    shared[lane] = x[get_global_id(0)];
    barrier(CLK_LOCAL_MEM_FENCE); // all elements are there
    y[get_global_id(0)] = shared[size - 1 - lane];
}

__kernel void scan_group(__global uint *y, __global const uint *x, __local uint *shared)
{
    const size_t lane = get_local_id(0), size = get_local_size(0);
    uint sum = x[get_global_id(0)];
    shared[lane] = sum;
    barrier(CLK_LOCAL_MEM_FENCE); // all elements are there
    for (size_t step = 1; step < size; step *= 2) {
        const uint before = lane >= step ? shared[lane - step] : 0u;
        barrier(CLK_LOCAL_MEM_FENCE); // all have read
        sum += before;
        shared[lane] = sum;
        barrier(CLK_LOCAL_MEM_FENCE); // this step is done
    }
    y[get_global_id(0)] = sum;
}

// The order of the table in host/check/integers.c.
#define INT_ADD 0
#define INT_SUBTRACT 1
#define INT_MULTIPLY 2
#define INT_MULTIPLY_HIGH 3
#define INT_DIVIDE 4
#define INT_REMAINDER 5
#define INT_DIVIDE_SIGNED 6
#define INT_SHIFT_LEFT 7
#define INT_SHIFT_RIGHT 8
#define INT_SHIFT_SIGNED 9
#define INT_ROTATE 10
#define INT_LEADING_ZEROS 11
#define INT_BITS 12
#define INT_SMALLER 13
#define INT_SMALLER_SIGNED 14
#define INT_SELECT 15
#define INT_WIDE_PRODUCT 16
#define INT_FROM_FLOAT 17
#define INT_TO_FLOAT 18

__kernel void integers(__global ulong *y, __global const ulong *a, __global const ulong *b, ulong n, uint function)
{
    const size_t i = get_global_id(0);
    if (i >= n) return;
    const ulong p = a[i], q = b[i];
    ulong r = 0;
    switch (function) {
    case INT_ADD: r = p + q; break;
    case INT_SUBTRACT: r = p - q; break;
    case INT_MULTIPLY: r = p * q; break;
    case INT_MULTIPLY_HIGH: r = mul_hi(p, q); break;
    case INT_DIVIDE: r = p / (q | 1); break;
    case INT_REMAINDER: r = p % (q | 1); break;
    case INT_DIVIDE_SIGNED: r = (ulong)((long)p / (long)((q & 0xffff) | 1)); break;
    case INT_SHIFT_LEFT: r = p << (q & 63); break;
    case INT_SHIFT_RIGHT: r = p >> (q & 63); break;
    case INT_SHIFT_SIGNED: r = (ulong)((long)p >> (q & 63)); break;
    case INT_ROTATE: r = rotate(p, q & 63); break;
    case INT_LEADING_ZEROS: r = clz(p); break;
    case INT_BITS: r = popcount(p); break;
    case INT_SMALLER: r = min(p, q); break;
    case INT_SMALLER_SIGNED: r = (ulong)min((long)p, (long)q); break;
    case INT_SELECT: r = p > q ? p : ~q; break;
    case INT_WIDE_PRODUCT: r = (ulong)(uint)p * (uint)q + mul_hi((uint)p, (uint)q); break;
    case INT_FROM_FLOAT: r = (ulong)(long)(int)as_float((uint)(p & 0x807fffff) | (uint)(127 + q % 31) << 23); break;
    case INT_TO_FLOAT: r = as_uint((float)(int)p) | (ulong)as_uint((float)(uint)q) << 32; break;
    }
    y[i] = r;
}

__kernel void integers_vector(__global uint *y, __global const uint *a, __global const uint *b, ulong n, uint function)
{
    const size_t i = get_global_id(0);
    if (i >= n) return;
    const uint4 p = vload4(i, a), q = vload4(i, b);
    uint4 r = 0;
    switch (function) {
    case INT_ADD: r = p + q; break;
    case INT_SUBTRACT: r = p - q; break;
    case INT_MULTIPLY: r = p * q; break;
    case INT_MULTIPLY_HIGH: r = mul_hi(p, q); break;
    case INT_SHIFT_LEFT: r = p << (q & 31); break;
    case INT_SHIFT_RIGHT: r = p >> (q & 31); break;
    case INT_SMALLER: r = min(p, q); break;
    case INT_SELECT: r = p > q ? p : ~q; break;
    }
    vstore4(r, i, y);
}

ND_KERNEL move(__global float *y, ulong y_offset, __global const float *x, ulong x_offset, ulong n)
{
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong count = min((ulong)ND_CHUNK, n - begin);
    x += x_offset + begin;
    y += y_offset + begin;
    const ulong vectors = count / ND_VEC, left = count % ND_VEC;
    for (ulong i = ND_LANE; i < vectors; i += ND_WG) store_v(load_v(i, x), i, y);
    if (ND_LANE == 0 && left > 0)
        store_part(load_part(x + vectors * ND_VEC, (int)left, 0.f), y + vectors * ND_VEC, (int)left);
}

__kernel void vectors(__global uint *y, ulong y_offset, __global const uint *x, ulong x_offset, ulong n, uint width)
{
    const size_t i = get_global_id(0);
    if ((i + 1) * width > n) return;
    x += x_offset;
    y += y_offset;
    switch (width) {
    case 4: vstore4(vload4(i, x), i, y); break;
    case 8: vstore8(vload8(i, x), i, y); break;
    case 16: vstore16(vload16(i, x), i, y); break;
    }
}

ND_KERNEL halves(__global float *y, __global half *z, __global const half *x, __global const float *w, ulong n)
{
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong count = min((ulong)ND_CHUNK, n - begin), vectors = count / ND_VEC;
    x += begin;
    y += begin;
    z += begin;
    w += begin;
    for (ulong i = ND_LANE; i < vectors; i += ND_WG) {
        store_v(ND_CAT(vload_half, ND_VEC)(i, x), i, y);
        ND_CAT(ND_CAT(vstore_half, ND_VEC), _rte)(load_v(i, w), i, z);
    }
    for (ulong i = vectors * ND_VEC + ND_LANE; i < count; i += ND_WG) {
        y[i] = vload_half(i, x);
        vstore_half_rte(w[i], i, z);
    }
}

__kernel void far_write(__global uint *y, ulong at, uint value)
{
    y[at + get_global_id(0)] = value + (uint)get_global_id(0);
}

// The order of the table in host/check/floats.c: first what vectors and single numbers have, then what only vectors have.
#define FLOAT_ADD 0
#define FLOAT_SUBTRACT 1
#define FLOAT_MULTIPLY 2
#define FLOAT_FMA 3
#define FLOAT_ABSOLUTE 4
#define FLOAT_NEGATE 5
#define FLOAT_ROUND 6
#define FLOAT_CEILING 7
#define FLOAT_COPY_SIGN 8
#define FLOAT_LARGER 9
#define FLOAT_FINITE 10
#define FLOAT_NUMBER 11
#define FLOAT_DIVIDE 12
#define FLOAT_SQRT 13
#define FLOAT_EXP 14
#define FLOAT_EXPM1 15
#define FLOAT_LOG 16
#define FLOAT_LOG2 17
#define FLOAT_LOG1P 18
#define FLOAT_POW 19
#define FLOAT_TANH 20
#define FLOAT_ERF 21
#define FLOAT_EXP_NEGATIVE 22
#define FLOAT_EXP_V 23
#define FLOAT_LOG_V 24
#define FLOAT_LOG1P_V 25
#define FLOAT_LOG1P_UNIT 26
#define FLOAT_TANH_V 27
#define FLOAT_SIGMOID_V 28
#define FLOAT_SOFTPLUS_V 29

#define COMMON_FUNCTIONS(T)                                                                                                    \
    case FLOAT_ADD: r = p + q; break;                                                                                          \
    case FLOAT_SUBTRACT: r = p - q; break;                                                                                     \
    case FLOAT_MULTIPLY: r = p * q; break;                                                                                     \
    case FLOAT_FMA: r = fma(p, q, s); break;                                                                                   \
    case FLOAT_ABSOLUTE: r = fabs(p); break;                                                                                   \
    case FLOAT_NEGATE: r = -p; break;                                                                                          \
    case FLOAT_ROUND: r = rint(p); break;                                                                                      \
    case FLOAT_CEILING: r = ceil(p); break;                                                                                    \
    case FLOAT_COPY_SIGN: r = copysign(p, q); break;                                                                           \
    case FLOAT_LARGER: r = max_of(p, q); break;                                                                                \
    case FLOAT_FINITE: r = isfinite(p) ? (T)1.f : (T)0.f; break;                                                               \
    case FLOAT_NUMBER: r = p == p ? (T)1.f : (T)0.f; break;                                                                    \
    case FLOAT_DIVIDE: r = p / q; break;                                                                                       \
    case FLOAT_SQRT: r = sqrt(p); break;                                                                                       \
    case FLOAT_EXP: r = exp(p); break;                                                                                         \
    case FLOAT_EXPM1: r = expm1(p); break;                                                                                     \
    case FLOAT_LOG: r = log(p); break;                                                                                         \
    case FLOAT_LOG2: r = log2(p); break;                                                                                       \
    case FLOAT_LOG1P: r = log1p(p); break;                                                                                     \
    case FLOAT_POW: r = pow(p, q); break;                                                                                      \
    case FLOAT_TANH: r = tanh(p); break;                                                                                       \
    case FLOAT_ERF: r = erf(p); break;

inline vfloat float_function(uint function, vfloat p, vfloat q, vfloat s)
{
    vfloat r = 0.f;
    switch (function) {
        COMMON_FUNCTIONS(vfloat)
    case FLOAT_EXP_NEGATIVE: r = exp_negative(p); break;
    case FLOAT_EXP_V: r = exp_v(p); break;
    case FLOAT_LOG_V: r = log_v(p); break;
    case FLOAT_LOG1P_V: r = log1p_v(p); break;
    case FLOAT_LOG1P_UNIT: r = log1p_unit(p); break;
    case FLOAT_TANH_V: r = tanh_v(p); break;
    case FLOAT_SIGMOID_V: r = sigmoid_v(p); break;
    case FLOAT_SOFTPLUS_V: r = softplus_v(p); break;
    }
    return r;
}

ND_KERNEL floats(__global float *y, __global const float *a, __global const float *b, __global const float *c, ulong n,
                 uint function)
{
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong count = min((ulong)ND_CHUNK, n - begin);
    a += begin;
    b += begin;
    c += begin;
    y += begin;
    const ulong whole = count / ND_VEC, vectors = whole + (count % ND_VEC != 0);
    for (ulong i = ND_LANE; i < vectors; i += ND_WG) {
        const ulong at = i * ND_VEC;
        const int left = (int)min((ulong)ND_VEC, count - at);
        const vfloat p = load_part(a + at, left, 0.f), q = load_part(b + at, left, 0.f), s = load_part(c + at, left, 0.f);
        store_part(float_function(function, p, q, s), y + at, left);
    }
}

ND_KERNEL floats_scalar(__global float *y, __global const float *a, __global const float *b, __global const float *c, ulong n,
                        uint function)
{
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong count = min((ulong)ND_CHUNK, n - begin);
    a += begin;
    b += begin;
    c += begin;
    y += begin;
    for (ulong i = ND_LANE; i < count; i += ND_WG) {
        const float p = a[i], q = b[i], s = c[i];
        float r = 0.f;
        switch (function) {
            COMMON_FUNCTIONS(float)
        }
        y[i] = r;
    }
}
