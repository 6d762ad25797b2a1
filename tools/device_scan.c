/* SPDX-License-Identifier: MIT */
/* Listing and measuring devices in child processes, and what remains when a driver takes the list with it. */
#include "devices.h"

#include "child.h"
#include "tool.h"

#include "base/text_priv.h"
#include "device/record_priv.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Measuring compiles kernels, which takes the slowest compilers a minute. */
enum { MEASURE_DEADLINES = 12 };

/* --- In the child. --- */

/* What it sends: a head, then `size` bytes. */
struct frame {
    enum { FRAME_WARNING, FRAME_PLATFORMS, FRAME_DEVICES, FRAME_SCORE, FRAME_ERROR } kind;
    size_t size;
};

static void send_frame(int output, int kind, const void *bytes, size_t size)
{
    struct frame frame;
    memset(&frame, 0, sizeof frame); /* the gap between the fields, too */
    frame.kind = kind;
    frame.size = size;
    child_write(output, &frame, sizeof frame);
    child_write(output, bytes, size);
}

static void send_warning(enum nadir_log_level level, const char *message, void *user)
{
    (void)level;
    send_frame(*(const int *)user, FRAME_WARNING, message, strlen(message) + 1);
}

static enum nadir_status list_devices(struct nadir_device_list **list, const char *vendors)
{
    if (vendors[0]) setenv("OCL_ICD_VENDORS", vendors, 1);
    return nadir_device_list_create(list);
}

static int list_child(int output, void *argument)
{
    struct nadir_device_list *list = NULL;
    nadir_log_set(send_warning, NADIR_LOG_WARNING, &output);
    if (list_devices(&list, argument) != NADIR_OK) {
        send_frame(output, FRAME_ERROR, nadir_last_error(), sizeof(struct nadir_error));
        return EXIT_FAILURE;
    }
    for (size_t i = 0; i < list->device_count; i++) {
        list->devices[i].platform = NULL;
        list->devices[i].id = NULL;
    }
    send_frame(output, FRAME_PLATFORMS, list->platforms, list->platform_count * sizeof *list->platforms);
    send_frame(output, FRAME_DEVICES, list->devices, list->device_count * sizeof *list->devices);
    return EXIT_SUCCESS;
}

struct task {
    const char *vendors;
    const struct nadir_device *device;
};

static int measure_child(int output, void *argument)
{
    const struct task *task = argument;
    struct nadir_device_list *list = NULL;
    const struct nadir_device *device = NULL;
    struct nadir_context *context = NULL;
    struct nadir_device_score score;
    enum nadir_status status = list_devices(&list, task->vendors);
    for (size_t i = 0; status == NADIR_OK && i < list->device_count; i++)
        if (list->devices[i].platform_index == task->device->platform_index &&
            list->devices[i].device_index == task->device->device_index &&
            strcmp(list->devices[i].name, task->device->name) == 0)
            device = &list->devices[i];
    if (status == NADIR_OK && !device) {
        fprintf(stderr, "the device is no longer listed\n");
        return EXIT_FAILURE;
    }
    if (status == NADIR_OK) status = nadir_context_create(&context, device, NULL);
    if (status == NADIR_OK) status = nadir_measure_score(context, &score);
    if (status == NADIR_OK) send_frame(output, FRAME_SCORE, &score, sizeof score);
    else send_frame(output, FRAME_ERROR, nadir_last_error(), sizeof(struct nadir_error));
    return EXIT_SUCCESS;
}

/* --- In the parent. --- */

/* The next frame at *at; NULL where the output ends, also within a frame. */
static const unsigned char *next_frame(const struct child_result *result, size_t *at, struct frame *frame)
{
    if (result->size - *at < sizeof *frame) return NULL;
    memcpy(frame, result->output + *at, sizeof *frame);
    if (result->size - *at - sizeof *frame < frame->size) return NULL;
    const unsigned char *content = result->output + *at + sizeof *frame;
    *at += sizeof *frame + frame->size;
    return content;
}

static bool copy_frame(void *out, const struct frame *frame, const unsigned char *content)
{
    void *copy = malloc(frame->size + 1);
    if (copy) memcpy(copy, content, frame->size);
    *(void **)out = copy;
    return copy != NULL;
}

static void free_list(struct nadir_device_list *list)
{
    free(list->devices);
    free(list->platforms);
    *list = (struct nadir_device_list){0};
}

/* Lists the devices of `scan->vendors`. false: `problem` says why there is no list. */
static bool list_alone(struct device_scan *scan, char *problem, size_t size)
{
    struct child_result result;
    struct frame frame;
    bool complete = false, failed = false;
    const unsigned char *content;
    child_run(&result, list_child, scan->vendors, icd_deadline(), NULL, NULL);
    for (size_t at = 0; !complete && !failed && (content = next_frame(&result, &at, &frame));) {
        if (frame.kind == FRAME_WARNING) {
            tool_fail("warning: %s", (const char *)content);
        } else if (frame.kind == FRAME_ERROR) {
            struct nadir_error error;
            memcpy(&error, content, sizeof error);
            snprintf(problem, size, "%.*s", (int)size - 1, error.message);
            failed = true;
        } else if (frame.kind == FRAME_PLATFORMS) {
            scan->list.platform_count = frame.size / sizeof *scan->list.platforms;
            (void)copy_frame(&scan->list.platforms, &frame, content);
        } else if (frame.kind == FRAME_DEVICES) {
            scan->list.device_count = frame.size / sizeof *scan->list.devices;
            complete = copy_frame(&scan->list.devices, &frame, content) && scan->list.platforms;
            failed = !complete;
            if (failed) snprintf(problem, size, "no memory for the list");
        }
    }
    if (!complete && !failed) child_describe(&result, problem, size);
    if (!complete) free_list(&scan->list);
    child_free(&result);
    return complete;
}

static bool works(const struct icd *icd)
{
    return icd->platforms > 0 && (!icd->problem[0] || icd->hint_only);
}

/* The path of link number `index` in the temporary folder. */
static void link_path(char *out, size_t size, const struct device_scan *scan, size_t index)
{
    snprintf(out, size, "%s/%zu.icd", scan->folder, index);
}

/* A folder with the .icd files of the drivers that work. */
static bool make_folder(struct device_scan *scan)
{
    const char *temporary = getenv("TMPDIR");
    char path[128], real[4096];
    if (!temporary || temporary[0] != '/' || strlen(temporary) > 32) temporary = "/tmp";
    snprintf(scan->folder, sizeof scan->folder, "%s/nadir-vendors-XXXXXX", temporary);
    if (!mkdtemp(scan->folder)) {
        tool_fail("warning: cannot make a folder in %s: %s", temporary, strerror(errno));
        scan->folder[0] = 0;
        return false;
    }
    for (size_t i = 0; i < scan->icds.count; i++) {
        link_path(path, sizeof path, scan, i);
        if (works(&scan->icds.icds[i]) && (!realpath(scan->icds.icds[i].path, real) || symlink(real, path) != 0))
            tool_fail("warning: cannot make the link %s: %s", path, strerror(errno));
    }
    snprintf(scan->vendors, sizeof scan->vendors, "%s", scan->folder);
    return true;
}

/* What the drivers alone came to. */
struct census {
    size_t healthy, culprits;
    const struct icd *best; /* of the healthy ones, NULL without */
    char names[512];        /* of the culprits */
};

static struct census take_census(const struct icd_list *icds)
{
    struct census census = {0};
    size_t used = 0;
    for (size_t i = 0; i < icds->count; i++) {
        const struct icd *icd = &icds->icds[i];
        if (works(icd)) {
            census.healthy++;
            if (!census.best || icd->devices > census.best->devices) census.best = icd;
        } else if (icd->crashes) {
            census.culprits++;
            if (used < sizeof census.names)
                used += (size_t)snprintf(census.names + used, sizeof census.names - used, "%s%s", used ? ", " : "", icd->path);
        }
    }
    return census;
}

/* All drivers together crash or hang: lists what is left without those that do so alone. */
static void narrow(struct device_scan *scan)
{
    static const char until[] = "So it is for every program that uses OpenCL, until you";
    const struct census census = take_census(&scan->icds);
    char *const remedy = scan->remedy, problem[256];
    const size_t size = sizeof scan->remedy;
    if (census.culprits == 0 && list_alone(scan, problem, sizeof problem)) {
        snprintf(remedy, size, "The second time they were listed: one of them crashes now and then.");
        return;
    }
    if (!census.best) {
        if (census.culprits > 0) snprintf(remedy, size, "%s remove or repair %s.", until, census.names);
    } else if (census.culprits == 0) {
        snprintf(remedy, size,
                 "%s remove one of the drivers, which work alone, not together, or set OCL_ICD_VENDORS=%.500s, as listed here.",
                 until, census.best->path);
    } else if (census.healthy == 1) {
        snprintf(remedy, size, "%s remove %s, or set OCL_ICD_VENDORS=%.500s.", until, census.names, census.best->path);
    } else {
        snprintf(remedy, size, "%s remove %s, or set OCL_ICD_VENDORS to a folder that has only the other .icd files.", until,
                 census.names);
    }
    nadir__text_clean(remedy); /* paths are any bytes */
    if (!census.best) return;
    if (census.culprits == 0 || census.healthy == 1) snprintf(scan->vendors, sizeof scan->vendors, "%s", census.best->path);
    else if (!make_folder(scan)) return;
    if (!list_alone(scan, problem, sizeof problem)) tool_fail("warning: the remaining drivers together: %s", problem);
}

int device_scan_run(struct device_scan *scan)
{
    char problem[300];
    *scan = (struct device_scan){0};
    const bool listed = list_alone(scan, problem, sizeof problem);
    if (!icd_list_create(&scan->icds, icd_deadline())) return tool_fail("no memory for the list of drivers");
    if (!listed) {
        snprintf(scan->problem, sizeof scan->problem, "all drivers together: %s", problem);
        narrow(scan);
    }
    scan->measures = calloc(scan->list.device_count + 1, sizeof *scan->measures);
    return scan->measures ? TOOL_OK : tool_fail("no memory for %zu devices", scan->list.device_count);
}

void device_scan_free(struct device_scan *scan)
{
    char path[128];
    for (size_t i = 0; scan->folder[0] && i < scan->icds.count; i++) {
        link_path(path, sizeof path, scan, i);
        (void)unlink(path);
    }
    if (scan->folder[0]) (void)rmdir(scan->folder);
    icd_list_destroy(&scan->icds);
    free_list(&scan->list);
    free(scan->measures);
}

void device_scan_measure(struct device_scan *scan, size_t index)
{
    struct nadir_device *device = &scan->list.devices[index];
    struct device_measure *measure = &scan->measures[index];
    struct nadir_device_record record;
    struct task task = {scan->vendors, device};
    struct child_result result;
    struct frame frame;
    struct nadir_error error = {0};
    size_t at = 0;
    bool known = false;
    child_run(&result, measure_child, &task, MEASURE_DEADLINES * icd_deadline(), NULL, NULL);
    const unsigned char *content = next_frame(&result, &at, &frame);
    nadir__record_read(device); /* another process may have written it since */
    record = device->record;
    if (content && frame.kind == FRAME_SCORE) {
        memcpy(&record.score, content, sizeof record.score);
        measure->end = MEASURE_DONE;
        known = true;
    } else if (content) {
        memcpy(&error, content, sizeof error);
        measure->end = error.status == NADIR_ERROR_WRONG_RESULT ? MEASURE_WRONG : MEASURE_FAILED;
        snprintf(measure->problem, sizeof measure->problem, "%.250s", error.message);
    } else {
        measure->end = MEASURE_FAILED;
        child_describe(&result, measure->problem, sizeof measure->problem);
    }
    /* A device that is slow, or lacks memory, may still be right. */
    if (measure->end == MEASURE_WRONG || (!content && result.end == CHILD_CRASHED)) {
        record.health = NADIR_HEALTH_FAIL;
        record.checked_at = (int64_t)time(NULL);
        snprintf(record.note, sizeof record.note, "when measured: %.*s", (int)sizeof record.note - 16, measure->problem);
        known = true;
    }
    child_free(&result);
    if (known && nadir_device_record_store(device, &record) != NADIR_OK)
        tool_fail("warning: what is known of %u:%u cannot be kept: %s", device->platform_index, device->device_index,
                  nadir_last_error()->message);
}

double device_predict(const struct device_prediction *prediction, const struct nadir_device *device)
{
    double seconds;
    if (!device->usable || device->record.score.measured_at <= 0) return -1;
    const enum nadir_status status =
        nadir_predict_step(&seconds, prediction->model, (size_t)prediction->batch, &device->record.score);
    return status == NADIR_OK ? seconds : -1;
}
