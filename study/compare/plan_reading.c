/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the files of a plan that is compared, one after the other up to the first fault. */
#include "study/compare/plan_reading.h"

#include "study/compare/box_reading.h"
#include "study/compare/flow_reading.h"
#include "study/compare/summary_reading.h"
#include "study/compare/train_reading.h"

/** Bytes that texts are kept in at a time. */
enum { TEXT_CHUNK = 4096 };

bool compared_plan_read(ComparedPlan *plan, const char *dir) {
    *plan = (ComparedPlan){
        .dir = dir,
        .figures = g_array_new(FALSE, FALSE, sizeof(ComparedFigure)),
        .inputs = g_array_new(FALSE, FALSE, sizeof(ComparedInput)),
        .trains = g_array_new(FALSE, FALSE, sizeof(ComparedTrain)),
        .bookings = g_array_new(FALSE, FALSE, sizeof(ComparedBooking)),
        .itineraries = g_array_new(FALSE, FALSE, sizeof(ComparedItinerary)),
        .flows = g_array_new(FALSE, FALSE, sizeof(ComparedFlow)),
        .prices = g_array_new(FALSE, FALSE, sizeof(ComparedPrice)),
        .texts = g_string_chunk_new(TEXT_CHUNK),
    };
    return summary_read_compared(plan) && trains_read_compared(plan) && boxes_read_compared(plan) &&
           flows_read_compared(plan) && prices_read_compared(plan);
}

void compared_plan_clear(ComparedPlan *plan) {
    GArray *const lists[] = {plan->figures,     plan->inputs, plan->trains, plan->bookings,
                             plan->itineraries, plan->flows,  plan->prices};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        g_array_unref(lists[i]);
    }
    for (int id = 0; id < PLAN_TABLES; id++) {
        if (plan->read[id]) {
            plan_table_free(&plan->tables[id]);
        }
    }
    g_free(plan->priced);
    g_string_chunk_free(plan->texts);
}
