/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans of random cases against the compact model and against themselves.
 *
 * Not a libcheck test: a seed that fails is printed and the rest go on, so that one run shows how
 * often and where.
 *
 * usage: random_plan_test [--seeds FIRST COUNT] [--thorough] [--banlie PATH] [--print SEED]
 *
 * --thorough also demands that every feature of the format is in one case of ten, binds in ten, and
 * that every relation was checked in ten. */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "export/words/findings/finding_words.h"
#include "tests/property/feature_count.h"
#include "tests/property/plan_property.h"
#include "tests/property/relation.h"
#include "tests/property/second_solver.h"

enum { FIRST_SEED = 1, SEEDS = 100, RELATION_CASES = 10 };

static const CaseTextOptions plain = {.money = 1};

/** What all seeds have in common. */
typedef struct {
    const char *folder;
    uint64_t first, count;
    bool thorough;
    const char *banlie;
    SecondSolver second_solver;
    Tally tally;
    FeatureCounts features;
} Session;

/** True where the program takes the case as drawn. */
/** True where some booking must travel that no train can carry. */
static bool has_stranded_must(const Findings *findings) {
    for (int i = 0; i < findings_count(findings); i++) {
        g_autofree char *text = finding_words(LANG_EN, findings_get(findings, i)->phrase);
        if (strstr(text, "must travel, but cannot") != NULL) {
            return true;
        }
    }
    return false;
}

typedef struct {
    bool readable, stranded;
} Reading;

static Reading reading_of(const Trial *trial, const RandomCase *kase) {
    g_autofree char *text = case_text(kase, &plain);
    LoadedCase loaded;
    Reading reading = {.readable = loaded_case_read(&loaded, trial->folder, text)};
    reading.stranded = has_stranded_must(loaded.findings);
    loaded_case_clear(&loaded);
    return reading;
}

/** Takes out what the program rightly refuses: a regular train that a week lacks, and one given by
 * hand that a clock change keeps waiting longer than it may. Of four cases that a `must` without
 * any train leaves without a plan, three are mended too, or most would be of that kind. */
static void make_readable(const Trial *trial, RandomCase *kase) {
    Reading reading = reading_of(trial, kase);
    if (reading.readable && (!reading.stranded || trial->seed % 4 == 0)) {
        return;
    }
    trial->tally->mended++;
    for (int i = 0; i < kase->n_demand && reading.stranded; i++) {
        kase->demand[i].must = false;
    }
    if (!reading.readable) {
        kase->n_trains = 0;
        for (int i = 0; i < kase->n_lines; i++) {
            kase->lines[i].by_hand = false;
        }
    }
}

static void run_seed(Session *session, uint64_t seed) {
    Tally *tally = &session->tally;
    Trial trial = {.seed = seed, .folder = session->folder, .tally = tally};
    RandomCase kase = random_case(seed);
    make_readable(&trial, &kase);
    LoadedCase loaded;
    if (trial_load(&trial, &kase, &plain, &loaded)) {
        if (loaded.problem->n_trains > tally->most_trains) {
            tally->most_trains = loaded.problem->n_trains;
        }
        CompactAnswer answer = plan_property_check(&trial, &loaded);
        second_solver_check(&trial, &session->second_solver, &loaded, &answer.relaxation);
        feature_counts_add(&session->features, &trial, &kase, &answer);
    }
    loaded_case_clear(&loaded);
    if (!trial.failed) {
        relations_check(&trial, &kase);
    }
    *(trial.failed ? &tally->failed : &tally->passed) += 1;
}

/** How many plans may state a wider gap than was asked for: three in a hundred. */
static int short_of_gap_most(const Tally *tally) {
    return (tally->passed + tally->failed) * 3 / 100;
}

/** @return false where a relation was checked too seldom, and that is demanded */
static bool print_relations(const Session *session) {
    Relation relations[MAX_RELATIONS];
    int count = relations_all(relations);
    bool enough = true;
    printf("  %-30s %s\n", "relation", "checked in");
    for (int i = 0; i < count; i++) {
        int checked = session->tally.relations[i];
        bool rare = checked < RELATION_CASES;
        printf("  %-30s %6d%s\n", relations[i].name, checked,
               session->thorough && rare ? "   TOO RARE" : "");
        enough &= !rare;
    }
    return enough || !session->thorough;
}

static void print_tally(const Tally *tally) {
    printf("%d infeasible (%d of them for whole trains and boxes alone), %d best left unrun, "
           "%d undecided, %d mended, %d variations, at most %d train candidates\n",
           tally->infeasible, tally->relaxation_alone, tally->without_trains, tally->undecided,
           tally->mended, tally->variations, tally->most_trains);
    printf("%d transfers in all plans, %d relaxations checked by cbc\n", tally->transfers,
           tally->second_solver);
    printf("%d plans stop short of the asked gap, of which at most %d may\n", tally->short_of_gap,
           short_of_gap_most(tally));
    printf("%d passed, %d failed\n", tally->passed, tally->failed);
}

static void remove_folder(const char *folder) {
    g_autofree char *path = g_build_filename(folder, "case.yaml", NULL);
    g_remove(path);
    g_rmdir(folder);
}

static void print_case(uint64_t seed) {
    RandomCase kase = random_case(seed);
    g_autofree char *text = case_text(&kase, &plain);
    fputs(text, stdout);
}

static int run_seeds(Session *session) {
    g_autofree char *folder = g_dir_make_tmp("banlie-random-XXXXXX", NULL);
    if (folder == NULL) {
        fprintf(stderr, "random_plan_test: no temporary folder\n");
        return EXIT_FAILURE;
    }
    session->folder = folder;
    session->second_solver = second_solver_find(session->banlie);
    session->features = feature_counts_new();
    for (uint64_t i = 0; i < session->count; i++) {
        run_seed(session, session->first + i);
    }
    const Tally *tally = &session->tally;
    bool ok = feature_counts_print(&session->features, session->thorough);
    ok = print_relations(session) && ok;
    print_tally(tally);
    remove_folder(folder);
    return ok && tally->failed == 0 && tally->short_of_gap <= short_of_gap_most(tally)
               ? EXIT_SUCCESS
               : EXIT_FAILURE;
}

int main(int argc, char **argv) {
    Session session = {.first = FIRST_SEED, .count = SEEDS};
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--print") == 0 && i + 1 < argc) {
            print_case(strtoull(argv[i + 1], NULL, 10));
            return EXIT_SUCCESS;
        }
        if (strcmp(argv[i], "--seeds") == 0 && i + 2 < argc) {
            session.first = strtoull(argv[i + 1], NULL, 10);
            session.count = strtoull(argv[i + 2], NULL, 10);
            i += 2;
        } else if (strcmp(argv[i], "--banlie") == 0 && i + 1 < argc) {
            session.banlie = argv[++i];
        } else if (strcmp(argv[i], "--thorough") == 0) {
            session.thorough = true;
        } else {
            fprintf(stderr, "usage: random_plan_test [--seeds FIRST COUNT] [--thorough] "
                            "[--banlie PATH] [--print SEED]\n");
            return 2;
        }
    }
    return run_seeds(&session);
}
