/* SPDX-License-Identifier: MIT */
/* Learning-rate schedules: functions of the step alone, in double precision and closed form. And what reacts to a metric: the
 * plateau rule and early stopping, each with a small state. */
#ifndef NADIR_SCHEDULE_H
#define NADIR_SCHEDULE_H

#include "nadir/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* lr(t) for t = 0, 1, 2, ...: optimizer step t uses it. The unit of t, a step or an epoch, is the caller's. Fields, defaults
 * and numbers are those of torch.optim.lr_scheduler where it has the schedule; where they differ on purpose, it says so. */
enum nadir_schedule_kind {
    NADIR_SCHEDULE_CONSTANT, /* base (t < total_iters ? factor : 1); ConstantLR, whose factor is 1/3 by default and here 1 */
    NADIR_SCHEDULE_STEP,       /* base gamma^floor(t / step_size); StepLR */
    NADIR_SCHEDULE_MULTI_STEP, /* base gamma^(number of milestones <= t); MultiStepLR */
    /* base gamma^(t / decay_steps); ExponentialLR, with decay_steps and staircase (floor of the quotient) Keras's
     * ExponentialDecay */
    NADIR_SCHEDULE_EXPONENTIAL,
    /* base (start_factor + (end_factor - start_factor) min(t / total_iters, 1)); LinearLR, which refuses a start_factor of 0 */
    NADIR_SCHEDULE_LINEAR,
    /* eta_min + (base - eta_min) (1 - min(t / total_iters, 1))^power; PolynomialLR with eta_min 0, Keras's PolynomialDecay */
    NADIR_SCHEDULE_POLYNOMIAL,
    /* eta_min + (base - eta_min) (1 + cos(pi min(t / t_max, 1))) / 2; CosineAnnealingLR, which rises again after t_max: this
     * stays at eta_min */
    NADIR_SCHEDULE_COSINE,
    /* The same along cycle k = 0, 1, ..., which lasts t_0 t_mult^k: eta_min + (base - eta_min) gamma^k (1 + cos(pi part)) / 2;
     * CosineAnnealingWarmRestarts (gamma 1), Keras's CosineDecayRestarts (gamma is its m_mul). Cycles are counted in integers:
     * exact at every restart, where PyTorch's step(epoch) takes a logarithm and is off for t_mult 3 */
    NADIR_SCHEDULE_COSINE_WARM_RESTARTS,
    /* base + (max_lr - base) h s, h rising from 0 to 1 over step_size_up and falling over step_size_down, s by `mode`;
     * CyclicLR */
    NADIR_SCHEDULE_CYCLIC,
    /* From max_lr / div_factor up to max_lr at step p = round(pct_start total_steps) - 1, down to
     * max_lr / (div_factor final_div_factor) at step total_steps - 1; three_phase: back to the start at step 2p in between.
     * OneCycleLR, which without the rounding misses the peak where pct_start total_steps is not whole, divides by 0 where it
     * is 1, and rises again after the end: this stays there */
    NADIR_SCHEDULE_ONE_CYCLE,
    /* base sqrt(timescale / (timescale + t)): with warmup = timescale the schedule of "Attention Is All You Need" */
    NADIR_SCHEDULE_INVERSE_SQRT,
    NADIR_SCHEDULE_INVERSE_TIME, /* base / (1 + decay_rate t / decay_steps), staircase: floor; Keras's InverseTimeDecay */
    /* base for stable_steps, then eta_min + (base - eta_min) d(r), r = min(steps since then / decay_steps, 1), d by
     * `decay_type`: warmup-stable-decay, with `warmup` in front */
    NADIR_SCHEDULE_WSD,
    /* values[number of milestones <= t]: PyTorch's and Optax's side of a boundary; Keras's PiecewiseConstantDecay keeps the old
     * value for one step more */
    NADIR_SCHEDULE_PIECEWISE,
    /* parts[i] from milestones[i - 1] on, with its own t from 0; SequentialLR */
    NADIR_SCHEDULE_SEQUENTIAL
};

/* The factor s of cyclic in cycle k = 0, 1, ... */
enum nadir_cyclic_mode {
    NADIR_CYCLIC_TRIANGULAR,  /* 1 */
    NADIR_CYCLIC_TRIANGULAR2, /* 2^-k */
    NADIR_CYCLIC_EXP_RANGE,   /* gamma^t: of the step, not of the cycle */
    NADIR_CYCLIC_COSINE       /* 1, with (1 - cos(pi h)) / 2 in place of h; not in PyTorch */
};

enum nadir_anneal_strategy {
    NADIR_ANNEAL_COS,   /* end + (start - end) (1 + cos(pi part)) / 2 */
    NADIR_ANNEAL_LINEAR /* start + (end - start) part */
};

/* d(r) of wsd, from 1 to 0. */
enum nadir_decay_type {
    NADIR_DECAY_LINEAR,      /* 1 - r */
    NADIR_DECAY_COSINE,      /* (1 + cos(pi r)) / 2 */
    NADIR_DECAY_EXPONENTIAL, /* 2^(1 - r) - 1 */
    NADIR_DECAY_MINUS_SQRT   /* 1 - sqrt(r) */
};

/* Learning rates and factors are finite and at least 0. "Required": the default is one that nadir_schedule_check refuses. */
struct nadir_schedule {
    enum nadir_schedule_kind kind;
    double base;    /* learning rate */
    double eta_min; /* cosine, cosine_warm_restarts, polynomial, wsd: the last learning rate; default 0 */
    uint64_t t_max; /* cosine: steps until eta_min is reached, at least 1; required */

    /* In front of any kind, which then begins at its own t = 0 (its lengths and milestones count from there):
     * first learning rate of the kind times f + (1 - f) t / warmup for t < warmup. As LinearLR with start_factor f in a
     * SequentialLR. */
    uint64_t warmup;      /* steps; default 0 */
    double warmup_factor; /* f in [0, 1]; negative, the default: 1 / (warmup + 1), even steps from the first one on, which f = 0
                             would waste */

    double factor;            /* constant: default 1 */
    uint64_t total_iters;     /* constant (may be 0), linear, polynomial: steps; default 5 */
    uint64_t step_size;       /* step: steps between drops, at least 1; required */
    double gamma;             /* step, multi_step: default 0.1; exponential: required; cosine_warm_restarts, cyclic: 1 */
    double start_factor;      /* linear: default 1/3 */
    double end_factor;        /* linear: default 1 */
    double power;             /* polynomial: above 0, default 1 */
    uint64_t t_0;             /* cosine_warm_restarts: length of the first cycle, at least 1; required */
    uint64_t t_mult;          /* cosine_warm_restarts: each cycle that much longer, at least 1; default 1 */
    double max_lr;            /* cyclic: above base; one_cycle: above 0, in place of base; default base */
    uint64_t step_size_up;    /* cyclic: at least 1; default 2000 */
    uint64_t step_size_down;  /* cyclic: 0 drops at once; default 2000 */
    enum nadir_cyclic_mode mode;                 /* cyclic: default triangular */
    bool cycle_momentum;      /* cyclic, one_cycle: the momentum moves against the learning rate; default true */
    double base_momentum;     /* where the learning rate is highest, in [0, 1); default cyclic 0.8, one_cycle 0.85 */
    double max_momentum;      /* where it is lowest, in [0, 1); default cyclic 0.9, one_cycle 0.95 */
    uint64_t total_steps;     /* one_cycle: required */
    double pct_start;         /* one_cycle: part of the steps that rise, 1 < round(pct_start total_steps) < total_steps;
                                 default 0.3 */
    double div_factor;        /* one_cycle: above 0, default 25 */
    double final_div_factor;  /* one_cycle: above 0, default 1e4 */
    enum nadir_anneal_strategy anneal_strategy; /* one_cycle: default cos */
    bool three_phase;         /* one_cycle: default false */
    double timescale;         /* inverse_sqrt: steps, above 0; default 1e4 */
    double decay_rate;        /* inverse_time: default 1 */
    uint64_t decay_steps;     /* exponential, inverse_time: default 1; wsd: length of the decay, required */
    bool staircase;           /* exponential, inverse_time: default false */
    uint64_t stable_steps;    /* wsd: default 0 */
    enum nadir_decay_type decay_type; /* wsd: default linear */

    /* multi_step: ascending, one that is there twice counts twice; piecewise, sequential: strictly ascending, of sequential the
     * first one above 0. The caller's, as values and parts, and must live as long as the schedule is used. */
    const uint64_t *milestones;
    size_t milestone_count;             /* default 0 */
    const double *values;               /* piecewise: milestone_count + 1 learning rates, in place of base */
    const struct nadir_schedule *parts; /* sequential: milestone_count + 1 schedules of other kinds; base is not used */
};

/* Constant at `base`, and any kind with its defaults. */
NADIR_API struct nadir_schedule nadir_schedule_default(double base);
NADIR_API struct nadir_schedule nadir_schedule_default_of(enum nadir_schedule_kind kind, double base);

/* "constant", "multi_step", "wsd": the enumerator's end in lower case; NULL for other values.
 * And back: INVALID_ARGUMENT with the list of names. */
NADIR_API const char *nadir_schedule_name(enum nadir_schedule_kind kind);
NADIR_API enum nadir_status nadir_schedule_parse(enum nadir_schedule_kind *out, const char *name);

/* Whether the fields that the kind uses are in range. Errors: INVALID_ARGUMENT, naming kind, field and value. */
NADIR_API enum nadir_status nadir_schedule_check(const struct nadir_schedule *schedule);

/* The learning rate of step t = 0, 1, 2, ... of a schedule that nadir_schedule_check accepts. It depends on schedule and t
 * alone, so that resuming needs nothing but t; any t up to UINT64_MAX. Thread-safe. */
NADIR_API double nadir_schedule_lr(const struct nadir_schedule *schedule, uint64_t t);

/* The momentum (beta1 of Adam's family) of step t: true and *momentum set for cyclic and one_cycle with cycle_momentum, also as
 * parts of sequential; false, *momentum untouched, where the schedule leaves momentum alone. During `warmup` that of the kind's
 * first step. */
NADIR_API bool nadir_schedule_momentum(const struct nadir_schedule *schedule, uint64_t t, double *momentum);

/* --- Plateau: the learning rate falls when a metric no longer improves; torch.optim.lr_scheduler.ReduceLROnPlateau. --- */

enum nadir_plateau_mode {
    NADIR_PLATEAU_MIN, /* lower is better */
    NADIR_PLATEAU_MAX
};

enum nadir_threshold_mode {
    NADIR_THRESHOLD_REL, /* better by more than threshold |best|; PyTorch takes best without its sign away, so that with a
                            negative best even a metric that gets slightly worse counts as better for ever */
    NADIR_THRESHOLD_ABS  /* better by more than threshold */
};

struct nadir_plateau {
    enum nadir_plateau_mode mode;             /* default min */
    double factor;                            /* of each reduction, in [0, 1); default 0.1 */
    uint64_t patience;                        /* the learning rate falls at bad epoch number patience + 1; default 10 */
    double threshold;                         /* at least 0, relative in [0, 1); default 1e-4 */
    enum nadir_threshold_mode threshold_mode; /* default rel */
    uint64_t cooldown;                        /* epochs after a reduction that do not count as bad; default 0 */
    double min_lr;                            /* default 0 */
    double eps;                               /* a change of the learning rate up to this is left out; default 1e-8 */
    /* State; to resume, keep it. */
    double best; /* NaN: none yet */
    uint64_t bad, cooldown_left;
    double lr;
};

NADIR_API struct nadir_plateau nadir_plateau_default(double lr);

/* Errors: INVALID_ARGUMENT, naming field and value. */
NADIR_API enum nadir_status nadir_plateau_check(const struct nadir_plateau *plateau);

/* Takes the metric of one more epoch and returns the learning rate of the next one, plateau->lr. A NaN is no improvement. */
NADIR_API double nadir_plateau_step(struct nadir_plateau *plateau, double metric);

/* --- Early stopping: Keras's EarlyStopping for a metric of which lower is better. --- */

struct nadir_early_stop {
    double min_delta;  /* better by more than this counts, at least 0; default 0 */
    uint64_t patience; /* stops at the patience-th epoch in a row without improvement; 0 as 1 */
    /* State; to resume, keep it. */
    double best;         /* NaN: none yet */
    uint64_t best_epoch; /* number, from 1, of the epoch with the best metric: the one to restore; 0: none yet */
    uint64_t epoch;      /* epochs so far */
    uint64_t bad;        /* epochs since best_epoch */
};

NADIR_API struct nadir_early_stop nadir_early_stop_default(uint64_t patience);

/* Takes the metric of one more epoch: true means stop now. A NaN is no improvement. */
NADIR_API bool nadir_early_stop_step(struct nadir_early_stop *stop, double metric);

#ifdef __cplusplus
}
#endif

#endif
