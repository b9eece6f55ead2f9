/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks that the legs of boxes, loaded or empty, follow one another. */
#include "verify/checks/check_moves.h"

#include "base/time_text.h"
#include "verify/read/plan_moves.h"

static void check_transfer(const PlanRead *plan, const CheckedTable *table, const PlanMove *before,
                           const PlanMove *after) {
    const Station *station = &plan->kase->stations[before->to];
    int row = after->row;
    int64_t wait = after->departs - before->arrives;
    char waits[DURATION_TEXT_SIZE], limit[DURATION_TEXT_SIZE];
    duration_format(wait, waits);
    if (!ROW_CHECK(table, VERIFY_BOXES, station->has_transfer, row,
                   "boxes cannot change trains at %s", station->code)) {
        return;
    }
    ROW_CHECK(table, VERIFY_BOXES, wait >= station->transfer.min_min, row,
              "transfer at %s takes %s, its least is %s", station->code, waits,
              duration_format(station->transfer.min_min, limit));
    ROW_CHECK(table, VERIFY_BOXES, wait <= station->transfer.max_min, row,
              "transfer at %s takes %s, its greatest is %s", station->code, waits,
              duration_format(station->transfer.max_min, limit));
}

bool check_leg_connects(const PlanRead *plan, const CheckedTable *table, const PlanMove *moves,
                        int move) {
    const PlanMove *before = &moves[move - 1], *after = &moves[move];
    return ROW_CHECK(table, VERIFY_BOXES, before->to == after->from, after->row,
                     "this leg starts at %s, the one before it ends at %s",
                     plan->kase->stations[after->from].code, plan->kase->stations[before->to].code);
}

void check_train_follows(const PlanRead *plan, const CheckedTable *table, const PlanMove *moves,
                         int move) {
    if (moves_change_train(moves, move)) {
        check_transfer(plan, table, &moves[move - 1], &moves[move]);
    } else {
        ROW_CHECK(table, VERIFY_BOXES, moves[move].leg == moves[move - 1].leg + 1, moves[move].row,
                  "this leg does not follow the one before it on %s",
                  plan->trains[moves[move].train].name);
    }
}
