/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks trains against one another: names, repeats, trains that have to run, trains per week,
 * sharing of slot runs, load factors: docs/model.md (5), (6), (10). */
#include <string.h>

#include "config/tolerances.h"
#include "verify/checks/checks.h"
#include "verify/read/under_way.h"

#define TRAIN_ROW_CHECK(group, holds, ...)                                                         \
    ROW_CHECK(&plan->tables[TABLE_TRAINS], (group), (holds), train->row, __VA_ARGS__)

static void check_repeats(const PlanRead *plan) {
    GHashTable *chains = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int i = 0; i < plan->n_trains; i++) {
        const PlanTrain *train = &plan->trains[i];
        if (!train->sound || train->carried >= 0) {
            continue;
        }
        char *slots = g_strjoinv(";", train->run_names);
        char *chain = g_strdup_printf("%d %d %s", train->line, train->hand, slots);
        g_free(slots);
        TRAIN_ROW_CHECK(VERIFY_TRAINS, g_hash_table_add(chains, chain),
                        "%s: this chain of slot runs stands here a second time", train->name);
    }
    g_hash_table_unref(chains);
}

/** -1, 0 or 1 as one train departs before the other, slot run by slot run. */
static int order_by_chain(const PlanTrain *one, const PlanTrain *other) {
    for (int i = 0; i < one->n_runs && i < other->n_runs; i++) {
        Minute a = one->slot_runs[i].departs, b = other->slot_runs[i].departs;
        if (a != b) {
            return a < b ? -1 : 1;
        }
    }
    return 0;
}

/** True where a train under way, or one whose sets are, has this name. */
static bool name_taken(const Case *kase, const char *base, int number) {
    const CarriedOver *carried = kase->carried;
    g_autofree char *name = number > 1 ? g_strdup_printf("%s.%d", base, number) : g_strdup(base);
    for (int i = 0; carried && i < carried->n_trains; i++) {
        if (carried->trains[i].under_way && strcmp(carried->trains[i].name, name) == 0) {
            return true;
        }
    }
    for (int i = 0; carried && i < carried->n_sets; i++) {
        if (strcmp(carried->sets[i].row->train, name) == 0) {
            return true;
        }
    }
    return false;
}

/** How many trains by hand that closed days take have the train's base name, and would stand before
 * it. */
static int dropped_before(const PlanRead *plan, const PlanTrain *train) {
    int before = 0;
    for (int i = 0; i < plan->n_cancelled; i++) {
        const PlanTrain *other = &plan->cancelled[i];
        before += other->hand >= 0 && other->hand == train->hand &&
                  other->slot_runs[0].day == train->day &&
                  (!train->runs || other->slot_runs[0].departs < train->slot_runs[0].departs);
    }
    return before;
}

/** The place of a train among those that share its base name: how many have a lower number, how
 *  many have to have one, how many may. */
static void check_number(const PlanRead *plan, const PlanTrain *train, const GPtrArray *namesakes) {
    int lower = 0, must = 0, may = 0, taken = 0;
    for (guint i = 0; i < namesakes->len; i++) {
        const PlanTrain *other = g_ptr_array_index(namesakes, i);
        if (other == train) {
            continue;
        }
        int order =
            other->runs != train->runs ? (other->runs ? -1 : 1) : order_by_chain(other, train);
        lower += other->number < train->number;
        must += order < 0;
        may += order <= 0;
    }
    const int below = train->number - 1 - dropped_before(plan, train);
    for (int number = 1; number < train->number; number++) {
        taken += name_taken(plan->kase, train->base_name, number);
    }
    TRAIN_ROW_CHECK(VERIFY_TRAINS, !name_taken(plan->kase, train->base_name, train->number),
                    "%s is the name of a train that is under way", train->name);
    TRAIN_ROW_CHECK(VERIFY_TRAINS, lower + taken == below && must <= lower && lower <= may,
                    "%s is not numbered in the order of departures", train->name);
}

static void free_namesakes(gpointer namesakes) {
    g_ptr_array_free(namesakes, TRUE);
}

static void check_train_numbers(const PlanRead *plan) {
    GHashTable *groups = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_namesakes);
    for (int i = 0; i < plan->n_trains; i++) {
        PlanTrain *train = &plan->trains[i];
        if (!train->sound || train->carried >= 0) {
            continue;
        }
        GPtrArray *group = g_hash_table_lookup(groups, train->base_name);
        if (!group) {
            group = g_ptr_array_new();
            g_hash_table_insert(groups, train->base_name, group);
        }
        g_ptr_array_add(group, train);
    }
    for (int i = 0; i < plan->n_trains; i++) {
        if (plan->trains[i].sound && plan->trains[i].carried < 0) {
            check_number(plan, &plan->trains[i],
                         g_hash_table_lookup(groups, plan->trains[i].base_name));
        }
    }
    g_hash_table_unref(groups);
}

/** True where closed days take the train that departs with this run. */
static bool fixed_train_cancelled(const PlanRead *plan, int hand, const PlanRun *first) {
    for (int i = 0; i < plan->n_cancelled; i++) {
        const PlanTrain *train = &plan->cancelled[i];
        if (train->hand == hand && train->slot_runs[0].departs == first->departs) {
            return true;
        }
    }
    return false;
}

static bool fixed_train_runs(const PlanRead *plan, int hand, const PlanRun *first) {
    for (int i = 0; i < plan->n_trains; i++) {
        const PlanTrain *train = &plan->trains[i];
        if (train->sound && train->runs && train->hand == hand &&
            train->slot_runs[0].departs == first->departs) {
            return true;
        }
    }
    return false;
}

/** Every train that runs always is there on each of its days. */
static void check_fixed(const PlanRead *plan) {
    const Case *kase = plan->kase;
    for (int hand = 0; hand < kase->n_trains; hand++) {
        const Train *train = &kase->trains[hand];
        PlanRun first;
        Minute from = kase->horizon.start_at;
        while (!train->optional && slot_run_next(kase, train->slots[0], from, &first) &&
               first.departs < kase->horizon.end_at) {
            char day[DATE_TEXT_SIZE];
            if (train->on_day[date_weekday(first.day)] &&
                !fixed_train_cancelled(plan, hand, &first)) {
                report_check(plan->report, VERIFY_LINES, fixed_train_runs(plan, hand, &first),
                             "trains.csv", 0, "%s runs always, but not on %s", train->code,
                             date_format(first.day, day));
            }
            from = first.departs + 1;
        }
    }
}

static void check_weeks(const PlanRead *plan) {
    const Case *kase = plan->kase;
    for (LineId id = 0; id < kase->n_lines; id++) {
        const Line *line = &kase->lines[id];
        for (int week = 0; week < kase->horizon.weeks; week++) {
            int count = 0;
            for (int i = 0; i < plan->n_trains; i++) {
                count += plan->trains[i].runs && plan->trains[i].sound &&
                         plan->trains[i].line == id && plan->trains[i].week == week;
            }
            report_check(plan->report, VERIFY_LINES, count >= line->min_trains_per_week,
                         "trains.csv", 0, "line %s has %d trains in week %d, it needs at least %d",
                         line->code, count, week, line->min_trains_per_week);
            report_check(plan->report, VERIFY_LINES, count <= line->max_trains_per_week,
                         "trains.csv", 0, "line %s has %d trains in week %d, it may have %d",
                         line->code, count, week, line->max_trains_per_week);
        }
    }
}

static void check_sharing(const PlanRead *plan) {
    GHashTable *uses = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (int i = 0; i < plan->n_trains; i++) {
        const PlanTrain *train = &plan->trains[i];
        if (!train->sound || !train->runs) {
            continue;
        }
        for (int run = 0; run < train->n_runs; run++) {
            int max_trains =
                run_room(plan->kase, train->run_names[run], train->slot_runs[run].slot);
            gint64 *key = g_new(gint64, 1);
            *key = slot_run_key(plan->kase, &train->slot_runs[run]);
            int count = GPOINTER_TO_INT(g_hash_table_lookup(uses, key)) + 1;
            g_hash_table_insert(uses, key, GINT_TO_POINTER(count));
            TRAIN_ROW_CHECK(VERIFY_LINES, count <= max_trains,
                            "%s: slot run %s is used by %d trains, it takes %d", train->name,
                            train->run_names[run], count, max_trains);
        }
    }
    g_hash_table_unref(uses);
}

void verify_lines(PlanRead *plan) {
    check_repeats(plan);
    check_train_numbers(plan);
    check_fixed(plan);
    check_weeks(plan);
    check_sharing(plan);
}

/** Sum over the trains of a line, of one week or of all (week < 0), against its least load factor.
 */
static void check_together(const PlanRead *plan, LineId line, int week, double least) {
    double loaded = 0, offered = 0;
    for (int i = 0; i < plan->n_trains; i++) {
        const PlanTrain *train = &plan->trains[i];
        if (!plan_train_own(train) || train->line != line || (week >= 0 && train->week != week)) {
            continue;
        }
        loaded += train->loaded_teu_km;
        offered += train->offered_teu_km;
    }
    char when[32] = "the horizon";
    if (week >= 0) {
        g_snprintf(when, sizeof when, "week %d", week);
    }
    report_check(plan->report, VERIFY_LINES, loaded >= least * offered * (1 - RATIO_CHECKED),
                 "trains.csv", 0, "line %s has a load factor of %.6f in %s, its least is %.6f",
                 plan->kase->lines[line].code, offered > 0 ? loaded / offered : 0, when, least);
}

void verify_load_factors(PlanRead *plan) {
    const Case *kase = plan->kase;
    for (LineId line = 0; line < kase->n_lines; line++) {
        const LoadFactor *rule = line_load_factor(kase, line);
        if (!rule || rule->min <= 0) {
            continue;
        }
        if (rule->per == PER_HORIZON) {
            check_together(plan, line, -1, rule->min);
        }
        for (int week = 0; rule->per == PER_WEEK && week < kase->horizon.weeks; week++) {
            check_together(plan, line, week, rule->min);
        }
        for (int i = 0; rule->per == PER_TRAIN && i < plan->n_trains; i++) {
            const PlanTrain *train = &plan->trains[i];
            if (plan_train_own(train) && train->line == line) {
                TRAIN_ROW_CHECK(VERIFY_LINES,
                                train->loaded_teu_km >=
                                    rule->min * train->offered_teu_km * (1 - RATIO_CHECKED),
                                "%s has a load factor of %.6f, its least is %.6f", train->name,
                                train->loaded_teu_km / train->offered_teu_km, rule->min);
            }
        }
    }
}
