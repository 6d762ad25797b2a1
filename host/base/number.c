/* SPDX-License-Identifier: MIT */
/* Numbers as text, with a decimal point in every locale. */
#include "number_priv.h"

#include <ctype.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the calling thread's locale writes between units and tenths. */
static const char *decimal_point(void)
{
    return localeconv()->decimal_point;
}

const char *nadir__number_text(char text[ND_NUMBER_TEXT], double number)
{
    snprintf(text, ND_NUMBER_TEXT, "%.17g", number);
    const char *point = decimal_point();
    char *at = strcmp(point, ".") != 0 ? strstr(text, point) : NULL;
    if (at) {
        *at = '.';
        memmove(at + 1, at + strlen(point), strlen(at + strlen(point)) + 1);
    }
    return text;
}

bool nadir__number_parse(double *out, const char *text)
{
    char local[64], *end;
    const char *point = decimal_point();
    size_t length = 0;
    if (!text[0] || isspace((unsigned char)text[0])) return false;
    for (; *text; text++) {
        const bool dot = *text == '.';
        const size_t part = dot ? strlen(point) : 1;
        if ((!dot && *text == *point) || length + part >= sizeof local) return false;
        memcpy(local + length, dot ? point : text, part);
        length += part;
    }
    local[length] = 0;
    const double number = strtod(local, &end);
    if (*end || !isfinite(number)) return false;
    *out = number;
    return true;
}
