/** @file
 *  Numbers, flags and codes out of the text of a scalar, whatever the locale. */
#ifndef BANLIE_CONFIG_VALUES_H
#define BANLIE_CONFIG_VALUES_H

#include <stdbool.h>

/** What is wrong with a text, to follow the text itself in a message ("is no number, …"); NULL
 * where all is well. */
typedef const char *Fault;

/** The greatest magnitude of any number of a case. */
#define NUMBER_MAX 1e12

/** A decimal number such as `12`, `-3.5` or `1.2e6`: finite, at most NUMBER_MAX in magnitude. */
Fault number_parse(const char *text, double *number);

/** A whole number, at most 1e9 in magnitude. */
Fault count_parse(const char *text, int *count);

/** `true` or `false`. */
Fault flag_parse(const char *text, bool *flag);

/** A code: letters, digits, `.`, `_` and `-`, at most 32, a letter or digit first. */
Fault code_check(const char *text);

/** An ISO 3166 alpha-2 country: two capital letters. */
Fault country_check(const char *text);

#endif
