/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Repairs left out, and made smaller, as long as the case has a plan. */
#include "solver/conflict/spare_repairs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/** What all questions have in common. */
typedef struct {
    Repairs *repairs;
    const Rules *rules;
    const KpiInput *known;
    const Backend *backend;
    const Clock *clock;
    long node_limit;
    int unanswered;  /**< questions without an answer within their limit */
    Change *changes; /**< scratch, per repair */
    bool no_memory;
} Sparing;

/** True where the case is known to have a plan with the repairs, all but the one of this number
 * (NONE: with all). */
static bool mended(Sparing *sparing, int spared) {
    int count = 0;
    if (clock_expired(sparing->clock) || sparing->no_memory) {
        return false;
    }
    for (int i = 0; i < sparing->repairs->count; i++) {
        if (i != spared) {
            sparing->changes[count++] = sparing->repairs->items[i].change;
        }
    }
    RuledCase *ruled = ruled_case_new(sparing->rules, NULL, sparing->changes, count);
    Outcome status = ruled == NULL
                         ? OUTCOME_NO_MEMORY
                         : rules_test(ruled, sparing->known, sparing->backend, sparing->clock,
                                      question_nodes(sparing->node_limit, sparing->unanswered));
    ruled_case_free(ruled);
    sparing->unanswered += status == OUTCOME_STOPPED;
    sparing->no_memory |= status == OUTCOME_NO_MEMORY;
    return status == OUTCOME_DONE;
}

/** Limits that others set are spared before what is the planner's own to grant, which comes first
 * (model/rules/rules.h). One pass is enough: what is needed beside more is needed beside less. */
static void spare_whole(Sparing *sparing) {
    for (int i = sparing->repairs->count - 1; i >= 0; i--) {
        if (mended(sparing, i)) {
            repairs_remove(sparing->repairs, i);
        }
    }
}

/** Finds the least change of a number that does, by halves. */
static void spare_part(Sparing *sparing, int index) {
    Repair *repair = &sparing->repairs->items[index];
    double step = repair_step(sparing->rules, repair), enough = repair->change.to;
    double too_little = repair->from;
    while (step > 0 && round(fabs(enough - too_little) / step) > 1) {
        double steps = round(fabs(enough - too_little) / (2 * step));
        double between = enough + copysign(steps * step, too_little - enough);
        repair_set(repair, sparing->rules, between);
        if (mended(sparing, NONE)) {
            enough = between;
        } else {
            too_little = between;
        }
    }
    repair_set(repair, sparing->rules, enough);
}

Outcome repairs_spare(Repairs *repairs, const Rules *rules, const KpiInput *known,
                      const Backend *backend, const Clock *clock, long node_limit) {
    Sparing sparing = {repairs, rules, known, backend, clock, node_limit, 0, NULL, false};
    sparing.changes = calloc((size_t)repairs->count + 1, sizeof *sparing.changes);
    sparing.no_memory = sparing.changes == NULL;
    bool hold = mended(&sparing, NONE);
    if (hold) {
        spare_whole(&sparing);
        for (int i = 0; i < repairs->count; i++) {
            spare_part(&sparing, i);
        }
    }
    free(sparing.changes);
    return sparing.no_memory ? OUTCOME_NO_MEMORY : hold ? OUTCOME_DONE : OUTCOME_STOPPED;
}
