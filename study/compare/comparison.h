/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Plans side by side: the first, a, with each of the others. */
#ifndef BANLIE_STUDY_COMPARE_COMPARISON_H
#define BANLIE_STUDY_COMPARE_COMPARISON_H

#include "config/plan_folder/compare_columns.h"
#include "study/compare/compared_plan.h"

enum { COMPARED_PLANS_MAX = 26 /**< letters that they are called by */ };

/** A figure of all plans. */
typedef struct {
    const char *name;
    double *values; /**< per plan; NAN where it has none */
} FigureRow;

/** What plans were made from. */
typedef struct {
    const char *name;
    const char **values; /**< per plan; empty where it does not say */
    bool differs;
} InputRow;

/** A train of a, of another plan, or of both. In this and what follows `plan` is the other plan,
 * from 1, and [0] is of a, [1] of that. */
typedef struct {
    int plan;
    TrainChange change;
    const ComparedTrain *of[2]; /**< NULL where the plan does not run it */
} TrainRow;

typedef struct {
    int plan;
    BoxesChange change;
    const ComparedBooking *of[2]; /**< NULL where the plan has no such booking */
    int rerouted;                 /**< boxes */
} BookingRow;

typedef struct {
    int plan;
    const char *mode, *from, *to;
    double teu[2];
} FlowRow;

typedef struct {
    int plan;
    const char *row;
    double price[2]; /**< NAN where the plan has none */
} PriceRow;

/** A difference of the cases, or what all come to. Figures NAN: not known. */
typedef struct {
    char *difference;
    double alone, last;
    double low, high; /**< of alone */
} WhyRow;

typedef struct {
    ComparedPlan *plans;
    int n_plans;      /**< that were begun to be read */
    GArray *figures;  /**< FigureRow, in the order of summary.json */
    GArray *inputs;   /**< InputRow */
    GArray *trains;   /**< TrainRow, here and below by plan first */
    GArray *bookings; /**< BookingRow */
    GArray *flows;    /**< FlowRow */
    GArray *prices;   /**< PriceRow */
    bool priced;      /**< some plan has prices to compare with those of a */
    GArray *why;      /**< WhyRow; NULL: nobody has asked */
} Comparison;

#endif
