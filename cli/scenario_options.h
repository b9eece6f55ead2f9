/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  `--scenario`: the option of every command that asks about a changed case. */
#ifndef BANLIE_CLI_SCENARIO_OPTIONS_H
#define BANLIE_CLI_SCENARIO_OPTIONS_H

#include "cli/options.h"

/** The row of a command's table of options; `written` is a char **, to be freed with g_strfreev().
 */
#define SCENARIO_ENTRY(written)                                                                    \
    {                                                                                              \
        "scenario", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &(written),                                 \
            "Lay the changes of this scenario over the case; once for each, in their order",       \
            "NAME|FILE[#NAME]"                                                                     \
    }

#endif
