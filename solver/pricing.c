#include "solver/pricing.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "model/booking.h"
#include "model/feeder_run.h"
#include "model/itinerary.h"
#include "model/leg_graph.h"
#include "model/move.h"
#include "solver/pricing_groups.h"

/** Changes of train that the search follows at most; real itineraries have one or two. */
enum { RIDES_MAX = 64 };

/** Itineraries of one booking that a round may take. */
enum { GOOD_MAX = 16 };

/** Linking prices that a way has settled: those of the first trains linked one by one, of the
 * others what was paid and what was earned (≥ 0). */
typedef struct {
    uint64_t trains; /**< by place in Pricing.linked */
    double paid, earned;
} Settled;

enum { SETTLED_TRAINS = 64 };

/** A way to a leg that was followed to all its ends. */
typedef struct {
    double cost; /**< ∞ where there is none yet */
    Settled settled;
} Explored;

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
    double *pass, *leave, *board; /**< per leg, the same for all groups */
    double *price;                /**< per row: of the round, the objective's own row included */
    double money;                 /**< price of a unit of currency */
    CargoColumn scratch;
    double *link;    /**< per train */
    TrainId *linked; /**< trains with a linking price */
    int n_linked;
    bool *is_linked;    /**< per train */
    int *link_place;    /**< per linked train: its place in `linked` */
    bool *closed;       /**< per train */
    Explored *explored; /**< per leg */
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
    pricing->price = new_doubles(pricing->formulation->lp.n_rows);
    pricing->link = new_doubles(problem->n_trains);
    pricing->is_linked = calloc((size_t)problem->n_trains + 1, sizeof *pricing->is_linked);
    pricing->closed = calloc((size_t)problem->n_trains + 1, sizeof *pricing->closed);
    pricing->linked = calloc((size_t)problem->n_trains + 1, sizeof *pricing->linked);
    pricing->link_place = calloc((size_t)problem->n_trains + 1, sizeof *pricing->link_place);
    pricing->explored = calloc((size_t)problem->n_legs + 1, sizeof *pricing->explored);
    pricing->labels = labels_new(problem);
    return pricing->pass != NULL && pricing->leave != NULL && pricing->board != NULL &&
           pricing->price != NULL && pricing->link != NULL && pricing->linked != NULL &&
           pricing->closed != NULL && pricing->is_linked != NULL && pricing->explored != NULL &&
           pricing->link_place != NULL && pricing->labels != NULL;
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
        free(pricing->price);
        cargo_column_free(&pricing->scratch);
        free(pricing->link);
        free(pricing->linked);
        free(pricing->closed);
        free(pricing->is_linked);
        free(pricing->explored);
        free(pricing->link_place);
        labels_free(pricing->labels);
        free(pricing);
    }
}

/* ---- prices, taken anew each round ---- */

/** What a move costs at the prices of the round, once its parts are in the scratch column. */
static double price_scratch(Pricing *pricing) {
    const CargoColumn *column = &pricing->scratch;
    double cost = -pricing->money * column->money;
    for (int i = 0; i < column->count; i++) {
        cost += column->values[i] * pricing->price[column->rows[i]];
    }
    move_clear(&pricing->scratch);
    return cost;
}

/** Takes the duals over. What is maximised, where that is not money, is a reward on its row. */
static void take_prices(Pricing *pricing, const double *dual, bool farkas) {
    const Formulation *formulation = pricing->formulation;
    memcpy(pricing->price, dual, (size_t)formulation->lp.n_rows * sizeof *dual);
    pricing->farkas = farkas;
    pricing->money = farkas ? 0 : formulation->money_weight;
    if (formulation->money_row != NONE) {
        pricing->money -= dual[formulation->money_row];
    }
    if (formulation->aim_row != NONE) {
        pricing->price[formulation->aim_row] = farkas ? 0 : -1;
    }
}

/** Changing and staying cost every box the same. */
static void price_changes(Pricing *pricing) {
    const Problem *problem = pricing->problem;
    const Formulation *formulation = pricing->formulation;
    CargoColumn *column = &pricing->scratch;
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        move_leave(formulation, leg, column);
        pricing->leave[leg] = price_scratch(pricing);
        move_board(formulation, leg, column);
        pricing->board[leg] = price_scratch(pricing);
        if (problem->legs[leg].next != NONE) {
            move_pass(formulation, leg, column);
            pricing->pass[leg] = price_scratch(pricing);
        }
    }
}

static void price_handling(Pricing *pricing, const Handling *handling) {
    const Problem *problem = pricing->problem;
    const Formulation *formulation = pricing->formulation;
    CargoColumn *column = &pricing->scratch;
    BookingId flow = handling->example;
    for (LegId id = 0; id < problem->n_legs; id++) {
        const Leg *leg = &problem->legs[id];
        move_load(formulation, flow, id, column);
        handling->load[id] = price_scratch(pricing);
        move_take(formulation, flow, leg->from, leg->departs, column);
        handling->start[id] = handling->load[id] + price_scratch(pricing);
        move_unload(formulation, flow, id, column);
        handling->unload[id] = price_scratch(pricing);
        move_give(formulation, flow, leg->to, leg->arrives, column);
        handling->finish[id] = handling->unload[id] + price_scratch(pricing);
    }
    for (FeederRunId id = 0; id < problem->n_feeder_runs; id++) {
        const FeederRun *run = &problem->feeder_runs[id];
        const Feeder *feeder = &problem->kase->feeders[run->feeder];
        move_feed(formulation, id, column);
        handling->feed[id] = price_scratch(pricing);
        move_take(formulation, flow, feeder->from, run->departs, column);
        handling->feed_out[id] = handling->feed[id] + price_scratch(pricing);
        move_give(formulation, flow, feeder->to, run->arrives, column);
        handling->feed_home[id] = handling->feed[id] + price_scratch(pricing);
    }
}

/** What riding a leg costs a box of the group. */
static void price_rides(const Pricing *pricing, Group *group) {
    const Problem *problem = pricing->problem;
    const Formulation *formulation = pricing->formulation;
    const Booking *example = &problem->bookings[group->example];
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        LegId base = problem->legs[leg].base;
        double ride = pricing->money * leg_cost_per_box(&problem->legs[leg], example), tonne = 0;
        for (int i = formulation->leg_term_start[base]; i < formulation->leg_term_start[base + 1];
             i++) {
            const LegTerm *term = &formulation->leg_terms[i];
            if (term->unit == UNIT_TONNE) { /* tonnes are limited for all boxes alike */
                tonne += term->factor * pricing->price[term->row];
            } else {
                ride += leg_term_value(term, example) * pricing->price[term->row];
            }
        }
        group->ride[leg] = ride;
        group->tonne[leg] = tonne;
    }
}

static void label_target(const Pricing *pricing, const Target *target) {
    const Group *group = &pricing->by.groups[target->group];
    const Handling *handling = &pricing->by.handlings[group->handling];
    MoveCosts costs = {.ride = group->labelled_ride,
                       .pass = pricing->pass,
                       .finish = handling->finish,
                       .unload = handling->unload,
                       .leave = pricing->leave,
                       .board = pricing->board,
                       .load = handling->load,
                       .feed = handling->feed,
                       .feed_home = handling->feed_home};
    labels_sweep(pricing->labels, (SweepEnd){group->cargo, target->to}, &costs, target->label,
                 target->onward);
}

void pricing_set_prices(Pricing *pricing, const double *dual, bool farkas) {
    const Problem *problem = pricing->problem;
    take_prices(pricing, dual, farkas);
    price_changes(pricing);
    for (int i = 0; i < pricing->by.n_handlings; i++) {
        price_handling(pricing, &pricing->by.handlings[i]);
    }
    for (int i = 0; i < pricing->by.n_groups; i++) {
        Group *group = &pricing->by.groups[i];
        if (group->owns_prices) {
            price_rides(pricing, group);
        }
        for (LegId leg = 0; leg < problem->n_legs; leg++) {
            bool closed = pricing->closed[problem->legs[leg].train];
            group->labelled_ride[leg] =
                closed ? HUGE_VAL : group->ride[leg] + group->gross_t * group->tonne[leg];
        }
    }
    for (int i = 0; i < pricing->by.n_targets; i++) {
        label_target(pricing, &pricing->by.targets[i]);
    }
}

void pricing_close_train(Pricing *pricing, TrainId train, bool closed) {
    pricing->closed[train] = closed;
}

void pricing_link(Pricing *pricing, TrainId train, double price) {
    if (!pricing->is_linked[train]) {
        pricing->is_linked[train] = true;
        pricing->link_place[train] = pricing->n_linked;
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

/** What a box of the flow is worth before any cost; its booking's own row is not counted. */
static double worth_of(Pricing *pricing, BookingId flow) {
    const Formulation *formulation = pricing->formulation;
    if (pricing->problem->bookings[flow].empty) {
        return 0;
    }
    move_book(formulation, flow, &pricing->scratch);
    return pricing->price[formulation->demand_row[flow]] - price_scratch(pricing);
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
    search->worth = worth_of(pricing, id);
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

bool pricing_reachable(const Pricing *pricing, BookingId booking) {
    return pricing->by.target_of[booking] != NONE;
}
