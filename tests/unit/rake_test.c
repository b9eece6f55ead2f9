/* Wagon sets: what trains do to them, and whether they suffice, against a count of sets minute by
 * minute. */
#include <check.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "model/rake_use.h"
#include "solver/reposition.h"
#include "tests/unit/case_fixture.h"

enum { A, B, C };   /* stations */
enum { RED, BLUE }; /* pools */

/* Sections A–B and B–C and back; the first three share the red pool, C–B is blue, B–A has none. */
static const char network[] = "stations:\n"
                              "  A: {country: CN, zone: Asia/Shanghai}\n"
                              "  B: {country: KZ, zone: Asia/Almaty, through: {max: 30h}}\n"
                              "  C: {country: DE, zone: Europe/Berlin}\n"
                              "lines:\n"
                              "  ABC: {route: [A, B, C]}\n"
                              "  CBA: {route: [C, B, A]}\n"
                              "  AB: {route: [A, B]}\n"
                              "  BA: {route: [B, A]}\n";

static CaseFixture case_of(const char *horizon, const char *rest) {
    g_autofree char *head = g_strdup_printf(
        "banlie: 1\nhorizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai, %s}\n%s", horizon,
        network);
    CaseFixture fixture = case_fixture_new(head, rest);
    ck_assert_int_eq(findings_errors(fixture.findings), 0);
    return fixture;
}

static TrainId train_of(const Problem *problem, const char *line, int number) {
    for (TrainId id = 0; id < problem->n_trains; id++) {
        if (g_strcmp0(problem->kase->lines[problem->trains[id].line].code, line) == 0 &&
            number-- == 0) {
            return id;
        }
    }
    ck_abort_msg("no such train of %s", line);
    return NONE;
}

static void expect_use(const RakeUse *use, int pool, StationId from, StationId to,
                       const char *departs, const char *free_at) {
    ck_assert_int_eq(use->pool, pool);
    ck_assert_int_eq(use->from, from);
    ck_assert_int_eq(use->to, to);
    ck_assert_int_eq(use->departs, minute_at(departs));
    ck_assert_int_eq(use->free, minute_at(free_at));
}

static const char slots[] =
    "slots:\n"
    "  - {id: AB, from: A, to: B, departs: [Tue 04:00], runs: 2d, km: 4000, teu: 90, rake: RED}\n"
    "  - {id: BC, from: B, to: C, departs: [Thu 12:00], runs: 3d, km: 5000, teu: 90, rake: RED}\n"
    "  - {id: CB, from: C, to: B, departs: [Wed 08:00], runs: 3d, km: 5000, teu: 90, rake: BLUE}\n"
    "  - {id: BA, from: B, to: A, departs: [Sat 20:00], runs: 2d, km: 4000, teu: 90, rake: NONE}\n"
    "rakes:\n"
    "  RED: {sets: {A: 1}, turn: 10h, reposition: [{from: C, to: A, takes: 2d6h, cost: 7}]}\n"
    "  BLUE: {sets: {C: 1}}\n";

START_TEST(a_train_keeps_its_set_over_sections_of_one_pool) {
    CaseFixture fixture = case_of("tail: 9d", slots);
    RakeUse use;
    int position = 0;
    TrainId train = train_of(fixture.problem, "ABC", 0);
    ck_assert(rake_use_next(fixture.problem, train, &position, &use));
    expect_use(&use, RED, A, C, "2026-12-01T04:00+08:00", "2026-12-06T22:00+05:00");
    ck_assert(!rake_use_next(fixture.problem, train, &position, &use));
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_pool_that_is_not_listed_is_no_use) {
    CaseFixture fixture = case_of("tail: 9d", slots);
    RakeUse use;
    int position = 0;
    TrainId train = train_of(fixture.problem, "CBA", 0);
    ck_assert(rake_use_next(fixture.problem, train, &position, &use));
    expect_use(&use, BLUE, C, B, "2026-12-02T08:00+01:00", "2026-12-05T08:00+01:00");
    ck_assert(!rake_use_next(fixture.problem, train, &position, &use));
    position = 0;
    ck_assert(!rake_use_next(fixture.problem, train_of(fixture.problem, "BA", 0), &position, &use));
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(sets_are_moved_from_midnight_of_the_horizons_zone_without_a_turn) {
    CaseFixture fixture = case_of("tail: 9d", slots);
    RakeUse use = rake_use_reposition(fixture.problem, RED, 0, 3);
    expect_use(&use, RED, C, A, "2026-12-03T00:00+08:00", "2026-12-05T06:00+08:00");
    ck_assert_int_eq(problem_n_repositions(fixture.problem), 16);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_set_under_way_at_an_end_of_the_period_is_counted_there) {
    CaseFixture fixture = case_of("mode: cyclic, tail: 9d", slots);
    const struct {
        const char *departs, *free_at;
        int spans;
    } uses[] = {
        {"2026-12-01T04:00+08:00", "2026-12-06T23:59+08:00", 0},
        {"2026-12-01T04:00+08:00", "2026-12-07T00:00+08:00", 0}, /* back just in time */
        {"2026-12-01T04:00+08:00", "2026-12-07T00:01+08:00", 1},
        {"2026-12-07T00:00+08:00", "2026-12-08T00:00+08:00", 1}, /* gone already */
        {"2026-11-30T00:00+08:00", "2026-12-14T00:01+08:00", 3},
        {"2026-11-29T23:59+08:00", "2026-11-30T00:00+08:00", 0},
        {"2026-11-22T23:59+08:00", "2026-11-30T00:01+08:00", 2},
    };
    for (int i = 0; i < 7; i++) {
        RakeUse use = {RED, A, B, minute_at(uses[i].departs), minute_at(uses[i].free_at)};
        ck_assert_int_eq(rake_use_spans(fixture.problem, &use), uses[i].spans);
    }
    case_fixture_free(&fixture);
}
END_TEST

/* ---- do the sets suffice? ---- */

/** A problem with its rows and a choice of trains. */
typedef struct {
    CaseFixture fixture;
    Formulation *formulation;
    bool *runs;
    double *value;
} Sets;

static Sets sets_new(const char *horizon, const char *rest) {
    Sets sets = {.fixture = case_of(horizon, rest)};
    sets.formulation = formulation_new(sets.fixture.problem, &AIM_MARGIN);
    ck_assert_ptr_nonnull(sets.formulation);
    sets.runs = g_new0(bool, (gsize)sets.fixture.problem->n_trains + 1);
    sets.value = g_new0(double, (gsize)sets.formulation->lp.n_columns + 1);
    return sets;
}

static void sets_clear(Sets *sets) {
    g_free(sets->runs);
    g_free(sets->value);
    formulation_free(sets->formulation);
    case_fixture_free(&sets->fixture);
}

static Outcome suffice(const Sets *sets) {
    const Clock clock = clock_start(60, NULL);
    return reposition_sets(sets->formulation, &BACKEND_GLPK, &clock, sets->runs, sets->value);
}

/** Sets that leave on a day by rule 0 of the red pool. */
static double moved(const Sets *sets, StockDay day) {
    int number = problem_reposition(sets->fixture.problem, RED, 0, day);
    ColumnId column = sets->formulation->reposition_column[number];
    return column == NONE ? 0 : sets->value[column]; /* a day on which none need leave */
}

/* Out on Tuesday 04:00, in B on Thursday 04:00 (01:00 there), turned by 14:00, in China; back from
 * B on Thursday at the drawn minute, in A a day later and turned ten hours after. */
static Sets there_and_back(const char *back) {
    g_autofree char *rest = g_strdup_printf(
        "slots:\n"
        "  - {id: AB, from: A, to: B, departs: [Tue 04:00], runs: 2d, km: 1, teu: 90, rake: RED}\n"
        "  - {id: BA, from: B, to: A, departs: [%s], runs: 1d, km: 1, teu: 90, rake: RED}\n"
        "rakes: {RED: {sets: {A: 1}, turn: 10h}}\n",
        back);
    Sets sets = sets_new("tail: 9d", rest);
    sets.runs[train_of(sets.fixture.problem, "AB", 0)] = true;
    sets.runs[train_of(sets.fixture.problem, "BA", 0)] = true;
    return sets;
}

START_TEST(a_set_freed_in_the_very_minute_of_a_departure_can_be_used) {
    Sets sets = there_and_back("Thu 11:00"); /* 14:00 in China */
    ck_assert_int_eq(suffice(&sets), OUTCOME_DONE);
    sets_clear(&sets);
    sets = there_and_back("Thu 10:59");
    ck_assert_int_eq(suffice(&sets), OUTCOME_INFEASIBLE);
    sets_clear(&sets);
}
END_TEST

START_TEST(a_set_passes_through_where_the_pool_stays_the_same) {
    Sets sets = sets_new("tail: 9d", slots);
    sets.runs[train_of(sets.fixture.problem, "ABC", 0)] = true;
    ck_assert_int_eq(suffice(&sets), OUTCOME_DONE);
    sets.runs[train_of(sets.fixture.problem, "CBA", 0)] = true; /* blue, then none */
    ck_assert_int_eq(suffice(&sets), OUTCOME_DONE);
    sets.runs[train_of(sets.fixture.problem, "AB", 0)] = true; /* a second red one from A */
    ck_assert_int_eq(suffice(&sets), OUTCOME_INFEASIBLE);
    sets_clear(&sets);
}
END_TEST

/* A has one set and two departures, on Tuesday and on Friday 06:00; C has a set that takes 2 d 6 h
 * and so must leave on Wednesday 00:00, day 2, at the latest, to be there in the very minute. */
START_TEST(sets_are_moved_in_time_and_no_more_than_needed) {
    Sets sets = sets_new(
        "tail: 9d",
        "slots:\n"
        "  - {id: AB, from: A, to: B, departs: [Tue 04:00, Fri 06:00], runs: 2d, km: 1, teu: 90,"
        " rake: RED}\n"
        "rakes: {RED: {sets: {A: 1, C: 3}, turn: 10h,"
        " reposition: [{from: C, to: A, takes: 2d6h, cost: 7}]}}\n");
    sets.runs[train_of(sets.fixture.problem, "AB", 0)] = true;
    ck_assert_int_eq(suffice(&sets), OUTCOME_DONE);
    double all = 0;
    for (StockDay day = 0; day < sets.fixture.problem->n_stock_days; day++) {
        all += moved(&sets, day);
    }
    ck_assert_double_eq(all, 0);
    sets.runs[train_of(sets.fixture.problem, "AB", 1)] = true;
    ck_assert_int_eq(suffice(&sets), OUTCOME_DONE);
    ck_assert_double_eq(moved(&sets, 0) + moved(&sets, 1) + moved(&sets, 2), 1);
    for (StockDay day = 3; day < sets.fixture.problem->n_stock_days; day++) {
        ck_assert_double_eq(moved(&sets, day), 0);
    }
    sets_clear(&sets);
}
END_TEST

START_TEST(a_pool_has_the_sets_of_all_its_stations) {
    CaseFixture fixture = case_of(
        "tail: 9d",
        "slots:\n"
        "  - {id: AB, from: A, to: B, departs: [Tue 04:00], runs: 2d, km: 1, teu: 90, rake: RED}\n"
        "rakes: {RED: {sets: {A: 1000000, B: 1000000, C: 1000000}}}\n");
    ck_assert_int_eq(rake_pool_sets(fixture.kase, RED), 3000000);
    case_fixture_free(&fixture);
}
END_TEST

/* A day's run each day for a year: the search for sets heeds its clock. */
START_TEST(sets_are_not_looked_for_beyond_the_time) {
    Sets sets = sets_new(
        "tail: 366d",
        "slots:\n"
        "  - {id: AB, from: A, to: B, departs: [Tue 04:00, Fri 04:00], runs: 2d, km: 1, teu: 90,"
        " rake: RED}\n"
        "rakes: {RED: {sets: {A: 1, C: 1}, reposition: [{from: C, to: A, takes: 1d},"
        " {from: A, to: B, takes: 1d}, {from: B, to: C, takes: 1d}]}}\n");
    sets.runs[0] = sets.runs[1] = true;
    const Clock clock = clock_start(0.1, NULL);
    Outcome status =
        reposition_sets(sets.formulation, &BACKEND_GLPK, &clock, sets.runs, sets.value);
    ck_assert_int_ne(status, OUTCOME_SOLVER_FAILED);
    ck_assert_double_lt(clock_seconds(&clock), 10);
    sets_clear(&sets);
}
END_TEST

/* ---- drawn choices against a count of sets ---- */

static char *drawn_rest(GRand *rand, bool reposition) {
    static const char *const SLOTS[][3] = {
        {"AB", "A", "B"}, {"BC", "B", "C"}, {"CB", "C", "B"}, {"BA", "B", "A"}};
    static const char *const DAYS[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    GString *text = g_string_new("slots:\n");
    for (int i = 0; i < 4; i++) {
        g_string_append_printf(text, "  - {id: %s, from: %s, to: %s, departs: [", SLOTS[i][0],
                               SLOTS[i][1], SLOTS[i][2]);
        for (int day = g_rand_int_range(rand, 0, 3); day < 7; day += g_rand_int_range(rand, 1, 4)) {
            g_string_append_printf(text, "%s %02d:00, ", DAYS[day], g_rand_int_range(rand, 0, 24));
        }
        g_string_append_printf(text, "], runs: %dh, km: 1, teu: 90, trains: 3, rake: %s}\n",
                               g_rand_int_range(rand, 10, 60),
                               g_rand_int_range(rand, 0, 3) > 0 ? "RED" : "BLUE");
    }
    g_string_append_printf(text,
                           "rakes:\n  RED: {sets: {A: %d, B: %d, C: %d}, turn: %dh%s}\n"
                           "  BLUE: {sets: {B: %d, A: %d}}\n",
                           g_rand_int_range(rand, 0, 3), g_rand_int_range(rand, 0, 3),
                           g_rand_int_range(rand, 0, 3), g_rand_int_range(rand, 0, 12),
                           reposition ? ", reposition: [{from: C, to: A, takes: 20h, cost: 7}]"
                                      : "",
                           g_rand_int_range(rand, 0, 3), g_rand_int_range(rand, 0, 3));
    return g_string_free(text, FALSE);
}

/** Uses of sets of one pool, worked out from the slots of the trains. */
static GArray *uses_of(const Sets *sets, int pool) {
    const Problem *problem = sets->fixture.problem;
    GArray *uses = g_array_new(FALSE, FALSE, sizeof(RakeUse));
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        bool holds = false;
        for (int i = 0; i < train->n_runs && sets->runs[id]; i++) {
            const SlotRun *run = &problem->runs[problem->train_runs[train->first_run + i]];
            const Slot *slot = &problem->kase->slots[run->slot];
            RakeUse use = {pool, slot->from, slot->to, run->departs,
                           run->arrives + problem->kase->rakes[pool].turn_min};
            if (slot->rake != pool) {
                holds = false;
            } else if (holds) {
                RakeUse *last = &g_array_index(uses, RakeUse, uses->len - 1);
                last->to = use.to;
                last->free = use.free;
            } else {
                g_array_append_val(uses, use);
                holds = true;
            }
        }
    }
    for (StockDay day = 0;
         pool == RED && day < problem->n_stock_days && problem->kase->rakes[RED].n_reposition > 0;
         day++) {
        RakeUse use = rake_use_reposition(problem, RED, 0, day);
        for (int i = (int)moved(sets, day); i > 0; i--) {
            g_array_append_val(uses, use);
        }
    }
    return uses;
}

/** How many sets more have left the station than come to it, up to and with this minute. In a
 * cyclic plan since the start of the period, whatever period the trains are of. */
static int gone(const Sets *sets, const GArray *uses, StationId station, Minute until) {
    const Horizon *horizon = &sets->fixture.kase->horizon;
    Minute period = horizon->end_at - horizon->start_at;
    int balance = 0;
    for (guint i = 0; i < uses->len; i++) {
        const RakeUse *use = &g_array_index(uses, RakeUse, i);
        for (int shift = horizon->cyclic ? -3 : 0; shift <= (horizon->cyclic ? 1 : 0); shift++) {
            Minute departs = use->departs + shift * period, back = use->free + shift * period;
            bool counts = !horizon->cyclic || departs > horizon->start_at;
            bool counts_back = !horizon->cyclic || back > horizon->start_at;
            balance += use->from == station && counts && departs <= until ? 1 : 0;
            balance -= use->to == station && counts_back && back <= until ? 1 : 0;
        }
    }
    return balance;
}

/** The most that are gone from a station at any minute. */
static int most_gone(const Sets *sets, const GArray *uses, StationId station) {
    const Horizon *horizon = &sets->fixture.kase->horizon;
    Minute period = horizon->end_at - horizon->start_at;
    int most = 0;
    for (guint i = 0; i < uses->len; i++) {
        Minute at = g_array_index(uses, RakeUse, i).departs;
        while (horizon->cyclic && at > horizon->end_at) {
            at -= period;
        }
        int now = gone(sets, uses, station, at);
        most = now > most ? now : most;
    }
    return most;
}

/** Sets out at the end of the period, of trains of all periods before. */
static int out_at_end(const Sets *sets, const GArray *uses) {
    const Horizon *horizon = &sets->fixture.kase->horizon;
    Minute period = horizon->end_at - horizon->start_at;
    int out = 0;
    for (guint i = 0; i < uses->len; i++) {
        const RakeUse *use = &g_array_index(uses, RakeUse, i);
        for (int shift = -3; shift <= 1; shift++) {
            Minute departs = use->departs + shift * period, back = use->free + shift * period;
            out += departs <= horizon->end_at && back > horizon->end_at ? 1 : 0;
        }
    }
    return out;
}

static bool pool_suffices(const Sets *sets, int pool) {
    const Case *kase = sets->fixture.kase;
    GArray *uses = uses_of(sets, pool);
    bool enough = true;
    int needed = kase->horizon.cyclic ? out_at_end(sets, uses) : 0, owned = 0;
    for (StationId station = 0; station < 3; station++) {
        int most = most_gone(sets, uses, station);
        if (kase->horizon.cyclic) {
            enough = enough && gone(sets, uses, station, kase->horizon.end_at) == 0;
            needed += most;
        } else {
            enough = enough && most <= rake_sets_at(kase, pool, station);
        }
        owned += rake_sets_at(kase, pool, station);
    }
    g_array_free(uses, TRUE);
    return enough && needed <= owned;
}

static void check_choices(guint32 seed, const char *horizon, bool reposition) {
    GRand *rand = g_rand_new_with_seed(seed);
    g_autofree char *rest = drawn_rest(rand, reposition);
    Sets sets = sets_new(horizon, rest);
    for (int round = 0; round < 60; round++) {
        int share = g_rand_int_range(rand, 1, 8);
        for (TrainId id = 0; id < sets.fixture.problem->n_trains; id++) {
            sets.runs[id] = g_rand_int_range(rand, 0, share) == 0;
        }
        Outcome status = suffice(&sets);
        ck_assert_int_ne(status, OUTCOME_SOLVER_FAILED);
        bool enough = pool_suffices(&sets, RED) && pool_suffices(&sets, BLUE);
        if (status == OUTCOME_DONE || !reposition) {
            ck_assert_int_eq(enough, status == OUTCOME_DONE);
        }
    }
    sets_clear(&sets);
    g_rand_free(rand);
}

START_TEST(sets_suffice_where_counting_them_says_so) {
    check_choices((guint32)_i, "tail: 9d", false);
}
END_TEST

START_TEST(sets_that_are_moved_suffice) {
    check_choices((guint32)_i + 100, "tail: 9d", true);
}
END_TEST

START_TEST(sets_of_a_cyclic_plan_suffice_where_counting_them_says_so) {
    check_choices((guint32)_i + 200, "mode: cyclic, tail: 9d", false);
}
END_TEST

START_TEST(sets_of_a_cyclic_plan_that_are_moved_suffice) {
    check_choices((guint32)_i + 300, "mode: cyclic, tail: 9d", true);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("rake");
    TCase *tests = tcase_create("rake");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, a_train_keeps_its_set_over_sections_of_one_pool);
    tcase_add_test(tests, a_pool_that_is_not_listed_is_no_use);
    tcase_add_test(tests, sets_are_moved_from_midnight_of_the_horizons_zone_without_a_turn);
    tcase_add_test(tests, a_set_under_way_at_an_end_of_the_period_is_counted_there);
    tcase_add_test(tests, a_set_freed_in_the_very_minute_of_a_departure_can_be_used);
    tcase_add_test(tests, a_set_passes_through_where_the_pool_stays_the_same);
    tcase_add_test(tests, sets_are_moved_in_time_and_no_more_than_needed);
    tcase_add_test(tests, a_pool_has_the_sets_of_all_its_stations);
    tcase_add_test(tests, sets_are_not_looked_for_beyond_the_time);
    tcase_add_loop_test(tests, sets_suffice_where_counting_them_says_so, 0, 15);
    tcase_add_loop_test(tests, sets_that_are_moved_suffice, 0, 15);
    tcase_add_loop_test(tests, sets_of_a_cyclic_plan_suffice_where_counting_them_says_so, 0, 15);
    tcase_add_loop_test(tests, sets_of_a_cyclic_plan_that_are_moved_suffice, 0, 15);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
