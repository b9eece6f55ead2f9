/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A case document: one tree of all the files of a case. */
#ifndef BANLIE_CONFIG_DOCUMENT_DOCUMENT_H
#define BANLIE_CONFIG_DOCUMENT_DOCUMENT_H

#include "config/document/column_names.h"
#include "config/document/node.h"

/** Owns nodes; they are freed together. */
typedef struct Document Document;

/** Reads a case document: the main file, everything it includes and every `{csv: FILE}` list, as
 * one map.
 *
 *  `include:` is resolved against the file that names it, cycles are errors; sections that stand in
 * several files are joined (lists appended, maps merged, the same key twice is an error). A CSV
 * list becomes a list of maps, nested keys by their path
 *  (`cost.teu`), `;` between the items of a list within a cell, empty cells left out.
 *  Guards: file size, depth, alias expansion, number of events, duplicate keys, control characters.
 *  @param path        a YAML file
 *  @param columns     tells what columns CSV lists may have; NULL: any
 *  @param unreadable  set true where the main file or an included one could not be read
 *  @return the document, to be freed with document_free(); its root is NULL where nothing could be
 * made of the text */
Document *document_read(const char *path, ColumnsOf *columns, Findings *findings, bool *unreadable)
    __attribute__((warn_unused_result));

/** Reads one CSV list, named on its own: a document whose root is a map with the list alone.
 *  @param path  a CSV file
 *  @param key   what the list is the value of */
Document *document_read_list(const char *path, const char *key, ColumnsOf *columns,
                             Findings *findings, bool *unreadable)
    __attribute__((warn_unused_result));

const Node *document_root(const Document *document);

/** False where a file, or a part of one, could not be read: sections may be missing for that. */
bool document_is_complete(const Document *document);
void document_free(Document *document);

#endif
