/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines on the rules that were hardest to keep. */
#include "export/words/hardest_words.h"

#include <glib.h>

#include "export/words/rule_words.h"

/** The line of a rule whose price is money: what a unit of what it asks for would gain. */
static TextKey gain_key(const Rule *rule) {
    switch (rule->kind) {
    case RULE_LINE_MIN:
    case RULE_ALWAYS:
    case RULE_FROZEN_TRAIN:
        return TEXT_HARD_TRAIN;
    case RULE_BALANCE:
        return rule->detail == BALANCE_OF_TRAINS ? TEXT_HARD_TRAIN : TEXT_HARD_TEU;
    case RULE_LOAD_FACTOR:
        return TEXT_HARD_TEU;
    default:
        return TEXT_HARD_BOX;
    }
}

/** Places of commitments may be a folder, without a line. */
static void add_rule(GString *text, Lang lang, const Case *kase, const Hardest *hardest, int i) {
    const HardRule *hard = &hardest->items[i];
    const Place place = hard->rule.place;
    g_autofree char *words = rule_words(lang, kase, &hard->rule);
    g_autofree char *gain = g_strdup_printf("%.0f", hard->price);
    g_autofree char *sentence =
        hardest->in_money ? TEXT_WITH(lang, gain_key(&hard->rule), words, gain, kase->currency)
                          : TEXT_WITH(lang, TEXT_HARD_RULE, words);
    g_string_append(text, place.file);
    if (place.line > 0) {
        g_string_append_printf(text, ":%d:%d", place.line, place.column);
    }
    g_string_append_printf(text, ": %s\n", sentence);
}

char *hardest_words(Lang lang, const Case *kase, const Hardest *hardest, const char *speaker) {
    GString *text = g_string_new(NULL);
    g_string_append_printf(text, "%s: %s\n", speaker,
                           text_get(lang, !hardest->solved      ? TEXT_HARDEST_UNKNOWN
                                          : hardest->count == 0 ? TEXT_HARDEST_FREE
                                                                : TEXT_HARDEST));
    for (int i = 0; i < hardest->count; i++) {
        add_rule(text, lang, kase, hardest, i);
    }
    return g_string_free(text, FALSE);
}
