/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What findings say, as codes of phrases, each with what stands in its gaps. Their words stand in
 * export/words/findings, a table for each group here; the codes follow on those of base/fault.h.
 *
 *  FINDING_ is a sentence, REASON_ a part of one, the others are nouns. */
#ifndef BANLIE_CONFIG_FINDING_CODES_H
#define BANLIE_CONFIG_FINDING_CODES_H

#include "base/fault.h"

/** The files of a case. */
typedef enum {
    FINDING_FILES_TOO_MANY = N_FAULTS, /**< {1} files, {2} MiB at most */
    FINDING_VALUES_TOO_MANY,           /**< {1} at most in the case */

    /* Files joined. */
    FINDING_KEY_IN_TWO_FILES, /**< {1} key, {2} file, {3} line where it stands first */
    FINDING_KEY_NOT_JOINED,   /**< likewise */
    FINDING_INCLUDE_CYCLE,    /**< {1} file, {2} its way to itself */
    FINDING_INCLUDE_TWICE,    /**< {1} file, {2} file and {3} line of the first include */
    FINDING_INCLUDE_NO_NAME,
    FINDING_INCLUDE_DEPTH, /**< {1} at most */
    FINDING_CASE_NO_MAP,   /**< {1} what it is */

    /* YAML. */
    FINDING_FILE_EMPTY,
    FINDING_YAML_SYNTAX,        /**< {1} what libyaml says */
    FINDING_YAML_SYNTAX_WITHIN, /**< {1} likewise, {2} within what, {3} line where that began */
    REASON_YAML_UNSAID,         /**< libyaml says nothing */
    FINDING_YAML_CONTROL,       /**< {1} number of the character, hexadecimal */
    FINDING_YAML_VALUES,        /**< {1} at most in a file */
    FINDING_YAML_TAG,
    FINDING_YAML_TAG_LINE,
    FINDING_YAML_SECOND, /**< document in a file */
    FINDING_YAML_MERGE,
    FINDING_YAML_DEPTH, /**< {1} at most */
    FINDING_KEY_EMPTY,
    FINDING_KEY_TWICE, /**< {1} key, {2} line where it stands first */
    FINDING_KEY_NO_WORD,
    FINDING_ANCHOR_TWICE,  /**< {1} name, {2} line of the other */
    FINDING_ALIAS_UNKNOWN, /**< {1} name */
    FINDING_ALIASES_LARGE, /**< {1} uses, {2} values at most */

    /* CSV lists. */
    FINDING_HEADER_NO_FIELD,  /**< {1} header */
    FINDING_COLUMNS_OVERLAP,  /**< {1} column, {2} the one before */
    FINDING_COLUMNS_TOO_MANY, /**< {1} columns, {2} at most */
    FINDING_COLUMN_UNKNOWN,   /**< {1} header, {2} nearest column there is */
    FINDING_COLUMN_NEAR,      /**< {1} header, {2} column that is missing */
    FINDING_COLUMNS_MISSING,  /**< {1} columns, {2} all that there may be */
    FINDING_TITLE_SKIPPED,    /**< above the header */
    FINDING_READ_AS_GB18030,  /**< a file */
    FINDING_CELL_LINES,       /**< more than one */

    /* Characters that look like plain ones. */
    FINDING_WIDE_YAML,  /**< {1} character, {2} its number, hexadecimal, {3} the plain one */
    FINDING_BLANK_YAML, /**< {1} number of the blank, hexadecimal */

    FINDING_COMMA_SPLITS, /**< {1} number as written, {2} as it is to be */
    N_DOCUMENT_CODES
} DocumentCode;

/** What things are called. */
typedef enum {
    NOUN_LIST = N_DOCUMENT_CODES,
    NOUN_MAP,
    NOUN_WORD,

    /* Members of sections. */
    NOUN_STATION,
    NOUN_CONTAINER,
    NOUN_CARGO,
    NOUN_SLOT,
    NOUN_LINE,
    NOUN_TRAIN,
    NOUN_BOOKING,
    NOUN_FEEDER,
    NOUN_RAKE,
    NOUN_COUNTRY,

    /* Maps, by what they hold. */
    THE_CASE,
    THE_CSV_FILE,
    THE_HORIZON,
    THE_WEIGHTS,
    THE_SUPPORT,
    THE_EVALUATION,
    THE_COMMITMENTS,
    THE_COMMITTED_TRAINS,
    THE_COMMITTED_BOOKINGS,
    A_STATION,
    A_CONTAINER,
    A_CARGO,
    A_SLOT,
    A_STOP,
    A_LINE,
    A_TRAIN,
    A_LOAD_FACTOR,
    A_BOOKING,
    A_TIER,
    A_FEEDER,
    AN_EQUIPMENT,
    A_LEASE,
    A_VALUE,
    A_RAKE,
    A_REPOSITION,
    A_BALANCE,
    A_GOAL,
    A_HAPPENED,
    THE_SCENARIO_FILE,
    A_SCENARIO,
    A_CHANGE,
    A_SWEEP,
    A_PARAMETER,

    /* Maps, by their keys. */
    KEY_ADD,
    KEY_AVOID,
    KEY_CLOSE,
    KEY_CLOSED,
    KEY_COST,
    KEY_DEMAND,
    KEY_EMPIRICAL,
    KEY_EXPONENTIAL,
    KEY_EVERY,
    KEY_LATE,
    KEY_PARTS,
    KEY_LOAD,
    KEY_LOGNORMAL,
    KEY_NORMAL,
    KEY_REMOVE,
    KEY_SCALE,
    KEY_SET,
    KEY_SHIFT,
    KEY_TEU,
    KEY_THROUGH,
    KEY_TRAINS,
    KEY_TRAINS_PER_WEEK,
    KEY_TRANSFER,
    KEY_TURN,
    KEY_UNLOAD,
    KEY_VALID,

    /* What is counted. */
    TOTAL_BOXES,
    TOTAL_CONTAINERS, /**< of our own */
    TOTAL_WANTED,     /**< containers at the end */
    TOTAL_SETS,
    N_NOUN_CODES
} NounCode;

/** The fields and sections of a case. In many {1} is a field, {2} the value that it is given. */
typedef enum {
    FINDING_NOT_A_CASE = N_NOUN_CODES,
    FINDING_KEY_UNKNOWN,    /**< {1} key, {2} map that it is in, {3} hint */
    FINDING_CELLS_MISSING,  /**< {1} map, {2} keys */
    FINDING_KEY_MISSING,    /**< {1} map, {2} key */
    FINDING_KEYS_MISSING,   /**< {1} map, {2} key, {3} another that would do */
    FINDING_ID_TAKEN,       /**< {1} id, {2} noun of what has it, {3} file, {4} line */
    FINDING_NO_SUCH,        /**< {1} field, {2} noun of what there is not, {3} code, {4} hint */
    HINT_NEAREST,           /**< {1} what is known */
    FINDING_VALUE,          /**< {2} value, {3} what is wrong with it */
    FINDING_NO_VALUE,       /**< {1} field alone */
    FINDING_NOT_MAP,        /**< likewise, or a map's noun */
    FINDING_NOT_LIST,       /**< {1} field alone */
    FINDING_NO_BRACKETS,    /**< likewise, for a list */
    FINDING_NEEDS_ENTRY,    /**< {1} field alone */
    FINDING_ENTRY_OR_OUT,   /**< likewise, for one that may be left out */
    FINDING_ENTRIES,        /**< {2} entries, {3} at most */
    FINDING_ENTRY_VALUE,    /**< {1} field alone: its entries are to be single values */
    FINDING_NOT_IN_CELL,    /**< {1} field alone */
    FINDING_CELL_ITEM_LONG, /**< {2} what is too much in an item of a cell */
    FINDING_ONE_VALUE,      /**< {2} noun of what it is instead */
    FINDING_NO_WORD,        /**< {2} value, {3} words there are, {4} hint */
    FINDING_NAME,           /**< {1} field alone */
    FINDING_NAME_IN,        /**< {2} language */
    FINDING_LANGUAGE,       /**< {2} unknown language */
    FINDING_TIME_SKIPPED,   /**< {2} value, {3} zone, {4} instant taken */
    FINDING_TIME_TWICE,     /**< likewise */
    FINDING_NO_PATTERN,     /**< {2} value, {3} what is wrong with it */
    FINDING_PATTERN_WILD,   /**< {2} value, {3} code that it was given up on */
    FINDING_PATTERN_IDLE,   /**< {2} value, {3} noun of what it matches none of */

    FINDING_WIDE,     /**< {1} field, {2} character, {3} its number, {4} the plain one */
    FINDING_BLANK,    /**< {1} field, {2} number of the blank, hexadecimal */
    FINDING_REPEATED, /**< {1} what is said, {2} how often it holds */

    /* What is wrong with a value. */
    REASON_BARE_NUMBER, /**< {1} a number without its unit */
    REASON_RANGE,       /**< {1} least, {2} greatest */
    REASON_RANGE_OPEN,  /**< likewise, where there may be no limit */
    REASON_VERSION,
    REASON_AT_LEAST_ONE,
    REASON_NOT_NEGATIVE,
    REASON_NEAR_ZERO,
    REASON_STANDS_TWICE,
    REASON_NO_ZONE,
    REASON_ZONE_LOST, /**< {1} why it cannot be looked up */
    N_READER_CODES
} ReaderCode;

/** What does not fit together in a case, and with its earlier plan. */
typedef enum {
    FINDING_SAME_ENDS = N_READER_CODES, /**< {1} station */
    FINDING_NO_BEIJING,                 /**< {1} why */
    REASON_NO_SUCH_ZONE,

    /* Containers, cargo, bookings. */
    FINDING_NO_TARE,           /**< {1} container type */
    FINDING_APART_FROM_ITSELF, /**< {1} cargo class */
    FINDING_BOOKING_LACKS,     /**< {1} key */
    FINDING_BESIDE_TIERS,      /**< {1} key */
    FINDING_DUE_BEFORE_READY,
    FINDING_NOT_CARRIED,      /**< {1} booking, {2} why */
    FINDING_MUST_NOT_CARRIED, /**< likewise, of one that must travel */
    REASON_CLASS_AVOIDS,      /**< {1} class, {2} station */
    REASON_CLASS_CONTAINERS,  /**< {1} class, {2} container type */

    /* Stations and slots. */
    FINDING_WINDOW,      /**< {1} its name, {2} hours at most */
    FINDING_WINDOW_OPEN, /**< likewise, that being the default */
    FINDING_VALID_NEVER,
    FINDING_STOP_ARRIVES,
    FINDING_STOP_DEPARTS,
    FINDING_STOP_AFTER_END,
    FINDING_STOP_KM,        /**< {1} from, {2} to */
    FINDING_STOP_AT,        /**< {1} station */
    FINDING_ARRIVES_BESIDE, /**< {1} key of the duration */
    FINDING_NEEDS_DEPARTS,  /**< {1} key */
    FINDING_CLOCK_ORDER,  /**< {1} run, {2} instant, {3} station, {4} instant before, {5} station */
    FINDING_EVERY_PERIOD, /**< {1} weeks of the period, {2} weeks between runs */
    FINDING_CLOSED_ORDER,
    FINDING_CLOCKS, /**< {1} zone, {2} day */

    /* Lines and trains. */
    FINDING_MIN_ABOVE_MAX, /**< {1} the greatest number of trains */
    FINDING_ROUTE_SHORT,
    FINDING_ROUTE_REPEATS, /**< {1} station */
    FINDING_ROUTE_GAP,     /**< {1} line, {2} from, {3} to */
    FINDING_LINE_EMPTY,    /**< {1} line */
    FINDING_DAY_IDLE,      /**< {1} slot, {2} day on which it never leaves */
    FINDING_SLOTS_APART,   /**< {1} slot, {2} its start, {3} slot before, {4} its end */
    FINDING_OFF_ROUTE,     /**< {1} train, {2} line */

    /* Legal, but odd. */
    FINDING_LEG_SPEED,        /**< {1} slot, {2} from, {3} to, {4} km/h */
    FINDING_SLOT_IDLE,        /**< {1} slot */
    FINDING_LINE_MIN_HIGH,    /**< {1} line, {2} least number of trains, {3} departures there are */
    FINDING_LOAD_FACTOR_HIGH, /**< {1} line, {2} least load factor, {3} what can be reached */
    FINDING_BOX_HEAVY,        /**< {1} booking, {2} t */
    FINDING_READY_EARLY,      /**< {1} booking, {2} days */
    FINDING_PAYS_TOO_LITTLE,  /**< {1} booking, {2} what a box pays, {3} what it costs */
    FINDING_PLACE_SWAPPED,    /**< {1} station, {2} country */
    FINDING_PLACE_FAR,        /**< likewise */

    /* The other sections. */
    FINDING_END_VALUE_CYCLIC,
    FINDING_BALANCE_EMPTY,
    FINDING_NO_GOAL,
    FINDING_GOAL_NOT_MAP, /**< {1} noun */
    FINDING_CLOSE_WHAT,
    FINDING_CLOSE_ORDER,
    FINDING_SET_AT, /**< {1} path, {2} hint */
    FINDING_CHANGE_EMPTY,
    FINDING_CHANGE_KINDS,
    FINDING_TOTAL, /**< {1} at most, {2} of what */

    /* The earlier plan. */
    FINDING_PLAN_NOT_NAMED,
    FINDING_FREEZE_ALONE,
    FINDING_COMMITTED_CYCLIC,
    FINDING_COMMITTED_IDLE,
    FINDING_PLAN_UNREADABLE,    /**< {1} file, {2} why */
    FINDING_PLAN_COLUMN,        /**< {1} column that is missing */
    FINDING_PLAN_CELL,          /**< {1} cell, {2} what is wrong with it */
    FINDING_PLAN_INSTANT,       /**< {1} cell */
    FINDING_PLAN_WILD,          /**< {1} code that the pattern was given up on */
    FINDING_PLAN_TRAIN_TWICE,   /**< {1} train */
    FINDING_PLAN_TRAIN_UNKNOWN, /**< {1} train */
    FINDING_PLAN_BOXES,         /**< {1} at most */
    FINDING_ITINERARY_TWICE,    /**< {1} booking */
    FINDING_ITINERARY_UNKNOWN,
    FINDING_ITINERARY_EMPTY, /**< {1} booking */
    FINDING_LEG_ORDER,       /**< {1} leg, {2} the one due */
    FINDING_PLAN_OUTSIDE,    /**< {1} trains, {2} itineraries outside the horizon */
    FINDING_PLAN_NO_SUMMARY,
    FINDING_PLAN_RELAXED,
    FINDING_PLAN_NO_HORIZON,
    FINDING_PLAN_ZONE,          /**< {1} the plan's, {2} the case's */
    FINDING_PLAN_TRAIN_CALLS,   /**< {1} train */
    FINDING_ROLLED_WITHIN_WEEK, /**< {1} days between the two starts */
    FINDING_ROLLED_WITH_GAP,    /**< {1} days that no plan knows */
    FINDING_CARRIED_KIND,       /**< {1} cell */
    FINDING_CARGO_UNKNOWN,      /**< {1} booking */
    FINDING_SOLD_TIER,          /**< {1} booking, {2} boxes */
    FINDING_SOLD_MORE,          /**< {1} booking, {2} boxes gone, {3} boxes it has */
    FINDING_CARRIED_STATION,    /**< {1} boxes, {2} station */
    FINDING_CARRIED_CALL,       /**< {1} train, {2} station */
    FINDING_CARRIED_ROOM,       /**< {1} train */
    FINDING_CLOSED_UNDER_WAY,   /**< {1} train */
    FINDING_SHIFTED_UNDER_WAY,  /**< {1} train */
    FINDING_CLOSED_GONE_FEEDER, /**< {1} feeder, {2} departure */
    FINDING_CARRIED_CONTAINER,  /**< {1} container type, {2} train */
    FINDING_CARRIED_TRAIN,      /**< {1} train, {2} booking */
    FINDING_HAPPENED_TRAIN,
    FINDING_HAPPENED_UNKNOWN, /**< {1} kind, {2} id */
    FINDING_HAPPENED_IDLE,
    FINDING_HAPPENED_TWICE,   /**< {1} kind, {2} id, {3} line of the first */
    FINDING_HAPPENED_MORE,    /**< {1} booking, {2} boxes of the plan */
    FINDING_HAPPENED_BOARDED, /**< {1} booking, {2} train that did not run */
    N_CASE_CODES
} CaseCode;

/** What is wrong with a named change, or follows from one. {1} is its path where it has one. */
typedef enum {
    FINDING_FACTOR_DECIMALS = N_CASE_CODES, /**< {1} key, {2} factor */
    FINDING_SCALE_WHAT,
    FINDING_SCALE_DEMAND,
    FINDING_SCALE_AT,
    FINDING_REMOVE_BESIDE,
    FINDING_PATH_FORM,      /**< {1} path */
    FINDING_PATH_PATTERN,   /**< {1} pattern, {2} what is wrong with it */
    FINDING_PATH_FIXED,     /**< {2} key that no change reaches */
    FINDING_PATH_KEY,       /**< {2} key, {3} map that it is in, {4} hint */
    FINDING_PATH_MEMBER,    /**< {2} what is not there, {3} hint */
    FINDING_PATH_BELOW,     /**< {2} what is below a single value */
    FINDING_SELECT_NOTHING, /**< {1} key, {2} pattern, {3} noun of what it matches none of */
    FINDING_SELECT_NO_BOOKING,
    FINDING_REMOVE_REQUIRED,  /**< {2} map, {3} key */
    FINDING_ADD_THERE,        /**< {1} noun, {2} code, {3} file, {4} line of what has it */
    FINDING_ADD_BUILT_IN,     /**< {1} what, {2} code */
    FINDING_ADD_NOTHING,      /**< {1} section */
    FINDING_SCALE_VALUE,      /**< {2} value */
    FINDING_SET_ID,           /**< {2} id */
    FINDING_SET_TWICE,        /**< {2}, {3} the earlier scenario and change, {4}, {5} this one */
    FINDING_CLOSE_NOTHING,    /**< {1} pattern, {2} from, {3} to */
    FINDING_NO_SUCH_REMOVED,  /**< {1} field, {2} noun, {3} code, {4} which change removes it */
    REASON_BY_CHANGE,         /**< {1} scenario, {2} change, {3} file, {4} line */
    FINDING_SCENARIO_UNKNOWN, /**< {1} name, {2} hint */
    FINDING_SCENARIO_WHICH,   /**< {1} file, {2} number of its scenarios, {3} the first */
    FINDING_SCENARIO_NONE,    /**< {1} file */
    N_CHANGE_CODES
} ChangeCode;

/** What shows when the planning problem is built. */
typedef enum {
    FINDING_RUN_SKIPPED = N_CHANGE_CODES, /**< {1} slot run */
    FINDING_RUN_TWICE,                    /**< {1} slot run */
    FINDING_CALL_SKIPPED,                 /**< {1} run, {2} station */
    FINDING_CALL_TWICE,                   /**< likewise */

    /* Closed days. */
    FINDING_CLOSED_IDLE,      /**< {1} what is closed, {2} days */
    FINDING_TRAINS_CANCELLED, /**< {1} train, {2} its departures */
    FINDING_REGULAR_FREED,    /**< {1} line, {2} trains */

    /* Too much to plan. */
    FINDING_SLOT_RUNS,   /**< {1} slot, {2} runs at most */
    FINDING_FEEDER_RUNS, /**< {1} feeder, {2} departures at most */
    FINDING_STOCK_CELLS, /**< {1} types, {2} stations, {3} days */
    FINDING_REPOSITIONS, /**< {1} pool, {2} at most */
    FINDING_CARGO_LEGS,  /**< {1} classes, {2} legs */
    FINDING_CYCLE_LEGS,  /**< {1} day, {2} legs at most */
    FINDING_DEPARTURES,  /**< {1} train, {2} departures, {3} legs at most */
    FINDING_CHAINS,      /**< {1} line, {2} chains, {3} legs at most */

    /* Trains that cannot run. */
    FINDING_NO_NEXT_RUN,   /**< {1} train, {2} slot, {3} station */
    FINDING_LONG_WAIT,     /**< {1} train, {2} time, {3} station, {4} slot, {5} greatest time */
    FINDING_SLOW_TRAIN,    /**< {1} train, {2} time, {3} line */
    FINDING_PAST_TAIL,     /**< {1} train */
    FINDING_TRAIN_NEVER,   /**< {1} train, {2} slot */
    FINDING_LINE_NEVER,    /**< {1} line */
    FINDING_REGULAR_GAP,   /**< {1} train, {2} line, {3} departure */
    FINDING_REGULAR_NEVER, /**< {1} line */

    /* Why a booking cannot be carried. */
    REASON_NOTHING_LEAVES,  /**< {1} station */
    REASON_NOTHING_ARRIVES, /**< {1} station */
    REASON_NO_WAY,          /**< {1} from, {2} to */
    REASON_PAST_DUE,        /**< {1} station, {2} how much too late */
    REASON_TRANSIT,         /**< {1} from, {2} to, {3} the shortest, {4} max_transit */
    REASON_CUTOFF,          /**< {1} station, {2} how much too late */
    REASON_LAST_DEPARTURE,  /**< {1} from, {2} to, {3} instant */
    REASON_CLASS_WAY,       /**< {1} class, {2} from, {3} to */
    REASON_TRANSFERS,       /**< {1} from, {2} to */

    /* Promises that cannot be kept. */
    FINDING_TRAIN_LOST,   /**< {1} train, {2} why */
    FINDING_CARRIER_LOST, /**< {1} train, {2} booking, {3} why */
    FINDING_BOXES_LOST,   /**< {1} booking, {2} why */
    FINDING_FROZEN_BOXES, /**< {1} frozen, {2} booking, {3} boxes it has */
    REASON_LINE_GONE,     /**< {1} line */
    REASON_RUN_GONE,      /**< {1} slot run */
    REASON_RUN_CLOSED,    /**< {1} slot run */
    REASON_NO_SUCH_TRAIN, /**< {1} line */
    REASON_BOOKING_GONE,  /**< {1} booking */
    REASON_TRAIN_LOST,    /**< {1} train, {2} why */
    REASON_TRAIN_STOPS,   /**< {1} train, {2} from, {3} to */
    REASON_FEEDER_GONE,   /**< {1} feeder */
    REASON_FEEDER_CLOSED, /**< {1} feeder */
    REASON_TWO_FEEDERS,
    REASON_NO_TRAIN,
    REASON_STARTS_ELSEWHERE,
    REASON_GOES_ELSEWHERE,
    REASON_CLASS_FORBIDS,
    REASON_CLASS_AT_STATION,
    REASON_CLASS_ON_SLOT,
    REASON_LATE_FOR_TRAIN,
    REASON_LATE_FOR_FEEDER,
    REASON_FEEDER_LEADS_AWAY,
    REASON_FEEDER_LATE,
    REASON_FEEDER_OUT_OF_REACH,
    REASON_SAME_TRAIN,
    REASON_NO_TRANSFER,
    REASON_TRANSFER_WINDOW,
    REASON_DELIVERED_LATE,
    REASON_TRANSIT_LONG,
    N_PROBLEM_CODES
} ProblemCode;

/** What is wrong with a sweep file. */
typedef enum {
    FINDING_NOT_A_SWEEP = N_PROBLEM_CODES,
    FINDING_SWEEP_ENTRY,
    FINDING_SWEEP_NO_PARAMETERS, /**< {1} design */
    FINDING_SWEEP_NO_DRAW,
    FINDING_SWEEP_NOT_DRAWN, /**< {1} key */
    FINDING_SWEEP_POINTS,    /**< {1} at most */
    REASON_SEED,

    /* Its parameters. */
    FINDING_PARAMETER_WHAT,
    FINDING_PARAMETER_DRAWN,   /**< {1} key */
    FINDING_PARAMETER_COLUMN,  /**< {1} parameter */
    FINDING_PARAMETER_IDLE,    /**< {1} parameter */
    FINDING_PARAMETER_UNKNOWN, /**< {1} name, {2} hint */
    FINDING_CHANGE_TWO_NAMES,  /**< {1} parameter, {2} another */
    FINDING_NUMBERS,           /**< {1} key, {2} how its numbers are written */
    FINDING_NUMBERS_ORDER,     /**< likewise */
    FINDING_BOUNDS_ORDER,
    FINDING_BOUNDS_EMPTY,
    REASON_DECIMALS,       /**< {1} at most */
    FINDING_COLUMN_ABSENT, /**< {1} column, {2} hint */
    FINDING_COLUMN_EMPTY,  /**< {1} column */
    N_FINDING_CODES
} SweepCode;

#endif
