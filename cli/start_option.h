/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  `--start`: what an earlier plan has left in its folder. */
#ifndef BANLIE_CLI_START_OPTION_H
#define BANLIE_CLI_START_OPTION_H

#include "cli/exit_codes.h"
#include "export/start/start_file.h"

/** Reads it; says why it is not taken.
 *  @param dir    NULL: none was named
 *  @param start  receives it, NULL where none was named; to be freed with start_file_free()
 *  @return EXIT_DONE, or how the program ends */
ExitCode start_option_read(const char *command, const char *dir, StartFile **start)
    __attribute__((warn_unused_result));

#endif
