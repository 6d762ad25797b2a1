/* SPDX-License-Identifier: MIT */
/* Activations, elementwise. */
#ifndef NADIR_ACTIVATION_H
#define NADIR_ACTIVATION_H

#include "nadir/tensor.h"

#ifdef __cplusplus
extern "C" {
#endif

enum nadir_activation {
    NADIR_ACTIVATION_NONE, /* y = x */
    NADIR_ACTIVATION_RELU  /* y = max(x, 0); gradient 0 at 0; NaN stays NaN */
};

/* Name as PyTorch's functional has it: "none", "relu". Static storage. */
NADIR_API const char *nadir_activation_name(enum nadir_activation activation);

/* y = f(x). Shape: any, the same for both. Dtype: float32. y may be x. Enqueues.
 * Errors: INVALID_ARGUMENT, BUILD, OPENCL. */
NADIR_API enum nadir_status nadir_activation_forward(struct nadir_context *context, const struct nadir_tensor *y,
                                                     const struct nadir_tensor *x, enum nadir_activation activation);

/* dx = dy * f'(x), from the output y = f(x). dx may be dy. Shapes, dtype and errors as above. Enqueues. */
NADIR_API enum nadir_status nadir_activation_backward(struct nadir_context *context, const struct nadir_tensor *dx,
                                                      const struct nadir_tensor *dy, const struct nadir_tensor *y,
                                                      enum nadir_activation activation);

#ifdef __cplusplus
}
#endif

#endif
