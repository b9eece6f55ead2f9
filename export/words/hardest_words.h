/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Which rules were hardest to keep, as lines that people read. */
#ifndef BANLIE_EXPORT_WORDS_HARDEST_WORDS_H
#define BANLIE_EXPORT_WORDS_HARDEST_WORDS_H

#include "export/words/texts.h"
#include "solver/conflict/hardest.h"

/** A line that says what is known, and one for each of the rules, with its place in the case.
 *  @param speaker  whom lines without a place begin with: `banlie plan`
 *  @return to be freed with g_free() */
char *hardest_words(Lang lang, const Case *kase, const Hardest *hardest, const char *speaker);

#endif
