/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A comparison as one JSON document. */
#ifndef BANLIE_STUDY_COMPARE_COMPARISON_JSON_H
#define BANLIE_STUDY_COMPARE_COMPARISON_JSON_H

#include "study/compare/comparison.h"

/** `plans`: their folders by letter; `inputs`: those that differ, by name; and each table as a list
 * of objects by column, null for empty cells.
 *  @return indented, with a newline at its end; to be freed with g_free(). NULL where it cannot be
 * made */
char *comparison_json_text(const Comparison *comparison) __attribute__((warn_unused_result));

#endif
