/* SPDX-License-Identifier: MIT */
/* Setting the thread's error record, and the three macros that carry a failure to its caller. */
#ifndef NADIR_STATUS_PRIV_H
#define NADIR_STATUS_PRIV_H

#include "nadir/status.h"

/* Fills the record and returns `status`. */
enum nadir_status nadir__fail(enum nadir_status status, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* As nadir__fail for a failed OpenCL call, with its code and the code's name in the record; the status follows from `code`
 * (out of memory, build failure, or OPENCL). */
enum nadir_status nadir__fail_cl_at(cl_int code, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same with a message made of the call's name and the code. */
enum nadir_status nadir__fail_cl(cl_int code, const char *call);

/* Puts back a copy of the record that was taken before failures that are not the caller's. */
void nadir__error_restore(const struct nadir_error *error);

/* Symbolic name of an OpenCL error code. */
const char *nadir__cl_error_name(cl_int code);

#ifdef NADIR_DEBUG_ABORT
_Noreturn void nadir__abort(void);
#define ND_ABORT() nadir__abort()
#else
#define ND_ABORT() ((void)0)
#endif

/* At the top of a public function, before anything is acquired: returns INVALID_ARGUMENT with a message. */
#define ND_CHECK_ARG(condition, ...)                                                                                           \
    do {                                                                                                                       \
        if (!(condition)) {                                                                                                    \
            enum nadir_status nd_status_ = nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, __VA_ARGS__);                             \
            ND_ABORT();                                                                                                        \
            return nd_status_;                                                                                                 \
        }                                                                                                                      \
    } while (0)

/* Around an OpenCL call that returns a code: on failure sets the local `status` and goes to `out`. */
#define ND_CL(call)                                                                                                            \
    do {                                                                                                                       \
        cl_int nd_code_ = (call);                                                                                              \
        if (nd_code_ != CL_SUCCESS) {                                                                                          \
            status = nadir__fail_cl(nd_code_, #call);                                                                          \
            goto out;                                                                                                          \
        }                                                                                                                      \
    } while (0)

/* Around a call that returns a status: on failure sets the local `status` and goes to `out`. */
#define ND_TRY(call)                                                                                                           \
    do {                                                                                                                       \
        status = (call);                                                                                                       \
        if (status != NADIR_OK) goto out;                                                                                      \
    } while (0)

#endif
