/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes timetable.csv: where each train calls, and when. */
#include "export/tables/plan_csv.h"

/** A train at one of its stations: `in` is the leg it arrives on, `out` the one it leaves on; NULL
 * at the ends. */
typedef struct {
    const Leg *in;
    const Leg *out;
    int seq;
    double dist_km;
    Date first_day; /**< local date of the train's first departure */
} Call;

static void put_when(CsvWriter *csv, const Zone *zone, const Leg *in, const Leg *out) {
    if (in != NULL) {
        csv_put_instant(csv, zone, in->arrives);
    } else {
        csv_put_no_instant(csv);
    }
    if (out != NULL) {
        csv_put_instant(csv, zone, out->departs);
    } else {
        csv_put_no_instant(csv);
    }
}

static void put_call(const PlanView *view, CsvWriter *csv, TrainId train, const Call *call) {
    const StationId at = call->in != NULL ? call->in->to : call->out->from;
    const Station *station = &view->problem->kase->stations[at];
    const Minute day_of = call->in != NULL ? call->in->arrives : call->out->departs;
    csv_put_text(csv, train_name(view->names, train));
    csv_put_int(csv, call->seq);
    csv_put_text(csv, station->code);
    csv_put_text(csv, station->name.en);
    csv_put_text(csv, station->name.zh);
    csv_put_text(csv, station->country);
    put_when(csv, station->zone, call->in, call->out);
    put_when(csv, view->problem->kase->beijing, call->in, call->out);
    if (call->in != NULL && call->out != NULL) {
        csv_put_hours(csv, call->out->departs - call->in->arrives);
    } else {
        csv_put_empty(csv);
    }
    csv_put_day(csv, zone_date(station->zone, day_of) - call->first_day);
    csv_put_text(csv, call->out != NULL ? plan_view_run_name(view, call->out) : NULL);
    csv_put_quantity(csv, call->dist_km);
    csv_put_bool(csv, station->gauge_break);
    csv_end_row(csv);
}

static void put_timetable_of_train(const PlanView *view, CsvWriter *csv, TrainId id) {
    const TrainCandidate *train = &view->problem->trains[id];
    const Leg *legs = &view->problem->legs[train->first_leg];
    Call call = {.first_day = zone_date(problem_zone(view->problem, legs[0].from), train->departs)};
    for (int i = 0; i <= train->n_legs; i++) {
        call.seq = i + 1;
        call.in = i > 0 ? &legs[i - 1] : NULL;
        call.out = i < train->n_legs ? &legs[i] : NULL;
        call.dist_km += i > 0 ? legs[i - 1].dist_km : 0;
        put_call(view, csv, id, &call);
    }
}

void timetable_csv_write(const PlanView *view, CsvWriter *csv) {
    for (TrainId id = 0; id < view->problem->n_trains; id++) {
        if (plan_view_runs(view, id)) {
            put_timetable_of_train(view, csv, id);
        }
    }
}
