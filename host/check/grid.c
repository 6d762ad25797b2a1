/* SPDX-License-Identifier: MIT */
/* Launches of any shape, and buffers. */
#include "grid_priv.h"

#include "base/status_priv.h"

#include <stdlib.h>
#include <string.h>

enum nadir_status nadir__check_launch(struct nadir_context *context, const char *name, const struct nadir__grid *grid,
                                      const struct nadir__arg *args, cl_uint count)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__kernel *kernel;
    ND_TRY(nadir__kernel_get(context, &kernel, context->walk, "check", name, ""));
    for (cl_uint i = 0; i < count; i++) ND_TRY(nadir__kernel_set_arg(kernel, kernel->cl, i, &args[i]));
    ND_CL(clEnqueueNDRangeKernel(context->queue, kernel->cl, grid->dimensions, grid->offset, grid->global,
                                 grid->local[0] ? grid->local : NULL, 0, NULL, NULL));
out:
    return status;
}

enum nadir_status nadir__check_upload(struct nadir_context *context, cl_mem *out, const void *host, size_t bytes)
{
    enum nadir_status status = NADIR_OK;
    ND_TRY(nadir__buffer_create(context, out, bytes));
    ND_CL(clEnqueueWriteBuffer(context->queue, *out, CL_TRUE, 0, bytes, host, 0, NULL, NULL));
out:
    return status;
}

enum nadir_status nadir__check_download(struct nadir_context *context, cl_mem buffer, void *host, size_t bytes)
{
    enum nadir_status status = NADIR_OK;
    memset(host, 0xa5, bytes);
    ND_CL(clEnqueueReadBuffer(context->queue, buffer, CL_TRUE, 0, bytes, host, 0, NULL, NULL));
out:
    return status;
}

void nadir__check_release(cl_mem buffer)
{
    if (buffer) clReleaseMemObject(buffer);
}

void *nadir__check_allocate(size_t count, size_t size)
{
    void *memory = calloc(count, size);
    if (!memory) nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %zu elements of a check", count);
    return memory;
}
