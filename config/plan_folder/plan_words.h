/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The words that cells of a plan's CSV files may be; each list ends with one of NULL. */
#ifndef BANLIE_CONFIG_PLAN_FOLDER_PLAN_WORDS_H
#define BANLIE_CONFIG_PLAN_FOLDER_PLAN_WORDS_H

/** A word that a cell may be. */
typedef struct {
    const char *word;
    const char *doc; /**< what it says, in one sentence */
} PlanWord;

/** Of trains.csv and lines.csv. */
extern const PlanWord plan_directions[];

/** Of trains.csv: whether a train runs. */
extern const PlanWord plan_train_states[];

/** Of bookings.csv: why boxes are left behind. */
extern const PlanWord plan_reasons[];

/** Of changes.csv: what the reason begins with. */
extern const PlanWord plan_changes[];

/** Of money.csv. */
extern const PlanWord plan_money_parts[];

#endif
