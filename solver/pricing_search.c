#include <math.h>
#include <string.h>

#include "model/booking.h"
#include "model/feeder_run.h"
#include "model/itinerary.h"
#include "model/leg_graph.h"
#include "solver/pricing_state.h"

/** A search of one flow's ways. */
typedef struct {
    const Booking *booking;
    const Group *group;
    const Handling *handling;
    const Target *target;
    const bool *bars_station;
    double latest; /**< delivery */
    double best;   /**< least cost found; a way has to stay below it */
    int n_rides;   /**< of the way being followed */
    int n_found;   /**< rides of the best way, 0 where none */
    bool (*take)(void *user, const PricedItinerary *itinerary);
    void *user;
    double worth;
    double reward; /**< more than any way can earn by negative linking prices, which the labels
                      leave out */
    double floor;  /**< for pricing_good(): what is wanted at all, and how many */
    int most;
    Settled settled; /**< by the way being followed */
    long n_taken;    /**< ways handed to `take` */
    bool ended;
} Search;

/** The way followed reaches the destination at this cost. */
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

/** Settles the linking price of boarding a train, unless this way has done so already.
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

/** True where what follows the leg cannot be better than after the way explored: that cost no more,
 * even if all that follows is cheaper for this way's having settled a price, or dearer for the
 * other's having had a reward. */
static bool search_dominated(const Pricing *pricing, const Search *search, LegId id, double cost) {
    const Explored *explored = &pricing->explored[id];
    if (cost - search->settled.paid < explored->cost) {
        return false;
    }
    uint64_t now = search->settled.trains, then = explored->settled.trains;
    double advantage = sum_links(pricing, now & ~then, false) +
                       sum_links(pricing, then & ~now, true) + search->settled.paid +
                       explored->settled.earned;
    return cost - advantage >= explored->cost;
}

static void search_ride(Pricing *pricing, Search *search, LegId id, double cost);

/** Boards a leg after `cost` so far, where that can still win; `before` is the feeder that led to
 * it, NONE. */
static void search_board(Pricing *pricing, Search *search, FeederRunId before, LegId leg,
                         double cost) {
    if (search->ended || search->n_rides == RIDES_MAX ||
        cost + search->target->label[leg] - search->reward >= search->best ||
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

/** Boards any train after a feeder run but that of leg `from` (NONE at the origin). `cost` is that
 * up to the run's arrival. */
static void search_from_run(Pricing *pricing, Search *search, LegId from, FeederRunId run,
                            double cost) {
    const Problem *problem = pricing->problem;
    if (cost + search->target->onward[run] - search->reward >= search->best ||
        search->target->reach.onward[run] > search->latest) {
        return;
    }
    StationId station = problem->kase->feeders[problem->feeder_runs[run].feeder].to;
    int end = problem->station_departure_start[station + 1];
    for (int i = leg_graph_first_departure(problem, station, feeder_boarding(problem, run));
         i < end && !search->ended; i++) {
        LegId leg = problem->station_departures[i];
        if (from == NONE || !problem_same_train(problem, from, leg)) {
            search_board(pricing, search, run, leg, cost + search->handling->load[leg]);
        }
    }
}

/** The way ends with a feeder. */
static void search_home(Pricing *pricing, Search *search, FeederRunId run, double cost) {
    Minute arrives = pricing->problem->feeder_runs[run].arrives;
    if ((double)arrives <= search->latest) {
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
        double bound = cost + pricing->board[next] + search->target->label[next] - search->reward;
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

/** The way may end with this leg. */
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
        if (onward + search->target->label[leg->next] - search->reward < search->best &&
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

/** Rides the leg and follows the way to all its ends, unless a way to the same leg was that cost no
 * more: what follows is then the same, but for linking prices that one of the two has settled. Of
 * the ways handed out one by one only those that led nowhere count. */
static void search_ride(Pricing *pricing, Search *search, LegId id, double cost) {
    LegId to = pricing->problem->legs[id].to;
    if (search->bars_station[to] || search_dominated(pricing, search, id, cost)) {
        return;
    }
    long n_taken = search->n_taken;
    double ridden = search->group->ride[id] + search->booking->gross_t * search->group->tonne[id];
    search_onward(pricing, search, id, cost + ridden);
    if (search->n_taken == n_taken) {
        pricing->explored[id] = (Explored){cost, search->settled};
    }
}

/** Forgets which ways led nowhere. */
static void search_forget(Pricing *pricing) {
    for (LegId leg = 0; leg < pricing->problem->n_legs; leg++) {
        pricing->explored[leg].cost = HUGE_VAL;
    }
}

/** Sets a search up for a flow, to find what exceeds `floor`. */
static void search_start(Pricing *pricing, BookingId id, double floor, Search *search) {
    const Problem *problem = pricing->problem;
    const Booking *booking = &problem->bookings[id];
    int n_stations = problem->kase->n_stations;
    search->booking = booking;
    search->target = &pricing->by.targets[pricing->by.target_of[id]];
    search->group = &pricing->by.groups[search->target->group];
    search->handling = &pricing->by.handlings[search->group->handling];
    search->bars_station =
        &problem->cargo_bars_station[(size_t)booking->cargo * (size_t)n_stations];
    search->latest = (double)booking->latest;
    search->worth = pricing_worth(pricing, id);
    search->best = search->worth - floor;
    search->reward = 0;
    for (int i = 0; i < pricing->n_linked; i++) {
        search->reward += fmax(0, -pricing->link[pricing->linked[i]]);
    }
    search_forget(pricing);
}

typedef void (*AfterEach)(Pricing *pricing, Search *search);

/** Empties may set out on any leg; in a cyclic plan on any of one period. */
static void search_empties(Pricing *pricing, Search *search, AfterEach after_each) {
    const Problem *problem = pricing->problem;
    const Horizon *horizon = &problem->kase->horizon;
    for (LegId leg = 0; leg < problem->n_legs && !search->ended; leg++) {
        if (!horizon->cyclic || problem->legs[leg].departs < horizon->end_at) {
            search_board(pricing, search, NONE, leg, search->handling->start[leg]);
            if (after_each != NULL) {
                after_each(pricing, search);
            }
        }
    }
}

/** Ways of a booking that begin with a feeder. */
static void search_fed(Pricing *pricing, Search *search, AfterEach after_each) {
    const Problem *problem = pricing->problem;
    const Booking *booking = search->booking;
    for (int i = problem->feeders_from_start[booking->from];
         i < problem->feeders_from_start[booking->from + 1]; i++) {
        FeederChoice choice = feeder_choice(problem, problem->feeders_from[i], booking->ready);
        for (FeederRunId run; (run = feeder_choice_next(&choice)) != NONE && !search->ended;) {
            search_from_run(pricing, search, NONE, run, search->handling->feed_out[run]);
            if (after_each != NULL) {
                after_each(pricing, search);
            }
        }
    }
}

/** Searches from every departure of the flow; `after_each` may look at what one of them gave. */
static void search_run(Pricing *pricing, Search *search, AfterEach after_each) {
    const Problem *problem = pricing->problem;
    const Booking *booking = search->booking;
    if (booking->empty) {
        search_empties(pricing, search, after_each);
        return;
    }
    int end = problem->station_departure_start[booking->from + 1];
    for (int i = itinerary_first_boarding(problem, booking); i < end && !search->ended; i++) {
        LegId leg = problem->station_departures[i];
        if ((double)problem->legs[leg].departs > search->latest) {
            break;
        }
        search_board(pricing, search, NONE, leg, search->handling->start[leg]);
        if (after_each != NULL) {
            after_each(pricing, search);
        }
    }
    search_fed(pricing, search, after_each);
}

bool pricing_best(Pricing *pricing, BookingId booking, double floor, PricedItinerary *best) {
    if (pricing->by.target_of[booking] == NONE) {
        return false;
    }
    Search search = {0};
    search_start(pricing, booking, floor, &search);
    search_run(pricing, &search, NULL);
    *best = (PricedItinerary){search.worth - search.best, pricing->found, search.n_found};
    return search.n_found > 0;
}

/** Keeps what the last departure gave among the good ones, sorted; the search goes on from the
 * worst that is still wanted. */
static void keep_good(Pricing *pricing, Search *search) {
    if (search->n_found == 0) {
        return;
    }
    double value = search->worth - search->best;
    int place = pricing->n_good < search->most ? pricing->n_good++ : pricing->n_good - 1;
    for (; place > 0 && pricing->good[place - 1].worth_less_cost < value; place--) {
        pricing->good[place] = pricing->good[place - 1];
    }
    pricing->good[place].worth_less_cost = value;
    pricing->good[place].n_rides = search->n_found;
    memcpy(pricing->good[place].rides, pricing->found, (size_t)search->n_found * sizeof(Ride));
    search->n_found = 0;
    double wanted = pricing->n_good < search->most
                        ? search->floor
                        : pricing->good[pricing->n_good - 1].worth_less_cost;
    search->best = search->worth - wanted;
    search_forget(pricing);
}

double pricing_good(Pricing *pricing, BookingId booking, double floor, int most,
                    void (*take)(void *user, const PricedItinerary *itinerary), void *user) {
    if (pricing->by.target_of[booking] == NONE) {
        return floor;
    }
    Search search = {.floor = floor, .most = most < GOOD_MAX ? most : GOOD_MAX};
    search_start(pricing, booking, floor, &search);
    pricing->n_good = 0;
    search_run(pricing, &search, keep_good);
    for (int i = 0; i < pricing->n_good; i++) {
        PricedItinerary itinerary = {pricing->good[i].worth_less_cost, pricing->good[i].rides,
                                     pricing->good[i].n_rides};
        take(user, &itinerary);
    }
    return pricing->n_good > 0 ? pricing->good[0].worth_less_cost : floor;
}

bool pricing_all(Pricing *pricing, BookingId booking, double floor,
                 bool (*take)(void *user, const PricedItinerary *itinerary), void *user) {
    if (pricing->by.target_of[booking] == NONE) {
        return true;
    }
    Search search = {.take = take, .user = user};
    search_start(pricing, booking, floor, &search);
    search_run(pricing, &search, NULL);
    return !search.ended;
}
