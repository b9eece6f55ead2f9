/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the words that cells of a plan's CSV files may be, and says what they mean. */
#include "config/plan_folder/plan_words.h"

#include <stddef.h>

const PlanWord plan_directions[] = {
    {"outbound", "Away from where the operator is at home, as the case's lines say."},
    {"return", "Back."},
    {NULL, NULL},
};

const PlanWord plan_train_states[] = {
    {"true", "It runs."},
    {"false", "It does not."},
    {"under_way", "An earlier plan has sent it off, and it has yet to arrive."},
    {NULL, NULL},
};

const PlanWord plan_reasons[] = {
    {"no_itinerary",
     "No train that may run can carry them: none leaves after they are ready and arrives by when "
     "they are due, with the transfers and classes that are allowed."},
    {"below_floor_price", "They pay less than `floor_price`: what they would cost, with what the "
                          "room they take is worth to others."},
    {"no_room", "They pay enough, but no room is left that a whole box fits in; so too where only "
                "trains could carry them that do not run."},
    {"past_due", "They could not be delivered in time even before this plan begins."},
    {"carried_before", "An earlier plan has sent off all its boxes: none are left."},
    {NULL, NULL},
};

const PlanWord plan_changes[] = {
    {"left_behind", "Boxes that were carried and are not now; `for` says for whom."},
    {"rerouted", "Boxes that go on other lines or by other stations."},
    {"another_day", "Boxes that go on the same lines and by the same stations, on other dates."},
    {"cancelled", "Boxes that the booking has no more."},
    {"stopped", "A train that does not run any more."},
    {"closed", "A train that a closed day, or a closure of a scenario, takes."},
    {"removed", "A train whose line, slot or timetable a scenario removes."},
    {"changed", "A train that does not run, while one of its name does over other slot runs."},
    {"new", "Boxes, or a train, that were not there."},
    {NULL, NULL},
};

const PlanWord plan_money_parts[] = {
    {"revenue", "What boxes pay that are carried."},
    {"train", "What trains cost to run: their line's and their slots'."},
    {"leg", "What loaded boxes cost on the trains' legs."},
    {"load", "Loading of loaded boxes on trains."},
    {"unload", "Unloading of them."},
    {"transfer", "Their changes from train to train."},
    {"feeder", "Their feeders."},
    {"late", "Their lateness."},
    {"unserved", "Boxes left behind."},
    {"empty", "All that empties cost: legs, handling, transfers."},
    {"lease", "Containers leased."},
    {"storage", "Containers that stand in stock."},
    {"end_value", "What the stock at the end is worth: above 0."},
    {"reposition", "Wagon sets moved without a train."},
    {"balance", "Penalties of balance rules."},
    {"moved", "Trains and boxes that are not where the earlier plan had them."},
    {NULL, NULL},
};
