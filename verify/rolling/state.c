/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes down what is carried over, kind by kind. */
#include "verify/rolling/state.h"

#include <math.h>
#include <string.h>

#include "verify/rolling/standing.h"

static StateRow state_row(CarriedKind kind) {
    StateRow row = {.kind = kind};
    for (int column = 0; column < CARRY_COLUMNS; column++) {
        row.cells[column] = "";
    }
    row.cells[CARRY_KIND] = carried_kind_name(kind);
    return row;
}

bool state_has_number(CarriedKind kind, int column) {
    bool legs = kind == CARRIED_BOX || kind == CARRIED_EMPTY;
    switch (column) {
    case CARRY_SEQ:
        return legs || kind == CARRIED_TRAIN;
    case CARRY_BOXES:
        return kind != CARRIED_TRAIN;
    case CARRY_TEU:
    case CARRY_TONNES:
        return legs;
    case CARRY_REVENUE:
        return kind == CARRIED_SOLD;
    default:
        return false;
    }
}

static int number_order(double one, double other) {
    return (one > other) - (one < other);
}

int state_row_order(const void *a, const void *b) {
    const StateRow *one = a, *other = b;
    int order = 0;
    for (int column = 0; column < CARRY_COLUMNS && order == 0; column++) {
        order = column == CARRY_SEQ     ? number_order((double)one->seq, (double)other->seq)
                : column == CARRY_BOXES ? number_order((double)one->boxes, (double)other->boxes)
                                        : strcmp(one->cells[column], other->cells[column]);
    }
    return order != 0 ? order : number_order(one->revenue, other->revenue);
}

/* ---- legs ---- */

/** Notes a row that begins at the end of those so far, and is told apart by these.
 *  @return the row that was noted under them before; NULL, and it is noted */
static StateRow *state_known(State *state, CarriedKind kind, const char *one, const char *other,
                             const char *third) {
    char *key = g_strjoin("\x1f", carried_kind_name(kind), one, other, third, NULL);
    guint at = GPOINTER_TO_UINT(g_hash_table_lookup(state->known, key));
    if (at > 0) {
        g_free(key);
        return &g_array_index(state->rows, StateRow, at - 1);
    }
    g_hash_table_insert(state->known, key, GUINT_TO_POINTER(state->rows->len + 1));
    return NULL;
}

/** The journey's number; `.2`, `.3`, … behind it where another has that. */
static const char *number_apart(State *state, CarriedKind kind, const Journey *journey) {
    const char *apart = journey->number;
    for (int at = 2; state_known(state, kind, journey->id, apart, ""); at++) {
        g_autofree char *next = g_strdup_printf("%s.%d", journey->number, at);
        apart = g_string_chunk_insert(state->texts, next);
    }
    return apart;
}

static StateRow row_of_journey(State *state, const Journey *journey) {
    static const CarriedKind kinds[] = {[JOURNEY_BOXES] = CARRIED_BOX,
                                        [JOURNEY_EMPTIES] = CARRIED_EMPTY,
                                        [JOURNEY_TRAIN] = CARRIED_TRAIN};
    StateRow row = state_row(kinds[journey->kind]);
    row.cells[CARRY_ID] = journey->id;
    if (journey->kind == JOURNEY_TRAIN) {
        row.cells[CARRY_TRAIN] = journey->number;
        return row;
    }
    row.cells[CARRY_ITINERARY] = number_apart(state, row.kind, journey);
    row.cells[CARRY_CONTAINER] = journey->container;
    row.cells[CARRY_CARGO] = journey->cargo;
    row.boxes = journey->boxes;
    return row;
}

static void add_legs(State *state, const Journey *journey) {
    StateRow row = row_of_journey(state, journey);
    for (guint i = 0; i < journey->legs->len; i++) {
        const JourneyLeg *leg = journey_leg(journey, i);
        row.seq = (long)i + 1;
        row.cells[CARRY_SLOT] = leg->run;
        row.cells[CARRY_FROM] = leg->from;
        row.cells[CARRY_TO] = leg->to;
        row.cells[CARRY_DEPARTS] = leg->departs;
        row.cells[CARRY_ARRIVES] = leg->arrives;
        if (journey->kind != JOURNEY_TRAIN) {
            row.cells[CARRY_MODE] = leg->mode;
            row.cells[CARRY_TRAIN] = leg->carrier;
            row.teu = leg->teu;
            row.tonnes = leg->tonnes;
        }
        g_array_append_val(state->rows, row);
    }
}

static void count_journey(State *state, const Journey *journey) {
    if (journey_last(journey)->comes < state->plan.start) {
        return;
    }
    StateCounts *counts = &state->counts;
    switch (journey->kind) {
    case JOURNEY_TRAIN:
        counts->trains++;
        break;
    case JOURNEY_BOXES:
        counts->boxes += journey->boxes;
        break;
    case JOURNEY_EMPTIES:
        counts->empties += journey->boxes;
        break;
    }
}

static void add_journeys(State *state) {
    for (guint i = 0; i < state->journeys.all->len; i++) {
        const Journey *journey = journeys_at(&state->journeys, i);
        if (journey->gone && told_counts(&state->plan, journey_last(journey)->comes)) {
            add_legs(state, journey);
            count_journey(state, journey);
        }
    }
}

/* ---- boxes sold ---- */

static void add_sold_boxes(State *state, const char *booking, double revenue, long boxes) {
    g_autofree char *cents = g_strdup_printf("%.0f", 100 * revenue);
    StateRow *known = state_known(state, CARRIED_SOLD, booking, cents, "");
    if (known) {
        known->boxes += boxes;
        return;
    }
    StateRow row = state_row(CARRIED_SOLD);
    row.cells[CARRY_ID] = booking;
    row.revenue = revenue;
    row.boxes = boxes;
    g_array_append_val(state->rows, row);
}

static void add_sold(State *state) {
    const ToldPlan *plan = &state->plan;
    for (int row = 1; row < told_rows(plan, TABLE_CARRIED_OVER); row++) {
        ToldRow at = {plan, TABLE_CARRIED_OVER, row};
        if (told_of_kind(at, CARRIED_SOLD)) {
            add_sold_boxes(state, told_text(at, CARRY_ID), told_number(at, CARRY_REVENUE),
                           told_count(at, CARRY_BOXES));
        }
    }
    for (guint i = 0; i < state->journeys.all->len; i++) {
        const Journey *journey = journeys_at(&state->journeys, i);
        if (journey->kind == JOURNEY_BOXES && journey->gone && !journey->told) {
            add_sold_boxes(state, journey->id, journey->revenue, journey->boxes);
        }
    }
}

/* ---- containers ---- */

static void add_containers(State *state, CarriedKind kind, const char *container,
                           const char *station, const char *day, long boxes) {
    StateRow row = state_row(kind);
    row.cells[CARRY_CONTAINER] = container;
    row.cells[CARRY_TO] = station;
    row.cells[CARRY_ARRIVES] = day;
    row.boxes = boxes;
    g_array_append_val(state->rows, row);
}

/** The row of what was leased there, where it is not there yet. */
static void add_leased(State *state, const char *container, const char *station) {
    long boxes = standing_leased(&state->plan, container, station);
    if (boxes > 0 && !state_known(state, CARRIED_LEASE, container, station, "")) {
        add_containers(state, CARRIED_LEASE, container, station, "", boxes);
    }
}

/** The row of what comes back on that day, likewise. */
static void add_return(State *state, const char *container, const char *station, Date date) {
    char text[DATE_TEXT_SIZE];
    if (date < state->plan.first_day || date == DATE_MAX) {
        return;
    }
    const char *day = g_string_chunk_insert(state->texts, date_format(date, text));
    if (!state_known(state, CARRIED_RETURN, container, station, day)) {
        add_containers(state, CARRIED_RETURN, container, station, day,
                       standing_returned(&state->plan, &state->journeys, container, station, date));
    }
}

static void add_returns_and_leases(State *state) {
    const ToldPlan *plan = &state->plan;
    for (guint i = 0; i < state->journeys.all->len; i++) {
        const Journey *journey = journeys_at(&state->journeys, i);
        if (journey->kind == JOURNEY_BOXES && journey->gone && !journey->told && journey->counted) {
            add_return(state, journey->container, journey_last(journey)->to, journey->returned);
        }
    }
    for (int row = 1; row < told_rows(plan, TABLE_CARRIED_OVER); row++) {
        ToldRow at = {plan, TABLE_CARRIED_OVER, row};
        const char *container = told_text(at, CARRY_CONTAINER), *to = told_text(at, CARRY_TO);
        if (told_of_kind(at, CARRIED_RETURN)) {
            add_return(state, container, to, told_date(at, CARRY_ARRIVES));
        } else if (told_of_kind(at, CARRIED_LEASE)) {
            add_leased(state, container, to);
        }
    }
    for (int row = 1; row < told_rows(plan, TABLE_EQUIPMENT); row++) {
        ToldRow at = {plan, TABLE_EQUIPMENT, row};
        if (told_count(at, STOCK_LEASED) > 0) {
            add_leased(state, told_text(at, STOCK_CONTAINER), told_text(at, STOCK_STATION));
        }
    }
}

/* ---- wagon sets ---- */

static void add_sets_of(State *state, const char *pool, const char *station, long listed) {
    StateRow row = state_row(CARRIED_SETS);
    row.cells[CARRY_ID] = pool;
    row.cells[CARRY_TO] = station;
    row.boxes = listed;
    if (!state_known(state, CARRIED_SETS, pool, station, "")) {
        (void)standing_sets(&state->plan, &state->journeys, pool, station, &row.boxes);
        g_array_append_val(state->rows, row);
    }
}

/** Sets that were counted stand where they were, whoever else names the place. */
static void add_counted_sets(State *state) {
    const Commitments *commitments = &state->plan.kase->commitments;
    for (int i = 0; i < commitments->n_facts; i++) {
        const Happened *fact = &commitments->facts[i];
        const char *station = strrchr(fact->id, '@');
        if (fact->kind == HAPPENED_SETS && station) {
            add_sets_of(state,
                        g_string_chunk_insert_len(state->texts, fact->id, station - fact->id),
                        station + 1, fact->boxes);
        }
    }
}

static void add_standing_sets(State *state) {
    const ToldPlan *plan = &state->plan;
    const Case *kase = plan->kase;
    add_counted_sets(state);
    for (int row = 1; row < told_rows(plan, TABLE_RAKES); row++) {
        ToldRow at = {plan, TABLE_RAKES, row};
        add_sets_of(state, told_text(at, RAKE_POOL), told_text(at, RAKE_STATION), 0);
    }
    for (int row = 1; row < told_rows(plan, TABLE_CARRIED_OVER); row++) {
        ToldRow at = {plan, TABLE_CARRIED_OVER, row};
        if (told_of_kind(at, CARRIED_SETS)) {
            add_sets_of(state, told_text(at, CARRY_ID), told_text(at, CARRY_TO), 0);
        }
    }
    for (int pool = 0; pool < kase->n_rakes; pool++) {
        const Rake *listed = &kase->listed.rakes[pool];
        for (int i = 0; i < listed->n_sets; i++) {
            add_sets_of(state, listed->code, kase->stations[listed->sets[i].station].code,
                        listed->sets[i].sets);
        }
    }
}

static void add_set_events(State *state) {
    const ToldPlan *plan = &state->plan;
    for (int row = 1; row < told_rows(plan, TABLE_RAKES); row++) {
        ToldRow at = {plan, TABLE_RAKES, row};
        const char *cause = told_text(at, RAKE_TRAIN);
        if (told_instant(at, RAKE_AT) < plan->start ||
            !standing_cause_gone(plan, &state->journeys, cause)) {
            continue;
        }
        StateRow event = state_row(CARRIED_SET);
        event.cells[CARRY_ID] = told_text(at, RAKE_POOL);
        event.cells[CARRY_TRAIN] = cause;
        event.cells[CARRY_TO] = told_text(at, RAKE_STATION);
        event.cells[CARRY_ARRIVES] = told_text(at, RAKE_AT);
        event.boxes = told_count(at, RAKE_CHANGE);
        state->counts.sets += event.boxes > 0 ? event.boxes : 0;
        g_array_append_val(state->rows, event);
    }
}

/* ---- all ---- */

void state_work_out(State *state, const Case *kase) {
    *state = (State){.rows = g_array_new(FALSE, FALSE, sizeof(StateRow)),
                     .known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                     .texts = g_string_chunk_new(256)};
    told_plan_read(&state->plan, kase);
    journeys_read(&state->journeys, &state->plan);
    add_journeys(state);
    add_sold(state);
    add_returns_and_leases(state);
    add_standing_sets(state);
    add_set_events(state);
    g_array_sort(state->rows, state_row_order);
}

void state_free(State *state) {
    told_plan_free(&state->plan);
    journeys_free(&state->journeys);
    g_hash_table_unref(state->known);
    g_array_unref(state->rows);
    g_string_chunk_free(state->texts);
}
