/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks `counts` and `run` of summary.json: how much there is of everything, and of the run what
 * follows from the rest. */
#include "verify/checks/check_counts.h"

#include <math.h>

#include "base/whole_number.h"
#include "verify/read/candidates.h"
#include "verify/read/plan_summary.h"

typedef struct {
    const char *key;
    long value;
} Count;

static long recount_fed_boxes(const PlanRead *plan) {
    long boxes = 0;
    for (int i = 0; i < plan->n_itineraries; i++) {
        for (int move = 0; move < plan->itineraries[i].n_moves; move++) {
            if (plan->itineraries[i].moves[move].feeder >= 0) {
                boxes += plan->itineraries[i].boxes;
            }
        }
    }
    return boxes;
}

static long count_empty_boxes(const PlanRead *plan) {
    long boxes = 0;
    for (int i = 0; i < plan->n_empties; i++) {
        boxes += plan->empties[i].boxes;
    }
    return boxes;
}

/** A count that is the solver's own: a whole number, at least `least`. */
static void check_own(const PlanRead *plan, json_t *counts, const char *key, long least) {
    json_t *found = json_object_get(counts, key);
    SUMMARY_CHECK(VERIFY_SUMMARY, json_is_integer(found) && json_integer_value(found) >= least,
                  "counts.%s should be a whole number of at least %ld", key, least);
}

void check_counts(const PlanRead *plan, json_t *root) {
    const Case *kase = plan->kase;
    const Count known[] = {{"stations", kase->n_stations},
                           {"slots", kase->n_slots},
                           {"slot_runs", plan->n_slot_runs},
                           {"lines", kase->n_lines},
                           {"feeders", kase->n_feeders},
                           {"feeder_boxes", recount_fed_boxes(plan)},
                           {"equipment", kase->n_equipment},
                           {"empty_moves", plan->n_empties},
                           {"empty_boxes", count_empty_boxes(plan)},
                           {"leased_boxes", plan->leased_boxes},
                           {"rakes", kase->n_rakes},
                           {"repositions", plan->sets_repositioned},
                           {"train_candidates", plan->n_candidates},
                           {"trains_run", whole_number(round(plan->report->kpi.trains.all))},
                           {"legs", candidates_legs(plan)},
                           {"bookings", kase->n_demand},
                           {"boxes", plan->report->kpi.boxes_offered},
                           {"itineraries", plan->n_itineraries}};
    json_t *counts = json_object_get(root, "counts");
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        json_t *found = json_object_get(counts, known[i].key);
        SUMMARY_CHECK(VERIFY_SUMMARY,
                      json_is_integer(found) && json_integer_value(found) == known[i].value,
                      "counts.%s is %ld, it should be %ld", known[i].key,
                      (long)json_integer_value(found), known[i].value);
    }
    check_own(plan, counts, "columns", plan->n_itineraries + plan->n_empties);
    check_own(plan, counts, "rounds", 0);
    check_own(plan, counts, "nodes", 0);
    SUMMARY_CHECK(VERIFY_FILES, json_object_size(counts) == G_N_ELEMENTS(known) + 3,
                  "counts has %zu members, it should have %zu", json_object_size(counts),
                  G_N_ELEMENTS(known) + 3);
}

static bool is_text(json_t *run, const char *key) {
    const char *text = json_string_value(json_object_get(run, key));
    return text && text[0] != '\0';
}

static bool is_amount(json_t *run, const char *key) {
    json_t *found = json_object_get(run, key);
    return json_is_number(found) && json_number_value(found) >= 0;
}

void check_run(const PlanRead *plan, json_t *root) {
    enum { MEMBERS = 6 };
    json_t *run = json_object_get(root, "run");
    json_t *rounds = json_object_get(json_object_get(root, "counts"), "rounds");
    json_t *iterations = json_object_get(run, "iterations");
    SUMMARY_CHECK(VERIFY_FILES,
                  json_object_size(run) == MEMBERS && is_text(run, "version") &&
                      is_text(run, "solver") && is_amount(run, "seconds") &&
                      is_amount(run, "peak_memory_bytes") &&
                      json_is_boolean(json_object_get(run, "repeatable")),
                  "run should have version, solver, seconds, peak_memory_bytes, iterations and "
                  "repeatable, and each what it says");
    SUMMARY_CHECK(VERIFY_SUMMARY, json_is_integer(iterations) && json_equal(iterations, rounds),
                  "run.iterations should be counts.rounds");
}
