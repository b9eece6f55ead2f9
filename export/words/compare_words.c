/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the screen that compares plans. */
#include "export/words/compare_words.h"

#include <string.h>

#include <glib.h>

static const char *const COMPARE_TEXTS[N_COMPARE_TEXTS][N_LANGS] = {
    [COMPARE_INPUTS] = {"Inputs that differ", "不同的输入"},
    [COMPARE_SAME_INPUTS] = {"The plans tell of no inputs that differ.",
                             "各方案记载的输入没有不同。"},
    [COMPARE_NO_DIGEST] = {"Plan {1} does not say which case it is of (no digest): an older "
                           "version made it.",
                           "方案 {1} 没有写明所属案例（无 digest）：它由旧版本生成。"},
    [COMPARE_FIGURE] = {"Figure", "指标"},
    [COMPARE_DIFFERENCE] = {"difference", "差值"},
    [COMPARE_CHANGE] = {"change", "变化"},
    [COMPARE_LINE] = {"line", "线路"},
    [COMPARE_TRAIN] = {"train", "列车"},
    [COMPARE_SHIFT] = {"later by", "推迟"},
    [COMPARE_MARGIN] = {"margin", "毛利"},
    [COMPARE_BOOKING] = {"booking", "订舱"},
    [COMPARE_CARRIED] = {"carried", "承运箱量"},
    [COMPARE_BOXES] = {"of boxes", "订舱箱量"},
    [COMPARE_REROUTED] = {"rerouted", "改径路"},
    [COMPARE_MODE] = {"mode", "方式"},
    [COMPARE_LEG] = {"leg", "区段"},
    [COMPARE_PRICED] = {"price of", "影子价格"},
    [COMPARE_TRAINS_OF] = {"Trains of {1}: {2}", "方案 {1} 的列车：{2}"},
    [COMPARE_BOOKINGS_OF] = {"Bookings of {1}: {2}", "方案 {1} 的订舱：{2}"},
    [COMPARE_FLOWS_OF] = {"TEU of {1} by leg: {2} changed of {3}",
                          "方案 {1} 各区段的 TEU：{3} 个区段中 {2} 个有变化"},
    [COMPARE_PRICES_OF] = {"Prices of {1}: {2} changed of {3}",
                           "方案 {1} 的影子价格：{3} 项中 {2} 项有变化"},
    [COMPARE_HOURS] = {"{1} h", "{1} 小时"},
    [COMPARE_MORE] = {"… and {1} more, see {2} (-o)", "…… 另有 {1} 项，见 {2}（-o）"},
    [COMPARE_WHERE] = {"The tables lie in {1}", "各表位于 {1}"},
    [COMPARE_REASONS] =
        {"Why: what the objective gains by each change, alone (all else as in a) and "
         "last (as in b)",
         "原因：各项变更使目标值增加多少：单独（其余同 a）与最后（其余同 b）"},
    [COMPARE_WITHOUT] = {"without: {1}", "去掉：{1}"},
    [COMPARE_ALONE] = {"alone", "单独"},
    [COMPARE_LAST] = {"last", "最后"},
    [COMPARE_TOTAL] = {"all together", "合计"},
    [COMPARE_INTERACTION] = {"interaction", "相互作用"},
    [COMPARE_RANGE] = {"between {1} and {2}", "介于 {1} 与 {2} 之间"},
    [COMPARE_ZERO] = {": cannot be told from zero", "：与零无法区分"},
    [COMPARE_UNKNOWN] = {"not known", "未知"},
    [COMPARE_SAME_CASE] = {"Why: the cases of a and b do not differ.",
                           "原因：a 与 b 的案例没有不同。"},
    [COMPARE_NO_PLAN] = {"No plan with {1}: {2}", "没有方案，当变更为 {1}：{2}"},
    [COMPARE_NO_CHANGE] = {"none of them", "无"},
};

static const char *const TRAIN_TEXTS[N_TRAIN_CHANGES][N_LANGS] = {
    [TRAIN_SAME] = {"same", "相同"},
    [TRAIN_MOVED] = {"moved", "移动"},
    [TRAIN_ADDED] = {"added", "新增"},
    [TRAIN_DROPPED] = {"dropped", "取消"},
};

static const char *const BOOKING_TEXTS[N_BOXES_CHANGES][N_LANGS] = {
    [BOXES_SAME] = {"same", "相同"},          [BOXES_REROUTED] = {"rerouted", "改径路"},
    [BOXES_GAINED] = {"gained", "增加"},      [BOXES_LOST] = {"lost", "减少"},
    [BOXES_ONLY_A] = {"only in a", "仅在 a"}, [BOXES_ONLY_B] = {"not in a", "a 中没有"},
};

/** What plans were made from. */
static const struct {
    const char *name;
    const char *texts[N_LANGS];
} INPUT_TEXTS[] = {
    {"case", {"case", "案例"}},
    {"digest", {"digest of the case", "案例摘要"}},
    {"scenario", {"scenarios", "情景"}},
    {"horizon.start", {"first day", "首日"}},
    {"horizon.weeks", {"weeks", "周数"}},
    {"horizon.zone", {"time zone", "时区"}},
    {"horizon.tail_days", {"days after", "尾期天数"}},
    {"horizon.mode", {"mode", "模式"}},
    {"version", {"version", "版本"}},
    {"solver", {"solver", "求解器"}},
};

const char *compare_text(Lang lang, CompareText key) {
    return COMPARE_TEXTS[key][lang];
}

const char *compare_train_text(Lang lang, TrainChange change) {
    return TRAIN_TEXTS[change][lang];
}

const char *compare_booking_text(Lang lang, BoxesChange change) {
    return BOOKING_TEXTS[change][lang];
}

const char *compare_input_text(Lang lang, const char *name) {
    for (size_t i = 0; i < G_N_ELEMENTS(INPUT_TEXTS); i++) {
        if (strcmp(INPUT_TEXTS[i].name, name) == 0) {
            return INPUT_TEXTS[i].texts[lang];
        }
    }
    return name;
}
