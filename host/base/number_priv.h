/* SPDX-License-Identifier: MIT */
/* Numbers as text, with a decimal point in every locale. */
#ifndef NADIR_NUMBER_PRIV_H
#define NADIR_NUMBER_PRIV_H

#include <stdbool.h>

enum { ND_NUMBER_TEXT = 32 };

/* 17 significant digits: reading it back gives the same double. Returns `text`. */
const char *nadir__number_text(char text[ND_NUMBER_TEXT], double number);

/* The whole of `text` as a finite number; false, with *out untouched, for anything else. */
bool nadir__number_parse(double *out, const char *text);

#endif
