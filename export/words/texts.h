/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the summary on screen says, in each language. */
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
    TEXT_REVENUE,
    TEXT_COST,
    TEXT_MARGIN,
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
    N_TEXTS
} TextKey;

const char *text_get(Lang lang, TextKey key);

/** A text with `{1}` … `{9}` replaced.
 *  @param args  as many as the text names
 *  @return to be freed with g_free() */
char *text_filled(const char *text, const char *const *args);

/** The same for a text of the table. */
char *text_fill(Lang lang, TextKey key, const char *const *args);

#endif
