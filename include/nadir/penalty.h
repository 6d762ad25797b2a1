/* SPDX-License-Identifier: MIT */
/* Regularisation: L1, L2 and elastic net penalties on parameters, as a value and as gradient. */
#ifndef NADIR_PENALTY_H
#define NADIR_PENALTY_H

#include "nadir/tensor.h"

#ifdef __cplusplus
extern "C" {
#endif

struct nadir_penalty_params {
    float l1;  /* >= 0, default 0: factor of sum |p| */
    float l2;  /* >= 0, default 0: factor of sum p^2, or of half of it */
    bool half; /* sum p^2 / 2, whose gradient is PyTorch's weight_decay; false: sum p^2, as Keras; default true */
    bool add;  /* the gradient is added to what dp holds; default false: written */
};

NADIR_API struct nadir_penalty_params nadir_penalty_params_default(void);

/* loss = l1 sum |p| + l2 sum p^2 (/ 2 with half); dp = l1 sign(p) + l2 p (2 l2 p without half), sign(0) = 0.
 * Shape: p any, dp as p, loss one element. Dtype: float32. loss or dp may be NULL. dp may be p. Enqueues.
 * Bytes moved per element: 4 for the loss, 8 with dp, 12 with `add`. NaN and infinity propagate.
 * Errors: INVALID_ARGUMENT, OUT_OF_MEMORY (scratch), BUILD, OPENCL. */
NADIR_API enum nadir_status nadir_penalty(struct nadir_context *context, const struct nadir_tensor *loss,
                                          const struct nadir_tensor *dp, const struct nadir_tensor *p,
                                          const struct nadir_penalty_params *params);

#ifdef __cplusplus
}
#endif

#endif
