/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an earlier plan has promised. */
#include "config/sections/commitments.h"

#include <stddef.h>

#include "config/reader/reader_state.h"
#include "config/sections/common.h"

static const Field TRAIN_FIELDS[] = {
    {"frozen", FIELD_PATTERN, offsetof(CommitmentRule, frozen), .target = SECTION_LINES,
     .doc = "Lines whose trains run again, over the same slot runs."},
    {"frozen_before", FIELD_INSTANT, offsetof(CommitmentRule, frozen_before), .fallback = "none",
     .zone_offset = OFFSET_NONE,
     .doc = "Trains of any line whose first departure lies before it run again, too, and no train "
            "that the earlier plan does not run leaves before it but those by hand that run "
            "`always`."},
    {"price", FIELD_NUMBER, offsetof(CommitmentRule, price), .fallback = "none",
     .unit = "currency per train", .range = &RANGE_MONEY,
     .doc = "What it costs that a train of the earlier plan does not run any more; without it 1 % "
            "of its line's `cost` and its slots' `cost.train`."},
};

static const FieldTable train_rule_table = {
    .noun = THE_COMMITTED_TRAINS,
    TABLE_FIELDS(TRAIN_FIELDS),
    .size = sizeof(CommitmentRule),
    .place_offset = OFFSET_NONE,
    .key_offset = OFFSET_NONE,
};

static const Field BOOKING_FIELDS[] = {
    {"frozen", FIELD_PATTERN, offsetof(CommitmentRule, frozen), .target = SECTION_DEMAND,
     .doc =
         "Bookings whose boxes stay on their itineraries: the same trains and feeder departures, "
         "from and to the same stations."},
    {"frozen_before", FIELD_INSTANT, offsetof(CommitmentRule, frozen_before), .fallback = "none",
     .zone_offset = OFFSET_NONE,
     .doc = "Boxes of any booking that set out before it, by train or feeder, stay, too."},
    {"price", FIELD_NUMBER, offsetof(CommitmentRule, price), .fallback = "none",
     .unit = "currency per box", .range = &RANGE_MONEY,
     .doc = "What it costs that a box does not travel on its earlier itinerary any more; without "
            "it 1 % of what it pays."},
};

static const FieldTable booking_rule_table = {
    .noun = THE_COMMITTED_BOOKINGS,
    TABLE_FIELDS(BOOKING_FIELDS),
    .size = sizeof(CommitmentRule),
    .place_offset = OFFSET_NONE,
    .key_offset = OFFSET_NONE,
};

static const Word HAPPENED_KINDS[] = {
    {"box", HAPPENED_BOX, "boxes of a booking that left on an itinerary of the earlier plan"},
    {"train", HAPPENED_TRAIN, "a train of the earlier plan that did not run"},
    {"stock", HAPPENED_STOCK, "containers counted as the horizon begins"},
    {"sets", HAPPENED_SETS, "wagon sets counted then"},
    {NULL, 0, NULL}};

static const Field HAPPENED_FIELDS[] = {
    {"kind", FIELD_WORD, offsetof(Happened, kind), .required = true, .words = HAPPENED_KINDS,
     .zh = "类别 种类", .doc = "What the row is about."},
    {"id", FIELD_TEXT, offsetof(Happened, id), .required = true, .zh = "编号",
     .doc = "Booking; train; `CONTAINER@STATION`; `POOL@STATION`."},
    {"itinerary", FIELD_TEXT, offsetof(Happened, itinerary), .fallback = "none",
     .zh = "径路序号 径路", .doc = "Of boxes: the itinerary of the booking in the earlier plan."},
    {"boxes", FIELD_COUNT, offsetof(Happened, boxes), .required = true, .range = &RANGE_COUNT,
     .zh = "箱量 箱数",
     .doc = "Boxes that left, 0: none; of a train 0; containers, or sets, that were counted."},
};

static void happened_row_check(Reader *reader, const Node *map, void *row) {
    Happened *happened = row;
    if (happened != NULL && happened->itinerary == NULL) {
        happened->itinerary = "";
    }
    if (happened != NULL && happened->kind == HAPPENED_TRAIN && happened->boxes != 0) {
        finding_error(reader->findings, place_of(map, "boxes"), FINDING_HAPPENED_TRAIN);
    }
}

static const FieldTable happened_table = {
    .noun = A_HAPPENED,
    TABLE_FIELDS(HAPPENED_FIELDS),
    .size = sizeof(Happened),
    .place_offset = offsetof(Happened, place),
    .key_offset = OFFSET_NONE,
    .check = happened_row_check,
};

#define HAPPENED_LIST                                                                              \
    {                                                                                              \
        "happened", FIELD_LIST, offsetof(Commitments, facts),                                      \
            .count_offset = offsetof(Commitments, n_facts), .table = &happened_table,              \
            .most = 1000000,                                                                       \
            .doc = "What really happened since the earlier plan began, where that differs from "   \
                   "it; as a rule a file: `{csv: FILE}`."                                          \
    }

static const Field HAPPENED_ALONE[] = {HAPPENED_LIST};

const FieldTable happened_list_table = {
    .noun = THE_COMMITMENTS,
    TABLE_FIELDS(HAPPENED_ALONE),
    .size = sizeof(Commitments),
    .place_offset = OFFSET_NONE,
    .key_offset = OFFSET_NONE,
};

static const Field COMMITMENTS_FIELDS[] = {
    {"plan", FIELD_TEXT, offsetof(Commitments, plan),
     .doc = "Folder of the earlier plan, resolved against this file. Without it the section waits "
            "for `--commit`."},
    {"trains", FIELD_GROUP, offsetof(Commitments, trains), .table = &train_rule_table,
     .doc = "Trains that run in the earlier plan."},
    {"bookings", FIELD_GROUP, offsetof(Commitments, bookings), .table = &booking_rule_table,
     .doc = "Boxes that travel in the earlier plan."},
    HAPPENED_LIST,
    {"fill", FIELD_FLAG, offsetof(Commitments, fill), .fallback = "true",
     .doc = "Whether boxes may be added to trains that leave before `trains.frozen_before`, or are "
            "under way; else those carry what the earlier plan put on them, or less where that "
            "is not frozen."},
};

static void commitments_check(Reader *reader, const Node *map, void *row) {
    (void)reader;
    Commitments *commitments = row;
    CommitmentRule *rules[] = {&commitments->trains, &commitments->bookings};
    const char *groups[] = {"trains", "bookings"};
    for (int i = 0; i < 2; i++) {
        rules[i]->frozen_place = place_within(map, groups[i], "frozen");
        rules[i]->before_place = place_within(map, groups[i], "frozen_before");
    }
}

const FieldTable commitments_table = {
    .noun = THE_COMMITMENTS,
    TABLE_FIELDS(COMMITMENTS_FIELDS),
    .size = sizeof(Commitments),
    .place_offset = offsetof(Commitments, place),
    .key_offset = OFFSET_NONE,
    .check = commitments_check,
};
