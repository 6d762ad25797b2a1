/* SPDX-License-Identifier: MIT */
/* The user's file about a device's matrix products: choices, CLBlast's parameters, verdicts. One small JSON file for each
 * device, driver and version of Nadir. */
#define _GNU_SOURCE /* dladdr */
#include "gemm_state_priv.h"

#include "base/clock_priv.h"
#include "base/file_priv.h"
#include "base/log_priv.h"
#include "base/status_priv.h"
#include "base/text_priv.h"
#include "device/record_priv.h"
#include "runtime/kernels_priv.h"

#include <cjson/cJSON.h>
#include <clblast_c.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

enum { FILE_LIMIT = 1 << 20, MOST_ENTRIES = 512, MOST_VERDICTS = 1024, IDENTITY = ND_RECORD_IDENTITY + 96, PATH = 1024 };
enum { VERSION = 1, MOST_VALUE = 1 << 20 };
static const char schema[] = "nadir-gemm";
static const double latest = 253402300799; /* the end of the year 9999, in seconds since 1970 */
static const double patience = 2;          /* seconds, for others that write */

static const char *const walk_names[] = {[NADIR_WALK_CPU] = "cpu", [NADIR_WALK_GPU] = "gpu"};
static const char *const source_names[] = {"quick", "tune"};

/* --- Where. --- */

/* The device, and the kernels and the CLBlast that were measured and checked. */
static void print_identity(char out[IDENTITY], const struct nadir_device *device)
{
    uLong sum = crc32(0, NULL, 0);
    for (size_t i = 0; i < nadir__kernel_source_count; i++) {
        const struct nadir__kernel_source *source = &nadir__kernel_sources[i];
        if (strncmp(source->name, "gemm", strlen("gemm")) == 0)
            sum = crc32(sum, (const unsigned char *)source->text, (uInt)source->length);
    }
    /* CLBlast does not tell its version: the file it comes from stands for it. */
    Dl_info library;
    struct stat about = {0};
    if (dladdr((void *)(uintptr_t)CLBlastSgemm, &library) != 0 && library.dli_fname) (void)stat(library.dli_fname, &about);
    nadir__record_identity(out, device);
    const size_t used = strlen(out);
    snprintf(out + used, IDENTITY - used, "|kernels %08lx|clblast %lld of %lld", sum, (long long)about.st_size,
             (long long)about.st_mtime);
}

enum nadir_status nadir__gemm_file_path(char *out, size_t size, const struct nadir_device *device)
{
    char identity[IDENTITY];
    print_identity(identity, device);
    return nadir__record_file(out, size, "gemm", identity);
}

/* --- Content. --- */

void nadir__gemm_file_free(struct nadir__gemm_file *file)
{
    free(file->entries);
    free(file->verdicts);
    *file = (struct nadir__gemm_file){0};
}

static bool same_class(const struct nadir__gemm_class *x, const struct nadir__gemm_class *y)
{
    return x->m == y->m && x->n == y->n && x->k == y->k && x->transpose_a == y->transpose_a &&
           x->transpose_b == y->transpose_b && x->batched == y->batched && x->a == y->a && x->b == y->b && x->c == y->c;
}

const struct nadir__gemm_entry *nadir__gemm_file_find(const struct nadir__gemm_file *file, enum nadir_walk walk,
                                                      const struct nadir__gemm_class *kind)
{
    for (size_t i = 0; i < file->entry_count; i++)
        if (file->entries[i].walk == walk && same_class(&file->entries[i].kind, kind)) return &file->entries[i];
    return NULL;
}

const struct nadir__gemm_verdict *nadir__gemm_file_find_verdict(const struct nadir__gemm_file *file, const char *path)
{
    for (size_t i = 0; i < file->verdict_count; i++)
        if (strcmp(file->verdicts[i].path, path) == 0) return &file->verdicts[i];
    return NULL;
}

enum nadir_status nadir__gemm_file_put(struct nadir__gemm_file *file, const struct nadir__gemm_entry *entry, bool replace)
{
    struct nadir__gemm_entry *there = (struct nadir__gemm_entry *)nadir__gemm_file_find(file, entry->walk, &entry->kind);
    if (there && !replace) return NADIR_OK;
    if (!there && file->entry_count == MOST_ENTRIES) {
        there = file->entries;
        while (there->tuned && there < file->entries + MOST_ENTRIES - 1) there++;
    }
    if (!there) {
        struct nadir__gemm_entry *grown = realloc(file->entries, (file->entry_count + 1) * sizeof *grown);
        if (!grown) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for choices of matrix products");
        file->entries = grown;
        there = &grown[file->entry_count++];
    }
    *there = *entry;
    return NADIR_OK;
}

enum nadir_status nadir__gemm_file_put_verdict(struct nadir__gemm_file *file, const struct nadir__gemm_verdict *verdict)
{
    struct nadir__gemm_verdict *there = (struct nadir__gemm_verdict *)nadir__gemm_file_find_verdict(file, verdict->path);
    if (there && !there->right) return NADIR_OK;
    if (!there && file->verdict_count == MOST_VERDICTS) {
        there = file->verdicts;
        while (!there->right && there < file->verdicts + MOST_VERDICTS - 1) there++;
    }
    if (!there) {
        struct nadir__gemm_verdict *grown = realloc(file->verdicts, (file->verdict_count + 1) * sizeof *grown);
        if (!grown) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for verdicts on matrix products");
        file->verdicts = grown;
        there = &grown[file->verdict_count++];
    }
    *there = *verdict;
    return NADIR_OK;
}

/* --- Reading. The text may hold anything. --- */

static bool is_number(const cJSON *item, double low, double high)
{
    return cJSON_IsNumber(item) && item->valuedouble >= low && item->valuedouble <= high;
}

static bool is_whole(const cJSON *item, double low, double high)
{
    return is_number(item, low, high) && floor(item->valuedouble) == item->valuedouble;
}

static bool is_text(const cJSON *item, const char *text)
{
    return cJSON_IsString(item) && strcmp(item->valuestring, text) == 0;
}

/* That `item` is an object with all of these keys, each once, and no others; found[i] is the value of names[i]. Names end with
 * `count` or a NULL. */
static bool read_object(const cJSON *item, const char *const *names, size_t count, const cJSON **found)
{
    size_t expected = 0, seen = 0;
    if (!cJSON_IsObject(item)) return false;
    while (expected < count && names[expected]) found[expected++] = NULL;
    for (const cJSON *child = item->child; child; child = child->next) {
        size_t i = 0;
        while (i < expected && strcmp(child->string, names[i]) != 0) i++;
        if (i == expected || found[i]) return false;
        found[i] = child;
        seen++;
    }
    return seen == expected;
}

/* Parameters of kernels of CLBlast's: all of a kernel's, or none. */
static bool parse_clblast(struct nadir__clblast_set *out, const cJSON *item)
{
    if (!cJSON_IsObject(item)) return false;
    for (const cJSON *child = item->child; child; child = child->next) {
        const cJSON *found[ND_CLBLAST_PARAMETERS];
        size_t k = 0;
        while (k < ND_CLBLAST_KERNELS && strcmp(child->string, nadir__clblast_kernels[k].name) != 0) k++;
        if (k == ND_CLBLAST_KERNELS || out->given[k]) return false;
        const char *const *names = nadir__clblast_kernels[k].parameters;
        if (!read_object(child, names, ND_CLBLAST_PARAMETERS, found)) return false;
        for (size_t i = 0; i < ND_CLBLAST_PARAMETERS && names[i]; i++) {
            if (!is_whole(found[i], 0, MOST_VALUE)) return false;
            out->values[k][i] = (unsigned)found[i]->valuedouble;
        }
        out->given[k] = true;
    }
    return true;
}

static bool parse_choice(struct nadir__gemm_choice *out, const cJSON *backend, const cJSON *values)
{
    if (!cJSON_IsString(backend) || !cJSON_IsObject(values)) return false;
    for (int i = 0; i < NADIR_GEMM_COUNT; i++)
        if (nadir__gemm_backends[i] && strcmp(nadir__gemm_backends[i]->name, backend->valuestring) == 0)
            out->backend = (enum nadir_gemm_backend)i;
    if (out->backend == NADIR_GEMM_AUTO) return false;
    const char *const *names = nadir__gemm_backends[out->backend]->value_names;
    for (const cJSON *child = values->child; child; child = child->next) {
        size_t i = 0;
        while (i < ND_GEMM_VALUES && !(names[i] && strcmp(names[i], child->string) == 0)) i++;
        if (i == ND_GEMM_VALUES || out->values[i] || !is_whole(child, 1, MOST_VALUE)) return false;
        out->values[i] = (unsigned)child->valuedouble;
    }
    return true;
}

static const char *const entry_keys[] = {"walk", "class", "backend", "values", "flops", "source"};
enum { ENTRY_KEYS = sizeof entry_keys / sizeof entry_keys[0] };

static bool parse_entry(struct nadir__gemm_entry *out, const cJSON *item)
{
    const cJSON *found[ENTRY_KEYS];
    *out = (struct nadir__gemm_entry){0};
    if (!read_object(item, entry_keys, ENTRY_KEYS, found)) return false;
    for (int walk = NADIR_WALK_CPU; walk <= NADIR_WALK_GPU; walk++)
        if (is_text(found[0], walk_names[walk])) out->walk = (enum nadir_walk)walk;
    if (out->walk == NADIR_WALK_AUTO || !cJSON_IsString(found[1]) ||
        !nadir__gemm_class_parse(&out->kind, found[1]->valuestring) || !parse_choice(&out->choice, found[2], found[3]) ||
        !is_number(found[4], 0, 1e24))
        return false;
    out->flops = found[4]->valuedouble;
    out->tuned = is_text(found[5], source_names[1]);
    return out->tuned || is_text(found[5], source_names[0]);
}

static const char *const verdict_keys[] = {"path", "right", "note"};
enum { VERDICT_KEYS = sizeof verdict_keys / sizeof verdict_keys[0] };

static bool parse_verdict(struct nadir__gemm_verdict *out, const cJSON *item)
{
    const cJSON *found[VERDICT_KEYS];
    *out = (struct nadir__gemm_verdict){0};
    if (!read_object(item, verdict_keys, VERDICT_KEYS, found) || !cJSON_IsString(found[0]) || !cJSON_IsBool(found[1]) ||
        !cJSON_IsString(found[2]) || strlen(found[0]->valuestring) >= sizeof out->path)
        return false;
    snprintf(out->path, sizeof out->path, "%s", found[0]->valuestring);
    snprintf(out->note, sizeof out->note, "%s", found[2]->valuestring);
    nadir__text_clean(out->path);
    nadir__text_clean(out->note);
    out->right = cJSON_IsTrue(found[1]);
    return out->path[0] && strcmp(out->path, found[0]->valuestring) == 0;
}

static const char *const file_keys[] = {"schema", "version", "device", "tuned_at", "quick_seconds", "clblast", "choices",
                                        "verdicts"};
enum { FILE_KEYS = sizeof file_keys / sizeof file_keys[0] };

/* FORMAT, with what is wrong. */
static enum nadir_status parse_content(struct nadir__gemm_file *file, const cJSON *const found[FILE_KEYS])
{
    enum nadir_status status = NADIR_OK;
    size_t count = 0;
    if (!is_whole(found[3], 0, latest) || !is_number(found[4], 0, 1e9))
        return nadir__fail(NADIR_ERROR_FORMAT, "tuned_at or quick_seconds is no time");
    file->tuned_at = (int64_t)found[3]->valuedouble;
    file->quick_seconds = found[4]->valuedouble;
    if (!parse_clblast(&file->clblast, found[5])) return nadir__fail(NADIR_ERROR_FORMAT, "clblast holds no sets of parameters");
    if (!cJSON_IsArray(found[6]) || !cJSON_IsArray(found[7]))
        return nadir__fail(NADIR_ERROR_FORMAT, "choices or verdicts is no list");
    for (const cJSON *item = found[6]->child; item; item = item->next, count++) {
        struct nadir__gemm_entry entry;
        if (count >= MOST_ENTRIES || !parse_entry(&entry, item) || nadir__gemm_file_find(file, entry.walk, &entry.kind))
            return nadir__fail(NADIR_ERROR_FORMAT, "choices[%zu] is no choice, is there twice, or is one too many", count);
        ND_TRY(nadir__gemm_file_put(file, &entry, false));
    }
    count = 0;
    for (const cJSON *item = found[7]->child; item; item = item->next, count++) {
        struct nadir__gemm_verdict verdict;
        if (count >= MOST_VERDICTS || !parse_verdict(&verdict, item) || nadir__gemm_file_find_verdict(file, verdict.path))
            return nadir__fail(NADIR_ERROR_FORMAT, "verdicts[%zu] is no verdict, is there twice, or is one too many", count);
        ND_TRY(nadir__gemm_file_put_verdict(file, &verdict));
    }
out:
    return status;
}

enum nadir_status nadir__gemm_file_parse(struct nadir__gemm_file *out, const struct nadir_device *device, const char *text,
                                         size_t size)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__gemm_file file = {0};
    const cJSON *found[FILE_KEYS];
    char identity[IDENTITY];
    /* With the 0 behind it, where it has to end. */
    cJSON *root = cJSON_ParseWithLengthOpts(text, size + 1, NULL, true);
    print_identity(identity, device);
    if (!root || memchr(text, 0, size) || !read_object(root, file_keys, FILE_KEYS, found) || !is_text(found[0], schema) ||
        !is_whole(found[1], VERSION, VERSION) || !cJSON_IsString(found[2])) {
        status = nadir__fail(NADIR_ERROR_FORMAT, "no file of matrix products, version %d", VERSION);
        goto out;
    }
    /* Of another device, or of other kernels, with the same sum: nothing is known of this one. */
    if (strcmp(found[2]->valuestring, identity) == 0) ND_TRY(parse_content(&file, found));
    *out = file;
    file = (struct nadir__gemm_file){0};
out:
    nadir__gemm_file_free(&file);
    cJSON_Delete(root);
    return status;
}

static void read_path(struct nadir__gemm_file *out, const struct nadir_device *device, const char *path)
{
    const struct nadir_error before = *nadir_last_error();
    char *text = NULL;
    size_t size = 0;
    struct stat information;
    *out = (struct nadir__gemm_file){0};
    if (stat(path, &information) == 0) {
        enum nadir_status status = nadir__file_read(&text, &size, path, FILE_LIMIT);
        if (status == NADIR_OK) status = nadir__gemm_file_parse(out, device, text, size);
        if (status != NADIR_OK) nadir__log(NADIR_LOG_WARNING, "ignored %s: %s", path, nadir_last_error()->message);
    }
    free(text);
    nadir__error_restore(&before);
}

void nadir__gemm_file_read(struct nadir__gemm_file *out, const struct nadir_device *device)
{
    const struct nadir_error before = *nadir_last_error();
    char path[PATH];
    *out = (struct nadir__gemm_file){0};
    if (nadir__gemm_file_path(path, sizeof path, device) == NADIR_OK) read_path(out, device, path);
    nadir__error_restore(&before); /* no folder: no file */
}

enum nadir_status nadir__gemm_file_verdicts(const struct nadir_device *device, struct nadir__gemm_verdict *out, size_t capacity,
                                            size_t *count)
{
    struct nadir__gemm_file file;
    nadir__gemm_file_read(&file, device);
    *count = 0;
    for (int right = 0; right < 2; right++)
        for (size_t i = 0; i < file.verdict_count; i++) {
            if (file.verdicts[i].right != (right == 1)) continue;
            if (*count < capacity) out[*count] = file.verdicts[i];
            ++*count;
        }
    nadir__gemm_file_free(&file);
    return NADIR_OK;
}

/* --- Writing. --- */

static void add_clblast(cJSON *root, const struct nadir__clblast_set *set)
{
    cJSON *object = cJSON_AddObjectToObject(root, "clblast");
    for (size_t k = 0; k < ND_CLBLAST_KERNELS; k++) {
        if (!set->given[k]) continue;
        cJSON *kernel = cJSON_AddObjectToObject(object, nadir__clblast_kernels[k].name);
        for (size_t i = 0; i < ND_CLBLAST_PARAMETERS && nadir__clblast_kernels[k].parameters[i]; i++)
            cJSON_AddNumberToObject(kernel, nadir__clblast_kernels[k].parameters[i], set->values[k][i]);
    }
}

static void add_entry(cJSON *array, const struct nadir__gemm_entry *entry)
{
    const struct nadir__gemm_backend *backend = nadir__gemm_backends[entry->choice.backend];
    char kind[ND_GEMM_CLASS];
    cJSON *object = cJSON_CreateObject();
    nadir__gemm_class_print(kind, &entry->kind);
    cJSON_AddStringToObject(object, "walk", walk_names[entry->walk]);
    cJSON_AddStringToObject(object, "class", kind);
    cJSON_AddStringToObject(object, "backend", backend->name);
    cJSON *values = cJSON_AddObjectToObject(object, "values");
    for (size_t i = 0; i < ND_GEMM_VALUES; i++)
        if (backend->value_names[i] && entry->choice.values[i])
            cJSON_AddNumberToObject(values, backend->value_names[i], entry->choice.values[i]);
    cJSON_AddNumberToObject(object, "flops", entry->flops);
    cJSON_AddStringToObject(object, "source", source_names[entry->tuned]);
    cJSON_AddItemToArray(array, object);
}

static char *print_file(const struct nadir_device *device, const struct nadir__gemm_file *file)
{
    char identity[IDENTITY];
    cJSON *root = cJSON_CreateObject();
    print_identity(identity, device);
    cJSON_AddStringToObject(root, "schema", schema);
    cJSON_AddNumberToObject(root, "version", VERSION);
    cJSON_AddStringToObject(root, "device", identity);
    cJSON_AddNumberToObject(root, "tuned_at", (double)file->tuned_at);
    cJSON_AddNumberToObject(root, "quick_seconds", file->quick_seconds);
    add_clblast(root, &file->clblast);
    cJSON *choices = cJSON_AddArrayToObject(root, "choices");
    for (size_t i = 0; i < file->entry_count; i++) add_entry(choices, &file->entries[i]);
    cJSON *verdicts = cJSON_AddArrayToObject(root, "verdicts");
    for (size_t i = 0; i < file->verdict_count; i++) {
        cJSON *object = cJSON_CreateObject();
        cJSON_AddStringToObject(object, "path", file->verdicts[i].path);
        cJSON_AddBoolToObject(object, "right", file->verdicts[i].right);
        cJSON_AddStringToObject(object, "note", file->verdicts[i].note);
        cJSON_AddItemToArray(verdicts, object);
    }
    char *text = cJSON_Print(root);
    cJSON_Delete(root);
    return text;
}

/* The lock lies beside the file, which is replaced by each write. Others hold it for milliseconds; one that was stopped while
 * it did must not stop this process, too. */
static enum nadir_status take_lock(int *out, const char *path)
{
    char beside[PATH + 8];
    snprintf(beside, sizeof beside, "%s.lock", path);
    const int lock = open(beside, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0) return nadir__fail(NADIR_ERROR_IO, "cannot write %s: %s", beside, strerror(errno));
    const double start = nadir__seconds();
    while (flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const int reason = errno;
        if ((reason == EWOULDBLOCK || reason == EINTR) && nadir__seconds() - start < patience) {
            nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
            continue;
        }
        close(lock);
        return nadir__fail(NADIR_ERROR_IO, "cannot lock %s: %s", beside,
                           reason == EWOULDBLOCK ? "another process holds it" : strerror(reason));
    }
    *out = lock;
    return NADIR_OK;
}

enum nadir_status nadir__gemm_change_begin(struct nadir__gemm_change *change, const struct nadir_device *device)
{
    enum nadir_status status;
    *change = (struct nadir__gemm_change){.device = *device, .lock = -1};
    ND_TRY(nadir__gemm_file_path(change->path, sizeof change->path, device));
    ND_TRY(nadir__record_make_folder());
    ND_TRY(take_lock(&change->lock, change->path));
    read_path(&change->file, device, change->path);
out:
    return status;
}

enum nadir_status nadir__gemm_change_commit(struct nadir__gemm_change *change)
{
    enum nadir_status status = NADIR_OK;
    char *text = print_file(&change->device, &change->file);
    if (text) status = nadir__record_write(change->path, text);
    else status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %s", change->path);
    cJSON_free(text);
    nadir__gemm_change_abandon(change);
    return status;
}

void nadir__gemm_change_abandon(struct nadir__gemm_change *change)
{
    if (change->lock >= 0) close(change->lock);
    change->lock = -1;
}
