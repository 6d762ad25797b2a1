/* SPDX-License-Identifier: MIT */
/* Scores inside the library: what is measured, and what is predicted from it. */
#ifndef NADIR_SCORE_PRIV_H
#define NADIR_SCORE_PRIV_H

#include "nadir/device.h"

/* Operations of the two products that a score times. */
#define ND_SMALL_PRODUCT (2.0 * 64 * 128 * 784)
#define ND_LARGE_PRODUCT (2.0 * 512 * 512 * 512)

/* Seconds of one training step (forward, backward, Adam) of a perceptron with `count` >= 2 layer widths; INFINITY for a score
 * that is not measured. */
double nadir__predict_mlp(const struct nadir_device_score *score, size_t batch, const size_t *widths, size_t count);

#endif
