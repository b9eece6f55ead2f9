/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Makes up a case and writes its folder. */
#ifndef BANLIE_STUDY_GENERATE_GENERATE_H
#define BANLIE_STUDY_GENERATE_GENERATE_H

#include "base/outcome.h"
#include "study/generate/parameters.h"

typedef struct {
    Parameters parameters;
    const char *dir;
    bool replace;                            /**< an older case that was made up may be replaced */
    const char *version;                     /**< of the program, for the case's first lines */
    const char *(*say)(const char *english); /**< as of a FolderKind */
} GenerateOrder;

/** What came of it; an empty one is {0}. */
typedef struct {
    int bookings, lines;
    int trains;  /**< of a week that the timetable was made for, or that there are to choose from */
    char *error; /**< one line where the file system refused something, else NULL */
} Generated;

/** Makes up the case. Its folder appears whole or not at all. The same parameters and version give
 * the same bytes on every machine.
 *  @param generated  overwritten; end it with generated_clear()
 *  @return OUTCOME_DONE, OUTCOME_NO_MEMORY or OUTCOME_UNWRITABLE */
Outcome generate_case(const GenerateOrder *order, Generated *generated)
    __attribute__((warn_unused_result));

void generated_clear(Generated *generated);

#endif
