/* SPDX-License-Identifier: MIT */
/* Tensors: dense row-major views on OpenCL buffers, Nadir's or the caller's. */
#ifndef NADIR_TENSOR_H
#define NADIR_TENSOR_H

#include "nadir/context.h"

#ifdef __cplusplus
extern "C" {
#endif

/* F16 is IEEE half precision, BF16 the upper half of a float32: storage only, arithmetic is in float32 on every device. */
enum nadir_dtype { NADIR_F32, NADIR_I32, NADIR_U8, NADIR_F16, NADIR_BF16 };

enum { NADIR_MAX_RANK = 8 };

/* A plain value: it owns nothing unless nadir_tensor_create made it. The last dimension is contiguous, no gaps. */
struct nadir_tensor {
    cl_mem buffer;
    size_t offset; /* elements from the start of the buffer */
    enum nadir_dtype dtype;
    unsigned rank;                 /* 0 is a scalar: one element */
    size_t shape[NADIR_MAX_RANK];  /* elements; a 0 makes the tensor empty */
};

/* Bytes of one element; name as NumPy writes it ("float32"). */
NADIR_API size_t nadir_dtype_size(enum nadir_dtype dtype);
NADIR_API const char *nadir_dtype_name(enum nadir_dtype dtype);

/* Number of elements, 0 if empty. */
NADIR_API size_t nadir_tensor_count(const struct nadir_tensor *tensor);

/* Allocates device memory (contents undefined). Owns: release with nadir_tensor_destroy. An empty tensor has a NULL buffer.
 * Errors: INVALID_ARGUMENT (rank above NADIR_MAX_RANK, size overflow), OUT_OF_MEMORY (with the size and the device's limit). */
NADIR_API enum nadir_status nadir_tensor_create(struct nadir_tensor *out, struct nadir_context *context,
                                                enum nadir_dtype dtype, unsigned rank, const size_t *shape);

/* Releases the buffer and clears the view. Accepts NULL and a cleared tensor. Not for views made by nadir_tensor_view. */
NADIR_API void nadir_tensor_destroy(struct nadir_tensor *tensor);

/* A view on `buffer`, which must outlive it. Any element offset is allowed. Nothing is checked here: the calls that use the
 * view check that it lies inside the buffer. */
NADIR_API struct nadir_tensor nadir_tensor_view(cl_mem buffer, size_t offset, enum nadir_dtype dtype, unsigned rank,
                                                const size_t *shape);

/* Copies all elements from or to host memory. Blocks until `host` may be reused. Errors: INVALID_ARGUMENT, OPENCL. */
NADIR_API enum nadir_status nadir_tensor_upload(struct nadir_context *context, const struct nadir_tensor *tensor,
                                                const void *host);
NADIR_API enum nadir_status nadir_tensor_download(struct nadir_context *context, const struct nadir_tensor *tensor,
                                                  void *host);

/* Sets all bytes to zero. Enqueues. Errors: INVALID_ARGUMENT, OPENCL. */
NADIR_API enum nadir_status nadir_tensor_zero(struct nadir_context *context, const struct nadir_tensor *tensor);

#ifdef __cplusplus
}
#endif

#endif
