/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks that the prices prove what the plan states, and what of every booking follows from them.
 */
#include "verify/prices/check_prices.h"

#include <math.h>
#include <string.h>

#include "verify/prices/itinerary_net.h"
#include "verify/prices/itinerary_search.h"
#include "verify/prices/itinerary_walk.h"
#include "verify/prices/price_limits.h"
#include "verify/prices/price_rules.h"
#include "verify/prices/price_sets.h"
#include "verify/prices/price_stock.h"
#include "verify/prices/prices.h"
#include "verify/read/candidates.h"
#include "verify/read/expect.h"
#include "verify/read/run_times.h"
#include "verify/read/under_way.h"

#define PROOF_CHECK(holds, ...)                                                                    \
    report_check(plan->report, VERIFY_PRICES, (holds), "summary.json", 0, __VA_ARGS__)

/* ---- itineraries that an earlier plan promised ---- */

/** The running train of the line and slot runs of an earlier one, NOWHERE. */
static int train_of(const PlanRead *plan, const CommittedTrain *earlier) {
    const CheckedTable *table = &plan->tables[TABLE_TRAINS];
    for (int i = 0; i < plan->n_trains; i++) {
        const PlanTrain *train = &plan->trains[i];
        if (train->sound && train->runs &&
            strcmp(checked_cell(table, train->row, TRAIN_LINE), earlier->line) == 0 &&
            strcmp(checked_cell(table, train->row, TRAIN_SLOTS), earlier->slots) == 0) {
            return i;
        }
    }
    return NOWHERE;
}

static int train_carried(const PlanRead *plan, int carried) {
    for (int i = 0; i < plan->n_trains; i++) {
        if (plan->trains[i].sound && plan->trains[i].carried == carried) {
            return i;
        }
    }
    return NOWHERE;
}

static bool find_move(const PlanRead *plan, const CommittedLeg *leg, PlanMove *move) {
    const Commitments *committed = &plan->kase->commitments;
    *move = (PlanMove){.train = NOWHERE, .feeder = NOWHERE};
    if (committed_by_feeder(leg)) {
        move->feeder = feeder_find(plan->kase, leg->run);
        if (move->feeder < 0) {
            return false;
        }
        const Feeder *feeder = &plan->kase->feeders[move->feeder];
        move->from = feeder->from;
        move->to = feeder->to;
        move->departs = leg->departs;
        move->arrives = feeder_arrives(plan->kase, feeder, leg->departs);
        return station_find(plan->kase, leg->from) == feeder->from &&
               station_find(plan->kase, leg->to) == feeder->to;
    }
    move->train = leg->under_way >= 0 ? train_carried(plan, leg->under_way)
                                      : train_of(plan, &committed->earlier_trains[leg->train]);
    for (int i = 0; move->train >= 0 && i < plan->trains[move->train].n_legs; i++) {
        const PlanTrain *train = &plan->trains[move->train];
        const PlanLeg *at = &train->legs[i];
        if (at->closed || strcmp(train->run_names[at->run], leg->run) != 0 ||
            strcmp(plan->kase->stations[at->from].code, leg->from) != 0 ||
            strcmp(plan->kase->stations[at->to].code, leg->to) != 0) {
            continue;
        }
        move->leg = i;
        move->from = at->from;
        move->to = at->to;
        move->departs = at->departs;
        move->arrives = at->arrives;
        return true;
    }
    return false;
}

/** Where each booking stands in the case, from 1, by its code. */
static GHashTable *demand_numbers(const Case *kase) {
    GHashTable *numbers = g_hash_table_new(g_str_hash, g_str_equal);
    for (DemandId demand = 0; demand < kase->n_demand; demand++) {
        g_hash_table_insert(numbers, (gpointer)kase->demand[demand].code,
                            GINT_TO_POINTER(demand + 1));
    }
    return numbers;
}

static DemandId demand_find(GHashTable *numbers, const char *code) {
    int number = GPOINTER_TO_INT(g_hash_table_lookup(numbers, code));
    return number == 0 ? NOWHERE : number - 1;
}

/** What a promised itinerary costs a box, prices included; INFINITY where none can travel so any
 * more. */
static double promised_cost(const PlanRead *plan, const ItineraryNet *net,
                            const CommittedItinerary *earlier, DemandId demand) {
    PlanMove *moves = g_new0(PlanMove, (gsize)earlier->n_legs + 1);
    bool there = demand >= 0 && earlier->n_legs > 0;
    for (int i = 0; i < earlier->n_legs && there; i++) {
        there = find_move(plan, &earlier->legs[i], &moves[i]);
    }
    double cost = HUGE_VAL;
    if (there) {
        NetBox box = net_box_of(plan->kase, &plan->kase->demand[demand]);
        cost = itinerary_walk(net, &box, moves, earlier->n_legs).all;
    }
    g_free(moves);
    return cost;
}

/** Boxes promised: each that stays earns its price, and each that moves costs the case's.
 *  @param least  per DemandId: the cost of the cheapest itinerary so far, promises' prices taken
 * off */
static void prove_promises(PlanRead *plan, const ItineraryNet *net, double *least) {
    const Commitments *committed = &plan->kase->commitments;
    GHashTable *numbers = demand_numbers(plan->kase);
    for (int i = 0; i < committed->n_earlier_itineraries; i++) {
        const CommittedItinerary *earlier = &committed->earlier_itineraries[i];
        DemandId demand = demand_find(numbers, earlier->booking);
        double price = plan->prices.promise[i], moved = earlier->price;
        double cost = promised_cost(plan, net, earlier, demand);
        if (!isfinite(cost)) {
            report_check(
                plan->report, VERIFY_PRICES, price == 0 || fabs(price - moved) <= price_slack(plan),
                "prices.csv", 0,
                "boxes of %s that have to move have a price of %.6f, moving one costs %.6f",
                earlier->booking, -price, moved);
            price_prove(&plan->prices, -moved * earlier->boxes);
            continue;
        }
        least[demand] = fmin(least[demand], cost - price);
        double excess = earlier->frozen ? 0 : fmax(0, price - moved);
        price_prove(&plan->prices, (excess - price) * earlier->boxes);
    }
    g_hash_table_unref(numbers);
}

/* ---- bookings ---- */

/** The nets of trains that a check looks at. */
typedef struct {
    ItineraryNet *running;
    PlanRead all;          /**< the plan as if all trains that may run did */
    ItineraryNet *may_run; /**< of those; NULL until it is wanted */
} Nets;

/** Trains that may run, and those under way; they belong to the plan. */
static PlanTrain *all_that_run(const PlanRead *plan, int *count) {
    GArray *trains = g_array_new(FALSE, FALSE, sizeof(PlanTrain));
    g_array_append_vals(trains, plan->candidates, (guint)plan->n_candidates);
    for (int i = 0; i < plan->n_trains; i++) {
        if (plan->trains[i].carried >= 0) {
            g_array_append_val(trains, plan->trains[i]);
        }
    }
    *count = (int)trains->len;
    return (PlanTrain *)(void *)g_array_free(trains, FALSE);
}

/** True where some train that may run could carry the booking, whichever do. */
static bool carried_by_any(PlanRead *plan, Nets *nets, DemandId id) {
    if (!nets->may_run) {
        candidates_lay(plan);
        nets->all = *plan;
        under_way_load_candidates(plan);
        nets->all.trains = all_that_run(plan, &nets->all.n_trains);
        nets->may_run = itinerary_net_new(&nets->all);
    }
    return itinerary_search_any(nets->may_run, &plan->kase->demand[id]);
}

/** Why boxes were left: what they pay is below the floor price, or there was no room, or no
 * itinerary. */
static void check_reason(PlanRead *plan, Nets *nets, DemandId id, int row, double floor_price) {
    const CheckedTable *table = &plan->tables[TABLE_BOOKINGS];
    const char *reason = checked_cell(table, row, BOOKING_REASON);
    double pays = plan->best_refused[id], margin = floor_price - pays - PRICE_MONEY;
    double near = 1e-5 + plan->prices.slack;
    const char *expected = "no_room";
    if (isnan(pays)) {
        return; // nothing is left; verify_bookings() looks at that
    }
    const Demand *demand = &plan->kase->demand[id];
    if (demand_past_due(plan->kase->carried, demand, plan->kase->horizon.start_at)) {
        expected = "past_due";
    } else if (!isfinite(floor_price)) {
        bool any = plan->carried[id] > 0 || carried_by_any(plan, nets, id);
        expected = any ? "no_room" : "no_itinerary";
    } else if (margin > near || (margin > -near && strcmp(reason, "no_room") != 0)) {
        expected = "below_floor_price"; // either is as good where it lies just there
    }
    ROW_CHECK(table, VERIFY_PRICES, strcmp(reason, expected) == 0, row,
              "reason is \"%s\", it should be \"%s\": boxes that pay %.2f were left at a floor "
              "price of %.6f",
              reason, expected, pays, floor_price);
}

static void expect_price(const PlanRead *plan, int row, int column, double expected) {
    const CheckedTable *table = &plan->tables[TABLE_BOOKINGS];
    double written = (double)NAN;
    bool stated = cell_number(checked_cell(table, row, column), &written, NULL);
    if (plan->prices.slack == 0 || !stated || !isfinite(expected)) {
        expect_number(table, row, column, NUMBER_RATIO, expected);
    } else {
        ROW_CHECK(table, VERIFY_PRICES, fabs(written - expected) <= price_slack(plan), row,
                  "a price is %.6f, it should be %.6f", written, expected);
    }
}

/** @return the cost of the booking's cheapest itinerary, prices included */
static double check_booking_price(PlanRead *plan, Nets *nets, DemandId id, int row) {
    const ItineraryNet *net = nets->running;
    const CheckedTable *table = &plan->tables[TABLE_BOOKINGS];
    const Demand *demand = &plan->kase->demand[id];
    NetBox box = net_box_of(plan->kase, demand);
    double opportunity = 0;
    bool stated = row > 0 && cell_number(checked_cell(table, row, BOOKING_OPPORTUNITY_COST),
                                         &opportunity, NULL);
    NetCost best = itinerary_search(net, &box, (double)NAN);
    double all = best.all;
    if (stated && isfinite(all)) {
        NetCost told = itinerary_search(net, &box, all - opportunity);
        best = isfinite(told.direct) ? told : best;
    }
    if (row == 0) {
        return all;
    }
    double floor_price = all - (demand->must ? 0 : demand->unserved_cost_per_box);
    expect_price(plan, row, BOOKING_FLOOR_PRICE, floor_price);
    expect_price(plan, row, BOOKING_OPPORTUNITY_COST, all - best.direct);
    check_reason(plan, nets, id, row, floor_price);
    return all;
}

/** What the boxes of a booking earn at best beyond costs and prices, tier by tier: the prices of
 * their rows.
 *  @param tier  of its first, among those of all bookings */
static void prove_booking(const PriceBook *book, const Demand *demand, int tier, double cost) {
    PlanRead *plan = book->plan;
    for (int i = 0; i < demand->n_tiers; i++) {
        const char *code = book->codes.tiers[tier + i];
        double unserved = demand->must ? 0 : demand->unserved_cost_per_box;
        double surplus = demand->tiers[i].revenue_per_box + unserved - cost;
        if (!demand->must) {
            surplus = fmax(0, surplus);
        }
        price_book_expect(book, isfinite(surplus) ? surplus : 0, "demand(%s)", code);
        price_prove(&plan->prices,
                    (price_book_take(book, SIGN_ANY, "demand(%s)", code) - unserved) *
                        demand->tiers[i].boxes);
    }
}

static void check_bookings_prices(const PriceBook *book, Nets *nets) {
    PlanRead *plan = book->plan;
    const Case *kase = plan->kase;
    GHashTable *rows = g_hash_table_new(g_str_hash, g_str_equal);
    double *least = g_new0(double, (gsize)kase->n_demand + 1);
    for (int row = 1; row < plan->tables[TABLE_BOOKINGS].n_rows; row++) {
        g_hash_table_insert(
            rows, (gpointer)checked_cell(&plan->tables[TABLE_BOOKINGS], row, BOOKING_CODE),
            GINT_TO_POINTER(row));
    }
    for (DemandId id = 0; id < kase->n_demand; id++) {
        least[id] = check_booking_price(
            plan, nets, id, GPOINTER_TO_INT(g_hash_table_lookup(rows, kase->demand[id].code)));
    }
    prove_promises(plan, nets->running, least);
    for (DemandId id = 0, tier = 0; id < kase->n_demand; tier += kase->demand[id++].n_tiers) {
        prove_booking(book, &kase->demand[id], tier, least[id]);
    }
    g_free(least);
    g_hash_table_unref(rows);
}

/** An empty's itinerary adds up a price of each stock, station day, leg and feeder day on it, each
 * of which may be wrong by price_slack(). */
enum { PRICES_ADDED = 10 };

/** Empties earn nothing: no move of one may be worth more than it costs. */
static void check_empties_prices(const PlanRead *plan, const ItineraryNet *net) {
    for (int i = 0; i < plan->kase->n_equipment; i++) {
        NetBox box = net_box_empty(plan->kase, i);
        double cost = itinerary_search(net, &box, (double)NAN).all;
        report_check(plan->report, VERIFY_PRICES,
                     cost >= -PRICE_MONEY - PRICES_ADDED * price_slack(plan), "equipment.csv", 0,
                     "at these prices moving an empty %s would earn %.6f", box.container->code,
                     -cost);
    }
}

/* ---- the bound ---- */

/** There is no choice but of boxes and sets: all trains are given by hand and run always. */
static bool trains_given(const PlanRead *plan) {
    const Case *kase = plan->kase;
    for (int i = 0; i < plan->n_candidates; i++) {
        if (plan->candidates[i].hand < 0 || kase->trains[plan->candidates[i].hand].optional) {
            return false;
        }
    }
    return true;
}

static void check_bound(const PlanRead *plan) {
    const PlanPrices *prices = &plan->prices;
    double slack = 2e-6 + 1e-11 * prices->scale + PRICES_ADDED * price_slack(plan);
    PROOF_CHECK(fabs(prices->value - prices->sum) <= slack,
                "priced_value is %.6f, the prices make it %.6f", prices->value, prices->sum);
    // Limits and ratios are granted a millionth; so is what that earns.
    PROOF_CHECK(plan->report->kpi.margin <= prices->sum + slack + 1e-6 * fmax(1, prices->scale),
                "the margin is %.6f, the prices allow %.6f", plan->report->kpi.margin, prices->sum);
    // The relaxation is over all trains, those of the plan among them.
    if (plan->kase->n_goals > 1 || isnan(plan->relaxation) ||
        (plan->kase->n_goals == 1 && plan->kase->goals[0].kind != GOAL_MARGIN)) {
        return;
    }
    double near = PRICE_MONEY + 1e-6 * prices->scale;
    PROOF_CHECK(prices->sum <= plan->relaxation + near,
                "priced_value is %.6f, more than the relaxation of %.6f", prices->sum,
                plan->relaxation);
    PROOF_CHECK(!trains_given(plan) || plan->relaxation <= prices->sum + near,
                "relaxation is %.6f, but the trains are given and the prices allow %.6f",
                plan->relaxation, prices->sum);
}

/** What the plan pays whatever its boxes do. */
static void prove_trains(PlanRead *plan) {
    const VerifyKpi *kpi = &plan->report->kpi;
    price_prove(&plan->prices, -kpi->cost_parts.train);
    price_prove(&plan->prices, -plan->train_balance_penalty);
    price_prove(&plan->prices, -plan->moved_trains_cost);
}

/** Where the run came to no prices, no booking has one. */
static void check_none(PlanRead *plan, Nets *nets) {
    const CheckedTable *table = &plan->tables[TABLE_BOOKINGS];
    GHashTable *numbers = demand_numbers(plan->kase);
    for (int row = 1; row < table->n_rows; row++) {
        expect_number(table, row, BOOKING_FLOOR_PRICE, NUMBER_RATIO, (double)NAN);
        expect_number(table, row, BOOKING_OPPORTUNITY_COST, NUMBER_RATIO, (double)NAN);
        DemandId id = demand_find(numbers, checked_cell(table, row, BOOKING_CODE));
        if (id >= 0) {
            check_reason(plan, nets, id, row, (double)NAN);
        }
    }
    g_hash_table_unref(numbers);
}

void verify_prices(PlanRead *plan) {
    Nets nets = {0};
    plan->prices.slack = price_slack_of(plan->kase);
    PriceBook book = price_book_open(plan);
    price_limits_read(&book);
    price_stock_read(&book);
    price_rules_read(&book);
    if (plan->prices.missing) {
        check_none(plan, &nets);
    } else {
        price_sets_read(&book);
        price_stock_prove(&book);
        prove_trains(plan);
        nets.running = itinerary_net_new(plan);
        check_bookings_prices(&book, &nets);
        check_empties_prices(plan, nets.running);
        itinerary_net_free(nets.running);
        check_bound(plan);
    }
    price_book_close(&book);
    if (nets.may_run) {
        itinerary_net_free(nets.may_run);
        g_free(nets.all.trains);
    }
}
