/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/words/texts.h"

#include <glib.h>

static const char *const TEXTS[N_TEXTS][N_LANGS] = {
    [TEXT_HORIZON] = {"{1} to {2}, weeks: {3} ({4})", "{1} 至 {2}，共 {3} 周（{4}）"},
    [TEXT_OPTIMAL] = {"Proven: no better plan exists.", "已证明：不存在更优的方案。"},
    [TEXT_GAP] = {"Proven within {1} of the best possible plan ({2} at most {3}).",
                  "已证明与最优方案相差不超过 {1}（{2}上限 {3}）。"},
    [TEXT_LIMIT] = {"Stopped before the proof was complete: within {1} of the best ({2} at most "
                    "{3}).",
                    "证明完成前已停止：与最优方案相差不超过 {1}（{2}上限 {3}）。"},
    [TEXT_UNBOUNDED] = {"Stopped early: how far the best plan is from this one is not known.",
                        "提前停止：与最优方案的差距未知。"},
    [TEXT_RELAXATION] = {"Relaxation only: no plan can earn more than {1} {2}; none was made.",
                         "仅求解松弛问题：任何方案的毛利都不超过 {1} {2}；未编制方案。"},
    [TEXT_RELAXED_GOAL] = {"Relaxation only: no plan has more {1} than {2}; none was made.",
                           "仅求解松弛问题：任何方案的{1}都不超过 {2}；未编制方案。"},
    [TEXT_GOAL_MARGIN] = {"margin", "毛利"},
    [TEXT_GOAL_TEU] = {"loaded TEU", "重箱 TEU"},
    [TEXT_GOAL_TEU_KM] = {"TEU·km", "TEU·公里"},
    [TEXT_GOAL_LOAD_FACTOR] = {"load factor", "满载率"},
    [TEXT_OUTBOUND] = {"outbound", "去程"},
    [TEXT_RETURN] = {"return", "回程"},
    [TEXT_ALL] = {"all", "合计"},
    [TEXT_TRAINS] = {"Trains", "列车"},
    [TEXT_LOAD_FACTOR] = {"Load factor", "满载率"},
    [TEXT_LOADED_TEU] = {"Loaded TEU", "重箱 TEU"},
    [TEXT_RETURN_RATIO] = {"Return ratio", "回程比"},
    [TEXT_RATIOS] = {"trains {1}, TEU {2}", "列车 {1}，TEU {2}"},
    [TEXT_BOXES] = {"Boxes", "箱量"},
    [TEXT_BOX_COUNTS] = {"{1} offered, {2} carried, {3} refused, {4} late",
                         "订舱 {1}，承运 {2}，未承运 {3}，晚到 {4}"},
    [TEXT_TRANSIT] = {"Transit", "运到时限"},
    [TEXT_TRANSIT_DAYS] = {"{1} days on average, nine boxes in ten within {2}",
                           "平均 {1} 天，九成箱在 {2} 天以内"},
    [TEXT_FEEDERS] = {"Feeders", "接驳"},
    [TEXT_FEEDER_USE] = {"{1} boxes carried for {2} {3}", "承运 {1} 箱，费用 {2} {3}"},
    [TEXT_EMPTIES] = {"Empties", "空箱"},
    [TEXT_EMPTY_MOVES] = {"{1} boxes ({2} TEU) moved for {3} {4}",
                          "调运 {1} 箱（{2} TEU），费用 {3} {4}"},
    [TEXT_CONTAINERS] = {"Containers", "箱管"},
    [TEXT_CONTAINER_COST] = {"{1} leased for {2} {4}, storage {3} {4}",
                             "租箱 {1} 个，租金 {2} {4}；堆存费 {3} {4}"},
    [TEXT_WAGON_SETS] = {"Wagon sets", "车板"},
    [TEXT_REPOSITIONS] = {"{1} moved without a train for {2} {3}", "回送 {1} 组，费用 {2} {3}"},
    [TEXT_REVENUE] = {"Revenue", "收入"},
    [TEXT_COST] = {"Cost", "成本"},
    [TEXT_MARGIN] = {"Margin", "毛利"},
    [TEXT_LINE] = {"Line", "线路"},
    [TEXT_MORE_LINES] = {"… and {1} more, see trains.csv", "…… 另有 {1} 条线路，见 trains.csv"},
    [TEXT_BOTTLENECKS] = {"Bottlenecks: what one more would add to the margin",
                          "瓶颈：每增加一个单位可增加的毛利"},
    [TEXT_NO_BOTTLENECKS] = {"No bottlenecks: more room would earn nothing more.",
                             "无瓶颈：增加能力不会增加毛利。"},
    [TEXT_MORE_TEU] = {"one more TEU on {1} ({2}–{3}) of {4}", "{4} 在 {1}（{2}–{3}）增加 1 TEU"},
    [TEXT_MORE_TONNE] = {"one more tonne on {1} ({2}–{3}) of {4}",
                         "{4} 在 {1}（{2}–{3}）增加 1 吨"},
    [TEXT_MORE_LIFT] = {"one more lift at {1} on {2}", "{1} 在 {2} 增加 1 次吊装"},
    [TEXT_MORE_FED] = {"one more box on {1} on {2}", "{1} 在 {2} 增加 1 箱"},
    [TEXT_WORTH] = {"{1} is worth {2} {3}", "{1}，价值 {2} {3}"},
    [TEXT_WHERE] = {"The plan lies in {1}", "方案位于 {1}"},
};

const char *text_get(Lang lang, TextKey key) {
    return TEXTS[key][lang];
}

char *text_filled(const char *text, const char *const *args) {
    GString *filled = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at++) {
        if (at[0] == '{' && g_ascii_isdigit(at[1]) && at[1] != '0' && at[2] == '}') {
            g_string_append(filled, args[at[1] - '1']);
            at += 2;
        } else {
            g_string_append_c(filled, *at);
        }
    }
    return g_string_free(filled, FALSE);
}

char *text_fill(Lang lang, TextKey key, const char *const *args) {
    return text_filled(text_get(lang, key), args);
}
