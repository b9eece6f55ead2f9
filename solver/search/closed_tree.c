/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the itineraries, hands them to the search with cuts, and looks for plans where that asks.
 */
#include "solver/search/closed_tree.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "solver/master/enumerate.h"
#include "solver/master/master_view.h"
#include "solver/search/settle.h"
#include "solver/search/train_reasons.h"
#include "solver/tolerances.h"

/** Nodes of the search with cuts on the trains of a node: it proves soon or not at all, and is not
 * the one to find plans. */
enum { SETTLE_NODES = 50 };

/** LPs of the search for better boxes on them, and for the first. */
enum { SEEK_LPS = 200, FIRST_LPS = 2500 };

/** LPs that a search among all plans must be allowed to be of use. */
enum { AMONG_ALL_LPS = 50 };

/** A choice of trains that boxes were looked for on. */
typedef struct {
    uint64_t hash;
    bool settled; /**< no plan on these trains exceeds the cutoff */
} TrainChoice;

/** The tree's side of the search. */
typedef struct {
    const Ground *ground;
    const TreeOptions *options;
    TreeResult *result;
    Settling settling;
    TrainReasons reasons;
    long nodes_before;
    TrainChoice *choices;
    int n_choices, room_choices;
    int next_seek; /**< at so many choices a better plan is looked for in any case */
    int wait_seek; /**< choices from one time to the next */
} Host;

static double host_cutoff(void *user) {
    const Host *host = user;
    return settling_cutoff(&host->settling);
}

static void host_on_node(void *user, double bound, long nodes) {
    Host *host = user;
    host->result->bound = fmin(host->result->bound, bound);
    host->result->nodes = host->nodes_before + nodes;
    if (host->options->on_node != NULL) {
        host->options->on_node(host->options->user);
    }
}

/** The choice of a solution's trains, noted on first sight.
 *  @param known  receives whether it was noted before
 *  @return NULL where memory is out; good until the next call */
static TrainChoice *choice_of(Host *host, const double *primal, bool *known) {
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (TrainId train = 0; train < host->ground->problem->n_trains; train++) {
        hash = (hash ^ (primal[train] > 0.5)) * 1099511628211u;
    }
    for (int i = 0; i < host->n_choices; i++) {
        if (host->choices[i].hash == hash) {
            *known = true;
            return &host->choices[i];
        }
    }
    *known = false;
    if (!GROW(host->choices, host->n_choices + 1, host->room_choices)) {
        return NULL;
    }
    host->choices[host->n_choices] = (TrainChoice){hash, false};
    return &host->choices[host->n_choices++];
}

static bool boxes_whole(const Host *host, const double *primal) {
    const WholeProgram *program = &host->settling.closed.program;
    ColumnId end = program->first_path + program->pool.count;
    for (ColumnId column = program->first_path; column < end; column++) {
        if (fabs(primal[column] - round(primal[column])) > WHOLE) {
            return false;
        }
    }
    return true;
}

/** Searches for a better plan by the engine's own search for whole numbers.
 *  @param lps      at most
 *  @param gained   receives whether one was found
 *  @param settled  receives whether no plan exceeds the cutoff under the program's present bounds
 */
static Outcome seek(Host *host, int lps, bool *gained, bool *settled) {
    WholeProgramResult sought;
    Outcome status = whole_program_seek(&host->settling.closed.program, host->options->gap, lps,
                                        host->settling.incumbent, &sought);
    *gained = sought.gained;
    *settled = sought.proven <= host_cutoff(host);
    return status == OUTCOME_DONE && clock_expired(host->ground->clock) ? OUTCOME_STOPPED : status;
}

/** The same on the trains of a solution. */
static Outcome seek_on(Host *host, const double *primal, bool *gained, bool *settled) {
    settling_hold(&host->settling, primal);
    Outcome status =
        seek(host, host->settling.incumbent->found ? SEEK_LPS : FIRST_LPS, gained, settled);
    settling_hold(&host->settling, NULL);
    return status;
}

/** The same among all plans of a small program, where the best one is worth next to nothing: trains
 * that all have to be full are not found one choice after the other. */
static Outcome seek_among_all(Host *host, double bound) {
    const Incumbent *incumbent = host->settling.incumbent;
    int lps = whole_program_limit(&host->settling.closed.program);
    bool gained, settled;
    bool poor = incumbent->found && bound - incumbent->objective > PLAN_WORTHLESS * fabs(bound);
    if (!poor || lps < AMONG_ALL_LPS) {
        return OUTCOME_DONE;
    }
    Outcome status = seek(host, lps, &gained, &settled);
    return status == OUTCOME_SOLVER_FAILED ? OUTCOME_DONE : status;
}

/** Looks for a better plan on trains that are settled, now and then: there may be one that is
 * better by less than the gap, which settles other trains sooner; more seldom after each time that
 * gains nothing. */
static Outcome seek_anyway(Host *host, const double *primal) {
    bool gained, settled;
    if (host->n_choices < host->next_seek) {
        return OUTCOME_DONE;
    }
    Outcome status = seek_on(host, primal, &gained, &settled);
    host->wait_seek = gained ? 1 : 2 * host->wait_seek;
    host->next_seek = host->n_choices + host->wait_seek;
    return status;
}

/** Looks for plans on the trains of a solution and proves that none is better, by turns: a better
 * plan makes that easier. */
static Outcome look_on_trains(Host *host, const PlanPoint *point, TrainChoice *choice) {
    Outcome status = OUTCOME_DONE;
    bool gained = true;
    while (status == OUTCOME_DONE && gained && !choice->settled) {
        gained = false;
        status = settle(&host->settling, point, NULL, SETTLE_NODES, &choice->settled);
        if (status == OUTCOME_DONE && !choice->settled) {
            status = seek_on(host, point->primal, &gained, &choice->settled);
        }
    }
    return status == OUTCOME_DONE && choice->settled ? seek_anyway(host, point->primal) : status;
}

/** Looks for a plan on trains that were not looked at before, and for what settles them. */
static Outcome look_first(Host *host, const PlanPoint *point, TrainChoice *choice,
                          PlanVerdict *verdict) {
    TrainReasons *reasons = &host->reasons;
    Outcome status = look_on_trains(host, point, choice);
    if (status == OUTCOME_DONE && choice->settled) {
        status = train_reasons_find(reasons, &host->settling, point);
        verdict->reason = reasons->trains;
        verdict->n_reason = reasons->count;
    }
    return status;
}

/** True where whole boxes need not be a plan: they may be too few on an itinerary of a booking. */
static bool has_parts(const WholeProgram *program) {
    return program->model.n_columns > program->first_path + program->pool.count;
}

/** Looks for a plan by a solution whose trains are whole, once for the same trains. */
static Outcome look_near(Host *host, const PlanPoint *point, PlanVerdict *verdict) {
    bool known;
    if (boxes_whole(host, point->primal)) {
        const double before = incumbent_sought(host->settling.incumbent);
        Outcome offered = settling_offer(&host->settling, point->primal);
        bool taken = incumbent_sought(host->settling.incumbent) > before;
        if (offered != OUTCOME_DONE || taken || !has_parts(&host->settling.closed.program)) {
            return offered;
        }
    }
    TrainChoice *choice = choice_of(host, point->primal, &known);
    if (choice == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    Outcome status = known ? OUTCOME_DONE : look_first(host, point, choice, verdict);
    verdict->settled = choice->settled;
    return status;
}

/** That the LP solver fails on it leaves nothing out: the node is split. */
static Outcome host_whole(void *user, const PlanPoint *point, PlanVerdict *verdict) {
    *verdict = (PlanVerdict){0};
    Outcome status = look_near(user, point, verdict);
    bool ends = status == OUTCOME_NO_MEMORY || status == OUTCOME_STOPPED;
    return ends ? status : OUTCOME_DONE;
}

/** The search over what is listed. */
static Outcome search_listed(Host *host) {
    ClosedOptions options = {.backend = host->ground->backend,
                             .clock = host->ground->clock,
                             .levels = host->settling.closed.levels,
                             .start = &host->settling.closed.start,
                             .node_limit = host->options->node_limit,
                             .host = {host_cutoff, host_whole, host_on_node, host}};
    ClosedResult searched;
    Outcome status = closed_search(&host->settling.closed.program.model,
                                   host->settling.closed.whole, &options, &searched);
    host->result->bound = fmin(host->result->bound, searched.bound);
    host->result->gave_up |= searched.gave_up;
    return status;
}

Outcome closed_tree(Master *master, const MasterResult *root, const ClosedTreeOptions *options,
                    Incumbent *incumbent, TreeResult *result, bool *taken) {
    Host host = {.ground = master_ground(master),
                 .options = &options->tree,
                 .result = result,
                 .settling = {.master = master, .incumbent = incumbent, .gap = options->tree.gap},
                 .nodes_before = result->nodes,
                 .next_seek = 1,
                 .wait_seek = 1};
    *taken = false;
    train_reasons_init(&host.reasons);
    bool ok = closed_program_init(&host.settling.closed, master);
    Outcome status = outcome_of_memory(ok);
    double rounding = BOUND_ROUNDING * fmax(1, fabs(root->last_bound));
    double slack = fmax(0, root->last_bound - host_cutoff(&host)) + rounding;
    if (ok) {
        status = enumerate_paths(master, NULL, slack, options->paths_max,
                                 &host.settling.closed.program.pool);
        *taken = status == OUTCOME_DONE;
    }
    if (*taken) {
        status = outcome_of_memory(closed_program_build(&host.settling.closed));
        if (status == OUTCOME_DONE) {
            status = seek_among_all(&host, root->bound);
        }
        if (status == OUTCOME_DONE) {
            status = search_listed(&host);
        }
    } else if (!outcome_failed(status)) {
        status = OUTCOME_DONE;
    }
    if (status == OUTCOME_SOLVER_FAILED) {
        *taken = false;
        status = OUTCOME_DONE;
    }
    closed_program_clear(&host.settling.closed);
    free(host.choices);
    return status;
}
