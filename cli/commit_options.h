/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  `--commit` and `--freeze-before`: the options of every command that holds a case to an earlier
 * plan.
 */
#ifndef BANLIE_CLI_COMMIT_OPTIONS_H
#define BANLIE_CLI_COMMIT_OPTIONS_H

#include "cli/options.h"
#include "config/case.h"

/** What was written on the command line. */
typedef struct {
    char *dir;
    char *freeze_before;
    char *happened;
} CommitOptions;

/** The rows of a command's table of options; `written` is a CommitOptions. */
#define COMMIT_ENTRIES(written)                                                                    \
    {"commit",                                                                                     \
     0,                                                                                            \
     0,                                                                                            \
     G_OPTION_ARG_FILENAME,                                                                        \
     &(written).dir,                                                                               \
     "Hold to the plan in this folder; where it began earlier, roll on from it",                   \
     "DIR"},                                                                                       \
        {"happened",                                                                               \
         0,                                                                                        \
         0,                                                                                        \
         G_OPTION_ARG_FILENAME,                                                                    \
         &(written).happened,                                                                      \
         "What really happened since the earlier plan began (CSV)",                                \
         "FILE"},                                                                                  \
    {                                                                                              \
        "freeze-before", 0, 0, G_OPTION_ARG_STRING, &(written).freeze_before,                      \
            "Of the earlier plan, what leaves before this date stays", "DATE"                      \
    }

/** Checks what was written; says what is wrong with it.
 *  @param order  points into `written` */
bool commit_options_check(const char *command, const CommitOptions *written, CommitmentOrder *order)
    __attribute__((warn_unused_result));

void commit_options_free(CommitOptions *written);

#endif
