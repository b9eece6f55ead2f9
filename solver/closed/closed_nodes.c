/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the nodes, and sets an LP's bounds to those of one. */
#include "solver/closed/closed_nodes.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "model/problem/problem.h"
#include "solver/closed/closed_park.h"

bool closed_nodes_init(ClosedNodes *nodes, const ClosedModel *model) {
    size_t rows = (size_t)model->n_model_rows + 1;
    *nodes = (ClosedNodes){.row_lower = calloc(rows, sizeof(double)),
                           .row_upper = calloc(rows, sizeof(double))};
    if (nodes->row_lower == NULL || nodes->row_upper == NULL) {
        return false;
    }
    for (RowId row = 0; row < model->n_model_rows; row++) {
        nodes->row_lower[row] = model->rows[row].lower;
        nodes->row_upper[row] = model->rows[row].upper;
    }
    return true;
}

void closed_nodes_clear(ClosedNodes *nodes) {
    for (int i = 0; i < nodes->n_bases; i++) {
        basis_clear(&nodes->bases[i].basis);
    }
    free(nodes->items);
    free(nodes->bases);
    free(nodes->row_lower);
    free(nodes->row_upper);
}

bool closed_nodes_add(ClosedNodes *nodes, ClosedNode node) {
    if (!GROW(nodes->items, nodes->count + 1, nodes->room)) {
        return false;
    }
    nodes->items[nodes->count++] = node;
    if (node.basis != NONE) {
        nodes->bases[node.basis].users++;
    }
    return true;
}

bool closed_nodes_keep(ClosedNodes *nodes, Basis *basis) {
    if (!GROW(nodes->bases, nodes->n_bases + 1, nodes->room_bases)) {
        return false;
    }
    nodes->bases[nodes->n_bases++] = (NodeBasis){.basis = *basis};
    *basis = (Basis){0};
    return true;
}

int closed_nodes_best(const ClosedNodes *nodes) {
    int best = NONE;
    for (int id = 0; id < nodes->count; id++) {
        if (nodes->items[id].open &&
            (best == NONE || nodes->items[id].bound >= nodes->items[best].bound)) {
            best = id;
        }
    }
    return best;
}

/** The root's bounds of columns and rows. */
static Outcome apply_root(const ClosedNodes *nodes, ClosedLp *lp) {
    const ClosedModel *model = lp->model;
    Outcome status = OUTCOME_DONE;
    for (ColumnId column = 0; column < model->n_columns; column++) {
        closed_lp_bound_column(lp, column, model->lower[column], model->upper[column]);
    }
    for (RowId row = 0; row < model->n_model_rows && status == OUTCOME_DONE; row++) {
        status = closed_lp_bound_row(lp, row, nodes->row_lower[row], nodes->row_upper[row]);
    }
    return status;
}

Outcome closed_nodes_apply(const ClosedNodes *nodes, ClosedLp *lp, int id) {
    Outcome status = apply_root(nodes, lp);
    for (int at = id; at != NONE && status == OUTCOME_DONE; at = nodes->items[at].parent) {
        const ClosedNode *node = &nodes->items[at];
        if (node->id != NONE) {
            double lower, upper;
            choice_bounds(lp, node->id, &lower, &upper);
            status = choice_bound(lp, node->id, fmax(lower, node->lower), fmin(upper, node->upper));
        }
    }
    if (status == OUTCOME_DONE && nodes->items[id].basis != NONE) {
        const Basis *basis = &nodes->bases[nodes->items[id].basis].basis;
        closed_park_by(lp, basis);
        lp->backend->set_basis(lp->lp, basis);
    }
    return status;
}

void closed_nodes_close(ClosedNodes *nodes, int id) {
    ClosedNode *node = &nodes->items[id];
    node->open = false;
    if (node->basis != NONE && --nodes->bases[node->basis].users == 0) {
        basis_clear(&nodes->bases[node->basis].basis);
    }
}
