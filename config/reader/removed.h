/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Members that named changes have taken out of a case: what still refers to one is told with the
 *  change that did. */
#ifndef BANLIE_CONFIG_READER_REMOVED_H
#define BANLIE_CONFIG_READER_REMOVED_H

#include <glib.h>

#include "base/findings.h"
#include "config/reader/fields.h"

/** The change that took a member out. */
typedef struct {
    const char *scenario;
    int number; /**< of the change within its scenario, from 1 */
    Place place;
} Removed;

/** Members taken out, by section and code. */
typedef GHashTable RemovedMembers;

RemovedMembers *removed_members_new(void) __attribute__((warn_unused_result));

/** Notes a member; its scenario has to live as long as the table. */
void removed_members_add(RemovedMembers *members, Section section, const char *code,
                         const Removed *by);

/** NULL where no change took it out, or there are none (NULL). */
const Removed *removed_members_find(RemovedMembers *members, Section section, const char *code);

#endif
