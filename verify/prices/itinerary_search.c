/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the cheapest way of a box, from the latest legs backwards: a way's end first. */
#include "verify/prices/itinerary_search.h"

#include <math.h>

#include "verify/prices/itinerary_net.h"

/** Ways as cheap as the best differ from it by rounding alone. */
static const double TIGHT = 1e-6;

/** Two direct costs are the same; one of them follows from two rounded cells. */
static const double SAME_COST = 2e-6;

enum { STEPS_MAX = 20000 /* in looking for a way as cheap as the best of another direct cost */ };

typedef struct WaySearch {
    const WayNet *net;
    const WayBox *box;
    double *onward; /**< per leg: the least cost from its start to the end of the way */
    Minute latest;
    /** What is done with each way on: costs of the move, and the leg that it boards; NOWHERE where
     * it ends. */
    void (*visit)(struct WaySearch *search, WayCost cost, int leg);
    double best;
    /* of the second pass, that follows the best ways */
    WayCost so_far;
    double left; /**< what may be spent from here on */
    double wanted, found;
    int steps;
    bool done;
    GArray *open; /**< of way_exists(): legs that can be reached, and have not been followed */
} WaySearch;

static void visit_board(WaySearch *search, WayCost before, int leg) {
    if (isfinite(search->onward[leg])) {
        search->visit(
            search,
            way_cost_add(before, way_cost_load(search->net, search->box, &search->net->legs[leg])),
            leg);
    }
}

/** Boards any later train where a feeder ends; not the one that the box left for it. */
static void from_feeder(WaySearch *search, WayCost before, const WayLeg *left, int feeder,
                        Minute departs) {
    const WayNet *net = search->net;
    const Feeder *said = &net->plan->kase->feeders[feeder];
    Minute from = departs + said->takes_min + net->plan->kase->stations[said->to].load_cutoff_min;
    for (int i = way_net_first(net, said->to, from); i < net->start[said->to + 1]; i++) {
        const WayLeg *leg = &net->legs[i];
        if (leg->departs > search->latest) {
            break;
        }
        if (!left || leg->train != left->train || leg->periods != left->periods) {
            visit_board(search, before, i);
        }
    }
}

/** Takes a feeder at a station: to the destination, or to another train.
 *  @param left  the leg that the box was unloaded from, NULL at the start of its way */
static void by_feeder(WaySearch *search, WayCost before, const WayLeg *left, StationId station,
                      Minute ready) {
    const WayNet *net = search->net;
    const Case *kase = net->plan->kase;
    for (int feeder = 0; feeder < kase->n_feeders; feeder++) {
        const Feeder *said = &kase->feeders[feeder];
        int count = 0;
        Minute departs = 0;
        if (said->from != station) {
            continue;
        }
        while (way_feeder_next(net, feeder, ready, search->latest - said->takes_min, &count,
                               &departs)) {
            Minute arrives = departs + said->takes_min;
            WayCost cost = way_cost_add(before, way_cost_feed(net, feeder, departs));
            if (!left) {
                cost = way_cost_add(cost, way_cost_take(net, search->box, station, departs));
            } else if (said->to == search->box->demand->to) {
                search->visit(search,
                              way_cost_add(way_cost_add(cost, way_cost_late(search->box, arrives)),
                                           way_cost_give(net, search->box, said->to, arrives)),
                              NOWHERE);
            }
            from_feeder(search, cost, left, feeder, departs);
        }
    }
}

static void end_here(WaySearch *search, const WayLeg *leg) {
    const WayBox *box = search->box;
    Minute delivered = leg->arrives;
    if (box->demand) {
        delivered += search->net->plan->kase->stations[leg->to].unload_release_min;
        if (leg->to != box->demand->to || delivered > search->latest) {
            return;
        }
    }
    WayCost cost = way_cost_unload(search->net, box, leg);
    cost = way_cost_add(cost, way_cost_late(box, delivered));
    cost = way_cost_add(cost, way_cost_give(search->net, box, leg->to, leg->arrives));
    search->visit(search, cost, NOWHERE);
}

static void stay_aboard(WaySearch *search, const WayLeg *leg) {
    if (leg->next < 0 || !isfinite(search->onward[leg->next])) {
        return;
    }
    bool lifted = search->net->plan->kase->stations[leg->to].gauge_break;
    double lift = lifted ? search->net->legs[leg->next].lift_out : 0;
    search->visit(search, (WayCost){lift, 0}, leg->next);
}

static void change_train(WaySearch *search, const WayLeg *leg) {
    const WayNet *net = search->net;
    const Station *station = &net->plan->kase->stations[leg->to];
    if (!station->has_transfer) {
        return;
    }
    int end = net->start[leg->to + 1];
    for (int i = way_net_first(net, leg->to, leg->arrives + station->transfer.min_min);
         i < end && net->legs[i].departs - leg->arrives <= station->transfer.max_min; i++) {
        const WayLeg *next = &net->legs[i];
        if (!isfinite(search->onward[i]) ||
            (next->train == leg->train && next->periods == leg->periods)) {
            continue;
        }
        search->visit(search,
                      (WayCost){station->transfer_cost_per_box + leg->lift_in + next->lift_out,
                                station->transfer_cost_per_box},
                      i);
    }
}

/** Visits every way on from the end of a leg. */
static void visit_ways_on(WaySearch *search, const WayLeg *leg) {
    end_here(search, leg);
    stay_aboard(search, leg);
    change_train(search, leg);
    if (search->box->demand) {
        by_feeder(search, way_cost_unload(search->net, search->box, leg), leg, leg->to,
                  leg->arrives + search->net->plan->kase->stations[leg->to].unload_release_min);
    }
}

static void start_empty(WaySearch *search) {
    const WayNet *net = search->net;
    const Horizon *horizon = &net->plan->kase->horizon;
    for (int i = 0; i < net->n_legs; i++) {
        const WayLeg *leg = &net->legs[i];
        if (leg->departs >= horizon->start_at &&
            (!horizon->cyclic || leg->departs < horizon->end_at)) {
            visit_board(search, way_cost_take(net, search->box, leg->from, leg->departs), i);
        }
    }
}

/** Visits every first leg. */
static void visit_first(WaySearch *search) {
    const WayNet *net = search->net;
    const Demand *demand = search->box->demand;
    if (!demand) {
        start_empty(search);
        return;
    }
    Minute from = demand->ready + net->plan->kase->stations[demand->from].load_cutoff_min;
    for (int i = way_net_first(net, demand->from, from); i < net->start[demand->from + 1]; i++) {
        visit_board(search, way_cost_take(net, search->box, demand->from, net->legs[i].departs), i);
    }
    by_feeder(search, (WayCost){0, 0}, NULL, demand->from, demand->ready);
}

static void keep_least(WaySearch *search, WayCost cost, int leg) {
    double all = cost.all + (leg < 0 ? 0 : search->onward[leg]);
    if (all < search->best) {
        search->best = all;
    }
}

/** Fills what each leg costs from its start on. */
static void label(WaySearch *search) {
    const WayNet *net = search->net;
    search->visit = keep_least;
    for (int i = 0; i < net->n_legs; i++) {
        int place = net->order[i];
        const WayLeg *leg = &net->legs[place];
        search->onward[place] = search->best = HUGE_VAL;
        if (!way_leg_open(net, search->box, leg)) {
            continue;
        }
        visit_ways_on(search, leg);
        search->onward[place] = search->best + way_cost_ride(search->box, leg).all;
    }
}

/** Follows the ways that are as cheap as the best until one has the direct cost wanted. */
static void follow(WaySearch *search, WayCost cost, int leg) {
    double all = cost.all + (leg < 0 ? 0 : search->onward[leg]);
    if (search->done || all > search->left + TIGHT + search->net->plan->prices.slack) {
        return;
    }
    WayCost before = search->so_far;
    double left = search->left;
    search->so_far = way_cost_add(before, cost);
    if (leg < 0) {
        search->found = search->so_far.direct;
        search->done =
            fabs(search->found - search->wanted) <= SAME_COST + search->net->plan->prices.slack;
    } else {
        WayCost ride = way_cost_ride(search->box, &search->net->legs[leg]);
        search->so_far = way_cost_add(search->so_far, ride);
        search->left = left - cost.all - ride.all;
        search->done = search->steps++ > STEPS_MAX;
        if (search->done) {
            search->found = search->wanted;
        } else {
            visit_ways_on(search, &search->net->legs[leg]);
        }
    }
    search->so_far = before;
    search->left = left;
}

static bool barred(const WayNet *net, const Demand *demand) {
    const Case *kase = net->plan->kase;
    const bool *stations = &net->bars_station[demand->cargo * kase->n_stations];
    const bool *containers = kase->cargo[demand->cargo].containers;
    return stations[demand->from] || stations[demand->to] ||
           (containers && !containers[demand->container]);
}

WayCost way_search(const WayNet *net, const WayBox *box, double direct) {
    const Demand *demand = box->demand;
    WayCost none = {HUGE_VAL, HUGE_VAL};
    WaySearch search = {.net = net,
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
    WayCost best = {search.best, (double)NAN};
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
static void stay_to_the_end(WaySearch *search, int leg) {
    const WayLeg *legs = search->net->legs;
    for (int at = leg; at >= 0 && way_leg_open(search->net, search->box, &legs[at]);
         at = legs[at].next) {
        end_here(search, &legs[at]);
    }
}

/** Notes a leg that can be reached; once is enough. */
static void reach(WaySearch *search, WayCost cost, int leg) {
    (void)cost;
    if (leg < 0) {
        search->done = true;
    } else if (!search->done && isfinite(search->onward[leg])) {
        search->onward[leg] = HUGE_VAL;
        if (way_leg_open(search->net, search->box, &search->net->legs[leg])) {
            g_array_append_val(search->open, leg);
            stay_to_the_end(search, leg);
        }
    }
}

bool way_exists(const WayNet *net, const Demand *demand) {
    WayBox box = way_box_of(net->plan->kase, demand);
    WaySearch search = {
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
        visit_ways_on(&search, &net->legs[leg]);
    }
    g_free(search.onward);
    g_array_free(search.open, TRUE);
    return search.done;
}
