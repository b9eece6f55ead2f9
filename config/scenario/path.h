/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Paths to values of a case: keys and codes joined by dots, `stations.MAL.trains_per_day`; what
 *  stands between slashes is a pattern on codes, keys or positions, `slots./EU-.*\/.cost.teu`. */
#ifndef BANLIE_CONFIG_SCENARIO_PATH_H
#define BANLIE_CONFIG_SCENARIO_PATH_H

#include "base/pattern.h"

/** One part of a path. */
typedef struct {
    char *text;       /**< without slashes; `\/` within them is `/` */
    Pattern *pattern; /**< NULL: `text` as it is */
} PathPart;

typedef struct {
    PathPart *parts;
    int n_parts;
} Path;

/** Reads a path.
 *  @param budget  that its patterns draw on; has to live as long
 *  @param wild    where a pattern is no good: its text, to be freed with g_free(), and why; else
 *                 NULL
 *  @return false where it is none; otherwise it is to be ended with path_clear() */
bool path_parse(const char *text, PatternBudget *budget, Path *path, char **wild, Phrase **why)
    __attribute__((warn_unused_result));

void path_clear(Path *path);

/** True where a part means this key, code or position. */
bool path_part_has(const PathPart *part, const char *key);

#endif
