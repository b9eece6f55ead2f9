/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docs/model.md (7): lifts and trains a calendar day at a station. What boxes lift is added by
 * move.c. */
#include <math.h>
#include <stdlib.h>

#include "model/formulation/rows/rows.h"
#include "model/problem/under_way.h"

static void lift_rows(Formulation *formulation) {
    const Problem *problem = formulation->problem;
    for (StationDayId day = 0; day < problem->n_station_days; day++) {
        int limit = problem->kase->stations[problem->station_days[day].station].lifts_per_day;
        formulation->lift_row[day] =
            limit == NO_LIMIT ? NONE
                              : lp_model_row(&formulation->lp,
                                             (LpRow){.group = ROW_LIFTS,
                                                     .subject = day,
                                                     .detail = NONE,
                                                     .lower = -HUGE_VAL,
                                                     .upper = under_way_lift_room(problem, day)});
    }
}

/** Counts a train on a station day, whose row is made on first sight. A train that comes twice a
 * day counts twice. */
static void count_train(Formulation *formulation, RowId *row_of_day, double *visits,
                        StationDayId day) {
    int limit =
        formulation->problem->kase->stations[formulation->problem->station_days[day].station]
            .trains_per_day;
    if (limit == NO_LIMIT) {
        return;
    }
    if (row_of_day[day] == NONE) {
        row_of_day[day] = lp_model_row(
            &formulation->lp, (LpRow){.group = ROW_TRAINS,
                                      .subject = day,
                                      .detail = NONE,
                                      .lower = -HUGE_VAL,
                                      .upper = under_way_train_room(formulation->problem, day)});
    }
    visits[day] += 1;
}

static void train_rows(Formulation *formulation, RowId *row_of_day, double *visits) {
    const Problem *problem = formulation->problem;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        const Leg *legs = &problem->legs[train->first_leg];
        if (train->under_way) {
            continue; /* the room is less by it */
        }
        count_train(formulation, row_of_day, visits, legs[0].depart_day);
        for (int i = 0; i < train->n_legs; i++) {
            count_train(formulation, row_of_day, visits, legs[i].arrive_day);
        }
        for (int i = -1; i < train->n_legs; i++) {
            StationDayId day = i < 0 ? legs[0].depart_day : legs[i].arrive_day;
            if (visits[day] > 0) {
                lp_model_entry(&formulation->lp, row_of_day[day], formulation->train_column[id],
                               visits[day]);
                visits[day] = 0;
            }
        }
    }
}

void rows_station_day(Formulation *formulation) {
    lift_rows(formulation);
    size_t days = (size_t)formulation->problem->n_station_days + 1;
    RowId *row_of_day = calloc(days, sizeof *row_of_day);
    double *visits = calloc(days, sizeof *visits);
    if (row_of_day == NULL || visits == NULL) {
        formulation->lp.failed = true;
    } else {
        for (size_t day = 0; day < days; day++) {
            row_of_day[day] = NONE;
        }
        train_rows(formulation, row_of_day, visits);
    }
    free(row_of_day);
    free(visits);
}
