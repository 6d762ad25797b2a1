/* SPDX-License-Identifier: MIT */
/* `nadir devices`: what there is, what works, what is taken and why; measured on request. */
#include "devices.h"
#include "options.h"
#include "tool.h"

#include <stdlib.h>
#include <string.h>

static void choose_source(struct device_choice *choice, const char *option)
{
    const char *variable = getenv("NADIR_DEVICE");
    *choice = (struct device_choice){.selector = "auto", .source = "default", .index = SIZE_MAX};
    if (option) {
        choice->selector = option;
        choice->source = "option";
        choice->origin = "--device";
    } else if (variable && variable[0]) {
        choice->selector = variable;
        choice->source = "environment";
        choice->origin = "NADIR_DEVICE";
    }
}

/* Returns TOOL_OK, TOOL_USAGE or TOOL_NO_DEVICE. */
static int choose(struct device_choice *choice, const struct device_scan *scan)
{
    const char *origin = NULL;
    int code = TOOL_OK;
    const enum nadir_status status = nadir_device_select(&scan->list, choice->selector, &choice->index, choice->reason);
    if (status == NADIR_OK) return TOOL_OK;
    if (status == NADIR_ERROR_SELECTOR) origin = choice->origin;
    code = status == NADIR_ERROR_SELECTOR ? TOOL_USAGE : TOOL_NO_DEVICE;
    const bool lost = code == TOOL_NO_DEVICE && scan->problem[0]; /* not for lack of drivers */
    snprintf(choice->problem, sizeof choice->problem, "%s%s%.480s", origin ? origin : "", origin ? ": " : "",
             lost ? scan->problem : nadir_last_error()->message);
    return code;
}

/* Returns TOOL_OK, TOOL_FAILURE or TOOL_DEVICE_FAILED. */
static int measure_all(struct device_scan *scan, FILE *human)
{
    int code = TOOL_OK;
    for (size_t i = 0; i < scan->list.device_count; i++) {
        const struct nadir_device *device = &scan->list.devices[i];
        if (!device->usable) continue;
        fprintf(human, "measuring %u:%u %s ...\n", device->platform_index, device->device_index, device->name);
        fflush(human);
        device_scan_measure(scan, i);
        if (scan->measures[i].end == MEASURE_WRONG) code = TOOL_DEVICE_FAILED;
        else if (scan->measures[i].end == MEASURE_FAILED && code == TOOL_OK) code = TOOL_FAILURE;
    }
    return code;
}

/* Says on stderr which devices could not be measured, after the table. */
static void report_measures(const struct device_scan *scan)
{
    for (size_t i = 0; i < scan->list.device_count; i++) {
        const struct nadir_device *device = &scan->list.devices[i];
        if (scan->measures[i].problem[0])
            tool_fail("%u:%u %s: measuring it failed: %s", device->platform_index, device->device_index, device->name,
                      scan->measures[i].problem);
    }
}

/* A model that cannot be predicted is a mistake in the command line. */
static int check_model(const struct device_prediction *prediction)
{
    static const struct nadir_device_score any = {1e9, 1e9, 1e9, 1e-6, 1};
    double seconds;
    if (nadir_predict_step(&seconds, prediction->model, (size_t)prediction->batch, &any) == NADIR_OK) return TOOL_OK;
    tool_fail("--model: %s", nadir_last_error()->message);
    return TOOL_USAGE;
}

int cmd_devices(int argc, char **argv)
{
    struct device_prediction prediction = {0};
    const char *selector = NULL, *batch_given = NULL;
    bool json = false, verbose = false, measure = false;
    const struct option_row rows[] = {
        {"device", OPTION_TEXT, &selector, .placeholder = "SEL",
         .help = "mark what this selector takes, such as 0:0, gpu, pocl:cpu (default: NADIR_DEVICE, then auto)"},
        {"verbose", OPTION_FLAG, &verbose, .letter = 'v', .help = "everything about each device, below the table"},
        {"measure", OPTION_FLAG, &measure,
         .help = "measure how fast each device trains, checking what it computes; later runs remember"},
        {"model", OPTION_TEXT, &prediction.model, .placeholder = "SPEC",
         .help = "predict a training step of this model, such as mlp:784-128-10, on each measured device"},
        {"batch", OPTION_INTEGER, &prediction.batch, .placeholder = "N", .fallback = "64", .integers = {1, 1u << 24},
         .given = &batch_given, .help = "samples in that step"},
        {"json", OPTION_FLAG, &json, .help = "one JSON document, schema nadir-devices"},
    };
    const struct option_table table = {
        "devices",
        "Lists every OpenCL device, and every driver and platform without one; * marks the device that is taken.\n"
        "Drivers are asked in child processes: one that crashes or hangs becomes a row.\n"
        "Exit status: 0 a usable device, 2 bad selector, 3 no usable device; with --measure 1 if measuring failed,\n"
        "4 if a device computed wrong numbers.",
        rows, sizeof rows / sizeof rows[0]};
    int code = options_parse(&table, argc, argv), measured = TOOL_OK;
    if (code != OPTIONS_RUN) return code;
    if (batch_given && !prediction.model) {
        tool_fail("--batch is for --model, which is missing, see nadir devices --help");
        return TOOL_USAGE;
    }
    if (prediction.model && check_model(&prediction) != TOOL_OK) return TOOL_USAGE;

    struct device_scan scan;
    struct device_choice choice;
    choose_source(&choice, selector);
    code = device_scan_run(&scan);
    if (code == TOOL_OK) {
        if (measure) measured = measure_all(&scan, json ? stderr : stdout);
        const int chosen = choose(&choice, &scan);
        code = json ? device_json_print(&scan, &choice, &prediction) : device_table_print(&scan, &choice, &prediction, verbose);
        report_measures(&scan);
        if (code == TOOL_OK) code = chosen != TOOL_OK ? chosen : measured;
        if (choice.problem[0]) tool_fail("%s", choice.problem);
    }
    device_scan_free(&scan);
    return code;
}
