/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks every train by itself: a chain of slot runs that connect, in time, as its line allows. */
#include <inttypes.h>
#include <string.h>

#include "base/time_text.h"
#include "verify/checks/checks.h"
#include "verify/read/expect.h"

#define TRAIN_CHECK(holds, ...)                                                                    \
    ROW_CHECK(&plan->tables[TABLE_TRAINS], VERIFY_TRAINS, (holds), train->row, __VA_ARGS__)

static void check_dwell(const PlanRead *plan, const PlanTrain *train, int next) {
    const Case *kase = plan->kase;
    const PlanRun *before = &train->slot_runs[next - 1], *after = &train->slot_runs[next];
    StationId at = kase->slots[before->slot].to;
    const Station *station = &kase->stations[at];
    if (!TRAIN_CHECK(kase->slots[after->slot].from == at,
                     "%s: slot run %s does not start at %s, where the one before it ends",
                     train->name, train->run_names[next], station->code)) {
        return;
    }
    int64_t dwell = after->departs - before->arrives;
    char waits[DURATION_TEXT_SIZE], limit[DURATION_TEXT_SIZE];
    duration_format(dwell, waits);
    TRAIN_CHECK(dwell >= station->through.min_min, "%s waits %s at %s, its least dwell is %s",
                train->name, waits, station->code,
                duration_format(station->through.min_min, limit));
    TRAIN_CHECK(dwell <= station->through.max_min, "%s waits %s at %s, its greatest dwell is %s",
                train->name, waits, station->code,
                duration_format(station->through.max_min, limit));
}

static void check_train_times(const PlanRead *plan, const PlanTrain *train) {
    const Horizon *horizon = &plan->kase->horizon;
    const Line *line = &plan->kase->lines[train->line];
    char transit[DURATION_TEXT_SIZE], limit[DURATION_TEXT_SIZE], day[DATE_TEXT_SIZE];
    TRAIN_CHECK(train->departs >= horizon->start_at && train->departs < horizon->end_at,
                "%s departs outside the horizon", train->name);
    TRAIN_CHECK(train->arrives <= horizon->last_arrival,
                "%s arrives after the end of the horizon's tail", train->name);
    TRAIN_CHECK(train->arrives - train->departs <= line->max_transit_min,
                "%s is %s on the way, line %s allows %s", train->name,
                duration_format(train->arrives - train->departs, transit), line->code,
                duration_format(line->max_transit_min, limit));
    TRAIN_CHECK(train->day == train->slot_runs[0].day,
                "%s departs on %s, its name gives another day", train->name,
                date_format(train->slot_runs[0].day, day));
}

/** A train given by hand: its slots, its days, and each next slot run the earliest there is. */
static void check_hand(const PlanRead *plan, const PlanTrain *train) {
    const Case *kase = plan->kase;
    const Train *hand = &kase->trains[train->hand];
    if (!TRAIN_CHECK(hand->n_slots == train->n_runs, "%s has %d slots, the case gives %s %d",
                     train->name, train->n_runs, hand->code, hand->n_slots)) {
        return;
    }
    TRAIN_CHECK(hand->on_day[date_weekday(train->slot_runs[0].day)],
                "%s departs on a day of the week that %s does not run on", train->name, hand->code);
    for (int i = 0; i < train->n_runs; i++) {
        const PlanRun *run = &train->slot_runs[i];
        if (!TRAIN_CHECK(run->slot == hand->slots[i], "%s: slot %d is %s, the case gives %s",
                         train->name, i + 1, kase->slots[run->slot].code,
                         kase->slots[hand->slots[i]].code)) {
            return;
        }
        if (i == 0) {
            continue;
        }
        const PlanRun *before = &train->slot_runs[i - 1];
        const Station *station = &kase->stations[kase->slots[before->slot].to];
        PlanRun earliest;
        bool exists =
            slot_run_next(kase, run->slot, before->arrives + station->through.min_min, &earliest);
        TRAIN_CHECK(exists && earliest.departs == run->departs,
                    "%s: slot run %s is not the earliest that can follow", train->name,
                    train->run_names[i]);
    }
}

/** A train of a designed line: it runs along the line's route. */
static void check_route(const PlanRead *plan, const PlanTrain *train) {
    const Case *kase = plan->kase;
    const Line *line = &kase->lines[train->line];
    if (!TRAIN_CHECK(line->n_route == train->n_runs + 1,
                     "%s has %d slots, the route of line %s has %d sections", train->name,
                     train->n_runs, line->code, line->n_route - 1)) {
        return;
    }
    for (int i = 0; i < train->n_runs; i++) {
        const Slot *slot = &kase->slots[train->slot_runs[i].slot];
        TRAIN_CHECK(slot->from == line->route[i] && slot->to == line->route[i + 1],
                    "%s: slot run %s leaves the route of line %s", train->name, train->run_names[i],
                    line->code);
    }
}

/** A train under way goes over the slot runs of its legs. */
static void check_runs_under_way(const PlanRead *plan, const PlanTrain *train) {
    g_autoptr(GString) slots = g_string_new(NULL);
    for (int i = 0; i < train->n_legs; i++) {
        if (i == 0 || strcmp(train->run_names[i - 1], train->run_names[i]) != 0) {
            g_string_append_printf(slots, "%s%s", i > 0 ? ";" : "", train->run_names[i]);
        }
    }
    expect_text(&plan->tables[TABLE_TRAINS], train->row, TRAIN_SLOTS, slots->str);
}

void verify_trains(PlanRead *plan) {
    for (int i = 0; i < plan->n_trains; i++) {
        const PlanTrain *train = &plan->trains[i];
        if (!train->sound) {
            continue;
        }
        if (train->carried >= 0) {
            check_runs_under_way(plan, train);
            continue;
        }
        for (int next = 1; next < train->n_runs; next++) {
            check_dwell(plan, train, next);
        }
        check_train_times(plan, train);
        if (train->hand >= 0) {
            check_hand(plan, train);
        } else {
            check_route(plan, train);
        }
    }
}
