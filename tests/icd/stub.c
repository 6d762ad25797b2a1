/* SPDX-License-Identifier: MIT */
/* An OpenCL driver that lists made-up devices, runs nothing, and misbehaves where the environment says so; see README.md. */
#define CL_TARGET_OPENCL_VERSION 300

#include <CL/cl_icd.h>

#include <dlfcn.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))

enum { MOST = 8 };

/* NADIR_STUB is "<where>-<what>". */
static void pass(const char *where)
{
    const char *order = getenv("NADIR_STUB");
    const size_t length = strlen(where);
    if (!order || strncmp(order, where, length) != 0 || order[length] != '-') return;
    const char *what = order + length + 1, *once = getenv("NADIR_STUB_ONCE");
    if (once && open(once, O_CREAT | O_EXCL, 0600) < 0) return;
    printf("stub: noise on the standard output\n");
    fprintf(stderr, "stub: earlier words\nstub: \033[31mlast\t\xffwords\033[0m\n\n");
    if (strcmp(what, "locale") == 0) setlocale(LC_ALL, "");
    if (strcmp(what, "abort") == 0) abort();
    if (strcmp(what, "crash") == 0) raise(SIGSEGV);
    if (strcmp(what, "exit") == 0) exit(0);
    if (strcmp(what, "leave") == 0) exit(7);
    while (strcmp(what, "hang") == 0) {
        if (fork() == 0) sleep(600); /* a helper that holds the pipe */
        sleep(600);
    }
}

__attribute__((constructor)) static void load(void)
{
    pass("load");
}

static const char *text_of(const char *variable, const char *otherwise)
{
    const char *text = getenv(variable);
    return text ? text : otherwise;
}

static cl_uint device_count(void)
{
    const int count = atoi(text_of("NADIR_STUB_DEVICES", "1"));
    return (cl_uint)(count < 0 ? 0 : count > MOST ? MOST : count);
}

static cl_int answer(const void *value, size_t size, size_t capacity, void *out, size_t *needed)
{
    if (needed) *needed = size;
    if (out && capacity < size) return CL_INVALID_VALUE;
    if (out) memcpy(out, value, size);
    return CL_SUCCESS;
}

#define ANSWER_TEXT(text) answer(text, strlen(text) + 1, size, value, needed)
#define ANSWER(type, number) answer(&(type){number}, sizeof(type), size, value, needed)

static CL_API_ENTRY cl_int CL_API_CALL get_platform_info(cl_platform_id platform, cl_platform_info info, size_t size,
                                                         void *value, size_t *needed)
{
    (void)platform;
    switch (info) {
    case CL_PLATFORM_NAME: return ANSWER_TEXT(text_of("NADIR_STUB_PLATFORM", "Stub"));
    case CL_PLATFORM_VERSION: return ANSWER_TEXT("OpenCL 1.2 Stub 1.0");
    case CL_PLATFORM_VENDOR: return ANSWER_TEXT("Stub");
    case CL_PLATFORM_PROFILE: return ANSWER_TEXT("FULL_PROFILE");
    case CL_PLATFORM_EXTENSIONS: return ANSWER_TEXT("cl_khr_icd");
    case CL_PLATFORM_ICD_SUFFIX_KHR: return ANSWER_TEXT("STUB");
    default: return CL_INVALID_VALUE;
    }
}

static CL_API_ENTRY cl_int CL_API_CALL get_device_ids(cl_platform_id platform, cl_device_type type, cl_uint entries,
                                                      cl_device_id *ids, cl_uint *count);

static CL_API_ENTRY cl_int CL_API_CALL get_device_info(cl_device_id device, cl_device_info info, size_t size, void *value,
                                                       size_t *needed)
{
    (void)device;
    switch (info) {
    case CL_DEVICE_NAME: return ANSWER_TEXT(text_of("NADIR_STUB_NAME", "stub device"));
    case CL_DEVICE_VENDOR: return ANSWER_TEXT("Stub");
    case CL_DEVICE_VERSION: return ANSWER_TEXT("OpenCL 1.2 Stub");
    case CL_DRIVER_VERSION: return ANSWER_TEXT("1.0");
    case CL_DEVICE_OPENCL_C_VERSION: return ANSWER_TEXT("OpenCL C 1.2 Stub");
    case CL_DEVICE_EXTENSIONS: return ANSWER_TEXT("");
    case CL_DEVICE_TYPE: return ANSWER(cl_device_type, CL_DEVICE_TYPE_CPU);
    case CL_DEVICE_MAX_COMPUTE_UNITS: return ANSWER(cl_uint, 1);
    case CL_DEVICE_MAX_CLOCK_FREQUENCY: return ANSWER(cl_uint, 1);
    case CL_DEVICE_NATIVE_VECTOR_WIDTH_FLOAT: return ANSWER(cl_uint, 1);
    case CL_DEVICE_MEM_BASE_ADDR_ALIGN: return ANSWER(cl_uint, 1024);
    case CL_DEVICE_GLOBAL_MEM_SIZE: return ANSWER(cl_ulong, 1 << 30);
    case CL_DEVICE_MAX_MEM_ALLOC_SIZE: return ANSWER(cl_ulong, 1 << 28);
    case CL_DEVICE_LOCAL_MEM_SIZE: return ANSWER(cl_ulong, 1 << 15);
    case CL_DEVICE_MAX_WORK_GROUP_SIZE: return ANSWER(size_t, 64);
    case CL_DEVICE_MAX_WORK_ITEM_SIZES: return answer((size_t[]){64, 64, 64}, 3 * sizeof(size_t), size, value, needed);
    case CL_DEVICE_AVAILABLE: return ANSWER(cl_bool, CL_TRUE);
    case CL_DEVICE_COMPILER_AVAILABLE: return ANSWER(cl_bool, CL_TRUE);
    case CL_DEVICE_ENDIAN_LITTLE: return ANSWER(cl_bool, CL_TRUE);
    case CL_DEVICE_HOST_UNIFIED_MEMORY: return ANSWER(cl_bool, CL_TRUE);
    default: return CL_INVALID_VALUE;
    }
}

static CL_API_ENTRY cl_context CL_API_CALL create_context(const cl_context_properties *properties, cl_uint count,
                                                          const cl_device_id *devices,
                                                          void(CL_CALLBACK *notify)(const char *, const void *, size_t, void *),
                                                          void *user, cl_int *code)
{
    (void)properties, (void)count, (void)devices, (void)notify, (void)user, (void)code;
    pass("context");
    raise(SIGSEGV);
    return NULL;
}

/* What is missing here crashes its caller, as it does with drivers that are half installed. */
static cl_icd_dispatch table = {
    .clGetPlatformInfo = get_platform_info, .clGetDeviceIDs = get_device_ids, .clGetDeviceInfo = get_device_info,
    .clCreateContext = create_context};

struct _cl_platform_id {
    cl_icd_dispatch *dispatch;
};
struct _cl_device_id {
    cl_icd_dispatch *dispatch;
};

static struct _cl_platform_id platform_handle = {&table};
static struct _cl_device_id device_handles[MOST];

static CL_API_ENTRY cl_int CL_API_CALL get_device_ids(cl_platform_id platform, cl_device_type type, cl_uint entries,
                                                      cl_device_id *ids, cl_uint *count)
{
    (void)platform;
    pass("devices");
    const char *rival = getenv("NADIR_STUB_RIVAL");
    if (rival && dlopen(rival, RTLD_LAZY | RTLD_NOLOAD)) pass("together");
    const cl_uint available = (type & CL_DEVICE_TYPE_CPU) ? device_count() : 0;
    if (available == 0) return CL_DEVICE_NOT_FOUND;
    for (cl_uint i = 0; ids && i < entries && i < available; i++) {
        device_handles[i].dispatch = &table;
        ids[i] = &device_handles[i];
    }
    if (count) *count = available;
    return CL_SUCCESS;
}

static CL_API_ENTRY cl_int CL_API_CALL get_platforms(cl_uint entries, cl_platform_id *platforms, cl_uint *count)
{
    pass("platforms");
    if (getenv("NADIR_STUB") && strcmp(getenv("NADIR_STUB"), "empty") == 0) return CL_PLATFORM_NOT_FOUND_KHR;
    if (platforms && entries > 0) platforms[0] = &platform_handle;
    if (count) *count = 1;
    return CL_SUCCESS;
}

EXPORT CL_API_ENTRY void *CL_API_CALL clGetExtensionFunctionAddress(const char *name)
{
    union {
        CL_API_ENTRY cl_int(CL_API_CALL *platforms)(cl_uint, cl_platform_id *, cl_uint *);
        CL_API_ENTRY cl_int(CL_API_CALL *info)(cl_platform_id, cl_platform_info, size_t, void *, size_t *);
        void *symbol;
    } function = {.symbol = NULL};
    if (strcmp(name, "clIcdGetPlatformIDsKHR") == 0) function.platforms = get_platforms;
    if (strcmp(name, "clGetPlatformInfo") == 0) function.info = get_platform_info;
    return function.symbol;
}
