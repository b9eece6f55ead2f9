/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a planning problem: its size, trains and bookings that cannot travel, and
 * promises that cannot be kept. */
#include "export/words/findings/tables.h"

// NOLINTBEGIN(bugprone-suspicious-missing-comma): long sentences go on in the next line
const char *const problem_sentences[N_PROBLEM_CODES] = {
    [FINDING_RUN_SKIPPED] = "a clock change skips the departure of {1}; it leaves in the first "
                            "minute after the gap",
    [FINDING_RUN_TWICE] = "a clock change repeats the departure time of {1}; the earlier one is "
                          "taken",
    [FINDING_CALL_SKIPPED] =
        "a clock change skips the time at which {1} is at {2}; the first minute "
        "after the gap is taken",
    [FINDING_CALL_TWICE] =
        "a clock change repeats the time at which {1} is at {2}; the earlier one "
        "is taken",

    [FINDING_CLOSED_IDLE] = "closed: {1} has nothing to close on {2} within the horizon and its "
                            "tail",
    [FINDING_TRAINS_CANCELLED] = "closures take trains of {1} that had to run: {2}; the plan may "
                                 "earn more without them",
    [FINDING_REGULAR_FREED] =
        "closures take trains of the regular line {1}: {2}; its other weeks run "
        "without them, and the plan may earn more",

    [FINDING_SLOT_RUNS] = "the slots up to {1} have more than {2} runs within the horizon and its "
                          "tail; shorten either, or take slots or departures out",
    [FINDING_FEEDER_RUNS] = "the feeders up to {1} have more than {2} departures from the first "
                            "box that is ready to the last that may be delivered; check ready "
                            "and due of the bookings, or take feeders or departures out",
    [FINDING_STOCK_CELLS] = "{1} types of containers at {2} stations on {3} days are more than "
                            "can be planned; shorten the horizon or its tail, or leave types "
                            "out",
    [FINDING_REPOSITIONS] = "the pools up to {1} have more than {2} ways and days to move a set; "
                            "shorten the horizon or its tail, or take some out of reposition",
    [FINDING_CARGO_LEGS] = "{1} cargo classes are more than can be looked at on {2} legs of "
                           "trains; join classes, or narrow the choice of trains",
    [FINDING_CYCLE_LEGS] = "from {1}, when the first box is ready, to the end of the tail the "
                           "trains of the cyclic horizon have more than {2} legs; check ready of "
                           "the bookings, or shorten the tail",
    [FINDING_DEPARTURES] = "the trains up to {1} have more than {2} departures, or {3} legs; "
                           "shorten the horizon, or take trains out",
    [FINDING_CHAINS] = "line {1} has too many chains of slot runs to choose from (over {2}, of "
                       "{3} legs, with the trains before, or too many beginnings of such); "
                       "narrow the through windows, or set max_transit",

    [FINDING_NO_NEXT_RUN] = "train {1}: slot {2} has no run after its arrival at {3} that the "
                            "horizon's tail reaches; check the slot's valid dates or lengthen "
                            "the tail",
    [FINDING_LONG_WAIT] = "train {1} would wait {2} at {3} for slot {4}, longer than its "
                          "through.max of {5}; choose a slot that leaves sooner or widen the "
                          "window",
    [FINDING_SLOW_TRAIN] = "train {1} takes {2}, longer than max_transit of line {3}; choose "
                           "faster slots or raise max_transit",
    [FINDING_PAST_TAIL] = "train {1} arrives after the end of the horizon's tail; lengthen "
                          "horizon.tail",
    [FINDING_TRAIN_NEVER] = "train {1} never runs: its first slot {2} has no departure on its "
                            "days within the horizon",
    [FINDING_LINE_NEVER] = "line {1} has no chain of slot runs that keeps its dwell windows, "
                           "max_transit and the horizon: it can never run",
    [FINDING_REGULAR_GAP] = "train {1} belongs to the regular line {2}, but {3} has no like in "
                            "every week; give its slots the same times in all weeks, or set "
                            "regular to false",
    [FINDING_REGULAR_NEVER] = "line {1} is regular, but none of its chains of slot runs is there "
                              "in every week: it can never run",

    [REASON_NOTHING_LEAVES] = "no slot or feeder leaves {1}",
    [REASON_NOTHING_ARRIVES] = "no slot or feeder arrives at {1}",
    [REASON_NO_WAY] = "no chain of trains and feeders leads from {1} to {2}",
    [REASON_PAST_DUE] =
        "its fastest way reaches {1} {2} after its latest delivery; check ready, due "
        "and late.max",
    [REASON_TRANSIT] =
        "its quickest way from {1} to {2} that is in time takes {3}, longer than its "
        "max_transit of {4}",
    [REASON_CUTOFF] = "it is ready {2} too late for the cut-off at {1} (load.cutoff) of the last "
                      "train that would be in time",
    [REASON_LAST_DEPARTURE] = "the last train of the horizon that leads from {1} to {2} leaves at "
                              "{3}, before it is ready",
    [REASON_CLASS_WAY] = "its class {1} is barred from every way from {2} to {3}",
    [REASON_TRANSFERS] = "trains lead from {1} to {2}, but not within the transfer window of a "
                         "station where it could change",

    [FINDING_TRAIN_LOST] = "the train {1} is frozen, but {2}; bring that back, or free the train "
                           "in commitments.trains",
    [FINDING_CARRIER_LOST] = "boxes of {2} are on their way to the train {1}, but {3}; bring that "
                             "back",
    [FINDING_BOXES_LOST] = "booking {1} is frozen on this itinerary, but {2}; bring that back, or "
                           "free the booking in commitments.bookings",
    [FINDING_FROZEN_BOXES] = "{1} boxes of booking {2} are frozen, but it has {3} now; give it as "
                             "many, or free it in commitments.bookings",
    [REASON_LINE_GONE] = "line {1} is gone",
    [REASON_RUN_CLOSED] = "slot run {1} is closed",
    [REASON_RUN_GONE] = "slot run {1} is gone",
    [REASON_NO_SUCH_TRAIN] = "no train of line {1} can run over its slot runs any more",
    [REASON_BOOKING_GONE] = "booking {1} is gone",
    [REASON_TRAIN_LOST] = "its train {1} is lost: {2}",
    [REASON_TRAIN_STOPS] = "its train {1} does not go from {2} to {3} any more",
    [REASON_FEEDER_CLOSED] = "its feeder {1} is closed then",
    [REASON_FEEDER_GONE] = "its feeder {1} does not leave then any more",
    [REASON_TWO_FEEDERS] = "it takes two feeders in a row",
    [REASON_NO_TRAIN] = "it has no train",
    [REASON_STARTS_ELSEWHERE] = "the booking starts elsewhere now",
    [REASON_GOES_ELSEWHERE] = "the booking goes elsewhere now",
    [REASON_CLASS_FORBIDS] = "its class forbids its container, its origin or its destination",
    [REASON_CLASS_AT_STATION] = "its class avoids a station on the way",
    [REASON_CLASS_ON_SLOT] = "its class avoids a slot on the way",
    [REASON_LATE_FOR_TRAIN] = "the booking is ready too late for its train",
    [REASON_LATE_FOR_FEEDER] = "the booking is not ready for its feeder",
    [REASON_FEEDER_LEADS_AWAY] = "its feeder does not lead to its train",
    [REASON_FEEDER_LATE] = "its feeder arrives too late for the train's cutoff",
    [REASON_FEEDER_OUT_OF_REACH] = "its feeder cannot be reached from its train",
    [REASON_SAME_TRAIN] = "it would board the train that it left",
    [REASON_NO_TRANSFER] = "boxes cannot change trains there any more",
    [REASON_TRANSFER_WINDOW] = "the time to change trains is outside the station's transfer "
                               "window",
    [REASON_DELIVERED_LATE] = "it would be delivered after due and late.max",
    [REASON_TRANSIT_LONG] = "it would take longer than the booking's max_transit",
};
// NOLINTEND(bugprone-suspicious-missing-comma)
