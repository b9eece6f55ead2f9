/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Words that the JSON Schema and the reference page share; both are in English alone. */
#ifndef BANLIE_CONFIG_SCHEMA_SCHEMA_WORDS_H
#define BANLIE_CONFIG_SCHEMA_SCHEMA_WORDS_H

#include "config/reader/fields.h"

/** What a member of a section is called: "station". */
const char *schema_noun(Section section);

/** What is asked of a number: "must lie in 0 to 1". To be freed with g_free(). */
char *schema_range(const Range *range);

#endif
