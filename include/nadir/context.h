/* SPDX-License-Identifier: MIT */
/* A context: one device, one in-order queue, the kernels compiled for it, and its scratch memory. */
#ifndef NADIR_CONTEXT_H
#define NADIR_CONTEXT_H

#include "nadir/device.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Not thread-safe: use one context from one thread at a time. Different contexts are independent. */
struct nadir_context;

/* How a kernel walks memory. AUTO takes CPU for CPU devices and GPU for all others; the environment variable
 * NADIR_WALK=cpu|gpu|auto overrides AUTO. */
enum nadir_walk { NADIR_WALK_AUTO, NADIR_WALK_CPU, NADIR_WALK_GPU };

/* Which back end multiplies matrices: CLBLAST (any device), PACKED (Nadir's own, for CPU devices), SMALL (Nadir's own, for
 * small and for narrow products on GPUs). AUTO chooses for each product: what was measured on this device (nadir/tune.h), else
 * by a table of the library. The environment variable NADIR_GEMM=auto|clblast|packed|small overrides AUTO. A back end that is
 * asked for by name is taken or refused, never replaced. */
enum nadir_gemm_backend { NADIR_GEMM_AUTO, NADIR_GEMM_CLBLAST, NADIR_GEMM_PACKED, NADIR_GEMM_SMALL, NADIR_GEMM_COUNT };

struct nadir_context_params {
    enum nadir_walk walk;
    enum nadir_gemm_backend gemm;
    bool tune;    /* use and keep measured choices of products (nadir/tune.h); default true; NADIR_TUNE=off overrides it */
    bool profile; /* sum device time per kernel (nadir_context_profile); default false */
};

NADIR_API struct nadir_context_params nadir_context_params_default(void);

/* Creates a context on `device` with a queue of its own. `params` NULL: defaults.
 * Owns: the caller destroys it after everything made from it.
 * Errors: INVALID_ARGUMENT (also an unknown value of NADIR_WALK, NADIR_GEMM or NADIR_TUNE), UNSUPPORTED (device not usable),
 * OUT_OF_MEMORY, OPENCL. */
NADIR_API enum nadir_status nadir_context_create(struct nadir_context **out, const struct nadir_device *device,
                                                 const struct nadir_context_params *params);

/* Wraps a caller's OpenCL context and queue: everything is enqueued there, in the queue's order, with no events.
 * Both are retained. Errors: as above; INVALID_ARGUMENT for an out-of-order queue, for a queue of another context, and for
 * `profile` on a queue created without CL_QUEUE_PROFILING_ENABLE. */
NADIR_API enum nadir_status nadir_context_wrap(struct nadir_context **out, cl_context context, cl_command_queue queue,
                                               const struct nadir_context_params *params);

/* Waits for the queue, then frees. Accepts NULL and a pointer to NULL; sets the pointer to NULL. */
NADIR_API void nadir_context_destroy(struct nadir_context **context);

NADIR_API const struct nadir_device *nadir_context_device(const struct nadir_context *context);
NADIR_API cl_context nadir_context_cl(const struct nadir_context *context);
NADIR_API cl_command_queue nadir_context_queue(const struct nadir_context *context);

/* One line: walk, vector width, GEMM back end, and which of them an environment variable forced. Owned by the context. */
NADIR_API const char *nadir_context_describe(const struct nadir_context *context);

/* The context's walk ("cpu", "gpu") and GEMM back end ("auto", or the one it is bound to). Static storage. */
NADIR_API const char *nadir_context_walk_name(const struct nadir_context *context);
NADIR_API const char *nadir_context_gemm_name(const struct nadir_context *context);

/* Waits until all enqueued work is done, then does nadir_context_check. Blocks. Errors: OPENCL, DATA. */
NADIR_API enum nadir_status nadir_context_finish(struct nadir_context *context);

/* Reads and clears the error word that kernels write when they meet bad data, for example
 * `labels[17] = 12, but the logits have 10 classes (0..9)`. Blocks. Errors: DATA, OPENCL. */
NADIR_API enum nadir_status nadir_context_check(struct nadir_context *context);

/* Device time of one kernel since the context was created. */
struct nadir_profile_row {
    char kernel[64];
    uint64_t launches;
    double seconds;
};

/* Fills at most `capacity` rows, most expensive first, and sets `count` to the number of kernels seen. Blocks.
 * Errors: UNSUPPORTED when the context was created without `profile`; OPENCL. */
NADIR_API enum nadir_status nadir_context_profile(struct nadir_context *context, struct nadir_profile_row *rows,
                                                  size_t capacity, size_t *count);

/* Seconds this context has spent in the device's compiler, and the number of programs built. */
NADIR_API void nadir_context_build_time(const struct nadir_context *context, double *seconds, unsigned *programs);

#ifdef __cplusplus
}
#endif

#endif
