#include "tests/property/feature_count.h"

#include <glib.h>
#include <math.h>

FeatureCounts feature_counts_new(void) {
    FeatureCounts counts = {.cases = 0};
    counts.count = features_all(counts.features);
    return counts;
}

/** True where the compact model of the case is worth something else than `relaxation`. */
static bool differs(const Trial *trial, const RandomCase *kase, const Answer *relaxation) {
    const CaseTextOptions plain = {.money = 1};
    g_autofree char *text = case_text(kase, &plain);
    LoadedCase loaded;
    bool differs = false;
    if (loaded_case_read(&loaded, trial->folder, text)) {
        Answer other = compact_answer(loaded.formulation, false).relaxation;
        if (other.kind == ANSWER_FOUND && relaxation->kind == ANSWER_FOUND) {
            differs = fabs(other.value - relaxation->value) > value_tolerance(relaxation->value);
        } else {
            differs = other.kind == ANSWER_FOUND && relaxation->kind == ANSWER_INFEASIBLE;
        }
    }
    loaded_case_clear(&loaded);
    return differs;
}

void feature_counts_add(FeatureCounts *counts, const Trial *trial, const RandomCase *drawn,
                        const RandomCase *kase, const Answer *relaxation) {
    counts->cases++;
    for (int i = 0; i < counts->count; i++) {
        const Feature *feature = &counts->features[i];
        bool on = feature->is_in(kase);
        counts->drawn[i] += feature->is_in(drawn);
        counts->on[i] += on;
        if (on && feature->take_out != NULL && counts->binds[i] < FEATURE_BINDS_ENOUGH) {
            RandomCase without = *kase;
            feature->take_out(&without);
            counts->tried[i]++;
            counts->binds[i] += differs(trial, &without, relaxation);
        }
    }
}

bool feature_counts_print(const FeatureCounts *counts, bool demand) {
    bool enough = true;
    printf("  %-24s %6s   %s\n", "feature", "on in", "binds in");
    for (int i = 0; i < counts->count; i++) {
        const Feature *feature = &counts->features[i];
        bool rare = counts->drawn[i] < counts->cases / 10;
        bool idle = feature->take_out != NULL && counts->on[i] > 0 &&
                    counts->binds[i] < FEATURE_BINDS_ENOUGH;
        printf("  %-24s %6d", feature->name, counts->drawn[i]);
        if (counts->on[i] == 0) {
            printf("   is not planned yet");
        } else if (feature->take_out != NULL) {
            printf("   %3d of %d", counts->binds[i], counts->tried[i]);
        }
        printf("%s%s\n", demand && rare ? "   TOO RARE" : "", demand && idle ? "   TOO IDLE" : "");
        enough &= !rare && !idle;
    }
    return enough || !demand;
}
