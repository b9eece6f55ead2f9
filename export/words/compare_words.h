/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the screen says of plans compared, in each language. */
#ifndef BANLIE_EXPORT_WORDS_COMPARE_WORDS_H
#define BANLIE_EXPORT_WORDS_COMPARE_WORDS_H

#include "config/plan_folder/compare_columns.h"
#include "export/words/texts.h"

typedef enum {
    COMPARE_INPUTS,      /**< heading */
    COMPARE_SAME_INPUTS, /**< no arguments */
    COMPARE_NO_DIGEST,   /**< {1} plan */
    COMPARE_FIGURE,      /**< headings of columns, down to COMPARE_PRICED */
    COMPARE_DIFFERENCE,
    COMPARE_CHANGE,
    COMPARE_LINE,
    COMPARE_TRAIN,
    COMPARE_SHIFT,
    COMPARE_MARGIN,
    COMPARE_BOOKING,
    COMPARE_CARRIED,
    COMPARE_BOXES,
    COMPARE_REROUTED,
    COMPARE_MODE,
    COMPARE_LEG,
    COMPARE_PRICED,
    COMPARE_TRAINS_OF,   /**< {1} plan, {2} list of counts, as of the next three */
    COMPARE_BOOKINGS_OF, /**< likewise */
    COMPARE_FLOWS_OF,    /**< {1} plan, {2} how many changed, {3} of how many */
    COMPARE_PRICES_OF,   /**< likewise */
    COMPARE_HOURS,       /**< {1} number */
    COMPARE_MORE,        /**< {1} how many, {2} file */
    COMPARE_WHERE,       /**< {1} folder */
    COMPARE_REASONS,     /**< heading */
    COMPARE_WITHOUT,     /**< {1} change */
    COMPARE_ALONE,       /**< names of figures, down to COMPARE_INTERACTION */
    COMPARE_LAST,
    COMPARE_TOTAL,
    COMPARE_INTERACTION,
    COMPARE_RANGE,     /**< {1} from, {2} to */
    COMPARE_ZERO,      /**< after a range that holds 0 */
    COMPARE_UNKNOWN,   /**< in place of a figure */
    COMPARE_SAME_CASE, /**< no arguments */
    COMPARE_NO_PLAN,   /**< {1} changes that are made, {2} why */
    COMPARE_NO_CHANGE, /**< in place of the changes */
    N_COMPARE_TEXTS
} CompareText;

const char *compare_text(Lang lang, CompareText key);

/** The same with its gaps filled; to be freed with g_free(). */
#define COMPARE_WITH(lang, key, ...)                                                               \
    text_filled(compare_text((lang), (key)), (const char *const[]){__VA_ARGS__})

/** What has become of a train or of a booking. */
const char *compare_train_text(Lang lang, TrainChange change);
const char *compare_booking_text(Lang lang, BoxesChange change);

/** What plans were made from: `horizon.start`. What has no words is its own. */
const char *compare_input_text(Lang lang, const char *name);

#endif
