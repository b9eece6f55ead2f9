/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks what an earlier plan promised, docs/model.md (15): frozen trains and boxes are where they
 * were, what moved has its price, and changes.csv says all of it and nothing else. */
#include <string.h>

#include "verify/checks/check_changes.h"
#include "verify/checks/checks.h"
#include "verify/read/expect.h"
#include "verify/read/plan_moves.h"
#include "verify/read/under_way.h"

/** Boxes of a booking on one itinerary, then and now. */
typedef struct {
    const char *booking;
    const CommittedItinerary *earlier; /**< NULL: it is new */
    char *now;                         /**< in words, with today's trains; NULL: nobody takes it */
    long boxes;                        /**< now */
    bool closed;                       /**< it rides a train to which nothing may be added */
} ItineraryUse;

static void itinerary_use_free(void *data) {
    ItineraryUse *use = data;
    g_free(use->now);
    g_free(use);
}

static void expect_change(CommitmentCheck *check, const char *kind, const char *id, const char *was,
                          const char *now, WantedChange change) {
    WantedChange *kept = g_new(WantedChange, 1);
    *kept = change;
    g_hash_table_insert(check->changes, g_strjoin("\x1f", kind, id, was, now, NULL), kept);
}

/* ---- trains ---- */

static char *promise_key(const char *line, const char *slots) {
    return g_strjoin("\x1f", line, slots, NULL);
}

/** The chains that run now, by line and slot runs. */
static GHashTable *running_chains(const CommitmentCheck *check) {
    const CheckedTable *table = &check->plan->tables[TABLE_TRAINS];
    GHashTable *chains = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int row = 1; row < table->n_rows; row++) {
        if (strcmp(checked_cell(table, row, TRAIN_RUNS), "true") == 0) {
            g_hash_table_add(chains, promise_key(checked_cell(table, row, TRAIN_LINE),
                                                 checked_cell(table, row, TRAIN_SLOTS)));
        }
    }
    return chains;
}

/** Slot runs of a train of this name that runs now and did not before; "" where there is none. */
static const char *namesake_slots(const CommitmentCheck *check, const char *name) {
    const CheckedTable *table = &check->plan->tables[TABLE_TRAINS];
    int row = checked_find(check->train_rows, name, "");
    if (row == 0 || strcmp(checked_cell(table, row, TRAIN_RUNS), "true") != 0) {
        return "";
    }
    g_autofree char *key =
        promise_key(checked_cell(table, row, TRAIN_LINE), checked_cell(table, row, TRAIN_SLOTS));
    return g_hash_table_contains(check->before, key) ? "" : checked_cell(table, row, TRAIN_SLOTS);
}

static bool runs_no_more(const CommitmentCheck *check, const char *name) {
    for (int i = 0; i < check->committed->n_earlier_trains; i++) {
        const CommittedTrain *earlier = &check->committed->earlier_trains[i];
        g_autofree char *key = promise_key(earlier->line, earlier->slots);
        if (strcmp(earlier->name, name) == 0 && !g_hash_table_contains(check->running, key)) {
            return true;
        }
    }
    return false;
}

static void check_promised_train(CommitmentCheck *check, const CommittedTrain *earlier) {
    char *key = promise_key(earlier->line, earlier->slots);
    bool runs = g_hash_table_contains(check->running, key);
    double price = earlier->price;
    report_check(check->plan->report, VERIFY_COMMITMENTS, runs || !earlier->frozen, "trains.csv", 0,
                 "the train %s of the earlier plan is frozen, but does not run", earlier->name);
    if (!runs) {
        check->plan->moved_cost += price;
        check->plan->moved_trains_cost += price;
        const char *now = namesake_slots(check, earlier->name);
        expect_change(check, "train", earlier->name, earlier->slots, now,
                      (WantedChange){0, price, false, NULL});
    }
    g_free(key);
}

/** Every train that runs now and did not before is a change, or part of one. */
static void expect_new_trains(CommitmentCheck *check) {
    const CheckedTable *table = &check->plan->tables[TABLE_TRAINS];
    for (int row = 1; row < table->n_rows; row++) {
        const char *slots = checked_cell(table, row, TRAIN_SLOTS);
        const char *name = checked_cell(table, row, TRAIN_NAME);
        char *key = promise_key(checked_cell(table, row, TRAIN_LINE), slots);
        if (strcmp(checked_cell(table, row, TRAIN_RUNS), "true") == 0 &&
            !g_hash_table_contains(check->before, key) && !runs_no_more(check, name)) {
            expect_change(check, "train", name, "", slots, (WantedChange){0, 0, false, NULL});
        }
        g_free(key);
    }
}

static void check_trains_kept(CommitmentCheck *check) {
    check->running = running_chains(check);
    check->before = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int i = 0; i < check->committed->n_earlier_trains; i++) {
        const CommittedTrain *earlier = &check->committed->earlier_trains[i];
        g_hash_table_add(check->before, promise_key(earlier->line, earlier->slots));
    }
    for (int i = 0; i < check->committed->n_earlier_trains; i++) {
        check_promised_train(check, &check->committed->earlier_trains[i]);
    }
    expect_new_trains(check);
    g_hash_table_unref(check->before);
    g_hash_table_unref(check->running);
}

/* ---- itineraries: a key that tells them apart, and words for people ---- */

typedef struct {
    GString *key, *words;
    const char *carrier; /**< of the part in hand, NULL before the first */
    bool closed;         /**< it rides a train to which nothing may be added */
} Writing;

static Writing writing_start(const char *booking) {
    return (Writing){g_string_new(booking), g_string_new(NULL), NULL, false};
}

/** Ends the part in hand at this station. */
static void end_part(Writing *writing, const char *to) {
    if (writing->carrier) {
        g_string_append_printf(writing->words, ">%s", to);
    }
}

static void begin_part(Writing *writing, const char *carrier, const char *leaves,
                       const char *from) {
    g_string_append_printf(writing->words, "%s%s%s%s %s", writing->words->len > 0 ? "; " : "",
                           carrier, leaves ? "@" : "", leaves ? leaves : "", from);
    writing->carrier = carrier;
}

static void write_feeder_part(Writing *writing, const char *code, const char *leaves,
                              const char *from, const char *to) {
    g_string_append_printf(writing->key, "\x1e%s\x1f%s\x1f%s\x1f%s", code, from, to, leaves);
    begin_part(writing, code, leaves, from);
    end_part(writing, to);
    writing->carrier = NULL;
}

static void write_train_part(Writing *writing, const char *train, const char *line,
                             const char *slots, const char *run, const char *from, const char *to) {
    g_string_append_printf(writing->key, "\x1e%s\x1f%s\x1f%s\x1f%s\x1f%s", line, slots, run, from,
                           to);
    if (!writing->carrier || strcmp(writing->carrier, train) != 0) {
        begin_part(writing, train, NULL, from);
    } else {
        g_string_truncate(writing->words,
                          (gsize)(strrchr(writing->words->str, '>') - writing->words->str));
    }
    end_part(writing, to);
}

static Writing write_earlier(const CommitmentCheck *check, const CommittedItinerary *earlier) {
    Writing writing = writing_start(earlier->booking);
    for (int i = 0; i < earlier->n_legs; i++) {
        const CommittedLeg *leg = &earlier->legs[i];
        if (committed_by_feeder(leg)) {
            write_feeder_part(&writing, leg->run, leg->leaves, leg->from, leg->to);
            continue;
        }
        if (leg->under_way >= 0) {
            const char *name = check->plan->kase->carried->trains[leg->under_way].name;
            write_train_part(&writing, name, "", name, leg->run, leg->from, leg->to);
            continue;
        }
        const CommittedTrain *train = &check->committed->earlier_trains[leg->train];
        write_train_part(&writing, train->name, train->line, train->slots, leg->run, leg->from,
                         leg->to);
    }
    return writing;
}

static void write_leg(const CommitmentCheck *check, Writing *writing, int row) {
    const CheckedTable *legs = &check->plan->tables[TABLE_LEGS];
    const CheckedTable *trains = &check->plan->tables[TABLE_TRAINS];
    const char *carrier = checked_cell(legs, row, LEG_TRAIN);
    const char *run = checked_cell(legs, row, LEG_SLOT);
    const char *from = checked_cell(legs, row, LEG_FROM), *to = checked_cell(legs, row, LEG_TO);
    int train = checked_find(check->train_rows, carrier, "");
    const PlanTrain *ridden = plan_train_named(check->plan, carrier);
    writing->closed |= ridden && plan_train_closed(check->plan->kase, ridden);
    if (train > 0 && strcmp(checked_cell(trains, train, TRAIN_RUNS), "under_way") == 0) {
        write_train_part(writing, carrier, "", carrier, run, from, to);
    } else if (run[0] == '\0') {
        write_feeder_part(writing, carrier, checked_cell(legs, row, LEG_DEPARTS), from, to);
    } else {
        write_train_part(writing, carrier, train > 0 ? checked_cell(trains, train, TRAIN_LINE) : "",
                         train > 0 ? checked_cell(trains, train, TRAIN_SLOTS) : "", run, from, to);
    }
}

/* ---- boxes ---- */

static ItineraryUse *itinerary_use_of(CommitmentCheck *check, Writing *writing,
                                      const char *booking) {
    ItineraryUse *use = g_hash_table_lookup(check->itineraries, writing->key->str);
    if (!use) {
        use = g_new0(ItineraryUse, 1);
        use->booking = booking;
        g_hash_table_insert(check->itineraries, g_strdup(writing->key->str), use);
    }
    g_string_free(writing->key, TRUE);
    return use;
}

/** Adds the boxes of one row of allocations.csv to its itinerary. */
static void add_itinerary_boxes(CommitmentCheck *check, GHashTable *writings, int row) {
    const CheckedTable *table = &check->plan->tables[TABLE_ALLOCATIONS];
    const char *booking = checked_cell(table, row, ALLOCATION_BOOKING);
    char *name = g_strjoin("\x1f", booking, checked_cell(table, row, ALLOCATION_ITINERARY), NULL);
    Writing *writing = g_hash_table_lookup(writings, name);
    long boxes = 0;
    if (writing && cell_count(checked_cell(table, row, ALLOCATION_BOXES), &boxes)) {
        ItineraryUse *use = itinerary_use_of(check, writing, booking);
        g_free(use->now);
        use->now = g_string_free(writing->words, FALSE);
        use->boxes += boxes;
        use->closed |= writing->closed;
        g_hash_table_remove(writings, name);
    }
    g_free(name);
}

static void forget_writing(void *key, void *value, void *user) {
    (void)key;
    (void)user;
    Writing *writing = value;
    g_string_free(writing->key, TRUE);
    g_string_free(writing->words, TRUE);
}

static void read_itineraries_now(CommitmentCheck *check) {
    const CheckedTable *legs = &check->plan->tables[TABLE_LEGS];
    GHashTable *writings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (int row = 1; row < legs->n_rows; row++) {
        const char *booking = checked_cell(legs, row, LEG_BOOKING);
        char *name = g_strjoin("\x1f", booking, checked_cell(legs, row, LEG_ITINERARY), NULL);
        Writing *writing = g_hash_table_lookup(writings, name);
        if (!writing) {
            writing = g_new(Writing, 1);
            *writing = writing_start(booking);
            g_hash_table_insert(writings, g_strdup(name), writing);
        }
        write_leg(check, writing, row);
        g_free(name);
    }
    for (int row = 1; row < check->plan->tables[TABLE_ALLOCATIONS].n_rows; row++) {
        add_itinerary_boxes(check, writings, row);
    }
    g_hash_table_foreach(writings, forget_writing, NULL);
    g_hash_table_unref(writings);
}

static void check_promised_boxes(CommitmentCheck *check, const CommittedItinerary *earlier) {
    Writing writing = write_earlier(check, earlier);
    char *was = g_string_free(writing.words, FALSE);
    ItineraryUse *use = itinerary_use_of(check, &writing, earlier->booking);
    double price = earlier->price;
    long moved = earlier->boxes - use->boxes;
    report_check(check->plan->report, VERIFY_COMMITMENTS, moved <= 0 || !earlier->frozen,
                 "allocations.csv", 0, "%d boxes of booking %s are frozen on %s, but %ld travel so",
                 earlier->boxes, earlier->booking, was, use->boxes);
    use->earlier = earlier;
    report_check(
        check->plan->report, VERIFY_COMMITMENTS, !use->closed || moved >= 0, "allocations.csv", 0,
        "boxes of booking %s come to %s, where nothing may be added (fill)", earlier->booking, was);
    if (moved > 0) {
        check->plan->moved_cost += (double)moved * price;
        expect_change(check, "booking", earlier->booking, "left", was,
                      (WantedChange){moved, price, false, earlier});
    } else if (moved < 0) {
        expect_change(check, "booking", earlier->booking, "came", use->now,
                      (WantedChange){-moved, 0, false, NULL});
    }
    if (earlier->cancelled > 0) {
        expect_change(check, "booking", earlier->booking, "cancelled", was,
                      (WantedChange){earlier->cancelled, 0, false, NULL});
    }
    g_free(was);
}

static void expect_new_itinerary(void *key, void *value, void *user) {
    (void)key;
    const ItineraryUse *use = value;
    const CommitmentCheck *check = user;
    if (!use->earlier && use->boxes > 0) {
        report_check(check->plan->report, VERIFY_COMMITMENTS, !use->closed, "allocations.csv", 0,
                     "boxes of booking %s are new on %s, where nothing may be added (fill)",
                     use->booking, use->now);
        expect_change(user, "booking", use->booking, "came", use->now,
                      (WantedChange){use->boxes, 0, false, NULL});
    }
}

static void check_boxes_kept(CommitmentCheck *check) {
    read_itineraries_now(check);
    for (int i = 0; i < check->committed->n_earlier_itineraries; i++) {
        check_promised_boxes(check, &check->committed->earlier_itineraries[i]);
    }
    g_hash_table_foreach(check->itineraries, expect_new_itinerary, check);
}

/** A case without commitments has no changes. */
static void check_no_changes(const PlanRead *plan, const char *dir) {
    char *path = g_build_filename(dir, "changes.csv", NULL);
    report_check(plan->report, VERIFY_COMMITMENTS, !g_file_test(path, G_FILE_TEST_EXISTS),
                 "changes.csv", 0,
                 "the plan was held to an earlier one; name that by --commit to verify it");
    g_free(path);
}

void verify_commitments(PlanRead *plan, const char *dir) {
    CommitmentCheck check = {.plan = plan, .committed = &plan->kase->commitments};
    if (!check.committed->given) {
        check_no_changes(plan, dir);
        return;
    }
    check.train_rows = checked_index(&plan->tables[TABLE_TRAINS], TRAIN_NAME, -1);
    check.itineraries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, itinerary_use_free);
    check.changes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    check_trains_kept(&check);
    check_boxes_kept(&check);
    verify_changes(&check, dir);
    g_hash_table_unref(check.changes);
    g_hash_table_unref(check.itineraries);
    g_hash_table_unref(check.train_rows);
}
