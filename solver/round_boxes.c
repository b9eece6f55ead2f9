#include "solver/round_boxes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "solver/load.h"
#include "solver/whole_plan.h"

/** Paths given to the integer master at most: with more its own search takes longer than it is worth. */
enum { PATHS_MAX = 6000 };

/** Itineraries generated for an exact answer at most; with more the LP's bound stays. */
enum { EXACT_PATHS_MAX = 4000 };

/** Slack of a row that is still taken as room for a whole box. */
static const double ROOM_TOLERANCE = 1e-9;

/** Room for one call. */
typedef struct {
    Master *master;
    bool *runs;
    int *boxes;       /**< per path */
    double *reduced;  /**< per path: reduced cost */
    PathId *order;    /**< paths, best reduced cost first */
    double *activity; /**< per row of the formulation */
    double *need;     /**< per column of the formulation */
    int *left;        /**< per booking: boxes not yet placed */
} Rounding;

static void rounding_clear(Rounding *rounding) {
    free(rounding->runs);
    free(rounding->boxes);
    free(rounding->reduced);
    free(rounding->order);
    free(rounding->activity);
    free(rounding->need);
    free(rounding->left);
}

static int compare_promise(const void *a, const void *b) {
    const double *x = *(const double *const *)a, *y = *(const double *const *)b;
    if (*x != *y) {
        return *x > *y ? -1 : 1;
    }
    return x < y ? -1 : x > y;
}

/** Reduced costs of all paths under the last duals, and the paths in their order. */
static bool order_paths(Rounding *rounding) {
    Master *master = rounding->master;
    int count = master->paths.count;
    const double **by = calloc((size_t)count + 1, sizeof(*by));
    for (PathId id = 0; id < count && by != NULL; id++) {
        const CargoColumn *column = whole_plan_column(master, id);
        if (column == NULL) {
            free(by);
            return false;
        }
        rounding->reduced[id] = column->objective;
        for (int i = 0; i < column->count; i++) {
            rounding->reduced[id] -= column->values[i] * master->dual[column->rows[i]];
        }
        by[id] = &rounding->reduced[id];
    }
    if (by == NULL) {
        return false;
    }
    qsort(by, (size_t)count, sizeof(*by), compare_promise);
    for (int i = 0; i < count; i++) {
        rounding->order[i] = (PathId)(by[i] - rounding->reduced);
    }
    free(by);
    return true;
}

static bool rounding_init(Rounding *rounding, Master *master) {
    size_t paths = (size_t)master->paths.count + 1;
    const LpModel *lp = &master->formulation->lp;
    *rounding = (Rounding){.master = master};
    rounding->runs = calloc((size_t)master->problem->n_trains + 1, sizeof(bool));
    rounding->boxes = calloc(paths, sizeof(int));
    rounding->reduced = calloc(paths, sizeof(double));
    rounding->order = calloc(paths, sizeof(PathId));
    rounding->activity = calloc((size_t)lp->n_rows + 1, sizeof(double));
    rounding->need = calloc((size_t)lp->n_columns + 1, sizeof(double));
    rounding->left = calloc((size_t)master->problem->n_bookings + 1, sizeof(int));
    if (rounding->runs == NULL || rounding->boxes == NULL || rounding->reduced == NULL ||
        rounding->order == NULL || rounding->activity == NULL || rounding->need == NULL ||
        rounding->left == NULL || !order_paths(rounding)) {
        return false;
    }
    for (TrainId id = 0; id < master->problem->n_trains; id++) {
        rounding->runs[id] = master_train(master, id) > 0.5;
    }
    return true;
}

/* ---- greedy: round down, then fill up ---- */

/** Rows before any box: the running trains' room; classes as the LP leans; no shortfall is too great. */
static void start_activity(Rounding *rounding) {
    const Master *master = rounding->master;
    const LpModel *lp = &master->formulation->lp;
    memset(rounding->activity, 0, (size_t)lp->n_rows * sizeof(double));
    for (int i = 0; i < lp->n_entries; i++) {
        ColumnId column = lp->entries[i].column;
        double value = lp->columns[column].upper;
        if (column < master->problem->n_trains) {
            value = rounding->runs[column] ? 1 : 0;
        } else if (lp->columns[column].integer) {
            value = master->primal[column] > 0.5 ? 1 : 0;
        }
        rounding->activity[lp->entries[i].row] += value * lp->entries[i].value;
    }
}

/** How many more boxes, at most `most`, the rows let onto the path of this column. */
static int room_for(const Rounding *rounding, const CargoColumn *column, int most) {
    double room = most;
    for (int i = 0; i < column->count && room >= 1; i++) {
        const LpRow *row = &rounding->master->formulation->lp.rows[column->rows[i]];
        double value = column->values[i];
        double slack = (value > 0 ? row->upper : row->lower) - rounding->activity[column->rows[i]];
        if (isfinite(slack)) {
            room = fmin(room, slack / value + ROOM_TOLERANCE);
        }
    }
    return room < 1 ? 0 : (int)floor(room);
}

/** Places up to `most` boxes on a path; false where memory is out. */
static bool place(Rounding *rounding, PathId id, int most) {
    BookingId booking = rounding->master->paths.items[id].booking;
    if (most > rounding->left[booking]) {
        most = rounding->left[booking];
    }
    if (most == 0) {
        return true;
    }
    const CargoColumn *column = whole_plan_column(rounding->master, id);
    if (column == NULL) {
        return false;
    }
    int boxes = room_for(rounding, column, most);
    for (int i = 0; i < column->count && boxes > 0; i++) {
        rounding->activity[column->rows[i]] += boxes * column->values[i];
    }
    rounding->boxes[id] += boxes;
    rounding->left[booking] -= boxes;
    return true;
}

static bool greedy(Rounding *rounding) {
    const Master *master = rounding->master;
    start_activity(rounding);
    for (BookingId id = 0; id < master->problem->n_bookings; id++) {
        rounding->left[id] = master->problem->bookings[id].boxes;
    }
    memset(rounding->boxes, 0, (size_t)master->paths.count * sizeof(int));
    for (int i = 0; i < master->paths.count; i++) {
        PathId id = rounding->order[i];
        if (!place(rounding, id, (int)floor(master_path(master, id) + 1e-6))) {
            return false;
        }
    }
    for (int i = 0; i < master->paths.count; i++) {
        if (!place(rounding, rounding->order[i], INT_MAX)) {
            return false;
        }
    }
    return true;
}

static bool offer(Rounding *rounding, Incumbent *incumbent) {
    double objective = whole_plan_objective(rounding->master, rounding->runs, rounding->boxes,
                                            rounding->activity, rounding->need);
    return objective == -HUGE_VAL ||
           incumbent_offer(incumbent, rounding->master, rounding->runs, rounding->boxes, objective);
}

/* ---- the restricted integer master ---- */

/** The formulation with the trains fixed, over some of the paths, whole boxes asked. */
typedef struct {
    LpModel model;
    PathId *paths;     /**< its path columns, in order; they follow `first_path` other columns */
    int n_paths;
    int first_path;
    bool *integer;     /**< per column */
    double *primal;    /**< per column */
} IntegerMaster;

static void integer_clear(IntegerMaster *integer) {
    lp_model_clear(&integer->model);
    free(integer->paths);
    free(integer->integer);
    free(integer->primal);
}

/** Rows with the running trains' part moved into their bounds, and the columns behind the trains. */
static void integer_skeleton(const Rounding *rounding, IntegerMaster *integer) {
    const LpModel *lp = &rounding->master->formulation->lp;
    int n_trains = rounding->master->problem->n_trains;
    for (RowId row = 0; row < lp->n_rows; row++) {
        lp_model_row(&integer->model, lp->rows[row]);
    }
    for (ColumnId column = n_trains; column < lp->n_columns; column++) {
        lp_model_column(&integer->model, lp->columns[column]);
    }
    for (int i = 0; i < lp->n_entries && !integer->model.failed; i++) {
        const LpEntry *entry = &lp->entries[i];
        if (entry->column >= n_trains) {
            lp_model_entry(&integer->model, entry->row, entry->column - n_trains, entry->value);
        } else if (rounding->runs[entry->column]) {
            integer->model.rows[entry->row].lower -= entry->value;
            integer->model.rows[entry->row].upper -= entry->value;
        }
    }
    integer->first_path = lp->n_columns - n_trains;
}

/** Adds the column of a path, up to the boxes booked. */
static bool integer_path(const Rounding *rounding, IntegerMaster *integer, PathId id) {
    Master *master = rounding->master;
    const CargoColumn *column = whole_plan_column(master, id);
    if (column == NULL) {
        return false;
    }
    int boxes = master->problem->bookings[master->paths.items[id].booking].boxes;
    ColumnId added =
        lp_model_column(&integer->model, (LpColumn){.objective = column->objective,
                                                    .lower = 0,
                                                    .upper = boxes,
                                                    .integer = true});
    for (int i = 0; i < column->count; i++) {
        lp_model_entry(&integer->model, column->rows[i], added, column->values[i]);
    }
    integer->paths[integer->n_paths++] = id;
    return true;
}

/** True where the path rides only running trains. */
static bool path_runs(const Rounding *rounding, PathId id) {
    const Master *master = rounding->master;
    const Ride *rides = paths_rides(&master->paths, id);
    for (int i = 0; i < master->paths.items[id].n_rides; i++) {
        if (!rounding->runs[master->problem->legs[rides[i].first].train]) {
            return false;
        }
    }
    return true;
}

/** Builds the integer master over the paths whose reduced cost reaches `least`.
 *  @param complete  receives whether all of those were taken */
static bool integer_build(const Rounding *rounding, double least, IntegerMaster *integer,
                          bool *complete) {
    const Master *master = rounding->master;
    *complete = true;
    integer->paths = calloc((size_t)master->paths.count + 1, sizeof *integer->paths);
    if (integer->paths == NULL) {
        return false;
    }
    integer_skeleton(rounding, integer);
    for (int i = 0; i < master->paths.count; i++) {
        PathId id = rounding->order[i];
        if (rounding->reduced[id] < least) {
            break;
        }
        if (!path_runs(rounding, id)) {
            continue;
        }
        if (integer->n_paths == PATHS_MAX) {
            *complete = false;
            break;
        }
        if (!integer_path(rounding, integer, id)) {
            return false;
        }
    }
    size_t columns = (size_t)integer->model.n_columns + 1;
    integer->integer = calloc(columns, sizeof(bool));
    integer->primal = calloc(columns, sizeof(double));
    for (ColumnId column = 0; column < integer->model.n_columns && integer->integer != NULL; column++) {
        integer->integer[column] = integer->model.columns[column].integer;
    }
    return !integer->model.failed && integer->integer != NULL && integer->primal != NULL;
}

/** Takes the integer master's boxes over and offers them. */
static bool integer_offer(Rounding *rounding, const IntegerMaster *integer, Incumbent *incumbent) {
    memset(rounding->boxes, 0, (size_t)rounding->master->paths.count * sizeof(int));
    for (int i = 0; i < integer->n_paths; i++) {
        rounding->boxes[integer->paths[i]] = (int)lround(integer->primal[integer->first_path + i]);
    }
    return offer(rounding, incumbent);
}

/** What the running trains add to the objective. */
static double train_part(const Rounding *rounding) {
    const LpModel *lp = &rounding->master->formulation->lp;
    double sum = 0;
    for (TrainId id = 0; id < rounding->master->problem->n_trains; id++) {
        sum += rounding->runs[id] ? lp->columns[id].objective : 0;
    }
    return sum;
}

/** The gap asked of the whole plan, less a margin, as a gap of the cargo's part alone. */
static double cargo_gap(double gap, double whole, double cargo) {
    return gap / 4 * fmax(1, fabs(whole)) / fmax(1, fabs(cargo));
}

/** Solves the integer master over the paths that reach `least`.
 *  @param value  of the LP, for the scale of the gap
 *  @param bound  receives a bound on plans that use only such paths; +∞ where none is known */
static RoundStatus integer_solve(Rounding *rounding, double least, double value,
                                 const RoundOptions *options, Incumbent *incumbent, double *bound) {
    Master *master = rounding->master;
    IntegerMaster integer = {0};
    bool complete;
    double fixed_part = master->formulation->lp.constant + train_part(rounding);
    *bound = HUGE_VAL;
    RoundStatus status = ROUND_NO_MEMORY;
    Lp *lp = master->backend->create();
    if (lp != NULL && integer_build(rounding, least, &integer, &complete) &&
        load_model(master->backend, lp, &integer.model)) {
        MipOptions mip = {.relative_gap = cargo_gap(options->gap, value, value - fixed_part),
                          .node_limit = options->node_limit,
                          .time_limit_s = clock_left(master->clock)};
        bool found;
        double proven;
        LpStatus solved = master->backend->solve_integer(lp, integer.integer, &mip, integer.primal,
                                                         &proven, &found);
        status = solved == LP_FAILED ? ROUND_FAILED : ROUND_DONE;
        if (complete && solved != LP_FAILED) {
            *bound = solved == LP_INFEASIBLE ? -HUGE_VAL : proven + fixed_part;
        }
        if (found && !integer_offer(rounding, &integer, incumbent)) {
            status = ROUND_NO_MEMORY;
        }
    }
    integer_clear(&integer);
    if (lp != NULL) {
        master->backend->destroy(lp);
    }
    return status;
}

/* ---- exactness ---- */

/** Counts what the exact search adds to the pool. */
typedef struct {
    Master *master;
    BookingId booking;
    int added;
    bool no_memory;
} Collection;

static bool collect(void *user, const PricedItinerary *itinerary) {
    Collection *collection = user;
    PathsStatus status = master_add_path(collection->master, collection->booking, itinerary->rides,
                                         itinerary->n_rides);
    collection->no_memory |= status == PATHS_NO_MEMORY;
    collection->added += status == PATHS_ADDED;
    return status != PATHS_NO_MEMORY && collection->added < EXACT_PATHS_MAX;
}

/** Adds to the pool every itinerary whose reduced cost is at least −slack under the last duals.
 *  @param complete  receives false where there are too many */
static bool collect_all(Master *master, double slack, bool *complete) {
    Collection collection = {.master = master};
    pricing_set_prices(master->pricing, master->dual, false);
    *complete = true;
    for (BookingId id = 0; id < master->problem->n_bookings && *complete; id++) {
        collection.booking = id;
        double own = master->dual[master->formulation->demand_row[id]];
        *complete = pricing_all(master->pricing, id, own - slack, collect, &collection);
    }
    return !collection.no_memory;
}

/** What a plan may lose against the LP and still be better than the incumbent; ∞ without one. */
static double slack_of(const MasterResult *result, const Incumbent *incumbent) {
    double rounding_error = 1e-9 * fmax(1, fabs(result->bound));
    return incumbent->found ? fmax(0, result->bound - incumbent->objective) + rounding_error
                            : HUGE_VAL;
}

/** Generates every itinerary a better plan could use and solves over all of them. */
static RoundStatus round_exactly(Rounding *rounding, const MasterResult *result,
                                 const RoundOptions *options, Incumbent *incumbent,
                                 double *bound) {
    Master *master = rounding->master;
    double slack = slack_of(result, incumbent);
    bool complete;
    if (!collect_all(master, slack, &complete)) {
        return ROUND_NO_MEMORY;
    }
    if (!complete) {
        return ROUND_DONE;
    }
    rounding_clear(rounding);
    if (!rounding_init(rounding, master)) {
        return ROUND_NO_MEMORY;
    }
    double proven;
    RoundStatus status =
        integer_solve(rounding, -slack, result->value, options, incumbent, &proven);
    double held = incumbent->found ? incumbent->objective : -HUGE_VAL;
    *bound = fmin(*bound, fmax(proven, held));
    return status;
}

RoundStatus round_boxes(Master *master, const MasterResult *result, const RoundOptions *options,
                        Incumbent *incumbent, double *bound) {
    Rounding rounding;
    *bound = result->bound;
    if (!rounding_init(&rounding, master) || !greedy(&rounding) || !offer(&rounding, incumbent)) {
        rounding_clear(&rounding);
        return ROUND_NO_MEMORY;
    }
    RoundStatus status = ROUND_DONE;
    double unused;
    if (result->bound > incumbent_cutoff(incumbent, options->gap)) {
        status = integer_solve(&rounding, -slack_of(result, incumbent), result->value, options,
                               incumbent, &unused);
    }
    if (status == ROUND_DONE && options->exact &&
        result->bound > incumbent_cutoff(incumbent, options->gap)) {
        status = round_exactly(&rounding, result, options, incumbent, bound);
    }
    rounding_clear(&rounding);
    return status;
}
