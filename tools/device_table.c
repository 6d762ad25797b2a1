/* SPDX-License-Identifier: MIT */
/* The devices as a table for people: a row per device and per problem, then why, then hints. */
#include "devices.h"
#include "tool.h"

#include "device/quirks_priv.h"
#include "device/record_priv.h"
#include "ops/gemm_priv.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum column { MARK, SEL, TYPE, NAME, PLATFORM, UNITS, MEMORY, FP64, FP16, HEALTH, SCORE, STEP, COLUMNS };
enum { CELL = 256, WIDTH = 118, SHORTEST = 16 };

static const char *const headings[COLUMNS] = {"",     "SEL",  "TYPE",   "NAME",  "PLATFORM/DRIVER", "CU", "MEM/MAXALLOC",
                                              "FP64", "FP16", "HEALTH", "SCORE", "STEP"};

struct row {
    char cells[COLUMNS][CELL];
    char note[512]; /* behind PLATFORM where a row has nothing more, else on a line of its own */
    bool brief;     /* nothing behind PLATFORM */
};

static const double gib = 1024.0 * 1024.0 * 1024.0;

/* --- Texts. --- */

static bool starts_character(char c)
{
    return ((unsigned char)c & 0xc0) != 0x80;
}

/* Characters, not bytes of UTF-8. */
static size_t columns_of(const char *text)
{
    size_t count = 0;
    for (; *text; text++) count += starts_character(*text);
    return count;
}

static char *skip_columns(char *text, size_t columns)
{
    for (; *text && (columns > 0 || !starts_character(*text)); text++)
        if (starts_character(*text)) columns--;
    return text;
}

/* Two dots in place of the middle: names differ at both ends. */
static void shorten(char *text, size_t columns)
{
    const size_t all = columns_of(text), tail = (columns - 2) / 2;
    if (all <= columns) return;
    char *cut = skip_columns(text, columns - 2 - tail);
    const char *rest = skip_columns(text, all - tail);
    memcpy(cut, "..", 2);
    memmove(cut + 2, rest, strlen(rest) + 1);
}

/* Words from `column` on, the next lines indented to it. */
static void print_wrapped(const char *text, size_t column)
{
    size_t at = column;
    for (size_t length; *text; text += length + (text[length] == ' ')) {
        length = strcspn(text, " ");
        char word[512];
        snprintf(word, sizeof word, "%.*s", (int)length, text);
        const size_t columns = columns_of(word);
        if (at > column && at + 1 + columns > WIDTH) {
            printf("\n%*s", (int)column, "");
            at = column;
        }
        at += (size_t)printf("%s", at > column ? " " : "") + columns;
        printf("%s", word);
    }
    printf("\n");
}

/* "3h" ago. */
static void print_age(char *out, size_t size, int64_t when)
{
    const int64_t age = (int64_t)time(NULL) - when;
    if (age < 60) snprintf(out, size, "now");
    else if (age < 3600) snprintf(out, size, "%" PRId64 "m", age / 60);
    else if (age < 86400) snprintf(out, size, "%" PRId64 "h", age / 3600);
    else snprintf(out, size, "%" PRId64 "d", age / 86400);
}

static void print_health(char *out, size_t size, const struct nadir_device_record *record)
{
    char age[32];
    print_age(age, sizeof age, record->checked_at);
    if (record->health == NADIR_HEALTH_UNKNOWN) snprintf(out, size, "-");
    else snprintf(out, size, "%s %s", nadir_health_name(record->health), age);
}

static void print_rate(char *out, size_t size, double rate, const char *const units[2])
{
    const bool large = rate >= 1e13;
    const double value = rate / (large ? 1e12 : 1e9);
    snprintf(out, size, "%.*f %s", value < 10, value, units[large]);
}

static void print_score(char *out, size_t size, const struct nadir_device_score *score)
{
    char products[32], copy[32];
    if (score->measured_at <= 0) {
        snprintf(out, size, "-");
        return;
    }
    print_rate(products, sizeof products, score->gemm_large, (const char *const[]){"GF", "TF"});
    print_rate(copy, sizeof copy, score->copy, (const char *const[]){"GB/s", "TB/s"});
    snprintf(out, size, "%s %s %.*f us", products, copy, score->launch < 1e-5, score->launch * 1e6);
}

static void print_seconds(char *out, size_t size, double seconds)
{
    if (seconds >= 0) snprintf(out, size, "%.3g ms", seconds * 1e3);
    else snprintf(out, size, "-");
}

/* What the driver calls itself behind "OpenCL <version> ", its first two words; where it says nothing, the platform's name and
 * the driver's version. */
static void print_driver(char *out, size_t size, const struct nadir_device *device)
{
    static const char prefix[] = "OpenCL ";
    const char *text = device->platform_version;
    size_t length = 0;
    if (strncmp(text, prefix, sizeof prefix - 1) == 0) {
        text += sizeof prefix - 1;
        text += strcspn(text, " ");
        text += *text == ' ';
        text += *text == '(';
        length = strcspn(text, " )");
        if (text[length] == ' ') length += 1 + strcspn(text + length + 1, " )");
        length -= length > 0 && text[length - 1] == ',';
    }
    if (length > 0) snprintf(out, size, "%.*s", (int)length, text);
    else snprintf(out, size, "%s %s", device->platform_name, device->driver_version);
}

/* --- Rows. --- */

static void fill_device(struct row *row, const struct device_scan *scan, size_t index, bool chosen,
                        const struct device_prediction *prediction)
{
    const struct nadir_device *device = &scan->list.devices[index];
    const struct device_measure *measure = &scan->measures[index];
    const struct nadir_device_record *record = &device->record;
    snprintf(row->cells[MARK], CELL, "%s", chosen ? "*" : "");
    snprintf(row->cells[SEL], CELL, "%u:%u", device->platform_index, device->device_index);
    snprintf(row->cells[TYPE], CELL, "%s", nadir_device_type_name(device->type));
    snprintf(row->cells[NAME], CELL, "%s", device->name[0] ? device->name : "(no name)");
    print_driver(row->cells[PLATFORM], CELL, device);
    snprintf(row->cells[UNITS], CELL, "%u", device->compute_units);
    snprintf(row->cells[MEMORY], CELL, "%.1f/%.1f GiB", (double)device->global_memory / gib,
             (double)device->max_allocation / gib);
    snprintf(row->cells[FP64], CELL, "%s", device->fp64 ? "yes" : "no");
    snprintf(row->cells[FP16], CELL, "%s", device->fp16 ? "yes" : "no");
    print_health(row->cells[HEALTH], CELL, record);
    print_score(row->cells[SCORE], CELL, &record->score);
    if (prediction->model) print_seconds(row->cells[STEP], CELL, device_predict(prediction, device));
    if (!device->usable) snprintf(row->note, sizeof row->note, "not usable: %s", device->problem);
    else if (measure->problem[0]) snprintf(row->note, sizeof row->note, "measuring it failed: %s", measure->problem);
    else if (record->health == NADIR_HEALTH_FAIL) snprintf(row->note, sizeof row->note, "failed: %s", record->note);
}

static void fill_brief(struct row *row, const char *selector, const char *name, const char *platform, const char *note)
{
    row->brief = true;
    snprintf(row->cells[SEL], CELL, "%s", selector);
    snprintf(row->cells[TYPE], CELL, "-");
    snprintf(row->cells[NAME], CELL, "%s", name);
    snprintf(row->cells[PLATFORM], CELL, "%s", platform);
    snprintf(row->note, sizeof row->note, "%s", note);
}

/* The driver alone may have told more than its platform did. */
static const char *hint_of(const struct icd_list *icds, const struct nadir_platform *platform)
{
    for (size_t i = 0; i < icds->count; i++)
        if (icds->icds[i].hint_only && strcmp(icds->icds[i].platform, platform->name) == 0) return icds->icds[i].problem;
    return platform->problem;
}

static size_t fill_rows(struct row *rows, const struct device_scan *scan, const struct device_choice *choice,
                        const struct device_prediction *prediction)
{
    const struct nadir_device_list *list = &scan->list;
    size_t count = 0, d = 0;
    for (size_t i = 0; i < COLUMNS; i++) snprintf(rows[0].cells[i], CELL, "%s", headings[i]);
    if (!prediction->model) rows[0].cells[STEP][0] = 0;
    count++;
    for (size_t p = 0; p < list->platform_count; p++) {
        char selector[32];
        snprintf(selector, sizeof selector, "%zu:-", p);
        if (list->platforms[p].device_count == 0)
            fill_brief(&rows[count++], selector, "(no devices)", list->platforms[p].name,
                       hint_of(&scan->icds, &list->platforms[p]));
        for (; d < list->device_count && list->devices[d].platform_index == p; d++)
            fill_device(&rows[count++], scan, d, d == choice->index, prediction);
    }
    for (size_t i = 0; i < scan->icds.count; i++) {
        const struct icd *icd = &scan->icds.icds[i];
        if (icd->problem[0] && !icd->hint_only) fill_brief(&rows[count++], "-", icd->file, icd->library, icd->problem);
    }
    return count;
}

/* The widest cell of each column; the two columns of names give way until a line has its room. */
static void find_widths(size_t widths[COLUMNS], const struct row *rows, size_t count)
{
    size_t total = 0;
    for (size_t i = 0; i < COLUMNS; i++) {
        widths[i] = 0;
        for (size_t row = 0; row < count; row++) {
            const size_t columns = columns_of(rows[row].cells[i]);
            if (columns > widths[i]) widths[i] = columns;
        }
        total += widths[i] + (i == MARK ? 1 : 2);
    }
    while (total > WIDTH + 2 && (widths[NAME] > SHORTEST || widths[PLATFORM] > SHORTEST)) {
        widths[widths[NAME] >= widths[PLATFORM] ? NAME : PLATFORM]--;
        total--;
    }
}

static void print_row(struct row *row, const size_t widths[COLUMNS])
{
    size_t pending = 0, at = 0, name = 0; /* spaces that are due before more text: none at the end of a line */
    for (size_t i = 0; i < COLUMNS; i++) {
        char *cell = row->cells[i];
        shorten(cell, widths[i]);
        if (i == NAME) name = at;
        if (cell[0]) {
            printf("%*s%s", (int)pending, "", cell);
            pending = 0;
        }
        pending += widths[i] - columns_of(cell) + (i == MARK ? 1 : 2);
        at += widths[i] + (i == MARK ? 1 : 2);
        if (i == PLATFORM && row->brief) break;
    }
    if (row->note[0] && row->brief) printf("%*s", (int)pending, "");
    if (row->note[0] && !row->brief) printf("\n%*s", (int)name, "");
    if (row->note[0]) print_wrapped(row->note, row->brief ? at : name);
    else printf("\n");
}

/* --- Details. --- */

static void print_detail(const char *name, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void print_detail(const char *name, const char *format, ...)
{
    char text[2048];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    printf("    %-15s ", name);
    print_wrapped(text[0] ? text : "-", 20);
}

enum { MOST_PATHS = 64 };

/* Ways of multiplying matrices that have given wrong results there. */
static void print_paths(const struct nadir_device *device)
{
    static struct nadir__gemm_verdict verdicts[MOST_PATHS];
    size_t count = 0, wrong = 0;
    if (nadir__gemm_file_verdicts(device, verdicts, MOST_PATHS, &count) != NADIR_OK) return;
    for (size_t i = 0; i < count && i < MOST_PATHS; i++) {
        if (verdicts[i].right) continue;
        print_detail(wrong++ == 0 ? "gemm paths" : "", "not used: %s: %s", verdicts[i].path, verdicts[i].note);
    }
    if (wrong == 0) print_detail("gemm paths", "none is known to be wrong");
}

static void print_details(const struct nadir_device *device)
{
    const struct nadir_device_record *record = &device->record;
    const size_t rounds = nadir__quirk_loop_rounds(device);
    char path[1024], health[64], score[96], age[32];
    printf("\n%u:%u ", device->platform_index, device->device_index);
    print_wrapped(device->name[0] ? device->name : "(no name)", 4);
    print_detail("platform", "%s, %s", device->platform_name, device->platform_version);
    print_detail("vendor", "%s", device->vendor);
    print_detail("version", "%s, driver %s", device->version, device->driver_version);
    print_detail("compiler", "%s", device->c_version_text);
    print_detail("UUID", "%s", device->uuid);
    if (device->clock_mhz > 0) print_detail("compute units", "%u at %u MHz", device->compute_units, device->clock_mhz);
    else print_detail("compute units", "%u", device->compute_units);
    print_detail("float vector", "%u", device->float_vector);
    print_detail("work-group", "at most %zu work-items", device->max_work_group);
    print_detail("memory", "%.1f GiB%s, %.1f GiB in one piece", (double)device->global_memory / gib,
                 device->unified_memory ? " shared with the host" : "", (double)device->max_allocation / gib);
    print_detail("local memory", "%.0f KiB", (double)device->local_memory / 1024);
    print_detail("alignment", "%zu bytes", device->base_alignment);
    if (rounds < SIZE_MAX) print_detail("quirks", "loops of its kernels end after %zu rounds", rounds);
    else print_detail("quirks", "none known");
    if (nadir__record_path(path, sizeof path, device) != NADIR_OK)
        snprintf(path, sizeof path, "nowhere: %.500s", nadir_last_error()->message);
    print_detail("record", "%s", path);
    print_health(health, sizeof health, record);
    print_detail("health", "%s%s%s", record->health == NADIR_HEALTH_UNKNOWN ? "not checked, see nadir doctor" : health,
                 record->note[0] ? ": " : "", record->note);
    print_score(score, sizeof score, &record->score);
    print_age(age, sizeof age, record->score.measured_at);
    if (record->score.measured_at > 0)
        print_detail("score", "%s, measured %s%s; small products %.3g GFLOP/s", score, age,
                     strcmp(age, "now") == 0 ? "" : " ago", record->score.gemm_small * 1e-9);
    else print_detail("score", "not measured, see nadir devices --measure");
    print_paths(device);
}

/* --- All of it. --- */

static void print_remarks(const struct device_scan *scan, const struct device_choice *choice,
                          const struct device_prediction *prediction)
{
    const struct nadir_device_list *list = &scan->list;
    bool unmeasured = false, unchecked = false;
    if (choice->index != SIZE_MAX) {
        const struct nadir_device *device = &list->devices[choice->index];
        char text[512];
        snprintf(text, sizeof text, "* %u:%u is taken - %s%s%s", device->platform_index, device->device_index,
                 choice->origin ? choice->origin : "", choice->origin ? ": " : "", choice->reason);
        printf("%s\n", text);
        if (device->record.health == NADIR_HEALTH_FAIL)
            printf("  It has failed its last check: training refuses it. nadir doctor --device %u:%u checks it again.\n",
                   device->platform_index, device->device_index);
    }
    if (scan->problem[0]) print_wrapped(scan->problem, 0);
    if (scan->remedy[0]) print_wrapped(scan->remedy, 0);
    if (scan->icds.problem[0]) print_wrapped(scan->icds.problem, 0);
    for (size_t i = 0; i < list->device_count; i++) {
        unmeasured = unmeasured || (list->devices[i].usable && list->devices[i].record.score.measured_at <= 0);
        unchecked = unchecked || (list->devices[i].usable && list->devices[i].record.health == NADIR_HEALTH_UNKNOWN);
    }
    if (prediction->model)
        printf("STEP: predicted milliseconds of a training step of %s on a batch of %" PRIu64 ".\n", prediction->model,
               prediction->batch);
    if (unmeasured) printf("SCORE%s -: not measured, see nadir devices --measure.\n", prediction->model ? ", STEP" : "");
    if (unchecked) printf("HEALTH -: not checked, see nadir doctor.\n");
}

int device_table_print(const struct device_scan *scan, const struct device_choice *choice,
                       const struct device_prediction *prediction, bool verbose)
{
    size_t widths[COLUMNS];
    struct row *rows = calloc(1 + scan->list.device_count + scan->list.platform_count + scan->icds.count, sizeof *rows);
    if (!rows) return tool_fail("no memory for a table of %zu devices", scan->list.device_count);
    const size_t count = fill_rows(rows, scan, choice, prediction);
    find_widths(widths, rows, count);
    for (size_t i = 0; i < count && count > 1; i++) print_row(&rows[i], widths);
    free(rows);
    for (size_t i = 0; verbose && i < scan->list.device_count; i++) print_details(&scan->list.devices[i]);
    if (verbose && scan->list.device_count > 0) printf("\n");
    print_remarks(scan, choice, prediction);
    return TOOL_OK;
}
