/* SPDX-License-Identifier: MIT */
/* NPY files, NumPy's format for one array: the numbers a primitive needs and gives. */
#ifndef NADIR_NPY_PRIV_H
#define NADIR_NPY_PRIV_H

#include "nadir/tensor.h"

#include <stdio.h>

/* An array as it lies in its file: little-endian, C order. */
struct nadir__npy {
    const char *path; /* the caller's, for messages */
    char kind;        /* 'f' floating point, 'i' signed, 'u' unsigned, 'b' boolean */
    unsigned size;    /* bytes of an element: f 2, 4, 8; i, u 1, 2, 4, 8; b 1 */
    unsigned rank;
    size_t shape[NADIR_MAX_RANK];
    size_t count;
    void *data; /* count elements */
};

/* Reads a file of version 1, 2 or 3; `path` must outlive *out. Owns: release with nadir__npy_free.
 * Errors: IO, OUT_OF_MEMORY, FORMAT (what it finds and what is accepted: truncated, trailing bytes, big-endian, Fortran order,
 * objects and records, rank above NADIR_MAX_RANK). */
enum nadir_status nadir__npy_read(struct nadir__npy *out, const char *path);

/* Accepts a zeroed array. */
void nadir__npy_free(struct nadir__npy *array);

/* "float32", "int64", ...; static storage. */
const char *nadir__npy_dtype_name(const struct nadir__npy *array);

/* All elements as float32: floating-point ones rounded to nearest, others exactly.
 * Errors: FORMAT (an integer that no float32 equals, with its index). */
enum nadir_status nadir__npy_to_float32(const struct nadir__npy *array, float *out);

/* All elements as int32. Errors: FORMAT (not integers; one outside int32, with its index). */
enum nadir_status nadir__npy_to_int32(const struct nadir__npy *array, int32_t *out);

/* Writes an array, version 1.0. NumPy has no bfloat16: it is written as float32. Errors are the stream's. */
void nadir__npy_write(FILE *stream, enum nadir_dtype dtype, unsigned rank, const size_t *shape, const void *data);

#endif
