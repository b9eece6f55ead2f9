/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks that changes.csv says all that is not as in the earlier plan, and nothing else. */
#include "verify/checks/check_changes.h"

#include <string.h>

#include "verify/checks/check_whom.h"
#include "verify/read/expect.h"

/** The word that a reason begins with; to be freed. */
static char *reason_word(const CheckedTable *table, int row) {
    const char *reason = checked_cell(table, row, CHANGE_REASON);
    return g_strndup(reason, strcspn(reason, ":"));
}

static WantedChange *change_wanted(const CommitmentCheck *check, const char *what,
                                   const char *booking, const char *way) {
    g_autofree char *key = g_strjoin("\x1f", "booking", booking, what, way, NULL);
    return g_hash_table_lookup(check->changes, key);
}

/** Takes boxes off what has to be told of the booking; false where that was not to be told. */
static bool take_told(CommitmentCheck *check, const char *what, const char *booking,
                      const char *way, long boxes, double *cost) {
    WantedChange *change = change_wanted(check, what, booking, way);
    if (!change || change->boxes < boxes) {
        return false;
    }
    change->boxes -= boxes;
    change->seen = change->boxes == 0;
    *cost += change->cost * (double)boxes;
    return true;
}

/** For whom boxes were left behind: only those are so for others. */
static void check_whom(const CommitmentCheck *check, const CheckedTable *table, int row,
                       bool behind) {
    const WantedChange *change = change_wanted(check, "left", checked_cell(table, row, CHANGE_ID),
                                               checked_cell(table, row, CHANGE_WAS));
    g_autofree char *whom =
        behind && change ? whom_expected(check->plan, check->more, change->earlier) : g_strdup("");
    expect_text(table, row, CHANGE_FOR, whom);
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

/** True where scenarios took out what a train of the earlier plan stands on. */
static bool stands_on_removed(const CommitmentCheck *check, const char *train) {
    const Commitments *commitments = &check->plan->kase->commitments;
    bool removed = false;
    for (int i = 0; i < commitments->n_earlier_trains; i++) {
        const CommittedTrain *earlier = &commitments->earlier_trains[i];
        removed |= earlier->removed && strcmp(earlier->name, train) == 0;
    }
    return removed;
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
        const char *id = checked_cell(table, row, CHANGE_ID);
        const char *expected = was[0] == '\0'                 ? "new"
                               : now[0] != '\0'               ? "changed"
                               : rides_closed_run(check, was) ? "closed"
                               : stands_on_removed(check, id) ? "removed"
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
                 parts[1], report_format(check->plan->report, parts[2]), parts[3]);
    g_strfreev(parts);
}

void verify_changes(CommitmentCheck *check, const char *dir) {
    CheckedTable *table = &check->plan->tables[TABLE_CHANGES];
    if (!checked_table_read(table, TABLE_CHANGES, dir, check->plan->report)) {
        return;
    }
    check->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    check->more = whom_count(check->plan, check->train_rows);
    for (int row = 1; row < table->n_rows; row++) {
        if (strcmp(checked_cell(table, row, CHANGE_KIND), "booking") == 0) {
            check_booking_change(check, table, row);
        } else {
            check_train_change(check, table, row);
        }
    }
    g_hash_table_foreach(check->changes, check_listed, check);
    g_hash_table_unref(check->words);
    g_hash_table_unref(check->more);
}
