/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Every number of the format has a range: what lies outside is refused with its place and the
 * range, and a case at either end of one is planned, or refused for another reason, but never
 * fails.
 *
 *  Arguments: the program, the case in which every number stands once as <path=value>, and how many
 *  cases to draw with several numbers at their ends at once. */
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <glib.h>

#include "cli/exit_codes.h"
#include "config/case_read.h"
#include "config/schema/schema_words.h"
#include "config/sections/root.h"
#include "export/words/findings/finding_words.h"
#include "tests/property/random_number.h"
#include "tests/unit/temp_dir.h"

typedef struct {
    char *path;
    const Field *field;
} Numeric;

static const char *program;
static char *template_text;
static GArray *numerics; /**< Numeric, in the order of the tables */
static char *folder;

/** A time on the way is one where it is not by the clock. */
static bool is_duration(const Field *field) {
    return field->kind == FIELD_DURATION || field->kind == FIELD_TRIP_TIME;
}

static void collect(const FieldTable *table, const char *prefix) {
    for (int i = 0; i < table->n_fields; i++) {
        const Field *field = &table->fields[i];
        const bool named = field->name != NULL && prefix[0] != '\0';
        char *path = field->name == NULL ? g_strdup(prefix)
                                         : g_strconcat(prefix, named ? "." : "", field->name, NULL);
        if (field->kind == FIELD_NUMBER || field->kind == FIELD_COUNT || is_duration(field)) {
            const Numeric numeric = {path, field};
            g_array_append_val(numerics, numeric);
            continue;
        }
        if (field->table != NULL && !field->table->loose) {
            collect(field->table, path);
        }
        g_free(path);
    }
}

static const Numeric *numeric_at(int index) {
    return &g_array_index(numerics, Numeric, index);
}

static char *value_text(const Field *field, double value) {
    const char *unit = is_duration(field) ? "m" : "";
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    return g_strconcat(g_ascii_formatd(number, sizeof number, "%.15g", value), unit, NULL);
}

/** The next value outside the range. */
static double beyond(const Field *field, bool below) {
    const double end = below ? field->range->low : field->range->high;
    const double step = field->kind == FIELD_NUMBER ? fmax(fabs(end), 1e-3) * 1e-6 : 1;
    return below ? end - step : end + step;
}

/** The template with the value that is written at each place, or its own where that is NULL. */
static char *case_of(char *const *values, bool margin_alone) {
    GString *text = g_string_new(template_text);
    for (guint i = 0; i < numerics->len; i++) {
        char *mark = g_strdup_printf("<%s=", numeric_at((int)i)->path);
        char *at = strstr(text->str, mark);
        ck_assert_msg(at != NULL, "the case lacks %s", mark);
        char *own = at + strlen(mark), *end = strchr(own, '>');
        char *value = values[i] != NULL ? g_strdup(values[i]) : g_strndup(own, (gsize)(end - own));
        const gssize start = at - text->str;
        g_string_erase(text, start, end + 1 - at);
        g_string_insert(text, start, value);
        g_free(value);
        g_free(mark);
    }
    ck_assert_msg(strchr(text->str, '<') == NULL, "no field has the path of %.40s",
                  strchr(text->str, '<'));
    if (margin_alone) {
        strstr(text->str, "\nobjective:")[1] = '#';
    }
    return g_string_free(text, FALSE);
}

/** The case in a file. */
static char *write_case(char *const *values, bool margin_alone) {
    char *file = g_build_filename(folder, "case.yaml", NULL);
    char *text = case_of(values, margin_alone);
    ck_assert(g_file_set_contents(file, text, -1, NULL));
    g_free(text);
    return file;
}

START_TEST(what_is_outside_is_refused_with_place_and_range) {
    const Field *field = numeric_at(_i)->field;
    ck_assert_msg(field->range != NULL, "%s has no range", numeric_at(_i)->path);
    for (int below = 0; below < 2; below++) {
        char **values = g_new0(char *, numerics->len);
        values[_i] = value_text(field, beyond(field, below == 1));
        char *file = write_case(values, false);
        Findings *findings = findings_new();
        bool unreadable;
        Case *kase = case_read(file, findings, &unreadable);
        ck_assert_msg(kase == NULL, "%s: %s is taken", numeric_at(_i)->path, values[_i]);
        ck_assert_int_eq(findings_errors(findings), 1);
        for (int i = 0; i < findings_count(findings); i++) {
            const Finding *finding = findings_get(findings, i);
            if (finding->severity == FINDING_ERROR) {
                g_autofree char *text = finding_words(LANG_EN, finding->phrase);
                g_autofree char *range = schema_range(field->range);
                ck_assert_msg(strstr(text, range) != NULL, "%s", text);
                ck_assert_msg(strstr(text, values[_i]) != NULL, "%s", text);
                ck_assert_int_gt(finding->place.line, 2);
            }
        }
        findings_free(findings);
        g_free(file);
        g_free(values[_i]);
        g_free(values);
    }
}
END_TEST

/** Plans the case; fails where that ends in anything but a plan, a reasoned refusal or the limit.
 */
static void plan(char *const *values, bool margin_alone) {
    char *file = write_case(values, margin_alone), *out = g_build_filename(folder, "plan", NULL);
    const char *argv[] = {program,   "plan",    file,           "-o", out,
                          "--force", "--quiet", "--time-limit", "2s", NULL};
    char *said = NULL;
    int wait_status = 0;
    ck_assert(g_spawn_sync(NULL, (char **)(void *)argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                           NULL, NULL, &said, &wait_status, NULL));
    const int code = WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : -1;
    GString *changed = g_string_new(NULL);
    for (guint i = 0; i < numerics->len; i++) {
        if (values[i] != NULL) {
            g_string_append_printf(changed, " %s=%s", numeric_at((int)i)->path, values[i]);
        }
    }
    ck_assert_msg(code == EXIT_DONE || code == EXIT_CASE || code == EXIT_INFEASIBLE ||
                      code == EXIT_NO_PLAN,
                  "exit status %d with%s\n%s", code, changed->str, said);
    ck_assert_msg(strstr(said, "must lie in") == NULL, "%s", said);
    g_string_free(changed, TRUE);
    g_free(said);
    g_free(out);
    g_free(file);
}

START_TEST(the_ends_of_a_range_are_planned) {
    const Field *field = numeric_at(_i)->field;
    for (int low = 0; low < 2; low++) {
        for (int margin_alone = 0; margin_alone < 2; margin_alone++) {
            char **values = g_new0(char *, numerics->len);
            values[_i] = value_text(field, low == 1 ? field->range->low : field->range->high);
            plan(values, margin_alone == 1);
            g_free(values[_i]);
            g_free(values);
        }
    }
}
END_TEST

START_TEST(several_ends_at_once_are_planned) {
    Random random = random_seeded((uint64_t)_i);
    char **values = g_new0(char *, numerics->len + 1);
    for (guint i = 0; i < numerics->len; i++) {
        const Range *range = numeric_at((int)i)->field->range;
        if (random_chance(&random, 0.1)) {
            values[i] = value_text(numeric_at((int)i)->field,
                                   random_chance(&random, 0.5) ? range->low : range->high);
        }
    }
    plan(values, _i % 2 == 1);
    for (guint i = 0; i < numerics->len; i++) {
        g_free(values[i]);
    }
    g_free(values);
}
END_TEST

int main(int argc, char **argv) {
    if (argc < 4 || !g_file_get_contents(argv[2], &template_text, NULL, NULL)) {
        fputs("usage: range_test PROGRAM CASE DRAWN [NUMBER...]\n", stderr);
        return EXIT_FAILURE;
    }
    program = argv[1];
    folder = temp_dir_make();
    numerics = g_array_new(FALSE, FALSE, sizeof(Numeric));
    collect(&case_table, "");
    Suite *suite = suite_create("ranges");
    TCase *cases = tcase_create("all");
    tcase_set_timeout(cases, 120);
    tcase_add_loop_test(cases, what_is_outside_is_refused_with_place_and_range, 0,
                        (int)numerics->len);
    tcase_add_loop_test(cases, the_ends_of_a_range_are_planned, 0, (int)numerics->len);
    tcase_add_loop_test(cases, several_ends_at_once_are_planned, 0, atoi(argv[3]));
    for (int i = 4; i < argc; i++) {
        const int number = atoi(argv[i]);
        tcase_add_loop_test(cases, several_ends_at_once_are_planned, number, number + 1);
    }
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    temp_dir_remove(folder);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
