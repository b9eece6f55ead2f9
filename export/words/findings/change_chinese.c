/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Chinese sentences of named changes. */
#include "export/words/findings/tables.h"

// NOLINTBEGIN(bugprone-suspicious-missing-comma): long sentences go on in the next line
const char *const change_chinese[N_CHANGE_CODES] = {
    [FINDING_FACTOR_DECIMALS] = "{1}：\"{2}\" 的小数超过 6 位；系数最多 6 位小数",
    [FINDING_SCALE_WHAT] = "scale 需写明 \"demand\" 或 \"at\" 之一",
    [FINDING_SCALE_DEMAND] =
        "对 demand 的 scale 须为 \"boxes\"、\"tonnes\"、\"revenue\"、\"unserved\" "
        "中至少一项写明系数，且不写 \"by\"",
    [FINDING_SCALE_AT] = "按路径 \"at\" 的 scale 须写明系数 \"by\"，且不写其他系数",
    [FINDING_REMOVE_BESIDE] = "at 不能与各部分并列；请分别写成各自的变更",
    [FINDING_PATH_FORM] = "at：\"{1}\" 不是路径；请用点连接键和代码，例如 "
                          "stations.MAL.trains_per_day，模式写在斜杠之间",
    [FINDING_PATH_PATTERN] = "at：\"{1}\" 不是模式：{2}",
    [FINDING_PATH_FIXED] = "at：\"{1}\"：变更不能触及 \"{2}\"",
    [FINDING_PATH_KEY] = "at：\"{1}\"：{3} 中没有键 \"{2}\"{4}",
    [FINDING_PATH_MEMBER] = "at：\"{1}\"：案例中没有 \"{2}\"{3}",
    [FINDING_PATH_BELOW] = "at：\"{1}\"：\"{2}\" 之前已是单个值，其下没有内容",
    [FINDING_SELECT_NOTHING] = "{1}：\"{2}\" 不匹配任何{3}；不触及任何内容的变更是错误",
    [FINDING_SELECT_NO_BOOKING] = "demand：没有匹配的订舱；不触及任何内容的变更是错误",
    [FINDING_REMOVE_REQUIRED] = "at：\"{1}\"：{2} 不能缺少键 \"{3}\"",
    [FINDING_ADD_THERE] = "已有{1} \"{2}\"（{3}:{4}）；请对其使用 set 或 remove",
    [FINDING_ADD_BUILT_IN] = "{1}“{2}”不写也有；请用 set 改它的键",
    [FINDING_ADD_NOTHING] = "add.{1} 为空；不触及任何内容的变更是错误",
    [FINDING_SCALE_VALUE] = "at：\"{1}\"：\"{2}\" 不是可按系数变更的数或时长",
    [FINDING_SET_ID] = "at：\"{1}\"：成员保留其 id；请去掉 \"{2}\"，或先移除再添加",
    [FINDING_SET_TWICE] =
        "at：\"{1}\" 已由情景 {2} 的变更 {3} 设为另一值；以情景 {4} 的变更 {5} 为准",
    [FINDING_CLOSE_NOTHING] = "close：在计划期及其延伸期内，\"{1}\" 在 {2} 至 {3} "
                              "之间没有班次；不触及任何内容的变更是错误",
    [FINDING_NO_SUCH_REMOVED] = "{1}：{2} \"{3}\" 已不存在：{4}",
    [REASON_BY_CHANGE] = "情景 {1} 的变更 {2} 将其移除（{3}:{4}）",
    [FINDING_SCENARIO_UNKNOWN] = "--scenario：此处没有情景 \"{1}\"{2}",
    [FINDING_SCENARIO_WHICH] = "--scenario：{1} 有 {2} 个情景；请写明哪一个，例如 {1}#{3}",
    [FINDING_SCENARIO_NONE] = "--scenario：{1} 没有情景",
};
// NOLINTEND(bugprone-suspicious-missing-comma)
