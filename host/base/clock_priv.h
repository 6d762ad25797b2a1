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

#endif
