/* SPDX-License-Identifier: MIT */
/* `nadir eval`: loss and accuracy of a saved classifier on a data set. */
#include "options.h"
#include "tool.h"

#include <cjson/cJSON.h>

static const char *part_choice(int index)
{
    static const char *const names[] = {[NADIR_DATASET_TRAIN] = "train", [NADIR_DATASET_TEST] = "test"};
    return index < 2 ? names[index] : NULL;
}

static int print_json(const char *part, size_t samples, const struct nadir_metrics *metrics)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "part", part);
    cJSON_AddNumberToObject(object, "samples", (double)samples);
    cJSON_AddNumberToObject(object, "loss", metrics->loss);
    cJSON_AddNumberToObject(object, "accuracy", metrics->accuracy);
    return tool_print_json(object);
}

int cmd_eval(int argc, char **argv)
{
    const char *checkpoint = NULL, *data = NULL, *device = NULL;
    int part;
    bool quiet = false, json = false, no_tune = false;
    const struct option_row rows[] = {
        {"checkpoint", OPTION_TEXT, &checkpoint, .placeholder = "FILE", .required = true,
         .help = "model.safetensors of a run"},
        {"data", OPTION_TEXT, &data, .placeholder = "DIR", .required = true,
         .help = "folder with the four MNIST-named IDX files, plain or .gz"},
        {"part", OPTION_CHOICE, &part, .placeholder = "NAME", .fallback = "test", .help = "part of the data set",
         .choices = part_choice},
        {"device", OPTION_TEXT, &device, .placeholder = "SEL",
         .help = "such as 0:0, gpu, pocl:cpu (default: NADIR_DEVICE, then auto)"},
        {"no-tune", OPTION_FLAG, &no_tune, .help = "neither measure nor use measured choices for matrix products"},
        {"quiet", OPTION_FLAG, &quiet, .help = "print only errors and the last line"},
        {"json", OPTION_FLAG, &json, .help = "the result as one JSON line on stdout; other text goes to stderr"},
    };
    const struct option_table table = {
        "eval", "Loss and accuracy of a saved classifier; the file knows its architecture and input normalisation.", rows,
        sizeof rows / sizeof rows[0]};
    int code = options_parse(&table, argc, argv);
    if (code != OPTIONS_RUN) return code;

    struct tool_session session;
    struct nadir_context_params params = nadir_context_params_default();
    struct nadir_classifier classifier = {0};
    struct nadir_dataset *dataset = NULL;
    struct nadir_metrics metrics;
    params.tune = !no_tune;
    code = tool_session_open(&session, device, &params, quiet ? NULL : json ? stderr : stdout);
    if (code == TOOL_OK && nadir_dataset_load(&dataset, data, (enum nadir_dataset_part)part) != NADIR_OK)
        code = tool_fail_status("--data");
    if (code == TOOL_OK && nadir_classifier_load(&classifier, session.context, checkpoint) != NADIR_OK)
        code = tool_fail_status("--checkpoint");
    if (code == TOOL_OK && nadir_evaluate(session.context, &classifier, dataset, &metrics) != NADIR_OK)
        code = tool_fail_status(NULL);
    if (code == TOOL_OK && json) code = print_json(part_choice(part), dataset->count, &metrics);
    else if (code == TOOL_OK)
        printf("%s accuracy %.2f %%, %s loss %.4f over %zu samples\n", part_choice(part), 100.0 * metrics.accuracy,
               part_choice(part), metrics.loss, dataset->count);
    nadir_classifier_destroy(&classifier);
    nadir_dataset_destroy(&dataset);
    tool_session_close(&session);
    return code;
}
