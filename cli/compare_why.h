/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  `compare --why`: its options, the plans that it makes, and what the screen says of them. */
#ifndef BANLIE_CLI_COMPARE_WHY_H
#define BANLIE_CLI_COMPARE_WHY_H

#include "cli/commit_options.h"
#include "export/screen/screen_page.h"
#include "study/why/why.h"

/** What was written on the command line; {0} at first. */
typedef struct {
    char *case_path; /**< NULL: nobody asks */
    char *gap;
    char *time_limit;
    CommitOptions commit;
} WhyOptions;

/** The rows of the table of options; `written` is a WhyOptions. */
#define WHY_ENTRIES(written)                                                                       \
    {"why",                                                                                        \
     0,                                                                                            \
     0,                                                                                            \
     G_OPTION_ARG_FILENAME,                                                                        \
     &(written).case_path,                                                                         \
     "Say what each change between two plans of this case brings, by planning it again",           \
     "CASE"},                                                                                      \
        {"gap",                                                                                    \
         0,                                                                                        \
         0,                                                                                        \
         G_OPTION_ARG_STRING,                                                                      \
         &(written).gap,                                                                           \
         "Of --why: how close to the best its plans are proven to be (default 0.001)",             \
         "SHARE"},                                                                                 \
        {"time-limit",                                                                             \
         0,                                                                                        \
         0,                                                                                        \
         G_OPTION_ARG_STRING,                                                                      \
         &(written).time_limit,                                                                    \
         "Of --why: stop each of its plans after this time (default 10m)",                         \
         "TIME"},                                                                                  \
        COMMIT_ENTRIES((written).commit)

/** What is asked for, checked. */
typedef struct {
    const char *case_path; /**< NULL: nothing */
    double gap, time_limit_s;
    CommitmentOrder commitment; /**< points into the options */
    bool quiet;
} WhyRequest;

/** Checks what was written; says what is wrong with it.
 *  @param n_plans  that are compared */
bool why_options_check(const WhyOptions *written, int n_plans, WhyRequest *request)
    __attribute__((warn_unused_result));

void why_options_free(WhyOptions *written);

/** Makes the plans, and gives the comparison its table. What went wrong is said on stderr, and why
 *  plans are missing.
 *  @param why  to be ended with why_clear() in every case
 *  @return EXIT_DONE; EXIT_POINT_WITHOUT_PLAN where a plan is missing that figures rest on; else
 *          how the program ends */
ExitCode compare_why(const WhyRequest *request, Comparison *comparison, Why *why);

/** Puts the figures of each change on screen. */
void compare_why_put(ScreenPage *page, const Why *why);

#endif
