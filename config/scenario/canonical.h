/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The canonical form of a case, and its digest: two texts that mean the same case have the same,
 *  whatever they look like and whichever scenarios they came from. */
#ifndef BANLIE_CONFIG_SCENARIO_CANONICAL_H
#define BANLIE_CONFIG_SCENARIO_CANONICAL_H

#include "config/case.h"
#include "config/document/node.h"

/** The canonical form: JSON with its keys in order of bytes, keys that have their default left out,
 *  instants and durations in minutes, numbers as the shortest text that reads back the same; shifts
 *  and closures as a list of what they come to. Names, docs and scenarios are left out.
 *  @param root  that the case was read from, without errors
 *  @return to be freed with g_free() */
char *case_canonical(const Case *kase, const Node *root)
    __attribute__((warn_unused_result, returns_nonnull));

/** SHA-256 of the canonical form, in hexadecimal digits; to be freed with g_free(). */
char *case_digest(const Case *kase, const Node *root)
    __attribute__((warn_unused_result, returns_nonnull));

#endif
