/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks what a plan that was rolled on says of what is carried over: with the earlier plan at hand
 * against that, else within itself. */
#include <jansson.h>

#include "verify/checks/check_carried_alone.h"
#include "verify/checks/check_carried_rows.h"
#include "verify/checks/check_rolled_case.h"
#include "verify/checks/checks.h"
#include "verify/read/plan_summary.h"

static void check_count_of(const PlanRead *plan, const json_t *object, const char *key,
                           long expected) {
    const json_t *found = json_object_get(object, key);
    SUMMARY_CHECK(VERIFY_SUMMARY, json_is_integer(found) && json_integer_value(found) == expected,
                  "carried_over.%s is %ld, it should be %ld", key, (long)json_integer_value(found),
                  expected);
}

static void check_carried_counts(const PlanRead *plan, const StateCounts *counts) {
    const json_t *object = json_object_get(plan->summary, "carried_over");
    SUMMARY_CHECK(VERIFY_FILES, json_object_size(object) == 4,
                  "carried_over should have trains, boxes, empties and sets, and those alone");
    check_count_of(plan, object, "trains", counts->trains);
    check_count_of(plan, object, "boxes", counts->boxes);
    check_count_of(plan, object, "empties", counts->empties);
    check_count_of(plan, object, "sets", counts->sets);
}

bool verify_carried_alone(PlanRead *plan, const char *dir) {
    CheckedTable *table = &plan->tables[TABLE_CARRIED_OVER];
    g_autofree char *path = g_build_filename(dir, plan_file(TABLE_CARRIED_OVER)->name, NULL);
    StateCounts counts = {0};
    if (plan->kase->carried || !g_file_test(path, G_FILE_TEST_EXISTS)) {
        return false;
    }
    report_check(plan->report, VERIFY_COMMITMENTS, false, "carried_over.csv", 0,
                 "the plan was rolled on from an earlier one; name that by --commit to verify it");
    if (checked_table_read(table, TABLE_CARRIED_OVER, dir, plan->report)) {
        check_carried_order(table);
        check_carried_alone(plan, &counts);
        check_carried_counts(plan, &counts);
    }
    return true;
}

void verify_carried_over(PlanRead *plan, const char *dir) {
    CheckedTable *table = &plan->tables[TABLE_CARRIED_OVER];
    State state;
    if (!plan->kase->carried) {
        return;
    }
    state_work_out(&state, plan->kase);
    check_carried_counts(plan, &state.counts);
    verify_rolled_case(plan, &state);
    if (checked_table_read(table, TABLE_CARRIED_OVER, dir, plan->report)) {
        check_carried_rows(table, &state);
    }
    state_free(&state);
}
