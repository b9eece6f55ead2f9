/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of findings, and the text of each with its place. */
#include "base/findings.h"

#include <glib.h>
#include <stdarg.h>
#include <string.h>

enum {
    KEPT_MAX = 10000, /**< findings beyond are only counted, so that memory stays bounded */
    TEXT_MAX = 500    /**< bytes of a text; longer ones (a huge key) are cut */
};

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
    GHashTable *seen;  /**< `file:line:column:severity:text` (owned), against repetition */
    int errors, warnings;
};

static void kept_clear(void *item) {
    Kept *kept = item;
    g_free((char *)kept->finding.text);
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

/** One line without control characters, which could move the cursor of a terminal; cut where too
 * long. Owned by the caller. */
static char *one_line(const char *raw) {
    char *text = g_utf8_make_valid(raw, (gssize)strnlen(raw, (size_t)TEXT_MAX * 4));
    GString *out = g_string_new(NULL);
    const char *at = text;
    for (; *at && out->len < TEXT_MAX; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c == '\n') {
            g_string_append(out, "\\n");
        } else if (c == '\t') {
            g_string_append(out, "\\t");
        } else if (g_unichar_iscntrl(c) || c == 0x2028 || c == 0x2029) {
            g_string_append_printf(out, "\\x%02x", (unsigned)c);
        } else {
            g_string_append_unichar(out, c);
        }
    }
    if (*at) {
        g_string_append(out, "…");
    }
    g_free(text);
    return g_string_free(out, false);
}

static void findings_add(Findings *findings, Place place, Severity severity, const char *raw) {
    char *text = one_line(raw);
    if (place.file) {
        place.file = findings_file_name(findings, place.file);
    }
    char *identity = g_strdup_printf("%s:%d:%d:%d:%s", place.file ? place.file : "", place.line,
                                     place.column, (int)severity, text);
    if (!g_hash_table_contains(findings->seen, identity)) {
        if (severity == FINDING_ERROR) {
            findings->errors++;
        } else {
            findings->warnings++;
        }
        KeptList *list = findings->list;
        if (list->kept->len < KEPT_MAX) {
            int rank =
                place.file ? GPOINTER_TO_INT(g_hash_table_lookup(findings->ranks, place.file)) : 0;
            Kept kept = {{place, severity, text}, rank, (int)list->kept->len};
            g_array_append_val(list->kept, kept);
            list->sorted = false;
            g_hash_table_add(findings->seen, identity);
            return;
        }
    }
    g_free(identity);
    g_free(text);
}

void findings_error(Findings *findings, Place place, const char *format, ...) {
    va_list args;
    va_start(args, format);
    char *text = g_strdup_vprintf(format, args);
    va_end(args);
    findings_add(findings, place, FINDING_ERROR, text);
    g_free(text);
}

void findings_warning(Findings *findings, Place place, const char *format, ...) {
    va_list args;
    va_start(args, format);
    char *text = g_strdup_vprintf(format, args);
    va_end(args);
    findings_add(findings, place, FINDING_WARNING, text);
    g_free(text);
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

void findings_print(const Findings *findings, FILE *out) {
    int shown = findings_count(findings) < FINDINGS_SHOWN_MAX ? findings_count(findings)
                                                              : FINDINGS_SHOWN_MAX;
    for (int i = 0; i < shown; i++) {
        const Finding *finding = findings_get(findings, i);
        const Place place = finding->place;
        if (place.file) {
            char *file = one_line(place.file);
            fprintf(out, "%s:", file);
            g_free(file);
            if (place.line > 0 && place.column > 0) {
                fprintf(out, "%d:%d:", place.line, place.column);
            } else if (place.line > 0) {
                fprintf(out, "%d:", place.line);
            }
            fputc(' ', out);
        }
        fprintf(out, "%s: %s\n", finding->severity == FINDING_ERROR ? "error" : "warning",
                finding->text);
    }
    int more = findings->errors + findings->warnings - shown;
    if (more > 0) {
        fprintf(out, "… and %d more\n", more);
    }
}
