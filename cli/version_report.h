/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What `banlie --version` says. */
#ifndef BANLIE_CLI_VERSION_REPORT_H
#define BANLIE_CLI_VERSION_REPORT_H

#include "export/words/texts.h"

/** Prints the program's version, the LP solvers built in with theirs, and the licence. */
void version_print(Lang lang);

#endif
