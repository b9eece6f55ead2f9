/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  For tests of words: a case that has one of everything that a rule can be about. */
#ifndef BANLIE_TESTS_UNIT_WORDS_CASE_H
#define BANLIE_TESTS_UNIT_WORDS_CASE_H

#include "config/case.h"

/** It shares what it has with all others of its kind; neither to be freed nor to be planned. */
Case words_case(void);

#endif
