/* SPDX-License-Identifier: MIT */
/* Learning-rate schedules, plateau and early stopping, against formulas written down once more and PyTorch's sequences. */
#include "support.h"

#include "golden/schedule.h"

/* Two double evaluations of one formula; PyTorch's own recursions drift by 6e-15. */
static const double tolerance = 1e-12;
static const double pi = 3.14159265358979323846;

enum { KINDS = NADIR_SCHEDULE_SEQUENTIAL + 1, STEPS = 240 };

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static void expect(const char *what, uint64_t t, double got, double want, double scale)
{
    ck_assert_msg(fabs(got - want) <= tolerance * scale, "%s, t %llu: %.17g instead of %.17g", what, (unsigned long long)t, got,
                  want);
}

/* --- Schedules that pass the check, with options that are not the defaults. --- */

static const uint64_t milestones[] = {7, 20, 20, 41}, boundaries[] = {3, 10}, joints[] = {12, 50};
static const double values[] = {0.5, 0.25, 1.5};

static const struct nadir_schedule *parts(void)
{
    static struct nadir_schedule list[3];
    list[0] = nadir_schedule_default_of(NADIR_SCHEDULE_LINEAR, 0.5);
    list[0].total_iters = 9;
    list[1] = nadir_schedule_default_of(NADIR_SCHEDULE_CYCLIC, 0.25);
    list[1].max_lr = 1;
    list[1].step_size_up = 5;
    list[1].step_size_down = 3;
    list[2] = nadir_schedule_default_of(NADIR_SCHEDULE_EXPONENTIAL, 0.75);
    list[2].gamma = 0.98;
    return list;
}

static struct nadir_schedule valid(enum nadir_schedule_kind kind)
{
    struct nadir_schedule s = nadir_schedule_default_of(kind, 0.5);
    switch (kind) {
    case NADIR_SCHEDULE_CONSTANT: s.factor = 0.25; break;
    case NADIR_SCHEDULE_STEP: s.step_size = 7, s.gamma = 0.7; break;
    case NADIR_SCHEDULE_MULTI_STEP: s.milestones = milestones, s.milestone_count = 4; break;
    case NADIR_SCHEDULE_EXPONENTIAL: s.gamma = 0.8, s.decay_steps = 6; break;
    case NADIR_SCHEDULE_LINEAR: s.total_iters = 37, s.end_factor = 2; break;
    case NADIR_SCHEDULE_POLYNOMIAL: s.total_iters = 37, s.power = 1.7, s.eta_min = 0.01; break;
    case NADIR_SCHEDULE_COSINE: s.t_max = 37, s.eta_min = 0.01; break;
    case NADIR_SCHEDULE_COSINE_WARM_RESTARTS: s.t_0 = 5, s.t_mult = 3, s.eta_min = 0.01, s.gamma = 0.8; break;
    case NADIR_SCHEDULE_CYCLIC: s.max_lr = 2, s.step_size_up = 5, s.step_size_down = 8; break;
    case NADIR_SCHEDULE_ONE_CYCLE: s.total_steps = 101, s.max_lr = 2; break;
    case NADIR_SCHEDULE_INVERSE_SQRT: s.timescale = 12.5; break;
    case NADIR_SCHEDULE_INVERSE_TIME: s.decay_rate = 0.7, s.decay_steps = 4; break;
    case NADIR_SCHEDULE_WSD: s.stable_steps = 30, s.decay_steps = 50, s.eta_min = 0.01; break;
    case NADIR_SCHEDULE_PIECEWISE: s.milestones = boundaries, s.milestone_count = 2, s.values = values; break;
    case NADIR_SCHEDULE_SEQUENTIAL: s.milestones = joints, s.milestone_count = 2, s.parts = parts(); break;
    }
    return s;
}

/* --- The formulas once more, by counting and by other identities than the library's. --- */

static double down(double part) /* (1 + cos(pi part)) / 2 */
{
    const double c = cos(pi * part / 2);
    return part < 1 ? c * c : 0;
}

static double ref_cyclic_height(const struct nadir_schedule *s, double t)
{
    const double up = (double)s->step_size_up, fall = (double)s->step_size_down;
    double at = t, scale = 1;
    while (at >= up + fall) {
        at -= up + fall;
        if (s->mode == NADIR_CYCLIC_TRIANGULAR2) scale /= 2;
    }
    double height = at <= up ? at / up : 1 - (at - up) / fall;
    if (s->mode == NADIR_CYCLIC_EXP_RANGE) scale = exp(t * log(s->gamma));
    if (s->mode == NADIR_CYCLIC_COSINE) height = down(1 - height);
    return height * scale;
}

/* 0 at the start, 1 at the peak, 2 at the end. */
static double ref_one_cycle_place(const struct nadir_schedule *s, double t, double *part)
{
    const double last = (double)s->total_steps - 1, peak = floor(s->pct_start * (double)s->total_steps + 0.5) - 1;
    const double ends[] = {0, peak, s->three_phase ? 2 * peak : last, last};
    int phase = 0;
    while (phase < (s->three_phase ? 2 : 1) && t > ends[phase + 1]) phase++;
    *part = fmin((t - ends[phase]) / (ends[phase + 1] - ends[phase]), 1);
    if (s->anneal_strategy == NADIR_ANNEAL_COS) *part = 1 - down(*part);
    return phase;
}

static double ref_one_cycle(const struct nadir_schedule *s, double t, double start, double peak, double end)
{
    const double places[] = {start, peak, s->three_phase ? start : end, end};
    double part;
    const int phase = (int)ref_one_cycle_place(s, t, &part);
    return places[phase] * (1 - part) + places[phase + 1] * part;
}

static double ref_decay(enum nadir_decay_type type, double r)
{
    switch (type) {
    case NADIR_DECAY_LINEAR: return 1 - r;
    case NADIR_DECAY_COSINE: return down(r);
    case NADIR_DECAY_EXPONENTIAL: return 2 * pow(0.5, r) - 1;
    case NADIR_DECAY_MINUS_SQRT: return 1 - sqrt(r);
    }
    return (double)NAN;
}

static double ref_lr(const struct nadir_schedule *s, uint64_t step)
{
    const double t = (double)step;
    double lr = s->base, length, k = 0;
    switch (s->kind) {
    case NADIR_SCHEDULE_CONSTANT: return t < (double)s->total_iters ? lr * s->factor : lr;
    case NADIR_SCHEDULE_STEP:
        for (uint64_t i = 1; i <= step; i++) lr *= i % s->step_size == 0 ? s->gamma : 1;
        return lr;
    case NADIR_SCHEDULE_MULTI_STEP:
        for (uint64_t i = 0; i <= step; i++)
            for (size_t j = 0; j < s->milestone_count; j++) lr *= s->milestones[j] == i ? s->gamma : 1;
        return lr;
    case NADIR_SCHEDULE_EXPONENTIAL:
        k = t / (double)s->decay_steps;
        return lr * exp(log(s->gamma) * (s->staircase ? floor(k) : k));
    case NADIR_SCHEDULE_LINEAR:
        return lr * (s->start_factor + (s->end_factor - s->start_factor) * fmin(t, (double)s->total_iters) /
                     (double)s->total_iters);
    case NADIR_SCHEDULE_POLYNOMIAL:
        k = ((double)s->total_iters - t) / (double)s->total_iters;
        return s->eta_min + (k > 0 ? (lr - s->eta_min) * exp(s->power * log(k)) : 0);
    case NADIR_SCHEDULE_COSINE: return s->eta_min + (lr - s->eta_min) * down(t / (double)s->t_max);
    case NADIR_SCHEDULE_COSINE_WARM_RESTARTS:
        lr -= s->eta_min;
        length = (double)s->t_0;
        for (uint64_t i = 0; i < step; i++)
            if (++k == length) {
                k = 0;
                length *= (double)s->t_mult;
                lr *= s->gamma;
            }
        return s->eta_min + lr * down(k / length);
    case NADIR_SCHEDULE_CYCLIC: return lr + (s->max_lr - lr) * ref_cyclic_height(s, t);
    case NADIR_SCHEDULE_ONE_CYCLE:
        lr = s->max_lr / s->div_factor;
        return ref_one_cycle(s, t, lr, s->max_lr, lr / s->final_div_factor);
    case NADIR_SCHEDULE_INVERSE_SQRT: return lr / sqrt(1 + t / s->timescale);
    case NADIR_SCHEDULE_INVERSE_TIME:
        k = t / (double)s->decay_steps;
        return lr / (1 + s->decay_rate * (s->staircase ? floor(k) : k));
    case NADIR_SCHEDULE_WSD:
        if (step < s->stable_steps) return lr;
        k = fmin((t - (double)s->stable_steps) / (double)s->decay_steps, 1);
        return s->eta_min + (lr - s->eta_min) * ref_decay(s->decay_type, k);
    case NADIR_SCHEDULE_PIECEWISE:
        for (size_t i = s->milestone_count; i > 0; i--)
            if (step >= s->milestones[i - 1]) return s->values[i];
        return s->values[0];
    case NADIR_SCHEDULE_SEQUENTIAL:
        for (size_t i = s->milestone_count; i > 0; i--)
            if (step >= s->milestones[i - 1]) return ref_lr(&s->parts[i], step - s->milestones[i - 1]);
        return ref_lr(&s->parts[0], step);
    }
    return (double)NAN;
}

/* NaN where the schedule leaves the momentum alone. */
static double ref_momentum(const struct nadir_schedule *s, uint64_t step)
{
    const double t = (double)step, low = s->base_momentum, high = s->max_momentum;
    if (s->kind == NADIR_SCHEDULE_SEQUENTIAL) {
        for (size_t i = s->milestone_count; i > 0; i--)
            if (step >= s->milestones[i - 1]) return ref_momentum(&s->parts[i], step - s->milestones[i - 1]);
        return ref_momentum(&s->parts[0], step);
    }
    if (!s->cycle_momentum) return (double)NAN;
    if (s->kind == NADIR_SCHEDULE_CYCLIC) return high - (high - low) * ref_cyclic_height(s, t);
    return s->kind == NADIR_SCHEDULE_ONE_CYCLE ? ref_one_cycle(s, t, high, low, high) : (double)NAN;
}

static void check_momentum(const char *what, const struct nadir_schedule *s, uint64_t t, double want)
{
    double momentum = -7;
    const bool has = nadir_schedule_momentum(s, t, &momentum);
    ck_assert_msg(has == !isnan(want), "%s, t %llu: %s momentum", what, (unsigned long long)t, has ? "a" : "no");
    expect(what, t, momentum, has ? want : -7, 1);
}

static void check_formula(const char *what, const struct nadir_schedule *s)
{
    TEST_OK(nadir_schedule_check(s));
    for (uint64_t t = 0; t < STEPS; t++) {
        expect(what, t, nadir_schedule_lr(s, t), ref_lr(s, t), 1);
        check_momentum(what, s, t, ref_momentum(s, t));
    }
}

START_TEST(formulas)
{
    for (int kind = 0; kind < KINDS; kind++) {
        const struct nadir_schedule s = valid((enum nadir_schedule_kind)kind);
        check_formula(nadir_schedule_name(s.kind), &s);
    }
}
END_TEST

START_TEST(formulas_of_modes)
{
    struct nadir_schedule s = valid(NADIR_SCHEDULE_EXPONENTIAL);
    s.staircase = true;
    check_formula("exponential staircase", &s);
    s = valid(NADIR_SCHEDULE_INVERSE_TIME);
    s.staircase = true;
    check_formula("inverse_time staircase", &s);
    for (int mode = 0; mode <= NADIR_CYCLIC_COSINE; mode++) {
        s = valid(NADIR_SCHEDULE_CYCLIC);
        s.mode = (enum nadir_cyclic_mode)mode;
        s.gamma = 0.97;
        check_formula("cyclic mode", &s);
        s.cycle_momentum = false;
        check_formula("cyclic without momentum", &s);
    }
    for (int i = 0; i < 4; i++) {
        s = valid(NADIR_SCHEDULE_ONE_CYCLE);
        s.anneal_strategy = i & 1 ? NADIR_ANNEAL_LINEAR : NADIR_ANNEAL_COS;
        s.three_phase = i & 2;
        check_formula("one_cycle", &s);
    }
    for (int type = 0; type <= NADIR_DECAY_MINUS_SQRT; type++) {
        s = valid(NADIR_SCHEDULE_WSD);
        s.decay_type = (enum nadir_decay_type)type;
        check_formula("wsd", &s);
        expect("wsd, last", 80, nadir_schedule_lr(&s, 80), 0.01, 1);
    }
    s = valid(NADIR_SCHEDULE_INVERSE_SQRT);
    s.timescale = 400;
    s.warmup = 400;
    for (uint64_t t = 400; t < 500; t++) expect("Transformer", t, nadir_schedule_lr(&s, t), 0.5 * sqrt(400.0 / (double)t), 1);
}
END_TEST

/* --- PyTorch's sequences. --- */

static void check_golden(const char *what, struct nadir_schedule s, const double *lr, const double *momentum, size_t count)
{
    TEST_OK(nadir_schedule_check(&s));
    for (uint64_t t = 0; t < count; t++) {
        expect(what, t, nadir_schedule_lr(&s, t), lr[t], 1);
        if (momentum) check_momentum(what, &s, t, momentum[t]);
    }
}

#define GOLDEN(schedule, name) check_golden(#name, schedule, schedule_##name, NULL, COUNT(schedule_##name))
#define GOLDEN_BOTH(schedule, name)                                                                                            \
    check_golden(#name, schedule, schedule_##name, schedule_##name##_momentum, COUNT(schedule_##name))

START_TEST(as_pytorch)
{
    struct nadir_schedule s = nadir_schedule_default_of(NADIR_SCHEDULE_CONSTANT, 0.3);
    s.factor = 1.0 / 3.0;
    GOLDEN(s, constant);
    s = nadir_schedule_default_of(NADIR_SCHEDULE_STEP, 0.5);
    s.step_size = 3;
    GOLDEN(s, step);
    static const uint64_t drops[] = {2, 5, 5, 9};
    s = nadir_schedule_default_of(NADIR_SCHEDULE_MULTI_STEP, 0.5);
    s.milestones = drops, s.milestone_count = 4, s.gamma = 0.25;
    GOLDEN(s, multi_step);
    s = nadir_schedule_default_of(NADIR_SCHEDULE_EXPONENTIAL, 0.1);
    s.gamma = 0.9;
    GOLDEN(s, exponential);
    s = nadir_schedule_default_of(NADIR_SCHEDULE_LINEAR, 0.3);
    GOLDEN(s, linear);
    s.start_factor = 1, s.end_factor = 0, s.total_iters = 7;
    GOLDEN(s, linear_down);
    s = nadir_schedule_default_of(NADIR_SCHEDULE_POLYNOMIAL, 0.3);
    GOLDEN(s, polynomial);
    s.total_iters = 9, s.power = 2.5;
    GOLDEN(s, polynomial_power);
    s = nadir_schedule_default_of(NADIR_SCHEDULE_COSINE, 0.1);
    s.t_max = 7;
    GOLDEN(s, cosine);
    s = nadir_schedule_default_of(NADIR_SCHEDULE_COSINE, 1e-3);
    s.t_max = 100, s.eta_min = 1e-5;
    GOLDEN(s, cosine_long);
    s = nadir_schedule_default_of(NADIR_SCHEDULE_COSINE_WARM_RESTARTS, 1.0);
    s.t_0 = 3, s.t_mult = 2;
    GOLDEN(s, restarts);
    s = nadir_schedule_default_of(NADIR_SCHEDULE_COSINE_WARM_RESTARTS, 0.2);
    s.t_0 = 4, s.eta_min = 0.01;
    GOLDEN(s, restarts_even);
    s.t_0 = 2, s.t_mult = 3, s.eta_min = 1e-3;
    GOLDEN(s, restarts_three);
}
END_TEST

START_TEST(as_pytorch_with_momentum)
{
    struct nadir_schedule s = nadir_schedule_default_of(NADIR_SCHEDULE_CYCLIC, 0.1);
    s.max_lr = 1, s.step_size_up = 2, s.step_size_down = 3;
    GOLDEN_BOTH(s, cyclic);
    s.step_size_up = 3, s.step_size_down = 0;
    GOLDEN(s, cyclic_drop);
    s.step_size_up = 3, s.step_size_down = 4, s.mode = NADIR_CYCLIC_TRIANGULAR2;
    GOLDEN_BOTH(s, cyclic_triangular2);
    s.step_size_up = 4, s.step_size_down = 2, s.mode = NADIR_CYCLIC_EXP_RANGE, s.gamma = 0.97;
    GOLDEN_BOTH(s, cyclic_exp_range);
    s = nadir_schedule_default_of(NADIR_SCHEDULE_CYCLIC, 0.1);
    s.max_lr = 1, s.step_size_up = 4, s.step_size_down = 4, s.base_momentum = 0.6, s.max_momentum = 0.99;
    GOLDEN_BOTH(s, cyclic_even);

    s = nadir_schedule_default_of(NADIR_SCHEDULE_ONE_CYCLE, 1.0);
    s.total_steps = 10;
    GOLDEN_BOTH(s, one_cycle);
    s = nadir_schedule_default_of(NADIR_SCHEDULE_ONE_CYCLE, 0.5);
    s.total_steps = 20, s.three_phase = true;
    GOLDEN_BOTH(s, one_cycle_three);
    s.three_phase = false, s.pct_start = 0.25, s.anneal_strategy = NADIR_ANNEAL_LINEAR, s.div_factor = 10;
    s.final_div_factor = 100, s.base_momentum = 0.7, s.max_momentum = 0.9;
    GOLDEN_BOTH(s, one_cycle_linear);
}
END_TEST

START_TEST(sequences_as_pytorch)
{
    struct nadir_schedule list[3] = {nadir_schedule_default_of(NADIR_SCHEDULE_LINEAR, 1),
                                     nadir_schedule_default_of(NADIR_SCHEDULE_EXPONENTIAL, 1)};
    static const uint64_t one[] = {4}, two[] = {3, 12};
    struct nadir_schedule s = nadir_schedule_default_of(NADIR_SCHEDULE_SEQUENTIAL, 0);
    s.parts = list, s.milestones = one, s.milestone_count = 1;
    list[0].start_factor = 0.1, list[0].total_iters = 4, list[1].gamma = 0.5;
    GOLDEN(s, sequential);

    list[0] = nadir_schedule_default_of(NADIR_SCHEDULE_CONSTANT, 0.4);
    list[0].factor = 0.5, list[0].total_iters = 2;
    list[1] = nadir_schedule_default_of(NADIR_SCHEDULE_COSINE, 0.4);
    list[1].t_max = 9, list[1].eta_min = 0.01;
    list[2] = nadir_schedule_default_of(NADIR_SCHEDULE_STEP, 0.4);
    list[2].step_size = 2, list[2].gamma = 0.5;
    s.milestones = two, s.milestone_count = 2;
    GOLDEN(s, sequential_three);

    s = nadir_schedule_default_of(NADIR_SCHEDULE_COSINE, 0.4);
    s.t_max = 10, s.eta_min = 0.02, s.warmup = 5, s.warmup_factor = 0.25;
    GOLDEN(s, warmup);
}
END_TEST

/* --- Where Nadir differs from PyTorch on purpose. --- */

START_TEST(cosine_stays_at_its_end)
{
    struct nadir_schedule s = nadir_schedule_default_of(NADIR_SCHEDULE_COSINE, 0.1);
    s.t_max = 5;
    for (uint64_t t = 0; t < COUNT(schedule_differs_cosine); t++) {
        const double lr = nadir_schedule_lr(&s, t), other = schedule_differs_cosine[t];
        expect("cosine", t, lr, t <= 5 ? other : 0, 0.1);
        ck_assert(t <= 5 || other > 1e-3);
    }
    static const uint64_t lengths[] = {1, 2, 3, 1000003, UINT64_C(1) << 40, UINT64_MAX};
    s = nadir_schedule_default_of(NADIR_SCHEDULE_COSINE, 0.5);
    s.eta_min = 0.125;
    for (size_t i = 0; i < COUNT(lengths); i++) {
        s.t_max = lengths[i];
        ck_assert_double_eq(nadir_schedule_lr(&s, 0), 0.5);
        ck_assert_double_eq(nadir_schedule_lr(&s, s.t_max), 0.125);
        ck_assert_double_eq(nadir_schedule_lr(&s, UINT64_MAX), 0.125);
    }
}
END_TEST

START_TEST(one_cycle_reaches_its_peak)
{
    struct nadir_schedule s = nadir_schedule_default_of(NADIR_SCHEDULE_ONE_CYCLE, 1);
    s.total_steps = 7; /* 0.3 * 7 = 2.1: PyTorch's peak lies at step 1.1 */
    for (size_t t = 0; t < 7; t++) ck_assert(schedule_differs_one_cycle_peak[t] < 0.985);
    ck_assert_double_eq(nadir_schedule_lr(&s, 1), 1);
    static const double starts[] = {0.1, 0.25, 0.3, 1.0 / 3.0, 0.45, 0.9};
    for (size_t i = 0; i < COUNT(starts); i++) {
        for (s.total_steps = 3; s.total_steps < 200; s.total_steps++) {
            s.pct_start = starts[i];
            const double rounded = floor(starts[i] * (double)s.total_steps + 0.5);
            if (rounded < 2 || rounded >= (double)s.total_steps) {
                TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "pct_start", nadir_schedule_check(&s));
                continue;
            }
            TEST_OK(nadir_schedule_check(&s));
            const uint64_t peak = (uint64_t)rounded - 1, last = s.total_steps - 1;
            double momentum;
            ck_assert_double_eq(nadir_schedule_lr(&s, peak), 1);
            ck_assert(nadir_schedule_momentum(&s, peak, &momentum));
            ck_assert_double_eq(momentum, 0.85);
            expect("one_cycle, end", last, nadir_schedule_lr(&s, last), 1.0 / 25 / 1e4, 1e-6);
            for (uint64_t t = 1; t <= last; t++) {
                const double step = nadir_schedule_lr(&s, t) - nadir_schedule_lr(&s, t - 1);
                ck_assert_msg(t <= peak ? step > 0 : step < 0, "%llu steps, t %llu: %g", (unsigned long long)s.total_steps,
                              (unsigned long long)t, step);
            }
        }
    }
}
END_TEST

START_TEST(one_cycle_stays_at_its_end)
{
    struct nadir_schedule s = nadir_schedule_default_of(NADIR_SCHEDULE_ONE_CYCLE, 1);
    s.total_steps = 10;
    ck_assert(schedule_differs_one_cycle_end[10] > 0.04);
    const double end = nadir_schedule_lr(&s, 9);
    expect("one_cycle, end", 9, end, schedule_differs_one_cycle_end[9], 1e-5);
    for (int i = 0; i < 2; i++, s.three_phase = true) {
        static const uint64_t after[] = {10, 11, 20, 1000, UINT64_MAX - 1, UINT64_MAX};
        for (size_t j = 0; j < COUNT(after); j++) {
            ck_assert_double_eq(nadir_schedule_lr(&s, after[j]), end);
            check_momentum("one_cycle, end", &s, after[j], 0.95);
        }
    }
}
END_TEST

START_TEST(linear_may_start_at_zero)
{
    struct nadir_schedule s = nadir_schedule_default_of(NADIR_SCHEDULE_LINEAR, 0.5);
    s.start_factor = 0;
    TEST_OK(nadir_schedule_check(&s));
    ck_assert_double_eq(nadir_schedule_lr(&s, 0), 0);
    ck_assert_double_eq_tol(nadir_schedule_lr(&s, 1), 0.1, tolerance);
    ck_assert_double_eq(nadir_schedule_lr(&s, 5), 0.5);
    ck_assert_double_eq(nadir_schedule_lr(&s, UINT64_MAX), 0.5);
}
END_TEST

START_TEST(warm_restarts_are_exact)
{
    static const uint64_t epochs[] = {0, 7, 10, 39, 40, 129, 130, 400, 1209, 1210, 1211, 3640};
    struct nadir_schedule s = nadir_schedule_default_of(NADIR_SCHEDULE_COSINE_WARM_RESTARTS, 1);
    s.t_0 = 10, s.t_mult = 3;
    ck_assert_uint_eq(COUNT(epochs), COUNT(schedule_differs_restarts));
    for (size_t i = 0; i < COUNT(epochs); i++) {
        /* 1210 = 10 + 30 + 90 + 270 + 810 is a restart; for PyTorch's logarithm it is the end of the cycle before. */
        if (epochs[i] == 1210) ck_assert(schedule_differs_restarts[i] < 1e-6);
        const double want = epochs[i] == 1210 ? 1 : schedule_differs_restarts[i];
        expect("restarts", epochs[i], nadir_schedule_lr(&s, epochs[i]), want, 1);
    }
    static const uint64_t lengths[] = {1, 2, 7, 10, 1000}, multiples[] = {1, 2, 3, 5, 10};
    for (size_t i = 0; i < COUNT(lengths); i++) {
        for (size_t j = 0; j < COUNT(multiples); j++) {
            s.t_0 = lengths[i], s.t_mult = multiples[j];
            uint64_t restart = 0, length = s.t_0;
            for (int k = 0; k < 60 && restart < UINT64_MAX / 32; k++) {
                ck_assert_double_eq(nadir_schedule_lr(&s, restart), 1);
                const double part = (double)(length - 1) / (double)length;
                expect("cycle", restart + length - 1, nadir_schedule_lr(&s, restart + length - 1), down(part), 1);
                restart += length;
                length *= s.t_mult;
            }
        }
    }
}
END_TEST

/* --- Warm-up. --- */

START_TEST(warmup_in_front_of_every_kind)
{
    for (int kind = 0; kind < KINDS; kind++) {
        struct nadir_schedule s = valid((enum nadir_schedule_kind)kind);
        const struct nadir_schedule behind = s;
        const double first = nadir_schedule_lr(&behind, 0);
        s.warmup = 9;
        for (int i = 0; i < 3; i++) {
            static const double factors[] = {-1, 0, 0.25};
            s.warmup_factor = factors[i];
            const double from = i == 0 ? 0.1 : factors[i];
            TEST_OK(nadir_schedule_check(&s));
            for (uint64_t t = 0; t < 60; t++) {
                const double want = t < 9 ? first * (from + (1 - from) * (double)t / 9) : nadir_schedule_lr(&behind, t - 9);
                expect(nadir_schedule_name(s.kind), t, nadir_schedule_lr(&s, t), want, 1);
                check_momentum(nadir_schedule_name(s.kind), &s, t, ref_momentum(&behind, t < 9 ? 0 : t - 9));
            }
        }
    }
    /* Even steps, none of them 0. */
    struct nadir_schedule s = nadir_schedule_default(1);
    s.warmup = 4;
    for (uint64_t t = 0; t < 8; t++) expect("even", t, nadir_schedule_lr(&s, t), t < 4 ? 0.2 * (double)(t + 1) : 1, 1);
    s.warmup = UINT64_MAX;
    ck_assert(nadir_schedule_lr(&s, UINT64_MAX - 1) <= 1);
    ck_assert_double_eq(nadir_schedule_lr(&s, UINT64_MAX), 1);
}
END_TEST

/* --- Steps of any order and size. --- */

START_TEST(resume_at_any_step)
{
    for (int kind = 0; kind < KINDS; kind++) {
        struct nadir_schedule s = valid((enum nadir_schedule_kind)kind);
        double lr[STEPS], momentum[STEPS];
        s.warmup = 3;
        for (uint64_t t = 0; t < STEPS; t++) {
            lr[t] = nadir_schedule_lr(&s, t);
            momentum[t] = -1;
            nadir_schedule_momentum(&s, t, &momentum[t]);
        }
        struct test_random random = test_seed(5);
        for (int i = 0; i < 2 * STEPS; i++) {
            const uint64_t t = test_word(&random) % STEPS;
            double again = -1;
            ck_assert_double_eq(nadir_schedule_lr(&s, t), lr[t]);
            nadir_schedule_momentum(&s, t, &again);
            ck_assert_double_eq(again, momentum[t]);
        }
    }
}
END_TEST

START_TEST(any_step)
{
    static const uint64_t steps[] = {UINT64_C(1) << 53, (UINT64_C(1) << 53) + 1, UINT64_C(1) << 63, UINT64_MAX - 1, UINT64_MAX};
    static const double ends[KINDS] = {
        [NADIR_SCHEDULE_CONSTANT] = 0.5, [NADIR_SCHEDULE_MULTI_STEP] = 0.5e-4, [NADIR_SCHEDULE_LINEAR] = 1,
        [NADIR_SCHEDULE_POLYNOMIAL] = 0.01, [NADIR_SCHEDULE_COSINE] = 0.01, [NADIR_SCHEDULE_ONE_CYCLE] = 2 / 25e4,
        [NADIR_SCHEDULE_WSD] = 0.01, [NADIR_SCHEDULE_PIECEWISE] = 1.5};
    for (int kind = 0; kind < KINDS; kind++) {
        const struct nadir_schedule s = valid((enum nadir_schedule_kind)kind);
        const bool swings = kind == NADIR_SCHEDULE_CYCLIC || kind == NADIR_SCHEDULE_COSINE_WARM_RESTARTS;
        for (size_t i = 0; i < COUNT(steps); i++) {
            const double lr = nadir_schedule_lr(&s, steps[i]);
            ck_assert_msg(swings ? lr >= 0.01 && lr <= 2 : fabs(lr - ends[kind]) <= 1e-7, "%s, t %llu: %g",
                          nadir_schedule_name(s.kind), (unsigned long long)steps[i], lr);
        }
    }
    /* Cycles in integers: 2^63 = 13 * 709490156681136600 + 8, three steps into the falling half of 8. */
    struct nadir_schedule s = valid(NADIR_SCHEDULE_CYCLIC);
    expect("cyclic", UINT64_C(1) << 63, nadir_schedule_lr(&s, UINT64_C(1) << 63), 0.5 + 1.5 * 5 / 8, 1);
    s.step_size_up = UINT64_MAX - 1, s.step_size_down = 1;
    TEST_OK(nadir_schedule_check(&s));
    ck_assert_double_eq(nadir_schedule_lr(&s, UINT64_MAX - 1), 2);
    ck_assert_double_eq(nadir_schedule_lr(&s, UINT64_MAX), 0.5);
    /* A second cycle that is longer than 2^64. */
    s = nadir_schedule_default_of(NADIR_SCHEDULE_COSINE_WARM_RESTARTS, 1);
    static const uint64_t sizes[][2] = {{1, UINT64_MAX}, {UINT64_MAX, 1}, {UINT64_MAX, UINT64_MAX}, {UINT64_C(1) << 63, 2}};
    static const double wants[] = {0, 1, 1, 0.5}; /* the third: a restart; the fourth: half of what 2^64 steps would do */
    for (size_t i = 0; i < COUNT(sizes); i++) {
        s.t_0 = sizes[i][0], s.t_mult = sizes[i][1];
        TEST_OK(nadir_schedule_check(&s));
        expect("long cycles", i, nadir_schedule_lr(&s, UINT64_MAX), wants[i], 1e3);
    }
}
END_TEST

/* Without the check nothing traps; the number means nothing. */
START_TEST(zeroed_schedules_do_not_trap)
{
    static const uint64_t steps[] = {0, 1, 12345, UINT64_MAX};
    for (int kind = 0; kind < KINDS; kind++) {
        const struct nadir_schedule s = {.kind = (enum nadir_schedule_kind)kind, .cycle_momentum = true};
        for (size_t i = 0; i < COUNT(steps); i++) {
            double momentum = 0;
            (void)nadir_schedule_lr(&s, steps[i]);
            (void)nadir_schedule_momentum(&s, steps[i], &momentum);
        }
    }
}
END_TEST

/* --- Names, defaults, the check. --- */

START_TEST(names)
{
    static const char *const all[KINDS] = {"constant", "step", "multi_step", "exponential", "linear", "polynomial", "cosine",
                                           "cosine_warm_restarts", "cyclic", "one_cycle", "inverse_sqrt", "inverse_time", "wsd",
                                           "piecewise", "sequential"};
    enum nadir_schedule_kind kind = NADIR_SCHEDULE_CONSTANT;
    for (int i = 0; i < KINDS; i++) {
        ck_assert_str_eq(nadir_schedule_name((enum nadir_schedule_kind)i), all[i]);
        TEST_OK(nadir_schedule_parse(&kind, all[i]));
        ck_assert_int_eq(kind, i);
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, all[i], nadir_schedule_parse(&kind, "cosin"));
        ck_assert_int_eq(kind, i);
    }
    ck_assert_ptr_null(nadir_schedule_name((enum nadir_schedule_kind)KINDS));
    ck_assert_ptr_null(nadir_schedule_name((enum nadir_schedule_kind)77));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "cosine", nadir_schedule_parse(&kind, ""));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_schedule_parse(&kind, NULL));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_schedule_parse(NULL, "step"));
}
END_TEST

START_TEST(defaults)
{
    const struct nadir_schedule s = nadir_schedule_default(0.3);
    ck_assert_int_eq(s.kind, NADIR_SCHEDULE_CONSTANT);
    TEST_OK(nadir_schedule_check(&s));
    static const uint64_t steps[] = {0, 1, 5, UINT64_MAX};
    for (size_t i = 0; i < COUNT(steps); i++) ck_assert_double_eq(nadir_schedule_lr(&s, steps[i]), 0.3);
    /* Kinds for which PyTorch, Keras or Transformers have no default either, and what has to be set. */
    static const char *const required[KINDS] = {
        [NADIR_SCHEDULE_STEP] = "step_size", [NADIR_SCHEDULE_EXPONENTIAL] = "gamma", [NADIR_SCHEDULE_COSINE] = "t_max",
        [NADIR_SCHEDULE_COSINE_WARM_RESTARTS] = "t_0", [NADIR_SCHEDULE_CYCLIC] = "max_lr",
        [NADIR_SCHEDULE_ONE_CYCLE] = "total_steps", [NADIR_SCHEDULE_WSD] = "decay_steps",
        [NADIR_SCHEDULE_PIECEWISE] = "values", [NADIR_SCHEDULE_SEQUENTIAL] = "parts"};
    for (int kind = 0; kind < KINDS; kind++) {
        const struct nadir_schedule made = nadir_schedule_default_of((enum nadir_schedule_kind)kind, 0.3);
        ck_assert_int_eq(made.kind, kind);
        ck_assert_double_eq(made.base, 0.3);
        if (required[kind]) TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, required[kind], nadir_schedule_check(&made));
        else TEST_OK(nadir_schedule_check(&made));
    }
    ck_assert_double_eq(nadir_schedule_default_of(NADIR_SCHEDULE_MULTI_STEP, 1).gamma, 0.1);
    ck_assert_uint_eq(nadir_schedule_default_of(NADIR_SCHEDULE_CYCLIC, 1).step_size_up, 2000);
    ck_assert_double_eq(nadir_schedule_default_of(NADIR_SCHEDULE_INVERSE_SQRT, 1).timescale, 1e4);
}
END_TEST

#define REAL(kind, field, value) {NADIR_SCHEDULE_##kind, #field, offsetof(struct nadir_schedule, field), true, value, 0}
#define INTEGER(kind, field, value) {NADIR_SCHEDULE_##kind, #field, offsetof(struct nadir_schedule, field), false, 0, value}
#define NO_FINITE(kind, field) REAL(kind, field, (double)NAN), REAL(kind, field, (double)INFINITY), REAL(kind, field, -0.1)

START_TEST(check_refuses)
{
    static const struct {
        enum nadir_schedule_kind kind;
        const char *field;
        size_t offset;
        bool is_real;
        double real;
        uint64_t integer;
    } rows[] = {
        NO_FINITE(CONSTANT, base), NO_FINITE(CONSTANT, factor), REAL(CONSTANT, warmup_factor, 1.1),
        REAL(CONSTANT, warmup_factor, (double)NAN), NO_FINITE(STEP, base), NO_FINITE(STEP, gamma), INTEGER(STEP, step_size, 0),
        NO_FINITE(MULTI_STEP, gamma), NO_FINITE(EXPONENTIAL, gamma), INTEGER(EXPONENTIAL, decay_steps, 0),
        NO_FINITE(LINEAR, start_factor), NO_FINITE(LINEAR, end_factor), INTEGER(LINEAR, total_iters, 0),
        NO_FINITE(POLYNOMIAL, power), REAL(POLYNOMIAL, power, 0), NO_FINITE(POLYNOMIAL, eta_min),
        INTEGER(POLYNOMIAL, total_iters, 0), NO_FINITE(COSINE, eta_min), INTEGER(COSINE, t_max, 0),
        NO_FINITE(COSINE_WARM_RESTARTS, gamma), INTEGER(COSINE_WARM_RESTARTS, t_0, 0),
        INTEGER(COSINE_WARM_RESTARTS, t_mult, 0), NO_FINITE(CYCLIC, max_lr), REAL(CYCLIC, max_lr, 0.5),
        INTEGER(CYCLIC, step_size_up, 0), INTEGER(CYCLIC, step_size_down, UINT64_MAX), NO_FINITE(CYCLIC, gamma),
        NO_FINITE(CYCLIC, base_momentum), REAL(CYCLIC, max_momentum, 1), NO_FINITE(ONE_CYCLE, max_lr),
        INTEGER(ONE_CYCLE, total_steps, 0), INTEGER(ONE_CYCLE, total_steps, 1), INTEGER(ONE_CYCLE, total_steps, 3),
        NO_FINITE(ONE_CYCLE, pct_start), REAL(ONE_CYCLE, pct_start, 0), REAL(ONE_CYCLE, pct_start, 0.01),
        REAL(ONE_CYCLE, pct_start, 1), NO_FINITE(ONE_CYCLE, div_factor), REAL(ONE_CYCLE, div_factor, 0),
        NO_FINITE(ONE_CYCLE, final_div_factor), REAL(ONE_CYCLE, base_momentum, 1), NO_FINITE(INVERSE_SQRT, timescale),
        REAL(INVERSE_SQRT, timescale, 0), NO_FINITE(INVERSE_TIME, decay_rate), INTEGER(INVERSE_TIME, decay_steps, 0),
        NO_FINITE(WSD, eta_min), INTEGER(WSD, decay_steps, 0),
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct nadir_schedule s = valid(rows[i].kind);
        TEST_OK(nadir_schedule_check(&s));
        if (rows[i].is_real) memcpy((char *)&s + rows[i].offset, &rows[i].real, sizeof rows[i].real);
        else memcpy((char *)&s + rows[i].offset, &rows[i].integer, sizeof rows[i].integer);
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, rows[i].field, nadir_schedule_check(&s));
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, nadir_schedule_name(s.kind), nadir_schedule_check(&s));
    }
}
END_TEST

START_TEST(check_refuses_lists_and_modes)
{
    static const uint64_t falling[] = {5, 4}, twice[] = {5, 5}, zero[] = {0, 5};
    static const double bad[] = {0.1, (double)NAN, 0.1};
    struct nadir_schedule list[3], s = {.kind = (enum nadir_schedule_kind)KINDS};
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "kind", nadir_schedule_check(&s));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_schedule_check(NULL));
    for (int i = 0; i < 3; i++) {
        static const enum nadir_schedule_kind kinds[] = {NADIR_SCHEDULE_MULTI_STEP, NADIR_SCHEDULE_PIECEWISE,
                                                         NADIR_SCHEDULE_SEQUENTIAL};
        s = valid(kinds[i]);
        s.milestones = NULL;
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "milestones is NULL", nadir_schedule_check(&s));
        s.milestones = falling, s.milestone_count = 2;
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "milestones[1] = 4 behind 5", nadir_schedule_check(&s));
        s.milestones = twice;
        if (i == 0) TEST_OK(nadir_schedule_check(&s));
        else TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "milestones[1] = 5 behind 5", nadir_schedule_check(&s));
        s.milestones = zero;
        if (i < 2) TEST_OK(nadir_schedule_check(&s));
        else TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "milestones[0] = 0", nadir_schedule_check(&s));
    }
    s = valid(NADIR_SCHEDULE_PIECEWISE);
    s.values = bad;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "values[1]", nadir_schedule_check(&s));
    s = valid(NADIR_SCHEDULE_SEQUENTIAL);
    memcpy(list, s.parts, sizeof list);
    s.parts = list;
    list[2].gamma = -1;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "gamma", nadir_schedule_check(&s));
    list[2] = s;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "parts[2]", nadir_schedule_check(&s));
    s = valid(NADIR_SCHEDULE_CYCLIC);
    s.mode = (enum nadir_cyclic_mode)9;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "mode = 9", nadir_schedule_check(&s));
    s = valid(NADIR_SCHEDULE_ONE_CYCLE);
    s.anneal_strategy = (enum nadir_anneal_strategy)9;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "anneal_strategy = 9", nadir_schedule_check(&s));
    s = valid(NADIR_SCHEDULE_ONE_CYCLE);
    s.three_phase = true, s.pct_start = 0.495; /* the peak at step 49, the start again at 98, the end at 100 */
    TEST_OK(nadir_schedule_check(&s));
    s.pct_start = 0.5;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "third phase", nadir_schedule_check(&s));
    s = valid(NADIR_SCHEDULE_WSD);
    s.decay_type = (enum nadir_decay_type)9;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "decay_type = 9", nadir_schedule_check(&s));
}
END_TEST

/* --- Plateau. --- */

static void check_plateau(const char *what, struct nadir_plateau plateau, const double *want)
{
    TEST_OK(nadir_plateau_check(&plateau));
    for (size_t i = 0; i < COUNT(plateau_metric); i++) {
        const double metric = plateau.mode == NADIR_PLATEAU_MAX ? 2 - plateau_metric[i] : plateau_metric[i];
        expect(what, i, nadir_plateau_step(&plateau, metric), want[i], 0.1);
    }
}

START_TEST(plateau_as_pytorch)
{
    struct nadir_plateau plateau = nadir_plateau_default(0.1);
    check_plateau("default", plateau, plateau_default);
    plateau.factor = 0.5, plateau.patience = 2;
    check_plateau("min_rel", plateau, plateau_min_rel);
    plateau.patience = 1, plateau.threshold_mode = NADIR_THRESHOLD_ABS, plateau.threshold = 0.05, plateau.cooldown = 2;
    check_plateau("min_abs", plateau, plateau_min_abs);
    plateau = nadir_plateau_default(0.1);
    plateau.mode = NADIR_PLATEAU_MAX, plateau.factor = 0.3, plateau.patience = 3, plateau.cooldown = 1;
    plateau.threshold = 0.01;
    check_plateau("max_rel", plateau, plateau_max_rel);
    plateau = nadir_plateau_default(0.1);
    plateau.mode = NADIR_PLATEAU_MAX, plateau.patience = 0, plateau.threshold_mode = NADIR_THRESHOLD_ABS;
    plateau.min_lr = 1e-3;
    check_plateau("max_abs", plateau, plateau_max_abs);
    plateau = nadir_plateau_default(0.1);
    plateau.factor = 0.5, plateau.patience = 0, plateau.eps = 0.01;
    check_plateau("eps", plateau, plateau_eps);
}
END_TEST

/* PyTorch multiplies a negative best by 1 - threshold, which raises it: a metric that stands still would improve for ever. */
START_TEST(plateau_with_negative_metrics)
{
    for (int i = 0; i < 2; i++) {
        struct nadir_plateau plateau = nadir_plateau_default(1);
        plateau.patience = 1, plateau.threshold = 0.1, plateau.mode = i == 0 ? NADIR_PLATEAU_MIN : NADIR_PLATEAU_MAX;
        const double better = i == 0 ? -1.2 : -0.8, hardly = i == 0 ? -1.05 : -0.95;
        ck_assert_double_eq(nadir_plateau_step(&plateau, -1), 1);
        ck_assert_double_eq(nadir_plateau_step(&plateau, better), 1);
        ck_assert_double_eq(plateau.best, better);
        ck_assert_double_eq(nadir_plateau_step(&plateau, better), 1);
        ck_assert_double_eq(nadir_plateau_step(&plateau, better), 0.1);
        plateau.best = -1;
        ck_assert_double_eq(nadir_plateau_step(&plateau, hardly), 0.1);
        ck_assert_uint_eq(plateau.bad, 1);
        ck_assert_double_eq(plateau.best, -1);
    }
}
END_TEST

START_TEST(plateau_never_sees_a_number)
{
    struct nadir_plateau plateau = nadir_plateau_default(1);
    plateau.patience = 2;
    static const double want[] = {1, 1, 0.1, 0.1, 0.1, 0.01};
    for (size_t i = 0; i < COUNT(want); i++) expect("NaN", i, nadir_plateau_step(&plateau, (double)NAN), want[i], 1);
    ck_assert(isnan(plateau.best));
    nadir_plateau_step(&plateau, 3);
    ck_assert_double_eq(plateau.best, 3);
}
END_TEST

START_TEST(plateau_check_refuses)
{
    static const struct {
        const char *field;
        size_t offset;
        double values[3];
    } rows[] = {
        {"factor", offsetof(struct nadir_plateau, factor), {(double)NAN, -0.1, 1}},
        {"threshold", offsetof(struct nadir_plateau, threshold), {(double)NAN, -0.1, 1}},
        {"min_lr", offsetof(struct nadir_plateau, min_lr), {(double)NAN, -0.1, (double)INFINITY}},
        {"eps", offsetof(struct nadir_plateau, eps), {(double)NAN, -0.1, (double)INFINITY}},
        {"lr", offsetof(struct nadir_plateau, lr), {(double)NAN, -0.1, (double)INFINITY}},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        for (int j = 0; j < 3; j++) {
            struct nadir_plateau plateau = nadir_plateau_default(0.1);
            TEST_OK(nadir_plateau_check(&plateau));
            memcpy((char *)&plateau + rows[i].offset, &rows[i].values[j], sizeof rows[i].values[j]);
            TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, rows[i].field, nadir_plateau_check(&plateau));
        }
    }
    struct nadir_plateau plateau = nadir_plateau_default(0.1);
    plateau.threshold = 2, plateau.threshold_mode = NADIR_THRESHOLD_ABS;
    TEST_OK(nadir_plateau_check(&plateau));
    plateau.mode = (enum nadir_plateau_mode)5;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "mode = 5", nadir_plateau_check(&plateau));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_plateau_check(NULL));
}
END_TEST

/* --- Early stopping. --- */

START_TEST(early_stop)
{
    static const double nan = (double)NAN, inf = (double)INFINITY;
    const struct {
        uint64_t patience;
        double min_delta;
        double metric[9];
        uint64_t stop, best_epoch; /* 0: none */
    } rows[] = {
        {3, 0, {5, 4, 3, 2, 1, 0, -1, -2, -3}, 0, 9},
        {3, 0, {5, 4, 4, 4, 4, 1, 1, 1, 1}, 5, 2},
        {3, 0, {5, 4, 4, 4, 3, 3, 3, 2, 2}, 0, 8},
        {1, 0, {5, 4, 4, 3, 3, 3, 3, 3, 3}, 3, 2},
        {0, 0, {5, 4, 4, 3, 3, 3, 3, 3, 3}, 3, 2},
        {2, 0.5, {5, 4.6, 4.5, 4, 3.9, 3.8, 0, 0, 0}, 3, 1},
        {2, 0.5, {5, 4.6, 4.4, 4, 3.8, 3.8, 3.8, 0, 0}, 7, 5},
        {3, 0, {nan, 2, nan, nan, 1, nan, nan, nan, 0}, 8, 5},
        {3, 0, {nan, nan, nan, 1, 1, 1, 1, 1, 1}, 3, 0},
        {2, 0, {inf, 5, inf, 4, inf, inf, 3, 3, 3}, 6, 4},
        {2, 0, {-inf, -inf, -inf, 1, 1, 1, 1, 1, 1}, 3, 1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct nadir_early_stop stop = nadir_early_stop_default(rows[i].patience);
        uint64_t stopped = 0;
        stop.min_delta = rows[i].min_delta;
        for (uint64_t epoch = 1; epoch <= 9 && stopped == 0; epoch++) {
            if (nadir_early_stop_step(&stop, rows[i].metric[epoch - 1])) stopped = epoch;
            ck_assert_uint_eq(stop.epoch, epoch);
            ck_assert_uint_eq(stop.bad, epoch - stop.best_epoch);
        }
        ck_assert_msg(stopped == rows[i].stop && stop.best_epoch == rows[i].best_epoch, "row %zu: stop at %llu, best %llu", i,
                      (unsigned long long)stopped, (unsigned long long)stop.best_epoch);
        ck_assert(stop.best_epoch == 0 ? isnan(stop.best) : stop.best == rows[i].metric[stop.best_epoch - 1]);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("schedule");
    TCase *tcase = test_case(suite, "schedule");
    tcase_add_test(tcase, formulas);
    tcase_add_test(tcase, formulas_of_modes);
    tcase_add_test(tcase, as_pytorch);
    tcase_add_test(tcase, as_pytorch_with_momentum);
    tcase_add_test(tcase, sequences_as_pytorch);
    tcase_add_test(tcase, cosine_stays_at_its_end);
    tcase_add_test(tcase, one_cycle_reaches_its_peak);
    tcase_add_test(tcase, one_cycle_stays_at_its_end);
    tcase_add_test(tcase, linear_may_start_at_zero);
    tcase_add_test(tcase, warm_restarts_are_exact);
    tcase_add_test(tcase, warmup_in_front_of_every_kind);
    tcase_add_test(tcase, resume_at_any_step);
    tcase_add_test(tcase, any_step);
    tcase_add_test(tcase, zeroed_schedules_do_not_trap);
    tcase_add_test(tcase, names);
    tcase_add_test(tcase, defaults);
    tcase_add_test(tcase, check_refuses);
    tcase_add_test(tcase, check_refuses_lists_and_modes);
    tcase_add_test(tcase, plateau_as_pytorch);
    tcase_add_test(tcase, plateau_with_negative_metrics);
    tcase_add_test(tcase, plateau_never_sees_a_number);
    tcase_add_test(tcase, plateau_check_refuses);
    tcase_add_test(tcase, early_stop);
    return test_run(suite);
}
