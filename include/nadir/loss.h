/* SPDX-License-Identifier: MIT */
/* Loss functions: value and gradient in one pass over the inputs. */
#ifndef NADIR_LOSS_H
#define NADIR_LOSS_H

#include "nadir/tensor.h"

#ifdef __cplusplus
extern "C" {
#endif

struct nadir_cross_entropy_params {
    float scale; /* factor on the gradient: 1 for a sum over rows (default), 1 / rows for a mean */
};

NADIR_API struct nadir_cross_entropy_params nadir_cross_entropy_params_default(void);

/* Softmax cross-entropy with integer labels (torch.nn.functional.cross_entropy, reduction "none"):
 *     loss[i]       = logsumexp(logits[i]) - logits[i][labels[i]]
 *     dlogits[i][j] = scale * (softmax(logits[i])[j] - [j = labels[i]])
 * Shape: logits (rows, classes), labels (rows), loss (rows), dlogits as logits, correct (rows).
 * Dtype: float32, labels int32. `dlogits` may be `logits` (in place); outputs overlap nothing else.
 * loss, dlogits and correct may each be NULL, but not all.
 * `correct` receives 1 where argmax(logits[i]) = labels[i] (the first maximum counts; a row whose loss is
 * NaN counts as 0), else 0, from the same pass.
 * Small losses keep their digits: a row whose label leads by 20 has loss 2.06e-9 (per other class), not 0.
 * -inf logits have probability 0; a row of -inf only, or with +inf or NaN, gives NaN.
 * A label outside 0 .. classes-1 makes that row's loss and gradient NaN, touches no other memory, and is reported by the
 * next nadir_context_finish or nadir_context_check. Enqueues; bytes moved: 8 per logit in place, 4 without a gradient.
 * Errors: INVALID_ARGUMENT, BUILD, OPENCL. */
NADIR_API enum nadir_status nadir_cross_entropy(struct nadir_context *context, const struct nadir_tensor *loss,
                                                const struct nadir_tensor *dlogits, const struct nadir_tensor *correct,
                                                const struct nadir_tensor *logits, const struct nadir_tensor *labels,
                                                const struct nadir_cross_entropy_params *params);

#ifdef __cplusplus
}
#endif

#endif
