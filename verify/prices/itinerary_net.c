/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays the trains of a plan out as a net of legs in time, and prices a box's moves through it. */
#include "verify/prices/itinerary_net.h"

#include <stdlib.h>

#include "verify/prices/price_limits.h"
#include "verify/prices/price_stock.h"
#include "verify/read/period.h"
#include "verify/read/run_times.h"
#include "verify/read/under_way.h"

enum { NIGHTS = 6 /* a box may wait for a feeder without a timetable */ };

NetBox net_box_of(const Case *kase, const Demand *demand) {
    const Container *container = &kase->containers[demand->container];
    return (NetBox){.demand = demand,
                    .container = container,
                    .equipment = demand->owner == OWNER_CARRIER
                                     ? equipment_find(kase, demand->container)
                                     : NOWHERE,
                    .teu = container->teu,
                    .gross_t = demand->tonnes_per_box + container->tare_t};
}

NetBox net_box_empty(const Case *kase, int equipment) {
    const Container *container = &kase->containers[kase->equipment[equipment].container];
    return (NetBox){.container = container,
                    .equipment = equipment,
                    .teu = container->teu,
                    .gross_t = container->tare_t};
}

bool net_bars(const ItineraryNet *net, const Demand *demand) {
    const Case *kase = net->plan->kase;
    const bool *stations = &net->bars_station[demand->cargo * kase->n_stations];
    const bool *containers = kase->cargo[demand->cargo].containers;
    return stations[demand->from] || stations[demand->to] ||
           (containers && !containers[demand->container]);
}

/* ---- the net ---- */

/** Adds the legs of a train, so many periods later; those that come too late are left out. */
static void add_train_legs(const PlanRead *plan, GArray *legs, int number, int periods) {
    const PlanTrain *train = &plan->trains[number];
    Minute shift = periods * period_min(plan->kase);
    for (int i = 0; i < train->n_legs; i++) {
        const PlanLeg *leg = &train->legs[i];
        NetLeg own = {.train = number,
                      .leg = i,
                      .periods = periods,
                      .from = leg->from,
                      .to = leg->to,
                      .departs = leg->departs + shift,
                      .arrives = leg->arrives + shift,
                      .plan = leg};
        if (leg->closed) {
            continue;
        }
        own.lift_out = price_of_lift(plan, leg->from, own.departs);
        own.lift_in = price_of_lift(plan, leg->to, own.arrives);
        if (own.arrives <= plan->kase->horizon.last_arrival) {
            g_array_append_val(legs, own);
        }
    }
}

/** In a cyclic case boxes ride the trains of periods before and after, too.
 *  @return how many periods away one may be */
static int periods_around(const Case *kase) {
    Minute first = kase->horizon.start_at;
    if (!kase->horizon.cyclic) {
        return 0;
    }
    for (DemandId id = 0; id < kase->n_demand; id++) {
        first = MIN(first, kase->demand[id].ready);
    }
    return (int)((kase->horizon.last_arrival - first) / period_min(kase)) + 1;
}

static gint compare_legs(gconstpointer a, gconstpointer b) {
    const NetLeg *one = a, *other = b;
    if (one->from != other->from) {
        return one->from < other->from ? -1 : 1;
    }
    if (one->departs != other->departs) {
        return one->departs < other->departs ? -1 : 1;
    }
    if (one->train != other->train) {
        return one->train < other->train ? -1 : 1;
    }
    return (one->leg > other->leg) - (one->leg < other->leg);
}

static gint compare_latest(gconstpointer a, gconstpointer b, gpointer user) {
    const NetLeg *legs = user;
    const int *one = a, *other = b;
    if (legs[*one].departs != legs[*other].departs) {
        return legs[*one].departs > legs[*other].departs ? -1 : 1;
    }
    return (*one > *other) - (*one < *other);
}

static void sort_legs(ItineraryNet *net) {
    int n_stations = net->plan->kase->n_stations;
    net->start = g_new0(int, (gsize)n_stations + 1);
    net->order = g_new(int, (gsize)net->n_legs + 1);
    for (int i = 0; i < net->n_legs; i++) {
        net->start[net->legs[i].from + 1]++;
        net->order[i] = i;
    }
    for (StationId station = 0; station < n_stations; station++) {
        net->start[station + 1] += net->start[station];
    }
    g_qsort_with_data(net->order, net->n_legs, sizeof(int), compare_latest, net->legs);
}

/** Finds each leg's next of the same train. */
static void find_next_legs(ItineraryNet *net, int around) {
    const PlanRead *plan = net->plan;
    int most = 0;
    for (int i = 0; i < plan->n_trains; i++) {
        most = MAX(most, plan->trains[i].n_legs);
    }
    gsize repeats = 2 * (gsize)around + 1, size = (gsize)plan->n_trains * repeats * (gsize)most + 1;
    int *place = g_new(int, size);
    for (gsize i = 0; i < size; i++) {
        place[i] = NOWHERE;
    }
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < net->n_legs; i++) {
            NetLeg *leg = &net->legs[i];
            gsize run = (gsize)leg->train * repeats + (gsize)(leg->periods + around);
            if (pass == 0) {
                place[run * (gsize)most + (gsize)leg->leg] = i;
            } else {
                leg->next = leg->leg + 1 < plan->trains[leg->train].n_legs
                                ? place[run * (gsize)most + (gsize)leg->leg + 1]
                                : NOWHERE;
            }
        }
    }
    g_free(place);
}

static void note_bars(ItineraryNet *net) {
    const Case *kase = net->plan->kase;
    net->bars_slot = g_new0(bool, (gsize)kase->n_cargo *(gsize)kase->n_slots + 1);
    net->bars_station = g_new0(bool, (gsize)kase->n_cargo *(gsize)kase->n_stations + 1);
    for (CargoId id = 0; id < kase->n_cargo; id++) {
        const Cargo *cargo = &kase->cargo[id];
        for (SlotId slot = 0; slot < kase->n_slots; slot++) {
            net->bars_slot[id * kase->n_slots + slot] =
                pattern_matches(cargo->avoid_slots, kase->slots[slot].code);
        }
        for (StationId station = 0; station < kase->n_stations; station++) {
            net->bars_station[id * kase->n_stations + station] =
                pattern_matches(cargo->avoid_stations, kase->stations[station].code) ||
                pattern_matches(cargo->avoid_countries, kase->stations[station].country);
        }
    }
}

ItineraryNet *itinerary_net_new(const PlanRead *plan) {
    ItineraryNet *net = g_new0(ItineraryNet, 1);
    GArray *legs = g_array_new(FALSE, FALSE, sizeof(NetLeg));
    int around = periods_around(plan->kase);
    net->plan = plan;
    for (int i = 0; i < plan->n_trains; i++) {
        for (int periods = -around; periods <= around; periods++) {
            if (plan->trains[i].sound && plan->trains[i].runs) {
                add_train_legs(plan, legs, i, periods);
            }
        }
    }
    g_array_sort(legs, compare_legs);
    net->n_legs = (int)legs->len;
    net->legs = (NetLeg *)(void *)g_array_free(legs, FALSE);
    sort_legs(net);
    find_next_legs(net, around);
    note_bars(net);
    return net;
}

void itinerary_net_free(ItineraryNet *net) {
    g_free(net->legs);
    g_free(net->start);
    g_free(net->order);
    g_free(net->bars_slot);
    g_free(net->bars_station);
    g_free(net);
}

int itinerary_net_first(const ItineraryNet *net, StationId station, Minute from) {
    int low = net->start[station], high = net->start[station + 1];
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (net->legs[middle].departs < from) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

bool net_leg_open(const ItineraryNet *net, const NetBox *box, const NetLeg *leg) {
    const Case *kase = net->plan->kase;
    const Demand *demand = box->demand;
    const PlanTrain *train = &net->plan->trains[leg->train];
    if (!demand) {
        return !plan_train_closed(kase, train) ||
               plan_leg_empties_before(kase, train, leg->plan, box->container->code) > 0;
    }
    const bool *stations = &net->bars_station[demand->cargo * kase->n_stations];
    SlotId slot = net->plan->trains[leg->train].slot_runs[leg->plan->run].slot;
    return leg->departs >= demand->ready && leg->arrives <= demand->due + demand->late_max_min &&
           !under_way_bars(kase, &net->plan->trains[leg->train], demand->cargo) &&
           !stations[leg->from] && !stations[leg->to] &&
           !net->bars_slot[demand->cargo * kase->n_slots + slot];
}

bool net_leg_free(const ItineraryNet *net, const NetBox *box, const NetLeg *leg) {
    const PlanTrain *train = &net->plan->trains[leg->train];
    return net_leg_open(net, box, leg) &&
           (!box->demand || !plan_train_closed(net->plan->kase, train));
}

/* ---- what moves cost ---- */

NetCost net_cost_ride(const NetBox *box, const NetLeg *leg) {
    const PlanLeg *plan = leg->plan;
    NetCost cost;
    cost.direct = box->teu * (box->demand ? plan->cost_per_teu : plan->cost_per_empty_teu);
    cost.all = cost.direct + box->teu * plan->teu_price + box->gross_t * plan->tonne_price;
    if (!box->container->stackable) {
        cost.all += box->teu * plan->flat_price;
    }
    if (box->demand) {
        const ClassPrice *price =
            plan->class_prices ? &plan->class_prices[box->demand->cargo] : NULL;
        cost.all -= box->teu * plan->teu_reward;
        cost.all += price ? price->box + box->teu * price->teu : 0;
    } else if (plan->empties_prices) {
        cost.all += plan->empties_prices[box->equipment];
    }
    return cost;
}

static double empty_handling(const ItineraryNet *net, const NetBox *box, StationId station) {
    const EquipmentAt *at = stock_terms(&net->plan->kase->equipment[box->equipment], station);
    return at ? at->empty_handling_cost : 0;
}

NetCost net_cost_load(const ItineraryNet *net, const NetBox *box, const NetLeg *leg) {
    double cost = box->demand ? net->plan->kase->stations[leg->from].load_cost_per_box
                              : empty_handling(net, box, leg->from);
    return (NetCost){cost + leg->lift_out, cost};
}

NetCost net_cost_unload(const ItineraryNet *net, const NetBox *box, const NetLeg *leg) {
    double cost = box->demand ? net->plan->kase->stations[leg->to].unload_cost_per_box
                              : empty_handling(net, box, leg->to);
    return (NetCost){cost + leg->lift_in, cost};
}

NetCost net_cost_take(const ItineraryNet *net, const NetBox *box, StationId station,
                      Minute departs) {
    if (box->equipment < 0) {
        return (NetCost){0, 0};
    }
    int64_t turn = box->demand ? net->plan->kase->equipment[box->equipment].turn_load_min : 0;
    return (NetCost){price_of_stock(net->plan, box->equipment, station, departs - turn), 0};
}

NetCost net_cost_give(const ItineraryNet *net, const NetBox *box, StationId station,
                      Minute arrives) {
    if (box->equipment < 0) {
        return (NetCost){0, 0};
    }
    int64_t turn = box->demand ? net->plan->kase->equipment[box->equipment].turn_unload_min : 0;
    return (NetCost){-price_of_stock(net->plan, box->equipment, station, arrives + turn), 0};
}

NetCost net_cost_late(const NetBox *box, Minute delivered) {
    if (!box->demand || delivered <= box->demand->due) {
        return (NetCost){0, 0};
    }
    double cost =
        box->demand->late_cost_per_day / MINUTES_PER_DAY * (double)(delivered - box->demand->due);
    return (NetCost){cost, cost};
}

NetCost net_cost_feed(const ItineraryNet *net, int feeder, Minute departs) {
    double cost = net->plan->kase->feeders[feeder].cost_per_box;
    return (NetCost){cost + price_of_feeder(net->plan, feeder, departs), cost};
}

/** The first weekly departure after an instant that is not closed, up to a last one; INT64_MAX
 * where there is none. */
static Minute weekly_after(const Case *kase, const Feeder *feeder, Minute after, Minute last) {
    const Zone *zone = kase->stations[feeder->from].zone;
    Minute first = INT64_MAX;
    // A clock change may move a departure across midnight, so a day more on both sides is looked
    // at.
    Date to = zone_date(zone, last) + 1;
    for (Date date = zone_date(zone, after) - 1; date <= to; date++) {
        for (int i = 0; i < feeder->n_departs; i++) {
            if (feeder->departs[i].weekday != date_weekday(date) ||
                !week_is_run(kase, &feeder->every, date)) {
                continue;
            }
            Minute at = zone_to_minute(zone, date, feeder->departs[i].minute_of_day, NULL);
            if (at > after && at < first && !on_closed_day(kase, &feeder->closed, zone, at)) {
                first = at;
                to = MIN(to, date + 1);
            }
        }
    }
    return first;
}

/** The departure of this number of one without a timetable: when the box is ready, then midnights.
 */
static Minute night_after(const Zone *zone, Minute ready, int number) {
    return number == 0 ? ready : zone_to_minute(zone, zone_date(zone, ready) + number, 0, NULL);
}

bool net_feeder_next(const ItineraryNet *net, int feeder, Minute ready, Minute last, int *count,
                     Minute *departs) {
    const Case *kase = net->plan->kase;
    const Feeder *said = &kase->feeders[feeder];
    const Zone *zone = kase->stations[said->from].zone;
    if (kase->carried) {
        ready = MAX(ready, kase->horizon.start_at);
    }
    if (said->n_departs > 0) {
        *departs = weekly_after(kase, said, (*count)++ == 0 ? ready - 1 : *departs, last);
        return *departs <= last;
    }
    while (*count <= NIGHTS) {
        *departs = night_after(zone, ready, (*count)++);
        if (!on_closed_day(kase, &said->closed, zone, *departs)) {
            return *departs <= last;
        }
    }
    return false;
}
