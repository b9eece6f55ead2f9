/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Planning as a whole: a case's path and options in, a verified folder out, or why there is none.
 *
 *  Nothing is printed and nothing known of exit codes: whoever asks is told by callback how far it
 * is, and finds all that came of it in the PlanRun. */
#ifndef BANLIE_STUDY_RUN_PLAN_RUN_H
#define BANLIE_STUDY_RUN_PLAN_RUN_H

#include "export/view/plan_view.h"
#include "solver/conflict/conflict.h"
#include "solver/conflict/hardest.h"
#include "solver/solve_plan.h"
#include "study/run/delivery.h"
#include "study/run/loading.h"

/** The steps of a run, in their order; a run without a plan goes from planning to explaining. */
typedef enum {
    RUN_PLACE,      /**< whether the folder can be written at all */
    RUN_LOADING,    /**< the case and its problem */
    RUN_PLANNING,   /**< relaxation, search, whole boxes */
    RUN_EXPLAINING, /**< what clashes, where it is proven that there is no plan */
    RUN_WRITING     /**< folder, verification */
} RunStep;

typedef struct PlanRun PlanRun;

/** Who looks on. Any of the functions may be NULL. */
typedef struct {
    /** A step begins; what the steps before it gave stands in `run`. */
    void (*entered)(RunStep step, const PlanRun *run, void *user);
    void (*progress)(const Progress *progress, void *user);
    void *user;
} RunWatch;

typedef struct {
    LoadingOrder loading;
    double gap;          /**< as SolveOptions has it */
    double time_limit_s; /**< of the whole run, from its beginning */
    bool relax;
    GHashTable *held;                  /**< keys of train_key(): these trains run, and those that
                                          always do, and the bound is the relaxation's with all
                                          trains free. NULL: trains are planned */
    const StartFile *start;            /**< what an earlier plan has left to start from; NULL */
    bool keep_start;                   /**< the folder gets what others may start from */
    const Backend *backend;            /**< NULL: the default */
    const volatile sig_atomic_t *stop; /**< as SolveOptions has it; may be NULL */
    bool all;                          /**< trains that do not run are listed too */
    const char *version;               /**< of the program, for summary.json */
    DeliveryOrder delivery;
    RunWatch watch;
} RunOrder;

/** What came of it: each part from its step on. */
struct PlanRun {
    Outcome outcome;    /**< of the whole */
    RunStep step;       /**< the last that was begun */
    bool held_clash;    /**< with OUTCOME_STOPPED: there are plans, none with the trains held */
    bool interrupted;   /**< the user had asked to stop when planning ended */
    Loading loading;    /**< findings, case and problem */
    Plan *plan;         /**< NULL where there is none */
    double bound;       /**< on what plans are worth by the last goal pursued, as planning told it;
                             NAN where none is proven */
    Hardest hardest;    /**< with OUTCOME_STOPPED: the rules that were hardest to keep */
    Conflict *conflict; /**< with OUTCOME_INFEASIBLE; NULL where memory ran out over it */
    PlanView *view;     /**< with a plan */
    RunInfo info;
    Delivery delivery;
};

/** Runs.
 *  @param run  overwritten in every case; end it with plan_run_clear()
 *  @return run->outcome: OUTCOME_DONE with a verified folder at run->delivery.place (a relaxation's
 *          holds prices alone); else any other, `step` says where */
Outcome plan_run(const RunOrder *order, PlanRun *run);

void plan_run_clear(PlanRun *run);

#endif
