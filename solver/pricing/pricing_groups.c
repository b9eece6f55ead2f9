/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts bookings into the groups that share labels. */
#include "solver/pricing/pricing_groups.h"

#include <stdlib.h>

#include "model/ways/itinerary.h"
#include "solver/tolerances.h"

double *pricing_doubles(int count) {
    return calloc((size_t)count + 1, sizeof(double));
}

/** By what they pay on trains, then stock, then weight. */
static int compare_for_grouping(const void *a, const void *b) {
    const Booking *x = *(const Booking *const *)a, *y = *(const Booking *const *)b;
    if (x->cargo != y->cargo) {
        return x->cargo < y->cargo ? -1 : 1;
    }
    if (x->teu != y->teu) {
        return x->teu < y->teu ? -1 : 1;
    }
    if (x->stackable != y->stackable) {
        return x->stackable ? 1 : -1;
    }
    if (x->equipment != y->equipment) {
        return x->equipment < y->equipment ? -1 : 1;
    }
    if (x->gross_t != y->gross_t) {
        return x->gross_t < y->gross_t ? -1 : 1;
    }
    return x < y ? -1 : x > y;
}

/** The handling of a flow, made on first sight; NONE where memory is out. */
static int handling_of(PricingGroups *by, BookingId flow) {
    const Booking *booking = &by->problem->bookings[flow];
    for (int i = 0; i < by->n_handlings; i++) {
        const Handling *handling = &by->handlings[i];
        if (handling->equipment == booking->equipment && handling->empty == booking->empty) {
            return i;
        }
    }
    int n_legs = by->problem->n_legs, n_runs = by->problem->n_feeder_runs;
    Handling *handling = &by->handlings[by->n_handlings++];
    *handling = (Handling){.equipment = booking->equipment,
                           .empty = booking->empty,
                           .example = flow,
                           .start = pricing_doubles(n_legs),
                           .load = pricing_doubles(n_legs),
                           .unload = pricing_doubles(n_legs),
                           .finish = pricing_doubles(n_legs),
                           .feed_out = pricing_doubles(n_runs),
                           .feed = pricing_doubles(n_runs),
                           .feed_home = pricing_doubles(n_runs)};
    bool ok = handling->start != NULL && handling->load != NULL && handling->unload != NULL &&
              handling->finish != NULL && handling->feed_out != NULL && handling->feed != NULL &&
              handling->feed_home != NULL;
    return ok ? by->n_handlings - 1 : NONE;
}

static bool group_new(PricingGroups *by, const Booking *lightest) {
    BookingId flow = (BookingId)(lightest - by->problem->bookings);
    Group *group = &by->groups[by->n_groups];
    const Group *before = by->n_groups > 0 ? group - 1 : NULL;
    int n_legs = by->problem->n_legs;
    *group = (Group){.cargo = lightest->cargo,
                     .teu = lightest->teu,
                     .stackable = lightest->stackable,
                     .handling = handling_of(by, flow),
                     .example = flow,
                     .gross_t = lightest->gross_t};
    group->owns_prices = before == NULL || before->cargo != group->cargo ||
                         before->teu != group->teu || before->stackable != group->stackable;
    group->ride = group->owns_prices ? pricing_doubles(n_legs) : before->ride;
    group->tonne = group->owns_prices ? pricing_doubles(n_legs) : before->tonne;
    group->labelled_ride = pricing_doubles(n_legs);
    by->n_groups++;
    return group->ride != NULL && group->tonne != NULL && group->labelled_ride != NULL &&
           group->handling != NONE;
}

/** Earliest deliveries; all zero for empties, which are never late. */
static const Reach *reach_of(PricingGroups *by, CargoId cargo, StationId to) {
    for (int i = 0; i < by->n_reaches; i++) {
        if (by->reaches[i].cargo == cargo && by->reaches[i].to == to) {
            return &by->reaches[i];
        }
    }
    Reach *reach = &by->reaches[by->n_reaches++];
    *reach = (Reach){cargo, to, pricing_doubles(by->problem->n_legs),
                     pricing_doubles(by->problem->n_feeder_runs)};
    if (reach->delivery == NULL || reach->onward == NULL) {
        return NULL;
    }
    if (to != NONE) {
        labels_earliest_delivery(by->labels, (SweepEnd){cargo, to}, reach->delivery, reach->onward);
    }
    return reach;
}

/** The target of the newest group for this destination, made on first sight; NONE where memory is
 * out. */
static int target_of_newest(PricingGroups *by, StationId to) {
    int group = by->n_groups - 1;
    for (int i = by->n_targets - 1; i >= 0 && by->targets[i].group == group; i--) {
        if (by->targets[i].to == to) {
            return i;
        }
    }
    Target *target = &by->targets[by->n_targets++];
    const Reach *reach = reach_of(by, by->groups[group].cargo, to);
    *target = (Target){.group = group,
                       .to = to,
                       .label = pricing_doubles(by->problem->n_legs),
                       .onward = pricing_doubles(by->problem->n_feeder_runs)};
    if (reach == NULL || target->label == NULL || target->onward == NULL) {
        return NONE;
    }
    target->reach = *reach;
    return by->n_targets - 1;
}

static bool joins_newest(const PricingGroups *by, const Booking *booking) {
    if (by->n_groups == 0) {
        return false;
    }
    const Group *group = &by->groups[by->n_groups - 1];
    const Handling *handling = &by->handlings[group->handling];
    return group->cargo == booking->cargo && group->teu == booking->teu &&
           group->stackable == booking->stackable && handling->equipment == booking->equipment &&
           handling->empty == booking->empty && booking->gross_t <= WEIGHT_BAND * group->gross_t;
}

static bool sort_in(PricingGroups *by, const Booking *booking) {
    if (!joins_newest(by, booking) && !group_new(by, booking)) {
        return false;
    }
    int target = target_of_newest(by, booking->to);
    if (target == NONE) {
        return false;
    }
    BookingId id = (BookingId)(booking - by->problem->bookings);
    const Reach *reach = &by->targets[target].reach;
    bool carried =
        booking->empty || itinerary_exists(by->problem, id, reach->delivery, reach->onward);
    by->target_of[id] = carried ? target : NONE;
    return true;
}

static bool build_groups(PricingGroups *by) {
    const Problem *problem = by->problem;
    int count = problem->n_flows;
    const Booking **order = calloc((size_t)count + 1, sizeof(*order));
    if (order == NULL) {
        return false;
    }
    for (int i = 0; i < count; i++) {
        order[i] = &problem->bookings[i];
    }
    qsort(order, (size_t)count, sizeof(*order), compare_for_grouping);
    bool ok = true;
    for (int i = 0; i < count && ok; i++) {
        ok = sort_in(by, order[i]);
    }
    free(order);
    return ok;
}

bool pricing_groups_init(PricingGroups *by, const Problem *problem, Labels *labels) {
    size_t flows = (size_t)problem->n_flows + 1;
    *by = (PricingGroups){.problem = problem, .labels = labels};
    by->handlings = calloc(flows, sizeof *by->handlings);
    by->groups = calloc(flows, sizeof *by->groups);
    by->targets = calloc(flows, sizeof *by->targets);
    by->reaches = calloc(flows, sizeof *by->reaches);
    by->target_of = calloc(flows, sizeof *by->target_of);
    return by->handlings != NULL && by->groups != NULL && by->targets != NULL &&
           by->reaches != NULL && by->target_of != NULL && build_groups(by);
}

static void handling_clear(Handling *handling) {
    free(handling->start);
    free(handling->load);
    free(handling->unload);
    free(handling->finish);
    free(handling->feed_out);
    free(handling->feed);
    free(handling->feed_home);
}

void pricing_groups_clear(PricingGroups *by) {
    for (int i = 0; i < by->n_handlings; i++) {
        handling_clear(&by->handlings[i]);
    }
    for (int i = 0; i < by->n_groups; i++) {
        if (by->groups[i].owns_prices) {
            free(by->groups[i].ride);
            free(by->groups[i].tonne);
        }
        free(by->groups[i].labelled_ride);
    }
    for (int i = 0; i < by->n_targets; i++) {
        free(by->targets[i].label);
        free(by->targets[i].onward);
    }
    for (int i = 0; i < by->n_reaches; i++) {
        free(by->reaches[i].delivery);
        free(by->reaches[i].onward);
    }
    free(by->handlings);
    free(by->groups);
    free(by->targets);
    free(by->reaches);
    free(by->target_of);
    *by = (PricingGroups){0};
}
