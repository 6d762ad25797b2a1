/* SPDX-License-Identifier: MIT */
/* Learning-rate schedules: functions of the step alone, in double precision and closed form. */
#ifndef NADIR_SCHEDULE_H
#define NADIR_SCHEDULE_H

#include "nadir/status.h"

#ifdef __cplusplus
extern "C" {
#endif

enum nadir_schedule_kind {
    NADIR_SCHEDULE_CONSTANT, /* lr(t) = base */
    NADIR_SCHEDULE_COSINE    /* lr(t) = eta_min + (base - eta_min) (1 + cos(pi min(t, t_max) / t_max)) / 2;
                                torch.optim.lr_scheduler.CosineAnnealingLR, which rises again after t_max: this stays at
                                eta_min */
};

struct nadir_schedule {
    enum nadir_schedule_kind kind;
    double base;    /* learning rate at step 0 */
    double eta_min; /* cosine: the last learning rate; default 0 */
    uint64_t t_max; /* cosine: steps until eta_min is reached, at least 1 */
};

/* Constant at `base`. */
NADIR_API struct nadir_schedule nadir_schedule_default(double base);

/* "constant", "cosine"; NULL for other values. And back: INVALID_ARGUMENT with the list of names. */
NADIR_API const char *nadir_schedule_name(enum nadir_schedule_kind kind);
NADIR_API enum nadir_status nadir_schedule_parse(enum nadir_schedule_kind *out, const char *name);

/* The learning rate of step t = 0, 1, 2, ... Pure and thread-safe. */
NADIR_API double nadir_schedule_lr(const struct nadir_schedule *schedule, uint64_t t);

#ifdef __cplusplus
}
#endif

#endif
