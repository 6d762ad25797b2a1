/* SPDX-License-Identifier: MIT */
/* Vector arithmetic whose scalars stay on the device. */
#ifndef NADIR_VECTOR_PRIV_H
#define NADIR_VECTOR_PRIV_H

#include "nadir/vector.h"

/* z += a f x with f read on the device: factor[0], or factor[0] - factor[1] if `factor` has two elements. Arguments are not
 * checked. */
enum nadir_status nadir__vector_axpy_by(struct nadir_context *context, const struct nadir_tensor *z, float a,
                                        const struct nadir_tensor *factor, const struct nadir_tensor *x);

#endif
