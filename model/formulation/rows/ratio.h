/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Ratios as rows ask for them: of load factors, of hard balances and of a load factor that is
 * held.
 */
#ifndef BANLIE_MODEL_FORMULATION_ROWS_RATIO_H
#define BANLIE_MODEL_FORMULATION_ROWS_RATIO_H

#include "model/formulation/formulation.h"

/** Rows count TEU·km in thousands, so that their coefficients are of the size of other rows'. */
extern const double TEU_KM_SCALE;

/** The ratio that a row asks for where the case asks for one that may not be missed: less of it by
 * RATIO_GRANTED, so that what is granted is a plan in spite of an LP solver's tolerances. One that
 * is lost among those is raised, where trains and boxes are whole: who asks for any share of
 * something asks for one of them at least.
 *  @param least  what one train or box comes to at least
 *  @param most   what the ratio is of comes to at most */
double ratio_in_row(const Formulation *formulation, double ratio, double least, double most);

/** True where the row's lower bound, 0, is a ratio that may not be missed, with what it asks for
 * entered below 0. */
bool row_is_ratio(const LpRow *row);

/** TEU of the smallest box booked; infinite where there is none. */
double least_box_teu(const Problem *problem);

#endif
