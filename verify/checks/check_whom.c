/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds for whom boxes were left behind, leg by leg: legs are told apart by their train's line and
 * slot runs (of one under way by its name), and where and when they begin. */
#include "verify/checks/check_whom.h"

#include <inttypes.h>
#include <string.h>

#include "verify/read/expect.h"

enum { WHOM_MOST = 5 };

/** Bookings on one leg → long, how many boxes more. */
static GHashTable *leg_bookings(GHashTable *more, char *leg) {
    GHashTable *bookings = g_hash_table_lookup(more, leg);
    if (bookings) {
        g_free(leg);
        return bookings;
    }
    bookings = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    g_hash_table_insert(more, leg, bookings);
    return bookings;
}

static void count_boxes_on(GHashTable *more, char *leg, const char *booking, long boxes) {
    GHashTable *bookings = leg_bookings(more, leg);
    long *count = g_hash_table_lookup(bookings, booking);
    if (!count) {
        count = g_new0(long, 1);
        g_hash_table_insert(bookings, (gpointer)booking, count);
    }
    *count += boxes;
}

static char *whom_leg(const char *line, const char *train, const char *from, Minute departs) {
    return g_strdup_printf("%s\x1f%s\x1f%s\x1f%" PRId64, line, train, from, departs);
}

/** The leg that boxes rode in the earlier plan; NULL: a feeder. */
static char *whom_leg_before(const PlanRead *plan, const CommittedLeg *leg) {
    if (committed_by_feeder(leg)) {
        return NULL;
    }
    if (leg->under_way >= 0) {
        const CarriedOver *carried = plan->kase->carried;
        return whom_leg("", carried->trains[leg->under_way].name, leg->from, leg->departs);
    }
    const CommittedTrain *train = &plan->kase->commitments.earlier_trains[leg->train];
    return whom_leg(train->line, train->slots, leg->from, leg->departs);
}

/** The leg of a row of legs.csv, likewise. */
static char *whom_leg_now(const PlanRead *plan, GHashTable *train_rows, int row) {
    const CheckedTable *legs = &plan->tables[TABLE_LEGS];
    const CheckedTable *trains = &plan->tables[TABLE_TRAINS];
    const char *from = checked_cell(legs, row, LEG_FROM);
    const char *name = checked_cell(legs, row, LEG_TRAIN);
    int train = checked_find(train_rows, name, "");
    Minute departs;
    if (strcmp(checked_cell(legs, row, LEG_MODE), "train") != 0 || train == 0 ||
        !instant_parse(checked_cell(legs, row, LEG_DEPARTS), &departs)) {
        return NULL;
    }
    if (strcmp(checked_cell(trains, train, TRAIN_RUNS), "under_way") == 0) {
        return whom_leg("", name, from, departs);
    }
    return whom_leg(checked_cell(trains, train, TRAIN_LINE),
                    checked_cell(trains, train, TRAIN_SLOTS), from, departs);
}

static void forget_bookings(gpointer bookings) {
    g_hash_table_unref(bookings);
}

GHashTable *whom_count(const PlanRead *plan, GHashTable *train_rows) {
    const CheckedTable *legs = &plan->tables[TABLE_LEGS];
    const Commitments *committed = &plan->kase->commitments;
    GHashTable *more = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, forget_bookings);
    for (int row = 1; row < legs->n_rows; row++) {
        char *leg = whom_leg_now(plan, train_rows, row);
        long boxes = 0;
        if (leg && cell_count(checked_cell(legs, row, LEG_BOXES), &boxes)) {
            count_boxes_on(more, leg, checked_cell(legs, row, LEG_BOOKING), boxes);
        } else {
            g_free(leg);
        }
    }
    for (int i = 0; i < committed->n_earlier_itineraries; i++) {
        const CommittedItinerary *earlier = &committed->earlier_itineraries[i];
        for (int at = 0; at < earlier->n_legs; at++) {
            char *leg = whom_leg_before(plan, &earlier->legs[at]);
            if (leg) {
                count_boxes_on(more, leg, earlier->booking, -(earlier->boxes + earlier->cancelled));
            }
        }
    }
    return more;
}

/** A booking, and the most that it has more on any leg. */
typedef struct {
    const char *code;
    long more;
} WhomExpected;

static gint whom_order(gconstpointer a, gconstpointer b) {
    const WhomExpected *one = a, *other = b;
    return one->more != other->more ? (one->more > other->more ? -1 : 1)
                                    : strcmp(one->code, other->code);
}

/** Takes in what bookings have more on one leg. */
static void whom_take_leg(GHashTable *bookings, const char *own, GArray *whom) {
    GHashTableIter all;
    gpointer code, count;
    g_hash_table_iter_init(&all, bookings);
    while (g_hash_table_iter_next(&all, &code, &count)) {
        long more = *(const long *)count;
        bool known = strcmp(code, own) == 0 || more <= 0;
        for (guint i = 0; i < whom->len && !known; i++) {
            WhomExpected *other = &g_array_index(whom, WhomExpected, i);
            if (strcmp(other->code, code) == 0) {
                other->more = MAX(other->more, more);
                known = true;
            }
        }
        if (!known) {
            WhomExpected fresh = {code, more};
            g_array_append_val(whom, fresh);
        }
    }
}

char *whom_expected(const PlanRead *plan, GHashTable *more, const CommittedItinerary *earlier) {
    g_autoptr(GArray) whom = g_array_new(FALSE, FALSE, sizeof(WhomExpected));
    GString *text = g_string_new(NULL);
    for (int i = 0; i < earlier->n_legs; i++) {
        g_autofree char *leg = whom_leg_before(plan, &earlier->legs[i]);
        GHashTable *bookings = leg ? g_hash_table_lookup(more, leg) : NULL;
        if (bookings) {
            whom_take_leg(bookings, earlier->booking, whom);
        }
    }
    g_array_sort(whom, whom_order);
    for (guint i = 0; i < MIN(whom->len, WHOM_MOST); i++) {
        g_string_append_printf(text, "%s%s", i > 0 ? ";" : "",
                               g_array_index(whom, WhomExpected, i).code);
    }
    return g_string_free(text, FALSE);
}
