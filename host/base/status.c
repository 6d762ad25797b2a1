/* SPDX-License-Identifier: MIT */
/* The thread's error record, and the names of statuses and OpenCL codes. */
#include "status_priv.h"

#include "text_priv.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ND_STRING_(x) #x
#define ND_STRING(x) ND_STRING_(x)
#define ND_VERSION(major, minor, patch) ND_STRING(major) "." ND_STRING(minor) "." ND_STRING(patch)

static _Thread_local struct nadir_error last_error = {.cl_name = ""};

const char *nadir_version(void)
{
    return ND_VERSION(NADIR_VERSION_MAJOR, NADIR_VERSION_MINOR, NADIR_VERSION_PATCH);
}

const char *nadir_status_name(enum nadir_status status)
{
    switch (status) {
#define NAME(x)                                                                                                                \
    case x:                                                                                                                    \
        return #x
        NAME(NADIR_OK);
        NAME(NADIR_ERROR_INVALID_ARGUMENT);
        NAME(NADIR_ERROR_OUT_OF_MEMORY);
        NAME(NADIR_ERROR_NO_DEVICE);
        NAME(NADIR_ERROR_SELECTOR);
        NAME(NADIR_ERROR_UNSUPPORTED);
        NAME(NADIR_ERROR_BUILD);
        NAME(NADIR_ERROR_OPENCL);
        NAME(NADIR_ERROR_IO);
        NAME(NADIR_ERROR_FORMAT);
        NAME(NADIR_ERROR_DATA);
        NAME(NADIR_ERROR_INTERRUPTED);
        NAME(NADIR_ERROR_WRONG_RESULT);
#undef NAME
    }
    return "unknown status";
}

const struct nadir_error *nadir_last_error(void)
{
    return &last_error;
}

#ifdef NADIR_DEBUG_ABORT
void nadir__abort(void)
{
    fprintf(stderr, "nadir: argument check failed: %s\n", last_error.message);
    abort();
}
#endif

static enum nadir_status record(enum nadir_status status, cl_int code, const char *format, va_list arguments)
{
    /* The arguments may point into the record itself, so it is written only after formatting. */
    char message[sizeof last_error.message];
    vsnprintf(message, sizeof message, format, arguments);
    nadir__text_clean(message); /* it may name what a file or a driver holds */
    last_error.status = status;
    last_error.cl_code = code;
    last_error.cl_name = code == CL_SUCCESS ? "" : nadir__cl_error_name(code);
    memcpy(last_error.message, message, sizeof message);
    return status;
}

enum nadir_status nadir__fail(enum nadir_status status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    record(status, CL_SUCCESS, format, arguments);
    va_end(arguments);
    return status;
}

enum nadir_status nadir__fail_cl_at(cl_int code, const char *format, ...)
{
    enum nadir_status status = NADIR_ERROR_OPENCL;
    if (code == CL_MEM_OBJECT_ALLOCATION_FAILURE || code == CL_OUT_OF_HOST_MEMORY) status = NADIR_ERROR_OUT_OF_MEMORY;
    if (code == CL_BUILD_PROGRAM_FAILURE || code == CL_COMPILER_NOT_AVAILABLE) status = NADIR_ERROR_BUILD;
    va_list arguments;
    va_start(arguments, format);
    record(status, code, format, arguments);
    va_end(arguments);
    return status;
}

enum nadir_status nadir__fail_cl(cl_int code, const char *call)
{
    return nadir__fail_cl_at(code, "%.*s failed with %s (%d)", (int)strcspn(call, "("), call, nadir__cl_error_name(code),
                             (int)code);
}

void nadir__error_restore(const struct nadir_error *error)
{
    last_error = *error;
}

const char *nadir__cl_error_name(cl_int code)
{
    static const struct {
        cl_int code;
        const char *name;
    } names[] = {
#define NAME(x) {x, #x}
        NAME(CL_SUCCESS),
        NAME(CL_DEVICE_NOT_FOUND),
        NAME(CL_DEVICE_NOT_AVAILABLE),
        NAME(CL_COMPILER_NOT_AVAILABLE),
        NAME(CL_MEM_OBJECT_ALLOCATION_FAILURE),
        NAME(CL_OUT_OF_RESOURCES),
        NAME(CL_OUT_OF_HOST_MEMORY),
        NAME(CL_PROFILING_INFO_NOT_AVAILABLE),
        NAME(CL_MEM_COPY_OVERLAP),
        NAME(CL_BUILD_PROGRAM_FAILURE),
        NAME(CL_MAP_FAILURE),
        NAME(CL_MISALIGNED_SUB_BUFFER_OFFSET),
        NAME(CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST),
        NAME(CL_INVALID_VALUE),
        NAME(CL_INVALID_DEVICE_TYPE),
        NAME(CL_INVALID_PLATFORM),
        NAME(CL_INVALID_DEVICE),
        NAME(CL_INVALID_CONTEXT),
        NAME(CL_INVALID_QUEUE_PROPERTIES),
        NAME(CL_INVALID_COMMAND_QUEUE),
        NAME(CL_INVALID_HOST_PTR),
        NAME(CL_INVALID_MEM_OBJECT),
        NAME(CL_INVALID_BINARY),
        NAME(CL_INVALID_BUILD_OPTIONS),
        NAME(CL_INVALID_PROGRAM),
        NAME(CL_INVALID_PROGRAM_EXECUTABLE),
        NAME(CL_INVALID_KERNEL_NAME),
        NAME(CL_INVALID_KERNEL_DEFINITION),
        NAME(CL_INVALID_KERNEL),
        NAME(CL_INVALID_ARG_INDEX),
        NAME(CL_INVALID_ARG_VALUE),
        NAME(CL_INVALID_ARG_SIZE),
        NAME(CL_INVALID_KERNEL_ARGS),
        NAME(CL_INVALID_WORK_DIMENSION),
        NAME(CL_INVALID_WORK_GROUP_SIZE),
        NAME(CL_INVALID_WORK_ITEM_SIZE),
        NAME(CL_INVALID_GLOBAL_OFFSET),
        NAME(CL_INVALID_EVENT_WAIT_LIST),
        NAME(CL_INVALID_EVENT),
        NAME(CL_INVALID_OPERATION),
        NAME(CL_INVALID_BUFFER_SIZE),
        NAME(CL_INVALID_GLOBAL_WORK_SIZE),
        NAME(CL_INVALID_PROPERTY),
#undef NAME
        {-1001, "CL_PLATFORM_NOT_FOUND_KHR"},
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (names[i].code == code) return names[i].name;
    return "unknown OpenCL error";
}
