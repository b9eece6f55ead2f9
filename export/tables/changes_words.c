/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows of changes.csv share: how an itinerary is written, and why something moved. */
#include <glib.h>

#include "export/tables/changes_rows.h"
#include "export/words/findings/finding_words.h"

void changes_put(CsvWriter *csv, const char *kind, const char *id, const char *was,
                 const char *now) {
    csv_put_text(csv, kind);
    csv_put_text(csv, id);
    csv_put_text(csv, was);
    csv_put_text(csv, now);
}

void changes_put_cost(CsvWriter *csv, double cost, const char *reason, const char *whom) {
    csv_put_money(csv, cost);
    csv_put_text(csv, reason);
    csv_put_text(csv, whom);
    csv_end_row(csv);
}

char *changes_why_free(Lang lang, double price, TextKey key) {
    g_autofree char *number = g_strdup_printf("%.10g", price);
    return price > 0 ? TEXT_WITH(lang, key, number) : g_strdup(text_get(lang, TEXT_WHY_FREE));
}

char *changes_why_lost(Lang lang, const Phrase *lost) {
    g_autofree char *why = phrase_words(lang, lost);
    return TEXT_WITH(lang, TEXT_WHY_LOST, why);
}

/* ---- itineraries, as `TRAIN FROM>TO; FEEDER@DEPARTURE FROM>TO` ---- */

static void append_part(GString *text, const char *carrier, const char *from, const char *to) {
    g_string_append_printf(text, "%s%s %s>%s", text->len > 0 ? "; " : "", carrier, from, to);
}

static void append_feeder(GString *text, const char *code, const char *leaves, const char *from,
                          const char *to) {
    g_autofree char *carrier = g_strconcat(code, "@", leaves, NULL);
    append_part(text, carrier, from, to);
}

static const char *train_of_leg(const PlanView *view, const CommittedLeg *leg) {
    return leg->under_way >= 0 ? view->problem->kase->carried->trains[leg->under_way].name
                               : view->problem->kase->commitments.earlier_trains[leg->train].name;
}

char *changes_itinerary_before(const PlanView *view, const CommittedItinerary *earlier) {
    GString *text = g_string_new(NULL);
    for (int i = 0; i < earlier->n_legs; i++) {
        const CommittedLeg *leg = &earlier->legs[i];
        const char *from = leg->from;
        if (committed_by_feeder(leg)) {
            append_feeder(text, leg->run, leg->leaves, leg->from, leg->to);
            continue;
        }
        while (i + 1 < earlier->n_legs && earlier->legs[i + 1].train == leg->train &&
               earlier->legs[i + 1].under_way == leg->under_way) {
            i++;
        }
        append_part(text, train_of_leg(view, leg), from, earlier->legs[i].to);
    }
    return g_string_free(text, FALSE);
}

static void append_feeder_run(const PlanView *view, GString *text, FeederRunId id) {
    if (id == NONE) {
        return;
    }
    const Case *kase = view->problem->kase;
    const FeederRun *run = &view->problem->feeder_runs[id];
    const Feeder *feeder = &kase->feeders[run->feeder];
    char leaves[INSTANT_TEXT_SIZE];
    append_feeder(text, feeder->code,
                  instant_format(problem_zone(view->problem, feeder->from), run->departs, leaves),
                  kase->stations[feeder->from].code, kase->stations[feeder->to].code);
}

char *changes_itinerary_now(const PlanView *view, const Ride *rides, int n_rides) {
    const Problem *problem = view->problem;
    GString *text = g_string_new(NULL);
    for (int i = 0; i < n_rides; i++) {
        const Leg *first = &problem->legs[rides[i].first], *last = &problem->legs[rides[i].last];
        append_feeder_run(view, text, rides[i].before);
        append_part(text, train_name(view->names, first->train),
                    problem->kase->stations[first->from].code,
                    problem->kase->stations[last->to].code);
        append_feeder_run(view, text, rides[i].after);
    }
    return g_string_free(text, FALSE);
}
