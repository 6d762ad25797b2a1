/* SPDX-License-Identifier: MIT */
/* The safetensors reader, and with it JSON and the numbers of metadata: the input is a file. What is accepted is looked at
 * again, without the reader. */
#include "fuzz.h"

#include "base/number_priv.h"

#include <cjson/cJSON.h>
#include <math.h>

static size_t to_size(const cJSON *item)
{
    FUZZ_CHECK(cJSON_IsNumber(item) && item->valuedouble >= 0 && item->valuedouble < 0x1p53, "not a size");
    const size_t value = (size_t)item->valuedouble;
    FUZZ_CHECK((double)value == item->valuedouble, "not whole: %g", item->valuedouble);
    return value;
}

static size_t bits_of(const char *dtype)
{
    static const struct {
        const char *name;
        size_t bits;
    } narrow[] = {{"F4", 4}, {"F6_E2M3", 6}, {"F6_E3M2", 6}, {"BOOL", 8}, {"F8_E5M2", 8}, {"F8_E4M3", 8}, {"F8_E8M0", 8}};
    for (size_t i = 0; i < sizeof narrow / sizeof narrow[0]; i++)
        if (strcmp(dtype, narrow[i].name) == 0) return narrow[i].bits;
    const char *digits = dtype + strcspn(dtype, "0123456789");
    return strtoul(digits, NULL, 10);
}

/* Adds a tensor's bytes to `covered`, one count for each byte of the data. */
static void check_tensor(const cJSON *tensor, unsigned char *covered, size_t data_size)
{
    const cJSON *dtype = cJSON_GetObjectItemCaseSensitive(tensor, "dtype");
    const cJSON *shape = cJSON_GetObjectItemCaseSensitive(tensor, "shape");
    const cJSON *offsets = cJSON_GetObjectItemCaseSensitive(tensor, "data_offsets");
    FUZZ_CHECK(cJSON_IsString(dtype) && cJSON_IsArray(shape) && cJSON_GetArraySize(offsets) == 2, "an incomplete tensor");
    FUZZ_CHECK(cJSON_GetArraySize(shape) <= NADIR_MAX_RANK, "too many dimensions");
    const size_t begin = to_size(cJSON_GetArrayItem(offsets, 0)), end = to_size(cJSON_GetArrayItem(offsets, 1));
    FUZZ_CHECK(begin <= end && end <= data_size, "bytes %zu to %zu of %zu", begin, end, data_size);
    long double bits = (long double)bits_of(dtype->valuestring);
    const cJSON *item;
    cJSON_ArrayForEach(item, shape) bits *= (long double)to_size(item);
    FUZZ_CHECK(bits == 8.0L * (long double)(end - begin), "%Lg bits in %zu bytes", bits, end - begin);
    for (size_t i = begin; i < end; i++) {
        FUZZ_CHECK(!covered[i], "byte %zu belongs to two tensors", i);
        covered[i] = 1;
    }
}

/* A value of the metadata that is a number, such as a state of an optimizer, is read back from what would be written. */
static void check_number(const char *text)
{
    double number = 77, again = 77;
    char written[ND_NUMBER_TEXT];
    if (nadir__number_parse(&number, text)) {
        FUZZ_CHECK(isfinite(number), "%s is %g", text, number);
        FUZZ_CHECK(nadir__number_parse(&again, nadir__number_text(written, number)) && again == number, "%s became %.17g", text,
                   again);
    } else {
        FUZZ_CHECK(number == 77, "%s is no number, but changed one", text);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct nadir_checkpoint *checkpoint = NULL;
    const enum nadir_status status = nadir_checkpoint_open(&checkpoint, fuzz_file(0, data, size));
    if (status != NADIR_OK) {
        fuzz_check_failure(status);
        FUZZ_CHECK(!checkpoint, "a checkpoint in spite of a failure");
        return 0;
    }
    FUZZ_CHECK(size >= 8, "a file of %zu bytes", size);
    size_t length = 0;
    for (unsigned i = 0; i < 8; i++) length |= (size_t)data[i] << 8 * i;
    FUZZ_CHECK(length <= size - 8, "a header of %zu bytes in %zu", length, size);
    const size_t data_size = size - 8 - length;
    cJSON *header = cJSON_ParseWithLength((const char *)data + 8, length);
    unsigned char *covered = calloc(data_size + 1, 1);
    FUZZ_CHECK(cJSON_IsObject(header) && covered, "no object");
    const cJSON *item, *pair;
    cJSON_ArrayForEach(item, header)
    {
        if (strcmp(item->string, "__metadata__") != 0) {
            check_tensor(item, covered, data_size);
            continue;
        }
        cJSON_ArrayForEach(pair, item)
        {
            const char *value = nadir_checkpoint_metadata(checkpoint, pair->string);
            FUZZ_CHECK(value && cJSON_IsString(pair) && strcmp(value, pair->valuestring) == 0, "metadata %s", pair->string);
            check_number(value);
        }
    }
    FUZZ_CHECK(!memchr(covered, 0, data_size), "a byte that belongs to no tensor");
    FUZZ_CHECK(!nadir_checkpoint_metadata(checkpoint, "\x01 no key has this"), "metadata that is not there");
    free(covered);
    cJSON_Delete(header);
    nadir_checkpoint_close(&checkpoint);
    FUZZ_CHECK(!checkpoint, "not closed");
    return 0;
}
