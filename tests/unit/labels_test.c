#include "model/labels.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A leg graph made by hand: two classes of cargo, of which the second may be barred from parts. */
enum { STATIONS = 4, CLASSES = 2, LEGS_MAX = 40 };

typedef struct {
    Case kase;
    Problem problem;
    Station stations[STATIONS];
    Leg legs[LEGS_MAX];
    LegId departures[LEGS_MAX];
    int departure_start[STATIONS + 1];
    int feeders_from_start[STATIONS + 1];
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

/** Sets what follows from the legs. */
static void graph_finish(Graph *graph) {
    Problem *problem = &graph->problem;
    graph->kase.stations = graph->stations;
    graph->kase.n_stations = STATIONS;
    graph->kase.n_cargo = CLASSES;
    problem->kase = &graph->kase;
    problem->legs = graph->legs;
    problem->station_departures = graph->departures;
    problem->station_departure_start = graph->departure_start;
    problem->feeders_from_start = graph->feeders_from_start;
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
                       .board = graph->board};
}

/** The oracle: all ways from a leg, one after another, without any cleverness. */
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

static void compare_with_all_ways(Graph *graph) {
    Labels *labels = labels_new(&graph->problem);
    ck_assert_ptr_nonnull(labels);
    MoveCosts costs = graph_costs(graph);
    double label[LEGS_MAX];
    for (CargoId cargo = 0; cargo < CLASSES; cargo++) {
        for (StationId to = 0; to < STATIONS; to++) {
            labels_sweep(labels, (SweepEnd){cargo, to}, &costs, label, NULL);
            for (LegId leg = 0; leg < graph->problem.n_legs; leg++) {
                expect_cost(label[leg], cheapest(graph, cargo, to, leg));
            }
        }
    }
    labels_free(labels);
}

/* Train 0: A 0-10 B, B 12-20 C. Train 1: B 15-25 D. Train 2: B 40-50 D. Transfers at B take 5
 * to 20. */
static void two_ways_to_the_end(Graph *graph) {
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
    two_ways_to_the_end(&graph);
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
    two_ways_to_the_end(&graph);
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
    two_ways_to_the_end(&graph);
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
    two_ways_to_the_end(&graph);
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

static void draw_costs(Graph *graph, unsigned *state) {
    for (LegId leg = 0; leg < graph->problem.n_legs; leg++) {
        graph->ride[leg] = draw(state, 100);
        graph->pass[leg] = draw(state, 20);
        graph->finish[leg] = draw(state, 50);
        graph->leave[leg] = draw(state, 30);
        graph->board[leg] = draw(state, 30);
        graph->bars_leg[graph->problem.n_legs + leg] = draw(state, 8) == 0;
    }
}

START_TEST(random_graphs_agree_with_all_their_ways) {
    unsigned state = (unsigned)_i + 1;
    Graph graph;
    memset(&graph, 0, sizeof graph);
    draw_stations(&graph, &state);
    draw_trains(&graph, &state);
    draw_costs(&graph, &state);
    graph_finish(&graph);
    compare_with_all_ways(&graph);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("labels");
    TCase *tests = tcase_create("labels");
    tcase_add_test(tests, arrivals_are_those_of_the_trains_that_can_be_caught);
    tcase_add_test(tests, both_ends_of_a_transfer_window_count);
    tcase_add_test(tests, costs_of_every_move_add_up);
    tcase_add_test(tests, a_class_keeps_off_what_it_must_avoid);
    tcase_add_loop_test(tests, random_graphs_agree_with_all_their_ways, 0, 200);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
