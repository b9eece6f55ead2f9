/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The tables that describe every section of a case: one row a field.
 *
 *  The reader, the JSON Schema and the reference page are all made from these rows, so that they
 * cannot disagree. */
#ifndef BANLIE_CONFIG_READER_FIELDS_H
#define BANLIE_CONFIG_READER_FIELDS_H

#include <stdbool.h>
#include <stddef.h>

#include "config/document/node.h"
#include "config/finding_codes.h"

/** What a field holds; the C type it is stored in stands beside it. */
typedef enum {
    FIELD_TEXT,       /**< const char *: free text */
    FIELD_LABEL,      /**< const char *: free text, or a map by language (English is kept first) */
    FIELD_NAME,       /**< Name: free text, or a map by language */
    FIELD_CODE,       /**< const char * */
    FIELD_ID,         /**< const char *: a code of any script, composed (NFC) */
    FIELD_COUNTRY,    /**< const char *: two capital letters */
    FIELD_ZONE,       /**< const Zone * */
    FIELD_COUNT,      /**< int: a whole number */
    FIELD_NUMBER,     /**< double */
    FIELD_FLAG,       /**< bool */
    FIELD_DURATION,   /**< int64_t, minutes */
    FIELD_DATE,       /**< Date */
    FIELD_INSTANT,    /**< Minute */
    FIELD_WORD,       /**< int: the value of one of `words` */
    FIELD_CHOICE,     /**< bool: the value of one of two `words` */
    FIELD_KEYWORD,    /**< const char *: one of `words`, kept as text */
    FIELD_PATTERN,    /**< Pattern * */
    FIELD_REF,        /**< int: index in section `target`, -1 where it is not there */
    FIELD_REFS,       /**< int *, with a count (and places) */
    FIELD_REF_SET,    /**< bool *, one per member of section `target` */
    FIELD_WEEKLY,     /**< WeeklyTime *, with a count */
    FIELD_CLOSED,     /**< Closed: calendar days one by one, or from one to another */
    FIELD_CLOCK,      /**< TripTime: a time of the clock so many days later */
    FIELD_TRIP_TIME,  /**< TripTime: a duration, or a time of the clock */
    FIELD_DAYS,       /**< bool[8]: [1] Monday … [7] Sunday */
    FIELD_GROUP,      /**< a map whose fields lie in the same struct, from `offset` */
    FIELD_LIST,       /**< array of structs, with a count: a list of maps */
    FIELD_MAP,        /**< array of structs, with a count: a map of maps by code */
    FIELD_BY_STATION, /**< array of structs, one per station: a map by station */
    FIELD_GOALS,      /**< the objective: one of `words`, or a list of maps */
    FIELD_ANY         /**< any scalar, not stored */
} FieldKind;

/** The sections of a case whose members have codes. */
typedef enum {
    SECTION_NONE,
    SECTION_STATIONS,
    SECTION_CONTAINERS,
    SECTION_CARGO,
    SECTION_SLOTS,
    SECTION_LINES,
    SECTION_TRAINS,
    SECTION_DEMAND,
    SECTION_FEEDERS,
    SECTION_RAKES,
    SECTION_COUNTRIES, /**< not a section of its own: the countries of the stations */
    N_SECTIONS
} Section;

typedef struct {
    const char *text;
    int value;
    const char *doc;
} Word;

/** Bounds of a number, a count or a duration (then in minutes). */
typedef struct {
    double low;
    double high;
    ReaderCode says;  /**< what is said of it: "must lie in 0 to 1d" */
    const char *from; /**< as one would write them */
    const char *to;
} Range;

typedef struct Reader Reader;
typedef struct Field Field;

/** The fields of one kind of map. */
typedef struct {
    NounCode noun; /**< what it is called: "a station" */
    const Field *fields;
    int n_fields;
    size_t size;         /**< of the struct of one row; 0 where nothing is stored */
    size_t place_offset; /**< of its Place, or OFFSET_NONE */
    size_t key_offset;   /**< FIELD_MAP: of the key (code, or index), or OFFSET_NONE */
    Section key_target;  /**< FIELD_MAP: keys are codes of this section, SECTION_NONE: codes */
    const void *presets; /**< rows that are there without being written, first in order */
    int n_presets;
    bool in_cell; /**< of a list: in a CSV cell an item is the values of its fields in order, blanks
                     between them */
    bool loose;   /**< codes need not exist: what is referred to may be added by a scenario */
    bool check_of_form; /**< `check` looks at no code: it is made where codes need not exist, too */
    /** Checks one map that has no fault in its fields; `row` is NULL where nothing is stored. */
    void (*check)(Reader *reader, const Node *map, void *row);
} FieldTable;

enum { OFFSET_NONE = 0x7fffffff /**< nothing is stored */ };

struct Field {
    const char *name;
    FieldKind kind;
    size_t offset; /**< within the row, or OFFSET_NONE */
    bool required;
    const char *unit;
    const char *fallback; /**< the default, as one would write it; "unlimited" and "none" too */
    const Range *range;   /**< of numbers, counts and durations */
    int most;             /**< of lists and maps: greatest number of entries; 0: any */
    const Word *words;    /**< ends with a NULL text; FIELD_COUNT: in place of a number */
    Section target;       /**< of references; of patterns: what they are matched against */
    Section section;      /**< FIELD_LIST, FIELD_MAP: the section that this field is */
    const FieldTable *table;
    size_t count_offset;  /**< FIELD_REFS, FIELD_WEEKLY, FIELD_LIST, FIELD_MAP */
    size_t places_offset; /**< FIELD_REFS: Place *, or 0 */
    size_t given_offset;  /**< FIELD_GROUP: bool set where it is written, or 0 */
    size_t zone_offset;   /**< FIELD_INSTANT: StationId whose zone holds, or OFFSET_NONE: horizon */
    bool last_minute;     /**< FIELD_INSTANT: a date alone means 23:59 */
    /** FIELD_GOALS: reads it, for it is like nothing else. */
    void (*read)(Reader *reader, const Field *field, const Node *node);
    const char *doc;
    const char *zh;      /**< what a column of it is called in Chinese: words with blanks between
                            them, the first of which is its heading */
    bool in_every_list;  /**< not required, but a CSV list without the column is of no use */
    const char *instead; /**< required, unless the key or column of this name is there */
};

#define TABLE_FIELDS(array) .fields = (array), .n_fields = (int)(sizeof(array) / sizeof(array)[0])

#endif
