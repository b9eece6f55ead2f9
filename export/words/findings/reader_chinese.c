/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Chinese sentences of fields and their values. */
#include "export/words/findings/tables.h"

// NOLINTBEGIN(bugprone-suspicious-missing-comma): long sentences go on in the next line
const char *const reader_chinese[N_READER_CODES] = {
    [FINDING_NOT_A_CASE] = "案例须为映射，以 \"banlie: 1\" 开头",
    [FINDING_KEY_UNKNOWN] = "未知的键 \"{1}\"，位于{2}{3}",
    [FINDING_KEY_MISSING] = "{1}缺少键 \"{2}\"",
    [FINDING_ID_TAKEN] = "id：\"{1}\" 已是另一{2}的 id（{3}:{4}）",
    [FINDING_NO_SUCH] = "{1}：没有{2} \"{3}\"{4}",
    [HINT_NEAREST] = "；是否为 \"{1}\"？",
    [FINDING_VALUE] = "{1}：\"{2}\" {3}",
    [FINDING_NO_VALUE] = "{1} 没有值",
    [FINDING_NOT_MAP] = "{1} 须为由键和值组成的映射",
    [FINDING_NOT_LIST] = "{1} 须为列表",
    [FINDING_NO_BRACKETS] = "{1} 须为列表；请将各项写在方括号内：[A, B]",
    [FINDING_NEEDS_ENTRY] = "{1} 至少需要一项",
    [FINDING_ENTRY_OR_OUT] = "{1} 至少需要一项；否则请去掉该键",
    [FINDING_ENTRIES] = "{1} 有 {2} 项；最多接受 {3} 项",
    [FINDING_ENTRY_VALUE] = "{1}：每一项须为单个值",
    [FINDING_NOT_IN_CELL] = "{1} 无法写在 CSV 单元格中；请将此条写在 YAML 中",
    [FINDING_ONE_VALUE] = "{1} 须为单个值，不能是{2}",
    [FINDING_NO_WORD] = "{1}：\"{2}\" 不在 {3} 之中{4}",
    [FINDING_NAME] = "{1} 须为一行文本，或映射，例如 {en: Yiwu West, zh: 义乌西}",
    [FINDING_NAME_IN] = "{1}.{2} 须为一行文本",
    [FINDING_LANGUAGE] = "{1}：未知语言 \"{2}\"；可用 en 和 zh",
    [FINDING_TIME_SKIPPED] = "{1}：\"{2}\" 因 {3} 的夏令时调整而不存在；按 {4} 处理",
    [FINDING_TIME_TWICE] = "{1}：\"{2}\" 因 {3} 的夏令时调整而出现两次；按 {4} 处理",
    [FINDING_NO_PATTERN] = "{1}：\"{2}\" 不是匹配式：{3}",
    [FINDING_PATTERN_WILD] =
        "{1}：\"{2}\" 对 \"{3}\" 的匹配已放弃：可能的匹配方式过多；请勿在重复之中再写重复",
    [FINDING_PATTERN_IDLE] = "{1}：\"{2}\" 不匹配任何{3}：该规则从不生效",
    [REASON_RANGE] = "须在 {1} 至 {2} 之间",
    [REASON_RANGE_OPEN] = "须在 {1} 至 {2} 之间；没有上限时请去掉该键",
    [REASON_VERSION] = "须为 1，即已知的格式版本",
    [REASON_AT_LEAST_ONE] = "至少须为 1",
    [REASON_NOT_NEGATIVE] = "不得小于 0",
    [REASON_NEAR_ZERO] = "过于接近 0：请写 0，或至少 1e-9",
    [REASON_STANDS_TWICE] = "在此出现两次",
    [REASON_NO_ZONE] = "不是 IANA 时区，例如 Asia/Shanghai",
    [REASON_ZONE_LOST] = "无法查到：{1}",
    [FINDING_CELLS_MISSING] = "{1}缺少 {2}：单元格为空，或该行太短",
    [FINDING_WIDE] = "{1}：此处是全角字符“{2}”（U+{3}）；请写 \"{4}\"",
    [FINDING_BLANK] = "{1}：此处是特殊空格（U+{2}）；请删去，或写普通空格 \" \"",
    [FINDING_REPEATED] = "{1}（共 {2} 处）",
    [REASON_BARE_NUMBER] = "没有单位；天数写 {1}d，小时数写 {1}h",
};
// NOLINTEND(bugprone-suspicious-missing-comma)
