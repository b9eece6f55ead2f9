/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Changes as a file again: the `changes.yaml` of a plan's folder, from which anybody can lay them
 *  over the case once more. */
#ifndef BANLIE_CONFIG_SCENARIO_CHANGES_TEXT_H
#define BANLIE_CONFIG_SCENARIO_CHANGES_TEXT_H

#include "config/scenario/change_list.h"

/** All changes in their order as one scenario `changes`, whose name is those of the scenarios
 *  joined by `+`; what came from CSV files is written out. To be freed with g_free(). */
char *changes_text(const ChangeList *list) __attribute__((warn_unused_result, returns_nonnull));

/** The names of the scenarios applied: of a `changes` of such a file those in its name. To be freed
 *  with g_strfreev(). */
char **changes_names(const ChangeList *list) __attribute__((warn_unused_result, returns_nonnull));

#endif
