/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Every cell of every file of a plan changed once, every row dropped, doubled and moved, every
 * file taken away: the verifier sees it, or it stands in the list of what cannot be seen, with the
 *  reason.
 *
 *  The plans are made here, by the program; usage: verify_mutation_test BANLIE EVERY CASE…, where
 *  EVERY is how many changes one is made of: 1 makes all. A case beside which there is a first.yaml
 *  is rolled on from the plan of that. */
#include <glib.h>
#include <glib/gstdio.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/case_read.h"
#include "export/words/findings/finding_words.h"
#include "tests/unit/sheet.h"
#include "verify/verify.h"

static const char *const CHANGE_NAMES[N_CHANGES] = {"emptied", "enlarged", "nudged", "swapped",
                                                    "dropped", "doubled",  "moved"};

#define BIT(change) (1U << (change))
#define ANY_VALUE (BIT(ENLARGED) | BIT(NUDGED))

/** What the verifier cannot see. */
typedef struct {
    const char *file;
    const char *column; /**< of a CSV file, path in summary.json; NULL: the row as a whole */
    unsigned changes;
    const char *reason;
} Blind;

#define ANY_ORDER "rows are found by what they are about: they may stand in any order"
#define SOLVERS_OWN "the run's own: nothing else in the files depends on it"

static const Blind BLIND[] = {
    {"allocations.csv", NULL, BIT(MOVED), ANY_ORDER},
    {"bookings.csv", NULL, BIT(MOVED), ANY_ORDER},
    {"capacity.csv", NULL, BIT(MOVED), ANY_ORDER},
    {"changes.csv", NULL, BIT(MOVED), ANY_ORDER},
    {"changes.csv", "reason", BIT(SWAPPED), "words for people: why a train or box moved"},
    {"equipment.csv", NULL, BIT(MOVED), ANY_ORDER},
    {"feeders.csv", NULL, BIT(MOVED), ANY_ORDER},
    {"legs.csv", NULL, BIT(MOVED), ANY_ORDER},
    {"lines.csv", NULL, BIT(MOVED), ANY_ORDER},
    {"money.csv", NULL, BIT(MOVED), ANY_ORDER},
    {"prices.csv", NULL, BIT(DROPPED),
     "the price of a promise that all boxes keep is as good as none, and so is that of a set which "
     "its train takes before another could come: it proves the same bound"},
    {"prices.csv", "price", ANY_VALUE, "likewise, any other price of such a set"},
    {"rakes.csv", NULL, BIT(MOVED), ANY_ORDER},
    {"slots.csv", NULL, BIT(MOVED), ANY_ORDER},
    {"stations.csv", NULL, BIT(MOVED), ANY_ORDER},
    {"timetable.csv", NULL, BIT(MOVED), ANY_ORDER},
    {"trains.csv", NULL, BIT(MOVED), ANY_ORDER},
    {"slots.csv", "price", ANY_VALUE | BIT(EMPTIED),
     "where more trains want a slot run than may have it, its price is one of the relaxation, "
     "whose "
     "other prices are in no file"},
    {"summary.json", "status", BIT(SWAPPED),
     "gap or limit: the gap that was asked for is in no file"},
    {"summary.json", "relaxation", ANY_VALUE | BIT(EMPTIED),
     "the prices that prove it are in no file; it may not be below what the plan's trains prove"},
    {"summary.json", "counts.columns", ANY_VALUE, SOLVERS_OWN},
    {"summary.json", "counts.nodes", ANY_VALUE, SOLVERS_OWN},
    {"summary.json", "run.version", BIT(SWAPPED), SOLVERS_OWN},
    {"summary.json", "run.solver", BIT(SWAPPED), SOLVERS_OWN},
    {"summary.json", "run.seconds", ANY_VALUE, SOLVERS_OWN},
    {"summary.json", "run.peak_memory_bytes", ANY_VALUE, SOLVERS_OWN},
    {"summary.json", "run.repeatable", BIT(SWAPPED), SOLVERS_OWN},
    {"summary.json", "digest", BIT(DROPPED), "plans had none before there were scenarios"},
    {"summary.json", "cancelled", BIT(DROPPED), "likewise, and there are none"},
};

static int used[G_N_ELEMENTS(BLIND)];
static int failures;
static long every, offered, changes_made, within_tolerance, blind_total;

/** A plan under test. */
typedef struct {
    Case *kase;
    char *dir;
    const char *file;
    char *text; /**< of the file, as it was written */
} Folder;

static void put(const Folder *folder, const char *text, size_t length) {
    char *path = g_build_filename(folder->dir, folder->file, NULL);
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(text, 1, length, out) != length || fclose(out) != 0) {
        perror(path);
        exit(2);
    }
    g_free(path);
}

static bool verifies(const Folder *folder) {
    VerifyReport report;
    VerifyStatus status = verify_plan(folder->kase, folder->dir, finding_words_english, &report);
    verify_report_free(&report);
    return status == VERIFY_OK;
}

/** True where the change stands in the list; notes that it was of use. */
static bool listed(const char *file, const char *column, Change change) {
    for (size_t i = 0; i < G_N_ELEMENTS(BLIND); i++) {
        if (strcmp(BLIND[i].file, file) == 0 && g_strcmp0(BLIND[i].column, column) == 0 &&
            (BLIND[i].changes & BIT(change))) {
            used[i]++;
            return true;
        }
    }
    return false;
}

/** The verifier's own tolerance: a millionth of money and quantities, and half a unit of the last
 * place; what is written may be off by as much to begin with. */
static bool is_within_tolerance(double before, double after, double place) {
    return fabs(after - before) <= 0.99 * place + 1e-6 * fabs(before) + 1e-9;
}

/** Verifies a changed file, and puts the old one back. */
static void try_text(Folder *folder, const char *column, const char *where, Change change,
                     const char *text) {
    if (offered++ % every != 0) {
        return;
    }
    changes_made++;
    put(folder, text, strlen(text));
    if (verifies(folder)) {
        blind_total++;
        if (!listed(folder->file, column, change)) {
            printf("not ok: %s %s %s: %s is not seen\n", folder->dir, folder->file, where,
                   CHANGE_NAMES[change]);
            failures++;
        }
    }
    put(folder, folder->text, strlen(folder->text));
}

/* ---- CSV files ---- */

static void try_cell(Folder *folder, const Sheet *sheet, guint row, guint column, Change change,
                     char *value) {
    const char *name = sheet_cell(sheet, 0, column);
    char *where = g_strdup_printf("row %u %s: \"%s\" to \"%s\"", row + 1, name,
                                  sheet_cell(sheet, row, column), value);
    char *text = sheet_with_cell(sheet, row, column, value);
    try_text(folder, g_str_has_prefix(name, "\xEF\xBB\xBF") ? name + 3 : name, where, change, text);
    g_free(text);
    g_free(where);
    g_free(value);
}

static void try_number(Folder *folder, const Sheet *sheet, guint row, guint column, double value,
                       int decimals) {
    double nudged = value + pow(10, -decimals);
    double enlarged = value == 0 ? 1 : value * 1.5;
    if (decimals == 0) {
        enlarged = enlarged < 0 ? floor(enlarged) : ceil(enlarged);
    }
    try_cell(folder, sheet, row, column, ENLARGED, sheet_number_text(enlarged, decimals));
    if (is_within_tolerance(value, nudged, pow(10, -decimals))) {
        within_tolerance++;
    } else {
        try_cell(folder, sheet, row, column, NUDGED, sheet_number_text(nudged, decimals));
    }
}

static void try_cells(Folder *folder, const Sheet *sheet, guint row) {
    for (guint column = 0; column < sheet_row(sheet, row)->len; column++) {
        const char *cell = sheet_cell(sheet, row, column);
        double value;
        int decimals;
        try_cell(folder, sheet, row, column, EMPTIED, g_strdup(cell[0] == '\0' ? "1" : ""));
        if (sheet_number(cell, &value, &decimals)) {
            try_number(folder, sheet, row, column, value, decimals);
            continue;
        }
        char *nudged = sheet_later(cell);
        if (nudged) {
            try_cell(folder, sheet, row, column, NUDGED, nudged);
        }
        if (cell[0] != '\0') {
            try_cell(folder, sheet, row, column, SWAPPED, sheet_another(sheet, row, column));
        }
    }
}

static void try_rows(Folder *folder, const Sheet *sheet, guint row) {
    for (Change change = DROPPED; change <= MOVED; change++) {
        if (change == MOVED && row + 1 == sheet->rows->len) {
            continue;
        }
        char *where = g_strdup_printf("row %u", row + 1),
             *text = sheet_with_row(sheet, row, change);
        try_text(folder, NULL, where, change, text);
        g_free(text);
        g_free(where);
    }
}

static void try_csv(Folder *folder) {
    Sheet sheet = sheet_split(folder->text);
    for (guint row = 0; row < sheet.rows->len; row++) {
        if (row > 0) {
            try_rows(folder, &sheet, row);
        }
        try_cells(folder, &sheet, row);
    }
    g_ptr_array_unref(sheet.rows);
}

/* ---- summary.json ---- */

typedef struct {
    Folder *folder;
    json_t *root;
} Summary;

static void try_summary(const Summary *summary, const char *path, const char *where,
                        Change change) {
    char *text = json_dumps(summary->root, JSON_INDENT(2) | JSON_REAL_PRECISION(15));
    try_text(summary->folder, path, where, change, text);
    free(text);
}

/** Puts a value in a place, tries that, and puts the old one back. */
static void try_value(const Summary *summary, json_t *holder, const char *key, size_t index,
                      const char *path, Change change, json_t *value) {
    json_t *old =
        json_is_array(holder) ? json_array_get(holder, index) : json_object_get(holder, key);
    char *was = json_dumps(old, JSON_ENCODE_ANY), *is = json_dumps(value, JSON_ENCODE_ANY);
    char *where = g_strdup_printf("%s: %s to %s", path, was, is);
    json_incref(old);
    if (json_is_array(holder)) {
        json_array_set_new(holder, index, value);
    } else {
        json_object_set_new(holder, key, value);
    }
    try_summary(summary, path, where, change);
    if (json_is_array(holder)) {
        json_array_set_new(holder, index, old);
    } else {
        json_object_set_new(holder, key, old);
    }
    free(was);
    free(is);
    g_free(where);
}

/** Takes a member away, and puts it back in its place. */
static void try_without(const Summary *summary, json_t *holder, const char *key, const char *path) {
    json_t *whole = json_copy(holder);
    json_object_del(holder, key);
    try_summary(summary, path, path, DROPPED);
    json_object_clear(holder);
    json_object_update(holder, whole);
    json_decref(whole);
}

/** A unit of the last place that a real number of summary.json is written with. */
static double last_place(const char *path) {
    static const char *const money[] = {"kpi.revenue", "kpi.cost", "kpi.margin", "kpi.cost_parts."};
    if (strcmp(path, "kpi.teu_km") == 0) {
        return 0.1;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(money); i++) {
        if (g_str_has_prefix(path, money[i])) {
            return 0.01;
        }
    }
    return 1e-6;
}

static void try_leaf(const Summary *summary, json_t *holder, const char *key, size_t index,
                     const char *path) {
    json_t *leaf =
        json_is_array(holder) ? json_array_get(holder, index) : json_object_get(holder, key);
    try_value(summary, holder, key, index, path, EMPTIED,
              json_is_null(leaf) ? json_integer(1) : json_null());
    if (json_is_string(leaf)) {
        char *text = g_strconcat(json_string_value(leaf), "x", NULL);
        bool status = strcmp(path, "status") == 0;
        bool gap = strcmp(json_string_value(leaf), "gap") == 0;
        try_value(summary, holder, key, index, path, SWAPPED,
                  json_string(status ? (gap ? "optimal" : "gap") : text));
        if (status) {
            try_value(summary, holder, key, index, path, SWAPPED, json_string("limit"));
        }
        g_free(text);
    } else if (json_is_boolean(leaf)) {
        try_value(summary, holder, key, index, path, SWAPPED, json_boolean(!json_is_true(leaf)));
    } else if (json_is_integer(leaf)) {
        json_int_t value = json_integer_value(leaf);
        try_value(summary, holder, key, index, path, ENLARGED, json_integer(value * 3 / 2 + 1));
        try_value(summary, holder, key, index, path, NUDGED, json_integer(value + 1));
    } else if (json_is_real(leaf)) {
        double value = json_real_value(leaf), place = last_place(path);
        double enlarged = value == 0 ? 1 : value + 0.5 * fabs(value);
        if (is_within_tolerance(value, enlarged, place)) {
            within_tolerance++;
        } else {
            try_value(summary, holder, key, index, path, ENLARGED, json_real(enlarged));
        }
        try_value(summary, holder, key, index, path, NUDGED,
                  json_real(value + 2 * place + 5e-6 * fabs(value)));
    }
}

static void try_json(const Summary *summary, json_t *holder, const char *prefix) {
    size_t count = json_is_array(holder) ? json_array_size(holder) : json_object_size(holder);
    json_t *order = json_array();
    const char *key;
    json_t *member;
    json_object_foreach(holder, key, member) json_array_append_new(order, json_string(key));
    for (size_t i = 0; i < count; i++) {
        const char *name = json_string_value(json_array_get(order, i));
        char *path = name ? g_strdup_printf("%s%s%s", prefix, prefix[0] ? "." : "", name)
                          : g_strdup_printf("%s.N", prefix);
        if (name) {
            try_without(summary, holder, name, path);
        }
        json_t *at = name ? json_object_get(holder, name) : json_array_get(holder, i);
        if (json_is_object(at) || json_is_array(at)) {
            try_json(summary, at, path);
        } else {
            try_leaf(summary, holder, name, i, path);
        }
        g_free(path);
    }
    json_decref(order);
}

static void try_summary_json(Folder *folder) {
    Summary summary = {folder, json_loads(folder->text, 0, NULL)};
    try_json(&summary, summary.root, "");
    json_decref(summary.root);
}

/* ---- whole plans ---- */

static void try_without_file(const Folder *folder) {
    char *path = g_build_filename(folder->dir, folder->file, NULL);
    changes_made++;
    if (g_unlink(path) != 0 || verifies(folder)) {
        printf("not ok: %s without %s is not seen\n", folder->dir, folder->file);
        failures++;
    }
    put(folder, folder->text, strlen(folder->text));
    g_free(path);
}

static gint compare_names(gconstpointer a, gconstpointer b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *files_of(const char *dir) {
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    GDir *open = g_dir_open(dir, 0, NULL);
    for (const char *name = g_dir_read_name(open); name; name = g_dir_read_name(open)) {
        g_ptr_array_add(names, g_strdup(name));
    }
    g_dir_close(open);
    g_ptr_array_sort(names, compare_names);
    return names;
}

static void try_folder(Folder *folder) {
    GPtrArray *names = files_of(folder->dir);
    if (!verifies(folder)) {
        printf("not ok: the plan in %s is not in order to begin with\n", folder->dir);
        failures++;
    }
    for (guint i = 0; i < names->len && failures < 1000; i++) {
        char *path = g_build_filename(folder->dir, g_ptr_array_index(names, i), NULL);
        folder->file = g_ptr_array_index(names, i);
        if (!g_file_get_contents(path, &folder->text, NULL, NULL)) {
            exit(2);
        }
        try_without_file(folder);
        if (g_str_has_suffix(folder->file, ".csv")) {
            try_csv(folder);
        } else {
            try_summary_json(folder);
        }
        g_free(folder->text);
        g_free(path);
    }
    g_ptr_array_unref(names);
}

/** Plans a case.
 *  @param earlier  folder of the plan that it is rolled on from; NULL */
static bool plan(const char *banlie, const char *case_path, const char *dir, const char *earlier) {
    const char *command[] = {banlie,    "plan",    case_path, "-o",   dir,
                             "--force", "--quiet", "--gap",   "0.05", earlier ? "--commit" : NULL,
                             earlier,   NULL};
    int status = 0;
    return g_spawn_sync(NULL, (char **)(void *)command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL,
                        NULL, &status, NULL) &&
           g_spawn_check_wait_status(status, NULL);
}

static void remove_folder(const char *dir) {
    GPtrArray *names = files_of(dir);
    for (guint i = 0; i < names->len; i++) {
        char *path = g_build_filename(dir, g_ptr_array_index(names, i), NULL);
        (void)g_unlink(path);
        g_free(path);
    }
    (void)g_rmdir(dir);
    g_ptr_array_unref(names);
}

/** The case, rolled on from a plan of the one before it where there is such. */
static bool begin(Folder *folder, const char *banlie, const char *case_path, const char *earlier,
                  Findings *findings) {
    g_autofree char *beside = g_path_get_dirname(case_path);
    g_autofree char *first = g_build_filename(beside, "first.yaml", NULL);
    bool unreadable = false, rolls = g_file_test(first, G_FILE_TEST_EXISTS);
    const CommitmentOrder order = {.plan = earlier};
    if (rolls && !plan(banlie, first, earlier, NULL)) {
        return false;
    }
    folder->kase = case_read_committed(case_path, rolls ? &order : NULL, findings, &unreadable);
    return folder->kase && plan(banlie, case_path, folder->dir, rolls ? earlier : NULL);
}

static void try_case(const char *banlie, const char *case_path) {
    char *parent = g_dir_make_tmp("banlie-mutation-XXXXXX", NULL);
    char *earlier = g_build_filename(parent, "earlier", NULL);
    Findings *findings = findings_new();
    Folder folder = {.dir = g_build_filename(parent, "plan", NULL)};
    long before = changes_made;
    if (!begin(&folder, banlie, case_path, earlier, findings)) {
        findings_print(findings, LANG_EN, stderr);
        printf("not ok: %s cannot be planned\n", case_path);
        failures++;
    } else {
        try_folder(&folder);
        printf("# %s: %ld changes\n", case_path, changes_made - before);
        remove_folder(folder.dir);
    }
    if (g_file_test(earlier, G_FILE_TEST_EXISTS)) {
        remove_folder(earlier);
    }
    (void)g_rmdir(parent);
    case_free(folder.kase);
    findings_free(findings);
    g_free(folder.dir);
    g_free(earlier);
    g_free(parent);
}

/** What stands in the list has to be needed, or a change that is seen by now would go unnoticed
 * when it no longer is. */
static void check_list(void) {
    for (size_t i = 0; i < G_N_ELEMENTS(BLIND); i++) {
        if (used[i] == 0) {
            printf("not ok: %s %s is seen after all: take it off the list\n", BLIND[i].file,
                   BLIND[i].column ? BLIND[i].column : "rows");
            failures++;
        }
    }
}

int main(int argc, char **argv) {
    every = argc > 2 ? atol(argv[2]) : 0;
    if (every < 1) {
        fprintf(stderr, "usage: %s BANLIE EVERY CASE...\n", argv[0]);
        return 2;
    }
    for (int i = 3; i < argc; i++) {
        try_case(argv[1], argv[i]);
    }
    if (every == 1) {
        check_list();
    }
    printf("# %ld changes, %ld not seen as listed, %ld within the tolerance; %d failures\n",
           changes_made, blind_total, within_tolerance, failures);
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
