/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What every question begins with: a case from its files, with the changes of scenarios, and the
 *  planning problem made from it. */
#ifndef BANLIE_STUDY_RUN_LOADING_H
#define BANLIE_STUDY_RUN_LOADING_H

#include "base/findings.h"
#include "base/outcome.h"
#include "config/case.h"
#include "config/case_read.h"
#include "model/problem/problem.h"

/** Changes after those of the scenarios that the command line names. */
typedef struct {
    /** Appends them to the list. @return what came of it; the findings say why it is not
     *  SCENARIO_FOUND */
    ScenarioFound (*append)(const CaseSource *source, ChangeList *list, Findings *findings,
                            void *user);
    void *user;
} MoreChanges;

/** What is to be read. */
typedef struct {
    const char *path;                  /**< of the case; not looked at where there is a source */
    const CommitmentOrder *commitment; /**< NULL: the case's own */
    const char *const *scenarios;      /**< as the command line names them, in their order, ended by
                                          NULL; NULL: none */
    const CaseSource *source;          /**< files that are read already; has to live as long as what
                                          is made from it. NULL: read them */
    const MoreChanges *more;           /**< NULL: none */
} LoadingOrder;

/** Owns what was read; an empty one is {0}. */
typedef struct {
    Findings *findings;
    CaseSource *source;  /**< NULL where the order has one */
    ChangeList *changes; /**< of the scenarios */
    ChangeNotes *notes;  /**< what each of them touched */
    Case *kase;
    Problem *problem;
} Loading;

/** Reads a case.
 *  @return OUTCOME_DONE, OUTCOME_FAULTY, OUTCOME_UNREADABLE, or OUTCOME_MISUSED where there is no
 *          such scenario; the findings say why */
Outcome loading_case(Loading *loading, const LoadingOrder *order)
    __attribute__((warn_unused_result));

/** Builds the problem of a case that was read without errors.
 *  @return OUTCOME_DONE, OUTCOME_FAULTY or OUTCOME_NO_MEMORY */
Outcome loading_problem(Loading *loading) __attribute__((warn_unused_result));

/** Both, one after the other. */
Outcome loading_all(Loading *loading, const LoadingOrder *order)
    __attribute__((warn_unused_result));

void loading_clear(Loading *loading);

#endif
