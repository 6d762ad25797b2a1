/* SPDX-License-Identifier: MIT */
/* Launches of any shape, and buffers, for the stages that look at work-items and memory. */
#ifndef NADIR_CHECK_GRID_PRIV_H
#define NADIR_CHECK_GRID_PRIV_H

#include "runtime/runtime_priv.h"

struct nadir__grid {
    cl_uint dimensions;
    size_t offset[3], global[3], local[3]; /* local[0] = 0: the driver chooses */
};

/* Enqueues kernel `name` of cl/check.cl. */
enum nadir_status nadir__check_launch(struct nadir_context *context, const char *name, const struct nadir__grid *grid,
                                      const struct nadir__arg *args, cl_uint count);
#define CHECK_LAUNCH(context, name, grid, args)                                                                                \
    nadir__check_launch(context, name, grid, args, (cl_uint)(sizeof(args) / sizeof(args)[0]))

/* A buffer that holds a copy of `host`; and back, where what the device does not write is 0xa5. */
enum nadir_status nadir__check_upload(struct nadir_context *context, cl_mem *out, const void *host, size_t bytes);
enum nadir_status nadir__check_download(struct nadir_context *context, cl_mem buffer, void *host, size_t bytes);

void nadir__check_release(cl_mem buffer); /* accepts NULL */

/* `count` zeroed elements, or NULL with the error record set. */
void *nadir__check_allocate(size_t count, size_t size);

/* The parts of the stage of integers that look at memory (memory.c). */
struct nadir__doctor;
enum nadir_status nadir__doctor_memory(struct nadir__doctor *doctor);

#endif
