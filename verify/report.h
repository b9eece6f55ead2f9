/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Writing into a VerifyReport. */
#ifndef BANLIE_VERIFY_REPORT_H
#define BANLIE_VERIFY_REPORT_H

#include "verify/verify.h"

void report_start(VerifyReport *report);

/** Counts one check; where it does not hold, records the violation in a planner's words.
 *  @param row  as a spreadsheet counts, header = 1; 0: the whole file
 *  @return `holds` */
bool report_check(VerifyReport *report, VerifyGroup group, bool holds, const char *file, int row,
                  const char *format, ...) __attribute__((format(printf, 6, 7)));

/** Records that a file cannot be read; the first one is kept. */
void report_unreadable(VerifyReport *report, const char *file, const char *why);

enum { DURATION_TEXT_SIZE = 48 };

/** `3d14h30m`, `0m` for none. */
const char *duration_format(int64_t minutes, char text[DURATION_TEXT_SIZE]);

#endif
