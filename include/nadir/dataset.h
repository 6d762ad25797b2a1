/* SPDX-License-Identifier: MIT */
/* Labelled samples in host memory, read from files. */
#ifndef NADIR_DATASET_H
#define NADIR_DATASET_H

#include "nadir/tensor.h"

#ifdef __cplusplus
extern "C" {
#endif

enum nadir_dataset_part { NADIR_DATASET_TRAIN, NADIR_DATASET_TEST };

/* Samples of one shape with one integer label each. */
struct nadir_dataset {
    size_t count;                        /* samples, at least 1 */
    size_t features;                     /* elements of one sample */
    unsigned sample_rank;
    size_t sample_shape[NADIR_MAX_RANK]; /* (28, 28) for Fashion-MNIST */
    uint8_t *samples;                    /* (count, features), 0 .. 255 */
    int32_t *labels;                     /* (count), 0 .. classes-1 */
    size_t classes;                      /* 1 + the largest label */
};

/* Reads an IDX image file (unsigned bytes, rank 2 to 4, the first dimension counts samples) and an IDX label file (unsigned
 * bytes, rank 1), each plain or gzip-compressed: the format of http://yann.lecun.com/exdb/mnist/.
 * Owns: free with nadir_dataset_destroy.
 * Errors: IO (cannot open or read); FORMAT (bad magic, truncated, trailing bytes, damaged gzip, counts that differ, empty);
 * OUT_OF_MEMORY. The message names file, value and what was expected. */
NADIR_API enum nadir_status nadir_dataset_load_idx(struct nadir_dataset **out, const char *images, const char *labels);

/* Reads one part of a folder with the four files that MNIST and its relatives use:
 * {train,t10k}-images-idx3-ubyte and {train,t10k}-labels-idx1-ubyte, each plain or with .gz. Errors: as above. */
NADIR_API enum nadir_status nadir_dataset_load(struct nadir_dataset **out, const char *folder, enum nadir_dataset_part part);

/* Accepts NULL and a pointer to NULL; sets the pointer to NULL. */
NADIR_API void nadir_dataset_destroy(struct nadir_dataset **dataset);

/* Keeps the first `count` samples; all of them if there are fewer, or if count is 0. `classes` stays. */
NADIR_API void nadir_dataset_truncate(struct nadir_dataset *dataset, size_t count);

/* Mean and population standard deviation of all elements, in units of the bytes (0 .. 255), exact up to rounding to double. */
NADIR_API void nadir_dataset_moments(const struct nadir_dataset *dataset, double *mean, double *deviation);

#ifdef __cplusplus
}
#endif

#endif
