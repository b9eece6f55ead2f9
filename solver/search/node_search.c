/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches a node as one program over all itineraries that are of use. */
#include "solver/search/node_search.h"

#include <math.h>

#include "solver/master/enumerate.h"
#include "solver/search/whole_program.h"

static Outcome program_search(WholeProgram *program, const MasterResult *solved, Gap gap,
                              Incumbent *incumbent, double *bound) {
    const Ground *ground = program->ground;
    IntegerOptions options = {
        .relative_gap = gap_of_part(gap, solved->value, solved->value - program->model.constant),
        .node_limit = whole_program_limit(program),
        .time_limit_s = clock_left(ground->clock),
        .stop = ground->clock->stop,
        .cutoff = -HUGE_VAL};
    double proven = HUGE_VAL;
    bool found = false;
    Outcome status = ground->backend->integer->search(&program->model, &options, program->primal,
                                                      &proven, &found);
    if (outcome_failed(status)) {
        return status;
    }
    *bound = status == OUTCOME_INFEASIBLE ? -HUGE_VAL : proven + program->model.constant;
    return found ? whole_program_offer(program, incumbent) : OUTCOME_DONE;
}

Outcome node_search(Master *master, const MasterResult *solved, const NodeSearchOptions *options,
                    Incumbent *incumbent, NodeSearchResult *result) {
    WholeProgram program;
    *result = (NodeSearchResult){.bound = solved->bound};
    if (!whole_program_init(&program, master)) {
        return OUTCOME_NO_MEMORY;
    }
    double slack = incumbent_slack(incumbent, solved->last_bound);
    Outcome all = enumerate_paths(master, NULL, slack, options->paths_max, &program.pool);
    Outcome status = outcome_failed(all) ? all : OUTCOME_DONE;
    if (all == OUTCOME_DONE) {
        double bound = HUGE_VAL;
        result->tried = true;
        result->n_paths = program.pool.count;
        status = whole_program_build(&program)
                     ? program_search(&program, solved, options->gap, incumbent, &bound)
                     : OUTCOME_NO_MEMORY;
        result->bound = fmin(result->bound, fmax(bound, incumbent_sought(incumbent)));
    }
    whole_program_clear(&program);
    return status;
}
