/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The named rules of a case: what a planner asked for, and what limits it, by field of the case.
 *
 *  With all of them off the empty plan is a plan: what is left (conservation, the calendar, the
 * room of a train) forbids nothing but what it cannot do. So where no plan keeps all rules, some of
 * them clash, and those can be told by name. */
#ifndef BANLIE_MODEL_RULES_RULES_H
#define BANLIE_MODEL_RULES_RULES_H

#include "config/case.h"

/** In the order in which they are told: first what is asked for, then what limits it. */
typedef enum {
    RULE_MUST,           /**< a booking: all its boxes travel */
    RULE_LINE_MIN,       /**< a line: trains_per_week.min */
    RULE_ALWAYS,         /**< a train given by hand: runs in every week */
    RULE_FROZEN_TRAIN,   /**< a train of an earlier plan: runs again */
    RULE_FROZEN_NEW,     /**< days on which no train leaves that an earlier plan does not run */
    RULE_UNDER_WAY,      /**< what an earlier plan has sent off */
    RULE_FROZEN_BOXES,   /**< a booking: boxes stay where an earlier plan had them */
    RULE_END_MIN,        /**< a container type at a station */
    RULE_BALANCE,        /**< a balance rule's trains or TEU, where it is hard */
    RULE_LOAD_FACTOR,    /**< a load-factor rule on a line */
    RULE_LINE_MAX,       /**< a line: trains_per_week.max */
    RULE_REGULAR,        /**< a line: the same trains in every week */
    RULE_SETS,           /**< a rake pool: its wagon sets */
    RULE_STOCK,          /**< a container type: its stock and leases */
    RULE_CLASS_BOXES,    /**< a cargo class: max_boxes_per_train */
    RULE_APART,          /**< two cargo classes that share no train */
    RULE_SLOT_TRAINS,    /**< a slot: trains that share a run */
    RULE_TRAINS_PER_DAY, /**< a station */
    RULE_LIFTS,          /**< a station: lifts_per_day */
    RULE_FEEDER,         /**< a feeder: boxes_per_day */
    RULE_CLOSED_SLOT,    /**< a slot: days on which it is closed */
    RULE_CLOSED_STATION, /**< a station, likewise */
    RULE_CLOSED_FEEDER   /**< a feeder, likewise */
} RuleKind;

enum { N_RULE_KINDS = RULE_CLOSED_FEEDER + 1 };

/** Which goal of a balance rule: Rule.detail. */
enum { BALANCE_OF_TRAINS, BALANCE_OF_TEU };

typedef struct {
    RuleKind kind;
    int subject; /**< index in the case of what the rule is about; RULE_FROZEN_TRAIN: in
                    Commitments.earlier_trains */
    int detail;  /**< RULE_END_MIN: the station, RULE_BALANCE: which goal, RULE_LOAD_FACTOR: the
                    line,  RULE_APART: the other class; else -1 */
    Place place; /**< of the field */
} Rule;

typedef struct {
    const Case *kase;
    Rule *items; /**< by kind, then as the case has them */
    int count;
} Rules;

/** Lists the rules of a case, which has to outlive them. To be freed with rules_clear(). */
Rules rules_of_case(const Case *kase);
void rules_clear(Rules *rules);

/** Number of the rule, -1 where the case has no such rule. */
int rules_find(const Rules *rules, RuleKind kind, int subject, int detail);

#endif
