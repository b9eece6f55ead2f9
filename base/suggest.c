/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The distance of two words, and the nearest of those tried. */
#include "base/suggest.h"

#include <stddef.h>

#include <glib.h>

#include "base/plain_text.h"

enum { WORD_MAX = 48 /**< longer words get no hint */ };

static int least(int a, int b) {
    return a < b ? a : b;
}

/** A word as characters, small letters throughout. @return how many, WORD_MAX + 1 for too many */
static int spell(const char *word, gunichar letters[WORD_MAX]) {
    int count = 0;
    for (const char *at = word; *at != '\0'; at = character_next(at)) {
        if (count == WORD_MAX) {
            return WORD_MAX + 1;
        }
        letters[count++] =
            (unsigned char)*at < 0x80 ? (gunichar)g_ascii_tolower(*at) : character_at(at);
    }
    return count;
}

int edit_distance(const char *a, const char *b, int limit) {
    gunichar as[WORD_MAX], bs[WORD_MAX];
    const int na = spell(a, as), nb = spell(b, bs);
    if (na > WORD_MAX || nb > WORD_MAX || na - nb > limit || nb - na > limit) {
        return limit + 1;
    }
    int rows[3][WORD_MAX + 1];
    for (int j = 0; j <= nb; j++) {
        rows[0][j] = j;
    }
    for (int i = 1; i <= na; i++) {
        int *row = rows[i % 3];
        const int *above = rows[(i + 2) % 3];
        const int *above_that = rows[(i + 1) % 3];
        row[0] = i;
        for (int j = 1; j <= nb; j++) {
            int change = above[j - 1] + (as[i - 1] == bs[j - 1] ? 0 : 1);
            row[j] = least(change, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && as[i - 1] == bs[j - 2] && as[i - 2] == bs[j - 1]) {
                row[j] = least(row[j], above_that[j - 2] + 1);
            }
        }
    }
    return least(rows[na % 3][nb], limit + 1);
}

Suggestion suggestion_start(const char *word) {
    int length = (int)character_count(word);
    /* One letter in three may be wrong, and one in any case. */
    int limit = length / 3 > 1 ? length / 3 : 1;
    return (Suggestion){.word = word, .best = NULL, .distance = least(limit, length - 1) + 1};
}

void suggestion_try(Suggestion *suggestion, const char *known) {
    int distance = edit_distance(suggestion->word, known, suggestion->distance - 1);
    if (distance < suggestion->distance) {
        suggestion->distance = distance;
        suggestion->best = known;
    }
}
