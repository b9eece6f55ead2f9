/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The separator and the header of a CSV file, by the names that are found in its first lines. */
#include "base/csv_dialect.h"

#include <string.h>

#include "base/plain_text.h"

const CsvDialect CSV_STRICT = {.separator = ',', .line = 1};

static const char SEPARATORS[] = ",;\t";

/** A line of a text. */
typedef struct {
    const char *start, *end;
    int number; /**< from 1 */
} Line;

static Line line_at(const char *start, int number) {
    return (Line){start, start + strcspn(start, "\r\n"), number};
}

/** The line after one; it begins at the text's end where there is none. */
static Line next_line(const Line *line) {
    const char *at = line->end;
    at += at[0] == '\r' && at[1] == '\n' ? 2 : *at != '\0' ? 1 : 0;
    return line_at(at, line->number + 1);
}

/** True where a line holds separators and blanks alone. */
static bool is_empty(const Line *line) {
    const char *at = line->start;
    while (at < line->end) {
        const size_t length = strchr(SEPARATORS, *at) != NULL ? 1 : blank_length(at);
        if (length == 0) {
            return false;
        }
        at += length;
    }
    return true;
}

/** The first line from here on that is not empty. */
static Line first_full(Line line) {
    while (*line.end != '\0' && is_empty(&line)) {
        line = next_line(&line);
    }
    return line;
}

/** The end of the cell that begins here: a separator within quotes does not end it. */
static const char *cell_end(const char *at, const char *end, char separator) {
    bool quoted = false;
    for (; at < end && (quoted || *at != separator); at++) {
        quoted = quoted != (*at == '"');
    }
    return at;
}

static bool is_column_name(const char *start, const char *end, CsvNamed *named, void *user) {
    while (start < end && (*start == ' ' || *start == '"')) {
        start++;
    }
    while (end > start && (end[-1] == ' ' || end[-1] == '"')) {
        end--;
    }
    return end > start && named(user, start, (size_t)(end - start));
}

/** How many cells of a line are names. */
static int count_names(const Line *line, char separator, CsvNamed *named, void *user) {
    int count = 0;
    for (const char *at = line->start; at < line->end;) {
        const char *end = cell_end(at, line->end, separator);
        count += is_column_name(at, end, named, user);
        at = end + 1;
    }
    return count;
}

CsvDialect csv_dialect_find(const char *text, char stated, CsvNamed *named, void *user) {
    const Line first = first_full(line_at(text, 1));
    const Line next = next_line(&first), second = first_full(next);
    CsvDialect best = {.separator = stated != '\0' ? stated : ',', .loose = true};
    best.start = (size_t)(first.start - text);
    best.line = first.number;
    int most = 0;
    for (const char *separator = SEPARATORS; *separator != '\0'; separator++) {
        if (stated != '\0' && stated != *separator) {
            continue;
        }
        const int above = count_names(&first, *separator, named, user);
        const int below = above > 0 ? 0 : count_names(&second, *separator, named, user);
        if (above + below > most) {
            const Line *header = above > 0 ? &first : &second;
            most = above + below;
            best.separator = *separator;
            best.start = (size_t)(header->start - text);
            best.line = header->number;
            best.title = above > 0 ? 0 : first.number;
        }
    }
    return best;
}
