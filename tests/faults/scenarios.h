/* SPDX-License-Identifier: MIT */
/* What the fault tests run with injected faults: uses of the library that stop at the first failure and release everything. */
#ifndef NADIR_TESTS_SCENARIOS_H
#define NADIR_TESTS_SCENARIOS_H

#include "nadir/nadir.h"

/* What a run computed, byte for byte. */
struct bits {
    unsigned char bytes[1 << 16];
    size_t size;
};

struct scenario {
    const char *name;
    /* Leaves its files in `folder`. On failure the record of nadir_last_error is that of the call that failed. */
    enum nadir_status (*run)(struct bits *bits, const char *folder);
    bool slow;        /* compiles everything again in each run, else it takes a context that stays */
    const char *only; /* the calls that are made to fail; NULL: all */
    int most;         /* occurrences of each call: the first, the last, and some between them; 0: all */
};

extern const struct scenario scenarios[];
extern const size_t scenario_count;

const struct scenario *scenario_find(const char *name);

/* Between runs: forgets what a shared context keeps of a run that failed. At the end: releases what scenarios share. */
void scenario_settle(void);
void scenario_release(void);

#endif
