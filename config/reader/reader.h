/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  From the document to the case, as the tables of fields.h say. */
#ifndef BANLIE_CONFIG_READER_READER_H
#define BANLIE_CONFIG_READER_READER_H

#include <glib.h>

#include "config/case.h"
#include "config/case_memory.h"
#include "config/reader/codes.h"
#include "config/reader/fields.h"

/** A reading under way. */
struct Reader {
    Case *kase;
    CaseMemory *memory;
    Findings *findings;
    Codes *codes[N_SECTIONS]; /**< NULL where the section has no codes of its own */
    bool *faulty[N_SECTIONS]; /**< per member: errors were found in it */
    GHashTable *unknown_keys; /**< keys already told, by address: those of a CSV header come
                                         with every row */
    const char *group;        /**< the group whose fields are being read, NULL: none */
    bool loose;               /**< codes need not exist */
};

/** True where a member of a section was read without errors. */
static inline bool reader_sound(const Reader *reader, Section section, int index) {
    return index >= 0 && reader->faulty[section] != NULL && !reader->faulty[section][index];
}

/** Reads the fields of one map.
 *  @param row      struct that they go to; NULL: they are checked only
 *  @param overlay  fields that are not written keep what the row has */
void reader_read_map(Reader *reader, const FieldTable *table, const Node *map, void *row,
                     bool overlay);

/** Reads one value that is not made of maps. */
void reader_read_scalar(Reader *reader, const Field *field, const Node *node, const void *row,
                        void *out);

/** Reads a list of scalars (references, weekly times, days). */
void reader_read_series(Reader *reader, const Field *field, const Node *node, void *row, void *out);

/** Reads a name: a text, or a map by language. */
void reader_read_name(Reader *reader, const Field *field, const Node *node, Name *name);

/** Sets a field's value to its default. */
void reader_set_default(Reader *reader, const Field *field, void *out);

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

/** `; did you mean "X"?`, or nothing. */
typedef struct {
    char text[80];
} Hint;
Hint hint_text(const char *nearest);

#endif
