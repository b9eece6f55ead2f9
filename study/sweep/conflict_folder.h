/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The folder of a point that has no plan: why not. */
#ifndef BANLIE_STUDY_SWEEP_CONFLICT_FOLDER_H
#define BANLIE_STUDY_SWEEP_CONFLICT_FOLDER_H

#include <stdbool.h>

#include "solver/conflict/conflict.h"

/** Writes `conflict.json`. @return false where that cannot be done */
bool conflict_folder_put(const char *folder, const Conflict *conflict);

/** Removes the file, and the folder where nothing else is in it: a plan may come in its place. */
void conflict_folder_drop(const char *folder);

#endif
