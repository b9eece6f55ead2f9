/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Another solver on the model that `banlie export` writes: cbc, where it is installed. */
#ifndef BANLIE_TESTS_PROPERTY_SECOND_SOLVER_H
#define BANLIE_TESTS_PROPERTY_SECOND_SOLVER_H

#include "tests/property/compact_answer.h"
#include "tests/property/trial.h"

typedef struct {
    const char *banlie; /**< the program; NULL where there is nothing to check with */
} SecondSolver;

/** Looks for cbc and for the program's `export`; says so where one of them is missing.
 *  @param banlie  path of the program, NULL where it was not named */
SecondSolver second_solver_find(const char *banlie);

/** Exports the case's relaxation as MPS and holds cbc's value against GLPK's: -margin to 1e-6. */
void second_solver_check(Trial *trial, const SecondSolver *solver, const LoadedCase *loaded,
                         const Answer *relaxation);

#endif
