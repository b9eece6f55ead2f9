/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The command line of `banlie sweep`. */
#ifndef BANLIE_CLI_SWEEP_OPTIONS_H
#define BANLIE_CLI_SWEEP_OPTIONS_H

#include "cli/commit_options.h"
#include "cli/form_options.h"
#include "solver/lp/backend.h"
#include "study/sweep/point_solver.h"

typedef enum {
    SOLVE_PLAN, /**< as `banlie plan` does */
    SOLVE_HELD, /**< with the trains of the base's plan */
    SOLVE_RELAX /**< the relaxation alone */
} SolveKind;

typedef enum {
    ENGINE_LOCAL,
    ENGINE_SLURM, /**< a job array of Slurm */
    ENGINE_LIST   /**< commands for another queue */
} SweepEngine;

typedef struct {
    char *case_path;
    char *out_dir;    /**< `-o`, else named after the case */
    char *grid;       /**< a sweep file; NULL: `names` */
    char *names;      /**< as `--scenarios` has them; NULL: `grid` */
    char **scenarios; /**< `--scenario`, in their order; NULL: none */
    SolveKind solve;
    bool cold; /**< points do not start from the base */
    SweepEngine engine;
    int tasks;     /**< of ENGINE_SLURM and ENGINE_LIST, at most */
    char **sbatch; /**< words for sbatch besides, ended by NULL; NULL: none */
    bool no_wait;  /**< the job is handed in, and not waited for */
    int workers;   /**< 0: not said */
    SweepKeep keep;
    bool retry;
    double gap;
    const Backend *backend;
    double time_limit_s; /**< of a point */
    bool quiet;
    TableForm form; /**< of the CSV files */
    CommitOptions commit;
    CommitmentOrder order; /**< points into `commit` */
} SweepOptions;

/** Reads and checks the command line.
 *  @param options  filled on OPTIONS_READY; free it with sweep_options_free() in every case */
OptionsStatus sweep_options_read(int argc, char **argv, SweepOptions *options)
    __attribute__((warn_unused_result));

void sweep_options_free(SweepOptions *options);

/** What `--solve` was given, or its default. */
const char *sweep_options_solve_word(SolveKind solve);

#endif
