/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docs/model.md (8): boxes a day on a feeder. */
#include <math.h>

#include "model/formulation/rows/rows.h"
#include "model/problem/under_way.h"

void rows_feeder(Formulation *formulation) {
    const Problem *problem = formulation->problem;
    for (FeederDayId day = 0; day < problem->n_feeder_days; day++) {
        int limit = problem->kase->feeders[problem->feeder_days[day].feeder].boxes_per_day;
        if (limit != NO_LIMIT) {
            formulation->feeder_row[day] = lp_model_row(
                &formulation->lp, (LpRow){.group = ROW_FEEDER,
                                          .subject = day,
                                          .detail = NONE,
                                          .lower = -HUGE_VAL,
                                          .upper = under_way_feeder_room(problem, day)});
        }
    }
}
