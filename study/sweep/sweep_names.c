/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sweep that a list of names on the command line stands for. */
#include "study/sweep/sweep_names.h"

#include <glib.h>
#include <string.h>

#include "config/document/document.h"
#include "study/sweep/points.h"

/** A scenario file without a name behind it. */
static bool is_whole_file(const char *text) {
    return strchr(text, '#') == NULL &&
           (strchr(text, '/') != NULL || g_str_has_suffix(text, ".yaml") ||
            g_str_has_suffix(text, ".yml"));
}

/** Appends an entry for each scenario of a file, `FILE#NAME`; the file itself where it has none to
 * be read: that is told when it is looked for. */
static void add_file_texts(const char *file, GPtrArray *texts) {
    bool unreadable;
    Findings *findings = findings_new();
    Document *document = document_read(file, NULL, findings, &unreadable);
    const Node *root = document_root(document);
    const Node *scenarios = root == NULL ? NULL : node_get(root, "scenarios");
    const bool several = scenarios != NULL && scenarios->kind == NODE_MAP && scenarios->count > 0;
    for (int i = 0; several && i < scenarios->count; i++) {
        g_ptr_array_add(texts, g_strconcat(file, "#", scenarios->entries[i].key, NULL));
    }
    if (!several) {
        g_ptr_array_add(texts, g_strdup(file));
    }
    document_free(document);
    findings_free(findings);
}

/** The entries of the list, with files taken apart; to be freed with g_ptr_array_unref(). */
static GPtrArray *entry_texts(const char *list) {
    GPtrArray *all = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) texts = g_strsplit(list, ",", -1);
    for (int i = 0; texts[i] != NULL; i++) {
        if (is_whole_file(texts[i]) && strchr(texts[i], '+') == NULL) {
            add_file_texts(texts[i], all);
        } else {
            g_ptr_array_add(all, g_strdup(texts[i]));
        }
    }
    return all;
}

/** One entry of the list. @return false where a name in it is empty */
static bool add_named_entry(Sweep *sweep, const char *text) {
    g_auto(GStrv) names = g_strsplit(text, "+", -1);
    bool good = names[0] != NULL && g_strv_length(names) <= SWEEP_ENTRIES_MAX;
    for (int i = 0; names[i] != NULL; i++) {
        good = good && names[i][0] != '\0';
    }
    if (good) {
        sweep_entry_set(sweep, &sweep->entries[sweep->n_entries++], (const char *const *)names);
    }
    return good;
}

Sweep *sweep_of_names(const char *list) {
    Sweep *sweep = sweep_new();
    g_autoptr(GPtrArray) texts = entry_texts(list);
    bool good = texts->len > 0 && texts->len <= SWEEP_ENTRIES_MAX;
    sweep->entries =
        case_memory_array(sweep->memory, good ? texts->len : 0, sizeof *sweep->entries);
    for (guint i = 0; good && i < texts->len; i++) {
        good = add_named_entry(sweep, g_ptr_array_index(texts, i));
    }
    if (!good || !points_prepare(sweep)) {
        sweep_free(sweep);
        return NULL;
    }
    return sweep;
}
