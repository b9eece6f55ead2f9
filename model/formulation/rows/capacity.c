/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docs/model.md (1), (2): what a train's leg can take in TEU, on both levels together and on the
 * first, and in gross tonnes. */
#include <math.h>

#include "model/formulation/rows/rows.h"

void rows_capacity(Formulation *formulation) {
    const Problem *problem = formulation->problem;
    LpModel *lp = &formulation->lp;
    for (LegId id = 0; id < problem->n_base_legs; id++) {
        const Leg *leg = &problem->legs[id];
        ColumnId train = formulation->train_column[leg->train];
        RowId teu = lp_model_row(
            lp,
            (LpRow){
                .group = ROW_TEU, .subject = id, .detail = NONE, .lower = -HUGE_VAL, .upper = 0});
        lp_model_entry(lp, teu, train, -problem_room_teu(leg));
        formulation_place(formulation, id, (LegTerm){teu, UNIT_TEU, SCOPE_ALL, NONE, 1});
        formulation->teu_row[id] = teu;
        if (problem_room_flat(leg) < problem_room_teu(leg)) {
            RowId flat = lp_model_row(lp, (LpRow){.group = ROW_FLAT_TEU,
                                                  .subject = id,
                                                  .detail = NONE,
                                                  .lower = -HUGE_VAL,
                                                  .upper = 0});
            lp_model_entry(lp, flat, train, -problem_room_flat(leg));
            formulation_place(formulation, id, (LegTerm){flat, UNIT_TEU, SCOPE_FLAT, NONE, 1});
            formulation->flat_row[id] = flat;
        }
        if (isfinite(leg->limit_t)) {
            RowId tonnes = lp_model_row(lp, (LpRow){.group = ROW_TONNES,
                                                    .subject = id,
                                                    .detail = NONE,
                                                    .lower = -HUGE_VAL,
                                                    .upper = 0});
            lp_model_entry(lp, tonnes, train, -problem_room_tonnes(leg));
            formulation_place(formulation, id, (LegTerm){tonnes, UNIT_TONNE, SCOPE_ALL, NONE, 1});
            formulation->tonne_row[id] = tonnes;
        }
    }
}
