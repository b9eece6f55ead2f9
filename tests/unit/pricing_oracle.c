#include "tests/unit/pricing_oracle.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

/** The listing of one booking's ways. */
typedef struct {
    const Formulation *formulation;
    const Problem *problem;
    const Booking *booking;
    const TestPrices *prices;
    Way way; /**< being followed */
    Ways *ways;
} Listing;

/* ---- what a way is worth ---- */

static bool way_has_leg(const Way *way, LegId leg) {
    for (int i = 0; i < way->n_rides; i++) {
        if (leg >= way->rides[i].first && leg <= way->rides[i].last) {
            return true;
        }
    }
    return false;
}

static bool is_on(const Problem *problem, StationDayId day, StationId station, Minute at) {
    const StationDay *named = &problem->station_days[day];
    const Zone *zone = problem->kase->stations[station].zone;
    const Date date = zone_date(zone, at);
    return named->station == station && memcmp(&date, &named->day, sizeof date) == 0;
}

/** Lifts of one box on a station day: on and off each train, and across the gauge where it stays
 * on. */
static double lifts_on(const Problem *problem, const Way *way, StationDayId day) {
    double lifts = 0;
    for (int i = 0; i < way->n_rides; i++) {
        for (LegId id = way->rides[i].first; id <= way->rides[i].last; id++) {
            const Leg *leg = &problem->legs[id];
            bool boards = id == way->rides[i].first;
            bool lifted = boards || problem->kase->stations[leg->from].gauge_break;
            lifts += lifted && is_on(problem, day, leg->from, leg->departs) ? 1 : 0;
        }
        const Leg *last = &problem->legs[way->rides[i].last];
        lifts += is_on(problem, day, last->to, last->arrives) ? 1 : 0;
    }
    return lifts;
}

/** TEU of a box on the legs of the trains in a load-factor row, by thousand km. */
static double load_factor_use(const Listing *listing, const LpRow *row) {
    const Problem *problem = listing->problem;
    double use = 0;
    for (LegId id = 0; id < problem->n_legs; id++) {
        const TrainId number = problem->legs[id].train;
        const TrainCandidate *train = &problem->trains[number];
        if (train->line != row->subject || !way_has_leg(&listing->way, id)) {
            continue;
        }
        Period per = problem->kase->load_factors[train->load_factor].per;
        int group = per == PER_TRAIN ? number : per == PER_WEEK ? train->week : 0;
        use += group == row->detail ? listing->booking->teu * problem->legs[id].dist_km / 1000 : 0;
    }
    return use;
}

/** Loaded TEU of a balance row: return trains count in full, outbound ones by −ratio. */
static double balance_use(const Listing *listing, const LpRow *row) {
    const Problem *problem = listing->problem;
    const Balance *rule = &problem->kase->balance[row->subject];
    double use = 0;
    for (LegId id = 0; id < problem->n_legs; id++) {
        const TrainCandidate *train = &problem->trains[problem->legs[id].train];
        if (!way_has_leg(&listing->way, id) ||
            (rule->per == PER_WEEK && train->week != row->detail)) {
            continue;
        }
        const char *line = problem->kase->lines[train->line].code;
        double loaded = listing->booking->teu * problem->legs[id].dist_km / train->dist_km;
        use += pattern_matches(rule->ret, line) ? loaded : 0;
        use -= pattern_matches(rule->outbound, line) ? rule->teu.ratio * loaded : 0;
    }
    return use;
}

/** What one box on the way uses of a row. */
static double use_of_row(const Listing *listing, const LpRow *row) {
    const Booking *booking = listing->booking;
    bool rides = row->group <= ROW_CLASS_PRESENT && way_has_leg(&listing->way, row->subject);
    switch (row->group) {
    case ROW_TEU:
        return rides ? booking->teu : 0;
    case ROW_TONNES:
        return rides ? booking->gross_t : 0;
    case ROW_CLASS_BOXES:
        return rides && booking->cargo == row->detail ? 1 : 0;
    case ROW_CLASS_PRESENT:
        return rides && booking->cargo == row->detail ? booking->teu : 0;
    case ROW_LIFTS:
        return lifts_on(listing->problem, &listing->way, row->subject);
    case ROW_LOAD_FACTOR:
        return load_factor_use(listing, row);
    case ROW_BALANCE_TEU:
        return balance_use(listing, row);
    default:
        return 0; /* about trains alone, or the booking's own row */
    }
}

static double direct_value(const Listing *listing) {
    const Problem *problem = listing->problem;
    const Booking *booking = listing->booking;
    const Station *stations = problem->kase->stations;
    const Demand *demand = &problem->kase->demand[booking->demand];
    const Way *way = &listing->way;
    double value = booking->revenue_per_box + (demand->must ? 0 : demand->unserved_cost_per_box);
    value -= stations[demand->from].load_cost_per_box + stations[demand->to].unload_cost_per_box;
    for (LegId id = 0; id < problem->n_legs; id++) {
        value -= way_has_leg(way, id) ? booking->teu * problem->legs[id].cost_per_teu : 0;
    }
    for (int i = 1; i < way->n_rides; i++) {
        value -= stations[problem->legs[way->rides[i].first].from].transfer_cost_per_box;
    }
    Minute delivered = problem->legs[way->rides[way->n_rides - 1].last].arrives +
                       stations[demand->to].unload_release_min;
    double late_days = delivered > demand->due ? (double)(delivered - demand->due) / (24 * 60) : 0;
    return value - late_days * demand->late_cost_per_day;
}

static double value_of(const Listing *listing) {
    const Problem *problem = listing->problem;
    const LpModel *lp = &listing->formulation->lp;
    double value = listing->prices->farkas ? 0 : direct_value(listing);
    for (RowId row = 0; row < lp->n_rows; row++) {
        if (listing->prices->dual[row] != 0) {
            value -= listing->prices->dual[row] * use_of_row(listing, &lp->rows[row]);
        }
    }
    for (TrainId train = 0; train < problem->n_trains; train++) {
        bool rides = false;
        for (int i = 0; i < listing->way.n_rides; i++) {
            rides = rides || problem->legs[listing->way.rides[i].first].train == train;
        }
        value -= rides ? listing->prices->link[train] : 0;
    }
    return value;
}

/* ---- the listing ---- */

static void keep(Listing *listing) {
    Ways *ways = listing->ways;
    if (ways->count == ways->room) {
        ways->room = 2 * ways->room + 64;
        ways->items = realloc(ways->items, (size_t)ways->room * sizeof *ways->items);
        ck_assert_ptr_nonnull(ways->items);
    }
    listing->way.value = value_of(listing);
    ways->items[ways->count++] = listing->way;
}

/** True where the class may be handled at the station, or pass it. */
static bool may_touch(const Listing *listing, StationId id) {
    const Case *kase = listing->problem->kase;
    const Cargo *cargo = &kase->cargo[listing->booking->cargo];
    return !pattern_matches(cargo->avoid_stations, kase->stations[id].code) &&
           !pattern_matches(cargo->avoid_countries, kase->stations[id].country);
}

static bool may_ride(const Listing *listing, LegId id) {
    const Problem *problem = listing->problem;
    const Leg *leg = &problem->legs[id];
    const Cargo *cargo = &problem->kase->cargo[listing->booking->cargo];
    const char *slot = problem->kase->slots[problem->runs[leg->run].slot].code;
    bool closed = listing->prices->closed != NULL && listing->prices->closed[leg->train];
    return !closed && !pattern_matches(cargo->avoid_slots, slot) && may_touch(listing, leg->from) &&
           may_touch(listing, leg->to);
}

static void ride(Listing *listing, LegId id);

static void board(Listing *listing, LegId id) {
    ck_assert_int_lt(listing->way.n_rides, WAY_RIDES_MAX);
    listing->way.rides[listing->way.n_rides++] = (Ride){id, id, NONE, NONE};
    ride(listing, id);
    listing->way.n_rides--;
}

/** Rides a leg, then does all that may be done at its end. */
static void ride(Listing *listing, LegId id) {
    const Problem *problem = listing->problem;
    const Demand *demand = &problem->kase->demand[listing->booking->demand];
    const Leg *leg = &problem->legs[id];
    const Station *at = &problem->kase->stations[leg->to];
    Minute latest = demand->due + demand->late_max_min;
    if (!may_ride(listing, id) || leg->arrives > latest) {
        return;
    }
    Ride *last = &listing->way.rides[listing->way.n_rides - 1];
    last->last = id;
    if (leg->to == demand->to && leg->arrives + at->unload_release_min <= latest) {
        keep(listing);
    }
    if (id + 1 < problem->n_legs && problem->legs[id + 1].train == leg->train) {
        ride(listing, id + 1);
        last->last = id;
    }
    for (LegId next = 0; next < problem->n_legs && at->has_transfer; next++) {
        const Leg *other = &problem->legs[next];
        int64_t wait = other->departs - leg->arrives;
        if (other->from == leg->to && other->train != leg->train && wait >= at->transfer.min_min &&
            wait <= at->transfer.max_min) {
            board(listing, next);
        }
    }
}

Ways ways_of(const Formulation *formulation, BookingId booking, const TestPrices *prices) {
    const Problem *problem = formulation->problem;
    Ways ways = {0};
    Listing listing = {.formulation = formulation,
                       .problem = problem,
                       .booking = &problem->bookings[booking],
                       .prices = prices,
                       .ways = &ways};
    const Demand *demand = &problem->kase->demand[listing.booking->demand];
    const bool *containers = problem->kase->cargo[demand->cargo].containers;
    int64_t cutoff = problem->kase->stations[demand->from].load_cutoff_min;
    if (containers != NULL && !containers[demand->container]) {
        return ways;
    }
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        if (problem->legs[leg].from == demand->from &&
            problem->legs[leg].departs >= demand->ready + cutoff) {
            board(&listing, leg);
        }
    }
    return ways;
}

void ways_clear(Ways *ways) {
    free(ways->items);
    *ways = (Ways){0};
}

const Way *ways_find(const Ways *ways, const Ride *rides, int n_rides) {
    for (int i = 0; i < ways->count; i++) {
        if (ways->items[i].n_rides == n_rides &&
            memcmp(ways->items[i].rides, rides, (size_t)n_rides * sizeof *rides) == 0) {
            return &ways->items[i];
        }
    }
    return NULL;
}
