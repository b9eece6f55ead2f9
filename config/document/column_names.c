/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headers as people write them, matched with the names of columns. */
#include "config/document/column_names.h"

#include <glib.h>
#include <string.h>

#include "base/plain_text.h"
#include "base/suggest.h"

enum { FOLDED_SIZE = 128 };

/** A name without what does not count in it. */
typedef struct {
    char text[FOLDED_SIZE];
} Folded;

/** Length of what does not count in a name and begins here, 0 where a letter does. */
static size_t uncounted(const char *at) {
    return *at == '_' || *at == '-' ? 1 : blank_length(at);
}

/** Where the name ends: before a note in brackets. */
static const char *name_end(const char *start, const char *end) {
    for (const char *at = start; at < end; at++) {
        if (at > start && (*at == '(' || strncmp(at, "（", strlen("（")) == 0)) {
            return at;
        }
    }
    return end;
}

static Folded fold(const char *text, size_t length) {
    Folded folded;
    size_t used = 0;
    const char *end = name_end(text, text + length);
    for (const char *at = text; at < end && used < FOLDED_SIZE - 1;) {
        const size_t skipped = uncounted(at);
        if (skipped == 0) {
            folded.text[used++] = g_ascii_tolower(*at++);
        }
        at += skipped;
    }
    folded.text[used] = '\0';
    return folded;
}

/** Looks at each word that a name may be called by, until `look` says that it is found. */
static bool any_word(const ColumnName *name, bool (*look)(const Folded *word, void *user),
                     void *user) {
    const Folded path = fold(name->path, strlen(name->path));
    if (look(&path, user)) {
        return true;
    }
    for (const char *word = name->headings; word != NULL && *word != '\0';) {
        const size_t length = strcspn(word, " ");
        const Folded folded = fold(word, length);
        if (look(&folded, user)) {
            return true;
        }
        word += length + strspn(word + length, " ");
    }
    return false;
}

static bool is_same(const Folded *word, void *user) {
    return strcmp(word->text, ((const Folded *)user)->text) == 0;
}

int column_names_find(const ColumnNames *names, const char *header, size_t length) {
    Folded folded = fold(header, length);
    for (int i = 0; i < names->count && folded.text[0] != '\0'; i++) {
        if (any_word(&names->names[i], is_same, &folded)) {
            return i;
        }
    }
    return -1;
}

/** The least distance of a header from any word so far. */
typedef struct {
    Folded header;
    int least;
} Nearness;

static bool is_nearer(const Folded *word, void *user) {
    Nearness *nearness = user;
    const int distance = edit_distance(nearness->header.text, word->text, nearness->least);
    nearness->least = MIN(nearness->least, distance);
    return false;
}

int column_names_nearest(const ColumnNames *names, const bool *wanted, const char *header,
                         int *distance, int *letters) {
    Nearness nearness = {fold(header, strlen(header)), FOLDED_SIZE};
    int nearest = -1;
    for (int i = 0; i < names->count; i++) {
        const int before = nearness.least;
        if (wanted[i]) {
            (void)any_word(&names->names[i], is_nearer, &nearness);
            nearest = nearest < 0 || nearness.least < before ? i : nearest;
        }
    }
    *distance = nearness.least;
    *letters = (int)character_count(nearness.header.text);
    return nearest;
}
