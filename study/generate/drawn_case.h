/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A made-up case before it is written: its timetable, its bookings, and what rules follow from
 * them.
 *
 *  Times within the week are minutes since Monday 00:00 UTC, those of bookings minutes since 1970.
 * Both take local times for winter's all the year round; every wait has an hour to spare for that.
 */
#ifndef BANLIE_STUDY_GENERATE_DRAWN_CASE_H
#define BANLIE_STUDY_GENERATE_DRAWN_CASE_H

#include "base/outcome.h"
#include "base/zone.h"
#include "study/generate/geography.h"
#include "study/generate/parameters.h"

enum {
    WEEK_MIN = 7 * MINUTES_PER_DAY,
    ROUTE_SLOTS = 3, /**< of a train: in China, on broad gauge, in Europe */
    ROUTE_PLACES = ROUTE_SLOTS + 1,
    SLOT_ID_SIZE = 32
};

/** What things draws are for: each kind has numbers of its own. */
typedef enum {
    DRAWS_LINES,
    DRAWS_SECTIONS,
    DRAWS_TIMETABLE,
    DRAWS_BOOKINGS,
    DRAWS_RULES,
    DRAWS_RESOURCES,
    DRAWS_CANDIDATES
} DrawSubject;

/** A path of the catalogue: a slot of the case. */
typedef struct {
    char id[SLOT_ID_SIZE];
    int from, to; /**< places */
    int stretch;  /**< 0: in China, 1: on broad gauge, 2: in Europe */
    int km, run_min;
    int teu, tonnes;  /**< tonnes: 0 where unlimited */
    const char *rake; /**< NULL: from no pool */
    int train_cost, teu_cost, empty_cost;
    int *departs; /**< in order of the local week */
    int n_departs, room;
} DrawnSlot;

/** A line, whose trains are designed. */
typedef struct {
    int route[ROUTE_PLACES];
    int slots[ROUTE_SLOTS]; /**< in DrawnCase.slots */
    bool outbound;
    int rank;         /**< 0; 1 for the second line between two places */
    int per_week_min; /**< trains; 0: none are asked for */
    int per_week_max;
    int longest_min; /**< the longest of its journeys */
    int cost;
} DrawnLine;

/** A train that the timetable was made for: one of a line's candidates. */
typedef struct {
    int line;
    int slots[ROUTE_SLOTS];
    int departs;                /**< of the first slot */
    int leg_waits[ROUTE_SLOTS]; /**< minutes from there to the departure of each slot */
    int takes_min;
} DrawnJourney;

typedef enum { BOX_20GP, BOX_40GP, BOX_40HC, BOX_45HC, BOX_40RF, N_BOX_TYPES } BoxType;

typedef enum { CARGO_GENERAL, CARGO_LITHIUM, CARGO_REEFER, N_CARGO_CLASSES } CargoClass;

typedef struct {
    int from, to; /**< places */
    int boxes;
    BoxType box;
    CargoClass cargo;
    int tonnes_10; /**< tenths of a tonne in a box */
    Minute ready;
    Date due;
    int revenue; /**< a box; also of the first tier */
    int late_per_day, late_days;
    int unserved;
    int cheap_boxes, cheap_revenue; /**< a second tier; no boxes where there is none */
    bool must, shipper;
    int line, week; /**< the line and week of the journey that it was made for */
} DrawnBooking;

/** Owns its arrays; an empty one is {0}. */
typedef struct {
    const Parameters *parameters;
    DrawnSlot *slots;
    int n_slots, slots_room;
    DrawnLine *lines;
    int n_lines, lines_room;
    DrawnJourney *journeys;
    int n_journeys, journeys_room;
    DrawnBooking *bookings;
    int n_bookings;
} DrawnCase;

/** Each adds one thing, zeroed, and hands out its index; -1 where memory ran out. */
int drawn_slot_add(DrawnCase *drawn);
int drawn_line_add(DrawnCase *drawn);
int drawn_journey_add(DrawnCase *drawn);

/** The slot from one place to the other; -1 where there is none. */
int drawn_slot_find(const DrawnCase *drawn, int from, int to);

/** Adds a departure in its order; one at the same minute is there once.
 *  @return false where memory ran out */
bool drawn_slot_depart(DrawnSlot *slot, int departs) __attribute__((warn_unused_result));

void drawn_case_clear(DrawnCase *drawn);

#endif
