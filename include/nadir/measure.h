/* SPDX-License-Identifier: MIT */
/* What a device can do at most, measured: the limits that speeds are compared with. */
#ifndef NADIR_MEASURE_H
#define NADIR_MEASURE_H

#include "nadir/context.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Copy bandwidth in bytes per second, read and written bytes together, between two buffers of 128 MiB each (less if the device
 * allows only smaller ones): the median of several copies. Blocks for about 0.3 s. Errors: OUT_OF_MEMORY, BUILD, OPENCL. */
NADIR_API enum nadir_status nadir_measure_copy(struct nadir_context *context, double *bytes_per_second);

/* Rate of float32 fused multiply-adds in operations per second, two for each: the best of several runs. Blocks for about
 * 0.3 s. Errors: as above. */
NADIR_API enum nadir_status nadir_measure_fma(struct nadir_context *context, double *flops_per_second);

#ifdef __cplusplus
}
#endif

#endif
