/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What is wrong, or odd, in a case: one line a finding, each with its place in the planner's
 * files.
 *
 *  Reading goes on after a fault, so that one run shows them all. */
#ifndef BANLIE_BASE_FINDINGS_H
#define BANLIE_BASE_FINDINGS_H

#include <stdbool.h>

#include "base/phrase.h"

/** Where something stands in the planner's files. Lines and columns count from 1; 0 means the whole
 * file. */
typedef struct {
    const char
        *file; /**< path as the planner wrote it or as `include` names it; owned by the Findings */
    int line;
    int column; /**< in characters (UTF-8), not bytes */
} Place;

static inline Place place_at(const char *file, int line, int column) {
    return (Place){file, line, column};
}

typedef enum { FINDING_ERROR, FINDING_WARNING } Severity;

/** How many findings are shown at most; the rest are counted. */
enum { FINDINGS_SHOWN_MAX = 100 };

typedef struct {
    Place place;
    Severity severity;
    const Phrase *phrase; /**< what is wrong and how to mend it; owned by the Findings */
} Finding;

typedef struct Findings Findings;

Findings *findings_new(void);
void findings_free(Findings *findings);

/** Keeps a copy of a file name for as long as the findings live, so that places can point to it. */
const char *findings_file_name(Findings *findings, const char *path);

/** Records a finding, with a copy of the phrase. */
void findings_add(Findings *findings, Place place, Severity severity, const Phrase *phrase);

/** Records an error: its code and what fills the gaps, as PHRASE() takes them. */
#define finding_error(findings, place, ...)                                                        \
    findings_add((findings), (place), FINDING_ERROR, &PHRASE(__VA_ARGS__))

/** Records a warning: legal, but odd. */
#define finding_warning(findings, place, ...)                                                      \
    findings_add((findings), (place), FINDING_WARNING, &PHRASE(__VA_ARGS__))

int findings_errors(const Findings *findings);
int findings_warnings(const Findings *findings);

/** Number of findings and one of them, in order of file (as first named), line and column; the same
 * place: in order of recording. */
int findings_count(const Findings *findings);
const Finding *findings_get(const Findings *findings, int index);

#endif
