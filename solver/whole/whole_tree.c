/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Splits, solves and leaves nodes; chooses columns by what earlier splits of them cost. */
#include "solver/whole/whole_tree.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "model/problem/problem.h"
#include "solver/tolerances.h"
#include "solver/whole/restricted.h"
#include "solver/whole/whole_dive.h"

/** After so many nodes another dive is made; twice as many each time. */
enum { WHOLE_DIVE_FIRST = 8 };

/** Nodes from one search within the search to the next. */
enum { RESTRICTED_WAIT = 6 };

/** A node: its parent's bounds and one more. */
typedef struct {
    int parent; /**< NONE at the root */
    ColumnId column;
    double lower, upper;
    double bound;
    double fraction; /**< by which its column was moved, for the pseudo-costs */
    bool open;
} WholeNode;

typedef struct {
    WholeSearch *search;
    WholeNode *nodes;
    int n_nodes, room;
    int root_trail; /**< the domain's trail at the root */
    double left;    /**< greatest bound of what was left without being solved */
    long solved;    /**< nodes */
    long next_dive; /**< at so many of them */
    int dives;
    long next_restricted; /**< likewise: a search within this one */
    int wait_restricted;  /**< nodes from one to the next */
} WholeTree;

static bool add_node(WholeTree *tree, WholeNode node) {
    if (!GROW(tree->nodes, tree->n_nodes + 1, tree->room)) {
        return false;
    }
    tree->nodes[tree->n_nodes++] = node;
    return true;
}

/** Leaves a node, or a part of it, without knowing all that is in it: its bound holds. */
static void keep_bound(WholeTree *tree, double bound) {
    tree->left = fmax(tree->left, bound);
}

/** The open node with the greatest bound, the latest among equals; NONE where none is. */
static int best_node(const WholeTree *tree) {
    int best = NONE;
    for (int i = 0; i < tree->n_nodes; i++) {
        if (tree->nodes[i].open &&
            (best == NONE || tree->nodes[i].bound >= tree->nodes[best].bound)) {
            best = i;
        }
    }
    return best;
}

/** Sets the domain to a node; false where nothing is left of it. */
static bool enter_node(WholeTree *tree, int id) {
    Domain *domain = &tree->search->domain;
    bool left = true;
    domain_take_back(domain, tree->root_trail);
    for (int i = id; i != NONE && tree->nodes[i].column != NONE && left;
         i = tree->nodes[i].parent) {
        const WholeNode *node = &tree->nodes[i];
        left = domain_draw_in(domain, node->column, node->lower, node->upper);
    }
    return domain_propagate(domain) && left;
}

/* ---- what to branch on ---- */

/** What a split of a column costs a unit, going by others where nothing is known of it. */
static double loss_of(double sum, int count, double others) {
    return count > 0 ? sum / count : others;
}

/** The mean loss over all columns that were split. */
static double mean_loss(const WholeSearch *search, bool up) {
    double sum = 0;
    int count = 0;
    for (ColumnId column = 0; column < search->model->n_columns; column++) {
        const PseudoCost *cost = &search->pseudo_costs[column];
        sum += up ? cost->loss_up : cost->loss_down;
        count += up ? cost->n_up : cost->n_down;
    }
    return count > 0 ? sum / count : 1;
}

/** The fractional column whose split promises most, trains first; NONE where all are whole. */
static ColumnId column_to_split(const WholeSearch *search) {
    double others_down = mean_loss(search, false), others_up = mean_loss(search, true);
    ColumnId best = NONE;
    double most = -1;
    bool train = false;
    for (ColumnId column = 0; column < search->model->n_columns; column++) {
        if (!relaxation_is_fractional(&search->relaxation, column)) {
            continue;
        }
        const PseudoCost *cost = &search->pseudo_costs[column];
        double value = search->relaxation.primal[column], fraction = value - floor(value);
        double down = loss_of(cost->loss_down, cost->n_down, others_down) * fraction;
        double up = loss_of(cost->loss_up, cost->n_up, others_up) * (1 - fraction);
        double score = fmax(down, WHOLE) * fmax(up, WHOLE);
        bool is_train = search->model->columns[column].group == COLUMN_TRAIN;
        if ((is_train && !train) || (is_train == train && score > most)) {
            best = column;
            most = score;
            train = is_train;
        }
    }
    return best;
}

/** Learns from a node what its split has cost. */
static void learn(WholeTree *tree, const WholeNode *node, double value) {
    if (node->column == NONE || node->fraction <= WHOLE) {
        return;
    }
    PseudoCost *cost = &tree->search->pseudo_costs[node->column];
    double loss = fmax(0, node->bound - value) / node->fraction;
    if (isinf(node->upper)) {
        cost->loss_up += loss;
        cost->n_up++;
    } else {
        cost->loss_down += loss;
        cost->n_down++;
    }
}

/** Splits the node just solved.
 *  @param next  receives the child to go on with */
static bool split_node(WholeTree *tree, int id, ColumnId column, int *next) {
    double value = tree->search->relaxation.primal[column], below = floor(value);
    double bound = tree->search->relaxation.value;
    WholeNode down = {id, column, -HUGE_VAL, below, bound, value - below, true};
    WholeNode up = {id, column, below + 1, HUGE_VAL, bound, below + 1 - value, true};
    bool upwards = value - below > 0.5;
    *next = tree->n_nodes + 1;
    return add_node(tree, upwards ? down : up) && add_node(tree, upwards ? up : down);
}

/* ---- the search ---- */

static bool is_time_to_dive(WholeTree *tree) {
    if (tree->solved < tree->next_dive) {
        return false;
    }
    tree->next_dive =
        tree->search->found ? 2 * tree->next_dive : tree->next_dive + WHOLE_DIVE_FIRST;
    return true;
}

/** Dives by one kind after the other. */
static Outcome dive_again(WholeTree *tree) {
    DiveKind kind = (DiveKind)(tree->dives++ % DIVE_KINDS);
    if (kind == DIVE_BY_BEST && !tree->search->found) {
        kind = DIVE_BY_FRACTION;
    }
    return whole_dive(tree->search, kind);
}

/** Searches near the node's solution where it is time to; more seldom after each that gains
 * nothing.
 */
static Outcome search_nearby(WholeTree *tree) {
    bool gained = false;
    if (tree->solved < tree->next_restricted) {
        return OUTCOME_DONE;
    }
    Outcome status = restricted_search(tree->search, &gained);
    tree->wait_restricted = gained ? RESTRICTED_WAIT : 2 * tree->wait_restricted;
    tree->next_restricted = tree->solved + tree->wait_restricted;
    return status;
}

/** What is left of a node that was solved: takes its solution, or splits it.
 *  @param next  receives the child to go on with, NONE where there is none */
static Outcome go_on_from(WholeTree *tree, int id, int *next) {
    WholeSearch *search = tree->search;
    ColumnId column = column_to_split(search);
    if (column == NONE) {
        whole_take(search, search->relaxation.primal);
        return OUTCOME_DONE;
    }
    Outcome status = search_nearby(tree);
    if (status != OUTCOME_DONE || search->relaxation.value <= whole_cutoff(search)) {
        keep_bound(tree, tree->nodes[id].bound);
        return status;
    }
    if (!split_node(tree, id, column, next)) {
        keep_bound(tree, tree->nodes[id].bound);
        return OUTCOME_NO_MEMORY;
    }
    if (!whole_fix_by_reduced_costs(search)) { /* nothing in it exceeds the cutoff */
        tree->nodes[tree->n_nodes - 1].open = tree->nodes[tree->n_nodes - 2].open = false;
        keep_bound(tree, whole_cutoff(search));
        *next = NONE;
        return OUTCOME_DONE;
    }
    if (is_time_to_dive(tree)) {
        *next = NONE; /* the dive leaves the LP elsewhere */
        return dive_again(tree);
    }
    return OUTCOME_DONE;
}

static Outcome solve_node(WholeTree *tree, int id, int *next) {
    WholeSearch *search = tree->search;
    *next = NONE;
    tree->nodes[id].open = false;
    tree->solved++;
    if (!enter_node(tree, id)) {
        return OUTCOME_DONE;
    }
    Outcome status = whole_relax(search);
    if (status == OUTCOME_DONE || status == OUTCOME_CUT_OFF) {
        learn(tree, &tree->nodes[id], search->relaxation.value);
        tree->nodes[id].bound = fmin(tree->nodes[id].bound, search->relaxation.value);
    }
    if (status == OUTCOME_DONE) {
        return go_on_from(tree, id, next);
    }
    if (status != OUTCOME_INFEASIBLE) {
        keep_bound(tree, tree->nodes[id].bound);
    }
    return status == OUTCOME_INFEASIBLE || status == OUTCOME_CUT_OFF ? OUTCOME_DONE : status;
}

/** Greatest bound of all that is open or was left. */
static double tree_bound(const WholeTree *tree) {
    int best = best_node(tree);
    double bound = best == NONE ? tree->left : fmax(tree->left, tree->nodes[best].bound);
    return tree->search->found ? fmax(bound, tree->search->best_value) : bound;
}

Outcome whole_tree(WholeSearch *search, double *bound) {
    WholeTree tree = {.search = search,
                      .root_trail = search->domain.n_trail,
                      .left = -HUGE_VAL,
                      .next_dive = 1,
                      .next_restricted = 1,
                      .wait_restricted = RESTRICTED_WAIT};
    Outcome status = OUTCOME_DONE;
    int next = 0;
    if (!add_node(&tree, (WholeNode){NONE, NONE, 0, 0, *bound, 0, true})) {
        return OUTCOME_NO_MEMORY;
    }
    while (status == OUTCOME_DONE && !search->domain.no_memory) {
        if (next == NONE || tree.nodes[next].bound <= whole_cutoff(search)) {
            next = best_node(&tree);
        }
        if (next == NONE || tree.nodes[next].bound <= whole_cutoff(search)) {
            break;
        }
        status = solve_node(&tree, next, &next);
    }
    *bound = fmin(*bound, tree_bound(&tree));
    free(tree.nodes);
    return search->domain.no_memory ? OUTCOME_NO_MEMORY : status;
}
