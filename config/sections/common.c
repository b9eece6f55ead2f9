/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tables of several sections share: ranges of numbers, and checks.
 *
 * The ranges are far beyond what any planner needs, and narrow enough that whatever is worked out
 * from them fits its type and the LP solver keeps its digits. */
#include "config/sections/common.h"

#include <string.h>

#include "base/zone.h"
#include "config/finding_codes.h"

/* What is said of a range is made from its numbers. */
#define FROM_TO(low, high)                                                                         \
    { low, high, REASON_RANGE, #low, #high }
#define DAYS_FROM_TO(low, high)                                                                    \
    {                                                                                              \
        (double)(low)*MINUTES_PER_DAY, (double)(high)*MINUTES_PER_DAY, REASON_RANGE, #low "d",     \
            #high "d"                                                                              \
    }
#define TIME_UP_TO(high)                                                                           \
    { 0, (double)(high)*MINUTES_PER_DAY, REASON_RANGE, "0", #high "d" }
#define SOME_TIME_UP_TO(high)                                                                      \
    { 1, (double)(high)*MINUTES_PER_DAY, REASON_RANGE, "1m", #high "d" }

/* A long train in a currency of small units costs some 1e11. */
const Range RANGE_MONEY = FROM_TO(0, 1e12);

/* The tonnes of a box are wide enough for kilograms written by mistake, which a warning names. */
const Range RANGE_TRAIN_TEU = FROM_TO(0.01, 100000);
const Range RANGE_UPPER_TEU = FROM_TO(0, 100000);
const Range RANGE_TRAIN_TONNES = FROM_TO(0.01, 10000000);
const Range RANGE_BOX_TEU = FROM_TO(0.01, 1000);
const Range RANGE_BOX_TONNES = FROM_TO(0, 100000);
const Range RANGE_KM = FROM_TO(0.01, 100000);
const Range RANGE_GAUGE = FROM_TO(1, 10000);
const Range RANGE_LATITUDE = FROM_TO(-90, 90);
const Range RANGE_LONGITUDE = FROM_TO(-180, 180);

const Range RANGE_COUNT = FROM_TO(0, 1000000);
const Range RANGE_COUNT_FROM_ONE = FROM_TO(1, 1000000);
const Range RANGE_WEEKS = FROM_TO(1, 104);
const Range RANGE_VERSION = {1, 1, REASON_VERSION, "1", "1"};

const Range RANGE_SHARE = FROM_TO(0, 1);
const Range RANGE_POSITIVE_SHARE = FROM_TO(0.001, 1);
const Range RANGE_RATIO = FROM_TO(0, 1000);
const Range RANGE_FACTOR = FROM_TO(0, 1000000);
const Range RANGE_WEIGHT = FROM_TO(0, 1000000);

const Range RANGE_TIME = TIME_UP_TO(3650);
const Range RANGE_SOME_TIME = SOME_TIME_UP_TO(3650);
const Range RANGE_TAIL = TIME_UP_TO(366);
const Range RANGE_SHIFT = DAYS_FROM_TO(-3650, 3650);

void section_check_ends(Reader *reader, const Node *map, StationId from, StationId to) {
    if (from == to) {
        finding_error(reader->findings, place_of(map, "to"), FINDING_SAME_ENDS,
                      reader->kase->stations[to].code);
    }
}

void section_check_arrival(Reader *reader, const Node *map, const char *duration,
                           TripTime *arrives) {
    const Node *takes = node_get(map, duration), *clock = node_get(map, "arrives");
    if (takes != NULL && clock != NULL) {
        finding_error(reader->findings, clock->place, FINDING_ARRIVES_BESIDE, duration);
    }
    arrives->place = place_of(map, clock != NULL ? "arrives" : duration);
}

static const Field EVERY_FIELDS[] = {
    {"weeks", FIELD_COUNT, offsetof(Every, weeks), .required = true, .unit = "weeks",
     .range = &RANGE_WEEKS, .zh = "开行间隔周 隔周", .doc = "2: in each second week."},
    {"from", FIELD_DATE, offsetof(Every, from), .required = true, .zh = "起算周 起算日期",
     .doc = "A day of one of these weeks (Monday to Sunday, local at the trip's `from`); it counts "
            "backward as well."},
};
static void every_check(Reader *reader, const Node *map, void *row) {
    (void)reader;
    Every *every = row;
    every->place = place_of(map, "weeks");
}

const FieldTable every_table = {.noun = KEY_EVERY,
                                TABLE_FIELDS(EVERY_FIELDS),
                                .size = sizeof(Every),
                                .place_offset = OFFSET_NONE,
                                .key_offset = OFFSET_NONE,
                                .check = every_check};

int section_pack_stations(void *rows, int count, size_t size) {
    char *bytes = rows;
    int packed = 0;
    for (int i = 0; i < count; i++) {
        StationId station;
        memcpy(&station, bytes + (size_t)i * size, sizeof station);
        if (station >= 0) {
            memmove(bytes + (size_t)packed * size, bytes + (size_t)i * size, size);
            packed++;
        }
    }
    return packed;
}
