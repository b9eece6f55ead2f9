/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Splits of trains and counts of them are taken over; what was split by boxes is one leaf. */
#include "solver/search/start_tree.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "base/whole_number.h"
#include "solver/master/branch_bounds.h"
#include "solver/master/columns.h"
#include "solver/master/master_view.h"

/* ---- from a start ---- */

/** What becomes of a start's node. */
typedef struct {
    int host; /**< the node that it counts for: itself, or one above whose split is gone; NONE where
                 no plan is in it */
    int id;   /**< in the tree; of hosts */
    const unsigned char *basis; /**< of hosts that are leaves: its own, or one of a node below */
} Taken;

static bool is_leaf(const StartNode *node) {
    return node->split == START_LEAF || node->index == NONE;
}

/** True where the problem leaves no plan in this part. */
static bool is_void(const Master *master, const StartNode *parent, bool up) {
    double lower, upper;
    if (parent->split != START_TRAIN) {
        return false;
    }
    master_root_bounds(master, parent->index, &lower, &upper);
    return up ? upper < 0.5 : lower > 0.5;
}

static void take_nodes(const Start *start, const Master *master, Taken *taken) {
    for (int i = 0; i < start->n_nodes; i++) {
        const StartNode *node = &start->nodes[i];
        const int above = node->parent == NONE ? NONE : taken[node->parent].host;
        if (node->parent != NONE && above == NONE) {
            taken[i].host = NONE;
        } else if (above != NONE && is_leaf(&start->nodes[above])) {
            taken[i].host = above;
        } else {
            taken[i].host =
                above != NONE && is_void(master, &start->nodes[above], node->up) ? NONE : i;
        }
        const int host = taken[i].host;
        if (host != NONE && taken[host].basis == NULL) {
            taken[host].basis = node->basis;
        }
    }
}

static Branch branch_of(const StartNode *parent, bool up) {
    if (parent->split == START_TRAIN) {
        return (Branch){BRANCH_TRAIN, parent->index, up ? 1 : 0, up ? 1 : 0};
    }
    return up ? (Branch){BRANCH_SET, parent->index, parent->most + 1, HUGE_VAL}
              : (Branch){BRANCH_SET, parent->index, -HUGE_VAL, parent->most};
}

/** Adds one node, with its basis where it is a leaf. */
static bool add_taken(Nodes *nodes, const StartPlaces *places, const Master *master, Taken *taken,
                      int i, double bound) {
    const StartNode *node = &places->start->nodes[i];
    Node made = {NONE, {BRANCH_NONE, 0, 0, 0}, bound, NONE, is_leaf(node)};
    if (node->parent != NONE) {
        made.parent = taken[node->parent].id;
        made.branch = branch_of(&places->start->nodes[node->parent], node->up);
    }
    if (made.open && taken[i].basis != NULL) {
        Basis basis = {0};
        if (!start_basis_make(places, master, taken[i].basis, &basis)) {
            return false;
        }
        if (!nodes_take_basis(nodes, &basis)) {
            basis_clear(&basis);
            return false;
        }
        made.basis = nodes->n_bases - 1;
    }
    taken[i].id = nodes->count;
    return nodes_add(nodes, made);
}

bool start_tree_begin(Nodes *nodes, const StartPlaces *places, const Master *master, double bound) {
    const Start *start = places->start;
    Taken *taken = calloc((size_t)start->n_nodes + 1, sizeof *taken);
    bool ok = taken != NULL;
    if (ok) {
        take_nodes(start, master, taken);
    }
    for (int i = 0; i < start->n_nodes && ok; i++) {
        ok = taken[i].host != i || add_taken(nodes, places, master, taken, i, bound);
    }
    free(taken);
    return ok;
}

/* ---- to a start ---- */

/** The two children that split a node whole; NONE where there are no such two. */
typedef struct {
    int down, up;
} Parts;

/** True where the two branches leave nothing out: so many trains, or more. */
static bool is_split(const Branch *down, const Branch *up) {
    const bool trains = down->kind == BRANCH_TRAIN || down->kind == BRANCH_SET;
    return trains && up->kind == down->kind && up->index == down->index && isfinite(down->upper) &&
           up->lower == down->upper + 1;
}

/** Finds the parts of each node. */
static void find_parts(const Nodes *nodes, Parts *parts) {
    for (int id = 0; id < nodes->count; id++) {
        parts[id] = (Parts){NONE, NONE};
    }
    for (int id = 1; id + 1 < nodes->count; id++) {
        const Node *down = &nodes->items[id], *up = &nodes->items[id + 1];
        if (down->parent != NONE && down->parent == up->parent &&
            is_split(&down->branch, &up->branch)) {
            parts[down->parent] = (Parts){id, id + 1};
        }
    }
}

enum {
    /** Nodes that are noted at most, and bytes of bases kept. A larger tree is noted as far as that
     * goes: what is below is one leaf. */
    NODES_NOTED_MAX = 500,
    ENDS_BYTES_MAX = 32 * 1024 * 1024
};

bool tree_ends_keep(TreeEnds *ends, int id, const Master *master) {
    if (ends->bytes > ENDS_BYTES_MAX) {
        return true;
    }
    if (!GROW(ends->items, id + 1, ends->room)) {
        return false;
    }
    while (ends->count <= id) {
        ends->items[ends->count++] = (Basis){0};
    }
    Basis *basis = &ends->items[id];
    const bool kept = master_get_basis(master, basis);
    ends->bytes += (size_t)basis->n_rows + (size_t)basis->n_columns;
    return kept;
}

void tree_ends_clear(TreeEnds *ends) {
    for (int i = 0; i < ends->count; i++) {
        basis_clear(&ends->items[i]);
    }
    free(ends->items);
    *ends = (TreeEnds){0};
}

/** The basis to begin a leaf with: that which its solve ended with, or its parent's where it was
 * not looked at. NULL where there is none. */
static const Basis *basis_of(const Nodes *nodes, const TreeEnds *ends, int id) {
    const Node *node = &nodes->items[id];
    if (id < ends->count && ends->items[id].rows != NULL) {
        return &ends->items[id];
    }
    return node->open && node->basis != NONE ? &nodes->bases[node->basis].basis : NULL;
}

/** A tree on its way into a start. */
typedef struct {
    Start *start;
    const Nodes *nodes;
    const Master *master;
    const TreeEnds *ends;
    Parts *parts; /**< per node of the tree */
    int *order;   /**< nodes of the tree, as they come to stand in the start */
    int count;    /**< of them */
} Noting;

/** Notes a node; its parts come later. */
static bool note_node(Noting *noting, int id, StartNode node) {
    const Parts *parts = &noting->parts[id];
    const Basis *end = basis_of(noting->nodes, noting->ends, id);
    if (parts->down != NONE && noting->count + 2 <= NODES_NOTED_MAX) {
        const Branch *down = &noting->nodes->items[parts->down].branch;
        node.split = down->kind == BRANCH_TRAIN ? START_TRAIN : START_SET;
        node.index = down->index;
        node.most = whole_number(down->upper);
        noting->order[noting->count++] = parts->down;
        noting->order[noting->count++] = parts->up;
    } else if (end != NULL) {
        node.basis = start_note_basis(noting->start, noting->master, end);
        if (node.basis == NULL) {
            return false;
        }
    }
    noting->start->nodes[noting->start->n_nodes++] = node;
    return true;
}

/** Notes all nodes, each before its parts: these are the next two in the order that have no parent
 * yet. */
static bool note_nodes(Noting *noting) {
    noting->order[noting->count++] = 0;
    bool ok = note_node(noting, 0, (StartNode){.parent = NONE, .index = NONE});
    int next = 1;
    for (int i = 0; i < noting->start->n_nodes && ok; i++) {
        for (int up = 0; up < 2 && ok && noting->start->nodes[i].split != START_LEAF; up++) {
            ok = note_node(noting, noting->order[next++],
                           (StartNode){.parent = i, .up = up == 1, .index = NONE});
        }
    }
    return ok;
}

bool start_tree_note(Start *start, const Nodes *nodes, const Master *master, const TreeEnds *ends) {
    const size_t room = (size_t)nodes->count + 1;
    Noting noting = {.start = start,
                     .nodes = nodes,
                     .master = master,
                     .ends = ends,
                     .parts = calloc(room, sizeof *noting.parts),
                     .order = calloc(room, sizeof *noting.order)};
    start->nodes = calloc(room, sizeof *start->nodes);
    bool ok = noting.parts != NULL && noting.order != NULL && start->nodes != NULL &&
              start_note_master(start, master);
    if (ok) {
        find_parts(nodes, noting.parts);
        ok = note_nodes(&noting);
    }
    free(noting.parts);
    free(noting.order);
    return ok;
}
