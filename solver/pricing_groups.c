#include "solver/pricing_groups.h"

#include <stdlib.h>

#include "model/itinerary.h"

/** Bookings up to so much heavier than their group's lightest share its labels: a wider band means
 * fewer sweeps, looser bounds. */
static const double WEIGHT_BAND = 1.25;

static double *new_doubles(int count) {
    return calloc((size_t)count + 1, sizeof(double));
}

static int compare_for_grouping(const void *a, const void *b) {
    const Booking *x = *(const Booking *const *)a, *y = *(const Booking *const *)b;
    if (x->cargo != y->cargo) {
        return x->cargo < y->cargo ? -1 : 1;
    }
    if (x->teu != y->teu) {
        return x->teu < y->teu ? -1 : 1;
    }
    if (x->gross_t != y->gross_t) {
        return x->gross_t < y->gross_t ? -1 : 1;
    }
    return x < y ? -1 : x > y;
}

static bool group_new(PricingGroups *by, const Booking *lightest) {
    Group *group = &by->groups[by->n_groups];
    const Group *before = by->n_groups > 0 ? group - 1 : NULL;
    int n_legs = by->problem->n_legs;
    *group = (Group){.cargo = lightest->cargo, .teu = lightest->teu, .gross_t = lightest->gross_t};
    group->owns_prices =
        before == NULL || before->cargo != group->cargo || before->teu != group->teu;
    group->ride = group->owns_prices ? new_doubles(n_legs) : before->ride;
    group->tonne = group->owns_prices ? new_doubles(n_legs) : before->tonne;
    group->labelled_ride = new_doubles(n_legs);
    by->n_groups++;
    return group->ride != NULL && group->tonne != NULL && group->labelled_ride != NULL;
}

static const double *reach_of(PricingGroups *by, CargoId cargo, StationId to) {
    for (int i = 0; i < by->n_reaches; i++) {
        if (by->reaches[i].cargo == cargo && by->reaches[i].to == to) {
            return by->reaches[i].arrival;
        }
    }
    double *arrival = new_doubles(by->problem->n_legs);
    if (arrival != NULL) {
        labels_earliest_arrival(by->labels, cargo, to, arrival);
        by->reaches[by->n_reaches++] = (Reach){cargo, to, arrival};
    }
    return arrival;
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
    double *label = new_doubles(by->problem->n_legs);
    const double *arrival = reach_of(by, by->groups[group].cargo, to);
    by->targets[by->n_targets] = (Target){group, to, label, arrival};
    return label == NULL || arrival == NULL ? NONE : by->n_targets++;
}

static bool build_groups(PricingGroups *by) {
    const Problem *problem = by->problem;
    int count = problem->n_bookings;
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
        const Group *group = by->n_groups > 0 ? &by->groups[by->n_groups - 1] : NULL;
        if (group == NULL || group->cargo != order[i]->cargo || group->teu != order[i]->teu ||
            order[i]->gross_t > WEIGHT_BAND * group->gross_t) {
            ok = group_new(by, order[i]);
        }
        int target = ok ? target_of_newest(by, order[i]->to) : NONE;
        ok = target != NONE;
        if (ok) {
            bool carried = itinerary_exists(problem, order[i], by->targets[target].arrival);
            by->target_of[order[i] - problem->bookings] = carried ? target : NONE;
        }
    }
    free(order);
    return ok;
}

bool pricing_groups_init(PricingGroups *by, const Problem *problem, Labels *labels) {
    size_t bookings = (size_t)problem->n_bookings + 1;
    *by = (PricingGroups){.problem = problem, .labels = labels};
    by->groups = calloc(bookings, sizeof *by->groups);
    by->targets = calloc(bookings, sizeof *by->targets);
    by->reaches = calloc(bookings, sizeof *by->reaches);
    by->target_of = calloc(bookings, sizeof *by->target_of);
    return by->groups != NULL && by->targets != NULL && by->reaches != NULL &&
           by->target_of != NULL && build_groups(by);
}

void pricing_groups_clear(PricingGroups *by) {
    for (int i = 0; i < by->n_groups; i++) {
        if (by->groups[i].owns_prices) {
            free(by->groups[i].ride);
            free(by->groups[i].tonne);
        }
        free(by->groups[i].labelled_ride);
    }
    for (int i = 0; i < by->n_targets; i++) {
        free(by->targets[i].label);
    }
    for (int i = 0; i < by->n_reaches; i++) {
        free(by->reaches[i].arrival);
    }
    free(by->groups);
    free(by->targets);
    free(by->reaches);
    free(by->target_of);
    *by = (PricingGroups){0};
}
