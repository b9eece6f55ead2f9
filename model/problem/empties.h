/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Empties: containers of our own that ride without cargo to where they are wanted (空箱调运).
 *
 *  How they go through the program: those of each type are a booking without demand behind it (made
 * here), after all others in Problem.bookings, so that they are a flow like any other, from
 * anywhere to anywhere. model/formulation/move.c says what each of their moves costs; move_take()
 * there takes an empty out of the stock of the station where it sets out, move_give() puts it into
 * that of the one where it arrives, and the rows of stock are model/formulation/rows/equipment.c.
 * Pricing looks for their itineraries as for those of bookings, in groups of their own
 * (solver/pricing/pricing_groups.c). They are written to empties.csv (export/tables/empties_csv.c).
 */
#ifndef BANLIE_MODEL_PROBLEM_EMPTIES_H
#define BANLIE_MODEL_PROBLEM_EMPTIES_H

#include "model/problem/problem.h"

/** Adds the empties of each container type to Problem.bookings, where there is room for them behind
 * all others; sets n_flows. Needs the legs. */
void empties_add(Problem *problem);

#endif
