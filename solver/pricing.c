#include "solver/pricing.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/booking.h"
#include "model/itinerary.h"
#include "model/leg_graph.h"
#include "solver/pricing_groups.h"

/** Changes of train that the search follows at most; real itineraries have one or two. */
enum { RIDES_MAX = 64 };

/** Itineraries of one booking that a round may take. */
enum { GOOD_MAX = 16 };

typedef struct {
    const Booking *booking;
    const Group *group;
    const Target *target;
    const bool *bars_station;
    double latest; /**< greatest arrival of the last train */
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
    bool ended;
} Search;

/** One of the itineraries that pricing_good() keeps. */
typedef struct {
    double worth_less_cost;
    int n_rides;
    Ride rides[RIDES_MAX];
} Good;

struct Pricing {
    const Formulation *formulation;
    const Problem *problem;
    Labels *labels;
    PricingGroups by;
    double *pass, *leave, *board, *load; /**< per leg, the same for all groups */
    double *unload;
    double *link;    /**< per train */
    TrainId *linked; /**< trains with a linking price */
    int n_linked;
    bool *is_linked; /**< per train */
    bool *closed;    /**< per train */
    bool farkas;
    Ride rides[RIDES_MAX];
    Ride found[RIDES_MAX];
    Good good[GOOD_MAX]; /**< itineraries of pricing_good(), best first */
    int n_good;
};

static double *new_doubles(int count) {
    return calloc((size_t)count + 1, sizeof(double));
}

static bool allocate(Pricing *pricing) {
    const Problem *problem = pricing->problem;
    pricing->pass = new_doubles(problem->n_legs);
    pricing->leave = new_doubles(problem->n_legs);
    pricing->board = new_doubles(problem->n_legs);
    pricing->load = new_doubles(problem->n_legs);
    pricing->unload = new_doubles(problem->n_legs);
    pricing->link = new_doubles(problem->n_trains);
    pricing->is_linked = calloc((size_t)problem->n_trains + 1, sizeof *pricing->is_linked);
    pricing->closed = calloc((size_t)problem->n_trains + 1, sizeof *pricing->closed);
    pricing->linked = calloc((size_t)problem->n_trains + 1, sizeof *pricing->linked);
    pricing->labels = labels_new(problem);
    return pricing->pass != NULL && pricing->leave != NULL && pricing->board != NULL &&
           pricing->load != NULL && pricing->unload != NULL && pricing->link != NULL &&
           pricing->linked != NULL && pricing->closed != NULL && pricing->is_linked != NULL &&
           pricing->labels != NULL;
}

Pricing *pricing_new(const Formulation *formulation) {
    Pricing *pricing = calloc(1, sizeof *pricing);
    if (pricing == NULL) {
        return NULL;
    }
    pricing->formulation = formulation;
    pricing->problem = formulation->problem;
    if (!allocate(pricing) ||
        !pricing_groups_init(&pricing->by, pricing->problem, pricing->labels)) {
        pricing_free(pricing);
        return NULL;
    }
    return pricing;
}

void pricing_free(Pricing *pricing) {
    if (pricing != NULL) {
        pricing_groups_clear(&pricing->by);
        free(pricing->pass);
        free(pricing->leave);
        free(pricing->board);
        free(pricing->load);
        free(pricing->unload);
        free(pricing->link);
        free(pricing->linked);
        free(pricing->closed);
        free(pricing->is_linked);
        labels_free(pricing->labels);
        free(pricing);
    }
}

/* ---- prices, taken anew each round ---- */

static double lift_price(const Pricing *pricing, const double *dual, StationDayId day) {
    RowId row = pricing->formulation->lift_row[day];
    return row == NONE ? 0 : dual[row];
}

/** What the moves at a leg's ends cost any box: handling, lifts and transfers. */
static void price_moves(Pricing *pricing, const double *dual) {
    const Problem *problem = pricing->problem;
    double direct = pricing->farkas ? 0 : 1;
    for (LegId id = 0; id < problem->n_legs; id++) {
        const Leg *leg = &problem->legs[id];
        const Station *from = &problem->kase->stations[leg->from];
        const Station *to = &problem->kase->stations[leg->to];
        double depart_lift = lift_price(pricing, dual, leg->depart_day);
        double arrive_lift = lift_price(pricing, dual, leg->arrive_day);
        pricing->load[id] = direct * from->load_cost_per_box + depart_lift;
        pricing->board[id] = direct * from->transfer_cost_per_box + depart_lift;
        pricing->leave[id] = arrive_lift;
        pricing->unload[id] = direct * to->unload_cost_per_box + arrive_lift;
        pricing->pass[id] = leg->next != NONE && leg_pass_lifts(problem, id)
                                ? lift_price(pricing, dual, problem->legs[leg->next].depart_day)
                                : 0;
    }
}

/** What riding a leg costs a box of the group. */
static void price_rides(const Pricing *pricing, Group *group, const double *dual) {
    const Problem *problem = pricing->problem;
    const Formulation *formulation = pricing->formulation;
    double direct = pricing->farkas ? 0 : group->teu;
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        double ride = direct * problem->legs[leg].cost_per_teu, tonne = 0;
        for (int i = formulation->leg_term_start[leg]; i < formulation->leg_term_start[leg + 1];
             i++) {
            const LegTerm *term = &formulation->leg_terms[i];
            if (term->cargo != NONE && term->cargo != group->cargo) {
                continue;
            }
            double price = term->factor * dual[term->row];
            if (term->unit == UNIT_TONNE) {
                tonne += price;
            } else {
                ride += term->unit == UNIT_TEU ? group->teu * price : price;
            }
        }
        group->ride[leg] = ride;
        group->tonne[leg] = tonne;
    }
}

void pricing_set_prices(Pricing *pricing, const double *dual, bool farkas) {
    const Problem *problem = pricing->problem;
    pricing->farkas = farkas;
    price_moves(pricing, dual);
    for (int i = 0; i < pricing->by.n_groups; i++) {
        Group *group = &pricing->by.groups[i];
        if (group->owns_prices) {
            price_rides(pricing, group, dual);
        }
        for (LegId leg = 0; leg < problem->n_legs; leg++) {
            bool closed = pricing->closed[problem->legs[leg].train];
            group->labelled_ride[leg] =
                closed ? HUGE_VAL : group->ride[leg] + group->gross_t * group->tonne[leg];
        }
    }
    for (int i = 0; i < pricing->by.n_targets; i++) {
        const Target *target = &pricing->by.targets[i];
        const Group *group = &pricing->by.groups[target->group];
        MoveCosts costs = {.ride = group->labelled_ride,
                           .pass = pricing->pass,
                           .unload = pricing->unload,
                           .leave = pricing->leave,
                           .board = pricing->board};
        labels_sweep(pricing->labels, group->cargo, target->to, &costs, target->label);
    }
}

void pricing_close_train(Pricing *pricing, TrainId train, bool closed) {
    pricing->closed[train] = closed;
}

void pricing_link(Pricing *pricing, TrainId train, double price) {
    if (!pricing->is_linked[train]) {
        pricing->is_linked[train] = true;
        pricing->linked[pricing->n_linked++] = train;
    }
    pricing->link[train] += price;
}

void pricing_unlink(Pricing *pricing) {
    while (pricing->n_linked > 0) {
        TrainId train = pricing->linked[--pricing->n_linked];
        pricing->link[train] = 0;
        pricing->is_linked[train] = false;
    }
}

/* ---- the search of one booking ---- */

/** The way followed reaches the destination at this cost. */
static void search_arrive(Pricing *pricing, Search *search, double cost) {
    if (cost >= search->best) {
        return;
    }
    if (search->take != NULL) {
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

/** Price of boarding a train: its linking price, unless this way has paid it already. */
static double search_link(const Pricing *pricing, const Search *search, TrainId train) {
    double price = pricing->link[train];
    for (int i = 0; i < search->n_rides && price != 0; i++) {
        if (pricing->problem->legs[pricing->rides[i].first].train == train) {
            return 0;
        }
    }
    return price;
}

static void search_ride(Pricing *pricing, Search *search, LegId id, double cost);

/** Boards a leg after `cost` so far, where that can still win. */
static void search_board(Pricing *pricing, Search *search, LegId leg, double cost) {
    if (search->ended || search->n_rides == RIDES_MAX ||
        cost + search->target->label[leg] - search->reward >= search->best ||
        search->target->arrival[leg] > search->latest) {
        return;
    }
    cost += search_link(pricing, search, pricing->problem->legs[leg].train);
    pricing->rides[search->n_rides++] = (Ride){leg, leg};
    search_ride(pricing, search, leg, cost);
    search->n_rides--;
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
        if (bound < least && problem->legs[next].train != leg->train) {
            least = bound;
            promising = i;
        }
    }
    if (promising == NONE) {
        return;
    }
    search_board(pricing, search, departures[promising],
                 cost + pricing->board[departures[promising]]);
    for (int i = first; i < end && problem->legs[departures[i]].departs <= last; i++) {
        if (i != promising && problem->legs[departures[i]].train != leg->train) {
            search_board(pricing, search, departures[i], cost + pricing->board[departures[i]]);
        }
    }
}

/** Rides the leg and goes on by every move; depth is bounded by the legs of a way. */
static void search_ride(Pricing *pricing, Search *search, LegId id, double cost) {
    const Problem *problem = pricing->problem;
    const Leg *leg = &problem->legs[id];
    const Booking *booking = search->booking;
    cost += search->group->ride[id] + booking->gross_t * search->group->tonne[id];
    if (search->bars_station[leg->to]) {
        return;
    }
    if (leg->to == booking->to && (double)leg->arrives <= search->latest) {
        double late = pricing->farkas ? 0 : booking_late_cost(problem, booking, leg->arrives);
        search_arrive(pricing, search, cost + pricing->unload[id] + late);
    }
    if (leg->next != NONE && !search->ended) {
        double onward = cost + pricing->pass[id];
        if (onward + search->target->label[leg->next] - search->reward < search->best &&
            search->target->arrival[leg->next] <= search->latest) {
            pricing->rides[search->n_rides - 1].last = leg->next;
            search_ride(pricing, search, leg->next, onward);
            pricing->rides[search->n_rides - 1].last = id;
        }
    }
    if (problem->kase->stations[leg->to].has_transfer && !search->ended) {
        search_transfer(pricing, search, id, cost + pricing->leave[id]);
    }
}

/** Sets a search up for a booking, to find what exceeds `floor`. */
static void search_start(const Pricing *pricing, BookingId id, double floor, Search *search) {
    const Problem *problem = pricing->problem;
    const Booking *booking = &problem->bookings[id];
    int n_stations = problem->kase->n_stations;
    search->booking = booking;
    search->target = &pricing->by.targets[pricing->by.target_of[id]];
    search->group = &pricing->by.groups[search->target->group];
    search->bars_station =
        &problem->cargo_bars_station[(size_t)booking->cargo * (size_t)n_stations];
    search->latest =
        (double)(booking->latest - problem->kase->stations[booking->to].unload_release_min);
    search->worth = pricing->farkas ? 0 : formulation_box_worth(booking);
    search->best = search->worth - floor;
    search->reward = 0;
    for (int i = 0; i < pricing->n_linked; i++) {
        search->reward += fmax(0, -pricing->link[pricing->linked[i]]);
    }
}

/** Searches from every departure of the booking; `after_each` may look at what one of them gave. */
static void search_run(Pricing *pricing, Search *search,
                       void (*after_each)(Pricing *pricing, Search *search)) {
    const Problem *problem = pricing->problem;
    const Booking *booking = search->booking;
    int end = problem->station_departure_start[booking->from + 1];
    for (int i = itinerary_first_boarding(problem, booking); i < end && !search->ended; i++) {
        LegId leg = problem->station_departures[i];
        if ((double)problem->legs[leg].departs > search->latest) {
            return;
        }
        search_board(pricing, search, leg, pricing->load[leg]);
        if (after_each != NULL) {
            after_each(pricing, search);
        }
    }
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

bool pricing_reachable(const Pricing *pricing, BookingId booking) {
    return pricing->by.target_of[booking] != NONE;
}
