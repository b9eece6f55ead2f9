/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Containers of our own: what a station has of them, and the days on which their stock can change.
 */
#ifndef BANLIE_MODEL_PROBLEM_EQUIPMENT_H
#define BANLIE_MODEL_PROBLEM_EQUIPMENT_H

#include "model/problem/problem.h"

/** What the case says of equipment at a station; the defaults (nothing, no cost) where it says
 * nothing. */
EquipmentAt equipment_at(const Case *kase, int equipment, StationId station);

/** Boxes of the type that are owned or can be leased, all stations together: no stock exceeds it.
 */
double equipment_fleet(const Case *kase, int equipment);

/** Marks the days on which a box of the type can join or leave the stock of the station; the first
 * and the last day are marked where there is anything to count at all.
 *  @param marked  per stock day, cleared first
 *  @return false where nothing can happen and nothing is said of the station */
bool equipment_mark_days(const Problem *problem, int equipment, StationId station, bool *marked);

/** Where the numbers of a stock day stand in the arrays of stock. */
static inline size_t stock_index(const Problem *problem, int equipment, StationId station,
                                 StockDay day) {
    size_t place = (size_t)equipment * (size_t)problem->kase->n_stations + (size_t)station;
    return place * (size_t)problem->n_stock_days + (size_t)day;
}

#endif
