/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what an earlier plan has promised: its trains, and the itineraries of its boxes. */
#include "config/committed_plan.h"

#include <math.h>
#include <string.h>

#include <glib.h>

#include "base/values.h"
#include "config/case_memory.h"
#include "config/committed_empties.h"
#include "config/committed_terms.h"
#include "config/finding_codes.h"
#include "config/rolling/earlier_file.h"
#include "config/totals.h"

/** The columns that are looked at; the last is followed by -1. */
static const int TRAINS_WANTED[] = {TRAIN_NAME,    TRAIN_LINE,  TRAIN_RUNS,
                                    TRAIN_DEPARTS, TRAIN_SLOTS, -1};
static const int BOXES_WANTED[] = {ALLOCATION_BOOKING, ALLOCATION_ITINERARY, ALLOCATION_BOXES, -1};
static const int LEGS_WANTED[] = {LEG_BOOKING, LEG_ITINERARY, LEG_SEQ,     LEG_TRAIN, LEG_SLOT,
                                  LEG_FROM,    LEG_TO,        LEG_DEPARTS, -1};

/** An itinerary while its legs come in. */
typedef struct {
    CommittedItinerary read;
    GArray *legs;   /**< CommittedLeg */
    double revenue; /**< per box; NAN where the plan does not say */
    bool outside;   /**< one of its trains leaves outside the horizon */
    bool faulty;    /**< that is told already */
} Growing;

typedef struct {
    EarlierFolder folder;
    Case *kase;
    Commitments *into;
    Findings *findings;
    EarlierFile trains, boxes, legs;
    GArray *kept_trains;       /**< CommittedTrain */
    GHashTable *train_numbers; /**< name → index in kept_trains + 1; 0: outside the horizon */
    GHashTable *under_way;     /**< name → index in CarriedOver.trains + 1 */
    GArray *growing;           /**< Growing, in order of allocations.csv */
    GHashTable *by_key;        /**< `booking\nitinerary` → index in growing + 1 */
    int outside_trains, outside_itineraries;
    int64_t n_boxes; /**< of all itineraries read */
} Earlier;

/* ---- trains ---- */

static bool in_horizon(const Earlier *earlier, Minute departs) {
    const Horizon *horizon = &earlier->kase->horizon;
    return departs >= horizon->start_at && departs < horizon->end_at;
}

static bool is_frozen(const CommitmentRule *rule, const char *code, Minute departs) {
    return pattern_matches(rule->frozen, code) || departs < rule->frozen_before;
}

/** Tells of a pattern that gave up on a code of the earlier plan. */
static void check_frozen(const Earlier *earlier, const CommitmentRule *rule) {
    const char *code = pattern_gave_up(rule->frozen);
    if (code != NULL) {
        finding_error(earlier->findings, rule->frozen_place, FINDING_PLAN_WILD,
                      phrase_cut(code, EARLIER_SHOWN_BYTES));
    }
}

static void split_slots(const Earlier *earlier, CommittedTrain *train) {
    char **names = g_strsplit(train->slots, ";", -1);
    train->n_runs = (int)g_strv_length(names);
    train->runs =
        case_memory_array(earlier->kase->memory, (size_t)train->n_runs, sizeof *train->runs);
    for (int i = 0; i < train->n_runs; i++) {
        train->runs[i] = case_memory_text(earlier->kase->memory, names[i]);
    }
    g_strfreev(names);
}

static void keep_train(Earlier *earlier, int row, Minute departs) {
    const EarlierFile *file = &earlier->trains;
    CommittedTrain train = {.name = earlier_keep(&earlier->folder, (Cell){file, row, TRAIN_NAME}),
                            .line = earlier_keep(&earlier->folder, (Cell){file, row, TRAIN_LINE}),
                            .slots = earlier_keep(&earlier->folder, (Cell){file, row, TRAIN_SLOTS}),
                            .departs = departs,
                            .place = earlier_place((Cell){file, row, TRAIN_NAME})};
    int number = 0;
    bool gone = earlier->kase->carried != NULL && departs < earlier->kase->horizon.start_at;
    if (in_horizon(earlier, departs)) {
        train.frozen = is_frozen(&earlier->into->trains, train.line, departs);
        split_slots(earlier, &train);
        train.price = committed_train_price(earlier->kase, &train);
        g_array_append_val(earlier->kept_trains, train);
        number = (int)earlier->kept_trains->len;
    } else {
        earlier->outside_trains += departs != INT64_MIN && !gone;
    }
    if (!g_hash_table_insert(earlier->train_numbers, (gpointer)(guintptr)train.name,
                             GINT_TO_POINTER(number))) {
        finding_error(earlier->findings, train.place, FINDING_PLAN_TRAIN_TWICE, train.name);
    }
}

static void read_trains(Earlier *earlier) {
    const EarlierFile *file = &earlier->trains;
    for (int row = 1; row < file->table.csv.n_rows; row++) {
        Minute departs =
            INT64_MIN; /* its boxes are looked at nevertheless: they are not at fault */
        const char *runs = earlier_text((Cell){file, row, TRAIN_RUNS});
        if (strcmp(runs, "under_way") == 0) {
            g_hash_table_insert(
                earlier->train_numbers,
                (gpointer)earlier_keep(&earlier->folder, (Cell){file, row, TRAIN_NAME}), NULL);
        } else if (strcmp(runs, "true") == 0) {
            Minute read;
            if (earlier_instant(&earlier->folder, (Cell){file, row, TRAIN_DEPARTS}, &read)) {
                departs = read;
            }
            keep_train(earlier, row, departs);
        }
    }
}

/* ---- itineraries ---- */

static char *key_of(const EarlierFile *file, int row, int booking, int itinerary) {
    return g_strconcat(earlier_text((Cell){file, row, booking}), "\n",
                       earlier_text((Cell){file, row, itinerary}), NULL);
}

/** Boxes of an itinerary; 0 where they are wrong: its legs, which are read nevertheless, are not at
 * fault. */
static void read_count(Earlier *earlier, Cell cell, int *boxes) {
    int64_t before = earlier->n_boxes;
    if (!earlier_count(&earlier->folder, cell, 1, boxes)) {
        *boxes = 0;
        return;
    }
    earlier->n_boxes += *boxes;
    if (earlier->n_boxes > TOTAL_MAX) {
        if (before <= TOTAL_MAX) {
            finding_error(earlier->findings, earlier_place(cell), FINDING_PLAN_BOXES, TOTAL_MAX);
        }
        *boxes = 0;
    }
}

/** What a box pays; NAN where the plan does not say. */
static double revenue_of_row(const Earlier *earlier, int row, int boxes) {
    const EarlierFile *file = &earlier->boxes;
    double revenue;
    bool said =
        plan_table_has(&file->table, ALLOCATION_REVENUE) && boxes > 0 &&
        number_parse(earlier_text((Cell){file, row, ALLOCATION_REVENUE}), &revenue) == FAULT_NONE;
    return said ? revenue / boxes : (double)NAN;
}

static void read_boxes(Earlier *earlier) {
    const EarlierFile *file = &earlier->boxes;
    for (int row = 1; row < file->table.csv.n_rows; row++) {
        Growing growing = {.read = {.booking = earlier_keep(&earlier->folder,
                                                            (Cell){file, row, ALLOCATION_BOOKING}),
                                    .place = earlier_place((Cell){file, row, ALLOCATION_BOOKING})}};
        read_count(earlier, (Cell){file, row, ALLOCATION_BOXES}, &growing.read.boxes);
        growing.revenue = revenue_of_row(earlier, row, growing.read.boxes);
        growing.legs = g_array_new(FALSE, FALSE, sizeof(CommittedLeg));
        char *key = key_of(file, row, ALLOCATION_BOOKING, ALLOCATION_ITINERARY);
        growing.faulty = g_hash_table_contains(earlier->by_key, key);
        g_array_append_val(earlier->growing, growing);
        if (growing.faulty) {
            finding_error(earlier->findings, growing.read.place, FINDING_ITINERARY_TWICE,
                          growing.read.booking);
            g_free(key);
        } else {
            g_hash_table_insert(earlier->by_key, key, GINT_TO_POINTER((int)earlier->growing->len));
        }
    }
}

/** The train or feeder of a leg; false where the train is none of trains.csv. */
static bool read_carrier(Earlier *earlier, int row, Growing *growing, CommittedLeg *leg) {
    const EarlierFile *file = &earlier->legs;
    const char *slot = earlier_text((Cell){file, row, LEG_SLOT});
    Cell carrier = {file, row, LEG_TRAIN};
    gpointer number;
    leg->train = -1;
    leg->under_way = -1;
    leg->run =
        case_memory_text(earlier->kase->memory, slot[0] == '\0' ? earlier_text(carrier) : slot);
    if (slot[0] == '\0') {
        return true;
    }
    leg->under_way =
        GPOINTER_TO_INT(g_hash_table_lookup(earlier->under_way, earlier_text(carrier))) - 1;
    if (leg->under_way >= 0) {
        return true;
    }
    if (!g_hash_table_lookup_extended(earlier->train_numbers, earlier_text(carrier), NULL,
                                      &number)) {
        finding_error(earlier->findings, earlier_place(carrier), FINDING_PLAN_TRAIN_UNKNOWN,
                      earlier_shown(carrier));
        return false;
    }
    leg->train = GPOINTER_TO_INT(number) - 1;
    growing->outside |= leg->train < 0;
    return true;
}

static void read_leg(Earlier *earlier, int row) {
    const EarlierFile *file = &earlier->legs;
    g_autofree char *key = key_of(file, row, LEG_BOOKING, LEG_ITINERARY);
    int number = GPOINTER_TO_INT(g_hash_table_lookup(earlier->by_key, key));
    Cell seq = {file, row, LEG_SEQ};
    int place;
    CommittedLeg leg = {.leaves = earlier_keep(&earlier->folder, (Cell){file, row, LEG_DEPARTS}),
                        .from = earlier_keep(&earlier->folder, (Cell){file, row, LEG_FROM}),
                        .to = earlier_keep(&earlier->folder, (Cell){file, row, LEG_TO})};
    if (number == 0) {
        finding_error(earlier->findings, earlier_place((Cell){file, row, LEG_BOOKING}),
                      FINDING_ITINERARY_UNKNOWN);
        return;
    }
    Growing *growing = &g_array_index(earlier->growing, Growing, number - 1);
    if (!earlier_count(&earlier->folder, seq, 1, &place) ||
        !earlier_instant(&earlier->folder, (Cell){file, row, LEG_DEPARTS}, &leg.departs) ||
        !read_carrier(earlier, row, growing, &leg)) {
        growing->faulty = true;
        return;
    }
    if (place != (int)growing->legs->len + 1) {
        finding_error(earlier->findings, earlier_place(seq), FINDING_LEG_ORDER, place,
                      (int)growing->legs->len + 1);
        return;
    }
    g_array_append_val(growing->legs, leg);
}

static bool same_legs(const CommittedItinerary *a, const CommittedItinerary *b) {
    if (a->booking != b->booking || a->n_legs != b->n_legs) { /* equal texts are shared */
        return false;
    }
    for (int i = 0; i < a->n_legs; i++) {
        const CommittedLeg *x = &a->legs[i], *y = &b->legs[i];
        if (x->train != y->train || x->under_way != y->under_way || x->run != y->run ||
            x->from != y->from || x->to != y->to || x->departs != y->departs) {
            return false;
        }
    }
    return true;
}

/** Adds an itinerary to those kept; boxes of another tier on the same itinerary count together. */
static void keep_itinerary(Earlier *earlier, CommittedItinerary *itinerary) {
    Commitments *into = earlier->into;
    itinerary->frozen = is_frozen(&into->bookings, itinerary->booking, itinerary->legs[0].departs);
    for (int i = 0; i < into->n_earlier_itineraries; i++) {
        CommittedItinerary *known = &into->earlier_itineraries[i];
        if (same_legs(known, itinerary)) {
            int boxes = known->boxes + itinerary->boxes;
            known->price = (known->price * known->boxes + itinerary->price * itinerary->boxes) /
                           (boxes > 0 ? boxes : 1);
            known->boxes = boxes;
            return;
        }
    }
    into->earlier_itineraries[into->n_earlier_itineraries++] = *itinerary;
}

static bool is_gone(const Earlier *earlier, const CommittedLeg *first) {
    return earlier->kase->carried != NULL && first->departs < earlier->kase->horizon.start_at;
}

static void keep_itineraries(Earlier *earlier) {
    CaseMemory *memory = earlier->kase->memory;
    earlier->into->earlier_itineraries =
        case_memory_array(memory, earlier->growing->len, sizeof(CommittedItinerary));
    for (guint i = 0; i < earlier->growing->len; i++) {
        Growing *growing = &g_array_index(earlier->growing, Growing, i);
        CommittedItinerary *itinerary = &growing->read;
        itinerary->n_legs = (int)growing->legs->len;
        itinerary->legs = case_memory_array(memory, growing->legs->len, sizeof *itinerary->legs);
        if (growing->legs->len > 0) {
            memcpy(itinerary->legs, growing->legs->data,
                   growing->legs->len * sizeof *itinerary->legs);
        }
        if (growing->faulty) {
            continue;
        }
        if (itinerary->n_legs == 0) {
            finding_error(earlier->findings, itinerary->place, FINDING_ITINERARY_EMPTY,
                          itinerary->booking);
        } else if (is_gone(earlier, &itinerary->legs[0])) {
            continue; /* it has happened */
        } else if (growing->outside) {
            earlier->outside_itineraries++;
        } else {
            itinerary->price =
                committed_box_price(earlier->kase, itinerary->booking, growing->revenue);
            keep_itinerary(earlier, itinerary);
        }
    }
}

/* ---- the whole ---- */

/** Gone trains: some boxes may be promised a ride on them still. */
static void note_under_way(Earlier *earlier) {
    const CarriedOver *carried = earlier->kase->carried;
    for (int i = 0; carried != NULL && i < carried->n_trains; i++) {
        g_hash_table_insert(earlier->under_way, (gpointer)carried->trains[i].name,
                            GINT_TO_POINTER(i + 1));
    }
}

static void keep_earlier_trains(Earlier *earlier) {
    Commitments *into = earlier->into;
    into->n_earlier_trains = (int)earlier->kept_trains->len;
    into->earlier_trains = case_memory_array(earlier->kase->memory, earlier->kept_trains->len,
                                             sizeof *into->earlier_trains);
    if (into->n_earlier_trains > 0) {
        memcpy(into->earlier_trains, earlier->kept_trains->data,
               earlier->kept_trains->len * sizeof *into->earlier_trains);
    }
}

static void warn_outside(const Earlier *earlier) {
    if (earlier->outside_trains + earlier->outside_itineraries > 0) {
        finding_warning(earlier->findings, earlier->into->place, FINDING_PLAN_OUTSIDE,
                        earlier->outside_trains, earlier->outside_itineraries);
    }
}

void committed_plan_read(Case *kase, Findings *findings) {
    Earlier earlier = {
        .folder = {kase, findings},
        .kase = kase,
        .into = &kase->commitments,
        .findings = findings,
        .kept_trains = g_array_new(FALSE, FALSE, sizeof(CommittedTrain)),
        .train_numbers = g_hash_table_new(g_str_hash, g_str_equal),
        .under_way = g_hash_table_new(g_str_hash, g_str_equal),
        .growing = g_array_new(FALSE, FALSE, sizeof(Growing)),
        .by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
    };
    bool ok = earlier_file_open(&earlier.folder, &earlier.trains, TABLE_TRAINS, TRAINS_WANTED);
    ok = ok && earlier_file_open(&earlier.folder, &earlier.boxes, TABLE_ALLOCATIONS, BOXES_WANTED);
    ok = ok && earlier_file_open(&earlier.folder, &earlier.legs, TABLE_LEGS, LEGS_WANTED);
    if (ok) {
        note_under_way(&earlier);
        read_trains(&earlier);
        read_boxes(&earlier);
        for (int row = 1; row < earlier.legs.table.csv.n_rows; row++) {
            read_leg(&earlier, row);
        }
        if (!earlier.into->fill) {
            committed_empties_read(&earlier.folder, earlier.train_numbers, earlier.under_way);
        }
        keep_earlier_trains(&earlier);
        keep_itineraries(&earlier);
        check_frozen(&earlier, &earlier.into->trains);
        check_frozen(&earlier, &earlier.into->bookings);
        warn_outside(&earlier);
    }
    for (guint i = 0; i < earlier.growing->len; i++) {
        g_array_free(g_array_index(earlier.growing, Growing, i).legs, TRUE);
    }
    g_array_free(earlier.kept_trains, TRUE);
    g_array_free(earlier.growing, TRUE);
    g_hash_table_destroy(earlier.train_numbers);
    g_hash_table_destroy(earlier.under_way);
    g_hash_table_destroy(earlier.by_key);
    plan_table_free(&earlier.trains.table);
    plan_table_free(&earlier.boxes.table);
    plan_table_free(&earlier.legs.table);
}
