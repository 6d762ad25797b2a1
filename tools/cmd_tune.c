/* SPDX-License-Identifier: MIT */
/* `nadir tune`: measures matrix products on a device, and keeps the fastest choices for all runs of this user. */
#include "options.h"
#include "progress.h"
#include "tool.h"

#include <cjson/cJSON.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t stop; /* the run is to end early */

/* --- What is shown. --- */

struct show {
    FILE *human;       /* the table; NULL: none */
    bool terminal;     /* stderr is: a line tells how far it is */
    int shown;         /* columns of that line */
    bool heading;      /* of the table is printed */
    bool again;        /* classes come a second time, with parameters that were found for CLBlast */
    cJSON *classes, *problems;
    double seconds;
};

/* Three digits, as far as there are. */
static const char *rate_text(char out[32], double flops)
{
    const double rate = flops / 1e9;
    snprintf(out, 32, "%.*f", rate < 1 ? 3 : rate < 10 ? 2 : rate < 100 ? 1 : 0, rate);
    return out;
}

/* The index of a class's row; -1: there is none. */
static int find_class(const cJSON *classes, const char *name)
{
    for (int i = 0; i < cJSON_GetArraySize(classes); i++)
        if (strcmp(cJSON_GetObjectItem(cJSON_GetArrayItem(classes, i), "class")->valuestring, name) == 0) return i;
    return -1;
}

static void show_class(struct show *show, const struct nadir_tune_progress *progress)
{
    char before[32], after[32];
    const double gain = progress->default_flops > 0 ? progress->flops / progress->default_flops : 1;
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "class", progress->class_name);
    cJSON_AddNumberToObject(row, "default_flops", progress->default_flops);
    cJSON_AddStringToObject(row, "choice", progress->candidate);
    cJSON_AddNumberToObject(row, "flops", progress->flops);
    cJSON_AddNumberToObject(row, "gain", gain);
    const int known = find_class(show->classes, progress->class_name);
    if (known >= 0) cJSON_ReplaceItemInArray(show->classes, known, row);
    else cJSON_AddItemToArray(show->classes, row);
    if (!show->human) return;
    if (known >= 0 && !show->again) fprintf(show->human, "again, with the parameters that were found for CLBlast:\n");
    show->again = show->again || known >= 0;
    if (!show->heading) fprintf(show->human, "%-28s %10s  %-36s %10s %6s\n", "class", "default", "choice", "GFLOP/s", "gain");
    show->heading = true;
    fprintf(show->human, "%-28s %10s  %-36s %10s %6.2f\n", progress->class_name, rate_text(before, progress->default_flops),
            progress->candidate, rate_text(after, progress->flops), gain);
    fflush(show->human);
}

static void show_problem(struct show *show, const struct nadir_tune_progress *progress)
{
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "class", progress->class_name);
    cJSON_AddStringToObject(row, "candidate", progress->candidate);
    cJSON_AddStringToObject(row, "problem", progress->problem);
    cJSON_AddItemToArray(show->problems, row);
    if (show->human)
        fprintf(show->human, "%s: %s is out: %s\n", progress->class_name, progress->candidate, progress->problem);
}

static bool on_progress(void *user, const struct nadir_tune_progress *progress)
{
    struct show *show = user;
    char line[512], rate[32];
    show->seconds = progress->seconds;
    if (show->terminal) progress_line(stderr, &show->shown, NULL);
    if (progress->class_done) show_class(show, progress);
    else if (progress->problem) show_problem(show, progress);
    if (show->terminal) {
        snprintf(line, sizeof line, "%.0f of %.0f s  %s  %s  %s GFLOP/s", progress->seconds, progress->budget,
                 progress->class_name, progress->candidate, rate_text(rate, progress->flops));
        progress_line(stderr, &show->shown, line);
        fflush(stderr);
    }
    return !stop;
}

/* --- The end. --- */

static int print_json(const struct tool_session *session, struct show *show, const struct nadir_tune_result *result)
{
    const struct nadir_device *device = &session->device;
    char selector[32];
    cJSON *root = cJSON_CreateObject();
    snprintf(selector, sizeof selector, "%u:%u", device->platform_index, device->device_index);
    cJSON_AddStringToObject(root, "schema", "nadir-tune");
    cJSON_AddNumberToObject(root, "version", 1);
    cJSON_AddStringToObject(root, "selector", selector);
    cJSON_AddStringToObject(root, "device", device->name);
    cJSON_AddStringToObject(root, "path", result->path);
    cJSON_AddBoolToObject(root, "interrupted", stop);
    cJSON_AddNumberToObject(root, "seconds", show->seconds);
    cJSON_AddNumberToObject(root, "candidates", result->candidates);
    cJSON_AddNumberToObject(root, "wrong", result->wrong);
    cJSON_AddNumberToObject(root, "gain", result->gain);
    cJSON_AddItemToObject(root, "classes", show->classes);
    cJSON_AddItemToObject(root, "problems", show->problems);
    show->classes = show->problems = NULL;
    return tool_print_json(root);
}

static int finish(const struct tool_session *session, struct show *show, const struct nadir_tune_result *result, bool json)
{
    int code = TOOL_OK;
    if (show->human) {
        fprintf(show->human, "%u classes, %u candidates timed in %.0f s: %.2f times as fast as by the library's table "
                "(geometric mean)\n", result->classes, result->candidates, show->seconds, result->gain);
        if (result->wrong > 0)
            fprintf(show->human, "%u candidates gave wrong results and are not used: look at this device with `nadir doctor`\n",
                    result->wrong);
        fprintf(show->human, "kept in %s; every new run on this device uses it\n", result->path);
        fprintf(show->human, "next: `nadir bench --filter gemm` shows the speed, `nadir tune --clear` forgets these choices\n");
    }
    if (json) code = print_json(session, show, result);
    if (code == TOOL_OK && stop) {
        tool_fail("interrupted after %u classes; what was found is kept in %s", result->classes, result->path);
        code = TOOL_INTERRUPTED;
    }
    return code;
}

static int tune(struct tool_session *session, double budget, FILE *human, bool json)
{
    struct show show = {
        .human = human, .terminal = isatty(STDERR_FILENO), .classes = cJSON_CreateArray(), .problems = cJSON_CreateArray()};
    struct nadir_tune_params params = nadir_tune_params_default();
    struct nadir_tune_result result;
    int code = TOOL_OK;
    params.budget = budget;
    params.progress = on_progress;
    params.user = &show;
    if (human) fprintf(human, "measuring matrix products for up to %.3g s\n", budget);
    const enum nadir_status status = nadir_tune(session->context, &params, &result);
    if (show.terminal) progress_line(stderr, &show.shown, NULL);
    code = status == NADIR_OK ? finish(session, &show, &result, json) : tool_fail_status(NULL);
    cJSON_Delete(show.classes);
    cJSON_Delete(show.problems);
    return code;
}

static int clear(const struct nadir_device *device, FILE *human, bool json)
{
    if (nadir_tune_clear(device) != NADIR_OK) return tool_fail_status(NULL);
    fprintf(human, "forgot what was measured and checked of products on %s\n", device->name);
    if (json) puts("{\"schema\":\"nadir-tune\",\"version\":1,\"cleared\":true}");
    return TOOL_OK;
}

int cmd_tune(int argc, char **argv)
{
    const char *device = NULL, *budget_given = NULL;
    double budget;
    bool json = false, forget = false;
    const struct option_row rows[] = {
        {"device", OPTION_TEXT, &device, .placeholder = "SEL",
         .help = "such as 0:0, gpu, pocl:cpu (default: NADIR_DEVICE, then auto)"},
        {"budget", OPTION_REAL, &budget, .placeholder = "SECONDS", .fallback = "120", .reals = {0.001, 86400},
         .help = "time it may take, compiling included; a candidate that was begun is finished", .given = &budget_given},
        {"clear", OPTION_FLAG, &forget, .help = "forget what was measured, and measure nothing"},
        {"json", OPTION_FLAG, &json, .help = "the result as one JSON line on stdout; other text goes to stderr"},
    };
    const struct option_table table = {
        "tune", "Measures which back end and which tiles multiply matrices the fastest, for the shapes of training; wrong\n"
                "ones are left out. What is found is kept for this user, device and driver, and used by every run.", rows,
        sizeof rows / sizeof rows[0]};
    int code = options_parse(&table, argc, argv);
    if (code != OPTIONS_RUN) return code;
    if (forget && budget_given) {
        tool_fail("--clear measures nothing: it does not go with --budget, see nadir tune --help");
        return TOOL_USAGE;
    }
    FILE *human = json ? stderr : stdout;
    struct tool_session session;
    tool_catch_interrupts(&stop);
    code = tool_session_open(&session, device, NULL, human);
    tool_catch_interrupts(&stop); /* again: drivers built on LLVM have installed a handler of their own */
    if (code == TOOL_OK && forget) code = clear(&session.device, human, json);
    else if (code == TOOL_OK) code = tool_session_refuse_failed(&session, true);
    if (code == TOOL_OK && !forget) code = tune(&session, budget, human, json);
    tool_session_close(&session);
    return code;
}
