/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the case of a written plan once more, and compares digests. */
#include "study/why/plan_origin.h"

#include <string.h>

#include "config/plan_folder/plan_files.h"

static bool plan_has_file(const ComparedPlan *plan, const char *name) {
    g_autofree char *path = g_build_filename(plan->dir, name, NULL);
    return g_file_test(path, G_FILE_TEST_EXISTS);
}

/** What its summary says of the case; empty where an older version made it. */
static const char *plan_digest(const ComparedPlan *plan) {
    for (guint i = 0; i < plan->inputs->len; i++) {
        const ComparedInput *input = &g_array_index(plan->inputs, ComparedInput, i);
        if (strcmp(input->name, "digest") == 0) {
            return input->value;
        }
    }
    return "";
}

/** True where the case without any changes is in order: then it is the plan's that do not fit. */
static bool is_sound_alone(const LoadingOrder *order) {
    Loading loading = {0};
    const bool sound = loading_case(&loading, order) == OUTCOME_DONE;
    loading_clear(&loading);
    return sound;
}

static OriginFit fit_of(const ComparedPlan *plan, const Case *kase) {
    const char *digest = plan_digest(plan);
    if (digest[0] != '\0' && g_strcmp0(digest, kase->digest) != 0) {
        return ORIGIN_OTHER_CASE;
    }
    if (plan_has_file(plan, plan_file(TABLE_CHANGES)->name) != kase->commitments.given) {
        return kase->commitments.given ? ORIGIN_NOT_HELD : ORIGIN_HELD;
    }
    return ORIGIN_FITS;
}

Outcome plan_origin_load(const LoadingOrder *order, const ComparedPlan *plan, Loading *loading,
                         OriginFit *fit) {
    /* Named, so that a `#` in the folder's name does not end it. */
    g_autofree char *changes = g_strconcat(plan->dir, "/changes.yaml#changes", NULL);
    const char *const own[] = {changes, NULL};
    LoadingOrder changed = *order;
    *fit = ORIGIN_FITS;
    changed.scenarios = plan_has_file(plan, "changes.yaml") ? own : NULL;
    const Outcome outcome = loading_case(loading, &changed);
    if (outcome == OUTCOME_DONE) {
        *fit = fit_of(plan, loading->kase);
    } else if (outcome == OUTCOME_MISUSED ||
               (outcome == OUTCOME_FAULTY && changed.scenarios != NULL && is_sound_alone(order))) {
        *fit = ORIGIN_OTHER_CASE;
    }
    return *fit == ORIGIN_FITS ? outcome : OUTCOME_MISUSED;
}
