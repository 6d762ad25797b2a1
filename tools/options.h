/* SPDX-License-Identifier: MIT */
/* Command lines: one table of long options per command, one strict parser for all of them. */
#ifndef NADIR_TOOLS_OPTIONS_H
#define NADIR_TOOLS_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum option_type {
    OPTION_FLAG,    /* bool: takes no value */
    OPTION_TEXT,    /* const char *: any text but "" */
    OPTION_CHOICE,  /* int: the position of one of `choices` */
    OPTION_INTEGER, /* uint64_t: decimal digits, within `integers` */
    OPTION_SIGNED,  /* int64_t: decimal digits, maybe behind a sign, within `reals` (at most 2^53) */
    OPTION_REAL,    /* double: a decimal number, or "inf" where that is in range, within `reals` */
    OPTION_BOOLEAN, /* bool: true or false; without a value true */
    OPTION_REALS    /* struct option_reals: numbers as OPTION_REAL with commas between, as many as `integers` says */
};

enum { OPTION_REALS_MOST = 64 };

struct option_reals {
    double values[OPTION_REALS_MOST];
    size_t count;
};

struct option_row {
    const char *name; /* without the dashes */
    enum option_type type;
    void *target;
    const char *placeholder; /* of the value in the help, NULL for a flag */
    const char *fallback;    /* the default, parsed as if given; NULL: `target` stays as it is */
    const char *help;
    bool required;
    const char *(*choices)(int index); /* NULL behind the last one */
    const char *const *names;          /* the same as an array, in place of `choices` */
    struct {
        uint64_t least, most;
    } integers; /* OPTION_REALS: how many numbers, 1 to OPTION_REALS_MOST */
    struct {
        double least, most;
    } reals;
    const char *const *aliases; /* other names; NULL behind the last one. NULL: none */
    const char **given;         /* set to the name or alias when it is given; may be NULL */
    char letter;                /* of a flag: -v for --verbose; 0: none */
    const char *heading;        /* in the help above this row and those after it; NULL: none */
};

struct option_table {
    const char *command;
    const char *about; /* for the help: what the command does */
    const struct option_row *rows;
    size_t count;
};

enum { OPTIONS_RUN = -1 };

/* Sets the defaults, then parses `--name value`, `--name=value` and the letters of flags, `-v`; of an option given twice the
 * last one counts. Returns OPTIONS_RUN, or the exit code to end with: after --help, or after a message that names option, value
 * and what is accepted. */
int options_parse(const struct option_table *table, int argc, char **argv);

/* Decimal numbers, complete and in range; whatever the locale. */
bool options_parse_integer(const char *text, uint64_t *out);
bool options_parse_real(const char *text, double *out);

#endif
