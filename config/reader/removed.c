/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members that named changes have taken out. */
#include "config/reader/removed.h"

static char *removed_key(Section section, const char *code) {
    return g_strdup_printf("%d %s", (int)section, code);
}

RemovedMembers *removed_members_new(void) {
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

void removed_members_add(RemovedMembers *members, Section section, const char *code,
                         const Removed *by) {
    Removed *copy = g_new(Removed, 1);
    *copy = *by;
    g_hash_table_replace(members, removed_key(section, code), copy);
}

const Removed *removed_members_find(RemovedMembers *members, Section section, const char *code) {
    if (members == NULL) {
        return NULL;
    }
    g_autofree char *key = removed_key(section, code);
    return g_hash_table_lookup(members, key);
}
