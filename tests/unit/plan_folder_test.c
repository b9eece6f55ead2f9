/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the table of a plan's files says is what a written plan has: its files, their columns, and
 * in every cell what its column holds. The plans are made here, by the program. */
#include <check.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/plan_folder/plan_table.h"
#include "tests/unit/temp_dir.h"

enum { PLANS_MAX = 8 };

static char *plans[PLANS_MAX]; /**< folders */
static int n_plans;
static char *relaxed; /**< the folder of a relaxation */

/** How a cell of each kind looks. */
static const char *const FORMS[] = {
    [COLUMN_TEXT] = "^.+$",
    [COLUMN_FLAG] = "^(true|false)$",
    [COLUMN_COUNT] = "^-?\\d+$",
    [COLUMN_INSTANT] = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d$",
    [COLUMN_DATE] = "^\\d{4}-\\d\\d-\\d\\d$",
    [COLUMN_MONEY] = "^-?\\d+\\.\\d{2}$",
    [COLUMN_TEU_KM] = "^-?\\d+\\.\\d$",
    [COLUMN_RATIO] = "^-?\\d+\\.\\d{6}$",
    [COLUMN_PRICE] = "^-?\\d+\\.\\d{6}$",
    [COLUMN_EXACT] = "^-?\\d+(\\.\\d*[1-9])?$",
    [COLUMN_HOURS] = "^\\d+(\\.\\d?[1-9])?$",
    [COLUMN_DAY] = "^D\\+\\d+$",
    [COLUMN_TIERS] = "^\\d+\\.\\d{2}(;\\d+\\.\\d{2})*$",
    [COLUMN_QUANTITY] = "^-?\\d+(\\.\\d{0,5}[1-9])?$",
};

static PlanTable read_table(const char *dir, PlanTableId id) {
    PlanTable table;
    CsvError error;
    ck_assert_msg(plan_table_read(&table, id, dir, &error) == CSV_OK, "%s in %s: %d",
                  plan_file(id)->name, dir, error.phrase.code);
    return table;
}

START_TEST(every_column_is_named_and_explained) {
    for (int id = 0; id < PLAN_TABLES; id++) {
        const PlanFile *file = plan_file((PlanTableId)id);
        ck_assert_int_le(file->n_columns, PLAN_COLUMNS_MAX);
        for (int i = 0; i < file->n_columns; i++) {
            const PlanColumn *column = &file->columns[i];
            ck_assert_msg(column->name != NULL && column->doc != NULL, "%s, column %d", file->name,
                          i + 1);
            for (int j = 0; j < i; j++) {
                ck_assert_str_ne(file->columns[j].name, column->name);
            }
        }
    }
}
END_TEST

START_TEST(a_plan_has_the_columns_of_the_table) {
    for (int plan = 0; plan < n_plans; plan++) {
        for (int id = 0; id < PLAN_TABLES; id++) {
            const PlanFile *file = plan_file((PlanTableId)id);
            if ((file->of_commitments || file->of_rolling) &&
                !temp_dir_has(plans[plan], file->name)) {
                continue;
            }
            PlanTable table = read_table(plans[plan], (PlanTableId)id);
            g_autofree char *header = plan_table_header(&table);
            ck_assert_msg(plan_table_whole(&table), "%s: %s", file->name, header);
            plan_table_free(&table);
        }
    }
}
END_TEST

static bool is_listed(const char *name, bool relaxation) {
    bool listed = strcmp(name, "summary.json") == 0;
    for (int id = 0; id < PLAN_TABLES; id++) {
        const PlanFile *file = plan_file((PlanTableId)id);
        listed |= strcmp(file->name, name) == 0 && (!relaxation || file->of_relaxation);
    }
    return listed;
}

static int count_files(const char *dir, bool relaxation) {
    int files = 0;
    GDir *folder = g_dir_open(dir, 0, NULL);
    ck_assert_ptr_nonnull(folder);
    for (const char *name = g_dir_read_name(folder); name != NULL; name = g_dir_read_name(folder)) {
        ck_assert_msg(is_listed(name, relaxation), "%s is in no table", name);
        files++;
    }
    g_dir_close(folder);
    return files;
}

START_TEST(a_plan_has_no_other_files) {
    for (int plan = 0; plan < n_plans; plan++) {
        count_files(plans[plan], false);
    }
}
END_TEST

START_TEST(a_relaxation_has_the_files_with_prices) {
    ck_assert_int_eq(count_files(relaxed, true), 4);
}
END_TEST

/** @return whether any cell of the column is filled */
static bool check_cells(const PlanTable *table, int column) {
    const PlanColumn *said = &plan_file(table->id)->columns[column];
    GRegex *form = g_regex_new(FORMS[said->kind], G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
    bool filled = false;
    for (int row = 1; row < table->csv.n_rows; row++) {
        const char *cell = plan_table_cell(table, row, column);
        ck_assert_msg(cell[0] == '\0' ? said->empty != NULL
                                      : g_regex_match(form, cell, G_REGEX_MATCH_DEFAULT, NULL),
                      "%s row %d, %s: \"%s\"", plan_file(table->id)->name, row + 1, said->name,
                      cell);
        filled |= cell[0] != '\0';
    }
    g_regex_unref(form);
    return filled;
}

START_TEST(every_cell_holds_what_its_column_says) {
    for (int id = 0; id < PLAN_TABLES; id++) {
        const PlanFile *file = plan_file((PlanTableId)id);
        bool filled[PLAN_COLUMNS_MAX] = {false};
        for (int plan = 0; plan < n_plans; plan++) {
            if (!temp_dir_has(plans[plan], file->name)) {
                continue;
            }
            PlanTable table = read_table(plans[plan], (PlanTableId)id);
            for (int column = 0; column < file->n_columns; column++) {
                filled[column] |= check_cells(&table, column);
            }
            plan_table_free(&table);
        }
        for (int column = 0; column < file->n_columns && !file->of_rolling;
             column++) { /* any text is one; tests/cases/run_rolling.sh has plans that are rolled on
                          */
            ck_assert_msg(filled[column] || file->columns[column].kind == COLUMN_TEXT,
                          "%s: no plan has anything in %s", file->name, file->columns[column].name);
        }
    }
}
END_TEST

START_TEST(columns_are_found_by_their_names) {
    char *dir = temp_dir_make();
    temp_dir_write(dir, "rakes.csv", "sets,note,pool,at\r\n3,x,'=P,y\r\n");
    PlanTable table = read_table(dir, TABLE_RAKES);
    ck_assert(!plan_table_whole(&table));
    ck_assert(plan_table_has(&table, RAKE_POOL));
    ck_assert(!plan_table_has(&table, RAKE_STATION));
    ck_assert_str_eq(plan_table_cell(&table, 1, RAKE_SETS), "3");
    ck_assert_str_eq(plan_table_cell(&table, 1, RAKE_POOL), "'=P");
    ck_assert_str_eq(plan_table_text(&table, 1, RAKE_POOL), "=P");
    CsvPlace place = plan_table_place(&table, 1, RAKE_AT);
    ck_assert_int_eq(place.line, 2);
    ck_assert_int_eq(place.column, 9);
    plan_table_free(&table);
    temp_dir_remove(dir);
}
END_TEST

START_TEST(the_order_of_columns_is_part_of_the_format) {
    char *dir = temp_dir_make();
    temp_dir_write(dir, "feeders.csv", "feeder,day,boxes,price,boxes_limit\r\n");
    PlanTable table = read_table(dir, TABLE_FEEDERS);
    g_autofree char *header = plan_table_header(&table);
    g_autofree char *expected = plan_file_header(TABLE_FEEDERS);
    ck_assert(!plan_table_whole(&table));
    ck_assert_str_eq(header, "feeder,day,boxes,price,boxes_limit");
    ck_assert_str_eq(expected, "feeder,day,boxes,boxes_limit,price");
    plan_table_free(&table);
    temp_dir_remove(dir);
}
END_TEST

/** Has a case planned. @return the folder, to be given to temp_dir_remove() */
static char *write_plan(const char *banlie, const char *case_path, const char *option) {
    char *dir = temp_dir_make();
    const char *command[] = {banlie, "plan", case_path, "-o", dir, "--quiet", option, NULL};
    int status = 0;
    if (!g_spawn_sync(NULL, (char **)(void *)command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL,
                      &status, NULL) ||
        !g_spawn_check_wait_status(status, NULL)) {
        fprintf(stderr, "%s cannot be planned\n", case_path);
        exit(EXIT_FAILURE);
    }
    return dir;
}

static int run(void) {
    Suite *suite = suite_create("plan folder");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, every_column_is_named_and_explained);
    tcase_add_test(cases, a_plan_has_the_columns_of_the_table);
    tcase_add_test(cases, a_plan_has_no_other_files);
    tcase_add_test(cases, a_relaxation_has_the_files_with_prices);
    tcase_add_test(cases, every_cell_holds_what_its_column_says);
    tcase_add_test(cases, columns_are_found_by_their_names);
    tcase_add_test(cases, the_order_of_columns_is_part_of_the_format);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed;
}

int main(int argc, char **argv) {
    if (argc < 3 || argc - 2 > PLANS_MAX) {
        fputs("usage: plan_folder_test BANLIE CASE...\n", stderr);
        return EXIT_FAILURE;
    }
    for (int i = 2; i < argc; i++) {
        plans[n_plans++] = write_plan(argv[1], argv[i], "--all");
    }
    relaxed = write_plan(argv[1], argv[2], "--relax");
    int failed = run();
    for (int i = 0; i < n_plans; i++) {
        temp_dir_remove(plans[i]);
    }
    temp_dir_remove(relaxed);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
