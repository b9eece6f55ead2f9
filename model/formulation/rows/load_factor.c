/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docs/model.md (10): least load factors (满载率), by train, by line and week, or by line. */
#include <math.h>

#include "model/formulation/rows/ratio.h"
#include "model/formulation/rows/rows.h"

/** Adds a train to the row of its group: Σ km·loaded TEU − min·Σ km·offered TEU·y ≥ 0. */
static void group_add_train(Formulation *formulation, RowId row, double least, TrainId id) {
    const Problem *problem = formulation->problem;
    const TrainCandidate *train = &problem->trains[id];
    double offered_teu_km = 0, gone_teu_km = 0;
    for (LegId leg = train->first_leg; leg < train->first_leg + train->n_legs; leg++) {
        double km = TEU_KM_SCALE * problem->legs[leg].dist_km;
        offered_teu_km += km * problem->legs[leg].offered_teu;
        gone_teu_km += km * problem->legs[leg].gone_loaded_teu;
        formulation_place(formulation, leg, (LegTerm){row, UNIT_TEU, SCOPE_LOADED, NONE, km});
    }
    lp_model_entry(&formulation->lp, row, formulation->train_column[id],
                   gone_teu_km - least * offered_teu_km);
}

/** What the rows of a line ask for. */
static double least_of_line(const Formulation *formulation, LineId line, double least) {
    const Problem *problem = formulation->problem;
    double shortest = HUGE_VAL, offered = 0;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        if (train->line != line || train->under_way) {
            continue;
        }
        for (LegId leg = train->first_leg; leg < train->first_leg + train->n_legs; leg++) {
            shortest = fmin(shortest, problem->legs[leg].dist_km);
            offered += problem->legs[leg].dist_km * problem->legs[leg].offered_teu;
        }
    }
    return ratio_in_row(formulation, least, shortest * least_box_teu(problem), offered);
}

/** Which group a train falls into: rows are made for each. */
static int group_of(const TrainCandidate *train, TrainId id, Period per) {
    switch (per) {
    case PER_TRAIN:
        return id;
    case PER_WEEK:
        return train->week;
    case PER_HORIZON:
        return 0;
    }
    return 0;
}

void rows_load_factor(Formulation *formulation) {
    const Problem *problem = formulation->problem;
    RowId row = NONE;
    LineId line = NONE;
    int group = NONE;
    double least = 0;
    /* Candidates stand by line and departure, so the trains of a line and week follow one another.
     */
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        if (train->load_factor == NONE) {
            continue;
        }
        const LoadFactor *rule = &problem->kase->load_factors[train->load_factor];
        if (rule->min <= 0) {
            continue;
        }
        int own = group_of(train, id, rule->per);
        if (row == NONE || train->line != line || own != group) {
            row = lp_model_row(&formulation->lp, (LpRow){.group = ROW_LOAD_FACTOR,
                                                         .subject = train->line,
                                                         .detail = own,
                                                         .lower = 0,
                                                         .upper = HUGE_VAL});
            least =
                train->line == line ? least : least_of_line(formulation, train->line, rule->min);
            line = train->line;
            group = own;
        }
        group_add_train(formulation, row, least, id);
    }
}
