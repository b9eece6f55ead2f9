/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the CSV files of a plan, each with the columns it has to have. */
#include "verify/read/plan_table.h"

#include <string.h>

typedef struct {
    const char *file;
    const char *header; /**< all columns, joined by commas */
} Layout;

static const Layout LAYOUTS[PLAN_TABLES] = {
    [TABLE_TRAINS] = {"trains.csv", "train,line,direction,week,runs,departs,arrives,transit_hours,"
                                    "slots,offered_teu_km,loaded_teu_km,load_factor,loaded_boxes,"
                                    "empty_boxes,cost,revenue,margin"},
    [TABLE_TIMETABLE] = {"timetable.csv", "train,seq,station,station_en,station_zh,country,arrives,"
                                          "departs,arrives_beijing,departs_beijing,dwell_hours,day,"
                                          "slot,km,gauge_break"},
    [TABLE_ALLOCATIONS] = {"allocations.csv", "booking,itinerary,boxes,from,to,departs,arrives,"
                                              "transit_hours,late_hours,revenue,cost,margin"},
    [TABLE_LEGS] = {"legs.csv", "booking,itinerary,seq,mode,train_or_feeder,slot,from,to,departs,"
                                "arrives,boxes,teu,tonnes,cost"},
    [TABLE_BOOKINGS] = {"bookings.csv",
                        "booking,boxes,carried,unserved,reason,floor_price,opportunity_cost"},
    [TABLE_BALANCE] = {"balance.csv",
                       "rule,period,outbound_trains,return_trains,train_ratio,outbound_teu,"
                       "return_teu,teu_ratio,short_trains,short_teu,penalty"},
    [TABLE_CAPACITY] = {"capacity.csv",
                        "train,leg,slot,from,to,offered_teu,loaded_teu,empty_teu,tonnes,"
                        "limit_tonnes,price_per_teu,price_per_tonne"},
    [TABLE_STATIONS] = {"stations.csv",
                        "station,day,lifts,lifts_limit,lift_price,trains,trains_limit"},
    [TABLE_EMPTIES] = {"empties.csv", "container,move,seq,mode,train_or_feeder,from,to,departs,"
                                      "arrives,boxes,cost"},
    [TABLE_EQUIPMENT] = {"equipment.csv", "container,station,day,stock,taken,returned,empties_in,"
                                          "empties_out,leased,price"},
    [TABLE_RAKES] = {"rakes.csv", "pool,station,at,train,change,sets"},
    [TABLE_SLOTS] = {"slots.csv", "slot,departs,trains,trains_limit,price"},
    [TABLE_FEEDERS] = {"feeders.csv", "feeder,day,boxes,boxes_limit,price"},
    [TABLE_PRICES] = {"prices.csv", "rule,of,part,cargo,other_cargo,price"},
};

static bool header_fits(const PlanTable *table, const char *header) {
    GString *found = g_string_new(NULL);
    for (int column = 0; column < table->csv.n_columns && table->csv.n_rows > 0; column++) {
        g_string_append_printf(found, "%s%s", column > 0 ? "," : "",
                               csv_cell(&table->csv, 0, column));
    }
    bool fits =
        report_check(table->report, VERIFY_FILES, strcmp(found->str, header) == 0, table->file, 0,
                     "its columns are %s, they should be %s", found->str, header);
    g_string_free(found, TRUE);
    return fits;
}

bool plan_table_read(PlanTable *table, TableId id, const char *dir, VerifyReport *report) {
    *table = (PlanTable){.file = LAYOUTS[id].file, .report = report};
    char *path = g_build_filename(dir, table->file, NULL);
    CsvError error = {0};
    CsvStatus status = csv_read(path, &table->csv, &error);
    g_free(path);
    if (status == CSV_UNREADABLE) {
        report_unreadable(report, table->file, error.text);
        return false;
    }
    if (!report_check(report, VERIFY_FILES, status == CSV_OK, table->file, 0,
                      "line %d, column %d: %s", error.line, error.column, error.text)) {
        return false;
    }
    return header_fits(table, LAYOUTS[id].header);
}

const char *plan_table_cell(const PlanTable *table, int row, int column) {
    return csv_cell(&table->csv, row, column);
}

static char *index_key(const char *first, const char *second) {
    return g_strconcat(first, "\x1f", second, NULL);
}

GHashTable *plan_table_index(const PlanTable *table, int first, int second) {
    GHashTable *index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int row = 1; row < table->csv.n_rows; row++) {
        const char *one = plan_table_cell(table, row, first);
        const char *other = second >= 0 ? plan_table_cell(table, row, second) : "";
        char *key = index_key(one, other);
        if (ROW_CHECK(table, VERIFY_FILES, !g_hash_table_contains(index, key), row,
                      "%s %s stands here a second time", one, other)) {
            g_hash_table_insert(index, key, GINT_TO_POINTER(row));
        } else {
            g_free(key);
        }
    }
    return index;
}

int plan_table_find(GHashTable *index, const char *first, const char *second) {
    char *key = index_key(first, second);
    int row = GPOINTER_TO_INT(g_hash_table_lookup(index, key));
    g_free(key);
    return row;
}
