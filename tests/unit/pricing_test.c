#include "solver/pricing.h"

#include <check.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "tests/unit/case_fixture.h"
#include "tests/unit/pricing_oracle.h"

/* A network with what pricing has to mind: transfers, stops, a gauge break, classes with bars,
 * weights, lateness, lift limits, load factors and balance. The slots are drawn. */
static const char network[] =
    "banlie: 1\n"
    "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai, tail: 20d}\n"
    "stations:\n"
    "  A: {country: CN, zone: Asia/Shanghai, load: {cost: 30, cutoff: 5h}, unload: {cost: 9}, "
    "lifts_per_day: 40}\n"
    "  B: {country: KZ, zone: Asia/Almaty, gauge_break: true, lifts_per_day: 50, through: {max: "
    "40h},"
    " transfer: {min: 4h, max: 30h, cost: 25}}\n"
    "  C: {country: RU, zone: Europe/Moscow, gauge_break: true, through: {max: 40h}, transfer: "
    "{max: 2d}}\n"
    "  D: {country: DE, zone: Europe/Berlin, unload: {cost: 17, release: 7h}, load: {cost: 5}, "
    "lifts_per_day: 60,"
    " through: {max: 30h}, transfer: {min: 2h, max: 20h, cost: 10}}\n"
    "  E: {country: PL, zone: Europe/Warsaw, transfer: {min: 1h, max: 40h, cost: 40}, through: "
    "{max: 30h}}\n"
    "cargo:\n"
    "  lithium: {avoid: {countries: RU}, max_boxes_per_train: 3, apart_from: [food]}\n"
    "  food: {containers: [40RF], avoid: {slots: \".*-N\"}}\n"
    "  oil: {avoid: {stations: E}, max_boxes_per_train: 5}\n"
    "lines:\n"
    "  L-D: {route: [A, D], cost: 100}\n"
    "  L-ABD: {route: [A, B, D]}\n"
    "  L-ABCD: {route: [A, B, C, D]}\n"
    "  L-AE: {route: [A, E]}\n"
    "  L-BED: {route: [B, E, D]}\n"
    "  R-DB: {route: [D, B]}\n"
    "  R-CB: {route: [C, B]}\n"
    "load_factors:\n"
    "  - {lines: L-ABD, min: 0.2, offered: 0.9}\n"
    "  - {lines: \"L-.*\", min: 0.1, per: week}\n"
    "  - {lines: \"R-.*\", min: 0.1, per: horizon}\n"
    "balance:\n"
    "  - {name: X, outbound: \"L-.*\", return: \"R-.*|L-BED\", teu: {ratio: 0.6, penalty: 500}}\n"
    "  - {name: Y, outbound: \"L-AB.*\", return: \"R-.*\", teu: {ratio: 0.3, penalty: 50}, per: "
    "week}\n";

enum { SEEDS = 12, PRICES_PER_CASE = 4, MOST = 5 };

static const double TOLERANCE = 1e-6;

static void append_slot(GString *text, GRand *rand, const char *id, const char *from,
                        const char *to, const char *stop) {
    static const char *const DAYS[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    int hours = g_rand_int_range(rand, 10, 34);
    g_string_append_printf(text, "  - {id: %s, from: %s, to: %s, departs: [", id, from, to);
    for (int day = g_rand_int_range(rand, 0, 2); day < 7; day += g_rand_int_range(rand, 1, 4)) {
        g_string_append_printf(text, "%s %02d:30, ", DAYS[day], g_rand_int_range(rand, 0, 24));
    }
    g_string_append_printf(
        text, "], runs: %dh, km: %d, teu: %d, trains: 3, cost: {train: 100, teu: %d}", hours,
        20 * hours, g_rand_int_range(rand, 4, 30), g_rand_int_range(rand, 1, 90));
    if (g_rand_boolean(rand)) {
        g_string_append_printf(text, ", tonnes: %d", g_rand_int_range(rand, 100, 900));
    }
    if (stop != NULL) {
        g_string_append_printf(text, ", stops: [{at: %s, arrives: %dh, departs: %dh, km: %d}]",
                               stop, hours / 2, hours / 2 + 3, 7 * hours);
    }
    g_string_append(text, "}\n");
}

static void append_booking(GString *text, GRand *rand, int number) {
    static const char *const FROM[] = {"A", "A", "B", "D", "C"}, *const TO[] = {"D", "E", "D", "B",
                                                                                "D"};
    static const char *const CARGO[] = {"general", "lithium", "food", "oil"};
    static const char *const CONTAINER[] = {"40HC", "20GP", "40RF"};
    static const char *const TONNES[] = {"0", "5", "5.4", "21.5", "26"};
    int relation = number % 5, ready = g_rand_int_range(rand, 0, 4);
    int cargo = g_rand_int_range(rand, 0, 4),
        container = cargo == 2 ? 2 : g_rand_int_range(rand, 0, 3);
    g_string_append_printf(
        text,
        "  - {id: K%d, from: %s, to: %s, boxes: 3, cargo: %s, container: %s, tonnes: %s,"
        " ready: 2026-12-0%d 06:00, due: 2026-12-%02d %02d:17, revenue: %d, unserved: %d",
        number, FROM[relation], TO[relation], CARGO[cargo], CONTAINER[container],
        TONNES[g_rand_int_range(rand, 0, 5)], ready + 1, ready + g_rand_int_range(rand, 3, 9),
        g_rand_int_range(rand, 0, 24), g_rand_int_range(rand, 100, 900),
        g_rand_int_range(rand, 0, 100));
    if (g_rand_boolean(rand)) {
        g_string_append_printf(text, ", late: {per_day: %d, max: %dh}",
                               g_rand_int_range(rand, 0, 200), g_rand_int_range(rand, 1, 60));
    }
    g_string_append(text, "}\n");
}

static char *drawn_part(GRand *rand) {
    GString *text = g_string_new("slots:\n");
    append_slot(text, rand, "AD", "A", "D", "B");
    append_slot(text, rand, "AB", "A", "B", NULL);
    append_slot(text, rand, "AB-N", "A", "B", NULL);
    append_slot(text, rand, "BD", "B", "D", "C");
    append_slot(text, rand, "BC", "B", "C", NULL);
    append_slot(text, rand, "CD", "C", "D", NULL);
    append_slot(text, rand, "AE", "A", "E", "C");
    append_slot(text, rand, "BE-N", "B", "E", NULL);
    append_slot(text, rand, "ED", "E", "D", NULL);
    append_slot(text, rand, "DB", "D", "B", "E");
    append_slot(text, rand, "CB", "C", "B", NULL);
    g_string_append(text, "demand:\n");
    for (int number = 0; number < 15; number++) {
        append_booking(text, rand, number);
    }
    return g_string_free(text, FALSE);
}

/** A drawn case with prices; its bookings are gone through by each test. */
typedef struct {
    CaseFixture fixture;
    Formulation *formulation;
    Pricing *pricing;
    TestPrices prices;
    bool *closed;
    GRand *rand;
    int n_ways; /**< listed so far */
} Setting;

static Setting setting_new(guint32 seed) {
    Setting setting = {.rand = g_rand_new_with_seed(seed)};
    g_autofree char *drawn = drawn_part(setting.rand);
    setting.fixture = case_fixture_new(network, drawn);
    const Problem *problem = setting.fixture.problem;
    ck_assert_int_eq(findings_errors(setting.fixture.findings), 0);
    setting.formulation = formulation_new(problem, &AIM_MARGIN);
    ck_assert_ptr_nonnull(setting.formulation);
    setting.pricing = pricing_new(setting.formulation);
    ck_assert_ptr_nonnull(setting.pricing);
    setting.closed = g_new0(bool, (gsize)problem->n_trains + 1);
    setting.prices = (TestPrices){.dual = g_new0(double, (gsize)setting.formulation->lp.n_rows + 1),
                                  .link = g_new0(double, (gsize)problem->n_trains + 1),
                                  .closed = setting.closed};
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

/** Draws prices of the signs that an LP gives: >= 0 for upper bounds, <= 0 for lower ones. Half of
 * them are 0. */
static void draw_prices(Setting *setting, bool farkas) {
    const LpModel *lp = &setting->formulation->lp;
    for (RowId row = 0; row < lp->n_rows; row++) {
        double price =
            g_rand_boolean(setting->rand)
                ? g_rand_double_range(setting->rand, 0, greatest_price(lp->rows[row].group))
                : 0;
        bool from_below = isfinite(lp->rows[row].lower) && !isfinite(lp->rows[row].upper);
        setting->prices.dual[row] = from_below ? -price : price;
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

/** A floor that some ways exceed, none of them narrowly. */
static double draw_floor(Setting *setting, const Ways *ways) {
    double floor = ways->count == 0
                       ? -500
                       : ways->items[g_rand_int_range(setting->rand, 0, ways->count)].value - 0.5;
    for (int i = 0; i < ways->count; i++) {
        if (fabs(ways->items[i].value - floor) < 1e-4) {
            floor -= 1e-3;
            i = -1;
        }
    }
    return floor;
}

static void check_best(const Setting *setting, BookingId booking, const Ways *ways, double floor) {
    double best = floor;
    for (int i = 0; i < ways->count; i++) {
        best = fmax(best, ways->items[i].value);
    }
    PricedItinerary found;
    bool any = pricing_best(setting->pricing, booking, floor, &found);
    ck_assert_int_eq(any, best > floor);
    if (any) {
        const Way *way = ways_find(ways, found.rides, found.n_rides);
        ck_assert_ptr_nonnull(way);
        ck_assert_double_eq_tol(found.worth_less_cost, best, TOLERANCE);
        ck_assert_double_eq_tol(way->value, best, TOLERANCE);
    }
}

/** What pricing_good() and pricing_all() hand over. */
typedef struct {
    const Ways *ways;
    int count;
    int stop_after; /**< pricing_all(): so many are taken; 0: all */
    double values[64];
    bool *seen; /**< per way */
} Taken;

static void take_itinerary(Taken *taken, const PricedItinerary *itinerary) {
    const Way *way = ways_find(taken->ways, itinerary->rides, itinerary->n_rides);
    ck_assert_msg(way != NULL, "an itinerary that breaks a rule");
    ck_assert_double_eq_tol(itinerary->worth_less_cost, way->value, TOLERANCE);
    ck_assert_msg(!taken->seen[way - taken->ways->items], "an itinerary handed over twice");
    taken->seen[way - taken->ways->items] = true;
    if (taken->count < 64) {
        taken->values[taken->count] = way->value;
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

static void check_good(const Setting *setting, BookingId booking, const Ways *ways, double floor,
                       int most) {
    const int n_legs = setting->fixture.problem->n_legs;
    g_autofree double *best = g_new(double, (gsize)n_legs + 1); /* by first leg boarded */
    for (LegId leg = 0; leg < n_legs; leg++) {
        best[leg] = floor;
    }
    for (int i = 0; i < ways->count; i++) {
        LegId first = ways->items[i].rides[0].first;
        best[first] = fmax(best[first], ways->items[i].value);
    }
    qsort(best, (size_t)n_legs, sizeof *best, compare_falling);
    g_autofree bool *seen = g_new0(bool, (gsize)ways->count + 1);
    Taken taken = {.ways = ways, .seen = seen};
    double value = pricing_good(setting->pricing, booking, floor, most, take_good, &taken);
    ck_assert_double_eq_tol(value, best[0], TOLERANCE);
    ck_assert_int_le(taken.count, most);
    for (int i = 0; i < most && i < n_legs; i++) {
        ck_assert_int_eq(i<taken.count, best[i]> floor);
        if (i < taken.count) {
            ck_assert_double_eq_tol(taken.values[i], best[i], TOLERANCE);
        }
    }
}

static void check_all(const Setting *setting, BookingId booking, const Ways *ways, double floor) {
    int expected = 0;
    for (int i = 0; i < ways->count; i++) {
        expected += ways->items[i].value > floor;
    }
    g_autofree bool *seen = g_new0(bool, (gsize)ways->count + 1);
    Taken taken = {.ways = ways, .seen = seen};
    ck_assert(pricing_all(setting->pricing, booking, floor, take_any, &taken));
    ck_assert_int_eq(taken.count, expected);
    if (expected > 1) {
        g_autofree bool *seen_again = g_new0(bool, (gsize)ways->count + 1);
        Taken few = {.ways = ways, .seen = seen_again, .stop_after = expected / 2};
        ck_assert(!pricing_all(setting->pricing, booking, floor, take_any, &few));
        ck_assert_int_eq(few.count, expected / 2);
    }
}

static void check_bookings(Setting *setting, bool links) {
    for (BookingId booking = 0; booking < setting->fixture.problem->n_bookings; booking++) {
        if (links) {
            draw_links(setting);
        }
        Ways ways = ways_of(setting->formulation, booking, &setting->prices);
        double floor = draw_floor(setting, &ways);
        check_best(setting, booking, &ways, -1e9);
        check_best(setting, booking, &ways, floor);
        check_good(setting, booking, &ways, floor, MOST);
        check_good(setting, booking, &ways, -1e9, 1);
        check_all(setting, booking, &ways, floor);
        setting->n_ways += ways.count;
        ways_clear(&ways);
    }
}

/** Checks all bookings of a drawn case under some prices. */
static void check_case(int seed, bool farkas, bool links, bool closed) {
    Setting setting = setting_new((guint32)seed);
    for (int i = 0; i < PRICES_PER_CASE; i++) {
        if (closed) {
            draw_closed(&setting);
        }
        draw_prices(&setting, farkas);
        check_bookings(&setting, links);
    }
    ck_assert_int_gt(setting.n_ways, 0);
    setting_free(&setting);
}

START_TEST(what_is_found_is_what_listing_all_itineraries_finds) {
    check_case(_i, false, false, false);
}
END_TEST

START_TEST(linking_prices_of_either_sign_are_paid_once_a_train) {
    check_case(100 + _i, false, true, false);
}
END_TEST

START_TEST(closed_trains_are_not_boarded) {
    check_case(200 + _i, false, true, true);
}
END_TEST

START_TEST(looking_for_feasibility_counts_prices_alone) {
    check_case(300 + _i, true, false, false);
}
END_TEST

START_TEST(forgotten_linking_prices_and_reopened_trains_count_no_more) {
    Setting setting = setting_new(400);
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
    Setting setting = setting_new((guint32)_i);
    for (BookingId booking = 0; booking < setting.fixture.problem->n_bookings; booking++) {
        Ways ways = ways_of(setting.formulation, booking, &setting.prices);
        ck_assert_int_eq(pricing_reachable(setting.pricing, booking), ways.count > 0);
        ways_clear(&ways);
    }
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
    tcase_add_test(tests, forgotten_linking_prices_and_reopened_trains_count_no_more);
    tcase_add_loop_test(tests, a_booking_is_reachable_where_it_has_any_itinerary, 0, SEEDS);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
