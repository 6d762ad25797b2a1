/* SPDX-License-Identifier: MIT */
/* Checkpoints as safetensors files: everything a file claims is checked when it is opened. */
#include "nadir/checkpoint.h"

#include "base/file_priv.h"
#include "base/number_priv.h"
#include "base/size_priv.h"
#include "base/status_priv.h"
#include "optim/optim_priv.h"
#include "runtime/runtime_priv.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LENGTH_SIZE = 8, MAX_HEADER = 100000000 /* as in the format's reference implementation */ };

static const char metadata_key[] = "__metadata__";

struct dtype {
    const char *name;
    unsigned bits;
};

static const struct dtype dtypes[] = {
    {"BOOL", 8},    {"U8", 8},         {"I8", 8},     {"F8_E5M2", 8}, {"F8_E4M3", 8}, {"F8_E8M0", 8}, {"F4", 4},
    {"F6_E2M3", 6}, {"F6_E3M2", 6},    {"I16", 16},   {"U16", 16},    {"F16", 16},    {"BF16", 16},   {"I32", 32},
    {"U32", 32},    {"F32", 32},       {"F64", 64},   {"I64", 64},    {"U64", 64},    {"C64", 64},
};

struct entry {
    const char *name;
    const struct dtype *dtype;
    unsigned rank;
    size_t shape[NADIR_MAX_RANK];
    size_t begin, end; /* bytes from the start of the data */
};

struct nadir_checkpoint {
    char *path;
    char *file;    /* the whole file */
    cJSON *header; /* owns the strings below */
    const char *data;
    size_t data_size;
    struct entry *tensors; /* by name */
    size_t tensor_count;
    struct nadir_metadata *metadata; /* by key */
    size_t metadata_count;
};

/* One tensor on the device and its name in the file. */
struct item {
    char name[128];
    struct nadir_tensor tensor;
};

/* Names appear in one-line messages. */
static bool has_control_character(const char *name)
{
    for (; *name; name++)
        if ((unsigned char)*name < ' ' || *name == 0x7f) return true;
    return false;
}

static void put_length(unsigned char bytes[LENGTH_SIZE], uint64_t length)
{
    for (unsigned i = 0; i < LENGTH_SIZE; i++) bytes[i] = (unsigned char)(length >> 8 * i);
}

static uint64_t get_length(const char *bytes)
{
    uint64_t length = 0;
    for (unsigned i = 0; i < LENGTH_SIZE; i++) length |= (uint64_t)(unsigned char)bytes[i] << 8 * i;
    return length;
}

/* --- What there is to be written or read. Lists are malloc'ed. --- */

static enum nadir_status list_parameters(struct item **items, size_t *count, const struct nadir_arena *arena)
{
    *count = nadir_arena_tensor_count(arena);
    *items = calloc(*count + 1, sizeof **items);
    if (!*items) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the names of %zu parameters", *count);
    for (size_t i = 0; i < *count; i++) {
        snprintf((*items)[i].name, sizeof (*items)[i].name, "%s", nadir_arena_name(arena, i));
        (*items)[i].tensor = nadir_arena_parameter(arena, i);
    }
    return NADIR_OK;
}

static enum nadir_status list_states(struct item **items, size_t *count, const struct nadir_optimizer *optimizer)
{
    const struct nadir_arena *arena = nadir__optimizer_arena(optimizer);
    const size_t tensors = nadir_arena_tensor_count(arena), states = nadir_optimizer_state_count(optimizer);
    *count = 0;
    *items = calloc(tensors * states + 1, sizeof **items);
    if (!*items) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the names of %zu states", tensors * states);
    for (size_t i = 0; i < tensors; i++) {
        for (size_t j = 0; j < states; j++) {
            struct item *item = &(*items)[*count];
            item->tensor = nadir_optimizer_state(optimizer, j, i);
            if (!item->tensor.buffer) continue;
            snprintf(item->name, sizeof item->name, "%s.%s", nadir_arena_name(arena, i),
                     nadir_optimizer_state_name(optimizer, j));
            ++*count;
        }
    }
    return NADIR_OK;
}

static const char *dtype_of(const struct nadir_tensor *tensor)
{
    return tensor->dtype == NADIR_U8 ? "U8" : "F32";
}

/* --- Writing. --- */

static enum nadir_status check_names(const struct nadir_arena *arena)
{
    for (size_t i = 0; i < nadir_arena_tensor_count(arena); i++) {
        const char *name = nadir_arena_name(arena, i);
        ND_CHECK_ARG(strcmp(name, metadata_key) != 0 && !has_control_character(name),
                     "parameter %zu has a name that safetensors files cannot hold: rename it", i);
    }
    return NADIR_OK;
}

/* Adds an item to the header. Its data begins at *offset, which moves behind it. */
static bool describe(cJSON *header, const struct item *item, size_t *offset)
{
    const struct nadir_tensor *tensor = &item->tensor;
    const size_t begin = *offset, end = begin + nadir_tensor_count(tensor) * nadir_dtype_size(tensor->dtype);
    cJSON *entry = cJSON_AddObjectToObject(header, item->name);
    cJSON *shape = NULL, *offsets = NULL;
    if (!entry || !cJSON_AddStringToObject(entry, "dtype", dtype_of(tensor)) ||
        !(shape = cJSON_AddArrayToObject(entry, "shape")))
        return false;
    for (unsigned i = 0; i < tensor->rank; i++)
        if (!cJSON_AddItemToArray(shape, cJSON_CreateNumber((double)tensor->shape[i]))) return false;
    if (!(offsets = cJSON_AddArrayToObject(entry, "data_offsets"))) return false;
    *offset = end;
    return cJSON_AddItemToArray(offsets, cJSON_CreateNumber((double)begin)) &&
           cJSON_AddItemToArray(offsets, cJSON_CreateNumber((double)end));
}

static char *make_header(const struct item *items, size_t item_count, const struct nadir_metadata *metadata, size_t count)
{
    char *text = NULL;
    size_t offset = 0;
    cJSON *header = cJSON_CreateObject();
    if (!header) return NULL;
    if (count > 0) {
        cJSON *pairs = cJSON_AddObjectToObject(header, metadata_key);
        if (!pairs) goto out;
        for (size_t i = 0; i < count; i++)
            if (!cJSON_AddStringToObject(pairs, metadata[i].key, metadata[i].value)) goto out;
    }
    for (size_t i = 0; i < item_count; i++)
        if (!describe(header, &items[i], &offset)) goto out;
    text = cJSON_PrintUnformatted(header);
out:
    cJSON_Delete(header);
    return text;
}

static enum nadir_status write_items(const char *path, struct nadir_context *context, const struct item *items,
                                     size_t item_count, const struct nadir_metadata *metadata, size_t count)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__file file = {0};
    size_t largest = 0;
    for (size_t i = 0; i < item_count; i++) {
        const size_t bytes = nadir_tensor_count(&items[i].tensor) * nadir_dtype_size(items[i].tensor.dtype);
        if (bytes > largest) largest = bytes;
    }
    char *header = make_header(items, item_count, metadata, count), *host = malloc(largest + 1);
    if (!header || !host) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory (%zu bytes) to save %s", largest, path);
        goto out;
    }

    ND_TRY(nadir__file_create(&file, path));
    const size_t length = strlen(header);
    const size_t padded = nadir__size_round_up(length, LENGTH_SIZE);
    unsigned char prefix[LENGTH_SIZE];
    put_length(prefix, padded);
    fwrite(prefix, 1, sizeof prefix, file.stream);
    fprintf(file.stream, "%s%*s", header, (int)(padded - length), "");
    for (size_t i = 0; i < item_count; i++) {
        const struct nadir_tensor *tensor = &items[i].tensor;
        if (nadir_tensor_count(tensor) == 0) continue;
        ND_TRY(nadir_tensor_download(context, tensor, host));
        fwrite(host, nadir_dtype_size(tensor->dtype), nadir_tensor_count(tensor), file.stream);
    }
    ND_TRY(nadir__file_commit(&file));
out:
    nadir__file_abandon(&file);
    cJSON_free(header);
    free(host);
    return status;
}

enum nadir_status nadir_checkpoint_save(const char *path, struct nadir_context *context, const struct nadir_arena *arena,
                                        const struct nadir_metadata *metadata, size_t count)
{
    enum nadir_status status;
    struct item *items = NULL;
    size_t item_count;
    ND_CHECK_ARG(path && context && arena && (metadata || count == 0), "nadir_checkpoint_save: an argument is NULL");
    for (size_t i = 0; i < count; i++) {
        ND_CHECK_ARG(metadata[i].key && metadata[i].value, "metadata[%zu] has a NULL key or value", i);
        for (size_t j = 0; j < i; j++)
            ND_CHECK_ARG(strcmp(metadata[i].key, metadata[j].key) != 0, "metadata[%zu] and metadata[%zu] have the same key, %s",
                         j, i, metadata[i].key);
    }
    ND_CHECK_ARG(nadir_arena_parameters(arena).buffer || nadir_arena_parameter_count(arena) == 0,
                 "the arena is not allocated: nadir_arena_allocate");
    ND_TRY(check_names(arena));
    ND_TRY(list_parameters(&items, &item_count, arena));
    ND_TRY(write_items(path, context, items, item_count, metadata, count));
out:
    free(items);
    return status;
}

/* --- Reading. --- */

/* cJSON lets control characters pass, and an escaped NUL cuts a string short without notice. */
static bool is_clean_text(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)text[i] < ' ' && text[i] != '\t' && text[i] != '\n' && text[i] != '\r') return false;
        if (text[i] != '\\') continue;
        i++;
        if (length - i >= 5 && memcmp(text + i, "u0000", 5) == 0) return false;
    }
    return true;
}

/* False unless `item` is a whole number that a double holds exactly. */
static bool get_size(const cJSON *item, size_t *out)
{
    if (!cJSON_IsNumber(item)) return false;
    const double x = item->valuedouble;
    if (!(x >= 0 && x < 0x1p53 && x <= (double)SIZE_MAX)) return false;
    *out = (size_t)x;
    return (double)*out == x;
}

static int compare_names(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    return strcmp(x->name, y->name);
}

static int compare_offsets(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    if (x->begin != y->begin) return x->begin < y->begin ? -1 : 1;
    return (x->end > y->end) - (x->end < y->end);
}

static int compare_keys(const void *a, const void *b)
{
    const struct nadir_metadata *x = a, *y = b;
    return strcmp(x->key, y->key);
}

static enum nadir_status read_metadata(struct nadir_checkpoint *checkpoint, const cJSON *object)
{
    if (!cJSON_IsObject(object))
        return nadir__fail(NADIR_ERROR_FORMAT, "%s: %s is not an object", checkpoint->path, metadata_key);
    checkpoint->metadata = calloc((size_t)cJSON_GetArraySize(object) + 1, sizeof *checkpoint->metadata);
    if (!checkpoint->metadata)
        return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the metadata of %s", checkpoint->path);
    const cJSON *item;
    cJSON_ArrayForEach(item, object)
    {
        if (!cJSON_IsString(item))
            return nadir__fail(NADIR_ERROR_FORMAT, "%s: a value in %s is not a string", checkpoint->path, metadata_key);
        checkpoint->metadata[checkpoint->metadata_count++] = (struct nadir_metadata){item->string, item->valuestring};
    }
    qsort(checkpoint->metadata, checkpoint->metadata_count, sizeof *checkpoint->metadata, compare_keys);
    for (size_t i = 1; i < checkpoint->metadata_count; i++)
        if (strcmp(checkpoint->metadata[i - 1].key, checkpoint->metadata[i].key) == 0)
            return nadir__fail(NADIR_ERROR_FORMAT, "%s: a key occurs twice in %s", checkpoint->path, metadata_key);
    return NADIR_OK;
}

static enum nadir_status read_entry(const struct nadir_checkpoint *checkpoint, const cJSON *item, struct entry *entry)
{
    static const char *const fields[] = {"dtype", "shape", "data_offsets"};
    enum { DTYPE, SHAPE, OFFSETS, FIELD_COUNT };
    const char *path = checkpoint->path;
    const cJSON *values[FIELD_COUNT] = {0}, *value;
    if (has_control_character(item->string))
        return nadir__fail(NADIR_ERROR_FORMAT, "%s: a tensor's name has control characters", path);
    entry->name = item->string;
    if (!cJSON_IsObject(item)) return nadir__fail(NADIR_ERROR_FORMAT, "%s: tensor %.100s is not an object", path, entry->name);
    cJSON_ArrayForEach(value, item)
    {
        for (size_t i = 0; i < FIELD_COUNT; i++) {
            if (strcmp(value->string, fields[i]) != 0) continue;
            if (values[i])
                return nadir__fail(NADIR_ERROR_FORMAT, "%s: tensor %.100s has %s twice", path, entry->name, fields[i]);
            values[i] = value;
        }
    }

    for (size_t i = 0; i < sizeof dtypes / sizeof dtypes[0] && cJSON_IsString(values[DTYPE]); i++)
        if (strcmp(values[DTYPE]->valuestring, dtypes[i].name) == 0) entry->dtype = &dtypes[i];
    if (!entry->dtype)
        return nadir__fail(NADIR_ERROR_FORMAT, "%s: tensor %.100s has no dtype that safetensors knows", path, entry->name);

    if (!cJSON_IsArray(values[SHAPE]))
        return nadir__fail(NADIR_ERROR_FORMAT, "%s: tensor %.100s has no shape", path, entry->name);
    cJSON_ArrayForEach(value, values[SHAPE])
    {
        if (entry->rank == NADIR_MAX_RANK)
            return nadir__fail(NADIR_ERROR_FORMAT, "%s: tensor %.100s has more than %d dimensions", path, entry->name,
                               (int)NADIR_MAX_RANK);
        if (!get_size(value, &entry->shape[entry->rank++]))
            return nadir__fail(NADIR_ERROR_FORMAT, "%s: dimension %u of tensor %.100s is not a size", path, entry->rank - 1,
                               entry->name);
    }

    const cJSON *first = cJSON_IsArray(values[OFFSETS]) ? values[OFFSETS]->child : NULL;
    if (!first || !first->next || first->next->next || !get_size(first, &entry->begin) || !get_size(first->next, &entry->end) ||
        entry->begin > entry->end)
        return nadir__fail(NADIR_ERROR_FORMAT, "%s: tensor %.100s has no valid data_offsets, [begin, end]", path, entry->name);
    if (entry->end > checkpoint->data_size)
        return nadir__fail(NADIR_ERROR_FORMAT, "%s is truncated: tensor %.100s ends at byte %zu of the data, which has %zu",
                           path, entry->name, entry->end, checkpoint->data_size);

    size_t bits;
    char shape[ND_SHAPE_TEXT];
    if (!nadir__size_product(&bits, entry->rank, entry->shape) || !nadir__size_mul(&bits, bits, entry->dtype->bits) ||
        bits % 8 != 0 || bits / 8 != entry->end - entry->begin)
        return nadir__fail(NADIR_ERROR_FORMAT, "%s: tensor %.100s of shape %s and dtype %s does not fit its %zu bytes", path,
                           entry->name, nadir__shape_text(shape, entry->rank, entry->shape), entry->dtype->name,
                           entry->end - entry->begin);
    return NADIR_OK;
}

/* The tensors must fill the data without overlap or gap. Leaves them sorted by name. */
static enum nadir_status check_layout(struct nadir_checkpoint *checkpoint)
{
    struct entry *tensors = checkpoint->tensors;
    const size_t count = checkpoint->tensor_count;
    size_t filled = 0;
    qsort(tensors, count, sizeof *tensors, compare_offsets);
    for (size_t i = 0; i < count; i++) {
        if (tensors[i].begin != filled)
            return nadir__fail(NADIR_ERROR_FORMAT, "%s: tensor %.100s begins at byte %zu of the data, expected %zu: %s",
                               checkpoint->path, tensors[i].name, tensors[i].begin, filled,
                               tensors[i].begin < filled ? "an overlap" : "a gap");
        filled = tensors[i].end;
    }
    if (filled != checkpoint->data_size)
        return nadir__fail(NADIR_ERROR_FORMAT, "%s has trailing bytes: %zu of data, but its tensors end at %zu",
                           checkpoint->path, checkpoint->data_size, filled);
    qsort(tensors, count, sizeof *tensors, compare_names);
    for (size_t i = 1; i < count; i++)
        if (strcmp(tensors[i - 1].name, tensors[i].name) == 0)
            return nadir__fail(NADIR_ERROR_FORMAT, "%s: tensor %.100s occurs twice", checkpoint->path, tensors[i].name);
    return NADIR_OK;
}

/* Finds the header in the file's `size` bytes and parses it. */
static enum nadir_status parse_header(struct nadir_checkpoint *checkpoint, size_t size)
{
    const char *path = checkpoint->path;
    if (size < LENGTH_SIZE)
        return nadir__fail(NADIR_ERROR_FORMAT, "%s holds %zu bytes: too short for a safetensors file", path, size);
    const uint64_t length = get_length(checkpoint->file);
    if (length > MAX_HEADER || length > size - LENGTH_SIZE)
        return nadir__fail(NADIR_ERROR_FORMAT, "%s announces a header of %llu bytes, but holds %zu: truncated, or no "
                           "safetensors file", path, (unsigned long long)length, size);
    const char *text = checkpoint->file + LENGTH_SIZE, *end = text;
    checkpoint->data = text + length;
    checkpoint->data_size = size - LENGTH_SIZE - (size_t)length;
    if (length > 0 && *text == '{' && is_clean_text(text, (size_t)length))
        checkpoint->header = cJSON_ParseWithLengthOpts(text, (size_t)length, &end, false);
    if (checkpoint->header)
        while (end < checkpoint->data && *end == ' ') end++;
    if (!checkpoint->header || end != checkpoint->data)
        return nadir__fail(NADIR_ERROR_FORMAT, "%s: its header is not a JSON object (byte %zu of the file)", path,
                           (size_t)(end - checkpoint->file));
    return NADIR_OK;
}

static enum nadir_status read_header(struct nadir_checkpoint *checkpoint)
{
    checkpoint->tensors = calloc((size_t)cJSON_GetArraySize(checkpoint->header) + 1, sizeof *checkpoint->tensors);
    if (!checkpoint->tensors)
        return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the header of %s", checkpoint->path);
    const cJSON *item;
    cJSON_ArrayForEach(item, checkpoint->header)
    {
        enum nadir_status status;
        if (strcmp(item->string, metadata_key) != 0)
            status = read_entry(checkpoint, item, &checkpoint->tensors[checkpoint->tensor_count++]);
        else if (!checkpoint->metadata)
            status = read_metadata(checkpoint, item);
        else
            status = nadir__fail(NADIR_ERROR_FORMAT, "%s: %s occurs twice", checkpoint->path, metadata_key);
        if (status != NADIR_OK) return status;
    }
    return check_layout(checkpoint);
}

enum nadir_status nadir_checkpoint_open(struct nadir_checkpoint **out, const char *path)
{
    ND_CHECK_ARG(out && path, "nadir_checkpoint_open: an argument is NULL");
    enum nadir_status status = NADIR_OK;
    size_t size;
    struct nadir_checkpoint *checkpoint = calloc(1, sizeof *checkpoint);
    if (!checkpoint || !(checkpoint->path = malloc(strlen(path) + 1))) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory to open %s", path);
        goto out;
    }
    memcpy(checkpoint->path, path, strlen(path) + 1);
    ND_TRY(nadir__file_read(&checkpoint->file, &size, path, SIZE_MAX - 1));
    ND_TRY(parse_header(checkpoint, size));
    ND_TRY(read_header(checkpoint));
    *out = checkpoint;
    checkpoint = NULL;
out:
    nadir_checkpoint_close(&checkpoint);
    return status;
}

void nadir_checkpoint_close(struct nadir_checkpoint **checkpoint)
{
    if (!checkpoint || !*checkpoint) return;
    free((*checkpoint)->metadata);
    free((*checkpoint)->tensors);
    cJSON_Delete((*checkpoint)->header);
    free((*checkpoint)->file);
    free((*checkpoint)->path);
    free(*checkpoint);
    *checkpoint = NULL;
}

const char *nadir_checkpoint_metadata(const struct nadir_checkpoint *checkpoint, const char *key)
{
    if (!checkpoint->metadata) return NULL;
    const struct nadir_metadata wanted = {key, NULL};
    const struct nadir_metadata *pair =
        bsearch(&wanted, checkpoint->metadata, checkpoint->metadata_count, sizeof wanted, compare_keys);
    return pair ? pair->value : NULL;
}

static const struct entry *find(const struct nadir_checkpoint *checkpoint, const char *name)
{
    const struct entry wanted = {.name = name};
    return bsearch(&wanted, checkpoint->tensors, checkpoint->tensor_count, sizeof wanted, compare_names);
}

/* Whether the file holds exactly these items; `owner` is what they are of. */
static enum nadir_status check_items(const struct nadir_checkpoint *checkpoint, const struct item *items, size_t count,
                                     const char *owner)
{
    const char *path = checkpoint->path;
    char got[ND_SHAPE_TEXT], want[ND_SHAPE_TEXT];
    for (size_t i = 0; i < count; i++) {
        const char *name = items[i].name;
        const struct nadir_tensor *tensor = &items[i].tensor;
        const struct entry *entry = find(checkpoint, name);
        if (!entry)
            return nadir__fail(NADIR_ERROR_FORMAT, "%s has no tensor %s, which the %s needs: another %s's file?", path, name,
                               owner, owner);
        if (strcmp(entry->dtype->name, dtype_of(tensor)) != 0)
            return nadir__fail(NADIR_ERROR_FORMAT, "%s: tensor %s has dtype %s, expected %s: convert the file", path, name,
                               entry->dtype->name, dtype_of(tensor));
        if (entry->rank != tensor->rank || memcmp(entry->shape, tensor->shape, tensor->rank * sizeof *tensor->shape) != 0)
            return nadir__fail(NADIR_ERROR_FORMAT, "%s: tensor %s has shape %s, but the %s's has %s", path, name,
                               nadir__shape_text(got, entry->rank, entry->shape), owner,
                               nadir__shape_text(want, tensor->rank, tensor->shape));
    }
    for (size_t i = 0; i < checkpoint->tensor_count && checkpoint->tensor_count > count; i++) {
        size_t j = 0;
        while (j < count && strcmp(items[j].name, checkpoint->tensors[i].name) != 0) j++;
        if (j == count)
            return nadir__fail(NADIR_ERROR_FORMAT, "%s has a tensor %.100s, which the %s lacks: another %s's file?", path,
                               checkpoint->tensors[i].name, owner, owner);
    }
    return NADIR_OK;
}

/* Behind check_items. */
static enum nadir_status read_items(const struct nadir_checkpoint *checkpoint, struct nadir_context *context,
                                    const struct item *items, size_t count)
{
    enum nadir_status status = NADIR_OK;
    for (size_t i = 0; i < count; i++)
        if (nadir_tensor_count(&items[i].tensor) > 0)
            ND_TRY(nadir_tensor_upload(context, &items[i].tensor, checkpoint->data + find(checkpoint, items[i].name)->begin));
out:
    return status;
}

enum nadir_status nadir_checkpoint_restore(const struct nadir_checkpoint *checkpoint, struct nadir_context *context,
                                           struct nadir_arena *arena)
{
    enum nadir_status status;
    struct item *items = NULL;
    size_t count;
    ND_CHECK_ARG(checkpoint && context && arena, "nadir_checkpoint_restore: an argument is NULL");
    ND_CHECK_ARG(nadir_arena_parameters(arena).buffer || nadir_arena_parameter_count(arena) == 0,
                 "the arena is not allocated: nadir_arena_allocate");
    ND_TRY(list_parameters(&items, &count, arena));
    ND_TRY(check_items(checkpoint, items, count, "model"));
    ND_TRY(read_items(checkpoint, context, items, count));
out:
    free(items);
    return status;
}

/* --- Optimizers. --- */

static const char rule_key[] = "nadir.optimizer";

static const struct {
    const char *key;
    size_t offset;
    bool whole; /* an uint64_t, else a double */
} progress_fields[] = {
    {"nadir.steps", offsetof(struct nadir_optimizer_progress, steps), true},
    {"nadir.skipped", offsetof(struct nadir_optimizer_progress, skipped), true},
    {"nadir.loss_scale", offsetof(struct nadir_optimizer_progress, loss_scale), false},
    {"nadir.good_steps", offsetof(struct nadir_optimizer_progress, good_steps), true},
    {"nadir.carry_0", offsetof(struct nadir_optimizer_progress, carry[0]), false},
    {"nadir.carry_1", offsetof(struct nadir_optimizer_progress, carry[1]), false},
};
enum { PROGRESS_FIELDS = sizeof progress_fields / sizeof progress_fields[0] };

enum nadir_status nadir_checkpoint_save_optimizer(const char *path, struct nadir_context *context,
                                                  struct nadir_optimizer *optimizer)
{
    enum nadir_status status;
    struct item *items = NULL;
    size_t item_count;
    struct nadir_optimizer_progress progress;
    char texts[PROGRESS_FIELDS][ND_NUMBER_TEXT];
    ND_CHECK_ARG(path && context && optimizer, "nadir_checkpoint_save_optimizer: an argument is NULL");
    struct nadir_metadata metadata[2 + PROGRESS_FIELDS] = {
        {"nadir.version", nadir_version()},
        {rule_key, nadir_optimizer_name(nadir_optimizer_get_params(optimizer)->rule)},
    };
    ND_TRY(check_names(nadir__optimizer_arena(optimizer)));
    ND_TRY(nadir_optimizer_get_progress(optimizer, &progress));
    for (size_t i = 0; i < PROGRESS_FIELDS; i++) {
        const void *field = (const char *)&progress + progress_fields[i].offset;
        const double number = progress_fields[i].whole ? (double)*(const uint64_t *)field : *(const double *)field;
        metadata[2 + i] = (struct nadir_metadata){progress_fields[i].key, nadir__number_text(texts[i], number)};
    }
    ND_TRY(list_states(&items, &item_count, optimizer));
    ND_TRY(write_items(path, context, items, item_count, metadata, 2 + PROGRESS_FIELDS));
out:
    free(items);
    return status;
}

static enum nadir_status read_progress(const struct nadir_checkpoint *checkpoint, struct nadir_optimizer_progress *progress)
{
    for (size_t i = 0; i < PROGRESS_FIELDS; i++) {
        const char *text = nadir_checkpoint_metadata(checkpoint, progress_fields[i].key);
        void *field = (char *)progress + progress_fields[i].offset;
        double number;
        if (!text || !nadir__number_parse(&number, text) ||
            (progress_fields[i].whole && !(number >= 0 && number < 0x1p53 && number == floor(number))))
            return nadir__fail(NADIR_ERROR_FORMAT, "%s: %s = %.40s, but %s is needed", checkpoint->path, progress_fields[i].key,
                               text ? text : "(missing)", progress_fields[i].whole ? "a count" : "a number");
        if (progress_fields[i].whole) *(uint64_t *)field = (uint64_t)number;
        else *(double *)field = number;
    }
    return NADIR_OK;
}

enum nadir_status nadir_checkpoint_restore_optimizer(const struct nadir_checkpoint *checkpoint, struct nadir_context *context,
                                                     struct nadir_optimizer *optimizer)
{
    enum nadir_status status;
    struct item *items = NULL;
    size_t count;
    struct nadir_optimizer_progress progress = {0};
    ND_CHECK_ARG(checkpoint && context && optimizer, "nadir_checkpoint_restore_optimizer: an argument is NULL");
    const char *rule = nadir_optimizer_name(nadir_optimizer_get_params(optimizer)->rule);
    const char *found = nadir_checkpoint_metadata(checkpoint, rule_key);
    if (!found || strcmp(found, rule) != 0)
        return nadir__fail(NADIR_ERROR_FORMAT, "%s: %s = %.40s, but the optimizer is %s: another optimizer's file?",
                           checkpoint->path, rule_key, found ? found : "(missing)", rule);
    ND_TRY(read_progress(checkpoint, &progress));
    ND_TRY(list_states(&items, &count, optimizer));
    ND_TRY(check_items(checkpoint, items, count, "optimizer"));
    ND_TRY(nadir_optimizer_set_progress(optimizer, &progress)); /* refuses where a restore would not do */
    ND_TRY(read_items(checkpoint, context, items, count));
out:
    free(items);
    return status;
}
