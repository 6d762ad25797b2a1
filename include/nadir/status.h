/* SPDX-License-Identifier: MIT */
/* How Nadir reports failure: a small set of statuses, and one record per thread that says what happened. */
#ifndef NADIR_STATUS_H
#define NADIR_STATUS_H

#include "nadir/base.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One code for each thing a caller would do differently. Zero is success, failures are negative. */
enum nadir_status {
    NADIR_OK = 0,
    NADIR_ERROR_INVALID_ARGUMENT = -1, /* a shape, dtype, range or pointer that the call cannot take: fix the call */
    NADIR_ERROR_OUT_OF_MEMORY = -2,    /* host or device memory: use less, or another device */
    NADIR_ERROR_NO_DEVICE = -3,        /* no usable OpenCL device on this machine: install a driver */
    NADIR_ERROR_SELECTOR = -4,         /* a device selector that is malformed, ambiguous or matches nothing */
    NADIR_ERROR_UNSUPPORTED = -5,      /* right in itself, but this device or this build cannot do it */
    NADIR_ERROR_BUILD = -6,            /* the device's compiler refused a kernel */
    NADIR_ERROR_OPENCL = -7,           /* any other OpenCL call failed; see nadir_error.cl_name */
    NADIR_ERROR_IO = -8,               /* a file could not be opened, read or written */
    NADIR_ERROR_FORMAT = -9,           /* a file was read, but its content is wrong */
    NADIR_ERROR_DATA = -10,            /* the device met bad data (a label out of range); gradients of bad rows are NaN */
    NADIR_ERROR_INTERRUPTED = -11,     /* stopped on request; everything done so far is valid */
    NADIR_ERROR_WRONG_RESULT = -12     /* the device or its driver computes wrong numbers: do not use it */
};

/* The last failure of the calling thread. */
struct nadir_error {
    enum nadir_status status;
    cl_int cl_code;      /* OpenCL error code, 0 when OpenCL was not involved */
    const char *cl_name; /* its symbolic name ("CL_OUT_OF_RESOURCES"), "" when cl_code is 0 */
    char message[512];   /* one line: the thing, the value, the remedy */
};

/* Symbolic name of a status, "NADIR_ERROR_IO". Static storage; "unknown status" for other values. */
NADIR_API const char *nadir_status_name(enum nadir_status status);

/* The record of the calling thread's last failed Nadir call. Never NULL; valid until that thread's next failure. */
NADIR_API const struct nadir_error *nadir_last_error(void);

#ifdef __cplusplus
}
#endif

#endif
