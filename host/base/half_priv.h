/* SPDX-License-Identifier: MIT */
/* The 16-bit floating-point formats: IEEE half precision, and bfloat16, the upper half of a float. Narrowing rounds to
 * nearest, ties to even; what is too large becomes an infinity, and a NaN stays one, made quiet. */
#ifndef NADIR_HALF_PRIV_H
#define NADIR_HALF_PRIV_H

#include <stdint.h>

uint16_t nadir__half_from_float(float x);
float nadir__half_to_float(uint16_t half);
uint16_t nadir__bfloat16_from_float(float x);
float nadir__bfloat16_to_float(uint16_t bfloat16);

#endif
