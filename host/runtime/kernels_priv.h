/* SPDX-License-Identifier: MIT */
/* The kernels' sources, embedded at build time by tools/embed.py. */
#ifndef NADIR_KERNELS_PRIV_H
#define NADIR_KERNELS_PRIV_H

#include <stddef.h>

struct nadir__kernel_source {
    const char *name; /* "gemm_packed" for cl/gemm_packed.cl */
    const char *text; /* includes in place; ends with a 0 byte */
    size_t length;    /* bytes, without the 0 */
};

extern const struct nadir__kernel_source nadir__kernel_sources[];
extern const size_t nadir__kernel_source_count;

#endif
