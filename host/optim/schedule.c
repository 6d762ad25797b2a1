/* SPDX-License-Identifier: MIT */
/* Learning-rate schedules in closed form: one row, one function and one check each. Plateau and early stopping. */
#include "nadir/schedule.h"

#include "base/status_priv.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const double pi = 3.14159265358979323846;

/* min(t / length, 1); a length of 0 is over at once. */
static double part_of(uint64_t t, uint64_t length)
{
    return t >= length ? 1.0 : (double)t / (double)length;
}

/* From 1 to 0 while `part` goes from 0 to 1. */
static double half_cosine(double part)
{
    return 0.5 * (1.0 + cos(pi * part));
}

/* How many of the milestones are at or before t. */
static size_t passed(const struct nadir_schedule *s, uint64_t t)
{
    size_t count = 0;
    while (count < s->milestone_count && s->milestones[count] <= t) count++;
    return count;
}

/* --- One function for each kind. Lengths of 0 are refused by the check; without it they must not trap. --- */

static double constant(const struct nadir_schedule *s, uint64_t t)
{
    return t < s->total_iters ? s->base * s->factor : s->base;
}

static double step(const struct nadir_schedule *s, uint64_t t)
{
    return s->base * pow(s->gamma, s->step_size > 0 ? (double)(t / s->step_size) : 0.0);
}

static double multi_step(const struct nadir_schedule *s, uint64_t t)
{
    return s->base * pow(s->gamma, (double)passed(s, t));
}

static double decays(const struct nadir_schedule *s, uint64_t t)
{
    if (s->decay_steps == 0) return 0.0;
    return s->staircase ? (double)(t / s->decay_steps) : (double)t / (double)s->decay_steps;
}

static double exponential(const struct nadir_schedule *s, uint64_t t)
{
    return s->base * pow(s->gamma, decays(s, t));
}

static double linear(const struct nadir_schedule *s, uint64_t t)
{
    const double part = part_of(t, s->total_iters);
    return s->base * (s->start_factor * (1.0 - part) + s->end_factor * part);
}

static double polynomial(const struct nadir_schedule *s, uint64_t t)
{
    return s->eta_min + (s->base - s->eta_min) * pow(1.0 - part_of(t, s->total_iters), s->power);
}

static double cosine(const struct nadir_schedule *s, uint64_t t)
{
    return s->eta_min + (s->base - s->eta_min) * half_cosine(part_of(t, s->t_max));
}

static double cosine_warm_restarts(const struct nadir_schedule *s, uint64_t t)
{
    uint64_t length = s->t_0, cycle = 0;
    double part;
    if (s->t_mult <= 1) {
        cycle = length > 0 ? t / length : 0;
        part = part_of(t - cycle * length, length);
    } else {
        /* At most 64 rounds. A cycle longer than 2^64 steps is not left any more. */
        while (length > 0 && t >= length && length <= UINT64_MAX / s->t_mult) {
            t -= length;
            length *= s->t_mult;
            cycle++;
        }
        if (length > 0 && t >= length) {
            t -= length;
            cycle++;
            part = (double)t / ((double)length * (double)s->t_mult);
        } else {
            part = part_of(t, length);
        }
    }
    return s->eta_min + (s->base - s->eta_min) * pow(s->gamma, (double)cycle) * half_cosine(part);
}

/* How far step t is from low (0) to high (1), and by which factor the cycle is lower than the first one. */
static double cyclic_height(const struct nadir_schedule *s, uint64_t t)
{
    const uint64_t length = s->step_size_up + s->step_size_down;
    const uint64_t cycle = length > 0 ? t / length : 0, at = t - cycle * length;
    const double height = at <= s->step_size_up ? part_of(at, s->step_size_up) : part_of(length - at, s->step_size_down);
    switch (s->mode) {
    case NADIR_CYCLIC_TRIANGULAR: break;
    case NADIR_CYCLIC_TRIANGULAR2: return height * exp2(-(double)cycle);
    case NADIR_CYCLIC_EXP_RANGE: return height * pow(s->gamma, (double)t);
    case NADIR_CYCLIC_COSINE: return half_cosine(1.0 - height);
    }
    return height;
}

static double cyclic(const struct nadir_schedule *s, uint64_t t)
{
    return s->base + (s->max_lr - s->base) * cyclic_height(s, t);
}

static double cyclic_momentum(const struct nadir_schedule *s, uint64_t t)
{
    return s->max_momentum - (s->max_momentum - s->base_momentum) * cyclic_height(s, t);
}

static double anneal(const struct nadir_schedule *s, double start, double end, uint64_t t, uint64_t length)
{
    const double part = part_of(t, length);
    const double rest = s->anneal_strategy == NADIR_ANNEAL_COS ? half_cosine(part) : 1.0 - part;
    return end + (start - end) * rest;
}

/* The step of the peak, from 0; the check makes sure that it is at least 1 and before the last one. */
static uint64_t one_cycle_peak(const struct nadir_schedule *s)
{
    const double steps = round(s->pct_start * (double)s->total_steps);
    return steps >= 1.0 && steps < 0x1p64 ? (uint64_t)steps - 1 : 0;
}

/* From `start` to `peak` and, over the rest of the cycle, to `end`. */
static double one_cycle_value(const struct nadir_schedule *s, uint64_t t, double start, double peak, double end)
{
    const uint64_t up = one_cycle_peak(s), last = s->total_steps > 0 ? s->total_steps - 1 : 0;
    if (t <= up) return anneal(s, start, peak, t, up);
    if (!s->three_phase) return anneal(s, peak, end, t - up, last - up);
    if (t <= 2 * up) return anneal(s, peak, start, t - up, up);
    return anneal(s, start, end, t - 2 * up, last - 2 * up);
}

static double one_cycle(const struct nadir_schedule *s, uint64_t t)
{
    const double start = s->max_lr / s->div_factor;
    return one_cycle_value(s, t, start, s->max_lr, start / s->final_div_factor);
}

static double one_cycle_momentum(const struct nadir_schedule *s, uint64_t t)
{
    return one_cycle_value(s, t, s->max_momentum, s->base_momentum, s->max_momentum);
}

static double inverse_sqrt(const struct nadir_schedule *s, uint64_t t)
{
    return s->base * sqrt(s->timescale / (s->timescale + (double)t));
}

static double inverse_time(const struct nadir_schedule *s, uint64_t t)
{
    return s->base / (1.0 + s->decay_rate * decays(s, t));
}

static double wsd(const struct nadir_schedule *s, uint64_t t)
{
    if (t <= s->stable_steps) return s->base;
    const double r = part_of(t - s->stable_steps, s->decay_steps);
    double left = 1.0 - r;
    switch (s->decay_type) {
    case NADIR_DECAY_LINEAR: break;
    case NADIR_DECAY_COSINE: left = half_cosine(r); break;
    case NADIR_DECAY_EXPONENTIAL: left = exp2(1.0 - r) - 1.0; break;
    case NADIR_DECAY_MINUS_SQRT: left = 1.0 - sqrt(r); break;
    }
    return s->eta_min + (s->base - s->eta_min) * left;
}

static double piecewise(const struct nadir_schedule *s, uint64_t t)
{
    return s->values ? s->values[passed(s, t)] : (double)NAN;
}

/* The part that is on at step t, with *t its own. NULL without parts. */
static const struct nadir_schedule *current_part(const struct nadir_schedule *s, uint64_t *t)
{
    if (!s->parts) return NULL;
    const size_t index = passed(s, *t);
    if (index > 0) *t -= s->milestones[index - 1];
    return &s->parts[index];
}

static double sequential(const struct nadir_schedule *s, uint64_t t)
{
    const struct nadir_schedule *part = current_part(s, &t);
    return part ? nadir_schedule_lr(part, t) : (double)NAN;
}

/* --- Checks of what one kind alone has. --- */

static enum nadir_status check_milestones(const struct nadir_schedule *s, bool twice)
{
    const char *name = nadir_schedule_name(s->kind);
    ND_CHECK_ARG(s->milestones || s->milestone_count == 0, "schedule %s: milestones is NULL, but there are %zu", name,
                 s->milestone_count);
    for (size_t i = 1; i < s->milestone_count; i++) {
        const uint64_t before = s->milestones[i - 1], here = s->milestones[i];
        ND_CHECK_ARG(before < here || (twice && before == here),
                     "schedule %s: milestones[%zu] = %" PRIu64 " behind %" PRIu64 ", expected ascending steps", name, i, here,
                     before);
    }
    return NADIR_OK;
}

static enum nadir_status check_multi_step(const struct nadir_schedule *s)
{
    return check_milestones(s, true);
}

static enum nadir_status check_cyclic(const struct nadir_schedule *s)
{
    ND_CHECK_ARG(s->max_lr > s->base, "schedule cyclic: max_lr = %g is not above the base of %g", s->max_lr, s->base);
    ND_CHECK_ARG(s->step_size_down <= UINT64_MAX - s->step_size_up, "schedule cyclic: step_size_up + step_size_down overflows");
    ND_CHECK_ARG((unsigned)s->mode <= NADIR_CYCLIC_COSINE, "schedule cyclic: mode = %d is none", (int)s->mode);
    return NADIR_OK;
}

static enum nadir_status check_one_cycle(const struct nadir_schedule *s)
{
    const uint64_t up = one_cycle_peak(s), last = s->total_steps - 1;
    ND_CHECK_ARG(up >= 1, "schedule one_cycle: pct_start = %g leaves no step to rise; expected round(pct_start total_steps) of "
                 "at least 2", s->pct_start);
    ND_CHECK_ARG(up < last, "schedule one_cycle: pct_start = %g leaves no step to fall; expected round(pct_start total_steps) "
                 "below total_steps", s->pct_start);
    ND_CHECK_ARG(!s->three_phase || up < last - up, "schedule one_cycle: pct_start = %g leaves no step for the third phase; "
                 "expected pct_start below 0.5", s->pct_start);
    ND_CHECK_ARG((unsigned)s->anneal_strategy <= NADIR_ANNEAL_LINEAR, "schedule one_cycle: anneal_strategy = %d is none",
                 (int)s->anneal_strategy);
    return NADIR_OK;
}

static enum nadir_status check_wsd(const struct nadir_schedule *s)
{
    ND_CHECK_ARG((unsigned)s->decay_type <= NADIR_DECAY_MINUS_SQRT, "schedule wsd: decay_type = %d is none",
                 (int)s->decay_type);
    return NADIR_OK;
}

static enum nadir_status check_piecewise(const struct nadir_schedule *s)
{
    ND_CHECK_ARG(s->values, "schedule piecewise: values is NULL, expected milestone_count + 1 learning rates");
    for (size_t i = 0; i <= s->milestone_count; i++)
        ND_CHECK_ARG(isfinite(s->values[i]) && s->values[i] >= 0,
                     "schedule piecewise: values[%zu] = %g, expected a finite number of at least 0", i, s->values[i]);
    return check_milestones(s, false);
}

static enum nadir_status check_sequential(const struct nadir_schedule *s)
{
    ND_CHECK_ARG(s->parts, "schedule sequential: parts is NULL, expected milestone_count + 1 schedules");
    enum nadir_status status = check_milestones(s, false);
    if (status != NADIR_OK) return status;
    ND_CHECK_ARG(s->milestone_count == 0 || s->milestones[0] > 0,
                 "schedule sequential: milestones[0] = 0 leaves no step for the first part");
    for (size_t i = 0; status == NADIR_OK && i <= s->milestone_count; i++) {
        ND_CHECK_ARG(s->parts[i].kind != NADIR_SCHEDULE_SEQUENTIAL,
                     "schedule sequential: parts[%zu] is sequential itself; put its parts in its place", i);
        status = nadir_schedule_check(&s->parts[i]);
    }
    return status;
}

/* --- The table. --- */

static const struct {
    const char *name;
    double (*lr)(const struct nadir_schedule *s, uint64_t t);
    double (*momentum)(const struct nadir_schedule *s, uint64_t t); /* NULL: none of its own */
    enum nadir_status (*check)(const struct nadir_schedule *s);     /* what `reals` and `lengths` do not say; NULL: nothing */
    /* Defaults that are not the same for all kinds. */
    double gamma, base_momentum, max_momentum;
    uint64_t decay_steps;
} schedules[] = {
    [NADIR_SCHEDULE_CONSTANT] = {"constant", .lr = constant},
    [NADIR_SCHEDULE_STEP] = {"step", step, .gamma = 0.1},
    [NADIR_SCHEDULE_MULTI_STEP] = {"multi_step", multi_step, .check = check_multi_step, .gamma = 0.1},
    [NADIR_SCHEDULE_EXPONENTIAL] = {"exponential", exponential, .gamma = (double)NAN, .decay_steps = 1},
    [NADIR_SCHEDULE_LINEAR] = {"linear", .lr = linear},
    [NADIR_SCHEDULE_POLYNOMIAL] = {"polynomial", .lr = polynomial},
    [NADIR_SCHEDULE_COSINE] = {"cosine", .lr = cosine},
    [NADIR_SCHEDULE_COSINE_WARM_RESTARTS] = {"cosine_warm_restarts", cosine_warm_restarts, .gamma = 1.0},
    [NADIR_SCHEDULE_CYCLIC] = {"cyclic", cyclic, cyclic_momentum, check_cyclic, .gamma = 1.0, .base_momentum = 0.8,
                               .max_momentum = 0.9},
    [NADIR_SCHEDULE_ONE_CYCLE] = {"one_cycle", one_cycle, one_cycle_momentum, check_one_cycle, .base_momentum = 0.85,
                                  .max_momentum = 0.95},
    [NADIR_SCHEDULE_INVERSE_SQRT] = {"inverse_sqrt", .lr = inverse_sqrt},
    [NADIR_SCHEDULE_INVERSE_TIME] = {"inverse_time", inverse_time, .decay_steps = 1},
    [NADIR_SCHEDULE_WSD] = {"wsd", wsd, .check = check_wsd},
    [NADIR_SCHEDULE_PIECEWISE] = {"piecewise", piecewise, .check = check_piecewise},
    [NADIR_SCHEDULE_SEQUENTIAL] = {"sequential", sequential, .check = check_sequential},
};
enum { SCHEDULE_COUNT = sizeof schedules / sizeof schedules[0] };

/* Ranges of the fields, and the kinds that use them. */
#define KIND(name) (1u << NADIR_SCHEDULE_##name)

enum range { NOT_NEGATIVE, POSITIVE, UP_TO_ONE, BELOW_ONE };

static const struct {
    const char *name;
    size_t offset; /* of a double */
    enum range range;
    unsigned kinds;
} reals[] = {
    {"base", offsetof(struct nadir_schedule, base), NOT_NEGATIVE,
     ~(KIND(ONE_CYCLE) | KIND(PIECEWISE) | KIND(SEQUENTIAL))},
    {"eta_min", offsetof(struct nadir_schedule, eta_min), NOT_NEGATIVE,
     KIND(POLYNOMIAL) | KIND(COSINE) | KIND(COSINE_WARM_RESTARTS) | KIND(WSD)},
    {"factor", offsetof(struct nadir_schedule, factor), NOT_NEGATIVE, KIND(CONSTANT)},
    {"gamma", offsetof(struct nadir_schedule, gamma), NOT_NEGATIVE,
     KIND(STEP) | KIND(MULTI_STEP) | KIND(EXPONENTIAL) | KIND(COSINE_WARM_RESTARTS) | KIND(CYCLIC)},
    {"start_factor", offsetof(struct nadir_schedule, start_factor), NOT_NEGATIVE, KIND(LINEAR)},
    {"end_factor", offsetof(struct nadir_schedule, end_factor), NOT_NEGATIVE, KIND(LINEAR)},
    {"power", offsetof(struct nadir_schedule, power), POSITIVE, KIND(POLYNOMIAL)},
    {"max_lr", offsetof(struct nadir_schedule, max_lr), POSITIVE, KIND(CYCLIC) | KIND(ONE_CYCLE)},
    {"base_momentum", offsetof(struct nadir_schedule, base_momentum), BELOW_ONE, KIND(CYCLIC) | KIND(ONE_CYCLE)},
    {"max_momentum", offsetof(struct nadir_schedule, max_momentum), BELOW_ONE, KIND(CYCLIC) | KIND(ONE_CYCLE)},
    {"pct_start", offsetof(struct nadir_schedule, pct_start), UP_TO_ONE, KIND(ONE_CYCLE)},
    {"div_factor", offsetof(struct nadir_schedule, div_factor), POSITIVE, KIND(ONE_CYCLE)},
    {"final_div_factor", offsetof(struct nadir_schedule, final_div_factor), POSITIVE, KIND(ONE_CYCLE)},
    {"timescale", offsetof(struct nadir_schedule, timescale), POSITIVE, KIND(INVERSE_SQRT)},
    {"decay_rate", offsetof(struct nadir_schedule, decay_rate), NOT_NEGATIVE, KIND(INVERSE_TIME)},
};

static const struct {
    const char *name;
    size_t offset; /* of a uint64_t that must not be 0 */
    unsigned kinds;
} lengths[] = {
    {"t_max", offsetof(struct nadir_schedule, t_max), KIND(COSINE)},
    {"total_iters", offsetof(struct nadir_schedule, total_iters), KIND(LINEAR) | KIND(POLYNOMIAL)},
    {"step_size", offsetof(struct nadir_schedule, step_size), KIND(STEP)},
    {"t_0", offsetof(struct nadir_schedule, t_0), KIND(COSINE_WARM_RESTARTS)},
    {"t_mult", offsetof(struct nadir_schedule, t_mult), KIND(COSINE_WARM_RESTARTS)},
    {"step_size_up", offsetof(struct nadir_schedule, step_size_up), KIND(CYCLIC)},
    {"total_steps", offsetof(struct nadir_schedule, total_steps), KIND(ONE_CYCLE)},
    {"decay_steps", offsetof(struct nadir_schedule, decay_steps), KIND(EXPONENTIAL) | KIND(INVERSE_TIME) | KIND(WSD)},
};

static bool in_range(double x, enum range range)
{
    switch (range) {
    case NOT_NEGATIVE: return isfinite(x) && x >= 0;
    case POSITIVE: return isfinite(x) && x > 0;
    case UP_TO_ONE: return x >= 0 && x <= 1;
    case BELOW_ONE: return x >= 0 && x < 1;
    }
    return false;
}

enum nadir_status nadir_schedule_check(const struct nadir_schedule *schedule)
{
    static const char *const expected[] = {[NOT_NEGATIVE] = "a finite number of at least 0",
                                           [POSITIVE] = "a finite number above 0", [UP_TO_ONE] = "a number from 0 to 1",
                                           [BELOW_ONE] = "a number of at least 0 and below 1"};
    ND_CHECK_ARG(schedule, "nadir_schedule_check: schedule is NULL");
    const char *name = nadir_schedule_name(schedule->kind);
    ND_CHECK_ARG(name, "schedule: kind = %d is none", (int)schedule->kind);
    for (size_t i = 0; i < sizeof reals / sizeof reals[0]; i++) {
        double x;
        memcpy(&x, (const char *)schedule + reals[i].offset, sizeof x);
        ND_CHECK_ARG(!(reals[i].kinds >> schedule->kind & 1) || in_range(x, reals[i].range),
                     "schedule %s: %s = %g, expected %s", name, reals[i].name, x, expected[reals[i].range]);
    }
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        uint64_t length;
        memcpy(&length, (const char *)schedule + lengths[i].offset, sizeof length);
        ND_CHECK_ARG(!(lengths[i].kinds >> schedule->kind & 1) || length >= 1, "schedule %s: %s = 0, expected at least 1", name,
                     lengths[i].name);
    }
    ND_CHECK_ARG(schedule->warmup_factor <= 1, "schedule %s: warmup_factor = %g, expected a number from 0 to 1, or a negative "
                 "one for even steps", name, schedule->warmup_factor);
    return schedules[schedule->kind].check ? schedules[schedule->kind].check(schedule) : NADIR_OK;
}

struct nadir_schedule nadir_schedule_default_of(enum nadir_schedule_kind kind, double base)
{
    struct nadir_schedule s = {
        .kind = kind,
        .base = base,
        .warmup_factor = -1.0,
        .factor = 1.0,
        .total_iters = 5,
        .start_factor = 1.0 / 3.0,
        .end_factor = 1.0,
        .power = 1.0,
        .t_mult = 1,
        .max_lr = base,
        .step_size_up = 2000,
        .step_size_down = 2000,
        .cycle_momentum = true,
        .pct_start = 0.3,
        .div_factor = 25.0,
        .final_div_factor = 1e4,
        .timescale = 1e4,
        .decay_rate = 1.0,
    };
    if (nadir_schedule_name(kind)) {
        s.gamma = schedules[kind].gamma;
        s.base_momentum = schedules[kind].base_momentum;
        s.max_momentum = schedules[kind].max_momentum;
        s.decay_steps = schedules[kind].decay_steps;
    }
    return s;
}

struct nadir_schedule nadir_schedule_default(double base)
{
    return nadir_schedule_default_of(NADIR_SCHEDULE_CONSTANT, base);
}

const char *nadir_schedule_name(enum nadir_schedule_kind kind)
{
    return (unsigned)kind < SCHEDULE_COUNT ? schedules[kind].name : NULL;
}

enum nadir_status nadir_schedule_parse(enum nadir_schedule_kind *out, const char *name)
{
    char list[256];
    size_t used = 0;
    ND_CHECK_ARG(out && name, "schedule: out or name is NULL");
    for (unsigned i = 0; i < SCHEDULE_COUNT; i++)
        if (strcmp(schedules[i].name, name) == 0) {
            *out = (enum nadir_schedule_kind)i;
            return NADIR_OK;
        }
    for (unsigned i = 0; i < SCHEDULE_COUNT && used < sizeof list; i++)
        used += (size_t)snprintf(list + used, sizeof list - used, "%s%s", i == 0 ? "" : i + 1 < SCHEDULE_COUNT ? ", " : " and ",
                                 schedules[i].name);
    return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "%s is not a schedule; there are %s", name, list);
}

double nadir_schedule_lr(const struct nadir_schedule *schedule, uint64_t t)
{
    const uint64_t warmup = schedule->warmup;
    double (*lr)(const struct nadir_schedule *s, uint64_t t) = schedules[schedule->kind].lr;
    if (t >= warmup) return lr(schedule, t - warmup);
    const double given = schedule->warmup_factor, first = given < 0 ? 1.0 / ((double)warmup + 1.0) : given;
    return lr(schedule, 0) * (first + (1.0 - first) * part_of(t, warmup));
}

bool nadir_schedule_momentum(const struct nadir_schedule *schedule, uint64_t t, double *momentum)
{
    t = t > schedule->warmup ? t - schedule->warmup : 0;
    if (schedule->kind == NADIR_SCHEDULE_SEQUENTIAL) {
        const struct nadir_schedule *part = current_part(schedule, &t);
        return part && nadir_schedule_momentum(part, t, momentum);
    }
    if (!schedules[schedule->kind].momentum || !schedule->cycle_momentum) return false;
    *momentum = schedules[schedule->kind].momentum(schedule, t);
    return true;
}

/* --- Plateau. --- */

struct nadir_plateau nadir_plateau_default(double lr)
{
    return (struct nadir_plateau){
        .mode = NADIR_PLATEAU_MIN,
        .factor = 0.1,
        .patience = 10,
        .threshold = 1e-4,
        .threshold_mode = NADIR_THRESHOLD_REL,
        .cooldown = 0,
        .min_lr = 0.0,
        .eps = 1e-8,
        .best = (double)NAN,
        .lr = lr,
    };
}

enum nadir_status nadir_plateau_check(const struct nadir_plateau *plateau)
{
    ND_CHECK_ARG(plateau, "nadir_plateau_check: plateau is NULL");
    ND_CHECK_ARG((unsigned)plateau->mode <= NADIR_PLATEAU_MAX, "plateau: mode = %d is none", (int)plateau->mode);
    ND_CHECK_ARG((unsigned)plateau->threshold_mode <= NADIR_THRESHOLD_ABS, "plateau: threshold_mode = %d is none",
                 (int)plateau->threshold_mode);
    ND_CHECK_ARG(in_range(plateau->factor, BELOW_ONE), "plateau: factor = %g, expected a number of at least 0 and below 1",
                 plateau->factor);
    ND_CHECK_ARG(in_range(plateau->threshold, plateau->threshold_mode == NADIR_THRESHOLD_REL ? BELOW_ONE : NOT_NEGATIVE),
                 "plateau: threshold = %g, expected a finite number of at least 0, and below 1 if relative",
                 plateau->threshold);
    ND_CHECK_ARG(in_range(plateau->min_lr, NOT_NEGATIVE), "plateau: min_lr = %g, expected a finite number of at least 0",
                 plateau->min_lr);
    ND_CHECK_ARG(in_range(plateau->eps, NOT_NEGATIVE), "plateau: eps = %g, expected a finite number of at least 0",
                 plateau->eps);
    ND_CHECK_ARG(in_range(plateau->lr, NOT_NEGATIVE), "plateau: lr = %g, expected a finite number of at least 0", plateau->lr);
    return NADIR_OK;
}

static bool plateau_better(const struct nadir_plateau *p, double metric)
{
    const double sign = p->mode == NADIR_PLATEAU_MIN ? -1.0 : 1.0;
    const double best = isnan(p->best) ? -sign * (double)INFINITY : p->best;
    /* best * (1 -+ threshold) and not best -+ threshold * |best|: PyTorch's rounding. */
    const double bar = p->threshold_mode == NADIR_THRESHOLD_ABS ? best + sign * p->threshold
                                                                : best * (1.0 + sign * copysign(p->threshold, best));
    return p->mode == NADIR_PLATEAU_MIN ? metric < bar : metric > bar;
}

double nadir_plateau_step(struct nadir_plateau *plateau, double metric)
{
    struct nadir_plateau *p = plateau;
    if (plateau_better(p, metric)) {
        p->best = metric;
        p->bad = 0;
    } else {
        p->bad++;
    }
    if (p->cooldown_left > 0) {
        p->cooldown_left--;
        p->bad = 0;
    }
    if (p->bad > p->patience) {
        const double lr = fmax(p->lr * p->factor, p->min_lr);
        if (p->lr - lr > p->eps) p->lr = lr;
        p->cooldown_left = p->cooldown;
        p->bad = 0;
    }
    return p->lr;
}

/* --- Early stopping. --- */

struct nadir_early_stop nadir_early_stop_default(uint64_t patience)
{
    return (struct nadir_early_stop){.patience = patience, .best = (double)NAN};
}

bool nadir_early_stop_step(struct nadir_early_stop *stop, double metric)
{
    stop->epoch++;
    if (isnan(stop->best) ? !isnan(metric) : metric < stop->best - stop->min_delta) {
        stop->best = metric;
        stop->best_epoch = stop->epoch;
        stop->bad = 0;
        return false;
    }
    stop->bad++;
    return stop->bad >= stop->patience;
}
