/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Tests of the verifier: a plan that is in order is copied, tampered with and verified.
 *
 *  The folder under test has a case.yaml, and the plan's files in plan/. */
#ifndef BANLIE_TESTS_UNIT_TAMPERING_H
#define BANLIE_TESTS_UNIT_TAMPERING_H

#include "verify/verify.h"

/** Replaces one piece of text in one file; the report has to speak of it then. */
typedef struct {
    const char *file; /**< of the plan, or case.yaml */
    const char *old;
    const char *new;
    const char *said; /**< in one line of the report */
} Tampering;

/** Says which folder is under test; before the tests are forked off. */
void tampering_case_dir(const char *dir);

/** A copy of case and plan in one folder, to be removed with copy_free(). */
char *copy_new(void);
void copy_free(char *dir);

/** Replaces the first `old` of a file; it has to be there. */
void copy_replace(const char *dir, const char *file, const char *old, const char *new);

/** Puts a file into the copy. */
void copy_add(const char *dir, const char *file, const char *text);

VerifyStatus copy_verify(const char *dir, VerifyReport *report);

/** Fails unless the tampering is found and spoken of. */
void expect_found(const Tampering *tampering);

/** Fails unless several tamperings at once are found; `said` is looked for of the last alone. */
void expect_found_together(const Tampering *tamperings, int n);

/** Fails unless the plan is in order after the change. */
void expect_fine(const char *file, const char *old, const char *new);

/** Fails where a row of any CSV file can be dropped or doubled without being found. */
void every_row_counts(void);

/** Fails where a letter more in a cell is not found: in any cell of the first rows of each file. */
void every_cell_counts(void);

/** Fails where a plan without one of its files can still be read. */
void every_file_counts(void);

/** A loop test for each row of a table. */
#define FOR_EACH_TAMPERING(name, table)                                                            \
    START_TEST(name) {                                                                             \
        expect_found(&(table)[_i]);                                                                \
    }                                                                                              \
    END_TEST

#endif
