/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of findings, each with its place. */
#include "base/findings.h"

#include <glib.h>

enum { KEPT_MAX = 10000 /**< findings beyond are only counted, so that memory stays bounded */ };

typedef struct {
    Finding finding;
    int file_rank; /**< order in which the file was first named */
    int number;    /**< order of recording */
} Kept;

/** Sorted when first looked at, hence apart from the Findings that readers see as const. */
typedef struct {
    GArray *kept;
    bool sorted;
} KeptList;

struct Findings {
    KeptList *list;
    GHashTable *ranks; /**< file name (owned) → rank + 1 */
    GHashTable *seen;  /**< `file:line:column:severity:phrase` (owned), against repetition */
    int errors, warnings;
};

static void kept_clear(void *item) {
    Kept *kept = item;
    g_free((Phrase *)kept->finding.phrase);
}

Findings *findings_new(void) {
    Findings *findings = g_new0(Findings, 1);
    findings->list = g_new0(KeptList, 1);
    findings->list->kept = g_array_new(false, false, sizeof(Kept));
    g_array_set_clear_func(findings->list->kept, kept_clear);
    findings->ranks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    findings->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return findings;
}

void findings_free(Findings *findings) {
    if (!findings) {
        return;
    }
    g_array_free(findings->list->kept, true);
    g_free(findings->list);
    g_hash_table_destroy(findings->ranks);
    g_hash_table_destroy(findings->seen);
    g_free(findings);
}

const char *findings_file_name(Findings *findings, const char *path) {
    void *name = NULL;
    if (g_hash_table_lookup_extended(findings->ranks, path, &name, NULL)) {
        return name;
    }
    name = g_strdup(path);
    int rank = (int)g_hash_table_size(findings->ranks);
    g_hash_table_insert(findings->ranks, name, GINT_TO_POINTER(rank + 1));
    return name;
}

/** What is said, and where: the same is told once. */
static char *finding_key(Place place, Severity severity, const Phrase *phrase) {
    g_autofree char *said = phrase_key(phrase);
    return g_strdup_printf("%s:%d:%d:%d:%s", place.file ? place.file : "", place.line, place.column,
                           (int)severity, said);
}

static void keep_finding(Findings *findings, Place place, Severity severity, const Phrase *phrase) {
    KeptList *list = findings->list;
    int rank = place.file ? GPOINTER_TO_INT(g_hash_table_lookup(findings->ranks, place.file)) : 0;
    Kept kept = {{place, severity, phrase_copy(phrase)}, rank, (int)list->kept->len};
    g_array_append_val(list->kept, kept);
    list->sorted = false;
}

void findings_add(Findings *findings, Place place, Severity severity, const Phrase *phrase) {
    if (place.file) {
        place.file = findings_file_name(findings, place.file);
    }
    char *key = finding_key(place, severity, phrase);
    if (g_hash_table_contains(findings->seen, key)) {
        g_free(key);
        return;
    }
    if (severity == FINDING_ERROR) {
        findings->errors++;
    } else {
        findings->warnings++;
    }
    if (findings->list->kept->len < KEPT_MAX) {
        keep_finding(findings, place, severity, phrase);
        g_hash_table_add(findings->seen, key);
    } else {
        g_free(key);
    }
}

int findings_errors(const Findings *findings) {
    return findings->errors;
}

int findings_warnings(const Findings *findings) {
    return findings->warnings;
}

int findings_count(const Findings *findings) {
    return (int)findings->list->kept->len;
}

static int compare(int a, int b) {
    return (a > b) - (a < b);
}

static int kept_compare(const void *left, const void *right) {
    const Kept *a = left;
    const Kept *b = right;
    int order = compare(a->file_rank, b->file_rank);
    if (!order) {
        order = compare(a->finding.place.line, b->finding.place.line);
    }
    if (!order) {
        order = compare(a->finding.place.column, b->finding.place.column);
    }
    return order ? order : compare(a->number, b->number);
}

const Finding *findings_get(const Findings *findings, int index) {
    KeptList *list = findings->list;
    if (!list->sorted) {
        g_array_sort(list->kept, kept_compare);
    }
    list->sorted = true;
    return &g_array_index(list->kept, Kept, index).finding;
}
