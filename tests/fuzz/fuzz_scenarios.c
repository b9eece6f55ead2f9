/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Fuzz target: a file of scenarios, the one in it or that named `x`, laid over a sound case. Where
 * a case comes of it, the changes as a plan's folder keeps them come to the same. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "config/case_read.h"
#include "export/words/change_words.h"
#include "export/words/findings/finding_words.h"
#include "model/problem/problem.h"
#include "model/problem/problem_memory.h"
#include "model/problem_build.h"
#include "tests/fuzz/fuzz.h"

static const CaseSource *sound_source(void) {
    static const CaseSource *source;
    static Findings *findings; /* kept: places in the source point to names in them */
    bool unreadable;
    if (findings == NULL) {
        findings = findings_new();
        source = case_source_read(FUZZ_PLAN "/case.yaml", findings, &unreadable);
    }
    return source;
}

/** What changes in a file come to. */
typedef struct {
    Findings *findings;
    ChangeList *list;
    ChangeNotes *notes;
    Case *kase; /**< NULL: none */
} Laid;

static Laid lay(const char *path) {
    const CaseSource *source = sound_source();
    Laid laid = {findings_new(), change_list_new(), change_notes_new(), NULL};
    ScenarioFound found = case_source_scenario(source, path, laid.list, laid.findings);
    if (found == SCENARIO_UNKNOWN) {
        g_autofree char *named = g_strconcat(path, "#x", NULL);
        found = case_source_scenario(source, named, laid.list, laid.findings);
    }
    if (found == SCENARIO_FOUND) {
        laid.kase = case_source_make(source, laid.list, NULL, laid.notes, laid.findings);
    }
    return laid;
}

static void laid_end(Laid *laid) {
    case_free(laid->kase);
    change_notes_free(laid->notes);
    change_list_free(laid->list);
    findings_free(laid->findings);
}

/** Says to nowhere what there is to say. */
static void say_all(const Laid *laid) {
    FILE *nowhere = fopen("/dev/null", "w");
    for (Lang lang = LANG_EN; lang < N_LANGS && nowhere != NULL; lang++) {
        findings_print(laid->findings, lang, nowhere);
        for (int i = 0; laid->kase != NULL && i < change_notes_count(laid->notes); i++) {
            g_autofree char *words = change_words(lang, change_notes_get(laid->notes, i));
            fputs(words, nowhere);
        }
    }
    if (nowhere != NULL) {
        fclose(nowhere);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static char *path, *kept;
    path = path == NULL ? fuzz_path("scenarios.yaml") : path;
    kept = kept == NULL ? fuzz_path("changes.yaml") : kept;
    fuzz_write(path, data, size);
    Laid laid = lay(path);
    if (laid.kase != NULL) {
        problem_free(problem_build(laid.kase, laid.findings));
    }
    say_all(&laid);
    if (laid.kase != NULL && laid.kase->changes != NULL) {
        fuzz_write(kept, laid.kase->changes, strlen(laid.kase->changes));
        Laid again = lay(kept);
        if (again.kase == NULL || strcmp(again.kase->digest, laid.kase->digest) != 0) {
            abort();
        }
        laid_end(&again);
    }
    laid_end(&laid);
    return 0;
}
