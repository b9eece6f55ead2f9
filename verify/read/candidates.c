/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the trains that may run: chains of slot runs along the routes of lines, and trains given by
 * hand. */
#include "verify/read/candidates.h"

#include "verify/read/plan_trains.h"
#include "verify/read/under_way.h"

typedef struct {
    const Case *kase;
    GArray **runs;  /**< per SlotId: its runs, by departure */
    GArray *trains; /**< PlanTrain */
    GArray *chain;  /**< PlanRun: the one being put together */
} CandidateListing;

static const PlanRun *run_at(const GArray *runs, guint i) {
    return &g_array_index(runs, PlanRun, i);
}

/** The first of a slot's runs that departs at this instant or later. */
static guint first_run(const GArray *runs, Minute from) {
    guint low = 0, high = runs->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (run_at(runs, middle)->departs < from) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static void keep_chain(CandidateListing *listing, LineId line, int hand) {
    const Horizon *horizon = &listing->kase->horizon;
    const PlanRun *runs = (const PlanRun *)(const void *)listing->chain->data;
    int days = zone_date(horizon->zone, runs[0].departs) - horizon->start;
    PlanTrain train = {.line = line,
                       .hand = hand,
                       .carried = NOWHERE,
                       .runs = true,
                       .sound = true,
                       .slot_runs = g_memdup2(runs, listing->chain->len * sizeof(PlanRun)),
                       .n_runs = (int)listing->chain->len,
                       .week = days / 7};
    g_array_append_val(listing->trains, train);
}

/** Completes the chain of a train given by hand: each next run is the earliest there is. */
static bool complete(CandidateListing *listing, const Train *train) {
    const Case *kase = listing->kase;
    for (int i = 1; i < train->n_slots; i++) {
        const PlanRun *before = run_at(listing->chain, (guint)i - 1);
        const Station *station = &kase->stations[kase->slots[before->slot].to];
        const GArray *runs = listing->runs[train->slots[i]];
        guint next = first_run(runs, before->arrives + station->through.min_min);
        if (next == runs->len) {
            return false;
        }
        g_array_append_val(listing->chain, *run_at(runs, next));
    }
    return true;
}

static void list_hand(CandidateListing *listing, int hand) {
    const Case *kase = listing->kase;
    const Train *train = &kase->trains[hand];
    const GArray *runs = listing->runs[train->slots[0]];
    for (guint i = 0; i < runs->len && run_at(runs, i)->departs < kase->horizon.end_at; i++) {
        const PlanRun *first = run_at(runs, i);
        if (!train->on_day[date_weekday(first->day)]) {
            continue;
        }
        g_array_set_size(listing->chain, 0);
        g_array_append_val(listing->chain, *first);
        if (complete(listing, train)) {
            keep_chain(listing, train->line, hand);
        }
    }
}

/** Continues a chain along a line's route. Its depth is the route's length. */
static void extend(CandidateListing *listing, LineId id) {
    const Case *kase = listing->kase;
    const Line *line = &kase->lines[id];
    int position = (int)listing->chain->len;
    if (position == line->n_route - 1) {
        keep_chain(listing, id, NOWHERE);
        return;
    }
    Minute from = kase->horizon.start_at, to = kase->horizon.end_at - 1;
    Minute start = 0;
    if (position > 0) {
        const Window *through = &kase->stations[line->route[position]].through;
        Minute arrived = run_at(listing->chain, (guint)position - 1)->arrives;
        start = run_at(listing->chain, 0)->departs;
        from = arrived + through->min_min;
        to = through->max_min == INT64_MAX ? INT64_MAX : arrived + through->max_min;
    }
    for (SlotId slot = 0; slot < kase->n_slots; slot++) {
        const GArray *runs = listing->runs[slot];
        if (kase->slots[slot].from != line->route[position] ||
            kase->slots[slot].to != line->route[position + 1]) {
            continue;
        }
        for (guint i = first_run(runs, from); i < runs->len && run_at(runs, i)->departs <= to;
             i++) {
            const PlanRun *run = run_at(runs, i);
            Minute first = position > 0 ? start : run->departs;
            if (run->arrives > kase->horizon.last_arrival ||
                run->arrives - first > line->max_transit_min) {
                continue;
            }
            g_array_append_val(listing->chain, *run);
            extend(listing, id);
            g_array_set_size(listing->chain, (guint)position);
        }
    }
}

/* ---- regular lines ---- */

static char *candidate_timetable(const PlanTrain *train) {
    GString *key = g_string_new(NULL);
    Date first = 0;
    g_string_append_printf(key, "%d %d", train->line, train->hand);
    for (int i = 0; i < train->n_runs; i++) {
        const PlanRun *run = &train->slot_runs[i];
        first = i == 0 ? run->day : first;
        g_string_append_printf(key, " %d %d %d", run->slot, run->entry, run->day - first);
    }
    return g_string_free(key, FALSE);
}

/** In how many weeks each timetable of regular lines is there. */
static GHashTable *count_weeks(const CandidateListing *listing, char **keys) {
    GHashTable *weeks = g_hash_table_new(g_str_hash, g_str_equal);
    GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < listing->trains->len; i++) {
        const PlanTrain *train = &g_array_index(listing->trains, PlanTrain, i);
        if (!keys[i] || !g_hash_table_add(seen, g_strdup_printf("%s w%d", keys[i], train->week))) {
            continue;
        }
        int count = GPOINTER_TO_INT(g_hash_table_lookup(weeks, keys[i])) + 1;
        g_hash_table_insert(weeks, keys[i], GINT_TO_POINTER(count));
    }
    g_hash_table_unref(seen);
    return weeks;
}

/** Drops the trains of regular lines that are not there in every week. */
static void keep_regular(CandidateListing *listing) {
    char **keys = g_new0(char *, listing->trains->len + 1);
    for (guint i = 0; i < listing->trains->len; i++) {
        const PlanTrain *train = &g_array_index(listing->trains, PlanTrain, i);
        if (listing->kase->lines[train->line].regular) {
            keys[i] = candidate_timetable(train);
        }
    }
    GHashTable *weeks = count_weeks(listing, keys);
    guint kept = 0;
    for (guint i = 0; i < listing->trains->len; i++) {
        PlanTrain *train = &g_array_index(listing->trains, PlanTrain, i);
        if (!keys[i] ||
            GPOINTER_TO_INT(g_hash_table_lookup(weeks, keys[i])) >= listing->kase->horizon.weeks) {
            g_array_index(listing->trains, PlanTrain, kept++) = *train;
        } else {
            g_free(train->slot_runs);
        }
    }
    g_hash_table_unref(weeks);
    for (guint i = 0; i < listing->trains->len; i++) {
        g_free(keys[i]);
    }
    g_free(keys);
    g_array_set_size(listing->trains, kept);
}

/* ---- closed days ---- */

static bool uses_closed(const PlanTrain *train) {
    bool closed = false;
    for (int i = 0; i < train->n_runs; i++) {
        closed |= train->slot_runs[i].closed;
    }
    return closed;
}

/** Takes trains on closed runs out: into `cancelled`. */
static void drop_closed(CandidateListing *listing, GArray *cancelled) {
    guint kept = 0;
    for (guint i = 0; i < listing->trains->len; i++) {
        PlanTrain *train = &g_array_index(listing->trains, PlanTrain, i);
        if (uses_closed(train)) {
            g_array_append_vals(cancelled, train, 1);
        } else {
            g_array_index(listing->trains, PlanTrain, kept++) = *train;
        }
    }
    g_array_set_size(listing->trains, kept);
}

static long count_open(const GArray *runs) {
    long open = 0;
    for (guint i = 0; i < runs->len; i++) {
        open += !run_at(runs, i)->closed;
    }
    return open;
}

/* ---- days on which nothing new leaves ---- */

static bool in_earlier_plan(const Case *kase, const PlanTrain *train) {
    for (int i = 0; i < kase->commitments.n_earlier_trains; i++) {
        if (plan_train_is(kase, train, &kase->commitments.earlier_trains[i])) {
            return true;
        }
    }
    return false;
}

static bool may_not_leave(const Case *kase, const PlanTrain *train) {
    bool always = train->hand >= 0 && !kase->trains[train->hand].optional;
    return train->slot_runs[0].departs < kase->commitments.no_new_before && !always &&
           !in_earlier_plan(kase, train);
}

/** Drops trains that the earlier plan does not run where its days are frozen; of a regular line all
 *  weeks of a timetable. */
static void drop_new(CandidateListing *listing) {
    const Case *kase = listing->kase;
    GHashTable *barred = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    guint count = listing->trains->len, kept = 0;
    bool *out = g_new0(bool, count + 1);
    for (guint i = 0; kase->commitments.given && i < count; i++) {
        const PlanTrain *train = &g_array_index(listing->trains, PlanTrain, i);
        out[i] = may_not_leave(kase, train);
        if (out[i] && kase->lines[train->line].regular) {
            g_hash_table_add(barred, candidate_timetable(train));
        }
    }
    for (guint i = 0; i < count; i++) {
        PlanTrain *train = &g_array_index(listing->trains, PlanTrain, i);
        g_autofree char *key = kase->lines[train->line].regular ? candidate_timetable(train) : NULL;
        if (out[i] || (key && g_hash_table_contains(barred, key))) {
            g_free(train->slot_runs);
        } else {
            g_array_index(listing->trains, PlanTrain, kept++) = *train;
        }
    }
    g_array_set_size(listing->trains, kept);
    g_hash_table_unref(barred);
    g_free(out);
}

void candidates_list(PlanRead *plan) {
    const Case *kase = plan->kase;
    CandidateListing listing = {.kase = kase,
                                .runs = g_new0(GArray *, (gsize)kase->n_slots + 1),
                                .trains = g_array_new(FALSE, FALSE, sizeof(PlanTrain)),
                                .chain = g_array_new(FALSE, FALSE, sizeof(PlanRun))};
    for (SlotId slot = 0; slot < kase->n_slots; slot++) {
        listing.runs[slot] = slot_runs_list(kase, slot);
    }
    for (int hand = 0; hand < kase->n_trains; hand++) {
        list_hand(&listing, hand);
    }
    for (LineId line = 0; line < kase->n_lines; line++) {
        if (kase->lines[line].n_trains == 0 && kase->lines[line].n_route >= 2) {
            g_array_set_size(listing.chain, 0);
            extend(&listing, line);
        }
    }
    GArray *cancelled = g_array_new(FALSE, FALSE, sizeof(PlanTrain));
    keep_regular(&listing);
    drop_closed(&listing, cancelled);
    drop_new(&listing);
    plan->n_cancelled = (int)cancelled->len;
    plan->cancelled = (PlanTrain *)(void *)g_array_free(cancelled, FALSE);
    for (SlotId slot = 0; slot < kase->n_slots; slot++) {
        plan->n_slot_runs += count_open(listing.runs[slot]);
        g_array_free(listing.runs[slot], TRUE);
    }
    g_free(listing.runs);
    g_array_free(listing.chain, TRUE);
    plan->n_candidates = (int)listing.trains->len;
    plan->candidates = (PlanTrain *)(void *)g_array_free(listing.trains, FALSE);
}

void candidates_lay(PlanRead *plan) {
    for (int i = 0; i < plan->n_candidates; i++) {
        if (!plan->candidates[i].legs) {
            plan_train_lay(plan->kase, &plan->candidates[i]);
        }
    }
}

long candidates_legs(const PlanRead *plan) {
    long legs = 0;
    for (int i = 0; i < plan->n_candidates; i++) {
        for (int run = 0; run < plan->candidates[i].n_runs; run++) {
            legs += plan->kase->slots[plan->candidates[i].slot_runs[run].slot].n_stops + 1;
        }
    }
    return legs;
}

GHashTable *candidates_wanting(const PlanRead *plan) {
    GHashTable *wanting = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (int i = 0; i < plan->n_candidates; i++) {
        for (int run = 0; run < plan->candidates[i].n_runs; run++) {
            gint64 *key = g_new(gint64, 1);
            *key = slot_run_key(plan->kase, &plan->candidates[i].slot_runs[run]);
            int count = GPOINTER_TO_INT(g_hash_table_lookup(wanting, key)) + 1;
            g_hash_table_insert(wanting, key, GINT_TO_POINTER(count));
        }
    }
    return wanting;
}
