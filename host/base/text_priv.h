/* SPDX-License-Identifier: MIT */
/* Text that came from outside. */
#ifndef NADIR_TEXT_PRIV_H
#define NADIR_TEXT_PRIV_H

#include <stddef.h>

/* Bytes of the UTF-8 character at `text`, of which `length` >= 1 bytes may be read; 0 if it is none or a control character. */
size_t nadir__text_character(const char *text, size_t length);

/* Makes a text one line of UTF-8: white space that is a control character becomes a space, other control characters and bytes
 * that are not UTF-8 become '?'. */
void nadir__text_clean(char *text);

#endif
