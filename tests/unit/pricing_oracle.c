/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/pricing_oracle.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

/** More itineraries than this mean that the test's case is too large to list. */
enum { ITINERARIES_MAX = 1000000 };

/** The listing of one flow's itineraries. */
typedef struct {
    const Formulation *formulation;
    const Problem *problem;
    const Booking *booking;
    const TestPrices *prices;
    ListedItinerary itinerary; /**< being followed */
    Itineraries *itineraries;
} Listing;

/* ---- what an itinerary is worth ---- */

/** How often the itinerary travels on a leg or a repetition of it. */
static int times_on(const Listing *listing, LegId base) {
    const ListedItinerary *itinerary = &listing->itinerary;
    int times = 0;
    for (int i = 0; i < itinerary->n_rides; i++) {
        for (LegId leg = itinerary->rides[i].first; leg <= itinerary->rides[i].last; leg++) {
            times += listing->problem->legs[leg].base == base ? 1 : 0;
        }
    }
    return times;
}

/** The date, in a cyclic plan that of the period which it repeats. */
static Date plan_date(const Problem *problem, Date date) {
    const Horizon *horizon = &problem->kase->horizon;
    while (horizon->cyclic && date < horizon->start) {
        date += 7 * horizon->weeks;
    }
    while (horizon->cyclic && date >= horizon->start + 7 * horizon->weeks) {
        date -= 7 * horizon->weeks;
    }
    return date;
}

static bool is_on(const Problem *problem, StationDayId day, StationId station, Minute at) {
    const StationDay *named = &problem->station_days[day];
    const Zone *zone = problem->kase->stations[station].zone;
    return named->station == station && plan_date(problem, zone_date(zone, at)) == named->day;
}

/** Lifts of one box on a station day: on and off each train, and across the gauge where it stays
 * on. */
static double lifts_on(const Problem *problem, const ListedItinerary *itinerary, StationDayId day) {
    double lifts = 0;
    for (int i = 0; i < itinerary->n_rides; i++) {
        for (LegId id = itinerary->rides[i].first; id <= itinerary->rides[i].last; id++) {
            const Leg *leg = &problem->legs[id];
            bool boards = id == itinerary->rides[i].first;
            bool lifted = boards || problem->kase->stations[leg->from].gauge_break;
            lifts += lifted && is_on(problem, day, leg->from, leg->departs) ? 1 : 0;
        }
        const Leg *last = &problem->legs[itinerary->rides[i].last];
        lifts += is_on(problem, day, last->to, last->arrives) ? 1 : 0;
    }
    return lifts;
}

static bool leaves_on(const Problem *problem, FeederRunId id, const FeederDay *day) {
    if (id == NONE || problem->feeder_runs[id].feeder != day->feeder) {
        return false;
    }
    const Zone *zone = problem->kase->stations[problem->kase->feeders[day->feeder].from].zone;
    return plan_date(problem, zone_date(zone, problem->feeder_runs[id].departs)) == day->day;
}

static double feeder_use(const Listing *listing, FeederDayId id) {
    const FeederDay *day = &listing->problem->feeder_days[id];
    double use = 0;
    for (int i = 0; i < listing->itinerary.n_rides; i++) {
        use += leaves_on(listing->problem, listing->itinerary.rides[i].before, day) ? 1 : 0;
        use += leaves_on(listing->problem, listing->itinerary.rides[i].after, day) ? 1 : 0;
    }
    return use;
}

/** TEU of a loaded box on the legs of the trains in a load-factor row, by thousand km. */
static double load_factor_use(const Listing *listing, const LpRow *row) {
    const Problem *problem = listing->problem;
    double use = 0;
    for (LegId id = 0; id < problem->n_base_legs && !listing->booking->empty; id++) {
        const TrainId number = problem->legs[id].train;
        const TrainCandidate *train = &problem->trains[number];
        if (train->line != row->subject) {
            continue;
        }
        Period per = problem->kase->load_factors[train->load_factor].per;
        int group = per == PER_TRAIN ? number : per == PER_WEEK ? train->week : 0;
        double km = times_on(listing, id) * problem->legs[id].dist_km;
        use += group == row->detail ? listing->booking->teu * km / 1000 : 0;
    }
    return use;
}

/** Loaded TEU of a balance row: return trains count in full, outbound ones by −ratio. */
static double balance_use(const Listing *listing, const LpRow *row) {
    const Problem *problem = listing->problem;
    const Balance *rule = &problem->kase->balance[row->subject];
    double use = 0;
    for (LegId id = 0; id < problem->n_base_legs && !listing->booking->empty; id++) {
        const TrainCandidate *train = &problem->trains[problem->legs[id].train];
        if (rule->per == PER_WEEK && train->week != row->detail) {
            continue;
        }
        const char *line = problem->kase->lines[train->line].code;
        double km = times_on(listing, id) * problem->legs[id].dist_km;
        double loaded = listing->booking->teu * km / train->dist_km;
        use += pattern_matches(rule->ret, line) ? loaded : 0;
        use -= pattern_matches(rule->outbound, line) ? rule->teu.ratio * loaded : 0;
    }
    return use;
}

/** Where the container is taken or given back, and when. */
typedef struct {
    StationId station;
    Minute at;
} End;

static End taken(const Listing *listing) {
    const Problem *problem = listing->problem;
    const Booking *booking = listing->booking;
    const Ride *first = &listing->itinerary.rides[0];
    const Leg *leg = &problem->legs[first->first];
    if (booking->empty) {
        return (End){leg->from, leg->departs};
    }
    Minute out = first->before == NONE ? leg->departs : problem->feeder_runs[first->before].departs;
    return (End){problem->kase->demand[booking->demand].from,
                 out - problem->kase->equipment[booking->equipment].turn_load_min};
}

static End given(const Listing *listing) {
    const Problem *problem = listing->problem;
    const Booking *booking = listing->booking;
    const Ride *last = &listing->itinerary.rides[listing->itinerary.n_rides - 1];
    const Leg *leg = &problem->legs[last->last];
    if (booking->empty) {
        return (End){leg->to, leg->arrives};
    }
    Minute in = last->after == NONE ? leg->arrives : problem->feeder_runs[last->after].arrives;
    return (End){problem->kase->demand[booking->demand].to,
                 in + problem->kase->equipment[booking->equipment].turn_unload_min};
}

static bool is_ours(const Listing *listing, int equipment) {
    const Problem *problem = listing->problem;
    bool limited = problem->kase->equipment[equipment].container == listing->booking->container;
    return limited && (listing->booking->empty ||
                       problem->kase->demand[listing->booking->demand].owner == OWNER_CARRIER);
}

static double stock_use(const Listing *listing, int row) {
    const Problem *problem = listing->problem;
    const Horizon *horizon = &problem->kase->horizon;
    int days = problem->n_stock_days, n_stations = problem->kase->n_stations;
    if (!is_ours(listing, row / days / n_stations)) {
        return 0;
    }
    const End ends[] = {taken(listing), given(listing)};
    double use = 0;
    for (int i = 0; i < 2; i++) {
        int day = plan_date(problem, zone_date(horizon->zone, ends[i].at)) - horizon->start;
        day = day < 0 ? 0 : day >= days ? days - 1 : day;
        bool here = ends[i].station == row / days % n_stations && day == row % days;
        use += here ? (i == 0 ? 1 : -1) : 0;
    }
    return use;
}

/** Ends of periods, midnights of the horizon's zone, while the box is out of stock. */
static double fleet_use(const Listing *listing, int equipment) {
    const Horizon *horizon = &listing->problem->kase->horizon;
    if (!is_ours(listing, equipment)) {
        return 0;
    }
    Date from = zone_date(horizon->zone, taken(listing).at);
    Date to = zone_date(horizon->zone, given(listing).at);
    double use = 0;
    for (Date day = from + 1; day <= to; day++) {
        use += plan_date(listing->problem, day) == horizon->start ? 1 : 0;
    }
    return use;
}

static double direct_value(const Listing *listing);

static double goal_use(const Listing *listing, GoalKind kind) {
    const Problem *problem = listing->problem;
    double teu = listing->booking->empty ? 0 : listing->booking->teu, km = 0;
    if (kind == GOAL_MARGIN) {
        return direct_value(listing);
    }
    for (LegId id = 0; id < problem->n_base_legs; id++) {
        km += times_on(listing, id) * problem->legs[id].dist_km;
    }
    return kind == GOAL_TEU ? teu : teu * km / 1000;
}

/** What one box on the itinerary uses of a row. */
static double use_of_row(const Listing *listing, const LpRow *row) {
    const Booking *booking = listing->booking;
    const Container *container = &listing->problem->kase->containers[booking->container];
    int times = row->group <= ROW_CLASS_PRESENT ? times_on(listing, row->subject) : 0;
    switch (row->group) {
    case ROW_TEU:
        return times * booking->teu;
    case ROW_FLAT_TEU:
        return container->stackable ? 0 : times * booking->teu;
    case ROW_TONNES:
        return times * booking->gross_t;
    case ROW_CLASS_BOXES:
        return !booking->empty && booking->cargo == row->detail ? times : 0;
    case ROW_CLASS_PRESENT:
        return !booking->empty && booking->cargo == row->detail ? times * booking->teu : 0;
    case ROW_LIFTS:
        return lifts_on(listing->problem, &listing->itinerary, row->subject);
    case ROW_LOAD_FACTOR:
        return load_factor_use(listing, row);
    case ROW_BALANCE_TEU:
        return balance_use(listing, row);
    case ROW_FEEDER:
        return feeder_use(listing, row->subject);
    case ROW_STOCK:
        return stock_use(listing, row->subject);
    case ROW_FLEET:
        return fleet_use(listing, row->subject);
    case ROW_GOAL:
        return goal_use(listing, (GoalKind)row->subject);
    default:
        return 0; /* about trains alone, or the booking's own row */
    }
}

static double handling_of_empties(const Listing *listing, StationId station) {
    const Equipment *equipment = &listing->problem->kase->equipment[listing->booking->equipment];
    for (int i = 0; i < equipment->n_at; i++) {
        if (equipment->at[i].station == station) {
            return equipment->at[i].empty_handling_cost;
        }
    }
    return 0;
}

static double feeder_fare(const Problem *problem, FeederRunId run) {
    return run == NONE ? 0 : problem->kase->feeders[problem->feeder_runs[run].feeder].cost_per_box;
}

/** What the moves of the itinerary cost, lateness not counted. */
static double direct_cost(const Listing *listing) {
    const Problem *problem = listing->problem;
    const Station *stations = problem->kase->stations;
    const Booking *booking = listing->booking;
    const ListedItinerary *itinerary = &listing->itinerary;
    double cost = 0;
    for (LegId id = 0; id < problem->n_base_legs; id++) {
        const Leg *leg = &problem->legs[id];
        double per_teu = booking->empty ? leg->cost_per_empty_teu : leg->cost_per_teu;
        cost += times_on(listing, id) * booking->teu * per_teu;
    }
    for (int i = 0; i < itinerary->n_rides; i++) {
        StationId on = problem->legs[itinerary->rides[i].first].from,
                  off = problem->legs[itinerary->rides[i].last].to;
        bool changes = i > 0 && itinerary->rides[i].before == NONE;
        bool changes_next = i + 1 < itinerary->n_rides && itinerary->rides[i + 1].before == NONE;
        cost += feeder_fare(problem, itinerary->rides[i].before);
        cost += feeder_fare(problem, itinerary->rides[i].after);
        cost += changes          ? stations[on].transfer_cost_per_box
                : booking->empty ? handling_of_empties(listing, on)
                                 : stations[on].load_cost_per_box;
        cost += changes_next     ? 0
                : booking->empty ? handling_of_empties(listing, off)
                                 : stations[off].unload_cost_per_box;
    }
    return cost;
}

static Minute delivered(const Listing *listing) {
    const Problem *problem = listing->problem;
    const Ride *last = &listing->itinerary.rides[listing->itinerary.n_rides - 1];
    const Leg *leg = &problem->legs[last->last];
    return last->after != NONE ? problem->feeder_runs[last->after].arrives
                               : leg->arrives + problem->kase->stations[leg->to].unload_release_min;
}

static double direct_value(const Listing *listing) {
    const Booking *booking = listing->booking;
    if (booking->empty) {
        return -direct_cost(listing);
    }
    const Demand *demand = &listing->problem->kase->demand[booking->demand];
    Minute late = delivered(listing) - demand->due;
    double late_days = late > 0 ? (double)late / (24 * 60) : 0;
    return booking->revenue_per_box + (demand->must ? 0 : demand->unserved_cost_per_box) -
           direct_cost(listing) - late_days * demand->late_cost_per_day;
}

static double value_of(const Listing *listing) {
    const Problem *problem = listing->problem;
    const LpModel *lp = &listing->formulation->lp;
    double value = listing->prices->farkas ? 0 : goal_use(listing, listing->prices->maximise);
    for (RowId row = 0; row < lp->n_rows; row++) {
        if (listing->prices->dual[row] != 0) {
            value -= listing->prices->dual[row] * use_of_row(listing, &lp->rows[row]);
        }
    }
    for (TrainId train = 0; train < problem->n_trains; train++) {
        bool rides = false;
        for (int i = 0; i < listing->itinerary.n_rides; i++) {
            rides = rides || problem->legs[listing->itinerary.rides[i].first].train == train;
        }
        value -= rides ? listing->prices->link[train] : 0;
    }
    return value;
}

/* ---- the listing ---- */

static void keep(Listing *listing) {
    Itineraries *itineraries = listing->itineraries;
    ck_assert_int_lt(itineraries->count, ITINERARIES_MAX);
    if (itineraries->count == itineraries->room) {
        itineraries->room = 2 * itineraries->room + 64;
        itineraries->items =
            realloc(itineraries->items, (size_t)itineraries->room * sizeof *itineraries->items);
        ck_assert_ptr_nonnull(itineraries->items);
    }
    listing->itinerary.value = value_of(listing);
    itineraries->items[itineraries->count++] = listing->itinerary;
}

/** True where the class may be handled at the station, or pass it. */
static bool may_touch(const Listing *listing, StationId id) {
    const Case *kase = listing->problem->kase;
    if (listing->booking->empty) {
        return true;
    }
    const Cargo *cargo = &kase->cargo[listing->booking->cargo];
    return !pattern_matches(cargo->avoid_stations, kase->stations[id].code) &&
           !pattern_matches(cargo->avoid_countries, kase->stations[id].country);
}

static bool may_ride(const Listing *listing, LegId id) {
    const Problem *problem = listing->problem;
    const Leg *leg = &problem->legs[id];
    const char *slot = problem->kase->slots[problem->runs[leg->run].slot].code;
    bool closed = listing->prices->closed != NULL && listing->prices->closed[leg->train];
    bool barred = !listing->booking->empty &&
                  pattern_matches(problem->kase->cargo[listing->booking->cargo].avoid_slots, slot);
    return !closed && !barred && may_touch(listing, leg->from) && may_touch(listing, leg->to);
}

static void ride(Listing *listing, LegId id);

static void board(Listing *listing, FeederRunId before, LegId id) {
    ck_assert_int_lt(listing->itinerary.n_rides, LISTED_RIDES_MAX);
    listing->itinerary.rides[listing->itinerary.n_rides++] = (Ride){id, id, before, NONE};
    ride(listing, id);
    listing->itinerary.n_rides--;
}

static bool same_train(const Leg *a, const Leg *b) {
    return a->train == b->train && a->shift == b->shift;
}

/** Boards what leaves a feeder's end, the cutoff kept; not the train that `from` is of. */
static void board_after(Listing *listing, const Leg *from, FeederRunId run) {
    const Problem *problem = listing->problem;
    const FeederRun *fed = &problem->feeder_runs[run];
    StationId at = problem->kase->feeders[fed->feeder].to;
    Minute in_time = fed->arrives + problem->kase->stations[at].load_cutoff_min;
    for (LegId next = 0; next < problem->n_legs; next++) {
        const Leg *leg = &problem->legs[next];
        if (leg->from == at && leg->departs >= in_time && may_touch(listing, at) &&
            (from == NULL || !same_train(from, leg))) {
            board(listing, run, next);
        }
    }
}

/** True where a box that is ready at an instant may take a departure of the feeder. */
static bool may_take(const Problem *problem, const FeederRun *run, Minute ready) {
    const Feeder *feeder = &problem->kase->feeders[run->feeder];
    const Zone *zone = problem->kase->stations[feeder->from].zone;
    if (run->departs < ready || feeder->n_departs > 0) {
        return run->departs >= ready;
    }
    Date day = zone_date(zone, run->departs);
    int nights = day - zone_date(zone, ready);
    return run->departs == ready ||
           (nights >= 1 && nights <= 6 && run->departs == zone_to_minute(zone, day, 0, NULL));
}

/** Goes on by feeder: home, or to a train. */
static void feed(Listing *listing, const Leg *from, StationId at, Minute ready) {
    const Problem *problem = listing->problem;
    const Demand *demand = &problem->kase->demand[listing->booking->demand];
    for (FeederRunId run = 0; run < problem->n_feeder_runs; run++) {
        const FeederRun *fed = &problem->feeder_runs[run];
        const Feeder *feeder = &problem->kase->feeders[fed->feeder];
        if (feeder->from != at || !may_take(problem, fed, ready)) {
            continue;
        }
        if (from != NULL && feeder->to == demand->to &&
            fed->arrives <= demand->due + demand->late_max_min) {
            Ride *last = &listing->itinerary.rides[listing->itinerary.n_rides - 1];
            last->after = run;
            keep(listing);
            last->after = NONE;
        }
        board_after(listing, from, run);
    }
}

/** Changes to another train at the end of a leg. */
static void change(Listing *listing, const Leg *leg) {
    const Problem *problem = listing->problem;
    const Station *at = &problem->kase->stations[leg->to];
    for (LegId next = 0; next < problem->n_legs && at->has_transfer; next++) {
        const Leg *other = &problem->legs[next];
        int64_t wait = other->departs - leg->arrives;
        if (other->from == leg->to && !same_train(leg, other) && wait >= at->transfer.min_min &&
            wait <= at->transfer.max_min) {
            board(listing, NONE, next);
        }
    }
}

/** Rides a leg, then does all that may be done at its end. */
static void ride(Listing *listing, LegId id) {
    const Problem *problem = listing->problem;
    bool empty = listing->booking->empty;
    const Demand *demand = empty ? NULL : &problem->kase->demand[listing->booking->demand];
    const Leg *leg = &problem->legs[id];
    Minute free = leg->arrives + problem->kase->stations[leg->to].unload_release_min;
    Minute latest = empty ? INT64_MAX : demand->due + demand->late_max_min;
    if (!may_ride(listing, id) || leg->arrives > latest) {
        return;
    }
    Ride *last = &listing->itinerary.rides[listing->itinerary.n_rides - 1];
    last->last = id;
    if (empty || (leg->to == demand->to && free <= latest)) {
        keep(listing);
    }
    if (id + 1 < problem->n_legs && same_train(leg, &problem->legs[id + 1])) {
        ride(listing, id + 1);
        last->last = id;
    }
    change(listing, leg);
    if (!empty) {
        feed(listing, leg, leg->to, free);
    }
}

static void list_empties(Listing *listing) {
    const Problem *problem = listing->problem;
    const Horizon *horizon = &problem->kase->horizon;
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        Minute departs = problem->legs[leg].departs;
        if (!horizon->cyclic || (departs >= horizon->start_at && departs < horizon->end_at)) {
            board(listing, NONE, leg);
        }
    }
}

static void list_booking(Listing *listing) {
    const Problem *problem = listing->problem;
    const Demand *demand = &problem->kase->demand[listing->booking->demand];
    const bool *containers = problem->kase->cargo[demand->cargo].containers;
    int64_t cutoff = problem->kase->stations[demand->from].load_cutoff_min;
    if ((containers != NULL && !containers[demand->container]) ||
        !may_touch(listing, demand->from) || !may_touch(listing, demand->to)) {
        return;
    }
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        if (problem->legs[leg].from == demand->from &&
            problem->legs[leg].departs >= demand->ready + cutoff) {
            board(listing, NONE, leg);
        }
    }
    feed(listing, NULL, demand->from, demand->ready);
}

Itineraries itineraries_of(const Formulation *formulation, BookingId flow,
                           const TestPrices *prices) {
    const Problem *problem = formulation->problem;
    Itineraries itineraries = {0};
    Listing listing = {.formulation = formulation,
                       .problem = problem,
                       .booking = &problem->bookings[flow],
                       .prices = prices,
                       .itineraries = &itineraries};
    if (listing.booking->empty) {
        list_empties(&listing);
    } else {
        list_booking(&listing);
    }
    return itineraries;
}

void itineraries_clear(Itineraries *itineraries) {
    free(itineraries->items);
    *itineraries = (Itineraries){0};
}

const ListedItinerary *itineraries_find(const Itineraries *itineraries, const Ride *rides,
                                        int n_rides) {
    for (int i = 0; i < itineraries->count; i++) {
        if (itineraries->items[i].n_rides == n_rides &&
            memcmp(itineraries->items[i].rides, rides, (size_t)n_rides * sizeof *rides) == 0) {
            return &itineraries->items[i];
        }
    }
    return NULL;
}
