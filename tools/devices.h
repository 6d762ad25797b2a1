/* SPDX-License-Identifier: MIT */
/* What the files of `nadir devices` share: what was found, what was chosen, and the two ways to show it. */
#ifndef NADIR_TOOLS_DEVICES_H
#define NADIR_TOOLS_DEVICES_H

#include "icd.h"

#include "nadir/nadir.h"

/* What measuring a device came to. */
struct device_measure {
    enum { MEASURE_NONE, MEASURE_DONE, MEASURE_WRONG, MEASURE_FAILED } end;
    char problem[256]; /* "" for the first two */
};

/* Drivers and devices, as child processes found them. This process itself has not called OpenCL. */
struct device_scan {
    struct icd_list icds;
    struct nadir_device_list list;   /* handles are NULL; record.health and .score follow what was measured */
    struct device_measure *measures; /* of each device */
    char problem[512];               /* why no program can list the devices, "" when it can */
    char remedy[1280];               /* what to do about that; `list` is what remains then */
    char vendors[1024];              /* OCL_ICD_VENDORS for `list`, "" to leave it as it is */
    char folder[64];                 /* a temporary folder of .icd files, "" without */
};

/* Lists everything. Returns TOOL_OK, or TOOL_FAILURE after a message; free in both cases. */
int device_scan_run(struct device_scan *scan);
void device_scan_free(struct device_scan *scan);

/* Measures a device in a child process and stores its record. */
void device_scan_measure(struct device_scan *scan, size_t index);

/* What was chosen, and who asked for it. */
struct device_choice {
    const char *selector;
    const char *source; /* "option", "environment", "default" */
    size_t index;       /* SIZE_MAX: none */
    const char *origin; /* for people: the option or variable that holds the selector; NULL for the default */
    char reason[NADIR_REASON_SIZE];
    char problem[512]; /* "" when a device was chosen */
};

/* A model whose training step is predicted. */
struct device_prediction {
    const char *model; /* NULL: none */
    uint64_t batch;
};

/* Seconds, or a negative number where the device is not measured. */
double device_predict(const struct device_prediction *prediction, const struct nadir_device *device);

/* They return an exit code. */
int device_table_print(const struct device_scan *scan, const struct device_choice *choice,
                       const struct device_prediction *prediction, bool verbose);
int device_json_print(const struct device_scan *scan, const struct device_choice *choice,
                      const struct device_prediction *prediction);

#endif
