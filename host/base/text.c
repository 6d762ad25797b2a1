/* SPDX-License-Identifier: MIT */
/* Text that came from outside: what of it a terminal can show. */
#include "text_priv.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

size_t nadir__text_character(const char *text, size_t length)
{
    const unsigned char *at = (const unsigned char *)text;
    static const uint32_t least[] = {0, 0, 0xa0, 0x800, 0x10000}; /* refuses overlong forms; U+0080..9F are controls */
    if (at[0] < 0x80) return at[0] >= 0x20 && at[0] != 0x7f;
    const size_t bytes = at[0] >= 0xf0 ? 4 : at[0] >= 0xe0 ? 3 : 2;
    if (at[0] < 0xc2 || at[0] > 0xf4 || bytes > length) return 0;
    uint32_t code = at[0] & (0x7fu >> bytes);
    for (size_t i = 1; i < bytes; i++) {
        if ((at[i] & 0xc0) != 0x80) return 0;
        code = code << 6 | (at[i] & 0x3f);
    }
    const bool surrogate = code >= 0xd800 && code <= 0xdfff;
    return code < least[bytes] || code > 0x10ffff || surrogate ? 0 : bytes;
}

void nadir__text_clean(char *text)
{
    const size_t length = strlen(text);
    for (size_t i = 0; i < length;) {
        const size_t bytes = nadir__text_character(text + i, length - i);
        if (bytes == 0) text[i] = text[i] >= '\t' && text[i] <= '\r' ? ' ' : '?';
        i += bytes ? bytes : 1;
    }
}
