#include "export/plan_csv.h"

static const Ride *rides_of(const PlanView *view, const Allocation *allocation) {
    return &view->plan->rides[allocation->first_ride];
}

void allocations_csv_write(const PlanView *view, CsvWriter *csv) {
    const Problem *problem = view->problem;
    csv_put_header(csv, "booking,itinerary,boxes,from,to,departs,arrives,transit_hours,late_hours,"
                        "revenue,cost,margin");
    for (int a = 0; a < view->plan->n_allocations; a++) {
        const Allocation *allocation = &view->plan->allocations[a];
        const Ride *rides = rides_of(view, allocation);
        const StationId from = problem->legs[rides[0].first].from;
        const StationId to = problem->legs[rides[allocation->n_rides - 1].last].to;
        const AllocationKpi *kpi = &view->kpi->allocations[a];
        csv_put_text(csv, problem->bookings[allocation->booking].code);
        csv_put_int(csv, view->itinerary[a]);
        csv_put_int(csv, allocation->boxes);
        csv_put_text(csv, problem->kase->stations[from].code);
        csv_put_text(csv, problem->kase->stations[to].code);
        csv_put_instant(csv, problem_zone(problem, from), kpi->departs);
        csv_put_instant(csv, problem_zone(problem, to), kpi->arrives);
        csv_put_hours(csv, kpi->arrives - kpi->departs);
        csv_put_hours(csv, kpi->late_min);
        csv_put_money(csv, kpi->revenue);
        csv_put_money(csv, kpi->cost);
        csv_put_money(csv, kpi->revenue - kpi->cost);
        csv_end_row(csv);
    }
}

/** The leg's own cost, with what the row bears besides: loading on the first row, a transfer on the
 * row after it, unloading and lateness on the last, so that the rows add up to the allocation. */
static double row_cost(const PlanView *view, int a, int ride, LegId l) {
    const Problem *problem = view->problem;
    const Allocation *allocation = &view->plan->allocations[a];
    const Ride *rides = rides_of(view, allocation);
    const AllocationKpi *kpi = &view->kpi->allocations[a];
    const Leg *leg = &problem->legs[l];
    double cost =
        leg->cost_per_teu * allocation->boxes * problem->bookings[allocation->booking].teu;
    if (l == rides[ride].first) {
        cost += ride == 0
                    ? kpi->load_cost
                    : allocation->boxes * problem->kase->stations[leg->from].transfer_cost_per_box;
    }
    if (ride == allocation->n_rides - 1 && l == rides[ride].last) {
        cost += kpi->unload_cost + kpi->late_cost;
    }
    return cost;
}

static void put_leg(const PlanView *view, CsvWriter *csv, int a, int seq, LegId l, double cost) {
    const Problem *problem = view->problem;
    const Allocation *allocation = &view->plan->allocations[a];
    const Booking *booking = &problem->bookings[allocation->booking];
    const Leg *leg = &problem->legs[l];
    csv_put_text(csv, booking->code);
    csv_put_int(csv, view->itinerary[a]);
    csv_put_int(csv, seq);
    csv_put_text(csv, "train");
    csv_put_text(csv, train_name(view->names, leg->train));
    csv_put_text(csv, plan_view_run_name(view, leg));
    csv_put_text(csv, problem->kase->stations[leg->from].code);
    csv_put_text(csv, problem->kase->stations[leg->to].code);
    csv_put_instant(csv, problem_zone(problem, leg->from), leg->departs);
    csv_put_instant(csv, problem_zone(problem, leg->to), leg->arrives);
    csv_put_int(csv, allocation->boxes);
    csv_put_quantity(csv, allocation->boxes * booking->teu);
    csv_put_quantity(csv, allocation->boxes * booking->gross_t);
    csv_put_money(csv, cost);
    csv_end_row(csv);
}

void legs_csv_write(const PlanView *view, CsvWriter *csv) {
    csv_put_header(csv, "booking,itinerary,seq,mode,train_or_feeder,slot,from,to,departs,arrives,"
                        "boxes,teu,tonnes,cost");
    for (int a = 0; a < view->plan->n_allocations; a++) {
        const Allocation *allocation = &view->plan->allocations[a];
        const Ride *rides = rides_of(view, allocation);
        int seq = 0;
        for (int r = 0; r < allocation->n_rides; r++) {
            for (LegId l = rides[r].first; l <= rides[r].last; l++) {
                put_leg(view, csv, a, ++seq, l, row_cost(view, a, r, l));
            }
        }
    }
}
