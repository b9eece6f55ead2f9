/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What is said of how a run ended, in each language. */
#ifndef BANLIE_EXPORT_WORDS_RUN_WORDS_H
#define BANLIE_EXPORT_WORDS_RUN_WORDS_H

#include "base/outcome.h"
#include "export/words/texts.h"
#include "solver/plan.h"

/** What an outcome means, as a clause. */
const char *run_words_outcome(Lang lang, Outcome outcome);

/** Why planning ended without a plan.
 *  @param interrupted  the user had asked to stop
 *  @param bound        on what plans are worth, NAN where none is proven
 *  @return a line to be freed with g_free() */
char *run_words_no_plan(Lang lang, Outcome outcome, bool interrupted, double bound);

/** What to try where a limit came before a plan; NULL where none did. */
const char *run_words_advice(Lang lang, Outcome outcome, bool interrupted);

/** What cut a plan short.
 *  @return a line to be freed with g_free(); NULL where nothing did */
char *run_words_cut_short(Lang lang, const Plan *plan);

/** Why a plan has no prices, likewise. */
char *run_words_no_prices(Lang lang, const Plan *plan);

/** Where memory ran out, beside the planning itself. */
typedef enum { MEMORY_BUILDING, MEMORY_VIEW, MEMORY_WRITING, MEMORY_PRINTING } MemoryUse;

const char *run_words_memory(Lang lang, MemoryUse use);

/** That the plan failed verification. */
const char *run_words_withheld(Lang lang);

/** Where the plan is that could not be put in its place: a line to be freed with g_free(). */
char *run_words_elsewhere(Lang lang, const char *place);

#endif
