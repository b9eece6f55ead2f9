/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a formulation together: its arrays, the columns of trains and the constraint groups, one
 * after another. */
#include "model/formulation_build.h"

#include <stdlib.h>

#include "model/formulation/rows/rows.h"
#include "model/problem/equipment.h"

/** Sorts the placed terms by leg; within a leg they keep the order of the constraint groups. */
static bool sort_terms(Formulation *formulation) {
    int n_legs = formulation->problem->n_base_legs;
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

static int *new_ids(size_t count) {
    int *ids = calloc(count + 1, sizeof *ids);
    for (size_t i = 0; i < count + 1 && ids != NULL; i++) {
        ids[i] = NONE;
    }
    return ids;
}

/** Arrays of rows and columns, all NONE at first. */
static bool allocate_ids(Formulation *formulation) {
    const Problem *problem = formulation->problem;
    const Case *kase = problem->kase;
    size_t trains = (size_t)problem->n_trains, legs = (size_t)problem->n_legs;
    size_t stock = stock_index(problem, kase->n_equipment, 0, 0);
    size_t promises = (size_t)kase->commitments.n_earlier_itineraries;
    struct {
        int **ids;
        size_t count;
    } arrays[] = {{&formulation->train_column, trains},
                  {&formulation->class_column, trains * (size_t)kase->n_cargo},
                  {&formulation->demand_row, (size_t)problem->n_bookings},
                  {&formulation->lift_row, (size_t)problem->n_station_days},
                  {&formulation->teu_row, legs},
                  {&formulation->flat_row, legs},
                  {&formulation->tonne_row, legs},
                  {&formulation->run_row, (size_t)problem->n_runs},
                  {&formulation->feeder_row, (size_t)problem->n_feeder_days},
                  {&formulation->stock_row, stock},
                  {&formulation->stock_column, stock},
                  {&formulation->lease_column, stock},
                  {&formulation->reposition_column, (size_t)problem_n_repositions(problem)},
                  {&formulation->promise_row, promises},
                  {&formulation->promise_column, promises},
                  {&formulation->fleet_row, (size_t)kase->n_equipment}};
    bool ok = true;
    for (size_t i = 0; i < sizeof arrays / sizeof arrays[0]; i++) {
        *arrays[i].ids = new_ids(arrays[i].count);
        ok = ok && *arrays[i].ids != NULL;
    }
    return ok;
}

static bool formulation_allocate(Formulation *formulation, const Aim *aim) {
    const Problem *problem = formulation->problem;
    formulation->leg_term_start = calloc((size_t)problem->n_base_legs + 2, sizeof(int));
    formulation->cargo_present = calloc((size_t)problem->kase->n_cargo + 1, sizeof(bool));
    formulation->measures = calloc((size_t)aim->n_floors + 1, sizeof(MeasureRow));
    return allocate_ids(formulation) && formulation->leg_term_start != NULL &&
           formulation->cargo_present != NULL && formulation->measures != NULL;
}

static void add_train_columns(Formulation *formulation) {
    for (TrainId id = 0; id < formulation->problem->n_trains; id++) {
        const TrainCandidate *train = &formulation->problem->trains[id];
        formulation->train_column[id] =
            lp_model_column(&formulation->lp, (LpColumn){.objective = -train->cost,
                                                         .lower = train->fixed ? 1 : 0,
                                                         .upper = 1,
                                                         .integer = true,
                                                         .group = COLUMN_TRAIN,
                                                         .subject = id});
    }
}

static void note_cargo_present(Formulation *formulation) {
    for (BookingId id = 0; id < formulation->problem->n_bookings; id++) {
        formulation->cargo_present[formulation->problem->bookings[id].cargo] = true;
    }
}

/** Repetitions of a leg share its rows. */
static void share_rows(Formulation *formulation) {
    const Problem *problem = formulation->problem;
    for (LegId leg = problem->n_base_legs; leg < problem->n_legs; leg++) {
        LegId base = problem->legs[leg].base;
        formulation->teu_row[leg] = formulation->teu_row[base];
        formulation->flat_row[leg] = formulation->flat_row[base];
        formulation->tonne_row[leg] = formulation->tonne_row[base];
    }
}

/** Adds the constraint groups one after another. Each may look at what those before it have added,
 * so that none is begun once memory has run out. */
static void build_rows(Formulation *formulation, const Aim *aim) {
    void (*const parts[])(Formulation *) = {
        add_train_columns, rows_capacity,   rows_cargo_class, rows_train_choice, rows_station_day,
        rows_feeder,       rows_demand,     rows_load_factor, rows_equipment,    rows_rake,
        rows_balance,      rows_commitment, share_rows};
    note_cargo_present(formulation);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0] && !formulation->lp.failed; i++) {
        parts[i](formulation);
    }
    if (!formulation->lp.failed) {
        rows_goal(formulation, aim); /* last: it turns money into what is asked for */
        lp_model_merge(&formulation->lp);
        formulation->first_relief = formulation->lp.n_columns;
    }
}

Formulation *formulation_new(const Problem *problem, const Aim *aim) {
    Formulation *formulation = calloc(1, sizeof *formulation);
    if (formulation == NULL) {
        return NULL;
    }
    formulation->problem = problem;
    formulation->parts = aim->parts;
    if (!formulation_allocate(formulation, aim)) {
        formulation_free(formulation);
        return NULL;
    }
    build_rows(formulation, aim);
    if (formulation->lp.failed || !sort_terms(formulation)) {
        formulation_free(formulation);
        return NULL;
    }
    return formulation;
}
