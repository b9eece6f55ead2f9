/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The sentences that a person reads, in each language. Beside this table stand those of findings
 *  (findings/), the names of cost parts (cost_words.c) and of outcomes (run_words.c). */
#ifndef BANLIE_EXPORT_WORDS_TEXTS_H
#define BANLIE_EXPORT_WORDS_TEXTS_H

typedef enum { LANG_EN, LANG_ZH, N_LANGS } Lang;

typedef enum {
    TEXT_HORIZON,      /**< {1} first day, {2} last day, {3} weeks, {4} zone */
    TEXT_OPTIMAL,      /**< no arguments */
    TEXT_GAP,          /**< {1} gap, {2} what is maximised, {3} bound */
    TEXT_LIMIT,        /**< likewise */
    TEXT_UNBOUNDED,    /**< no arguments */
    TEXT_RELAXATION,   /**< {1} value, {2} currency */
    TEXT_RELAXED_GOAL, /**< {1} what is maximised, {2} value */
    TEXT_GOAL_MARGIN,
    TEXT_GOAL_TEU,
    TEXT_GOAL_TEU_KM,
    TEXT_GOAL_LOAD_FACTOR,
    TEXT_OUTBOUND,
    TEXT_RETURN,
    TEXT_ALL,
    TEXT_TRAINS,
    TEXT_LOAD_FACTOR,
    TEXT_LOADED_TEU,
    TEXT_RETURN_RATIO,
    TEXT_RATIOS, /**< {1} of trains, {2} of TEU */
    TEXT_BOXES,
    TEXT_BOX_COUNTS, /**< {1} offered, {2} carried, {3} refused, {4} late */
    TEXT_TRANSIT,
    TEXT_TRANSIT_DAYS, /**< {1} mean, {2} 90th percentile */
    TEXT_FEEDERS,
    TEXT_FEEDER_USE, /**< {1} boxes, {2} cost, {3} currency */
    TEXT_EMPTIES,
    TEXT_EMPTY_MOVES, /**< {1} boxes, {2} TEU, {3} cost, {4} currency */
    TEXT_CONTAINERS,
    TEXT_CONTAINER_COST, /**< {1} boxes leased, {2} their cost, {3} storage, {4} currency */
    TEXT_WAGON_SETS,
    TEXT_REPOSITIONS, /**< {1} sets, {2} cost, {3} currency */
    TEXT_UNDER_WAY,
    TEXT_UNDER_WAY_COUNTS, /**< {1} trains, {2} boxes, {3} empties */
    TEXT_CHANGES,
    TEXT_NO_CHANGES,
    TEXT_CHANGED_TRAINS,
    TEXT_CHANGED_BOXES,
    TEXT_CHANGED_LEFT_BEHIND, /**< {1} how many, as those that follow */
    TEXT_CHANGED_REROUTED,
    TEXT_CHANGED_DAY,
    TEXT_CHANGED_CANCELLED,
    TEXT_CHANGED_STOPPED,
    TEXT_CHANGED_CLOSED,
    TEXT_CHANGED_REMOVED,
    TEXT_CHANGED_RETIMED,
    TEXT_CHANGED_NEW,
    TEXT_WHY_LOST,    /**< {1} what has changed */
    TEXT_WHY_STOPPED, /**< {1} train */
    TEXT_WHY_BOX,     /**< {1} what moving one costs */
    TEXT_WHY_TRAIN,   /**< likewise */
    TEXT_WHY_FREE,    /**< moving costs nothing */
    TEXT_REVENUE,
    TEXT_COST,
    TEXT_MARGIN,
    TEXT_MARGIN_BEFORE, /**< without the worth of the final stock */
    TEXT_LINE,
    TEXT_MORE_LINES,  /**< {1} how many */
    TEXT_BOTTLENECKS, /**< heading */
    TEXT_NO_BOTTLENECKS,
    TEXT_MORE_TEU,   /**< {1} slot run, {2} from, {3} to, {4} train */
    TEXT_MORE_TONNE, /**< likewise */
    TEXT_MORE_LIFT,  /**< {1} station, {2} day */
    TEXT_MORE_FED,   /**< {1} feeder, {2} day */
    TEXT_WORTH,      /**< {1} sentence of what is more, {2} price, {3} currency */
    TEXT_WHERE,      /**< {1} folder */

    /* How many: {1} is the number, ONE for 1 alone. */
    TEXT_ONE_TRAIN,
    TEXT_N_TRAINS,
    TEXT_ONE_LIFT,
    TEXT_N_LIFTS,
    TEXT_ONE_BOX,
    TEXT_N_BOXES,
    TEXT_NONE,
    TEXT_COMMA,    /**< between the items of a list */
    TEXT_SETS_AT,  /**< {1} how many, {2} station */
    TEXT_BOXES_AT, /**< likewise */

    /* Rules; {1} is the code of what the rule is about. */
    TEXT_RULE_MUST_ONE,     /**< {2} 1 */
    TEXT_RULE_MUST,         /**< {2} boxes */
    TEXT_RULE_LINE_MIN,     /**< {2} trains */
    TEXT_RULE_LINE_MAX,     /**< likewise */
    TEXT_RULE_ALWAYS,       /**< no more */
    TEXT_RULE_FROZEN_TRAIN, /**< likewise */
    TEXT_RULE_FROZEN_NEW,
    TEXT_RULE_UNDER_WAY,              /**< {1} trains, {2} boxes, {3} sets that trains take */
    TEXT_RULE_FROZEN_BOX,             /**< {2} 1 */
    TEXT_RULE_FROZEN_BOXES,           /**< {2} boxes */
    TEXT_RULE_MAX_TRANSIT,            /**< {2} time */
    TEXT_RULE_PARTS_MIN,              /**< {2} boxes */
    TEXT_RULE_PARTS_ALL,              /**< no more */
    TEXT_RULE_PARTS_ONE,              /**< likewise */
    TEXT_RULE_PARTS_MAX,              /**< {2} itineraries */
    TEXT_RULE_END_MIN,                /**< {2} boxes, {3} station */
    TEXT_RULE_BALANCE_TRAINS,         /**< {2} ratio */
    TEXT_RULE_BALANCE_TRAINS_BY_WEEK, /**< likewise */
    TEXT_RULE_BALANCE_TEU,            /**< likewise */
    TEXT_RULE_BALANCE_TEU_BY_WEEK,    /**< likewise */
    TEXT_RULE_LOAD_OF_TRAIN,          /**< {2} share */
    TEXT_RULE_LOAD_OF_WEEK,           /**< likewise */
    TEXT_RULE_LOAD_OF_HORIZON,        /**< likewise */
    TEXT_RULE_REGULAR,                /**< no more */
    TEXT_RULE_SETS,                   /**< {2} list of sets, {3} hours */
    TEXT_RULE_STOCK,                  /**< {2} list of boxes, {3} another that can be leased */
    TEXT_RULE_CLASS_BOXES,            /**< {2} boxes */
    TEXT_RULE_APART,                  /**< {2} the other class */
    TEXT_RULE_SLOT_TRAINS,            /**< {2} trains */
    TEXT_RULE_TRAINS_PER_DAY,         /**< {2} trains */
    TEXT_RULE_LIFTS,                  /**< {2} lifts */
    TEXT_RULE_FEEDER,                 /**< {2} boxes */
    TEXT_RULE_CLOSED_SLOT,            /**< {2} list of days */
    TEXT_RULE_CLOSED_STATION,         /**< likewise */
    TEXT_RULE_CLOSED_FEEDER,          /**< likewise */

    /* Repairs of rules that hold or do not; {1} is a code likewise. */
    TEXT_REPAIR_MUST_ONE,         /**< of one box */
    TEXT_REPAIR_MUST_ALL,         /**< none of the boxes would be carried */
    TEXT_REPAIR_MUST_SOME,        /**< {2} left of {3} boxes */
    TEXT_REPAIR_ALWAYS_ONE,       /**< {2} dropped of {3} 1 departure */
    TEXT_REPAIR_ALWAYS,           /**< {2} dropped of {3} departures */
    TEXT_REPAIR_FROZEN_TRAIN,     /**< {2} release */
    TEXT_REPAIR_FROZEN_BOXES,     /**< likewise */
    TEXT_REPAIR_FROZEN_SOME,      /**< {2} moved of {3} frozen boxes, {4} release */
    TEXT_RELEASE_TRAIN,           /**< from a pattern; no arguments */
    TEXT_RELEASE_BOXES,           /**< likewise */
    TEXT_RELEASE_TRAIN_BY_DATE,   /**< from a date in the case; no arguments */
    TEXT_RELEASE_BOXES_BY_DATE,   /**< likewise */
    TEXT_RELEASE_TRAIN_FROM_ALL,  /**< where all of the plan is frozen; no arguments */
    TEXT_RELEASE_BOXES_FROM_ALL,  /**< likewise */
    TEXT_RELEASE_BY_COMMAND_LINE, /**< from its date; no arguments */
    TEXT_RELEASE_BOTH,            /**< {1} release, {2} another */

    /* Repairs of numbers: {1} field, {2} noun, {3} code, {4} now, {5} then. */
    TEXT_REPAIR_LOWER,
    TEXT_REPAIR_RAISE,
    TEXT_REPAIR_STOCK, /**< {6} boxes more */
    TEXT_NOUN_BOOKING,
    TEXT_NOUN_LINE,
    TEXT_NOUN_CARGO,
    TEXT_NOUN_SLOT,
    TEXT_NOUN_STATION,
    TEXT_NOUN_RAKES,
    TEXT_NOUN_BALANCE,
    TEXT_NOUN_EQUIPMENT,
    TEXT_NOUN_FEEDER,

    /* A case without a plan. */
    TEXT_CONFLICT_UNKNOWN, /**< no memory to look for one */
    TEXT_CONFLICT_UNNAMED, /**< none was proven of named rules */
    TEXT_CONFLICT_OF_ONE,  /**< the rule stands in the next line */
    TEXT_CONFLICT,         /**< likewise several */
    TEXT_CONFLICT_RULE,    /**< {1} rule */
    TEXT_CONFLICT_MORE,    /**< {1} how many that are not shown */
    TEXT_CONFLICT_OPEN,    /**< whether fewer clash */
    TEXT_CONFLICT_CUT,     /**< {1} what cut the search short */
    TEXT_CONFLICT_REPAIR,  /**< {1} repair */
    TEXT_REPAIRS_OF_OTHERS,
    TEXT_REPAIR_MENDS,
    TEXT_REPAIRS_MEND,
    TEXT_REPAIR_MAY_MEND,
    TEXT_REPAIRS_MAY_MEND,

    /* How a run ended. */
    TEXT_RUN_INTERRUPTED_EARLY,
    TEXT_RUN_LIMIT_EARLY,
    TEXT_RUN_LIMIT_BOUND, /**< {1} bound */
    TEXT_RUN_ADVICE,      /**< what to try where a limit came first */
    TEXT_HARDEST,         /**< heading */
    TEXT_HARDEST_FREE,    /**< none has a price */
    TEXT_HARDEST_UNKNOWN, /**< the relaxation was not solved */
    TEXT_HARD_RULE,       /**< {1} rule */
    TEXT_HARD_BOX,        /**< {1} rule, {2} what one box less would gain, {3} currency */
    TEXT_HARD_TRAIN,      /**< likewise a train */
    TEXT_HARD_TEU,        /**< likewise a TEU */
    TEXT_RUN_MEMORY_EARLY,
    TEXT_RUN_FAILED_EARLY,   /**< {1} outcome */
    TEXT_RUN_CUT_BY_FAILURE, /**< {1} outcome */
    TEXT_RUN_CUT_BY_USER,
    TEXT_RUN_CUT_BY_LIMIT,
    TEXT_RUN_NO_PRICES, /**< {1} outcome */
    TEXT_MEMORY_BUILDING,
    TEXT_MEMORY_VIEW,
    TEXT_MEMORY_WRITING,
    TEXT_MEMORY_PRINTING,
    TEXT_RUN_WITHHELD,
    TEXT_RUN_ELSEWHERE, /**< {1} folder */

    /* What a train carries. */
    TEXT_MANIFEST, /**< {1} train, {2} boxes, {3} TEU, {4} tonnes, {5} empties */
    TEXT_BOOKING,
    TEXT_CUSTOMER,
    TEXT_CONTAINER,
    TEXT_CARGO,
    TEXT_TONNES,
    TEXT_BOARDS,
    TEXT_LEAVES,
    TEXT_NO_TRAIN,      /**< {1} folder, {2} train */
    TEXT_NO_TRAIN_NEAR, /**< likewise, {3} another train */

    /* What the program is. */
    TEXT_SOLVERS, /**< {1} list of names and versions */
    TEXT_LICENCE,
    TEXT_LICENCE_OWN_USE, /**< with a solver whose licence does not go with GLPK's */

    /* What changes of scenarios have touched. */
    TEXT_ONE_VALUE,
    TEXT_N_VALUES,
    TEXT_UNCHANGED,
    TEXT_IS_UNCHANGED,
    TEXT_ONE_STATION,
    TEXT_N_STATIONS,
    TEXT_ONE_CONTAINER_TYPE,
    TEXT_N_CONTAINER_TYPES,
    TEXT_ONE_CARGO_CLASS,
    TEXT_N_CARGO_CLASSES,
    TEXT_ONE_POOL,
    TEXT_N_POOLS,
    TEXT_ONE_SLOT,
    TEXT_N_SLOTS,
    TEXT_ONE_LINE,
    TEXT_N_LINES,
    TEXT_ONE_RULE,
    TEXT_N_RULES,
    TEXT_ONE_BOOKING,
    TEXT_N_BOOKINGS,
    TEXT_ONE_FEEDER,
    TEXT_N_FEEDERS,
    TEXT_ONE_RUN,
    TEXT_N_RUNS,
    TEXT_ONE_DEPARTURE,
    TEXT_N_DEPARTURES,
    TEXT_ONE_CANCELLED,
    TEXT_N_CANCELLED,
    TEXT_TAKEN_OUT,
    TEXT_BOXES_CHANGED, /**< {1} before, {2} after */
    TEXT_AND_MORE,
    TEXT_LIST_COMMA,
    TEXT_COLON,
    N_TEXTS
} TextKey;

const char *text_get(Lang lang, TextKey key);

/** A text with `{1}` … `{9}` replaced.
 *  @param args  as many as the text names
 *  @return to be freed with g_free() */
char *text_filled(const char *text, const char *const *args);

/** The same for a text of the table. */
char *text_fill(Lang lang, TextKey key, const char *const *args);

/** The same with the arguments written out. */
#define TEXT_WITH(lang, key, ...) text_fill((lang), (key), (const char *const[]){__VA_ARGS__})

/** A count with what is counted: `1 train`, `3 trains`. To be freed with g_free(). */
char *text_counted(Lang lang, TextKey one, TextKey many, long count);

/** A number as a case would have it, see base/shortest_number.h. To be freed with
 * g_free(). */
char *text_number(double number);

/** A whole number. To be freed with g_free(). */
char *text_integer(long number);

#endif
