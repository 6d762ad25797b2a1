/* SPDX-License-Identifier: MIT */
/* The table of update rules: names, states, defaults, ranges, and the scalars of a step, computed in double. */
#include "optim_priv.h"

#include "base/status_priv.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* --- Which states there are. --- */

static unsigned sgd_mask(const struct nadir_optimizer_params *params)
{
    return params->momentum > 0.0;
}

static unsigned rmsprop_mask(const struct nadir_optimizer_params *params)
{
    return 1u | (params->momentum > 0.0) << 1 | (unsigned)params->centered << 2;
}

static unsigned adam_mask(const struct nadir_optimizer_params *params)
{
    return 3u | (unsigned)params->amsgrad << 2;
}

/* --- Scalars, in the order of cl/optimizer.clh. 1 - beta from a float beta would be off by 1e-5. --- */

/* h[0] is what eps adds under the root, h[1] what it adds to it; `uncorrected` = 1 / sqrt(bias correction). */
static void eps_scalars(const struct nadir_optimizer_params *params, double uncorrected, double h[2])
{
    h[0] = params->eps_mode == NADIR_EPS_INSIDE ? params->eps : 0.0;
    h[1] = params->eps_mode == NADIR_EPS_INSIDE ? 0.0
        : params->eps_mode == NADIR_EPS_HAT     ? params->eps * uncorrected
                                                : params->eps;
}

/* 1 / (1 - beta^t), without losing digits for a beta near 1. */
static double correction(double beta, uint64_t t)
{
    return beta > 0.0 ? -1.0 / expm1((double)t * log(beta)) : 1.0;
}

static void sgd(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS])
{
    (void)carry;
    /* The buffer starts as the gradient itself, undampened; with the learning rate inside it starts as 0. */
    const bool first = t == 1 && !params->lr_in_momentum;
    h[0] = first ? 0.0 : params->momentum;
    h[1] = first ? 1.0 : 1.0 - params->dampening;
    h[2] = params->nesterov || params->rule == NADIR_NESTEROV ? params->momentum : 0.0;
}

static void adagrad(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS])
{
    (void)carry;
    h[0] = 1.0 / (1.0 + (double)(t - 1) * params->lr_decay);
    eps_scalars(params, 1.0, h + 1);
}

static void adadelta(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS])
{
    (void)t, (void)carry;
    h[0] = 1.0 - params->rho;
    h[1] = params->eps;
}

static void rmsprop(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS])
{
    (void)t, (void)carry;
    h[0] = 1.0 - params->alpha;
    eps_scalars(params, 1.0, h + 1);
    h[3] = params->momentum;
}

static void adam(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS])
{
    (void)carry;
    h[0] = 1.0 - params->beta1;
    h[1] = 1.0 - params->beta2;
    h[2] = correction(params->beta1, t);
    h[3] = correction(params->beta2, t);
    eps_scalars(params, sqrt(h[3]), h + 4);
}

static void adamax(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS])
{
    (void)carry;
    h[0] = 1.0 - params->beta1;
    h[1] = 1.0 - params->beta2;
    h[2] = correction(params->beta1, t);
    /* Inside: part of the maximum (PyTorch); outside: added where it is used (Keras). */
    h[4] = params->eps_mode == NADIR_EPS_INSIDE ? params->eps : 0.0;
    h[5] = params->eps_mode == NADIR_EPS_INSIDE ? 0.0 : params->eps;
}

static double nadam_momentum(const struct nadir_optimizer_params *params, uint64_t t)
{
    return params->beta1 * (1.0 - 0.5 * pow(0.96, (double)t * params->momentum_decay));
}

/* mu_1 ... mu_t; from where it is nothing beside 1 on, 0. */
static double nadam_product(const struct nadir_optimizer_params *params, uint64_t t)
{
    double product = 1.0;
    for (uint64_t i = 1; i <= t && product > 1e-20; i++) product *= nadam_momentum(params, i);
    return product > 1e-20 ? product : 0.0;
}

static void nadam(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS])
{
    (void)carry;
    const double now = nadam_momentum(params, t), next = nadam_momentum(params, t + 1), product = nadam_product(params, t);
    h[0] = 1.0 - params->beta1;
    h[1] = 1.0 - params->beta2;
    h[2] = next / (1.0 - product * next);
    h[3] = (1.0 - now) / (1.0 - product);
    h[4] = correction(params->beta2, t);
    eps_scalars(params, sqrt(h[4]), h + 5);
}

static void radam(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS])
{
    (void)carry;
    const double power = params->beta2 > 0.0 ? exp((double)t * log(params->beta2)) : 0.0;
    const double limit = 2.0 / (1.0 - params->beta2) - 1.0, rho = limit - 2.0 * (double)t * power / (1.0 - power);
    h[0] = 1.0 - params->beta1;
    h[1] = 1.0 - params->beta2;
    h[2] = correction(params->beta1, t);
    h[3] = 0.0; /* too few steps to know the variance */
    if (rho > 5.0) h[3] = sqrt((rho - 4.0) * (rho - 2.0) * limit / ((limit - 4.0) * (limit - 2.0) * rho)) * sqrt(1.0 - power);
    h[4] = params->eps;
}

static void lion(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS])
{
    (void)t, (void)carry;
    h[0] = 1.0 - params->beta1;
    h[1] = 1.0 - params->beta2;
}

static void adan(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS])
{
    (void)carry;
    h[0] = 1.0 - params->beta1;
    h[1] = 1.0 - params->beta2;
    h[2] = 1.0 - params->beta3;
    h[3] = correction(params->beta1, t);
    h[4] = params->beta2 * correction(params->beta2, t);
    h[5] = correction(params->beta3, t);
    h[6] = params->eps;
    h[7] = t > 1;
}

static void rprop(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS])
{
    (void)carry;
    h[0] = params->eta_minus;
    h[1] = params->eta_plus;
    h[2] = params->step_min;
    h[3] = params->step_max;
    h[4] = t == 1;
}

static void asgd(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS])
{
    (void)carry;
    const double before = (double)(t - 1);
    h[0] = pow(1.0 + params->lambd * params->lr * before, -params->alpha);
    h[1] = params->lambd;
    h[2] = before - params->t0 > 1.0 ? 1.0 / (before - params->t0) : 1.0;
}

static void schedule_free(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS])
{
    if (params->lr > carry[1]) carry[1] = params->lr;
    const double weight = params->uniform_average ? 1.0 : carry[1] * carry[1];
    carry[0] += weight;
    h[0] = 1.0 - params->beta2;
    h[1] = correction(params->beta2, t);
    h[2] = params->eps;
    h[3] = carry[0] > 0.0 ? weight / carry[0] : 0.0;
    h[4] = params->beta1 * (1.0 - h[3]) - 1.0;
    h[5] = t == 1;
}

static void sophia(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS])
{
    (void)t, (void)carry;
    h[0] = 1.0 - params->beta1;
    h[1] = params->rho * params->batch;
}

static void lars(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS])
{
    (void)t, (void)carry;
    h[0] = params->momentum;
    h[1] = params->nesterov;
}

const struct nadir__rule nadir__rules[NADIR_OPTIMIZER_COUNT] = {
    [NADIR_SGD] = {"sgd", &nadir__elementwise, 0, {"momentum_buffer"}, sgd_mask, sgd},
    [NADIR_MOMENTUM] = {"momentum", &nadir__elementwise, 0, {"momentum_buffer"}, NULL, sgd},
    [NADIR_NESTEROV] = {"nesterov", &nadir__elementwise, 0, {"momentum_buffer"}, NULL, sgd},
    [NADIR_ADAGRAD] = {"adagrad", &nadir__elementwise, 3, {"sum"}, NULL, adagrad},
    [NADIR_ADADELTA] = {"adadelta", &nadir__elementwise, 4, {"square_avg", "acc_delta"}, NULL, adadelta},
    [NADIR_RMSPROP] = {"rmsprop", &nadir__elementwise, 5, {"square_avg", "momentum_buffer", "grad_avg"}, rmsprop_mask, rmsprop},
    [NADIR_ADAM] = {"adam", &nadir__elementwise, 6, {"exp_avg", "exp_avg_sq", "max_exp_avg_sq"}, adam_mask, adam},
    [NADIR_ADAMW] = {"adamw", &nadir__elementwise, 6, {"exp_avg", "exp_avg_sq", "max_exp_avg_sq"}, adam_mask, adam},
    [NADIR_ADAMAX] = {"adamax", &nadir__elementwise, 8, {"exp_avg", "exp_inf"}, NULL, adamax},
    [NADIR_NADAM] = {"nadam", &nadir__elementwise, 9, {"exp_avg", "exp_avg_sq"}, NULL, nadam},
    [NADIR_RADAM] = {"radam", &nadir__elementwise, 10, {"exp_avg", "exp_avg_sq"}, NULL, radam},
    [NADIR_LION] = {"lion", &nadir__elementwise, 11, {"exp_avg"}, NULL, lion},
    [NADIR_ADAN] = {"adan", &nadir__elementwise, 12, {"exp_avg", "exp_avg_diff", "exp_avg_sq", "previous_grad"}, NULL, adan},
    [NADIR_RPROP] = {"rprop", &nadir__elementwise, 13, {"prev", "step_size"}, NULL, rprop},
    [NADIR_ASGD] = {"asgd", &nadir__elementwise, 14, {"ax"}, NULL, asgd},
    [NADIR_SCHEDULE_FREE] = {"schedule_free", &nadir__elementwise, 15, {"z", "exp_avg_sq"}, NULL, schedule_free},
    [NADIR_SOPHIA] = {"sophia", &nadir__elementwise, 16, {"exp_avg", "hessian"}, NULL, sophia},
    [NADIR_LAMB] = {"lamb", &nadir__norm_ratio, 17, {"exp_avg", "exp_avg_sq"}, NULL, adam},
    [NADIR_LARS] = {"lars", &nadir__norm_ratio, 18, {"momentum_buffer"}, NULL, lars},
    [NADIR_ADAFACTOR] = {"adafactor", &nadir__adafactor, -1, {NULL}, NULL, nadir__adafactor_scalars},
    [NADIR_MUON] = {"muon", &nadir__muon, -1, {NULL}, NULL, nadir__muon_scalars},
    [NADIR_ADAM8BIT] = {"adam8bit", &nadir__adam8bit, -1, {NULL}, NULL, nadir__adam8bit_scalars},
};

/* --- Defaults. --- */

struct nadir_optimizer_params nadir_optimizer_params_default(enum nadir_optimizer_rule rule)
{
    struct nadir_optimizer_params p = {
        .rule = rule,
        .lr = 1e-3,
        .momentum = 0.9,
        .beta1 = 0.9,
        .beta2 = 0.999,
        .beta3 = 0.99,
        .eps = 1e-8,
        .alpha = 0.99,
        .rho = 0.9,
        .momentum_decay = 4e-3,
        .eta_minus = 0.5,
        .eta_plus = 1.2,
        .step_min = 1e-6,
        .step_max = 50.0,
        .lambd = 1e-4,
        .t0 = 1e6,
        .batch = 1.0,
        .trust_coefficient = 1e-3,
        .beta2_decay = -0.8,
        .eps2 = 1e-3,
        .clip_threshold = 1.0,
        .ns_steps = 5,
        .loss_scale = {.dynamic = true, .growth = 2.0, .backoff = 0.5, .interval = 2000},
        .average_decay = 0.999,
        .average_start = 1,
        .average_every = 1,
    };
    switch (rule) {
    case NADIR_SGD: p.momentum = 0.0; break;
    case NADIR_NESTEROV: p.nesterov = true; break;
    case NADIR_ADAGRAD: p.lr = 1e-2, p.eps = 1e-10; break;
    case NADIR_ADADELTA: p.lr = 1.0, p.eps = 1e-6; break;
    case NADIR_RMSPROP: p.lr = 1e-2, p.momentum = 0.0; break;
    case NADIR_ADAMW: p.decay = NADIR_DECAY_DECOUPLED, p.weight_decay = 1e-2; break;
    case NADIR_ADAMAX: p.lr = 2e-3, p.eps_mode = NADIR_EPS_INSIDE; break;
    case NADIR_NADAM: p.lr = 2e-3; break;
    case NADIR_LION: p.beta2 = 0.99, p.decay = NADIR_DECAY_DECOUPLED, p.weight_decay = 1e-3; break;
    case NADIR_ADAN: p.beta1 = 0.98, p.beta2 = 0.92, p.decay = NADIR_DECAY_DECOUPLED; break;
    case NADIR_RPROP: p.lr = 1e-2; break;
    case NADIR_ASGD: p.lr = 1e-2, p.alpha = 0.75; break;
    case NADIR_SCHEDULE_FREE: p.lr = 2.5e-3, p.decay = NADIR_DECAY_DECOUPLED; break;
    case NADIR_SOPHIA:
        p.lr = 1e-4, p.beta1 = 0.965, p.beta2 = 0.99, p.rho = 0.04, p.decay = NADIR_DECAY_DECOUPLED, p.weight_decay = 0.1;
        break;
    case NADIR_LAMB: p.eps = 1e-6, p.weight_decay = 1e-2; break;
    case NADIR_LARS: p.lr = 1.0, p.lr_in_momentum = true; break;
    case NADIR_ADAFACTOR: p.lr = 1e-2, p.eps = 0x1p-23, p.decay = NADIR_DECAY_DECOUPLED; break;
    case NADIR_MUON:
        p.momentum = 0.95, p.nesterov = true, p.eps = 1e-7, p.decay = NADIR_DECAY_DECOUPLED, p.weight_decay = 0.1;
        break;
    default: break;
    }
    return p;
}

struct nadir_optimizer_params nadir_optimizer_params_keras(enum nadir_optimizer_rule rule)
{
    struct nadir_optimizer_params p = nadir_optimizer_params_default(rule);
    p.decay = NADIR_DECAY_DECOUPLED;
    p.eps = 1e-7;
    switch (rule) {
    case NADIR_SGD:
    case NADIR_MOMENTUM:
    case NADIR_NESTEROV: p.lr = 1e-2, p.lr_in_momentum = true; break;
    case NADIR_ADAGRAD: p.lr = 1e-3, p.eps_mode = NADIR_EPS_INSIDE, p.initial_accumulator = 0.1; break;
    case NADIR_ADADELTA: p.lr = 1e-3, p.rho = 0.95; break;
    case NADIR_RMSPROP: p.lr = 1e-3, p.alpha = 0.9, p.eps_mode = NADIR_EPS_INSIDE, p.lr_in_momentum = true; break;
    case NADIR_ADAM:
    case NADIR_ADAMW: p.eps_mode = NADIR_EPS_HAT, p.weight_decay = rule == NADIR_ADAMW ? 4e-3 : 0.0; break;
    case NADIR_ADAMAX: p.lr = 1e-3, p.eps_mode = NADIR_EPS_OUTSIDE; break;
    case NADIR_NADAM: p.lr = 1e-3, p.momentum_decay = 1.0; break;
    case NADIR_LION:
    case NADIR_LAMB: p.weight_decay = 0.0; break;
    case NADIR_SCHEDULE_FREE: p.uniform_average = true, p.eps = 1e-8; break;
    case NADIR_ADAFACTOR: p.lr = 1e-3, p.eps = 1e-30, p.eps_mode = NADIR_EPS_INSIDE; break;
    case NADIR_MUON: p.muon_adjust = NADIR_MUON_MATCH_RMS, p.eps_mode = NADIR_EPS_HAT, p.weight_decay = 4e-3; break;
    default: p = nadir_optimizer_params_default(rule); break; /* Keras does not have it */
    }
    return p;
}

/* --- Names and ranges. --- */

const char *nadir_optimizer_name(enum nadir_optimizer_rule rule)
{
    return (unsigned)rule < NADIR_OPTIMIZER_COUNT ? nadir__rules[rule].name : NULL;
}

enum nadir_status nadir_optimizer_parse(enum nadir_optimizer_rule *out, const char *name)
{
    ND_CHECK_ARG(out && name, "optimizer: out or name is NULL");
    char names[400];
    size_t used = 0;
    for (unsigned i = 0; i < NADIR_OPTIMIZER_COUNT; i++) {
        if (strcmp(nadir__rules[i].name, name) == 0) {
            *out = (enum nadir_optimizer_rule)i;
            return NADIR_OK;
        }
        used += (size_t)snprintf(names + used, sizeof names - used, " %s", nadir__rules[i].name);
    }
    return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "%s is not an optimizer; there are%s", name, names);
}

unsigned nadir__rule_mask(const struct nadir_optimizer_params *params)
{
    const struct nadir__rule *rule = &nadir__rules[params->rule];
    unsigned mask = 0;
    if (rule->mask) return rule->mask(params);
    for (unsigned i = 0; i < ND_STATES && rule->states[i]; i++) mask |= 1u << i;
    return mask;
}

bool nadir__rule_inside(const struct nadir_optimizer_params *params)
{
    switch (params->rule) {
    case NADIR_RPROP:
    case NADIR_LARS: return true;
    case NADIR_SGD:
    case NADIR_RMSPROP: return params->lr_in_momentum && params->momentum > 0.0;
    case NADIR_MOMENTUM:
    case NADIR_NESTEROV: return params->lr_in_momentum;
    default: return false;
    }
}

double *nadir__rule_momentum(struct nadir_optimizer_params *params)
{
    switch (params->rule) {
    case NADIR_SGD:
    case NADIR_MOMENTUM:
    case NADIR_NESTEROV:
    case NADIR_RMSPROP:
    case NADIR_LARS:
    case NADIR_MUON: return &params->momentum;
    case NADIR_ADAGRAD:
    case NADIR_ADADELTA:
    case NADIR_RPROP:
    case NADIR_ASGD:
    case NADIR_SCHEDULE_FREE: /* its y belongs to one beta1 */
    case NADIR_ADAFACTOR: return NULL;
    default: return &params->beta1;
    }
}

static bool finite_from(double x, double least)
{
    return x >= least && isfinite(x);
}

static enum nadir_status check_groups(const struct nadir_optimizer_params *p)
{
    ND_CHECK_ARG(p->group_count == 0 || p->groups, "optimizer: groups is NULL, but group_count = %zu", p->group_count);
    for (size_t i = 0; i < p->group_count; i++) {
        const struct nadir_parameter_group *group = &p->groups[i];
        ND_CHECK_ARG(finite_from(group->lr_multiplier, 0.0),
                     "groups[%zu]: lr_multiplier = %g, but a finite number >= 0 is needed", i, group->lr_multiplier);
        ND_CHECK_ARG(isnan(group->weight_decay) || finite_from(group->weight_decay, 0.0),
                     "groups[%zu]: weight_decay = %g, but a finite number >= 0 or NAN is needed", i, group->weight_decay);
        ND_CHECK_ARG(finite_from(group->l1, 0.0), "groups[%zu]: l1 = %g, but a finite number >= 0 is needed", i, group->l1);
    }
    return NADIR_OK;
}

static enum nadir_status check_around(const struct nadir_optimizer_params *p)
{
    const struct nadir_loss_scale *scale = &p->loss_scale;
    ND_CHECK_ARG(finite_from(p->l1, 0.0), "l1 = %g, but a finite number >= 0 is needed", p->l1);
    ND_CHECK_ARG(finite_from(p->clip.norm, 0.0) && finite_from(p->clip.tensor_norm, 0.0) && finite_from(p->clip.value, 0.0),
                 "clip: norm = %g, tensor_norm = %g, value = %g, but finite numbers >= 0 are needed", p->clip.norm,
                 p->clip.tensor_norm, p->clip.value);
    ND_CHECK_ARG(scale->initial == 0.0 || (scale->initial >= 1.0 && scale->initial <= 0x1p24),
                 "loss_scale: initial = %g, but 0 or 1 .. 2^24 is needed", scale->initial);
    ND_CHECK_ARG(
        scale->growth > 1.0 && isfinite(scale->growth) && scale->backoff > 0.0 && scale->backoff < 1.0 && scale->interval >= 1,
        "loss_scale: growth = %g, backoff = %g, interval = %u, but growth > 1, 0 < backoff < 1 and interval >= 1 are needed",
        scale->growth, scale->backoff, scale->interval);
    ND_CHECK_ARG((unsigned)p->average <= NADIR_AVERAGE_SWA, "average = %d is not an average", (int)p->average);
    ND_CHECK_ARG(p->average_decay >= 0.0 && p->average_decay <= 1.0, "average_decay = %g, but 0 .. 1 is needed",
                 p->average_decay);
    ND_CHECK_ARG(p->average_start >= 1 && p->average_every >= 1, "average_start and average_every are steps, at least 1");
    ND_CHECK_ARG(p->copy == NADIR_F32 || p->copy == NADIR_F16 || p->copy == NADIR_BF16,
                 "copy = %s, but float16 and bfloat16 are possible, or float32 for none",
                 nadir_dtype_name(p->copy) ? nadir_dtype_name(p->copy) : "?");
    return check_groups(p);
}

/* The comparisons are written so that NaN fails them. */
enum nadir_status nadir_optimizer_check(const struct nadir_optimizer_params *p)
{
    static const struct {
        const char *name;
        size_t at;
        double least, most;
    } ranges[] = {
#define RANGE(field, least, most) {#field, offsetof(struct nadir_optimizer_params, field), least, most}
        RANGE(momentum, 0.0, 1.0),
        RANGE(dampening, 0.0, 1.0),
        RANGE(rho, 0.0, HUGE_VAL),
        RANGE(alpha, 0.0, HUGE_VAL),
    };
    const double below_one[] = {p ? p->beta1 : 0.0, p ? p->beta2 : 0.0, p ? p->beta3 : 0.0};
    ND_CHECK_ARG(p, "optimizer: params is NULL");
    ND_CHECK_ARG((unsigned)p->rule < NADIR_OPTIMIZER_COUNT, "rule = %d is not an optimizer", (int)p->rule);
    ND_CHECK_ARG(finite_from(p->lr, 0.0), "lr = %g, but a finite number >= 0 is needed", p->lr);
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
        double x;
        memcpy(&x, (const char *)p + ranges[i].at, sizeof x);
        ND_CHECK_ARG(x >= ranges[i].least && x <= ranges[i].most && isfinite(x), "%s = %g, but %g .. %g is needed",
                     ranges[i].name, x, ranges[i].least, ranges[i].most);
    }
    for (int i = 0; i < 3; i++)
        ND_CHECK_ARG(below_one[i] >= 0.0 && below_one[i] < 1.0, "beta%d = %g, but 0 <= beta%d < 1 is needed", i + 1,
                     below_one[i], i + 1);
    ND_CHECK_ARG(p->rule != NADIR_ADADELTA || p->rho <= 1.0, "rho = %g, but 0 .. 1 is needed", p->rho);
    ND_CHECK_ARG(p->rule != NADIR_SCHEDULE_FREE || p->beta1 > 0.0, "beta1 = 0, but schedule_free needs a number above 0");
    ND_CHECK_ARG(!p->l1_proximal || (p->rule != NADIR_SCHEDULE_FREE && p->rule != NADIR_ASGD),
                 "l1_proximal moves p alone, but %s keeps a second point; use l1 without it", nadir__rules[p->rule].name);
    ND_CHECK_ARG(p->rule != NADIR_RMSPROP || p->alpha <= 1.0, "alpha = %g, but 0 .. 1 is needed", p->alpha);
    ND_CHECK_ARG(p->rule != NADIR_SOPHIA || p->rho > 0.0, "rho = %g, but a number above 0 is needed", p->rho);
    ND_CHECK_ARG(finite_from(p->eps, 0.0), "eps = %g, but a finite number >= 0 is needed", p->eps);
    ND_CHECK_ARG((unsigned)p->eps_mode <= NADIR_EPS_HAT, "eps_mode = %d is not a mode", (int)p->eps_mode);
    ND_CHECK_ARG(finite_from(p->weight_decay, 0.0), "weight_decay = %g, but a finite number >= 0 is needed", p->weight_decay);
    ND_CHECK_ARG((unsigned)p->decay <= NADIR_DECAY_DECOUPLED, "decay = %d is not a mode", (int)p->decay);
    const bool nesterov = p->rule == NADIR_NESTEROV || (p->nesterov && p->rule < NADIR_NESTEROV);
    ND_CHECK_ARG(!nesterov || p->momentum > 0.0, "nesterov needs a momentum above 0");
    ND_CHECK_ARG(!nesterov || p->lr_in_momentum || p->dampening == 0.0, "nesterov needs dampening 0, not %g", p->dampening);
    ND_CHECK_ARG(finite_from(p->lr_decay, 0.0), "lr_decay = %g, but a finite number >= 0 is needed", p->lr_decay);
    ND_CHECK_ARG(finite_from(p->initial_accumulator, 0.0), "initial_accumulator = %g, but a finite number >= 0 is needed",
                 p->initial_accumulator);
    ND_CHECK_ARG(finite_from(p->momentum_decay, 0.0), "momentum_decay = %g, but a finite number >= 0 is needed",
                 p->momentum_decay);
    ND_CHECK_ARG(p->eta_minus > 0.0 && p->eta_minus < 1.0 && p->eta_plus > 1.0 && isfinite(p->eta_plus),
                 "eta_minus = %g, eta_plus = %g, but 0 < eta_minus < 1 < eta_plus is needed", p->eta_minus, p->eta_plus);
    ND_CHECK_ARG(p->step_min > 0.0 && p->step_max >= p->step_min && isfinite(p->step_max),
                 "step_min = %g, step_max = %g, but 0 < step_min <= step_max is needed", p->step_min, p->step_max);
    ND_CHECK_ARG(finite_from(p->lambd, 0.0) && finite_from(p->t0, 0.0),
                 "lambd = %g, t0 = %g, but finite numbers >= 0 are needed", p->lambd, p->t0);
    ND_CHECK_ARG(p->batch > 0.0 && isfinite(p->batch), "batch = %g, but a number above 0 is needed", p->batch);
    ND_CHECK_ARG(p->trust_coefficient > 0.0 && isfinite(p->trust_coefficient),
                 "trust_coefficient = %g, but a number above 0 is needed", p->trust_coefficient);
    ND_CHECK_ARG(p->beta2_decay <= 0.0 && isfinite(p->beta2_decay), "beta2_decay = %g, but a number of at most 0 is needed",
                 p->beta2_decay);
    ND_CHECK_ARG(p->eps2 > 0.0 && isfinite(p->eps2), "eps2 = %g, but a number above 0 is needed", p->eps2);
    ND_CHECK_ARG(p->clip_threshold > 0.0 && isfinite(p->clip_threshold), "clip_threshold = %g, but a number above 0 is needed",
                 p->clip_threshold);
    ND_CHECK_ARG(p->ns_steps >= 1 && p->ns_steps <= 100, "ns_steps = %u, but 1 .. 100 are possible", p->ns_steps);
    ND_CHECK_ARG((unsigned)p->muon_adjust <= NADIR_MUON_MATCH_RMS, "muon_adjust = %d is not a mode", (int)p->muon_adjust);
    return check_around(p);
}

/* --- All scalars of a step. --- */

static double average_weight(const struct nadir_optimizer_params *p, uint64_t t)
{
    if (p->average == NADIR_AVERAGE_NONE || t <= p->average_start) return 1.0;
    if (p->average == NADIR_AVERAGE_EMA) return 1.0 - p->average_decay;
    const uint64_t since = t - p->average_start;
    return since % p->average_every == 0 ? 1.0 / (1.0 + (double)(since / p->average_every)) : 0.0;
}

void nadir__step_scalars(const struct nadir_optimizer_params *p, uint64_t t, double carry[2], float h[ND_H_COUNT])
{
    double own[ND_OWN_SCALARS] = {0};
    nadir__rules[p->rule].scalars(p, t, carry, own);
    h[ND_H_LR] = (float)p->lr;
    h[ND_H_BOUND] = p->clip.value > 0.0 ? (float)p->clip.value : INFINITY;
    h[ND_H_L2] = p->decay == NADIR_DECAY_L2 ? (float)p->weight_decay : 0.0f;
    h[ND_H_DECAY] = p->decay == NADIR_DECAY_DECOUPLED ? (float)p->weight_decay : 0.0f;
    h[ND_H_L1] = p->l1_proximal ? 0.0f : (float)p->l1;
    h[ND_H_L1_PROXIMAL] = p->l1_proximal ? (float)p->l1 : 0.0f;
    h[ND_H_AVERAGE] = (float)average_weight(p, t);
    for (int i = 0; i < ND_OWN_SCALARS; i++) h[ND_H_OWN + i] = (float)own[i];
}

size_t nadir_optimizer_states(const struct nadir_optimizer_params *params, const char *names[NADIR_OPTIMIZER_STATES])
{
    if (!params || (unsigned)params->rule >= NADIR_OPTIMIZER_COUNT) return 0;
    const unsigned mask = nadir__rule_mask(params);
    size_t count = 0;
    for (unsigned i = 0; i < ND_STATES; i++)
        if (mask >> i & 1) names[count++] = nadir__rules[params->rule].states[i];
    return count;
}
