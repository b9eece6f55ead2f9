/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Repairs of a case without a plan, as a planner would say them. */
#ifndef BANLIE_EXPORT_WORDS_REPAIR_WORDS_H
#define BANLIE_EXPORT_WORDS_REPAIR_WORDS_H

#include "export/words/texts.h"
#include "solver/conflict/repair.h"

/** What is to be changed: `lower trains_per_week.min of line YIW-DUI from 3 to 2`. To be freed with
 * g_free(). */
char *repair_words(Lang lang, const Rules *rules, const Repair *repair);

#endif
