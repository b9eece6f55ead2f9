/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "study/run/loading.h"

#include <stdio.h>

ExitCode reading_case(Reading *reading, const char *path, const CommitmentOrder *order) {
    bool unreadable = false;
    reading->findings = findings_new();
    reading->kase = case_read_committed(path, order, reading->findings, &unreadable);
    if (unreadable) {
        return EXIT_IO;
    }
    return reading->kase == NULL || findings_errors(reading->findings) > 0 ? EXIT_CASE : EXIT_DONE;
}

ExitCode reading_problem(Reading *reading) {
    reading->problem = problem_build(reading->kase, reading->findings);
    if (findings_errors(reading->findings) > 0) {
        return EXIT_CASE;
    }
    if (reading->problem == NULL) {
        fputs("banlie: memory ran out while the planning problem was built\n", stderr);
        return EXIT_INTERNAL;
    }
    return EXIT_DONE;
}

void reading_free(Reading *reading) {
    if (reading->problem != NULL) {
        problem_free(reading->problem);
    }
    if (reading->kase != NULL) {
        case_free(reading->kase);
    }
    /* Last, because places in the case point to file names the findings own. */
    if (reading->findings != NULL) {
        findings_free(reading->findings);
    }
    *reading = (Reading){0};
}
