/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of sweep files, in Chinese. */
#include "export/words/findings/tables.h"

// NOLINTBEGIN(bugprone-suspicious-missing-comma): long sentences go on in the next line
const char *const sweep_chinese[N_FINDING_CODES] = {
    [FINDING_NOT_A_SWEEP] = "批量方案文件须为映射，以 \"banlie-sweep: 1\" 开头",
    [FINDING_SWEEP_ENTRY] = "scenarios：每一项须为情景名，或情景名的列表：[A, B]",
    [FINDING_SWEEP_NO_PARAMETERS] =
        "design：{1} 由参数组成，而这里没有参数；请写出参数，或去掉 design",
    [FINDING_SWEEP_NO_DRAW] = "抽样缺少键 \"draw\"，即点数",
    [FINDING_SWEEP_NOT_DRAWN] = "{1} 说明如何抽样；没有 \"design: sample\" 时不起作用",
    [FINDING_SWEEP_POINTS] = "连同 scenarios 各项，点数超过 {1}；请减少取值，或改用抽样",
    [REASON_SEED] = "须为 0 到 18446744073709551615 的整数",

    [FINDING_PARAMETER_WHAT] = "参数须有 values、uniform、integer、triangular、normal、"
                               "lognormal、exponential、empirical 之一，且只有一个",
    [FINDING_PARAMETER_DRAWN] =
        "{1} 要抽取，只有抽样才这样做；请改写 values，或写 \"design: sample\"",
    [FINDING_PARAMETER_COLUMN] = "results.csv 已有列 \"{1}\"；请给参数另取名称",
    [FINDING_PARAMETER_IDLE] = "没有变更使用参数 {1}；请在其取值处写 ${1}，或去掉该参数",
    [FINDING_PARAMETER_UNKNOWN] = "没有参数 \"{1}\"{2}",
    [FINDING_CHANGE_TWO_NAMES] =
        "此变更用到 {1} 和 {2}，而每次只设其中一个；请分成两个变更，或改用其他 design",
    [FINDING_NUMBERS] = "{1} 须为数字列表：{2}",
    [FINDING_NUMBERS_ORDER] = "{1}：{2} 中的数字不得下降；请把最小的写在前面",
    [FINDING_BOUNDS_ORDER] = "max 须大于 min",
    [FINDING_BOUNDS_EMPTY] = "min 和 max 离均值太远，其间无法抽取任何数",
    [REASON_DECIMALS] = "的小数多于 {1} 位；请舍入",
    [FINDING_COLUMN_ABSENT] = "文件没有列 \"{1}\"{2}",
    [FINDING_COLUMN_EMPTY] = "列 \"{1}\" 中没有数字",
};
// NOLINTEND(bugprone-suspicious-missing-comma)
