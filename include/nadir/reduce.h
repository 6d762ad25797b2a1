/* SPDX-License-Identifier: MIT */
/* Reductions, in an order fixed by the number of elements alone: the same input gives the same bits. */
#ifndef NADIR_REDUCE_H
#define NADIR_REDUCE_H

#include "nadir/tensor.h"

#ifdef __cplusplus
extern "C" {
#endif

/* y = scale * sum of all elements of x; 0 for an empty x. Shape: x any, y one element. Dtype: float32.
 * No result of this header may overlap its input.
 * Error bound: about 2^-24 * 64 of the sum of absolute values for up to 2^30 elements. Enqueues.
 * Errors: INVALID_ARGUMENT, OUT_OF_MEMORY (scratch), BUILD, OPENCL. */
NADIR_API enum nadir_status nadir_sum(struct nadir_context *context, const struct nadir_tensor *y, const struct nadir_tensor *x,
                                      float scale);

/* y = sum / count, NaN for an empty x (as PyTorch's mean). Otherwise as nadir_sum. */
NADIR_API enum nadir_status nadir_mean(struct nadir_context *context, const struct nadir_tensor *y,
                                       const struct nadir_tensor *x);

/* y[j] = sum over i of x[i][j]. Shape: x (rows, cols), y (cols). Dtype, errors: as nadir_sum. */
NADIR_API enum nadir_status nadir_sum_rows(struct nadir_context *context, const struct nadir_tensor *y,
                                           const struct nadir_tensor *x);

/* y[i] = index of the first maximum of row i; a NaN counts as the maximum (as torch.argmax).
 * Shape: x (rows, cols >= 1), y (rows). Dtype: x float32, y int32. Enqueues. Errors: as nadir_sum. */
NADIR_API enum nadir_status nadir_argmax(struct nadir_context *context, const struct nadir_tensor *y,
                                         const struct nadir_tensor *x);

#ifdef __cplusplus
}
#endif

#endif
