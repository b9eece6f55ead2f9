/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docs/model.md (15): what an earlier plan has promised, boxes that stay on their itineraries, and
 * what the rest costs; empties on trains that nothing may be added to.
 *
 * boxes on the itinerary + boxes moved ≥ boxes promised. A train that no longer runs costs its
 * price: a constant that running it earns back. */
#include <math.h>

#include "model/formulation/rows/rows.h"
#include "model/promises/no_fill.h"

static void train_prices(Formulation *formulation) {
    const Commitments *commitments = &formulation->problem->kase->commitments;
    for (int i = 0; i < commitments->n_earlier_trains; i++) {
        TrainId train = formulation->problem->train_promises[i].train;
        double price = commitments->earlier_trains[i].price;
        formulation->lp.constant -= price;
        if (train != NONE) {
            formulation->lp.columns[formulation->train_column[train]].objective += price;
        }
    }
}

static void promise_row(Formulation *formulation, int promise) {
    const Commitments *commitments = &formulation->problem->kase->commitments;
    const CommittedItinerary *earlier = &commitments->earlier_itineraries[promise];
    double price = earlier->price;
    bool closed = no_fill_promise(formulation->problem, promise);
    if (!closed && (earlier->boxes == 0 || (!earlier->frozen && price <= 0))) {
        return;
    }
    RowId row =
        lp_model_row(&formulation->lp, (LpRow){.group = ROW_COMMITMENT,
                                               .subject = promise,
                                               .detail = NONE,
                                               .lower = earlier->boxes,
                                               .upper = closed ? earlier->boxes : HUGE_VAL});
    formulation->promise_row[promise] = row;
    if (!earlier->frozen) {
        ColumnId moved = lp_model_column(&formulation->lp, (LpColumn){.objective = -price,
                                                                      .lower = 0,
                                                                      .upper = earlier->boxes,
                                                                      .group = COLUMN_MOVED,
                                                                      .subject = promise});
        lp_model_entry(&formulation->lp, row, moved, 1);
        formulation->promise_column[promise] = moved;
    }
}

/** Empties of a type on a leg of a closed train: as many as the earlier plan has there. */
static void empties_row(Formulation *formulation, LegId leg, int equipment) {
    const Problem *problem = formulation->problem;
    RowId row = lp_model_row(&formulation->lp, (LpRow){.group = ROW_EMPTIES_KEPT,
                                                       .subject = leg,
                                                       .detail = equipment,
                                                       .lower = -HUGE_VAL,
                                                       .upper = 0});
    lp_model_entry(&formulation->lp, row, formulation->train_column[problem->legs[leg].train],
                   -no_fill_empties(problem, leg, equipment));
    formulation_place(formulation, leg, (LegTerm){row, UNIT_BOX, SCOPE_EMPTIES, equipment, 1});
}

/** On legs where the earlier plan has none of any type, all are barred. */
static void empties_rows(Formulation *formulation) {
    const Problem *problem = formulation->problem;
    for (LegId leg = 0; leg < problem->n_base_legs; leg++) {
        bool closed = no_fill_train(problem, &problem->trains[problem->legs[leg].train]);
        for (int type = 0; type < problem->kase->n_equipment && closed; type++) {
            if (no_fill_any_empties(problem, leg)) {
                empties_row(formulation, leg, type);
            }
        }
    }
}

void rows_commitment(Formulation *formulation) {
    const Problem *problem = formulation->problem;
    const Commitments *commitments = &problem->kase->commitments;
    train_prices(formulation);
    empties_rows(formulation);
    for (int i = 0; i < commitments->n_earlier_itineraries; i++) {
        if (problem->itinerary_promises[i].n_rides > 0) {
            promise_row(formulation, i);
        } else {
            formulation->lp.constant -= commitments->earlier_itineraries[i].price *
                                        commitments->earlier_itineraries[i].boxes;
        }
    }
}
