/* SPDX-License-Identifier: MIT */
/* What the files of `nadir doctor` share: what was found, and the two ways to show it. */
#ifndef NADIR_TOOLS_DOCTOR_H
#define NADIR_TOOLS_DOCTOR_H

#include "devices.h"

#include "nadir/nadir.h"

#include <stdio.h>

/* One finding about the loader, its drivers and what surrounds them: never worse than a warning. */
struct loader_finding {
    bool warning;
    char check[288];
    char detail[640]; /* "" for a plain pass */
    char remedy[1400];
};

struct loader_report {
    struct loader_finding *findings;
    size_t count, warnings;
    double seconds;
};

/* The examination of one device in its child process. */
struct exam {
    struct nadir_device *device;
    struct nadir_doctor_finding *findings;
    size_t count, capacity;
    enum nadir_doctor_stage stage; /* under way */
    char check[64];                /* under way, "" between two */
    struct nadir_doctor_summary summary;
    enum { VERDICT_NONE, VERDICT_PASS, VERDICT_FAIL } verdict;
    char problem[256]; /* why there is no verdict, "" otherwise */
    FILE *human;       /* where its stages are shown as they end */
    size_t shown;      /* findings of stages that were */
};

/* All of a run. */
struct doctor {
    bool quick, json, interrupted;
    double stress_seconds;
    struct device_scan scan;
    struct loader_report loader;
    struct exam *exams;
    size_t exam_count;
    char problem[640]; /* why no device is examined, "" otherwise */
    FILE *human;
};

/* What to do about a finding, "" for a pass. */
const char *doctor_remedy(const struct nadir_doctor_finding *finding);

/* Lines for people: the loader's stage; the stages of an exam that have ended and were not shown yet (with `all`, the last one
 * too); the verdict. */
void doctor_show_loader(const struct doctor *doctor);
void doctor_show_device(const struct exam *exam);
void doctor_show_stages(struct exam *exam, bool all);
void doctor_show_verdict(const struct exam *exam);

/* The document, schema nadir-doctor; README.md describes it. Returns an exit code. */
int doctor_print_json(const struct doctor *doctor);

#endif
