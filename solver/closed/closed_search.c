/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts at the root, then splits the best open node until none is above the cutoff. */
#include "solver/closed/closed_search.h"

#include <math.h>
#include <stdlib.h>

#include "model/problem/problem.h"
#include "solver/closed/closed_nodes.h"
#include "solver/closed/closed_park.h"
#include "solver/closed/cut_rounds.h"
#include "solver/closed/fixing.h"
#include "solver/closed/strong.h"
#include "solver/tolerances.h"

typedef struct {
    const ClosedOptions *options;
    ClosedResult *result;
    ClosedModel model;
    ClosedLp lp;
    ClosedNodes nodes;
    SplitRecords records;
    OpenChoice *open;    /**< room for all */
    int next;            /**< the better side of the node split last, NONE */
    double priced;       /**< what the prices of the last node prove, and `lp.reduced` belongs to */
    double closed_bound; /**< greatest bound of what was closed without being split */
} ClosedTree;

static void closed_tree_clear(ClosedTree *tree) {
    closed_lp_clear(&tree->lp);
    closed_nodes_clear(&tree->nodes);
    split_records_clear(&tree->records);
    closed_model_clear(&tree->model);
    free(tree->open);
}

static double closed_cutoff(const ClosedTree *tree) {
    return tree->options->host.cutoff(tree->options->host.user);
}

static void close_at(ClosedTree *tree, double bound) {
    tree->closed_bound = fmax(tree->closed_bound, bound);
}

/** States the bound as the search stands. */
static void state_closed_bound(ClosedTree *tree) {
    int best = closed_nodes_best(&tree->nodes);
    double bound = fmax(tree->closed_bound, closed_cutoff(tree));
    if (best != NONE) {
        bound = fmax(bound, tree->nodes.items[best].bound);
    }
    tree->result->bound = fmin(tree->result->bound, bound);
}

/** Adds a side of a split, unless it is closed. */
static bool add_side(ClosedTree *tree, int parent, const Split *split, int side) {
    double below = floor(split->value);
    ClosedNode node = {.parent = parent,
                       .id = split->id,
                       .side = side,
                       .lower = side == 0 ? -HUGE_VAL : below + 1,
                       .upper = side == 0 ? below : HUGE_VAL,
                       .distance = side == 0 ? split->value - below : below + 1 - split->value,
                       .bound = split->bound[side],
                       .basis = tree->nodes.n_bases - 1,
                       .open = true};
    if (node.bound <= closed_cutoff(tree)) {
        close_at(tree, node.bound);
        return true;
    }
    return closed_nodes_add(&tree->nodes, node);
}

static Outcome add_sides(ClosedTree *tree, int id, const Split *split, Basis *basis) {
    if (split->id == NONE) {
        close_at(tree, closed_cutoff(tree));
        return OUTCOME_DONE;
    }
    int first = tree->nodes.count, better = split->bound[0] > split->bound[1] ? 0 : 1;
    bool ok = closed_nodes_keep(&tree->nodes, basis) && add_side(tree, id, split, 1 - better) &&
              add_side(tree, id, split, better);
    tree->next = tree->nodes.count > first ? tree->nodes.count - 1 : NONE;
    return outcome_of_memory(ok);
}

/** Splits a node on the best of its open choices. */
static Outcome split_open(ClosedTree *tree, int id, int n_open) {
    Basis basis = {0};
    double bound = tree->lp.bound;
    if (!tree->lp.backend->get_basis(tree->lp.lp, &basis)) {
        return OUTCOME_NO_MEMORY;
    }
    Split split = {.id = tree->open[0].id, .value = tree->open[0].value, .bound = {bound, bound}};
    Outcome status = OUTCOME_DONE;
    if (tree->open[0].level < tree->options->levels.plan_level) {
        status = split_choose(&tree->records, &tree->lp, tree->open, n_open, &basis,
                              closed_cutoff(tree), &split);
        if (outcome_failed(status) && status != OUTCOME_NO_MEMORY) { /* a trial is no need */
            split = (Split){tree->open[0].id, tree->open[0].value, {bound, bound}};
            status = OUTCOME_DONE;
        }
    }
    if (status == OUTCOME_DONE) {
        status = add_sides(tree, id, &split, &basis);
    } else {
        close_at(tree, bound);
    }
    basis_clear(&basis);
    return status;
}

/** What is open in the last solution: of the levels below the plan's together, then level by level.
 *  @return how many */
static int find_open(const ClosedTree *tree, int first) {
    const ChoiceLevels *levels = &tree->options->levels;
    if (first == 0) {
        return choices_open(&tree->lp, levels, 0, levels->plan_level, tree->open);
    }
    int count = 0;
    for (int level = first; level < levels->n_levels && count == 0; level++) {
        count = choices_open(&tree->lp, levels, level, level + 1, tree->open);
    }
    return count;
}

/** What a solution loses at least where a column is not at the bound at which the last one has it.
 */
static double loss_off(const ClosedLp *lp, ColumnId column) {
    double reduced = lp->reduced[column];
    bool lowest = lp->primal[column] - lp->lower[column] < 0.5;
    return fmax(0, lowest ? -reduced : reduced);
}

/** The column below the plan's level that the node's bounds leave a choice, the one that loses most
 * by another; NONE where there is none. */
static ColumnId free_column(const ClosedTree *tree) {
    const ClosedLp *lp = &tree->lp;
    const ChoiceLevels *levels = &tree->options->levels;
    ColumnId best = NONE;
    for (ColumnId column = 0; column < lp->model->n_columns; column++) {
        int level = levels->column_level[column];
        bool free =
            level != NONE && level < levels->plan_level && lp->lower[column] < lp->upper[column];
        if (free && (best == NONE || loss_off(lp, column) > loss_off(lp, best))) {
            best = column;
        }
    }
    return best;
}

/** All solutions that agree with the node's below the plan's level are known: splits off those that
 * differ in a free column, which lose what its reduced cost says at least. */
static Outcome split_other(ClosedTree *tree, int id) {
    const ClosedLp *lp = &tree->lp;
    ColumnId column = free_column(tree);
    if (column == NONE) {
        close_at(tree, closed_cutoff(tree));
        return OUTCOME_DONE;
    }
    Basis basis = {0};
    if (!lp->backend->get_basis(lp->lp, &basis)) {
        return OUTCOME_NO_MEMORY;
    }
    double at = round(lp->primal[column]);
    double other = fmin(lp->bound, tree->priced - loss_off(lp, column));
    bool lowest = at <= lp->lower[column];
    Split split = {column,
                   lowest ? at + 0.5 : at - 0.5,
                   {lowest ? lp->bound : other, lowest ? other : lp->bound}};
    Outcome status = add_sides(tree, id, &split, &basis);
    basis_clear(&basis);
    return status;
}

/** Cuts off all solutions that agree with the node's in some columns of 0 or 1, and leaves the rest
 * of the node open. */
static Outcome cut_agreeing(ClosedTree *tree, int id, const PlanVerdict *verdict) {
    double *values = calloc((size_t)verdict->n_reason, sizeof *values);
    Basis basis = {0};
    double most = -1;
    for (int i = 0; i < verdict->n_reason && values != NULL; i++) {
        bool taken = tree->lp.primal[verdict->reason[i]] > 0.5;
        values[i] = taken ? 1 : -1;
        most += taken;
    }
    bool ok = values != NULL &&
              closed_model_cut(&tree->model, verdict->reason, values, verdict->n_reason, most) &&
              tree->lp.backend->get_basis(tree->lp.lp, &basis) &&
              closed_nodes_keep(&tree->nodes, &basis) &&
              closed_nodes_add(&tree->nodes, (ClosedNode){.parent = id,
                                                          .id = NONE,
                                                          .bound = tree->lp.bound,
                                                          .basis = tree->nodes.n_bases - 1,
                                                          .open = true});
    tree->next = tree->nodes.count - 1;
    basis_clear(&basis);
    free(values);
    return outcome_of_memory(ok);
}

/** A node whose plan is whole: the host looks for solutions there, then the rest is split. */
static Outcome split_rest(ClosedTree *tree, int id) {
    const ClosedOptions *options = tree->options;
    PlanPoint point = {tree->lp.primal, tree->model.lower, tree->model.upper, tree->lp.work};
    PlanVerdict verdict = {0};
    Outcome status = options->host.whole(options->host.user, &point, &verdict);
    if (status != OUTCOME_DONE || tree->lp.bound <= closed_cutoff(tree)) {
        close_at(tree, tree->lp.bound);
        return status;
    }
    if (verdict.settled) {
        return verdict.n_reason > 0 ? cut_agreeing(tree, id, &verdict) : split_other(tree, id);
    }
    int n_open = find_open(tree, options->levels.plan_level);
    if (n_open == 0) {
        close_at(tree, tree->lp.bound);
        return status;
    }
    return split_open(tree, id, n_open);
}

/** Splits a solved node whose bound is above the cutoff. */
static Outcome split_solved(ClosedTree *tree, int id) {
    ClosedNode *node = &tree->nodes.items[id];
    if (node->id != NONE) {
        split_record(&tree->records, node->id, node->side, fmax(0, node->bound - tree->lp.bound),
                     node->distance);
    }
    if (!closed_park(&tree->lp)) {
        return OUTCOME_NO_MEMORY;
    }
    fix_by_prices(&tree->lp, closed_cutoff(tree));
    tree->priced = tree->lp.bound;
    tree->lp.bound = fmin(tree->lp.bound, node->bound);
    int n_open = find_open(tree, 0);
    return n_open > 0 ? split_open(tree, id, n_open) : split_rest(tree, id);
}

/** Solves a node and splits it.
 *  @return OUTCOME_DONE also where it was left to its bound */
static Outcome process_node(ClosedTree *tree, int id) {
    double cutoff = closed_cutoff(tree);
    Outcome status = closed_nodes_apply(&tree->nodes, &tree->lp, id);
    if (status == OUTCOME_DONE) {
        status = closed_lp_solve(&tree->lp, cutoff);
    }
    tree->result->nodes++;
    if (status == OUTCOME_DONE && tree->lp.bound > cutoff) {
        status = split_solved(tree, id);
    } else if (status == OUTCOME_DONE || status == OUTCOME_CUT_OFF) {
        close_at(tree, tree->lp.bound);
        status = OUTCOME_DONE;
    } else if (status != OUTCOME_INFEASIBLE) {
        close_at(tree, tree->nodes.items[id].bound);
        tree->result->gave_up |= status == OUTCOME_SOLVER_FAILED;
    }
    closed_nodes_close(&tree->nodes, id);
    return status == OUTCOME_INFEASIBLE || status == OUTCOME_SOLVER_FAILED ? OUTCOME_DONE : status;
}

static bool limit_reached(const ClosedTree *tree) {
    long limit = tree->options->node_limit;
    return clock_expired(tree->options->clock) || (limit > 0 && tree->result->nodes >= limit);
}

/** The node to look at: further down from the last one as long as that is nearly as good as the
 * best, for solutions lie at the bottom; without any solution all the way.
 *  @param best  open */
static int next_node(ClosedTree *tree, int best) {
    int next = tree->next;
    tree->next = NONE;
    if (next == NONE) {
        return best;
    }
    double least = tree->nodes.items[best].bound -
                   PLUNGE * (tree->nodes.items[best].bound - closed_cutoff(tree));
    return tree->nodes.items[next].bound > least ? next : best;
}

static Outcome split_all(ClosedTree *tree) {
    Outcome status = OUTCOME_DONE;
    int best;
    tree->next = NONE;
    while (status == OUTCOME_DONE && (best = closed_nodes_best(&tree->nodes)) != NONE &&
           tree->nodes.items[best].bound > closed_cutoff(tree)) {
        int next = next_node(tree, best);
        status = limit_reached(tree) ? OUTCOME_STOPPED : process_node(tree, next);
        state_closed_bound(tree);
        tree->options->host.on_node(tree->options->host.user, tree->result->bound,
                                    tree->result->nodes);
    }
    return status;
}

static Outcome open_tree(ClosedTree *tree, const LpModel *model, const bool *whole) {
    Outcome status = closed_model_init(&tree->model, model, whole);
    bool *wanted = calloc((size_t)model->n_rows + 1, sizeof *wanted);
    size_t choices = (size_t)(model->n_rows + model->n_columns) + 1;
    tree->open = calloc(choices, sizeof *tree->open);
    if (status != OUTCOME_DONE || wanted == NULL || tree->open == NULL) {
        free(wanted);
        return OUTCOME_NO_MEMORY;
    }
    const Basis *start = tree->options->start;
    for (RowId row = 0; row < model->n_rows; row++) {
        wanted[row] = start->rows[row] != BASIS_BASIC;
    }
    status = closed_lp_init(&tree->lp, &tree->model, tree->options->backend, tree->options->clock,
                            wanted);
    free(wanted);
    return status == OUTCOME_DONE ? closed_lp_start(&tree->lp, start) : status;
}

/** From the root's cuts to its node. */
static Outcome plant(ClosedTree *tree) {
    Outcome status =
        tree->model.empty ? OUTCOME_INFEASIBLE : cut_rounds(&tree->lp, closed_cutoff(tree));
    if (status == OUTCOME_INFEASIBLE || status == OUTCOME_CUT_OFF) {
        close_at(tree, closed_cutoff(tree));
        return OUTCOME_DONE;
    }
    if (status != OUTCOME_DONE) {
        return status;
    }
    Basis basis = {0};
    bool ok = closed_nodes_init(&tree->nodes, &tree->model) &&
              split_records_init(&tree->records, &tree->model) &&
              tree->lp.backend->get_basis(tree->lp.lp, &basis) &&
              closed_nodes_keep(&tree->nodes, &basis) &&
              closed_nodes_add(&tree->nodes, (ClosedNode){.parent = NONE,
                                                          .id = NONE,
                                                          .bound = tree->lp.bound,
                                                          .basis = 0,
                                                          .open = true});
    basis_clear(&basis);
    return outcome_of_memory(ok);
}

Outcome closed_search(const LpModel *model, const bool *whole, const ClosedOptions *options,
                      ClosedResult *result) {
    ClosedTree tree = {.options = options, .result = result, .closed_bound = -HUGE_VAL};
    *result = (ClosedResult){.bound = HUGE_VAL};
    Outcome status = open_tree(&tree, model, whole);
    if (status == OUTCOME_DONE) {
        status = plant(&tree);
        if (status == OUTCOME_DONE) {
            status = split_all(&tree);
        }
        if (status == OUTCOME_DONE || tree.nodes.count > 0) {
            state_closed_bound(&tree);
        }
    }
    result->work = tree.lp.work;
    closed_tree_clear(&tree);
    return status;
}
