/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole case, and its single sections: horizon, objective, evaluation. */
#include "config/sections/root.h"

#include <stddef.h>

#include "config/finding_codes.h"
#include "config/reader/reader.h"
#include "config/reader/reader_scalars.h"
#include "config/reader/reader_words.h"
#include "config/sections/commitments.h"
#include "config/sections/common.h"
#include "config/sections/demand.h"
#include "config/sections/network.h"
#include "config/sections/resources.h"
#include "config/sections/scenarios.h"
#include "config/sections/trains.h"

static const Word MODES[] = {
    {"once", 0, "planned once"},
    {"cyclic", 1, "the last week is followed by the first"},
    {NULL, 0, NULL},
};

static const Field HORIZON_FIELDS[] = {
    {"start", FIELD_DATE, offsetof(Horizon, start), .required = true,
     .doc = "First day, local in `zone`."},
    {"weeks", FIELD_COUNT, offsetof(Horizon, weeks), .required = true, .unit = "weeks",
     .range = &RANGE_WEEKS,
     .doc = "A train belongs to the plan if its first departure lies in these weeks."},
    {"zone", FIELD_ZONE, offsetof(Horizon, zone), .required = true,
     .doc = "IANA time zone in which the weeks begin and end."},
    {"tail", FIELD_DURATION, offsetof(Horizon, tail_min), .fallback = "40d", .range = &RANGE_TAIL,
     .doc = "The last arrival of a train may lie this long after the end of the weeks."},
    {"mode", FIELD_CHOICE, offsetof(Horizon, cyclic), .fallback = "once", .words = MODES,
     .doc = "Whether the plan repeats itself."},
};

static void horizon_check(Reader *reader, const Node *map, void *row) {
    (void)reader;
    (void)map;
    Horizon *horizon = row;
    horizon->start_at = zone_to_minute(horizon->zone, horizon->start, 0, NULL);
    horizon->end_at = zone_to_minute(horizon->zone, horizon->start + horizon->weeks * 7, 0, NULL);
    horizon->last_arrival = horizon->end_at + horizon->tail_min;
}

static const FieldTable horizon_table = {
    .noun = THE_HORIZON,
    TABLE_FIELDS(HORIZON_FIELDS),
    .size = sizeof(Horizon),
    .place_offset = offsetof(Horizon, place),
    .key_offset = OFFSET_NONE,
    .check = horizon_check,
};

static const Word GOALS[] = {
    {"margin", GOAL_MARGIN, "revenue less all costs and penalties"},
    {"teu", GOAL_TEU, "loaded TEU delivered"},
    {"teu_km", GOAL_TEU_KM, "loaded TEU times km"},
    {"load_factor", GOAL_LOAD_FACTOR, "loaded TEU·km over offered TEU·km"},
    {NULL, 0, NULL},
};

static const Field GOAL_FIELDS[] = {
    {"maximize", FIELD_WORD, offsetof(Goal, kind), .required = true, .words = GOALS,
     .doc = "What is made as great as can be, with the goals before it held."},
    {"keep", FIELD_NUMBER, offsetof(Goal, keep), .fallback = "1", .range = &RANGE_POSITIVE_SHARE,
     .doc =
         "Share of this goal's best value that later goals must leave: 0.99 lets them cost 1 %."},
};

static const FieldTable goal_table = {
    .noun = A_GOAL,
    TABLE_FIELDS(GOAL_FIELDS),
    .size = sizeof(Goal),
    .place_offset = offsetof(Goal, place),
    .key_offset = OFFSET_NONE,
};

static const Field WEIGHT_FIELDS[] = {
    {"load_factor", FIELD_NUMBER, offsetof(Evaluation, weight_load_factor), .fallback = "40",
     .range = &RANGE_WEIGHT, .doc = "Weight of the load factor."},
    {"volume", FIELD_NUMBER, offsetof(Evaluation, weight_volume), .fallback = "30",
     .range = &RANGE_WEIGHT, .doc = "Weight of the volume."},
    {"balance", FIELD_NUMBER, offsetof(Evaluation, weight_balance), .fallback = "15",
     .range = &RANGE_WEIGHT, .doc = "Weight of the balance of the two directions."},
    {"loaded_ratio", FIELD_NUMBER, offsetof(Evaluation, weight_loaded_ratio), .fallback = "15",
     .range = &RANGE_WEIGHT, .doc = "Weight of the share of loaded boxes."},
};

static const FieldTable weight_table = {.noun = THE_WEIGHTS,
                                        TABLE_FIELDS(WEIGHT_FIELDS),
                                        .place_offset = OFFSET_NONE,
                                        .key_offset = OFFSET_NONE};

static const Field SUPPORT_FIELDS[] = {
    {"wagon_sets", FIELD_COUNT, offsetof(Evaluation, wagon_sets), .fallback = "0", .unit = "sets",
     .range = &RANGE_COUNT, .doc = "Extra wagon sets to share among the lines."},
    {"slots", FIELD_REFS, offsetof(Evaluation, slots), .target = SECTION_SLOTS,
     .count_offset = offsetof(Evaluation, n_slots), .most = 100000,
     .doc = "Extra slots to share among the lines."},
};

static const FieldTable support_table = {.noun = THE_SUPPORT,
                                         TABLE_FIELDS(SUPPORT_FIELDS),
                                         .place_offset = OFFSET_NONE,
                                         .key_offset = OFFSET_NONE};

static const Field EVALUATION_FIELDS[] = {
    {"weights", FIELD_GROUP, 0, .table = &weight_table,
     .doc = "How much each mark of a line counts."},
    {"support", FIELD_GROUP, 0, .table = &support_table,
     .doc = "What is shared out among the lines by their scores."},
};

static const FieldTable evaluation_table = {
    .noun = THE_EVALUATION,
    TABLE_FIELDS(EVALUATION_FIELDS),
    .size = sizeof(Evaluation),
    .place_offset = offsetof(Evaluation, place),
    .key_offset = OFFSET_NONE,
};

/** Reads `objective` into the case: one word, or a list of goals. */
static void read_objective(Reader *reader, const Field *field, const Node *node) {
    Case *kase = reader->kase;
    kase->objective_place = node->place;
    if (node->kind == NODE_SCALAR && node->csv == NULL) {
        const Field goal = {.name = field->name, .kind = FIELD_WORD, .words = field->words};
        int kind = GOAL_MARGIN;
        reader_read_scalar(reader, &goal, node, NULL, &kind);
        if (kind != GOAL_MARGIN) {
            kase->goals = case_memory_array(reader->memory, 1, sizeof *kase->goals);
            kase->goals[0] = (Goal){.kind = (GoalKind)kind, .keep = 1, .place = node->place};
            kase->n_goals = 1;
        }
        return;
    }
    const Node *list = reader_list(reader, field, node);
    if (list == NULL || !reader_check_count(reader, field, list)) {
        return;
    }
    if (list->count == 0) {
        finding_error(reader->findings, node->place, FINDING_NO_GOAL);
    }
    kase->objective_is_list = true;
    kase->goals = case_memory_array(reader->memory, (size_t)list->count, sizeof *kase->goals);
    kase->n_goals = list->count;
    for (int i = 0; i < list->count; i++) {
        const Node *item = list->items[i];
        if (item->kind == NODE_MAP) {
            reader_read_map(reader, field->table, item, &kase->goals[i], false);
        } else {
            finding_error(reader->findings, item->place, FINDING_GOAL_NOT_MAP,
                          phrase_word(field->table->noun));
        }
    }
}

#define CASE_LIST(member) offsetof(Case, member)
#define CASE_COUNT(member) .count_offset = offsetof(Case, n_##member)

/* The order is that of reading: what is referred to comes first where its values are looked at. */
static const Field CASE_FIELDS[] = {
    {"banlie", FIELD_COUNT, OFFSET_NONE, .required = true, .range = &RANGE_VERSION,
     .doc = "Version of the format: 1."},
    {"name", FIELD_NAME, offsetof(Case, title), .doc = "Name of the case; else that of its file."},
    {"currency", FIELD_CODE, offsetof(Case, currency), .fallback = "CNY",
     .doc = "Currency of all money, ISO 4217."},
    {"horizon", FIELD_GROUP, offsetof(Case, horizon), .required = true, .table = &horizon_table,
     .doc = "The weeks that are planned."},
    {"stations", FIELD_MAP, CASE_LIST(stations), CASE_COUNT(stations), .required = true,
     .section = SECTION_STATIONS, .table = &station_table, .most = 10000,
     .doc = "Places where trains start, end, pass or are handled."},
    {"containers", FIELD_MAP, CASE_LIST(containers), CASE_COUNT(containers),
     .section = SECTION_CONTAINERS, .table = &container_table, .most = 1000,
     .doc = "Container types. 20GP, 40GP, 40HC, 45HC and 40RF are built in (TEU 1, 2, 2, 2.25, 2; "
            "tare 2.2, 3.8, 3.9, 4.8, 4.8 t); each of their fields can be overridden."},
    {"cargo", FIELD_MAP, CASE_LIST(cargo), CASE_COUNT(cargo), .section = SECTION_CARGO,
     .table = &cargo_table, .most = 1000,
     .doc = "Cargo classes and their rules. `general` is built in, without rules."},
    {"rakes", FIELD_MAP, CASE_LIST(rakes), CASE_COUNT(rakes), .section = SECTION_RAKES,
     .table = &rake_table, .most = 1000,
     .doc = "Pools of wagon sets. A pool not listed is unlimited."},
    {"slots", FIELD_LIST, CASE_LIST(slots), CASE_COUNT(slots), .required = true,
     .section = SECTION_SLOTS, .table = &slot_table, .most = 100000,
     .doc = "The path catalogue: weekly paths, each on one section."},
    {"lines", FIELD_MAP, CASE_LIST(lines), CASE_COUNT(lines), .required = true,
     .section = SECTION_LINES, .table = &line_table, .most = 20000,
     .doc = "Lines. One without trains of its own is designed: any chain of slot runs along its "
            "route may be picked."},
    {"trains", FIELD_LIST, CASE_LIST(trains), CASE_COUNT(trains), .section = SECTION_TRAINS,
     .table = &train_table, .most = 100000, .doc = "Trains given by hand, as chains of slots."},
    {"load_factors", FIELD_LIST, CASE_LIST(load_factors), CASE_COUNT(load_factors),
     .table = &load_factor_table, .most = 10000,
     .doc = "Rules on load factors. For each line the first rule that matches holds."},
    {"demand", FIELD_LIST, CASE_LIST(demand), CASE_COUNT(demand), .section = SECTION_DEMAND,
     .table = &demand_table, .most = 1000000, .doc = "Bookings."},
    {"feeders", FIELD_LIST, CASE_LIST(feeders), CASE_COUNT(feeders), .section = SECTION_FEEDERS,
     .table = &feeder_table, .most = 20000,
     .doc = "Road, rail, sea, barge and air services to and from trains."},
    {"equipment", FIELD_MAP, CASE_LIST(equipment), CASE_COUNT(equipment), .table = &equipment_table,
     .doc = "Containers of our own, by container type. A type not listed is unlimited."},
    {"balance", FIELD_LIST, CASE_LIST(balance), CASE_COUNT(balance), .table = &balance_table,
     .most = 1000, .doc = "Rules on return trains, or their TEU, against outbound ones."},
    {"objective", FIELD_GOALS, OFFSET_NONE, .words = GOALS, .table = &goal_table, .most = 10,
     .fallback = "margin", .read = read_objective,
     .doc = "What is optimised: one word, or a list of goals, each in turn with those before it "
            "held."},
    {"evaluation", FIELD_GROUP, offsetof(Case, evaluation), .table = &evaluation_table,
     .given_offset = offsetof(Evaluation, given), .doc = "How lines are scored from a plan."},
    {"commitments", FIELD_GROUP, offsetof(Case, commitments), .table = &commitments_table,
     .given_offset = offsetof(Commitments, given),
     .doc =
         "What an earlier plan has promised: what is frozen stays as it was, moving the rest has "
         "a price. `banlie plan --commit DIR` names the earlier plan, too."},
    {"scenarios", FIELD_MAP, OFFSET_NONE, .table = &scenario_table,
     .count_offset = offsetof(Case, n_scenarios), .most = 1000,
     .doc = "Named changes to the case."},
};

const FieldTable case_table = {
    .noun = THE_CASE,
    TABLE_FIELDS(CASE_FIELDS),
    .size = sizeof(Case),
    .place_offset = OFFSET_NONE,
    .key_offset = OFFSET_NONE,
};
