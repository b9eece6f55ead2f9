/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a formulation says of boxes: their worth, and what they add to the rows of the legs that
 * they ride on. */
#include "model/formulation/formulation.h"

#include <stdlib.h>

#include "base/grow.h"

const Aim AIM_MARGIN = {.maximise = {.kind = GOAL_MARGIN}};
const Aim AIM_MARGIN_OF_PARTS = {.maximise = {.kind = GOAL_MARGIN}, .parts = true};

void formulation_place(Formulation *formulation, LegId leg, LegTerm term) {
    if (!GROW(formulation->placed, formulation->n_placed + 1, formulation->room_placed)) {
        formulation->lp.failed = true;
        return;
    }
    formulation->placed[formulation->n_placed++] = (PlacedTerm){.leg = leg, .term = term};
}

void formulation_free(Formulation *formulation) {
    if (formulation != NULL) {
        lp_model_clear(&formulation->lp);
        free(formulation->train_column);
        free(formulation->class_column);
        free(formulation->demand_row);
        free(formulation->lift_row);
        free(formulation->teu_row);
        free(formulation->flat_row);
        free(formulation->tonne_row);
        free(formulation->run_row);
        free(formulation->feeder_row);
        free(formulation->stock_row);
        free(formulation->stock_column);
        free(formulation->lease_column);
        free(formulation->fleet_row);
        free(formulation->reposition_column);
        free(formulation->promise_row);
        free(formulation->promise_column);
        free(formulation->leg_terms);
        free(formulation->leg_term_start);
        free(formulation->cargo_present);
        free(formulation->measures);
        free(formulation->placed);
        free(formulation);
    }
}

double formulation_box_worth(const Booking *booking) {
    return booking->must ? booking->revenue_per_box
                         : booking->revenue_per_box + booking->unserved_cost_per_box;
}

static bool in_scope(const LegTerm *term, const Booking *booking) {
    switch (term->scope) {
    case SCOPE_ALL:
        return true;
    case SCOPE_LOADED:
        return !booking->empty;
    case SCOPE_FLAT:
        return !booking->stackable;
    case SCOPE_CLASS:
        return term->of == booking->cargo;
    case SCOPE_EMPTIES:
        return booking->empty && term->of == booking->equipment;
    }
    return false;
}

double leg_term_value(const LegTerm *term, const Booking *booking) {
    if (!in_scope(term, booking)) {
        return 0;
    }
    switch (term->unit) {
    case UNIT_BOX:
        return term->factor;
    case UNIT_TEU:
        return term->factor * booking->teu;
    case UNIT_TONNE:
        return term->factor * booking->gross_t;
    }
    return 0;
}
