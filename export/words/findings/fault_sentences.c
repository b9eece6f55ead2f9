/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of texts and files that are not as they should be. */
#include "export/words/findings/tables.h"

// NOLINTBEGIN(bugprone-suspicious-missing-comma): long sentences go on in the next line
const char *const fault_sentences[N_FAULTS] = {
    [FAULT_NONE] = "",

    [FAULT_NOT_FINITE] = "is not finite; leave the key out where there is no limit",
    [FAULT_UNDERSCORES] = "is no number: write it without underscores",
    [FAULT_COMMAS] = "is no number: write it with a decimal point and without commas",
    [FAULT_GROUPED] = "has marks between its digits; write {1}",
    [FAULT_DECIMAL_COMMA] = "has a decimal comma; write {1}",
    [FAULT_TWO_READINGS] = "can be read in two ways; write {1} or {2}, or say which mark stands "
                           "before decimals: csv: {file: …, decimal: \",\"}",
    [FAULT_PERCENT] = "is no number; write {1}",
    [FAULT_NOT_DECIMAL] = "is no number: write it in decimal digits",
    [FAULT_NO_NUMBER] = "is no number",
    [FAULT_NOT_WHOLE] = "is no whole number",
    [FAULT_TOO_LARGE] = "is too large (at most 1000000000)",
    [FAULT_NO_FLAG] = "is neither true nor false",
    [FAULT_NO_CODE] = "is no code: letters, digits, '.', '_' and '-', at most 32, a letter or "
                      "digit first",
    [FAULT_NO_COUNTRY] = "is no country: two capital letters of ISO 3166, such as CN or DE",

    [FAULT_NO_DURATION] = "is no duration; write one such as 3d14h30m, 90m or 1.5d",
    [FAULT_DURATION_DIGITS] = "has too many digits for a duration",
    [FAULT_DURATION_UNIT] = "has no unit; write d, h or m after the number, such as 12h",
    [FAULT_DURATION_ORDER] = "is no duration; each of d, h and m stands once, in this order",
    [FAULT_DURATION_PARTS] = "is no whole number of minutes",
    [FAULT_SECONDS] = "has seconds; the resolution is one minute",
    [FAULT_NO_TIME_OF_DAY] = "has no time of day such as 04:30",
    [FAULT_TIME_OF_DAY_RANGE] = "has a time of day outside 00:00 to 23:59",
    [FAULT_NO_WEEKDAY] = "is no day; write Mon, Tue, Wed, Thu, Fri, Sat or Sun",
    [FAULT_NO_WEEKLY_TIME] = "is no weekly time; write one such as Tue 04:30",
    [FAULT_NO_LATER_CLOCK] = "is no time on a later day; write one such as D+3 18:30",
    [FAULT_NO_DATE] = "is no date; write one such as 2026-12-01",
    [FAULT_DATE_ORDER] = "can be read with the day or the month first; write the year first, such "
                         "as 2026-12-01",
    [FAULT_YEAR_SHORT] = "has no year of four digits; write one such as 2026-12-01",
    [FAULT_NO_DATE_ALONE] = "is no date alone; write one such as 2026-12-01",
    [FAULT_YEAR_RANGE] = "is outside the years 1970 to 2199",
    [FAULT_NO_SUCH_DAY] = "is no day of the calendar",
    [FAULT_NO_INSTANT] = "is no instant; write one such as 2026-12-01 08:00",
    [FAULT_NO_OFFSET] = "has no offset such as +08:00 or Z after its time",
    [FAULT_OFFSET_RANGE] = "has an offset outside -14:59 to +14:59",

    [FAULT_PATTERN_LENGTH] = "longer than {1} bytes",
    [FAULT_PATTERN_SYNTAX] = "{1} (after {2} characters)",

    [FAULT_OF_FILE] = "{1}: {2}",
    [FAULT_UNREADABLE] = "cannot be read: {1}",
    [FAULT_NO_FILE] = "cannot be read: it is {1}; save its contents to a file, and name that",
    [FAULT_A_PIPE] = "a pipe",
    [FAULT_A_SOCKET] = "a socket",
    [FAULT_A_DEVICE] = "a device",
    [FAULT_FILE_SIZE] = "larger than 16 MiB; split it up and name the parts in `include`",
    [FAULT_NOT_UTF8] = "not UTF-8 (byte 0x{1}); save the file with the encoding UTF-8",
    [FAULT_NOT_UTF16] = "not UTF-16 (byte 0x{1}); name the file's encoding, or save it with the "
                        "encoding UTF-8",
    [FAULT_NOT_GB18030] = "not GB18030 (byte 0x{1}); name the file's encoding, or save it with the "
                          "encoding UTF-8",
    [FAULT_NO_ENCODING] = "neither UTF-8 nor GB18030 (byte 0x{1}); save the file with the encoding "
                          "UTF-8",
    [FAULT_NO_CONVERTER] = "this system cannot convert the file's encoding; save it with the "
                           "encoding UTF-8",
    [FAULT_CONTROL_CHARACTER] = "control character U+{1}; take it out, a text has only printable "
                                "characters, tabs and line ends",

    [FAULT_QUOTE_OPEN] = "the quote that opens here is never closed; put \" at its end",
    [FAULT_QUOTE_CLOSED] = "text after a closing quote; put the whole cell in quotes and double "
                           "those within",
    [FAULT_QUOTE_WITHIN] = "quote within a cell; put the whole cell in quotes and double those "
                           "within",
    [FAULT_ROW_OF_ONE] = "1 cell in this row, but {1} in the header; add the commas that are "
                         "missing",
    [FAULT_ROW_SHORT] = "{1} cells in this row, but {2} in the header; add the commas that are "
                        "missing",
    [FAULT_ROW_LONG] = "{1} cells in this row, but {2} in the header; take out a comma, or quote "
                       "the cell that has one in its text",
    [FAULT_NO_HEADER] = "no header; write the names of the fields in line 1",
    [FAULT_COLUMN_NAMELESS] = "column {1} has no name in the header; name it or take it out",
    [FAULT_COLUMN_TWICE] = "column `{1}` is there twice; take one out",

    [FAULT_ZONE_UNSOUND] = "it is no sound time zone file",
    [FAULT_ZONE_UNREAD] = "its file cannot be read",
    [FAULT_NO_ZONES] = "there is no time zone database; install tzdata, or set TZDIR",
};
// NOLINTEND(bugprone-suspicious-missing-comma)
