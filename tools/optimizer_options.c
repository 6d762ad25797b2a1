/* SPDX-License-Identifier: MIT */
/* The table of optimizer options, and what turns command lines into params and back. */
#include "optimizer_options.h"

#include "tool.h"

#include <assert.h>
#include <float.h>
#include <stddef.h>
#include <string.h>

/* --- The table. --- */

#define RULE(name) (UINT64_C(1) << NADIR_##name)
#define ALL ((UINT64_C(1) << NADIR_OPTIMIZER_COUNT) - 1)
#define BUFFERED (RULE(SGD) | RULE(MOMENTUM) | RULE(NESTEROV))
#define MOMENTS (RULE(ADAM) | RULE(ADAMW) | RULE(NADAM) | RULE(RADAM) | RULE(LAMB) | RULE(ADAM8BIT)) /* Adam's m and v */
#define WITH_BETAS (MOMENTS | RULE(ADAMAX) | RULE(LION) | RULE(ADAN) | RULE(SCHEDULE_FREE) | RULE(SOPHIA) | RULE(MUON))
#define WITH_EPS                                                                                                               \
    (MOMENTS | RULE(ADAGRAD) | RULE(ADADELTA) | RULE(RMSPROP) | RULE(ADAMAX) | RULE(ADAN) | RULE(SCHEDULE_FREE) |              \
     RULE(ADAFACTOR) | RULE(MUON))
#define FIELD(name) offsetof(struct nadir_optimizer_params, name)

static const char *const decays[] = {[NADIR_DECAY_L2] = "l2", [NADIR_DECAY_DECOUPLED] = "decoupled", NULL};
static const char *const eps_modes[] = {[NADIR_EPS_OUTSIDE] = "outside", [NADIR_EPS_INSIDE] = "inside", [NADIR_EPS_HAT] = "hat",
                                        NULL};
static const char *const adjustments[] = {[NADIR_MUON_ORIGINAL] = "original", [NADIR_MUON_MATCH_RMS] = "match_rms_adamw",
                                          NULL};

/* lr first: what all rules have in common, then what some have, then what stands around them. */
static const struct optimizer_option options[] = {
    {"lr", OPTION_REAL, "X", "learning rate", ALL, false, 0, DBL_MAX, NULL, {FIELD(lr)}, 1},
    {"weight-decay", OPTION_REAL, "X", "pull towards 0", ALL, false, 0, DBL_MAX, NULL, {FIELD(weight_decay)}, 1},
    {"decay", OPTION_CHOICE, "NAME", "weight decay inside or beside the gradient", ALL, false, 0, 0, decays, {FIELD(decay)}, 1},
    {"l1", OPTION_REAL, "X", "penalty X |p|", ALL, false, 0, DBL_MAX, NULL, {FIELD(l1)}, 1},
    {"l1-proximal", OPTION_BOOLEAN, "BOOL", "the penalty as a shrinking step that gives exact zeros", ALL, false, 0, 0, NULL,
     {FIELD(l1_proximal)}, 1},
    {"maximize", OPTION_BOOLEAN, "BOOL", "go up the gradient", ALL, false, 0, 0, NULL, {FIELD(maximize)}, 1},
    {"momentum", OPTION_REAL, "X", "share of the last update that is kept",
     BUFFERED | RULE(RMSPROP) | RULE(LARS) | RULE(MUON), false, 0, 1, NULL, {FIELD(momentum)}, 1},
    {"dampening", OPTION_REAL, "X", "share of the gradient that is left out of the momentum", RULE(SGD) | RULE(MOMENTUM), false,
     0, 1, NULL, {FIELD(dampening)}, 1},
    {"nesterov", OPTION_BOOLEAN, "BOOL", "Nesterov's momentum", RULE(SGD) | RULE(MOMENTUM) | RULE(MUON), false, 0, 0, NULL,
     {FIELD(nesterov)}, 1},
    {"lr-in-momentum", OPTION_BOOLEAN, "BOOL", "the learning rate inside the momentum (Keras)", BUFFERED | RULE(RMSPROP), false,
     0, 0, NULL, {FIELD(lr_in_momentum)}, 1},
    {"betas", OPTION_REALS, "X,X", "smoothing of the averages", WITH_BETAS, false, 0, 1, NULL,
     {FIELD(beta1), FIELD(beta2), FIELD(beta3)}, 3},
    {"eps", OPTION_REAL, "X", "addend against division by 0", WITH_EPS, false, 0, DBL_MAX, NULL, {FIELD(eps)}, 1},
    {"eps-mode", OPTION_CHOICE, "NAME", "where eps stands, beside the root or in it",
     RULE(ADAGRAD) | RULE(RMSPROP) | RULE(ADAMAX) | RULE(MUON) | (MOMENTS & ~RULE(RADAM)), false, 0, 0, eps_modes,
     {FIELD(eps_mode)}, 1},
    {"amsgrad", OPTION_BOOLEAN, "BOOL", "divide by the largest average so far", RULE(ADAM) | RULE(ADAMW), false, 0, 0, NULL,
     {FIELD(amsgrad)}, 1},
    {"momentum-decay", OPTION_REAL, "X", "speed of the momentum's warm-up", RULE(NADAM), false, 0, DBL_MAX, NULL,
     {FIELD(momentum_decay)}, 1},
    {"alpha", OPTION_REAL, "X", "smoothing of the squares, or the power of asgd's decay", RULE(RMSPROP) | RULE(ASGD), false, 0,
     DBL_MAX, NULL, {FIELD(alpha)}, 1},
    {"centered", OPTION_BOOLEAN, "BOOL", "divide by the deviation", RULE(RMSPROP), false, 0, 0, NULL, {FIELD(centered)}, 1},
    {"rho", OPTION_REAL, "X", "smoothing of the squares, or sophia's bound", RULE(ADADELTA) | RULE(SOPHIA), false, 0, DBL_MAX,
     NULL, {FIELD(rho)}, 1},
    {"lr-decay", OPTION_REAL, "X", "decay of the learning rate", RULE(ADAGRAD), false, 0, DBL_MAX, NULL, {FIELD(lr_decay)}, 1},
    {"initial-accumulator-value", OPTION_REAL, "X", "what the sum of squares starts with", RULE(ADAGRAD), false, 0, DBL_MAX,
     NULL, {FIELD(initial_accumulator)}, 1},
    {"etas", OPTION_REALS, "X,X", "factors of a step that turns and of one that does not", RULE(RPROP), false, 0, DBL_MAX, NULL,
     {FIELD(eta_minus), FIELD(eta_plus)}, 2},
    {"step-sizes", OPTION_REALS, "X,X", "least and largest step", RULE(RPROP), false, 0, DBL_MAX, NULL,
     {FIELD(step_min), FIELD(step_max)}, 2},
    {"lambd", OPTION_REAL, "X", "decay term", RULE(ASGD), false, 0, DBL_MAX, NULL, {FIELD(lambd)}, 1},
    {"t0", OPTION_REAL, "X", "step at which averaging begins", RULE(ASGD), false, 0, DBL_MAX, NULL, {FIELD(t0)}, 1},
    {"bs", OPTION_REAL, "N", "samples of a batch", RULE(SOPHIA), false, FLT_MIN, DBL_MAX, NULL, {FIELD(batch)}, 1},
    {"trust-coefficient", OPTION_REAL, "X", "share of a tensor's norm that a step may have", RULE(LARS), false, FLT_MIN,
     DBL_MAX, NULL, {FIELD(trust_coefficient)}, 1},
    {"beta2-decay", OPTION_REAL, "X", "power of t in the averages' weight", RULE(ADAFACTOR), false, -DBL_MAX, 0, NULL,
     {FIELD(beta2_decay)}, 1},
    {"eps2", OPTION_REAL, "X", "least size of a tensor in the step size", RULE(ADAFACTOR), false, FLT_MIN, DBL_MAX, NULL,
     {FIELD(eps2)}, 1},
    {"clip-threshold", OPTION_REAL, "X", "bound of an update's root mean square", RULE(ADAFACTOR), false, FLT_MIN, DBL_MAX,
     NULL, {FIELD(clip_threshold)}, 1},
    {"ns-steps", OPTION_INTEGER, "N", "Newton-Schulz iterations", RULE(MUON), false, 1, 100, NULL, {FIELD(ns_steps)}, 1},
    {"adjust", OPTION_CHOICE, "NAME", "factor by the matrix's shape", RULE(MUON), false, 0, 0, adjustments,
     {FIELD(muon_adjust)}, 1},
    {"uniform-average", OPTION_BOOLEAN, "BOOL", "average without weights (Keras)", RULE(SCHEDULE_FREE), false, 0, 0, NULL,
     {FIELD(uniform_average)}, 1},
    {"clip-norm", OPTION_REAL, "X", "bound of the gradient's norm over all tensors, 0: none", ALL, true, 0, DBL_MAX, NULL,
     {FIELD(clip.norm)}, 1},
    {"clip-tensor-norm", OPTION_REAL, "X", "bound of the norm of each tensor's gradient, 0: none", ALL, true, 0, DBL_MAX, NULL,
     {FIELD(clip.tensor_norm)}, 1},
    {"clip-value", OPTION_REAL, "X", "bound of each element of the gradient, 0: none", ALL, true, 0, DBL_MAX, NULL,
     {FIELD(clip.value)}, 1},
    {"skip-nonfinite", OPTION_BOOLEAN, "BOOL", "leave out steps whose gradient is not finite", ALL, true, 0, 0, NULL,
     {FIELD(skip_nonfinite)}, 1},
};
enum { OPTION_COUNT = sizeof options / sizeof options[0] };
static_assert((size_t)OPTION_COUNT <= OPTIMIZER_OPTIONS, "struct optimizer_values has no place for all of them");

const struct optimizer_option *optimizer_option(size_t index)
{
    return index < OPTION_COUNT ? &options[index] : NULL;
}

bool optimizer_option_is_for(const struct optimizer_option *option, enum nadir_optimizer_rule rule)
{
    return option->rules >> rule & 1;
}

size_t optimizer_option_count(const struct optimizer_option *option, enum nadir_optimizer_rule rule)
{
    return option->count == 3 && rule != NADIR_ADAN ? 2 : option->count;
}

/* --- Values. --- */

void optimizer_option_set(const struct optimizer_option *option, struct nadir_optimizer_params *params, const void *value)
{
    char *field = (char *)params + option->fields[0];
    switch (option->type) {
    case OPTION_REAL: memcpy(field, value, sizeof(double)); break;
    case OPTION_REALS: {
        const struct option_reals *reals = value;
        for (size_t i = 0; i < reals->count && i < option->count; i++)
            memcpy((char *)params + option->fields[i], &reals->values[i], sizeof(double));
        break;
    }
    case OPTION_INTEGER: {
        const uint32_t integer = (uint32_t) * (const uint64_t *)value; /* all integers among the params are of this type */
        memcpy(field, &integer, sizeof integer);
        break;
    }
    case OPTION_BOOLEAN: memcpy(field, value, sizeof(bool)); break;
    default: memcpy(field, value, sizeof(int)); break; /* OPTION_CHOICE: an enumeration */
    }
}

void optimizer_option_text(const struct optimizer_option *option, const struct nadir_optimizer_params *params, char *text,
                           size_t size)
{
    const char *field = (const char *)params + option->fields[0];
    size_t used = 0;
    text[0] = 0;
    switch (option->type) {
    case OPTION_INTEGER: snprintf(text, size, "%u", *(const uint32_t *)(const void *)field); break;
    case OPTION_BOOLEAN: snprintf(text, size, "%s", *(const bool *)field ? "true" : "false"); break;
    case OPTION_CHOICE: snprintf(text, size, "%s", option->names[*(const int *)(const void *)field]); break;
    default:
        for (size_t i = 0; i < optimizer_option_count(option, params->rule) && used < size; i++)
            used += (size_t)snprintf(text + used, size - used, "%s%.9g", i ? "," : "",
                                     *(const double *)(const void *)((const char *)params + option->fields[i]));
        break;
    }
}

const char *const optimizer_presets[] = {"pytorch", "keras", NULL};

struct nadir_optimizer_params optimizer_preset(enum nadir_optimizer_rule rule, int preset)
{
    return preset == 0 ? nadir_optimizer_params_default(rule) : nadir_optimizer_params_keras(rule);
}

/* --- Command lines. --- */

/* "learning rate", "bound of an update's root mean square [adafactor]". */
static void describe(const struct optimizer_option *option, char *text)
{
    size_t used = (size_t)snprintf(text, OPTIMIZER_HELP, "%s", option->help);
    if (option->rules == ALL) return;
    for (unsigned rule = 0, first = 1; rule < NADIR_OPTIMIZER_COUNT; rule++)
        if (optimizer_option_is_for(option, rule) && used < OPTIMIZER_HELP) {
            used += (size_t)snprintf(text + used, OPTIMIZER_HELP - used, "%s%s", first ? " [" : " ",
                                     nadir_optimizer_name((enum nadir_optimizer_rule)rule));
            first = 0;
        }
    if (used < OPTIMIZER_HELP) snprintf(text + used, OPTIMIZER_HELP - used, "]");
}

size_t optimizer_option_rows(struct option_row *rows, struct optimizer_values *values)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const struct optimizer_option *option = &options[i];
        describe(option, values->of[i].help);
        rows[i] = (struct option_row){
            .name = option->name,
            .type = option->type,
            .target = &values->of[i].value,
            .placeholder = option->placeholder,
            .help = values->of[i].help,
            .names = option->names,
            .given = &values->of[i].given,
        };
        if (option->type == OPTION_INTEGER) {
            rows[i].integers.least = (uint64_t)option->least;
            rows[i].integers.most = (uint64_t)option->most;
        } else if (option->type == OPTION_REALS) {
            rows[i].integers.least = 2;
            rows[i].integers.most = option->count;
        }
        rows[i].reals.least = option->least;
        rows[i].reals.most = option->most;
    }
    return OPTION_COUNT;
}

bool optimizer_option_given(const struct optimizer_values *values, const char *name)
{
    size_t i = 0;
    while (i < OPTION_COUNT && strcmp(options[i].name, name) != 0) i++;
    return i < OPTION_COUNT && values->of[i].given;
}

int optimizer_options_apply(const struct optimizer_values *values, struct nadir_optimizer_params *params)
{
    const char *rule = nadir_optimizer_name(params->rule);
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const struct optimizer_option *option = &options[i];
        if (!values->of[i].given) continue;
        if (!optimizer_option_is_for(option, params->rule)) {
            tool_fail("--%s: %s does not take it, see nadir train --help", option->name, rule);
            return TOOL_USAGE;
        }
        const size_t count = optimizer_option_count(option, params->rule);
        if (option->type == OPTION_REALS && values->of[i].value.reals.count != count) {
            tool_fail("--%s: %zu numbers, but %s takes %zu", option->name, values->of[i].value.reals.count, rule, count);
            return TOOL_USAGE;
        }
        optimizer_option_set(option, params, &values->of[i].value);
    }
    if (nadir_optimizer_check(params) == NADIR_OK) return TOOL_OK;
    (void)tool_fail_status(NULL);
    return TOOL_USAGE;
}
