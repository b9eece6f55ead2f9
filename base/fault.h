/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What may be wrong with a text or a file, as codes of phrases, each with what stands in its gaps.
 *  The words stand in export/words/findings. */
#ifndef BANLIE_BASE_FAULT_H
#define BANLIE_BASE_FAULT_H

typedef enum {
    FAULT_NONE, /**< all is well */

    /* Numbers, flags, codes; these and the times follow the text itself: "is no number". */
    FAULT_NOT_FINITE,
    FAULT_UNDERSCORES,   /**< a number with some */
    FAULT_COMMAS,        /**< likewise */
    FAULT_GROUPED,       /**< {1} the number without marks between thousands */
    FAULT_DECIMAL_COMMA, /**< {1} the number with a point */
    FAULT_TWO_READINGS,  /**< {1} the number if its comma stands between thousands, {2} else */
    FAULT_PERCENT,       /**< {1} as a share of 1 */
    FAULT_NOT_DECIMAL,
    FAULT_NO_NUMBER,
    FAULT_NOT_WHOLE,
    FAULT_TOO_LARGE,
    FAULT_NO_FLAG,
    FAULT_NO_CODE,
    FAULT_NO_COUNTRY,

    /* Times. */
    FAULT_NO_DURATION,
    FAULT_DURATION_DIGITS, /**< too many */
    FAULT_DURATION_UNIT,   /**< has none */
    FAULT_DURATION_ORDER,  /**< of its units */
    FAULT_DURATION_PARTS,  /**< of a minute */
    FAULT_SECONDS,
    FAULT_NO_TIME_OF_DAY,
    FAULT_TIME_OF_DAY_RANGE,
    FAULT_NO_WEEKDAY,
    FAULT_NO_WEEKLY_TIME,
    FAULT_NO_LATER_CLOCK,
    FAULT_NO_DATE,
    FAULT_DATE_ORDER,    /**< of day and month, which could be either */
    FAULT_YEAR_SHORT,    /**< of two digits */
    FAULT_NO_DATE_ALONE, /**< something follows */
    FAULT_YEAR_RANGE,
    FAULT_NO_SUCH_DAY,
    FAULT_NO_INSTANT,
    FAULT_NO_OFFSET,
    FAULT_OFFSET_RANGE,

    /* Patterns. */
    FAULT_PATTERN_LENGTH, /**< {1} bytes at most */
    FAULT_PATTERN_SYNTAX, /**< {1} what PCRE2 says, {2} after how many characters */

    /* Text files. */
    FAULT_OF_FILE,    /**< {1} path, {2} what is wrong */
    FAULT_UNREADABLE, /**< {1} what the system says */
    FAULT_NO_FILE,    /**< {1} what it is: */
    FAULT_A_PIPE,
    FAULT_A_SOCKET,
    FAULT_A_DEVICE,
    FAULT_FILE_SIZE,
    FAULT_NOT_UTF8,          /**< {1} byte, two hexadecimal digits */
    FAULT_NOT_UTF16,         /**< likewise */
    FAULT_NOT_GB18030,       /**< likewise */
    FAULT_NO_ENCODING,       /**< likewise: neither UTF-8 nor GB18030 */
    FAULT_NO_CONVERTER,      /**< the system knows no such encoding */
    FAULT_CONTROL_CHARACTER, /**< {1} its number, four hexadecimal digits */

    /* CSV. */
    FAULT_QUOTE_OPEN,   /**< never closed */
    FAULT_QUOTE_CLOSED, /**< text follows */
    FAULT_QUOTE_WITHIN, /**< a cell */
    FAULT_ROW_OF_ONE,   /**< too short: {1} cells in the header */
    FAULT_ROW_SHORT,    /**< {1} cells, {2} in the header */
    FAULT_ROW_LONG,     /**< likewise */
    FAULT_NO_HEADER,
    FAULT_COLUMN_NAMELESS, /**< {1} its number */
    FAULT_COLUMN_TWICE,    /**< {1} its name */

    /* Time zones. */

    FAULT_ZONE_UNSOUND,
    FAULT_ZONE_UNREAD, /**< found, but not taken by the system */
    FAULT_NO_ZONES,    /**< no database */
    N_FAULTS
} Fault;

#endif
