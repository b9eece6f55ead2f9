/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds closed days against the runs that there are, and warns of those that take none. */
#include "model/problem/idle_closures.h"

#include <glib.h>

#include "config/closures.h"
#include "config/finding_codes.h"
#include "config/trip_time.h"
#include "model/problem/calendar.h"

/** Notes which closures an instant lies in.
 *  @param used  per closure */
static void note_use(const Problem *problem, const Closed *closed, Minute at, bool *used) {
    for (int i = 0; i < closed->n_times; i++) {
        used[i] = used[i] || closure_has(&problem->kase->horizon, &closed->times[i], at);
    }
}

/** Warns of the first of the days that take nothing, and says how many others do not. */
static void warn_of_idle(const Closed *closed, const char *code, const bool *used,
                         Findings *findings) {
    int idle = 0, first = 0;
    for (int i = closed->n_days - 1; i >= 0; i--) {
        first = used[i] ? first : i;
        idle += !used[i];
    }
    if (idle == 0) {
        return;
    }
    char days[DAY_SPAN_TEXT_SIZE];
    const Place place = closed->days[first].place;
    const Phrase phrase =
        PHRASE(FINDING_CLOSED_IDLE, code, day_span_format(&closed->days[first], days));
    if (idle == 1) {
        findings_add(findings, place, FINDING_WARNING, &phrase);
    } else {
        finding_warning(findings, place, FINDING_REPEATED, &phrase, idle);
    }
}

static void check_slot_closures(const Problem *problem, Findings *findings) {
    for (SlotId id = 0; id < problem->kase->n_slots; id++) {
        const Slot *slot = &problem->kase->slots[id];
        bool *used = g_new0(bool, (gsize)slot->closed.n_times + 1);
        for (SlotRunId run = problem->slot_run_start[id];
             slot->closed.n_times > 0 && run < problem->slot_run_start[id + 1]; run++) {
            note_use(problem, &slot->closed, problem->runs[run].departs, used);
        }
        warn_of_idle(&slot->closed, slot->code, used, findings);
        g_free(used);
    }
}

static void check_station_closures(const Problem *problem, Findings *findings) {
    const Case *kase = problem->kase;
    bool **used = g_new0(bool *, (gsize)kase->n_stations + 1);
    for (StationId id = 0; id < kase->n_stations; id++) {
        used[id] = g_new0(bool, (gsize)kase->stations[id].closed.n_times + 1);
    }
    for (SlotRunId id = 0; id < problem->n_runs; id++) {
        const SlotRun *run = &problem->runs[id];
        const Slot *slot = &kase->slots[run->slot];
        for (int i = 0; i < slot_n_times(slot); i++) {
            const StationId at = slot_station_at(slot, i);
            note_use(problem, &kase->stations[at].closed, problem->run_times[run->first_time + i],
                     used[at]);
        }
    }
    for (StationId id = 0; id < kase->n_stations; id++) {
        warn_of_idle(&kase->stations[id].closed, kase->stations[id].code, used[id], findings);
        g_free(used[id]);
    }
    g_free(used);
}

/** A feeder without a timetable may leave at any time of the horizon and its tail. */
static void note_unscheduled(const Problem *problem, const Feeder *feeder, bool *used) {
    const Closed *closed = &feeder->closed;
    const Horizon *horizon = &problem->kase->horizon;
    for (int i = 0; i < closed->n_times; i++) {
        used[i] = horizon->cyclic || (closed->times[i].to > horizon->start_at &&
                                      closed->times[i].from <= horizon->last_arrival);
    }
}

static void note_scheduled(const Problem *problem, const Feeder *feeder, bool *used) {
    const Horizon *horizon = &problem->kase->horizon;
    const Zone *zone = problem_zone(problem, feeder->from);
    const Date last = zone_date(zone, horizon->last_arrival);
    for (Date day = zone_date(zone, horizon->start_at); day <= last; day++) {
        for (int i = 0; i < feeder->n_departs; i++) {
            const WeeklyTime *time = &feeder->departs[i];
            if (time->weekday == date_weekday(day) &&
                every_runs_on(&feeder->every, calendar_plan_day(problem, day))) {
                note_use(problem, &feeder->closed,
                         zone_to_minute(zone, day, time->minute_of_day, NULL), used);
            }
        }
    }
}

static void check_feeder_closures(const Problem *problem, Findings *findings) {
    for (int id = 0; id < problem->kase->n_feeders; id++) {
        const Feeder *feeder = &problem->kase->feeders[id];
        if (feeder->closed.n_times > 0) {
            bool *used = g_new0(bool, (gsize)feeder->closed.n_times);
            (feeder->n_departs == 0 ? note_unscheduled : note_scheduled)(problem, feeder, used);
            warn_of_idle(&feeder->closed, feeder->code, used, findings);
            g_free(used);
        }
    }
}

void idle_closures_warn(const Problem *problem, Findings *findings) {
    check_slot_closures(problem, findings);
    check_station_closures(problem, findings);
    check_feeder_closures(problem, findings);
}
