/* SPDX-License-Identifier: MIT */
/* Vector arithmetic on tensors of any shape taken as flat vectors: what methods that work on a whole arena at once are made of.
 * All tensors are float32, those of one call have the same number of elements. NaN and infinity propagate. Sums run in an order
 * fixed by the number of elements: the same input gives the same bits. Everything enqueues.
 * Errors of all calls: INVALID_ARGUMENT, OUT_OF_MEMORY (scratch), BUILD, OPENCL. */
#ifndef NADIR_VECTOR_H
#define NADIR_VECTOR_H

#include "nadir/tensor.h"

#ifdef __cplusplus
extern "C" {
#endif

/* y = sum of a[i] b[i]; 0 for empty vectors. Shape: y one element, apart from a and b; a may be b.
 * Error bound: about 2^-24 * 64 of the sum of |a[i] b[i]| for up to 2^30 elements. Products beyond 3.4e38 are infinite. */
NADIR_API enum nadir_status nadir_vector_dot(struct nadir_context *context, const struct nadir_tensor *y,
                                             const struct nadir_tensor *a, const struct nadir_tensor *b);

/* y = sqrt(sum of x[i]^2), without overflow or underflow between: right for |x[i]| of 1e20 and of 1e-30. 0 for an empty vector.
 * Shape: y one element, apart from x. Error bound: about 2^-24 * 40 of the norm. Denormals may count as 0. */
NADIR_API enum nadir_status nadir_vector_norm2(struct nadir_context *context, const struct nadir_tensor *y,
                                               const struct nadir_tensor *x);

/* y = max |x[i]|, exact; NaN if one is NaN; 0 for an empty vector. Shape: y one element, apart from x. */
NADIR_API enum nadir_status nadir_vector_max_abs(struct nadir_context *context, const struct nadir_tensor *y,
                                                 const struct nadir_tensor *x);

/* z = a x + b y, computed as fma(a, x, b y). z may be x or y, but must not overlap them otherwise. With b = 0, y is not read
 * and may be NULL. Bytes moved per element: 12, 8 without y. */
NADIR_API enum nadir_status nadir_vector_combine(struct nadir_context *context, const struct nadir_tensor *z, float a,
                                                 const struct nadir_tensor *x, float b, const struct nadir_tensor *y);

/* y += a x: nadir_vector_combine(context, y, a, x, 1, y). */
NADIR_API enum nadir_status nadir_vector_axpy(struct nadir_context *context, const struct nadir_tensor *y, float a,
                                              const struct nadir_tensor *x);

/* x *= a: nadir_vector_combine(context, x, a, x, 0, NULL). NaN times 0 stays NaN; nadir_tensor_zero clears. */
NADIR_API enum nadir_status nadir_vector_scale(struct nadir_context *context, const struct nadir_tensor *x, float a);

/* y = x, bit by bit. y must not overlap x. */
NADIR_API enum nadir_status nadir_vector_copy(struct nadir_context *context, const struct nadir_tensor *y,
                                              const struct nadir_tensor *x);

#ifdef __cplusplus
}
#endif

#endif
