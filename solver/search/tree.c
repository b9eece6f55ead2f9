/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Solves, searches and splits nodes, the best first, until what is open cannot be better. */
#include "solver/search/tree.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "base/whole_number.h"
#include "solver/master/columns.h"
#include "solver/master/master_view.h"
#include "solver/search/closed_tree.h"
#include "solver/search/dive.h"
#include "solver/search/node_search.h"
#include "solver/search/nodes.h"
#include "solver/search/start_tree.h"
#include "solver/search/train_search.h"
#include "solver/tolerances.h"

/** After so many nodes another dive is made. */
enum { DIVE_EVERY = 12, DIVE_EVERY_PLANNED = 60 };

/** Nodes of the integer master's own search, at a dive's end and at a leaf. */
enum { DIVE_NODES = 200, LEAF_NODES = 2000 };

/** Pools up to this size are small enough to search for a leaf's best boxes at once. */
enum { SMALL_POOL = 400 };

/** Itineraries with which a node is searched at once, at most: fewer where that did not close a
 * node, more again where it did. */
enum { NODE_PATHS = 4000 };

/** Itineraries with which all plans are searched with cuts, at most: with a plan at hand, and
 * without. */
enum { LISTED_WITH_PLAN = 20000, LISTED_WITHOUT = 4000 };

/** Free trains of a leaf whose other choices are split off one by one. */
enum { FLIPS_MAX = 24 };

typedef struct {
    Master *master;
    const Ground *ground;
    const TreeOptions *options;
    Incumbent *incumbent;
    TreeResult *result;
    Nodes nodes;
    int n_planted;      /**< nodes of an earlier tree, the first ones */
    uint64_t *patterns; /**< hashes of the choices of trains that boxes were looked for on */
    int n_patterns, room_patterns;
    TreeEnds ends;  /**< where the tree is to be kept */
    int *dead_ends; /**< per train, of all dives */
    TrainSearchTiming trains;
    int node_paths;      /**< itineraries with which a node is searched at once, at most */
    double closed_bound; /**< greatest bound of what was closed without being proven worse */
} Tree;

static void tree_clear(Tree *tree) {
    nodes_clear(&tree->nodes);
    tree_ends_clear(&tree->ends);
    free(tree->patterns);
    free(tree->dead_ends);
}

static bool limit_hit(const Tree *tree) {
    long limit = tree->options->node_limit;
    return clock_expired(tree->ground->clock) || (limit > 0 && tree->result->nodes >= limit);
}

static double cutoff(const Tree *tree) {
    return incumbent_cutoff(tree->incumbent, tree->options->gap);
}

/** Leaves a node without looking further: its bound holds. */
static void leave_node(Tree *tree, double bound) {
    tree->closed_bound = fmax(tree->closed_bound, bound);
}

/** Two children that split a count or a train between two whole numbers. */
static bool branch_fraction(Tree *tree, int id, const Branch *down, const Branch *up,
                            double bound) {
    if (!nodes_keep_basis(&tree->nodes, tree->master)) {
        return false;
    }
    int basis = tree->nodes.n_bases - 1;
    return nodes_add(&tree->nodes, (Node){id, *down, bound, basis, true}) &&
           nodes_add(&tree->nodes, (Node){id, *up, bound, basis, true});
}

/** All trains of the node's solution are whole, and its plans are looked through: what is left are
 * the plans that differ in some free train. Child i keeps the free trains before i and flips train
 * i; its bound falls by the train's reduced cost at least. */
static bool branch_flips(Tree *tree, int id, const MasterResult *result) {
    Master *master = tree->master;
    int parent = id, count = 0;
    TrainId *order = calloc((size_t)tree->ground->problem->n_trains + 1, sizeof *order);
    bool ok = order != NULL && nodes_keep_basis(&tree->nodes, tree->master) &&
              branching_free_trains(master, order, &count);
    int basis = tree->nodes.n_bases - 1;
    for (int i = 0; i < count && ok; i++) {
        TrainId train = order[i];
        bool runs = master_train(master, train) > 0.5;
        double reduced = master_reduced_costs(master)[train];
        double loss = runs ? fmax(0, reduced) : fmax(0, -reduced);
        double bound = fmin(result->bound, result->last_bound - loss);
        if (bound > cutoff(tree)) {
            Branch flip = {BRANCH_TRAIN, train, runs ? 0 : 1, runs ? 0 : 1};
            ok = nodes_add(&tree->nodes, (Node){parent, flip, bound, basis, true});
        } else {
            leave_node(tree, bound);
        }
        Branch keep = {BRANCH_TRAIN, train, runs ? 1 : 0, runs ? 1 : 0};
        ok = ok && nodes_add(&tree->nodes, (Node){parent, keep, result->bound, NONE, false});
        parent = tree->nodes.count - 1;
    }
    free(order);
    return ok;
}

/** True where the plans that differ in some free train are few enough to be split off one by one.
 */
static bool few_flips(const Master *master) {
    int free_trains = 0;
    for (TrainId train = 0; train < master_ground(master)->problem->n_trains; train++) {
        free_trains += master_train_free(master, train);
    }
    return free_trains <= FLIPS_MAX;
}

/** Hash of the trains that run in the last solution (FNV-1a). */
static uint64_t pattern_of(const Master *master) {
    uint64_t hash = 14695981039346656037u;
    for (TrainId train = 0; train < master_ground(master)->problem->n_trains; train++) {
        hash = (hash ^ (master_train(master, train) > 0.5)) * 1099511628211u;
    }
    return hash;
}

/** Notes the trains of the last solution.
 *  @param known  receives whether boxes were looked for on just these trains before: once is
 * enough, whatever a node asks of its bookings
 *  @return false where memory is out */
static bool note_pattern(Tree *tree, bool *known) {
    uint64_t pattern = pattern_of(tree->master);
    *known = false;
    for (int i = 0; i < tree->n_patterns && !*known; i++) {
        *known = tree->patterns[i] == pattern;
    }
    if (*known) {
        return true;
    }
    if (!GROW(tree->patterns, tree->n_patterns + 1, tree->room_patterns)) {
        return false;
    }
    tree->patterns[tree->n_patterns++] = pattern;
    return true;
}

/** What of its boxes to split a node by whose trains are whole.
 *  @param found  receives false where they are whole too */
static Outcome choose_boxes(Master *master, double whole, Branch *down, Branch *up, bool *found) {
    *found = branching_choose_booking(master, whole, down, up);
    return *found ? OUTCOME_DONE : branching_choose_share(master, whole, down, up, found);
}

/** A node whose trains are all whole: boxes are made whole. Where that does not close it, it is
 * split by the boxes of a booking; or, where those are whole or the best boxes on these trains are
 * known and other trains few, the plans with other trains are split off. */
static Outcome close_leaf(Tree *tree, int id, const MasterResult *result) {
    Branch down, up;
    bool known, fractional;
    Outcome status = choose_boxes(tree->master, WHOLE, &down, &up, &fractional);
    if (status == OUTCOME_DONE) {
        status = outcome_of_memory(note_pattern(tree, &known));
    }
    if (status != OUTCOME_DONE) {
        return status;
    }
    if (known && fractional) {
        bool split = branch_fraction(tree, id, &down, &up, result->bound);
        return split ? OUTCOME_DONE : OUTCOME_NO_MEMORY;
    }
    bool exact = !fractional || tree->ground->paths->count <= SMALL_POOL;
    RoundOptions options = {.gap = tree->options->gap, .node_limit = LEAF_NODES, .exact = exact};
    double bound;
    status = round_boxes(tree->master, result, &options, tree->incumbent, &bound);
    if (status != OUTCOME_DONE) {
        return status;
    }
    if (result->bound <= cutoff(tree)) {
        leave_node(tree, result->bound);
        return OUTCOME_DONE;
    }
    if (!fractional && bound > cutoff(tree)) { /* made whole, the boxes violate a row by a hair */
        status = choose_boxes(tree->master, WHOLE_TO_THE_LAST, &down, &up, &fractional);
    }
    if (status != OUTCOME_DONE) {
        return status;
    }
    bool settled = exact && bound <= cutoff(tree) && few_flips(tree->master);
    bool split;
    if (fractional && !settled) {
        split = branch_fraction(tree, id, &down, &up, result->bound);
    } else {
        leave_node(tree, bound);
        split = branch_flips(tree, id, result);
    }
    return split ? OUTCOME_DONE : OUTCOME_NO_MEMORY;
}

/** Looks for a plan from the last solution. What it does not find leaves nothing out, so that a
 * failing LP solver ends the dive alone. */
static Outcome dive_from(Tree *tree) {
    RoundOptions options = {
        .gap = tree->options->gap, .node_limit = DIVE_NODES, .exact = !tree->incumbent->found};
    Outcome status = dive(tree->master, &options, tree->dead_ends, tree->incumbent);
    return status == OUTCOME_SOLVER_FAILED ? OUTCOME_DONE : status;
}

/** Searches a node at once, where few itineraries are left for a better plan.
 *  @param result  of the node; receives the bound that is proven then
 *  @param closed  receives whether that leaves nothing to split */
static Outcome search_node(Tree *tree, MasterResult *result, bool *closed) {
    bool root = tree->result->nodes == 1;
    NodeSearchOptions options = {.gap = tree->options->gap,
                                 .paths_max = root ? SMALL_POOL : tree->node_paths};
    NodeSearchResult searched;
    Outcome status = node_search(tree->master, result, &options, tree->incumbent, &searched);
    result->bound = searched.bound;
    *closed = status == OUTCOME_DONE && result->bound <= cutoff(tree);
    if (searched.tried) {
        double fitting = (*closed ? NODE_PATHS_MORE : NODE_PATHS_FEWER) * searched.n_paths;
        tree->node_paths =
            whole_number(*closed ? fmin(NODE_PATHS, fmax(tree->node_paths, fitting)) : fitting);
    }
    return status == OUTCOME_SOLVER_FAILED ? OUTCOME_DONE : status;
}

/** Solves the root again, after a dive. */
static Outcome solve_root(Tree *tree, MasterResult *result) {
    double known = result->bound;
    if (!nodes_apply(&tree->nodes, tree->master, 0)) {
        return OUTCOME_NO_MEMORY;
    }
    Outcome status = master_solve(tree->master, cutoff(tree), RELAXATION_SOLVED, result);
    result->bound = fmin(result->bound, known);
    return status;
}

/** Looks for a first plan; then, where few itineraries are left to a better one, searches all plans
 * with cuts, which ends the tree.
 *  @param result  of the root; receives the bound that is proven then
 *  @param closed  receives whether that leaves nothing to split */
static Outcome search_root(Tree *tree, MasterResult *result, bool *closed) {
    Outcome status = tree->options->planned ? OUTCOME_DONE : dive_from(tree);
    if (status == OUTCOME_DONE && !tree->options->planned) {
        status = solve_root(tree, result);
    }
    *closed =
        status == OUTCOME_CUT_OFF || (status == OUTCOME_DONE && result->bound <= cutoff(tree));
    if (status != OUTCOME_DONE || *closed) {
        return status == OUTCOME_CUT_OFF ? OUTCOME_DONE : status;
    }
    ClosedTreeOptions options = {.tree = *tree->options,
                                 .paths_max =
                                     tree->incumbent->found ? LISTED_WITH_PLAN : LISTED_WITHOUT};
    status = closed_tree(tree->master, result, &options, tree->incumbent, tree->result, closed);
    result->bound = *closed ? fmin(result->bound, tree->result->bound) : result->bound;
    return status;
}

static bool time_to_dive(const Tree *tree) {
    const int every = tree->options->planned ? DIVE_EVERY_PLANNED : DIVE_EVERY;
    return tree->result->nodes % every == 0;
}

/** Looks for a plan among some of the trains, now and then. That the LP solver fails on it leaves
 * nothing out. */
static Outcome search_trains(Tree *tree) {
    TrainSearchCourse course = {tree->options->gap, tree->result->bound, tree->result->nodes,
                                tree->options->trains_first};
    Outcome status =
        train_search_now_and_then(tree->master, &course, &tree->trains, tree->incumbent);
    return status == OUTCOME_SOLVER_FAILED ? OUTCOME_DONE : status;
}

/** Searches a solved node at once or splits it; a dive is made where it is time for one. */
static Outcome split(Tree *tree, int id, MasterResult *result) {
    Branch down, up;
    bool closed = false;
    if (!master_park(tree->master)) {
        return OUTCOME_NO_MEMORY;
    }
    Outcome status = search_node(tree, result, &closed);
    if (id == 0 && status == OUTCOME_DONE && !closed) {
        status = search_root(tree, result, &closed);
    }
    if (status != OUTCOME_DONE || closed) {
        leave_node(tree, result->bound);
        return status;
    }
    if (!branching_choose(tree->master, &down, &up)) {
        return close_leaf(tree, id, result);
    }
    if (!branch_fraction(tree, id, &down, &up, result->bound)) {
        return OUTCOME_NO_MEMORY;
    }
    status = search_trains(tree);
    return status == OUTCOME_DONE && time_to_dive(tree) ? dive_from(tree) : status;
}

/** Solves a node and splits it.
 *  @return OUTCOME_DONE also where it was left to its bound */
static Outcome process(Tree *tree, int id) {
    Master *master = tree->master;
    double known = tree->nodes.items[id].bound;
    if (!nodes_apply(&tree->nodes, master, id)) {
        return OUTCOME_NO_MEMORY;
    }
    MasterResult result;
    double tolerance = fmax(RELAXATION_SOLVED,
                            tree->options->gap.share * tree->options->gap.unit / NODE_GAP_PARTS);
    Outcome status = id < tree->n_planted
                         ? master_solve_from_afar(master, cutoff(tree), tolerance, &result)
                         : master_solve(master, cutoff(tree), tolerance, &result);
    result.bound = fmin(result.bound, known);
    tree->result->nodes++;
    if (tree->options->keep != NULL && !tree_ends_keep(&tree->ends, id, master)) {
        status = OUTCOME_NO_MEMORY;
    }
    if (status == OUTCOME_DONE && result.bound > cutoff(tree)) {
        status = split(tree, id, &result);
    } else if (status == OUTCOME_DONE || status == OUTCOME_CUT_OFF) {
        leave_node(tree, result.bound);
        status = OUTCOME_DONE;
    }
    if (status == OUTCOME_SOLVER_FAILED) {
        tree->result->gave_up = true;
    }
    if (status == OUTCOME_SOLVER_FAILED || status == OUTCOME_STOPPED ||
        status == OUTCOME_NO_MEMORY) {
        leave_node(tree, result.bound);
    }
    nodes_close(&tree->nodes, id);
    return status == OUTCOME_SOLVER_FAILED || status == OUTCOME_INFEASIBLE ? OUTCOME_DONE : status;
}

/** States the bound as the tree stands. */
static void state_bound(Tree *tree) {
    int best = nodes_best_open(&tree->nodes);
    double bound =
        best == NONE ? tree->closed_bound : fmax(tree->closed_bound, tree->nodes.items[best].bound);
    if (tree->incumbent->found) {
        bound = fmax(bound, tree->incumbent->objective);
    }
    tree->result->bound = fmin(tree->result->bound, bound);
}

/** The nodes that the search begins with. */
static bool plant_tree(Tree *tree, double bound) {
    const StartPlaces *start = tree->options->start;
    const Node root = {NONE, {BRANCH_NONE, 0, 0, 0}, bound, NONE, true};
    const bool known = start != NULL && start->start->n_nodes > 1;
    bool planted = known ? start_tree_begin(&tree->nodes, start, tree->master, bound)
                         : nodes_add(&tree->nodes, root);
    tree->n_planted = known ? tree->nodes.count : 0;
    return planted;
}

Outcome tree_search(Master *master, const MasterResult *root, const TreeOptions *options,
                    Incumbent *incumbent, TreeResult *result) {
    Tree tree = {.master = master,
                 .ground = master_ground(master),
                 .options = options,
                 .incumbent = incumbent,
                 .result = result,
                 .node_paths = NODE_PATHS,
                 .closed_bound = -HUGE_VAL};
    *result = (TreeResult){.bound = root->bound};
    Outcome status = OUTCOME_NO_MEMORY;
    tree.dead_ends = calloc((size_t)tree.ground->problem->n_trains + 1, sizeof *tree.dead_ends);
    if (tree.dead_ends != NULL && plant_tree(&tree, root->bound)) {
        status = OUTCOME_DONE;
    }
    int best;
    while (status == OUTCOME_DONE && (best = nodes_best_open(&tree.nodes)) != NONE &&
           tree.nodes.items[best].bound > cutoff(&tree)) {
        status = limit_hit(&tree) ? OUTCOME_STOPPED : process(&tree, best);
        state_bound(&tree);
        if (options->on_node != NULL) {
            options->on_node(options->user);
        }
    }
    state_bound(&tree);
    if (status != OUTCOME_NO_MEMORY && options->keep != NULL &&
        !start_tree_note(options->keep, &tree.nodes, master, &tree.ends)) {
        status = OUTCOME_NO_MEMORY;
    }
    tree_clear(&tree);
    return status;
}
