/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  For tests: the wagon sets that a choice of trains and reposition runs needs, counted minute by
 *  minute from the slots, without the rows of the model. */
#ifndef BANLIE_TESTS_UNIT_RAKE_COUNT_H
#define BANLIE_TESTS_UNIT_RAKE_COUNT_H

#include "model/formulation/formulation.h"
#include "tests/unit/case_fixture.h"

/** A problem with its rows and a choice of trains. */
typedef struct {
    CaseFixture fixture;
    Formulation *formulation;
    bool *runs;    /**< per TrainId */
    double *value; /**< per column: reposition runs */
} RakeCount;

/** Takes the case over; no train runs, no set is moved. */
RakeCount rake_count_new(CaseFixture fixture);
void rake_count_clear(RakeCount *sets);

/** Sets that leave on a day by a rule of the pool; none on a day that has no column. */
double rake_count_moved(const RakeCount *sets, int pool, int rule, StockDay day);

/** True where the pool's sets suffice for the trains that run and the sets that are moved. */
bool rake_count_suffices(const RakeCount *sets, int pool);

#endif
