/* SPDX-License-Identifier: MIT */
/* What a device can do at most, measured: the limits that speeds are compared with. */
#ifndef NADIR_MEASURE_H
#define NADIR_MEASURE_H

#include "nadir/context.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Copy bandwidth in bytes per second, read and written bytes together, between two buffers of 128 MiB each (less if the device
 * allows only smaller ones): the median of several copies, whose result is compared. Blocks for about 0.3 s.
 * Errors: WRONG_RESULT, OUT_OF_MEMORY, BUILD, OPENCL. */
NADIR_API enum nadir_status nadir_measure_copy(struct nadir_context *context, double *bytes_per_second);

/* Rate of float32 fused multiply-adds in operations per second, two for each: the best of several runs. Blocks for about
 * 0.3 s. Errors: OUT_OF_MEMORY, BUILD, OPENCL. */
NADIR_API enum nadir_status nadir_measure_fma(struct nadir_context *context, double *flops_per_second);

/* How fast a device trains: products, copies and launches, at most 1 s of timed work. Each result is checked on the host before
 * its time counts. `score` is written only if all are right. Blocks.
 * Errors: WRONG_RESULT (names what was wrong), OUT_OF_MEMORY, BUILD, OPENCL. */
NADIR_API enum nadir_status nadir_measure_score(struct nadir_context *context, struct nadir_device_score *score);

/* Predicts seconds of one training step (forward, backward, Adam) of a classifier on `batch` samples, from a device's score.
 * `specification` is as for nadir_classifier_create, "mlp:784-128-10".
 * The sum over the step's launches of `launch`, over its products of flops at a rate between gemm_small and gemm_large (by the
 * logarithm of their flops), and over its other passes of bytes at `copy`.
 * Errors: INVALID_ARGUMENT (names the part of the specification that is wrong; batch 0; a score that is not measured). */
NADIR_API enum nadir_status nadir_predict_step(double *seconds, const char *specification, size_t batch,
                                               const struct nadir_device_score *score);

#ifdef __cplusplus
}
#endif

#endif
