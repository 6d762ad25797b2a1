/* SPDX-License-Identifier: MIT */
/* What the doctor found, as a table for people and as a JSON document. */
#include "doctor.h"
#include "tool.h"

#include "base/number_priv.h"
#include "device/device_priv.h"

#include <cjson/cJSON.h>
#include <string.h>

const char *doctor_remedy(const struct nadir_doctor_finding *finding)
{
    if (finding->result == NADIR_DOCTOR_PASS) return "";
    if (finding->result == NADIR_DOCTOR_WARNING) {
        if (finding->stage == NADIR_DOCTOR_BUILD) return "leave NADIR_WALK unset";
        if (finding->stage == NADIR_DOCTOR_FLOATS) return "nothing needs to be done: training does not depend on it";
        if (strncmp(finding->detail, "not examined: ", 14) == 0) return "close what else uses the device, then run it again";
        if (strcmp(finding->check, "gemm paths") == 0)
            return "nothing needs to be done: others are used; after `nadir tune --clear` it is checked again";
        return "leave NADIR_WALK and NADIR_GEMM unset";
    }
    switch (finding->stage) {
    case NADIR_DOCTOR_BUILD: return "update the driver, or choose another device with --device";
    case NADIR_DOCTOR_STRESS: return "look at cooling, power, overclocking and memory; do not train on this device";
    default: return "do not train on this device: update its driver, or choose another with --device";
    }
}

/* --- For people. --- */

static void show_line(FILE *out, const char *stage, size_t checks, double seconds, const char *result)
{
    fprintf(out, "  %-10s %4zu check%s %8.1f s  %s\n", stage, checks, checks == 1 ? " " : "s", seconds, result);
}

void doctor_show_loader(const struct doctor *doctor)
{
    const struct loader_report *loader = &doctor->loader;
    if (!doctor->human) return;
    fprintf(doctor->human, "drivers in %s\n", doctor->scan.icds.folder);
    show_line(doctor->human, "loader", loader->count, loader->seconds, loader->warnings > 0 ? "WARN" : "pass");
    for (size_t i = 0; i < loader->count; i++) {
        const struct loader_finding *finding = &loader->findings[i];
        if (finding->warning)
            fprintf(doctor->human, "    WARN %s: %s%s%s\n", finding->check, finding->detail, finding->remedy[0] ? " - " : "",
                    finding->remedy);
    }
    fflush(doctor->human);
}

static const char *device_name(const struct nadir_device *device)
{
    return device->name[0] ? device->name : "(no name)";
}

void doctor_show_device(const struct exam *exam)
{
    const struct nadir_device *device = exam->device;
    if (!exam->human) return;
    fprintf(exam->human, "%u:%u %s (%s)\n", device->platform_index, device->device_index, device_name(device),
            device->platform_name);
    fflush(exam->human);
}

/* The findings [begin, end) of one stage. */
static void show_stage(FILE *out, const struct nadir_doctor_finding *findings, size_t begin, size_t end)
{
    static const char *const words[] = {"pass", "WARN", "FAIL"};
    enum nadir_doctor_result worst = NADIR_DOCTOR_PASS;
    double seconds = 0;
    for (size_t i = begin; i < end; i++) {
        if (findings[i].result > worst) worst = findings[i].result;
        seconds += findings[i].seconds;
    }
    show_line(out, nadir_doctor_stage_name(findings[begin].stage), end - begin, seconds, words[worst]);
    const char *said = ""; /* the remedy of the finding before: once is enough */
    for (size_t i = begin; i < end; i++) {
        const char *remedy = doctor_remedy(&findings[i]);
        if (findings[i].result == NADIR_DOCTOR_PASS) continue;
        fprintf(out, "    %s %s: %s%s%s\n", words[findings[i].result], findings[i].check, findings[i].detail,
                strcmp(remedy, said) == 0 ? "" : " - ", strcmp(remedy, said) == 0 ? "" : remedy);
        said = remedy;
    }
}

void doctor_show_stages(struct exam *exam, bool all)
{
    while (exam->human && exam->shown < exam->count) {
        const size_t begin = exam->shown;
        size_t end = begin;
        while (end < exam->count && exam->findings[end].stage == exam->findings[begin].stage) end++;
        if (end == exam->count && !all) break;
        show_stage(exam->human, exam->findings, begin, end);
        exam->shown = end;
        fflush(exam->human);
    }
}

void doctor_show_verdict(const struct exam *exam)
{
    const struct nadir_device *device = exam->device;
    const struct nadir_doctor_summary *summary = &exam->summary;
    if (!exam->human || exam->verdict == VERDICT_NONE) return;
    fprintf(exam->human, "%u:%u %s: ", device->platform_index, device->device_index, device_name(device));
    if (exam->verdict == VERDICT_FAIL)
        fprintf(exam->human, "FAILED %u of %u check%s: do not train on this device\n", summary->failures, summary->checks,
                summary->checks == 1 ? "" : "s");
    else if (summary->warnings > 0)
        fprintf(exam->human, "passed %u checks in %.1f s, %u warning%s\n", summary->checks, summary->seconds, summary->warnings,
                summary->warnings == 1 ? "" : "s");
    else fprintf(exam->human, "passed %u checks in %.1f s\n", summary->checks, summary->seconds);
    fflush(exam->human);
}

/* --- JSON. --- */

/* With a decimal point in every locale. */
static void add_seconds(cJSON *object, double seconds)
{
    char text[ND_NUMBER_TEXT];
    cJSON_AddItemToObject(object, "seconds", cJSON_CreateRaw(nadir__number_text(text, seconds)));
}

/* Empty text is null: nothing is known. What is no UTF-8 becomes '?'. */
static void add_text(cJSON *object, const char *name, const char *text)
{
    char safe[2048];
    nadir__device_text(safe, sizeof safe, text, strlen(text));
    cJSON_AddItemToObject(object, name, safe[0] ? cJSON_CreateString(safe) : cJSON_CreateNull());
}

static const char *result_name(enum nadir_doctor_result result)
{
    return result == NADIR_DOCTOR_PASS ? "pass" : result == NADIR_DOCTOR_WARNING ? "warning" : "fail";
}

static void add_loader(cJSON *root, const struct doctor *doctor)
{
    cJSON *object = cJSON_AddObjectToObject(root, "loader"), *findings;
    add_text(object, "vendors", doctor->scan.icds.folder);
    cJSON_AddStringToObject(object, "result", doctor->loader.warnings > 0 ? "warning" : "pass");
    add_seconds(object, doctor->loader.seconds);
    findings = cJSON_AddArrayToObject(object, "findings");
    for (size_t i = 0; i < doctor->loader.count; i++) {
        const struct loader_finding *finding = &doctor->loader.findings[i];
        cJSON *row = cJSON_CreateObject();
        add_text(row, "check", finding->check);
        cJSON_AddStringToObject(row, "result", finding->warning ? "warning" : "pass");
        add_text(row, "detail", finding->detail);
        add_text(row, "remedy", finding->remedy);
        cJSON_AddItemToArray(findings, row);
    }
}

static void add_stage(cJSON *array, const struct nadir_doctor_finding *findings, size_t begin, size_t end)
{
    cJSON *object = cJSON_CreateObject(), *rows;
    enum nadir_doctor_result worst = NADIR_DOCTOR_PASS;
    double seconds = 0;
    for (size_t i = begin; i < end; i++) {
        if (findings[i].result > worst) worst = findings[i].result;
        seconds += findings[i].seconds;
    }
    add_text(object, "stage", nadir_doctor_stage_name(findings[begin].stage));
    cJSON_AddStringToObject(object, "result", result_name(worst));
    add_seconds(object, seconds);
    rows = cJSON_AddArrayToObject(object, "findings");
    for (size_t i = begin; i < end; i++) {
        cJSON *row = cJSON_CreateObject();
        add_text(row, "check", findings[i].check);
        cJSON_AddStringToObject(row, "result", result_name(findings[i].result));
        add_text(row, "detail", findings[i].detail);
        add_text(row, "remedy", doctor_remedy(&findings[i]));
        add_seconds(row, findings[i].seconds);
        cJSON_AddItemToArray(rows, row);
    }
    cJSON_AddItemToArray(array, object);
}

static void add_exam(cJSON *array, const struct exam *exam)
{
    const struct nadir_device *device = exam->device;
    const struct nadir_doctor_summary *summary = &exam->summary;
    cJSON *object = cJSON_CreateObject(), *stages;
    char selector[32];
    snprintf(selector, sizeof selector, "%u:%u", device->platform_index, device->device_index);
    add_text(object, "selector", selector);
    add_text(object, "type", nadir_device_type_name(device->type));
    add_text(object, "name", device->name);
    add_text(object, "platform_name", device->platform_name);
    add_text(object, "driver_version", device->driver_version);
    add_text(object, "verdict", exam->verdict == VERDICT_PASS ? "pass" : exam->verdict == VERDICT_FAIL ? "fail" : "");
    add_text(object, "problem", exam->problem);
    cJSON_AddNumberToObject(object, "checks", summary->checks);
    cJSON_AddNumberToObject(object, "warnings", summary->warnings);
    cJSON_AddNumberToObject(object, "failures", summary->failures);
    add_text(object, "first_failure", summary->first_failure);
    add_seconds(object, summary->seconds);
    stages = cJSON_AddArrayToObject(object, "stages");
    for (size_t begin = 0, end; begin < exam->count; begin = end) {
        end = begin;
        while (end < exam->count && exam->findings[end].stage == exam->findings[begin].stage) end++;
        add_stage(stages, exam->findings, begin, end);
    }
    cJSON_AddItemToArray(array, object);
}

int doctor_print_json(const struct doctor *doctor)
{
    cJSON *root = cJSON_CreateObject(), *devices;
    char number[ND_NUMBER_TEXT];
    cJSON_AddStringToObject(root, "schema", "nadir-doctor");
    cJSON_AddNumberToObject(root, "version", 1);
    cJSON_AddStringToObject(root, "nadir", nadir_version());
    cJSON_AddBoolToObject(root, "quick", doctor->quick);
    cJSON_AddItemToObject(root, "stress_seconds", cJSON_CreateRaw(nadir__number_text(number, doctor->stress_seconds)));
    cJSON_AddBoolToObject(root, "interrupted", doctor->interrupted);
    add_text(root, "problem", doctor->problem);
    add_loader(root, doctor);
    devices = cJSON_AddArrayToObject(root, "devices");
    for (size_t i = 0; i < doctor->exam_count; i++) add_exam(devices, &doctor->exams[i]);
    return tool_print_json(root);
}
