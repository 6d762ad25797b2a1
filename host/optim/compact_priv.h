/* SPDX-License-Identifier: MIT */
/* For rules that treat tensors of an optimizer differently: tables of pieces of some of them, states that hold those alone, the
 * arguments of kernels built on cl/update.clh; and Adam for the tensors that such a rule leaves to it. */
#ifndef NADIR_OPTIM_COMPACT_PRIV_H
#define NADIR_OPTIM_COMPACT_PRIV_H

#include "optim_priv.h"

/* Whether a tensor is one of those meant. */
typedef bool (*nadir__wanted)(const struct nadir_optimizer *optimizer, size_t tensor);

/* A row of a table on the device: elements of a tensor, and where its states are. */
struct nadir__piece {
    cl_ulong begin; /* element of the run */
    cl_ulong state;
    cl_uint count, segment;
};

struct nadir__pieces {
    cl_mem buffer;
    size_t count;
    size_t states; /* elements of a state buffer */
};

/* The pieces, of at most `size` elements, of the tensors that are wanted and not frozen. The states of each tensor start at a
 * multiple of `unit`. */
enum nadir_status nadir__pieces_create(struct nadir__pieces *out, const struct nadir_optimizer *optimizer, nadir__wanted wanted,
                                       size_t size, size_t unit);

/* The views of state `state` on `buffer`, shaped like the parameters; with `per` > 1, a vector of one number for each `per`
 * elements instead. */
void nadir__pieces_view(const struct nadir_optimizer *optimizer, nadir__wanted wanted, size_t unit, size_t per, size_t state,
                        const struct nadir_tensor *buffer);

/* A kernel of a file that includes cl/update.clh; `defines` are the file's own. */
enum nadir_status nadir__update_kernel(const struct nadir__sink *sink, const struct nadir_optimizer *optimizer,
                                       struct nadir__kernel **kernel, const char *file, const char *name, const char *defines);

/* Launches it, with UPDATE_PARAMETERS behind `args` for a kernel that moves p; the average and the copy then start at the run's
 * element `begin`. */
enum nadir_status nadir__update_launch(const struct nadir__sink *sink, const struct nadir_optimizer *optimizer,
                                       struct nadir__kernel *kernel, size_t groups, const struct nadir__arg *args,
                                       size_t count);

/* Adam. */
struct nadir__compact_adam {
    struct nadir__pieces pieces;
    struct nadir_tensor exp_avg, exp_avg_sq;
};

/* With the views of the states numbered `exp_avg` and `exp_avg_sq`. The scalars are NADIR_ADAM's. */
enum nadir_status nadir__compact_adam_create(struct nadir__compact_adam *adam, struct nadir_optimizer *optimizer,
                                             nadir__wanted wanted, size_t exp_avg, size_t exp_avg_sq);
void nadir__compact_adam_destroy(struct nadir__compact_adam *adam);
enum nadir_status nadir__emit_compact_adam(const struct nadir__sink *sink, struct nadir_optimizer *optimizer,
                                           const struct nadir__compact_adam *adam);

#endif
