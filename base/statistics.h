/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Figures of many numbers: percentiles, means, how one list goes with another. */
#ifndef BANLIE_BASE_STATISTICS_H
#define BANLIE_BASE_STATISTICS_H

#include <stdbool.h>

/** Puts numbers in rising order. None of them is NAN. */
void numbers_sort(double *numbers, int count);

/** The ⌊(P·n + 99)/100⌋-th smallest of n numbers, at least the first: always one of them.
 *  @param sorted   in rising order
 *  @param percent  0 to 100
 *  @return NAN where there are none */
double numbers_percentile(const double *sorted, int count, int percent);

/** NAN where there are none. */
double numbers_mean(const double *numbers, int count);

/** Spearman's rank correlation: how surely one number is greater where the other is, from −1 to 1.
 *  Equal numbers have the mean of their ranks.
 *  @param rank_correlation  NAN where either list has no two different numbers
 *  @return false where memory ran out */
bool numbers_rank_correlation(const double *first, const double *second, int count,
                              double *rank_correlation) __attribute__((warn_unused_result));

#endif
