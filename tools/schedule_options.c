/* SPDX-License-Identifier: MIT */
/* A table of the fields of struct nadir_schedule: option, type, range, and the kinds that take it. */
#include "schedule_options.h"

#include "tool.h"

#include <assert.h>
#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

#define KIND(name) (1u << NADIR_SCHEDULE_##name)

static const char *const mode_names[] = {"triangular", "triangular2", "exp_range", "cosine", NULL};
static const char *const anneal_names[] = {"cos", "linear", NULL};
static const char *const decay_names[] = {"linear", "cosine", "exponential", "minus_sqrt", NULL};
static const char *const milestone_aliases[] = {"boundaries", NULL};

/* Where the default of an option comes from. */
enum source {
    FIELD,    /* nadir_schedule_default_of */
    REQUIRED, /* nowhere */
    REST,     /* the steps of the run behind the warm-up */
    OTHER     /* as its help says */
};

static const struct field {
    const char *name;
    enum option_type type;
    size_t offset; /* in struct nadir_schedule; of the lists, none */
    unsigned kinds;
    enum source source;
    const char *help;
    struct {
        double least, most;
    } reals;
    uint64_t from;            /* integers: to UINT64_MAX */
    const char *const *names; /* of choices */
} fields[] = {
    {"warmup", OPTION_INTEGER, offsetof(struct nadir_schedule, warmup), ~0u, FIELD,
     .help = "steps of linear warm-up in front; lengths and milestones count from behind it"},
    {"warmup-factor", OPTION_REAL, offsetof(struct nadir_schedule, warmup_factor), ~0u, OTHER,
     .help = "part of the first learning rate at step 0 (default 1 / (warmup + 1))", .reals = {0, 1}},
    {"factor", OPTION_REAL, offsetof(struct nadir_schedule, factor), KIND(CONSTANT), FIELD,
     .help = "of the learning rate during the first --total-iters steps", .reals = {0, DBL_MAX}},
    {"start-factor", OPTION_REAL, offsetof(struct nadir_schedule, start_factor), KIND(LINEAR), FIELD,
     .help = "of the learning rate at step 0", .reals = {0, DBL_MAX}},
    {"end-factor", OPTION_REAL, offsetof(struct nadir_schedule, end_factor), KIND(LINEAR), FIELD,
     .help = "of the learning rate from --total-iters on", .reals = {0, DBL_MAX}},
    {"total-iters", OPTION_INTEGER, offsetof(struct nadir_schedule, total_iters), KIND(CONSTANT), FIELD,
     .help = "steps with --factor"},
    {"total-iters", OPTION_INTEGER, offsetof(struct nadir_schedule, total_iters), KIND(LINEAR) | KIND(POLYNOMIAL), REST,
     .help = "steps until the end is reached", .from = 1},
    {"power", OPTION_REAL, offsetof(struct nadir_schedule, power), KIND(POLYNOMIAL), FIELD, .help = "exponent",
     .reals = {DBL_MIN, DBL_MAX}},
    {"step-size", OPTION_INTEGER, offsetof(struct nadir_schedule, step_size), KIND(STEP), REQUIRED,
     .help = "steps between drops", .from = 1},
    {"milestones", OPTION_REALS, 0, KIND(MULTI_STEP) | KIND(PIECEWISE) | KIND(SEQUENTIAL), REQUIRED,
     .help = "steps of change, such as 10,20", .reals = {0, 0x1p53}},
    {"values", OPTION_REALS, 0, KIND(PIECEWISE), REQUIRED, .help = "learning rates, one more than milestones",
     .reals = {0, DBL_MAX}},
    {"kinds", OPTION_TEXT, 0, KIND(SEQUENTIAL), REQUIRED,
     .help = "schedules, one more than milestones, such as linear,exponential; their options follow"},
    {"gamma", OPTION_REAL, offsetof(struct nadir_schedule, gamma), KIND(STEP) | KIND(MULTI_STEP), FIELD,
     .help = "factor of each drop", .reals = {0, DBL_MAX}},
    {"gamma", OPTION_REAL, offsetof(struct nadir_schedule, gamma), KIND(EXPONENTIAL), REQUIRED,
     .help = "factor per --decay-steps", .reals = {0, DBL_MAX}},
    {"gamma", OPTION_REAL, offsetof(struct nadir_schedule, gamma), KIND(COSINE_WARM_RESTARTS), FIELD,
     .help = "factor per restart", .reals = {0, DBL_MAX}},
    {"gamma", OPTION_REAL, offsetof(struct nadir_schedule, gamma), KIND(CYCLIC), FIELD,
     .help = "factor per step of --mode exp_range", .reals = {0, DBL_MAX}},
    {"t-max", OPTION_INTEGER, offsetof(struct nadir_schedule, t_max), KIND(COSINE), REST,
     .help = "steps until --eta-min is reached", .from = 1},
    {"t-0", OPTION_INTEGER, offsetof(struct nadir_schedule, t_0), KIND(COSINE_WARM_RESTARTS), REQUIRED,
     .help = "length of the first cycle", .from = 1},
    {"t-mult", OPTION_INTEGER, offsetof(struct nadir_schedule, t_mult), KIND(COSINE_WARM_RESTARTS), FIELD,
     .help = "each cycle is that much longer", .from = 1},
    {"eta-min", OPTION_REAL, offsetof(struct nadir_schedule, eta_min),
     KIND(POLYNOMIAL) | KIND(COSINE) | KIND(COSINE_WARM_RESTARTS) | KIND(WSD), FIELD, .help = "the last learning rate",
     .reals = {0, DBL_MAX}},
    {"base-lr", OPTION_REAL, offsetof(struct nadir_schedule, base), KIND(CYCLIC), OTHER,
     .help = "lowest learning rate (default: --lr)", .reals = {0, DBL_MAX}},
    {"max-lr", OPTION_REAL, offsetof(struct nadir_schedule, max_lr), KIND(CYCLIC), REQUIRED, .help = "highest learning rate",
     .reals = {DBL_MIN, DBL_MAX}},
    {"max-lr", OPTION_REAL, offsetof(struct nadir_schedule, max_lr), KIND(ONE_CYCLE), OTHER,
     .help = "highest learning rate (default: --lr)", .reals = {DBL_MIN, DBL_MAX}},
    {"step-size-up", OPTION_INTEGER, offsetof(struct nadir_schedule, step_size_up), KIND(CYCLIC), FIELD,
     .help = "steps of the rising half", .from = 1},
    {"step-size-down", OPTION_INTEGER, offsetof(struct nadir_schedule, step_size_down), KIND(CYCLIC), OTHER,
     .help = "steps of the falling half (default: --step-size-up)"},
    {"mode", OPTION_CHOICE, offsetof(struct nadir_schedule, mode), KIND(CYCLIC), FIELD, .help = "how cycles get lower",
     .names = mode_names},
    {"total-steps", OPTION_INTEGER, offsetof(struct nadir_schedule, total_steps), KIND(ONE_CYCLE), REST,
     .help = "steps of the cycle", .from = 1},
    {"pct-start", OPTION_REAL, offsetof(struct nadir_schedule, pct_start), KIND(ONE_CYCLE), FIELD,
     .help = "part of the steps that rise", .reals = {0, 1}},
    {"anneal-strategy", OPTION_CHOICE, offsetof(struct nadir_schedule, anneal_strategy), KIND(ONE_CYCLE), FIELD,
     .help = "shape of rise and fall", .names = anneal_names},
    {"div-factor", OPTION_REAL, offsetof(struct nadir_schedule, div_factor), KIND(ONE_CYCLE), FIELD,
     .help = "highest over first learning rate", .reals = {DBL_MIN, DBL_MAX}},
    {"final-div-factor", OPTION_REAL, offsetof(struct nadir_schedule, final_div_factor), KIND(ONE_CYCLE), FIELD,
     .help = "first over last learning rate", .reals = {DBL_MIN, DBL_MAX}},
    {"three-phase", OPTION_BOOLEAN, offsetof(struct nadir_schedule, three_phase), KIND(ONE_CYCLE), FIELD,
     .help = "fall as steeply as risen, then to the end"},
    {"cycle-momentum", OPTION_BOOLEAN, offsetof(struct nadir_schedule, cycle_momentum), KIND(CYCLIC) | KIND(ONE_CYCLE), FIELD,
     .help = "move the momentum against the learning rate"},
    {"base-momentum", OPTION_REAL, offsetof(struct nadir_schedule, base_momentum), KIND(CYCLIC) | KIND(ONE_CYCLE), FIELD,
     .help = "momentum at the highest learning rate", .reals = {0, 1}},
    {"max-momentum", OPTION_REAL, offsetof(struct nadir_schedule, max_momentum), KIND(CYCLIC) | KIND(ONE_CYCLE), FIELD,
     .help = "momentum at the lowest learning rate", .reals = {0, 1}},
    {"timescale", OPTION_REAL, offsetof(struct nadir_schedule, timescale), KIND(INVERSE_SQRT), FIELD,
     .help = "steps; with --warmup of the same number the Transformer's schedule", .reals = {DBL_MIN, DBL_MAX}},
    {"decay-rate", OPTION_REAL, offsetof(struct nadir_schedule, decay_rate), KIND(INVERSE_TIME), FIELD,
     .help = "added to the divisor per --decay-steps", .reals = {0, DBL_MAX}},
    {"decay-steps", OPTION_INTEGER, offsetof(struct nadir_schedule, decay_steps), KIND(EXPONENTIAL) | KIND(INVERSE_TIME), FIELD,
     .help = "unit of the decay", .from = 1},
    {"decay-steps", OPTION_INTEGER, offsetof(struct nadir_schedule, decay_steps), KIND(WSD), OTHER,
     .help = "steps of the decay (default: what --stable-steps leaves, without it a tenth)", .from = 1},
    {"stable-steps", OPTION_INTEGER, offsetof(struct nadir_schedule, stable_steps), KIND(WSD), OTHER,
     .help = "steps before the decay (default: what --decay-steps leaves)"},
    {"staircase", OPTION_BOOLEAN, offsetof(struct nadir_schedule, staircase), KIND(EXPONENTIAL) | KIND(INVERSE_TIME), FIELD,
     .help = "decay at whole --decay-steps only"},
    {"decay-type", OPTION_CHOICE, offsetof(struct nadir_schedule, decay_type), KIND(WSD), FIELD, .help = "shape of the decay",
     .names = decay_names},
};

enum { FIELDS = sizeof fields / sizeof fields[0], MILESTONES = OPTION_REALS_MOST - 1 };
_Static_assert((int)FIELDS <= (int)SCHEDULE_ROWS, "schedule options: more rows than room");
/* Choices are copied into these fields. */
_Static_assert(sizeof(enum nadir_cyclic_mode) == sizeof(int) && sizeof(enum nadir_anneal_strategy) == sizeof(int) &&
               sizeof(enum nadir_decay_type) == sizeof(int), "an enum is as large as an int");

const char *schedule_options_kind(int index)
{
    return nadir_schedule_name((enum nadir_schedule_kind)index);
}

static bool takes(const struct field *field, enum nadir_schedule_kind kind)
{
    return field->kinds >> kind & 1;
}

/* --- Rows. --- */

/* Fields of one name share the value of the first one. */
static size_t slot_of(size_t field)
{
    size_t slot = 0;
    while (strcmp(fields[slot].name, fields[field].name) != 0) slot++;
    return slot;
}

static struct option_row row_of(struct schedule_options *options, size_t index)
{
    static const char *const placeholders[] = {
        [OPTION_TEXT] = "LIST", [OPTION_CHOICE] = "NAME", [OPTION_INTEGER] = "N", [OPTION_REAL] = "X",
        [OPTION_BOOLEAN] = "[true|false]", [OPTION_REALS] = "LIST"};
    const struct field *field = &fields[index];
    const size_t slot = slot_of(index);
    struct option_row row = {field->name, field->type, &options->values[slot], placeholders[field->type], .help = field->help,
                             .names = field->names, .reals = {field->reals.least, field->reals.most},
                             .integers = {field->from, UINT64_MAX}, .given = &options->given[slot]};
    if (strcmp(field->name, "milestones") == 0) {
        row.target = &options->milestones;
        row.integers.least = 1;
        row.integers.most = MILESTONES;
        row.aliases = milestone_aliases;
    } else if (strcmp(field->name, "values") == 0) {
        row.target = &options->learning_rates;
        row.integers.least = 2;
        row.integers.most = MILESTONES + 1;
    } else if (strcmp(field->name, "kinds") == 0) {
        row.target = &options->kinds;
    }
    return row;
}

size_t schedule_options_rows(struct option_row *rows, struct schedule_options *options)
{
    size_t count = 0;
    for (size_t i = 0; i < FIELDS; i++) {
        if (slot_of(i) != i) continue;
        rows[count] = row_of(options, i);
        char *text = options->texts[i];
        const size_t size = sizeof options->texts[i];
        size_t used = 0;
        for (size_t j = i; j < FIELDS && fields[i].kinds != ~0u; j++)
            for (int kind = 0; slot_of(j) == i && schedule_options_kind(kind); kind++)
                if (takes(&fields[j], (enum nadir_schedule_kind)kind) && used < size)
                    used += (size_t)snprintf(text + used, size - used, "%s%s", used == 0 ? "of " : ", ",
                                             schedule_options_kind(kind));
        if (used > 0) rows[count].help = text;
        count++;
    }
    return count;
}

size_t schedule_options_rows_of(struct option_row *rows, struct schedule_options *options, enum nadir_schedule_kind kind)
{
    const struct nadir_schedule defaults = nadir_schedule_default_of(kind, 0);
    size_t count = 0;
    for (size_t i = 0; i < FIELDS; i++) {
        const struct field *field = &fields[i];
        const char *at = (const char *)&defaults + field->offset;
        char *text = options->texts[i];
        const size_t size = sizeof options->texts[i];
        if (!takes(field, kind)) continue;
        struct option_row *row = &rows[count++];
        *row = row_of(options, i);
        row->required = field->source == REQUIRED;
        if (field->source == REST) {
            snprintf(text, size, "%s (default: the steps behind the warm-up)", field->help);
            row->help = text;
        }
        if (field->source != FIELD) continue;
        row->fallback = text;
        if (field->type == OPTION_REAL) snprintf(text, size, "%g", *(const double *)at);
        else if (field->type == OPTION_INTEGER) snprintf(text, size, "%" PRIu64, *(const uint64_t *)at);
        else if (field->type == OPTION_BOOLEAN) snprintf(text, size, "%s", *(const bool *)at ? "true" : "false");
        else row->fallback = field->names[*(const int *)at];
    }
    return count;
}

/* --- The schedule. --- */

static bool is_given(const struct schedule_options *options, const char *name)
{
    for (size_t i = 0; i < FIELDS; i++)
        if (strcmp(fields[i].name, name) == 0) return options->given[i] != NULL;
    return false;
}

/* A schedule over `rest` steps, without arrays. */
static int fill(struct nadir_schedule *s, const struct schedule_options *options, enum nadir_schedule_kind kind, double lr,
                uint64_t rest)
{
    *s = nadir_schedule_default_of(kind, lr);
    for (size_t i = 0; i < FIELDS; i++) {
        const struct field *field = &fields[i];
        const size_t slot = slot_of(i);
        char *at = (char *)s + field->offset;
        if (!takes(field, kind)) continue;
        if (!options->given[slot]) {
            if (field->source == REST) *(uint64_t *)at = rest;
            if (field->source != REQUIRED) continue;
            tool_fail("--%s is missing for %s, see nadir schedule %s --help", field->name, schedule_options_kind((int)kind),
                      schedule_options_kind((int)kind));
            return TOOL_USAGE;
        }
        switch (field->type) {
        case OPTION_REAL: *(double *)at = options->values[slot].real; break;
        case OPTION_INTEGER: *(uint64_t *)at = options->values[slot].integer; break;
        case OPTION_BOOLEAN: *(bool *)at = options->values[slot].boolean; break;
        case OPTION_CHOICE: *(int *)at = options->values[slot].choice; break;
        default: break; /* lists */
        }
    }
    if (kind == NADIR_SCHEDULE_CYCLIC && !is_given(options, "step-size-down")) s->step_size_down = s->step_size_up;
    if (kind == NADIR_SCHEDULE_WSD) {
        const bool stable = is_given(options, "stable-steps");
        const uint64_t behind = !stable ? rest / 10 : rest > s->stable_steps ? rest - s->stable_steps : 1;
        if (!is_given(options, "decay-steps")) s->decay_steps = behind > 0 ? behind : 1;
        if (!stable) s->stable_steps = rest > s->decay_steps ? rest - s->decay_steps : 0;
    }
    return TOOL_OK;
}

static int fill_milestones(struct nadir_schedule *s, struct schedule_options *options)
{
    s->milestones = options->steps;
    s->milestone_count = options->milestones.count;
    for (size_t i = 0; i < s->milestone_count; i++) {
        const double step = options->milestones.values[i];
        options->steps[i] = (uint64_t)step;
        if (step != floor(step)) {
            tool_fail("--milestones: %g is not a step, expected whole numbers", step);
            return TOOL_USAGE;
        }
    }
    return TOOL_OK;
}

static int fail_count(const char *name, size_t count, size_t milestones)
{
    tool_fail("--%s: %zu for %zu milestones, expected one more than milestones", name, count, milestones);
    return TOOL_USAGE;
}

/* Parts of sequential. The last one lasts until step `rest`. */
static int fill_parts(struct nadir_schedule *s, struct schedule_options *options, double lr, uint64_t rest)
{
    const char *text = options->kinds;
    const size_t milestones = s->milestone_count;
    size_t count = 0;
    s->parts = options->parts;
    for (;; text++) {
        char name[32];
        const size_t length = strcspn(text, ",");
        snprintf(name, sizeof name, "%.*s", (int)length, text);
        enum nadir_schedule_kind kind;
        if (nadir_schedule_parse(&kind, name) != NADIR_OK) {
            tool_fail_status("--kinds");
            return TOOL_USAGE;
        }
        if (kind == NADIR_SCHEDULE_MULTI_STEP || kind == NADIR_SCHEDULE_PIECEWISE || kind == NADIR_SCHEDULE_SEQUENTIAL) {
            tool_fail("--kinds: %s has milestones of its own, which only the library can put into sequential", name);
            return TOOL_USAGE;
        }
        if (count > milestones) return fail_count("kinds", count + 1, milestones);
        const uint64_t begin = count > 0 ? s->milestones[count - 1] : 0, end = count < milestones ? s->milestones[count] : rest;
        const int code = fill(&options->parts[count], options, kind, lr, end > begin ? end - begin : 1);
        if (code != TOOL_OK) return code;
        options->parts[count].warmup = 0; /* that of the whole */
        count++;
        text += length;
        if (!*text) break;
    }
    return count == milestones + 1 ? TOOL_OK : fail_count("kinds", count, milestones);
}

int schedule_options_fill(struct nadir_schedule *out, struct schedule_options *options, enum nadir_schedule_kind kind,
                          double lr, uint64_t steps)
{
    const uint64_t warmup = is_given(options, "warmup") ? options->values[0].integer : 0;
    const uint64_t rest = steps > warmup ? steps - warmup : 1;
    int code = fill(out, options, kind, lr, rest);
    if (code == TOOL_OK && is_given(options, "milestones")) code = fill_milestones(out, options);
    if (code == TOOL_OK && kind == NADIR_SCHEDULE_SEQUENTIAL) code = fill_parts(out, options, lr, rest);
    if (code == TOOL_OK && kind == NADIR_SCHEDULE_PIECEWISE) {
        out->values = options->learning_rates.values;
        if (options->learning_rates.count != out->milestone_count + 1)
            code = fail_count("values", options->learning_rates.count, out->milestone_count);
    }
    if (code != TOOL_OK) return code;

    unsigned kinds = 1u << kind;
    for (size_t i = 0; kind == NADIR_SCHEDULE_SEQUENTIAL && i <= out->milestone_count; i++) kinds |= 1u << out->parts[i].kind;
    for (size_t i = 0; i < FIELDS; i++) {
        unsigned taken = 0;
        for (size_t j = 0; j < FIELDS; j++)
            if (slot_of(j) == i) taken |= fields[j].kinds & kinds;
        if (!options->given[i] || taken) continue;
        tool_fail("--%s is no option of %s, see nadir schedule %s --help", options->given[i], schedule_options_kind((int)kind),
                  schedule_options_kind((int)kind));
        return TOOL_USAGE;
    }
    if (nadir_schedule_check(out) == NADIR_OK) return TOOL_OK;
    tool_fail_status(NULL);
    return TOOL_USAGE;
}
