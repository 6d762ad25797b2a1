/* SPDX-License-Identifier: MIT */
/* Tensors: views on OpenCL buffers, their checks, and transfers. */
#include "runtime_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

static const struct {
    const char *name;
    size_t size;
} dtypes[] = {
    [NADIR_F32] = {"float32", 4},
    [NADIR_I32] = {"int32", 4},
    [NADIR_U8] = {"uint8", 1},
    [NADIR_F16] = {"float16", 2},
    [NADIR_BF16] = {"bfloat16", 2},
};

size_t nadir_dtype_size(enum nadir_dtype dtype)
{
    return (size_t)dtype < sizeof dtypes / sizeof dtypes[0] ? dtypes[dtype].size : 0;
}

const char *nadir_dtype_name(enum nadir_dtype dtype)
{
    return (size_t)dtype < sizeof dtypes / sizeof dtypes[0] ? dtypes[dtype].name : "unknown dtype";
}

size_t nadir_tensor_count(const struct nadir_tensor *tensor)
{
    size_t count = 0;
    return nadir__size_product(&count, tensor->rank, tensor->shape) ? count : 0;
}

const char *nadir__shape_text(char text[ND_SHAPE_TEXT], unsigned rank, const size_t *shape)
{
    size_t used = (size_t)snprintf(text, ND_SHAPE_TEXT, "(");
    for (unsigned i = 0; i < rank && used < ND_SHAPE_TEXT - 24; i++)
        used += (size_t)snprintf(text + used, ND_SHAPE_TEXT - used, "%s%zu", i ? ", " : "", shape[i]);
    snprintf(text + used, ND_SHAPE_TEXT - used, ")");
    return text;
}

/* On a CPU device a large buffer is host memory in huge pages, where the system has them: kernels that stream through memory
 * run up to 1.8 times as fast, because a page of 4 KiB lasts for 64 cache lines only. The memory goes when the buffer does. */
enum { HUGE_PAGE = 2 << 20 };

struct huge {
    void *memory;
    size_t bytes;
};

static void CL_CALLBACK free_huge(cl_mem buffer, void *user)
{
    (void)buffer;
    struct huge *huge = user;
    munmap(huge->memory, huge->bytes);
    free(huge);
}

/* NULL where it cannot be done; the caller then lets OpenCL allocate. */
static cl_mem create_huge_buffer(struct nadir_context *context, size_t bytes)
{
    const size_t rounded = nadir__size_round_up(bytes, HUGE_PAGE);
    struct huge *huge = malloc(sizeof *huge);
    if (!huge) return NULL;
    huge->bytes = rounded + HUGE_PAGE;
    huge->memory = mmap(NULL, huge->bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (huge->memory == MAP_FAILED) {
        free(huge);
        return NULL;
    }
    void *aligned = (void *)nadir__size_round_up((uintptr_t)huge->memory, HUGE_PAGE);
#ifdef MADV_HUGEPAGE
    (void)madvise(aligned, rounded, MADV_HUGEPAGE);
#endif
    cl_int code;
    cl_mem buffer = clCreateBuffer(context->cl, CL_MEM_READ_WRITE | CL_MEM_USE_HOST_PTR, bytes, aligned, &code);
    if (buffer && clSetMemObjectDestructorCallback(buffer, free_huge, huge) != CL_SUCCESS) {
        clReleaseMemObject(buffer);
        buffer = NULL;
    }
    if (!buffer) {
        munmap(huge->memory, huge->bytes);
        free(huge);
    }
    return buffer;
}

enum nadir_status nadir__buffer_create(struct nadir_context *context, cl_mem *out, size_t bytes)
{
    if (bytes > context->device.max_allocation)
        return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "a buffer of %zu bytes is needed, but %s allows at most %llu per buffer",
                           bytes, context->device.name, (unsigned long long)context->device.max_allocation);
    *out = NULL;
    if (context->device.type == NADIR_DEVICE_CPU && context->device.unified_memory && bytes >= 2 * HUGE_PAGE)
        *out = create_huge_buffer(context, bytes);
    if (*out) return NADIR_OK;
    cl_int code;
    *out = clCreateBuffer(context->cl, CL_MEM_READ_WRITE, bytes, NULL, &code);
    if (*out) return NADIR_OK;
    return nadir__fail_cl_at(code, "clCreateBuffer of %zu bytes failed with %s (%d)", bytes, nadir__cl_error_name(code),
                             (int)code);
}

enum nadir_status nadir_tensor_create(struct nadir_tensor *out, struct nadir_context *context, enum nadir_dtype dtype,
                                      unsigned rank, const size_t *shape)
{
    size_t count = 0, bytes = 0;
    ND_CHECK_ARG(out && context, "tensor: out or context is NULL");
    ND_CHECK_ARG(nadir_dtype_size(dtype), "tensor: dtype = %d is not a dtype", (int)dtype);
    ND_CHECK_ARG(rank <= NADIR_MAX_RANK, "tensor: rank = %u, but at most %d dimensions are possible", rank, NADIR_MAX_RANK);
    ND_CHECK_ARG(rank == 0 || shape, "tensor: shape is NULL, but rank = %u", rank);
    ND_CHECK_ARG(nadir__size_product(&count, rank, shape) && nadir__size_mul(&bytes, count, nadir_dtype_size(dtype)),
                 "tensor: the number of bytes of this shape does not fit in size_t");
    cl_mem buffer = NULL;
    if (bytes > 0) {
        enum nadir_status status = nadir__buffer_create(context, &buffer, bytes);
        if (status != NADIR_OK) return status;
    }
    *out = nadir_tensor_view(buffer, 0, dtype, rank, shape);
    return NADIR_OK;
}

void nadir_tensor_destroy(struct nadir_tensor *tensor)
{
    if (!tensor) return;
    if (tensor->buffer) clReleaseMemObject(tensor->buffer);
    *tensor = (struct nadir_tensor){0};
}

struct nadir_tensor nadir_tensor_view(cl_mem buffer, size_t offset, enum nadir_dtype dtype, unsigned rank,
                                      const size_t *shape)
{
    struct nadir_tensor tensor = {.buffer = buffer, .offset = offset, .dtype = dtype, .rank = rank};
    if (rank > 0 && rank <= NADIR_MAX_RANK) memcpy(tensor.shape, shape, rank * sizeof *shape);
    return tensor;
}

/* Dtype, rank and size; *bytes is the end of the view in its buffer. */
static enum nadir_status check_form(const char *name, const struct nadir_tensor *tensor, enum nadir_dtype dtype, size_t *bytes)
{
    size_t count, end;
    if (!tensor) return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "%s is NULL", name);
    if (nadir_dtype_size(tensor->dtype) == 0)
        return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "%s: dtype = %d is not a dtype", name, (int)tensor->dtype);
    if (tensor->dtype != dtype)
        return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "%s is %s, but %s is needed", name, nadir_dtype_name(tensor->dtype),
                           nadir_dtype_name(dtype));
    if (tensor->rank > NADIR_MAX_RANK)
        return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "%s has rank %u, but at most %d dimensions are possible", name,
                           tensor->rank, NADIR_MAX_RANK);
    if (!nadir__size_product(&count, tensor->rank, tensor->shape) || !nadir__size_add(&end, tensor->offset, count) ||
        !nadir__size_mul(bytes, end, nadir_dtype_size(dtype)))
        return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "%s: offset and shape do not fit in size_t", name);
    return NADIR_OK;
}

enum nadir_status nadir__tensor_check(const char *name, const struct nadir_tensor *tensor, enum nadir_dtype dtype)
{
    char text[ND_SHAPE_TEXT];
    size_t bytes = 0, size = 0;
    const enum nadir_status status = check_form(name, tensor, dtype, &bytes);
    if (status != NADIR_OK) return status;
    if (nadir_tensor_count(tensor) == 0) return NADIR_OK;
    if (!tensor->buffer) return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "%s has no buffer", name);
    const cl_int code = clGetMemObjectInfo(tensor->buffer, CL_MEM_SIZE, sizeof size, &size, NULL);
    if (code == CL_INVALID_MEM_OBJECT)
        return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "%s: its buffer is not a cl_mem (CL_INVALID_MEM_OBJECT)", name);
    if (code != CL_SUCCESS)
        return nadir__fail_cl_at(code, "the buffer of %s: clGetMemObjectInfo failed with %s (%d)", name,
                                 nadir__cl_error_name(code), (int)code);
    if (bytes > size)
        return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT,
                           "%s: shape %s at offset %zu ends at byte %zu, but its buffer has %zu bytes", name,
                           nadir__shape_text(text, tensor->rank, tensor->shape), tensor->offset, bytes, size);
    return NADIR_OK;
}

enum nadir_status nadir__tensor_check_form(const char *name, const struct nadir_tensor *tensor, enum nadir_dtype dtype)
{
    size_t bytes = 0;
    return check_form(name, tensor, dtype, &bytes);
}

enum nadir_status nadir__tensor_check_shape(const char *name, const struct nadir_tensor *tensor, enum nadir_dtype dtype,
                                            unsigned rank, const size_t *shape)
{
    const enum nadir_status status = nadir__tensor_check(name, tensor, dtype);
    return status == NADIR_OK ? nadir__tensor_has_shape(name, tensor, rank, shape) : status;
}

enum nadir_status nadir__tensor_has_shape(const char *name, const struct nadir_tensor *tensor, unsigned rank,
                                          const size_t *shape)
{
    char got[ND_SHAPE_TEXT], want[ND_SHAPE_TEXT];
    if (tensor->rank == rank && (rank == 0 || memcmp(tensor->shape, shape, rank * sizeof *shape) == 0)) return NADIR_OK;
    return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "%s has shape %s, but %s is needed", name,
                       nadir__shape_text(got, tensor->rank, tensor->shape), nadir__shape_text(want, rank, shape));
}

enum nadir_status nadir__tensor_check_apart(const char *output_name, const struct nadir_tensor *output, const char *input_name,
                                            const struct nadir_tensor *input)
{
    if (!output || !input || !output->buffer || output->buffer != input->buffer) return NADIR_OK;
    if (nadir_tensor_count(output) == 0 || nadir_tensor_count(input) == 0) return NADIR_OK;
    const size_t output_begin = output->offset * nadir_dtype_size(output->dtype);
    const size_t output_end = output_begin + nadir_tensor_count(output) * nadir_dtype_size(output->dtype);
    const size_t input_begin = input->offset * nadir_dtype_size(input->dtype);
    const size_t input_end = input_begin + nadir_tensor_count(input) * nadir_dtype_size(input->dtype);
    if (output_end <= input_begin || input_end <= output_begin) return NADIR_OK;
    return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT,
                       "%s (bytes %zu .. %zu of its buffer) overlaps %s (bytes %zu .. %zu), which it may not", output_name,
                       output_begin, output_end, input_name, input_begin, input_end);
}

enum nadir_status nadir__tensor_check_in_place(const char *output_name, const struct nadir_tensor *output,
                                               const char *input_name, const struct nadir_tensor *input)
{
    if (output && input && output->buffer == input->buffer && output->offset == input->offset) return NADIR_OK;
    return nadir__tensor_check_apart(output_name, output, input_name, input);
}

enum nadir_status nadir_tensor_upload(struct nadir_context *context, const struct nadir_tensor *tensor, const void *host)
{
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG(context && tensor && host, "upload: context, tensor or host is NULL");
    ND_TRY(nadir__tensor_check("tensor", tensor, tensor->dtype));
    const size_t size = nadir_dtype_size(tensor->dtype), count = nadir_tensor_count(tensor);
    if (count > 0)
        ND_CL(clEnqueueWriteBuffer(context->queue, tensor->buffer, CL_TRUE, tensor->offset * size, count * size, host, 0, NULL,
                                   NULL));
out:
    return status;
}

enum nadir_status nadir_tensor_download(struct nadir_context *context, const struct nadir_tensor *tensor, void *host)
{
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG(context && tensor && host, "download: context, tensor or host is NULL");
    ND_TRY(nadir__tensor_check("tensor", tensor, tensor->dtype));
    const size_t size = nadir_dtype_size(tensor->dtype), count = nadir_tensor_count(tensor);
    if (count > 0)
        ND_CL(clEnqueueReadBuffer(context->queue, tensor->buffer, CL_TRUE, tensor->offset * size, count * size, host, 0, NULL,
                                  NULL));
out:
    return status;
}

enum nadir_status nadir_tensor_zero(struct nadir_context *context, const struct nadir_tensor *tensor)
{
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG(context && tensor, "zero: context or tensor is NULL");
    ND_TRY(nadir__tensor_check("tensor", tensor, tensor->dtype));
    const size_t size = nadir_dtype_size(tensor->dtype), count = nadir_tensor_count(tensor);
    if (count > 0)
        ND_CL(clEnqueueFillBuffer(context->queue, tensor->buffer, &(unsigned char){0}, 1, tensor->offset * size, count * size,
                                  0, NULL, NULL));
out:
    return status;
}
