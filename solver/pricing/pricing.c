/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prices the graph by the moves of a box, group by group, and labels it. */
#include "solver/pricing/pricing.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/problem/booking.h"
#include "solver/pricing/pricing_state.h"

/** A search of one flow looks at so many times the problem's legs before it labels the graph for
 * that flow alone, which takes about as long. */
enum { PATIENCE = 4 };

static bool flow_labels_init(FlowLabels *own, const Problem *problem) {
    own->label = pricing_doubles(problem->n_legs);
    own->onward = pricing_doubles(problem->n_feeder_runs);
    own->ride = pricing_doubles(problem->n_legs);
    own->finish = pricing_doubles(problem->n_legs);
    own->board = pricing_doubles(problem->n_legs);
    own->load = pricing_doubles(problem->n_legs);
    own->feed_home = pricing_doubles(problem->n_feeder_runs);
    return own->label != NULL && own->onward != NULL && own->ride != NULL && own->finish != NULL &&
           own->board != NULL && own->load != NULL && own->feed_home != NULL;
}

static void flow_labels_clear(FlowLabels *own) {
    free(own->label);
    free(own->onward);
    free(own->ride);
    free(own->finish);
    free(own->board);
    free(own->load);
    free(own->feed_home);
}

static bool pricing_allocate(Pricing *pricing) {
    const Problem *problem = pricing->problem;
    pricing->pass = pricing_doubles(problem->n_legs);
    pricing->leave = pricing_doubles(problem->n_legs);
    pricing->board = pricing_doubles(problem->n_legs);
    pricing->price = pricing_doubles(pricing->formulation->lp.n_rows);
    pricing->link = pricing_doubles(problem->n_trains);
    pricing->is_linked = calloc((size_t)problem->n_trains + 1, sizeof *pricing->is_linked);
    pricing->closed = calloc((size_t)problem->n_trains + 1, sizeof *pricing->closed);
    pricing->linked = calloc((size_t)problem->n_trains + 1, sizeof *pricing->linked);
    pricing->link_place = calloc((size_t)problem->n_trains + 1, sizeof *pricing->link_place);
    pricing->explored = calloc((size_t)problem->n_legs + 1, sizeof *pricing->explored);
    pricing->labels = labels_new(problem);
    pricing->patience = (long)PATIENCE * problem->n_legs;
    return flow_labels_init(&pricing->own, problem) && pricing->pass != NULL &&
           pricing->leave != NULL && pricing->board != NULL && pricing->price != NULL &&
           pricing->link != NULL && pricing->linked != NULL && pricing->closed != NULL &&
           pricing->is_linked != NULL && pricing->explored != NULL && pricing->link_place != NULL &&
           pricing->labels != NULL;
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
    pricing->stopped = false;
    pricing->labelled = false;
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
        if (pricing_stopped(pricing)) {
            return;
        }
        label_target(pricing, &pricing->by.targets[i]);
    }
    pricing->labelled = true;
}

void pricing_watch(Pricing *pricing, const Clock *clock) {
    pricing->clock = clock;
}

bool pricing_stopped(Pricing *pricing) {
    pricing->stopped =
        pricing->stopped || (pricing->clock != NULL && clock_expired(pricing->clock));
    return pricing->stopped;
}

void pricing_set_patience(Pricing *pricing, long legs) {
    pricing->patience = legs;
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

double pricing_worth(Pricing *pricing, BookingId flow) {
    const Formulation *formulation = pricing->formulation;
    if (pricing->problem->bookings[flow].empty) {
        return 0;
    }
    move_book(formulation, flow, &pricing->scratch);
    return pricing->price[formulation->demand_row[flow]] - price_scratch(pricing);
}

void pricing_keep_parts(Pricing *pricing) {
    pricing->keeps_parts = true;
}

/* ---- building ---- */

/** Goes through all moves once, so that the scratch column has the room that any of them needs:
 * prices taken later cannot run out of memory. */
static bool rehearse(Pricing *pricing) {
    price_changes(pricing);
    for (int i = 0; i < pricing->by.n_handlings; i++) {
        price_handling(pricing, &pricing->by.handlings[i]);
    }
    for (BookingId flow = 0; flow < pricing->problem->n_flows; flow++) {
        (void)pricing_worth(pricing, flow);
    }
    return !pricing->scratch.failed;
}

Pricing *pricing_new(const Formulation *formulation) {
    Pricing *pricing = calloc(1, sizeof *pricing);
    if (pricing == NULL) {
        return NULL;
    }
    pricing->formulation = formulation;
    pricing->problem = formulation->problem;
    if (!pricing_allocate(pricing) ||
        !pricing_groups_init(&pricing->by, pricing->problem, pricing->labels) ||
        !rehearse(pricing)) {
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
        flow_labels_clear(&pricing->own);
        labels_free(pricing->labels);
        free(pricing);
    }
}

bool pricing_reachable(const Pricing *pricing, BookingId booking) {
    return pricing->by.target_of[booking] != NONE;
}
