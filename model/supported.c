#include "model/supported.h"

static void refuse(Findings *findings, Place place, const char *what) {
    findings_error(findings, place, "%s not supported yet; take this part out to plan the rest",
                   what);
}

void supported_check(const Case *kase, Findings *findings) {
    if (kase->horizon.cyclic) {
        refuse(findings, kase->horizon.place, "a cyclic horizon is");
    }
    if (kase->n_feeders > 0) {
        refuse(findings, kase->feeders[0].place, "feeders are");
    }
    if (kase->n_equipment > 0) {
        refuse(findings, kase->equipment[0].place, "equipment is");
    }
    if (kase->n_rakes > 0) {
        refuse(findings, kase->rakes[0].place, "rakes are");
    }
    if (kase->objective_is_list || (kase->n_goals == 1 && kase->goals[0].kind != GOAL_MARGIN)) {
        refuse(findings, kase->objective_place, "objectives other than margin are");
    }
    for (int i = 0; i < kase->n_slots; i++) {
        if (kase->slots[i].upper_teu > 0) {
            refuse(findings, kase->slots[i].place, "double-stack positions (upper_teu) are");
        }
    }
    for (int i = 0; i < kase->n_lines; i++) {
        if (kase->lines[i].regular) {
            refuse(findings, kase->lines[i].place, "regular lines are");
        }
    }
}
