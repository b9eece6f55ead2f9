/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes of a section in a hash table and in order. */
#include "config/reader/codes.h"

#include <glib.h>

#include "base/suggest.h"

typedef struct {
    const char *text;
    Place place;
} Member;

struct Codes {
    GHashTable *indices; /* code → index + 1 */
    GArray *members;
};

Codes *codes_new(void) {
    Codes *codes = g_new0(Codes, 1);
    codes->indices = g_hash_table_new(g_str_hash, g_str_equal);
    codes->members = g_array_new(FALSE, FALSE, sizeof(Member));
    return codes;
}

void codes_free(Codes *codes) {
    if (codes == NULL) {
        return;
    }
    g_hash_table_destroy(codes->indices);
    g_array_free(codes->members, TRUE);
    g_free(codes);
}

int codes_add(Codes *codes, const char *code, Place place) {
    int taken = code == NULL ? -1 : codes_find(codes, code);
    Member member = {taken < 0 ? code : NULL, place};
    g_array_append_val(codes->members, member);
    if (code != NULL && taken < 0) {
        /* The table never changes its keys, though its interface takes them so. */
        g_hash_table_insert(codes->indices, (gpointer)(guintptr)code,
                            GINT_TO_POINTER((int)codes->members->len));
    }
    return taken;
}

int codes_find(const Codes *codes, const char *code) {
    return GPOINTER_TO_INT(g_hash_table_lookup(codes->indices, code)) - 1;
}

int codes_count(const Codes *codes) {
    return (int)codes->members->len;
}

const char *codes_text(const Codes *codes, int index) {
    return g_array_index(codes->members, Member, index).text;
}

Place codes_place(const Codes *codes, int index) {
    return g_array_index(codes->members, Member, index).place;
}

const char *codes_nearest(const Codes *codes, const char *unknown) {
    Suggestion suggestion = suggestion_start(unknown);
    for (int i = 0; i < codes_count(codes); i++) {
        const char *text = codes_text(codes, i);
        if (text != NULL) {
            suggestion_try(&suggestion, text);
        }
    }
    return suggestion.best;
}
