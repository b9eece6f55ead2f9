/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/tampering.h"

#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/case_read.h"
#include "export/words/findings/finding_words.h"

enum { ROWS_SPOILT = 12 /* of a file, cell by cell: those after them are of the same kinds */ };

/** The environment hands it on to forked tests. */
static const char *case_dir(void) {
    return g_getenv("VERIFY_CASE_DIR");
}

void tampering_case_dir(const char *dir) {
    g_setenv("VERIFY_CASE_DIR", dir, TRUE);
}

static gint compare_names(gconstpointer a, gconstpointer b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/** Names of the plan's files that end so, in order; to be freed with g_ptr_array_unref(). */
static GPtrArray *plan_files(const char *ending) {
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    char *path = g_build_filename(case_dir(), "plan", NULL);
    GDir *dir = g_dir_open(path, 0, NULL);
    ck_assert_msg(dir != NULL, "%s", path);
    for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir)) {
        if (g_str_has_suffix(name, ending)) {
            g_ptr_array_add(names, g_strdup(name));
        }
    }
    g_dir_close(dir);
    g_free(path);
    g_ptr_array_sort(names, compare_names);
    ck_assert_uint_gt(names->len, 0);
    return names;
}

/** Writes without waiting for the disk, as g_file_set_contents() would: there are many copies. */
static void write_file(const char *path, const char *text, size_t length) {
    FILE *out = fopen(path, "wb");
    ck_assert_ptr_nonnull(out);
    ck_assert_uint_eq(fwrite(text, 1, length, out), length);
    ck_assert_int_eq(fclose(out), 0);
}

static char *read_plan_file(const char *name) {
    char *path = g_build_filename(case_dir(), "plan", name, NULL), *text;
    ck_assert_msg(g_file_get_contents(path, &text, NULL, NULL), "%s", path);
    g_free(path);
    return text;
}

static void copy_file(const char *from, const char *dir, const char *name) {
    char *text, *to = g_build_filename(dir, name, NULL);
    gsize length;
    ck_assert_msg(g_file_get_contents(from, &text, &length, NULL), "%s", from);
    write_file(to, text, length);
    g_free(text);
    g_free(to);
}

char *copy_new(void) {
    char *dir = g_dir_make_tmp("banlie-verify-XXXXXX", NULL);
    char *path = g_build_filename(case_dir(), "case.yaml", NULL);
    GPtrArray *names = plan_files("");
    ck_assert_ptr_nonnull(dir);
    copy_file(path, dir, "case.yaml");
    g_free(path);
    for (guint i = 0; i < names->len; i++) {
        path = g_build_filename(case_dir(), "plan", g_ptr_array_index(names, i), NULL);
        copy_file(path, dir, g_ptr_array_index(names, i));
        g_free(path);
    }
    g_ptr_array_unref(names);
    return dir;
}

void copy_free(char *dir) {
    GDir *files = g_dir_open(dir, 0, NULL);
    for (const char *name = g_dir_read_name(files); name; name = g_dir_read_name(files)) {
        char *path = g_build_filename(dir, name, NULL);
        (void)g_unlink(path);
        g_free(path);
    }
    g_dir_close(files);
    (void)g_rmdir(dir);
    g_free(dir);
}

void copy_replace(const char *dir, const char *file, const char *old, const char *new) {
    char *path = g_build_filename(dir, file, NULL), *text;
    ck_assert(g_file_get_contents(path, &text, NULL, NULL));
    const char *at = strstr(text, old);
    ck_assert_msg(at != NULL, "%s has no \"%s\"", file, old);
    GString *changed = g_string_new_len(text, at - text);
    g_string_append(changed, new);
    g_string_append(changed, at + strlen(old));
    write_file(path, changed->str, changed->len);
    g_string_free(changed, TRUE);
    g_free(text);
    g_free(path);
}

void copy_add(const char *dir, const char *file, const char *text) {
    char *path = g_build_filename(dir, file, NULL);
    write_file(path, text, strlen(text));
    g_free(path);
}

VerifyStatus copy_verify(const char *dir, VerifyReport *report) {
    char *path = g_build_filename(dir, "case.yaml", NULL);
    Findings *findings = findings_new();
    bool unreadable = false;
    Case *kase = case_read(path, findings, &unreadable);
    if (!kase) {
        findings_print(findings, LANG_EN, stderr);
    }
    ck_assert_msg(kase != NULL, "the case does not read");
    VerifyStatus status = verify_plan(kase, dir, finding_words_english, report);
    case_free(kase);
    findings_free(findings);
    g_free(path);
    return status;
}

static bool report_says(const VerifyReport *report, const char *file, const char *words) {
    for (int i = 0; i < report->n_shown; i++) {
        const Violation *violation = &report->shown[i];
        char *line =
            g_strdup_printf("%s row %d: %s", violation->file, violation->row, violation->text);
        bool says = strstr(line, words) != NULL;
        g_free(line);
        if (says) {
            return true;
        }
    }
    fprintf(stderr, "after a change of %s, \"%s\" is not said, but:\n", file, words);
    verify_report_print(report, stderr);
    return false;
}

void expect_found_together(const Tampering *tamperings, int n) {
    const Tampering *last = &tamperings[n - 1];
    char *dir = copy_new();
    VerifyReport report;
    for (int i = 0; i < n; i++) {
        copy_replace(dir, tamperings[i].file, tamperings[i].old, tamperings[i].new);
    }
    VerifyStatus status = copy_verify(dir, &report);
    bool says = report_says(&report, last->file, last->said);
    verify_report_free(&report);
    copy_free(dir);
    ck_assert_msg(status == VERIFY_VIOLATED && says, "%s: \"%s\" became \"%s\"", last->file,
                  last->old, last->new);
}

void expect_found(const Tampering *tampering) {
    expect_found_together(tampering, 1);
}

void expect_fine(const char *file, const char *old, const char *new) {
    char *dir = copy_new();
    VerifyReport report;
    copy_replace(dir, file, old, new);
    VerifyStatus status = copy_verify(dir, &report);
    if (status != VERIFY_OK) {
        verify_report_print(&report, stderr);
    }
    verify_report_free(&report);
    copy_free(dir);
    ck_assert_msg(status == VERIFY_OK, "%s: \"%s\" became \"%s\"", file, old, new);
}

static void row_counts(const char *file, const char *row) {
    char *line = g_strconcat("\n", row, "\n", NULL);
    char *twice = g_strconcat("\n", row, line, NULL);
    for (int doubled = 0; doubled < 2; doubled++) {
        char *dir = copy_new();
        VerifyReport report;
        copy_replace(dir, file, line, doubled ? twice : "\n");
        ck_assert_msg(copy_verify(dir, &report) == VERIFY_VIOLATED, "%s \"%s\" %s", file, row,
                      doubled ? "doubled" : "dropped");
        verify_report_free(&report);
        copy_free(dir);
    }
    g_free(twice);
    g_free(line);
}

void every_row_counts(void) {
    GPtrArray *names = plan_files(".csv");
    for (guint i = 0; i < names->len; i++) {
        char *text = read_plan_file(g_ptr_array_index(names, i));
        char **lines = g_strsplit(text, "\n", -1);
        for (int row = 1; lines[row] && lines[row][0] != '\0'; row++) {
            row_counts(g_ptr_array_index(names, i), lines[row]);
        }
        g_strfreev(lines);
        g_free(text);
    }
    g_ptr_array_unref(names);
}

/** Puts a letter at the end of the cell that ends at this byte. */
static void cell_counts(const char *file, const char *text, const char *end) {
    char *dir = copy_new(), *copy = g_build_filename(dir, file, NULL);
    GString *spoilt = g_string_new_len(text, end - text);
    VerifyReport report;
    g_string_append_printf(spoilt, "x%s", end);
    write_file(copy, spoilt->str, spoilt->len);
    ck_assert_msg(copy_verify(dir, &report) == VERIFY_VIOLATED, "%s at byte %d", file,
                  (int)(end - text));
    verify_report_free(&report);
    g_string_free(spoilt, TRUE);
    g_free(copy);
    copy_free(dir);
}

void every_cell_counts(void) {
    GPtrArray *names = plan_files(".csv");
    for (guint i = 0; i < names->len; i++) {
        char *text = read_plan_file(g_ptr_array_index(names, i));
        int row = 0;
        for (const char *at = text; *at != '\0' && row < ROWS_SPOILT; at++) {
            if (*at == ',' || *at == '\n') {
                cell_counts(g_ptr_array_index(names, i), text, at);
            }
            row += *at == '\n';
        }
        g_free(text);
    }
    g_ptr_array_unref(names);
}

void every_file_counts(void) {
    GPtrArray *names = plan_files("");
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        char *dir = copy_new(), *path = g_build_filename(dir, name, NULL);
        VerifyReport report;
        ck_assert_int_eq(g_unlink(path), 0);
        ck_assert_msg(copy_verify(dir, &report) == VERIFY_UNREADABLE, "%s", name);
        ck_assert_ptr_nonnull(report.unreadable);
        ck_assert_ptr_nonnull(strstr(report.unreadable, name));
        verify_report_free(&report);
        g_free(path);
        copy_free(dir);
    }
    g_ptr_array_unref(names);
}
