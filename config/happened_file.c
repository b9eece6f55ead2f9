/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what really happened as the lists of the case are read, by its field table. */
#include "config/happened_file.h"

#include "config/document/document.h"
#include "config/reader/field_columns.h"
#include "config/reader/reader.h"
#include "config/reader/reader_faults.h"
#include "config/sections/commitments.h"

static void columns_of_happened(const char *key, ColumnNames *names) {
    (void)field_columns(&happened_list_table, key, names);
}

void happened_file_read(Case *kase, const char *path, Findings *findings) {
    bool unreadable;
    Document *document =
        document_read_list(path, "happened", columns_of_happened, findings, &unreadable);
    Reader reader = {.kase = kase,
                     .memory = kase->memory,
                     .findings = findings,
                     .root = &happened_list_table,
                     .partial = !document_is_complete(document)};
    reader.unknown_keys = g_hash_table_new(NULL, NULL);
    reader_faults_begin(&reader);
    reader_read_map(&reader, &happened_list_table, document_root(document), &kase->commitments,
                    true);
    reader_faults_end(&reader);
    g_hash_table_destroy(reader.unknown_keys);
    document_free(document);
}
