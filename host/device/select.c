/* SPDX-License-Identifier: MIT */
/* The selector language: from text to one device of a list. Pure: it reads the list and the text, nothing else. */
#include "device_priv.h"

#include "base/status_priv.h"
#include "quirks_priv.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct span {
    const char *text;
    size_t length;
};

enum part_kind { PART_ANY, PART_INDEX, PART_TYPE, PART_NAME };

struct part {
    enum part_kind kind;
    unsigned index;
    enum nadir_device_type type;
    struct span text; /* as written, without quotes */
    bool quoted;
};

struct term {
    bool negated;
    bool bare; /* a NAME alone: `device` may match the device's or the platform's name */
    struct part platform, device;
    struct span text;
};

struct selector {
    const struct nadir_device_list *list;
    const char *text;
    const char *cursor; /* the next term */
};

/* --- Messages. --- */

/* Every device, and every platform without one, as far as they fit. */
static void print_candidates(char *out, size_t size, const struct nadir_device_list *list)
{
    size_t used = 0;
    for (size_t i = 0; i < list->device_count + list->platform_count; i++) {
        char entry[400];
        size_t length;
        if (i < list->device_count) {
            const struct nadir_device *device = &list->devices[i];
            length = (size_t)snprintf(entry, sizeof entry, "%u:%u %s %s (%s)%s%s", device->platform_index, device->device_index,
                                      nadir_device_type_name(device->type), device->name, device->platform_name,
                                      device->usable ? "" : " not usable: ", device->problem);
        } else {
            const struct nadir_platform *platform = &list->platforms[i - list->device_count];
            if (platform->device_count > 0) continue;
            length = (size_t)snprintf(entry, sizeof entry, "%zu:- %s (%s)", i - list->device_count, platform->name,
                                      platform->problem);
        }
        if (length >= sizeof entry || used + length + sizeof "; ..." > size) {
            /* At least the beginning of the first. */
            snprintf(out + used, size - used, "%.*s...", used ? 2 : (int)(size - sizeof "..."), used ? "; " : entry);
            return;
        }
        used += (size_t)snprintf(out + used, size - used, "%s%s", used ? "; " : "", entry);
    }
    if (used == 0) snprintf(out, size, "none");
}

static enum nadir_status fail(const struct selector *selector, const char *format, ...) __attribute__((format(printf, 2, 3)));

static enum nadir_status fail(const struct selector *selector, const char *format, ...)
{
    char detail[192], shown[64], message[sizeof nadir_last_error()->message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(detail, sizeof detail, format, arguments);
    va_end(arguments);
    nadir__device_text(shown, sizeof shown, selector->text, strlen(selector->text));
    const int used = snprintf(message, sizeof message, "device selector %s: %s; candidates: ", shown, detail);
    print_candidates(message + used, sizeof message - (size_t)used, selector->list);
    return nadir__fail(NADIR_ERROR_SELECTOR, "%s", message);
}

/* A piece of the selector for a message, safe to print. */
struct shown {
    char text[48];
};

static struct shown show(struct span span)
{
    struct shown shown;
    nadir__device_text(shown.text, sizeof shown.text, span.text, span.length);
    return shown;
}

/* --- Parsing. --- */

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool equals(struct span span, const char *word)
{
    for (size_t i = 0; i < span.length; i++)
        if (word[i] == 0 || lower(span.text[i]) != word[i]) return false;
    return word[span.length] == 0;
}

static bool contains(const char *text, struct span needle)
{
    for (; *text; text++) {
        size_t i = 0;
        while (i < needle.length && text[i] && lower(text[i]) == lower(needle.text[i])) i++;
        if (i == needle.length) return true;
    }
    return false;
}

static const char *skip_spaces(const char *text)
{
    while (*text == ' ' || *text == '\t') text++;
    return text;
}

static enum nadir_status parse_quoted(struct selector *selector, struct part *part)
{
    const char *start = selector->cursor + 1, *end = strchr(start, '"');
    if (!end) return fail(selector, "the quote before %s is never closed", show((struct span){start, strlen(start)}).text);
    if (end == start) return fail(selector, "an empty name in quotes");
    *part = (struct part){.kind = PART_NAME, .text = {start, (size_t)(end - start)}, .quoted = true};
    selector->cursor = skip_spaces(end + 1);
    return NADIR_OK;
}

/* A number, "*", a type or a NAME. `what` says for messages what is expected here. */
static enum nadir_status parse_part(struct selector *selector, struct part *part, const char *what)
{
    selector->cursor = skip_spaces(selector->cursor);
    if (*selector->cursor == '"') return parse_quoted(selector, part);
    const char *start = selector->cursor;
    struct span text = {start, strcspn(start, ",:")};
    selector->cursor = start + text.length;
    while (text.length > 0 && (start[text.length - 1] == ' ' || start[text.length - 1] == '\t')) text.length--;
    if (text.length == 0) return fail(selector, "%s is missing", what);

    *part = (struct part){.kind = PART_NAME, .text = text};
    static const enum nadir_device_type types[] = {NADIR_DEVICE_CPU, NADIR_DEVICE_GPU, NADIR_DEVICE_ACCELERATOR};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (equals(text, nadir_device_type_name(types[i]))) {
            part->kind = PART_TYPE;
            part->type = types[i];
        }
    if (equals(text, "*")) {
        part->kind = PART_ANY;
    } else if (is_digit(start[0])) {
        part->kind = PART_INDEX;
        for (size_t i = 0; i < text.length; i++) {
            if (!is_digit(start[i]))
                return fail(selector, "trailing text after the number in %s (quote a name that begins with a digit)",
                            show(text).text);
            const unsigned digit = (unsigned)(start[i] - '0');
            part->index = part->index > (UINT_MAX - digit) / 10 ? UINT_MAX : part->index * 10 + digit;
        }
    } else {
        for (size_t i = 0; i < text.length; i++)
            if (strchr("*!\"", start[i])) return fail(selector, "%c is not allowed in the name %s", start[i], show(text).text);
    }
    return NADIR_OK;
}

/* The next term. The cursor then stands at the end or behind a comma. */
static enum nadir_status parse_term(struct selector *selector, struct term *term)
{
    enum nadir_status status = NADIR_OK;
    struct part first;
    *term = (struct term){0};
    selector->cursor = skip_spaces(selector->cursor);
    const char *start = selector->cursor;
    if (*selector->cursor == '!') {
        term->negated = true;
        selector->cursor++;
    }
    ND_TRY(parse_part(selector, &first, "a device"));
    if (*selector->cursor == ':') {
        selector->cursor++;
        term->platform = first;
        if (first.kind == PART_TYPE) term->platform.kind = PART_NAME;
        ND_TRY(parse_part(selector, &term->device, "the device after \":\""));
    } else if (first.kind == PART_INDEX) {
        status = fail(selector, "%s alone is no device: write PLATFORM:DEVICE, such as 0:0, or quote a name",
                      show(first.text).text);
        goto out;
    } else if (first.kind == PART_ANY) {
        status = fail(selector, "* alone is no device: write *:*, or auto");
        goto out;
    } else {
        term->bare = first.kind == PART_NAME;
        term->device = first;
        if (term->bare && !first.quoted && equals(first.text, "auto")) {
            term->bare = false;
            term->device.kind = PART_ANY;
        }
    }
    const char *end = selector->cursor;
    while (end > start && (end[-1] == ' ' || end[-1] == '\t')) end--;
    term->text = (struct span){start, (size_t)(end - start)};
    if (*selector->cursor == ',') {
        selector->cursor++;
        if (*skip_spaces(selector->cursor) == 0) status = fail(selector, "a device is missing after the last comma");
    } else if (*selector->cursor != 0) {
        const struct span rest = {selector->cursor, strlen(selector->cursor)};
        status = fail(selector, "trailing text %s", show(rest).text);
    }
out:
    return status;
}

/* Walks over the terms of a selector that was parsed before. */
static bool next_term(struct selector *selector, struct term *term)
{
    return *selector->cursor && parse_term(selector, term) == NADIR_OK;
}

/* --- Matching. --- */

/* A platform also goes by the first word that its driver puts behind "OpenCL <version> ", such as PoCL or CUDA. */
static bool platform_matches(const struct part *part, unsigned index, const char *name, const char *version)
{
    if (part->kind == PART_ANY) return true;
    if (part->kind == PART_INDEX) return part->index == index;
    if (contains(name, part->text)) return true;
    static const char prefix[] = "OpenCL ";
    if (strncmp(version, prefix, sizeof prefix - 1) != 0) return false;
    version += sizeof prefix - 1;
    version += strcspn(version, " ");
    char word[32];
    snprintf(word, sizeof word, "%.*s", (int)strcspn(skip_spaces(version), " "), skip_spaces(version));
    return contains(word, part->text);
}

static bool term_matches(const struct term *term, const struct nadir_device *device)
{
    const struct part *part = &term->device;
    const struct part *platform = term->bare ? part : &term->platform;
    const bool on_platform = platform_matches(platform, device->platform_index, device->platform_name,
                                              device->platform_version);
    if (term->bare) return on_platform || contains(device->name, part->text);
    if (!on_platform) return false;
    switch (part->kind) {
    case PART_ANY: return true;
    case PART_INDEX: return part->index == device->device_index;
    case PART_TYPE: return part->type == device->type;
    case PART_NAME: break;
    }
    return contains(device->name, part->text);
}

/* Numbers must exist: a platform that the list has, a device that one of the matching platforms has. */
static enum nadir_status check_indices(const struct selector *selector, const struct term *term)
{
    const struct nadir_device_list *list = selector->list;
    const struct part *platform = &term->platform, *device = &term->device;
    if (platform->kind == PART_INDEX && platform->index >= list->platform_count)
        return fail(selector, "there is no platform %s", show(platform->text).text);
    if (term->bare || device->kind != PART_INDEX) return NADIR_OK;
    bool any = false;
    for (size_t i = 0; i < list->platform_count; i++) {
        const struct nadir_platform *row = &list->platforms[i];
        if (!platform_matches(platform, (unsigned)i, row->name, row->version)) continue;
        if (device->index < row->device_count) return NADIR_OK;
        any = true;
    }
    return any ? fail(selector, "there is no device %s", show(term->text).text) : NADIR_OK;
}

static bool is_subtracted(struct selector selector, const struct nadir_device *device)
{
    struct term term;
    while (next_term(&selector, &term))
        if (term.negated && term_matches(&term, device)) return true;
    return false;
}

/* --- Which of several matches. --- */

enum criterion { BY_HEALTH, BY_MEASURE, BY_TYPE, BY_MEMORY_KIND, BY_SPEED, BY_MEMORY, BY_ORDER };

static int type_rank(enum nadir_device_type type)
{
    switch (type) {
    case NADIR_DEVICE_GPU: return 3;
    case NADIR_DEVICE_ACCELERATOR: return 2;
    case NADIR_DEVICE_CPU: return 1;
    case NADIR_DEVICE_OTHER: break;
    }
    return 0;
}

static uint64_t speed(const struct nadir_device *device)
{
    return (uint64_t)device->compute_units * (device->clock_mhz ? device->clock_mhz : 1000); /* unknown: as if 1 GHz */
}

static bool has_failed(const struct nadir_device *device)
{
    return device->record.health == NADIR_HEALTH_FAIL;
}

/* Is `a` better than `b`? `measured`: all that compete are. `criterion` says what decided. */
static bool is_better(const struct nadir_device *a, const struct nadir_device *b, bool measured, enum criterion *criterion)
{
    *criterion = BY_HEALTH;
    if (has_failed(a) != has_failed(b)) return has_failed(b);
    const double a_seconds = nadir_predict_reference(&a->record.score), b_seconds = nadir_predict_reference(&b->record.score);
    *criterion = BY_MEASURE;
    if (measured && a_seconds != b_seconds) return a_seconds < b_seconds;
    *criterion = BY_TYPE;
    if (type_rank(a->type) != type_rank(b->type)) return type_rank(a->type) > type_rank(b->type);
    *criterion = BY_MEMORY_KIND;
    if (a->type == NADIR_DEVICE_GPU && a->unified_memory != b->unified_memory) return !a->unified_memory;
    *criterion = BY_SPEED;
    if (speed(a) != speed(b)) return speed(a) > speed(b);
    *criterion = BY_MEMORY;
    if (a->global_memory != b->global_memory) return a->global_memory > b->global_memory;
    *criterion = BY_ORDER;
    return false;
}

struct matches {
    size_t count;
    bool measured;   /* all of them are */
    size_t best;     /* valid when count > 0 */
    size_t second;   /* valid when count > 1 */
    size_t unusable; /* a match that is not usable, SIZE_MAX: none */
    bool subtracted; /* a match was taken away */
};

static struct matches find_matches(struct selector all, const struct term *term)
{
    const struct nadir_device *devices = all.list->devices;
    struct matches found = {.unusable = SIZE_MAX, .measured = true};
    enum criterion criterion;
    /* Measured scores are compared with measured ones only: if one is missing, none counts, so that the order is one. Failed
     * devices come last in any case. */
    for (size_t i = 0; i < all.list->device_count; i++)
        if (devices[i].usable && !has_failed(&devices[i]) && devices[i].record.score.measured_at <= 0 &&
            term_matches(term, &devices[i]) && !is_subtracted(all, &devices[i]))
            found.measured = false;
    for (size_t i = 0; i < all.list->device_count; i++) {
        if (!term_matches(term, &devices[i])) continue;
        if (is_subtracted(all, &devices[i])) {
            found.subtracted = true;
        } else if (!devices[i].usable) {
            if (found.unusable == SIZE_MAX) found.unusable = i;
        } else if (found.count++ == 0) {
            found.best = i;
        } else if (is_better(&devices[i], &devices[found.best], found.measured, &criterion)) {
            found.second = found.best;
            found.best = i;
        } else if (found.count == 2 || is_better(&devices[i], &devices[found.second], found.measured, &criterion)) {
            found.second = i;
        }
    }
    return found;
}

static void print_criterion(char *out, size_t size, const struct nadir_device *best, const struct nadir_device *second,
                            bool measured)
{
    enum criterion criterion;
    (void)is_better(best, second, measured, &criterion);
    switch (criterion) {
    case BY_HEALTH: snprintf(out, size, "not failed its check before one that has"); break;
    case BY_MEASURE:
        snprintf(out, size, "measured: predicted step %.3g ms before %.3g ms",
                 1e3 * nadir_predict_reference(&best->record.score), 1e3 * nadir_predict_reference(&second->record.score));
        break;
    case BY_TYPE:
        snprintf(out, size, "%s before %s", nadir_device_type_name(best->type), nadir_device_type_name(second->type));
        break;
    case BY_MEMORY_KIND: snprintf(out, size, "memory of its own before the host's"); break;
    case BY_SPEED: snprintf(out, size, "more compute units x clock"); break;
    case BY_MEMORY: snprintf(out, size, "more memory"); break;
    case BY_ORDER: snprintf(out, size, "equal, listed first"); break;
    }
}

/* `text` is what was matched, NULL for the plain "auto". */
static void print_reason(char *out, const struct selector *selector, const struct span *text, const struct matches *found)
{
    const struct nadir_device *devices = selector->list->devices;
    char matched[160] = "", criterion[64] = "";
    if (text) {
        struct shown whole = show((struct span){selector->text, strlen(selector->text)}), part = show(*text);
        if (strcmp(whole.text, part.text) == 0) snprintf(matched, sizeof matched, "%s", part.text);
        else snprintf(matched, sizeof matched, "%s in %s", part.text, whole.text);
    }
    if (found->count > 1)
        print_criterion(criterion, sizeof criterion, &devices[found->best], &devices[found->second], found->measured);
    if (!text && found->count == 1) snprintf(out, NADIR_REASON_SIZE, "auto: the only usable device");
    else if (!text) snprintf(out, NADIR_REASON_SIZE, "auto: best of %zu (%s)", found->count, criterion);
    else if (found->count == 1) snprintf(out, NADIR_REASON_SIZE, "the only match of %s", matched);
    else snprintf(out, NADIR_REASON_SIZE, "best of %zu matches of %s (%s)", found->count, matched, criterion);
}

/* --- Public functions. --- */

static enum nadir_status check_usable(const struct nadir_device_list *list)
{
    char candidates[300];
    for (size_t i = 0; i < list->device_count; i++)
        if (list->devices[i].usable) return NADIR_OK;
    if (list->platform_count == 0)
        return nadir__fail(NADIR_ERROR_NO_DEVICE, "no OpenCL driver was found: install one, %s", nadir__quirk_drivers);
    print_candidates(candidates, sizeof candidates, list);
    return nadir__fail(NADIR_ERROR_NO_DEVICE, "no usable OpenCL device: install a driver, %s; found only %s",
                       nadir__quirk_drivers, candidates);
}

/* What the terms tried so far came to. */
struct outcome {
    size_t chosen;   /* SIZE_MAX: nothing yet */
    size_t unusable; /* a match that is not usable, SIZE_MAX: none */
    bool subtracted; /* a match was taken away */
};

static enum nadir_status try_term(const struct selector *all, const struct term *term, struct outcome *outcome, char *reason)
{
    const struct matches found = find_matches(*all, term);
    const bool named = term->device.kind == PART_NAME || (term->platform.kind == PART_NAME && term->device.kind == PART_INDEX);
    if (named && found.count > 1) return fail(all, "%s matches %zu devices", show(term->text).text, found.count);
    if (found.count > 0) {
        const bool automatic = equals((struct span){all->text, strlen(all->text)}, "auto");
        if (reason) print_reason(reason, all, automatic ? NULL : &term->text, &found);
        outcome->chosen = found.best;
    }
    if (found.unusable != SIZE_MAX) outcome->unusable = found.unusable;
    outcome->subtracted = outcome->subtracted || found.subtracted;
    return NADIR_OK;
}

enum nadir_status nadir_device_select(const struct nadir_device_list *list, const char *text, size_t *index,
                                      char reason[NADIR_REASON_SIZE])
{
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG(list && index, "device selection: the list or index is NULL");
    if (!text || !text[0]) text = "auto";
    const struct selector all = {.list = list, .text = text, .cursor = text};
    const struct term everything = {.text = {text, strlen(text)}};
    struct selector walk = all;
    struct term term;
    struct outcome outcome = {.chosen = SIZE_MAX, .unusable = SIZE_MAX};
    bool positive = false;
    do {
        ND_TRY(parse_term(&walk, &term));
        positive = positive || !term.negated;
    } while (*walk.cursor);
    ND_TRY(check_usable(list));
    for (walk = all; next_term(&walk, &term);) ND_TRY(check_indices(&all, &term));

    if (!positive) ND_TRY(try_term(&all, &everything, &outcome, reason));
    for (walk = all; outcome.chosen == SIZE_MAX && next_term(&walk, &term);)
        if (!term.negated) ND_TRY(try_term(&all, &term, &outcome, reason));
    if (outcome.chosen != SIZE_MAX) {
        *index = outcome.chosen;
    } else if (outcome.unusable != SIZE_MAX) {
        const struct nadir_device *device = &list->devices[outcome.unusable];
        status = fail(&all, "device %u:%u is not usable: %s", device->platform_index, device->device_index, device->problem);
    } else {
        status = fail(&all, outcome.subtracted ? "nothing is left after the ! terms" : "no device matches");
    }
out:
    return status;
}

enum nadir_status nadir_device_find(struct nadir_device *out, const char *text, char reason[NADIR_REASON_SIZE])
{
    enum nadir_status status = NADIR_OK;
    struct nadir_device_list *list = NULL;
    size_t index = 0;
    ND_CHECK_ARG(out, "device: out is NULL");
    const char *variable = text && text[0] ? NULL : getenv("NADIR_DEVICE");
    if (variable && !variable[0]) variable = NULL;
    char why[NADIR_REASON_SIZE];
    ND_TRY(nadir_device_list_create(&list));
    status = nadir_device_select(list, variable ? variable : text, &index, why);
    if (status == NADIR_ERROR_SELECTOR && variable)
        status = nadir__fail(NADIR_ERROR_SELECTOR, "NADIR_DEVICE: %s", nadir_last_error()->message);
    if (status != NADIR_OK) goto out;
    *out = list->devices[index];
    if (reason) snprintf(reason, NADIR_REASON_SIZE, "%s%.*s", variable ? "NADIR_DEVICE: " : "", NADIR_REASON_SIZE - 16, why);
out:
    nadir_device_list_destroy(&list);
    return status;
}
