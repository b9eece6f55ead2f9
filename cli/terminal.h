/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The terminal: colour or not, and a line of progress that is rewritten in place. */
#ifndef BANLIE_CLI_TERMINAL_H
#define BANLIE_CLI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "solver/solve_options.h"

typedef enum { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER } ColourMode;

/** Reads `auto`, `always` or `never`. False where the text is something else. */
bool terminal_colour_mode(const char *text, ColourMode *mode) __attribute__((warn_unused_result));

/** True where colours are wanted on a stream. `auto`: it is a terminal that can, and NO_COLOR is
 *  not set; an explicit `always` stands above NO_COLOR. */
bool terminal_has_colour(ColourMode mode, FILE *stream);

/** A line on stderr that tells how far the solver is; nothing where stderr is no terminal. */
typedef struct {
    bool shown;            /**< progress is wanted at all */
    bool drawn;            /**< the line stands on the screen now */
    double last_s;         /**< when it was last drawn, in the solver's seconds */
    SolvePhase last_phase; /**< that it was drawn in */
} ProgressLine;

/** @param quiet  true: never show anything */
ProgressLine progress_line_new(bool quiet);

/** Draws the line, at most ten times a second within a phase. Fits SolveOptions.progress.
 *  @param user  a ProgressLine */
void progress_line_show(const Progress *progress, void *user);

/** Draws any other text in its place, one that fits. */
void progress_line_put(ProgressLine *line, const char *text);

/** Takes the line off the screen, before anything else is written. */
void progress_line_clear(ProgressLine *line);

/** The line's text, without line break; cut off at `size` - 1 bytes (it is ASCII). */
void progress_format(const Progress *progress, char *text, size_t size);

#endif
