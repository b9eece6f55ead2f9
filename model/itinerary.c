#include "model/itinerary.h"

#include "model/booking.h"
#include "model/leg_graph.h"

double itinerary_ride_cost(const Problem *problem, const Booking *booking, Ride ride) {
    double cost = 0;
    for (LegId leg = ride.first; leg <= ride.last; leg++) {
        cost += booking->teu * problem->legs[leg].cost_per_teu;
    }
    return cost;
}

double itinerary_cost(const Problem *problem, const Booking *booking, const Ride *rides,
                      int n_rides) {
    const Station *stations = problem->kase->stations;
    double cost =
        stations[booking->from].load_cost_per_box + stations[booking->to].unload_cost_per_box;
    for (int i = 0; i < n_rides; i++) {
        cost += itinerary_ride_cost(problem, booking, rides[i]);
        if (i > 0) {
            cost += stations[problem->legs[rides[i].first].from].transfer_cost_per_box;
        }
    }
    return cost +
           booking_late_cost(problem, booking, problem->legs[rides[n_rides - 1].last].arrives);
}

int itinerary_first_boarding(const Problem *problem, const Booking *booking) {
    int64_t cutoff = problem->kase->stations[booking->from].load_cutoff_min;
    return leg_graph_first_departure(problem, booking->from, booking->ready + cutoff);
}

bool itinerary_exists(const Problem *problem, const Booking *booking, const double *arrival) {
    if (booking->barred) {
        return false;
    }
    double latest =
        (double)(booking->latest - problem->kase->stations[booking->to].unload_release_min);
    int end = problem->station_departure_start[booking->from + 1];
    for (int i = itinerary_first_boarding(problem, booking); i < end; i++) {
        if (arrival[problem->station_departures[i]] <= latest) {
            return true;
        }
    }
    return false;
}
