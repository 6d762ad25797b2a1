/* SPDX-License-Identifier: MIT */
/* Softmax, log-softmax and logsumexp along the last axis, and their gradients. */
#ifndef NADIR_SOFTMAX_H
#define NADIR_SOFTMAX_H

#include "nadir/tensor.h"

#ifdef __cplusplus
extern "C" {
#endif

enum nadir_softmax {
    NADIR_SOFTMAX,     /* y[j] = exp(x[j] - lse) */
    NADIR_LOG_SOFTMAX, /* y[j] = x[j] - lse */
    NADIR_LOGSUMEXP    /* y = lse = log sum_j exp(x[j]), one for each row */
};

/* Name as in torch: "softmax", "log_softmax", "logsumexp". Static storage. */
NADIR_API const char *nadir_softmax_name(enum nadir_softmax softmax);

/* What a row of which every element is -inf (fully masked) gives in softmax and log-softmax. Logsumexp gives -inf. */
enum nadir_masked_row {
    NADIR_MASKED_ROW_NAN, /* NaN everywhere, as PyTorch */
    NADIR_MASKED_ROW_ZERO /* softmax 0, log-softmax -inf everywhere; gradient 0 */
};

struct nadir_softmax_params {
    float temperature;                /* > 0: x / temperature takes the place of x; default 1 */
    enum nadir_masked_row masked_row; /* default NAN */
};

NADIR_API struct nadir_softmax_params nadir_softmax_params_default(void);

/* y = f(x) for each row along the last axis, computed from differences to the row's maximum.
 * Shape: x (..., cols), rank >= 1, cols 1 .. 2^31 - 1; y as x, for logsumexp (...): x without its last axis.
 * Dtype: x float32, float16 or bfloat16; y the same, for logsumexp float32; arithmetic in float32. y may be x (in place), and
 * overlaps nothing else. `params` NULL: defaults.
 * A masked element is -inf: probability 0, log-probability -inf. A row with NaN or +inf gives NaN (logsumexp of +inf: +inf).
 * Bytes moved per element: 8 (float32), a row longer than the caches read twice. Enqueues.
 * Errors: INVALID_ARGUMENT, BUILD, OPENCL. */
NADIR_API enum nadir_status nadir_softmax_forward(struct nadir_context *context, const struct nadir_tensor *y,
                                                  const struct nadir_tensor *x, enum nadir_softmax softmax,
                                                  const struct nadir_softmax_params *params);

/* dx from dy, the gradient of y. With T the temperature:
 *     softmax       dx[j] = y[j] (dy[j] - sum_k dy[k] y[k]) / T                  saved = y
 *     log-softmax   dx[j] = (dy[j] - exp(y[j]) sum_k dy[k]) / T                  saved = y
 *     logsumexp     dx[j] = dy softmax(x / T)[j] / T, one dy for each row        saved = x
 * Shape: dx and saved (..., cols), dy as y in the forward pass. Dtype: dx, saved and dy as in the forward pass. dx may be dy or
 * saved. A fully masked row needs the same `params` as forward. Bytes moved: 12 per element (float32). Errors: as forward. */
NADIR_API enum nadir_status nadir_softmax_backward(struct nadir_context *context, const struct nadir_tensor *dx,
                                                   const struct nadir_tensor *dy, const struct nadir_tensor *saved,
                                                   enum nadir_softmax softmax, const struct nadir_softmax_params *params);

#ifdef __cplusplus
}
#endif

#endif
