/* SPDX-License-Identifier: MIT */
/* Discovery: every platform and device in the loader's order. A driver that misbehaves costs its own rows, not the list. */
#include "device_priv.h"

#include "base/status_priv.h"
#include "quirks_priv.h"
#include "record_priv.h"

#include <CL/cl_ext.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum nadir_status add_device(struct nadir_device_list *list, unsigned platform_index, cl_platform_id platform,
                                    cl_device_id id)
{
    struct nadir_device *devices = realloc(list->devices, (list->device_count + 1) * sizeof *devices);
    if (!devices) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %zu devices", list->device_count + 1);
    list->devices = devices;
    struct nadir_platform *row = &list->platforms[platform_index];
    struct nadir_device *device = &devices[list->device_count];
    *device = (struct nadir_device){0};
    if (nadir__device_read(device, id) != NADIR_OK)
        snprintf(device->problem, sizeof device->problem, "%.*s", (int)sizeof device->problem - 1, nadir_last_error()->message);
    device->platform = platform;
    device->platform_index = platform_index;
    device->device_index = row->device_count++;
    memcpy(device->platform_name, row->name, sizeof device->platform_name);
    memcpy(device->platform_version, row->version, sizeof device->platform_version);
    nadir__record_read(device);
    list->device_count++;
    return NADIR_OK;
}

static enum nadir_status add_platform(struct nadir_device_list *list, cl_platform_id id)
{
    enum nadir_status status = NADIR_OK;
    const unsigned index = (unsigned)list->platform_count++;
    struct nadir_platform *row = &list->platforms[index];
    cl_device_id *ids = NULL;
    cl_uint count = 0;
    (void)nadir__platform_read(row, id); /* a platform without a name still has its devices */
    cl_int code = clGetDeviceIDs(id, CL_DEVICE_TYPE_ALL, 0, NULL, &count);
    if (code == CL_SUCCESS && count > 0) {
        ids = calloc(count, sizeof *ids);
        if (!ids) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %u devices", count);
        code = clGetDeviceIDs(id, CL_DEVICE_TYPE_ALL, count, ids, NULL);
    }
    if (code != CL_SUCCESS && code != CL_DEVICE_NOT_FOUND) {
        snprintf(row->problem, sizeof row->problem, "clGetDeviceIDs failed with %s (%d)", nadir__cl_error_name(code),
                 (int)code);
    } else if (code == CL_DEVICE_NOT_FOUND || count == 0) {
        const char *hint = nadir__quirk_no_device(row->name);
        snprintf(row->problem, sizeof row->problem, "%s", hint ? hint : "its driver lists no device");
    } else {
        for (cl_uint i = 0; i < count; i++) ND_TRY(add_device(list, index, id, ids[i]));
    }
out:
    free(ids);
    return status;
}

enum nadir_status nadir_device_list_create(struct nadir_device_list **out)
{
    enum nadir_status status = NADIR_OK;
    struct nadir_device_list *list = NULL;
    cl_platform_id *ids = NULL;
    cl_uint count = 0;
    const struct nadir_error before = *nadir_last_error();
    ND_CHECK_ARG(out, "device list: out is NULL");
    const cl_int code = clGetPlatformIDs(0, NULL, &count);
    if (code == CL_PLATFORM_NOT_FOUND_KHR) count = 0;
    else if (code != CL_SUCCESS) return nadir__fail_cl(code, "clGetPlatformIDs");

    list = calloc(1, sizeof *list);
    ids = calloc(count + (size_t)1, sizeof *ids);
    if (list) list->platforms = calloc(count + (size_t)1, sizeof *list->platforms);
    if (!list || !ids || !list->platforms) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %u platforms", count);
        goto out;
    }
    if (count > 0) ND_CL(clGetPlatformIDs(count, ids, NULL));
    for (cl_uint i = 0; i < count; i++) ND_TRY(add_platform(list, ids[i]));
    *out = list;
    list = NULL;
    nadir__error_restore(&before); /* a bad device is a row of the list, not a failure of this call */
out:
    free(ids);
    nadir_device_list_destroy(&list);
    return status;
}

void nadir_device_list_destroy(struct nadir_device_list **list)
{
    if (!list || !*list) return;
    free((*list)->devices);
    free((*list)->platforms);
    free(*list);
    *list = NULL;
}
