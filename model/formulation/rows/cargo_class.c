/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docs/model.md (3), (4): how many boxes of a class a train may carry, and which classes keep
 * apart. */
#include <math.h>
#include <stdlib.h>

#include "model/formulation/rows/rows.h"

/** How many more may travel: boxes of earlier plans may be aboard. */
static int class_room(const Problem *problem, LegId leg, CargoId cargo, int max_boxes) {
    const int *gone = problem->gone_class_boxes;
    int aboard = gone == NULL ? 0 : gone[leg * problem->kase->n_cargo + cargo];
    return aboard < max_boxes ? max_boxes - aboard : 0;
}

static void class_boxes(Formulation *formulation, CargoId cargo, int max_boxes) {
    const Problem *problem = formulation->problem;
    for (LegId id = 0; id < problem->n_base_legs; id++) {
        RowId row = lp_model_row(&formulation->lp, (LpRow){.group = ROW_CLASS_BOXES,
                                                           .subject = id,
                                                           .detail = cargo,
                                                           .lower = -HUGE_VAL,
                                                           .upper = 0});
        lp_model_entry(&formulation->lp, row, formulation->train_column[problem->legs[id].train],
                       -class_room(problem, id, cargo, max_boxes));
        formulation_place(formulation, id, (LegTerm){row, UNIT_BOX, SCOPE_CLASS, cargo, 1});
    }
}

/** The binary "class is on the train" and the rows that force it up: TEU of the class on each leg ≤
 * offered TEU · a. */
static ColumnId class_present(Formulation *formulation, TrainId id, CargoId cargo) {
    const Problem *problem = formulation->problem;
    const TrainCandidate *train = &problem->trains[id];
    ColumnId present = lp_model_column(&formulation->lp, (LpColumn){.lower = 0,
                                                                    .upper = 1,
                                                                    .integer = true,
                                                                    .group = COLUMN_CLASS,
                                                                    .subject = id,
                                                                    .detail = cargo});
    formulation->class_column[id * problem->kase->n_cargo + cargo] = present;
    for (LegId leg = train->first_leg; leg < train->first_leg + train->n_legs; leg++) {
        RowId row = lp_model_row(&formulation->lp, (LpRow){.group = ROW_CLASS_PRESENT,
                                                           .subject = leg,
                                                           .detail = cargo,
                                                           .lower = -HUGE_VAL,
                                                           .upper = 0});
        lp_model_entry(&formulation->lp, row, present, -problem->legs[leg].offered_teu);
        formulation_place(formulation, leg, (LegTerm){row, UNIT_TEU, SCOPE_CLASS, cargo, 1});
    }
    return present;
}

static void classes_apart(Formulation *formulation, TrainId id, CargoId one, CargoId other,
                          ColumnId *present) {
    if (present[one] == NONE) {
        present[one] = class_present(formulation, id, one);
    }
    if (present[other] == NONE) {
        present[other] = class_present(formulation, id, other);
    }
    RowId row = lp_model_row(&formulation->lp, (LpRow){.group = ROW_CLASSES_APART,
                                                       .subject = id,
                                                       .detail = one,
                                                       .further = other,
                                                       .lower = -HUGE_VAL,
                                                       .upper = 0});
    lp_model_entry(&formulation->lp, row, present[one], 1);
    lp_model_entry(&formulation->lp, row, present[other], 1);
    lp_model_entry(&formulation->lp, row, formulation->train_column[id], -1);
}

static void train_classes_apart(Formulation *formulation, TrainId id, ColumnId *present) {
    const Case *kase = formulation->problem->kase;
    for (CargoId cargo = 0; cargo < kase->n_cargo; cargo++) {
        present[cargo] = NONE;
    }
    for (CargoId one = 0; one < kase->n_cargo; one++) {
        for (int i = 0; i < kase->cargo[one].n_apart_from; i++) {
            CargoId other = kase->cargo[one].apart_from[i];
            if (one < other && formulation->cargo_present[one] &&
                formulation->cargo_present[other]) {
                classes_apart(formulation, id, one, other, present);
            }
        }
    }
}

void rows_cargo_class(Formulation *formulation) {
    const Problem *problem = formulation->problem;
    const Case *kase = problem->kase;
    for (CargoId cargo = 0; cargo < kase->n_cargo; cargo++) {
        if (kase->cargo[cargo].max_boxes_per_train != NO_LIMIT &&
            formulation->cargo_present[cargo]) {
            class_boxes(formulation, cargo, kase->cargo[cargo].max_boxes_per_train);
        }
    }
    ColumnId *present = calloc((size_t)kase->n_cargo + 1, sizeof *present);
    if (present == NULL) {
        formulation->lp.failed = true;
        return;
    }
    for (TrainId id = 0; id < problem->n_trains; id++) {
        train_classes_apart(formulation, id, present);
    }
    free(present);
}
