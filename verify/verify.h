/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The independent verifier of a plan: reads the case and the plan's files alone and recomputes
 *  every rule, every date and every figure.
 *
 *  It shares no code with model building, solving or writing: nothing here comes from model/,
 *  solver/ or export/, only from config/ and base/. */
#ifndef BANLIE_VERIFY_VERIFY_H
#define BANLIE_VERIFY_VERIFY_H

#include "config/case.h"
#include "verify/report.h"

typedef enum {
    VERIFY_OK,        /**< every check held */
    VERIFY_VIOLATED,  /**< the report says what does not */
    VERIFY_UNREADABLE /**< a file of the plan cannot be read; the report says which */
} VerifyStatus;

/** Verifies the plan in folder `dir` against a checked case.
 *  @param words   for faults of files, of base/fault.h
 *  @param report  overwritten in every case; free it with verify_report_free() */
VerifyStatus verify_plan(const Case *kase, const char *dir, PhraseWords *words,
                         VerifyReport *report) __attribute__((warn_unused_result));

/** The same, saying what it finds in another language.
 *  @param format  NULL: English */
VerifyStatus verify_plan_saying(const Case *kase, const char *dir, PhraseWords *words,
                                VerifyFormat *format, VerifyReport *report)
    __attribute__((warn_unused_result));

#endif
