/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Things of the case, found by their codes. */
#ifndef BANLIE_VERIFY_READ_CASE_FIND_H
#define BANLIE_VERIFY_READ_CASE_FIND_H

#include "config/case.h"

enum { NOWHERE = -1 /**< what is found where there is none */ };

/** The station of this code. */
StationId station_find(const Case *kase, const char *code);

/** The container type of this code. */
ContainerId container_find(const Case *kase, const char *code);

/** The feeder of this code: index in Case.feeders. */
int feeder_find(const Case *kase, const char *code);

/** The equipment of a container type: index in Case.equipment. */
int equipment_find(const Case *kase, ContainerId container);

/** What the equipment is at a station; NULL where nothing is said of it. */
const EquipmentAt *stock_terms(const Equipment *equipment, StationId station);

/** The load-factor rule that holds for a line, NULL where none does. */
const LoadFactor *line_load_factor(const Case *kase, LineId line);

#endif
