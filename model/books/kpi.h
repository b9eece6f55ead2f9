/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What a plan comes to: money, traffic and balance, recomputed from its trains and boxes alone.
 *
 *  The solver states its objective with this and the export writes it; neither keeps books of its
 *  own. */
#ifndef BANLIE_MODEL_BOOKS_KPI_H
#define BANLIE_MODEL_BOOKS_KPI_H

#include "model/books/allocation_kpi.h"
#include "model/books/cost_parts.h"
#include "model/books/stock_ledger.h"

/** TEU of a full train, by which the trade counts equivalent trains (折列). */
#define EQUIVALENT_TRAIN_TEU 82.0

/** The decisions a plan consists of. */
typedef struct {
    const bool *runs;              /**< per TrainId */
    const Allocation *allocations; /**< of bookings first, then of empties */
    int n_allocations;
    const Ride *rides;
    const int *repositions; /**< per problem_reposition(): sets that leave; NULL: none */
} KpiInput;

typedef struct {
    double loaded_teu;
    double empty_teu;
    double tonnes; /**< gross */
    long boxes;    /**< loaded ones */
} LegKpi;

/** One train candidate; all 0 but `offered_teu_km` where it does not run. */
typedef struct {
    double offered_teu_km;
    double loaded_teu_km;
    double empty_teu_km;
    double loaded_teu; /**< loaded_teu_km / km of its chain */
    double empty_teu;
    long loaded_boxes; /**< that ride on any of its legs */
    long empty_boxes;
    double cost; /**< its own, its boxes' leg costs and its share by km of their other costs */
    double revenue;
} TrainKpi;

typedef struct {
    long lifts;
    int trains;
} StationDayKpi;

/** One balance rule in one period. */
typedef struct {
    int rule;   /**< index in Case.balance */
    int period; /**< week, NONE for the horizon */
    int outbound_trains;
    int return_trains;
    double outbound_teu;
    double return_teu;
    double short_trains; /**< 0 where the rule has no goal for trains */
    double short_teu;
    double penalty; /**< money due; 0 where the rule is hard */
} BalanceKpi;

/** Totals of the trains that run. */
typedef struct {
    int trains;
    double loaded_teu; /**< sum over trains */
    double empty_teu;
    double offered_teu_km;
    double loaded_teu_km;
    double empty_teu_km;
} TrafficKpi;

typedef struct {
    double revenue;
    double cost; /**< sum of the parts */
    double margin;
    double parts[N_COST_PARTS];
    TrafficKpi all; /**< lines without a direction included; trains under way are in none */
    TrafficKpi outbound;
    TrafficKpi ret;
    double teu_km; /**< of loaded boxes: all trains, and this plan's boxes on those under way */
    long boxes_offered;
    long boxes_carried;
    long boxes_unserved;
    long boxes_late;
    Transit transit;
    long lifts; /**< of this plan's boxes */

    AllocationKpi *allocations; /**< per allocation */
    LegKpi *legs;               /**< per LegId */
    TrainKpi *trains;           /**< per TrainId */
    StationDayKpi *station_days;
    StockLedger *stock; /**< of our containers, settled */
    long *carried;      /**< per BookingId: boxes */
    int *stayed; /**< per Commitments.earlier_itineraries: boxes on it, perhaps more than then */
    BalanceKpi *balance;
    int n_balance;
} Kpi;

/** Computes everything from the decisions.
 *  @return to be freed with kpi_free(), NULL where memory ran out */
Kpi *kpi_compute(const Problem *problem, const KpiInput *input) __attribute__((warn_unused_result));

void kpi_free(Kpi *kpi);

/** What a plan has of a goal: margin, loaded TEU delivered, TEU·km or load factor (0 without
 * trains). */
double kpi_goal(const Kpi *kpi, const Problem *problem, GoalKind goal);

/** The margin of a plan in currency; NAN where memory ran out. */
double kpi_objective(const Problem *problem, const KpiInput *input)
    __attribute__((warn_unused_result));

#endif
