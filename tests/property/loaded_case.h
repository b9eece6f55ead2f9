/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A case text read and built by the program, and its plans. */
#ifndef BANLIE_TESTS_PROPERTY_LOADED_CASE_H
#define BANLIE_TESTS_PROPERTY_LOADED_CASE_H

#include "model/formulation/formulation.h"
#include "solver/solve_plan.h"

typedef struct {
    char *path; /**< of the case's file */
    Findings *findings;
    Case *kase;
    Problem *problem;
    Formulation *formulation;
} LoadedCase;

/** Writes the text to `case.yaml` in `folder`, reads it and builds the model.
 *  @return false where the program finds errors in it; loaded_case_clear() is due either way */
bool loaded_case_read(LoadedCase *loaded, const char *folder, const char *text);

void loaded_case_clear(LoadedCase *loaded);

/** Solves the case, without a time limit that a small case could reach.
 *  @return to be freed with plan_free(); NULL where the solver gave up, which is printed */
Outcome loaded_case_plan(const LoadedCase *loaded, bool relax, double gap, Plan **plan);

#endif
