/* SPDX-License-Identifier: MIT */
/* Matrix products, dispatched to a back end, and the linear layer built on them. */
#ifndef NADIR_GEMM_H
#define NADIR_GEMM_H

#include "nadir/activation.h"

#ifdef __cplusplus
extern "C" {
#endif

struct nadir_gemm_params {
    bool transpose_a; /* a is stored (k, m) instead of (m, k); default false */
    bool transpose_b; /* b is stored (n, k) instead of (k, n); default false */
    float alpha;      /* default 1 */
    float beta;       /* default 0; with 0, c is not read (NaN in it does not matter) */
};

NADIR_API struct nadir_gemm_params nadir_gemm_params_default(void);

/* c = alpha * op(a) op(b) + beta * c.
 * Shape: op(a) (m, k), op(b) (k, n), c (m, n); any of them may be 0 (k = 0 gives beta * c).
 * Dtype: float32. c must not overlap a or b. Enqueues. `params` NULL: defaults.
 * Order of summation is fixed for a device, driver and back end: the same input gives the same bits.
 * Errors: INVALID_ARGUMENT, UNSUPPORTED (a dimension above 2^31 - 1), OUT_OF_MEMORY, BUILD, OPENCL. */
NADIR_API enum nadir_status nadir_gemm(struct nadir_context *context, const struct nadir_tensor *c,
                                       const struct nadir_tensor *a, const struct nadir_tensor *b,
                                       const struct nadir_gemm_params *params);

/* y = f(x w^T + b), PyTorch's torch.nn.functional.linear followed by any activation, with nadir_activation_alpha of it.
 * Shape: x (rows, in), w (out, in), b (out) or NULL, y (rows, out). Dtype: float32. y must not overlap the others. Enqueues.
 * Errors: as nadir_gemm. */
NADIR_API enum nadir_status nadir_linear_forward(struct nadir_context *context, const struct nadir_tensor *y,
                                                 const struct nadir_tensor *x, const struct nadir_tensor *w,
                                                 const struct nadir_tensor *b, enum nadir_activation activation);

/* Gradients of x w^T + b with respect to x, w and b, given dy, the gradient of its result (before any activation):
 * dx = dy w, dw = dy^T x, db = sum over rows of dy. Any of dx, dw, db may be NULL and is then not computed.
 * Shape: as above; dx as x, dw as w, db as b, dy as y. Written, not accumulated; results must not overlap inputs.
 * Enqueues. Errors: as nadir_gemm. */
NADIR_API enum nadir_status nadir_linear_backward(struct nadir_context *context, const struct nadir_tensor *dx,
                                                  const struct nadir_tensor *dw, const struct nadir_tensor *db,
                                                  const struct nadir_tensor *dy, const struct nadir_tensor *x,
                                                  const struct nadir_tensor *w);

#ifdef __cplusplus
}
#endif

#endif
