/* SPDX-License-Identifier: MIT */
/* The options of learning-rate schedules by PyTorch's names, for every command that takes a schedule. */
#ifndef NADIR_TOOLS_SCHEDULE_OPTIONS_H
#define NADIR_TOOLS_SCHEDULE_OPTIONS_H

#include "options.h"

#include "nadir/schedule.h"

enum { SCHEDULE_ROWS = 48 };

/* What was given, and the arrays a schedule points at: must live as long as the schedule. */
struct schedule_options {
    union {
        bool boolean;
        int choice;
        uint64_t integer;
        double real;
    } values[SCHEDULE_ROWS];
    const char *given[SCHEDULE_ROWS]; /* the name as given, or NULL */
    struct option_reals milestones, learning_rates;
    const char *kinds;
    char texts[SCHEDULE_ROWS][192]; /* for the help */
    uint64_t steps[OPTION_REALS_MOST];
    struct nadir_schedule parts[OPTION_REALS_MOST];
};

/* Fills `rows`, with room for SCHEDULE_ROWS, and returns how many: the options of all kinds, for options_parse. */
size_t schedule_options_rows(struct option_row *rows, struct schedule_options *options);

/* Only the options of one kind, with its defaults: for its help. */
size_t schedule_options_rows_of(struct option_row *rows, struct schedule_options *options, enum nadir_schedule_kind kind);

/* After options_parse: the schedule of a run of `steps` steps with the learning rate `lr`. Lengths that were not given follow
 * from the steps behind the warm-up. Returns TOOL_OK, or TOOL_USAGE after a message: an option that the kind does not take, one
 * that is missing, or what nadir_schedule_check refuses. */
int schedule_options_fill(struct nadir_schedule *out, struct schedule_options *options, enum nadir_schedule_kind kind,
                          double lr, uint64_t steps);

/* For OPTION_CHOICE: the names of all kinds. */
const char *schedule_options_kind(int index);

#endif
