/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Parameters as people write them: out of options, and into help, faults and the case's first
 * lines. */
#ifndef BANLIE_STUDY_GENERATE_PARAMETER_TEXT_H
#define BANLIE_STUDY_GENERATE_PARAMETER_TEXT_H

#include "study/generate/parameters.h"

/** Reads a value as written.
 *  @return false where it is none, or out of range: parameter_range_text() says what would be one
 */
bool parameter_parse(ParameterId id, const char *text, int64_t *value)
    __attribute__((warn_unused_result));

/** What values there are: `a whole number from 1 to 52`. To be freed with g_free(). */
char *parameter_range_text(ParameterId id);

/** The value as it would be written on a command line. To be freed with g_free(). */
char *parameter_value_text(ParameterId id, int64_t value);

/** The options that make a case, defaults as well: `--kind operator --seed 1 …`. To be freed with
 *  g_free(). */
char *parameters_text(const Parameters *parameters);

#endif
