/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks summary.json: what the plan says of itself as a whole. */
#include <math.h>
#include <string.h>

#include "verify/checks/check_counts.h"
#include "verify/checks/check_goals.h"
#include "verify/checks/checks.h"
#include "verify/read/expect.h"
#include "verify/read/plan_summary.h"

enum { KPI_VALUES = 42, EQUIVALENT_TRAIN_TEU = 82 };

/** A figure of `kpi`, by its path. */
typedef struct {
    const char *path;
    NumberKind kind;
    double value; /**< NAN: null */
    bool seen;
} KpiValue;

static void list_kpi(const VerifyKpi *kpi, KpiValue values[KPI_VALUES]) {
    const double equivalent = EQUIVALENT_TRAIN_TEU;
    const KpiValue list[KPI_VALUES] = {
        {"revenue", NUMBER_MONEY, kpi->revenue, false},
        {"cost", NUMBER_MONEY, kpi->cost, false},
        {"margin", NUMBER_MONEY, kpi->margin, false},
        {"cost_parts.train", NUMBER_MONEY, kpi->cost_parts.train, false},
        {"cost_parts.leg", NUMBER_MONEY, kpi->cost_parts.leg, false},
        {"cost_parts.load", NUMBER_MONEY, kpi->cost_parts.load, false},
        {"cost_parts.unload", NUMBER_MONEY, kpi->cost_parts.unload, false},
        {"cost_parts.transfer", NUMBER_MONEY, kpi->cost_parts.transfer, false},
        {"cost_parts.feeder", NUMBER_MONEY, kpi->cost_parts.feeder, false},
        {"cost_parts.late", NUMBER_MONEY, kpi->cost_parts.late, false},
        {"cost_parts.unserved", NUMBER_MONEY, kpi->cost_parts.unserved, false},
        {"cost_parts.empty", NUMBER_MONEY, kpi->cost_parts.empty, false},
        {"cost_parts.lease", NUMBER_MONEY, kpi->cost_parts.lease, false},
        {"cost_parts.storage", NUMBER_MONEY, kpi->cost_parts.storage, false},
        {"cost_parts.end_value", NUMBER_MONEY, kpi->cost_parts.end_value, false},
        {"cost_parts.reposition", NUMBER_MONEY, kpi->cost_parts.reposition, false},
        {"cost_parts.balance", NUMBER_MONEY, kpi->cost_parts.balance, false},
        {"cost_parts.moved", NUMBER_MONEY, kpi->cost_parts.moved, false},
        {"trains.outbound", NUMBER_RATIO, kpi->trains.outbound, false},
        {"trains.return", NUMBER_RATIO, kpi->trains.ret, false},
        {"equivalent_trains.outbound", NUMBER_ROUNDED, kpi->loaded_teu.outbound / equivalent,
         false},
        {"equivalent_trains.return", NUMBER_ROUNDED, kpi->loaded_teu.ret / equivalent, false},
        {"loaded_teu.outbound", NUMBER_ROUNDED, kpi->loaded_teu.outbound, false},
        {"loaded_teu.return", NUMBER_ROUNDED, kpi->loaded_teu.ret, false},
        {"empty_teu.outbound", NUMBER_ROUNDED, kpi->empty_teu.outbound, false},
        {"empty_teu.return", NUMBER_ROUNDED, kpi->empty_teu.ret, false},
        {"teu_km", NUMBER_TEU_KM, kpi->teu_km, false},
        {"load_factor.all", NUMBER_RATIO, kpi->load_factor.all, false},
        {"load_factor.outbound", NUMBER_RATIO, kpi->load_factor.outbound, false},
        {"load_factor.return", NUMBER_RATIO, kpi->load_factor.ret, false},
        {"loaded_ratio.all", NUMBER_RATIO, kpi->loaded_ratio.all, false},
        {"loaded_ratio.outbound", NUMBER_RATIO, kpi->loaded_ratio.outbound, false},
        {"loaded_ratio.return", NUMBER_RATIO, kpi->loaded_ratio.ret, false},
        {"return_ratio.trains", NUMBER_RATIO, kpi->return_ratio_trains, false},
        {"return_ratio.teu", NUMBER_RATIO, kpi->return_ratio_teu, false},
        {"boxes.offered", NUMBER_RATIO, (double)kpi->boxes_offered, false},
        {"boxes.carried", NUMBER_RATIO, (double)kpi->boxes_carried, false},
        {"boxes.unserved", NUMBER_RATIO, (double)kpi->boxes_unserved, false},
        {"boxes.late", NUMBER_RATIO, (double)kpi->boxes_late, false},
        {"transit_hours.mean", NUMBER_ROUNDED, kpi->transit_mean_hours, false},
        {"transit_hours.p90", NUMBER_ROUNDED, kpi->transit_p90_hours, false},
        {"lifts", NUMBER_RATIO, (double)kpi->lifts, false},
    };
    memcpy(values, list, sizeof list);
}

static void check_kpi_value(const PlanRead *plan, KpiValue *value, const json_t *found) {
    value->seen = true;
    if (isnan(value->value)) {
        SUMMARY_CHECK(VERIFY_SUMMARY, json_is_null(found),
                      "kpi.%s has to be null: there is nothing to take it of", value->path);
    } else if (SUMMARY_CHECK(VERIFY_SUMMARY, json_is_number(found), "kpi.%s should be a number",
                             value->path)) {
        SUMMARY_CHECK(VERIFY_SUMMARY,
                      number_agrees(json_number_value(found), 0, value->kind, value->value),
                      "kpi.%s is %.6f, it should be %.6f", value->path, json_number_value(found),
                      value->value);
    }
}

static void walk_kpi(const PlanRead *plan, KpiValue *values, json_t *object, const char *prefix) {
    const char *key;
    json_t *member;
    json_object_foreach(object, key, member) {
        char *path = g_strconcat(prefix, key, NULL);
        KpiValue *value = NULL;
        for (int i = 0; i < KPI_VALUES; i++) {
            if (strcmp(values[i].path, path) == 0) {
                value = &values[i];
            }
        }
        if (value) {
            check_kpi_value(plan, value, member);
        } else if (json_is_object(member) && prefix[0] == '\0') {
            char *deeper = g_strconcat(path, ".", NULL);
            walk_kpi(plan, values, member, deeper);
            g_free(deeper);
        } else {
            SUMMARY_CHECK(VERIFY_FILES, false, "kpi.%s is not known", path);
        }
        g_free(path);
    }
}

static void check_kpi(const PlanRead *plan, json_t *root) {
    json_t *kpi = json_object_get(root, "kpi");
    KpiValue values[KPI_VALUES] = {0};
    list_kpi(&plan->report->kpi, values);
    if (!SUMMARY_CHECK(VERIFY_FILES, json_is_object(kpi), "kpi is missing")) {
        return;
    }
    walk_kpi(plan, values, kpi, "");
    for (int i = 0; i < KPI_VALUES; i++) {
        SUMMARY_CHECK(VERIFY_FILES, values[i].seen, "kpi.%s is missing", values[i].path);
    }
}

static bool is_word(const json_t *object, const char *key, const char *expected) {
    return g_strcmp0(json_string_value(json_object_get(object, key)), expected) == 0;
}

static void check_horizon(const PlanRead *plan, json_t *root) {
    enum { MEMBERS = 5 };
    const Horizon *horizon = &plan->kase->horizon;
    const json_t *said = json_object_get(root, "horizon");
    const json_t *tail = json_object_get(said, "tail_days");
    char start[DATE_TEXT_SIZE];
    double days = (double)horizon->tail_min / MINUTES_PER_DAY;
    SUMMARY_CHECK(VERIFY_SUMMARY,
                  json_object_size(said) == MEMBERS &&
                      is_word(said, "start", date_format(horizon->start, start)) &&
                      json_integer_value(json_object_get(said, "weeks")) == horizon->weeks &&
                      is_word(said, "zone", zone_name(horizon->zone)) && json_is_number(tail) &&
                      fabs(json_number_value(tail) - days) <= 1e-6 &&
                      is_word(said, "mode", horizon->cyclic ? "cyclic" : "once"),
                  "horizon should have start, weeks, zone, tail_days and mode of the case");
}

/** A list of texts as one, between blanks; to be freed with g_free(). */
static char *joined_texts(json_t *list) {
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *one = json_string_value(json_array_get(list, i));
        g_string_append_printf(text, " %s", one ? one : "?");
    }
    return g_string_free(text, FALSE);
}

static gint compare_departures(gconstpointer a, gconstpointer b) {
    const PlanTrain *one = *(const PlanTrain *const *)a, *other = *(const PlanTrain *const *)b;
    Minute first = one->slot_runs[0].departs, second = other->slot_runs[0].departs;
    return first != second ? (first < second ? -1 : 1)
                           : (one->hand > other->hand) - (one->hand < other->hand);
}

/** The trains by hand that closures take, by departure. */
static char *cancelled_texts(const PlanRead *plan) {
    g_autoptr(GPtrArray) trains = g_ptr_array_new();
    for (int i = 0; i < plan->n_cancelled; i++) {
        if (plan->cancelled[i].hand >= 0) {
            g_ptr_array_add(trains, &plan->cancelled[i]);
        }
    }
    g_ptr_array_sort(trains, compare_departures);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < trains->len; i++) {
        const PlanTrain *train = g_ptr_array_index(trains, i);
        char day[DATE_TEXT_SIZE];
        g_string_append_printf(text, " %s@%s", plan->kase->trains[train->hand].code,
                               date_format(train->slot_runs[0].day, day));
    }
    return g_string_free(text, FALSE);
}

/** The plan has to be of this case: with these scenarios, of this digest. One that was made before
 * there were digests is taken to be. */
static void check_identity(const PlanRead *plan, json_t *root) {
    const Case *kase = plan->kase;
    json_t *names = json_object_get(root, "scenario");
    g_autofree char *said = joined_texts(names);
    GString *applied = g_string_new(NULL);
    for (int i = 0; i < kase->n_applied; i++) {
        g_string_append_printf(applied, " %s", kase->applied[i]);
    }
    SUMMARY_CHECK(VERIFY_SUMMARY,
                  strcmp(said, applied->str) == 0 && (kase->n_applied > 0 || json_is_null(names)),
                  "scenario is%s, the case has%s", said, applied->str);
    const char *digest = json_string_value(json_object_get(root, "digest"));
    SUMMARY_CHECK(VERIFY_SUMMARY,
                  !json_object_get(root, "digest") || g_strcmp0(digest, kase->digest) == 0,
                  "digest is %s, that of the case is %s: the plan is of another case",
                  digest ? digest : "null", kase->digest ? kase->digest : "null");
    g_autofree char *lost = joined_texts(json_object_get(root, "cancelled"));
    g_autofree char *expected = cancelled_texts(plan);
    SUMMARY_CHECK(VERIFY_SUMMARY,
                  !json_object_get(root, "cancelled") || strcmp(lost, expected) == 0,
                  "cancelled are%s, closures take%s", lost, expected);
    g_string_free(applied, TRUE);
}

static void check_texts(const PlanRead *plan, json_t *root) {
    static const char *const keys[] = {"case",      "scenario",     "horizon",    "status",
                                       "objective", "bound",        "relaxation", "gap",
                                       "kpi",       "priced_value", "counts",     "run"};
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        SUMMARY_CHECK(VERIFY_FILES, json_object_get(root, keys[i]) != NULL, "%s is missing",
                      keys[i]);
    }
    size_t known = G_N_ELEMENTS(keys) + (json_object_get(root, "goals") ? 1 : 0) +
                   (plan->kase->carried ? 1 : 0) + (json_object_get(root, "digest") ? 1 : 0) +
                   (json_object_get(root, "cancelled") ? 1 : 0);
    SUMMARY_CHECK(VERIFY_FILES, json_object_size(root) == known,
                  "it has %zu members, a plan has %zu", json_object_size(root), known);
    check_identity(plan, root);
    const char *name = json_string_value(json_object_get(root, "case"));
    SUMMARY_CHECK(VERIFY_SUMMARY, name && g_strcmp0(name, plan->kase->name) == 0,
                  "case is \"%s\", it should be \"%s\"", name ? name : "", plan->kase->name);
}

/** A number, or NAN where there is null and null may be. */
static double number_at(const PlanRead *plan, json_t *root, const char *key, bool may_be_null) {
    json_t *found = json_object_get(root, key);
    SUMMARY_CHECK(VERIFY_FILES, json_is_number(found) || (may_be_null && json_is_null(found)),
                  "%s should be a number", key);
    return json_is_number(found) ? json_number_value(found) : (double)NAN;
}

/** The objective, how good it is said to be, and whether that fits together. */
static void check_proof(PlanRead *plan, json_t *root) {
    const char *text = json_string_value(json_object_get(root, "status"));
    const char *status = text ? text : "";
    bool limit = strcmp(status, "limit") == 0, optimal = strcmp(status, "optimal") == 0;
    double objective = number_at(plan, root, "objective", false);
    double bound = number_at(plan, root, "bound", limit);
    double relaxation = number_at(plan, root, "relaxation", true);
    double gap = number_at(plan, root, "gap", limit);
    double expected = plan->report->objective, slack = 1e-6 * fmax(1, fabs(objective));
    SUMMARY_CHECK(VERIFY_SUMMARY, limit || optimal || strcmp(status, "gap") == 0,
                  "status \"%s\" is none of a plan", status);
    SUMMARY_CHECK(VERIFY_SUMMARY, fabs(objective - expected) <= 1e-6 * fmax(1, fabs(expected)),
                  "objective is %.6f, the plan's %s is %.6f", objective, objective_name(plan->kase),
                  expected);
    SUMMARY_CHECK(VERIFY_SUMMARY, isnan(bound) || bound >= objective - slack,
                  "bound %.6f is below the objective %.6f", bound, objective);
    SUMMARY_CHECK(VERIFY_SUMMARY, isnan(relaxation) || relaxation >= objective - 10 * slack,
                  "relaxation %.6f is below the objective %.6f", relaxation, objective);
    double open = (bound - objective) / fmax(1, fabs(objective));
    SUMMARY_CHECK(VERIFY_SUMMARY, gap_agrees(gap, bound, objective),
                  "gap is %.6f, bound and objective make it %.6f", gap, open);
    SUMMARY_CHECK(VERIFY_SUMMARY, !optimal || gap <= 1e-6, "status is optimal with a gap of %.6f",
                  gap);
    SUMMARY_CHECK(VERIFY_SUMMARY, limit || optimal || open > 1e-9,
                  "status is gap, yet bound and objective are the same");
    // The search starts from the relaxation; what it proves later is no worse, but for the rounding
    // of what is added up: what boxes earn, or costs that are larger still.
    SUMMARY_CHECK(VERIFY_SUMMARY,
                  isnan(relaxation) || isnan(bound) || bound <= objective + slack ||
                      bound <= relaxation + 1e-6 * fmax(1, fmax(goal_size(plan), fabs(relaxation))),
                  "bound %.6f is above the relaxation %.6f", bound, relaxation);
}

void verify_summary(PlanRead *plan) {
    check_texts(plan, plan->summary);
    check_horizon(plan, plan->summary);
    check_kpi(plan, plan->summary);
    check_proof(plan, plan->summary);
    check_goals(plan, plan->summary);
    check_counts(plan, plan->summary);
    check_run(plan, plan->summary);
}
