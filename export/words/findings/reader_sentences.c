/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of the fields of a case, and of what they are given. */
#include "export/words/findings/tables.h"

// NOLINTBEGIN(bugprone-suspicious-missing-comma): long sentences go on in the next line
const char *const reader_sentences[N_READER_CODES] = {
    [FINDING_NOT_A_CASE] = "a case must be a map, beginning with \"banlie: 1\"",
    [FINDING_KEY_UNKNOWN] = "unknown key \"{1}\" in {2}{3}",
    [FINDING_CELLS_MISSING] = "{1} lacks {2}: the cells are empty, or the row is too short",
    [FINDING_KEYS_MISSING] = "{1} lacks the key \"{2}\", or \"{3}\" in its place",
    [FINDING_KEY_MISSING] = "{1} lacks the key \"{2}\"",
    [FINDING_ID_TAKEN] = "id: \"{1}\" is already the id of another {2} ({3}:{4})",
    [FINDING_NO_SUCH] = "{1}: there is no {2} \"{3}\"{4}",
    [HINT_NEAREST] = "; did you mean \"{1}\"?",
    [FINDING_VALUE] = "{1}: \"{2}\" {3}",
    [FINDING_NO_VALUE] = "{1} has no value",
    [FINDING_NOT_MAP] = "{1} must be a map, of keys and values",
    [FINDING_NOT_LIST] = "{1} must be a list",
    [FINDING_NO_BRACKETS] = "{1} must be a list; write its items in brackets: [A, B]",
    [FINDING_NEEDS_ENTRY] = "{1} needs at least one entry",
    [FINDING_ENTRY_OR_OUT] = "{1} needs at least one entry; leave the key out otherwise",
    [FINDING_ENTRIES] = "{1} has {2} entries; at most {3} are taken",
    [FINDING_ENTRY_VALUE] = "{1}: each entry must be one value",
    [FINDING_CELL_ITEM_LONG] = "{1}: \"{2}\" is one value too many in this item; write `;` between "
                               "items",
    [FINDING_NOT_IN_CELL] = "{1} cannot be written in a CSV cell; write this entry in YAML",
    [FINDING_ONE_VALUE] = "{1} must be one value, not a {2}",
    [FINDING_NO_WORD] = "{1}: \"{2}\" is none of {3}{4}",
    [FINDING_NAME] = "{1} must be a text of one line, or a map such as {en: Yiwu West, zh: "
                     "义乌西}",
    [FINDING_NAME_IN] = "{1}.{2} must be a text of one line",
    [FINDING_LANGUAGE] = "{1}: unknown language \"{2}\"; en and zh are known",
    [FINDING_TIME_SKIPPED] = "{1}: \"{2}\" is skipped by a clock change in {3}; taken as {4}",
    [FINDING_TIME_TWICE] = "{1}: \"{2}\" is repeated by a clock change in {3}; taken as {4}",
    [FINDING_NO_PATTERN] = "{1}: \"{2}\" is no pattern: {3}",
    [FINDING_PATTERN_WILD] = "{1}: \"{2}\" is given up on \"{3}\": there are too many ways in "
                             "which it might match; write it without repetitions within "
                             "repetitions",
    [FINDING_PATTERN_IDLE] = "{1}: \"{2}\" matches no {3}: the rule never holds",

    [FINDING_WIDE] = "{1}: the full-width character \"{2}\" (U+{3}) stands here; write \"{4}\"",
    [FINDING_BLANK] =
        "{1}: a blank that is no plain one (U+{2}) stands here; take it out, or write "
        "a plain \" \"",
    [FINDING_REPEATED] = "{1} ({2} values in all)",
    [REASON_BARE_NUMBER] = "has no unit; write {1}d for days, {1}h for hours",
    [REASON_RANGE] = "must lie in {1} to {2}",
    [REASON_RANGE_OPEN] = "must lie in {1} to {2}; leave the key out where there is no limit",
    [REASON_VERSION] = "must be 1, the version of the format that is known",
    [REASON_AT_LEAST_ONE] = "must be at least 1",
    [REASON_NOT_NEGATIVE] = "must not be below 0",
    [REASON_NEAR_ZERO] = "is too near 0: write 0, or at least 1e-9",
    [REASON_STANDS_TWICE] = "stands here twice",
    [REASON_NO_ZONE] = "is no IANA time zone, such as Asia/Shanghai",
    [REASON_ZONE_LOST] = "cannot be looked up: {1}",
};
// NOLINTEND(bugprone-suspicious-missing-comma)
