/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one list of the leaves of `kpi`, for tables that have a column for each. */
#include "export/view/kpi_columns.h"

#include <stddef.h>

#include "export/view/plan_view.h"

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

static double full_share(const TrafficKpi *traffic) {
    return plan_view_ratio(traffic->loaded_teu_km, traffic->offered_teu_km);
}

static double loaded_share(const TrafficKpi *traffic) {
    return plan_view_ratio(traffic->loaded_teu_km, traffic->loaded_teu_km + traffic->empty_teu_km);
}

void kpi_column_values(const Kpi *kpi, double values[N_KPI_COLUMNS]) {
    const TrafficKpi *out = &kpi->outbound, *ret = &kpi->ret;
    double *at = values;
    *at++ = kpi->revenue;
    *at++ = kpi->cost;
    *at++ = kpi->margin;
    for (int part = 0; part < N_COST_PARTS; part++) {
        *at++ = kpi->parts[part];
    }
    const double rest[] = {
        out->trains,
        ret->trains,
        out->loaded_teu / EQUIVALENT_TRAIN_TEU,
        ret->loaded_teu / EQUIVALENT_TRAIN_TEU,
        out->loaded_teu,
        ret->loaded_teu,
        out->empty_teu,
        ret->empty_teu,
        kpi->teu_km,
        full_share(&kpi->all),
        full_share(out),
        full_share(ret),
        loaded_share(&kpi->all),
        loaded_share(out),
        loaded_share(ret),
        plan_view_ratio(ret->trains, out->trains),
        plan_view_ratio(ret->loaded_teu, out->loaded_teu),
        (double)kpi->boxes_offered,
        (double)kpi->boxes_carried,
        (double)kpi->boxes_unserved,
        (double)kpi->boxes_late,
        kpi->transit.mean_hours,
        kpi->transit.p90_hours,
        (double)kpi->lifts,
    };
    _Static_assert(3 + N_COST_PARTS + sizeof rest / sizeof rest[0] == N_KPI_COLUMNS,
                   "a figure for each column");
    for (size_t i = 0; i < sizeof rest / sizeof rest[0]; i++) {
        *at++ = rest[i];
    }
}
