/* SPDX-License-Identifier: MIT */
/* The parser of command lines. */
#include "options.h"

#include "tool.h"

#include <assert.h>
#include <errno.h>
#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- Numbers. --- */

static const char *skip_digits(const char *text)
{
    while (*text >= '0' && *text <= '9') text++;
    return text;
}

bool options_parse_integer(const char *text, uint64_t *out)
{
    if (!*text || *skip_digits(text)) return false;
    errno = 0;
    const unsigned long long value = strtoull(text, NULL, 10);
    if (errno != 0 || value > UINT64_MAX) return false;
    *out = value;
    return true;
}

/* [+-] digits [. digits] [e [+-] digits], at least one digit before the exponent: strtod takes much more. */
static bool is_real(const char *text)
{
    if (*text == '+' || *text == '-') text++;
    const char *end = skip_digits(text);
    size_t digits = (size_t)(end - text);
    if (*end == '.') {
        text = end + 1;
        end = skip_digits(text);
        digits += (size_t)(end - text);
    }
    if (digits == 0) return false;
    if (*end == 'e' || *end == 'E') {
        text = end + 1;
        if (*text == '+' || *text == '-') text++;
        end = skip_digits(text);
        if (end == text) return false;
    }
    return *end == 0;
}

bool options_parse_real(const char *text, double *out)
{
    if (!is_real(text)) return false;
    errno = 0;
    const double value = strtod(text, NULL); /* main has set the C locale */
    if (errno != 0 || !isfinite(value)) return false;
    *out = value;
    return true;
}

static bool parse_signed(const char *text, int64_t *out)
{
    uint64_t magnitude;
    const bool negative = *text == '-';
    if (!options_parse_integer(text + (*text == '-' || *text == '+'), &magnitude) || magnitude > INT64_MAX) return false;
    *out = negative ? -(int64_t)magnitude : (int64_t)magnitude;
    return true;
}

/* --- One value. --- */

static const char *choice_name(const struct option_row *row, int index)
{
    return row->names ? row->names[index] : row->choices(index);
}

static bool parse_bounded(const struct option_row *row, const char *text, double *out)
{
    if (strcmp(text, "inf") == 0) *out = (double)INFINITY;
    else if (!options_parse_real(text, out)) return false;
    return *out >= row->reals.least && *out <= row->reals.most;
}

static bool parse_list(const struct option_row *row, const char *text)
{
    struct option_reals *list = row->target;
    assert(row->integers.least >= 1 && row->integers.most <= OPTION_REALS_MOST);
    for (list->count = 0; list->count < row->integers.most; text++) {
        char word[64];
        const size_t length = strcspn(text, ",");
        if (length >= sizeof word) return false;
        memcpy(word, text, length);
        word[length] = 0;
        if (!parse_bounded(row, word, &list->values[list->count++])) return false;
        text += length;
        if (!*text) return list->count >= row->integers.least;
    }
    return false;
}

static bool parse_value(const struct option_row *row, const char *text)
{
    uint64_t integer;
    int64_t number;
    switch (row->type) {
    case OPTION_FLAG: *(bool *)row->target = true; return true;
    case OPTION_TEXT: *(const char **)row->target = text; return text[0] != 0;
    case OPTION_CHOICE:
        for (int i = 0; choice_name(row, i); i++)
            if (strcmp(text, choice_name(row, i)) == 0) {
                *(int *)row->target = i;
                return true;
            }
        return false;
    case OPTION_INTEGER:
        if (!options_parse_integer(text, &integer)) return false;
        *(uint64_t *)row->target = integer;
        return integer >= row->integers.least && integer <= row->integers.most;
    case OPTION_SIGNED:
        if (!parse_signed(text, &number)) return false;
        *(int64_t *)row->target = number;
        return (double)number >= row->reals.least && (double)number <= row->reals.most;
    case OPTION_REAL: return parse_bounded(row, text, row->target);
    case OPTION_BOOLEAN:
        *(bool *)row->target = strcmp(text, "true") == 0;
        return *(bool *)row->target || strcmp(text, "false") == 0;
    case OPTION_REALS: return parse_list(row, text);
    }
    return false;
}

/* " from 0 to 1", " of at least 0"; what a float or a double is bounded by anyway need not be said. */
static void print_bounds(char *out, size_t size, const struct option_row *row)
{
    const double least = row->reals.least, most = row->reals.most;
    if (most < (double)FLT_MAX) snprintf(out, size, " from %g to %g", least, most);
    else if (least <= (double)-FLT_MAX) out[0] = 0;
    else if (least == (double)FLT_MIN || least == DBL_MIN) snprintf(out, size, " above 0");
    else snprintf(out, size, " of at least %g", least);
}

/* "an integer from 1 to 10", "adam, sgd or momentum". */
static void print_accepted(char *out, size_t size, const struct option_row *row)
{
    char bounds[64];
    const char *finite = isinf(row->reals.most) || row->reals.most < (double)FLT_MAX ? "" : " finite";
    size_t used = 0;
    switch (row->type) {
    case OPTION_FLAG: snprintf(out, size, "no value"); break;
    case OPTION_TEXT: snprintf(out, size, "%s", row->placeholder); break;
    case OPTION_CHOICE:
        out[0] = 0;
        for (int i = 0; choice_name(row, i) && used < size; i++)
            used += (size_t)snprintf(out + used, size - used, "%s%s", i == 0 ? "" : choice_name(row, i + 1) ? ", " : " or ",
                                     choice_name(row, i));
        break;
    case OPTION_INTEGER:
        snprintf(out, size, "an integer from %" PRIu64 " to %" PRIu64, row->integers.least, row->integers.most);
        break;
    case OPTION_SIGNED: snprintf(out, size, "an integer from %.0f to %.0f", row->reals.least, row->reals.most); break;
    case OPTION_REAL:
        print_bounds(bounds, sizeof bounds, row);
        snprintf(out, size, "a%s number%s", finite, bounds);
        break;
    case OPTION_BOOLEAN: snprintf(out, size, "true or false"); break;
    case OPTION_REALS:
        print_bounds(bounds, sizeof bounds, row);
        if (row->integers.least < row->integers.most)
            used = (size_t)snprintf(out, size, "%" PRIu64 " to ", row->integers.least);
        snprintf(out + used, size - used, "%" PRIu64 "%s numbers%s with commas between", row->integers.most, finite, bounds);
        break;
    }
}

/* --- Help. --- */

static void print_help(const struct option_table *table)
{
    printf("usage: nadir %s", table->command);
    for (size_t i = 0; i < table->count; i++)
        if (table->rows[i].required) printf(" --%s %s", table->rows[i].name, table->rows[i].placeholder);
    printf(" [options]\n\n%s\n\n", table->about);
    int width = (int)strlen("help");
    for (size_t i = 0; i < table->count; i++) {
        const struct option_row *row = &table->rows[i];
        const int length = (int)(strlen(row->name) + (row->placeholder ? 1 + strlen(row->placeholder) : 0));
        if (length > width) width = length;
    }
    for (size_t i = 0; i < table->count; i++) {
        const struct option_row *row = &table->rows[i];
        char left[64], accepted[512];
        if (row->heading) printf("\n%s:\n", row->heading);
        snprintf(left, sizeof left, "%s%s%s", row->name, row->placeholder ? " " : "", row->placeholder ? row->placeholder : "");
        printf("  --%-*s  %s", width, left, row->help);
        if (row->type == OPTION_CHOICE) {
            print_accepted(accepted, sizeof accepted, row);
            printf(": %s", accepted);
        }
        for (size_t j = 0; row->aliases && row->aliases[j]; j++) printf(", also --%s", row->aliases[j]);
        if (row->letter) printf(", also -%c", row->letter);
        if (row->fallback) printf(" (default %s)", row->fallback);
        printf("\n");
    }
    printf("  --%-*s  this text\n", width, "help");
}

/* --- Command lines. --- */

static int fail_value(const struct option_table *table, const char *name, const struct option_row *row, const char *value)
{
    char accepted[512];
    print_accepted(accepted, sizeof accepted, row);
    if (value) tool_fail("--%s %s: expected %s, see nadir %s --help", name, value, accepted, table->command);
    else tool_fail("--%s has no value: expected %s, see nadir %s --help", name, accepted, table->command);
    return TOOL_USAGE;
}

/* The row with this name or alias, and which of them it is. */
static const struct option_row *find_row(const struct option_table *table, const char *text, size_t length, const char **name)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct option_row *row = &table->rows[i];
        *name = row->name;
        for (size_t j = 0; *name; *name = row->aliases ? row->aliases[j++] : NULL)
            if (strlen(*name) == length && strncmp(*name, text, length) == 0) return row;
    }
    return NULL;
}

/* The flag that a dash and one letter mean; NULL for anything else. */
static const struct option_row *find_letter(const struct option_table *table, const char *text)
{
    for (size_t i = 0; i < table->count; i++)
        if (table->rows[i].letter && text[0] == '-' && text[1] == table->rows[i].letter && !text[2]) return &table->rows[i];
    return NULL;
}

int options_parse(const struct option_table *table, int argc, char **argv)
{
    bool given[128] = {false};
    assert(table->count <= sizeof given / sizeof given[0]);
    for (size_t i = 0; i < table->count; i++) {
        if (table->rows[i].fallback) (void)parse_value(&table->rows[i], table->rows[i].fallback);
        if (table->rows[i].given) *table->rows[i].given = NULL;
    }
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--help") == 0) {
            print_help(table);
            return TOOL_OK;
        }
    for (int i = 1; i < argc; i++) {
        const struct option_row *row = find_letter(table, argv[i]);
        if (row) {
            (void)parse_value(row, "");
            given[row - table->rows] = true;
            continue;
        }
        const char *text = argv[i] + 2, *name;
        if (strncmp(argv[i], "--", 2) != 0 || !*text) {
            tool_fail("unexpected argument %s: options look like --name value, see nadir %s --help", argv[i], table->command);
            return TOOL_USAGE;
        }
        const size_t length = strcspn(text, "=");
        row = find_row(table, text, length, &name);
        if (!row) {
            tool_fail("unknown option --%.*s, see nadir %s --help", (int)length, text, table->command);
            return TOOL_USAGE;
        }
        const char *value = text[length] == '=' ? text + length + 1 : NULL;
        if (row->type == OPTION_FLAG && value) return fail_value(table, name, row, value);
        if (row->type != OPTION_FLAG && !value) {
            /* A value that begins with dashes is more likely a forgotten one; --name=--value says otherwise. */
            const bool missing = i + 1 == argc || strncmp(argv[i + 1], "--", 2) == 0;
            if (missing && row->type != OPTION_BOOLEAN) return fail_value(table, name, row, NULL);
            value = missing ? "true" : argv[++i];
        }
        if (!parse_value(row, value)) return fail_value(table, name, row, value);
        given[row - table->rows] = true;
        if (row->given) *row->given = name;
    }
    for (size_t i = 0; i < table->count; i++)
        if (table->rows[i].required && !given[i]) {
            tool_fail("--%s %s is missing, see nadir %s --help", table->rows[i].name, table->rows[i].placeholder,
                      table->command);
            return TOOL_USAGE;
        }
    return OPTIONS_RUN;
}
