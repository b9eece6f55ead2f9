/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes summary.json: a plan's value, key figures, counts and how the run went. */
#include "export/summary_json.h"

#include <errno.h>
#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimals.h"
#include "export/view/resources.h"

enum {
    /** Significant digits written, so that a decimal fraction comes out as short as it went in. */
    JSON_DIGITS = 15,
    /** More than any summary has. */
    SUMMARY_BYTES_MAX = 4 * 1024 * 1024
};

/** An object under construction; a member that could not be made shows in `failed`. */
typedef struct {
    json_t *object;
    bool *failed;
} Object;

static void json_put(Object to, const char *key, json_t *value) {
    if (json_object_set_new(to.object, key, value) != 0) {
        *to.failed = true;
    }
}

static Object json_put_object(Object to, const char *key) {
    json_t *object = json_object();
    json_put(to, key, object);
    return (Object){.object = object, .failed = to.failed};
}

/** A number with so many decimals; null where there is none. */
static json_t *number(double value, int decimals) {
    return isfinite(value) ? json_real(decimals_round(value, decimals, round)) : json_null();
}

static void json_put_money(Object to, const char *key, double value) {
    json_put(to, key, number(value, 2));
}

static void json_put_ratio(Object to, const char *key, double value) {
    json_put(to, key, number(value, 6));
}

static void json_put_count(Object to, const char *key, long value) {
    json_put(to, key, json_integer(value));
}

static void json_put_both(Object to, const char *key, double outbound, double ret) {
    const Object both = json_put_object(to, key);
    json_put_ratio(both, "outbound", outbound);
    json_put_ratio(both, "return", ret);
}

static void put_parts(Object kpi, const double *parts) {
    const Object to = json_put_object(kpi, "cost_parts");
    for (int part = 0; part < N_COST_PARTS; part++) {
        json_put_money(to, cost_part_key(part), parts[part]);
    }
}

static double traffic_load_factor(const TrafficKpi *traffic) {
    return plan_view_ratio(traffic->loaded_teu_km, traffic->offered_teu_km);
}

static double traffic_loaded_ratio(const TrafficKpi *traffic) {
    return plan_view_ratio(traffic->loaded_teu_km, traffic->loaded_teu_km + traffic->empty_teu_km);
}

static void put_traffic_of_kpi(Object to, const Kpi *kpi) {
    const TrafficKpi *out = &kpi->outbound;
    const TrafficKpi *ret = &kpi->ret;
    const Object trains = json_put_object(to, "trains");
    json_put_count(trains, "outbound", out->trains);
    json_put_count(trains, "return", ret->trains);
    json_put_both(to, "equivalent_trains", out->loaded_teu / EQUIVALENT_TRAIN_TEU,
                  ret->loaded_teu / EQUIVALENT_TRAIN_TEU);
    json_put_both(to, "loaded_teu", out->loaded_teu, ret->loaded_teu);
    json_put_both(to, "empty_teu", out->empty_teu, ret->empty_teu);
    json_put(to, "teu_km", number(kpi->teu_km, 1));
    const Object factor = json_put_object(to, "load_factor");
    json_put_ratio(factor, "all", traffic_load_factor(&kpi->all));
    json_put_ratio(factor, "outbound", traffic_load_factor(out));
    json_put_ratio(factor, "return", traffic_load_factor(ret));
    const Object loaded = json_put_object(to, "loaded_ratio");
    json_put_ratio(loaded, "all", traffic_loaded_ratio(&kpi->all));
    json_put_ratio(loaded, "outbound", traffic_loaded_ratio(out));
    json_put_ratio(loaded, "return", traffic_loaded_ratio(ret));
    const Object back = json_put_object(to, "return_ratio");
    json_put_ratio(back, "trains", plan_view_ratio(ret->trains, out->trains));
    json_put_ratio(back, "teu", plan_view_ratio(ret->loaded_teu, out->loaded_teu));
}

static void put_kpi(Object root, const Kpi *kpi) {
    const Object to = json_put_object(root, "kpi");
    json_put_money(to, "revenue", kpi->revenue);
    json_put_money(to, "cost", kpi->cost);
    json_put_money(to, "margin", kpi->margin);
    put_parts(to, kpi->parts);
    put_traffic_of_kpi(to, kpi);
    const Object boxes = json_put_object(to, "boxes");
    json_put_count(boxes, "offered", kpi->boxes_offered);
    json_put_count(boxes, "carried", kpi->boxes_carried);
    json_put_count(boxes, "unserved", kpi->boxes_unserved);
    json_put_count(boxes, "late", kpi->boxes_late);
    const Object transit = json_put_object(to, "transit_hours");
    json_put_ratio(transit, "mean", kpi->transit.mean_hours);
    json_put_ratio(transit, "p90", kpi->transit.p90_hours);
    json_put_count(to, "lifts", kpi->lifts);
}

static void put_resources(Object to, const PlanView *view) {
    const Case *kase = view->problem->kase;
    const Resources resources = resources_of(view);
    json_put_count(to, "feeders", kase->n_feeders);
    json_put_count(to, "feeder_boxes", resources.fed_boxes);
    json_put_count(to, "equipment", kase->n_equipment);
    json_put_count(to, "empty_moves", resources.empty_moves);
    json_put_count(to, "empty_boxes", resources.empty_boxes);
    json_put_count(to, "leased_boxes", resources.leased_boxes);
    json_put_count(to, "rakes", kase->n_rakes);
    json_put_count(to, "repositions", resources.sets_repositioned);
}

static void put_counts(Object root, const PlanView *view) {
    const Problem *problem = view->problem;
    const Plan *plan = view->plan;
    long boxes = 0;
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        boxes += problem->bookings[id].boxes;
    }
    const Object to = json_put_object(root, "counts");
    json_put_count(to, "stations", problem->kase->n_stations);
    json_put_count(to, "slots", problem->kase->n_slots);
    json_put_count(to, "slot_runs", problem->n_runs);
    json_put_count(to, "lines", problem->kase->n_lines);
    put_resources(to, view);
    json_put_count(to, "train_candidates", problem->n_trains - plan_view_under_way(view));
    json_put_count(to, "trains_run", view->kpi != NULL ? view->kpi->all.trains : 0);
    json_put_count(to, "legs", plan_view_own_legs(view));
    json_put_count(to, "bookings", problem->kase->n_demand);
    json_put_count(to, "boxes", boxes);
    json_put_count(to, "itineraries", view->n_itineraries);
    json_put_count(to, "columns", plan->columns);
    json_put_count(to, "rounds", plan->rounds);
    json_put_count(to, "nodes", plan->nodes);
}

static void put_run(Object root, const PlanView *view, const RunInfo *run) {
    const Object to = json_put_object(root, "run");
    json_put(to, "version", json_string(run->version));
    json_put(to, "solver", json_string(view->plan->solver));
    json_put(to, "seconds", number(run->seconds, 3));
    json_put(to, "peak_memory_bytes", json_integer(run->peak_memory_bytes));
    json_put_count(to, "iterations", view->plan->rounds);
    json_put(to, "repeatable", json_boolean(!view->plan->timed_out && !view->plan->interrupted));
}

static void put_horizon(Object root, const Horizon *horizon) {
    const Object to = json_put_object(root, "horizon");
    char start[DATE_TEXT_SIZE];
    json_put(to, "start", json_string(date_format(horizon->start, start)));
    json_put_count(to, "weeks", horizon->weeks);
    json_put(to, "zone", json_string(zone_name(horizon->zone)));
    json_put(to, "tail_days", number((double)horizon->tail_min / MINUTES_PER_DAY, 6));
    json_put(to, "mode", json_string(horizon->cyclic ? "cyclic" : "once"));
}

/** What earlier plans have under way as this one begins. */
static void put_carried_over(Object root, const CarriedOver *carried) {
    if (carried != NULL) {
        const Object to = json_put_object(root, "carried_over");
        json_put_count(to, "trains", carried->trains_under_way);
        json_put_count(to, "boxes", carried->boxes_under_way);
        json_put_count(to, "empties", carried->empties_under_way);
        json_put_count(to, "sets", carried->sets_under_way);
    }
}

static const char *status_key(PlanStatus status) {
    switch (status) {
    case PLAN_OPTIMAL:
        return "optimal";
    case PLAN_GAP:
        return "gap";
    case PLAN_RELAXED:
        return "relaxed";
    case PLAN_LIMIT:
        break;
    }
    return "limit";
}

static const char *goal_key(GoalKind goal) {
    switch (goal) {
    case GOAL_TEU:
        return "teu";
    case GOAL_TEU_KM:
        return "teu_km";
    case GOAL_LOAD_FACTOR:
        return "load_factor";
    case GOAL_MARGIN:
        break;
    }
    return "margin";
}

/** One goal: what the plan has of it; the best when it was pursued, the bound on that and the gap
 * between the two; and what later goals had to leave. Null where a stop came before. */
static json_t *goal_object(const PlanView *view, int i, bool *failed) {
    const Object to = {.object = json_object(), .failed = failed};
    const Goal *goal = &view->problem->kase->goals[i];
    const bool reached = i < view->plan->n_goals;
    const double bound = reached ? plan_view_stated_bound(view->plan->goals[i].bound) : (double)NAN;
    const double held = reached ? view->plan->goals[i].held : (double)NAN;
    const double best =
        reached ? decimals_round(view->plan->goals[i].value, 6, round) : (double)NAN;
    json_put(to, "goal", json_string(goal_key(goal->kind)));
    if (view->kpi != NULL) {
        json_put_ratio(to, "value", kpi_goal(view->kpi, view->problem, goal->kind));
    }
    json_put_ratio(to, "best", best);
    json_put_ratio(to, "bound", bound);
    json_put_ratio(to, "gap", plan_view_stated_gap(bound, best));
    json_put_ratio(to, "held", isfinite(held) ? decimals_round(held, 6, floor) : held);
    return to.object;
}

static void put_goals(Object root, const PlanView *view) {
    json_t *goals = json_array();
    json_put(root, "goals", goals);
    for (int i = 0; i < view->problem->kase->n_goals; i++) {
        if (json_array_append_new(goals, goal_object(view, i, root.failed)) != 0) {
            *root.failed = true;
        }
    }
}

/** How good the plan is; a relaxation has neither objective nor gap. */
static void put_values(Object root, const PlanView *view) {
    const Plan *plan = view->plan;
    const double objective =
        view->kpi != NULL ? decimals_round(plan_view_objective(view), 6, round) : 0;
    const double best = plan_view_bound(view);
    const double bound = plan_view_stated_bound(best);
    json_put(root, "status", json_string(status_key(plan->status)));
    if (view->kpi != NULL) {
        json_put_ratio(root, "objective", objective);
    }
    json_put_ratio(root, "bound", bound);
    json_put_ratio(root, "relaxation", isnan(best) ? (double)NAN : plan->relaxation);
    if (view->kpi != NULL) {
        json_put_ratio(root, "gap", plan_view_stated_gap(bound, objective));
        json_put_ratio(root, "priced_value", plan->prices.value);
    }
    if (view->problem->kase->objective_is_list) {
        put_goals(root, view);
    }
}

/** Which case the plan is of: the scenarios applied, its digest, and the trains that closures have
 * cancelled. */
static void put_identity(Object root, const Problem *problem) {
    const Case *kase = problem->kase;
    json_t *names = kase->n_applied == 0 ? json_null() : json_array();
    for (int i = 0; i < kase->n_applied; i++) {
        *root.failed |= json_array_append_new(names, json_string(kase->applied[i])) != 0;
    }
    json_put(root, "scenario", names);
    json_put(root, "digest", kase->digest == NULL ? json_null() : json_string(kase->digest));
    json_t *cancelled = json_array();
    for (int i = 0; i < problem->n_cancelled; i++) {
        *root.failed |=
            json_array_append_new(cancelled, json_string(problem->cancelled[i].base_name)) != 0;
    }
    json_put(root, "cancelled", cancelled);
}

char *summary_json_text(const PlanView *view, const RunInfo *run) {
    bool failed = false;
    const Object root = {.object = json_object(), .failed = &failed};
    json_put(root, "case", json_string(view->problem->kase->name));
    put_identity(root, view->problem);
    put_horizon(root, &view->problem->kase->horizon);
    put_values(root, view);
    put_carried_over(root, view->problem->kase->carried);
    if (view->kpi != NULL) {
        put_kpi(root, view->kpi);
    }
    put_counts(root, view);
    put_run(root, view, run);
    char *text =
        failed ? NULL : json_dumps(root.object, JSON_INDENT(2) | JSON_REAL_PRECISION(JSON_DIGITS));
    json_decref(root.object);
    if (text == NULL) {
        return NULL;
    }
    const size_t length = strlen(text);
    char *line = malloc(length + 2);
    if (line != NULL) {
        (void)snprintf(line, length + 2, "%s\n", text);
    }
    free(text);
    return line;
}

/** The whole file, at most SUMMARY_BYTES_MAX of it; NULL where it cannot be read, errno says why.
 */
static char *read_bytes(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    char *bytes = file != NULL ? malloc(SUMMARY_BYTES_MAX) : NULL;
    int cause = errno;
    if (bytes != NULL) {
        *size = fread(bytes, 1, SUMMARY_BYTES_MAX, file);
        if (ferror(file)) {
            cause = errno;
            free(bytes);
            bytes = NULL;
        }
    }
    if (file != NULL) {
        (void)fclose(file);
    }
    errno = cause;
    return bytes;
}

bool summary_json_is_ours(const char *path) {
    size_t size = 0;
    char *bytes = read_bytes(path, &size);
    if (bytes == NULL) {
        return false;
    }
    json_error_t fault;
    json_t *root = json_loadb(bytes, size, 0, &fault);
    free(bytes);
    const bool ours = json_is_string(json_object_get(root, "case")) &&
                      json_is_string(json_object_get(root, "status")) &&
                      json_is_object(json_object_get(root, "counts")) &&
                      json_is_string(json_object_get(json_object_get(root, "run"), "version"));
    const bool no_memory = root == NULL && json_error_code(&fault) == json_error_out_of_memory;
    json_decref(root);
    errno = no_memory ? ENOMEM : 0;
    return ours;
}
