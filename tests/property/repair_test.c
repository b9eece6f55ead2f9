/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Repairs of random cases that have no plan: with them there is one, and none could be left out.
 *
 * usage: repair_test [FIRST COUNT]
 *
 * Both are asked of the compact model, solved by GLPK alone, of the case with the repairs made; so
 * is whether the rules that are named clash. */
#include <glib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>

#include "export/words/repair_words.h"
#include "model/formulation_build.h"
#include "solver/conflict/conflict.h"
#include "tests/property/compact_answer.h"
#include "tests/property/trial.h"

enum { FIRST_SEED = 1, SEEDS = 200, MAX_CANDIDATES = 24, SECONDS = 60, TIGHT_LIFTS = 2 };

/** What the cases were, over all seeds. */
typedef struct {
    int feasible, refused, large, undecided, unrepaired, failed;
    int repaired; /**< cases */
    int parts;    /**< repairs of all of them */
} Counts;

static AnswerKind whole_answer(RuledCase *ruled) {
    Formulation *formulation = formulation_new(ruled->problem, &AIM_MARGIN);
    CompactAnswer answer = compact_answer(formulation, true);
    formulation_free(formulation);
    ruled_case_free(ruled);
    return answer.whole.kind;
}

/** The whole case with all repairs but one (NONE: with all). */
static AnswerKind with_repairs(const Conflict *conflict, int left_out) {
    Change *changes = g_new0(Change, (gsize)conflict->repairs.count + 1);
    int count = 0;
    for (int i = 0; i < conflict->repairs.count; i++) {
        if (i != left_out) {
            changes[count++] = conflict->repairs.items[i].change;
        }
    }
    AnswerKind kind = whole_answer(ruled_case_new(&conflict->rules, NULL, changes, count));
    g_free(changes);
    return kind;
}

static AnswerKind members_alone(const Conflict *conflict) {
    bool *on = g_new0(bool, (gsize)conflict->rules.count + 1);
    for (int i = 0; i < conflict->n_members; i++) {
        on[conflict->members[i]] = true;
    }
    AnswerKind kind = whole_answer(ruled_case_new(&conflict->rules, on, NULL, 0));
    g_free(on);
    return kind;
}

static void check_repairs(Trial *trial, Counts *counts, const Conflict *conflict) {
    counts->repaired++;
    counts->parts += conflict->repairs.count;
    if (with_repairs(conflict, NONE) == ANSWER_INFEASIBLE) {
        trial_fail(trial, "no plan with the repairs");
    }
    for (int i = 0; i < conflict->repairs.count; i++) {
        if (with_repairs(conflict, i) == ANSWER_FOUND) {
            g_autofree char *text =
                repair_words(LANG_EN, &conflict->rules, &conflict->repairs.items[i]);
            trial_fail(trial, "a plan without '%s'", text);
        }
    }
}

static void check_conflict(Trial *trial, Counts *counts, const Case *kase) {
    ConflictOptions options = {.time_limit_s = SECONDS};
    Conflict *conflict = conflict_find(kase, &options);
    if (conflict == NULL || conflict->n_members == 0) {
        trial_fail(trial, "no rule is named");
    } else {
        if (members_alone(conflict) == ANSWER_FOUND) {
            trial_fail(trial, "the rules that are named hold together");
        }
        if (conflict->repaired) {
            check_repairs(trial, counts, conflict);
        }
        counts->unrepaired += !conflict->repaired;
    }
    conflict_free(conflict);
}

/** Scarcer than drawn, so that other rules than `must` clash too. */
static void tighten(RandomCase *kase, uint64_t seed) {
    for (int i = 0; i < kase->n_demand && seed % 3 != 0; i++) {
        kase->demand[i].must &= kase->demand[i].due_h - kase->demand[i].ready_h > 240;
    }
    for (int i = 0; i < kase->n_lines && seed % 2 == 0; i++) {
        kase->lines[i].min_trains = kase->lines[i].by_hand ? ABSENT : 2;
        kase->lines[i].max_trains = ABSENT;
    }
    for (int i = 0; i < kase->n_stations && seed % 5 == 0; i++) {
        kase->stations[i].lifts_per_day = TIGHT_LIFTS;
    }
}

static void run_seed(const char *folder, uint64_t seed, Counts *counts) {
    Tally tally = {0};
    Trial trial = {.seed = seed, .folder = folder, .tally = &tally};
    RandomCase kase = random_case(seed);
    const CaseTextOptions plain = {.money = 1};
    tighten(&kase, seed);
    g_autofree char *text = case_text(&kase, &plain);
    LoadedCase loaded;
    if (!loaded_case_read(&loaded, folder, text)) {
        counts->refused++;
    } else if (loaded.problem->n_trains > MAX_CANDIDATES) {
        counts->large++;
    } else {
        AnswerKind kind = compact_answer(loaded.formulation, true).whole.kind;
        counts->feasible += kind == ANSWER_FOUND;
        counts->undecided += kind == ANSWER_LIMIT || kind == ANSWER_FAILED;
        if (kind == ANSWER_INFEASIBLE) {
            check_conflict(&trial, counts, loaded.kase);
        }
    }
    loaded_case_clear(&loaded);
    counts->failed += trial.failed;
}

int main(int argc, char **argv) {
    uint64_t first = argc == 3 ? strtoull(argv[1], NULL, 10) : FIRST_SEED;
    uint64_t count = argc == 3 ? strtoull(argv[2], NULL, 10) : SEEDS;
    g_autofree char *folder = g_dir_make_tmp("banlie-repair-XXXXXX", NULL);
    Counts counts = {0};
    if (folder == NULL) {
        fprintf(stderr, "repair_test: no temporary folder\n");
        return EXIT_FAILURE;
    }
    for (uint64_t seed = first; seed < first + count; seed++) {
        run_seed(folder, seed, &counts);
    }
    g_autofree char *path = g_build_filename(folder, "case.yaml", NULL);
    g_remove(path);
    g_rmdir(folder);
    printf("%d repaired by %d repairs, %d not repaired; %d feasible, %d refused, %d too large, "
           "%d undecided; %d failed\n",
           counts.repaired, counts.parts, counts.unrepaired, counts.feasible, counts.refused,
           counts.large, counts.undecided, counts.failed);
    bool enough = counts.repaired >= (int)count / 4;
    return enough && counts.failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
