/* SPDX-License-Identifier: MIT */
/* An OpenCL layer that makes chosen calls fail or lie: OPENCL_LAYERS=<this library> NADIR_FAULT=<faults, see README.md>.
 * It knows every entry point that Nadir and CLBlast call; any other one ends the process, so that none goes uncounted. */
#define CL_TARGET_OPENCL_VERSION 300

#include "fault.h"

#include <CL/cl_layer.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Every wrapped entry point, and the code with which `fail` makes it fail. */
#define CALLS(X)                                                                                                               \
    X(clGetPlatformIDs, CL_OUT_OF_HOST_MEMORY)                                                                                 \
    X(clGetPlatformInfo, CL_OUT_OF_HOST_MEMORY)                                                                                \
    X(clGetDeviceIDs, CL_OUT_OF_RESOURCES)                                                                                     \
    X(clGetDeviceInfo, CL_OUT_OF_RESOURCES)                                                                                    \
    X(clCreateContext, CL_DEVICE_NOT_AVAILABLE)                                                                                \
    X(clRetainContext, CL_OUT_OF_RESOURCES)                                                                                    \
    X(clReleaseContext, CL_OUT_OF_RESOURCES)                                                                                   \
    X(clGetContextInfo, CL_OUT_OF_RESOURCES)                                                                                   \
    X(clCreateCommandQueue, CL_OUT_OF_HOST_MEMORY)                                                                             \
    X(clRetainCommandQueue, CL_OUT_OF_RESOURCES)                                                                               \
    X(clReleaseCommandQueue, CL_OUT_OF_RESOURCES)                                                                              \
    X(clGetCommandQueueInfo, CL_OUT_OF_RESOURCES)                                                                              \
    X(clCreateBuffer, CL_MEM_OBJECT_ALLOCATION_FAILURE)                                                                        \
    X(clCreateSubBuffer, CL_MEM_OBJECT_ALLOCATION_FAILURE)                                                                     \
    X(clRetainMemObject, CL_OUT_OF_RESOURCES)                                                                                  \
    X(clReleaseMemObject, CL_OUT_OF_RESOURCES)                                                                                 \
    X(clGetMemObjectInfo, CL_OUT_OF_RESOURCES)                                                                                 \
    X(clSetMemObjectDestructorCallback, CL_OUT_OF_HOST_MEMORY)                                                                 \
    X(clCreateProgramWithSource, CL_OUT_OF_HOST_MEMORY)                                                                        \
    X(clCreateProgramWithBinary, CL_INVALID_BINARY)                                                                            \
    X(clRetainProgram, CL_OUT_OF_RESOURCES)                                                                                    \
    X(clReleaseProgram, CL_OUT_OF_RESOURCES)                                                                                   \
    X(clBuildProgram, CL_BUILD_PROGRAM_FAILURE)                                                                                \
    X(clGetProgramInfo, CL_OUT_OF_RESOURCES)                                                                                   \
    X(clGetProgramBuildInfo, CL_OUT_OF_RESOURCES)                                                                              \
    X(clCreateKernel, CL_INVALID_KERNEL_NAME)                                                                                  \
    X(clRetainKernel, CL_OUT_OF_RESOURCES)                                                                                     \
    X(clReleaseKernel, CL_OUT_OF_RESOURCES)                                                                                    \
    X(clSetKernelArg, CL_OUT_OF_RESOURCES)                                                                                     \
    X(clGetKernelInfo, CL_OUT_OF_RESOURCES)                                                                                    \
    X(clGetKernelWorkGroupInfo, CL_OUT_OF_RESOURCES)                                                                           \
    X(clWaitForEvents, CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST)                                                           \
    X(clRetainEvent, CL_OUT_OF_RESOURCES)                                                                                      \
    X(clReleaseEvent, CL_OUT_OF_RESOURCES)                                                                                     \
    X(clGetEventInfo, CL_OUT_OF_RESOURCES)                                                                                     \
    X(clGetEventProfilingInfo, CL_PROFILING_INFO_NOT_AVAILABLE)                                                                \
    X(clFlush, CL_OUT_OF_RESOURCES)                                                                                            \
    X(clFinish, CL_OUT_OF_RESOURCES)                                                                                           \
    X(clEnqueueReadBuffer, CL_OUT_OF_RESOURCES)                                                                                \
    X(clEnqueueReadBufferRect, CL_OUT_OF_RESOURCES)                                                                            \
    X(clEnqueueWriteBufferRect, CL_OUT_OF_RESOURCES)                                                                           \
    X(clEnqueueCopyBufferRect, CL_OUT_OF_RESOURCES)                                                                            \
    X(clEnqueueWriteBuffer, CL_OUT_OF_RESOURCES)                                                                               \
    X(clEnqueueCopyBuffer, CL_OUT_OF_RESOURCES)                                                                                \
    X(clEnqueueFillBuffer, CL_OUT_OF_RESOURCES)                                                                                \
    X(clEnqueueNDRangeKernel, CL_OUT_OF_RESOURCES)

enum call {
#define X(name, code) CALL_##name,
    CALLS(X)
#undef X
    CALLS_END,
    CALL_ANY
};

enum kind { KIND_CONTEXT, KIND_QUEUE, KIND_BUFFER, KIND_PROGRAM, KIND_KERNEL, KIND_EVENT, KINDS };

enum { COUNT_LIVE = CALLS_END, COUNT_INJECTED = COUNT_LIVE + KINDS, COUNT_READS, COUNTS };

static const struct fault_count first_counts[COUNTS] = {
#define X(name, code) [CALL_##name] = {#name, 0},
    CALLS(X)
#undef X
    [COUNT_LIVE + KIND_CONTEXT] = {"live context", 0}, [COUNT_LIVE + KIND_QUEUE] = {"live queue", 0},
    [COUNT_LIVE + KIND_BUFFER] = {"live buffer", 0},   [COUNT_LIVE + KIND_PROGRAM] = {"live program", 0},
    [COUNT_LIVE + KIND_KERNEL] = {"live kernel", 0},   [COUNT_LIVE + KIND_EVENT] = {"live event", 0},
    [COUNT_INJECTED] = {"injected", 0},
    [COUNT_READS] = {"reads of data", 0},
};

static const cl_int usual_codes[CALLS_END] = {
#define X(name, code) [CALL_##name] = code,
    CALLS(X)
#undef X
};

enum effect {
    EFFECT_NONE,
    EFFECT_CODE,     /* fails */
    EFFECT_LOST,     /* fails, and so does every later call */
    EFFECT_NULL,     /* a creation returns no object and no error */
    EFFECT_ZERO,     /* the answer is all zero bytes, or a list of nothing */
    EFFECT_NOTHING,  /* the answer has size 0 */
    EFFECT_EMPTY,    /* texts: "" */
    EFFECT_LONG,     /* texts: 4 KiB */
    EFFECT_BYTES,    /* texts: no UTF-8, control characters */
    EFFECT_HUGE,     /* texts: 1 MiB of lines */
    EFFECT_REVERSED, /* profiling: the end lies before the start */
    EFFECT_SKIP,     /* success, but nothing is done */
    EFFECT_FLIP,     /* reads: one bit of the data is wrong */
    EFFECT_NAN       /* reads: one number is NaN */
};

static const struct {
    const char *name;
    enum effect effect;
    cl_int code; /* of EFFECT_CODE; 0: the call's usual one */
} effects[] = {
    {"fail", EFFECT_CODE, 0},         {"lost", EFFECT_LOST, 0},   {"null", EFFECT_NULL, 0},   {"zero", EFFECT_ZERO, 0},
    {"nothing", EFFECT_NOTHING, 0},   {"empty", EFFECT_EMPTY, 0}, {"long", EFFECT_LONG, 0},   {"bytes", EFFECT_BYTES, 0},
    {"huge", EFFECT_HUGE, 0},         {"skip", EFFECT_SKIP, 0},   {"flip", EFFECT_FLIP, 0},   {"nan", EFFECT_NAN, 0},
    {"reversed", EFFECT_REVERSED, 0},
#define X(code) {#code, EFFECT_CODE, code}
    X(CL_DEVICE_NOT_FOUND), X(CL_DEVICE_NOT_AVAILABLE), X(CL_COMPILER_NOT_AVAILABLE), X(CL_MEM_OBJECT_ALLOCATION_FAILURE),
    X(CL_OUT_OF_RESOURCES), X(CL_OUT_OF_HOST_MEMORY), X(CL_BUILD_PROGRAM_FAILURE), X(CL_INVALID_VALUE), X(CL_INVALID_PLATFORM),
    X(CL_INVALID_DEVICE), X(CL_INVALID_KERNEL_NAME), X(CL_INVALID_WORK_GROUP_SIZE),
#undef X
};

/* Queries that can be named behind a call, as in clGetDeviceInfo(CL_DEVICE_NAME), and whether their answer is a text. */
static const struct {
    enum call call;
    const char *name;
    cl_uint info;
    bool text;
} queries[] = {
#define PLATFORM(info, text) {CALL_clGetPlatformInfo, #info, info, text}
    PLATFORM(CL_PLATFORM_NAME, true), PLATFORM(CL_PLATFORM_VERSION, true), PLATFORM(CL_PLATFORM_VENDOR, true),
    PLATFORM(CL_PLATFORM_EXTENSIONS, true),
#define DEVICE(info, text) {CALL_clGetDeviceInfo, #info, info, text}
    DEVICE(CL_DEVICE_NAME, true), DEVICE(CL_DEVICE_VENDOR, true), DEVICE(CL_DEVICE_VERSION, true),
    DEVICE(CL_DRIVER_VERSION, true), DEVICE(CL_DEVICE_OPENCL_C_VERSION, true), DEVICE(CL_DEVICE_EXTENSIONS, true),
    DEVICE(CL_DEVICE_TYPE, false), DEVICE(CL_DEVICE_MAX_COMPUTE_UNITS, false), DEVICE(CL_DEVICE_MAX_CLOCK_FREQUENCY, false),
    DEVICE(CL_DEVICE_NATIVE_VECTOR_WIDTH_FLOAT, false), DEVICE(CL_DEVICE_MEM_BASE_ADDR_ALIGN, false),
    DEVICE(CL_DEVICE_GLOBAL_MEM_SIZE, false), DEVICE(CL_DEVICE_MAX_MEM_ALLOC_SIZE, false),
    DEVICE(CL_DEVICE_LOCAL_MEM_SIZE, false), DEVICE(CL_DEVICE_MAX_WORK_GROUP_SIZE, false),
    DEVICE(CL_DEVICE_MAX_WORK_ITEM_SIZES, false), DEVICE(CL_DEVICE_AVAILABLE, false),
    DEVICE(CL_DEVICE_COMPILER_AVAILABLE, false), DEVICE(CL_DEVICE_ENDIAN_LITTLE, false),
    DEVICE(CL_DEVICE_HOST_UNIFIED_MEMORY, false),
    {CALL_clGetProgramBuildInfo, "CL_PROGRAM_BUILD_LOG", CL_PROGRAM_BUILD_LOG, true},
#undef PLATFORM
#undef DEVICE
};

enum { QUERIES = sizeof queries / sizeof queries[0], EFFECTS = sizeof effects / sizeof effects[0], MAX_FAULTS = 16 };

struct fault {
    enum call call;
    cl_uint info; /* 0: any */
    uint64_t first, last;
    enum effect effect;
    cl_int code;
    uint64_t seen;
};

static cl_icd_dispatch next, table;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static struct fault faults[MAX_FAULTS];
static unsigned fault_count;
static bool lost;
static struct fault_count own_counts[COUNTS], *counts = own_counts;

_Noreturn static void die(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "fault layer: ");
    vfprintf(stderr, format, arguments);
    fprintf(stderr, "\n");
    va_end(arguments);
    _exit(99);
}

/* --- The faults. --- */

static bool is(const char *text, size_t length, const char *name)
{
    return strlen(name) == length && memcmp(text, name, length) == 0;
}

/* One of "call:n:effect", of `length` bytes. */
static void parse_fault(struct fault *out, const char *text, size_t length)
{
    const char *end = text + length, *colon = memchr(text, ':', length);
    const char *second = colon ? memchr(colon + 1, ':', (size_t)(end - colon - 1)) : NULL;
    if (!second) die("\"%.*s\" is not call:n:effect", (int)length, text);

    const char *open = memchr(text, '(', (size_t)(colon - text));
    const size_t name_length = (size_t)((open ? open : colon) - text);
    *out = (struct fault){.call = CALLS_END, .first = 1, .last = UINT64_MAX};
    for (int i = 0; i < CALLS_END; i++)
        if (is(text, name_length, first_counts[i].name)) out->call = (enum call)i;
    if (is(text, name_length, "any")) out->call = CALL_ANY;
    if (out->call == CALLS_END) die("no call \"%.*s\"", (int)name_length, text);
    for (size_t i = 0; open && i < QUERIES; i++)
        if (queries[i].call == out->call && is(open + 1, (size_t)(colon - open - 2), queries[i].name))
            out->info = queries[i].info;
    if (open && out->info == 0) die("no query \"%.*s\"", (int)(colon - text), text);

    if (!is(colon + 1, (size_t)(second - colon - 1), "*")) {
        char *rest;
        out->first = strtoull(colon + 1, &rest, 10);
        const bool later = *rest == '+';
        if (rest + later != second || out->first == 0) die("\"%.*s\" has no occurrence", (int)length, text);
        if (!later) out->last = out->first;
    }
    const size_t effect_length = (size_t)(end - second - 1);
    for (size_t i = 0; i < EFFECTS; i++)
        if (is(second + 1, effect_length, effects[i].name)) {
            out->effect = effects[i].effect;
            out->code = effects[i].code;
        }
    if (out->effect == EFFECT_NONE) die("no effect \"%.*s\"", (int)effect_length, second + 1);
    if (out->effect == EFFECT_LOST) out->last = UINT64_MAX;
}

static void set_faults(const char *text)
{
    pthread_mutex_lock(&mutex);
    fault_count = 0;
    lost = false;
    while (text && *text) {
        const size_t length = strcspn(text, ",");
        if (fault_count == MAX_FAULTS) die("more than %d faults", MAX_FAULTS);
        parse_fault(&faults[fault_count++], text, length);
        text += length + (text[length] == ',');
    }
    pthread_mutex_unlock(&mutex);
}

static void clear_calls(void)
{
    pthread_mutex_lock(&mutex);
    for (int i = 0; i < COUNTS; i++)
        if (i < COUNT_LIVE || i >= COUNT_INJECTED) counts[i].value = 0;
    pthread_mutex_unlock(&mutex);
}

/* What is to happen to this call. */
struct verdict {
    enum effect effect;
    cl_int code; /* what a call that fails returns, else 0 */
};

static bool answers_text(enum call call, cl_uint info)
{
    for (size_t i = 0; i < QUERIES; i++)
        if (queries[i].call == call && queries[i].info == info) return queries[i].text;
    return false;
}

/* Smaller reads are of counters and error words, where a wrong bit need not mean anything. */
enum { DATA = 32 /* bytes */ };

/* `info` is what a query asks for; `size` the bytes of a read. */
static struct verdict enter_with(enum call call, cl_uint info, size_t size)
{
    struct verdict verdict = {EFFECT_NONE, CL_SUCCESS};
    const bool data = call == CALL_clEnqueueReadBuffer && size >= DATA;
    pthread_mutex_lock(&mutex);
    counts[call].value++;
    if (data) counts[COUNT_READS].value++;
    for (unsigned i = 0; i < fault_count; i++) {
        struct fault *fault = &faults[i];
        const bool about_texts = fault->effect >= EFFECT_EMPTY && fault->effect <= EFFECT_HUGE;
        if (fault->call != CALL_ANY && (fault->call != call || (fault->info && fault->info != info))) continue;
        if (about_texts && !answers_text(call, info)) continue;
        if (fault->effect >= EFFECT_SKIP && call == CALL_clEnqueueReadBuffer && !data) continue;
        fault->seen++;
        if (fault->seen < fault->first || fault->seen > fault->last) continue;
        if (fault->effect == EFFECT_LOST) lost = true;
        verdict.effect = fault->effect;
        if (fault->effect == EFFECT_CODE) verdict.code = fault->code ? fault->code : usual_codes[call];
    }
    if (lost) verdict = (struct verdict){EFFECT_CODE, CL_DEVICE_NOT_AVAILABLE};
    if (verdict.effect != EFFECT_NONE) counts[COUNT_INJECTED].value++;
    pthread_mutex_unlock(&mutex);
    return verdict;
}

static struct verdict enter(enum call call, cl_uint info)
{
    return enter_with(call, info, 0);
}

static void live(enum kind kind, int by)
{
    pthread_mutex_lock(&mutex);
    counts[COUNT_LIVE + kind].value += by;
    pthread_mutex_unlock(&mutex);
}

#define ENTER(name) const struct verdict verdict = enter(CALL_##name, 0)

/* --- Calls that can only fail. --- */

#define PLAIN(name, parameters, arguments)                                                                                     \
    static cl_int CL_API_CALL on_##name parameters                                                                             \
    {                                                                                                                          \
        ENTER(name);                                                                                                           \
        return verdict.code ? verdict.code : next.name arguments;                                                              \
    }

PLAIN(clSetKernelArg, (cl_kernel kernel, cl_uint index, size_t size, const void *value), (kernel, index, size, value))
PLAIN(clSetMemObjectDestructorCallback,
      (cl_mem memory, void(CL_CALLBACK *callback)(cl_mem, void *), void *user), (memory, callback, user))
PLAIN(clFlush, (cl_command_queue queue), (queue))

/* Waiting fails behind the wait: nothing may still write to memory that the program then frees. */
#define WAIT(name, parameters, arguments)                                                                                      \
    static cl_int CL_API_CALL on_##name parameters                                                                             \
    {                                                                                                                          \
        ENTER(name);                                                                                                           \
        const cl_int code = next.name arguments;                                                                               \
        return verdict.code ? verdict.code : code;                                                                             \
    }

WAIT(clFinish, (cl_command_queue queue), (queue))
WAIT(clWaitForEvents, (cl_uint count, const cl_event *events), (count, events))

/* A release that fails has released all the same, so that what is alive afterwards is what the program forgot. */
#define RETAIN_RELEASE(type, handle, kind)                                                                                     \
    static cl_int CL_API_CALL on_clRetain##type(handle object)                                                                 \
    {                                                                                                                          \
        ENTER(clRetain##type);                                                                                                 \
        const cl_int code = verdict.code ? verdict.code : next.clRetain##type(object);                                         \
        if (code == CL_SUCCESS) live(kind, 1);                                                                                 \
        return code;                                                                                                           \
    }                                                                                                                          \
    static cl_int CL_API_CALL on_clRelease##type(handle object)                                                                \
    {                                                                                                                          \
        ENTER(clRelease##type);                                                                                                \
        const cl_int code = next.clRelease##type(object);                                                                      \
        if (code == CL_SUCCESS) live(kind, -1);                                                                                \
        return verdict.code ? verdict.code : code;                                                                             \
    }

RETAIN_RELEASE(Context, cl_context, KIND_CONTEXT)
RETAIN_RELEASE(CommandQueue, cl_command_queue, KIND_QUEUE)
RETAIN_RELEASE(MemObject, cl_mem, KIND_BUFFER)
RETAIN_RELEASE(Program, cl_program, KIND_PROGRAM)
RETAIN_RELEASE(Kernel, cl_kernel, KIND_KERNEL)
RETAIN_RELEASE(Event, cl_event, KIND_EVENT)

/* --- Creation. --- */

#define CREATE(name, handle, kind, parameters, arguments)                                                                      \
    static handle CL_API_CALL on_##name parameters                                                                             \
    {                                                                                                                          \
        ENTER(name);                                                                                                           \
        if (verdict.effect == EFFECT_CODE || verdict.effect == EFFECT_NULL) {                                                  \
            if (error) *error = verdict.code;                                                                                  \
            return NULL;                                                                                                       \
        }                                                                                                                      \
        const handle object = next.name arguments;                                                                             \
        if (object) live(kind, 1);                                                                                             \
        return object;                                                                                                         \
    }

CREATE(clCreateContext, cl_context, KIND_CONTEXT,
       (const cl_context_properties *properties, cl_uint count, const cl_device_id *devices,
        void(CL_CALLBACK *notify)(const char *, const void *, size_t, void *), void *user, cl_int *error),
       (properties, count, devices, notify, user, error))
CREATE(clCreateCommandQueue, cl_command_queue, KIND_QUEUE,
       (cl_context context, cl_device_id device, cl_command_queue_properties properties, cl_int *error),
       (context, device, properties, error))
CREATE(clCreateBuffer, cl_mem, KIND_BUFFER, (cl_context context, cl_mem_flags flags, size_t size, void *host, cl_int *error),
       (context, flags, size, host, error))
CREATE(clCreateSubBuffer, cl_mem, KIND_BUFFER,
       (cl_mem parent, cl_mem_flags flags, cl_buffer_create_type type, const void *region, cl_int *error),
       (parent, flags, type, region, error))
CREATE(clCreateProgramWithSource, cl_program, KIND_PROGRAM,
       (cl_context context, cl_uint count, const char **strings, const size_t *lengths, cl_int *error),
       (context, count, strings, lengths, error))
CREATE(clCreateProgramWithBinary, cl_program, KIND_PROGRAM,
       (cl_context context, cl_uint count, const cl_device_id *devices, const size_t *lengths, const unsigned char **binaries,
        cl_int *states, cl_int *error),
       (context, count, devices, lengths, binaries, states, error))
CREATE(clCreateKernel, cl_kernel, KIND_KERNEL, (cl_program program, const char *name, cl_int *error), (program, name, error))

PLAIN(clBuildProgram,
      (cl_program program, cl_uint count, const cl_device_id *devices, const char *options,
       void(CL_CALLBACK *notify)(cl_program, void *), void *user),
      (program, count, devices, options, notify, user))

/* --- Lists and queries. --- */

static cl_int CL_API_CALL on_clGetPlatformIDs(cl_uint entries, cl_platform_id *ids, cl_uint *count)
{
    ENTER(clGetPlatformIDs);
    if (verdict.code) return verdict.code;
    const cl_int code = next.clGetPlatformIDs(entries, ids, count);
    if (verdict.effect == EFFECT_ZERO && count) *count = 0;
    return code;
}

static cl_int CL_API_CALL on_clGetDeviceIDs(cl_platform_id platform, cl_device_type type, cl_uint entries, cl_device_id *ids,
                                            cl_uint *count)
{
    ENTER(clGetDeviceIDs);
    if (verdict.code) return verdict.code;
    const cl_int code = next.clGetDeviceIDs(platform, type, entries, ids, count);
    if (verdict.effect == EFFECT_ZERO && count) *count = 0;
    return code;
}

/* The bytes of a false text, its final 0 included. */
static const char *false_text(enum effect effect, size_t *size)
{
    enum { LONG = 4096, HUGE = 1 << 20 };
    static char lengthy[LONG + 1], huge[HUGE + 1];
    static const char empty[] = "", bytes[] = "\xff\xfe GPU\x1b[31m \xc0\xaf\"\\\n\xed\xa0\x80 \xf5z";
    static const char line[] = "kernel.cl:1:1: error: this line repeats\n";
    switch (effect) {
    case EFFECT_EMPTY: *size = sizeof empty; return empty;
    case EFFECT_BYTES: *size = sizeof bytes; return bytes;
    case EFFECT_HUGE:
        for (size_t i = 0; i < HUGE; i++) huge[i] = line[i % (sizeof line - 1)];
        *size = sizeof huge;
        return huge;
    default:
        memset(lengthy, 'x', LONG);
        *size = sizeof lengthy;
        return lengthy;
    }
}

/* Changes an answer that a query has given. */
static cl_int change_answer(enum effect effect, cl_int code, size_t size, void *value, size_t *needed)
{
    size_t text_size;
    if (code != CL_SUCCESS) return code;
    switch (effect) {
    case EFFECT_ZERO:
        if (value) memset(value, 0, size);
        return code;
    case EFFECT_NOTHING:
        if (needed) *needed = 0;
        return code;
    case EFFECT_EMPTY:
    case EFFECT_LONG:
    case EFFECT_BYTES:
    case EFFECT_HUGE: {
        const char *text = false_text(effect, &text_size);
        if (needed) *needed = text_size;
        if (value && size < text_size) return CL_INVALID_VALUE;
        if (value) memcpy(value, text, text_size);
        return code;
    }
    default: return code;
    }
}

/* The true answer may not fit where the false one does, so that the caller's memory is kept from it. */
static bool is_false_text(enum effect effect)
{
    return effect >= EFFECT_EMPTY && effect <= EFFECT_HUGE;
}

#define QUERY(name, handle, info_type)                                                                                         \
    static cl_int CL_API_CALL on_##name(handle object, info_type info, size_t size, void *value, size_t *needed)               \
    {                                                                                                                          \
        const struct verdict verdict = enter(CALL_##name, (cl_uint)info);                                                      \
        if (verdict.code) return verdict.code;                                                                                 \
        const bool keep = is_false_text(verdict.effect) || verdict.effect == EFFECT_NOTHING;                                   \
        const cl_int code = next.name(object, info, keep ? 0 : size, keep ? NULL : value, needed);                             \
        return change_answer(verdict.effect, code, size, value, needed);                                                       \
    }

QUERY(clGetPlatformInfo, cl_platform_id, cl_platform_info)
QUERY(clGetDeviceInfo, cl_device_id, cl_device_info)
QUERY(clGetContextInfo, cl_context, cl_context_info)
QUERY(clGetCommandQueueInfo, cl_command_queue, cl_command_queue_info)
QUERY(clGetMemObjectInfo, cl_mem, cl_mem_info)
QUERY(clGetProgramInfo, cl_program, cl_program_info)
QUERY(clGetKernelInfo, cl_kernel, cl_kernel_info)
QUERY(clGetEventInfo, cl_event, cl_event_info)

static cl_int CL_API_CALL on_clGetProgramBuildInfo(cl_program program, cl_device_id device, cl_program_build_info info,
                                                   size_t size, void *value, size_t *needed)
{
    const struct verdict verdict = enter(CALL_clGetProgramBuildInfo, info);
    if (verdict.code) return verdict.code;
    /* With a program that was never built, because its build was made to fail, some drivers refuse to answer. */
    if (is_false_text(verdict.effect)) return change_answer(verdict.effect, CL_SUCCESS, size, value, needed);
    const cl_int code = next.clGetProgramBuildInfo(program, device, info, size, value, needed);
    return change_answer(verdict.effect, code, size, value, needed);
}

static cl_int CL_API_CALL on_clGetKernelWorkGroupInfo(cl_kernel kernel, cl_device_id device, cl_kernel_work_group_info info,
                                                      size_t size, void *value, size_t *needed)
{
    const struct verdict verdict = enter(CALL_clGetKernelWorkGroupInfo, info);
    if (verdict.code) return verdict.code;
    const cl_int code = next.clGetKernelWorkGroupInfo(kernel, device, info, size, value, needed);
    return change_answer(verdict.effect, code, size, value, needed);
}

static cl_int CL_API_CALL on_clGetEventProfilingInfo(cl_event event, cl_profiling_info info, size_t size, void *value,
                                                     size_t *needed)
{
    const struct verdict verdict = enter(CALL_clGetEventProfilingInfo, info);
    if (verdict.code) return verdict.code;
    if (verdict.effect == EFFECT_REVERSED)
        info = info == CL_PROFILING_COMMAND_START ? CL_PROFILING_COMMAND_END
             : info == CL_PROFILING_COMMAND_END   ? CL_PROFILING_COMMAND_START
                                                  : info;
    const cl_int code = next.clGetEventProfilingInfo(event, info, size, value, needed);
    return change_answer(verdict.effect, code, size, value, needed);
}

/* --- Commands. --- */

static cl_int command_done(cl_int code, const cl_event *event)
{
    if (code == CL_SUCCESS && event) live(KIND_EVENT, 1);
    return code;
}

/* In place of a command that is skipped: an event is still due, and the order of the queue holds. */
static cl_int skip(cl_command_queue queue, cl_uint wait_count, const cl_event *wait, cl_event *event)
{
    cl_int code = CL_SUCCESS;
    if (event || wait_count) code = next.clEnqueueMarkerWithWaitList(queue, wait_count, wait, event);
    return command_done(code, event);
}

#define COMMAND(name, parameters, arguments)                                                                                   \
    static cl_int CL_API_CALL on_##name parameters                                                                             \
    {                                                                                                                          \
        ENTER(name);                                                                                                           \
        if (verdict.code) return verdict.code;                                                                                 \
        if (verdict.effect == EFFECT_SKIP) return skip(queue, wait_count, wait, event);                                        \
        return command_done(next.name arguments, event);                                                                       \
    }

COMMAND(clEnqueueWriteBuffer,
        (cl_command_queue queue, cl_mem buffer, cl_bool blocking, size_t offset, size_t size, const void *memory,
         cl_uint wait_count, const cl_event *wait, cl_event *event),
        (queue, buffer, blocking, offset, size, memory, wait_count, wait, event))
COMMAND(clEnqueueCopyBuffer,
        (cl_command_queue queue, cl_mem from, cl_mem to, size_t from_offset, size_t to_offset, size_t size, cl_uint wait_count,
         const cl_event *wait, cl_event *event),
        (queue, from, to, from_offset, to_offset, size, wait_count, wait, event))
COMMAND(clEnqueueReadBufferRect,
        (cl_command_queue queue, cl_mem buffer, cl_bool blocking, const size_t *buffer_origin, const size_t *memory_origin,
         const size_t *region, size_t buffer_row, size_t buffer_slice, size_t memory_row, size_t memory_slice, void *memory,
         cl_uint wait_count, const cl_event *wait, cl_event *event),
        (queue, buffer, blocking, buffer_origin, memory_origin, region, buffer_row, buffer_slice, memory_row, memory_slice,
         memory, wait_count, wait, event))
COMMAND(clEnqueueWriteBufferRect,
        (cl_command_queue queue, cl_mem buffer, cl_bool blocking, const size_t *buffer_origin, const size_t *memory_origin,
         const size_t *region, size_t buffer_row, size_t buffer_slice, size_t memory_row, size_t memory_slice,
         const void *memory, cl_uint wait_count, const cl_event *wait, cl_event *event),
        (queue, buffer, blocking, buffer_origin, memory_origin, region, buffer_row, buffer_slice, memory_row, memory_slice,
         memory, wait_count, wait, event))
COMMAND(clEnqueueCopyBufferRect,
        (cl_command_queue queue, cl_mem from, cl_mem to, const size_t *from_origin, const size_t *to_origin,
         const size_t *region, size_t from_row, size_t from_slice, size_t to_row, size_t to_slice, cl_uint wait_count,
         const cl_event *wait, cl_event *event),
        (queue, from, to, from_origin, to_origin, region, from_row, from_slice, to_row, to_slice, wait_count, wait, event))
COMMAND(clEnqueueFillBuffer,
        (cl_command_queue queue, cl_mem buffer, const void *pattern, size_t pattern_size, size_t offset, size_t size,
         cl_uint wait_count, const cl_event *wait, cl_event *event),
        (queue, buffer, pattern, pattern_size, offset, size, wait_count, wait, event))
COMMAND(clEnqueueNDRangeKernel,
        (cl_command_queue queue, cl_kernel kernel, cl_uint dimensions, const size_t *offset, const size_t *global,
         const size_t *local, cl_uint wait_count, const cl_event *wait, cl_event *event),
        (queue, kernel, dimensions, offset, global, local, wait_count, wait, event))

static cl_int CL_API_CALL on_clEnqueueReadBuffer(cl_command_queue queue, cl_mem buffer, cl_bool blocking, size_t offset,
                                                 size_t size, void *memory, cl_uint wait_count, const cl_event *wait,
                                                 cl_event *event)
{
    const struct verdict verdict = enter_with(CALL_clEnqueueReadBuffer, 0, size);
    const bool spoil = verdict.effect == EFFECT_FLIP || verdict.effect == EFFECT_NAN;
    if (verdict.code) return verdict.code;
    if (verdict.effect == EFFECT_SKIP) return skip(queue, wait_count, wait, event);
    const cl_int code = next.clEnqueueReadBuffer(queue, buffer, spoil ? CL_TRUE : blocking, offset, size, memory, wait_count,
                                                 wait, event);
    if (code == CL_SUCCESS && spoil) {
        /* The middle word: of a float32 number the upper bit of the exponent. */
        const size_t word = size / 4 / 2 * 4;
        if (size < 4) ((unsigned char *)memory)[0] ^= 0x40;
        else if (verdict.effect == EFFECT_FLIP) ((unsigned char *)memory)[word + 3] ^= 0x40;
        else memcpy((unsigned char *)memory + word, &(cl_uint){0x7fc00000}, sizeof(cl_uint));
    }
    return command_done(code, event);
}

/* --- The layer. --- */

static void CL_API_CALL unknown_call(void)
{
    die("an OpenCL call that tests/faults/layer.c does not wrap; add it to CALLS");
}

/* Counts that another process can read, also when this one has crashed. */
static void share_counts(const char *path)
{
    char name[4096];
    snprintf(name, sizeof name, "%s.%ld", path, (long)getpid());
    const int file = open(name, O_CREAT | O_RDWR | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0 || ftruncate(file, sizeof own_counts) != 0) die("cannot write %s", name);
    void *memory = mmap(NULL, sizeof own_counts, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    if (memory == MAP_FAILED) die("cannot map %s", name);
    counts = memory;
}

CL_API_ENTRY cl_int CL_API_CALL clGetLayerInfo(cl_layer_info info, size_t size, void *value, size_t *needed)
{
    static const char name[] = "faults of Nadir's tests";
    const cl_layer_api_version version = CL_LAYER_API_VERSION_100;
    const bool is_name = info == CL_LAYER_NAME;
    const size_t answer_size = is_name ? sizeof name : sizeof version;
    if (!is_name && info != CL_LAYER_API_VERSION) return CL_INVALID_VALUE;
    if (needed) *needed = answer_size;
    if (value && size < answer_size) return CL_INVALID_VALUE;
    if (value) memcpy(value, is_name ? (const void *)name : &version, answer_size);
    return CL_SUCCESS;
}

CL_API_ENTRY cl_int CL_API_CALL clInitLayer(cl_uint entries, const cl_icd_dispatch *target, cl_uint *entries_out,
                                            const cl_icd_dispatch **out)
{
    if (!target || !entries_out || !out || entries < sizeof next / sizeof next.clGetPlatformIDs) return CL_INVALID_VALUE;
    void (CL_API_CALL *const unknown)(void) = unknown_call;
    next = *target;
    for (size_t i = 0; i < sizeof table / sizeof unknown; i++)
        memcpy((char *)&table + i * sizeof unknown, &unknown, sizeof unknown);
#define X(name, code) table.name = on_##name;
    CALLS(X)
#undef X
    const char *path = getenv("NADIR_FAULT_COUNTS");
    if (path && path[0]) share_counts(path);
    memcpy(counts, first_counts, sizeof first_counts);
    set_faults(getenv("NADIR_FAULT"));
    *entries_out = sizeof table / sizeof unknown;
    *out = &table;
    return CL_SUCCESS;
}

CL_API_ENTRY const struct fault_control *nadir_fault_control(void);
CL_API_ENTRY const struct fault_control *nadir_fault_control(void)
{
    static struct fault_control control = {.set = set_faults, .clear_calls = clear_calls, .count = COUNTS};
    control.counts = counts;
    return &control;
}
