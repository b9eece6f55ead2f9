/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/feature_count.h"

#include <glib.h>
#include <math.h>
#include <stdio.h>

FeatureCounts feature_counts_new(void) {
    FeatureCounts counts = {.cases = 0};
    counts.count = features_all(counts.features);
    return counts;
}

static bool differs(const Answer *a, const Answer *b) {
    if (a->kind == ANSWER_FOUND && b->kind == ANSWER_FOUND) {
        return fabs(a->value - b->value) > value_tolerance(a->value);
    }
    return (a->kind == ANSWER_FOUND && b->kind == ANSWER_INFEASIBLE) ||
           (a->kind == ANSWER_INFEASIBLE && b->kind == ANSWER_FOUND);
}

/** True where the compact model of the case is worth something else without the feature. */
static bool binds(const Trial *trial, const Feature *feature, const RandomCase *kase,
                  const CompactAnswer *answer) {
    const CaseTextOptions plain = {.money = 1};
    RandomCase without = *kase;
    feature->take_out(&without);
    g_autofree char *text = case_text(&without, &plain);
    LoadedCase loaded;
    bool result = false;
    if (loaded_case_read(&loaded, trial->folder, text)) {
        CompactAnswer other = compact_answer(loaded.formulation, feature->whole);
        result = feature->whole ? differs(&other.whole, &answer->whole)
                                : differs(&other.relaxation, &answer->relaxation);
    }
    loaded_case_clear(&loaded);
    return result;
}

void feature_counts_add(FeatureCounts *counts, const Trial *trial, const RandomCase *kase,
                        const CompactAnswer *answer) {
    counts->cases++;
    for (int i = 0; i < counts->count; i++) {
        const Feature *feature = &counts->features[i];
        bool on = feature->is_in(kase);
        counts->on[i] += on;
        if (on && feature->take_out != NULL && counts->binds[i] < FEATURE_BINDS_ENOUGH) {
            counts->tried[i]++;
            counts->binds[i] += binds(trial, feature, kase, answer);
        }
    }
}

bool feature_counts_print(const FeatureCounts *counts, bool demand) {
    bool enough = true;
    printf("  %-24s %6s   %s\n", "feature", "on in", "binds in");
    for (int i = 0; i < counts->count; i++) {
        const Feature *feature = &counts->features[i];
        bool rare = counts->on[i] < counts->cases / 10;
        bool idle = feature->take_out != NULL && counts->binds[i] < FEATURE_BINDS_ENOUGH;
        printf("  %-24s %6d", feature->name, counts->on[i]);
        if (feature->take_out != NULL) {
            printf("   %3d of %d", counts->binds[i], counts->tried[i]);
        }
        printf("%s%s\n", demand && rare ? "   TOO RARE" : "", demand && idle ? "   TOO IDLE" : "");
        enough &= !rare && !idle;
    }
    return enough || !demand;
}
