/* SPDX-License-Identifier: MIT */
/* From a device's measured score to the time of a training step. */
#include "score_priv.h"

#include <math.h>

/* Seconds of one product of `flops`: between the two that were measured the rate goes with the logarithm of the flops. Below
 * the small one, its rate and what a launch costs beyond its share of that. */
static double product_seconds(const struct nadir_device_score *score, double flops)
{
    if (flops < ND_SMALL_PRODUCT) return flops / score->gemm_small + score->launch * (1 - flops / ND_SMALL_PRODUCT);
    const double place = log(flops / ND_SMALL_PRODUCT) / log(ND_LARGE_PRODUCT / ND_SMALL_PRODUCT);
    const double share = place < 1 ? place : 1;
    return flops / (score->gemm_small * pow(score->gemm_large / score->gemm_small, share));
}

double nadir__predict_mlp(const struct nadir_device_score *score, size_t batch, const size_t *widths, size_t count)
{
    enum { LAUNCHES = 4 }; /* loss and accuracy, their means, update */
    double seconds = LAUNCHES * score->launch, parameters = 0;
    if (score->measured_at <= 0) return INFINITY;
    for (size_t i = 1; i < count; i++) {
        const double product = 2.0 * (double)batch * (double)widths[i - 1] * (double)widths[i];
        const int products = i == 1 ? 2 : 3; /* forward, gradient of the weights, gradient of the input but for the samples */
        seconds += products * product_seconds(score, product);
        parameters += (double)(widths[i - 1] + 1) * (double)widths[i];
    }
    const double logits = (double)batch * (double)widths[count - 1];
    seconds += (28 * parameters + 8 * logits) / score->copy; /* Adam: 4 reads and 3 writes of 4 bytes */
    return seconds;
}

double nadir_predict_reference(const struct nadir_device_score *score)
{
    static const size_t widths[] = {784, 1024, 1024, 10};
    return nadir__predict_mlp(score, 256, widths, sizeof widths / sizeof widths[0]);
}
