/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names the figures of a plan as a whole. */
#include "export/words/kpi_words.h"

#include <string.h>

#include <glib.h>

#include "export/words/cost_words.h"

static const struct {
    const char *name;
    FigureKind kind;
    const char *texts[N_LANGS];
} FIGURES[] = {
    {"objective", FIGURE_PLAIN, {"Objective", "目标值"}},
    {"bound", FIGURE_PLAIN, {"Bound", "目标上限"}},
    {"gap", FIGURE_GAP, {"Gap", "差距"}},
    {"revenue", FIGURE_MONEY, {"Revenue", "收入"}},
    {"cost", FIGURE_MONEY, {"Cost", "成本"}},
    {"margin", FIGURE_MONEY, {"Margin", "毛利"}},
    {"trains_outbound", FIGURE_COUNT, {"Trains outbound", "去程列车"}},
    {"trains_return", FIGURE_COUNT, {"Trains return", "回程列车"}},
    {"equivalent_trains_outbound", FIGURE_TENTHS, {"Equivalent outbound", "去程折列"}},
    {"equivalent_trains_return", FIGURE_TENTHS, {"Equivalent return", "回程折列"}},
    {"loaded_teu_outbound", FIGURE_TENTHS, {"Loaded TEU outbound", "去程重箱 TEU"}},
    {"loaded_teu_return", FIGURE_TENTHS, {"Loaded TEU return", "回程重箱 TEU"}},
    {"empty_teu_outbound", FIGURE_TENTHS, {"Empty TEU outbound", "去程空箱 TEU"}},
    {"empty_teu_return", FIGURE_TENTHS, {"Empty TEU return", "回程空箱 TEU"}},
    {"teu_km", FIGURE_MONEY, {"TEU·km", "TEU·公里"}},
    {"load_factor_all", FIGURE_SHARE, {"Load factor", "满载率"}},
    {"load_factor_outbound", FIGURE_SHARE, {"Load factor outbound", "去程满载率"}},
    {"load_factor_return", FIGURE_SHARE, {"Load factor return", "回程满载率"}},
    {"loaded_ratio_all", FIGURE_SHARE, {"Loaded ratio", "重箱率"}},
    {"loaded_ratio_outbound", FIGURE_SHARE, {"Loaded ratio outbound", "去程重箱率"}},
    {"loaded_ratio_return", FIGURE_SHARE, {"Loaded ratio return", "回程重箱率"}},
    {"return_ratio_trains", FIGURE_SHARE, {"Return ratio, trains", "回程比（列车）"}},
    {"return_ratio_teu", FIGURE_SHARE, {"Return ratio, TEU", "回程比（TEU）"}},
    {"boxes_offered", FIGURE_COUNT, {"Boxes offered", "订舱箱量"}},
    {"boxes_carried", FIGURE_COUNT, {"Boxes carried", "承运箱量"}},
    {"boxes_unserved", FIGURE_COUNT, {"Boxes refused", "未承运箱量"}},
    {"boxes_late", FIGURE_COUNT, {"Boxes late", "晚到箱量"}},
    {"transit_hours_mean", FIGURE_TENTHS, {"Transit hours, mean", "运到小时（平均）"}},
    {"transit_hours_p90", FIGURE_TENTHS, {"Transit hours, 9 in 10", "运到小时（九成箱）"}},
    {"lifts", FIGURE_COUNT, {"Lifts", "吊装次数"}},
};

/** The part of the cost that a figure is; N_COST_PARTS where it is none. */
static CostPart cost_part_named(const char *name) {
    static const char begin[] = "cost_parts_";
    CostPart part = 0;
    if (!g_str_has_prefix(name, begin)) {
        return N_COST_PARTS;
    }
    while (part < N_COST_PARTS && strcmp(cost_part_key(part), name + strlen(begin)) != 0) {
        part++;
    }
    return part;
}

const char *kpi_text(Lang lang, const char *name, FigureKind *kind) {
    const CostPart part = cost_part_named(name);
    *kind = FIGURE_PLAIN;
    if (part < N_COST_PARTS) {
        *kind = FIGURE_MONEY;
        return cost_part_text(lang, part);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(FIGURES); i++) {
        if (strcmp(FIGURES[i].name, name) == 0) {
            *kind = FIGURES[i].kind;
            return FIGURES[i].texts[lang];
        }
    }
    return name;
}
