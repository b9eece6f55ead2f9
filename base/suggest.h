/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  "Did you mean": the known word that is nearest to an unknown one. */
#ifndef BANLIE_BASE_SUGGEST_H
#define BANLIE_BASE_SUGGEST_H

/** A search under way; begin with suggestion_start(). */
typedef struct {
    const char *word;
    const char *best; /**< nearest so far, NULL where none is near enough */
    int distance;
} Suggestion;

Suggestion suggestion_start(const char *word);

/** Considers a known word; of equally near ones the first is kept. */
void suggestion_try(Suggestion *suggestion, const char *known);

/** Edit distance: letters put in, left out, changed, or swapped with their neighbour; capitals
 * count as small letters.
 *  @return at most `limit` + 1 */
int edit_distance(const char *a, const char *b, int limit);

#endif
