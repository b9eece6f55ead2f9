/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Reading a case: from its files to a Case that is checked. */
#ifndef BANLIE_CONFIG_CASE_READ_H
#define BANLIE_CONFIG_CASE_READ_H

#include "config/case.h"
#include "config/scenario/change_list.h"
#include "config/scenario/change_notes.h"
#include "config/scenario/scenario_find.h"

/** Reads a case: one YAML file, or a folder whose `case.yaml` is taken.
 *
 *  Faults of the input go to `findings`, all of them in one run. The case is only fit for use where
 * no errors were found.
 *  @return the case, to be freed with case_free(), or NULL where errors were found or the file
 * could not be read (then
 *          `*unreadable` is true and a finding says why) */
Case *case_read(const char *path, Findings *findings, bool *unreadable)
    __attribute__((warn_unused_result));

/** As case_read(), with the commitments that the command line asks for.
 *  @param order  NULL: those of the case alone */
Case *case_read_committed(const char *path, const CommitmentOrder *order, Findings *findings,
                          bool *unreadable) __attribute__((warn_unused_result));

/** The files of a case, read and joined: what any number of changed cases are made from. */
typedef struct CaseSource CaseSource;

/** Reads the files of a case. Faults go to the findings, which have to live as long as the source
 *  and all cases made from it: places point to their file names.
 *  @param path        as case_read() takes it
 *  @param unreadable  set true where a file could not be read, which a finding says
 *  @return never NULL; of a faulty one no case can be made. To be freed with case_source_free() */
CaseSource *case_source_read(const char *path, Findings *findings, bool *unreadable)
    __attribute__((warn_unused_result, returns_nonnull));

void case_source_free(CaseSource *source);

/** The scenarios in the case: a map by name; NULL where there are none. */
const Node *case_source_scenarios(const CaseSource *source);

/** Appends the changes of a scenario, as scenario_find() finds it.
 *  @param list  must not outlive the source */
ScenarioFound case_source_scenario(const CaseSource *source, const char *argument, ChangeList *list,
                                   Findings *findings) __attribute__((warn_unused_result));

/** Makes the case that changes come to, and checks it like any other.
 *
 *  The changes are checked for form and laid over the case as text. A change that touches nothing
 * is an error. The source stays as it is, so that many cases can be made from it.
 *  @param changes  NULL: none
 *  @param order    commitments that the command line asks for; NULL: those of the case alone
 *  @param notes    receives one for each change, in their order; may be NULL without changes
 *  @param findings  what is wrong or odd; may be others than the source's
 *  @return the case, to be freed with case_free(), or NULL where errors were found */
Case *case_source_make(const CaseSource *source, const ChangeList *changes,
                       const CommitmentOrder *order, ChangeNotes *notes, Findings *findings)
    __attribute__((warn_unused_result));

#endif
