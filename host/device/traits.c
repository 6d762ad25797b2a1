/* SPDX-License-Identifier: MIT */
/* Traits: what a device says about itself, checked and made safe to print. */
#include "device_priv.h"

#include "base/status_priv.h"
#include "base/text_priv.h"
#include "record_priv.h"

#include <CL/cl_ext.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An extension list has a few thousand bytes; more than this is a driver's mistake. */
enum { INFO_LIMIT = 1 << 20 };

const char *nadir_device_type_name(enum nadir_device_type type)
{
    switch (type) {
    case NADIR_DEVICE_CPU: return "cpu";
    case NADIR_DEVICE_GPU: return "gpu";
    case NADIR_DEVICE_ACCELERATOR: return "acc";
    case NADIR_DEVICE_OTHER: break;
    }
    return "other";
}

/* --- Text. --- */

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

void nadir__device_text(char *out, size_t size, const char *text, size_t length)
{
    size_t used = 0;
    bool space = false;
    for (size_t i = 0; i < length && text[i];) {
        if (is_space(text[i])) {
            space = used > 0;
            i++;
            continue;
        }
        const size_t bytes = nadir__text_character(text + i, length - i);
        const size_t needed = (bytes ? bytes : 1) + space;
        if (used + needed >= size) break;
        if (space) out[used++] = ' ';
        space = false;
        if (bytes) memcpy(out + used, text + i, bytes);
        else out[used] = '?';
        used += bytes ? bytes : 1;
        i += bytes ? bytes : 1;
    }
    out[used] = 0;
}

/* --- Queries. --- */

/* What is asked: the device, or the platform where `device` is NULL. */
struct subject {
    cl_platform_id platform;
    cl_device_id device;
};

static cl_int get_info(struct subject subject, cl_uint info, size_t size, void *value, size_t *needed)
{
    return subject.device ? clGetDeviceInfo(subject.device, info, size, value, needed)
                          : clGetPlatformInfo(subject.platform, info, size, value, needed);
}

/* An info of any length; *out is malloc'ed, with a 0 byte behind the last one. `call` is for the message. */
static enum nadir_status read_bytes(struct subject subject, cl_uint info, const char *call, char **out, size_t *size)
{
    size_t needed = 0;
    cl_int code = get_info(subject, info, 0, NULL, &needed);
    if (code != CL_SUCCESS) return nadir__fail_cl(code, call);
    if (needed > INFO_LIMIT) return nadir__fail(NADIR_ERROR_OPENCL, "%s reports a size of %zu bytes", call, needed);
    char *bytes = calloc(needed + 1, 1);
    if (!bytes) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "%s: no host memory for %zu bytes", call, needed);
    if (needed > 0) code = get_info(subject, info, needed, bytes, NULL);
    if (code != CL_SUCCESS) {
        free(bytes);
        return nadir__fail_cl(code, call);
    }
    *out = bytes;
    *size = needed;
    return NADIR_OK;
}

static enum nadir_status read_text(struct subject subject, cl_uint info, const char *call, char *out, size_t out_size)
{
    char *bytes = NULL;
    size_t size = 0;
    const enum nadir_status status = read_bytes(subject, info, call, &bytes, &size);
    if (status == NADIR_OK) nadir__device_text(out, out_size, bytes, size);
    free(bytes);
    return status;
}

/* One row per query: what is asked and which field takes the answer. */
struct info_row {
    cl_uint info;
    const char *call;
    size_t offset, size;
};

#define FIELD(type, field) offsetof(struct type, field), sizeof(((struct type *)0)->field)

static const struct info_row platform_texts[] = {
    {CL_PLATFORM_NAME, "clGetPlatformInfo CL_PLATFORM_NAME", FIELD(nadir_platform, name)},
    {CL_PLATFORM_VERSION, "clGetPlatformInfo CL_PLATFORM_VERSION", FIELD(nadir_platform, version)},
};

static const struct info_row device_texts[] = {
    {CL_DEVICE_NAME, "clGetDeviceInfo CL_DEVICE_NAME", FIELD(nadir_device, name)},
    {CL_DEVICE_VENDOR, "clGetDeviceInfo CL_DEVICE_VENDOR", FIELD(nadir_device, vendor)},
    {CL_DEVICE_VERSION, "clGetDeviceInfo CL_DEVICE_VERSION", FIELD(nadir_device, version)},
    {CL_DRIVER_VERSION, "clGetDeviceInfo CL_DRIVER_VERSION", FIELD(nadir_device, driver_version)},
    {CL_DEVICE_OPENCL_C_VERSION, "clGetDeviceInfo CL_DEVICE_OPENCL_C_VERSION", FIELD(nadir_device, c_version_text)},
};

static enum nadir_status read_texts(struct subject subject, const struct info_row *rows, size_t count, void *out)
{
    enum nadir_status status = NADIR_OK;
    for (size_t i = 0; i < count && status == NADIR_OK; i++)
        status = read_text(subject, rows[i].info, rows[i].call, (char *)out + rows[i].offset, rows[i].size);
    return status;
}

enum nadir_status nadir__platform_read(struct nadir_platform *out, cl_platform_id id)
{
    return read_texts((struct subject){.platform = id}, platform_texts, sizeof platform_texts / sizeof platform_texts[0], out);
}

/* Numbers as OpenCL has them. */
struct numbers {
    cl_device_type type;
    cl_uint compute_units, clock, float_vector, alignment_bits;
    cl_ulong global_memory, max_allocation, local_memory;
    size_t max_work_group;
    cl_bool available, compiler, little_endian, unified;
};

#define NUMBER(info, field)                                                                                                    \
    {                                                                                                                          \
        info, "clGetDeviceInfo " #info, FIELD(numbers, field)                                                                  \
    }

static const struct info_row device_numbers[] = {
    NUMBER(CL_DEVICE_TYPE, type),
    NUMBER(CL_DEVICE_MAX_COMPUTE_UNITS, compute_units),
    NUMBER(CL_DEVICE_MAX_CLOCK_FREQUENCY, clock),
    NUMBER(CL_DEVICE_NATIVE_VECTOR_WIDTH_FLOAT, float_vector),
    NUMBER(CL_DEVICE_MEM_BASE_ADDR_ALIGN, alignment_bits),
    NUMBER(CL_DEVICE_GLOBAL_MEM_SIZE, global_memory),
    NUMBER(CL_DEVICE_MAX_MEM_ALLOC_SIZE, max_allocation),
    NUMBER(CL_DEVICE_LOCAL_MEM_SIZE, local_memory),
    NUMBER(CL_DEVICE_MAX_WORK_GROUP_SIZE, max_work_group),
    NUMBER(CL_DEVICE_AVAILABLE, available),
    NUMBER(CL_DEVICE_COMPILER_AVAILABLE, compiler),
    NUMBER(CL_DEVICE_ENDIAN_LITTLE, little_endian),
    NUMBER(CL_DEVICE_HOST_UNIFIED_MEMORY, unified),
};

static enum nadir_status read_numbers(struct numbers *out, cl_device_id id)
{
    for (size_t i = 0; i < sizeof device_numbers / sizeof device_numbers[0]; i++) {
        const struct info_row *row = &device_numbers[i];
        const cl_int code = clGetDeviceInfo(id, row->info, row->size, (char *)out + row->offset, NULL);
        if (code != CL_SUCCESS) return nadir__fail_cl(code, row->call);
    }
    return NADIR_OK;
}

/* --- From numbers to traits. --- */

static enum nadir_device_type device_type(cl_device_type type)
{
    /* A simulator may claim several types at once. */
    if (type & CL_DEVICE_TYPE_GPU) return NADIR_DEVICE_GPU;
    if (type & CL_DEVICE_TYPE_ACCELERATOR) return NADIR_DEVICE_ACCELERATOR;
    if (type & CL_DEVICE_TYPE_CPU) return NADIR_DEVICE_CPU;
    return NADIR_DEVICE_OTHER;
}

/* 120 for "OpenCL C 1.2 anything", 0 when it is not understood. */
static unsigned parse_c_version(const char *text)
{
    static const char prefix[] = "OpenCL C ";
    if (strncmp(text, prefix, sizeof prefix - 1) != 0) return 0;
    const char *digits = text + sizeof prefix - 1;
    if (digits[0] < '1' || digits[0] > '9' || digits[1] != '.' || digits[2] < '0' || digits[2] > '9') return 0;
    return (unsigned)(digits[0] - '0') * 100 + (unsigned)(digits[2] - '0') * 10;
}

static bool has_extension(const char *extensions, const char *name)
{
    const size_t length = strlen(name);
    for (const char *at = extensions; (at = strstr(at, name)) != NULL; at += length)
        if ((at == extensions || is_space(at[-1])) && (at[length] == 0 || is_space(at[length]))) return true;
    return false;
}

/* Stays "" where the driver promises a UUID and has none. */
static void read_uuid(char out[33], cl_device_id id)
{
    unsigned char bytes[CL_UUID_SIZE_KHR];
    if (clGetDeviceInfo(id, CL_DEVICE_UUID_KHR, sizeof bytes, bytes, NULL) != CL_SUCCESS) return;
    for (size_t i = 0; i < sizeof bytes; i++) snprintf(out + 2 * i, 3, "%02x", bytes[i]);
}

/* Why the device cannot be used, or "". */
static void find_problem(struct nadir_device *device, const struct numbers *numbers)
{
    char *out = device->problem;
    const size_t size = sizeof device->problem;
    if (!numbers->available) snprintf(out, size, "the driver says that it is not available");
    else if (!numbers->compiler) snprintf(out, size, "the driver has no compiler for it");
    else if (!numbers->little_endian) snprintf(out, size, "it is big-endian");
    else if (device->c_version == 0) snprintf(out, size, "its OpenCL C version is \"%.40s\"", device->c_version_text);
    else if (device->c_version < 120) snprintf(out, size, "%.40s is older than OpenCL C 1.2", device->c_version_text);
    else if (device->compute_units == 0) snprintf(out, size, "the driver reports 0 compute units");
    else if (device->max_work_group == 0) snprintf(out, size, "the driver reports work-groups of 0 work-items");
    else if (device->global_memory == 0 || device->max_allocation == 0) snprintf(out, size, "the driver reports no memory");
    device->usable = out[0] == 0;
}

enum nadir_status nadir__device_read(struct nadir_device *out, cl_device_id id)
{
    enum nadir_status status = NADIR_OK;
    const struct subject subject = {.device = id};
    struct numbers numbers = {0};
    char *extensions = NULL, *sizes = NULL;
    size_t size = 0;
    out->id = id;
    out->type = NADIR_DEVICE_OTHER;
    out->usable = false;
    out->float_vector = 1;
    ND_TRY(read_texts(subject, device_texts, sizeof device_texts / sizeof device_texts[0], out));
    ND_TRY(read_numbers(&numbers, id));
    ND_TRY(read_bytes(subject, CL_DEVICE_EXTENSIONS, "clGetDeviceInfo CL_DEVICE_EXTENSIONS", &extensions, &size));
    ND_TRY(read_bytes(subject, CL_DEVICE_MAX_WORK_ITEM_SIZES, "clGetDeviceInfo CL_DEVICE_MAX_WORK_ITEM_SIZES", &sizes, &size));

    out->type = device_type(numbers.type);
    out->c_version = parse_c_version(out->c_version_text);
    out->compute_units = numbers.compute_units;
    out->clock_mhz = numbers.clock;
    out->float_vector = numbers.float_vector < 1 ? 1 : numbers.float_vector > 16 ? 16 : numbers.float_vector;
    out->global_memory = numbers.global_memory;
    out->max_allocation = numbers.max_allocation;
    out->local_memory = numbers.local_memory;
    out->max_work_group = numbers.max_work_group;
    if (size >= sizeof(size_t)) {
        size_t first;
        memcpy(&first, sizes, sizeof first);
        if (out->max_work_group > first) out->max_work_group = first;
    }
    out->base_alignment = numbers.alignment_bits >= CHAR_BIT ? numbers.alignment_bits / CHAR_BIT : 1;
    if (has_extension(extensions, "cl_khr_device_uuid")) read_uuid(out->uuid, id);
    out->fp64 = has_extension(extensions, "cl_khr_fp64");
    out->fp16 = has_extension(extensions, "cl_khr_fp16");
    out->unified_memory = numbers.unified;
    find_problem(out, &numbers);
out:
    free(sizes);
    free(extensions);
    return status;
}

/* --- A device that the caller already has. --- */

/* Where the loader lists the device. A sub-device is nowhere: both stay UINT_MAX. */
static enum nadir_status find_position(struct nadir_device *device)
{
    enum nadir_status status = NADIR_OK;
    cl_platform_id *platforms = NULL;
    cl_device_id *ids = NULL;
    cl_uint platform_count = 0, count = 0;
    device->platform_index = device->device_index = UINT_MAX;
    ND_CL(clGetPlatformIDs(0, NULL, &platform_count));
    platforms = calloc(platform_count + (size_t)1, sizeof *platforms);
    if (!platforms) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %u platforms", platform_count);
        goto out;
    }
    ND_CL(clGetPlatformIDs(platform_count, platforms, NULL));
    for (cl_uint i = 0; i < platform_count; i++)
        if (platforms[i] == device->platform) device->platform_index = i;
    ND_CL(clGetDeviceIDs(device->platform, CL_DEVICE_TYPE_ALL, 0, NULL, &count));
    ids = calloc(count + (size_t)1, sizeof *ids);
    if (!ids) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %u devices", count);
        goto out;
    }
    ND_CL(clGetDeviceIDs(device->platform, CL_DEVICE_TYPE_ALL, count, ids, NULL));
    for (cl_uint i = 0; i < count; i++)
        if (ids[i] == device->id) device->device_index = i;
out:
    free(ids);
    free(platforms);
    return status;
}

enum nadir_status nadir_device_describe(struct nadir_device *out, cl_device_id id)
{
    enum nadir_status status = NADIR_OK;
    struct nadir_device device = {0};
    struct nadir_platform platform = {0};
    ND_CHECK_ARG(out && id, "device: out or the cl_device_id is NULL");
    ND_TRY(nadir__device_read(&device, id));
    ND_CL(clGetDeviceInfo(id, CL_DEVICE_PLATFORM, sizeof device.platform, &device.platform, NULL));
    ND_TRY(nadir__platform_read(&platform, device.platform));
    ND_TRY(find_position(&device));
    memcpy(device.platform_name, platform.name, sizeof device.platform_name);
    memcpy(device.platform_version, platform.version, sizeof device.platform_version);
    nadir__record_read(&device);
    *out = device;
out:
    return status;
}
