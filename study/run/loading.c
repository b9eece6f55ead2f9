/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case from its files and its planning problem, with the findings of both. */
#include "study/run/loading.h"

#include "config/case_read.h"
#include "model/problem/problem_memory.h"
#include "model/problem_build.h"

Outcome loading_case(Loading *loading, const char *path, const CommitmentOrder *order) {
    bool unreadable = false;
    loading->findings = findings_new();
    loading->kase = case_read_committed(path, order, loading->findings, &unreadable);
    if (unreadable) {
        return OUTCOME_UNREADABLE;
    }
    return loading->kase == NULL || findings_errors(loading->findings) > 0 ? OUTCOME_FAULTY
                                                                           : OUTCOME_DONE;
}

Outcome loading_problem(Loading *loading) {
    loading->problem = problem_build(loading->kase, loading->findings);
    if (findings_errors(loading->findings) > 0) {
        return OUTCOME_FAULTY;
    }
    return outcome_of_memory(loading->problem != NULL);
}

Outcome loading_all(Loading *loading, const char *path, const CommitmentOrder *order) {
    const Outcome outcome = loading_case(loading, path, order);
    return outcome == OUTCOME_DONE ? loading_problem(loading) : outcome;
}

void loading_clear(Loading *loading) {
    if (loading->problem != NULL) {
        problem_free(loading->problem);
    }
    if (loading->kase != NULL) {
        case_free(loading->kase);
    }
    /* Last, because places in the case point to file names the findings own. */
    if (loading->findings != NULL) {
        findings_free(loading->findings);
    }
    *loading = (Loading){0};
}
