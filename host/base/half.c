/* SPDX-License-Identifier: MIT */
/* The 16-bit floating-point formats, by their bits. */
#include "half_priv.h"

#include <string.h>

static uint32_t bits_of(float x)
{
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static float float_of(uint32_t bits)
{
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* bits / 2^shift to the nearest integer, ties to even; shift 1 .. 31. */
static uint32_t shift_rounding(uint32_t bits, unsigned shift)
{
    const uint32_t floor = bits >> shift, rest = bits & ((1u << shift) - 1), tie = 1u << (shift - 1);
    return floor + (rest > tie || (rest == tie && (floor & 1)));
}

uint16_t nadir__half_from_float(float x)
{
    const uint32_t bits = bits_of(x), magnitude = bits & 0x7fffffff, sign = bits >> 16 & 0x8000;
    uint32_t half;
    if (magnitude > 0x7f800000) {
        half = 0x7e00 | (magnitude >> 13 & 0x3ff);
    } else if (magnitude >= 0x47800000) { /* 2^16 */
        half = 0x7c00;
    } else if (magnitude >= 0x38800000) { /* 2^-14, the least normal one; a carry goes on into the exponent */
        half = shift_rounding(magnitude - (112u << 23), 13);
    } else if (magnitude >= 0x33000000) { /* 2^-25, half of the least subnormal one: in units of 2^-24 */
        half = shift_rounding((magnitude & 0x7fffff) | 0x800000, 126 - (magnitude >> 23));
    } else {
        half = 0;
    }
    return (uint16_t)(sign | half);
}

float nadir__half_to_float(uint16_t half)
{
    const uint32_t sign = (uint32_t)(half & 0x8000) << 16, exponent = half >> 10 & 0x1f, mantissa = half & 0x3ff;
    if (exponent == 0x1f) return float_of(sign | 0x7f800000 | (mantissa ? 0x400000 | mantissa << 13 : 0));
    if (exponent == 0) return float_of(sign | bits_of((float)mantissa * 0x1p-24f));
    return float_of(sign | (exponent + 112) << 23 | mantissa << 13);
}

uint16_t nadir__bfloat16_from_float(float x)
{
    const uint32_t bits = bits_of(x);
    if ((bits & 0x7fffffff) > 0x7f800000) return (uint16_t)(bits >> 16 | 0x40);
    return (uint16_t)shift_rounding(bits, 16);
}

float nadir__bfloat16_to_float(uint16_t bfloat16)
{
    return float_of((uint32_t)bfloat16 << 16);
}
