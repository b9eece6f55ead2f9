/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What scenarios take of an earlier plan by removing what it stands on: such promises are
 * released. */
#ifndef BANLIE_CONFIG_REMOVED_PROMISES_H
#define BANLIE_CONFIG_REMOVED_PROMISES_H

#include "config/case.h"
#include "config/scenario/lay.h"

/** Frees trains of the earlier plan whose line, train by hand or slot changes have removed, the
 * boxes on them, and boxes on feeders that are removed: they have to move, at their price.
 *  @param laid  NULL: no changes were made */
void removed_promises_release(Case *kase, const Laid *laid);

#endif
