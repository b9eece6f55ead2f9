/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holding the best plan so far, and what is sought beyond it. */
#include "solver/plans/incumbent.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/whole_number.h"
#include "solver/tolerances.h"

bool incumbent_init(Incumbent *incumbent, const Problem *problem) {
    *incumbent = (Incumbent){.least = -HUGE_VAL};
    incumbent->runs = calloc((size_t)problem->n_trains + 1, sizeof *incumbent->runs);
    incumbent->repositions =
        calloc((size_t)problem_n_repositions(problem) + 1, sizeof *incumbent->repositions);
    return incumbent->runs != NULL && incumbent->repositions != NULL;
}

void incumbent_clear(Incumbent *incumbent) {
    free(incumbent->runs);
    free(incumbent->repositions);
    free(incumbent->paths);
    free(incumbent->boxes);
    *incumbent = (Incumbent){0};
}

double incumbent_sought(const Incumbent *incumbent) {
    return incumbent->found ? fmax(incumbent->least, incumbent->objective) : -HUGE_VAL;
}

/** Sets that leave by the values of their columns. */
static void keep_repositions(Incumbent *incumbent, const Formulation *formulation,
                             const double *sets) {
    int count = problem_n_repositions(formulation->problem);
    for (int i = 0; i < count; i++) {
        ColumnId column = formulation->reposition_column[i];
        incumbent->repositions[i] = column == NONE ? 0 : whole_number(round(sets[column]));
    }
}

bool incumbent_offer(Incumbent *incumbent, const Ground *ground, const OfferedPlan *plan) {
    if (incumbent->found && plan->objective <= incumbent_sought(incumbent)) {
        return true;
    }
    size_t room = (size_t)ground->paths->count + 1;
    PathId *paths = calloc(room, sizeof *paths);
    int *on_path = calloc(room, sizeof *on_path);
    if (paths == NULL || on_path == NULL) {
        free(paths);
        free(on_path);
        return false;
    }
    int count = 0;
    for (PathId path = 0; path < ground->paths->count; path++) {
        if (plan->boxes[path] > 0) {
            paths[count] = path;
            on_path[count++] = plan->boxes[path];
        }
    }
    free(incumbent->paths);
    free(incumbent->boxes);
    incumbent->paths = paths;
    incumbent->boxes = on_path;
    incumbent->n_paths = count;
    memcpy(incumbent->runs, plan->runs, (size_t)ground->problem->n_trains * sizeof *plan->runs);
    keep_repositions(incumbent, ground->formulation, plan->sets);
    incumbent->objective = plan->objective;
    incumbent->found = true;
    return true;
}

double incumbent_cutoff(const Incumbent *incumbent, Gap gap) {
    if (!incumbent->found) {
        return -HUGE_VAL;
    }
    return fmax(incumbent->least, incumbent->objective + gap_amount(gap, incumbent->objective));
}

double incumbent_slack(const Incumbent *incumbent, double bound) {
    double rounding_error = BOUND_ROUNDING * fmax(1, fabs(bound));
    return fmax(0, bound - incumbent_sought(incumbent)) + rounding_error;
}
