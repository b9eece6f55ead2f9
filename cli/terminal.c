/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colour, and the line of progress. */
#include "cli/terminal.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/speech.h"

enum { PROGRESS_TEXT_SIZE = 160, FALLBACK_WIDTH = 80 };

static const double redraw_s = 0.1;

static const char *phase_text(SolvePhase phase) {
    return phase == PHASE_RELAXATION ? say("relaxation") : say("search");
}

bool terminal_colour_mode(const char *text, ColourMode *mode) {
    if (strcmp(text, "auto") == 0) {
        *mode = COLOUR_AUTO;
    } else if (strcmp(text, "always") == 0) {
        *mode = COLOUR_ALWAYS;
    } else if (strcmp(text, "never") == 0) {
        *mode = COLOUR_NEVER;
    } else {
        return false;
    }
    return true;
}

static bool can_rewrite(FILE *stream) {
    const char *kind = getenv("TERM");
    return isatty(fileno(stream)) && (kind == NULL || strcmp(kind, "dumb") != 0);
}

bool terminal_has_colour(ColourMode mode, FILE *stream) {
    if (mode != COLOUR_AUTO) {
        return mode == COLOUR_ALWAYS;
    }
    const char *off = getenv("NO_COLOR");
    return (off == NULL || off[0] == '\0') && can_rewrite(stream);
}

ProgressLine progress_line_new(bool quiet) {
    return (ProgressLine){.shown = !quiet && can_rewrite(stderr)};
}

/* Room left in `text` after what snprintf said it wrote. */
static size_t advance(size_t used, int written, size_t size) {
    if (written < 0) {
        return used;
    }
    const size_t next = used + (size_t)written;
    return next < size ? next : size - 1;
}

void progress_format(const Progress *progress, char *text, size_t size) {
    /* What matters most stands first: a narrow terminal cuts off the end. */
    size_t used = advance(
        0, snprintf(text, size, "%-11s %6.1f s", phase_text(progress->phase), progress->seconds),
        size);
    if (isfinite(progress->bound)) {
        used = advance(
            used, snprintf(text + used, size - used, say("  bound %.0f"), progress->bound), size);
    }
    if (isfinite(progress->bound) && isfinite(progress->objective)) {
        const double gap =
            (progress->bound - progress->objective) / fmax(1.0, fabs(progress->objective));
        used = advance(used,
                       snprintf(text + used, size - used, say("  gap %.2f %%"), 100 * fmax(0, gap)),
                       size);
    }
    snprintf(text + used, size - used, say("  round %ld  columns %ld  nodes %ld"), progress->rounds,
             progress->columns, progress->nodes);
}

static size_t terminal_width(void) {
    struct winsize window = {0};
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &window) != 0 || window.ws_col < 2) {
        return FALLBACK_WIDTH;
    }
    return window.ws_col;
}

/** Bytes of the characters that take no more than so many columns. */
static int bytes_within(const char *text, int columns) {
    const char *at = text;
    while ((gint32)g_utf8_get_char_validated(at, -1) >= 0 && *at != '\0') {
        columns -= g_unichar_iswide(g_utf8_get_char(at)) ? 2 : 1;
        if (columns < 0) {
            break;
        }
        at = g_utf8_next_char(at);
    }
    return (int)(at - text);
}

void progress_line_show(const Progress *progress, void *user) {
    ProgressLine *line = user;
    if (!line->shown) {
        return;
    }
    const bool same_phase = line->last_phase == progress->phase;
    if (line->drawn && same_phase && progress->seconds - line->last_s < redraw_s) {
        return;
    }
    char text[PROGRESS_TEXT_SIZE];
    progress_format(progress, text, sizeof text);
    /* One column less than the terminal has: some break the line in the last one. */
    fprintf(stderr, "\r%.*s\033[K", bytes_within(text, (int)terminal_width() - 1), text);
    fflush(stderr);
    line->drawn = true;
    line->last_s = progress->seconds;
    line->last_phase = progress->phase;
}

void progress_line_put(ProgressLine *line, const char *text) {
    if (line->shown) {
        fprintf(stderr, "\r%s\033[K", text);
        fflush(stderr);
        line->drawn = true;
    }
}

void progress_line_clear(ProgressLine *line) {
    if (!line->drawn) {
        return;
    }
    fputs("\r\033[K", stderr);
    fflush(stderr);
    line->drawn = false;
}
