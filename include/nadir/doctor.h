/* SPDX-License-Identifier: MIT */
/* The doctor: proves that a device computes correctly, before anyone trains on it. */
#ifndef NADIR_DOCTOR_H
#define NADIR_DOCTOR_H

#include "nadir/device.h"

#include <signal.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What is examined, in this order. A device whose kernels cannot be built is not examined further. */
enum nadir_doctor_stage {
    NADIR_DOCTOR_BUILD,      /* every kernel compiles with the options that the library uses */
    NADIR_DOCTOR_INTEGERS,   /* bit-exact: ids in 1, 2 and 3 dimensions, odd sizes and offsets, local memory and barriers,
                                copies, offsets beyond 2^31 elements where a buffer can have them (else a pass that says so) */
    NADIR_DOCTOR_FLOATS,     /* + - * exact, / 2.5 ulp, sqrt 3, exp and log 3, tanh 5, erf 16, against double; NaN, Inf kept */
    NADIR_DOCTOR_OPERATIONS, /* every operation, forward and backward, against double references; outputs poisoned, with guard
                                bands; the same bits in a second run */
    NADIR_DOCTOR_TRAINING,   /* twenty steps of a seeded small network against the same steps on the host, in double */
    NADIR_DOCTOR_STRESS      /* the same work for `stress_seconds`: its results must not change */
};
enum { NADIR_DOCTOR_STAGES = NADIR_DOCTOR_STRESS + 1 };

/* "build", "integers", "floats", "operations", "training", "stress"; NULL for other values. Static storage. */
NADIR_API const char *nadir_doctor_stage_name(enum nadir_doctor_stage stage);

enum nadir_doctor_result {
    NADIR_DOCTOR_PASS,
    NADIR_DOCTOR_WARNING, /* works, but not as it should: slow, or a part could not be examined (says which) */
    NADIR_DOCTOR_FAIL
};

/* One check, as it ends. */
struct nadir_doctor_finding {
    enum nadir_doctor_stage stage;
    enum nadir_doctor_result result;
    char check[64];   /* what was examined: "exp", "cross_entropy mean", "kernel softmax" */
    char detail[256]; /* one line, "" for a plain pass. Of a failure: where, what came, what was expected */
    double seconds;   /* since the check before */
};

struct nadir_doctor_params {
    bool quick;            /* one specialisation of each operation, small sizes; default false */
    double stress_seconds; /* >= 0; 0: no stress stage; default 0 */
    void (*report)(const struct nadir_doctor_finding *finding, void *user); /* called for every check; NULL: none */
    void (*begin)(enum nadir_doctor_stage stage, const char *check, void *user); /* called when a stage begins (`check` "") and
                                                                                    before checks that can crash; NULL: none */
    void *user;
    const volatile sig_atomic_t *stop; /* when it becomes non-zero, the examination ends; NULL: never */
};

NADIR_API struct nadir_doctor_params nadir_doctor_params_default(void);

struct nadir_doctor_summary {
    unsigned checks;
    unsigned warnings;
    unsigned failures;
    unsigned unexamined;     /* of the warnings: checks for which there was not enough memory; then there is no proof */
    char first_failure[256]; /* "operations: gelu: ...", "" without */
    double seconds;
};

/* Examines a device in a context of its own, in this process: a driver that crashes takes the process with it (the command
 * `nadir doctor` uses a child). Does not store a record. Blocks for seconds to minutes. `params` NULL: defaults.
 * A device that fails is NADIR_OK with summary->failures > 0. Errors: INVALID_ARGUMENT, INTERRUPTED (by `stop`; the summary
 * holds what was done until then). */
NADIR_API enum nadir_status nadir_doctor_run(struct nadir_doctor_summary *summary, const struct nadir_device *device,
                                             const struct nadir_doctor_params *params);

#ifdef __cplusplus
}
#endif

#endif
