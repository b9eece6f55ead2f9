/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the nodes of the tree, and sets the master's bounds to those of one. */
#include "solver/search/nodes.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "solver/master/branch_bounds.h"
#include "solver/master/columns.h"
#include "solver/master/master_view.h"
#include "solver/master/shares.h"

void nodes_clear(Nodes *nodes) {
    for (int i = 0; i < nodes->n_bases; i++) {
        basis_clear(&nodes->bases[i].basis);
    }
    free(nodes->bases);
    free(nodes->items);
    free(nodes->lower);
    free(nodes->upper);
}

bool nodes_add(Nodes *nodes, Node node) {
    if (!GROW(nodes->items, nodes->count + 1, nodes->room)) {
        return false;
    }
    nodes->items[nodes->count++] = node;
    if (node.basis != NONE && node.open) {
        nodes->bases[node.basis].users++;
    }
    return true;
}

bool nodes_keep_basis(Nodes *nodes, const Master *master) {
    if (!GROW(nodes->bases, nodes->n_bases + 1, nodes->room_bases)) {
        return false;
    }
    nodes->bases[nodes->n_bases] = (SharedBasis){0};
    if (!master_get_basis(master, &nodes->bases[nodes->n_bases].basis)) {
        return false;
    }
    nodes->n_bases++;
    return true;
}

bool nodes_take_basis(Nodes *nodes, Basis *basis) {
    if (!GROW(nodes->bases, nodes->n_bases + 1, nodes->room_bases)) {
        return false;
    }
    nodes->bases[nodes->n_bases++] = (SharedBasis){.basis = *basis};
    return true;
}

int nodes_best_open(const Nodes *nodes) {
    int best = NONE;
    for (int id = 0; id < nodes->count; id++) {
        if (nodes->items[id].open &&
            (best == NONE || nodes->items[id].bound >= nodes->items[best].bound)) {
            best = id;
        }
    }
    return best;
}

void nodes_close(Nodes *nodes, int id) {
    Node *node = &nodes->items[id];
    node->open = false;
    if (node->basis != NONE && --nodes->bases[node->basis].users == 0) {
        basis_clear(&nodes->bases[node->basis].basis);
    }
}

/* ---- bounds of columns ---- */

/** Room for the bounds of all that can be branched on by now. */
static bool reserve_bounds(Nodes *nodes, const Master *master) {
    const Problem *problem = master_ground(master)->problem;
    int count = problem->n_trains + master_sets(master)->count + problem->n_bookings +
                master_shares(master)->count;
    if (count <= nodes->room_bounds) {
        return true;
    }
    int room = grow_room(count, nodes->room_bounds);
    bool grown = RESIZE(nodes->lower, room) && RESIZE(nodes->upper, room);
    nodes->room_bounds = grown ? room : nodes->room_bounds;
    return grown;
}

/** Where the bounds that a branch changes stand in the scratch arrays. */
static int bounds_place(const Master *master, const Branch *branch) {
    const Problem *problem = master_ground(master)->problem;
    int n_trains = problem->n_trains, n_sets = master_sets(master)->count;
    switch (branch->kind) {
    case BRANCH_SET:
        return n_trains + branch->index;
    case BRANCH_BOOKING:
        return n_trains + n_sets + branch->index;
    case BRANCH_SHARE:
        return n_trains + n_sets + problem->n_bookings + branch->index;
    default:
        return branch->index;
    }
}

static void root_bounds(Nodes *nodes, const Master *master) {
    const Problem *problem = master_ground(master)->problem;
    const Formulation *formulation = master_ground(master)->formulation;
    double *lower = nodes->lower, *upper = nodes->upper;
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

/** The root's bounds, tightened along the way to the node. */
static void node_bounds(Nodes *nodes, const Master *master, int id) {
    root_bounds(nodes, master);
    for (; id != NONE; id = nodes->items[id].parent) {
        const Branch *branch = &nodes->items[id].branch;
        if (branch->kind != BRANCH_NONE) {
            int place = bounds_place(master, branch);
            nodes->lower[place] = fmax(nodes->lower[place], branch->lower);
            nodes->upper[place] = fmin(nodes->upper[place], branch->upper);
        }
    }
}

bool nodes_apply(Nodes *nodes, Master *master, int id) {
    if (!reserve_bounds(nodes, master)) {
        return false;
    }
    node_bounds(nodes, master, id);
    const Problem *problem = master_ground(master)->problem;
    const double *lower = nodes->lower, *upper = nodes->upper;
    for (TrainId train = 0; train < problem->n_trains; train++) {
        master_bound_train(master, train, *lower++, *upper++);
    }
    for (int set = 0; set < master_sets(master)->count; set++) {
        master_bound_set(master, set, *lower++, *upper++);
    }
    for (BookingId booking = 0; booking < problem->n_bookings; booking++) {
        master_bound_booking(master, booking, *lower++, *upper++);
    }
    for (int share = 0; share < master_shares(master)->count; share++) {
        master_bound_share(master, share, *lower++, *upper++);
    }
    if (nodes->items[id].basis != NONE) {
        master_set_basis(master, &nodes->bases[nodes->items[id].basis].basis);
    }
    return true;
}
