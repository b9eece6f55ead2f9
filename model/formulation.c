#include "model/formulation.h"

#include <math.h>
#include <stdlib.h>

#include "model/itinerary.h"

void formulation_place(Formulation *formulation, LegId leg, LegTerm term) {
    if (formulation->n_placed == formulation->room_placed) {
        int larger = formulation->room_placed == 0 ? 1024 : formulation->room_placed * 2;
        PlacedTerm *moved = realloc(formulation->placed, (size_t)larger * sizeof *moved);
        if (moved == NULL) {
            formulation->lp.failed = true;
            return;
        }
        formulation->placed = moved;
        formulation->room_placed = larger;
    }
    formulation->placed[formulation->n_placed++] = (PlacedTerm){.leg = leg, .term = term};
}

/** Sorts the placed terms by leg; within a leg they keep the order of the constraint groups. */
static bool sort_terms(Formulation *formulation) {
    int n_legs = formulation->problem->n_legs;
    formulation->leg_terms = calloc((size_t)formulation->n_placed + 1, sizeof(LegTerm));
    int *next = calloc((size_t)n_legs + 1, sizeof *next);
    if (formulation->leg_terms == NULL || next == NULL) {
        free(next);
        return false;
    }
    int *start = formulation->leg_term_start;
    for (int i = 0; i < formulation->n_placed; i++) {
        start[formulation->placed[i].leg + 1]++;
    }
    for (LegId leg = 0; leg < n_legs; leg++) {
        start[leg + 1] += start[leg];
        next[leg] = start[leg];
    }
    for (int i = 0; i < formulation->n_placed; i++) {
        const PlacedTerm *placed = &formulation->placed[i];
        formulation->leg_terms[next[placed->leg]++] = placed->term;
    }
    free(next);
    free(formulation->placed);
    formulation->placed = NULL;
    return true;
}

static bool allocate(Formulation *formulation) {
    const Problem *problem = formulation->problem;
    size_t legs = (size_t)problem->n_legs + 1;
    formulation->train_column = calloc((size_t)problem->n_trains + 1, sizeof(ColumnId));
    size_t classes = (size_t)problem->n_trains * (size_t)problem->kase->n_cargo + 1;
    formulation->class_column = calloc(classes, sizeof(ColumnId));
    for (size_t i = 0; i < classes && formulation->class_column != NULL; i++) {
        formulation->class_column[i] = NONE;
    }
    formulation->demand_row = calloc((size_t)problem->n_bookings + 1, sizeof(RowId));
    formulation->lift_row = calloc((size_t)problem->n_station_days + 1, sizeof(RowId));
    formulation->teu_row = calloc(legs, sizeof(RowId));
    formulation->tonne_row = calloc(legs, sizeof(RowId));
    formulation->leg_term_start = calloc(legs, sizeof(int));
    formulation->cargo_present = calloc((size_t)problem->kase->n_cargo + 1, sizeof(bool));
    return formulation->train_column != NULL && formulation->class_column != NULL &&
           formulation->demand_row != NULL && formulation->lift_row != NULL &&
           formulation->teu_row != NULL && formulation->tonne_row != NULL &&
           formulation->leg_term_start != NULL && formulation->cargo_present != NULL;
}

static void add_train_columns(Formulation *formulation) {
    for (TrainId id = 0; id < formulation->problem->n_trains; id++) {
        const TrainCandidate *train = &formulation->problem->trains[id];
        formulation->train_column[id] =
            lp_model_column(&formulation->lp, (LpColumn){.objective = -train->cost,
                                                         .lower = train->fixed ? 1 : 0,
                                                         .upper = 1,
                                                         .integer = true});
    }
}

static void note_cargo_present(Formulation *formulation) {
    for (BookingId id = 0; id < formulation->problem->n_bookings; id++) {
        formulation->cargo_present[formulation->problem->bookings[id].cargo] = true;
    }
}

Formulation *formulation_new(const Problem *problem) {
    Formulation *formulation = calloc(1, sizeof *formulation);
    if (formulation == NULL) {
        return NULL;
    }
    formulation->problem = problem;
    if (!allocate(formulation)) {
        formulation_free(formulation);
        return NULL;
    }
    note_cargo_present(formulation);
    add_train_columns(formulation);
    rows_capacity(formulation);
    rows_cargo_class(formulation);
    rows_train_choice(formulation);
    rows_station_day(formulation);
    rows_demand(formulation);
    rows_load_factor(formulation);
    rows_balance(formulation);
    if (formulation->lp.failed || !sort_terms(formulation)) {
        formulation_free(formulation);
        return NULL;
    }
    return formulation;
}

void formulation_free(Formulation *formulation) {
    if (formulation != NULL) {
        lp_model_clear(&formulation->lp);
        free(formulation->train_column);
        free(formulation->class_column);
        free(formulation->demand_row);
        free(formulation->lift_row);
        free(formulation->teu_row);
        free(formulation->tonne_row);
        free(formulation->leg_terms);
        free(formulation->leg_term_start);
        free(formulation->cargo_present);
        free(formulation->placed);
        free(formulation);
    }
}

double formulation_box_worth(const Booking *booking) {
    return booking->must ? booking->revenue_per_box
                         : booking->revenue_per_box + booking->unserved_cost_per_box;
}

double leg_term_value(const LegTerm *term, const Booking *booking) {
    if (term->cargo != NONE && term->cargo != booking->cargo) {
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

static bool column_append(CargoColumn *column, RowId row, double value) {
    if (value == 0) {
        return true;
    }
    if (column->count == column->room) {
        int larger = column->room == 0 ? 64 : column->room * 2;
        RowId *rows = realloc(column->rows, (size_t)larger * sizeof *rows);
        if (rows == NULL) {
            return false;
        }
        column->rows = rows;
        double *values = realloc(column->values, (size_t)larger * sizeof *values);
        if (values == NULL) {
            return false;
        }
        column->values = values;
        column->room = larger;
    }
    column->rows[column->count] = row;
    column->values[column->count++] = value;
    return true;
}

static bool column_lift(const Formulation *formulation, StationDayId day, CargoColumn *column) {
    RowId row = formulation->lift_row[day];
    return row == NONE || column_append(column, row, 1);
}

static bool column_ride(const Formulation *formulation, const Booking *booking, Ride ride,
                        CargoColumn *column) {
    const Problem *problem = formulation->problem;
    bool ok = column_lift(formulation, problem->legs[ride.first].depart_day, column) &&
              column_lift(formulation, problem->legs[ride.last].arrive_day, column);
    for (LegId leg = ride.first; leg <= ride.last && ok; leg++) {
        if (leg < ride.last && leg_pass_lifts(problem, leg)) {
            ok = column_lift(formulation, problem->legs[leg + 1].depart_day, column);
        }
        for (int i = formulation->leg_term_start[leg];
             i < formulation->leg_term_start[leg + 1] && ok; i++) {
            const LegTerm *term = &formulation->leg_terms[i];
            ok = column_append(column, term->row, leg_term_value(term, booking));
        }
    }
    return ok;
}

/** Adds up the entries of the same row. Columns are short, so insertion sort does. */
static void column_merge(CargoColumn *column) {
    for (int i = 1; i < column->count; i++) {
        RowId row = column->rows[i];
        double value = column->values[i];
        int j = i;
        for (; j > 0 && column->rows[j - 1] > row; j--) {
            column->rows[j] = column->rows[j - 1];
            column->values[j] = column->values[j - 1];
        }
        column->rows[j] = row;
        column->values[j] = value;
    }
    int kept = 0;
    for (int i = 0; i < column->count; i++) {
        if (kept > 0 && column->rows[kept - 1] == column->rows[i]) {
            column->values[kept - 1] += column->values[i];
        } else {
            column->rows[kept] = column->rows[i];
            column->values[kept++] = column->values[i];
        }
    }
    column->count = kept;
}

bool formulation_cargo_column(const Formulation *formulation, BookingId id, const Ride *rides,
                              int n_rides, CargoColumn *column) {
    const Booking *booking = &formulation->problem->bookings[id];
    column->count = 0;
    column->objective = formulation_box_worth(booking) -
                        itinerary_cost(formulation->problem, booking, rides, n_rides);
    bool ok = column_append(column, formulation->demand_row[id], 1);
    for (int i = 0; i < n_rides && ok; i++) {
        ok = column_ride(formulation, booking, rides[i], column);
    }
    column_merge(column);
    return ok;
}

double cargo_column_reduced(const CargoColumn *column, const double *price) {
    double reduced = column->objective;
    for (int i = 0; i < column->count; i++) {
        reduced -= column->values[i] * price[column->rows[i]];
    }
    return reduced;
}

void cargo_column_clear(CargoColumn *column) {
    free(column->rows);
    free(column->values);
    *column = (CargoColumn){0};
}
