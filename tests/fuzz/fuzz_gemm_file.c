/* SPDX-License-Identifier: MIT */
/* Files of matrix products: the input is a file, in which each byte 1 stands for whom it belongs to, a device without a name.
 * What is accepted is within its bounds, is judged by the back ends, stored and read again. */
#include "fuzz.h"

#include "ops/gemm_state_priv.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <unistd.h>

static char folder[] = "/tmp/nadir-fuzz-XXXXXX";
static char *owner; /* as files name the device */
static const struct nadir_device device = {.name = "", .type = NADIR_DEVICE_CPU, .compute_units = 2, .max_work_group = 4096,
                                           .local_memory = 32768, .float_vector = 8};

static void remove_folder(void)
{
    char path[1200], lock[1210];
    if (nadir__gemm_file_path(path, sizeof path, &device) == NADIR_OK) {
        snprintf(lock, sizeof lock, "%s.lock", path);
        unlink(path);
        unlink(lock);
        *strrchr(path, '/') = 0;
        rmdir(path);
    }
    rmdir(folder);
    free(owner);
}

static void store(struct nadir__gemm_file *file)
{
    struct nadir__gemm_change change;
    FUZZ_CHECK(nadir__gemm_change_begin(&change, &device) == NADIR_OK, "%s", nadir_last_error()->message);
    nadir__gemm_file_free(&change.file);
    change.file = *file;
    FUZZ_CHECK(nadir__gemm_change_commit(&change) == NADIR_OK, "%s", nadir_last_error()->message);
}

/* What files say of the device, in quotes as there. */
static void find_owner(void)
{
    struct nadir__gemm_file nothing = {0};
    char path[1200], text[4096] = "";
    FUZZ_CHECK(mkdtemp(folder) && setenv("XDG_CACHE_HOME", folder, 1) == 0, "no folder");
    store(&nothing);
    FUZZ_CHECK(nadir__gemm_file_path(path, sizeof path, &device) == NADIR_OK, "no path");
    FILE *stream = fopen(path, "rb");
    FUZZ_CHECK(stream && fread(text, 1, sizeof text - 1, stream) > 0, "no file");
    fclose(stream);
    cJSON *root = cJSON_Parse(text);
    owner = cJSON_PrintUnformatted(cJSON_GetObjectItem(root, "device"));
    FUZZ_CHECK(owner, "no device in %s", text);
    cJSON_Delete(root);
    atexit(remove_folder);
}

/* As it is after reading a file: with a 0 behind the last byte. */
static char *make_text(const uint8_t *data, size_t size, size_t *length)
{
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

/* Back ends have the last word, and must survive whatever values they are asked about. */
static void judge(const struct nadir__gemm_choice *choice, enum nadir_walk walk, size_t size)
{
    struct nadir_context context = {.device = device, .walk = walk, .loop_rounds = SIZE_MAX};
    const struct nadir_matrix x = {.rows = size, .cols = size, .leading = size, .batch = 1};
    const struct nadir__gemm gemm = {.m = size, .n = size, .k = size, .batch = 1, .alpha = 1, .a = x, .b = x, .c = x};
    char path[ND_GEMM_PATH], text[NADIR_GEMM_TEXT];
    context.geometry[NADIR_WALK_CPU] = (struct nadir__geometry){.work_group = 1, .vector = 8, .chunk = 16384};
    context.geometry[NADIR_WALK_GPU] = (struct nadir__geometry){.work_group = 256, .vector = 4, .chunk = 4096};
    nadir__gemm_choice_text(text, choice);
    fuzz_check_printable(text);
    const enum nadir_status status = nadir__gemm_backends[choice->backend]->accepts(&context, &gemm, choice);
    if (status != NADIR_OK) {
        fuzz_check_failure(status);
        return;
    }
    nadir__gemm_backends[choice->backend]->path(&context, &gemm, choice, path);
    FUZZ_CHECK(memchr(path, 0, sizeof path), "a path without an end");
    fuzz_check_printable(path);
}

static void check_file(const struct nadir__gemm_file *file)
{
    FUZZ_CHECK(file->tuned_at >= 0 && file->quick_seconds >= 0 && isfinite(file->quick_seconds), "a time before 1970");
    if (nadir__clblast_check_set(&device, &file->clblast) != NADIR_OK) fuzz_check_printable(nadir_last_error()->message);
    for (size_t i = 0; i < file->entry_count; i++) {
        const struct nadir__gemm_entry *entry = &file->entries[i];
        const struct nadir__gemm_choice *choice = &entry->choice;
        struct nadir__gemm_class again;
        char text[ND_GEMM_CLASS];
        FUZZ_CHECK(entry->walk == NADIR_WALK_CPU || entry->walk == NADIR_WALK_GPU, "walk %d", (int)entry->walk);
        FUZZ_CHECK(entry->flops >= 0 && isfinite(entry->flops), "%g FLOP/s", entry->flops);
        FUZZ_CHECK(nadir__gemm_file_find(file, entry->walk, &entry->kind) == entry, "a class is there twice");
        FUZZ_CHECK(choice->backend > NADIR_GEMM_AUTO && choice->backend < NADIR_GEMM_COUNT, "back end %d",
                   (int)choice->backend);
        for (unsigned v = 0; v < ND_GEMM_VALUES; v++)
            FUZZ_CHECK(choice->values[v] == 0 || nadir__gemm_backends[choice->backend]->value_names[v], "value %u", v);
        nadir__gemm_class_print(text, &entry->kind);
        FUZZ_CHECK(nadir__gemm_class_parse(&again, text), "class %s", text);
        for (size_t size = 1; size < 600; size = size * 6 + 1) judge(choice, entry->walk, size);
    }
    for (size_t i = 0; i < file->verdict_count; i++) {
        const struct nadir__gemm_verdict *verdict = &file->verdicts[i];
        FUZZ_CHECK(memchr(verdict->path, 0, sizeof verdict->path) && memchr(verdict->note, 0, sizeof verdict->note), "no end");
        FUZZ_CHECK(nadir__gemm_file_find_verdict(file, verdict->path) == verdict, "a path is there twice");
        fuzz_check_printable(verdict->path);
        if (verdict->note[0]) fuzz_check_printable(verdict->note);
    }
}

/* cJSON writes 15 digits where reading them back comes close enough. */
static bool is_near(double a, double b)
{
    return fabs(a - b) <= 1e-15 * fabs(b);
}

static void expect_same(const struct nadir__gemm_file *got, const struct nadir__gemm_file *want)
{
    FUZZ_CHECK(got->tuned_at == want->tuned_at && is_near(got->quick_seconds, want->quick_seconds) &&
                   got->entry_count == want->entry_count && got->verdict_count == want->verdict_count &&
                   memcmp(&got->clblast, &want->clblast, sizeof want->clblast) == 0,
               "another file came back");
    for (size_t i = 0; i < want->entry_count; i++) {
        const struct nadir__gemm_entry *x = &got->entries[i], *y = &want->entries[i];
        FUZZ_CHECK(x->walk == y->walk && memcmp(&x->choice, &y->choice, sizeof x->choice) == 0 && x->tuned == y->tuned &&
                       is_near(x->flops, y->flops) && nadir__gemm_file_find(got, y->walk, &y->kind) == x,
                   "another choice came back");
    }
    for (size_t i = 0; i < want->verdict_count; i++)
        FUZZ_CHECK(strcmp(got->verdicts[i].path, want->verdicts[i].path) == 0 &&
                       strcmp(got->verdicts[i].note, want->verdicts[i].note) == 0 &&
                       got->verdicts[i].right == want->verdicts[i].right,
                   "another verdict came back");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!owner) find_owner();
    struct nadir__gemm_file file, before, again;
    memset(&file, 0x55, sizeof file);
    memset(&before, 0x55, sizeof before);
    size_t length;
    char *text = make_text(data, size, &length);
    const enum nadir_status status = nadir__gemm_file_parse(&file, &device, text, length);
    free(text);
    if (status != NADIR_OK) {
        fuzz_check_failure(status);
        FUZZ_CHECK(memcmp(&file, &before, sizeof file) == 0, "a failure changed the result");
        return 0;
    }
    check_file(&file);
    store(&file);
    nadir__gemm_file_read(&again, &device);
    expect_same(&again, &file);
    nadir__gemm_file_free(&again);
    nadir__gemm_file_free(&file);
    return 0;
}
