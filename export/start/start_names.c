/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trains go by line and slot runs, since names like `X8020@2026-12-01.2` count what else there is.
 */
#include "export/start/start_names.h"

#include "export/model/model_names.h"
#include "model/formulation_build.h"
#include "model/promises/new_trains.h"

static char **names_room(int count) {
    return g_new0(char *, (gsize)count + 1);
}

static char *keep_name(const StartNames *names, const char *text) {
    return g_string_chunk_insert(names->memory, text);
}

static void name_trains(StartNames *names) {
    const Problem *problem = names->problem;
    names->trains = names_room(problem->n_trains);
    for (TrainId id = 0; id < problem->n_trains; id++) {
        g_autofree char *key = train_key(problem, &problem->trains[id]);
        names->trains[id] = keep_name(names, key);
    }
}

/** `B1001\n1`: the first tier; `40HC\n0`: empties. */
static void name_flows(StartNames *names) {
    const Problem *problem = names->problem;
    names->flows = names_room(problem->n_flows);
    for (BookingId id = 0; id < problem->n_flows; id++) {
        const Booking *booking = &problem->bookings[id];
        g_autofree char *name =
            g_strdup_printf("%s\n%d", booking->code, booking->empty ? 0 : booking->tier + 1);
        names->flows[id] = keep_name(names, name);
    }
}

/** What the trains of a set have in common (solver/master/train_sets.c), told by one of them. */
static char *set_name(const Problem *problem, const TrainSets *sets, int set) {
    const int level = sets->items[set].level;
    const TrainCandidate *train = &problem->trains[sets->trains[sets->items[set].first]];
    const Case *kase = problem->kase;
    const char *from = kase->stations[problem->legs[train->first_leg].from].code;
    const char *to = kase->stations[problem->legs[train->first_leg + train->n_legs - 1].to].code;
    switch (level) {
    case 0:
        return g_strdup_printf("%d", (int)kase->lines[train->line].direction);
    case 1:
        return g_strdup_printf("%s\n%s", from, to);
    case 2:
        return g_strdup_printf("%s\n%s\n%d", from, to, train->week + 1);
    default:
        return g_strdup_printf("%s\n\n%d", kase->lines[train->line].code, train->week + 1);
    }
}

static void name_sets(StartNames *names) {
    names->set_names = names_room(names->sets.count);
    for (int i = 0; i < names->sets.count; i++) {
        g_autofree char *name = set_name(names->problem, &names->sets, i);
        names->set_names[i] = keep_name(names, name);
    }
}

/** `TRUCK\n29741130`: feeder and minute of departure. */
static void name_feeders(StartNames *names) {
    const Problem *problem = names->problem;
    names->feeders = names_room(problem->n_feeder_runs);
    for (FeederRunId id = 0; id < problem->n_feeder_runs; id++) {
        const FeederRun *run = &problem->feeder_runs[id];
        g_autofree char *name =
            g_strdup_printf("%s\n%" G_GINT64_FORMAT, problem->kase->feeders[run->feeder].code,
                            (gint64)run->departs);
        names->feeders[id] = keep_name(names, name);
    }
}

static bool name_model(StartNames *names) {
    const LpModel *lp = &names->formulation->lp;
    ModelNames *model = model_names_new(names->problem, lp, NULL);
    char text[MODEL_NAME_SIZE];
    names->rows = names_room(lp->n_rows);
    names->columns = names_room(lp->n_columns);
    for (RowId row = 0; row < lp->n_rows && model != NULL; row++) {
        names->rows[row] = keep_name(names, model_names_row(model, row, text));
    }
    for (ColumnId column = 0; column < lp->n_columns && model != NULL; column++) {
        names->columns[column] = keep_name(names, model_names_column(model, column, text));
    }
    const bool ok = model != NULL;
    model_names_free(model);
    return ok;
}

bool start_names_init(StartNames *names, const Problem *problem) {
    *names = (StartNames){.problem = problem,
                          .formulation = formulation_new(problem, &AIM_MARGIN),
                          .memory = g_string_chunk_new(65536)};
    if (names->formulation == NULL || !train_sets_build(problem, &names->sets)) {
        return false;
    }
    name_trains(names);
    name_flows(names);
    name_sets(names);
    name_feeders(names);
    return name_model(names);
}

void start_names_clear(StartNames *names) {
    if (names->formulation != NULL) {
        formulation_free(names->formulation);
    }
    train_sets_clear(&names->sets);
    g_free(names->trains);
    g_free(names->flows);
    g_free(names->feeders);
    g_free(names->rows);
    g_free(names->columns);
    g_free(names->set_names);
    if (names->memory != NULL) {
        g_string_chunk_free(names->memory);
    }
    *names = (StartNames){0};
}
