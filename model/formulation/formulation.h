/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The optimisation model of a problem: its rows, and the columns that are not cargo (trains,
 * classes present, stock, leases, wagon sets, balance shortfalls).
 *
 *  What a box does to the rows is said in model/formulation/move.h, for path flow (the engine) and
 * arc flow (model/formulation/compact.h) alike. Each constraint group has one home: its file in
 * model/formulation/rows/. */
#ifndef BANLIE_MODEL_FORMULATION_FORMULATION_H
#define BANLIE_MODEL_FORMULATION_FORMULATION_H

#include "model/formulation/lp_model.h"
#include "model/problem/equipment.h"
#include "model/problem/problem.h"

/** Something that a plan has more or less of, as the objective may ask for it. */
typedef struct {
    GoalKind kind;
    double ratio; /**< of GOAL_LOAD_FACTOR: what is measured is loaded − ratio · offered TEU·km,
                     above 0 where the load factor is above the ratio (Dinkelbach 1967) */
    double size;  /**< of GOAL_LOAD_FACTOR: measured in shares of so many TEU·km, > 0 */
} Measure;

/** A measure that may not fall below a value: an earlier goal, held. */
typedef struct {
    Measure measure;
    double least;
} Floor;

/** What is maximised. */
typedef struct {
    Measure maximise;
    const Floor *floors;
    int n_floors;
    bool parts; /**< parts of trains and boxes count, as in a relaxation alone: else a load factor
                   above 0, held or to be exceeded, is one of some train that runs */
} Aim;

/** Margin alone, nothing held. */
extern const Aim AIM_MARGIN;

/** The same, of parts of trains and boxes: for prices. */
extern const Aim AIM_MARGIN_OF_PARTS;

/** What a term counts. */
typedef enum { UNIT_BOX, UNIT_TEU, UNIT_TONNE } TermUnit;

/** Which boxes a term is about. */
typedef enum {
    SCOPE_ALL,
    SCOPE_LOADED, /**< no empties */
    SCOPE_FLAT,   /**< loaded or empty, that cannot stand on the second level */
    SCOPE_CLASS,  /**< of one cargo class */
    SCOPE_EMPTIES /**< empties of one type */
} TermScope;

/** What a box on a leg adds to a row: factor x its boxes, TEU or gross tonnes. */
typedef struct {
    RowId row;
    TermUnit unit;
    TermScope scope;
    int of; /**< of SCOPE_CLASS: CargoId; of SCOPE_EMPTIES: index in Case.equipment */
    double factor;
} LegTerm;

typedef struct {
    LegId leg;
    LegTerm term;
} PlacedTerm;

/** A row whose activity is a measure: held, or free and maximised. */
typedef struct {
    Measure measure;
    RowId row;
} MeasureRow;

typedef struct {
    const Problem *problem;
    bool parts; /**< of the aim */
    LpModel lp;
    ColumnId *train_column; /**< per TrainId: y */
    ColumnId *class_column; /**< [train * n_cargo + cargo]: "class is on the train", NONE where no
                               rule keeps it apart */
    RowId *demand_row;      /**< per BookingId */
    RowId *lift_row;        /**< per StationDayId: NONE where there is no limit */
    RowId *teu_row;         /**< per LegId, repetitions included */
    RowId *flat_row;        /**< per LegId: NONE where the slot has no second level */
    RowId *tonne_row;       /**< per LegId: NONE where there is no limit */
    RowId *run_row;         /**< per SlotRunId: NONE where the limit cannot be reached */
    RowId *feeder_row;      /**< per FeederDayId: NONE where there is no limit */
    RowId *stock_row;       /**< [stock_index()]: NONE where nothing can happen that day */
    ColumnId *stock_column; /**< [stock_index()]: stock at the end of the day, likewise */
    ColumnId *lease_column; /**< [stock_index()]: boxes leased that day, NONE where none can be */
    RowId *fleet_row;       /**< per equipment: in circulation; NONE but in a cyclic plan */
    ColumnId *reposition_column; /**< [problem_reposition()]: sets that leave */
    RowId *promise_row;          /**< per ItineraryPromise: NONE where nothing hangs on it */
    ColumnId *promise_column; /**< its boxes that moved; NONE where it has no row, or is frozen */
    LegTerm *leg_terms;       /**< by leg */
    int *leg_term_start;      /**< per base leg, n_base_legs + 1 entries */
    bool *cargo_present;      /**< per CargoId: some booking has it */
    MeasureRow *measures; /**< goals other than margin: what is maximised first, then the floors */
    int n_measures;
    RowId aim_row;    /**< whose activity is maximised; NONE: margin */
    double aim_scale; /**< of the objective: what a unit of the measure counts in it */
    double box_scale; /**< size of a box's part in the objective, where that is not money */
    double
        money_weight; /**< of money in the objective: 1, or 0 where something else is maximised */
    RowId money_row;  /**< whose activity is the margin, where it is held; NONE */
    ColumnId first_relief; /**< columns from here on let rules give way (model/rules/relief.h); the
                              number of columns where there are none */
    PlacedTerm *placed;    /**< while the rows are built */
    int n_placed, room_placed;
} Formulation;

void formulation_free(Formulation *formulation);

/** For the files in model/formulation/rows/: a box on `leg` adds this term. */
void formulation_place(Formulation *formulation, LegId leg, LegTerm term);

/** Worth of delivering one box before its costs, in money: its revenue, and the penalty that it is
 * not left behind. */
double formulation_box_worth(const Booking *booking);

/** Coefficient of a term for one box; 0 where the term is not about it. */
double leg_term_value(const LegTerm *term, const Booking *booking);

#endif
