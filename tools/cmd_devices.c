/* SPDX-License-Identifier: MIT */
/* `nadir devices`: a row per device and per platform without one, as a table or as a JSON document. */
#include "options.h"
#include "tool.h"

#include "device/device_priv.h"

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* What was chosen, and who asked for it. */
struct selection {
    const char *selector;
    const char *source; /* "option", "environment", "default" */
    size_t index;       /* SIZE_MAX: none */
    const char *origin; /* for people: the option or variable that holds the selector; NULL for the default */
    char reason[NADIR_REASON_SIZE];
};

/* --- Table. --- */

enum { COLUMNS = 10, CELL = 192 };

static const char *const headings[COLUMNS] = {"", "SEL", "TYPE", "NAME", "PLATFORM", "CU", "MEM/MAXALLOC", "FP64", "FP16", ""};

static size_t columns_of(const char *text)
{
    size_t count = 0;
    for (; *text; text++) count += ((unsigned char)*text & 0xc0) != 0x80; /* characters, not bytes of UTF-8 */
    return count;
}

static void fill_device(char cells[COLUMNS][CELL], const struct nadir_device *device, bool chosen)
{
    const double gib = 1024.0 * 1024.0 * 1024.0;
    snprintf(cells[0], CELL, "%s", chosen ? "*" : "");
    snprintf(cells[1], CELL, "%u:%u", device->platform_index, device->device_index);
    snprintf(cells[2], CELL, "%s", nadir_device_type_name(device->type));
    snprintf(cells[3], CELL, "%s", device->name[0] ? device->name : "(no name)");
    snprintf(cells[4], CELL, "%s", device->platform_name);
    snprintf(cells[5], CELL, "%u", device->compute_units);
    snprintf(cells[6], CELL, "%.1f/%.1f GiB", (double)device->global_memory / gib, (double)device->max_allocation / gib);
    snprintf(cells[7], CELL, "%s", device->fp64 ? "yes" : "no");
    snprintf(cells[8], CELL, "%s", device->fp16 ? "yes" : "no");
    if (!device->usable) snprintf(cells[9], CELL, "not usable: %s", device->problem);
}

static void fill_platform(char cells[COLUMNS][CELL], const struct nadir_platform *platform, size_t index)
{
    for (size_t i = 2; i < COLUMNS - 1; i++) snprintf(cells[i], CELL, "-");
    snprintf(cells[1], CELL, "%zu:-", index);
    snprintf(cells[3], CELL, "(no devices)");
    snprintf(cells[4], CELL, "%s", platform->name);
    snprintf(cells[9], CELL, "%s", platform->problem);
}

static int print_table(const struct nadir_device_list *list, const struct selection *selection)
{
    size_t widths[COLUMNS], rows = 1;
    char(*cells)[COLUMNS][CELL] = calloc(1 + list->device_count + list->platform_count, sizeof *cells);
    if (!cells) return tool_fail("no memory for a table of %zu devices", list->device_count);
    for (size_t i = 0; i < COLUMNS; i++) snprintf(cells[0][i], CELL, "%s", headings[i]);
    for (size_t p = 0, d = 0; p < list->platform_count; p++) {
        if (list->platforms[p].device_count == 0) fill_platform(cells[rows++], &list->platforms[p], p);
        for (; d < list->device_count && list->devices[d].platform_index == p; d++)
            fill_device(cells[rows++], &list->devices[d], d == selection->index);
    }
    for (size_t i = 0; i < COLUMNS; i++) {
        widths[i] = 0;
        for (size_t row = 0; row < rows; row++)
            if (columns_of(cells[row][i]) > widths[i]) widths[i] = columns_of(cells[row][i]);
    }
    for (size_t row = 0; row < rows && rows > 1; row++) {
        size_t pending = 0; /* spaces that are due before more text: none at the end of a line */
        for (size_t i = 0; i < COLUMNS; i++) {
            if (cells[row][i][0]) {
                printf("%*s%s", (int)pending, "", cells[row][i]);
                pending = 0;
            }
            pending += widths[i] - columns_of(cells[row][i]) + (i == 0 ? 1 : 2);
        }
        printf("\n");
    }
    free(cells);
    if (selection->index != SIZE_MAX) {
        const struct nadir_device *device = &list->devices[selection->index];
        printf("* %u:%u is taken - %s%s%s\n", device->platform_index, device->device_index,
               selection->origin ? selection->origin : "", selection->origin ? ": " : "", selection->reason);
    }
    return TOOL_OK;
}

/* --- JSON. --- */

/* Integers of 64 bits as they are: as doubles, large ones would lose digits. */
static void add_integer(cJSON *object, const char *name, uint64_t value, bool known)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRIu64, value);
    cJSON_AddItemToObject(object, name, known ? cJSON_CreateRaw(text) : cJSON_CreateNull());
}

/* Empty text is null: nothing is known. */
static void add_text(cJSON *object, const char *name, const char *text)
{
    cJSON_AddItemToObject(object, name, text[0] ? cJSON_CreateString(text) : cJSON_CreateNull());
}

static void add_device(cJSON *array, const struct nadir_device *device)
{
    cJSON *object = cJSON_CreateObject();
    const bool known = device->compute_units > 0; /* false where reading the device failed halfway */
    char selector[32], version[16];
    snprintf(selector, sizeof selector, "%u:%u", device->platform_index, device->device_index);
    snprintf(version, sizeof version, "%u.%u", device->c_version / 100, device->c_version / 10 % 10);
    cJSON_AddStringToObject(object, "selector", selector);
    add_integer(object, "platform", device->platform_index, true);
    add_integer(object, "device", device->device_index, true);
    add_text(object, "type", nadir_device_type_name(device->type));
    add_text(object, "name", device->name);
    add_text(object, "vendor", device->vendor);
    add_text(object, "version", device->version);
    add_text(object, "driver_version", device->driver_version);
    add_text(object, "opencl_c_version", device->c_version ? version : "");
    add_integer(object, "compute_units", device->compute_units, known);
    add_integer(object, "clock_hz", (uint64_t)device->clock_mhz * 1000000, device->clock_mhz > 0);
    add_integer(object, "native_float_vector", device->float_vector, known);
    add_integer(object, "global_memory_bytes", device->global_memory, known);
    add_integer(object, "max_allocation_bytes", device->max_allocation, known);
    add_integer(object, "local_memory_bytes", device->local_memory, known);
    add_integer(object, "max_work_group", device->max_work_group, known);
    add_integer(object, "base_alignment_bytes", device->base_alignment, known);
    cJSON_AddItemToObject(object, "fp64", known ? cJSON_CreateBool(device->fp64) : cJSON_CreateNull());
    cJSON_AddItemToObject(object, "fp16", known ? cJSON_CreateBool(device->fp16) : cJSON_CreateNull());
    cJSON_AddItemToObject(object, "unified_memory", known ? cJSON_CreateBool(device->unified_memory) : cJSON_CreateNull());
    cJSON_AddBoolToObject(object, "usable", device->usable);
    add_text(object, "problem", device->problem);
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

static int print_json(const struct nadir_device_list *list, const struct selection *selection, const char *problem)
{
    cJSON *root = cJSON_CreateObject(), *platforms, *devices, *chosen;
    cJSON_AddStringToObject(root, "schema", "nadir-devices");
    cJSON_AddNumberToObject(root, "version", 1);
    platforms = cJSON_AddArrayToObject(root, "platforms");
    for (size_t i = 0; i < list->platform_count; i++) add_platform(platforms, &list->platforms[i], i);
    devices = cJSON_AddArrayToObject(root, "devices");
    for (size_t i = 0; i < list->device_count; i++) add_device(devices, &list->devices[i]);
    chosen = cJSON_AddObjectToObject(root, "selection");
    char safe[256]; /* the user's bytes need not be UTF-8 */
    nadir__device_text(safe, sizeof safe, selection->selector, strlen(selection->selector));
    cJSON_AddStringToObject(chosen, "selector", safe);
    cJSON_AddStringToObject(chosen, "source", selection->source);
    char device[32] = "";
    if (selection->index != SIZE_MAX)
        snprintf(device, sizeof device, "%u:%u", list->devices[selection->index].platform_index,
                 list->devices[selection->index].device_index);
    add_text(chosen, "device", device);
    add_text(chosen, "reason", selection->reason);
    add_text(chosen, "problem", problem);
    char *text = cJSON_PrintUnformatted(root);
    cJSON_Delete(root);
    if (!text) return tool_fail("no memory to print the devices as JSON");
    puts(text);
    cJSON_free(text);
    return TOOL_OK;
}

/* --- Command. --- */

static void choose_source(struct selection *selection, const char *option)
{
    const char *variable = getenv("NADIR_DEVICE");
    *selection = (struct selection){.selector = "auto", .source = "default", .index = SIZE_MAX};
    if (option) {
        selection->selector = option;
        selection->source = "option";
        selection->origin = "--device";
    } else if (variable && variable[0]) {
        selection->selector = variable;
        selection->source = "environment";
        selection->origin = "NADIR_DEVICE";
    }
}

int cmd_devices(int argc, char **argv)
{
    const char *selector = NULL;
    bool json = false;
    const struct option_row rows[] = {
        {"device", OPTION_TEXT, &selector, .placeholder = "SEL",
         .help = "mark what this selector takes, such as 0:0, gpu, pocl:cpu (default: NADIR_DEVICE, then auto)"},
        {"json", OPTION_FLAG, &json, .help = "one JSON document, schema nadir-devices"},
    };
    const struct option_table table = {
        "devices",
        "Lists every OpenCL device, and every platform without one; * marks the device that is taken.\n"
        "Exit status: 0 a usable device, 2 bad selector, 3 no usable device.",
        rows, sizeof rows / sizeof rows[0]};
    int code = options_parse(&table, argc, argv);
    if (code != OPTIONS_RUN) return code;

    struct nadir_device_list *list = NULL;
    struct selection selection;
    choose_source(&selection, selector);
    if (nadir_device_list_create(&list) != NADIR_OK) return tool_fail_status(NULL);
    const bool found = nadir_device_select(list, selection.selector, &selection.index, selection.reason) == NADIR_OK;
    code = json ? print_json(list, &selection, found ? "" : nadir_last_error()->message) : print_table(list, &selection);
    if (!found && code == TOOL_OK)
        code = tool_fail_status(nadir_last_error()->status == NADIR_ERROR_SELECTOR ? selection.origin : NULL);
    nadir_device_list_destroy(&list);
    return code;
}
