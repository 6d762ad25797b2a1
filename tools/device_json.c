/* SPDX-License-Identifier: MIT */
/* The devices as one JSON document, schema nadir-devices; README.md describes it. */
#include "devices.h"
#include "tool.h"

#include "base/number_priv.h"
#include "device/device_priv.h"
#include "ops/gemm_priv.h"

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <string.h>

/* Integers of 64 bits as they are: as doubles, large ones would lose digits. */
static void add_integer(cJSON *object, const char *name, uint64_t value, bool known)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRIu64, value);
    cJSON_AddItemToObject(object, name, known ? cJSON_CreateRaw(text) : cJSON_CreateNull());
}

/* With a decimal point in every locale. */
static void add_real(cJSON *object, const char *name, double value, bool known)
{
    char text[ND_NUMBER_TEXT];
    cJSON_AddItemToObject(object, name, known ? cJSON_CreateRaw(nadir__number_text(text, value)) : cJSON_CreateNull());
}

/* Empty text is null: nothing is known. What is no UTF-8 becomes '?'. */
static void add_text(cJSON *object, const char *name, const char *text)
{
    char safe[2048];
    nadir__device_text(safe, sizeof safe, text, strlen(text));
    cJSON_AddItemToObject(object, name, safe[0] ? cJSON_CreateString(safe) : cJSON_CreateNull());
}

static void add_bool(cJSON *object, const char *name, bool value, bool known)
{
    cJSON_AddItemToObject(object, name, known ? cJSON_CreateBool(value) : cJSON_CreateNull());
}

static void add_selector(cJSON *object, const char *name, const struct nadir_device *device)
{
    char text[32] = "";
    if (device) snprintf(text, sizeof text, "%u:%u", device->platform_index, device->device_index);
    add_text(object, name, text);
}

static void add_icd(cJSON *array, const struct icd *icd)
{
    cJSON *object = cJSON_CreateObject();
    add_text(object, "file", icd->file);
    add_text(object, "path", icd->path);
    add_text(object, "library", icd->library);
    add_text(object, "platform", icd->platform);
    add_integer(object, "platform_count", icd->platforms, true);
    add_integer(object, "device_count", icd->devices, true);
    add_bool(object, "works", icd->platforms > 0, true);
    add_bool(object, "crashes", icd->crashes, true);
    add_text(object, "problem", icd->problem);
    cJSON_AddItemToArray(array, object);
}

static void add_platform(cJSON *array, const struct nadir_platform *platform, size_t index)
{
    cJSON *object = cJSON_CreateObject();
    add_integer(object, "index", index, true);
    add_text(object, "name", platform->name);
    add_text(object, "version", platform->version);
    add_integer(object, "device_count", platform->device_count, true);
    add_text(object, "problem", platform->problem);
    cJSON_AddItemToArray(array, object);
}

static void add_record(cJSON *device, const struct nadir_device_record *record)
{
    const struct nadir_device_score *score = &record->score;
    cJSON *object = cJSON_AddObjectToObject(device, "record");
    add_text(object, "health", nadir_health_name(record->health));
    add_integer(object, "checked_at", (uint64_t)record->checked_at, record->health != NADIR_HEALTH_UNKNOWN);
    add_text(object, "note", record->note);
    if (score->measured_at > 0) {
        cJSON *values = cJSON_AddObjectToObject(object, "score");
        add_real(values, "gemm_small_flops", score->gemm_small, true);
        add_real(values, "gemm_large_flops", score->gemm_large, true);
        add_real(values, "copy_bytes_per_second", score->copy, true);
        add_real(values, "launch_seconds", score->launch, true);
        add_integer(values, "measured_at", (uint64_t)score->measured_at, true);
    } else {
        cJSON_AddNullToObject(object, "score");
    }
}

enum { MOST_PATHS = 64 };

/* Ways of multiplying matrices that have given wrong results there. */
static void add_wrong_paths(cJSON *device, const struct nadir_device *of)
{
    static struct nadir__gemm_verdict verdicts[MOST_PATHS];
    cJSON *array = cJSON_AddArrayToObject(device, "gemm_paths_wrong");
    size_t count = 0;
    if (nadir__gemm_file_verdicts(of, verdicts, MOST_PATHS, &count) != NADIR_OK) return;
    for (size_t i = 0; i < count && i < MOST_PATHS; i++) {
        if (verdicts[i].right) continue;
        cJSON *object = cJSON_CreateObject();
        add_text(object, "path", verdicts[i].path);
        add_text(object, "note", verdicts[i].note);
        cJSON_AddItemToArray(array, object);
    }
}

static void add_device(cJSON *array, const struct nadir_device *device, const struct device_measure *measure,
                       const struct device_prediction *prediction)
{
    cJSON *object = cJSON_CreateObject();
    const bool known = device->compute_units > 0; /* false where reading the device failed halfway */
    const double step = prediction->model ? device_predict(prediction, device) : -1;
    char version[16];
    snprintf(version, sizeof version, "%u.%u", device->c_version / 100, device->c_version / 10 % 10);
    add_selector(object, "selector", device);
    add_integer(object, "platform", device->platform_index, true);
    add_integer(object, "device", device->device_index, true);
    add_text(object, "type", nadir_device_type_name(device->type));
    add_text(object, "name", device->name);
    add_text(object, "vendor", device->vendor);
    add_text(object, "version", device->version);
    add_text(object, "driver_version", device->driver_version);
    add_text(object, "uuid", device->uuid);
    add_text(object, "opencl_c_version", device->c_version ? version : "");
    add_integer(object, "compute_units", device->compute_units, known);
    add_integer(object, "clock_hz", (uint64_t)device->clock_mhz * 1000000, device->clock_mhz > 0);
    add_integer(object, "native_float_vector", device->float_vector, known);
    add_integer(object, "global_memory_bytes", device->global_memory, known);
    add_integer(object, "max_allocation_bytes", device->max_allocation, known);
    add_integer(object, "local_memory_bytes", device->local_memory, known);
    add_integer(object, "max_work_group", device->max_work_group, known);
    add_integer(object, "base_alignment_bytes", device->base_alignment, known);
    add_bool(object, "fp64", device->fp64, known);
    add_bool(object, "fp16", device->fp16, known);
    add_bool(object, "unified_memory", device->unified_memory, known);
    add_bool(object, "usable", device->usable, true);
    add_text(object, "problem", device->problem);
    add_record(object, &device->record);
    add_wrong_paths(object, device);
    add_text(object, "measure_problem", measure->problem);
    add_real(object, "predicted_step_seconds", step, step >= 0);
    cJSON_AddItemToArray(array, object);
}

static void add_loader(cJSON *root, const struct device_scan *scan)
{
    cJSON *object = cJSON_AddObjectToObject(root, "loader");
    add_text(object, "vendors", scan->icds.folder);
    add_text(object, "problem", scan->problem[0] ? scan->problem : scan->icds.problem);
    add_text(object, "remedy", scan->remedy);
}

int device_json_print(const struct device_scan *scan, const struct device_choice *choice,
                      const struct device_prediction *prediction)
{
    const struct nadir_device_list *list = &scan->list;
    cJSON *root = cJSON_CreateObject(), *array;
    cJSON_AddStringToObject(root, "schema", "nadir-devices");
    cJSON_AddNumberToObject(root, "version", 2);
    add_loader(root, scan);
    array = cJSON_AddArrayToObject(root, "icds");
    for (size_t i = 0; i < scan->icds.count; i++) add_icd(array, &scan->icds.icds[i]);
    array = cJSON_AddArrayToObject(root, "platforms");
    for (size_t i = 0; i < list->platform_count; i++) add_platform(array, &list->platforms[i], i);
    array = cJSON_AddArrayToObject(root, "devices");
    for (size_t i = 0; i < list->device_count; i++) add_device(array, &list->devices[i], &scan->measures[i], prediction);

    cJSON *chosen = cJSON_AddObjectToObject(root, "selection");
    char safe[256]; /* the user's bytes need not be UTF-8 */
    nadir__device_text(safe, sizeof safe, choice->selector, strlen(choice->selector));
    cJSON_AddStringToObject(chosen, "selector", safe);
    add_text(chosen, "source", choice->source);
    add_selector(chosen, "device", choice->index != SIZE_MAX ? &list->devices[choice->index] : NULL);
    add_text(chosen, "reason", choice->reason);
    add_text(chosen, "problem", choice->problem);
    return tool_print_json(root);
}
