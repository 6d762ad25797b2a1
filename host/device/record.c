/* SPDX-License-Identifier: MIT */
/* Records: what earlier runs of this user found out about a device, one small JSON file each. */
#include "record_priv.h"

#include "base/file_priv.h"
#include "base/log_priv.h"
#include "base/status_priv.h"
#include "device_priv.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <zlib.h>

enum { RECORD_LIMIT = 1 << 16, PATH = 1024 };
static const char schema[] = "nadir-device";
static const double latest = 253402300799; /* the end of the year 9999, in seconds since 1970 */

static const char *const health_names[] = {
    [NADIR_HEALTH_UNKNOWN] = "unknown", [NADIR_HEALTH_PASS] = "pass", [NADIR_HEALTH_FAIL] = "fail"};
enum { HEALTHS = sizeof health_names / sizeof health_names[0] };

const char *nadir_health_name(enum nadir_health health)
{
    return (unsigned)health < HEALTHS ? health_names[health] : NULL;
}

/* --- Where. --- */

/* Nothing that differs between two runs on the same machine, such as the order of platforms. Cards of the same kind are told
 * apart by their UUIDs, or by their places on the platform. */
void nadir__record_identity(char out[ND_RECORD_IDENTITY], const struct nadir_device *device)
{
    char which[40];
    snprintf(which, sizeof which, "%s", device->uuid);
    if (!which[0]) snprintf(which, sizeof which, "device %u", device->device_index);
    snprintf(out, ND_RECORD_IDENTITY, "%s|%s|%s|%s|%s|%s|nadir %s", device->platform_name, device->platform_version,
             device->vendor, device->name, device->driver_version, which, nadir_version());
}

/* $XDG_CACHE_HOME/nadir, or $HOME/.cache/nadir. As its specification asks, a relative XDG_CACHE_HOME is ignored. */
static enum nadir_status find_folder(char out[PATH])
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    int length;
    if (cache && cache[0] == '/') length = snprintf(out, PATH, "%s/nadir", cache);
    else if (home && home[0] == '/') length = snprintf(out, PATH, "%s/.cache/nadir", home);
    else return nadir__fail(NADIR_ERROR_IO, "no folder for device records: set XDG_CACHE_HOME or HOME to an absolute path");
    if (length >= PATH) return nadir__fail(NADIR_ERROR_IO, "the path of XDG_CACHE_HOME or HOME is longer than %d bytes", PATH);
    return NADIR_OK;
}

/* A sum over the identity is a short name for it; the file itself holds the identity in full. */
enum nadir_status nadir__record_file(char *out, size_t size, const char *kind, const char *identity)
{
    enum nadir_status status;
    char folder[PATH];
    const unsigned long sum = crc32(0, (const unsigned char *)identity, (uInt)strlen(identity));
    ND_TRY(find_folder(folder));
    if ((size_t)snprintf(out, size, "%s/%s-%08lx.json", folder, kind, sum) >= size)
        status = nadir__fail(NADIR_ERROR_IO, "the path of device records is longer than %zu bytes", size);
out:
    return status;
}

enum nadir_status nadir__record_path(char *out, size_t size, const struct nadir_device *device)
{
    char identity[ND_RECORD_IDENTITY];
    nadir__record_identity(identity, device);
    return nadir__record_file(out, size, "device", identity);
}

/* --- Reading. --- */

static bool is_number(const cJSON *item, double low, double high)
{
    return cJSON_IsNumber(item) && item->valuedouble >= low && item->valuedouble <= high;
}

static bool parse_score(struct nadir_device_score *out, const cJSON *score)
{
    static const struct {
        const char *name;
        size_t offset;
    } fields[] = {
        {"gemm_small_flops", offsetof(struct nadir_device_score, gemm_small)},
        {"gemm_large_flops", offsetof(struct nadir_device_score, gemm_large)},
        {"copy_bytes_per_second", offsetof(struct nadir_device_score, copy)},
        {"launch_seconds", offsetof(struct nadir_device_score, launch)},
    };
    const cJSON *measured_at = cJSON_GetObjectItemCaseSensitive(score, "measured_at");
    if (cJSON_IsNull(score)) return true;
    if (!is_number(measured_at, 1, latest)) return false;
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        const cJSON *item = cJSON_GetObjectItemCaseSensitive(score, fields[i].name);
        if (!is_number(item, 1e-12, 1e24)) return false;
        memcpy((char *)out + fields[i].offset, &item->valuedouble, sizeof item->valuedouble);
    }
    out->measured_at = (int64_t)measured_at->valuedouble;
    return true;
}

static bool parse_health(struct nadir_device_record *out, const cJSON *root)
{
    const cJSON *health = cJSON_GetObjectItemCaseSensitive(root, "health");
    const cJSON *checked_at = cJSON_GetObjectItemCaseSensitive(root, "checked_at");
    const cJSON *note = cJSON_GetObjectItemCaseSensitive(root, "note");
    if (!cJSON_IsString(health) || !is_number(checked_at, 0, latest) || !cJSON_IsString(note)) return false;
    for (unsigned i = 0; i < HEALTHS; i++) {
        if (strcmp(health->valuestring, health_names[i]) != 0) continue;
        out->health = (enum nadir_health)i;
        out->checked_at = (int64_t)checked_at->valuedouble;
        nadir__device_text(out->note, sizeof out->note, note->valuestring, strlen(note->valuestring));
        return true;
    }
    return false;
}

enum nadir_status nadir__record_parse(struct nadir_device_record *out, const struct nadir_device *device, const char *text,
                                      size_t size)
{
    enum nadir_status status = NADIR_OK;
    struct nadir_device_record record = {0};
    char identity[ND_RECORD_IDENTITY];
    cJSON *root = cJSON_ParseWithLength(text, size);
    const cJSON *name = cJSON_GetObjectItemCaseSensitive(root, "schema");
    const cJSON *owner = cJSON_GetObjectItemCaseSensitive(root, "device");
    const cJSON *score = cJSON_GetObjectItemCaseSensitive(root, "score");
    nadir__record_identity(identity, device);
    if (!cJSON_IsString(name) || strcmp(name->valuestring, schema) != 0 || !cJSON_IsString(owner) || !score) {
        status = nadir__fail(NADIR_ERROR_FORMAT, "no record of a device");
    } else if (strcmp(owner->valuestring, identity) != 0) {
        *out = (struct nadir_device_record){0}; /* another device with the same sum: nothing is known of this one */
    } else if (!parse_score(&record.score, score) || !parse_health(&record, root)) {
        status = nadir__fail(NADIR_ERROR_FORMAT, "a value of the record is missing or out of range");
    } else {
        *out = record;
    }
    cJSON_Delete(root);
    return status;
}

void nadir__record_read(struct nadir_device *device)
{
    const struct nadir_error before = *nadir_last_error();
    char path[PATH], *text = NULL;
    size_t size = 0;
    device->record = (struct nadir_device_record){0};
    enum nadir_status status = nadir__record_path(path, sizeof path, device);
    struct stat information;
    if (status == NADIR_OK && stat(path, &information) == 0) {
        status = nadir__file_read(&text, &size, path, RECORD_LIMIT);
        if (status == NADIR_OK) status = nadir__record_parse(&device->record, device, text, size);
        if (status != NADIR_OK)
            nadir__log(NADIR_LOG_WARNING, "ignored the device record %s: %s", path, nadir_last_error()->message);
    }
    free(text);
    nadir__error_restore(&before);
}

/* --- Writing. --- */

enum nadir_status nadir__record_make_folder(void)
{
    enum nadir_status status;
    char folder[PATH];
    ND_TRY(find_folder(folder));
    for (char *end = folder; *end;) {
        end += 1 + strcspn(end + 1, "/");
        const char rest = *end;
        *end = 0;
        if (mkdir(folder, 0700) != 0 && errno != EEXIST) {
            status = nadir__fail(NADIR_ERROR_IO, "cannot make the folder %s: %s", folder, strerror(errno));
            goto out;
        }
        *end = rest;
    }
out:
    return status;
}

enum nadir_status nadir__record_write(const char *path, const char *text)
{
    enum nadir_status status;
    struct nadir__file file = {0};
    ND_TRY(nadir__record_make_folder());
    ND_TRY(nadir__file_create(&file, path));
    fputs(text, file.stream);
    status = nadir__file_commit(&file);
out:
    return status;
}

static char *print_record(const struct nadir_device *device, const struct nadir_device_record *record)
{
    char identity[ND_RECORD_IDENTITY];
    const struct nadir_device_score *score = &record->score;
    cJSON *root = cJSON_CreateObject();
    nadir__record_identity(identity, device);
    cJSON_AddStringToObject(root, "schema", schema);
    cJSON_AddStringToObject(root, "device", identity);
    cJSON_AddStringToObject(root, "health", health_names[record->health]);
    cJSON_AddNumberToObject(root, "checked_at", (double)record->checked_at);
    cJSON_AddStringToObject(root, "note", record->note);
    if (score->measured_at > 0) {
        cJSON *object = cJSON_AddObjectToObject(root, "score");
        cJSON_AddNumberToObject(object, "gemm_small_flops", score->gemm_small);
        cJSON_AddNumberToObject(object, "gemm_large_flops", score->gemm_large);
        cJSON_AddNumberToObject(object, "copy_bytes_per_second", score->copy);
        cJSON_AddNumberToObject(object, "launch_seconds", score->launch);
        cJSON_AddNumberToObject(object, "measured_at", (double)score->measured_at);
    } else {
        cJSON_AddNullToObject(root, "score");
    }
    char *text = cJSON_Print(root);
    cJSON_Delete(root);
    return text;
}

static bool is_score(const struct nadir_device_score *score)
{
    const double parts[] = {score->gemm_small, score->gemm_large, score->copy, score->launch};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (!(parts[i] >= 1e-12 && parts[i] <= 1e24)) return false;
    return true;
}

enum nadir_status nadir_device_record_store(struct nadir_device *device, const struct nadir_device_record *record)
{
    enum nadir_status status = NADIR_OK;
    char path[PATH], *text = NULL;
    ND_CHECK_ARG(device && record, "device record: device or record is NULL");
    ND_CHECK_ARG((unsigned)record->health < HEALTHS, "device record: health = %d is unknown", (int)record->health);
    ND_CHECK_ARG(record->checked_at >= 0 && (double)record->checked_at <= latest && record->score.measured_at >= 0 &&
                     (double)record->score.measured_at <= latest,
                 "device record: a time is before 1970 or after 9999");
    ND_CHECK_ARG(record->score.measured_at == 0 || is_score(&record->score),
                 "device record: a rate or the launch time of the score is not a positive number");
    struct nadir_device_record stored = *record;
    nadir__device_text(stored.note, sizeof stored.note, record->note, sizeof record->note);
    device->record = stored;
    ND_TRY(nadir__record_path(path, sizeof path, device));
    text = print_record(device, &stored);
    if (!text) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for a device record");
        goto out;
    }
    status = nadir__record_write(path, text);
out:
    cJSON_free(text);
    return status;
}
