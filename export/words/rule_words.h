/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A case's named rules, as a planner would say them. */
#ifndef BANLIE_EXPORT_WORDS_RULE_WORDS_H
#define BANLIE_EXPORT_WORDS_RULE_WORDS_H

#include "export/words/texts.h"
#include "model/rules/rules.h"

/** What the rule asks for: `line YIW-DUI: at least 3 trains a week (trains_per_week.min)`. To be
 * freed with g_free(). */
char *rule_words(Lang lang, const Case *kase, const Rule *rule);

#endif
