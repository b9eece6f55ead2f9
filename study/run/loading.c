/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case from its files and its planning problem, with the findings of both. */
#include "study/run/loading.h"

#include "model/problem/problem_memory.h"
#include "model/problem_build.h"

/** The outcome of looking for a scenario. */
static Outcome outcome_of_scenario(ScenarioFound found) {
    switch (found) {
    case SCENARIO_FOUND:
        return OUTCOME_DONE;
    case SCENARIO_UNKNOWN:
        return OUTCOME_MISUSED;
    case SCENARIO_FAULTY:
        return OUTCOME_FAULTY;
    case SCENARIO_UNREADABLE:
        break;
    }
    return OUTCOME_UNREADABLE;
}

/** Finds the scenarios, and the changes after them. @return what came of the first that was not
 * found */
static Outcome find_changes(const Loading *loading, const CaseSource *source,
                            const LoadingOrder *order) {
    const char *const *names = order->scenarios;
    const MoreChanges *more = order->more;
    Outcome outcome = OUTCOME_DONE;
    for (int i = 0; names != NULL && names[i] != NULL; i++) {
        const ScenarioFound found =
            case_source_scenario(source, names[i], loading->changes, loading->findings);
        outcome = outcome == OUTCOME_DONE ? outcome_of_scenario(found) : outcome;
    }
    if (outcome == OUTCOME_DONE && more != NULL) {
        outcome = outcome_of_scenario(
            more->append(source, loading->changes, loading->findings, more->user));
    }
    return outcome;
}

Outcome loading_case(Loading *loading, const LoadingOrder *order) {
    bool unreadable = false;
    loading->findings = findings_new();
    loading->changes = change_list_new();
    loading->notes = change_notes_new();
    const CaseSource *source = order->source;
    if (source == NULL) {
        source = loading->source = case_source_read(order->path, loading->findings, &unreadable);
    }
    const Outcome found = unreadable ? OUTCOME_UNREADABLE : find_changes(loading, source, order);
    if (found == OUTCOME_MISUSED || (found == OUTCOME_UNREADABLE && !unreadable)) {
        return found;
    }
    loading->kase = case_source_make(source, loading->changes, order->commitment, loading->notes,
                                     loading->findings);
    if (unreadable) {
        return OUTCOME_UNREADABLE;
    }
    return loading->kase == NULL || findings_errors(loading->findings) > 0 ? OUTCOME_FAULTY
                                                                           : OUTCOME_DONE;
}

/** Notes which trains each closure cancels. */
static void note_cancelled(const Problem *problem, ChangeNotes *notes) {
    for (int i = 0; i < problem->n_cancelled; i++) {
        const CancelledTrain *train = &problem->cancelled[i];
        for (int k = 0; k < train->n_changes; k++) {
            const ChangeNote *note = change_notes_get(notes, train->changes[k] - 1);
            g_ptr_array_add(note->cancelled, g_strdup(train->base_name));
        }
    }
}

Outcome loading_problem(Loading *loading) {
    loading->problem = problem_build(loading->kase, loading->findings);
    if (loading->problem != NULL) {
        note_cancelled(loading->problem, loading->notes);
    }
    if (findings_errors(loading->findings) > 0) {
        return OUTCOME_FAULTY;
    }
    return outcome_of_memory(loading->problem != NULL);
}

Outcome loading_all(Loading *loading, const LoadingOrder *order) {
    const Outcome outcome = loading_case(loading, order);
    return outcome == OUTCOME_DONE ? loading_problem(loading) : outcome;
}

void loading_clear(Loading *loading) {
    if (loading->problem != NULL) {
        problem_free(loading->problem);
    }
    if (loading->kase != NULL) {
        case_free(loading->kase);
    }
    change_list_free(loading->changes);
    change_notes_free(loading->notes);
    case_source_free(loading->source);
    /* Last, because places in the case point to file names the findings own. */
    if (loading->findings != NULL) {
        findings_free(loading->findings);
    }
    *loading = (Loading){0};
}
