/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes that an earlier plan has sent off: rows of its allocations.csv whose first leg departs
 * before this plan begins, with their legs; and those that it was told of itself. */
#include <math.h>
#include <string.h>

#include "config/case_memory.h"
#include "config/finding_codes.h"
#include "config/rolling/gone_legs.h"

static const int BOXES_READ[] = {ALLOCATION_BOOKING, ALLOCATION_ITINERARY, ALLOCATION_BOXES,
                                 ALLOCATION_FROM,    ALLOCATION_TO,        ALLOCATION_REVENUE,
                                 ALLOCATION_TAKEN,   ALLOCATION_RETURNED,  -1};
static const int BOX_LEGS_READ[] = {LEG_BOOKING, LEG_ITINERARY, LEG_MODE,   LEG_TRAIN,
                                    LEG_SLOT,    LEG_FROM,      LEG_TO,     LEG_DEPARTS,
                                    LEG_ARRIVES, LEG_TEU,       LEG_TONNES, -1};

/** What the plan says of the boxes of one row of allocations.csv. */
typedef struct {
    const char *booking, *itinerary;
    const char *container, *cargo;
    int boxes;
    double revenue; /**< per box */
    const char *from, *to;
    Date taken, returned;
    bool counted; /**< they are taken from a stock, and given back */
} GoneBoxes;

static double in_cents(double value) {
    return round(value * 100) / 100;
}

/** A cell of a column that a plan may lack; NULL where it does. */
static const char *other_cell(const EarlierFile *file, int at, int column) {
    return plan_table_has(&file->table, column) ? earlier_text((Cell){file, at, column}) : NULL;
}

static const Demand *booking_of_case(const Case *kase, const char *code) {
    for (DemandId id = 0; id < kase->n_demand; id++) {
        if (strcmp(kase->demand[id].code, code) == 0) {
            return &kase->demand[id];
        }
    }
    return NULL;
}

/** Container and class: of the plan where it says so, else of the case. */
static bool read_cargo(const Rolling *rolling, const EarlierFile *file, int at, GoneBoxes *boxes) {
    const Case *kase = rolling->folder.kase;
    const char *container = other_cell(file, at, ALLOCATION_CONTAINER);
    const char *cargo = other_cell(file, at, ALLOCATION_CARGO);
    const Demand *demand = booking_of_case(kase, boxes->booking);
    if ((container == NULL || cargo == NULL) && demand == NULL) {
        finding_error(rolling->folder.findings, earlier_place((Cell){file, at, ALLOCATION_BOOKING}),
                      FINDING_CARGO_UNKNOWN, boxes->booking);
        return false;
    }
    boxes->container = container != NULL ? case_memory_text(kase->memory, container)
                                         : kase->containers[demand->container].code;
    boxes->cargo =
        cargo != NULL ? case_memory_text(kase->memory, cargo) : kase->cargo[demand->cargo].code;
    return true;
}

static bool read_gone_boxes(const Rolling *rolling, const EarlierFile *file, int at,
                            GoneBoxes *boxes) {
    const EarlierFolder *folder = &rolling->folder;
    double revenue;
    *boxes = (GoneBoxes){.booking = earlier_keep(folder, (Cell){file, at, ALLOCATION_BOOKING}),
                         .itinerary = earlier_keep(folder, (Cell){file, at, ALLOCATION_ITINERARY}),
                         .from = earlier_keep(folder, (Cell){file, at, ALLOCATION_FROM}),
                         .to = earlier_keep(folder, (Cell){file, at, ALLOCATION_TO})};
    Cell taken = {file, at, ALLOCATION_TAKEN}, returned = {file, at, ALLOCATION_RETURNED};
    boxes->counted = earlier_text(taken)[0] != '\0';
    if (!earlier_count(folder, (Cell){file, at, ALLOCATION_BOXES}, 1, &boxes->boxes) ||
        !earlier_number(folder, (Cell){file, at, ALLOCATION_REVENUE}, &revenue) ||
        (boxes->counted && (!earlier_date(folder, taken, &boxes->taken) ||
                            !earlier_date(folder, returned, &boxes->returned)))) {
        return false;
    }
    boxes->revenue = in_cents(revenue / boxes->boxes);
    return read_cargo(rolling, file, at, boxes);
}

/** The containers: out of the stock, and back into one, before this plan begins or later. */
static void count_containers(Rolling *rolling, const GoneBoxes *boxes) {
    if (!boxes->counted) {
        return;
    }
    if (boxes->taken < rolling->first_day) {
        GoneMove move = {boxes->container, boxes->from, -boxes->boxes};
        g_array_append_val(rolling->moves, move);
    }
    if (boxes->returned < rolling->first_day) {
        GoneMove move = {boxes->container, boxes->to, boxes->boxes};
        g_array_append_val(rolling->moves, move);
        return;
    }
    char day[DATE_TEXT_SIZE];
    CarriedRow row = carried_row(CARRIED_RETURN);
    row.container = boxes->container;
    row.to = boxes->to;
    row.arrives = case_memory_text(rolling->folder.kase->memory, date_format(boxes->returned, day));
    row.boxes = boxes->boxes;
    rolling_sum(rolling, &row);
}

static void add_gone_boxes(Rolling *rolling, const GoneBoxes *boxes, CarriedRow *legs, int n_legs) {
    CarriedRow sold = carried_row(CARRIED_SOLD);
    sold.id = boxes->booking;
    sold.boxes = boxes->boxes;
    sold.revenue = boxes->revenue;
    rolling_sum(rolling, &sold);
    count_containers(rolling, boxes);
    for (int i = 0; i < n_legs; i++) {
        legs[i].kind = CARRIED_BOX;
        legs[i].id = boxes->booking;
        legs[i].itinerary = boxes->itinerary;
        legs[i].container = boxes->container;
        legs[i].cargo = boxes->cargo;
        legs[i].boxes = boxes->boxes;
    }
    gone_legs_add(rolling, legs, n_legs);
}

/** As many boxes as really left.
 *  @return false, with an error, where that cannot be told */
static bool set_straight(Rolling *rolling, Cell cell, GoneBoxes *gone, GArray *legs) {
    const Happened *happened = happened_find(&rolling->folder.kase->commitments, rolling->found,
                                             HAPPENED_BOX, gone->booking, gone->itinerary);
    int stayed = gone_legs_stayed(rolling, legs), planned = gone->boxes;
    if (happened != NULL && happened->boxes > planned) {
        finding_error(rolling->folder.findings, happened->place, FINDING_HAPPENED_MORE,
                      gone->booking, planned);
        return false;
    }
    if (stayed > 0 && happened == NULL) {
        finding_error(rolling->folder.findings, earlier_place(cell), FINDING_HAPPENED_BOARDED,
                      gone->booking, g_array_index(legs, CarriedRow, stayed).train);
        return false;
    }
    gone->boxes = stayed == 0 ? 0 : happened != NULL ? happened->boxes : planned;
    for (guint i = 0; i < legs->len; i++) {
        CarriedRow *leg = &g_array_index(legs, CarriedRow, i);
        leg->teu = leg->teu * gone->boxes / planned;
        leg->tonnes = leg->tonnes * gone->boxes / planned;
    }
    return true;
}

static bool roll_allocation(Rolling *rolling, const EarlierFile *boxes, int at,
                            const EarlierFile *legs, GHashTable *first) {
    g_autofree char *key = g_strjoin("\n", earlier_text((Cell){boxes, at, ALLOCATION_BOOKING}),
                                     earlier_text((Cell){boxes, at, ALLOCATION_ITINERARY}), NULL);
    int leg = GPOINTER_TO_INT(g_hash_table_lookup(first, key));
    static const LegsRead columns = {LEG_MODE,    LEG_TRAIN,   LEG_SLOT, LEG_FROM,  LEG_TO,
                                     LEG_DEPARTS, LEG_ARRIVES, LEG_TEU,  LEG_TONNES};
    GoneBoxes gone;
    Minute departs;
    if (leg == 0) {
        return true; /* which committed_plan.c tells */
    }
    if (!earlier_instant(&rolling->folder, (Cell){legs, leg, LEG_DEPARTS}, &departs)) {
        return false;
    }
    if (departs >= rolling->start) {
        return true;
    }
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(CarriedRow));
    int end = leg + 1;
    while (end < legs->table.csv.n_rows &&
           strcmp(earlier_text((Cell){legs, end, LEG_BOOKING}),
                  earlier_text((Cell){legs, leg, LEG_BOOKING})) == 0 &&
           strcmp(earlier_text((Cell){legs, end, LEG_ITINERARY}),
                  earlier_text((Cell){legs, leg, LEG_ITINERARY})) == 0) {
        end++;
    }
    if (!gone_legs_read(&rolling->folder, legs, leg, end, &columns, rows) ||
        !read_gone_boxes(rolling, boxes, at, &gone) ||
        !set_straight(rolling, (Cell){boxes, at, ALLOCATION_BOXES}, &gone, rows)) {
        return false;
    }
    if (gone.boxes == 0) {
        return true; /* demand again */
    }
    add_gone_boxes(rolling, &gone, (CarriedRow *)(void *)rows->data, (int)rows->len);
    return true;
}

/** The first row of legs.csv of each itinerary. */
static GHashTable *first_legs(const EarlierFile *legs) {
    GHashTable *first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int at = legs->table.csv.n_rows - 1; at >= 1; at--) {
        g_hash_table_insert(first,
                            g_strjoin("\n", earlier_text((Cell){legs, at, LEG_BOOKING}),
                                      earlier_text((Cell){legs, at, LEG_ITINERARY}), NULL),
                            GINT_TO_POINTER(at));
    }
    return first;
}

/** What the earlier plan was told of itself: boxes sold, legs that are not over for long, and
 *  containers that were to come back. */
static bool roll_earlier_boxes(Rolling *rolling) {
    guint end;
    for (guint first = 0; first < rolling->before->len; first = end) {
        CarriedRow *rows = &g_array_index(rolling->before, CarriedRow, first);
        end = carried_group_end(rolling->before, first);
        if (rows->kind == CARRIED_BOX && rolling_keeps(rolling, rows[end - first - 1].arrives_at)) {
            g_array_append_vals(rolling->rows, rows, end - first);
        }
        for (guint i = first; i < end; i++) {
            const CarriedRow *row = &g_array_index(rolling->before, CarriedRow, i);
            Date day;
            if (row->kind == CARRIED_SOLD) {
                rolling_sum(rolling, row);
            } else if (row->kind == CARRIED_RETURN) {
                if (date_parse(row->arrives, &day) != FAULT_NONE) {
                    return false; /* read before */
                }
                if (day >= rolling->first_day) {
                    rolling_sum(rolling, row);
                } else {
                    GoneMove move = {row->container, row->to, row->boxes};
                    g_array_append_val(rolling->moves, move);
                }
            }
        }
    }
    return true;
}

bool roll_boxes(Rolling *rolling) {
    EarlierFile boxes, legs;
    bool ok = earlier_file_open(&rolling->folder, &boxes, TABLE_ALLOCATIONS, BOXES_READ);
    ok = earlier_file_open(&rolling->folder, &legs, TABLE_LEGS, BOX_LEGS_READ) && ok;
    if (ok) {
        GHashTable *first = first_legs(&legs);
        ok = roll_earlier_boxes(rolling);
        for (int at = 1; ok && at < boxes.table.csv.n_rows; at++) {
            ok = roll_allocation(rolling, &boxes, at, &legs, first);
        }
        g_hash_table_destroy(first);
    }
    plan_table_free(&boxes.table);
    plan_table_free(&legs.table);
    return ok;
}
