/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solver/search/tree.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/whole_number.h"
#include "solver/master/branch_bounds.h"
#include "solver/master/columns.h"
#include "solver/master/master_view.h"
#include "solver/search/branching.h"
#include "solver/search/dive.h"
#include "solver/search/node_search.h"
#include "solver/tolerances.h"

/** After so many nodes another dive is made. */
enum { DIVE_EVERY = 12 };

/** Nodes of the integer master's own search, at a dive's end and at a leaf. */
enum { DIVE_NODES = 200, LEAF_NODES = 2000 };

/** Pools up to this size are small enough to search for the best boxes on a leaf's trains at once.
 */
enum { SMALL_POOL = 400 };

/** Itineraries with which a node is searched at once, at most: fewer where that did not close a
 * node, more again where it did. */
enum { NODE_PATHS = 4000 };

/** Free trains of a leaf whose other choices are split off one by one. */
enum { FLIPS_MAX = 24 };

/** A basis shared by the children of a node. */
typedef struct {
    Basis basis;
    int users;
} SharedBasis;

/** A node: its parent's bounds and one more. */
typedef struct {
    int parent; /**< NONE at the root */
    Branch branch;
    double bound;
    int basis; /**< index of the basis to start from, NONE */
    bool open;
} Node;

typedef struct {
    Master *master;
    const Ground *ground;
    const TreeOptions *options;
    Incumbent *incumbent;
    TreeResult *result;
    Node *nodes;
    int n_nodes, room_nodes;
    SharedBasis *bases;
    int n_bases, room_bases;
    double *lower, *upper; /**< scratch: bounds of trains, then of sets, bookings and shares */
    int room_bounds;
    uint64_t *patterns; /**< hashes of the choices of trains that boxes were looked for on */
    int n_patterns, room_patterns;
    int *dead_ends;      /**< per train, of all dives */
    int node_paths;      /**< itineraries with which a node is searched at once, at most */
    double closed_bound; /**< greatest bound of what was closed without being proven worse */
} Tree;

/** Room for the bounds of all that can be branched on by now. */
static bool reserve_bounds(Tree *tree) {
    const Master *master = tree->master;
    const Problem *problem = tree->ground->problem;
    int count = problem->n_trains + master_sets(master)->count + problem->n_bookings +
                master_shares(master)->count;
    if (count <= tree->room_bounds) {
        return true;
    }
    int room = 2 * count;
    /* Filled anew for each node: nothing is kept. */
    free(tree->lower);
    free(tree->upper);
    tree->lower = calloc((size_t)room, sizeof *tree->lower);
    tree->upper = calloc((size_t)room, sizeof *tree->upper);
    if (tree->lower == NULL || tree->upper == NULL) {
        return false;
    }
    tree->room_bounds = room;
    return true;
}

static void tree_clear(Tree *tree) {
    for (int i = 0; i < tree->n_bases; i++) {
        basis_clear(&tree->bases[i].basis);
    }
    free(tree->bases);
    free(tree->nodes);
    free(tree->lower);
    free(tree->upper);
    free(tree->patterns);
    free(tree->dead_ends);
}

/** Adds a node, the last of all then; false where memory is out. */
static bool node_add(Tree *tree, Node node) {
    if (tree->n_nodes == tree->room_nodes) {
        int room = 2 * tree->room_nodes + 64;
        Node *nodes = realloc(tree->nodes, (size_t)room * sizeof *nodes);
        if (nodes == NULL) {
            return false;
        }
        tree->nodes = nodes;
        tree->room_nodes = room;
    }
    tree->nodes[tree->n_nodes++] = node;
    if (node.basis != NONE && node.open) {
        tree->bases[node.basis].users++;
    }
    return true;
}

/** Keeps the master's present basis for the children to come, as the last of all; false where
 * memory is out. */
static bool basis_keep(Tree *tree) {
    if (tree->n_bases == tree->room_bases) {
        int room = 2 * tree->room_bases + 64;
        SharedBasis *bases = realloc(tree->bases, (size_t)room * sizeof *bases);
        if (bases == NULL) {
            return false;
        }
        tree->bases = bases;
        tree->room_bases = room;
    }
    tree->bases[tree->n_bases] = (SharedBasis){0};
    if (!master_get_basis(tree->master, &tree->bases[tree->n_bases].basis)) {
        return false;
    }
    tree->n_bases++;
    return true;
}

static void node_close(Tree *tree, int id) {
    Node *node = &tree->nodes[id];
    node->open = false;
    if (node->basis != NONE && --tree->bases[node->basis].users == 0) {
        basis_clear(&tree->bases[node->basis].basis);
    }
}

/** The open node with the greatest bound, the latest among equals; NONE where none is open. */
static int best_open(const Tree *tree) {
    int best = NONE;
    for (int id = 0; id < tree->n_nodes; id++) {
        if (tree->nodes[id].open &&
            (best == NONE || tree->nodes[id].bound >= tree->nodes[best].bound)) {
            best = id;
        }
    }
    return best;
}

/** Where the bounds that a branch changes stand in the scratch arrays. */
static int place_of(const Tree *tree, const Branch *branch) {
    int n_trains = tree->ground->problem->n_trains, n_sets = master_sets(tree->master)->count;
    switch (branch->kind) {
    case BRANCH_SET:
        return n_trains + branch->index;
    case BRANCH_BOOKING:
        return n_trains + n_sets + branch->index;
    case BRANCH_SHARE:
        return n_trains + n_sets + tree->ground->problem->n_bookings + branch->index;
    default:
        return branch->index;
    }
}

static void root_bounds(Tree *tree) {
    const Master *master = tree->master;
    const Problem *problem = tree->ground->problem;
    const Formulation *formulation = tree->ground->formulation;
    double *lower = tree->lower, *upper = tree->upper;
    for (TrainId train = 0; train < problem->n_trains; train++) {
        master_root_bounds(master, train, lower++, upper++);
    }
    for (int set = 0; set < master_sets(master)->count; set++) {
        *lower++ = -HUGE_VAL;
        *upper++ = HUGE_VAL;
    }
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        const LpRow *row = &formulation->lp.rows[formulation->demand_row[id]];
        *lower++ = row->lower;
        *upper++ = row->upper;
    }
    for (int share = 0; share < master_shares(master)->count; share++) {
        *lower++ = -HUGE_VAL;
        *upper++ = HUGE_VAL;
    }
}

/** Sets the master's bounds to those of a node: the root's, tightened along the way to it. */
static void node_apply(Tree *tree, int id) {
    Master *master = tree->master;
    root_bounds(tree);
    for (; id != NONE; id = tree->nodes[id].parent) {
        const Branch *branch = &tree->nodes[id].branch;
        if (branch->kind != BRANCH_NONE) {
            int place = place_of(tree, branch);
            tree->lower[place] = fmax(tree->lower[place], branch->lower);
            tree->upper[place] = fmin(tree->upper[place], branch->upper);
        }
    }
    const double *lower = tree->lower, *upper = tree->upper;
    for (TrainId train = 0; train < tree->ground->problem->n_trains; train++) {
        master_bound_train(master, train, *lower++, *upper++);
    }
    for (int set = 0; set < master_sets(master)->count; set++) {
        master_bound_set(master, set, *lower++, *upper++);
    }
    for (BookingId booking = 0; booking < tree->ground->problem->n_bookings; booking++) {
        master_bound_booking(master, booking, *lower++, *upper++);
    }
    for (int share = 0; share < master_shares(master)->count; share++) {
        master_bound_share(master, share, *lower++, *upper++);
    }
}

static bool limit_hit(const Tree *tree) {
    long limit = tree->options->node_limit;
    return clock_expired(tree->ground->clock) || (limit > 0 && tree->result->nodes >= limit);
}

static double cutoff(const Tree *tree) {
    return incumbent_cutoff(tree->incumbent, tree->options->gap);
}

/** Leaves a node without looking further: its bound holds. */
static void leave(Tree *tree, double bound) {
    tree->closed_bound = fmax(tree->closed_bound, bound);
}

/** Two children that split a count or a train between two whole numbers. */
static bool branch_fraction(Tree *tree, int id, const Branch *down, const Branch *up,
                            double bound) {
    if (!basis_keep(tree)) {
        return false;
    }
    int basis = tree->n_bases - 1;
    return node_add(tree, (Node){id, *down, bound, basis, true}) &&
           node_add(tree, (Node){id, *up, bound, basis, true});
}

/** All trains of the node's solution are whole, and its plans are looked through: what is left are
 * the plans that differ in some free train. Child i keeps the free trains before i and flips train
 * i; its bound falls by the train's reduced cost at least. */
static bool branch_flips(Tree *tree, int id, const MasterResult *result) {
    Master *master = tree->master;
    int parent = id, count = 0;
    TrainId *order = calloc((size_t)tree->ground->problem->n_trains + 1, sizeof *order);
    bool ok = order != NULL && basis_keep(tree) && branching_free_trains(master, order, &count);
    int basis = tree->n_bases - 1;
    for (int i = 0; i < count && ok; i++) {
        TrainId train = order[i];
        bool runs = master_train(master, train) > 0.5;
        double reduced = master_reduced_costs(master)[train];
        double loss = runs ? fmax(0, reduced) : fmax(0, -reduced);
        double bound = fmin(result->bound, result->last_bound - loss);
        if (bound > cutoff(tree)) {
            Branch flip = {BRANCH_TRAIN, train, runs ? 0 : 1, runs ? 0 : 1};
            ok = node_add(tree, (Node){parent, flip, bound, basis, true});
        } else {
            leave(tree, bound);
        }
        Branch keep = {BRANCH_TRAIN, train, runs ? 1 : 0, runs ? 1 : 0};
        ok = ok && node_add(tree, (Node){parent, keep, result->bound, NONE, false});
        parent = tree->n_nodes - 1;
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
    if (tree->n_patterns == tree->room_patterns) {
        int room = 2 * tree->room_patterns + 64;
        uint64_t *patterns = realloc(tree->patterns, (size_t)room * sizeof *patterns);
        if (patterns == NULL) {
            return false;
        }
        tree->patterns = patterns;
        tree->room_patterns = room;
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
    bool known, broken;
    Outcome status = choose_boxes(tree->master, WHOLE, &down, &up, &broken);
    if (status == OUTCOME_DONE) {
        status = outcome_of_memory(note_pattern(tree, &known));
    }
    if (status != OUTCOME_DONE) {
        return status;
    }
    if (known && broken) {
        bool split = branch_fraction(tree, id, &down, &up, result->bound);
        return split ? OUTCOME_DONE : OUTCOME_NO_MEMORY;
    }
    bool exact = !broken || tree->ground->paths->count <= SMALL_POOL;
    RoundOptions options = {.gap = tree->options->gap, .node_limit = LEAF_NODES, .exact = exact};
    double bound;
    status = round_boxes(tree->master, result, &options, tree->incumbent, &bound);
    if (status != OUTCOME_DONE) {
        return status;
    }
    if (result->bound <= cutoff(tree)) {
        leave(tree, result->bound);
        return OUTCOME_DONE;
    }
    if (!broken && bound > cutoff(tree)) { /* made whole, the boxes break a rule by a hair */
        status = choose_boxes(tree->master, WHOLE_TO_THE_LAST, &down, &up, &broken);
    }
    if (status != OUTCOME_DONE) {
        return status;
    }
    bool settled = exact && bound <= cutoff(tree) && few_flips(tree->master);
    bool split;
    if (broken && !settled) {
        split = branch_fraction(tree, id, &down, &up, result->bound);
    } else {
        leave(tree, bound);
        split = branch_flips(tree, id, result);
    }
    return split ? OUTCOME_DONE : OUTCOME_NO_MEMORY;
}

/** Looks for a plan from the last solution. What it does not find leaves nothing out, so that a
 * failing LP solver ends the dive alone. */
static Outcome dive_from(Tree *tree) {
    RoundOptions options = {.gap = tree->options->gap, .node_limit = DIVE_NODES, .exact = false};
    Outcome status = dive(tree->master, &options, tree->dead_ends, tree->incumbent);
    return status == OUTCOME_SOLVER_FAILED ? OUTCOME_DONE : status;
}

/** Searches a node at once, where few itineraries are left for a better plan.
 *  @param result  of the node; receives the bound that is proven then
 *  @param closed  receives whether that leaves nothing to split */
static Outcome search_node(Tree *tree, MasterResult *result, bool *closed) {
    NodeSearchOptions options = {.gap = tree->options->gap, .paths_max = tree->node_paths};
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

static bool time_to_dive(const Tree *tree) {
    return tree->result->nodes == 1 || tree->result->nodes % DIVE_EVERY == 0;
}

/** Searches a solved node at once or splits it; a dive is made where it is time for one. */
static Outcome split(Tree *tree, int id, MasterResult *result) {
    Branch down, up;
    bool closed = false;
    if (!master_park(tree->master)) {
        return OUTCOME_NO_MEMORY;
    }
    bool broken = branching_choose(tree->master, &down, &up);
    Outcome status = search_node(tree, result, &closed);
    if (status != OUTCOME_DONE || closed) {
        leave(tree, result->bound);
        return status;
    }
    if (!broken) {
        return close_leaf(tree, id, result);
    }
    if (!branch_fraction(tree, id, &down, &up, result->bound)) {
        return OUTCOME_NO_MEMORY;
    }
    return time_to_dive(tree) ? dive_from(tree) : OUTCOME_DONE;
}

/** Solves a node and splits it.
 *  @return OUTCOME_DONE also where it was left to its bound */
static Outcome process(Tree *tree, int id) {
    Master *master = tree->master;
    const Node *node = &tree->nodes[id];
    double known = node->bound;
    if (!reserve_bounds(tree)) {
        return OUTCOME_NO_MEMORY;
    }
    node_apply(tree, id);
    if (node->basis != NONE) {
        master_set_basis(master, &tree->bases[node->basis].basis);
    }
    MasterResult result;
    double tolerance = fmax(RELAXATION_SOLVED,
                            tree->options->gap.share * tree->options->gap.unit / NODE_GAP_PARTS);
    Outcome status = master_solve(master, cutoff(tree), tolerance, &result);
    result.bound = fmin(result.bound, known);
    tree->result->nodes++;
    if (status == OUTCOME_DONE && result.bound > cutoff(tree)) {
        status = split(tree, id, &result);
    } else if (status == OUTCOME_DONE || status == OUTCOME_CUT_OFF) {
        leave(tree, result.bound);
        status = OUTCOME_DONE;
    }
    if (status == OUTCOME_SOLVER_FAILED) {
        tree->result->gave_up = true;
    }
    if (status == OUTCOME_SOLVER_FAILED || status == OUTCOME_STOPPED ||
        status == OUTCOME_NO_MEMORY) {
        leave(tree, result.bound);
    }
    node_close(tree, id);
    return status == OUTCOME_SOLVER_FAILED || status == OUTCOME_INFEASIBLE ? OUTCOME_DONE : status;
}

/** States the bound as the tree stands. */
static void state_bound(Tree *tree) {
    int best = best_open(tree);
    double bound =
        best == NONE ? tree->closed_bound : fmax(tree->closed_bound, tree->nodes[best].bound);
    if (tree->incumbent->found) {
        bound = fmax(bound, tree->incumbent->objective);
    }
    tree->result->bound = fmin(tree->result->bound, bound);
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
    if (tree.dead_ends != NULL &&
        node_add(&tree, (Node){NONE, {BRANCH_NONE, 0, 0, 0}, root->bound, NONE, true})) {
        status = OUTCOME_DONE;
    }
    int best;
    while (status == OUTCOME_DONE && (best = best_open(&tree)) != NONE &&
           tree.nodes[best].bound > cutoff(&tree)) {
        status = limit_hit(&tree) ? OUTCOME_STOPPED : process(&tree, best);
        state_bound(&tree);
        if (options->on_node != NULL) {
            options->on_node(options->user);
        }
    }
    state_bound(&tree);
    tree_clear(&tree);
    return status;
}
