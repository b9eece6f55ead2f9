/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Chinese sentences of files and YAML. */
#include "export/words/findings/tables.h"

// NOLINTBEGIN(bugprone-suspicious-missing-comma): long sentences go on in the next line
const char *const document_chinese[N_DOCUMENT_CODES] = {
    [FINDING_FILES_TOO_MANY] = "案例过大：最多读取 {1} 个文件、{2} MiB；请合并小文件，或缩短计划期",
    [FINDING_VALUES_TOO_MANY] = "案例的值超过 {1} 个；请缩短计划期，或每次少规划一些线路",
    [FINDING_KEY_IN_TWO_FILES] = "键 {1} 出现两次，首次在 {2} 第 {3} 行；请只保留一处",
    [FINDING_KEY_NOT_JOINED] = "键 {1} 出现两次，首次在 {2} 第 {3} 行，且无法合并；请只保留一处",
    [FINDING_INCLUDE_CYCLE] = "{1} 包含了自身：{2}；请去掉其中一个 include",
    [FINDING_INCLUDE_TWICE] = "{1} 被包含两次，首次在 {2} 第 {3} 行；请去掉其中一处",
    [FINDING_INCLUDE_NO_NAME] = "include 须为文件名：include: [network.yaml, demand.yaml]",
    [FINDING_INCLUDE_DEPTH] = "include 嵌套超过 {1} 层；请在更靠近主文件处包含该文件",
    [FINDING_CASE_NO_MAP] =
        "案例是由各部分组成的映射（banlie: 1, horizon: …, stations: …），不是{1}",
    [FINDING_FILE_EMPTY] = "文件为空；案例以 `banlie: 1` 开头",
    [FINDING_YAML_SYNTAX] = "不是 YAML：{1}；请检查此处的缩进、引号和括号",
    [FINDING_YAML_SYNTAX_WITHIN] =
        "不是 YAML：{1}（{2}，始于第 {3} 行）；请检查此处和该处的缩进、引号和括号",
    [REASON_YAML_UNSAID] = "无法读取",
    [FINDING_YAML_CONTROL] = "文本含有控制字符 U+{1}；请去掉，文本须为一行可打印字符",
    [FINDING_YAML_VALUES] = "文件的值超过 {1} 个；请将长列表放入 CSV 文件",
    [FINDING_YAML_TAG] = "不接受标签（!type）：类型由格式规定；请去掉",
    [FINDING_YAML_TAG_LINE] = "不接受标签（%TAG）：类型由格式规定；请去掉该行",
    [FINDING_YAML_SECOND] = "此处开始第二个文档（---）；请全部写入一个文档",
    [FINDING_YAML_MERGE] = "不接受合并键（<<）；请将各键写出",
    [FINDING_YAML_DEPTH] = "列表和映射嵌套超过 {1} 层；案例远不需要这么多，请检查括号和别名",
    [FINDING_KEY_EMPTY] = "键为空；请在冒号前写出键名",
    [FINDING_KEY_TWICE] = "键 {1} 出现两次，首次在第 {2} 行；请只保留一处",
    [FINDING_KEY_NO_WORD] = "键须为单词，不能是列表或映射；请检查缩进",
    [FINDING_ANCHOR_TWICE] = "锚点 &{1} 定义了两次，另一次在第 {2} 行；请给其中一个改名",
    [FINDING_ALIAS_UNKNOWN] = "别名 *{1} 之前没有完整的锚点 &{1}；请先定义，或直接写出其值",
    [FINDING_ALIASES_LARGE] =
        "别名展开过大（最多使用 {1} 次、{2} 个值）；请直接写出各值，或使用 CSV 列表",
    [FINDING_HEADER_NO_FIELD] = "列名 {1} 不是字段；请写字段名，嵌套字段写作 cost.teu",
    [FINDING_COLUMNS_OVERLAP] = "列 {1} 与列 {2} 并存；字段要么整体写，要么分开写，不能两者都写",
    [FINDING_COLUMNS_TOO_MANY] = "有 {1} 列，最多接受 {2} 列；请只保留对应字段的列",
    [FINDING_CELL_LINES] = "单元格含有制表符或换行；请将文本写在一行内",
    [FINDING_COLUMN_UNKNOWN] = "未知的列“{1}”被忽略；最接近的已知列是 {2}",
    [FINDING_COLUMN_NEAR] = "未知的列“{1}”；是否指 {2}？",
    [FINDING_COLUMNS_MISSING] = "表头缺少 {1}；可用的列有 {2}",
    [FINDING_TITLE_SKIPPED] = "此行没有列名，已跳过；下一行作为表头",
    [FINDING_READ_AS_GB18030] =
        "文件不是 UTF-8，按 GB18030 读取；请以 UTF-8 编码保存，或注明：csv: "
        "{file: …, encoding: GB18030}",
    [FINDING_WIDE_YAML] = "此处是全角字符“{1}”（U+{2}）；请写 \"{3}\"",
    [FINDING_BLANK_YAML] = "此处是特殊空格（U+{1}）；请写普通空格",
    [FINDING_COMMA_SPLITS] = "{1} 中的逗号把数字拆开了；请写 {2}",
};
// NOLINTEND(bugprone-suspicious-missing-comma)
