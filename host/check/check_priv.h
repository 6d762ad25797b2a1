/* SPDX-License-Identifier: MIT */
/* What the stages of the doctor share. */
#ifndef NADIR_CHECK_PRIV_H
#define NADIR_CHECK_PRIV_H

#include "nadir/context.h"
#include "nadir/doctor.h"

/* An examination under way. */
struct nadir__doctor {
    const struct nadir_device *device;
    struct nadir_context *context; /* NULL before the build stage */
    struct nadir_doctor_params params;
    struct nadir_doctor_summary *summary;
    enum nadir_doctor_stage stage; /* the current one */
    double since;                  /* nadir__seconds() when the last finding was made */
};

/* Says what is about to be examined: should the device take the process with it, this is the last that was heard. */
void nadir__doctor_begin(struct nadir__doctor *doctor, const char *check);

/* Records and reports one finding of the current stage; `detail` is a printf format, "" for a plain pass. Returns INTERRUPTED
 * if a stop was requested, else OK: a stage returns at once what is not OK, and nothing else. */
enum nadir_status nadir__doctor_find(struct nadir__doctor *doctor, enum nadir_doctor_result result, const char *check,
                                     const char *detail, ...) __attribute__((format(printf, 4, 5)));

/* INTERRUPTED if a stop was requested, else OK: for what takes long between two findings. */
enum nadir_status nadir__doctor_check_stop(const struct nadir__doctor *doctor);

/* The finding that follows from a status: a pass for OK; a warning for UNSUPPORTED and OUT_OF_MEMORY (which is counted as
 * unexamined), a failure for all others, with the last error's message. */
enum nadir_status nadir__doctor_find_status(struct nadir__doctor *doctor, enum nadir_status status, const char *check);

/* --- Comparisons. --- */

/* How far `got` is from `want`, in units in the last place of `want` as a float. INFINITY where one of them alone is NaN;
 * infinities count as 2^128. */
double nadir__check_ulps(float got, double want);

/* Whether `count` elements of `size` bytes are the same. Errors: WRONG_RESULT (the first one that differs). */
enum nadir_status nadir__check_bits(const char *what, const void *got, const void *want, size_t count, size_t size);

/* The back end that products of ordinary sizes take in this context: what it is bound to, or what the library's table says. */
enum nadir_gemm_backend nadir__doctor_gemm(const struct nadir_context *context);

/* --- The stages, each in a file of its own. --- */
enum nadir_status nadir__doctor_build(struct nadir__doctor *doctor);
enum nadir_status nadir__doctor_integers(struct nadir__doctor *doctor);
enum nadir_status nadir__doctor_floats(struct nadir__doctor *doctor);
enum nadir_status nadir__doctor_operations(struct nadir__doctor *doctor);
enum nadir_status nadir__doctor_training(struct nadir__doctor *doctor);
enum nadir_status nadir__doctor_stress(struct nadir__doctor *doctor);

#endif
