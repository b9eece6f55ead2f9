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

static void put_beijing(CsvWriter *csv, const Zone *beijing, const Minute *at) {
    if (at != NULL) {
        csv_put_instant(csv, beijing, *at);
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

/** Instants as the earlier plan had them. */
static void put_told(CsvWriter *csv, const char *arrives, const char *departs) {
    csv_put_instant_text(csv, arrives);
    csv_put_instant_text(csv, departs);
}

static void put_call_under_way(const PlanView *view, CsvWriter *csv, const CarriedTrain *train,
                               int seq, double dist_km) {
    const Case *kase = view->problem->kase;
    const CarriedLeg *in = seq > 0 ? &train->legs[seq - 1] : NULL;
    const CarriedLeg *out = seq < train->n_legs ? &train->legs[seq] : NULL;
    const StationId at = in != NULL ? in->to : out->from;
    const Station *station = at < 0 ? NULL : &kase->stations[at];
    const Zone *zone = station != NULL ? station->zone : kase->horizon.zone;
    const Zone *first =
        train->legs[0].from < 0 ? kase->horizon.zone : kase->stations[train->legs[0].from].zone;
    const Minute day_of = in != NULL ? in->row->arrives_at : out->row->departs_at;
    csv_put_text(csv, train->name);
    csv_put_int(csv, seq + 1);
    csv_put_text(csv, in != NULL ? in->row->to : out->row->from);
    csv_put_text(csv, station != NULL ? station->name.en : NULL);
    csv_put_text(csv, station != NULL ? station->name.zh : NULL);
    csv_put_text(csv, station != NULL ? station->country : NULL);
    put_told(csv, in != NULL ? in->row->arrives : "", out != NULL ? out->row->departs : "");
    put_beijing(csv, kase->beijing, in != NULL ? &in->row->arrives_at : NULL);
    put_beijing(csv, kase->beijing, out != NULL ? &out->row->departs_at : NULL);
    if (in != NULL && out != NULL) {
        csv_put_hours(csv, out->row->departs_at - in->row->arrives_at);
    } else {
        csv_put_empty(csv);
    }
    csv_put_day(csv, zone_date(zone, day_of) - zone_date(first, train->departs));
    csv_put_text(csv, out != NULL ? out->row->slot : NULL);
    csv_put_quantity(csv, dist_km);
    csv_put_bool(csv, station != NULL && station->gauge_break);
    csv_end_row(csv);
}

/** A train under way, its whole run; legs that the case knows no more have no km. */
static void put_timetable_under_way(const PlanView *view, CsvWriter *csv,
                                    const CarriedTrain *train) {
    const Problem *problem = view->problem;
    double dist_km = 0;
    for (int seq = 0; seq <= train->n_legs; seq++) {
        put_call_under_way(view, csv, train, seq, dist_km);
        const CarriedLeg *leg = &train->legs[seq < train->n_legs ? seq : 0];
        dist_km += leg->part < 0
                       ? 0
                       : problem->slot_legs[problem->slot_leg_start[leg->slot] + leg->part].dist_km;
    }
}

void timetable_csv_write(const PlanView *view, CsvWriter *csv) {
    const CarriedOver *carried = view->problem->kase->carried;
    for (TrainId id = 0; id < view->problem->n_trains; id++) {
        if (plan_view_runs(view, id) && !view->problem->trains[id].under_way) {
            put_timetable_of_train(view, csv, id);
        }
    }
    for (int i = 0; carried != NULL && i < carried->n_trains; i++) {
        if (carried->trains[i].under_way) {
            put_timetable_under_way(view, csv, &carried->trains[i]);
        }
    }
}
