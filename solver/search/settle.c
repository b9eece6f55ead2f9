/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds trains, searches their boxes, and lets the trains go again. */
#include "solver/search/settle.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "solver/master/master_view.h"

double settling_cutoff(const Settling *settling) {
    return incumbent_cutoff(settling->incumbent, settling->gap);
}

void settling_hold(Settling *settling, const double *primal) {
    LpColumn *columns = settling->closed.program.model.columns;
    const Problem *problem = master_ground(settling->master)->problem;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        if (primal == NULL) {
            master_train_bounds(settling->master, id, &columns[id].lower, &columns[id].upper);
        } else {
            columns[id].lower = columns[id].upper = primal[id] > 0.5 ? 1 : 0;
        }
    }
}

Outcome settling_offer(Settling *settling, const double *primal) {
    WholeProgram *program = &settling->closed.program;
    copy_items(program->primal, primal, (size_t)program->model.n_columns * sizeof *primal);
    return whole_program_offer(program, settling->incumbent);
}

/* ---- the search's side ---- */

static double cutoff_of_boxes(void *user) {
    return settling_cutoff(user);
}

static Outcome offer_boxes(void *user, const PlanPoint *point, PlanVerdict *verdict) {
    Outcome status = settling_offer(user, point->primal);
    (void)verdict;
    return status == OUTCOME_NO_MEMORY ? status : OUTCOME_DONE;
}

static void pass_on(void *user, double bound, long nodes) {
    (void)user;
    (void)bound;
    (void)nodes;
}

/** Bounds the columns of the program as the solutions of interest keep them, and held trains to
 * what they are in the one at hand. */
static void bound_columns(LpModel *model, int n_trains, const PlanPoint *point, const bool *held) {
    for (ColumnId id = 0; id < model->n_columns; id++) {
        bool fixed = id < n_trains && (held == NULL || held[id]);
        double value = round(point->primal[id]);
        model->columns[id].lower = fixed ? value : point->lower[id];
        model->columns[id].upper = fixed ? value : point->upper[id];
    }
}

Outcome settle(Settling *settling, const PlanPoint *point, const bool *held, long nodes,
               bool *settled) {
    const Ground *ground = master_ground(settling->master);
    ClosedProgram *closed = &settling->closed;
    ChoiceLevels levels = closed->levels;
    levels.plan_level = levels.n_levels;
    ClosedOptions options = {.backend = ground->backend,
                             .clock = ground->clock,
                             .levels = levels,
                             .start = &closed->start,
                             .node_limit = nodes,
                             .host = {cutoff_of_boxes, offer_boxes, pass_on, settling}};
    LpModel model = closed->program.model;
    size_t count = (size_t)model.n_columns;
    model.columns = calloc(count + 1, sizeof *model.columns);
    *settled = false;
    if (model.columns == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    copy_items(model.columns, closed->program.model.columns, count * sizeof *model.columns);
    bound_columns(&model, ground->problem->n_trains, point, held);
    ClosedResult searched;
    Outcome status = closed_search(&model, closed->whole, &options, &searched);
    free(model.columns);
    settling->work += searched.work;
    *settled = searched.bound <= settling_cutoff(settling);
    return status == OUTCOME_STOPPED && !clock_expired(ground->clock) ? OUTCOME_DONE : status;
}
