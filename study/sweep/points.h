/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The points of a sweep: which scenarios each has, and which values of the parameters. Number 0 is
 *  the base, without any; the others follow from the design, entry by entry. */
#ifndef BANLIE_STUDY_SWEEP_POINTS_H
#define BANLIE_STUDY_SWEEP_POINTS_H

#include "study/sweep/parameter_value.h"
#include "study/sweep/sweep.h"

/** What a parameter is set to. */
typedef struct {
    SweepValue is;             /**< its text is NULL where the parameter is not set */
    char own[VALUE_TEXT_SIZE]; /**< the text of a value that is drawn */
} PointValue;

typedef struct {
    int number;
    int entry;          /**< of the sweep's; -1: the base */
    int alone;          /**< the parameter that is set where one is at a time; -1 else */
    PointValue *values; /**< per parameter */
    int n_values;
} SweepPoint;

/** Counts the points of a sweep whose members are set, and draws the strata of a Latin hypercube.
 *  @return false where there are more than SWEEP_POINTS_MAX */
bool points_prepare(Sweep *sweep) __attribute__((warn_unused_result));

/** Room for a point of this sweep, the base at first; to be freed with point_free(). */
SweepPoint *point_new(const Sweep *sweep) __attribute__((warn_unused_result));
void point_free(SweepPoint *point);

/** Makes it the point of this number, 0 to `n_points`. Every point follows from the sweep alone. */
void point_set(const Sweep *sweep, int number, SweepPoint *point);

/** `khorgos-shut+surge;demand=1.2;MAL=6`, to be freed with g_free(). */
char *point_name(const Sweep *sweep, const SweepPoint *point)
    __attribute__((warn_unused_result, returns_nonnull));

/** The first part of the name. */
const char *point_scenarios(const Sweep *sweep, const SweepPoint *point);

enum { POINT_ID_SIZE = 16 };

/** `0001`: as wide as the greatest number of the sweep, 4 digits at least. */
const char *point_id(const Sweep *sweep, int number, char text[POINT_ID_SIZE]);

#endif
