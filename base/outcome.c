/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How work ends, in words. */
#include "base/outcome.h"

const char *outcome_text(Outcome outcome) {
    switch (outcome) {
    case OUTCOME_DONE:
        return "done";
    case OUTCOME_INFEASIBLE:
        return "no plan keeps all rules";
    case OUTCOME_CUT_OFF:
        return "nothing better exists";
    case OUTCOME_STOPPED:
        return "a limit was hit";
    case OUTCOME_NO_MEMORY:
        return "memory ran out";
    case OUTCOME_SOLVER_FAILED:
        return "the LP solver gave up for numerical reasons";
    case OUTCOME_UNREADABLE:
        return "a file could not be read";
    case OUTCOME_UNWRITABLE:
        return "a file could not be written";
    case OUTCOME_FAULTY:
        return "the case is in error";
    case OUTCOME_UNVERIFIED:
        return "the plan failed verification";
    case OUTCOME_MISUSED:
        return "what was asked for is not there";
    }
    return "unknown";
}
