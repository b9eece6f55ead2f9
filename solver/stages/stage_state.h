/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What a stage is (solver/stages/stage.h), for those that work on one part of it. */
#ifndef BANLIE_SOLVER_STAGES_STAGE_STATE_H
#define BANLIE_SOLVER_STAGES_STAGE_STATE_H

#include "solver/master/start_basis.h"
#include "solver/search/tree.h"
#include "solver/solve_options.h"

/** What a stage works for and with; the stages of one solve share it. */
typedef struct {
    const Problem *problem;
    const SolveOptions *options; /**< whom to tell of progress, and whether to relax */
    const Backend *backend;
    const Clock *clock;
} StageContext;

/** What the relaxation said of the formulation, kept from the search that follows. */
typedef struct {
    double *row;    /**< per row: its dual, < 0 where its lower bound holds */
    double *column; /**< per column, trains first: its reduced cost */
} RootPrices;

typedef struct {
    const StageContext *context;
    Formulation *formulation;
    Master *master;
    Incumbent incumbent;
    StartPlaces places;  /**< where the options' start stands in the master; empty: nowhere */
    bool warm;           /**< its bases fit this stage */
    Basis relaxed_basis; /**< of the relaxation, where the options ask to keep it */
    MasterResult root;   /**< of the relaxation */
    bool slow;           /**< the relaxation takes many rounds of pricing */
    bool relaxed;        /**< it was solved to the end */
    double
        *run_prices; /**< of slot runs in the relaxation, as of Prices; NULL until it is solved */
    RootPrices
        root_prices; /**< of its rows and columns; empty but where SolveOptions.hardest asks */
    TreeResult tree;
    SolvePhase phase;
} Stage;

/** True where the stage is about the margin, with no other goal held. */
static inline bool stage_margin_alone(const Stage *stage) {
    return stage->formulation->aim_row == NONE && stage->formulation->money_row == NONE &&
           stage->formulation->n_measures == 0;
}

#endif
