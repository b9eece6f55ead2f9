/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What points of a sweep come to: their changed cases, told apart by digest, and a run of planning
 *  for each, with its folder. */
#ifndef BANLIE_STUDY_SWEEP_POINT_SOLVER_H
#define BANLIE_STUDY_SWEEP_POINT_SOLVER_H

#include "study/run/plan_run.h"
#include "study/sweep/sweep_run.h"

/** Which folders of points stay; that of the base always does. */
typedef enum {
    KEEP_PLANS, /**< those with a plan, or a relaxation */
    KEEP_ALL,   /**< those with a conflict, too */
    KEEP_ROWS   /**< none: a point has one only while it is made */
} SweepKeep;

/** How points are planned. Has to live as long as the solver made from it. */
typedef struct {
    const Sweep *sweep;
    const char *dir;    /**< of the sweep */
    bool held;          /**< points but the base run the trains of the base's plan */
    bool warm;          /**< points start from what the base has left */
    StartFile *start;   /**< that, once the base stands; to be freed with the order */
    GHashTable *trains; /**< those, once the base stands; to be freed with the order */
    RunOrder run;       /**< of all points: with the files of the case as `loading.source`, and the
                           scenarios of the base; where its plan goes and what it changes is set here */
    SweepKeep keep;
    /** In the process of a point: it begins, with its folder `id`; and its run is over. */
    void (*begun)(const char *id, const char *folder, void *user);
    void (*over)(const PlanRun *run, void *user);
    void *user;
} PointOrder;

/** The solver of these points. */
PointSolver point_solver(PointOrder *order);

/** Reads and checks the cases of which a fault is one of the whole sweep: the base, each entry of
 *  `scenarios` by itself, the first and the last point.
 *  @param told  is handed the findings of each, in that order
 *  @return OUTCOME_DONE, or what came of the first that is not as it should be:
 *          OUTCOME_MISUSED where the command line names a scenario that is not there */
Outcome points_check(const PointOrder *order, void (*told)(const Findings *findings, void *user),
                     void *user) __attribute__((warn_unused_result));

#endif
