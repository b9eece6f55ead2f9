/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines that tell of a conflict: the rules that clash, the repairs, and what holds of them.
 * Put together here; the sentences stand in texts.c. */
#include "export/words/conflict_words.h"

#include <glib.h>

#include "export/words/repair_words.h"
#include "export/words/rule_words.h"
#include "export/words/run_words.h"

/** Lines of rules that are shown; where hundreds of bookings want the same trains, more say no
 * more. */
enum { SHOWN_MAX = 30 };

/** The text under construction. */
typedef struct {
    Lang lang;
    const char *speaker;
    const Conflict *conflict;
    GString *text;
} Telling;

static void tell_line(Telling *telling, const char *sentence) {
    g_string_append_printf(telling->text, "%s: %s\n", telling->speaker, sentence);
}

static void tell_text(Telling *telling, TextKey key) {
    tell_line(telling, text_get(telling->lang, key));
}

/** What is to be said of a place in the case.
 *  @param key  what kind of line it is: {1} are the words */
static void tell_at(Telling *telling, Place place, TextKey key, const char *words) {
    g_autofree char *sentence = TEXT_WITH(telling->lang, key, words);
    g_string_append(telling->text, place.file);
    if (place.line > 0) {
        g_string_append_printf(telling->text, ":%d:%d", place.line, place.column);
    }
    g_string_append_printf(telling->text, ": %s\n", sentence);
}

static void tell_members(Telling *telling) {
    const Conflict *conflict = telling->conflict;
    for (int i = 0; i < conflict->n_members && i < SHOWN_MAX; i++) {
        const Rule *rule = &conflict->rules.items[conflict->members[i]];
        g_autofree char *words = rule_words(telling->lang, conflict->rules.kase, rule);
        tell_at(telling, rule->place, TEXT_CONFLICT_RULE, words);
    }
    if (conflict->n_members > SHOWN_MAX) {
        g_autofree char *more = text_integer(conflict->n_members - SHOWN_MAX);
        g_autofree char *sentence = TEXT_WITH(telling->lang, TEXT_CONFLICT_MORE, more);
        tell_line(telling, sentence);
    }
}

static void tell_clash(Telling *telling) {
    const Conflict *conflict = telling->conflict;
    tell_text(telling, conflict->n_members == 0   ? TEXT_CONFLICT_UNNAMED
                       : conflict->n_members == 1 ? TEXT_CONFLICT_OF_ONE
                                                  : TEXT_CONFLICT);
    tell_members(telling);
    if (conflict->n_members > 1 && !conflict->minimal) {
        tell_text(telling, TEXT_CONFLICT_OPEN);
    }
    if (conflict->ended != OUTCOME_DONE) {
        g_autofree char *sentence = TEXT_WITH(telling->lang, TEXT_CONFLICT_CUT,
                                              run_words_outcome(telling->lang, conflict->ended));
        tell_line(telling, sentence);
    }
}

/** Whether a repair is of a rule that the conflict does not name. */
static bool repairs_others(const Conflict *conflict) {
    for (int i = 0; i < conflict->repairs.count; i++) {
        bool named = false;
        for (int j = 0; j < conflict->n_members; j++) {
            named |= conflict->members[j] == conflict->repairs.items[i].change.rule;
        }
        if (!named) {
            return true;
        }
    }
    return false;
}

static void tell_repairs(Telling *telling) {
    const Conflict *conflict = telling->conflict;
    for (int i = 0; i < conflict->repairs.count; i++) {
        const Repair *repair = &conflict->repairs.items[i];
        g_autofree char *words = repair_words(telling->lang, &conflict->rules, repair);
        tell_at(telling, repair->place, TEXT_CONFLICT_REPAIR, words);
    }
    if (conflict->n_members > 0 && repairs_others(conflict)) {
        tell_text(telling, TEXT_REPAIRS_OF_OTHERS);
    }
    if (conflict->repairs.count == 1) {
        tell_text(telling, conflict->repaired ? TEXT_REPAIR_MENDS : TEXT_REPAIR_MAY_MEND);
    } else if (conflict->repairs.count > 1) {
        tell_text(telling, conflict->repaired ? TEXT_REPAIRS_MEND : TEXT_REPAIRS_MAY_MEND);
    }
}

char *conflict_words(Lang lang, const Conflict *conflict, const char *speaker) {
    Telling telling = {lang, speaker, conflict, g_string_new(NULL)};
    tell_clash(&telling);
    tell_repairs(&telling);
    return g_string_free(telling.text, FALSE);
}
