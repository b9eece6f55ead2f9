/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digests decide: what a row was made from is in them, and nothing else. */
#include "study/sweep/resume.h"

#include <string.h>

/** True for what another try might better. */
static bool is_worth_a_try(RowStatus status) {
    return status == ROW_CRASHED || status == ROW_NO_PLAN || status == ROW_LIMIT;
}

ResumeState resume_state(const StoredRow *stored, const char *digest, bool retry) {
    if (stored->row.status == ROW_MISSING) {
        return RESUME_TO_DO;
    }
    if (strcmp(stored->digest, digest) != 0) {
        return RESUME_CHANGED;
    }
    return retry && is_worth_a_try(stored->row.status) ? RESUME_TO_DO : RESUME_STANDS;
}

void resume_count(ResumeCounts *counts, ResumeState state) {
    switch (state) {
    case RESUME_STANDS:
        counts->stand++;
        break;
    case RESUME_CHANGED:
        counts->changed++;
        break;
    case RESUME_TO_DO:
        counts->to_do++;
        break;
    }
}
