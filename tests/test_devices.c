/* SPDX-License-Identifier: MIT */
/* Listing and describing devices: against a made-up driver that misbehaves on demand, and against the machine's own. */
#define _GNU_SOURCE /* RTLD_NEXT */

#include "device/device_priv.h"
#include "support/support.h"

#include <CL/cl_ext.h>
#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>

/* --- The made-up driver. It stands in front of the loader: the library's calls arrive here. --- */

/* One query that answers differently from a good driver. */
struct misbehaviour {
    cl_uint info;
    cl_int code;       /* CL_SUCCESS: answers `value` */
    const void *value;
    size_t size;
};

static struct {
    bool on;
    cl_int platforms_code, devices_code;
    cl_uint platform_count, device_count;
    struct misbehaviour device; /* applies to device 1 only */
    struct misbehaviour platform;
} driver;

static char handles[2][3]; /* their addresses are the platforms' and devices' handles */

static void good_driver(void)
{
    memset(&driver, 0, sizeof driver);
    driver.on = true;
    driver.platform_count = 1;
    driver.device_count = 2;
}

static void real_driver(void)
{
    driver.on = false;
}

/* The loader's own function of that name. */
static void *loader(const char *name)
{
    void *symbol = dlsym(RTLD_NEXT, name);
    ck_assert_ptr_nonnull(symbol);
    return symbol;
}

static cl_int answer(const void *value, size_t size, size_t capacity, void *out, size_t *needed)
{
    if (needed) *needed = size;
    if (out && capacity < size) return CL_INVALID_VALUE;
    if (out && size) memcpy(out, value, size);
    return CL_SUCCESS;
}

static cl_int answer_ids(int kind, cl_uint available, cl_uint entries, void *out, cl_uint *count)
{
    if (count) *count = available;
    for (cl_uint i = 0; out && i < entries && i < available; i++) ((void **)out)[i] = &handles[kind][i];
    return CL_SUCCESS;
}

CL_API_ENTRY cl_int CL_API_CALL clGetPlatformIDs(cl_uint entries, cl_platform_id *ids, cl_uint *count)
{
    if (!driver.on) {
        cl_int (*real)(cl_uint, cl_platform_id *, cl_uint *);
        *(void **)&real = loader("clGetPlatformIDs");
        return real(entries, ids, count);
    }
    if (driver.platforms_code != CL_SUCCESS) return driver.platforms_code;
    return answer_ids(0, driver.platform_count, entries, ids, count);
}

CL_API_ENTRY cl_int CL_API_CALL clGetDeviceIDs(cl_platform_id platform, cl_device_type type, cl_uint entries,
                                               cl_device_id *ids, cl_uint *count)
{
    if (!driver.on) {
        cl_int (*real)(cl_platform_id, cl_device_type, cl_uint, cl_device_id *, cl_uint *);
        *(void **)&real = loader("clGetDeviceIDs");
        return real(platform, type, entries, ids, count);
    }
    if (driver.devices_code != CL_SUCCESS) return driver.devices_code;
    return answer_ids(1, driver.device_count, entries, ids, count);
}

CL_API_ENTRY cl_int CL_API_CALL clGetPlatformInfo(cl_platform_id platform, cl_platform_info info, size_t size, void *value,
                                                  size_t *needed)
{
    if (!driver.on) {
        cl_int (*real)(cl_platform_id, cl_platform_info, size_t, void *, size_t *);
        *(void **)&real = loader("clGetPlatformInfo");
        return real(platform, info, size, value, needed);
    }
    const struct misbehaviour *bad = &driver.platform;
    if (bad->info == info)
        return bad->code != CL_SUCCESS ? bad->code : answer(bad->value, bad->size, size, value, needed);
    if (info == CL_PLATFORM_NAME) return answer("Made Up", sizeof "Made Up", size, value, needed);
    if (info == CL_PLATFORM_VERSION) return answer("OpenCL 3.0 up 1", sizeof "OpenCL 3.0 up 1", size, value, needed);
    return CL_INVALID_VALUE;
}

/* What a good device answers. */
static const cl_device_type type_gpu = CL_DEVICE_TYPE_GPU;
static const cl_uint four = 4, clock_mhz = 1500, alignment_bits = 1024;
static const cl_ulong gib = 1ul << 30, local = 32768;
static const size_t group = 256, item_sizes[] = {128, 64, 64}, no_items = 0, bad_group = 0;
static const cl_bool yes = CL_TRUE, no = CL_FALSE;
static const cl_platform_id the_platform = (cl_platform_id)(void *)&handles[0][0];

#define VALUE(info, object) {info, CL_SUCCESS, &(object), sizeof(object)}
#define STRING(info, text) {info, CL_SUCCESS, text, sizeof text}

static const struct misbehaviour good[] = {
    STRING(CL_DEVICE_NAME, "  Fast   Device\t1 "),
    STRING(CL_DEVICE_VENDOR, "Vendor"),
    STRING(CL_DEVICE_VERSION, "OpenCL 3.0 up"),
    STRING(CL_DRIVER_VERSION, "1.0"),
    STRING(CL_DEVICE_OPENCL_C_VERSION, "OpenCL C 3.0 "),
    VALUE(CL_DEVICE_TYPE, type_gpu),
    VALUE(CL_DEVICE_MAX_COMPUTE_UNITS, four),
    VALUE(CL_DEVICE_MAX_CLOCK_FREQUENCY, clock_mhz),
    VALUE(CL_DEVICE_NATIVE_VECTOR_WIDTH_FLOAT, four),
    VALUE(CL_DEVICE_MEM_BASE_ADDR_ALIGN, alignment_bits),
    VALUE(CL_DEVICE_GLOBAL_MEM_SIZE, gib),
    VALUE(CL_DEVICE_MAX_MEM_ALLOC_SIZE, gib),
    VALUE(CL_DEVICE_LOCAL_MEM_SIZE, local),
    VALUE(CL_DEVICE_MAX_WORK_GROUP_SIZE, group),
    VALUE(CL_DEVICE_AVAILABLE, yes),
    VALUE(CL_DEVICE_COMPILER_AVAILABLE, yes),
    VALUE(CL_DEVICE_ENDIAN_LITTLE, yes),
    VALUE(CL_DEVICE_HOST_UNIFIED_MEMORY, no),
    STRING(CL_DEVICE_EXTENSIONS, "cl_khr_fp16x cl_khr_fp64 xcl_khr_fp16"),
    VALUE(CL_DEVICE_MAX_WORK_ITEM_SIZES, item_sizes),
};

enum { QUERIES = sizeof good / sizeof good[0] };

CL_API_ENTRY cl_int CL_API_CALL clGetDeviceInfo(cl_device_id device, cl_device_info info, size_t size, void *value,
                                                size_t *needed)
{
    if (!driver.on) {
        cl_int (*real)(cl_device_id, cl_device_info, size_t, void *, size_t *);
        *(void **)&real = loader("clGetDeviceInfo");
        return real(device, info, size, value, needed);
    }
    const struct misbehaviour *bad = &driver.device;
    if ((char *)device == &handles[1][1] && bad->info == info)
        return bad->code != CL_SUCCESS ? bad->code : answer(bad->value, bad->size, size, value, needed);
    if (info == CL_DEVICE_PLATFORM) return answer(&the_platform, sizeof the_platform, size, value, needed);
    for (size_t i = 0; i < QUERIES; i++)
        if (good[i].info == info) return answer(good[i].value, good[i].size, size, value, needed);
    return CL_INVALID_VALUE;
}

/* --- Tests with it. --- */

/* A copy of an environment variable, and back. */
static char *save_variable(const char *name)
{
    const char *value = getenv(name);
    return value ? strcpy(test_alloc(strlen(value) + 1, 1), value) : NULL;
}

static void restore_variable(const char *name, const char *value)
{
    if (value) setenv(name, value, 1);
    else unsetenv(name);
}

static void check_good(const struct nadir_device *device)
{
    ck_assert_msg(device->usable, "%s", device->problem);
    ck_assert_str_eq(device->problem, "");
    ck_assert_str_eq(device->name, "Fast Device 1");
    ck_assert_str_eq(device->platform_name, "Made Up");
    ck_assert_str_eq(device->platform_version, "OpenCL 3.0 up 1");
    ck_assert_str_eq(device->c_version_text, "OpenCL C 3.0");
    ck_assert_uint_eq(device->c_version, 300);
    ck_assert_int_eq(device->type, NADIR_DEVICE_GPU);
    ck_assert_uint_eq(device->compute_units, 4);
    ck_assert_uint_eq(device->clock_mhz, 1500);
    ck_assert_uint_eq(device->float_vector, 4);
    ck_assert_uint_eq(device->global_memory, gib);
    ck_assert_uint_eq(device->max_allocation, gib);
    ck_assert_uint_eq(device->local_memory, 32768);
    ck_assert_uint_eq(device->max_work_group, 128); /* the first dimension takes no more */
    ck_assert_uint_eq(device->base_alignment, 128);
    ck_assert(device->fp64 && !device->fp16 && !device->unified_memory);
}

START_TEST(reads_a_good_device)
{
    struct nadir_device_list *list = NULL;
    TEST_OK(nadir_device_list_create(&list));
    ck_assert_uint_eq(list->platform_count, 1);
    ck_assert_uint_eq(list->device_count, 2);
    ck_assert_uint_eq(list->platforms[0].device_count, 2);
    ck_assert_str_eq(list->platforms[0].problem, "");
    for (unsigned i = 0; i < 2; i++) {
        check_good(&list->devices[i]);
        ck_assert_ptr_eq(list->devices[i].platform, the_platform);
        ck_assert_uint_eq(list->devices[i].platform_index, 0);
        ck_assert_uint_eq(list->devices[i].device_index, i);
    }
    struct nadir_device described;
    TEST_OK(nadir_device_describe(&described, list->devices[1].id));
    check_good(&described);
    ck_assert_uint_eq(described.platform_index, 0);
    ck_assert_uint_eq(described.device_index, 1);
    nadir_device_list_destroy(&list);
    ck_assert_ptr_null(list);
    nadir_device_list_destroy(&list);
    nadir_device_list_destroy(NULL);
}
END_TEST

START_TEST(a_sub_device_has_no_position)
{
    struct nadir_device described;
    TEST_OK(nadir_device_describe(&described, (cl_device_id)(void *)&handles[1][2]));
    check_good(&described);
    ck_assert_uint_eq(described.platform_index, 0);
    ck_assert_uint_eq(described.device_index, UINT_MAX);
}
END_TEST

/* Query _i of device 1 fails: the device stays in the list and says so, device 0 is as good as ever. */
START_TEST(a_failing_query_costs_one_device)
{
    driver.device = (struct misbehaviour){.info = good[_i].info, .code = CL_OUT_OF_RESOURCES};
    struct nadir_device_list *list = NULL;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "out is NULL", nadir_device_list_create(NULL));
    TEST_OK(nadir_device_list_create(&list));
    ck_assert_ptr_nonnull(strstr(nadir_last_error()->message, "out is NULL")); /* a list that was made is no failure */
    ck_assert_uint_eq(list->device_count, 2);
    check_good(&list->devices[0]);
    const struct nadir_device *device = &list->devices[1];
    ck_assert(!device->usable);
    ck_assert_ptr_nonnull(strstr(device->problem, "clGetDeviceInfo CL_D"));
    ck_assert_ptr_nonnull(strstr(device->problem, "failed with CL_OUT_OF_RESOURCES (-5)"));
    ck_assert_str_eq(device->platform_name, "Made Up");
    ck_assert_uint_eq(device->device_index, 1);

    struct nadir_device described = {.compute_units = 77};
    TEST_FAILS(NADIR_ERROR_OPENCL, "clGetDeviceInfo CL_D", nadir_device_describe(&described, device->id));
    ck_assert_int_eq(nadir_last_error()->cl_code, CL_OUT_OF_RESOURCES);
    ck_assert_uint_eq(described.compute_units, 77);
    nadir_device_list_destroy(&list);
}
END_TEST

static const cl_uint zero = 0;
static const cl_ulong no_memory = 0;

static const struct {
    struct misbehaviour bad;
    const char *problem;
} unusable[] = {
    {VALUE(CL_DEVICE_AVAILABLE, no), "the driver says that it is not available"},
    {VALUE(CL_DEVICE_COMPILER_AVAILABLE, no), "the driver has no compiler for it"},
    {VALUE(CL_DEVICE_ENDIAN_LITTLE, no), "it is big-endian"},
    {VALUE(CL_DEVICE_MAX_COMPUTE_UNITS, zero), "the driver reports 0 compute units"},
    {VALUE(CL_DEVICE_MAX_WORK_GROUP_SIZE, bad_group), "the driver reports work-groups of 0 work-items"},
    {VALUE(CL_DEVICE_MAX_WORK_ITEM_SIZES, no_items), "the driver reports work-groups of 0 work-items"},
    {VALUE(CL_DEVICE_GLOBAL_MEM_SIZE, no_memory), "the driver reports no memory"},
    {VALUE(CL_DEVICE_MAX_MEM_ALLOC_SIZE, no_memory), "the driver reports no memory"},
    {STRING(CL_DEVICE_OPENCL_C_VERSION, "OpenCL C 1.1 old"), "OpenCL C 1.1 old is older than OpenCL C 1.2"},
    {STRING(CL_DEVICE_OPENCL_C_VERSION, "OpenCL 1.2"), "its OpenCL C version is \"OpenCL 1.2\""},
    {STRING(CL_DEVICE_OPENCL_C_VERSION, "OpenCL C x.2"), "its OpenCL C version is \"OpenCL C x.2\""},
    {STRING(CL_DEVICE_OPENCL_C_VERSION, "OpenCL C 1"), "its OpenCL C version is \"OpenCL C 1\""},
    {{CL_DEVICE_OPENCL_C_VERSION, CL_SUCCESS, "", 0}, "its OpenCL C version is \"\""},
    {{CL_DEVICE_EXTENSIONS, CL_SUCCESS, "", SIZE_MAX}, "CL_DEVICE_EXTENSIONS reports a size of"},
};

START_TEST(says_why_a_device_is_unusable)
{
    struct nadir_device_list *list = NULL;
    driver.device = unusable[_i].bad;
    TEST_OK(nadir_device_list_create(&list));
    ck_assert(list->devices[0].usable && !list->devices[1].usable);
    ck_assert_msg(strstr(list->devices[1].problem, unusable[_i].problem) != NULL, "%s", list->devices[1].problem);
    nadir_device_list_destroy(&list);
}
END_TEST

START_TEST(reads_types_and_limits)
{
    static const struct {
        cl_device_type bits;
        enum nadir_device_type type;
    } types[] = {
        {CL_DEVICE_TYPE_CPU, NADIR_DEVICE_CPU},
        {CL_DEVICE_TYPE_CPU | CL_DEVICE_TYPE_DEFAULT, NADIR_DEVICE_CPU},
        {CL_DEVICE_TYPE_ACCELERATOR, NADIR_DEVICE_ACCELERATOR},
        {CL_DEVICE_TYPE_ACCELERATOR | CL_DEVICE_TYPE_GPU | CL_DEVICE_TYPE_CPU, NADIR_DEVICE_GPU},
        {CL_DEVICE_TYPE_CUSTOM, NADIR_DEVICE_OTHER},
        {0, NADIR_DEVICE_OTHER},
    };
    struct nadir_device device;
    const cl_device_id id = (cl_device_id)(void *)&handles[1][1];
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        driver.device = (struct misbehaviour)VALUE(CL_DEVICE_TYPE, types[i].bits);
        TEST_OK(nadir_device_describe(&device, id));
        ck_assert_int_eq(device.type, types[i].type);
    }
    static const cl_uint widths[][2] = {{0, 1}, {1, 1}, {16, 16}, {4096, 16}};
    for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++) {
        driver.device = (struct misbehaviour)VALUE(CL_DEVICE_NATIVE_VECTOR_WIDTH_FLOAT, widths[i][0]);
        TEST_OK(nadir_device_describe(&device, id));
        ck_assert_uint_eq(device.float_vector, widths[i][1]);
    }
    driver.device = (struct misbehaviour)VALUE(CL_DEVICE_MEM_BASE_ADDR_ALIGN, zero);
    TEST_OK(nadir_device_describe(&device, id));
    ck_assert_uint_eq(device.base_alignment, 1);
    driver.device = (struct misbehaviour)STRING(CL_DEVICE_EXTENSIONS, "cl_khr_fp16");
    TEST_OK(nadir_device_describe(&device, id));
    ck_assert(device.fp16 && !device.fp64);
}
END_TEST

START_TEST(survives_hostile_names)
{
    static char huge[4096], bytes[64];
    memset(huge, 'x', sizeof huge);       /* not even terminated */
    memset(bytes, '\xff', sizeof bytes);
    struct nadir_device_list *list = NULL;
    driver.device = (struct misbehaviour){CL_DEVICE_NAME, CL_SUCCESS, huge, sizeof huge};
    driver.platform = (struct misbehaviour){CL_PLATFORM_NAME, CL_SUCCESS, bytes, sizeof bytes};
    TEST_OK(nadir_device_list_create(&list));
    ck_assert_uint_eq(strlen(list->devices[1].name), sizeof list->devices[1].name - 1);
    ck_assert_uint_eq(strspn(list->devices[1].platform_name, "?"), sizeof bytes);
    ck_assert(list->devices[1].usable);
    nadir_device_list_destroy(&list);

    driver.device = (struct misbehaviour){CL_DEVICE_NAME, CL_SUCCESS, "", 0};
    driver.platform = (struct misbehaviour){CL_PLATFORM_NAME, CL_INVALID_VALUE, NULL, 0};
    TEST_OK(nadir_device_list_create(&list));
    ck_assert_str_eq(list->devices[1].name, "");
    ck_assert_str_eq(list->platforms[0].name, "");
    ck_assert(list->devices[1].usable);
    nadir_device_list_destroy(&list);
}
END_TEST

START_TEST(lists_platforms_without_devices)
{
    static const struct {
        cl_int code;
        const char *platform, *variable, *value, *problem;
    } rows[] = {
        {CL_SUCCESS, "Made Up", "RUSTICL_ENABLE", "", "its driver lists no device"},
        {CL_DEVICE_NOT_FOUND, "Made Up", "POCL_CACHE_DIR", "/dev/null/below", "its driver lists no device"},
        {CL_DEVICE_NOT_FOUND, "rusticl", "RUSTICL_ENABLE", "", "RUSTICL_ENABLE is unset: set it"},
        {CL_DEVICE_NOT_FOUND, "rusticl", "RUSTICL_ENABLE", "nothing", "its driver lists no device"},
        {CL_SUCCESS, "Portable Computing Language", "POCL_CACHE_DIR", "/dev/null/below", "its cache folder cannot be written"},
        {CL_SUCCESS, "Portable Computing Language", "POCL_CACHE_DIR", "/dev/null", "its cache folder cannot be written"},
        {CL_SUCCESS, "Portable Computing Language", "POCL_CACHE_DIR", ".", "its driver lists no device"},
        {CL_SUCCESS, "Portable Computing Language", "POCL_CACHE_DIR", "not/there/yet", "its driver lists no device"},
        {CL_OUT_OF_HOST_MEMORY, "Made Up", "RUSTICL_ENABLE", "", "clGetDeviceIDs failed with CL_OUT_OF_HOST_MEMORY (-6)"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct nadir_device_list *list = NULL;
        char *before = save_variable(rows[i].variable);
        driver.devices_code = rows[i].code;
        driver.device_count = 0;
        driver.platform =
            (struct misbehaviour){CL_PLATFORM_NAME, CL_SUCCESS, rows[i].platform, strlen(rows[i].platform) + 1};
        ck_assert_int_eq(setenv(rows[i].variable, rows[i].value, 1), 0);
        TEST_OK(nadir_device_list_create(&list));
        ck_assert_uint_eq(list->platform_count, 1);
        ck_assert_uint_eq(list->device_count, 0);
        ck_assert_msg(strncmp(list->platforms[0].problem, rows[i].problem, strlen(rows[i].problem)) == 0, "row %zu: %s", i,
                      list->platforms[0].problem);
        nadir_device_list_destroy(&list);
        restore_variable(rows[i].variable, before);
    }
}
END_TEST

START_TEST(no_driver_is_an_empty_list)
{
    struct nadir_device_list *list = NULL;
    struct nadir_device device;
    driver.platforms_code = CL_PLATFORM_NOT_FOUND_KHR;
    TEST_OK(nadir_device_list_create(&list));
    ck_assert_uint_eq(list->platform_count, 0);
    ck_assert_uint_eq(list->device_count, 0);
    nadir_device_list_destroy(&list);
    TEST_FAILS(NADIR_ERROR_NO_DEVICE, "no OpenCL driver was found", nadir_device_find(&device, NULL, NULL));

    driver.platforms_code = CL_OUT_OF_HOST_MEMORY;
    TEST_FAILS(NADIR_ERROR_OUT_OF_MEMORY, "clGetPlatformIDs", nadir_device_list_create(&list));
    driver.platforms_code = CL_INVALID_VALUE;
    TEST_FAILS(NADIR_ERROR_OPENCL, "clGetPlatformIDs failed with CL_INVALID_VALUE", nadir_device_list_create(&list));
    ck_assert_ptr_null(list);
}
END_TEST

START_TEST(find_reads_the_environment)
{
    struct nadir_device device = {.compute_units = 77};
    char reason[NADIR_REASON_SIZE];
    char *before = save_variable("NADIR_DEVICE");
    setenv("NADIR_DEVICE", "0:1", 1);
    TEST_OK(nadir_device_find(&device, NULL, reason));
    ck_assert_uint_eq(device.device_index, 1);
    ck_assert_str_eq(reason, "NADIR_DEVICE: the only match of 0:1");
    TEST_OK(nadir_device_find(&device, "", NULL));
    ck_assert_uint_eq(device.device_index, 1);
    TEST_OK(nadir_device_find(&device, "0:0", reason));
    ck_assert_uint_eq(device.device_index, 0);
    ck_assert_str_eq(reason, "the only match of 0:0");
    setenv("NADIR_DEVICE", "5:0", 1);
    device.compute_units = 77;
    TEST_FAILS(NADIR_ERROR_SELECTOR, "NADIR_DEVICE: device selector 5:0: there is no platform 5",
               nadir_device_find(&device, NULL, NULL));
    ck_assert_uint_eq(device.compute_units, 77);
    setenv("NADIR_DEVICE", "", 1);
    TEST_OK(nadir_device_find(&device, NULL, reason));
    ck_assert_str_eq(reason, "auto: best of 2 (equal, listed first)");
    restore_variable("NADIR_DEVICE", before);
}
END_TEST

/* --- Text. --- */

START_TEST(makes_text_safe)
{
    static const struct {
        const char *text, *want;
        size_t size;
    } rows[] = {
        {"", "", 16},
        {"   ", "", 16},
        {" a \t\r\n b  ", "a b", 16},
        {"a\x01" "b\x7f", "a?b?", 16},
        {"Intel\xc2\xae GPU", "Intel\xc2\xae GPU", 16}, /* U+00AE */
        {"\xc2\x85", "??", 16},                        /* U+0085, a control */
        {"\xc0\xaf", "??", 16},                        /* overlong */
        {"\xe0\x80\xaf", "???", 16},
        {"\xed\xa0\x80", "???", 16},                   /* surrogate */
        {"\xf4\x90\x80\x80", "????", 16},              /* beyond U+10FFFF */
        {"\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80", 16},
        {"\xe2\x82", "??", 16},                        /* cut short */
        {"abcdef", "abc", 4},
        {"ab\xe2\x82\xac", "ab", 5},                   /* never half a character */
        {"ab\xe2\x82\xac", "ab\xe2\x82\xac", 6},
        {"abc def", "abc", 5},                         /* no trailing space */
        {"a", "", 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char out[16];
        memset(out, '#', sizeof out);
        nadir__device_text(out, rows[i].size, rows[i].text, strlen(rows[i].text));
        ck_assert_msg(strcmp(out, rows[i].want) == 0, "row %zu: got \"%s\"", i, out);
    }
}
END_TEST

START_TEST(names_types)
{
    ck_assert_str_eq(nadir_device_type_name(NADIR_DEVICE_CPU), "cpu");
    ck_assert_str_eq(nadir_device_type_name(NADIR_DEVICE_GPU), "gpu");
    ck_assert_str_eq(nadir_device_type_name(NADIR_DEVICE_ACCELERATOR), "acc");
    ck_assert_str_eq(nadir_device_type_name(NADIR_DEVICE_OTHER), "other");
}
END_TEST

/* --- The machine's own devices; the fields that a kernel choice relies on hold for any of them. --- */

START_TEST(lists_the_machine)
{
    struct nadir_device_list *list = NULL;
    struct nadir_device device;
    TEST_OK(nadir_device_list_create(&list));
    for (size_t i = 0; i < list->device_count; i++) {
        const struct nadir_device *row = &list->devices[i];
        ck_assert_uint_lt(row->platform_index, list->platform_count);
        ck_assert_uint_lt(row->device_index, list->platforms[row->platform_index].device_count);
        ck_assert(row->usable == (row->problem[0] == 0));
        if (!row->usable) continue;
        ck_assert_uint_ge(row->c_version, 120);
        ck_assert_uint_ge(row->max_work_group, 1);
        ck_assert_uint_ge(row->base_alignment, 4);
        char selector[32], reason[NADIR_REASON_SIZE];
        snprintf(selector, sizeof selector, "%u:%u", row->platform_index, row->device_index);
        TEST_OK(nadir_device_find(&device, selector, reason));
        ck_assert_ptr_eq(device.id, row->id);
        TEST_OK(nadir_device_describe(&device, row->id));
        ck_assert_str_eq(device.name, row->name);
        ck_assert_str_eq(device.platform_name, row->platform_name);
        ck_assert_ptr_eq(device.platform, row->platform);
        ck_assert_uint_eq(device.platform_index, row->platform_index);
        ck_assert_uint_eq(device.device_index, row->device_index);
    }
    fprintf(stderr, "%zu devices on %zu platforms\n", list->device_count, list->platform_count);
    nadir_device_list_destroy(&list);
    const char *required = getenv("NADIR_REQUIRE_DEVICE");
    if (required && strcmp(required, "1") == 0) TEST_OK(nadir_device_find(&device, NULL, NULL));
}
END_TEST

START_TEST(checks_arguments)
{
    struct nadir_device device;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_device_list_create(NULL));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_device_find(NULL, NULL, NULL));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_device_describe(NULL, (cl_device_id)(void *)&handles[1][0]));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_device_describe(&device, NULL));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("devices");
    TCase *tcase = test_case(suite, "made-up driver");
    tcase_add_checked_fixture(tcase, good_driver, real_driver);
    tcase_add_test(tcase, reads_a_good_device);
    tcase_add_test(tcase, a_sub_device_has_no_position);
    tcase_add_loop_test(tcase, a_failing_query_costs_one_device, 0, QUERIES);
    tcase_add_loop_test(tcase, says_why_a_device_is_unusable, 0, (int)(sizeof unusable / sizeof unusable[0]));
    tcase_add_test(tcase, reads_types_and_limits);
    tcase_add_test(tcase, survives_hostile_names);
    tcase_add_test(tcase, lists_platforms_without_devices);
    tcase_add_test(tcase, no_driver_is_an_empty_list);
    tcase_add_test(tcase, find_reads_the_environment);
    tcase = test_case(suite, "text and arguments");
    tcase_add_test(tcase, makes_text_safe);
    tcase_add_test(tcase, names_types);
    tcase_add_test(tcase, checks_arguments);
    tcase = test_case(suite, "machine");
    tcase_add_test(tcase, lists_the_machine);
    return test_run(suite);
}
