/* Plans of random cases against the compact model and against themselves.
 *
 * Not a libcheck test: a seed that fails is printed and the rest go on, so that one run shows how
 * often and where.
 *
 * usage: random_plan_test [--seeds FIRST COUNT] [--print SEED] */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/property/plan_property.h"
#include "tests/property/variation.h"

enum { FIRST_SEED = 1, SEEDS = 300, VARIED = 5 /**< one seed in so many is also varied */ };

static const CaseTextOptions plain = {.money = 1};

/** True where the program takes the case as drawn. */
static bool can_be_read(const Trial *trial, const RandomCase *kase) {
    g_autofree char *text = case_text(kase, &plain);
    LoadedCase loaded;
    bool readable = loaded_case_read(&loaded, trial->folder, text);
    loaded_case_clear(&loaded);
    return readable;
}

/** Takes out what the program rightly refuses: a `must` that no train can carry, and a train given
 * by hand that a clock change keeps waiting longer than it may. */
static void make_readable(const Trial *trial, RandomCase *kase) {
    if (can_be_read(trial, kase)) {
        return;
    }
    trial->tally->mended++;
    for (int i = 0; i < kase->n_demand; i++) {
        kase->demand[i].must = false;
    }
    kase->has[FEATURE_MUST] = false;
    if (!can_be_read(trial, kase)) {
        kase->n_trains = 0;
        kase->has[FEATURE_HAND_TRAINS] = false;
    }
}

static void count_case(Tally *tally, const RandomCase *kase, const Problem *problem) {
    for (int i = 0; i < N_FEATURES; i++) {
        tally->features[i] += kase->has[i];
    }
    if (problem->n_trains > tally->most_trains) {
        tally->most_trains = problem->n_trains;
    }
}

static void run_seed(Tally *tally, const char *folder, uint64_t seed) {
    Trial trial = {.seed = seed, .folder = folder, .tally = tally};
    RandomCase kase = random_case(seed);
    make_readable(&trial, &kase);
    LoadedCase loaded;
    if (trial_load(&trial, &kase, &plain, &loaded)) {
        count_case(tally, &kase, loaded.problem);
        plan_property_check(&trial, &loaded);
    }
    loaded_case_clear(&loaded);
    if (seed % VARIED == 0 && !trial.failed) {
        variation_check(&trial, &kase);
    }
    *(trial.failed ? &tally->failed : &tally->passed) += 1;
}

/** How many plans may state a wider gap than was asked for: three in a hundred. */
static int short_of_gap_most(const Tally *tally) {
    return (tally->passed + tally->failed) * 3 / 100;
}

static void print_tally(const Tally *tally) {
    for (int i = 0; i < N_FEATURES; i++) {
        printf("  %-20s %4d\n", feature_name((Feature)i), tally->features[i]);
    }
    printf("%d infeasible (%d of them for whole trains and boxes alone), %d best left unrun, "
           "%d undecided, %d mended, %d variations, at most %d train candidates\n",
           tally->infeasible, tally->relaxation_alone, tally->without_trains, tally->undecided,
           tally->mended, tally->variations, tally->most_trains);
    printf("%d transfers in all plans\n", tally->transfers);
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

static int run_seeds(uint64_t first, uint64_t count) {
    g_autofree char *folder = g_dir_make_tmp("banlie-random-XXXXXX", NULL);
    if (folder == NULL) {
        fprintf(stderr, "random_plan_test: no temporary folder\n");
        return EXIT_FAILURE;
    }
    Tally tally = {0};
    for (uint64_t seed = first; seed < first + count; seed++) {
        run_seed(&tally, folder, seed);
    }
    print_tally(&tally);
    remove_folder(folder);
    return tally.failed == 0 && tally.short_of_gap <= short_of_gap_most(&tally) ? EXIT_SUCCESS
                                                                                : EXIT_FAILURE;
}

int main(int argc, char **argv) {
    uint64_t first = FIRST_SEED, count = SEEDS;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--print") == 0 && i + 1 < argc) {
            print_case(strtoull(argv[i + 1], NULL, 10));
            return EXIT_SUCCESS;
        }
        if (strcmp(argv[i], "--seeds") == 0 && i + 2 < argc) {
            first = strtoull(argv[i + 1], NULL, 10);
            count = strtoull(argv[i + 2], NULL, 10);
            i += 2;
        } else {
            fprintf(stderr, "usage: random_plan_test [--seeds FIRST COUNT] [--print SEED]\n");
            return 2;
        }
    }
    return run_seeds(first, count);
}
