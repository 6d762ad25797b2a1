/* SPDX-License-Identifier: MIT */
/* Optimizers over an arena: one launch a step, whatever the number of tensors. */
#ifndef NADIR_OPTIMIZER_H
#define NADIR_OPTIMIZER_H

#include "nadir/arena.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Rules with PyTorch's formulas and defaults. p parameter, g gradient, t the step counted from 1. */
enum nadir_optimizer_rule {
    NADIR_SGD,      /* p -= lr g */
    NADIR_MOMENTUM, /* b = g at t = 1, else momentum b + (1 - dampening) g; p -= lr b. torch.optim.SGD(momentum=) */
    NADIR_ADAM      /* m += (1 - beta1) (g - m); v += (1 - beta2) (g^2 - v);
                       p -= lr / (1 - beta1^t) * m / (sqrt(v) / sqrt(1 - beta2^t) + eps). Kingma & Ba, torch.optim.Adam.
                       With eps = 0, p stays where m = 0 (PyTorch: NaN) */
};

struct nadir_optimizer_params {
    enum nadir_optimizer_rule rule;
    double lr;        /* learning rate, finite, >= 0; default 1e-3 */
    double momentum;  /* NADIR_MOMENTUM: [0, 1]; default 0.9 */
    double dampening; /* NADIR_MOMENTUM: [0, 1]; default 0 */
    double beta1;     /* NADIR_ADAM: [0, 1); default 0.9 */
    double beta2;     /* NADIR_ADAM: [0, 1); default 0.999 */
    double eps;       /* NADIR_ADAM: finite, >= 0; default 1e-8 */
};

NADIR_API struct nadir_optimizer_params nadir_optimizer_params_default(enum nadir_optimizer_rule rule);

/* "sgd", "momentum", "adam"; NULL for other values. And back: INVALID_ARGUMENT with the list of names. */
NADIR_API const char *nadir_optimizer_name(enum nadir_optimizer_rule rule);
NADIR_API enum nadir_status nadir_optimizer_parse(enum nadir_optimizer_rule *out, const char *name);

struct nadir_optimizer;

/* An optimizer over the tensors of an allocated arena whose names start with `prefix` (NULL or "": all of them), with its
 * state buffers, zero. Several optimizers may share an arena, each with its part of the model; a part is a run of tensors
 * that were added one after the other.
 * Owns: destroy before the arena.
 * Errors: INVALID_ARGUMENT (a hyper-parameter out of range, no such tensor, other tensors between them), OUT_OF_MEMORY,
 * BUILD, OPENCL. */
NADIR_API enum nadir_status nadir_optimizer_create(struct nadir_optimizer **out, struct nadir_context *context,
                                                   struct nadir_arena *arena, const char *prefix,
                                                   const struct nadir_optimizer_params *params);
NADIR_API void nadir_optimizer_destroy(struct nadir_optimizer **optimizer);

/* The learning rate of the following steps. Errors: INVALID_ARGUMENT (negative or not finite). */
NADIR_API enum nadir_status nadir_optimizer_set_lr(struct nadir_optimizer *optimizer, double lr);

/* One update from the arena's gradients. Scalars (bias corrections, 1 - beta) are computed on the host in double.
 * Enqueues one launch. Errors: OPENCL. */
NADIR_API enum nadir_status nadir_optimizer_step(struct nadir_optimizer *optimizer);

/* Starts over: state zero, no steps taken, as after nadir_optimizer_create. Enqueues. Errors: OPENCL. */
NADIR_API enum nadir_status nadir_optimizer_reset(struct nadir_optimizer *optimizer);

/* Steps taken so far. */
NADIR_API uint64_t nadir_optimizer_step_count(const struct nadir_optimizer *optimizer);

/* The state buffers, one element for each element of its part of the arena, padding included. Names follow PyTorch:
 * "momentum_buffer"; "exp_avg", "exp_avg_sq". `index` below nadir_optimizer_state_count. */
NADIR_API size_t nadir_optimizer_state_count(const struct nadir_optimizer *optimizer);
NADIR_API const char *nadir_optimizer_state_name(const struct nadir_optimizer *optimizer, size_t index);
NADIR_API struct nadir_tensor nadir_optimizer_state(const struct nadir_optimizer *optimizer, size_t index);

#ifdef __cplusplus
}
#endif

#endif
