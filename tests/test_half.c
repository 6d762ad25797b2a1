/* SPDX-License-Identifier: MIT */
/* float16 and bfloat16: every one of their values, and every place where rounding changes. */
#include "support.h"

#include "base/half_priv.h"

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

/* A format of 1 sign, `exponent` and `mantissa` bits, by its definition. */
struct format {
    int exponent, mantissa;
    uint16_t (*from_float)(float x);
    float (*to_float)(uint16_t bits);
};

static const struct format formats[] = {
    {5, 10, nadir__half_from_float, nadir__half_to_float},
    {8, 7, nadir__bfloat16_from_float, nadir__bfloat16_to_float},
};
enum { FORMATS = sizeof formats / sizeof formats[0] };

static double value_of(const struct format *format, unsigned bits)
{
    const int bias = (1 << (format->exponent - 1)) - 1, most = (1 << format->exponent) - 1;
    const int exponent = (int)(bits >> format->mantissa) & most;
    const int mantissa = (int)bits & ((1 << format->mantissa) - 1);
    double magnitude;
    if (exponent == most) magnitude = mantissa ? (double)NAN : (double)INFINITY;
    else if (exponent == 0) magnitude = ldexp(mantissa, 1 - bias - format->mantissa);
    else magnitude = ldexp(mantissa + (1 << format->mantissa), exponent - bias - format->mantissa);
    return bits & 0x8000 ? -magnitude : magnitude;
}

START_TEST(widening_is_exact_and_comes_back)
{
    const struct format *format = &formats[_i];
    for (unsigned bits = 0; bits < 1 << 16; bits++) {
        const double want = value_of(format, bits);
        const float got = format->to_float((uint16_t)bits);
        if (isnan(want)) {
            ck_assert_msg(isnan(got) && isnan(format->to_float(format->from_float(got))), "%04x: %g", bits, (double)got);
            ck_assert_uint_eq(bits_of(got) >> 31, bits >> 15);
        } else {
            ck_assert_msg((double)got == want && bits_of(got) >> 31 == bits >> 15, "%04x: %g, not %g", bits, (double)got, want);
            ck_assert_uint_eq(format->from_float(got), bits);
        }
    }
}
END_TEST

/* Between every two neighbours: the middle goes to the even one, the floats beside it to the nearer one. */
START_TEST(narrowing_rounds_to_nearest_even)
{
    const struct format *format = &formats[_i];
    const unsigned infinity = ((1u << format->exponent) - 1) << format->mantissa;
    for (unsigned sign = 0; sign <= 0x8000; sign += 0x8000)
        for (unsigned low = 0; low < infinity; low++) {
            const unsigned high = low + 1;
            /* The infinity stands for the power of two that would come next. */
            const double upper =
                high < infinity ? value_of(format, high) : 2 * value_of(format, low) - value_of(format, low - 1);
            const float middle = (float)((value_of(format, low) + upper) / 2);
            ck_assert(isinf(middle) || (double)middle == (value_of(format, low) + upper) / 2);
            const unsigned even = low & 1 ? high : low;
            const uint32_t bits = bits_of(middle) | sign << 16;
            ck_assert_uint_eq(format->from_float(float_of(bits)), sign | even);
            ck_assert_uint_eq(format->from_float(float_of(bits - 1)), sign | low);
            if (!isinf(middle)) ck_assert_uint_eq(format->from_float(float_of(bits + 1)), sign | high);
        }
}
END_TEST

START_TEST(extremes)
{
    for (int i = 0; i < FORMATS; i++) {
        const struct format *format = &formats[i];
        const unsigned infinity = ((1u << format->exponent) - 1) << format->mantissa, quiet = 1u << (format->mantissa - 1);
        for (uint32_t sign = 0; sign <= 1; sign++) {
            ck_assert_uint_eq(format->from_float(float_of(sign << 31 | 0x7f800000)), sign << 15 | infinity);
            ck_assert_uint_eq(format->from_float(float_of(sign << 31 | 0x7f7fffff)), sign << 15 | infinity);
            ck_assert_uint_eq(format->from_float(float_of(sign << 31)), sign << 15);
            ck_assert_uint_eq(format->from_float(float_of(sign << 31 | 1)), sign << 15);
            /* Every NaN, also a signalling one whose bits are all in the lower half, is a quiet NaN. */
            for (unsigned bit = 0; bit < 23; bit++) {
                const unsigned got = format->from_float(float_of(sign << 31 | 0x7f800000 | 1u << bit));
                ck_assert_uint_eq(got & (0x8000 | infinity | quiet), sign << 15 | infinity | quiet);
            }
        }
    }
    ck_assert_uint_eq(nadir__half_from_float(1.0f), 0x3c00);
    ck_assert_uint_eq(nadir__half_from_float(65504.0f), 0x7bff);
    ck_assert_uint_eq(nadir__half_from_float(65519.996f), 0x7bff);
    ck_assert_uint_eq(nadir__half_from_float(65520.0f), 0x7c00);
    ck_assert_uint_eq(nadir__bfloat16_from_float(1.0f), 0x3f80);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("half");
    TCase *tcase = test_case(suite, "half");
    tcase_add_loop_test(tcase, widening_is_exact_and_comes_back, 0, FORMATS);
    tcase_add_loop_test(tcase, narrowing_rounds_to_nearest_even, 0, FORMATS);
    tcase_add_test(tcase, extremes);
    return test_run(suite);
}
