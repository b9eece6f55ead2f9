/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The sets of differences that are planned, and the figures that their values come to. */
#ifndef BANLIE_STUDY_WHY_FIGURES_H
#define BANLIE_STUDY_WHY_FIGURES_H

#include "study/why/set_value.h"

/** A figure that rests on several plans. NAN: not known, since one of them is missing, or no bound
 *  is proven. */
typedef struct {
    double value;     /**< of the plans at hand */
    double low, high; /**< of the best plans, for certain */
} WhyFigure;

/** How many sets of `n` differences there are to plan: none of them, all, each alone, all but each.
 *  Those that are equal count once; of no differences nothing is planned. */
int sets_count(int n);

/** The differences that a set has, by its number from 0. To be freed with g_free(). */
bool *set_differences(int n, int set) __attribute__((warn_unused_result, returns_nonnull));

/* The figures, by the values of all sets. One that a set has no part in does not ask for its value.
 */

WhyFigure figure_alone(const SetValue *values, int n, int difference); /**< it, less none */
WhyFigure figure_last(const SetValue *values, int n, int difference);  /**< all, less all but it */
WhyFigure figure_total(const SetValue *values, int n);                 /**< all, less none */
/** The total, less what each brings alone. */
WhyFigure figure_interaction(const SetValue *values, int n);

#endif
