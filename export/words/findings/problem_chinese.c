/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Chinese sentences of trains, ways and promises. */
#include "export/words/findings/tables.h"

// NOLINTBEGIN(bugprone-suspicious-missing-comma): long sentences go on in the next line
const char *const problem_chinese[N_PROBLEM_CODES] = {
    [FINDING_CALL_SKIPPED] = "{1} 在 {2} 的时刻因夏令时调整而不存在；取间隔后的第一分钟",
    [FINDING_CALL_TWICE] = "{1} 在 {2} 的时刻因夏令时调整而出现两次；取较早者",
    [FINDING_CLOSED_IDLE] = "closed：在计划期及其延伸期内，{1} 在 {2} 没有可停运的班次",
    [FINDING_TRAINS_CANCELLED] = "停运取消了 {1} 必须开行的列车：{2}；没有它们，计划的收益可能更高",
    [FINDING_REGULAR_FREED] =
        "停运取消了固定班列线路 {1} 的列车：{2}；其余各周照开，计划的收益可能更高",
    [FINDING_RUN_SKIPPED] = "{1} 的发车时刻因夏令时调整而不存在；改在间隔后的第一分钟发车",
    [FINDING_RUN_TWICE] = "{1} 的发车时刻因夏令时调整而出现两次；取较早的一次",
    [FINDING_SLOT_RUNS] =
        "截至 {1} 的运行线在计划期及尾期内超过 {2} 个班次；请缩短其一，或去掉一些运行线或发车时刻",
    [FINDING_FEEDER_RUNS] = "截至 {1} 的接驳从首箱备妥到末箱最晚交货超过 {2} 个班次；请检查订舱的 "
                            "ready 和 due，或去掉一些接驳或发车时刻",
    [FINDING_STOCK_CELLS] =
        "{1} 种箱型、{2} 个车站、{3} 天，多得无法规划；请缩短计划期或尾期，或去掉一些箱型",
    [FINDING_REPOSITIONS] =
        "截至 {1} 的车板有超过 {2} 种回送方式和日期；请缩短计划期或尾期，或去掉一些 reposition",
    [FINDING_CARGO_LEGS] =
        "{1} 个货物类别、{2} 个列车区段，多得无法处理；请合并类别，或缩小列车的选择范围",
    [FINDING_CYCLE_LEGS] = "从首箱备妥的 {1} 到尾期结束，循环计划期的列车超过 {2} "
                           "个区段；请检查订舱的 ready，或缩短尾期",
    [FINDING_DEPARTURES] =
        "截至 {1} 的列车超过 {2} 个班次，或 {3} 个区段；请缩短计划期，或去掉一些列车",
    [FINDING_CHAINS] = "线路 {1} 可选的班次链过多（连同之前的列车超过 {2} 条、{3} "
                       "个区段，或其开头过多）；请缩小 through 时间窗，或设置 max_transit",
    [FINDING_NO_NEXT_RUN] = "列车 {1}：运行线 {2} 在其到达 {3} "
                            "之后、尾期之内没有班次；请检查运行线的 valid，或延长尾期",
    [FINDING_LONG_WAIT] = "列车 {1} 须在 {3} 等候运行线 {4} 达 {2}，长于该站的 "
                          "through.max（{5}）；请选更早的运行线，或放宽时间窗",
    [FINDING_SLOW_TRAIN] =
        "列车 {1} 需时 {2}，长于线路 {3} 的 max_transit；请选更快的运行线，或提高 max_transit",
    [FINDING_PAST_TAIL] = "列车 {1} 在尾期结束之后到达；请延长 horizon.tail",
    [FINDING_TRAIN_NEVER] = "列车 {1} 从不开行：其首条运行线 {2} 在计划期内没有该列车日期的班次",
    [FINDING_LINE_NEVER] = "线路 {1} 没有符合停留时间窗、max_transit 和计划期的班次链：从不能开行",
    [FINDING_REGULAR_GAP] =
        "列车 {1} 属于固定班期线路 {2}，但 {3} "
        "并非每周都有对应班次；请让其运行线各周时刻相同，或将 regular 设为 false",
    [FINDING_REGULAR_NEVER] = "线路 {1} 为固定班期，但没有一条班次链每周都有：从不能开行",
    [REASON_NOTHING_LEAVES] = "没有运行线或接驳从 {1} 发出",
    [REASON_NOTHING_ARRIVES] = "没有运行线或接驳到达 {1}",
    [FINDING_TRAIN_LOST] =
        "列车 {1} 已冻结，但{2}；请将其恢复，或在 commitments.trains 中放开该列车",
    [FINDING_BOXES_LOST] =
        "订舱 {1} 已冻结在这条径路上，但{2}；请将其恢复，或在 commitments.bookings 中放开该订舱",
    [FINDING_FROZEN_BOXES] =
        "订舱 {2} 的 {1} 箱已冻结，但现在只有 {3} 箱；请给足箱数，或在 commitments.bookings 中放开",
    [REASON_LINE_GONE] = "线路 {1} 已不存在",
    [REASON_RUN_CLOSED] = "运行线班次 {1} 停运",
    [REASON_RUN_GONE] = "运行线班次 {1} 已不存在",
    [REASON_NO_SUCH_TRAIN] = "线路 {1} 已没有列车能走其运行线班次",
    [REASON_BOOKING_GONE] = "订舱 {1} 已不存在",
    [REASON_TRAIN_LOST] = "其列车 {1} 已不存在：{2}",
    [REASON_TRAIN_STOPS] = "其列车 {1} 已不从 {2} 开往 {3}",
    [REASON_FEEDER_CLOSED] = "其接驳 {1} 届时停运",
    [REASON_FEEDER_GONE] = "其接驳 {1} 已不在该时刻发出",
    [REASON_TWO_FEEDERS] = "它连续使用两次接驳",
    [REASON_NO_TRAIN] = "它没有列车",
    [REASON_STARTS_ELSEWHERE] = "该订舱的发站已改变",
    [REASON_GOES_ELSEWHERE] = "该订舱的到站已改变",
    [REASON_CLASS_FORBIDS] = "其货物类别不允许其箱型、发站或到站",
    [REASON_CLASS_AT_STATION] = "其货物类别不得经过途中的某个车站",
    [REASON_CLASS_ON_SLOT] = "其货物类别不得经过途中的某条运行线",
    [REASON_LATE_FOR_TRAIN] = "该订舱备妥过晚，赶不上其列车",
    [REASON_LATE_FOR_FEEDER] = "该订舱在其接驳发出时尚未备妥",
    [REASON_FEEDER_LEADS_AWAY] = "其接驳不通往其列车",
    [REASON_FEEDER_LATE] = "其接驳到达过晚，错过列车的截载时间",
    [REASON_FEEDER_OUT_OF_REACH] = "从其列车无法接上其接驳",
    [REASON_SAME_TRAIN] = "它会再次登上已离开的列车",
    [REASON_NO_TRANSFER] = "该站已不能换装",
    [REASON_TRANSFER_WINDOW] = "换装时间不在该站的 transfer 时间窗内",
    [REASON_DELIVERED_LATE] = "交货会晚于 due 加 late.max",
    [REASON_TRANSIT_LONG] = "用时会长于该订舱的 max_transit",
    [REASON_NO_WAY] = "没有列车和集运能从 {1} 到达 {2}",
    [REASON_PAST_DUE] = "最快的走法到达 {1} 比最晚交货晚 {2}；请检查 ready、due 和 late.max",
    [REASON_TRANSIT] = "从 {1} 到 {2} 能按时到达的最快走法需 {3}，长于 max_transit {4}",
    [REASON_CUTOFF] = "备妥时间比 {1} 最后一趟可赶上列车的截载时间（load.cutoff）晚 {2}",
    [REASON_LAST_DEPARTURE] = "计划期内从 {1} 到 {2} 的最后一趟列车于 {3} 发车，早于备妥时间",
    [REASON_CLASS_WAY] = "货类 {1} 不得使用从 {2} 到 {3} 的任何走法",
    [REASON_TRANSFERS] = "从 {1} 到 {2} 有列车，但中转时间不在任何可中转车站的中转窗口内",
    [FINDING_CARRIER_LOST] = "{2} 的箱正在前往列车 {1}，但{3}；请恢复",
};
// NOLINTEND(bugprone-suspicious-missing-comma)
