/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows the itineraries of a flow depth-first, each move that may still win. */
#include "solver/pricing/pricing_search.h"

#include <math.h>

#include "model/problem/booking.h"
#include "model/problem/feeder_run.h"
#include "model/problem/leg_graph.h"
#include "model/problem/part_room.h"
#include "solver/pricing/pricing_alone.h"

/** Rides between two looks at the clock. */
enum { RIDES_BETWEEN_LOOKS = 4096 };

/** The itinerary followed reaches the destination at this cost. */
static void search_arrive(Pricing *pricing, Search *search, double cost) {
    if (cost >= search->best) {
        return;
    }
    if (search->take != NULL) {
        search->n_taken++;
        PricedItinerary itinerary = {search->worth - cost, pricing->rides, search->n_rides};
        search->ended = !search->take(search->user, &itinerary);
        return;
    }
    search->best = cost;
    search->n_found = search->n_rides;
    for (int i = 0; i < search->n_rides; i++) {
        pricing->found[i] = pricing->rides[i];
    }
}

/** Settles the linking price of boarding a train, unless this itinerary has done so already.
 *  @return the price, 0 where it was settled */
static double search_link(const Pricing *pricing, Search *search, TrainId train) {
    if (!pricing->is_linked[train]) {
        return 0;
    }
    for (int i = 0; i < search->n_rides; i++) {
        if (pricing->problem->legs[pricing->rides[i].first].train == train) {
            return 0;
        }
    }
    double price = pricing->link[train];
    int place = pricing->link_place[train];
    if (place < SETTLED_TRAINS) {
        search->settled.trains |= (uint64_t)1 << place;
    } else {
        search->settled.paid += fmax(0, price);
        search->settled.earned += fmax(0, -price);
    }
    return price;
}

/** Sum of the prices of some linked trains: their costs, or their rewards (≥ 0). */
static double sum_links(const Pricing *pricing, uint64_t trains, bool rewards) {
    double sum = 0;
    for (int i = 0; trains != 0; i++, trains >>= 1) {
        double price = pricing->link[pricing->linked[i]];
        sum += (trains & 1) == 0 ? 0 : fmax(0, rewards ? -price : price);
    }
    return sum;
}

/** True where what follows the leg cannot be better than after the itinerary explored: that had as
 * much time and cost no more, even if all that follows is cheaper for this itinerary's having
 * settled a price, or dearer for the other's having had a reward. */
static bool search_dominated(const Pricing *pricing, const Search *search, LegId id, double cost) {
    const Explored *explored = &pricing->explored[id];
    if (explored->search != pricing->n_searches || search->latest > explored->latest ||
        cost - search->settled.paid < explored->cost) {
        return false;
    }
    uint64_t now = search->settled.trains, then = explored->settled.trains;
    double advantage = sum_links(pricing, now & ~then, false) +
                       sum_links(pricing, then & ~now, true) + search->settled.paid +
                       explored->settled.earned;
    return cost - advantage >= explored->cost;
}

/** True where an itinerary that costs so much at least may still win. */
static bool can_win(const Search *search, double bound) {
    return bound + search->margin < search->best;
}

/** What an itinerary may earn that labels leave out, from the boarding of this train on. */
static double reward_from(const Pricing *pricing, const Search *search, TrainId train) {
    return search->alone ? fmax(0, -pricing->link[train]) : search->reward;
}

static void search_ride(Pricing *pricing, Search *search, LegId id, double cost);

void search_board(Pricing *pricing, Search *search, FeederRunId before, LegId leg, double cost) {
    double reward = reward_from(pricing, search, pricing->problem->legs[leg].train);
    if (search->ended || search->n_rides == RIDES_MAX ||
        !can_win(search, cost + search->label[leg] - reward) ||
        search->target->reach.delivery[leg] > search->latest) {
        return;
    }
    Settled settled = search->settled;
    double link = search_link(pricing, search, pricing->problem->legs[leg].train);
    pricing->rides[search->n_rides++] = (Ride){leg, leg, before, NONE};
    search_ride(pricing, search, leg, cost + link);
    search->n_rides--;
    search->settled = settled;
}

/** True where the leg and the feeder's run, where there are such, have room for what has to go
 * together. */
static bool has_room(const Pricing *pricing, const Search *search, LegId leg, FeederRunId run) {
    return !pricing->keeps_parts ||
           ((leg == NONE || part_fits_leg(pricing->problem, search->booking, leg)) &&
            part_fits_feeder(pricing->problem, search->booking, run));
}

void search_from_run(Pricing *pricing, Search *search, LegId from, FeederRunId run, double cost) {
    const Problem *problem = pricing->problem;
    if (!can_win(search, cost + search->onward[run] - search->reward) ||
        search->target->reach.onward[run] > search->latest ||
        !has_room(pricing, search, NONE, run)) {
        return;
    }
    StationId station = problem->kase->feeders[problem->feeder_runs[run].feeder].to;
    int end = problem->station_departure_start[station + 1];
    for (int i = leg_graph_first_departure(problem, station, feeder_boarding(problem, run));
         i < end && !search->ended; i++) {
        LegId leg = problem->station_departures[i];
        search->work++;
        if (from == NONE || !problem_same_train(problem, from, leg)) {
            search_board(pricing, search, run, leg, cost + search->handling->load[leg]);
        }
    }
}

/** The itinerary ends with a feeder. */
static void search_home(Pricing *pricing, Search *search, FeederRunId run, double cost) {
    Minute arrives = pricing->problem->feeder_runs[run].arrives;
    if ((double)arrives <= search->latest && has_room(pricing, search, NONE, run)) {
        double late = pricing->money * booking_late_cost(search->booking, arrives);
        Ride *last = &pricing->rides[search->n_rides - 1];
        last->after = run;
        search_arrive(pricing, search, cost + search->handling->feed_home[run] + late);
        last->after = NONE;
    }
}

/** Goes on by feeder at the leg's end: home, or to another train. */
static void search_feeders(Pricing *pricing, Search *search, LegId id, double cost) {
    const Problem *problem = pricing->problem;
    StationId station = problem->legs[id].to;
    cost += search->handling->unload[id];
    for (int i = problem->feeders_from_start[station];
         i < problem->feeders_from_start[station + 1] && !search->ended; i++) {
        int feeder = problem->feeders_from[i];
        FeederChoice choice = feeder_choice(problem, feeder, feeder_ready(problem, id));
        for (FeederRunId run; (run = feeder_choice_next(&choice)) != NONE && !search->ended;) {
            if (problem->kase->feeders[feeder].to == search->booking->to) {
                search_home(pricing, search, run, cost);
            }
            search_from_run(pricing, search, id, run, cost + search->handling->feed[run]);
        }
    }
}

/** Changes at the leg's end: the most promising train first, so that the others fall by the bound.
 */
static void search_transfer(Pricing *pricing, Search *search, LegId id, double cost) {
    const Problem *problem = pricing->problem;
    const Leg *leg = &problem->legs[id];
    const Station *station = &problem->kase->stations[leg->to];
    const LegId *departures = problem->station_departures;
    int first =
        leg_graph_first_departure(problem, leg->to, leg->arrives + station->transfer.min_min);
    int end = problem->station_departure_start[leg->to + 1];
    Minute last = station->transfer.max_min == INT64_MAX ? INT64_MAX
                                                         : leg->arrives + station->transfer.max_min;
    int promising = NONE;
    double least = search->best;
    for (int i = first; i < end && problem->legs[departures[i]].departs <= last; i++) {
        LegId next = departures[i];
        double reward = reward_from(pricing, search, problem->legs[next].train);
        double bound = cost + pricing->board[next] + search->label[next] - reward;
        search->work++;
        if (bound < least && !problem_same_train(problem, id, next)) {
            least = bound;
            promising = i;
        }
    }
    if (promising == NONE) {
        return;
    }
    search_board(pricing, search, NONE, departures[promising],
                 cost + pricing->board[departures[promising]]);
    for (int i = first; i < end && problem->legs[departures[i]].departs <= last; i++) {
        if (i != promising && !problem_same_train(problem, id, departures[i])) {
            search_board(pricing, search, NONE, departures[i],
                         cost + pricing->board[departures[i]]);
        }
    }
}

/** The itinerary may end with this leg. */
static void search_finish(Pricing *pricing, Search *search, LegId id, double cost) {
    const Booking *booking = search->booking;
    if (booking->empty) {
        search_arrive(pricing, search, cost + search->handling->finish[id]);
    } else if (pricing->problem->legs[id].to == booking->to) {
        Minute delivered = booking_delivery(pricing->problem, id);
        if ((double)delivered <= search->latest) {
            double late = pricing->money * booking_late_cost(booking, delivered);
            search_arrive(pricing, search, cost + search->handling->finish[id] + late);
        }
    }
}

/** Rides the leg and goes on by every move. */
static void search_onward(Pricing *pricing, Search *search, LegId id, double cost) {
    const Problem *problem = pricing->problem;
    const Leg *leg = &problem->legs[id];
    search_finish(pricing, search, id, cost);
    if (leg->next != NONE && !search->ended) {
        double onward = cost + pricing->pass[id];
        if (can_win(search, onward + search->label[leg->next] - search->reward) &&
            search->target->reach.delivery[leg->next] <= search->latest) {
            pricing->rides[search->n_rides - 1].last = leg->next;
            search_ride(pricing, search, leg->next, onward);
            pricing->rides[search->n_rides - 1].last = id;
        }
    }
    if (problem->kase->stations[leg->to].has_transfer && !search->ended) {
        search_transfer(pricing, search, id, cost + pricing->leave[id]);
    }
    if (!search->booking->empty && !search->ended) {
        search_feeders(pricing, search, id, cost);
    }
}

/** Looks whether the search has gone on for long: too long for the clock, or for the target's
 * labels. */
static void search_look(Pricing *pricing, Search *search) {
    if (++pricing->n_ridden % RIDES_BETWEEN_LOOKS == 0 && pricing_stopped(pricing)) {
        search->ended = true;
    }
    if (!search->alone && search->work > pricing->patience) {
        search_alone(pricing, search);
    }
}

/** Rides the leg and follows the itinerary to all its ends, unless one that cost no more was
 * followed from it before: what follows is then the same, but for linking prices that one of the
 * two has settled. Of the itineraries handed out one by one only those that led nowhere count. */
static void search_ride(Pricing *pricing, Search *search, LegId id, double cost) {
    LegId to = pricing->problem->legs[id].to;
    search_look(pricing, search);
    if (search->ended || search->bars_station[to] || !has_room(pricing, search, id, NONE) ||
        search_dominated(pricing, search, id, cost)) {
        return;
    }
    long n_taken = search->n_taken;
    double ridden = search->group->ride[id] + search->booking->gross_t * search->group->tonne[id];
    search_onward(pricing, search, id, cost + ridden);
    if (search->n_taken == n_taken) {
        pricing->explored[id] =
            (Explored){pricing->n_searches, cost, search->latest, search->settled};
    }
}
