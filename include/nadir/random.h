/* SPDX-License-Identifier: MIT */
/* Counter-based random numbers: Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as
 * 1, 2, 3" (SC11). Host and device give the same stream; any element can be had without the ones before it. */
#ifndef NADIR_RANDOM_H
#define NADIR_RANDOM_H

#include "nadir/tensor.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One block: 4 words out of a 4-word counter and a 2-word key. Thread-safe, pure. */
NADIR_API void nadir_philox(uint32_t out[4], const uint32_t counter[4], const uint32_t key[2]);

/* Word `index` of stream (`seed`, `stream`): word index % 4 of the block with counter
 * (index / 4 low, index / 4 high, stream low, stream high) and key (seed low, seed high). */
NADIR_API uint32_t nadir_random_word(uint64_t seed, uint64_t stream, uint64_t index);

/* The same word as a float in [0, 1): its upper 24 bits times 2^-24. */
NADIR_API float nadir_random_float(uint64_t seed, uint64_t stream, uint64_t index);

/* Fills `tensor` (float32, any shape) with low + (high - low) * nadir_random_float(seed, stream, i), i the flat index,
 * in one fused multiply-add. Enqueues. Errors: INVALID_ARGUMENT (not float32; low, high not finite or low > high), OPENCL. */
NADIR_API enum nadir_status nadir_random_uniform(struct nadir_context *context, const struct nadir_tensor *tensor, float low,
                                                 float high, uint64_t seed, uint64_t stream);

/* A uniformly chosen permutation of 0 .. n-1 (Fisher-Yates, unbiased), a function of (seed, stream) alone. Host only. */
NADIR_API void nadir_random_permutation(uint32_t *out, uint32_t n, uint64_t seed, uint64_t stream);

#ifdef __cplusplus
}
#endif

#endif
