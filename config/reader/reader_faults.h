/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What is said of wrong values: each cause once, however many values it is in. */
#ifndef BANLIE_CONFIG_READER_READER_FAULTS_H
#define BANLIE_CONFIG_READER_READER_FAULTS_H

#include "config/reader/reader_state.h"

/** Errors found so far, those that are told once for many values counted by value, and those that
 * are not told for following from others. */
int reader_errors(const Reader *reader);

/** Says what is wrong with a value. A character that only looks like a plain one comes first: it is
 * named in place of `why`. What a whole column is likely to have is told once for all of it.
 *  @param why  a phrase of base/fault.h, or a reason of finding_codes.h */
void reader_tell_value(Reader *reader, const Field *field, const Node *node, const Phrase *why);

/** Says that a character of a text only looks like a plain one.
 *  @param label  what the text is
 *  @param place  where it begins
 *  @return false where there is no such character */
bool reader_tell_wide(Reader *reader, const char *label, const char *text, Place place);

/** Says that a section has no member of this code, once for each code. Where a part of the section
 * could not be read, nothing is said. */
void reader_tell_no_such(Reader *reader, const char *label, Section section, const char *code,
                         Place place);

/** Begins and ends a reading: the end adds what is told once for many values to the findings. */
void reader_faults_begin(Reader *reader);
void reader_faults_end(Reader *reader);

#endif
