/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The constraint groups, one file each, by their numbers in the model. Each adds its rows, its
 *  columns and its terms to the formulation; where memory runs out, `lp.failed` is set. */
#ifndef BANLIE_MODEL_FORMULATION_ROWS_ROWS_H
#define BANLIE_MODEL_FORMULATION_ROWS_ROWS_H

#include "model/formulation/formulation.h"

void rows_capacity(Formulation *formulation);     /* 1, 2 */
void rows_cargo_class(Formulation *formulation);  /* 3, 4 */
void rows_train_choice(Formulation *formulation); /* 5, 6, regular lines */
void rows_station_day(Formulation *formulation);  /* 7 */
void rows_feeder(Formulation *formulation);       /* 8 */
void rows_demand(Formulation *formulation);       /* 9 */
void rows_load_factor(Formulation *formulation);  /* 10 */
void rows_equipment(Formulation *formulation);    /* 11 */
void rows_rake(Formulation *formulation);         /* 12 */
void rows_balance(Formulation *formulation);      /* 13 */
void rows_commitment(Formulation *formulation);
void rows_goal(Formulation *formulation, const Aim *aim);

#endif
