/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which links a solution violates, and their rows. */
#include "solver/master/links.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "solver/master/master_state.h"
#include "solver/master/master_view.h"
#include "solver/master/rows.h"
#include "solver/tolerances.h"

/** The linking row of a booking on a train, NONE where there is none. */
static RowId link_row(const Master *master, BookingId booking, TrainId train) {
    for (int link = master->links.newest[booking]; link != NONE;
         link = master->links.items[link].next) {
        if (master->links.items[link].train == train) {
            return master->links.items[link].row;
        }
    }
    return NONE;
}

ColumnId links_column(const Ground *ground, BookingId booking, TrainId train) {
    const Formulation *formulation = ground->formulation;
    CargoId cargo = ground->problem->bookings[booking].cargo;
    ColumnId present = formulation->class_column[train * ground->problem->kase->n_cargo + cargo];
    return present != NONE ? present : formulation->train_column[train];
}

static bool link_keep(Master *master, BookingId booking, TrainId train, RowId row) {
    Links *links = &master->links;
    if (!GROW(links->items, links->count + 1, links->room)) {
        return false;
    }
    links->items[links->count] = (Link){
        booking, train, links_column(&master->ground, booking, train), row, links->newest[booking]};
    links->newest[booking] = links->count++;
    return true;
}

/** Adds the row: boxes of the booking on the train − boxes booked · y ≤ 0. */
static Outcome link_add(Master *master, BookingId booking, TrainId train, int *columns,
                        double *values, RowId *row) {
    int count = 0;
    for (PathId path = master->paths.newest[booking]; path != NONE;
         path = master->paths.items[path].next) {
        /* Paths that are not columns yet get their entry when they are loaded. */
        if (path < master->paths_loaded &&
            paths_uses(&master->paths, master->ground.problem, path, train)) {
            columns[count] = master->first_path + path;
            values[count++] = 1;
        }
    }
    columns[count] = links_column(&master->ground, booking, train);
    values[count++] = -master->ground.problem->bookings[booking].boxes;
    Outcome status = master_rows_add(master, columns, values, count, -HUGE_VAL, 0, row);
    return status == OUTCOME_DONE ? outcome_of_memory(link_keep(master, booking, train, *row))
                                  : status;
}

Outcome links_add(Master *master, BookingId booking, TrainId train, RowId *row) {
    *row = link_row(master, booking, train);
    if (*row != NONE) {
        return OUTCOME_DONE;
    }
    size_t room = (size_t)master->paths.count + 1;
    int *columns = calloc(room, sizeof *columns);
    double *values = calloc(room, sizeof *values);
    Outcome status = outcome_of_memory(columns != NULL && values != NULL);
    if (status == OUTCOME_DONE) {
        status = link_add(master, booking, train, columns, values, row);
    }
    free(columns);
    free(values);
    return status;
}

/** Adds the violated rows of one booking.
 *  @param added  rises by how many */
static Outcome link_booking(Master *master, BookingId id, int *columns, double *values,
                            int *added) {
    const Problem *problem = master->ground.problem;
    for (PathId path = master->paths.newest[id]; path != NONE;
         path = master->paths.items[path].next) {
        const Ride *rides = paths_rides(&master->paths, path);
        for (int i = 0; i < master->paths.items[path].n_rides; i++) {
            master->train_use[problem->legs[rides[i].first].train] += master_path(master, path);
        }
    }
    for (PathId path = master->paths.newest[id]; path != NONE;
         path = master->paths.items[path].next) {
        const Ride *rides = paths_rides(&master->paths, path);
        for (int i = 0; i < master->paths.items[path].n_rides; i++) {
            TrainId train = problem->legs[rides[i].first].train;
            double use = master->train_use[train];
            ColumnId column = links_column(&master->ground, id, train);
            bool certain = problem->trains[train].fixed && column < problem->n_trains;
            double most = problem->bookings[id].boxes * master->primal[column];
            master->train_use[train] = 0;
            if (use > most + LINK_VIOLATED && !certain && link_row(master, id, train) == NONE) {
                RowId row;
                Outcome status = link_add(master, id, train, columns, values, &row);
                if (status != OUTCOME_DONE) {
                    return status;
                }
                (*added)++;
            }
        }
    }
    return OUTCOME_DONE;
}

Outcome links_add_violated(Master *master, int *added) {
    size_t room = (size_t)master->paths.count + 1;
    int *columns = calloc(room, sizeof *columns);
    double *values = calloc(room, sizeof *values);
    Outcome status = outcome_of_memory(columns != NULL && values != NULL);
    *added = 0;
    for (BookingId id = 0; id < master->ground.problem->n_bookings && status == OUTCOME_DONE;
         id++) {
        status = link_booking(master, id, columns, values, added);
    }
    free(columns);
    free(values);
    return status;
}
