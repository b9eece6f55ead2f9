/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the itineraries, hands them to the search with cuts, and looks for plans where that asks.
 */
#include "solver/search/closed_tree.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "solver/boxes/round_boxes.h"
#include "solver/master/branch_bounds.h"
#include "solver/master/enumerate.h"
#include "solver/master/master_view.h"
#include "solver/search/closed_program.h"
#include "solver/tolerances.h"

/** Nodes of the integer master's own search on the trains of a node. */
enum { WHOLE_NODES = 500 };

/** The tree's side of the search. */
typedef struct {
    Master *master;
    const Ground *ground;
    const TreeOptions *options;
    Incumbent *incumbent;
    TreeResult *result;
    ClosedProgram closed;
    long nodes_before;
    uint64_t *patterns; /**< hashes of the choices of trains that boxes were looked for on */
    int n_patterns, room_patterns;
} Host;

static double host_cutoff(void *user) {
    const Host *host = user;
    return incumbent_cutoff(host->incumbent, host->options->gap);
}

static void host_on_node(void *user, double bound, long nodes) {
    Host *host = user;
    host->result->bound = fmin(host->result->bound, bound);
    host->result->nodes = host->nodes_before + nodes;
    if (host->options->on_node != NULL) {
        host->options->on_node(host->options->user);
    }
}

/** Notes the trains of a solution.
 *  @param known  receives whether they were noted before
 *  @return false where memory is out */
static bool note_trains(Host *host, const double *primal, bool *known) {
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (TrainId train = 0; train < host->ground->problem->n_trains; train++) {
        hash = (hash ^ (primal[train] > 0.5)) * 1099511628211u;
    }
    *known = false;
    for (int i = 0; i < host->n_patterns && !*known; i++) {
        *known = host->patterns[i] == hash;
    }
    if (!*known) {
        if (!GROW(host->patterns, host->n_patterns + 1, host->room_patterns)) {
            return false;
        }
        host->patterns[host->n_patterns++] = hash;
    }
    return true;
}

static bool boxes_whole(const Host *host, const double *primal) {
    const WholeProgram *program = &host->closed.program;
    for (ColumnId column = program->first_path; column < program->model.n_columns; column++) {
        if (fabs(primal[column] - round(primal[column])) > WHOLE) {
            return false;
        }
    }
    return true;
}

/** Offers a solution whose boxes are whole as it is. */
static Outcome offer_solution(Host *host, const double *primal) {
    WholeProgram *program = &host->closed.program;
    copy_items(program->primal, primal, (size_t)program->model.n_columns * sizeof *primal);
    return whole_program_offer(program, host->incumbent);
}

/** Looks for whole boxes on the trains of a solution; the trains' bounds are the root's again
 * afterwards. */
static Outcome round_on(Host *host, const double *primal) {
    Master *master = host->master;
    int n_trains = host->ground->problem->n_trains;
    for (TrainId id = 0; id < n_trains; id++) {
        double runs = primal[id] > 0.5 ? 1 : 0;
        master_bound_train(master, id, runs, runs);
    }
    MasterResult result;
    Outcome status = master_solve(master, host_cutoff(host), LEAD_SOLVED, &result);
    if (status == OUTCOME_DONE) {
        RoundOptions options = {
            .gap = host->options->gap, .node_limit = WHOLE_NODES, .exact = true};
        double bound;
        status = round_boxes(master, &result, &options, host->incumbent, &bound);
    }
    for (TrainId id = 0; id < n_trains; id++) {
        double lower, upper;
        master_root_bounds(master, id, &lower, &upper);
        master_bound_train(master, id, lower, upper);
    }
    return status;
}

/** Looks for a plan by a solution whose trains are whole, once for the same trains. */
static Outcome look_near(Host *host, const double *primal) {
    bool known;
    if (boxes_whole(host, primal)) {
        return offer_solution(host, primal);
    }
    if (!note_trains(host, primal, &known)) {
        return OUTCOME_NO_MEMORY;
    }
    return known ? OUTCOME_DONE : round_on(host, primal);
}

static Outcome host_whole(void *user, const double *primal) {
    Host *host = user;
    Outcome status = look_near(host, primal);
    host->result->gave_up |= status == OUTCOME_SOLVER_FAILED;
    bool ends = status == OUTCOME_NO_MEMORY || status == OUTCOME_STOPPED;
    return ends ? status : OUTCOME_DONE;
}

/** The search over what is listed. */
static Outcome search_listed(Host *host) {
    ClosedOptions options = {.backend = host->ground->backend,
                             .clock = host->ground->clock,
                             .levels = host->closed.levels,
                             .node_limit = host->options->node_limit,
                             .host = {host_cutoff, host_whole, host_on_node, host}};
    ClosedResult searched;
    Outcome status = closed_search(&host->closed.program.model, host->closed.whole,
                                   host->closed.first_link, &options, &searched);
    host->result->bound = fmin(host->result->bound, searched.bound);
    host->result->gave_up |= searched.gave_up;
    return status;
}

Outcome closed_tree(Master *master, const MasterResult *root, const ClosedTreeOptions *options,
                    Incumbent *incumbent, TreeResult *result, bool *taken) {
    Host host = {.master = master,
                 .ground = master_ground(master),
                 .options = &options->tree,
                 .incumbent = incumbent,
                 .result = result,
                 .nodes_before = result->nodes};
    *taken = false;
    bool ok = closed_program_init(&host.closed, master);
    Outcome status = outcome_of_memory(ok);
    double rounding = BOUND_ROUNDING * fmax(1, fabs(root->last_bound));
    double slack = fmax(0, root->last_bound - host_cutoff(&host)) + rounding;
    if (ok) {
        status =
            enumerate_paths(master, NULL, slack, options->paths_max, &host.closed.program.pool);
        *taken = status == OUTCOME_DONE;
    }
    if (*taken) {
        status = closed_program_build(&host.closed) ? search_listed(&host) : OUTCOME_NO_MEMORY;
    } else if (!outcome_failed(status)) {
        status = OUTCOME_DONE;
    }
    if (status == OUTCOME_SOLVER_FAILED) {
        *taken = false;
        status = OUTCOME_DONE;
    }
    closed_program_clear(&host.closed);
    free(host.patterns);
    return status;
}
