/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Numbers, flags and codes out of the text of a scalar, whatever the locale.
 *
 *  Each function says what is wrong with the text, FAULT_NONE where all is well. */
#ifndef BANLIE_BASE_VALUES_H
#define BANLIE_BASE_VALUES_H

#include <stdbool.h>

#include "base/fault.h"

/** The least magnitude of any number of a case but 0: what is less is a slip, and no help to a
 * solver. */
#define NUMBER_LEAST 1e-9

/** A decimal number such as `12`, `-3.5` or `1.2e6`. What is beyond a double becomes its greatest,
 * or its least but 0: always finite, and 0 only where 0 is written. */
Fault number_parse(const char *text, double *number);

/** A whole number, at most 1e9 in magnitude; `1e3` and `40.0` are whole, too. */
Fault count_parse(const char *text, int *count);

/** A number as a whole one, likewise. */
Fault count_of(double number, int *count);

/** `true` or `false`, `yes` or `no`, `是` or `否`, `1` or `0`, in any case. */
Fault flag_parse(const char *text, bool *flag);

/** A code: letters, digits, `.`, `_` and `-`, at most 32, a letter or digit first. */
Fault code_check(const char *text);

/** An id as a company has it: letters and digits of any script (marks on them too), then `.`, `_`,
 * `-`, `/` and `#` as well, at most 64 characters as Unicode composes them (NFC), a letter or digit
 * first; no full-width or half-width forms. */
Fault id_check(const char *text);

/** A text as Unicode composes it (NFC), so that equal texts have equal bytes; what is no UTF-8
 * stays as it is. To be freed with g_free(). */
char *text_composed(const char *text) __attribute__((warn_unused_result, returns_nonnull));

/** An ISO 3166 alpha-2 country: two capital letters. */
Fault country_check(const char *text);

#endif
