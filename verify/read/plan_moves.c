/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the legs of trains that rows of legs.csv and empties.csv speak of. */
#include "verify/read/plan_moves.h"

#include <string.h>

#include "verify/read/expect.h"
#include "verify/read/period.h"

/** The date in a train's name; false where there is none. */
static bool name_date(const char *name, Date *day) {
    const char *at = strchr(name, '@');
    if (!at) {
        return false;
    }
    char *text = g_strndup(at + 1, DATE_LENGTH);
    bool reads = cell_date(text, day);
    g_free(text);
    return reads;
}

char *train_name_fold(const Case *kase, const char *name) {
    Date day;
    char date[DATE_TEXT_SIZE];
    if (!kase->horizon.cyclic || !name_date(name, &day)) {
        return g_strdup(name);
    }
    const char *at = strchr(name, '@');
    return g_strdup_printf("%.*s@%s%s", (int)(at - name), name,
                           date_format(period_fold_day(kase, day), date), at + 1 + DATE_LENGTH);
}

PlanTrain *plan_train_named(const PlanRead *plan, const char *name) {
    char *folded = train_name_fold(plan->kase, name);
    PlanTrain *train = g_hash_table_lookup(plan->running, folded);
    g_free(folded);
    return train && strcmp(train->name, name) == 0 ? train : NULL;
}

PlanLeg *plan_leg_named(const PlanRead *plan, const char *train, const char *leg) {
    const PlanTrain *found = plan_train_named(plan, train);
    long number = 0;
    if (!found || !cell_count(leg, &number) || number < 1 || number > found->n_legs) {
        return NULL;
    }
    return &found->legs[number - 1];
}

/** The train that runs under this name; in a cyclic case it may be one of another period. */
static const PlanTrain *find_train(const PlanRead *plan, const char *name, int *periods) {
    char *folded = train_name_fold(plan->kase, name);
    const PlanTrain *train = g_hash_table_lookup(plan->running, folded);
    Date day;
    g_free(folded);
    *periods = 0;
    if (train && plan->kase->horizon.cyclic && name_date(name, &day)) {
        *periods = (day - train->day) / period_days(plan->kase);
    }
    return train;
}

/** True where the row names the slot run of the leg, or has no column for it. */
static bool names_run(const PlanRead *plan, const LegColumns *columns, int row,
                      const PlanTrain *train, int run, int periods) {
    if (columns->slot < 0) {
        return true;
    }
    if (train->carried >= 0) {
        return strcmp(checked_cell(columns->table, row, columns->slot), train->run_names[run]) == 0;
    }
    char *name = slot_run_name_after(&train->slot_runs[run], train->run_names[run],
                                     periods * period_days(plan->kase));
    bool same = strcmp(checked_cell(columns->table, row, columns->slot), name) == 0;
    g_free(name);
    return same;
}

static int row_leg(const PlanRead *plan, const LegColumns *columns, int row, const PlanTrain *train,
                   int periods) {
    const char *from = checked_cell(columns->table, row, columns->from);
    const char *to = checked_cell(columns->table, row, columns->to);
    const char *departs = checked_cell(columns->table, row, columns->departs);
    int found = NOWHERE;
    for (int i = 0; i < train->n_legs; i++) {
        const PlanLeg *leg = &train->legs[i];
        if (leg->closed) {
            continue;
        }
        const Station *start = &plan->kase->stations[leg->from];
        if (strcmp(start->code, from) != 0 || strcmp(plan->kase->stations[leg->to].code, to) != 0 ||
            !names_run(plan, columns, row, train, leg->run, periods)) {
            continue;
        }
        // A train may call twice at its stations; the time of departure then tells which leg it is.
        char text[INSTANT_TEXT_SIZE];
        Minute at = leg->departs + periods * period_min(plan->kase);
        bool same_time = strcmp(instant_format(start->zone, at, text), departs) == 0;
        if (found < 0 || same_time) {
            found = i;
        }
    }
    return found;
}

bool plan_find_leg(const PlanRead *plan, const LegColumns *columns, int row, PlanMove *move) {
    const CheckedTable *table = columns->table;
    const char *name = checked_cell(table, row, columns->train);
    int periods;
    const PlanTrain *train = find_train(plan, name, &periods);
    if (!ROW_CHECK(table, VERIFY_BOXES, train != NULL, row, "trains.csv has no train %s that runs",
                   name)) {
        return false;
    }
    int leg = row_leg(plan, columns, row, train, periods);
    const char *from = checked_cell(table, row, columns->from);
    const char *to = checked_cell(table, row, columns->to);
    if (leg < 0) {
        return columns->slot < 0 ? ROW_CHECK(table, VERIFY_BOXES, false, row, "%s has no leg %s-%s",
                                             name, from, to)
                                 : ROW_CHECK(table, VERIFY_BOXES, false, row,
                                             "%s has no leg %s-%s on slot run %s", name, from, to,
                                             checked_cell(table, row, columns->slot));
    }
    Minute shift = periods * period_min(plan->kase);
    *move = (PlanMove){.row = row,
                       .train = (int)(train - plan->trains),
                       .leg = leg,
                       .periods = periods,
                       .feeder = NOWHERE,
                       .from = train->legs[leg].from,
                       .to = train->legs[leg].to,
                       .departs = train->legs[leg].departs + shift,
                       .arrives = train->legs[leg].arrives + shift};
    return true;
}

bool moves_rode_before(const PlanMove *moves, int move) {
    for (int earlier = 0; earlier < move; earlier++) {
        if (moves_same_train(&moves[earlier], &moves[move])) {
            return true;
        }
    }
    return false;
}
