/* SPDX-License-Identifier: MIT */
/* The options of optimizers: one row each, with the rules that take it, for every command that has an optimizer. */
#ifndef NADIR_TOOLS_OPTIMIZER_OPTIONS_H
#define NADIR_TOOLS_OPTIMIZER_OPTIONS_H

#include "options.h"

#include "nadir/optimizer.h"

enum { OPTIMIZER_FIELDS = 3, OPTIMIZER_OPTIONS = 40, OPTIMIZER_HELP = 320 };

struct optimizer_option {
    const char *name;      /* PyTorch's, with dashes */
    enum option_type type; /* OPTION_REAL, OPTION_REALS, OPTION_INTEGER, OPTION_BOOLEAN or OPTION_CHOICE */
    const char *placeholder;
    const char *help;
    uint64_t rules;        /* the rules that take it, as 1 << enum nadir_optimizer_rule */
    bool around;           /* not part of the rule: clipping, skipped steps */
    double least, most;    /* of a number; each one of OPTION_REALS */
    const char *const *names; /* of a choice; NULL behind the last one */
    size_t fields[OPTIMIZER_FIELDS]; /* offsets in struct nadir_optimizer_params, of OPTION_REALS one for each number */
    size_t count;          /* of those */
};

/* Row number `index`; NULL behind the last one. */
const struct optimizer_option *optimizer_option(size_t index);

bool optimizer_option_is_for(const struct optimizer_option *option, enum nadir_optimizer_rule rule);

/* How many numbers OPTION_REALS has for a rule: three betas for Adan, two for others. 1 for other types. */
size_t optimizer_option_count(const struct optimizer_option *option, enum nadir_optimizer_rule rule);

/* Sets the option in `params` from what the parser made of its text: double, struct option_reals, uint64_t, bool or int. */
void optimizer_option_set(const struct optimizer_option *option, struct nadir_optimizer_params *params, const void *value);

/* The option's value in `params` as a text that the parser would read: its default, if they are default params. */
void optimizer_option_text(const struct optimizer_option *option, const struct nadir_optimizer_params *params, char *text,
                           size_t size);

/* The params of a rule: presets, in the order of optimizer_presets. */
extern const char *const optimizer_presets[];
struct nadir_optimizer_params optimizer_preset(enum nadir_optimizer_rule rule, int preset);

/* --- All of them on a command line. --- */

/* What was given. */
struct optimizer_values {
    struct {
        const char *given; /* NULL: not */
        union {
            bool boolean;
            int choice;
            uint64_t integer;
            double real;
            struct option_reals reals;
        } value;
        char help[OPTIMIZER_HELP];
    } of[OPTIMIZER_OPTIONS];
};

/* Makes a row for each option; returns their number, at most OPTIMIZER_OPTIONS. The help says which rules take it. */
size_t optimizer_option_rows(struct option_row *rows, struct optimizer_values *values);

bool optimizer_option_given(const struct optimizer_values *values, const char *name);

/* Sets what was given in `params`, refusing what their rule does not take, and checks them. Returns TOOL_OK or, after a
 * message, TOOL_USAGE. */
int optimizer_options_apply(const struct optimizer_values *values, struct nadir_optimizer_params *params);

#endif
