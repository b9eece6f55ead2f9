/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the CSV files of a plan's folder. */
#include "config/plan_folder/plan_files.h"

#include <glib.h>

static const PlanFile PLAN_FILES[PLAN_TABLES] = {
    [TABLE_TRAINS] = {"trains.csv", "train that runs; with `--all` also those that do not",
                      train_columns, TRAIN_COLUMNS},
    [TABLE_TIMETABLE] = {"timetable.csv", "train that runs and station that it serves (全程时刻表)",
                         stop_columns, STOP_COLUMNS},
    [TABLE_ALLOCATIONS] = {"allocations.csv", "booking and itinerary that its boxes take",
                           allocation_columns, ALLOCATION_COLUMNS},
    [TABLE_LEGS] = {"legs.csv",
                    "leg of an itinerary: on a train from one served station to the next, or on a "
                    "feeder",
                    leg_columns, LEG_COLUMNS},
    [TABLE_BOOKINGS] = {"bookings.csv", "booking, its tiers together", booking_columns,
                        BOOKING_COLUMNS, .of_relaxation = true},
    [TABLE_BALANCE] = {"balance.csv", "balance rule and period", balance_columns, BALANCE_COLUMNS},
    [TABLE_CAPACITY] = {"capacity.csv",
                        "leg of a train that runs; with `--relax` of every train that may run",
                        capacity_columns, CAPACITY_COLUMNS, .of_relaxation = true},
    [TABLE_STATIONS] = {"stations.csv", "station and day with lifts, trains or a price of a lift",
                        day_columns, DAY_COLUMNS, .of_relaxation = true},
    [TABLE_EMPTIES] = {"empties.csv", "leg of a move of empties", empty_columns, EMPTY_COLUMNS},
    [TABLE_EQUIPMENT] = {"equipment.csv",
                         "container type of our own, station and day; of stations that the type "
                         "names, moves at, or has a price at",
                         stock_columns, STOCK_COLUMNS},
    [TABLE_RAKES] = {"rakes.csv", "change of the wagon sets of a pool at a station", rake_columns,
                     RAKE_COLUMNS},
    [TABLE_SLOTS] = {"slots.csv", "slot run that some train may use", slot_columns, SLOT_COLUMNS},
    [TABLE_FEEDERS] = {"feeders.csv", "feeder and day with boxes, or with a price of one more",
                       feeder_columns, FEEDER_COLUMNS},
    [TABLE_PRICES] = {"prices.csv", "row of the priced LP with a price other than 0", price_columns,
                      PRICE_COLUMNS},
    [TABLE_CHANGES] = {"changes.csv", "train or itinerary that is not as in the earlier plan",
                       change_columns, CHANGE_COLUMNS, .of_commitments = true},
    [TABLE_LINES] = {"lines.csv", "line and week in which trains of it run", line_columns,
                     LINE_COLUMNS},
    [TABLE_MONEY] = {"money.csv", "part of the margin and line that it is of", money_columns,
                     MONEY_COLUMNS},
    [TABLE_CARRIED_OVER] = {"carried_over.csv",
                            "thing that earlier plans have sent off, as this plan begins",
                            carry_columns, CARRY_COLUMNS, .of_rolling = true},
};

const PlanFile *plan_file(PlanTableId id) {
    return &PLAN_FILES[id];
}

char *plan_column_offset_name(const PlanColumn *column, bool chinese) {
    return g_strconcat(chinese ? column->zh : column->name, chinese ? "时差" : "_offset", NULL);
}

char *plan_columns_heading(const PlanColumn *columns, int count, const TableForm *form) {
    const char separator = table_form_separator(form);
    GString *header = g_string_new(NULL);
    for (int i = 0; i < count; i++) {
        const PlanColumn *column = &columns[i];
        if (i > 0) {
            g_string_append_c(header, separator);
        }
        g_string_append(header, form->chinese ? column->zh : column->name);
        if (column->kind == COLUMN_INSTANT && table_form_splits(form)) {
            g_autofree char *offset = plan_column_offset_name(column, form->chinese);
            g_string_append_printf(header, "%c%s", separator, offset);
        }
    }
    return g_string_free(header, FALSE);
}

char *plan_file_heading(PlanTableId id, const TableForm *form) {
    return plan_columns_heading(plan_file(id)->columns, plan_file(id)->n_columns, form);
}

char *plan_file_header(PlanTableId id) {
    return plan_file_heading(id, &(TableForm){.style = STYLE_PLAIN});
}
