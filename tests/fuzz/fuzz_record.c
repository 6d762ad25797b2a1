/* SPDX-License-Identifier: MIT */
/* Device records: the input is a file, in which each byte 1 stands for whom it belongs to, a device without a name. What is
 * accepted is stored and read again. */
#include "fuzz.h"

#include "device/record_priv.h"

#include <math.h>
#include <unistd.h>

static char folder[] = "/tmp/nadir-fuzz-XXXXXX";

static void remove_folder(void)
{
    char path[1200];
    const struct nadir_device device = {.name = ""};
    if (nadir__record_path(path, sizeof path, &device) == NADIR_OK) {
        unlink(path);
        *strrchr(path, '/') = 0;
        rmdir(path);
    }
    rmdir(folder);
}

/* cJSON writes 15 digits where reading them back comes close enough. */
static bool is_near(double a, double b)
{
    return fabs(a - b) <= 1e-15 * fabs(b);
}

static void check_record(const struct nadir_device_record *record)
{
    const struct nadir_device_score *score = &record->score;
    FUZZ_CHECK(record->health == NADIR_HEALTH_UNKNOWN || record->health == NADIR_HEALTH_PASS ||
                   record->health == NADIR_HEALTH_FAIL,
               "health %d", (int)record->health);
    FUZZ_CHECK(record->checked_at >= 0 && score->measured_at >= 0, "a time before 1970");
    FUZZ_CHECK(memchr(record->note, 0, sizeof record->note), "a note without an end");
    if (record->note[0]) fuzz_check_printable(record->note);
    const double seconds = nadir_predict_reference(score);
    if (score->measured_at) FUZZ_CHECK(seconds > 0 && isfinite(seconds), "a step of %g s", seconds);
    else FUZZ_CHECK(seconds == INFINITY && score->copy == 0 && score->launch == 0, "an unmeasured score");
}

/* As it is after reading a file: with a 0 behind the last byte. */
static char *make_text(const uint8_t *data, size_t size, size_t *length)
{
    char owner[64];
    snprintf(owner, sizeof owner, "||||||nadir %s", nadir_version());
    *length = 0;
    for (size_t i = 0; i < size; i++) *length += data[i] == 1 ? strlen(owner) : 1;
    char *text = malloc(*length + 1), *at = text;
    FUZZ_CHECK(text, "no memory");
    for (size_t i = 0; i < size; i++) {
        const size_t part = data[i] == 1 ? strlen(owner) : 1;
        memcpy(at, data[i] == 1 ? owner : (const char *)&data[i], part);
        at += part;
    }
    *at = 0;
    return text;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool ready;
    if (!ready) {
        FUZZ_CHECK(mkdtemp(folder) && setenv("XDG_CACHE_HOME", folder, 1) == 0, "no folder");
        atexit(remove_folder);
        ready = true;
    }
    struct nadir_device device = {.name = ""};
    struct nadir_device_record record, before;
    memset(&record, 0x55, sizeof record);
    memset(&before, 0x55, sizeof before);
    size_t length;
    char *text = make_text(data, size, &length);
    const enum nadir_status status = nadir__record_parse(&record, &device, text, length);
    free(text);
    if (status != NADIR_OK) {
        fuzz_check_failure(status);
        FUZZ_CHECK(memcmp(&record, &before, sizeof record) == 0, "a failure changed the record");
        return 0;
    }
    check_record(&record);

    FUZZ_CHECK(nadir_device_record_store(&device, &record) == NADIR_OK, "%s", nadir_last_error()->message);
    memset(&device.record, 0x55, sizeof device.record);
    nadir__record_read(&device);
    const struct nadir_device_score *was = &record.score, *is = &device.record.score;
    FUZZ_CHECK(device.record.health == record.health && device.record.checked_at == record.checked_at &&
                   strcmp(device.record.note, record.note) == 0 && is->measured_at == was->measured_at,
               "another record came back");
    FUZZ_CHECK(is_near(is->gemm_small, was->gemm_small) && is_near(is->gemm_large, was->gemm_large) &&
                   is_near(is->copy, was->copy) && is_near(is->launch, was->launch),
               "another score came back");
    return 0;
}
