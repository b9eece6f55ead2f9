/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and columns of a start's bases stand in the order: formulation, paths, sets, links. */
#include "solver/master/start_basis.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "solver/lp/basis_mend.h"
#include "solver/master/columns.h"
#include "solver/master/links.h"
#include "solver/master/master_state.h"
#include "solver/master/rows.h"

/* ---- a start in a master ---- */

/** Marks the rows that a basis leans on. */
static void want_rows(const unsigned char *status, int n_rows, bool *wanted) {
    for (RowId row = 0; row < n_rows && status != NULL; row++) {
        wanted[row] |= status[row] != BASIS_BASIC;
    }
}

Outcome start_rows_add(const Start *start, Master *master) {
    bool *wanted = calloc((size_t)start->n_rows + 1, sizeof *wanted);
    if (wanted == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    want_rows(start->relaxed, start->n_rows, wanted);
    for (int i = 0; i < start->n_nodes; i++) {
        want_rows(start->nodes[i].basis, start->n_rows, wanted);
    }
    const Outcome status = master_rows_add_wanted(master, wanted);
    free(wanted);
    return status;
}

Outcome start_places_init(StartPlaces *places, const Start *start, Master *master) {
    *places = (StartPlaces){.start = start,
                            .path = calloc((size_t)start->n_paths + 1, sizeof *places->path),
                            .link = calloc((size_t)start->n_links + 1, sizeof *places->link)};
    bool ok = places->path != NULL && places->link != NULL;
    for (int i = 0; i < start->n_paths && ok; i++) {
        const StartPath *path = &start->paths[i];
        PathPlace place;
        ok = master_add_path(master, path->booking, &start->rides[path->first_ride], path->n_rides,
                             &place);
        places->path[i] = place.id;
    }
    for (int i = 0; i < start->n_links && ok; i++) {
        places->link[i] = NONE;
    }
    return ok ? master_load_paths(master) : OUTCOME_NO_MEMORY;
}

void start_places_clear(StartPlaces *places) {
    free(places->path);
    free(places->link);
    *places = (StartPlaces){0};
}

Outcome start_places_link(StartPlaces *places, Master *master) {
    const Start *start = places->start;
    Outcome status = OUTCOME_DONE;
    for (int i = 0; i < start->n_links && status == OUTCOME_DONE; i++) {
        status =
            links_add(master, start->links[i].booking, start->links[i].train, &places->link[i]);
    }
    return status;
}

/** The columns that are basic, with the rows of the LP that each has entries in. */
typedef struct {
    int *start, *index;
    ColumnId *ids;
    int count, n_entries, room;
} Basics;

static bool basics_entry(Basics *basics, int lp_row) {
    if (lp_row == NONE) {
        return true;
    }
    if (!GROW(basics->index, basics->n_entries + 1, basics->room)) {
        return false;
    }
    basics->index[basics->n_entries++] = lp_row;
    return true;
}

static void basics_end(Basics *basics, ColumnId column) {
    basics->ids[basics->count++] = column;
    basics->start[basics->count] = basics->n_entries;
}

/** Rows beside the formulation's that a train's or a class's column stands in. */
static bool collect_added_rows(const Master *master, Basics *basics, ColumnId column) {
    bool ok = true;
    for (int i = 0; i < master->sets.count && ok; i++) {
        const TrainSet *set = &master->sets.items[i];
        for (int j = 0; j < set->count && ok; j++) {
            const TrainId train = master->sets.trains[set->first + j];
            if (master->ground.formulation->train_column[train] == column) {
                ok = basics_entry(basics, master->lp_row[set->row]);
            }
        }
    }
    for (int i = 0; i < master->links.count && ok; i++) {
        const Link *link = &master->links.items[i];
        ok = link->column != column || basics_entry(basics, master->lp_row[link->row]);
    }
    return ok;
}

/** Columns of the formulation; its entries may stand in any order. */
static bool collect_formulation(const Master *master, const Basis *basis, Basics *basics) {
    const LpModel *lp = &master->ground.formulation->lp;
    int *first = calloc((size_t)lp->n_columns + 2, sizeof *first);
    int *order = calloc((size_t)lp->n_entries + 1, sizeof *order);
    bool ok = first != NULL && order != NULL;
    for (int i = 0; i < lp->n_entries && ok; i++) {
        first[lp->entries[i].column + 2]++;
    }
    for (int i = 1; i <= lp->n_columns && ok; i++) {
        first[i + 1] += first[i];
    }
    for (int i = 0; i < lp->n_entries && ok; i++) {
        order[first[lp->entries[i].column + 1]++] = lp->entries[i].row;
    }
    for (ColumnId column = 0; column < lp->n_columns && ok; column++) {
        if (basis->columns[column] == BASIS_BASIC) {
            for (int i = first[column]; i < first[column + 1] && ok; i++) {
                ok = basics_entry(basics, master->lp_row[order[i]]);
            }
            ok = ok && collect_added_rows(master, basics, column);
            basics_end(basics, column);
        }
    }
    free(first);
    free(order);
    return ok;
}

static bool collect_path(const Master *master, PathId id, CargoColumn *column, Basics *basics) {
    const BookingId booking = master->paths.items[id].booking;
    bool ok = ground_path_column(&master->ground, id, column);
    for (int i = 0; i < column->count && ok; i++) {
        ok = basics_entry(basics, master->lp_row[column->rows[i]]);
    }
    for (int i = master->links.newest[booking]; i != NONE && ok; i = master->links.items[i].next) {
        const Link *link = &master->links.items[i];
        ok = !paths_uses(&master->paths, master->ground.problem, id, link->train) ||
             basics_entry(basics, master->lp_row[link->row]);
    }
    return ok;
}

static bool collect_paths(const Master *master, const Basis *basis, Basics *basics) {
    CargoColumn column = {0};
    bool ok = true;
    for (PathId id = 0; id < master->paths_loaded && ok; id++) {
        if (basis->columns[master->first_path + id] == BASIS_BASIC) {
            ok = collect_path(master, id, &column, basics);
            basics_end(basics, master->first_path + id);
        }
    }
    cargo_column_free(&column);
    return ok;
}

/** Gives each row one that is basic. */
static bool mend(const Master *master, Basis *basis) {
    const size_t room = (size_t)basis->n_columns + 2;
    Basics basics = {.start = calloc(room, sizeof(int)), .ids = calloc(room, sizeof(ColumnId))};
    bool ok = basics.start != NULL && basics.ids != NULL &&
              collect_formulation(master, basis, &basics) && collect_paths(master, basis, &basics);
    const SparseVectors vectors = {basics.count, basics.start, basics.index, NULL};
    ok = ok && basis_mend(basis, &vectors, basics.ids);
    free(basics.start);
    free(basics.index);
    free(basics.ids);
    return ok;
}

static int count_basic(const Basis *basis) {
    int count = 0;
    for (int i = 0; i < basis->n_rows; i++) {
        count += basis->rows[i] == BASIS_BASIC;
    }
    for (int i = 0; i < basis->n_columns; i++) {
        count += basis->columns[i] == BASIS_BASIC;
    }
    return count;
}

/** Copies statuses to their places in the LP; rows that are not in it have none. */
static void place_statuses(const StartPlaces *places, const Master *master,
                           const unsigned char *status, Basis *basis) {
    const Start *start = places->start;
    for (RowId row = 0; row < start->n_rows; row++, status++) {
        if (master->lp_row[row] != NONE) {
            basis->rows[master->lp_row[row]] = *status;
        }
    }
    memcpy(basis->columns, status, (size_t)start->n_columns);
    status += start->n_columns;
    for (int i = 0; i < start->n_paths; i++) {
        basis->columns[master->first_path + places->path[i]] = *status++;
    }
    for (int i = 0; i < start->n_sets; i++) {
        basis->rows[master->lp_row[master->sets.items[i].row]] = *status++;
    }
    for (int i = 0; i < start->n_links; i++, status++) {
        if (places->link[i] != NONE) {
            basis->rows[master->lp_row[places->link[i]]] = *status;
        }
    }
}

bool start_basis_make(const StartPlaces *places, const Master *master, const unsigned char *status,
                      Basis *basis) {
    if (!basis_size(basis, master->n_lp_rows, master->n_columns)) {
        return false;
    }
    memset(basis->rows, BASIS_BASIC, (size_t)basis->n_rows);
    memset(basis->columns, BASIS_LOWER, (size_t)basis->n_columns);
    for (int i = 0; i < master->n_artificials; i++) {
        basis->columns[master->first_artificial + i] = BASIS_FIXED;
    }
    place_statuses(places, master, status, basis);
    return count_basic(basis) == basis->n_rows || mend(master, basis);
}

/* ---- a master as a start ---- */

bool start_note_master(Start *start, const Master *master) {
    const Paths *paths = &master->paths;
    start->n_rows = master->ground.formulation->lp.n_rows;
    start->n_columns = master->ground.formulation->lp.n_columns;
    start->n_sets = master->sets.count;
    start->paths = calloc((size_t)paths->count + 1, sizeof *start->paths);
    start->rides = calloc((size_t)paths->n_rides + 1, sizeof *start->rides);
    start->links = calloc((size_t)master->links.count + 1, sizeof *start->links);
    if (start->paths == NULL || start->rides == NULL || start->links == NULL) {
        return false;
    }
    start->n_paths = paths->count;
    start->n_rides = paths->n_rides;
    start->n_links = master->links.count;
    for (PathId id = 0; id < paths->count; id++) {
        const Path *path = &paths->items[id];
        start->paths[id] = (StartPath){path->booking, path->first_ride, path->n_rides, 0};
    }
    copy_items(start->rides, paths->rides, (size_t)paths->n_rides * sizeof *start->rides);
    for (int i = 0; i < master->links.count; i++) {
        start->links[i] = (StartLink){master->links.items[i].booking, master->links.items[i].train};
    }
    return true;
}

/** Status of a row that the master has now, in a basis from before: basic where it was not there.
 */
static unsigned char row_status(const Master *master, const Basis *basis, RowId row) {
    const int lp_row = master->lp_row[row];
    return lp_row == NONE || lp_row >= basis->n_rows ? BASIS_BASIC : basis->rows[lp_row];
}

unsigned char *start_note_basis(const Start *start, const Master *master, const Basis *basis) {
    unsigned char *status = malloc((size_t)start_basis_size(start) + 1);
    unsigned char *at = status;
    if (status == NULL) {
        return NULL;
    }
    for (RowId row = 0; row < start->n_rows; row++) {
        *at++ = row_status(master, basis, row);
    }
    memcpy(at, basis->columns, (size_t)start->n_columns);
    at += start->n_columns;
    for (int i = 0; i < start->n_paths; i++) {
        const int column = master->first_path + i;
        *at++ = column >= basis->n_columns ? BASIS_LOWER : basis->columns[column];
    }
    for (int i = 0; i < start->n_sets; i++) {
        *at++ = row_status(master, basis, master->sets.items[i].row);
    }
    for (int i = 0; i < start->n_links; i++) {
        *at++ = row_status(master, basis, master->links.items[i].row);
    }
    return status;
}
