/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Chinese sentences of what cases say. */
#include "export/words/findings/tables.h"

// NOLINTBEGIN(bugprone-suspicious-missing-comma): long sentences go on in the next line
const char *const case_chinese[N_CASE_CODES] = {
    [FINDING_SAME_ENDS] = "to 与 from 是同一车站：{1}",
    [FINDING_NO_BEIJING] = "时刻表所用的时区 Asia/Shanghai 无法查到：{1}",
    [REASON_NO_SUCH_ZONE] = "没有这个时区",
    [FINDING_NO_TARE] = "箱型 {1} 没有自重 tare：按 0 吨处理",
    [FINDING_APART_FROM_ITSELF] = "apart_from 写了该类别自身：{1}",
    [FINDING_BOOKING_LACKS] = "订舱缺少键 \"{1}\"（或 \"tiers\"）",
    [FINDING_BESIDE_TIERS] = "{1} 不能与 tiers 并存，tiers 各有自己的",
    [FINDING_DUE_BEFORE_READY] = "due 早于 ready",
    [FINDING_NOT_CARRIED] = "订舱 {1} 无法承运：{2}",
    [FINDING_MUST_NOT_CARRIED] = "订舱 {1} 必须承运，但无法承运：{2}",
    [REASON_CLASS_AVOIDS] = "其货物类别 {1} 不得经过 {2}",
    [REASON_CLASS_CONTAINERS] = "其货物类别 {1} 不使用箱型 {2}",
    [FINDING_WINDOW] = "{1}.min 长于 {1}.max（{2} 小时）",
    [FINDING_WINDOW_OPEN] = "{1}.min 长于 {1}.max 的默认值（{2} 小时）",
    [FINDING_VALID_NEVER] = "valid.to 早于 valid.from：该运行线从不开行",
    [FINDING_STOP_ARRIVES] = "arrives 不晚于前一站的发车",
    [FINDING_STOP_DEPARTS] = "departs 早于 arrives",
    [FINDING_STOP_AFTER_END] = "departs 不早于运行线的终到（runs）",
    [FINDING_STOP_KM] = "km 须在 {1}（前一处）与 {2}（运行线的 km）之间",
    [FINDING_STOP_AT] = "at 与相邻处是同一车站：{1}",
    [FINDING_CLOCKS] = "{1} 的时钟在 {2} "
                       "调整，处于循环计划期及其尾期之内：方案按分钟重复，当地时间此后相差一小时；"
                       "请选没有调整的周次",
    [FINDING_MIN_ABOVE_MAX] = "trains_per_week.min 大于 trains_per_week.max（{1}）",
    [FINDING_ROUTE_SHORT] = "route 至少需要两个车站",
    [FINDING_ROUTE_REPEATS] = "route 连续两次写了 {1}",
    [FINDING_ROUTE_GAP] = "线路 {1}：没有运行线从 {2} 到 {3}，而两者在其径路上相邻",
    [FINDING_LINE_EMPTY] = "线路 {1} 既无 trains 也无 route",
    [FINDING_DAY_IDLE] = "departs：运行线 {1} 从不在 {2} 发车",
    [FINDING_SLOTS_APART] = "slots：{1} 始于 {2}，而其前的 {3} 终于 {4}",
    [FINDING_OFF_ROUTE] = "列车 {1} 偏离其线路 {2} 的径路",
    [FINDING_END_VALUE_CYCLIC] = "end_value 是箱在计划期之后的价值，循环计划期没有此后",
    [FINDING_BALANCE_EMPTY] = "平衡规则需要 \"trains\" 或 \"teu\"，或两者",
    [FINDING_NO_GOAL] = "objective 至少需要一个目标",
    [FINDING_GOAL_NOT_MAP] = "{1} 须为映射，例如 {maximize: teu}",
    [FINDING_CLOSE_WHAT] = "close 需要 \"slots\" 或 \"stations\" 之一",
    [FINDING_CLOSE_ORDER] = "close.to 不晚于 close.from",
    [FINDING_SET_AT] = "set.at：\"{1}\" 不以案例的键开头{2}",
    [FINDING_CHANGE_EMPTY] = "该变更没有写明对象",
    [FINDING_CHANGE_KINDS] = "变更须恰为 close、scale、set、shift、remove、add 之一",
    [FINDING_TOTAL] = "至此案例中超过 {1} {2}，多得无法计数",
    [FINDING_PLAN_NOT_NAMED] =
        "commitments：没有写明原方案，因此没有承诺；请设置 plan，或使用 --commit DIR",
    [FINDING_FREEZE_ALONE] = "--freeze-before 需要原方案：请用 --commit DIR 写明",
    [FINDING_COMMITTED_CYCLIC] =
        "commitments：自身循环的方案没有须遵守的原方案；请去掉 commitments 或 horizon.mode",
    [FINDING_COMMITTED_IDLE] = "commitments：没有冻结，变更也不计费：原方案没有作用；请设置 "
                               "frozen、frozen_before 或 price",
    [FINDING_PLAN_UNREADABLE] = "commitments：{1} {2}；请写原方案的文件夹",
    [FINDING_PLAN_COLUMN] = "缺少列 \"{1}\"；这是 Banlie 的方案吗？",
    [FINDING_PLAN_CELL] = "\"{1}\" {2}",
    [FINDING_PLAN_INSTANT] = "\"{1}\" 不是时间点，例如 2026-12-01T04:30+08:00",
    [FINDING_PLAN_WILD] = "frozen：匹配式对原方案的 \"{1}\" 已放弃：可能的匹配方式过多",
    [FINDING_PLAN_TRAIN_TWICE] = "列车 {1} 出现两次",
    [FINDING_PLAN_TRAIN_UNKNOWN] = "列车 \"{1}\" 在 trains.csv 中没有开行",
    [FINDING_PLAN_BOXES] = "至此方案超过 {1} 箱，多得无法计数",
    [FINDING_ITINERARY_TWICE] = "订舱 {1} 的这条径路出现两次",
    [FINDING_ITINERARY_UNKNOWN] = "allocations.csv 中没有这条径路",
    [FINDING_ITINERARY_EMPTY] = "legs.csv 中没有订舱 {1} 这条径路的区段",
    [FINDING_LEG_ORDER] = "这是第 {1} 个区段，而此处应为第 {2} 个；请保持区段的顺序",
    [FINDING_PLAN_OUTSIDE] =
        "commitments：原方案中在计划期之外发出的列车（{1}）和径路（{2}）不予考虑",
    [FINDING_LEG_SPEED] = "运行线 {1} 从 {2} 到 {3} 平均时速 {4} 公里；请检查里程和时间",
    [FINDING_SLOT_IDLE] =
        "没有线路能使用运行线 {1}：没有列车用它，也不连接任何径路的相邻站；请检查 from 和 to",
    [FINDING_LINE_MIN_HIGH] = "线路 {1} 每周至少要开 {2} 列，但其运行线只有 {3} 个发车时刻",
    [FINDING_LOAD_FACTOR_HIGH] =
        "线路 {1} 的满载率须达到 {2}，但全程箱最多只能达到 {3}：各运行线箱位不同",
    [FINDING_BOX_HEAVY] =
        "订舱 {1} 的单箱总重为 {2} 吨，超过任何集装箱的允许值；tonnes 的单位是吨，不是公斤",
    [FINDING_READY_EARLY] = "订舱 {1} 的备妥时间早于计划期 {2} 天以上；请检查年月",
    [FINDING_PAYS_TOO_LITTLE] =
        "订舱 {1} 每箱运价 {2}，而最便宜的走法仅运输、装卸和接驳就要 {3}；请检查 revenue",
    [FINDING_PLACE_SWAPPED] = "车站 {1} 不在 {2} 境内，但经纬度互换后在境内",
    [FINDING_PLACE_FAR] = "车站 {1} 远离 {2} 的其他车站；请检查 lat、lon 和 country",
    [FINDING_PLAN_NO_SUMMARY] = "这不是方案的 summary.json",
    [FINDING_PLAN_RELAXED] = "此方案是松弛解，不作任何决定；请不带 --relax 重新编制",
    [FINDING_PLAN_NO_HORIZON] = "方案没有写明从何时开始：它由旧版本生成；请重新编制",
    [FINDING_PLAN_ZONE] =
        "原方案较早开始，时区为 {1}，而本案例为 {2}；请让两者的 horizon.zone 一致",
    [FINDING_PLAN_TRAIN_CALLS] = "timetable.csv 中没有列车 {1} 的停站",
    [FINDING_ROLLED_WITHIN_WEEK] =
        "本方案在原方案开始后 {1} 天开始：周次及一切按周限定的内容都重新起算",
    [FINDING_ROLLED_WITH_GAP] = "原方案在本方案开始前 {1} 天已结束：其间发生的事情未知",
    [FINDING_CARRIED_KIND] = "\"{1}\" 不是可结转内容的类别",
    [FINDING_CARGO_UNKNOWN] =
        "订舱 {1} 的箱在途，但方案和案例都没有写明是什么箱；请在案例中列出该订舱",
    [FINDING_SOLD_TIER] = "订舱 {1}：有箱（{2}）已发出，而没有箱数足够的该运价档；从最前的档中扣除",
    [FINDING_SOLD_MORE] = "订舱 {1}：已发出 {2} 箱，而它只有 {3} 箱；请按已售列出其全部箱量",
    [FINDING_CARRIED_STATION] = "有箱（{1}）停在或将到达 {2}，而案例已没有该车站；不予考虑",
    [FINDING_CARRIED_CALL] = "列车 {1} 在途，还要在 {2} 停靠，而案例已没有该车站；请补回",
    [FINDING_CARRIED_ROOM] = "列车 {1} 在途，而案例已没有其线路、运行线或停站；那里不再装箱",
    [FINDING_CARRIED_CONTAINER] = "{2} 上有箱型 {1} 的箱，而案例已没有该箱型；请补回",
    [FINDING_CARRIED_TRAIN] = "{2} 的箱正在前往列车 {1}，而原方案没有开行它",
    [FINDING_HAPPENED_TRAIN] = "列车要么已开行，不必写行；要么没有开行：boxes 写 0",
    [FINDING_HAPPENED_UNKNOWN] = "{1} \"{2}\" 不是原方案已发出的，也不是它计数的地方",
    [FINDING_HAPPENED_IDLE] = "实际情况不予采用：原方案并不早于本方案开始",
    [FINDING_HAPPENED_TWICE] = "{1} \"{2}\" 已写在第 {3} 行",
    [FINDING_HAPPENED_MORE] = "订舱 {1}：这样发出的不会多于方案的 {2} 箱",
    [FINDING_HAPPENED_BOARDED] =
        "{1} 已到达列车 {2}，而该列车没有开行：请用 box 行写明发出了多少箱",
};
// NOLINTEND(bugprone-suspicious-missing-comma)
