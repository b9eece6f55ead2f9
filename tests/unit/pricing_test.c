/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solver/pricing/pricing_itineraries.h"

#include <check.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "model/formulation_build.h"
#include "model/problem/booking.h"
#include "model/ways/cheapest_way.h"
#include "model/ways/itinerary.h"
#include "tests/unit/case_fixture.h"
#include "tests/unit/drawn_network.h"
#include "tests/unit/pricing_oracle.h"

enum { SEEDS = 12, PRICES_PER_CASE = 4, MOST = 5 };

static const double TOLERANCE = 1e-6;

/** Legs after which a search labels the graph for its flow alone: at once, midway, hardly ever. */
static const long PATIENCE[] = {-1, 8, 1000000};

/** A drawn case with prices; its bookings are gone through by each test. */
typedef struct {
    CaseFixture fixture;
    Formulation *formulation;
    Pricing *pricing;
    TestPrices prices;
    bool *closed;
    GRand *rand;
    int n_itineraries; /**< listed so far */
    int n_fed;         /**< of them, with a feeder */
    int n_empty;
} Setting;

static Setting setting_new(guint32 seed, Drawn drawn, const Aim *aim) {
    Setting setting = {.rand = g_rand_new_with_seed(seed)};
    g_autofree char *text = drawn_network(setting.rand, drawn);
    setting.fixture = case_fixture_new(text, "");
    const Problem *problem = setting.fixture.problem;
    ck_assert_int_eq(findings_errors(setting.fixture.findings), 0);
    setting.formulation = formulation_new(problem, aim);
    ck_assert_ptr_nonnull(setting.formulation);
    setting.pricing = pricing_new(setting.formulation);
    ck_assert_ptr_nonnull(setting.pricing);
    pricing_set_patience(setting.pricing, PATIENCE[seed % G_N_ELEMENTS(PATIENCE)]);
    setting.closed = g_new0(bool, (gsize)problem->n_trains + 1);
    setting.prices = (TestPrices){.dual = g_new0(double, (gsize)setting.formulation->lp.n_rows + 1),
                                  .link = g_new0(double, (gsize)problem->n_trains + 1),
                                  .closed = setting.closed,
                                  .maximise = aim->maximise.kind};
    return setting;
}

static void setting_free(Setting *setting) {
    g_free(setting->prices.dual);
    g_free(setting->prices.link);
    g_free(setting->closed);
    pricing_free(setting->pricing);
    formulation_free(setting->formulation);
    case_fixture_free(&setting->fixture);
    g_rand_free(setting->rand);
}

/** Greatest price drawn for a row: about what a box is worth, by what it uses. */
static double greatest_price(RowGroup group) {
    switch (group) {
    case ROW_TONNES:
        return 12;
    case ROW_LOAD_FACTOR:
        return 150;
    default:
        return 120;
    }
}

/** Draws prices of the signs that an LP gives: >= 0 for upper bounds, <= 0 for lower ones, none for
 * free rows, either for equations. Half of them are 0. */
static void draw_prices(Setting *setting, bool farkas) {
    const LpModel *lp = &setting->formulation->lp;
    for (RowId row = 0; row < lp->n_rows; row++) {
        double price =
            g_rand_boolean(setting->rand)
                ? g_rand_double_range(setting->rand, 0, greatest_price(lp->rows[row].group))
                : 0;
        bool below = isfinite(lp->rows[row].lower), above = isfinite(lp->rows[row].upper);
        bool negative = below && (!above || g_rand_boolean(setting->rand));
        setting->prices.dual[row] = !below && !above ? 0 : negative ? -price : price;
    }
    setting->prices.farkas = farkas;
    pricing_set_prices(setting->pricing, setting->prices.dual, farkas);
}

/** Linking prices of both signs on a third of the trains, some in two parts. */
static void draw_links(Setting *setting) {
    pricing_unlink(setting->pricing);
    for (TrainId train = 0; train < setting->fixture.problem->n_trains; train++) {
        setting->prices.link[train] = 0;
        for (int i = g_rand_int_range(setting->rand, -3, 3); i > 0; i--) {
            double price = g_rand_double_range(setting->rand, -250, 350);
            setting->prices.link[train] += price;
            pricing_link(setting->pricing, train, price);
        }
    }
}

/** Closes a quarter of the trains; holds from the next draw of prices on. */
static void draw_closed(Setting *setting) {
    for (TrainId train = 0; train < setting->fixture.problem->n_trains; train++) {
        setting->closed[train] = g_rand_int_range(setting->rand, 0, 4) == 0;
        pricing_close_train(setting->pricing, train, setting->closed[train]);
    }
}

/** A floor that some itineraries exceed, none of them narrowly. */
static double draw_floor(Setting *setting, const Itineraries *itineraries) {
    double floor =
        itineraries->count == 0
            ? -500
            : itineraries->items[g_rand_int_range(setting->rand, 0, itineraries->count)].value -
                  0.5;
    for (int i = 0; i < itineraries->count; i++) {
        if (fabs(itineraries->items[i].value - floor) < 1e-4) {
            floor -= 1e-3;
            i = -1;
        }
    }
    return floor;
}

static void check_best(const Setting *setting, BookingId booking, const Itineraries *itineraries,
                       double floor) {
    double best = floor;
    for (int i = 0; i < itineraries->count; i++) {
        best = fmax(best, itineraries->items[i].value);
    }
    PricedItinerary found;
    bool any = pricing_best(setting->pricing, booking, floor, &found);
    ck_assert_int_eq(any, best > floor);
    if (any) {
        const ListedItinerary *listed = itineraries_find(itineraries, found.rides, found.n_rides);
        ck_assert_ptr_nonnull(listed);
        ck_assert_double_eq_tol(found.worth_less_cost, best, TOLERANCE);
        ck_assert_double_eq_tol(listed->value, best, TOLERANCE);
    }
}

/** What pricing_good() and pricing_all() hand over. */
typedef struct {
    const Itineraries *itineraries;
    int count;
    int stop_after; /**< pricing_all(): so many are taken; 0: all */
    double values[64];
    bool *seen; /**< per itinerary */
} Taken;

static void take_itinerary(Taken *taken, const PricedItinerary *itinerary) {
    const ListedItinerary *listed =
        itineraries_find(taken->itineraries, itinerary->rides, itinerary->n_rides);
    ck_assert_msg(listed != NULL, "an itinerary that breaks a rule");
    ck_assert_double_eq_tol(itinerary->worth_less_cost, listed->value, TOLERANCE);
    ck_assert_msg(!taken->seen[listed - taken->itineraries->items],
                  "an itinerary handed over twice");
    taken->seen[listed - taken->itineraries->items] = true;
    if (taken->count < 64) {
        taken->values[taken->count] = listed->value;
    }
    taken->count++;
}

static void take_good(void *user, const PricedItinerary *itinerary) {
    take_itinerary(user, itinerary);
}

static bool take_any(void *user, const PricedItinerary *itinerary) {
    Taken *taken = user;
    take_itinerary(taken, itinerary);
    return taken->count != taken->stop_after;
}

static int compare_falling(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x > y ? -1 : x < y;
}

static void check_good(const Setting *setting, BookingId booking, const Itineraries *itineraries,
                       double floor, int most) {
    const Problem *problem = setting->fixture.problem;
    const int n_firsts = problem->n_legs + problem->n_feeder_runs;
    g_autofree double *best = g_new(double, (gsize)n_firsts + 1); /* by first departure */
    for (int first = 0; first < n_firsts; first++) {
        best[first] = floor;
    }
    for (int i = 0; i < itineraries->count; i++) {
        const Ride *ride = &itineraries->items[i].rides[0];
        int first = ride->before == NONE ? ride->first : problem->n_legs + ride->before;
        best[first] = fmax(best[first], itineraries->items[i].value);
    }
    qsort(best, (size_t)n_firsts, sizeof *best, compare_falling);
    g_autofree bool *seen = g_new0(bool, (gsize)itineraries->count + 1);
    Taken taken = {.itineraries = itineraries, .seen = seen};
    double value = pricing_good(setting->pricing, booking, floor, most, take_good, &taken);
    ck_assert_double_eq_tol(value, best[0], TOLERANCE * fmax(1, fabs(best[0]) / 1e3));
    ck_assert_int_le(taken.count, most);
    for (int i = 0; i < most && i < n_firsts; i++) {
        ck_assert_int_eq(i<taken.count, best[i]> floor);
        if (i < taken.count) {
            ck_assert_double_eq_tol(taken.values[i], best[i],
                                    TOLERANCE * fmax(1, fabs(best[i]) / 1e3));
        }
    }
}

static void check_all(const Setting *setting, BookingId booking, const Itineraries *itineraries,
                      double floor) {
    int expected = 0;
    for (int i = 0; i < itineraries->count; i++) {
        expected += itineraries->items[i].value > floor;
    }
    g_autofree bool *seen = g_new0(bool, (gsize)itineraries->count + 1);
    Taken taken = {.itineraries = itineraries, .seen = seen};
    ck_assert(pricing_all(setting->pricing, booking, floor, take_any, &taken));
    ck_assert_int_eq(taken.count, expected);
    if (expected > 1) {
        g_autofree bool *seen_again = g_new0(bool, (gsize)itineraries->count + 1);
        Taken few = {.itineraries = itineraries, .seen = seen_again, .stop_after = expected / 2};
        ck_assert(!pricing_all(setting->pricing, booking, floor, take_any, &few));
        ck_assert_int_eq(few.count, expected / 2);
    }
}

static void count_itineraries(Setting *setting, BookingId flow, const Itineraries *itineraries) {
    setting->n_itineraries += itineraries->count;
    setting->n_empty += setting->fixture.problem->bookings[flow].empty ? itineraries->count : 0;
    for (int i = 0; i < itineraries->count; i++) {
        bool fed = false;
        for (int ride = 0; ride < itineraries->items[i].n_rides; ride++) {
            fed = fed || itineraries->items[i].rides[ride].before != NONE ||
                  itineraries->items[i].rides[ride].after != NONE;
        }
        setting->n_fed += fed ? 1 : 0;
    }
}

static void check_bookings(Setting *setting, bool links) {
    for (BookingId booking = 0; booking < setting->fixture.problem->n_flows; booking++) {
        if (links) {
            draw_links(setting);
        }
        Itineraries itineraries = itineraries_of(setting->formulation, booking, &setting->prices);
        double floor = draw_floor(setting, &itineraries);
        check_best(setting, booking, &itineraries, -1e9);
        check_best(setting, booking, &itineraries, floor);
        check_good(setting, booking, &itineraries, floor, MOST);
        check_good(setting, booking, &itineraries, -1e9, 1);
        check_all(setting, booking, &itineraries, floor);
        count_itineraries(setting, booking, &itineraries);
        itineraries_clear(&itineraries);
    }
}

/** What a test draws beside the network. */
typedef struct {
    bool farkas, links, closed;
} Trouble;

static const Drawn PLAIN = {false, false, false}, FEEDERS = {true, false, false},
                   EQUIPMENT = {false, true, false}, ALL = {true, true, false},
                   CYCLIC = {true, true, true};

/** Checks all flows of a drawn case under some prices. */
static void check_case(int seed, Drawn drawn, const Aim *aim, Trouble trouble) {
    Setting setting = setting_new((guint32)seed, drawn, aim);
    for (int i = 0; i < PRICES_PER_CASE; i++) {
        if (trouble.closed) {
            draw_closed(&setting);
        }
        draw_prices(&setting, trouble.farkas);
        check_bookings(&setting, trouble.links);
    }
    ck_assert_int_gt(setting.n_itineraries, 0);
    ck_assert_int_eq(setting.n_fed > 0, drawn.feeders);
    ck_assert_int_eq(setting.n_empty > 0, drawn.equipment);
    setting_free(&setting);
}

START_TEST(what_is_found_is_what_listing_all_itineraries_finds) {
    check_case(_i, PLAIN, &AIM_MARGIN, (Trouble){0});
}
END_TEST

START_TEST(linking_prices_of_either_sign_are_paid_once_a_train) {
    check_case(100 + _i, PLAIN, &AIM_MARGIN, (Trouble){.links = true});
}
END_TEST

START_TEST(closed_trains_are_not_boarded) {
    check_case(200 + _i, PLAIN, &AIM_MARGIN, (Trouble){.links = true, .closed = true});
}
END_TEST

START_TEST(looking_for_feasibility_counts_prices_alone) {
    check_case(300 + _i, PLAIN, &AIM_MARGIN, (Trouble){.farkas = true});
}
END_TEST

START_TEST(feeders_are_taken_before_between_and_after_trains) {
    check_case(500 + _i, FEEDERS, &AIM_MARGIN, (Trouble){.links = _i % 2 == 0});
}
END_TEST

START_TEST(containers_pay_the_stocks_and_empties_travel_on_their_own) {
    check_case(600 + _i, EQUIPMENT, &AIM_MARGIN, (Trouble){.links = _i % 2 == 0});
}
END_TEST

START_TEST(feeders_and_stocks_go_together) {
    check_case(700 + _i, ALL, &AIM_MARGIN, (Trouble){.closed = true, .farkas = _i % 3 == 0});
}
END_TEST

START_TEST(in_a_cyclic_plan_boxes_ride_trains_of_other_periods) {
    check_case(800 + _i, CYCLIC, &AIM_MARGIN, (Trouble){.links = _i % 2 == 0});
}
END_TEST

START_TEST(goals_are_maximised_and_held_by_what_a_box_adds_to_them) {
    static const GoalKind kinds[] = {GOAL_MARGIN, GOAL_TEU, GOAL_TEU_KM, GOAL_LOAD_FACTOR};
    const Floor floors[] = {{.measure = {kinds[(_i + 1) % 4], 0.4, 1000}, .least = 0},
                            {.measure = {kinds[(_i + 2) % 4], 0.4, 1000}, .least = 1}};
    const Aim aim = {.maximise = {kinds[_i % 4], 0.5, 1000}, .floors = floors, .n_floors = 2};
    check_case(900 + _i, ALL, &aim, (Trouble){.farkas = _i % 3 == 0});
}
END_TEST

START_TEST(forgotten_linking_prices_and_reopened_trains_count_no_more) {
    Setting setting = setting_new(400, ALL, &AIM_MARGIN);
    draw_closed(&setting);
    draw_links(&setting);
    draw_prices(&setting, false);
    pricing_unlink(setting.pricing);
    for (TrainId train = 0; train < setting.fixture.problem->n_trains; train++) {
        setting.prices.link[train] = 0;
        setting.closed[train] = false;
        pricing_close_train(setting.pricing, train, false);
    }
    draw_prices(&setting, false);
    check_bookings(&setting, false);
    setting_free(&setting);
}
END_TEST

START_TEST(a_booking_is_reachable_where_it_has_any_itinerary) {
    Setting setting = setting_new((guint32)_i, _i % 2 == 0 ? PLAIN : CYCLIC, &AIM_MARGIN);
    for (BookingId booking = 0; booking < setting.fixture.problem->n_flows; booking++) {
        Itineraries itineraries = itineraries_of(setting.formulation, booking, &setting.prices);
        ck_assert_int_eq(pricing_reachable(setting.pricing, booking), itineraries.count > 0);
        itineraries_clear(&itineraries);
    }
    setting_free(&setting);
}
END_TEST

enum { STAGES = 36, A_DAY = 6 };

/** Hours from the booking's due instant to the end of the last train, and what an hour costs: all
 * itineraries are late by as much, which labels that bookings share do not know. */
/** What a way costs but for lateness. */
static double cost_in_time(const Problem *problem, BookingId id, const ListedItinerary *way) {
    const Booking *booking = &problem->bookings[id];
    const Minute delivered = booking_delivered(problem, &way->rides[way->n_rides - 1]);
    return itinerary_cost(problem, id, way->rides, way->n_rides) -
           booking_late_cost(booking, delivered);
}

START_TEST(no_way_costs_less_than_the_cheapest_one) {
    const Drawn drawn[] = {PLAIN, FEEDERS, ALL, CYCLIC};
    Setting setting = setting_new((guint32)(1100 + _i), drawn[_i % 4], &AIM_MARGIN);
    const Problem *problem = setting.fixture.problem;
    g_autofree double *cost = g_new0(double, (gsize)problem->n_bookings + 1);
    Labels *labels = labels_new(problem);
    int reached = 0;
    ck_assert(labels != NULL && cheapest_ways(problem, labels, cost));
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        Itineraries itineraries = itineraries_of(setting.formulation, id, &setting.prices);
        double least = HUGE_VAL;
        for (int i = 0; i < itineraries.count; i++) {
            least = fmin(least, cost_in_time(problem, id, &itineraries.items[i]));
        }
        ck_assert_double_ge(least, cost[id] - TOLERANCE);
        reached += isfinite(least) && least <= cost[id] + TOLERANCE;
        itineraries_clear(&itineraries);
    }
    ck_assert_int_gt(reached, 0);
    labels_free(labels);
    setting_free(&setting);
}
END_TEST

static const double HOURS_LATE = 4 * STAGES - 1 - 12, COST_PER_HOUR = 1e5;

/** What staying on a train to its second stage costs more than changing to the next train there:
 * what has been followed to the end is cheaper with a change at the last stage, then at the one
 * before, and each time all that follows is followed again. */
static double cost_of_staying(int stage) {
    return ldexp(1, STAGES - stage) / 1e6;
}

/** Trains of two stages each, one from every stage, with their cost by kilometres. */
static char *overlapping_trains(void) {
    static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    GString *text = g_string_new("banlie: 1\n"
                                 "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai}\n"
                                 "stations:\n");
    GString *slots = g_string_new(NULL), *lines = g_string_new(NULL);
    for (int i = 0; i <= STAGES; i++) {
        g_string_append_printf(
            text, "  S%d: {country: CN, zone: Asia/Shanghai, transfer: {max: 1d}}\n", i);
    }
    for (int i = 0; i < STAGES; i++) {
        const int to = MIN(i + 2, STAGES);
        const double cost = to == i + 1 ? 1 : 2 + cost_of_staying(i + 1); /* 10 a kilometre */
        g_autofree char *stop =
            g_strdup_printf(", stops: [{at: S%d, arrives: 3h, departs: 4h, km: 0.1}]", i + 1);
        g_string_append_printf(
            slots,
            "  - {id: R%d, from: S%d, to: S%d, departs: [%s %02d:00], runs: %dh, "
            "km: %.9f, teu: 10, cost: {teu: %.9f}%s}\n",
            i, i, to, days[i / A_DAY], i % A_DAY * 4, 4 * (to - i) - 1, cost / 10, cost,
            to == i + 1 ? "" : stop);
        g_string_append_printf(lines, "  R%d: {route: [S%d, S%d]}\n", i, i, to);
    }
    g_string_append_printf(
        text,
        "slots:\n%slines:\n%sdemand:\n"
        "  - {id: B, from: S0, to: S%d, boxes: 1, container: 20GP,\n"
        "     revenue: 5000000, ready: 2026-11-29, due: 2026-11-30T12:00+08:00,\n"
        "     late: {max: 20d, per_day: 2400000}}\n",
        slots->str, lines->str, STAGES);
    g_string_free(slots, TRUE);
    g_string_free(lines, TRUE);
    return g_string_free(text, FALSE);
}

/** Two to the power of the stages are too many to be followed one by one, within the test's time.
 */
START_TEST(trains_that_overlap_do_not_multiply_the_ways_followed) {
    g_autofree char *text = overlapping_trains();
    CaseFixture fixture = case_fixture_new(text, "");
    ck_assert_int_eq(findings_errors(fixture.findings), 0);
    ck_assert_int_eq(fixture.problem->n_legs, 2 * STAGES - 1);
    Formulation *formulation = formulation_new(fixture.problem, &AIM_MARGIN);
    Pricing *pricing = pricing_new(formulation);
    double *dual = g_new0(double, (gsize)formulation->lp.n_rows + 1);
    PricedItinerary best;
    pricing_set_prices(pricing, dual, false);
    g_free(dual);
    const bool found = pricing_best(pricing, 0, -1e9, &best);
    pricing_free(pricing);
    formulation_free(formulation);
    case_fixture_free(&fixture);
    ck_assert(found);
    ck_assert_double_eq_tol(best.worth_less_cost, 5e6 - STAGES - HOURS_LATE * COST_PER_HOUR, 1e-3);
}
END_TEST

START_TEST(once_the_clock_has_run_out_a_search_still_says_what_is_possible) {
    Setting setting = setting_new((guint32)_i, _i % 2 == 0 ? ALL : CYCLIC, &AIM_MARGIN);
    const Clock over = clock_start(0, NULL);
    draw_prices(&setting, false);
    pricing_watch(setting.pricing, &over);
    for (BookingId flow = 0; flow < setting.fixture.problem->n_flows; flow++) {
        draw_links(&setting);
        Itineraries itineraries = itineraries_of(setting.formulation, flow, &setting.prices);
        g_autofree bool *seen = g_new0(bool, (gsize)itineraries.count + 1);
        Taken taken = {.itineraries = &itineraries, .seen = seen};
        double promise = pricing_promise(setting.pricing, flow);
        double stopped = pricing_good(setting.pricing, flow, -1e9, MOST, take_good, &taken);
        for (int i = 0; i < itineraries.count; i++) {
            ck_assert_double_ge(promise, itineraries.items[i].value - TOLERANCE);
            ck_assert_double_ge(stopped, itineraries.items[i].value - TOLERANCE);
        }
        ck_assert(pricing_stopped(setting.pricing));
        ck_assert(!pricing_all(setting.pricing, flow, 1e9, take_any, &taken) ||
                  itineraries.count == 0);
        itineraries_clear(&itineraries);
    }
    pricing_set_prices(setting.pricing, setting.prices.dual, false);
    ck_assert(pricing_promise(setting.pricing, 0) == HUGE_VAL || /* no labels any more */
              !pricing_reachable(setting.pricing, 0));
    setting_free(&setting);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("pricing");
    TCase *tests = tcase_create("pricing");
    tcase_set_timeout(tests, 120);
    tcase_add_loop_test(tests, what_is_found_is_what_listing_all_itineraries_finds, 0, SEEDS);
    tcase_add_loop_test(tests, linking_prices_of_either_sign_are_paid_once_a_train, 0, SEEDS);
    tcase_add_loop_test(tests, closed_trains_are_not_boarded, 0, SEEDS);
    tcase_add_loop_test(tests, looking_for_feasibility_counts_prices_alone, 0, SEEDS);
    tcase_add_loop_test(tests, feeders_are_taken_before_between_and_after_trains, 0, SEEDS);
    tcase_add_loop_test(tests, containers_pay_the_stocks_and_empties_travel_on_their_own, 0, SEEDS);
    tcase_add_loop_test(tests, feeders_and_stocks_go_together, 0, SEEDS);
    tcase_add_loop_test(tests, in_a_cyclic_plan_boxes_ride_trains_of_other_periods, 0, SEEDS);
    tcase_add_loop_test(tests, goals_are_maximised_and_held_by_what_a_box_adds_to_them, 0, SEEDS);
    tcase_add_test(tests, forgotten_linking_prices_and_reopened_trains_count_no_more);
    tcase_add_loop_test(tests, a_booking_is_reachable_where_it_has_any_itinerary, 0, SEEDS);
    tcase_add_loop_test(tests, no_way_costs_less_than_the_cheapest_one, 0, SEEDS);
    tcase_add_test(tests, trains_that_overlap_do_not_multiply_the_ways_followed);
    tcase_add_loop_test(tests, once_the_clock_has_run_out_a_search_still_says_what_is_possible, 0,
                        SEEDS);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
