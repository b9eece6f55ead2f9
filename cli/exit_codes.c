/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the exit status says of an outcome. */
#include "cli/exit_codes.h"

ExitCode exit_code_of(Outcome outcome) {
    switch (outcome) {
    case OUTCOME_DONE:
        return EXIT_DONE;
    case OUTCOME_INFEASIBLE:
        return EXIT_INFEASIBLE;
    case OUTCOME_STOPPED:
        return EXIT_NO_PLAN;
    case OUTCOME_FAULTY:
        return EXIT_CASE;
    case OUTCOME_UNVERIFIED:
        return EXIT_UNVERIFIED;
    case OUTCOME_MISUSED:
        return EXIT_USAGE;
    case OUTCOME_UNREADABLE:
    case OUTCOME_UNWRITABLE:
        return EXIT_IO;
    case OUTCOME_CUT_OFF: /* the outcome of a part, never of a run */
    case OUTCOME_NO_MEMORY:
    case OUTCOME_SOLVER_FAILED:
        break;
    }
    return EXIT_INTERNAL;
}
