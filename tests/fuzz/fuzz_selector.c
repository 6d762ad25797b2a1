/* SPDX-License-Identifier: MIT */
/* The selector language on a made-up list. Input: a byte of options; six bytes for each of up to MAX_PLATFORMS platforms, each
 * with up to two devices; texts, which end with a 0: the selector, then names and versions. */
#include "fuzz.h"

#include "device/device_priv.h"

enum { MAX_PLATFORMS = 4, MAX_DEVICES = 2 * MAX_PLATFORMS, RAW_TEXTS = 8 };

struct input {
    const uint8_t *data;
    size_t size;
};

static unsigned take_byte(struct input *input)
{
    if (input->size == 0) return 0;
    input->size--;
    return *input->data++;
}

/* The next text. Drivers' texts reach a list only in a form that is safe to print, a caller's own list may hold anything. */
static void take_text(struct input *input, char *out, size_t size, bool raw)
{
    const size_t length = input->size ? strnlen((const char *)input->data, input->size) : 0;
    if (!raw) {
        nadir__device_text(out, size, (const char *)input->data, length);
        FUZZ_CHECK(strlen(out) < size, "%zu bytes", strlen(out));
        if (out[0]) fuzz_check_printable(out);
    } else {
        const size_t used = length < size ? length : size - 1;
        if (used) memcpy(out, input->data, used);
        out[used] = 0;
    }
    input->data += length;
    input->size -= length;
    (void)take_byte(input); /* the 0 */
}

static void take_platform(struct input *input, struct nadir_device_list *list, const uint8_t traits[6], bool raw)
{
    const unsigned number = (unsigned)list->platform_count++;
    struct nadir_platform *platform = &list->platforms[number];
    take_text(input, platform->name, sizeof platform->name, raw);
    take_text(input, platform->version, sizeof platform->version, raw);
    platform->device_count = traits[0] % 3;
    if (platform->device_count == 0) take_text(input, platform->problem, sizeof platform->problem, raw);
    for (unsigned i = 0; i < platform->device_count; i++) {
        struct nadir_device *device = &list->devices[list->device_count++];
        device->platform_index = number;
        device->device_index = i;
        device->type = (enum nadir_device_type)(traits[1 + i] % 4);
        device->unified_memory = traits[1 + i] & 4;
        device->usable = (traits[1 + i] & 24) != 24;
        device->compute_units = traits[3 + i] % 4;
        device->clock_mhz = traits[3 + i] / 4 % 4 * 1000;
        device->global_memory = traits[3 + i] / 16;
        device->record.health = (enum nadir_health)(traits[5] >> 2 * i & 3) % 3;
        if (traits[5] >> 4 & 1 << i) {
            const double rate = 1e9 * (1 + traits[3 + i]);
            device->record.score = (struct nadir_device_score){rate, 2 * rate, rate, 1e-5, 1};
        }
        memcpy(device->platform_name, platform->name, sizeof platform->name);
        memcpy(device->platform_version, platform->version, sizeof platform->version);
        take_text(input, device->name, sizeof device->name, raw);
        if (!device->usable) take_text(input, device->problem, sizeof device->problem, raw);
    }
}

/* Selects, and checks what holds for every outcome. SIZE_MAX: refused. */
static size_t choose(const struct nadir_device_list *list, const char *selector, char reason[NADIR_REASON_SIZE])
{
    size_t index = SIZE_MAX, again = 0;
    reason[0] = '\1';
    const enum nadir_status status = nadir_device_select(list, selector, &index, reason);
    if (status == NADIR_OK) {
        FUZZ_CHECK(index < list->device_count && list->devices[index].usable, "%zu of %zu devices", index, list->device_count);
        FUZZ_CHECK(strlen(reason) < NADIR_REASON_SIZE, "the reason has no end");
        fuzz_check_printable(reason);
        FUZZ_CHECK(nadir_device_select(list, selector, &again, NULL) == NADIR_OK && again == index, "%zu, then %zu", index,
                   again);
        return index;
    }
    fuzz_check_failure(status);
    FUZZ_CHECK(status == NADIR_ERROR_SELECTOR || status == NADIR_ERROR_NO_DEVICE, "%s", nadir_status_name(status));
    FUZZ_CHECK(index == SIZE_MAX && reason[0] == '\1', "a failure changed something");
    const char *message = nadir_last_error()->message;
    FUZZ_CHECK(strstr(message, status == NADIR_ERROR_SELECTOR ? "; candidates: " : "install"), "%s", message);
    if (status == NADIR_ERROR_SELECTOR && list->device_count > 0) {
        const struct nadir_device *first = &list->devices[0];
        char position[32];
        snprintf(position, sizeof position, "; candidates: %u:%u ", first->platform_index, first->device_index);
        FUZZ_CHECK(strstr(message, position), "%s", message);
    }
    return SIZE_MAX;
}

/* Selectors that follow from one that chose `index` must choose as the language says. */
static void check_variants(const struct nadir_device_list *list, const char *selector, size_t index)
{
    char reason[NADIR_REASON_SIZE];
    const struct nadir_device *device = &list->devices[index];
    const char *text = selector[0] ? selector : "auto";
    const size_t size = strlen(text) + 64;
    char *variant = malloc(size);
    FUZZ_CHECK(variant, "no memory");

    snprintf(variant, size, "%u:%u,%s", device->platform_index, device->device_index, text);
    FUZZ_CHECK(choose(list, variant, reason) == index, "%s", variant);
    snprintf(variant, size, "%s,!%u:%u", text, device->platform_index, device->device_index);
    FUZZ_CHECK(choose(list, variant, reason) != index, "%s", variant);
    snprintf(variant, size, "\t %s", text);
    FUZZ_CHECK(choose(list, variant, reason) == index, "%s", variant);
    snprintf(variant, size, "%s", text);
    for (char *c = variant; *c; c++)
        if ((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z')) *c ^= 'a' ^ 'A';
    FUZZ_CHECK(choose(list, variant, reason) == index, "%s", variant);
    free(variant);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct nadir_platform platforms[MAX_PLATFORMS];
    static struct nadir_device devices[MAX_DEVICES];
    struct input input = {data, size};
    uint8_t traits[MAX_PLATFORMS][6];
    char reason[NADIR_REASON_SIZE];
    memset(platforms, 0, sizeof platforms);
    memset(devices, 0, sizeof devices);
    struct nadir_device_list list = {devices, 0, platforms, 0};
    const unsigned options = take_byte(&input), count = options % (MAX_PLATFORMS + 1);
    for (unsigned i = 0; i < count; i++)
        for (unsigned j = 0; j < 6; j++) traits[i][j] = (uint8_t)take_byte(&input);

    const size_t length = input.size ? strnlen((const char *)input.data, input.size) : 0;
    char *selector = malloc(length + 1);
    FUZZ_CHECK(selector, "no memory");
    if (length) memcpy(selector, input.data, length);
    selector[length] = 0;
    input.data += length;
    input.size -= length;
    (void)take_byte(&input);

    for (unsigned i = 0; i < count; i++) take_platform(&input, &list, traits[i], options & RAW_TEXTS);
    const size_t index = choose(&list, selector, reason);
    if (index != SIZE_MAX) check_variants(&list, selector, index);
    free(selector);
    return 0;
}
