/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings the command line's order to bear on a case's commitments, and has the earlier plan read.
 */
#include "config/commitment.h"

#include <string.h>

#include <glib.h>

#include "config/case_memory.h"
#include "config/closed_promises.h"
#include "config/committed_plan.h"
#include "config/committed_terms.h"
#include "config/finding_codes.h"
#include "config/happened_file.h"
#include "config/removed_promises.h"
#include "config/rolling/carried_case.h"
#include "config/rolling/roll.h"

/** What the command line says stands nowhere in the case. */
static void freeze_before(Commitments *into, Minute before) {
    CommitmentRule *rules[] = {&into->trains, &into->bookings};
    for (int i = 0; i < 2; i++) {
        rules[i]->frozen_before = before;
        rules[i]->before_place = (Place){NULL, 0, 0};
    }
}

static void apply_order(Case *kase, const CommitmentOrder *order, Findings *findings) {
    Commitments *into = &kase->commitments;
    if (order != NULL && order->happened != NULL) {
        happened_file_read(kase, order->happened, findings);
    }
    if (order == NULL || (order->plan == NULL && !order->freezes_before)) {
        return;
    }
    if (order->plan != NULL) {
        if (!into->given) { /* alone it means: all that was promised holds */
            freeze_before(into, INT64_MAX);
        }
        into->given = true;
        into->plan = case_memory_text(kase->memory, order->plan);
        into->place = (Place){findings_file_name(findings, order->plan), 0, 0};
    }
    if (order->freezes_before) {
        freeze_before(into,
                      instant_text_resolve(&order->freeze_before, kase->horizon.zone, false, NULL));
    }
}

/** What the case names is resolved against the file that names it. */
static void resolve_path(Case *kase, const char **named) {
    if (*named != NULL && !g_path_is_absolute(*named)) {
        g_autofree char *folder = g_path_get_dirname(kase->commitments.place.file);
        g_autofree char *path = g_build_filename(folder, *named, NULL);
        bool here = strcmp(folder, ".") == 0;
        *named = here ? *named : case_memory_text(kase->memory, path);
    }
}

static bool rule_idle(const CommitmentRule *rule) {
    return rule->frozen == NULL && rule->frozen_before == INT64_MIN &&
           rule->price <= 0; /* which NAN is not */
}

void commitment_read(Case *kase, const CommitmentOrder *order, const Laid *laid,
                     Findings *findings) {
    Commitments *into = &kase->commitments;
    resolve_path(kase, &into->plan);
    int errors = findings_errors(findings);
    apply_order(kase, order, findings);
    if (findings_errors(findings) > errors) {
        return; /* of what happened */
    }
    if (into->plan == NULL) {
        if (into->given) {
            finding_warning(findings, into->place, FINDING_PLAN_NOT_NAMED);
        } else if (order != NULL && order->freezes_before) {
            finding_error(findings, place_at(findings_file_name(findings, kase->file), 0, 0),
                          FINDING_FREEZE_ALONE);
        }
        into->given = false;
        return;
    }
    if (kase->horizon.cyclic) {
        finding_error(findings, into->place, FINDING_COMMITTED_CYCLIC);
        return;
    }
    EarlierFolder folder = {kase, findings};
    EarlierHorizon earlier;
    if (!earlier_horizon_read(&folder, &earlier)) {
        return;
    }
    bool all = into->trains.frozen_before == INT64_MAX; /* of the earlier plan's own weeks */
    into->no_new_before =
        all ? zone_to_minute(kase->horizon.zone, earlier.start + 7 * earlier.weeks, 0, NULL)
            : into->trains.frozen_before;
    into->closed_before = into->fill ? INT64_MIN
                          : all      ? into->no_new_before
                                     : into->trains.frozen_before;
    if (rule_idle(&into->trains) && rule_idle(&into->bookings)) {
        finding_warning(findings, into->place, FINDING_COMMITTED_IDLE);
    }
    if (earlier.rolls) {
        roll_on(&folder, &earlier);
    } else if (into->n_facts > 0) {
        finding_warning(findings, into->facts[0].place, FINDING_HAPPENED_IDLE);
    }
    if (findings_errors(findings) == errors) {
        committed_plan_read(kase, findings);
    }
    if (earlier.rolls && findings_errors(findings) == errors) {
        carried_loads(&folder);
        carried_days(&folder);
        closed_promises_passed_over(kase, findings);
    }
    closed_promises_release(kase);
    removed_promises_release(kase, laid);
    committed_release(kase, laid);
}
