/* SPDX-License-Identifier: MIT */
/* The command line of `nadir train`, and the trainer's params that it means. */
#ifndef NADIR_TOOLS_TRAIN_OPTIONS_H
#define NADIR_TOOLS_TRAIN_OPTIONS_H

#include "optimizer_options.h"
#include "schedule_options.h"

#include "nadir/nadir.h"

enum { TRAIN_GROUPS = 32, TRAIN_LIST = 512 };

struct train_options {
    const char *data, *model, *device, *out;
    uint64_t epochs, batch, seed, limit;
    bool overwrite, quiet, json, allow_failed_device, no_tune;
    double val_split; /* 0: none */

    /* Behind train_options_parse: */
    struct nadir_trainer_params params; /* but the data and what depends on its size */

    /* How that was said. */
    int rule, preset, schedule, schedule_unit;
    struct optimizer_values optimizer;
    struct schedule_options schedule_values;
    uint64_t accumulate, swa_start, patience, plateau_patience, plateau_cooldown;
    uint64_t length; /* of the run, in the schedule's unit */
    double ema;
    const char *loss_scale, *no_decay, *freeze;
    const char *ema_given, *swa_given, *min_delta_given, *restore_given, *schedule_given;
    const char *plateau_given[7];
    int threshold_mode;
    struct nadir_plateau plateau;
    struct nadir_early_stop early_stop;
    struct nadir_parameter_group groups[TRAIN_GROUPS];
    char no_decay_words[TRAIN_LIST], freeze_words[TRAIN_LIST];
};

/* Returns OPTIONS_RUN, or the exit code to end with. What `options` holds points into it: it must not move. */
int train_options_parse(struct train_options *options, int argc, char **argv);

/* Completes the params for a training set of `samples` samples. Returns TOOL_OK, or TOOL_USAGE after a message. */
int train_options_settle(struct train_options *options, size_t samples);

/* TOOL_USAGE after a message if something that --freeze names, or all that --no-decay names, is no part of any parameter's
 * name. */
int train_options_check_names(const struct train_options *options, const struct nadir_arena *arena);

/* "adam lr 0.001, cosine": optimizer, schedule and what stands around them. */
void train_options_describe(const struct train_options *options, char *text, size_t size);

/* The same of a run with no such option. */
extern const char train_options_default[];

#endif
