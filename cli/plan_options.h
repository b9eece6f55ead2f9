/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The command line of `banlie plan`. */
#ifndef BANLIE_CLI_PLAN_OPTIONS_H
#define BANLIE_CLI_PLAN_OPTIONS_H

#include "cli/commit_options.h"
#include "cli/form_options.h"
#include "cli/terminal.h"
#include "export/words/texts.h"
#include "solver/lp/backend.h"

typedef struct {
    char *case_path;
    char *out_dir;    /**< `-o`, else named after the case */
    char **scenarios; /**< `--scenario`, in their order; NULL: none */
    double gap;
    const Backend *backend; /**< `--solver` */
    double time_limit_s;
    char *start; /**< folder that has what to start from; NULL: none */
    bool keep_start;
    bool relax;
    Lang lang; /**< of what people read */
    bool quiet;
    bool json;
    bool force;
    TableForm form; /**< of the CSV files */
    bool all;       /**< trains that do not run are listed too */
    ColourMode colour;
    CommitOptions commit;
    CommitmentOrder order; /**< points into `commit` */
} PlanOptions;

/** Reads and checks the command line.
 *  @param options  filled on OPTIONS_READY; free it with plan_options_free() in every case */
OptionsStatus plan_options_read(int argc, char **argv, PlanOptions *options)
    __attribute__((warn_unused_result));

void plan_options_free(PlanOptions *options);

#endif
