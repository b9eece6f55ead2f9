/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan changed against the one that it has commitments to, why, and for whom. */
#include <glib.h>

#include "export/tables/changes_rows.h"
#include "export/view/changes.h"

static const char *const words[] = {
    [CHANGE_LEFT_BEHIND] = "left_behind",
    [CHANGE_REROUTED] = "rerouted",
    [CHANGE_ANOTHER_DAY] = "another_day",
    [CHANGE_CANCELLED] = "cancelled",
    [CHANGE_STOPPED] = "stopped",
    [CHANGE_CLOSED] = "closed",
    [CHANGE_REMOVED] = "removed",
    [CHANGE_RETIMED] = "changed",
    [CHANGE_NEW] = "new",
};

/** Sentences are in the language of the headings. */
static Lang lang_of(const CsvWriter *csv) {
    return csv->form.chinese ? LANG_ZH : LANG_EN;
}

/* ---- trains ---- */

/** A train's slot runs as trains.csv has them; none of no train. */
static char *slots_of(const PlanView *view, TrainId id) {
    const Problem *problem = view->problem;
    GString *slots = g_string_new(NULL);
    for (int i = 0; id != NONE && i < problem->trains[id].n_runs; i++) {
        const int run = problem->train_runs[problem->trains[id].first_run + i];
        g_string_append(slots, i > 0 ? ";" : "");
        g_string_append(slots, problem->runs[run].name);
    }
    return g_string_free(slots, FALSE);
}

/** Why a train does not run as it did. */
static char *why_train(const PlanView *view, Lang lang, int i) {
    const Phrase *lost = view->problem->train_promises[i].lost;
    return lost != NULL
               ? changes_why_lost(lang, lost)
               : changes_why_free(lang, plan_view_commitments(view)->earlier_trains[i].price,
                                  TEXT_WHY_TRAIN);
}

static void put_changed_train(const PlanView *view, CsvWriter *csv, const Change *change) {
    const CommittedTrain *earlier =
        change->before == NONE ? NULL
                               : &plan_view_commitments(view)->earlier_trains[change->before];
    g_autofree char *why = earlier == NULL ? NULL : why_train(view, lang_of(csv), change->before);
    g_autofree char *now = slots_of(view, change->now);
    g_autofree char *reason =
        g_strconcat(words[change->reason], why != NULL ? ": " : NULL, why, NULL);
    changes_put(csv, "train",
                earlier != NULL ? earlier->name : train_name(view->names, change->now),
                earlier != NULL ? earlier->slots : "", now);
    csv_put_empty(csv);
    changes_put_cost(csv, earlier != NULL ? earlier->price : 0, reason, "");
}

/* ---- boxes ---- */

/** The name of a train of the earlier plan that the itinerary needs and that does not run; NULL. */
static const char *stopped_train(const PlanView *view, const CommittedItinerary *earlier) {
    for (int i = 0; i < earlier->n_legs; i++) {
        const int train = earlier->legs[i].train;
        if (train >= 0 && !plan_view_runs(view, view->problem->train_promises[train].train)) {
            return plan_view_commitments(view)->earlier_trains[train].name;
        }
    }
    return NULL;
}

/** Why boxes could not or had not to stay; to be freed. */
static char *why_boxes(const PlanView *view, Lang lang, int promise) {
    const CommittedItinerary *earlier = &plan_view_commitments(view)->earlier_itineraries[promise];
    const Phrase *lost = view->problem->itinerary_promises[promise].lost;
    const char *train = lost == NULL ? stopped_train(view, earlier) : NULL;
    return lost != NULL    ? changes_why_lost(lang, lost)
           : train != NULL ? TEXT_WITH(lang, TEXT_WHY_STOPPED, train)
                           : changes_why_free(lang, earlier->price, TEXT_WHY_BOX);
}

/** Boxes that a booking has no more: nothing moved them. */
static void put_cancelled_boxes(const PlanView *view, CsvWriter *csv, const Change *change) {
    const CommittedItinerary *earlier =
        &plan_view_commitments(view)->earlier_itineraries[change->before];
    g_autofree char *was = changes_itinerary_before(view, earlier);
    changes_put(csv, "booking", earlier->booking, was, "");
    csv_put_int(csv, change->boxes);
    changes_put_cost(csv, 0, words[change->reason], "");
}

static void put_changed_boxes(const PlanView *view, CsvWriter *csv, const Change *change,
                              ChangedLoads *loads) {
    const CommittedItinerary *earlier =
        change->before == NONE ? NULL
                               : &plan_view_commitments(view)->earlier_itineraries[change->before];
    const Allocation *own = change->now == NONE ? NULL : &view->plan->allocations[change->now];
    g_autofree char *was = earlier == NULL ? g_strdup("") : changes_itinerary_before(view, earlier);
    g_autofree char *now =
        own == NULL
            ? g_strdup("")
            : changes_itinerary_now(view, &view->plan->rides[own->first_ride], own->n_rides);
    g_autofree char *why = earlier == NULL ? NULL : why_boxes(view, lang_of(csv), change->before);
    g_autofree char *reason =
        g_strconcat(words[change->reason], why != NULL ? ": " : NULL, why, NULL);
    g_autofree char *whom = own != NULL ? g_strdup("") : changes_whom(loads, change->before);
    changes_put(csv, "booking", view->problem->kase->demand[change->demand].code, was, now);
    csv_put_int(csv, change->boxes);
    changes_put_cost(csv, earlier == NULL ? 0 : change->boxes * earlier->price, reason, whom);
}

void changes_csv_write(const PlanView *view, CsvWriter *csv) {
    GArray *changes = changes_of(view);
    ChangedLoads *loads = changed_loads_new(view);
    for (guint i = 0; i < changes->len; i++) {
        const Change *change = &g_array_index(changes, Change, i);
        if (change->of_train) {
            put_changed_train(view, csv, change);
        } else if (change->reason == CHANGE_CANCELLED) {
            put_cancelled_boxes(view, csv, change);
        } else {
            put_changed_boxes(view, csv, change, loads);
        }
    }
    changed_loads_free(loads);
    g_array_free(changes, TRUE);
}
