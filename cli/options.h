/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Command lines: what every command has in common in reading its own. */
#ifndef BANLIE_CLI_OPTIONS_H
#define BANLIE_CLI_OPTIONS_H

#include <glib.h>
#include <stdbool.h>

#include "cli/exit_codes.h"

/** How a command is called; shown by `--help`. */
typedef struct {
    const char *command;   /**< `plan` */
    const char *arguments; /**< `CASE` */
    int n_arguments;       /**< exactly so many are asked for */
    int n_more;            /**< and at most so many more may follow */
    const char *summary;   /**< what it does, one or a few lines */
    const char *example;   /**< lines that can be typed as they stand */
} CommandSyntax;

typedef enum {
    OPTIONS_READY,    /**< the options are set, the arguments handed out */
    OPTIONS_ANSWERED, /**< `--help` was asked for and printed */
    OPTIONS_WRONG     /**< wrong usage, said on stderr */
} OptionsStatus;

/** Reads a command's own command line (GNU style: long options, `--` ends them).
 *  @param entries    the command's options, ended by an empty entry; `--lang` and `--help` are
 * added
 *  @param arguments  on OPTIONS_READY: the texts, to be freed with g_strfreev()
 */
OptionsStatus options_parse(const CommandSyntax *syntax, const GOptionEntry *entries, int argc,
                            char **argv, char ***arguments) __attribute__((warn_unused_result));

/** Says on stderr, in one line with a pointer to `--help`, what is wrong with a command line.
 *  @param command  NULL where no command was recognised
 *  @return EXIT_USAGE */
ExitCode options_wrong(const char *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/** Reads a time in seconds: `90`, `90s`, `10m`, `1.5h`, at most 1e9 s. False where the text is
 * something else. */
bool options_seconds(const char *text, double *seconds) __attribute__((warn_unused_result));

/** Reads a share such as a gap: a number from 0 to 1. */
bool options_share(const char *text, double *share) __attribute__((warn_unused_result));

/** Where a plan goes without `-o`: the last part of the case's path, without `.yaml` or `.yml`,
 *  the names of the scenarios, as in `-khorgos-shut+surge`, and `-plan`, in the current folder.
 *  @param scenarios  their names joined by `+`; NULL: none
 *  @return to be freed with g_free() */
char *options_plan_folder(const char *case_path, const char *scenarios);

/** Where a sweep goes without `-o`, likewise, with `-sweep`. */
char *options_sweep_folder(const char *case_path);

#endif
