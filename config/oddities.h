/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What is legal in a case but so odd that it is likely a slip: a warning each. */
#ifndef BANLIE_CONFIG_ODDITIES_H
#define BANLIE_CONFIG_ODDITIES_H

#include "config/reader/reader_state.h"

/** Warns of what is odd in a case that has been read; what has errors is not looked at. */
void oddities_check(Reader *reader);

#endif
