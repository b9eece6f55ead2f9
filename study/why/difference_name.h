/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What a difference is called. */
#ifndef BANLIE_STUDY_WHY_DIFFERENCE_NAME_H
#define BANLIE_STUDY_WHY_DIFFERENCE_NAME_H

#include "config/scenario/change_notes.h"
#include "study/why/differences.h"

/** The change as notes have it, after the letter of its plan and its number there:
 *  `b 2 scale demand boxes ×1.2`; of a value that is set with the value: `b 1 set lines.OUT.cost →
 * 0`. The same in any language.
 *  @param notes  of the plan that the step is of: one for each of its changes
 *  @return to be freed with g_free() */
char *difference_name(const ChangeStep *step, const ChangeNotes *notes)
    __attribute__((warn_unused_result, returns_nonnull));

#endif
