/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docs/model.md (16), (17): goals of the objective, a row for each that is held, and one, free, for
 * what is maximised where that is not the margin; and that some train runs. */
#include <math.h>

#include "model/formulation/rows/ratio.h"
#include "model/formulation/rows/rows.h"

static double train_offered_teu_km(const Problem *problem, const TrainCandidate *train) {
    double offered = 0;
    for (LegId leg = train->first_leg; leg < train->first_leg + train->n_legs; leg++) {
        offered += problem->legs[leg].dist_km * problem->legs[leg].offered_teu;
    }
    return offered;
}

/** The ratio in the row of a load factor: one that is held is granted what others are. */
static double goal_ratio(const Formulation *formulation, const Measure *measure, bool held) {
    const Problem *problem = formulation->problem;
    double shortest = HUGE_VAL, offered = 0;
    if (!held) {
        return measure->ratio;
    }
    for (LegId leg = 0; leg < problem->n_base_legs; leg++) {
        shortest = fmin(shortest, problem->legs[leg].dist_km);
    }
    for (TrainId id = 0; id < problem->n_trains; id++) {
        bool own = !problem->trains[id].under_way;
        offered += own ? train_offered_teu_km(problem, &problem->trains[id]) : 0;
    }
    return ratio_in_row(formulation, measure->ratio, shortest * least_box_teu(problem), offered);
}

/** Loaded TEU·km, less `ratio` of the offered ones; each counts `scale` in the row. */
static void traffic(Formulation *formulation, RowId row, const Measure *measure, double ratio,
                    double scale) {
    const Problem *problem = formulation->problem;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        double gone = 0;
        if (train->under_way && measure->kind == GOAL_LOAD_FACTOR) {
            continue; /* it belongs to no week of the plan */
        }
        for (LegId leg = train->first_leg; leg < train->first_leg + train->n_legs; leg++) {
            double km = scale * problem->legs[leg].dist_km;
            gone += train->under_way ? 0 : km * problem->legs[leg].gone_loaded_teu;
            formulation_place(formulation, leg, (LegTerm){row, UNIT_TEU, SCOPE_LOADED, NONE, km});
        }
        lp_model_entry(&formulation->lp, row, formulation->train_column[id],
                       gone - ratio * scale * train_offered_teu_km(problem, train));
    }
}

/** Enters the money of the columns that are not cargo into the margin's row. */
static void margin(Formulation *formulation, RowId row) {
    LpModel *lp = &formulation->lp;
    for (ColumnId column = 0; column < lp->n_columns; column++) {
        lp_model_entry(lp, row, column, lp->columns[column].objective);
    }
    formulation->money_row = row;
}

/** What a unit of the measure counts in its row. */
static double goal_scale(const Measure *measure) {
    switch (measure->kind) {
    case GOAL_TEU_KM:
        return TEU_KM_SCALE;
    case GOAL_LOAD_FACTOR:
        return 1 / measure->size;
    default:
        return 1;
    }
}

/** What the measure comes to in its row: the margin stands there without the objective's constant.
 */
static double row_value(const Formulation *formulation, const Measure *measure, double value) {
    double constant = measure->kind == GOAL_MARGIN ? formulation->lp.constant : 0;
    bool ratio = measure->kind == GOAL_LOAD_FACTOR; /* counted in shares already */
    return (ratio ? 1 : goal_scale(measure)) * value - constant;
}

static RowId measure_row(Formulation *formulation, const Measure *measure, double least) {
    RowId row =
        lp_model_row(&formulation->lp, (LpRow){.group = ROW_GOAL,
                                               .subject = (int)measure->kind,
                                               .detail = NONE,
                                               .lower = row_value(formulation, measure, least),
                                               .upper = HUGE_VAL});
    switch (measure->kind) {
    case GOAL_MARGIN:
        margin(formulation, row);
        return row;
    case GOAL_TEU:
        break; /* each box as it sets out (model/formulation/move.c) */
    case GOAL_TEU_KM:
        traffic(formulation, row, measure, 0, goal_scale(measure));
        break;
    case GOAL_LOAD_FACTOR:
        traffic(formulation, row, measure, goal_ratio(formulation, measure, least > -HUGE_VAL),
                goal_scale(measure));
        break;
    }
    formulation->measures[formulation->n_measures++] = (MeasureRow){*measure, row};
    return row;
}

static double longest_train_km(const Problem *problem) {
    double km = 0;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        km = fmax(km, problem->trains[id].dist_km);
    }
    return km;
}

/** The row's activity takes the place of money in the objective. */
static void maximise_row(Formulation *formulation, const Measure *measure, RowId row) {
    LpModel *lp = &formulation->lp;
    formulation->aim_row = row;
    formulation->aim_scale = goal_scale(measure);
    formulation->box_scale = measure->kind == GOAL_TEU
                                 ? 1
                                 : goal_scale(measure) * longest_train_km(formulation->problem);
    formulation->money_weight = 0;
    lp->constant = 0;
    for (ColumnId column = 0; column < lp->n_columns; column++) {
        lp->columns[column].objective = 0;
    }
    for (int i = 0; i < lp->n_entries; i++) {
        if (lp->entries[i].row == row) {
            lp->columns[lp->entries[i].column].objective = lp->entries[i].value;
        }
    }
}

/** Nothing running has nothing loaded and nothing offered, and would pass for any load factor. */
static void some_train(Formulation *formulation) {
    RowId row = lp_model_row(&formulation->lp, (LpRow){.group = ROW_SOME_TRAIN,
                                                       .subject = NONE,
                                                       .detail = NONE,
                                                       .lower = 1,
                                                       .upper = HUGE_VAL});
    for (TrainId id = 0; id < formulation->problem->n_trains; id++) {
        bool own = !formulation->problem->trains[id].under_way;
        lp_model_entry(&formulation->lp, row, formulation->train_column[id], own ? 1 : 0);
    }
}

static bool is_load_factor(const Measure *measure) {
    return measure->kind == GOAL_LOAD_FACTOR && measure->ratio > 0;
}

void rows_goal(Formulation *formulation, const Aim *aim) {
    formulation->aim_row = NONE;
    formulation->money_row = NONE;
    formulation->money_weight = 1;
    formulation->aim_scale = 1;
    bool loaded = is_load_factor(&aim->maximise);
    for (int i = 0; i < aim->n_floors; i++) {
        measure_row(formulation, &aim->floors[i].measure, aim->floors[i].least);
        loaded |= is_load_factor(&aim->floors[i].measure);
    }
    if (loaded && !aim->parts) {
        some_train(formulation);
    }
    if (aim->maximise.kind != GOAL_MARGIN) {
        maximise_row(formulation, &aim->maximise,
                     measure_row(formulation, &aim->maximise, -HUGE_VAL));
    }
}
