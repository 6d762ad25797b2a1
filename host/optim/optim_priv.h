/* SPDX-License-Identifier: MIT */
/* Optimizer steps as commands of a plan. */
#ifndef NADIR_OPTIM_PRIV_H
#define NADIR_OPTIM_PRIV_H

#include "nadir/optimizer.h"
#include "runtime/runtime_priv.h"

/* Records or launches one update; its scalars are read when it is enqueued, so nadir__optimizer_advance comes first. */
enum nadir_status nadir__emit_optimizer(const struct nadir__sink *sink, struct nadir_optimizer *optimizer);

/* Counts a step and computes its scalars. */
void nadir__optimizer_advance(struct nadir_optimizer *optimizer);

struct nadir_arena *nadir__optimizer_arena(const struct nadir_optimizer *optimizer);

/* Whether the optimizer covers tensor `index` of its arena. */
bool nadir__optimizer_covers(const struct nadir_optimizer *optimizer, size_t index);

/* Checks hyper-parameters. Errors: INVALID_ARGUMENT. */
enum nadir_status nadir__optimizer_params_check(const struct nadir_optimizer_params *params);

#endif
