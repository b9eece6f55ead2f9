/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  From the plan that breaks the rules least to what would have to be said in the case for it. */
#ifndef BANLIE_SOLVER_CONFLICT_REPAIR_H
#define BANLIE_SOLVER_CONFLICT_REPAIR_H

#include "solver/conflict/elastic.h"

typedef struct {
    Change change;
    Place place;     /**< of the field */
    double from;     /**< what it says now; 1 of a rule that holds or does not, which goes to 0 */
    long parts;      /**< of such a rule: boxes or departures that it is about; else 0 */
    long parts_lost; /**< those that do not keep it in the plan: left behind, not run, or moved */
} Repair;

typedef struct {
    Repair *items; /**< in the order of the rules */
    int count;
} Repairs;

/** Reads the repairs out of the elastic plan, one for each field that has to give way. To be freed
 * with repairs_clear(). */
Repairs repairs_read(const Rules *rules, const Elastic *elastic);
void repairs_clear(Repairs *repairs);

/** The least by which the number of a repair can be changed; 0 where the rule holds or does not. */
double repair_step(const Rules *rules, const Repair *repair);

/** Gives the field of a repair another number. */
void repair_set(Repair *repair, const Rules *rules, double to);

void repairs_remove(Repairs *repairs, int index);

#endif
