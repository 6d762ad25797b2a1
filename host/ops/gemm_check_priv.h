/* SPDX-License-Identifier: MIT */
/* What a context knows of its matrix products: paths that were right, and the parameters that it wants CLBlast to use. */
#ifndef NADIR_GEMM_CHECK_PRIV_H
#define NADIR_GEMM_CHECK_PRIV_H

#include "gemm_priv.h"

struct nadir__gemm_record {
    struct {
        uint64_t hash; /* of the path */
        char path[ND_GEMM_PATH];
    } *right;
    size_t count, capacity;
    struct nadir__clblast_set clblast; /* nothing given: CLBlast's own */
    struct {
        cl_mem buffer;
        size_t bytes;
    } memory[2]; /* by enum nadir__gemm_memory */
};

/* What memory is for. One piece for all products of a context: the queue's order makes reuse safe. */
enum nadir__gemm_memory { ND_GEMM_COPIES /* CLBlast's */, ND_GEMM_PACKED_B };

/* At least so much of it; a plan holds on to what its commands use (nadir__plan_keep). Errors: OUT_OF_MEMORY, OPENCL. */
enum nadir_status nadir__gemm_memory_get(struct nadir_context *context, enum nadir__gemm_memory use, size_t bytes, cl_mem *out);

/* The context's record, made now if there is none. Errors: OUT_OF_MEMORY. */
enum nadir_status nadir__gemm_record_get(struct nadir_context *context, struct nadir__gemm_record **out);

/* --- CLBlast's parameters at work (clblast_params.c). --- */

/* What identifies the parameters that CLBlast's calls of this context use: 0 is its own database. They change when the first
 * context of this process with a set of its own comes to the device: CLBlast cannot be brought back to its database, so for the
 * others that first set stands in for it. */
uint32_t nadir__clblast_identity(const struct nadir_context *context);

/* One thread at a time may call CLBlast: from here to nadir__clblast_leave, which follows in any case. The context's parameters
 * are in force then, and *identity is theirs. Errors: OUT_OF_MEMORY, those of OpenCL. */
enum nadir_status nadir__clblast_enter(struct nadir_context *context, uint32_t *identity);
void nadir__clblast_leave(void);

#endif
