/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows a given itinerary of a box, move by move, and adds up what it costs. */
#include "verify/prices/itinerary_walk.h"

#include <math.h>

#include "verify/prices/itinerary_net.h"
#include "verify/read/plan_moves.h"

static const NetCost NO_ITINERARY = {HUGE_VAL, HUGE_VAL};

static const NetLeg *net_leg_of(const ItineraryNet *net, const PlanMove *move) {
    for (int i = itinerary_net_first(net, move->from, move->departs);
         i < net->start[move->from + 1] && net->legs[i].departs == move->departs; i++) {
        if (net->legs[i].train == move->train && net->legs[i].leg == move->leg &&
            net->legs[i].periods == move->periods) {
            return &net->legs[i];
        }
    }
    return NULL;
}

/** True where a box that is ready at this instant may leave so. */
static bool feeder_leaves(const ItineraryNet *net, const PlanMove *move, Minute ready) {
    int count = 0;
    Minute departs = 0;
    while (net_feeder_next(net, move->feeder, ready, move->departs, &count, &departs)) {
        if (departs == move->departs) {
            return true;
        }
    }
    return false;
}

static NetCost feed(const ItineraryNet *net, const NetBox *box, const PlanMove *moves, int i) {
    const Case *kase = net->plan->kase;
    Minute ready = i == 0
                       ? box->demand->ready
                       : moves[i - 1].arrives + kase->stations[moves[i - 1].to].unload_release_min;
    if ((i > 0 && moves[i - 1].feeder >= 0) || !feeder_leaves(net, &moves[i], ready)) {
        return NO_ITINERARY;
    }
    return net_cost_feed(net, moves[i].feeder, moves[i].departs);
}

/** Getting on the train of a move, or staying on it. */
static NetCost board(const ItineraryNet *net, const NetBox *box, const PlanMove *moves, int i,
                     const NetLeg *leg) {
    const Case *kase = net->plan->kase;
    const Station *station = &kase->stations[leg->from];
    const PlanMove *before = i > 0 ? &moves[i - 1] : NULL;
    if (!before || before->feeder >= 0) {
        Minute ready = before ? before->arrives : box->demand->ready;
        bool again = i > 1 && moves_same_train(&moves[i - 2], &moves[i]);
        return again || leg->departs < ready + station->load_cutoff_min
                   ? NO_ITINERARY
                   : net_cost_load(net, box, leg);
    }
    if (moves_same_train(before, &moves[i])) {
        return before->leg + 1 == moves[i].leg
                   ? (NetCost){station->gauge_break ? leg->lift_out : 0, 0}
                   : NO_ITINERARY;
    }
    const NetLeg *left = net_leg_of(net, before);
    int64_t wait = leg->departs - before->arrives;
    if (!left || !station->has_transfer || wait < station->transfer.min_min ||
        wait > station->transfer.max_min) {
        return NO_ITINERARY;
    }
    double cost = station->transfer_cost_per_box;
    return (NetCost){cost + left->lift_in + leg->lift_out, cost};
}

static NetCost ride(const ItineraryNet *net, const NetBox *box, const PlanMove *moves, int n_moves,
                    int i) {
    const NetLeg *leg = net_leg_of(net, &moves[i]);
    if (!leg || !net_leg_open(net, box, leg)) {
        return NO_ITINERARY;
    }
    NetCost cost = net_cost_add(board(net, box, moves, i, leg), net_cost_ride(box, leg));
    if (i + 1 == n_moves || moves[i + 1].feeder >= 0) {
        cost = net_cost_add(cost, net_cost_unload(net, box, leg));
    }
    return cost;
}

NetCost itinerary_walk(const ItineraryNet *net, const NetBox *box, const PlanMove *moves,
                       int n_moves) {
    const Demand *demand = box->demand;
    const PlanMove *first = &moves[0], *last = &moves[n_moves - 1];
    Minute delivered = last->arrives;
    if (last->train >= 0) {
        delivered += net->plan->kase->stations[last->to].unload_release_min;
    }
    if (first->from != demand->from || last->to != demand->to ||
        delivered > demand->due + demand->late_max_min ||
        delivered - first->departs > demand->max_transit_min) {
        return NO_ITINERARY;
    }
    NetCost cost = net_cost_late(box, delivered);
    cost = net_cost_add(cost, net_cost_take(net, box, first->from, first->departs));
    cost = net_cost_add(cost, net_cost_give(net, box, last->to, last->arrives));
    for (int i = 0; i < n_moves; i++) {
        if (i > 0 && moves[i - 1].to != moves[i].from) {
            return NO_ITINERARY;
        }
        cost = net_cost_add(cost, moves[i].feeder >= 0 ? feed(net, box, moves, i)
                                                       : ride(net, box, moves, n_moves, i));
    }
    return cost;
}
