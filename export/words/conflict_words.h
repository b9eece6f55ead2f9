/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Why a case has no plan, and what would have to give way, as a planner reads it. */
#ifndef BANLIE_EXPORT_WORDS_CONFLICT_WORDS_H
#define BANLIE_EXPORT_WORDS_CONFLICT_WORDS_H

#include "export/words/texts.h"
#include "solver/conflict/conflict.h"

/** Lines of text: one a rule and a repair, with its place in the case, and what holds of them
 * together. Of very many rules the first are told.
 *  @param speaker  begins the lines that have no place: `banlie plan`
 *  @return to be freed with g_free() */
char *conflict_words(Lang lang, const Conflict *conflict, const char *speaker);

#endif
