/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  For tests: a case given as text, read and built. */
#ifndef BANLIE_TESTS_UNIT_CASE_FIXTURE_H
#define BANLIE_TESTS_UNIT_CASE_FIXTURE_H

#include "model/problem/problem.h"

typedef struct {
    Findings *findings;
    Case *kase;
    Problem *problem;
} CaseFixture;

/** Reads the texts, one after another, as one case and builds its problem. Faults of reading end
 * the test; those of building are left in `findings`.
 *  @param tail  may be "" */
CaseFixture case_fixture_new(const char *head, const char *tail);

void case_fixture_free(CaseFixture *fixture);

/** The instant of an ISO 8601 text with offset. */
Minute minute_at(const char *text);

/** The station with this code. */
StationId station_named(const Case *kase, const char *code);

/** True where some finding of this severity contains the words. */
bool findings_say(const Findings *findings, Severity severity, const char *words);

#endif
