/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks that changes.csv says all that is not as in the earlier plan, and nothing else. */
#include "verify/checks/check_changes.h"

#include <string.h>

#include "verify/read/expect.h"

enum { WHOM_MOST = 5 /**< bookings named for which boxes were left behind */ };

static bool carried_now(const PlanRead *plan, const char *booking) {
    const CheckedTable *table = &plan->tables[TABLE_ALLOCATIONS];
    for (int row = 1; row < table->n_rows; row++) {
        if (strcmp(checked_cell(table, row, ALLOCATION_BOOKING), booking) == 0) {
            return true;
        }
    }
    return false;
}

/** For whom boxes were left behind: other bookings that travel. */
static void check_whom(const CommitmentCheck *check, const CheckedTable *table, int row,
                       bool behind) {
    const char *cell = checked_cell(table, row, CHANGE_FOR);
    g_auto(GStrv) codes = g_strsplit(cell, ";", -1);
    bool sound = behind ? g_strv_length(codes) <= WHOM_MOST : cell[0] == '\0';
    for (int i = 0; behind && codes[i]; i++) {
        sound = sound && strcmp(codes[i], checked_cell(table, row, CHANGE_ID)) != 0 &&
                carried_now(check->plan, codes[i]);
    }
    ROW_CHECK(table, VERIFY_COMMITMENTS, sound, row,
              "for is \"%s\": only boxes left behind are so for others, %d at most, that travel",
              cell, WHOM_MOST);
}

/** The word that a reason begins with; to be freed. */
static char *reason_word(const CheckedTable *table, int row) {
    const char *reason = checked_cell(table, row, CHANGE_REASON);
    return g_strndup(reason, strcspn(reason, ":"));
}

/** Takes boxes off what has to be told of the booking; false where that was not to be told. */
static bool take_told(CommitmentCheck *check, const char *what, const char *booking,
                      const char *way, long boxes, double *cost) {
    g_autofree char *key = g_strjoin("\x1f", "booking", booking, what, way, NULL);
    WantedChange *change = g_hash_table_lookup(check->changes, key);
    if (!change || change->boxes < boxes) {
        return false;
    }
    change->boxes -= boxes;
    change->seen = change->boxes == 0;
    *cost += change->cost * (double)boxes;
    return true;
}

/** A row of boxes: what left an itinerary, came to one, or both. */
static void check_booking_change(CommitmentCheck *check, const CheckedTable *table, int row) {
    const char *id = checked_cell(table, row, CHANGE_ID);
    const char *was = checked_cell(table, row, CHANGE_WAS);
    const char *now = checked_cell(table, row, CHANGE_NOW);
    g_autofree char *word = reason_word(table, row);
    long boxes = positive_count(table, row, CHANGE_BOXES);
    double cost = 0;
    bool cancelled = strcmp(word, "cancelled") == 0, fresh = strcmp(word, "new") == 0;
    bool behind = strcmp(word, "left_behind") == 0;
    bool moved = strcmp(word, "rerouted") == 0 || strcmp(word, "another_day") == 0;
    bool known = cancelled || fresh || behind || moved;
    known = known &&
            (fresh || take_told(check, cancelled ? "cancelled" : "left", id, was, boxes, &cost));
    known = known && (cancelled || behind || take_told(check, "came", id, now, boxes, &cost));
    known = known && fresh == (was[0] == '\0') && (cancelled || behind) == (now[0] == '\0');
    if (ROW_CHECK(table, VERIFY_COMMITMENTS, known, row, "there is no such change of boxes")) {
        expect_number(table, row, CHANGE_COST, NUMBER_MONEY, cost);
        g_autofree char *both = g_strjoin("\x1f", id, behind ? "new" : "left_behind", NULL);
        g_autofree char *own = g_strjoin("\x1f", id, word, NULL);
        g_hash_table_add(check->words, g_strdup(own));
        ROW_CHECK(table, VERIFY_COMMITMENTS,
                  !(behind || fresh) || !g_hash_table_contains(check->words, both), row,
                  "boxes of %s are left behind while others are new: they have moved", id);
    }
    check_whom(check, table, row, behind);
}

/** True where a train of the earlier plan is on a slot run that is closed now. */
static bool rides_closed_run(const CommitmentCheck *check, const char *slots) {
    g_auto(GStrv) runs = g_strsplit(slots, ";", -1);
    bool closed = false;
    for (int i = 0; runs[i]; i++) {
        PlanRun run = {.closed = false};
        closed |= slot_run_find(check->plan->kase, runs[i], &run) && run.closed;
    }
    return closed;
}

static void check_train_change(CommitmentCheck *check, const CheckedTable *table, int row) {
    char *key = g_strjoin("\x1f", checked_cell(table, row, CHANGE_KIND),
                          checked_cell(table, row, CHANGE_ID), checked_cell(table, row, CHANGE_WAS),
                          checked_cell(table, row, CHANGE_NOW), NULL);
    WantedChange *change = g_hash_table_lookup(check->changes, key);
    if (ROW_CHECK(table, VERIFY_COMMITMENTS, change && !change->seen, row,
                  "there is no such change, or it stands here twice")) {
        g_autofree char *word = reason_word(table, row);
        change->seen = true;
        expect_text(table, row, CHANGE_BOXES, "");
        expect_text(table, row, CHANGE_FOR, "");
        expect_number(table, row, CHANGE_COST, NUMBER_MONEY, change->cost);
        const char *was = checked_cell(table, row, CHANGE_WAS);
        const char *now = checked_cell(table, row, CHANGE_NOW);
        const char *expected = was[0] == '\0'                 ? "new"
                               : now[0] != '\0'               ? "changed"
                               : rides_closed_run(check, was) ? "closed"
                                                              : "stopped";
        ROW_CHECK(table, VERIFY_COMMITMENTS, strcmp(word, expected) == 0, row,
                  "the reason is \"%s\", it should be \"%s\"", word, expected);
    }
    g_free(key);
}

static void check_listed(void *key, void *value, void *user) {
    CommitmentCheck *check = user;
    char **parts = g_strsplit(key, "\x1f", -1);
    report_check(check->plan->report, VERIFY_COMMITMENTS, ((const WantedChange *)value)->seen,
                 "changes.csv", 0, "the change of %s %s (%s \"%s\") is not listed", parts[0],
                 parts[1], parts[2], parts[3]);
    g_strfreev(parts);
}

void verify_changes(CommitmentCheck *check, const char *dir) {
    CheckedTable *table = &check->plan->tables[TABLE_CHANGES];
    if (!checked_table_read(table, TABLE_CHANGES, dir, check->plan->report)) {
        return;
    }
    check->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int row = 1; row < table->n_rows; row++) {
        if (strcmp(checked_cell(table, row, CHANGE_KIND), "booking") == 0) {
            check_booking_change(check, table, row);
        } else {
            check_train_change(check, table, row);
        }
    }
    g_hash_table_foreach(check->changes, check_listed, check);
    g_hash_table_unref(check->words);
}
