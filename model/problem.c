#include "model/problem.h"

#include <stdarg.h>

#include "model/booking.h"
#include "model/calendar.h"
#include "model/itinerary.h"
#include "model/leg_graph.h"
#include "model/problem_memory.h"
#include "model/supported.h"
#include "model/train_candidate.h"

struct ProblemMemory {
    GPtrArray *blocks;
    GStringChunk *texts;
};

void *problem_keep(Problem *problem, void *block) {
    g_ptr_array_add(problem->memory->blocks, block);
    return block;
}

const char *problem_text(Problem *problem, const char *format, ...) {
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    return g_string_chunk_insert(problem->memory->texts, text);
}

/** Finds bookings that nothing can carry: a warning, for a `must` booking an error. */
static bool check_bookings(const Problem *problem, Findings *findings) {
    Labels *labels = labels_new(problem);
    if (labels == NULL) {
        return false;
    }
    int n_stations = problem->kase->n_stations;
    double **arrival = g_new0(double *, (gsize)(problem->kase->n_cargo * n_stations));
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        const Booking *booking = &problem->bookings[id];
        if (booking->tier > 0 || booking->barred) {
            continue; /* the tiers share their ways; what a class bars is found when the case is
                         read */
        }
        double **labelled = &arrival[booking->cargo * n_stations + booking->to];
        if (*labelled == NULL) {
            *labelled = g_new(double, (gsize)problem->n_legs + 1);
            labels_earliest_arrival(labels, booking->cargo, booking->to, *labelled);
        }
        if (!itinerary_exists(problem, booking, *labelled)) {
            const Demand *demand = &problem->kase->demand[booking->demand];
            (booking->must ? findings_error : findings_warning)(
                findings, demand->place,
                "booking %s cannot be carried: no train that may run leaves %s after it is ready "
                "and "
                "reaches %s by its latest delivery; check ready, due and late.max%s",
                demand->code, problem->kase->stations[booking->from].code,
                problem->kase->stations[booking->to].code,
                booking->must ? ", or take must away" : "");
        }
    }
    for (int i = 0; i < problem->kase->n_cargo * n_stations; i++) {
        g_free(arrival[i]);
    }
    g_free(arrival);
    labels_free(labels);
    return true;
}

Problem *problem_build(const Case *kase, Findings *findings) {
    Problem *problem = g_new0(Problem, 1);
    problem->kase = kase;
    problem->memory = g_new0(struct ProblemMemory, 1);
    problem->memory->blocks = g_ptr_array_new_with_free_func(g_free);
    problem->memory->texts = g_string_chunk_new(4096);
    supported_check(kase, findings);
    calendar_build(problem, findings);
    train_candidates_build(problem, findings);
    leg_graph_build(problem);
    bookings_build(problem);
    if (!check_bookings(problem, findings)) {
        problem_free(problem);
        return NULL;
    }
    return problem;
}

void problem_free(Problem *problem) {
    if (problem != NULL) {
        g_ptr_array_unref(problem->memory->blocks);
        g_string_chunk_free(problem->memory->texts);
        g_free(problem->memory);
        g_free(problem);
    }
}
