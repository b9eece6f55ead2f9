/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the files of the earlier plan, and reads their cells. */
#include "verify/rolling/told_plan.h"

#include <jansson.h>
#include <string.h>

#include "base/text_file.h"
#include "verify/read/expect.h"

static const PlanTableId TOLD_TABLES[] = {TABLE_TRAINS, TABLE_TIMETABLE,   TABLE_ALLOCATIONS,
                                          TABLE_LEGS,   TABLE_EMPTIES,     TABLE_EQUIPMENT,
                                          TABLE_RAKES,  TABLE_CARRIED_OVER};

/** The first day in its summary.json; DATE_MAX where it has none. */
static Date told_first_day(const char *dir) {
    g_autofree char *path = g_build_filename(dir, "summary.json", NULL);
    TextFile text;
    TextFault fault;
    Date day = DATE_MAX;
    if (text_file_read(path, &text, &fault) != TEXT_FILE_OK) {
        return day;
    }
    json_t *root = json_loadb(text.bytes + text.start, text.size - text.start, 0, NULL);
    const char *start =
        json_string_value(json_object_get(json_object_get(root, "horizon"), "start"));
    if (!start || !cell_date(start, &day)) {
        day = DATE_MAX;
    }
    json_decref(root);
    text_file_free(&text);
    return day;
}

void told_plan_read(ToldPlan *plan, const Case *kase) {
    const char *dir = kase->commitments.plan;
    *plan = (ToldPlan){.kase = kase,
                       .start = zone_to_minute(kase->horizon.zone, kase->horizon.start, 0, NULL),
                       .first_day = kase->horizon.start,
                       .began = told_first_day(dir)};
    for (size_t i = 0; i < G_N_ELEMENTS(TOLD_TABLES); i++) {
        CsvError error;
        PlanTable *table = &plan->tables[TOLD_TABLES[i]];
        if (plan_table_read(table, TOLD_TABLES[i], dir, &error) != CSV_OK) {
            table->csv.n_rows = 0;
        }
    }
}

void told_plan_free(ToldPlan *plan) {
    for (size_t i = 0; i < G_N_ELEMENTS(TOLD_TABLES); i++) {
        plan_table_free(&plan->tables[TOLD_TABLES[i]]);
    }
}

int told_rows(const ToldPlan *plan, PlanTableId table) {
    return plan->tables[table].csv.n_rows;
}

const char *told_text(ToldRow at, int column) {
    const PlanTable *table = &at.plan->tables[at.table];
    return plan_table_has(table, column) ? plan_table_text(table, at.row, column) : "";
}

long told_count(ToldRow at, int column) {
    long count = 0;
    return cell_count(told_text(at, column), &count) ? count : 0;
}

double told_number(ToldRow at, int column) {
    double number = 0;
    return cell_number(told_text(at, column), &number, NULL) ? number : 0;
}

Minute told_instant(ToldRow at, int column) {
    Minute instant;
    return instant_parse(told_text(at, column), &instant) ? instant : INT64_MIN;
}

Date told_date(ToldRow at, int column) {
    Date day;
    return cell_date(told_text(at, column), &day) ? day : DATE_MAX;
}

bool told_is(ToldRow at, int column, const char *text) {
    return strcmp(told_text(at, column), text) == 0;
}

bool told_of_kind(ToldRow at, CarriedKind kind) {
    return told_is(at, CARRY_KIND, carried_kind_name(kind));
}

const Happened *told_fact(const ToldPlan *plan, HappenedKind kind, const char *id,
                          const char *itinerary) {
    const Commitments *commitments = &plan->kase->commitments;
    for (int i = 0; i < commitments->n_facts; i++) {
        const Happened *fact = &commitments->facts[i];
        if (fact->kind == kind && strcmp(fact->id, id) == 0 &&
            (!itinerary || strcmp(fact->itinerary, itinerary) == 0)) {
            return fact;
        }
    }
    return NULL;
}
