/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Numbers as people and spreadsheets write them: with marks between thousands, with a decimal
 * comma, as a share of a hundred. */
#ifndef BANLIE_BASE_NUMBER_TEXT_H
#define BANLIE_BASE_NUMBER_TEXT_H

#include "base/phrase.h"

/** Which mark stands before the decimals. */
typedef enum {
    MARKS_PLAIN,  /**< the point */
    MARKS_EITHER, /**< point or comma; nobody said which */
    MARKS_POINT,  /**< the point, which is stated: commas stand between thousands */
    MARKS_COMMA   /**< the comma, which is stated: points stand between thousands */
} NumberMarks;

/** Reads a number. Where both marks stand in their places, as in `41,900.00` and `41.900,00`, it is
 * read whatever `marks` says. A comma before exactly three last digits can mean either: it is read
 * only where one of the marks is stated.
 *  @param number  written where the number is read
 *  @return what is wrong, with what may be meant; its code is FAULT_NONE where the number is read
 */
Phrase number_text_parse(const char *text, NumberMarks marks, double *number);

enum { NUMBER_TEXT_SIZE = 32 };

/** The shortest text that reads back as the same number. */
const char *number_shortest(double value, char text[NUMBER_TEXT_SIZE]);

#endif
