/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The changes of the scenarios that are applied, one after another. */
#ifndef BANLIE_CONFIG_SCENARIO_CHANGE_LIST_H
#define BANLIE_CONFIG_SCENARIO_CHANGE_LIST_H

#include <glib.h>
#include <stdbool.h>

#include "config/document/node.h"

/** One change, as it is written: a map with one key, the kind. */
typedef struct {
    const char *scenario; /**< its name; owned by the list */
    int applied;          /**< which of the scenarios applied, from 0: one may come twice */
    int number;           /**< within the scenario, from 1 */
    const Node *name;     /**< of the scenario, where that is a text; else NULL */
    const Node *node;
} NamedChange;

/** Changes whose nodes belong to documents that the list keeps, or that its owner keeps. */
typedef struct ChangeList ChangeList;

ChangeList *change_list_new(void) __attribute__((warn_unused_result));
void change_list_free(ChangeList *list);

/** Appends the changes of a scenario.
 *  @param name     as it is written, where it is; NULL
 *  @param changes  a list of changes; has to live as long as the list. Anything else is taken over
 *                  as it is and told when its form is checked */
void change_list_add(ChangeList *list, const char *scenario, const Node *name, const Node *changes);

/** Hands over what the nodes belong to: it is freed with the list. */
void change_list_keep(ChangeList *list, void *owned, GDestroyNotify free_owned);

int change_list_count(const ChangeList *list);
const NamedChange *change_list_get(const ChangeList *list, int index);

/** The scenarios applied, and their names in order. */
int change_list_scenarios(const ChangeList *list);
const char *change_list_scenario(const ChangeList *list, int index);

#endif
