/* SPDX-License-Identifier: MIT */
/* How a test in the same process drives the fault layer. The language of faults is described in README.md. */
#ifndef NADIR_TESTS_FAULT_H
#define NADIR_TESTS_FAULT_H

#include <stdint.h>

/* One number that the layer keeps: the calls of an entry point (its name), the objects of a kind that are alive, as references
 * that the program holds ("live context", "live queue", "live buffer", "live program", "live kernel", "live event"),
 * "injected", the faults that have struck, and "reads of data", calls of clEnqueueReadBuffer for 32 bytes and more. With
 * NADIR_FAULT_COUNTS=<path> all of them are the file <path>.<process id>. */
struct fault_count {
    char name[56];
    int64_t value;
};

struct fault_control {
    /* Replaces all faults and starts their counting anew; NULL or "": none. Ends the process if `faults` is malformed. */
    void (*set)(const char *faults);
    void (*clear_calls)(void);  /* calls and "injected" are 0 again; what is alive stays */
    const struct fault_count *counts;
    unsigned count;
};

/* The layer's only own symbol; found with dlsym. */
#define FAULT_CONTROL "nadir_fault_control"
typedef const struct fault_control *(*fault_control_function)(void);

#endif
