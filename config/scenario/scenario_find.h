/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  From what a command line names to the changes of a scenario: one of the case, or of a file. */
#ifndef BANLIE_CONFIG_SCENARIO_SCENARIO_FIND_H
#define BANLIE_CONFIG_SCENARIO_SCENARIO_FIND_H

#include "config/document/column_names.h"
#include "config/scenario/change_list.h"

typedef enum {
    SCENARIO_FOUND,
    SCENARIO_UNKNOWN,   /**< there is none of this name, or it is not said which */
    SCENARIO_FAULTY,    /**< its file is in error */
    SCENARIO_UNREADABLE /**< its file cannot be read */
} ScenarioFound;

/** Finds a scenario and appends its changes.
 *  @param root      of the case; NULL where nothing could be made of it
 *  @param argument  a name in the case; or a file, where it has a `/` or `#` or ends in .yaml or
 *                   .yml, with `#NAME` behind it where the file has several
 *  @param file      the case's, for messages
 *  @param columns   of CSV lists, as document_read() takes them
 *  @return what came of it; the findings say why it is not SCENARIO_FOUND */
ScenarioFound scenario_find(const Node *root, const char *file, const char *argument,
                            ColumnsOf *columns, ChangeList *list, Findings *findings)
    __attribute__((warn_unused_result));

/** The name of a scenario that a command line names, also of a file's only one. Where that cannot
 * be read, the file's own name, without folder and ending.
 *  @return to be freed with g_free() */
char *scenario_name(const char *argument) __attribute__((warn_unused_result, returns_nonnull));

#endif
