// SPDX-License-Identifier: MIT
// Adam whose moments are stored in 8 bits: a code for each element, and for each block of 256 elements of a tensor a scale, the
// largest magnitude of the block. An element is scale * value(code). p moves by the moments of this step in float32, before
// they are rounded to the nearest codes.
//
// The values (dynamic tree quantisation: Dettmers, 8-bit approximations for parallelism in deep learning, 2015; 8-bit
// optimizers via block-wise quantization, 2021) cover seven decades, the decade i = 0 .. 6 from 10^(i - 7) to 10^(i - 6) with
// the middles of equal intervals: 2^i of them in each sign for the first moment, 2^(i + 1) for the second one, which has no
// sign. With 0 and 1 these are 256 values; code k is the k-th of them in ascending order. There is no -1.
//
// In a decade with n = 2^e intervals value number j is 10^(i - 6) (0.1 + 0.9 (j + 1/2) / n), and the codes n + j of all decades
// follow one another, so that e and j / n are the exponent and the fraction of the code as a float.
//
// A group per row of `pieces`; the states of a tensor start at a multiple of 256. CPUs: a work-item takes a block at a time.
// GPUs: 256 / ND_VEC work-items share one.
//
// Bytes moved per element: 16.06, 8 more for the average, 2 for the copy.
//
// variants: ND_WG=1 ND_VEC=16 | ND_WG=1 ND_VEC=8 | ND_WG=256 ND_VEC=4 ; ND_AVERAGE=0 ND_COPY=0 ND_STORAGE=0 | ND_AVERAGE=1 ND_COPY=1 ND_STORAGE=2
#include "update.clh"

#define BLOCK 256
#if ND_WG == 1
#define BLOCK_LANES 1
#else
#define BLOCK_LANES (BLOCK / ND_VEC)
#endif
#if ND_WG % BLOCK_LANES != 0
#error "ND_WG must be a multiple of the work-items of a block"
#endif
#define BLOCK_VECTORS (BLOCK / ND_VEC / BLOCK_LANES)
// The decades above the first one: i, 10^(i - 6) and its reciprocal.
#define UPPER_DECADES(X)                                                                                                       \
    X(1, 1e-5f, 1e5f) X(2, 1e-4f, 1e4f) X(3, 1e-3f, 1e3f) X(4, 1e-2f, 1e2f) X(5, 1e-1f, 1e1f) X(6, 1.f, 1.f)
#define vcodes ND_CAT(uchar, ND_VEC)
#define to_codes ND_CAT(convert_uchar, ND_VEC)
#define to_ints ND_CAT(convert_int, ND_VEC)
#define to_floats ND_CAT(convert_float, ND_VEC)

// The value with number `a`, 2^e + j. `extra` is e - i: 0 with a sign, 1 without. Below 2^extra it is 0.
ND_INLINE vfloat value_of(vint a, int extra)
{
    const vint bits = as_vint(to_floats(a));
    const vfloat fraction = as_vfloat((bits & 0x7fffff) | 0x3f800000) - 1.f;
    const vfloat half_interval = 0.45f * as_vfloat((254 << 23) - (bits & 0x7f800000)); // 0.45 / 2^e
    vfloat decade = 1e-6f;
#define DECADE(i, value, inverse) decade = a >= (1 << (i + extra)) ? (vfloat)value : decade;
    UPPER_DECADES(DECADE)
#undef DECADE
    const vfloat value = decade * fma((vfloat)0.9f, fraction, 0.1f + half_interval);
    return a < (1 << extra) ? (vfloat)0.f : a >= (128 << extra) ? (vfloat)1.f : value;
}

// The number of the value nearest to x, 0 <= x <= 1.
ND_INLINE vint number_of(vfloat x, int extra)
{
    vfloat first = (float)(1 << extra), power = 1e6f;
    // From the middle between two decades on it is the upper one's.
#define DECADE(i, value, inverse)                                                                                              \
    {                                                                                                                          \
        const vint here = x >= 0.1f * value * (1.f + 0.9f / (1 << (i - 1 + extra)));                                           \
        first = here ? (vfloat)(1 << (i + extra)) : first;                                                                     \
        power = here ? (vfloat)inverse : power;                                                                                \
    }
    UPPER_DECADES(DECADE)
#undef DECADE
    vfloat a = fma(fma(x, power, (vfloat)-0.1f), first * (1.f / 0.9f), first);
    a = max_of(a, first);
    a = min(a, 2.f * first - 1.f);
    vint number = to_ints(a);
    number = x > 1.f - 0.225f / (64 << extra) ? (vint)(128 << extra) : number;
    return x < 0.5e-6f * (0.1f + 0.45f / (1 << extra)) ? (vint)((1 << extra) - 1) : number;
}

ND_INLINE vfloat signed_value(vcodes codes)
{
    const vint number = to_ints(codes) - 127;
    const vfloat value = value_of(max(number, -number), 0);
    return number < 0 ? -value : value;
}

ND_INLINE vcodes signed_code(vfloat x)
{
    const vint number = number_of(fabs(x), 0);
    return to_codes(x < 0.f ? max(127 - number, (vint)0) : 127 + number);
}

ND_INLINE vfloat unsigned_value(vcodes codes)
{
    return value_of(to_ints(codes) + 1, 1);
}

ND_INLINE vcodes unsigned_code(vfloat x)
{
    return to_codes(number_of(x, 1) - 1);
}

// The scale of a block, 0 where its reciprocal would be infinite.
ND_INLINE float scale_of(float largest)
{
    return largest < 0x1p-126f ? 0.f : largest;
}

#if ND_WG > 1
// The larger of each component over the BLOCK_LANES work-items of a block. All work-items must call.
inline float2 block_max(float2 value, __local float2 *scratch)
{
    const uint lane = get_local_id(0), place = lane % BLOCK_LANES;
    scratch[lane] = value;
    barrier(CLK_LOCAL_MEM_FENCE); // all values are there
    for (uint half_size = BLOCK_LANES / 2; half_size > 0; half_size /= 2) {
        if (place < half_size) {
            const float2 a = scratch[lane], b = scratch[lane + half_size];
            scratch[lane] = (float2)(max_of(a.x, b.x), max_of(a.y, b.y));
        }
        barrier(CLK_LOCAL_MEM_FENCE); // this level is done
    }
    value = scratch[lane - place];
    barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE); // all have read scratch, and the scales of before
    return value;
}
#endif

// Magnitudes as integers are ordered like the floats, NaN above all; maxima of floats would lose it. Then it is infinite.
#define LARGEST(largest, v) max(largest, as_vint(v) & 0x7fffffff)

// Vector i of the elements, k of this work-item. `whole` is a constant.
#define MOVE(whole)                                                                                                            \
    {                                                                                                                          \
        vfloat x = whole ? load_v(i, p) : load_part(p + i * ND_VEC, left, 0.f), none = 0.f;                                    \
        const vfloat d = gradient_of(whole ? load_v(i, g) : load_part(g + i * ND_VEC, left, 0.f), x, s);                       \
        m[k] = m_scale * signed_value(exp_avg[i]);                                                                             \
        v[k] = v_scale * unsigned_value(exp_avg_sq[i]);                                                                        \
        m[k] = whole || ND_IOTA < left ? m[k] : (vfloat)0.f; /* codes behind the last element are not restored */              \
        update(&x, d, &m[k], &v[k], &none, &none, s.lr, s.decay, s.own);                                                       \
        x = proximal(x, s);                                                                                                    \
        if (whole) STORE_PARAMETER(true, x, i);                                                                                \
        else store_parameter_part(x, left, s, p + i * ND_VEC UPDATE_ARGUMENTS(i * ND_VEC));                                    \
    }

// The first `left` < ND_VEC elements behind p.
inline void store_parameter_part(vfloat x, int left, struct step s, __global float *p UPDATE_PARAMETERS)
{
    store_part(x, p, left);
#if ND_AVERAGE
    store_part(towards(load_part(average, left, 0.f), x, s.average), average, left);
#endif
#if ND_COPY
    for (int k = 0; k < left; k++) stored_put(p[k], copy + k);
#endif
}

ND_KERNEL adam8bit(__global float *restrict p, ulong p_offset, __global const float *restrict g, ulong g_offset,
                   __global vcodes *restrict exp_avg, __global vcodes *restrict exp_avg_sq,
                   __global float *restrict exp_avg_scale, __global float *restrict exp_avg_sq_scale,
                   __global const struct piece *restrict pieces, __global const float8 *restrict segments,
                   __global const struct control *restrict control UPDATE_PARAMETERS)
{
    if (control->skip != 0) return;
#if ND_WG > 1
    __local float2 scratch[ND_WG];
#endif
    const struct piece piece = pieces[get_group_id(0)];
    struct step s;
    get_step(&s, control, segments[piece.segment]);
    p += p_offset + piece.begin;
    g += g_offset + piece.begin;
    exp_avg += piece.state / ND_VEC;
    exp_avg_sq += piece.state / ND_VEC;
    exp_avg_scale += piece.state / BLOCK;
    exp_avg_sq_scale += piece.state / BLOCK;
    UPDATE_AT(piece.begin)
    const ulong cols = piece.count, blocks = (cols + BLOCK - 1) / BLOCK, place = ND_LANE % BLOCK_LANES;
    for (ulong first = 0; first < blocks; first += ND_WG / BLOCK_LANES) { // the same for the whole group
        const ulong block = first + ND_LANE / BLOCK_LANES, begin = block * (BLOCK / ND_VEC) + place;
        const bool here = block < blocks;
        const float m_scale = here ? exp_avg_scale[block] : 0.f, v_scale = here ? exp_avg_sq_scale[block] : 0.f;
        vfloat m[BLOCK_VECTORS], v[BLOCK_VECTORS];
        vint m_largest = 0, v_largest = 0;
        for (int k = 0; k < BLOCK_VECTORS; k++) {
            const ulong i = begin + k * BLOCK_LANES;
            const int left = (int)cols - (int)(i * ND_VEC);
            m[k] = v[k] = 0.f;
            if (left >= ND_VEC) MOVE(true)
            else if (left > 0) MOVE(false)
            m_largest = LARGEST(m_largest, m[k]);
            v_largest = LARGEST(v_largest, v[k]);
        }
        float2 largest;
        largest.x = lanes_max(as_vfloat(min(m_largest, (vint)0x7f800000)));
        largest.y = lanes_max(as_vfloat(min(v_largest, (vint)0x7f800000)));
#if ND_WG > 1
        largest = block_max(largest, scratch);
#endif
        const float2 scale = (float2)(scale_of(largest.x), scale_of(largest.y));
        const float2 inverse = (float2)(scale.x == 0.f ? 0.f : 1.f / scale.x, scale.y == 0.f ? 0.f : 1.f / scale.y);
        if (here) {
            for (int k = 0; k < BLOCK_VECTORS; k++) {
                exp_avg[begin + k * BLOCK_LANES] = signed_code(inverse.x * m[k]);
                exp_avg_sq[begin + k * BLOCK_LANES] = unsigned_code(inverse.y * v[k]);
            }
            if (place == 0) {
                exp_avg_scale[block] = scale.x;
                exp_avg_sq_scale[block] = scale.y;
            }
        }
    }
}
