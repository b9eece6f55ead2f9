/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one list of the leaves of `kpi`, for tables that have a column for each. */
#include "export/view/kpi_columns.h"

#include <stddef.h>

#define ALONE(key, form)                                                                           \
    { key, NULL, key, form }
#define WITHIN(group, key, form)                                                                   \
    { group "_" key, group, key, form }
#define COST(key) WITHIN("cost_parts", key, KPI_MONEY)

const KpiColumn kpi_columns[N_KPI_COLUMNS] = {
    ALONE("revenue", KPI_MONEY),
    ALONE("cost", KPI_MONEY),
    ALONE("margin", KPI_MONEY),
    COST("train"),
    COST("leg"),
    COST("load"),
    COST("unload"),
    COST("transfer"),
    COST("feeder"),
    COST("late"),
    COST("unserved"),
    COST("empty"),
    COST("lease"),
    COST("storage"),
    COST("end_value"),
    COST("reposition"),
    COST("balance"),
    COST("moved"),
    WITHIN("trains", "outbound", KPI_COUNT),
    WITHIN("trains", "return", KPI_COUNT),
    WITHIN("equivalent_trains", "outbound", KPI_RATIO),
    WITHIN("equivalent_trains", "return", KPI_RATIO),
    WITHIN("loaded_teu", "outbound", KPI_RATIO),
    WITHIN("loaded_teu", "return", KPI_RATIO),
    WITHIN("empty_teu", "outbound", KPI_RATIO),
    WITHIN("empty_teu", "return", KPI_RATIO),
    ALONE("teu_km", KPI_TEU_KM),
    WITHIN("load_factor", "all", KPI_RATIO),
    WITHIN("load_factor", "outbound", KPI_RATIO),
    WITHIN("load_factor", "return", KPI_RATIO),
    WITHIN("loaded_ratio", "all", KPI_RATIO),
    WITHIN("loaded_ratio", "outbound", KPI_RATIO),
    WITHIN("loaded_ratio", "return", KPI_RATIO),
    WITHIN("return_ratio", "trains", KPI_RATIO),
    WITHIN("return_ratio", "teu", KPI_RATIO),
    WITHIN("boxes", "offered", KPI_COUNT),
    WITHIN("boxes", "carried", KPI_COUNT),
    WITHIN("boxes", "unserved", KPI_COUNT),
    WITHIN("boxes", "late", KPI_COUNT),
    WITHIN("transit_hours", "mean", KPI_RATIO),
    WITHIN("transit_hours", "p90", KPI_RATIO),
    ALONE("lifts", KPI_COUNT),
};

int kpi_decimals(KpiForm form) {
    static const int decimals[] = {
        [KPI_MONEY] = 2, [KPI_RATIO] = 6, [KPI_TEU_KM] = 1, [KPI_COUNT] = 0};
    return decimals[form];
}
