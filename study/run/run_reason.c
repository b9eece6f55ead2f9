/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in one line why there is no plan. */
#include "study/run/run_reason.h"

#include <glib.h>

#include "export/words/findings/finding_words.h"
#include "export/words/rule_words.h"
#include "export/words/run_words.h"

/** The first error, and how many more there are. */
static char *first_error(Lang lang, const Findings *findings) {
    const int errors = findings_errors(findings);
    for (int i = 0; i < findings_count(findings); i++) {
        const Finding *finding = findings_get(findings, i);
        if (finding->severity != FINDING_ERROR) {
            continue;
        }
        g_autofree char *words = finding_words(lang, finding->phrase);
        g_autofree char *others = g_strdup_printf("%d", errors - 1);
        g_autofree char *more = errors > 1 ? TEXT_WITH(lang, TEXT_AND_MORE, others) : g_strdup("");
        return g_strdup_printf("%s:%d:%d: %s%s", finding->place.file, finding->place.line,
                               finding->place.column, words, more);
    }
    return g_strdup("");
}

/** The rules that clash. */
static char *clashing_rules(Lang lang, const Conflict *conflict) {
    static const char *const separators[N_LANGS] = {"; ", "；"};
    if (conflict == NULL || conflict->n_members == 0) {
        return g_strdup(text_get(lang, TEXT_CONFLICT_UNKNOWN));
    }
    GString *text = g_string_new(NULL);
    for (int i = 0; i < conflict->n_members; i++) {
        const Rule *rule = &conflict->rules.items[conflict->members[i]];
        g_autofree char *words = rule_words(lang, conflict->rules.kase, rule);
        g_string_append_printf(text, "%s%s", i > 0 ? separators[lang] : "", words);
    }
    return g_string_free(text, FALSE);
}

/** The first fault that the verifier found. */
static char *first_fault(const VerifyReport *report) {
    if (report == NULL || report->n_shown == 0) {
        return g_strdup("");
    }
    const Violation *fault = &report->shown[0];
    return fault->row > 0 ? g_strdup_printf("%s:%d: %s", fault->file, fault->row, fault->text)
                          : g_strdup_printf("%s: %s", fault->file, fault->text);
}

char *run_reason(Lang lang, const PlanRun *run) {
    switch (run->outcome) {
    case OUTCOME_INFEASIBLE:
        return clashing_rules(lang, run->conflict);
    case OUTCOME_FAULTY:
        return first_error(lang, run->loading.findings);
    case OUTCOME_UNVERIFIED:
        return first_fault(run->delivery.report);
    default:
        return g_strdup(run_words_outcome(lang, run->outcome));
    }
}
