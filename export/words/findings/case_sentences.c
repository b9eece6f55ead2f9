/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said where parts of a case, or of its earlier plan, do not fit together. */
#include "export/words/findings/tables.h"

// NOLINTBEGIN(bugprone-suspicious-missing-comma): long sentences go on in the next line
const char *const case_sentences[N_CASE_CODES] = {
    [FINDING_SAME_ENDS] = "to is the same station as from: {1}",
    [FINDING_NO_BEIJING] = "the time zone Asia/Shanghai, in which timetables are written, cannot "
                           "be looked up: {1}",
    [REASON_NO_SUCH_ZONE] = "there is no such zone",

    [FINDING_NO_TARE] = "container type {1} has no tare: taken as 0 t",
    [FINDING_APART_FROM_ITSELF] = "apart_from names the class itself: {1}",
    [FINDING_BOOKING_LACKS] = "a booking lacks the key \"{1}\" (or \"tiers\")",
    [FINDING_BESIDE_TIERS] = "{1} cannot stand beside tiers, which have their own",
    [FINDING_DUE_BEFORE_READY] = "due is before ready",
    [FINDING_NOT_CARRIED] = "booking {1} cannot be carried: {2}",
    [FINDING_MUST_NOT_CARRIED] = "booking {1} must travel, but cannot be carried: {2}",
    [REASON_CLASS_AVOIDS] = "its class {1} avoids {2}",
    [REASON_CLASS_CONTAINERS] = "its class {1} does not use containers {2}",

    [FINDING_WINDOW] = "{1}.min is longer than {1}.max ({2} h)",
    [FINDING_WINDOW_OPEN] = "{1}.min is longer than {1}.max, left at its default ({2} h)",
    [FINDING_VALID_NEVER] = "valid.to is before valid.from: the slot never runs",
    [FINDING_STOP_ARRIVES] = "arrives is not after the departure before it",
    [FINDING_STOP_DEPARTS] = "departs is before arrives",
    [FINDING_STOP_AFTER_END] = "departs is not before the slot's end (runs)",
    [FINDING_STOP_KM] = "km must lie between {1} (the place before) and {2} (the slot's km)",
    [FINDING_ARRIVES_BESIDE] = "arrives stands in place of {1}; write one of the two",
    [FINDING_NEEDS_DEPARTS] =
        "{1} needs departs: without a timetable a feeder leaves when a box is "
        "ready",
    [FINDING_CLOCK_ORDER] =
        "{1} would be at {3} at {2}, not after {4} at {5}; write a later time or "
        "day",
    [FINDING_EVERY_PERIOD] = "the period of {1} weeks is no multiple of {2}; take other weeks for "
                             "the horizon",
    [FINDING_CLOSED_ORDER] = "the last day is before the first; both are closed",
    [FINDING_STOP_AT] = "at is the same station as its neighbour: {1}",
    [FINDING_CLOCKS] = "the clocks of {1} change on {2}, within the cyclic horizon and its tail: "
                       "the plan repeats by the minute, so local times there are then an hour "
                       "off; choose weeks without a change",

    [FINDING_MIN_ABOVE_MAX] = "trains_per_week.min is above trains_per_week.max ({1})",
    [FINDING_ROUTE_SHORT] = "route needs at least two stations",
    [FINDING_ROUTE_REPEATS] = "route names {1} twice in a row",
    [FINDING_ROUTE_GAP] = "line {1}: no slot runs from {2} to {3}, neighbours on its route",
    [FINDING_LINE_EMPTY] = "line {1} has neither trains nor a route",
    [FINDING_DAY_IDLE] = "departs: slot {1} never leaves on {2}",
    [FINDING_SLOTS_APART] = "slots: {1} starts at {2}, but {3} before it ends at {4}",
    [FINDING_OFF_ROUTE] = "train {1} leaves the route of its line {2}",

    [FINDING_LEG_SPEED] = "slot {1} runs from {2} to {3} at {4} km/h on average; check km and its "
                          "times",
    [FINDING_SLOT_IDLE] = "no line can use slot {1}: no train names it, and it joins no neighbours "
                          "on a route; check from and to",
    [FINDING_LINE_MIN_HIGH] = "line {1} wants at least {2} trains a week, but its slots have {3} "
                              "departures",
    [FINDING_LOAD_FACTOR_HIGH] = "line {1} has to reach a load factor of {2}, but boxes that ride "
                                 "all the way reach {3}: its slots differ in teu",
    [FINDING_BOX_HEAVY] = "a box of booking {1} weighs {2} t gross, more than any container may; "
                          "tonnes are t, not kg",
    [FINDING_READY_EARLY] = "booking {1} is ready more than {2} days before the horizon; check the "
                            "year and month",
    [FINDING_PAYS_TOO_LITTLE] =
        "booking {1} pays {2} a box, but its cheapest way costs {3} in legs, "
        "handling and feeders alone; check revenue",
    [FINDING_PLACE_SWAPPED] = "station {1} does not lie in {2}, but would with lat and lon swapped",
    [FINDING_PLACE_FAR] = "station {1} lies far from the other stations of {2}; check lat, lon and "
                          "country",

    [FINDING_END_VALUE_CYCLIC] = "end_value says what a box is worth after the horizon, which a "
                                 "cyclic one has not",
    [FINDING_BALANCE_EMPTY] = "a balance rule needs \"trains\" or \"teu\", or both",
    [FINDING_NO_GOAL] = "objective needs at least one goal",
    [FINDING_GOAL_NOT_MAP] = "{1} must be a map, such as {maximize: teu}",
    [FINDING_CLOSE_WHAT] = "close needs exactly one of \"slots\", \"stations\" and \"feeders\"",
    [FINDING_CLOSE_ORDER] = "close.to is not after close.from",
    [FINDING_SET_AT] = "at: \"{1}\" does not begin with a key of the case{2}",
    [FINDING_CHANGE_EMPTY] = "the change names nothing",
    [FINDING_CHANGE_KINDS] = "a change is exactly one of close, scale, set, shift, remove and "
                             "add",
    [FINDING_TOTAL] = "with these there are more than {1} {2} in the case, more than can be "
                      "counted",

    [FINDING_PLAN_NOT_NAMED] = "commitments: no earlier plan is named, so nothing is committed; "
                               "set plan, or use --commit DIR",
    [FINDING_FREEZE_ALONE] = "--freeze-before needs an earlier plan: name it by --commit DIR",
    [FINDING_COMMITTED_CYCLIC] = "commitments: a plan that repeats itself has no earlier plan to "
                                 "keep; take commitments or horizon.mode away",
    [FINDING_COMMITTED_IDLE] = "commitments: nothing is frozen and moving costs nothing: the "
                               "earlier plan has no effect; set frozen, frozen_before or price",
    [FINDING_PLAN_UNREADABLE] = "commitments: {1} {2}; name the folder of an earlier plan",
    [FINDING_PLAN_COLUMN] = "the column \"{1}\" is missing; is this a plan of Banlie's?",
    [FINDING_PLAN_CELL] = "\"{1}\" {2}",
    [FINDING_PLAN_INSTANT] = "\"{1}\" is no instant such as 2026-12-01T04:30+08:00",
    [FINDING_PLAN_WILD] = "frozen: the pattern is given up on \"{1}\" of the earlier plan: there "
                          "are too many ways in which it might match",
    [FINDING_PLAN_TRAIN_TWICE] = "the train {1} is there twice",
    [FINDING_PLAN_TRAIN_UNKNOWN] = "the train \"{1}\" does not run in trains.csv",
    [FINDING_PLAN_BOXES] = "with these the plan has more than {1} boxes, more than can be "
                           "counted",
    [FINDING_ITINERARY_TWICE] = "this itinerary of booking {1} is there twice",
    [FINDING_ITINERARY_UNKNOWN] = "allocations.csv does not have this itinerary",
    [FINDING_ITINERARY_EMPTY] = "legs.csv has no legs of this itinerary of booking {1}",
    [FINDING_LEG_ORDER] = "this is leg {1}, but leg {2} should follow; keep the order of the "
                          "legs",
    [FINDING_PLAN_OUTSIDE] = "commitments: trains ({1}) and itineraries ({2}) of the earlier plan "
                             "that leave outside the horizon are left out",
    [FINDING_PLAN_NO_SUMMARY] = "this is no summary of a plan",
    [FINDING_PLAN_RELAXED] = "this plan is a relaxation, which decides nothing; plan without "
                             "--relax",
    [FINDING_PLAN_NO_HORIZON] = "the plan does not say when it begins: an older version made it; "
                                "plan it again",
    [FINDING_PLAN_ZONE] = "the plan began earlier in the zone {1}, this case is in {2}; give both "
                          "the same horizon.zone",
    [FINDING_PLAN_TRAIN_CALLS] = "timetable.csv has no calls of the train {1}",
    [FINDING_ROLLED_WITHIN_WEEK] = "this plan begins {1} days after the earlier one: its weeks, "
                                   "and all that is bounded by the week, begin afresh",
    [FINDING_ROLLED_WITH_GAP] = "the earlier plan ended {1} days before this one begins: what "
                                "went on in between is not known",
    [FINDING_CARRIED_KIND] = "\"{1}\" is no kind of what can be carried over",
    [FINDING_CARGO_UNKNOWN] = "the containers of booking {1} are under way, but neither the plan "
                              "nor the case says which; list the booking in the case",
    [FINDING_SOLD_TIER] = "booking {1}: boxes ({2}) are gone at a revenue of which it has no tier "
                          "with as many; they are taken off its first tiers",
    [FINDING_SOLD_MORE] = "booking {1}: {2} boxes are gone already, but it has {3}; list all its "
                          "boxes as they were sold",
    [FINDING_CARRIED_STATION] = "boxes ({1}) stand at {2} or come there, a station that the case "
                                "has no more; they are left out",
    [FINDING_CARRIED_CALL] = "the train {1} is under way and has yet to call at {2}, a station "
                             "that the case has no more; bring it back",
    [FINDING_CLOSED_UNDER_WAY] = "closures would take the train {1}; it is under way "
                                 "and goes on as planned",
    [FINDING_SHIFTED_UNDER_WAY] =
        "train {1} is on a slot that is shifted; it is under way and goes on as planned",
    [FINDING_CLOSED_GONE_FEEDER] = "closures would take the feeder {1} at {2}; boxes "
                                   "on their way take it as planned",
    [FINDING_CARRIED_ROOM] = "the train {1} is under way on a line, slot or stop that the case "
                             "has no more; it takes no more boxes there",
    [FINDING_CARRIED_CONTAINER] = "the container type {1} is aboard {2}, but the case has it no "
                                  "more; bring it back",
    [FINDING_CARRIED_TRAIN] = "boxes of {2} are on their way to the train {1}, which the earlier "
                              "plan does not run",
    [FINDING_HAPPENED_TRAIN] = "a train either ran, and needs no row, or did not: boxes 0",
    [FINDING_HAPPENED_UNKNOWN] = "nothing that the earlier plan sent off, or where it counts, is "
                                 "the {1} \"{2}\"",
    [FINDING_HAPPENED_IDLE] =
        "what happened is passed over: the earlier plan does not begin before this one",
    [FINDING_HAPPENED_TWICE] = "{1} \"{2}\" stands in line {3} already",
    [FINDING_HAPPENED_MORE] = "booking {1}: no more than the {2} boxes of the plan can have left "
                              "so",
    [FINDING_HAPPENED_BOARDED] = "{1} came to the train {2}, which did not run: say in a row of "
                                 "kind box how many boxes left",
};
// NOLINTEND(bugprone-suspicious-missing-comma)
