/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A conflict as JSON, for programs: the same whatever the planner's language. */
#ifndef BANLIE_EXPORT_CONFLICT_JSON_H
#define BANLIE_EXPORT_CONFLICT_JSON_H

#include "solver/conflict/conflict.h"

/** The object; its sentences are English.
 *  @return to be freed with free(), NULL where memory is out */
char *conflict_json_text(const Conflict *conflict) __attribute__((warn_unused_result));

#endif
