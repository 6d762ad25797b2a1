/* SPDX-License-Identifier: MIT */
/* `nadir doctor`: examines the loader, then each device in a child process of its own, and keeps the verdicts. */
#include "child.h"
#include "doctor.h"
#include "options.h"
#include "tool.h"

#include "base/clock_priv.h"
#include "device/record_priv.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* Seconds that one check may take. Most of them go to the driver's compiler, which is much slower when its cache is cold, and
 * on a busy machine: a sound device must not fail for that. */
enum { QUICK_DEADLINE = 120, FULL_DEADLINE = 300 };
enum { MOST_CHECKS = 30 /* that take that long */, FULL_STRESS = 5 /* seconds */ };

/* --- Interruption: the child sees the request in shared memory, finishes its check and ends. --- */

static volatile sig_atomic_t *stop;

static bool share_stop(void)
{
    void *shared = mmap(NULL, sizeof *stop, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) return false;
    stop = shared;
    tool_catch_interrupts(stop);
    return true;
}

/* --- In the child. --- */

struct message {
    enum { MESSAGE_BEGIN, MESSAGE_FINDING, MESSAGE_SUMMARY, MESSAGE_ERROR } kind;
    union {
        struct nadir_doctor_finding finding; /* BEGIN: its stage and check */
        struct nadir_doctor_summary summary;
        struct nadir_error error;
    } content;
};

struct task {
    const char *vendors;
    const struct nadir_device *device;
    struct nadir_doctor_params params;
    double deadline;
    int output;
};

/* Each check has its own deadline: SIGALRM ends the child. */
static void set_alarm(const struct task *task, double more)
{
    const double seconds = task->deadline + more;
    struct itimerval timer = {0};
    timer.it_value.tv_sec = (time_t)seconds;
    timer.it_value.tv_usec = (suseconds_t)(999999 * (seconds - (double)timer.it_value.tv_sec)) + 1; /* 0 would be none */
    setitimer(ITIMER_REAL, &timer, NULL);
}

static void send_message(int output, int kind, const void *content, size_t size)
{
    struct message message;
    memset(&message, 0, sizeof message); /* the gaps between the fields, too */
    message.kind = kind;
    memcpy(&message.content, content, size);
    child_write(output, &message, sizeof message);
}

static void send_begin(enum nadir_doctor_stage stage, const char *check, void *user)
{
    const struct task *task = user;
    struct nadir_doctor_finding finding = {.stage = stage};
    snprintf(finding.check, sizeof finding.check, "%s", check);
    set_alarm(task, stage == NADIR_DOCTOR_STRESS ? task->params.stress_seconds : 0);
    send_message(task->output, MESSAGE_BEGIN, &finding, sizeof finding);
}

static void send_finding(const struct nadir_doctor_finding *finding, void *user)
{
    const struct task *task = user;
    set_alarm(task, 0);
    send_message(task->output, MESSAGE_FINDING, finding, sizeof *finding);
}

static int examine_child(int output, void *argument)
{
    struct task *task = argument;
    struct nadir_device_list *list = NULL;
    const struct nadir_device *device = NULL;
    struct nadir_doctor_summary summary;
    task->output = output;
    set_alarm(task, 0);
    if (task->vendors[0]) setenv("OCL_ICD_VENDORS", task->vendors, 1);
    enum nadir_status status = nadir_device_list_create(&list);
    for (size_t i = 0; status == NADIR_OK && i < list->device_count; i++)
        if (list->devices[i].platform_index == task->device->platform_index &&
            list->devices[i].device_index == task->device->device_index &&
            strcmp(list->devices[i].name, task->device->name) == 0)
            device = &list->devices[i];
    if (status == NADIR_OK && !device) {
        const struct nadir_error error = {.status = NADIR_ERROR_NO_DEVICE, .message = "the device is no longer listed"};
        send_message(output, MESSAGE_ERROR, &error, sizeof error);
        return EXIT_FAILURE;
    }
    if (status == NADIR_OK) status = nadir_doctor_run(&summary, device, &task->params);
    if (status == NADIR_OK) send_message(output, MESSAGE_SUMMARY, &summary, sizeof summary);
    else send_message(output, MESSAGE_ERROR, nadir_last_error(), sizeof(struct nadir_error));
    return EXIT_SUCCESS;
}

/* --- In the parent. --- */

/* The messages as they come, in pieces of any size. */
struct inbox {
    struct exam *exam;
    unsigned char bytes[sizeof(struct message)];
    size_t filled;
    bool complete; /* the summary has come */
};

static void add_finding(struct exam *exam, const struct nadir_doctor_finding *finding)
{
    if (exam->count == exam->capacity) {
        const size_t capacity = exam->capacity ? 2 * exam->capacity : 256;
        struct nadir_doctor_finding *grown = realloc(exam->findings, capacity * sizeof *grown);
        if (!grown) return; /* it still counts in the summary */
        exam->findings = grown;
        exam->capacity = capacity;
    }
    exam->findings[exam->count++] = *finding;
}

static void hear_message(struct inbox *inbox, const struct message *message)
{
    struct exam *exam = inbox->exam;
    switch (message->kind) {
    case MESSAGE_BEGIN:
        exam->stage = message->content.finding.stage;
        memcpy(exam->check, message->content.finding.check, sizeof exam->check);
        if (!exam->check[0]) doctor_show_stages(exam, true);
        break;
    case MESSAGE_FINDING:
        exam->check[0] = '\0';
        add_finding(exam, &message->content.finding);
        break;
    case MESSAGE_SUMMARY:
        exam->summary = message->content.summary;
        inbox->complete = true;
        break;
    case MESSAGE_ERROR: snprintf(exam->problem, sizeof exam->problem, "%.250s", message->content.error.message); break;
    }
}

static void on_output(const unsigned char *bytes, size_t size, void *user)
{
    struct inbox *inbox = user;
    while (size > 0) {
        const size_t missing = sizeof inbox->bytes - inbox->filled, part = size < missing ? size : missing;
        memcpy(inbox->bytes + inbox->filled, bytes, part);
        inbox->filled += part;
        bytes += part;
        size -= part;
        if (inbox->filled == sizeof inbox->bytes) {
            struct message message;
            memcpy(&message, inbox->bytes, sizeof message);
            hear_message(inbox, &message);
            inbox->filled = 0;
        }
    }
}

/* The summary of what came before the child was gone. */
static void sum_up(struct exam *exam, double seconds)
{
    exam->summary = (struct nadir_doctor_summary){.checks = (unsigned)exam->count, .seconds = seconds};
    for (size_t i = 0; i < exam->count; i++) {
        const struct nadir_doctor_finding *finding = &exam->findings[i];
        exam->summary.warnings += finding->result == NADIR_DOCTOR_WARNING;
        if (finding->result == NADIR_DOCTOR_FAIL && exam->summary.failures++ == 0)
            snprintf(exam->summary.first_failure, sizeof exam->summary.first_failure, "%s: %s: %.160s",
                     nadir_doctor_stage_name(finding->stage), finding->check, finding->detail);
    }
}

/* A child that crashed, hung or ended is a failure of the check that was under way. */
static void add_loss(struct exam *exam, const struct child_result *result, double deadline)
{
    struct nadir_doctor_finding finding = {.stage = exam->stage, .result = NADIR_DOCTOR_FAIL};
    char what[224];
    static const char *const spare[] = {", cpu walk", ", gpu walk", ", packed", ", clblast"};
    const bool between = !exam->check[0] && exam->count > 0;
    const char *last = between ? exam->findings[exam->count - 1].check : exam->check[0] ? exam->check : "listing devices";
    double before = 0;
    for (size_t i = 0; i < exam->count; i++) before += exam->findings[i].seconds;
    if (result->end == CHILD_CRASHED && result->status == SIGALRM)
        snprintf(what, sizeof what, "did not answer for %.4g s", deadline);
    else child_describe(result, what, sizeof what);
    snprintf(finding.check, sizeof finding.check, "%s%.50s", between ? "after " : "", last);
    snprintf(finding.detail, sizeof finding.detail, "the driver %.200s", what);
    finding.seconds = result->seconds > before ? result->seconds - before : 0;
    /* What only NADIR_WALK and NADIR_GEMM ask for does not condemn the device; but the rest was not examined. */
    for (size_t i = 0; i < sizeof spare / sizeof spare[0]; i++) {
        if (!strstr(finding.check, spare[i])) continue;
        finding.result = NADIR_DOCTOR_WARNING;
        snprintf(exam->problem, sizeof exam->problem, "%.60s: the driver %.100s; examine the rest with --quick", finding.check,
                 what);
    }
    add_finding(exam, &finding);
}

static double deadline_of(const struct doctor *doctor)
{
    const char *text = getenv("NADIR_DOCTOR_DEADLINE");
    double seconds;
    if (text && options_parse_real(text, &seconds) && seconds > 0 && seconds < 1e6) return seconds;
    return doctor->quick ? QUICK_DEADLINE : FULL_DEADLINE;
}

static void examine(struct doctor *doctor, struct exam *exam)
{
    struct inbox inbox = {.exam = exam};
    struct child_result result;
    struct task task = {.vendors = doctor->scan.vendors, .device = exam->device, .deadline = deadline_of(doctor)};
    task.params = nadir_doctor_params_default();
    task.params.quick = doctor->quick;
    task.params.stress_seconds = doctor->stress_seconds;
    task.params.report = send_finding;
    task.params.begin = send_begin;
    task.params.user = &task;
    task.params.stop = stop;
    doctor_show_device(exam);
    child_run(&result, examine_child, &task, MOST_CHECKS * task.deadline + doctor->stress_seconds, on_output, &inbox);
    doctor->interrupted = *stop != 0;
    if (!inbox.complete && !doctor->interrupted && !exam->problem[0]) {
        if (result.end == CHILD_FAILED) child_describe(&result, exam->problem, sizeof exam->problem);
        else add_loss(exam, &result, task.deadline);
    }
    if (!inbox.complete) sum_up(exam, result.seconds);
    if (inbox.complete && exam->summary.failures == 0 && exam->summary.unexamined > 0)
        snprintf(exam->problem, sizeof exam->problem,
                 "%u check%s could not be made for lack of memory: close what else uses the device, then run it again",
                 exam->summary.unexamined, exam->summary.unexamined == 1 ? "" : "s");
    if (!doctor->interrupted && !exam->problem[0]) exam->verdict = exam->summary.failures > 0 ? VERDICT_FAIL : VERDICT_PASS;
    child_free(&result);
    doctor_show_stages(exam, true);
    doctor_show_verdict(exam);
}

/* Kept if what was examined is what later runs will use; and a quick pass does not lift what a longer examination, or training,
 * found. */
static void keep_verdict(const struct doctor *doctor, struct exam *exam)
{
    if (exam->verdict == VERDICT_NONE) return;
    nadir__record_read(exam->device); /* another process may have written it since; its score stays */
    struct nadir_device_record record = exam->device->record;
    const bool forced = tool_is_set("NADIR_WALK") || tool_is_set("NADIR_GEMM");
    const bool lifts = doctor->quick && exam->verdict == VERDICT_PASS && record.health == NADIR_HEALTH_FAIL;
    if ((forced || lifts) && doctor->human)
        fprintf(doctor->human, "  the verdict is not kept: %s%s%s\n",
                forced ? "NADIR_WALK or NADIR_GEMM is set" : "this device failed before (",
                forced ? "" : record.note, forced ? "" : "); nadir doctor without --quick decides");
    if (forced || lifts) return;
    record.health = exam->verdict == VERDICT_PASS ? NADIR_HEALTH_PASS : NADIR_HEALTH_FAIL;
    record.checked_at = (int64_t)time(NULL);
    snprintf(record.note, sizeof record.note, "%.*s", (int)sizeof record.note - 1, exam->summary.first_failure);
    if (nadir_device_record_store(exam->device, &record) != NADIR_OK)
        tool_fail("warning: the verdict on %u:%u cannot be kept: %s", exam->device->platform_index, exam->device->device_index,
                  nadir_last_error()->message);
}

/* --- The first stage. --- */

static void add_loader_finding(struct loader_report *loader, const char *check, const char *detail, const char *remedy)
{
    struct loader_finding *grown = realloc(loader->findings, (loader->count + 1) * sizeof *grown);
    if (!grown) return;
    loader->findings = grown;
    struct loader_finding *finding = &grown[loader->count++];
    finding->warning = detail[0] != '\0';
    loader->warnings += finding->warning;
    snprintf(finding->check, sizeof finding->check, "%s", check);
    snprintf(finding->detail, sizeof finding->detail, "%s", detail);
    snprintf(finding->remedy, sizeof finding->remedy, "%s", finding->warning ? remedy : "");
}

/* Drivers keep compiled kernels in the user's cache folder, and Nadir its records. */
static void examine_cache(struct loader_report *loader)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    char path[1024] = "", detail[640] = "", *slash;
    if (cache && cache[0] == '/') snprintf(path, sizeof path, "%s", cache);
    else if (home && home[0] == '/') snprintf(path, sizeof path, "%s/.cache", home);
    /* What does not exist yet must be possible to make. */
    while (path[0] && access(path, F_OK) != 0 && errno == ENOENT && (slash = strrchr(path, '/')) && slash != path)
        *slash = '\0';
    if (!path[0]) snprintf(detail, sizeof detail, "neither XDG_CACHE_HOME nor HOME is an absolute path");
    else if (access(path, W_OK | X_OK) != 0)
        snprintf(detail, sizeof detail,
                 "%.500s cannot be written (%s): verdicts are not kept, and drivers may compile everything anew in each run",
                 path, strerror(errno));
    add_loader_finding(loader, "cache folder", detail, "make it writable, or set XDG_CACHE_HOME to a folder that is");
}

static void examine_loader(struct doctor *doctor, double seconds)
{
    struct loader_report *loader = &doctor->loader;
    const struct device_scan *scan = &doctor->scan;
    char remedy[1400], check[288];
    if (scan->problem[0]) add_loader_finding(loader, "loader", scan->problem, scan->remedy);
    if (scan->icds.problem[0]) add_loader_finding(loader, "drivers", scan->icds.problem, "");
    for (size_t i = 0; i < scan->icds.count; i++) {
        const struct icd *icd = &scan->icds.icds[i];
        snprintf(remedy, sizeof remedy, "repair or remove %s", icd->path);
        add_loader_finding(loader, icd->file, icd->problem, icd->hint_only ? "" : remedy);
    }
    for (size_t i = 0; i < scan->list.device_count; i++) {
        const struct nadir_device *device = &scan->list.devices[i];
        snprintf(check, sizeof check, "%u:%u %s", device->platform_index, device->device_index, device->name);
        if (!device->usable) add_loader_finding(loader, check, device->problem, "");
    }
    examine_cache(loader);
    loader->seconds = seconds;
}

/* --- Which devices. --- */

/* Without a selector all that are usable. Returns TOOL_OK, TOOL_FAILURE, TOOL_USAGE or TOOL_NO_DEVICE with `problem` set. */
static int choose_devices(struct doctor *doctor, const char *option)
{
    const struct nadir_device_list *list = &doctor->scan.list;
    const char *variable = getenv("NADIR_DEVICE"), *selector = option ? option : variable;
    const bool all = !selector || !selector[0];
    size_t chosen = 0;
    doctor->exams = calloc(list->device_count + 1, sizeof *doctor->exams);
    if (!doctor->exams) {
        snprintf(doctor->problem, sizeof doctor->problem, "no memory for %zu devices", list->device_count);
        return TOOL_FAILURE;
    }
    const enum nadir_status status = nadir_device_select(list, all ? "auto" : selector, &chosen, NULL);
    if (status != NADIR_OK) {
        const bool wrong = status == NADIR_ERROR_SELECTOR, lost = !wrong && doctor->scan.problem[0];
        const char *origin = !wrong || all ? "" : option ? "--device: " : "NADIR_DEVICE: ";
        snprintf(doctor->problem, sizeof doctor->problem, "%s%.600s", origin,
                 lost ? doctor->scan.problem : nadir_last_error()->message);
        return wrong ? TOOL_USAGE : TOOL_NO_DEVICE;
    }
    for (size_t i = 0; i < list->device_count; i++)
        if (all ? list->devices[i].usable : i == chosen)
            doctor->exams[doctor->exam_count++] = (struct exam){.device = &list->devices[i], .human = doctor->human};
    return TOOL_OK;
}

static int examine_all(struct doctor *doctor)
{
    int code = TOOL_OK;
    for (size_t i = 0; i < doctor->exam_count && !doctor->interrupted; i++) {
        struct exam *exam = &doctor->exams[i];
        examine(doctor, exam);
        keep_verdict(doctor, exam);
        if (exam->verdict == VERDICT_FAIL) code = TOOL_DEVICE_FAILED;
        if (doctor->interrupted || !exam->problem[0]) continue;
        tool_fail("%u:%u could not be examined: %s", exam->device->platform_index, exam->device->device_index, exam->problem);
        if (code == TOOL_OK) code = TOOL_FAILURE;
    }
    return code;
}

static void release(struct doctor *doctor)
{
    for (size_t i = 0; i < doctor->exam_count; i++) free(doctor->exams[i].findings);
    free(doctor->exams);
    free(doctor->loader.findings);
    device_scan_free(&doctor->scan);
}

int cmd_doctor(int argc, char **argv)
{
    struct doctor doctor = {.stress_seconds = -1};
    const char *selector = NULL;
    const struct option_row rows[] = {
        {"quick", OPTION_FLAG, &doctor.quick, .help = "one specialisation of each operation: seconds instead of minutes"},
        {"stress", OPTION_REAL, &doctor.stress_seconds, .placeholder = "N", .reals = {0, 1e6},
         .help = "repeat the same work for N seconds at the end (default: 5, with --quick 0)"},
        {"device", OPTION_TEXT, &selector, .placeholder = "SEL",
         .help = "examine what this selector takes (default: NADIR_DEVICE, then every usable device)"},
        {"json", OPTION_FLAG, &doctor.json, .help = "one JSON document, schema nadir-doctor; the table goes to stderr"},
    };
    const struct option_table table = {
        "doctor",
        "Proves that devices compute correctly, before training on them: drivers, kernels, integers, functions of floats,\n"
        "every operation forward and backward, training steps, and the same work again and again, each device in a process\n"
        "of its own. Training refuses a device that failed.\n"
        "Exit status: 0 all passed (warnings do not count), 1 a device could not be examined, 2 bad selector, 3 no usable\n"
        "device, 4 a device failed, 130 interrupted.",
        rows, sizeof rows / sizeof rows[0]};
    int code = options_parse(&table, argc, argv);
    if (code != OPTIONS_RUN) return code;
    if (doctor.stress_seconds < 0) doctor.stress_seconds = doctor.quick ? 0 : FULL_STRESS;
    doctor.human = doctor.json ? stderr : stdout;

    tool_catch_interrupts(NULL);
    const double start = nadir__seconds();
    code = device_scan_run(&doctor.scan);
    if (code == TOOL_OK && !share_stop()) code = tool_fail("no memory to examine devices: %s", strerror(errno));
    if (code == TOOL_OK) {
        examine_loader(&doctor, nadir__seconds() - start);
        doctor_show_loader(&doctor);
        code = choose_devices(&doctor, selector);
        if (code == TOOL_OK) code = examine_all(&doctor);
        else tool_fail("%s", doctor.problem);
        if (doctor.json && doctor_print_json(&doctor) != TOOL_OK) code = TOOL_FAILURE;
        if (doctor.interrupted) {
            tool_fail("interrupted: what is known of the device is as before");
            code = TOOL_INTERRUPTED;
        }
    }
    release(&doctor);
    return code;
}
