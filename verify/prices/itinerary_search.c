/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the cheapest itinerary of a box, from the latest legs backwards: its end first. */
#include "verify/prices/itinerary_search.h"

#include <math.h>

#include "verify/prices/itinerary_net.h"
#include "verify/read/run_times.h"

/** Itineraries as cheap as the best differ from it by rounding alone. */
static const double TIGHT = 1e-6;

/** Two direct costs are the same; one of them follows from two rounded cells. */
static const double SAME_COST = 2e-6;

enum { STEPS_MAX = 20000 /* in looking for one as cheap as the best of another direct cost */ };

typedef struct ItinerarySearch {
    const ItineraryNet *net;
    const NetBox *box;
    double *onward; /**< per leg: the least cost from its start to the end of the itinerary */
    Minute latest;
    /** What is done with each next move: costs of the move, and the leg that it boards; NOWHERE
     * where it ends. */
    void (*visit)(struct ItinerarySearch *search, NetCost cost, int leg);
    double best;
    /* of the second pass, that follows the best itineraries */
    NetCost so_far;
    double left; /**< what may be spent from here on */
    double wanted, found;
    int steps;
    bool done;
    GArray *open; /**< of itinerary_search_any(): legs that can be reached, and have not been
                     followed */
} ItinerarySearch;

static void visit_board(ItinerarySearch *search, NetCost before, int leg) {
    if (isfinite(search->onward[leg])) {
        search->visit(
            search,
            net_cost_add(before, net_cost_load(search->net, search->box, &search->net->legs[leg])),
            leg);
    }
}

/** Boards any later train where a feeder ends; not the one that the box left for it. */
static void from_feeder(ItinerarySearch *search, NetCost before, const NetLeg *left, int feeder,
                        Minute arrives) {
    const ItineraryNet *net = search->net;
    const Feeder *said = &net->plan->kase->feeders[feeder];
    Minute from = arrives + net->plan->kase->stations[said->to].load_cutoff_min;
    for (int i = itinerary_net_first(net, said->to, from); i < net->start[said->to + 1]; i++) {
        const NetLeg *leg = &net->legs[i];
        if (leg->departs > search->latest) {
            break;
        }
        if (!left || leg->train != left->train || leg->periods != left->periods) {
            visit_board(search, before, i);
        }
    }
}

/** Takes a feeder at a station: to the destination, or to another train.
 *  @param left  the leg that the box was unloaded from, NULL where it has had none */
static void by_feeder(ItinerarySearch *search, NetCost before, const NetLeg *left,
                      StationId station, Minute ready) {
    const ItineraryNet *net = search->net;
    const Case *kase = net->plan->kase;
    for (int feeder = 0; feeder < kase->n_feeders; feeder++) {
        const Feeder *said = &kase->feeders[feeder];
        int count = 0;
        Minute departs = 0;
        if (said->from != station) {
            continue;
        }
        while (net_feeder_next(net, feeder, ready, search->latest, &count, &departs)) {
            Minute arrives = feeder_arrives(kase, said, departs);
            if (arrives > search->latest) {
                continue; /* a later one need not arrive later */
            }
            NetCost cost = net_cost_add(before, net_cost_feed(net, feeder, departs));
            if (!left) {
                cost = net_cost_add(cost, net_cost_take(net, search->box, station, departs));
            } else if (said->to == search->box->demand->to) {
                search->visit(search,
                              net_cost_add(net_cost_add(cost, net_cost_late(search->box, arrives)),
                                           net_cost_give(net, search->box, said->to, arrives)),
                              NOWHERE);
            }
            from_feeder(search, cost, left, feeder, arrives);
        }
    }
}

static void end_here(ItinerarySearch *search, const NetLeg *leg) {
    const NetBox *box = search->box;
    Minute delivered = leg->arrives;
    if (box->demand) {
        delivered += search->net->plan->kase->stations[leg->to].unload_release_min;
        if (leg->to != box->demand->to || delivered > search->latest) {
            return;
        }
    }
    NetCost cost = net_cost_unload(search->net, box, leg);
    cost = net_cost_add(cost, net_cost_late(box, delivered));
    cost = net_cost_add(cost, net_cost_give(search->net, box, leg->to, leg->arrives));
    search->visit(search, cost, NOWHERE);
}

static void stay_aboard(ItinerarySearch *search, const NetLeg *leg) {
    if (leg->next < 0 || !isfinite(search->onward[leg->next])) {
        return;
    }
    bool lifted = search->net->plan->kase->stations[leg->to].gauge_break;
    double lift = lifted ? search->net->legs[leg->next].lift_out : 0;
    search->visit(search, (NetCost){lift, 0}, leg->next);
}

static void change_train(ItinerarySearch *search, const NetLeg *leg) {
    const ItineraryNet *net = search->net;
    const Station *station = &net->plan->kase->stations[leg->to];
    if (!station->has_transfer) {
        return;
    }
    int end = net->start[leg->to + 1];
    for (int i = itinerary_net_first(net, leg->to, leg->arrives + station->transfer.min_min);
         i < end && net->legs[i].departs - leg->arrives <= station->transfer.max_min; i++) {
        const NetLeg *next = &net->legs[i];
        if (!isfinite(search->onward[i]) ||
            (next->train == leg->train && next->periods == leg->periods)) {
            continue;
        }
        search->visit(search,
                      (NetCost){station->transfer_cost_per_box + leg->lift_in + next->lift_out,
                                station->transfer_cost_per_box},
                      i);
    }
}

/** Visits every next move from the end of a leg. */
static void visit_next_moves(ItinerarySearch *search, const NetLeg *leg) {
    end_here(search, leg);
    stay_aboard(search, leg);
    change_train(search, leg);
    if (search->box->demand) {
        by_feeder(search, net_cost_unload(search->net, search->box, leg), leg, leg->to,
                  leg->arrives + search->net->plan->kase->stations[leg->to].unload_release_min);
    }
}

static void start_empty(ItinerarySearch *search) {
    const ItineraryNet *net = search->net;
    const Horizon *horizon = &net->plan->kase->horizon;
    for (int i = 0; i < net->n_legs; i++) {
        const NetLeg *leg = &net->legs[i];
        if (leg->departs >= horizon->start_at &&
            (!horizon->cyclic || leg->departs < horizon->end_at)) {
            visit_board(search, net_cost_take(net, search->box, leg->from, leg->departs), i);
        }
    }
}

/** Visits every first leg. */
static void visit_first(ItinerarySearch *search) {
    const ItineraryNet *net = search->net;
    const Demand *demand = search->box->demand;
    if (!demand) {
        start_empty(search);
        return;
    }
    Minute from = demand->ready + net->plan->kase->stations[demand->from].load_cutoff_min;
    for (int i = itinerary_net_first(net, demand->from, from); i < net->start[demand->from + 1];
         i++) {
        visit_board(search, net_cost_take(net, search->box, demand->from, net->legs[i].departs), i);
    }
    by_feeder(search, (NetCost){0, 0}, NULL, demand->from, demand->ready);
}

static void keep_least(ItinerarySearch *search, NetCost cost, int leg) {
    double all = cost.all + (leg < 0 ? 0 : search->onward[leg]);
    if (all < search->best) {
        search->best = all;
    }
}

/** Fills what each leg costs from its start on. */
static void label(ItinerarySearch *search) {
    const ItineraryNet *net = search->net;
    search->visit = keep_least;
    for (int i = 0; i < net->n_legs; i++) {
        int place = net->order[i];
        const NetLeg *leg = &net->legs[place];
        search->onward[place] = search->best = HUGE_VAL;
        if (!net_leg_free(net, search->box, leg)) {
            continue;
        }
        visit_next_moves(search, leg);
        search->onward[place] = search->best + net_cost_ride(search->box, leg).all;
    }
}

/** Follows the itineraries that are as cheap as the best until one has the direct cost wanted. */
static void follow(ItinerarySearch *search, NetCost cost, int leg) {
    double all = cost.all + (leg < 0 ? 0 : search->onward[leg]);
    if (search->done || all > search->left + TIGHT + search->net->plan->prices.slack) {
        return;
    }
    NetCost before = search->so_far;
    double left = search->left;
    search->so_far = net_cost_add(before, cost);
    if (leg < 0) {
        search->found = search->so_far.direct;
        search->done =
            fabs(search->found - search->wanted) <= SAME_COST + search->net->plan->prices.slack;
    } else {
        NetCost ride = net_cost_ride(search->box, &search->net->legs[leg]);
        search->so_far = net_cost_add(search->so_far, ride);
        search->left = left - cost.all - ride.all;
        search->done = search->steps++ > STEPS_MAX;
        if (search->done) {
            search->found = search->wanted;
        } else {
            visit_next_moves(search, &search->net->legs[leg]);
        }
    }
    search->so_far = before;
    search->left = left;
}

static bool barred(const ItineraryNet *net, const Demand *demand) {
    const Case *kase = net->plan->kase;
    const bool *stations = &net->bars_station[demand->cargo * kase->n_stations];
    const bool *containers = kase->cargo[demand->cargo].containers;
    return stations[demand->from] || stations[demand->to] ||
           (containers && !containers[demand->container]);
}

NetCost itinerary_search(const ItineraryNet *net, const NetBox *box, double direct) {
    const Demand *demand = box->demand;
    NetCost none = {HUGE_VAL, HUGE_VAL};
    ItinerarySearch search = {.net = net,
                              .box = box,
                              .latest = demand ? demand->due + demand->late_max_min
                                               : net->plan->kase->horizon.last_arrival,
                              .wanted = direct};
    if (demand && barred(net, demand)) {
        return none;
    }
    search.onward = g_new0(double, (gsize)net->n_legs + 1);
    label(&search);
    search.best = HUGE_VAL;
    visit_first(&search);
    NetCost best = {search.best, (double)NAN};
    if (isfinite(best.all)) {
        search.left = best.all;
        search.found = (double)NAN;
        search.visit = follow;
        visit_first(&search);
        best.direct = search.found;
    }
    g_free(search.onward);
    return best;
}

/** Looks whether staying on the train leads there: as a rule some train does, and no more is looked
 * at. */
static void stay_to_the_end(ItinerarySearch *search, int leg) {
    const NetLeg *legs = search->net->legs;
    for (int at = leg; at >= 0 && net_leg_free(search->net, search->box, &legs[at]);
         at = legs[at].next) {
        end_here(search, &legs[at]);
    }
}

/** Notes a leg that can be reached; once is enough. */
static void reach(ItinerarySearch *search, NetCost cost, int leg) {
    (void)cost;
    if (leg < 0) {
        search->done = true;
    } else if (!search->done && isfinite(search->onward[leg])) {
        search->onward[leg] = HUGE_VAL;
        if (net_leg_free(search->net, search->box, &search->net->legs[leg])) {
            g_array_append_val(search->open, leg);
            stay_to_the_end(search, leg);
        }
    }
}

bool itinerary_search_any(const ItineraryNet *net, const Demand *demand) {
    NetBox box = net_box_of(net->plan->kase, demand);
    ItinerarySearch search = {
        .net = net, .box = &box, .latest = demand->due + demand->late_max_min, .visit = reach};
    if (barred(net, demand)) {
        return false;
    }
    search.open = g_array_new(FALSE, FALSE, sizeof(int));
    search.onward = g_new0(double, (gsize)net->n_legs + 1);
    visit_first(&search);
    while (!search.done && search.open->len > 0) {
        int leg = g_array_index(search.open, int, search.open->len - 1);
        g_array_set_size(search.open, search.open->len - 1);
        visit_next_moves(&search, &net->legs[leg]);
    }
    g_free(search.onward);
    g_array_free(search.open, TRUE);
    return search.done;
}
