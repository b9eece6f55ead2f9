/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ways/labels.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A leg graph made by hand: two classes of cargo, of which the second may be barred from parts. A
 * day of its feeders has seven minutes. */
enum { STATIONS = 4, CLASSES = 2, LEGS_MAX = 40, FEEDERS_MAX = 4, RUNS_MAX = 400, DAY = 7 };

typedef struct {
    Case kase;
    Problem problem;
    Station stations[STATIONS];
    Leg legs[LEGS_MAX];
    LegId departures[LEGS_MAX];
    int departure_start[STATIONS + 1];
    Feeder feeders[FEEDERS_MAX];
    int feeders_from[FEEDERS_MAX];
    int feeders_from_start[STATIONS + 1];
    FeederRun runs[RUNS_MAX];
    FeederRunId next_open[RUNS_MAX];
    FeederRunId run_start[FEEDERS_MAX + 1];
    double load[LEGS_MAX], feed[RUNS_MAX], feed_home[RUNS_MAX];
    bool bars_leg[CLASSES * LEGS_MAX];
    bool bars_station[CLASSES * STATIONS];
    double ride[LEGS_MAX], pass[LEGS_MAX], finish[LEGS_MAX], leave[LEGS_MAX], board[LEGS_MAX];
    double unload[LEGS_MAX];
} Graph;

static void graph_add_leg(Graph *graph, TrainId train, StationId from, StationId to, Minute departs,
                          Minute arrives) {
    LegId id = graph->problem.n_legs++;
    ck_assert_int_lt(id, LEGS_MAX);
    graph->legs[id] = (Leg){.train = train,
                            .from = from,
                            .to = to,
                            .departs = departs,
                            .arrives = arrives,
                            .next = NONE};
    if (id > 0 && graph->legs[id - 1].train == train) {
        graph->legs[id - 1].next = id;
    }
}

static void graph_add_run(Graph *graph, int feeder, Minute departs, bool open) {
    FeederRunId id = graph->problem.n_feeder_runs++;
    ck_assert_int_lt(id, RUNS_MAX);
    for (; id > graph->run_start[feeder] && graph->runs[id - 1].departs >= departs; id--) {
        graph->runs[id] = graph->runs[id - 1];
    }
    graph->runs[id] = (FeederRun){.feeder = feeder,
                                  .departs = departs,
                                  .arrives = departs + graph->feeders[feeder].arrives.after_min,
                                  .open = open};
}

/** Departures of a feeder: as given where it is scheduled, else every midnight and whenever a box
 * is free. */
static void graph_add_runs(Graph *graph, int feeder, const Minute *departs, int count) {
    graph->run_start[feeder] = graph->problem.n_feeder_runs;
    for (int i = 0; i < count; i++) {
        graph_add_run(graph, feeder, departs[i], true);
    }
    for (Minute midnight = 0; midnight < 70 && count == 0; midnight += DAY) {
        graph_add_run(graph, feeder, midnight, true);
    }
    for (LegId leg = 0; leg < graph->problem.n_legs && count == 0; leg++) {
        StationId at = graph->legs[leg].to;
        Minute free = graph->legs[leg].arrives + graph->stations[at].unload_release_min;
        bool known = at != graph->feeders[feeder].from;
        for (int i = graph->run_start[feeder]; i < graph->problem.n_feeder_runs; i++) {
            known = known || graph->runs[i].departs == free;
        }
        if (!known) {
            graph_add_run(graph, feeder, free, false);
        }
    }
    graph->feeders[feeder].n_departs = count;
    graph->run_start[feeder + 1] = graph->problem.n_feeder_runs;
    FeederRunId open = NONE;
    for (int i = graph->problem.n_feeder_runs - 1; i >= graph->run_start[feeder]; i--) {
        graph->next_open[i] = open;
        open = graph->runs[i].open ? i : open;
    }
    graph->kase.n_feeders = feeder + 1;
}

static void graph_index_feeders(Graph *graph) {
    Problem *problem = &graph->problem;
    graph->kase.feeders = graph->feeders;
    problem->feeder_runs = graph->runs;
    problem->feeder_run_start = graph->run_start;
    problem->next_open = graph->next_open;
    problem->feeders_from = graph->feeders_from;
    problem->feeders_from_start = graph->feeders_from_start;
    int count = 0;
    for (StationId station = 0; station < STATIONS; station++) {
        graph->feeders_from_start[station] = count;
        for (int i = 0; i < graph->kase.n_feeders; i++) {
            if (graph->feeders[i].from == station) {
                graph->feeders_from[count++] = i;
            }
        }
    }
    graph->feeders_from_start[STATIONS] = count;
}

/** Sets what follows from the legs and feeders. */
static void graph_finish(Graph *graph) {
    Problem *problem = &graph->problem;
    graph->kase.stations = graph->stations;
    graph->kase.n_stations = STATIONS;
    graph->kase.n_cargo = CLASSES;
    problem->kase = &graph->kase;
    problem->legs = graph->legs;
    problem->station_departures = graph->departures;
    problem->station_departure_start = graph->departure_start;
    graph_index_feeders(graph);
    problem->cargo_bars_leg = graph->bars_leg;
    problem->cargo_bars_station = graph->bars_station;
    int count = 0;
    for (StationId station = 0; station < STATIONS; station++) {
        int start = graph->departure_start[station] = count;
        for (LegId leg = 0; leg < problem->n_legs; leg++) {
            if (graph->legs[leg].from != station) {
                continue;
            }
            int i = count++;
            for (; i > start &&
                   graph->legs[graph->departures[i - 1]].departs > graph->legs[leg].departs;
                 i--) {
                graph->departures[i] = graph->departures[i - 1];
            }
            graph->departures[i] = leg;
        }
    }
    graph->departure_start[STATIONS] = count;
}

static MoveCosts graph_costs(const Graph *graph) {
    return (MoveCosts){.ride = graph->ride,
                       .pass = graph->pass,
                       .finish = graph->finish,
                       .unload = graph->unload,
                       .leave = graph->leave,
                       .board = graph->board,
                       .load = graph->load,
                       .feed = graph->feed,
                       .feed_home = graph->feed_home};
}

static double cheapest(const Graph *graph, CargoId cargo, StationId to, LegId id);

/** Loads after a feeder run, the cutoff kept. */
static double cheapest_onward(const Graph *graph, CargoId cargo, StationId to, FeederRunId run) {
    StationId at = graph->feeders[graph->runs[run].feeder].to;
    double best = (double)INFINITY;
    for (LegId leg = 0; leg < graph->problem.n_legs; leg++) {
        Minute wait = graph->legs[leg].departs - graph->runs[run].arrives;
        if (graph->legs[leg].from == at && wait >= graph->stations[at].load_cutoff_min &&
            !graph->bars_station[cargo * STATIONS + at]) {
            best = fmin(best, graph->load[leg] + cheapest(graph, cargo, to, leg));
        }
    }
    return best;
}

/** An unscheduled feeder waits for the box, or for one of the six midnights after it is free. */
static bool may_take(const Graph *graph, FeederRunId run, Minute free) {
    const FeederRun *fed = &graph->runs[run];
    if (graph->feeders[fed->feeder].n_departs > 0) {
        return fed->departs >= free;
    }
    Minute nights = fed->departs / DAY - free / DAY;
    return fed->departs == free || (fed->departs % DAY == 0 && nights >= 1 && nights <= 6);
}

static double cheapest_feeder(const Graph *graph, CargoId cargo, StationId to, LegId id) {
    const Leg *leg = &graph->legs[id];
    Minute free = leg->arrives + graph->stations[leg->to].unload_release_min;
    double best = (double)INFINITY;
    for (FeederRunId run = 0; run < graph->problem.n_feeder_runs; run++) {
        const Feeder *feeder = &graph->feeders[graph->runs[run].feeder];
        if (feeder->from == leg->to && may_take(graph, run, free)) {
            best = feeder->to == to ? fmin(best, graph->feed_home[run]) : best;
            best = fmin(best, graph->feed[run] + cheapest_onward(graph, cargo, to, run));
        }
    }
    return best;
}

/** The oracle: all itineraries from a leg, one after another, without any cleverness. */
static double cheapest(const Graph *graph, CargoId cargo, StationId to, LegId id) {
    const Leg *leg = &graph->legs[id];
    const Station *station = &graph->stations[leg->to];
    double best = (double)INFINITY;
    if (graph->bars_leg[cargo * graph->problem.n_legs + id] ||
        graph->bars_station[cargo * STATIONS + leg->to]) {
        return best;
    }
    if (leg->to == to) {
        best = graph->finish[id];
    }
    best = fmin(best, graph->unload[id] + cheapest_feeder(graph, cargo, to, id));
    if (leg->next != NONE) {
        best = fmin(best, graph->pass[id] + cheapest(graph, cargo, to, leg->next));
    }
    for (LegId other = 0; other < graph->problem.n_legs && station->has_transfer; other++) {
        Minute wait = graph->legs[other].departs - leg->arrives;
        if (graph->legs[other].from == leg->to && wait >= station->transfer.min_min &&
            wait <= station->transfer.max_min) {
            best = fmin(best,
                        graph->leave[id] + graph->board[other] + cheapest(graph, cargo, to, other));
        }
    }
    return graph->ride[id] + best;
}

static void expect_cost(double label, double expected) {
    if (isfinite(expected)) {
        ck_assert_double_eq_tol(label, expected, 1e-9);
    } else {
        ck_assert(isinf(label));
    }
}

static void compare_with_all_itineraries(Graph *graph) {
    Labels *labels = labels_new(&graph->problem);
    ck_assert_ptr_nonnull(labels);
    MoveCosts costs = graph_costs(graph);
    double label[LEGS_MAX], onward[RUNS_MAX];
    for (CargoId cargo = 0; cargo < CLASSES; cargo++) {
        for (StationId to = 0; to < STATIONS; to++) {
            labels_sweep(labels, (SweepEnd){cargo, to}, &costs, label, onward);
            for (LegId leg = 0; leg < graph->problem.n_legs; leg++) {
                expect_cost(label[leg], cheapest(graph, cargo, to, leg));
            }
            for (FeederRunId run = 0; run < graph->problem.n_feeder_runs; run++) {
                expect_cost(onward[run], cheapest_onward(graph, cargo, to, run));
            }
        }
    }
    labels_free(labels);
}

/* Train 0: A 0-10 B, B 12-20 C. Train 1: B 15-25 D. Train 2: B 40-50 D. Transfers at B take 5
 * to 20. */
static void two_itineraries_to_the_end(Graph *graph) {
    memset(graph, 0, sizeof *graph);
    graph_add_leg(graph, 0, 0, 1, 0, 10);
    graph_add_leg(graph, 0, 1, 2, 12, 20);
    graph_add_leg(graph, 1, 1, 3, 15, 25);
    graph_add_leg(graph, 2, 1, 3, 40, 50);
    graph->stations[1].has_transfer = true;
    graph->stations[1].transfer = (Window){.min_min = 5, .max_min = 20};
    graph_finish(graph);
}

START_TEST(arrivals_are_those_of_the_trains_that_can_be_caught) {
    Graph graph;
    two_itineraries_to_the_end(&graph);
    Labels *labels = labels_new(&graph.problem);
    double label[LEGS_MAX];
    labels_earliest_delivery(labels, (SweepEnd){0, 3}, label, NULL);
    ck_assert_double_eq(label[0], 25);
    ck_assert(isinf(label[1]));
    ck_assert_double_eq(label[2], 25);
    ck_assert_double_eq(label[3], 50);
    labels_earliest_delivery(labels, (SweepEnd){0, 2}, label, NULL);
    ck_assert_double_eq(label[0], 20);
    ck_assert(isinf(label[2]));
    labels_free(labels);
}
END_TEST

START_TEST(both_ends_of_a_transfer_window_count) {
    Graph graph;
    two_itineraries_to_the_end(&graph);
    Labels *labels = labels_new(&graph.problem);
    double label[LEGS_MAX];
    graph.stations[1].transfer = (Window){.min_min = 6, .max_min = 29};
    labels_earliest_delivery(labels, (SweepEnd){0, 3}, label, NULL);
    ck_assert(isinf(label[0]));
    graph.stations[1].transfer = (Window){.min_min = 6, .max_min = 30};
    labels_earliest_delivery(labels, (SweepEnd){0, 3}, label, NULL);
    ck_assert_double_eq(label[0], 50);
    labels_free(labels);
}
END_TEST

START_TEST(costs_of_every_move_add_up) {
    Graph graph;
    two_itineraries_to_the_end(&graph);
    for (LegId leg = 0; leg < graph.problem.n_legs; leg++) {
        graph.ride[leg] = 1;
        graph.pass[leg] = 10;
        graph.finish[leg] = 100;
        graph.leave[leg] = 1000;
        graph.board[leg] = 10000;
    }
    Labels *labels = labels_new(&graph.problem);
    MoveCosts costs = graph_costs(&graph);
    double label[LEGS_MAX];
    labels_sweep(labels, (SweepEnd){0, 3}, &costs, label, NULL);
    ck_assert_double_eq(label[0], 1 + 1000 + 10000 + 1 + 100);
    labels_sweep(labels, (SweepEnd){0, 2}, &costs, label, NULL);
    ck_assert_double_eq(label[0], 1 + 10 + 1 + 100);
    labels_free(labels);
}
END_TEST

START_TEST(a_class_keeps_off_what_it_must_avoid) {
    Graph graph;
    two_itineraries_to_the_end(&graph);
    Labels *labels = labels_new(&graph.problem);
    double label[LEGS_MAX];
    graph.bars_leg[graph.problem.n_legs + 2] = true;
    labels_earliest_delivery(labels, (SweepEnd){0, 3}, label, NULL);
    ck_assert_double_eq(label[0], 25);
    labels_earliest_delivery(labels, (SweepEnd){1, 3}, label, NULL);
    ck_assert(isinf(label[0]));
    ck_assert_double_eq(label[3], 50);
    graph.bars_leg[graph.problem.n_legs + 2] = false;
    graph.bars_station[STATIONS + 1] = true;
    labels_earliest_delivery(labels, (SweepEnd){1, 2}, label, NULL);
    ck_assert(isinf(label[0]));
    ck_assert_double_eq(label[1], 20);
    labels_free(labels);
}
END_TEST

/** A number below `limit`; the same ones in every run. */
static int draw(unsigned *state, int limit) {
    *state = *state * 1103515245u + 12345u;
    return (int)((*state >> 16) % (unsigned)limit);
}

static void draw_stations(Graph *graph, unsigned *state) {
    for (StationId s = 0; s < STATIONS; s++) {
        graph->stations[s].has_transfer = draw(state, 3) > 0;
        int least = draw(state, 6);
        int64_t most = draw(state, 4) == 0 ? INT64_MAX : least + draw(state, 12);
        graph->stations[s].transfer = (Window){.min_min = least, .max_min = most};
        graph->stations[s].unload_release_min = draw(state, 4);
        graph->stations[s].load_cutoff_min = draw(state, 4);
        graph->bars_station[STATIONS + s] = draw(state, 6) == 0;
    }
}

static void draw_trains(Graph *graph, unsigned *state) {
    for (TrainId train = 0; train < 7; train++) {
        Minute at = draw(state, 30);
        StationId from = draw(state, STATIONS);
        for (int legs = 1 + draw(state, 3); legs > 0; legs--) {
            StationId to = (from + 1 + draw(state, STATIONS - 1)) % STATIONS;
            Minute arrives = at + 1 + draw(state, 8);
            graph_add_leg(graph, train, from, to, at, arrives);
            from = to;
            at = arrives + draw(state, 4);
        }
    }
}

/** Some feeders take no time at all. */
static void draw_feeders(Graph *graph, unsigned *state) {
    for (int i = 0; i < FEEDERS_MAX; i++) {
        StationId from = draw(state, STATIONS);
        graph->feeders[i] = (Feeder){.from = from,
                                     .to = (from + 1 + draw(state, STATIONS - 1)) % STATIONS,
                                     .arrives = {.after_min = draw(state, 6)}};
        Minute departs[3] = {draw(state, 20), 20 + draw(state, 10), 30 + draw(state, 20)};
        graph_add_runs(graph, i, departs, draw(state, 2) == 0 ? 0 : 1 + draw(state, 3));
    }
}

static void draw_costs(Graph *graph, unsigned *state) {
    for (LegId leg = 0; leg < graph->problem.n_legs; leg++) {
        graph->ride[leg] = draw(state, 100);
        graph->pass[leg] = draw(state, 20);
        graph->finish[leg] = draw(state, 50);
        graph->unload[leg] = draw(state, 50);
        graph->load[leg] = draw(state, 50);
        graph->leave[leg] = draw(state, 30);
        graph->board[leg] = draw(state, 30);
        graph->bars_leg[graph->problem.n_legs + leg] = draw(state, 8) == 0;
    }
    for (FeederRunId run = 0; run < graph->problem.n_feeder_runs; run++) {
        graph->feed[run] = draw(state, 40);
        graph->feed_home[run] = draw(state, 80);
    }
}

static void check_drawn(unsigned seed, bool feeders) {
    unsigned state = seed;
    Graph graph;
    memset(&graph, 0, sizeof graph);
    draw_stations(&graph, &state);
    draw_trains(&graph, &state);
    if (feeders) {
        draw_feeders(&graph, &state);
    }
    draw_costs(&graph, &state);
    graph_finish(&graph);
    compare_with_all_itineraries(&graph);
}

START_TEST(random_graphs_agree_with_all_their_itineraries) {
    check_drawn((unsigned)_i + 1, false);
}
END_TEST

START_TEST(random_graphs_with_feeders_agree_with_all_their_itineraries) {
    check_drawn((unsigned)_i + 1001, true);
}
END_TEST

/* As above, and a feeder from B to D that takes 3: B's boxes are free 2 after arrival, at 12. */
START_TEST(a_feeder_may_bring_a_box_home_before_any_train) {
    Graph graph;
    two_itineraries_to_the_end(&graph);
    graph.stations[1].unload_release_min = 2;
    graph.feeders[0] = (Feeder){.from = 1, .to = 3, .arrives = {.after_min = 3}};
    graph_add_runs(&graph, 0, NULL, 0);
    graph_finish(&graph);
    Labels *labels = labels_new(&graph.problem);
    double label[LEGS_MAX], onward[RUNS_MAX];
    labels_earliest_delivery(labels, (SweepEnd){0, 3}, label, onward);
    ck_assert_double_eq(label[0], 15);
    ck_assert(isinf(label[1]));
    labels_earliest_delivery(labels, (SweepEnd){0, NONE}, label, onward);
    ck_assert_double_eq(label[0], 12); /* empties end anywhere, and use no feeders */
    labels_free(labels);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("labels");
    TCase *tests = tcase_create("labels");
    tcase_add_test(tests, arrivals_are_those_of_the_trains_that_can_be_caught);
    tcase_add_test(tests, both_ends_of_a_transfer_window_count);
    tcase_add_test(tests, costs_of_every_move_add_up);
    tcase_add_test(tests, a_class_keeps_off_what_it_must_avoid);
    tcase_add_test(tests, a_feeder_may_bring_a_box_home_before_any_train);
    tcase_add_loop_test(tests, random_graphs_agree_with_all_their_itineraries, 0, 200);
    tcase_add_loop_test(tests, random_graphs_with_feeders_agree_with_all_their_itineraries, 0, 200);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
