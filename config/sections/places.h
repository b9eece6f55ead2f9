/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Where the fields stand that a planner may be sent back to: those whose rules can clash.
 *
 *  Each notes the places of one member of a section, in the places of its row. A field that is not
 *  written has the place of the map that lacks it. */
#ifndef BANLIE_CONFIG_SECTIONS_PLACES_H
#define BANLIE_CONFIG_SECTIONS_PLACES_H

#include "config/case.h"
#include "config/document/node.h"

void places_note_station(const Node *map, Station *station);
void places_note_cargo(const Node *map, Cargo *cargo);
void places_note_line(const Node *map, Line *line);
void places_note_equipment(const Case *kase, const Node *map, Equipment *equipment);
void places_note_rake(const Case *kase, const Node *map, Rake *rake);
void places_note_balance(const Node *map, Balance *balance);
void places_note_commitments(const Node *map, Commitments *commitments);

#endif
