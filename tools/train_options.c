/* SPDX-License-Identifier: MIT */
/* The options of `nadir train`: its own rows, those of optimizers and schedules, and what they mean together. */
#include "train_options.h"

#include "tool.h"

#include <float.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

const char train_options_default[] = "adam lr 0.001, cosine";

static const char *rule_choice(int index)
{
    return nadir_optimizer_name((enum nadir_optimizer_rule)index);
}

/* The kinds, then plateau, which is a schedule here although it follows the loss. */
static const char *schedule_choice(int index)
{
    const char *name = schedule_options_kind(index);
    return name ? name : index > 0 && schedule_options_kind(index - 1) ? "plateau" : NULL;
}

static bool is_plateau(const struct train_options *options)
{
    return !schedule_options_kind(options->schedule);
}

static const char *const units[] = {[NADIR_SCHEDULE_UNIT_STEP] = "step", [NADIR_SCHEDULE_UNIT_EPOCH] = "epoch", NULL};
static const char *const threshold_modes[] = {[NADIR_THRESHOLD_REL] = "rel", [NADIR_THRESHOLD_ABS] = "abs", NULL};

static int usage(const char *option, const char *problem)
{
    tool_fail("--%s %s, see nadir train --help", option, problem);
    return TOOL_USAGE;
}

/* --- Around the optimizer. --- */

static int settle_loss_scale(struct train_options *options)
{
    struct nadir_loss_scale *scale = &options->params.optimizer.loss_scale;
    if (!options->loss_scale) return TOOL_OK;
    scale->dynamic = strcmp(options->loss_scale, "dynamic") == 0;
    if (scale->dynamic) scale->initial = 65536;
    else if (!options_parse_real(options->loss_scale, &scale->initial) || !(scale->initial >= 1))
        return usage("loss-scale", "must be a number of at least 1, or dynamic");
    return TOOL_OK;
}

static int settle_average(struct train_options *options)
{
    struct nadir_optimizer_params *optimizer = &options->params.optimizer;
    if (options->ema_given && options->swa_given) return usage("swa-start", "does not go with --ema: choose one average");
    if (options->swa_given && options->swa_start > options->epochs) return usage("swa-start", "is behind the last epoch");
    if (options->ema_given) {
        optimizer->average = NADIR_AVERAGE_EMA;
        optimizer->average_decay = options->ema;
    }
    return TOOL_OK;
}

/* Adds a group for each word of a list such as "bias,norm", which `words` receives; `like` but for its match. */
static int add_groups(struct train_options *options, const char *option, const char *list, char words[TRAIN_LIST],
                      struct nadir_parameter_group like)
{
    struct nadir_optimizer_params *optimizer = &options->params.optimizer;
    if (!list) return TOOL_OK;
    if (strlen(list) >= TRAIN_LIST) return usage(option, "is too long");
    snprintf(words, TRAIN_LIST, "%s", list);
    for (char *word = words, *end; word; word = end) {
        end = strchr(word, ',');
        if (end) *end++ = 0;
        if (!*word) return usage(option, "has an empty word: expected parts of names with commas between");
        if (optimizer->group_count == TRAIN_GROUPS) return usage(option, "has too many words");
        like.match = word;
        options->groups[optimizer->group_count++] = like;
    }
    optimizer->groups = options->groups;
    return TOOL_OK;
}

static int settle_optimizer(struct train_options *options)
{
    struct nadir_optimizer_params *optimizer = &options->params.optimizer;
    *optimizer = optimizer_preset((enum nadir_optimizer_rule)options->rule, options->preset);
    int code = optimizer_options_apply(&options->optimizer, optimizer);
    if (code == TOOL_OK && optimizer->rule == NADIR_SOPHIA && !optimizer_option_given(&options->optimizer, "bs"))
        optimizer->batch = (double)options->batch;
    if (code == TOOL_OK) code = settle_loss_scale(options);
    if (code == TOOL_OK && optimizer->rule == NADIR_SOPHIA && options->loss_scale)
        code = usage("loss-scale", "does not go with --optimizer sophia");
    if (code == TOOL_OK) code = settle_average(options);
    const struct nadir_parameter_group frozen = {.frozen = true, .lr_multiplier = 1, .weight_decay = (double)NAN};
    const struct nadir_parameter_group no_decay = {.lr_multiplier = 1, .l1 = optimizer->l1};
    if (code == TOOL_OK) code = add_groups(options, "freeze", options->freeze, options->freeze_words, frozen);
    if (code == TOOL_OK) code = add_groups(options, "no-decay", options->no_decay, options->no_decay_words, no_decay);
    if (code != TOOL_OK || nadir_optimizer_check(optimizer) == NADIR_OK) return code;
    (void)tool_fail_status(NULL);
    return TOOL_USAGE;
}

/* --- Learning rate and end. --- */

static int settle_plateau(struct train_options *options)
{
    for (size_t i = 0; i < sizeof options->plateau_given / sizeof options->plateau_given[0]; i++)
        if (options->plateau_given[i] && !is_plateau(options))
            return usage(options->plateau_given[i], "needs --schedule plateau");
    if (!is_plateau(options)) return TOOL_OK;
    for (size_t i = 0; i < SCHEDULE_ROWS; i++) {
        const char *given = options->schedule_values.given[i];
        if (given && strncmp(given, "warmup", strlen("warmup")) != 0) return usage(given, "is no option of plateau");
    }
    options->plateau.threshold_mode = (enum nadir_threshold_mode)options->threshold_mode;
    options->plateau.patience = options->plateau_patience;
    options->plateau.cooldown = options->plateau_cooldown;
    options->plateau.lr = options->params.optimizer.lr;
    options->params.plateau = &options->plateau;
    if (nadir_plateau_check(&options->plateau) == NADIR_OK) return TOOL_OK;
    (void)tool_fail_status("--schedule plateau");
    return TOOL_USAGE;
}

static bool schedule_given(const struct train_options *options, const char *name)
{
    for (size_t i = 0; i < SCHEDULE_ROWS; i++)
        if (options->schedule_values.given[i] && strcmp(options->schedule_values.given[i], name) == 0) return true;
    return false;
}

/* Whether the schedule has learning rates of its own in place of --lr. */
static bool has_rates(const struct train_options *options)
{
    return options->schedule == NADIR_SCHEDULE_PIECEWISE ||
           (options->schedule == NADIR_SCHEDULE_ONE_CYCLE && schedule_given(options, "max-lr"));
}

/* What a schedule would override without a word. */
static int check_overridden(const struct train_options *options)
{
    double momentum;
    if (has_rates(options) && optimizer_option_given(&options->optimizer, "lr"))
        return usage("lr", "does not go with this schedule, which has learning rates of its own");
    if (optimizer_option_given(&options->optimizer, "momentum") &&
        nadir_schedule_momentum(&options->params.schedule, 0, &momentum))
        return usage("momentum", "is moved by the schedule: set --base-momentum and --max-momentum, or --cycle-momentum false");
    return TOOL_OK;
}

static int settle_schedule(struct train_options *options, uint64_t steps)
{
    struct nadir_trainer_params *params = &options->params;
    const enum nadir_schedule_kind kind =
        is_plateau(options) ? NADIR_SCHEDULE_CONSTANT : (enum nadir_schedule_kind)options->schedule;
    return schedule_options_fill(&params->schedule, &options->schedule_values, kind, params->optimizer.lr, steps);
}

static int settle_end(struct train_options *options)
{
    if (options->patience == 0 && options->min_delta_given) return usage("min-delta", "needs --early-stop");
    if (options->patience == 0 && options->restore_given) return usage("restore-best", "needs --early-stop");
    const double min_delta = options->early_stop.min_delta;
    options->early_stop = nadir_early_stop_default(options->patience);
    options->early_stop.min_delta = min_delta;
    if (options->patience > 0) options->params.early_stop = &options->early_stop;
    return TOOL_OK;
}

/* --- The command line. --- */

int train_options_parse(struct train_options *options, int argc, char **argv)
{
    struct nadir_trainer_params *params = &options->params;
    struct nadir_plateau *plateau = &options->plateau;
    const char **plateau_given = options->plateau_given;
    const struct option_row before[] = {
        {"data", OPTION_TEXT, &options->data, .placeholder = "DIR", .required = true,
         .help = "folder with the four MNIST-named IDX files, plain or .gz"},
        {"model", OPTION_TEXT, &options->model, .placeholder = "SPEC", .fallback = "mlp:784-128-10",
         .help = "layer widths: features, hidden layers, classes"},
        {"epochs", OPTION_INTEGER, &options->epochs, .placeholder = "N", .fallback = "10",
         .help = "passes over the training set", .integers = {1, 1000000}},
        {"batch", OPTION_INTEGER, &options->batch, .placeholder = "N", .fallback = "64", .help = "samples per batch",
         .integers = {1, 1000000}},
        {"accumulate", OPTION_INTEGER, &options->accumulate, .placeholder = "N", .fallback = "1",
         .help = "batches per optimizer step", .integers = {1, 1000000}},
        {"seed", OPTION_INTEGER, &options->seed, .placeholder = "N", .fallback = "0",
         .help = "of initial values and shuffling; the same seed and device give the same bits", .integers = {0, UINT64_MAX}},
        {"limit", OPTION_INTEGER, &options->limit, .placeholder = "N",
         .help = "use only the first N training samples (default: all)", .integers = {1, UINT32_MAX}},
        {"val-split", OPTION_REAL, &options->val_split, .placeholder = "X", .fallback = "0",
         .help = "part of the training samples that is only for validation", .reals = {0, 0.99}},
        {"device", OPTION_TEXT, &options->device, .placeholder = "SEL",
         .help = "such as 0:0, gpu, pocl:cpu (default: NADIR_DEVICE, then auto)"},
        {"no-tune", OPTION_FLAG, &options->no_tune, .help = "neither measure nor use measured choices for matrix products"},
        {"allow-failed-device", OPTION_FLAG, &options->allow_failed_device,
         .help = "train also on a device that failed its check"},
        {"verify-every", OPTION_INTEGER, &params->verify_every, .placeholder = "N", .fallback = "1000",
         .integers = {0, UINT64_MAX},
         .help = "compute a part of every N-th batch again on the host, and end the run where the device is wrong; 0: never"},
        {"out", OPTION_TEXT, &options->out, .placeholder = "DIR",
         .help = "folder of the run (default: the next free runs/NNN)"},
        {"overwrite", OPTION_FLAG, &options->overwrite, .help = "replace the run that --out holds"},
        {"quiet", OPTION_FLAG, &options->quiet, .help = "print only errors and the last line"},
        {"json", OPTION_FLAG, &options->json, .help = "one JSON line per epoch on stdout; other text goes to stderr"},
        {"early-stop", OPTION_INTEGER, &options->patience, .placeholder = "N", .integers = {1, 1000000},
         .help = "end after N epochs without a better loss: that of --val-split, else of training",
         .heading = "Ending before the last epoch"},
        {"min-delta", OPTION_REAL, &options->early_stop.min_delta, .placeholder = "X", .fallback = "0",
         .help = "what counts as better", .reals = {0, DBL_MAX}, .given = &options->min_delta_given},
        {"restore-best", OPTION_BOOLEAN, &params->restore_best, .placeholder = "BOOL", .fallback = "true",
         .help = "save the best epoch, not the last", .given = &options->restore_given},
        {"tolerance", OPTION_REAL, &params->loss_tolerance, .placeholder = "X", .fallback = "0",
         .help = "end when the training loss changes by less than this part of it", .reals = {0, DBL_MAX}},
        {"gradient-tolerance", OPTION_REAL, &params->gradient_tolerance, .placeholder = "X", .fallback = "0",
         .help = "end when the gradient's norm is below this", .reals = {0, DBL_MAX}},
        {"optimizer", OPTION_CHOICE, &options->rule, .placeholder = "NAME", .fallback = "adam", .help = "update rule",
         .choices = rule_choice,
         .heading = "Optimizer; in brackets the rules that take an option. nadir op RULE --help shows the defaults"},
        {"preset", OPTION_CHOICE, &options->preset, .placeholder = "NAME", .fallback = "pytorch",
         .help = "whose defaults and formulas", .names = optimizer_presets},
    };
    const struct option_row around[] = {
        {"loss-scale", OPTION_TEXT, &options->loss_scale, .placeholder = "N|dynamic",
         .help = "factor of the loss that is taken out of the gradients; dynamic: from 65536, as overflows tell"},
        {"ema", OPTION_REAL, &options->ema, .placeholder = "X", .reals = {0, 1}, .given = &options->ema_given,
         .help = "evaluate and save an exponential moving average of the parameters with this decay"},
        {"swa-start", OPTION_INTEGER, &options->swa_start, .placeholder = "N", .integers = {1, 1000000},
         .given = &options->swa_given,
         .help = "evaluate and save the mean of the parameters at the ends of epoch N and those after it"},
        {"no-decay", OPTION_TEXT, &options->no_decay, .placeholder = "LIST",
         .help = "no weight decay where one of these, such as bias,norm, is part of the name"},
        {"freeze", OPTION_TEXT, &options->freeze, .placeholder = "LIST", .help = "the same: not trained at all"},
        {"schedule", OPTION_CHOICE, &options->schedule, .placeholder = "NAME", .fallback = "cosine",
         .help = "learning rate over the run; of schedule_free constant", .choices = schedule_choice,
         .given = &options->schedule_given, .heading = "Schedule; nadir schedule NAME --help shows defaults"},
        {"schedule-unit", OPTION_CHOICE, &options->schedule_unit, .placeholder = "NAME", .fallback = "step",
         .help = "what its lengths count", .names = units},
    };
    const struct option_row after[] = {
        {"plateau-factor", OPTION_REAL, &plateau->factor, .placeholder = "X", .fallback = "0.1", .reals = {0, 1},
         .help = "of plateau: of each fall", .given = &plateau_given[0]},
        {"plateau-patience", OPTION_INTEGER, &options->plateau_patience, .placeholder = "N", .fallback = "10",
         .integers = {0, 1000000}, .help = "of plateau: epochs without a better loss that are put up with",
         .given = &plateau_given[1]},
        {"plateau-threshold", OPTION_REAL, &plateau->threshold, .placeholder = "X", .fallback = "1e-4", .reals = {0, DBL_MAX},
         .help = "of plateau: what counts as better", .given = &plateau_given[2]},
        {"plateau-threshold-mode", OPTION_CHOICE, &options->threshold_mode, .placeholder = "NAME", .fallback = "rel",
         .help = "of plateau: a part of the loss, or absolute", .names = threshold_modes, .given = &plateau_given[3]},
        {"plateau-cooldown", OPTION_INTEGER, &options->plateau_cooldown, .placeholder = "N", .fallback = "0",
         .integers = {0, 1000000}, .help = "of plateau: epochs after a fall that do not count", .given = &plateau_given[4]},
        {"plateau-min-lr", OPTION_REAL, &plateau->min_lr, .placeholder = "X", .fallback = "0", .reals = {0, DBL_MAX},
         .help = "of plateau: lowest learning rate", .given = &plateau_given[5]},
        {"plateau-eps", OPTION_REAL, &plateau->eps, .placeholder = "X", .fallback = "1e-8", .reals = {0, DBL_MAX},
         .help = "of plateau: least change of the learning rate", .given = &plateau_given[6]},
    };
    enum {
        BEFORE = sizeof before / sizeof before[0],
        AROUND = sizeof around / sizeof around[0],
        AFTER = sizeof after / sizeof after[0]
    };
    struct option_row rows[BEFORE + OPTIMIZER_OPTIONS + AROUND + SCHEDULE_ROWS + AFTER];
    size_t count = 0;
    *params = nadir_trainer_params_default();
    *plateau = nadir_plateau_default(0);
    memcpy(rows, before, sizeof before);
    count += BEFORE;
    count += optimizer_option_rows(rows + count, &options->optimizer);
    memcpy(rows + count, around, sizeof around);
    count += AROUND;
    count += schedule_options_rows(rows + count, &options->schedule_values);
    memcpy(rows + count, after, sizeof after);
    count += AFTER;
    const struct option_table table = {
        "train",
        "Trains a classifier and writes model.safetensors, history.csv, curve.svg and log.jsonl.\n"
        "Interrupted once (Ctrl-C), it stops after the step and saves what it has; twice, it stops at once.",
        rows, count};
    int code = options_parse(&table, argc, argv);
    if (code != OPTIONS_RUN) return code;
    params->epochs = (size_t)options->epochs;
    params->batch = (size_t)options->batch;
    params->accumulate = (size_t)options->accumulate;
    params->seed = options->seed;
    params->schedule_unit = (enum nadir_schedule_unit)options->schedule_unit;
    if (options->rule == NADIR_SCHEDULE_FREE && !options->schedule_given) options->schedule = NADIR_SCHEDULE_CONSTANT;
    code = settle_optimizer(options);
    if (code == TOOL_OK) code = settle_plateau(options);
    /* What is wrong whatever the number of steps is said before anything is opened. */
    if (code == TOOL_OK) code = settle_schedule(options, 1000000);
    if (code == TOOL_OK) code = check_overridden(options);
    if (code == TOOL_OK) code = settle_end(options);
    return code == TOOL_OK ? OPTIONS_RUN : code;
}

int train_options_settle(struct train_options *options, size_t samples)
{
    struct nadir_trainer_params *params = &options->params;
    const uint64_t batches = (samples + params->batch - 1) / params->batch;
    const uint64_t epoch_steps = (batches + params->accumulate - 1) / params->accumulate;
    if (options->swa_given) {
        params->optimizer.average = NADIR_AVERAGE_SWA;
        params->optimizer.average_start = options->swa_start * epoch_steps;
        params->optimizer.average_every = epoch_steps;
    }
    const bool by_epoch = params->schedule_unit == NADIR_SCHEDULE_UNIT_EPOCH;
    options->length = by_epoch ? params->epochs : params->epochs * epoch_steps;
    return settle_schedule(options, options->length);
}

int train_options_check_names(const struct train_options *options, const struct nadir_arena *arena)
{
    const struct nadir_optimizer_params *optimizer = &options->params.optimizer;
    const size_t tensors = nadir_arena_tensor_count(arena);
    size_t undecayed = 0;
    for (size_t i = 0; i < optimizer->group_count; i++) {
        size_t tensor = 0;
        while (tensor < tensors && !strstr(nadir_arena_name(arena, tensor), optimizer->groups[i].match)) tensor++;
        if (!optimizer->groups[i].frozen) undecayed += tensor < tensors;
        if (!optimizer->groups[i].frozen || tensor < tensors) continue;
        tool_fail("--freeze %s: no parameter has this in its name; there are %s ... %s", optimizer->groups[i].match,
                  nadir_arena_name(arena, 0), nadir_arena_name(arena, tensors - 1));
        return TOOL_USAGE;
    }
    /* One word is enough: bias,norm is a habit, also for models without norms. */
    if (!options->no_decay || undecayed > 0) return TOOL_OK;
    tool_fail("--no-decay %s: no parameter has one of these in its name; there are %s ... %s", options->no_decay,
              nadir_arena_name(arena, 0), nadir_arena_name(arena, tensors - 1));
    return TOOL_USAGE;
}

/* --- In words. --- */

/* Appends to a text that is cut off where it does not fit. */
__attribute__((format(printf, 3, 4))) static void say(char *text, size_t size, const char *format, ...)
{
    const size_t used = strlen(text);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text + used, size - used, format, arguments);
    va_end(arguments);
}

/* The options that were given: " weight_decay 0.01" of the rule, ", clip norm 1" of what stands around it. */
static void describe_optimizer(const struct train_options *options, bool around, char *text, size_t size)
{
    const struct optimizer_option *option;
    for (size_t i = 0; (option = optimizer_option(i)) != NULL; i++) {
        char name[64], value[128];
        if (option->around != around || !options->optimizer.of[i].given || strcmp(option->name, "lr") == 0) continue;
        snprintf(name, sizeof name, "%s", option->name);
        for (char *c = name; *c; c++)
            if (*c == '-') *c = around ? ' ' : '_';
        optimizer_option_text(option, &options->params.optimizer, value, sizeof value);
        say(text, size, "%s%s", around ? ", " : " ", name);
        if (option->type != OPTION_BOOLEAN || strcmp(value, "true") != 0) say(text, size, " %s", value);
    }
}

void train_options_describe(const struct train_options *options, char *text, size_t size)
{
    const struct nadir_trainer_params *params = &options->params;
    text[0] = 0;
    say(text, size, "%s", nadir_optimizer_name(params->optimizer.rule));
    if (!has_rates(options)) say(text, size, " lr %.9g", params->optimizer.lr);
    describe_optimizer(options, false, text, size);
    if (options->preset > 0) say(text, size, " as %s", optimizer_presets[options->preset]);
    say(text, size, ", %s", schedule_choice(options->schedule));
    if (params->schedule_unit == NADIR_SCHEDULE_UNIT_EPOCH) say(text, size, " by epochs");
    if (params->schedule.warmup > 0)
        say(text, size, " with %llu warm-up %s%s", (unsigned long long)params->schedule.warmup, units[params->schedule_unit],
            params->schedule.warmup == 1 ? "" : "s");
    if (params->schedule.warmup > options->length)
        say(text, size, " (but the run has %llu)", (unsigned long long)options->length);
    describe_optimizer(options, true, text, size);
    if (options->loss_scale) say(text, size, ", loss scale %s", options->loss_scale);
    if (params->accumulate > 1) say(text, size, ", accumulate %zu", params->accumulate);
    if (options->ema_given) say(text, size, ", ema %.9g", options->ema);
    if (options->swa_given) say(text, size, ", swa from epoch %llu", (unsigned long long)options->swa_start);
    if (options->no_decay) say(text, size, ", no decay of %s", options->no_decay);
    if (options->freeze) say(text, size, ", frozen %s", options->freeze);
}
