/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a path apart. */
#include "config/scenario/path.h"

#include <glib.h>
#include <string.h>

static void part_clear(void *item) {
    PathPart *part = item;
    g_free(part->text);
    pattern_free(part->pattern);
}

/** Takes the text between two slashes; `*at` stands behind the second then.
 *  @return to be freed with g_free(); NULL where the second is missing */
static char *take_between_slashes(const char **at) {
    GString *text = g_string_new(NULL);
    const char *from = *at + 1;
    for (; *from != '\0' && *from != '/'; from++) {
        if (from[0] == '\\' && from[1] == '/') {
            from++;
        } else if (from[0] == '\\' && from[1] != '\0') {
            g_string_append_c(text, *from++);
        }
        g_string_append_c(text, *from);
    }
    const bool ended = *from == '/' && text->len > 0;
    *at = from + (ended ? 1 : 0);
    return g_string_free(text, !ended);
}

/** Takes one part; `*at` stands behind it then. @return false where there is none */
static bool take_part(const char **at, PatternBudget *budget, PathPart *part, char **wild,
                      Phrase **why) {
    *part = (PathPart){0};
    if (**at != '/') {
        const size_t length = strcspn(*at, "./");
        part->text = g_strndup(*at, length);
        *at += length;
        return length > 0;
    }
    part->text = take_between_slashes(at);
    part->pattern = part->text == NULL ? NULL : pattern_new(part->text, budget, why);
    if (part->text != NULL && part->pattern == NULL) {
        *wild = g_strdup(part->text);
    }
    return part->pattern != NULL;
}

bool path_parse(const char *text, PatternBudget *budget, Path *path, char **wild, Phrase **why) {
    GArray *parts = g_array_new(FALSE, FALSE, sizeof(PathPart));
    g_array_set_clear_func(parts, part_clear);
    *wild = NULL;
    *why = NULL;
    bool good = true;
    bool more = true;
    for (const char *at = text; good && more;) {
        PathPart part;
        good = take_part(&at, budget, &part, wild, why);
        g_array_append_val(parts, part);
        good = good && (*at == '\0' || *at == '.');
        more = good && *at++ == '.';
    }
    if (!good) {
        g_array_unref(parts);
        return false;
    }
    path->n_parts = (int)parts->len;
    path->parts = (PathPart *)(void *)g_array_free(parts, FALSE);
    return true;
}

void path_clear(Path *path) {
    for (int i = 0; i < path->n_parts; i++) {
        part_clear(&path->parts[i]);
    }
    g_free(path->parts);
    *path = (Path){0};
}

bool path_part_has(const PathPart *part, const char *key) {
    return part->pattern == NULL ? strcmp(part->text, key) == 0
                                 : pattern_matches(part->pattern, key);
}
