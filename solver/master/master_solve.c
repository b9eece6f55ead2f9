/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Column generation: solve, price, strengthen, until nothing is left to add. */
#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "solver/master/rows.h"
#include "solver/plans/whole_plan.h"

/** A column has to promise so much per box, relative to what boxes earn, to be worth a round. */
static const double PRICE_TOLERANCE = 1e-9;

/** Artificial boxes (or TEU) that count as none. */
static const double FEASIBLE_TOLERANCE = 1e-7;

/** A linking row is added where it is violated by so many boxes. */
static const double LINK_TOLERANCE = 1e-4;

/** What one round of pricing found. */
typedef struct {
    int added;
    double
        gain; /**< Σ boxes · reduced cost: what the bound may lie above the LP over known columns */
    bool no_memory;
    bool stopped; /**< by the clock: not all was found, but the gain holds */
} Round;

/* ---- room and duals ---- */

static bool make_room(Master *master) {
    if (master->n_columns > master->room_primal) {
        int room = 2 * master->n_columns;
        double *primal = realloc(master->primal, (size_t)room * sizeof *primal);
        if (primal == NULL) {
            return false;
        }
        master->primal = primal;
        master->room_primal = room;
    }
    return true;
}

static bool fetch_solution(Master *master) {
    if (!make_room(master)) {
        return false;
    }
    master->backend->primal(master->lp, master->primal);
    master->paths_solved = master->paths_loaded;
    return master_rows_fetch_duals(master);
}

/* ---- pricing ---- */

/** What a box's promise is measured by: what it earns; for empties what boxes earn at most; where
 * something else than money is maximised, a box's usual part in that. */
static double scale_of(const Master *master, BookingId flow, bool farkas) {
    const Problem *problem = master->problem;
    double worth = 0;
    if (farkas) {
        return 1;
    }
    if (master->formulation->aim_row != NONE) {
        return master->formulation->box_scale;
    }
    if (!problem->bookings[flow].empty) {
        return 1 + fabs(formulation_box_worth(&problem->bookings[flow]));
    }
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        worth = fmax(worth, fabs(formulation_box_worth(&problem->bookings[id])));
    }
    return 1 + worth;
}

void master_price_booking(Master *master, BookingId booking) {
    for (int link = master->links.newest[booking]; link != NONE;
         link = master->links.items[link].next) {
        double price = master->dual[master->links.items[link].row];
        if (price > 0) {
            pricing_link(master->pricing, master->links.items[link].train, price);
        }
    }
    master_price_shares(master, booking);
}

/** Columns a round may bring altogether: many bookings bring one each, a few bring several, so that
 * rounds are few. */
enum { ROUND_COLUMNS = 2000 };

/** Where the itineraries of a booking go. */
typedef struct {
    Master *master;
    BookingId booking;
    Round *round;
} Taker;

static void take(void *user, const PricedItinerary *itinerary) {
    Taker *taker = user;
    PathPlace place;
    if (master_add_path(taker->master, taker->booking, itinerary->rides, itinerary->n_rides,
                        &place)) {
        taker->round->added += place.added;
    } else {
        taker->round->no_memory = true;
    }
}

/** What an active path would change the objective by, per box, the prices of the booking's links
 * and shares included. */
static double reduced_cost(const Master *master, PathId id, const CargoColumn *column,
                           bool farkas) {
    BookingId booking = master->paths.items[id].booking;
    double reduced = cargo_column_reduced(column, master->dual) - (farkas ? column->objective : 0);
    for (int link = master->links.newest[booking]; link != NONE;
         link = master->links.items[link].next) {
        if (paths_uses(&master->paths, master->problem, id, master->links.items[link].train)) {
            reduced -= fmax(0, master->dual[master->links.items[link].row]);
        }
    }
    for (int share = master->shares.newest[booking]; share != NONE;
         share = master->shares.items[share].next) {
        reduced -=
            paths_count_run(&master->paths, master->problem, id, master->shares.items[share].run) *
            master->dual[master->shares.items[share].row];
    }
    return reduced;
}

static bool path_closed(const Master *master, PathId id) {
    const Ride *rides = paths_rides(&master->paths, id);
    for (int i = 0; i < master->paths.items[id].n_rides; i++) {
        if (master->train_upper[master->problem->legs[rides[i].first].train] < 0.5) {
            return true;
        }
    }
    return false;
}

/** Ways that an earlier plan promised earn more than the labels know: the price of their rows. They
 * are in the pool, but may be parked.
 *  @return the best reduced cost among them, 0 where none is above */
static double price_promises(Master *master, BookingId id, bool farkas, double least,
                             Round *round) {
    const Problem *problem = master->problem;
    DemandId demand = problem->bookings[id].demand;
    double best = 0;
    if (problem->promise_start == NULL || demand == NONE) {
        return 0;
    }
    for (int i = problem->promise_start[demand]; i < problem->promise_start[demand + 1]; i++) {
        const ItineraryPromise *promise = &problem->itinerary_promises[problem->promises[i]];
        const Ride *rides = &problem->promise_rides[promise->first_ride];
        PathPlace place;
        if (promise->n_rides == 0) {
            continue;
        }
        bool known = paths_add(&master->paths, id, rides, promise->n_rides, &place);
        const CargoColumn *column = known ? whole_plan_column(master, place.id) : NULL;
        if (column == NULL) {
            round->no_memory = true;
            return best;
        }
        double reduced = reduced_cost(master, place.id, column, farkas);
        if (reduced > least && !path_closed(master, place.id)) {
            best = fmax(best, reduced);
            round->no_memory |= !master_add_path(master, id, rides, promise->n_rides, &place);
            round->added += place.added;
        }
    }
    return best;
}

/** Trains fixed not to run carry nothing: no column needs to be made for them. */
static void close_trains(Master *master) {
    for (TrainId id = 0; id < master->problem->n_trains; id++) {
        pricing_close_train(master->pricing, id, master->train_upper[id] < 0.5);
    }
}

static Round price_all(Master *master, bool farkas) {
    const Problem *problem = master->problem;
    Round round = {0};
    int most = 1 + ROUND_COLUMNS / (problem->n_flows + 1);
    close_trains(master);
    pricing_set_prices(master->pricing, master->dual, farkas);
    for (BookingId id = 0; id < problem->n_flows; id++) {
        const Booking *booking = &problem->bookings[id];
        double own = booking->empty ? 0 : master->dual[master->formulation->demand_row[id]];
        double least = own + PRICE_TOLERANCE * scale_of(master, id, farkas);
        Taker taker = {master, id, &round};
        master_price_booking(master, id);
        double best = pricing_good(master->pricing, id, least, most, take, &taker);
        pricing_unlink(master->pricing);
        best = fmax(best, own + price_promises(master, id, farkas, least - own, &round));
        round.gain += booking->boxes * (best - own);
    }
    round.stopped = pricing_stopped(master->pricing);
    master->rounds++;
    if (master->on_round != NULL) {
        master->on_round(master->user);
    }
    return round;
}

/* ---- the bound ---- */

/** Σ over rows of dual times the bound it prices. */
static double row_part(const Master *master) {
    double sum = 0;
    for (RowId row = 0; row < master->n_rows; row++) {
        double dual = master->dual[row];
        if (dual != 0) {
            sum += dual * (dual > 0 ? master->row_upper[row] : master->row_lower[row]);
        }
    }
    return sum;
}

/** Reduced costs of the formulation's columns, set and linking rows included. */
static void reduce_columns(Master *master, bool farkas) {
    const LpModel *lp = &master->formulation->lp;
    double *reduced = master->column_dual;
    for (ColumnId column = 0; column < lp->n_columns; column++) {
        reduced[column] = farkas ? 0 : lp->columns[column].objective;
    }
    for (int i = 0; i < lp->n_entries; i++) {
        reduced[lp->entries[i].column] -= lp->entries[i].value * master->dual[lp->entries[i].row];
    }
    for (LegId leg = 0; leg < master->problem->n_base_legs; leg++) {
        TrainId train = master->problem->legs[leg].train;
        reduced[master->formulation->train_column[train]] -=
            master->capacity_cut[leg] * master->dual[master->formulation->teu_row[leg]];
    }
    for (int i = 0; i < master->sets.count; i++) {
        for (int j = 0; j < master->sets.items[i].count; j++) {
            TrainId train = master->sets.trains[master->sets.items[i].first + j];
            reduced[master->formulation->train_column[train]] -=
                master->dual[master->sets.items[i].row];
        }
    }
    for (int i = 0; i < master->links.count; i++) {
        const Link *link = &master->links.items[i];
        reduced[link->column] +=
            master->problem->bookings[link->booking].boxes * master->dual[link->row];
    }
}

/** Lagrangian bound of the duals at hand: valid whatever they are, so no solver's tolerance enters
 * it.
 *  @param farkas  of an objective that counts nothing */
static double lagrangian_bound(Master *master, double gain, bool farkas) {
    const LpModel *lp = &master->formulation->lp;
    reduce_columns(master, farkas);
    double bound = (farkas ? 0 : lp->constant) + row_part(master) + gain;
    for (ColumnId column = 0; column < lp->n_columns; column++) {
        double reduced = master->column_dual[column];
        double lower = lp->columns[column].lower, upper = lp->columns[column].upper;
        if (column < master->problem->n_trains) { /* the first columns are the trains, in order */
            lower = master->train_lower[column];
            upper = master->train_upper[column];
        }
        bound += reduced > 0 ? reduced * upper : reduced * lower;
    }
    return bound;
}

double master_promised_bound(Master *master) {
    Round round = {0};
    close_trains(master);
    pricing_watch(master->pricing, NULL);
    pricing_set_prices(master->pricing, master->dual, false);
    pricing_watch(master->pricing, master->clock);
    for (BookingId id = 0; id < master->problem->n_flows; id++) {
        const Booking *booking = &master->problem->bookings[id];
        double own = booking->empty ? 0 : master->dual[master->formulation->demand_row[id]];
        master_price_booking(master, id);
        double best = fmax(own, pricing_promise(master->pricing, id));
        pricing_unlink(master->pricing);
        best = fmax(best, own + price_promises(master, id, false, 0, &round));
        round.gain += booking->boxes * (best - own);
    }
    return round.no_memory ? HUGE_VAL : lagrangian_bound(master, round.gain, false);
}

/* ---- strong linking rows ---- */

static bool link_known(const Master *master, BookingId booking, TrainId train) {
    for (int link = master->links.newest[booking]; link != NONE;
         link = master->links.items[link].next) {
        if (master->links.items[link].train == train) {
            return true;
        }
    }
    return false;
}

/** What has to be there for the booking's boxes to ride the train. */
static ColumnId link_column(const Master *master, BookingId booking, TrainId train) {
    const Formulation *formulation = master->formulation;
    CargoId cargo = master->problem->bookings[booking].cargo;
    ColumnId present = formulation->class_column[train * master->problem->kase->n_cargo + cargo];
    return present != NONE ? present : formulation->train_column[train];
}

static bool link_keep(Master *master, BookingId booking, TrainId train, RowId row) {
    Links *links = &master->links;
    if (!GROW(links->items, links->count + 1, links->room)) {
        return false;
    }
    links->items[links->count] =
        (Link){booking, train, link_column(master, booking, train), row, links->newest[booking]};
    links->newest[booking] = links->count++;
    return true;
}

/** Adds the row: boxes of the booking on the train − boxes booked · y ≤ 0. */
static Outcome link_add(Master *master, BookingId booking, TrainId train, int *columns,
                        double *values) {
    int count = 0;
    for (PathId path = master->paths.newest[booking]; path != NONE;
         path = master->paths.items[path].next) {
        /* Paths that are not columns yet get their entry when they are loaded. */
        if (path < master->paths_loaded &&
            paths_uses(&master->paths, master->problem, path, train)) {
            columns[count] = master->first_path + path;
            values[count++] = 1;
        }
    }
    columns[count] = link_column(master, booking, train);
    values[count++] = -master->problem->bookings[booking].boxes;
    RowId row;
    Outcome status = master_rows_add(master, columns, values, count, -HUGE_VAL, 0, &row);
    return status == OUTCOME_DONE ? outcome_of_memory(link_keep(master, booking, train, row))
                                  : status;
}

/** Adds the violated rows of one booking.
 *  @param added  rises by how many */
static Outcome link_booking(Master *master, BookingId id, int *columns, double *values,
                            int *added) {
    const Problem *problem = master->problem;
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
            ColumnId column = link_column(master, id, train);
            bool certain = problem->trains[train].fixed && column < problem->n_trains;
            double most = problem->bookings[id].boxes * master->primal[column];
            master->train_use[train] = 0;
            if (use > most + LINK_TOLERANCE && !certain && !link_known(master, id, train)) {
                Outcome status = link_add(master, id, train, columns, values);
                if (status != OUTCOME_DONE) {
                    return status;
                }
                (*added)++;
            }
        }
    }
    return OUTCOME_DONE;
}

/** Adds every violated linking row.
 *  @param added  receives how many */
static Outcome link_all(Master *master, int *added) {
    size_t room = (size_t)master->paths.count + 1;
    int *columns = calloc(room, sizeof *columns);
    double *values = calloc(room, sizeof *values);
    Outcome status = outcome_of_memory(columns != NULL && values != NULL);
    *added = 0;
    for (BookingId id = 0; id < master->problem->n_bookings && status == OUTCOME_DONE; id++) {
        status = link_booking(master, id, columns, values, added);
    }
    free(columns);
    free(values);
    return status;
}

/* ---- phases ---- */

/** Switches between looking for feasibility (artificial columns cost 1, all else nothing) and the
 * real objective. */
static void set_phase(Master *master, bool farkas) {
    if (master->searching_feasibility == farkas) {
        return;
    }
    const Backend *backend = master->backend;
    const LpModel *lp = &master->formulation->lp;
    master->searching_feasibility = farkas;
    for (ColumnId column = 0; column < lp->n_columns; column++) {
        backend->set_objective(master->lp, column, farkas ? 0 : lp->columns[column].objective);
    }
    for (int i = 0; i < master->n_artificials; i++) {
        backend->set_objective(master->lp, master->first_artificial + i, farkas ? -1 : 0);
        backend->set_column_bounds(master->lp, master->first_artificial + i, 0,
                                   farkas ? HUGE_VAL : 0);
    }
    for (PathId path = 0; path < master->paths_loaded; path++) {
        backend->set_objective(master->lp, master->first_path + path,
                               farkas ? 0 : master->path_objective[path]);
    }
}

static Outcome solve_lp(Master *master, LpMethod method) {
    if (clock_expired(master->clock)) {
        return OUTCOME_STOPPED;
    }
    Outcome status =
        master->backend->solve(master->lp, method, clock_left(master->clock), master->clock->stop);
    if (status == OUTCOME_DONE && !fetch_solution(master)) {
        return OUTCOME_NO_MEMORY;
    }
    return status;
}

/** One round of pricing, its columns loaded. */
static Outcome price_and_load(Master *master, bool farkas, Round *round) {
    *round = price_all(master, farkas);
    return round->no_memory ? OUTCOME_NO_MEMORY : master_load_paths(master);
}

/** Phase 1: generates columns until no artificial box is needed.
 *  @return OUTCOME_DONE where the rows can be kept, OUTCOME_INFEASIBLE where it is proven that they
 * cannot */
static Outcome find_feasible(Master *master) {
    set_phase(master, true);
    Outcome status;
    for (;;) {
        status = solve_lp(master, LP_PRIMAL);
        if (status != OUTCOME_DONE ||
            -master->backend->objective(master->lp) <= FEASIBLE_TOLERANCE) {
            break;
        }
        Round round;
        status = price_and_load(master, true, &round);
        if (status != OUTCOME_DONE) {
            break;
        }
        if (round.stopped) {
            status = OUTCOME_STOPPED;
            break;
        }
        /* A bound below zero on the objective that counts nothing: no plan keeps the rows. */
        if (round.added == 0 || lagrangian_bound(master, round.gain, true) < -FEASIBLE_TOLERANCE) {
            status = OUTCOME_INFEASIBLE;
            break;
        }
    }
    set_phase(master, false);
    return status;
}

/** One solve of the LP at hand, feasibility sought by pricing where the known columns have none. */
static Outcome solve_known(Master *master, LpMethod method) {
    Outcome status = solve_lp(master, method);
    if (status != OUTCOME_INFEASIBLE || master->n_artificials == 0) {
        return status;
    }
    status = find_feasible(master);
    return status == OUTCOME_DONE ? solve_lp(master, LP_PRIMAL) : status;
}

Outcome master_solve(Master *master, double cutoff, double tolerance, MasterResult *result) {
    *result = (MasterResult){.value = NAN, .bound = HUGE_VAL, .last_bound = HUGE_VAL};
    /* After a change of bounds the basis is still dual feasible; the very first basis, of slacks,
     * is primal feasible. */
    LpMethod method = master->rounds == 0 ? LP_PRIMAL : LP_DUAL;
    for (;;) {
        int broken = 0;
        Outcome status = master_load_paths(master);
        if (status == OUTCOME_DONE) {
            status = solve_known(master, method);
        }
        if (status == OUTCOME_DONE) {
            status = master_rows_add_broken(master, &broken);
        }
        if (status != OUTCOME_DONE) {
            return status;
        }
        if (broken > 0) {
            method = LP_DUAL;
            continue;
        }
        result->value = master->backend->objective(master->lp) + master->formulation->lp.constant;
        Round round = price_all(master, false);
        if (round.no_memory) {
            return OUTCOME_NO_MEMORY;
        }
        result->last_bound = lagrangian_bound(master, round.gain, false);
        result->bound = fmin(result->bound, result->last_bound);
        if (result->bound <= cutoff) {
            return OUTCOME_CUT_OFF;
        }
        if (round.stopped) {
            return OUTCOME_STOPPED;
        }
        bool close = result->bound - result->value <= tolerance * fmax(1, fabs(result->value));
        int linked = 0;
        if (master->strengthen && (close || round.added == 0)) {
            status = link_all(master, &linked);
            if (status != OUTCOME_DONE) {
                return status;
            }
        }
        if (linked == 0 && (close || round.added == 0)) {
            return OUTCOME_DONE;
        }
        method = linked > 0 ? LP_DUAL : LP_PRIMAL;
    }
}
