/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Works out what stands at a station at S from the rows of the earlier plan that tell of it. */
#include "verify/rolling/standing.h"

#include <string.h>

#include "verify/read/expect.h"

static const char REPOSITION_OF[] = "reposition ";

/* ---- containers ---- */

static bool tells_of_stock(ToldRow at, const char *container, const char *station) {
    return told_is(at, STOCK_CONTAINER, container) && told_is(at, STOCK_STATION, station);
}

/** The row of the first day on which equipment.csv tells of the place; 0. */
static int first_stock_row(const ToldPlan *plan, const char *container, const char *station) {
    int first = 0;
    for (int row = 1; row < told_rows(plan, TABLE_EQUIPMENT); row++) {
        ToldRow at = {plan, TABLE_EQUIPMENT, row}, so_far = {plan, TABLE_EQUIPMENT, first};
        if (tells_of_stock(at, container, station) &&
            (first == 0 || told_date(at, STOCK_DAY) < told_date(so_far, STOCK_DAY))) {
            first = row;
        }
    }
    return first;
}

/** What the boxes or empties of a journey have changed there before S. */
static long change_by(const ToldPlan *plan, const Journey *journey, const char *station) {
    const Zone *zone = plan->kase->horizon.zone;
    const JourneyLeg *first = journey_leg(journey, 0), *last = journey_last(journey);
    bool boxes = journey->kind == JOURNEY_BOXES;
    Date out = boxes ? journey->taken : zone_date(zone, first->leaves);
    Date back = boxes ? journey->returned : zone_date(zone, last->comes);
    long change = 0;
    if (boxes && (journey->told || !journey->counted)) {
        return 0; /* of those told of, the rows `return` speak */
    }
    if (!journey->told && out < plan->first_day && strcmp(first->from, station) == 0) {
        change -= journey->boxes;
    }
    if (back >= plan->began && back < plan->first_day && strcmp(last->to, station) == 0) {
        change += journey->boxes;
    }
    return change;
}

/** Boxes told of that came back in days from `from` to before `to`. */
static long told_returns(const ToldPlan *plan, const char *container, const char *station,
                         Date from, Date to) {
    long boxes = 0;
    for (int row = 1; row < told_rows(plan, TABLE_CARRIED_OVER); row++) {
        ToldRow at = {plan, TABLE_CARRIED_OVER, row};
        Date day = told_date(at, CARRY_ARRIVES);
        if (told_of_kind(at, CARRIED_RETURN) && told_is(at, CARRY_CONTAINER, container) &&
            told_is(at, CARRY_TO, station) && day >= from && day < to) {
            boxes += told_count(at, CARRY_BOXES);
        }
    }
    return boxes;
}

/** Leased by this plan itself, before S. */
static long leased_since(const ToldPlan *plan, const char *container, const char *station) {
    long boxes = 0;
    for (int row = 1; row < told_rows(plan, TABLE_EQUIPMENT); row++) {
        ToldRow at = {plan, TABLE_EQUIPMENT, row};
        if (tells_of_stock(at, container, station) && told_date(at, STOCK_DAY) < plan->first_day) {
            boxes += told_count(at, STOCK_LEASED);
        }
    }
    return boxes;
}

/** What was counted at S; NULL. */
static const Happened *counted_at(const ToldPlan *plan, HappenedKind kind, const char *what,
                                  const char *station) {
    g_autofree char *id = g_strjoin("@", what, station, NULL);
    return told_fact(plan, kind, id, NULL);
}

bool standing_containers(const ToldPlan *plan, const Journeys *journeys, const char *container,
                         const char *station, long *boxes) {
    ToldRow first = {plan, TABLE_EQUIPMENT, first_stock_row(plan, container, station)};
    const Happened *counted = counted_at(plan, HAPPENED_STOCK, container, station);
    if (counted) {
        *boxes = counted->boxes;
        return true;
    }
    if (first.row == 0) {
        return false;
    }
    *boxes = told_count(first, STOCK_STOCK) + told_count(first, STOCK_TAKEN) +
             told_count(first, STOCK_EMPTIES_OUT) - told_count(first, STOCK_RETURNED) -
             told_count(first, STOCK_EMPTIES_IN) - told_count(first, STOCK_LEASED) +
             leased_since(plan, container, station) +
             told_returns(plan, container, station, plan->began, plan->first_day);
    for (guint i = 0; i < journeys->all->len; i++) {
        const Journey *journey = journeys_at(journeys, i);
        if (journey->gone && journey->kind != JOURNEY_TRAIN &&
            strcmp(journey->container, container) == 0) {
            *boxes += change_by(plan, journey, station);
        }
    }
    return true;
}

long standing_leased(const ToldPlan *plan, const char *container, const char *station) {
    long boxes = leased_since(plan, container, station);
    for (int row = 1; row < told_rows(plan, TABLE_CARRIED_OVER); row++) {
        ToldRow at = {plan, TABLE_CARRIED_OVER, row};
        if (told_of_kind(at, CARRIED_LEASE) && told_is(at, CARRY_CONTAINER, container) &&
            told_is(at, CARRY_TO, station)) {
            boxes += told_count(at, CARRY_BOXES);
        }
    }
    return boxes;
}

long standing_returned(const ToldPlan *plan, const Journeys *journeys, const char *container,
                       const char *station, Date day) {
    long boxes = told_returns(plan, container, station, day, day + 1);
    for (guint i = 0; i < journeys->all->len; i++) {
        const Journey *journey = journeys_at(journeys, i);
        if (journey->gone && !journey->told && journey->kind == JOURNEY_BOXES && journey->counted &&
            journey->returned == day && strcmp(journey->container, container) == 0 &&
            strcmp(journey_last(journey)->to, station) == 0) {
            boxes += journey->boxes;
        }
    }
    return boxes;
}

/* ---- wagon sets ---- */

static bool tells_of_sets(ToldRow at, const char *pool, const char *station) {
    return told_is(at, RAKE_POOL, pool) && told_is(at, RAKE_STATION, station);
}

/** Changes before S of trains that did not run after all. */
static long changes_undone(const ToldPlan *plan, const Journeys *journeys, const char *pool,
                           const char *station) {
    long change = 0;
    for (int row = 1; row < told_rows(plan, TABLE_RAKES); row++) {
        ToldRow at = {plan, TABLE_RAKES, row};
        if (tells_of_sets(at, pool, station) && told_instant(at, RAKE_AT) < plan->start &&
            g_hash_table_contains(journeys->stayed, told_text(at, RAKE_TRAIN))) {
            change += told_count(at, RAKE_CHANGE);
        }
    }
    return change;
}

/** The row of the place that is last before S, or else the first at all; 0. */
static int telling_sets_row(const ToldPlan *plan, const char *pool, const char *station) {
    int last = 0, first = 0;
    for (int row = 1; row < told_rows(plan, TABLE_RAKES); row++) {
        ToldRow at = {plan, TABLE_RAKES, row};
        Minute instant = told_instant(at, RAKE_AT);
        if (!tells_of_sets(at, pool, station)) {
            continue;
        }
        if (instant < plan->start &&
            (last == 0 || instant >= told_instant((ToldRow){plan, TABLE_RAKES, last}, RAKE_AT))) {
            last = row;
        }
        if (first == 0 || instant < told_instant((ToldRow){plan, TABLE_RAKES, first}, RAKE_AT)) {
            first = row;
        }
    }
    return last > 0 ? last : first;
}

/** The sets that carried_over.csv of the earlier plan names; false where it names none. */
static bool told_sets(const ToldPlan *plan, const char *pool, const char *station, long *sets) {
    for (int row = 1; row < told_rows(plan, TABLE_CARRIED_OVER); row++) {
        ToldRow at = {plan, TABLE_CARRIED_OVER, row};
        if (told_of_kind(at, CARRIED_SETS) && told_is(at, CARRY_ID, pool) &&
            told_is(at, CARRY_TO, station)) {
            *sets = told_count(at, CARRY_BOXES);
            return true;
        }
    }
    return false;
}

bool standing_sets(const ToldPlan *plan, const Journeys *journeys, const char *pool,
                   const char *station, long *sets) {
    const Happened *counted = counted_at(plan, HAPPENED_SETS, pool, station);
    ToldRow at = {plan, TABLE_RAKES, telling_sets_row(plan, pool, station)};
    if (counted) {
        *sets = counted->boxes;
        return true;
    }
    if (at.row == 0) {
        return told_sets(plan, pool, station, sets);
    }
    *sets = told_count(at, RAKE_SETS);
    *sets -= told_instant(at, RAKE_AT) < plan->start ? changes_undone(plan, journeys, pool, station)
                                                     : told_count(at, RAKE_CHANGE);
    return true;
}

bool standing_cause_gone(const ToldPlan *plan, const Journeys *journeys, const char *cause) {
    const char *day = strchr(cause, '@');
    Date date;
    if (g_str_has_prefix(cause, REPOSITION_OF) && day) {
        return cell_date(day + 1, &date) && date < plan->first_day;
    }
    for (int row = 1; row < told_rows(plan, TABLE_CARRIED_OVER); row++) {
        ToldRow at = {plan, TABLE_CARRIED_OVER, row};
        if (told_of_kind(at, CARRIED_SET) && told_is(at, CARRY_TRAIN, cause)) {
            return true;
        }
    }
    return journeys_train(journeys, cause) != NULL;
}
