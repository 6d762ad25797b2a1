/* SPDX-License-Identifier: MIT */
#ifndef NADIR_CLOCK_PRIV_H
#define NADIR_CLOCK_PRIV_H

#include <time.h>

/* Seconds of a clock that never goes back. */
static inline double nadir__seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* For qsort: ascending. */
static inline int nadir__seconds_compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

#endif
