/* SPDX-License-Identifier: MIT */
/* Checked arithmetic on sizes: each returns false on overflow and leaves *out alone. */
#ifndef NADIR_SIZE_PRIV_H
#define NADIR_SIZE_PRIV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static inline bool nadir__size_mul(size_t *out, size_t a, size_t b)
{
    if (b != 0 && a > SIZE_MAX / b) return false;
    *out = a * b;
    return true;
}

static inline bool nadir__size_add(size_t *out, size_t a, size_t b)
{
    if (a > SIZE_MAX - b) return false;
    *out = a + b;
    return true;
}

/* Number of elements of a shape; 1 for rank 0. */
static inline bool nadir__size_product(size_t *out, unsigned rank, const size_t *shape)
{
    size_t count = 1;
    bool empty = false;
    for (unsigned i = 0; i < rank; i++) {
        if (shape[i] == 0) empty = true;
        else if (!nadir__size_mul(&count, count, shape[i])) return false;
    }
    *out = empty ? 0 : count;
    return true;
}

static inline size_t nadir__size_ceil_div(size_t a, size_t b)
{
    return a / b + (a % b != 0);
}

/* The next multiple of b; the caller knows that it fits. */
static inline size_t nadir__size_round_up(size_t a, size_t b)
{
    return nadir__size_ceil_div(a, b) * b;
}

#endif
