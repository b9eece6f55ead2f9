/** @file
 *  The optimisation model of a problem: its rows, the columns that are not cargo (trains, classes
 * present, balance shortfalls), and what a box does to the rows on each of its moves.
 *
 *  Path flow (the engine) and arc flow (model/compact.h) both take their cargo coefficients from
 * here, so each constraint group has one home: its file in model/rows/. */
#ifndef BANLIE_MODEL_FORMULATION_H
#define BANLIE_MODEL_FORMULATION_H

#include "model/lp_model.h"
#include "model/problem.h"

/** What a term counts. */
typedef enum { UNIT_BOX, UNIT_TEU, UNIT_TONNE } TermUnit;

/** What a box on a leg adds to a row: factor x its boxes, TEU or gross tonnes. */
typedef struct {
    RowId row;
    TermUnit unit;
    CargoId cargo; /**< only boxes of this class; NONE: all */
    double factor;
} LegTerm;

typedef struct {
    LegId leg;
    LegTerm term;
} PlacedTerm;

typedef struct {
    const Problem *problem;
    LpModel lp;
    ColumnId *train_column; /**< per TrainId: y */
    ColumnId *class_column; /**< [train * n_cargo + cargo]: "class is on the train", NONE where no
                               rule keeps it apart */
    RowId *demand_row;      /**< per BookingId */
    RowId *lift_row;        /**< per StationDayId: NONE where there is no limit */
    RowId *teu_row;         /**< per LegId */
    RowId *tonne_row;       /**< per LegId: NONE where there is no limit */
    LegTerm *leg_terms;     /**< by leg */
    int *leg_term_start;    /**< per leg, n_legs + 1 entries */
    bool *cargo_present;    /**< per CargoId: some booking has it */
    PlacedTerm *placed;     /**< while the rows are built */
    int n_placed, room_placed;
} Formulation;

/** Builds all rows and the columns that are not cargo.
 *  @return NULL where memory is out */
Formulation *formulation_new(const Problem *problem) __attribute__((warn_unused_result));
void formulation_free(Formulation *formulation);

/** For the files in model/rows/: a box on `leg` adds this term. */
void formulation_place(Formulation *formulation, LegId leg, LegTerm term);

/** A cargo column: boxes of one booking on one itinerary. */
typedef struct {
    double objective; /**< per box */
    RowId *rows;      /**< distinct */
    double *values;
    int count, room;
} CargoColumn;

/** What one box of a booking on an itinerary earns and uses: demand, legs and lifts.
 *  @param column  filled anew; grows as needed, freed with cargo_column_clear()
 *  @return false where memory is out */
bool formulation_cargo_column(const Formulation *formulation, BookingId booking, const Ride *rides,
                              int n_rides, CargoColumn *column) __attribute__((warn_unused_result));

/** Reduced cost of a column under prices of the formulation's rows. */
double cargo_column_reduced(const CargoColumn *column, const double *price);

void cargo_column_clear(CargoColumn *column);

/** Worth of delivering one box before its costs: its revenue, and the penalty that it is not left
 * behind. */
double formulation_box_worth(const Booking *booking);

/** Coefficient of a term for one box of a booking; 0 where the term is about another class. */
double leg_term_value(const LegTerm *term, const Booking *booking);

/** True where a box that stays on the train from this leg to its next is lifted across a gauge
 * break. */
static inline bool leg_pass_lifts(const Problem *problem, LegId leg) {
    return problem->kase->stations[problem->legs[leg].to].gauge_break;
}

/* The constraint groups, one file each in model/rows/. Each adds its rows, its columns and its
 * terms. */
void rows_capacity(Formulation *formulation);     /* 1, 2 */
void rows_cargo_class(Formulation *formulation);  /* 3, 4 */
void rows_train_choice(Formulation *formulation); /* 5, 6 */
void rows_station_day(Formulation *formulation);  /* 7 */
void rows_demand(Formulation *formulation);       /* 9 */
void rows_load_factor(Formulation *formulation);  /* 10 */
void rows_balance(Formulation *formulation);      /* 13 */

#endif
