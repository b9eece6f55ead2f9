/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From parameters to a folder: the case is drawn step by step, then each of its files is written.
 */
#include "study/generate/generate.h"

#include <errno.h>
#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "base/atomic_dir.h"
#include "study/generate/case_files.h"
#include "study/generate/case_text.h"
#include "study/generate/national_bookings.h"
#include "study/generate/national_timetable.h"
#include "study/generate/operator_bookings.h"
#include "study/generate/operator_network.h"
#include "study/generate/operator_rules.h"
#include "study/generate/operator_timetable.h"
#include "study/generate/parameter_text.h"

enum { ERROR_SIZE = 512 };

static const char CASE_FILE[] = "case.yaml";

/* What the first line of a case begins with: a folder with such a one may be replaced. */
static const char MARK[] = "# made by banlie generate";

static bool has_tiers(const DrawnCase *drawn) {
    for (int i = 0; i < drawn->n_bookings; i++) {
        if (drawn->bookings[i].cheap_boxes > 0) {
            return true;
        }
    }
    return false;
}

static bool has_resources(const DrawnCase *drawn) {
    return parameters_has(drawn->parameters, FEATURE_FEEDERS) ||
           parameters_has(drawn->parameters, FEATURE_EQUIPMENT) ||
           parameters_has(drawn->parameters, FEATURE_RAKES);
}

/** A file of the case, beside case.yaml. */
typedef struct {
    const char *name;
    void (*write)(const DrawnCase *drawn, OutFile *out);
    bool (*wanted)(const DrawnCase *drawn); /**< NULL: always */
} CaseFile;

static const CaseFile OPERATOR_FILES[] = {
    {"network.yaml", operator_network_write, NULL},
    {"slots.yaml", slots_write, NULL},
    {"lines.yaml", operator_lines_write, NULL},
    {"resources.yaml", operator_resources_write, has_resources},
    {"sales_abroad.yaml", tiers_write, has_tiers},
    {"bookings.csv", bookings_write, NULL},
    {0},
};

static const CaseFile NATIONAL_FILES[] = {
    {"network.yaml", national_network_write, NULL},
    {"slots.yaml", slots_write, NULL},
    {"lines.yaml", national_lines_write, NULL},
    {"bookings.csv", bookings_write, NULL},
    {0},
};

static const char *const FILE_NAMES[] = {
    CASE_FILE,        "network.yaml",      "slots.yaml",   "lines.yaml",
    "resources.yaml", "sales_abroad.yaml", "bookings.csv", NULL,
};

/** Whether a file begins with our mark. */
static bool is_made_up(const char *path) {
    char begin[sizeof MARK] = "";
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        return false;
    }
    const size_t length = fread(begin, 1, sizeof MARK - 1, file);
    const int cause = ferror(file) ? EIO : 0;
    (void)fclose(file);
    errno = cause;
    return cause == 0 && length == sizeof MARK - 1 && memcmp(begin, MARK, length) == 0;
}

static const FolderKind CASE_FOLDER = {
    .names = FILE_NAMES, .is_marker = is_made_up, .noun = "generated case", .where = ""};

/* ---- drawing ---- */

typedef Outcome DrawStep(DrawnCase *drawn);

static Outcome draw_rules(DrawnCase *drawn) {
    operator_rules_draw(drawn);
    return OUTCOME_DONE;
}

static DrawStep *const OPERATOR_STEPS[] = {operator_network_draw, operator_timetable_draw,
                                           operator_bookings_draw, draw_rules, NULL};

/* Bookings are made for the week's trains, not for others that there are to choose from. */
static DrawStep *const NATIONAL_STEPS[] = {national_timetable_draw, national_bookings_draw,
                                           national_candidates_draw, NULL};

/** How a kind of case is made. */
typedef struct {
    DrawStep *const *steps; /**< ended by NULL */
    const CaseFile *files;  /**< ended by an empty one */
    const char *en, *zh;    /**< its name */
    const char *currency;
} KindPlan;

static const KindPlan KINDS[N_GENERATE_KINDS] = {
    [GENERATE_OPERATOR] = {OPERATOR_STEPS, OPERATOR_FILES, "Operator's weeks made up",
                           "虚拟平台周计划", "CNY"},
    [GENERATE_NATIONAL] = {NATIONAL_STEPS, NATIONAL_FILES, "National network made up",
                           "虚拟全国网络", "USD"},
};

static const KindPlan *kind_of(const DrawnCase *drawn) {
    return &KINDS[drawn->parameters->kind];
}

static Outcome draw_all(DrawnCase *drawn) {
    Outcome outcome = OUTCOME_DONE;
    for (DrawStep *const *step = kind_of(drawn)->steps; *step != NULL && outcome == OUTCOME_DONE;
         step++) {
        outcome = (*step)(drawn);
    }
    return outcome;
}

/* ---- writing ---- */

static void put_includes(const DrawnCase *drawn, OutFile *out) {
    bool any = false;
    for (const CaseFile *file = kind_of(drawn)->files; file->name != NULL; file++) {
        if (g_str_has_suffix(file->name, ".yaml") &&
            (file->wanted == NULL || file->wanted(drawn))) {
            out_file_print(out, "%s%s", any ? ", " : "", file->name);
            any = true;
        }
    }
}

static void write_case_file(const DrawnCase *drawn, const char *version, OutFile *out) {
    const KindPlan *kind = kind_of(drawn);
    const int64_t seed = drawn->parameters->values[PARAMETER_SEED];
    g_autofree char *text = parameters_text(drawn->parameters);
    out_file_print(out, "%s %s (version %s)\n", MARK, text, version);
    out_file_print(out, "# Stations are real, all else is made up: trains, bookings, prices.\n");
    out_file_print(out,
                   "banlie: 1\nname: {en: %s (seed %" G_GINT64_FORMAT
                   "), zh: %s（种子 %" G_GINT64_FORMAT "）}\ncurrency: %s\n",
                   kind->en, seed, kind->zh, seed, kind->currency);
    out_file_print(out, "horizon: {start: ");
    put_date(out, (Date)drawn->parameters->values[PARAMETER_START]);
    out_file_print(out, ", weeks: %d, zone: Asia/Shanghai, tail: 40d}\ninclude: [",
                   parameters_get(drawn->parameters, PARAMETER_WEEKS));
    put_includes(drawn, out);
    out_file_print(out, "]\ndemand: {csv: bookings.csv}\n");
}

/** Closes a file; what was refused is kept. */
static Outcome close_file(OutFile *out, const char *name, const GenerateOrder *order,
                          Generated *generated) {
    const int cause = out_file_close(out);
    if (cause == 0) {
        return OUTCOME_DONE;
    }
    generated->error = g_strdup_printf(
        folder_said(&(FolderKind){.say = order->say}, "%s: %s cannot be written: %s"), order->dir,
        name, g_strerror(cause));
    return OUTCOME_UNWRITABLE;
}

static Outcome write_files(const DrawnCase *drawn, const GenerateOrder *order, const char *folder,
                           Generated *generated) {
    OutFile out = out_file_open(folder, CASE_FILE);
    write_case_file(drawn, order->version, &out);
    Outcome outcome = close_file(&out, CASE_FILE, order, generated);
    for (const CaseFile *file = kind_of(drawn)->files;
         file->name != NULL && outcome == OUTCOME_DONE; file++) {
        if (file->wanted == NULL || file->wanted(drawn)) {
            out = out_file_open(folder, file->name);
            file->write(drawn, &out);
            outcome = close_file(&out, file->name, order, generated);
        }
    }
    return outcome;
}

static Outcome put_folder_of(const DrawnCase *drawn, const GenerateOrder *order,
                             Generated *generated) {
    char error[ERROR_SIZE] = "";
    AtomicDir *dir = NULL;
    FolderKind kind = CASE_FOLDER; /* until the folder is there, or is not */
    kind.say = order->say;
    if (atomic_dir_begin(order->dir, &kind, order->replace, &dir, error, sizeof error) !=
        ATOMIC_DIR_OK) {
        generated->error = g_strdup(error);
        return OUTCOME_UNWRITABLE;
    }
    const Outcome outcome = write_files(drawn, order, atomic_dir_temporary(dir), generated);
    if (outcome != OUTCOME_DONE) {
        atomic_dir_abandon(dir);
        return outcome;
    }
    if (atomic_dir_commit(dir, error, sizeof error) != ATOMIC_DIR_OK) {
        generated->error = g_strdup(error);
        return OUTCOME_UNWRITABLE;
    }
    return OUTCOME_DONE;
}

Outcome generate_case(const GenerateOrder *order, Generated *generated) {
    *generated = (Generated){0};
    DrawnCase drawn = {.parameters = &order->parameters};
    Outcome outcome = draw_all(&drawn);
    if (outcome == OUTCOME_DONE) {
        outcome = put_folder_of(&drawn, order, generated);
    }
    generated->bookings = drawn.n_bookings;
    generated->lines = drawn.n_lines;
    generated->trains = drawn.n_journeys;
    drawn_case_clear(&drawn);
    return outcome;
}

void generated_clear(Generated *generated) {
    g_free(generated->error);
    *generated = (Generated){0};
}
