/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of the files of a case: YAML, CSV lists, and files joined. */
#include "export/words/findings/tables.h"

// NOLINTBEGIN(bugprone-suspicious-missing-comma): long sentences go on in the next line
const char *const document_sentences[N_DOCUMENT_CODES] = {
    [FINDING_FILES_TOO_MANY] = "the case is too large: at most {1} files and {2} MiB are read; "
                               "join small files or plan a shorter horizon",
    [FINDING_VALUES_TOO_MANY] = "the case holds more than {1} values; plan a shorter horizon or "
                                "fewer lines at a time",

    [FINDING_KEY_IN_TWO_FILES] = "key {1} stands twice, first in {2} line {3}; keep one of them",
    [FINDING_KEY_NOT_JOINED] = "key {1} stands twice, first in {2} line {3}, and cannot be "
                               "joined; keep one of them",
    [FINDING_INCLUDE_CYCLE] = "{1} includes itself: {2}; take one of these includes out",
    [FINDING_INCLUDE_TWICE] = "{1} is included twice, first in {2} line {3}; take one of the two "
                              "out",
    [FINDING_INCLUDE_NO_NAME] = "include takes file names: include: [network.yaml, demand.yaml]",
    [FINDING_INCLUDE_DEPTH] = "includes stand more than {1} deep within one another; include the "
                              "file nearer to the main one",
    [FINDING_CASE_NO_MAP] = "a case is a map of sections (banlie: 1, horizon: …, stations: …), "
                            "not a {1}",

    [FINDING_FILE_EMPTY] = "the file is empty; a case begins with `banlie: 1`",
    [FINDING_YAML_SYNTAX] = "not YAML: {1}; check the indentation, quotes and brackets here",
    [FINDING_YAML_SYNTAX_WITHIN] = "not YAML: {1} ({2} that began in line {3}); check the "
                                   "indentation, quotes and brackets here and there",
    [REASON_YAML_UNSAID] = "it cannot be read",
    [FINDING_YAML_CONTROL] = "the text holds the control character U+{1}; take it out, a text is "
                             "one line of printable characters",
    [FINDING_YAML_VALUES] = "the file holds more than {1} values; put long lists into CSV files",
    [FINDING_YAML_TAG] = "tags (!type) are not taken: the format decides the types; take it out",
    [FINDING_YAML_TAG_LINE] = "tags (%TAG) are not taken: the format decides the types; take the "
                              "line out",
    [FINDING_YAML_SECOND] = "a second document (---) begins here; put everything into one",
    [FINDING_YAML_MERGE] = "merge keys (<<) are not taken; write the keys out",
    [FINDING_YAML_DEPTH] = "lists and maps stand more than {1} deep within one another; a case "
                           "needs far less, check the brackets and aliases",
    [FINDING_KEY_EMPTY] = "a key is empty; write its name before the colon",
    [FINDING_KEY_TWICE] = "key {1} stands twice, first in line {2}; keep one of them",
    [FINDING_KEY_NO_WORD] = "a key must be a word, not a list or map; check the indentation",
    [FINDING_ANCHOR_TWICE] = "anchor &{1} is defined twice, the other time in line {2}; give one "
                             "of them another name",
    [FINDING_ALIAS_UNKNOWN] = "alias *{1} has no finished anchor &{1} before it; define it first, "
                              "or write the value out",
    [FINDING_ALIASES_LARGE] = "aliases stand for too much (at most {1} uses, {2} values); write "
                              "the values out or use a CSV list",

    [FINDING_HEADER_NO_FIELD] = "header {1} is no field; write a field's name, nested ones as "
                                "cost.teu",
    [FINDING_COLUMNS_OVERLAP] = "column {1} stands beside column {2}; write the field whole or in "
                                "parts, not both",
    [FINDING_COLUMNS_TOO_MANY] = "{1} columns, at most {2} are taken; keep those that name "
                                 "fields",
    [FINDING_COLUMN_UNKNOWN] = "column \"{1}\" is unknown and passed over; the nearest known one "
                               "is {2}",
    [FINDING_COLUMN_NEAR] = "column \"{1}\" is unknown; did you mean {2}?",
    [FINDING_COLUMNS_MISSING] = "the header lacks {1}; there may be {2}",
    [FINDING_TITLE_SKIPPED] = "this line names no column and is passed over; the header is taken "
                              "to be the next",
    [FINDING_READ_AS_GB18030] = "the file is not UTF-8 and is read as GB18030; save it with the "
                                "encoding UTF-8, or say so: csv: {file: …, encoding: GB18030}",
    [FINDING_CELL_LINES] = "the cell holds a tab or a line end; write its text on one line",

    [FINDING_WIDE_YAML] = "the full-width character \"{1}\" (U+{2}) stands here; write \"{3}\"",
    [FINDING_BLANK_YAML] = "a blank that is no plain one (U+{1}) stands here; write a plain blank",
    [FINDING_COMMA_SPLITS] = "the comma within {1} takes the number apart; write {2}",
};
// NOLINTEND(bugprone-suspicious-missing-comma)
