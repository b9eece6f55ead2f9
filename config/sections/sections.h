/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the tables of single sections need in code: checks within one entry, and values that are
 * not just read and stored. */
#ifndef BANLIE_CONFIG_SECTIONS_SECTIONS_H
#define BANLIE_CONFIG_SECTIONS_SECTIONS_H

#include "config/reader/fields.h"

/* Checks of one map whose fields are without fault; `row` is the struct they went to. */
void section_check_horizon(Reader *reader, const Node *map, void *row);
void section_check_station(Reader *reader, const Node *map, void *row);
void section_check_load_factor(Reader *reader, const Node *map, void *row);
void section_check_transfer(Reader *reader, const Node *map, void *row);
void section_check_through(Reader *reader, const Node *map, void *row);
void section_check_valid(Reader *reader, const Node *map, void *row);
void section_check_slot(Reader *reader, const Node *map, void *row);
void section_check_trains_per_week(Reader *reader, const Node *map, void *row);
void section_check_line(Reader *reader, const Node *map, void *row);
void section_check_train(Reader *reader, const Node *map, void *row);
void section_check_container(Reader *reader, const Node *map, void *row);
void section_check_cargo(Reader *reader, const Node *map, void *row);
void section_check_demand(Reader *reader, const Node *map, void *row);
void section_check_feeder(Reader *reader, const Node *map, void *row);
void section_check_equipment(Reader *reader, const Node *map, void *row);
void section_check_rake(Reader *reader, const Node *map, void *row);
void section_check_reposition(Reader *reader, const Node *map, void *row);
void section_check_balance(Reader *reader, const Node *map, void *row);
void section_check_commitments(Reader *reader, const Node *map, void *row);
void section_check_close(Reader *reader, const Node *map, void *row);
void section_check_set(Reader *reader, const Node *map, void *row);
void section_check_change(Reader *reader, const Node *map, void *row);
void section_check_not_empty(Reader *reader, const Node *map, void *row);

/** Reads `objective` into the case: one word, or a list of goals. */
void section_read_objective(Reader *reader, const Field *field, const Node *node);

#endif
