/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Another program run to its end, and what it said. */
#ifndef BANLIE_STUDY_SWEEP_OUTSIDE_COMMAND_H
#define BANLIE_STUDY_SWEEP_OUTSIDE_COMMAND_H

#include <signal.h>
#include <stdbool.h>

typedef struct {
    bool begun; /**< false where it is not there, or cannot be run */
    int status; /**< that it ended with; -1: by a signal, or not begun */
    char *out;  /**< its standard output; never NULL */
    char *said; /**< its standard error without the last line's end, or why it was not begun;
                     never NULL */
} CommandEnd;

/** Runs a program that is looked for in PATH, without input, and waits for its end. A Ctrl-C on the
 *  terminal does not reach it.
 *  @param words  its name and arguments, ended by NULL
 *  @param stop   ends it once it is not 0; may be NULL: nothing does
 *  @return to be ended with command_end_clear() */
CommandEnd outside_command(const char *const *words, const volatile sig_atomic_t *stop)
    __attribute__((warn_unused_result));

void command_end_clear(CommandEnd *end);

#endif
