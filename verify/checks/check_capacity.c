/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks that every leg of every train keeps its limits of TEU, tonnes and cargo classes,
 * docs/model.md (1), (2), (3), (4): capacity.csv. */
#include <math.h>

#include "config/tolerances.h"
#include "verify/checks/checks.h"
#include "verify/read/expect.h"

#define CAPACITY_CHECK(holds, ...)                                                                 \
    report_check(plan->report, VERIFY_CAPACITY, (holds), "legs.csv", 0, __VA_ARGS__)

static bool within(double sum, double limit) {
    return sum <= limit + LIMIT_CHECKED * fmax(1, limit);
}

static void check_leg(const PlanRead *plan, const PlanTrain *train, const PlanLeg *leg) {
    const Case *kase = plan->kase;
    const char *from = kase->stations[leg->from].code, *to = kase->stations[leg->to].code;
    // What earlier plans have put there is a fact: nothing may come to it where it is too much.
    CAPACITY_CHECK(within(leg->loaded_teu + leg->empty_teu, fmax(leg->offered_teu, leg->gone_teu)),
                   "%s carries %.2f TEU from %s to %s, it offers %.2f", train->name,
                   leg->loaded_teu + leg->empty_teu, from, to, leg->offered_teu);
    CAPACITY_CHECK(
        within(leg->used_flat_teu, fmax(leg->flat_teu, leg->gone_flat_teu)),
        "%s carries %.2f TEU that may not be stacked from %s to %s, it has room for %.2f",
        train->name, leg->used_flat_teu, from, to, leg->flat_teu);
    CAPACITY_CHECK(within(leg->gross_t, fmax(leg->limit_t, leg->gone_t)),
                   "%s carries %.2f tonnes from %s to %s, it may carry %.2f", train->name,
                   leg->gross_t, from, to, leg->limit_t);
    for (CargoId cargo = 0; cargo < kase->n_cargo; cargo++) {
        CAPACITY_CHECK(leg->class_boxes[cargo] <= MAX(kase->cargo[cargo].max_boxes_per_train,
                                                      leg->gone_class_boxes[cargo]),
                       "%s carries %ld boxes of %s from %s to %s, it may carry %d", train->name,
                       leg->class_boxes[cargo], kase->cargo[cargo].code, from, to,
                       kase->cargo[cargo].max_boxes_per_train);
    }
}

/** Classes kept apart may not be on the same train, on whichever of its legs. */
static void check_classes_apart(const PlanRead *plan, const PlanTrain *train, bool *aboard) {
    const Case *kase = plan->kase;
    for (CargoId cargo = 0; cargo < kase->n_cargo; cargo++) {
        aboard[cargo] = false;
        for (int leg = 0; leg < train->n_legs; leg++) {
            aboard[cargo] |=
                train->legs[leg].class_boxes[cargo] > train->legs[leg].gone_class_boxes[cargo];
        }
    }
    for (CargoId cargo = 0; cargo < kase->n_cargo; cargo++) {
        const Cargo *one = &kase->cargo[cargo];
        for (int i = 0; i < one->n_apart_from; i++) {
            if (one->apart_from[i] != cargo) {
                bool other = aboard[one->apart_from[i]] ||
                             (train->gone_classes && train->gone_classes[one->apart_from[i]]);
                CAPACITY_CHECK(!aboard[cargo] || !other,
                               "%s carries %s and %s, which have to be kept apart", train->name,
                               one->code, kase->cargo[one->apart_from[i]].code);
            }
        }
    }
}

static void check_capacity_row(const PlanRead *plan, const PlanTrain *train, const PlanLeg *leg,
                               int row) {
    const CheckedTable *table = &plan->tables[TABLE_CAPACITY];
    expect_text(table, row, CAPACITY_SLOT, train->run_names[leg->run]);
    expect_text(table, row, CAPACITY_FROM, plan->kase->stations[leg->from].code);
    expect_text(table, row, CAPACITY_TO, plan->kase->stations[leg->to].code);
    expect_number(table, row, CAPACITY_OFFERED_TEU, NUMBER_QUANTITY, leg->offered_teu);
    expect_number(table, row, CAPACITY_LOADED_TEU, NUMBER_QUANTITY, leg->loaded_teu);
    expect_number(table, row, CAPACITY_EMPTY_TEU, NUMBER_QUANTITY, leg->empty_teu);
    expect_number(table, row, CAPACITY_TONNES, NUMBER_QUANTITY, leg->gross_t);
    expect_number(table, row, CAPACITY_LIMIT_TONNES, NUMBER_QUANTITY, leg->limit_t);
}

/** @return rows of capacity.csv that are of this train */
static int check_train_legs(const PlanRead *plan, const PlanTrain *train, GHashTable *index) {
    const CheckedTable *table = &plan->tables[TABLE_CAPACITY];
    int found = 0;
    for (int i = 0; i < train->n_legs; i++) {
        char number[16];
        if (train->legs[i].closed) {
            continue;
        }
        g_snprintf(number, sizeof number, "%d", i + 1);
        int row = checked_find(index, train->name, number);
        found += row > 0;
        if (row > 0) {
            check_capacity_row(plan, train, &train->legs[i], row);
        }
        report_check(plan->report, VERIFY_FILES, row > 0 || !train->runs, table->file, 0,
                     "a row of %s leg %d is missing", train->name, i + 1);
        if (train->runs) {
            check_leg(plan, train, &train->legs[i]);
        }
    }
    return found;
}

void verify_capacity(PlanRead *plan) {
    const CheckedTable *table = &plan->tables[TABLE_CAPACITY];
    GHashTable *index = checked_index(table, CAPACITY_TRAIN, CAPACITY_LEG);
    bool *aboard = g_new0(bool, (gsize)plan->kase->n_cargo + 1);
    int found = 0;
    for (int i = 0; i < plan->n_trains; i++) {
        if (!plan->trains[i].sound) {
            continue;
        }
        found += check_train_legs(plan, &plan->trains[i], index);
        if (plan->trains[i].runs) {
            check_classes_apart(plan, &plan->trains[i], aboard);
        }
    }
    report_check(plan->report, VERIFY_FILES, found == table->n_rows - 1, table->file, 0,
                 "%d of its rows are not of a leg of a train of the plan",
                 table->n_rows - 1 - found);
    g_free(aboard);
    g_hash_table_unref(index);
}
