/* SPDX-License-Identifier: MIT */
/* What the fuzz targets share: files made of bytes in memory, and what must hold for every failure. */
#ifndef NADIR_FUZZ_H
#define NADIR_FUZZ_H

#include "nadir/nadir.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The target: every fuzz_*.c defines it, libFuzzer or replay.c calls it. Returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the process, which is how a finding is reported, saying what does not hold. */
#define FUZZ_CHECK(condition, ...)                                                                                             \
    do {                                                                                                                       \
        if (!(condition)) {                                                                                                    \
            fprintf(stderr, "%s:%d: not %s: ", __FILE__, __LINE__, #condition);                                                \
            fprintf(stderr, __VA_ARGS__);                                                                                      \
            fputc('\n', stderr);                                                                                               \
            abort();                                                                                                           \
        }                                                                                                                      \
    } while (0)

enum { FUZZ_FILES = 2 };

/* The path of a file in memory that holds these bytes until the next call with the same `slot`, 0 .. FUZZ_FILES-1. */
const char *fuzz_file(unsigned slot, const void *data, size_t size);

/* One line that any terminal can show: not empty, UTF-8, no control characters. */
void fuzz_check_printable(const char *text);

/* `status` is a failure, and the error record says the same. */
void fuzz_check_failure(enum nadir_status status);

#endif
