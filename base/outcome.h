/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  How a piece of work ended, from one LP to a whole run: the one list that every room uses.
 *
 *  An outcome says how work ended and nothing else; what it found comes through pointers. A failure
 * is never a proof: OUTCOME_INFEASIBLE and OUTCOME_CUT_OFF are answered only where they are proven,
 * whatever else went wrong has its own name. */
#ifndef BANLIE_BASE_OUTCOME_H
#define BANLIE_BASE_OUTCOME_H

#include <stdbool.h>

typedef enum {
    OUTCOME_DONE,          /**< to the end, or as far as was asked */
    OUTCOME_INFEASIBLE,    /**< proven: nothing keeps what was asked */
    OUTCOME_CUT_OFF,       /**< proven: nothing here beats what is known already */
    OUTCOME_STOPPED,       /**< the clock, the user or a limit of the work ended it before */
    OUTCOME_NO_MEMORY,     /**< memory ran out */
    OUTCOME_SOLVER_FAILED, /**< the LP solver gave up, as a rule for numerical reasons */
    OUTCOME_UNREADABLE,    /**< a file could not be read */
    OUTCOME_UNWRITABLE,    /**< a file or folder could not be written */
    OUTCOME_FAULTY,        /**< the case is in error, its findings say where */
    OUTCOME_UNVERIFIED,    /**< the plan made failed verification: a bug */
    OUTCOME_MISUSED        /**< what was asked for is not there, such as a scenario */
} Outcome;

/** What it means, as a clause: `memory ran out`. */
const char *outcome_text(Outcome outcome);

/** True where the work went wrong: neither done, nor a proof, nor a stop that was asked for. */
static inline bool outcome_failed(Outcome outcome) {
    return outcome > OUTCOME_STOPPED;
}

/** Of work whose only failure is memory. */
static inline Outcome outcome_of_memory(bool ok) {
    return ok ? OUTCOME_DONE : OUTCOME_NO_MEMORY;
}

#endif
