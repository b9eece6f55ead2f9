/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  For tests: small programs in whole numbers, drawn at random, and all their points one by one. */
#ifndef BANLIE_TESTS_UNIT_DRAWN_PROGRAM_H
#define BANLIE_TESTS_UNIT_DRAWN_PROGRAM_H

#include "model/formulation/lp_model.h"
#include "tests/property/random_number.h"

/** Columns of a drawn program at most: all its points are tried. */
enum { DRAWN_COLUMNS = 5 };

/** What a program has beside rows, and whole columns within bounds. */
typedef struct {
    bool part;      /**< the last column need not be whole, and may have no bounds */
    bool unlimited; /**< some whole columns have no bound on one side, but rows that bound them */
} DrawnKind;

/** The kinds in turn, by a number from 0. */
DrawnKind drawn_kind(int number);

/** A program that, mostly, some points keep: coefficients are those of boxes, TEU, tonnes, TEU·km
 * and load factors, limits lie at, just above or just below what a point of it adds up to. */
LpModel drawn_program(Random *random, DrawnKind kind);

/** Told of a point: a value per column, whole where it has to be. */
typedef void PointVisitor(const double *point, void *user);

/** Goes through the points that keep the rows, with whole numbers everywhere but in the last column
 * where that need not be: it has the best of the values left to it.
 *  @param slack  by which a row may be missed, as a share of its limit, which counts 1 at least */
void drawn_points(const LpModel *model, double slack, PointVisitor *visit, void *user);

/** The greatest objective of these points; −∞ where there is none. */
double drawn_best(const LpModel *model, double slack);

/** Objective of a point, the constant left out. */
double drawn_value(const LpModel *model, const double *point);

/** True where the point keeps bounds, rows and whole numbers. */
bool drawn_holds(const LpModel *model, double slack, const double *point);

#endif
