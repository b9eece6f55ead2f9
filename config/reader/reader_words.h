/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The words of messages about a case, and the looks at fields, lists and maps that end in one. */
#ifndef BANLIE_CONFIG_READER_READER_WORDS_H
#define BANLIE_CONFIG_READER_READER_WORDS_H

#include "config/reader/reader_state.h"

/** What a member of a section is called: "station". */
PhraseArg section_noun(Section section);

/** The index of a section's member; the trade calls 40HC 40HQ, too. -1 where there is none. */
int reader_find(const Reader *reader, Section section, const char *code);

/** The field of this name, NULL where the table has none. */
const Field *table_field(const FieldTable *table, const char *name);

/** The code of a built-in member of a section, by its number from 0; NULL behind the last. */
const char *field_preset(const Field *field, int index);

/** True for the code of a built-in member. */
bool field_is_preset(const Field *field, const char *code);

/** The list that a node is, a CSV cell being one too; NULL, with an error, where it is none. */
const Node *reader_list(Reader *reader, const Field *field, const Node *node);

/** True where a list or map has no more entries than its field may have; else that is an error. */
bool reader_check_count(Reader *reader, const Field *field, const Node *node);

/** The field's name in messages, with its group's: `late.max`. */
typedef struct {
    char text[80];
} Label;
Label reader_label(const Reader *reader, const Field *field);

/** A text fit for a message: one line, shortened. */
typedef struct {
    char text[256];
} Quoted;
Quoted quoted(const char *text);

/** That this may be meant; nothing for NULL. */
Phrase hint_of(const char *nearest);

#endif
