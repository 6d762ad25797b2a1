/* SPDX-License-Identifier: MIT */
/* Learning-rate schedules in closed form: one row and one function each. */
#include "nadir/schedule.h"

#include "base/status_priv.h"

#include <math.h>
#include <string.h>

static const double pi = 3.14159265358979323846;

static double constant(const struct nadir_schedule *s, uint64_t t)
{
    (void)t;
    return s->base;
}

static double cosine(const struct nadir_schedule *s, uint64_t t)
{
    const double part = t >= s->t_max ? 1.0 : (double)t / (double)s->t_max;
    return s->eta_min + (s->base - s->eta_min) * 0.5 * (1.0 + cos(pi * part));
}

static const struct {
    const char *name;
    double (*lr)(const struct nadir_schedule *s, uint64_t t);
} schedules[] = {
    [NADIR_SCHEDULE_CONSTANT] = {"constant", constant},
    [NADIR_SCHEDULE_COSINE] = {"cosine", cosine},
};
enum { SCHEDULE_COUNT = sizeof schedules / sizeof schedules[0] };

struct nadir_schedule nadir_schedule_default(double base)
{
    return (struct nadir_schedule){.kind = NADIR_SCHEDULE_CONSTANT, .base = base, .eta_min = 0.0, .t_max = 1};
}

const char *nadir_schedule_name(enum nadir_schedule_kind kind)
{
    return (unsigned)kind < SCHEDULE_COUNT ? schedules[kind].name : NULL;
}

enum nadir_status nadir_schedule_parse(enum nadir_schedule_kind *out, const char *name)
{
    ND_CHECK_ARG(out && name, "schedule: out or name is NULL");
    for (unsigned i = 0; i < SCHEDULE_COUNT; i++)
        if (strcmp(schedules[i].name, name) == 0) {
            *out = (enum nadir_schedule_kind)i;
            return NADIR_OK;
        }
    return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "%s is not a schedule; there are constant and cosine", name);
}

double nadir_schedule_lr(const struct nadir_schedule *schedule, uint64_t t)
{
    return schedules[schedule->kind].lr(schedule, t);
}
