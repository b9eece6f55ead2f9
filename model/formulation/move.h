/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What one box does on each move of its itinerary: the money it earns or costs, and what it adds
 * to the rows (docs/model.md, Moves). The one home of cargo's coefficients: path flow (the engine's
 * columns and its prices) and arc flow (model/formulation/compact.h) are both put together from
 * these. */
#ifndef BANLIE_MODEL_FORMULATION_MOVE_H
#define BANLIE_MODEL_FORMULATION_MOVE_H

#include "model/formulation/formulation.h"

/** A column, or part of one: what a box earns and adds to rows. */
typedef struct {
    double money;     /**< earned, less what it costs, per box */
    double objective; /**< set by move_finish() */
    RowId *rows;      /**< distinct and ascending once finished */
    double *values;
    int count, room;
    bool failed; /**< memory ran out */
} CargoColumn;

/** Empties the column for use anew; its room is kept. */
void move_clear(CargoColumn *column);

/* Each move adds to the column. */

/** A box of the flow sets out: its worth, and the booking's row. */
void move_book(const Formulation *formulation, BookingId flow, CargoColumn *column);
/** Its container leaves the stock of `station` for a first departure at `departs`. */
void move_take(const Formulation *formulation, BookingId flow, StationId station, Minute departs,
               CargoColumn *column);
/** Its container joins the stock of `station` after the last arrival at `arrives`. */
void move_give(const Formulation *formulation, BookingId flow, StationId station, Minute arrives,
               CargoColumn *column);
/** It is put on its first train, or on one after a feeder, at the start of the leg. */
void move_load(const Formulation *formulation, BookingId flow, LegId id, CargoColumn *column);
/** It travels on the leg. */
void move_ride(const Formulation *formulation, BookingId flow, LegId id, CargoColumn *column);
/** It stays on the train from `leg` to its next. */
void move_pass(const Formulation *formulation, LegId leg, CargoColumn *column);
/** It leaves its train at the end of `leg` for another one at the same station. */
void move_leave(const Formulation *formulation, LegId leg, CargoColumn *column);
/** It boards the leg after leaving another train at the same station. */
void move_board(const Formulation *formulation, LegId id, CargoColumn *column);
/** It is taken off at the end of the leg, for good or for a feeder. */
void move_unload(const Formulation *formulation, BookingId flow, LegId id, CargoColumn *column);
/** It takes a feeder. */
void move_feed(const Formulation *formulation, FeederRunId id, CargoColumn *column);
/** Its whole itinerary is one that an earlier plan promised. */
void move_promise(const Formulation *formulation, int promise, CargoColumn *column);
/** It is delivered at this instant: lateness. */
void move_deliver(const Formulation *formulation, BookingId flow, Minute delivered,
                  CargoColumn *column);

/** Sets the objective, and adds up the entries of the same row. */
void move_finish(const Formulation *formulation, CargoColumn *column);

/** The whole column of a box of a flow on an itinerary.
 *  @param column  filled anew; grows as needed, freed with cargo_column_free()
 *  @return false where memory is out */
bool cargo_column_make(const Formulation *formulation, BookingId flow, const Ride *rides,
                       int n_rides, CargoColumn *column) __attribute__((warn_unused_result));

/** Reduced cost of a column under prices of the formulation's rows. */
double cargo_column_reduced(const CargoColumn *column, const double *price);

void cargo_column_free(CargoColumn *column);

#endif
