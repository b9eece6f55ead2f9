/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A small plan made by hand, with every figure worked out on paper: see the comments in
 * kpi_test.c. */
#ifndef BANLIE_TESTS_FIXTURE_H
#define BANLIE_TESTS_FIXTURE_H

#include "solver/plan.h"

enum { YIW, ALA, MAL, DUI };
enum { LINE_YIW_DUI, LINE_ALA_DUI, LINE_DUI_YIW };

/** Everything the plan stands on. */
typedef struct Fixture Fixture;

Fixture *fixture_new(void);
void fixture_free(Fixture *fixture);

Case *fixture_case(Fixture *fixture);
Problem *fixture_problem(Fixture *fixture);
Plan *fixture_plan(Fixture *fixture);

/** The instant of a local time in Beijing, in December 2026. */
Minute fixture_beijing(const Fixture *fixture, int day, int hour, int minute);

/** Makes a relaxation of the plan: prices, but no trains and boxes. */
void fixture_relax(Fixture *fixture);

#endif
