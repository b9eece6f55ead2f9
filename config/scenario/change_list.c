/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes in their order, and what they live in. */
#include "config/scenario/change_list.h"

typedef struct {
    void *owned;
    GDestroyNotify free_owned;
} Keep;

struct ChangeList {
    GArray *changes;  /**< of NamedChange */
    GPtrArray *names; /**< of char *, of the scenarios applied */
    GArray *kept;     /**< of Keep */
};

static void keep_clear(void *item) {
    Keep *keep = item;
    keep->free_owned(keep->owned);
}

ChangeList *change_list_new(void) {
    ChangeList *list = g_new0(ChangeList, 1);
    list->changes = g_array_new(FALSE, FALSE, sizeof(NamedChange));
    list->names = g_ptr_array_new_with_free_func(g_free);
    list->kept = g_array_new(FALSE, FALSE, sizeof(Keep));
    g_array_set_clear_func(list->kept, keep_clear);
    return list;
}

void change_list_free(ChangeList *list) {
    if (list != NULL) {
        g_array_unref(list->changes);
        g_ptr_array_unref(list->names);
        g_array_unref(list->kept);
        g_free(list);
    }
}

void change_list_add(ChangeList *list, const char *scenario, const Node *name,
                     const Node *changes) {
    char *code = g_strdup(scenario);
    const int applied = (int)list->names->len;
    g_ptr_array_add(list->names, code);
    for (int i = 0; changes->kind == NODE_LIST && i < changes->count; i++) {
        const NamedChange change = {code, applied, i + 1,
                                    name != NULL && name->kind == NODE_SCALAR ? name : NULL,
                                    changes->items[i]};
        g_array_append_val(list->changes, change);
    }
}

void change_list_keep(ChangeList *list, void *owned, GDestroyNotify free_owned) {
    const Keep keep = {owned, free_owned};
    g_array_append_val(list->kept, keep);
}

int change_list_count(const ChangeList *list) {
    return list == NULL ? 0 : (int)list->changes->len;
}

const NamedChange *change_list_get(const ChangeList *list, int index) {
    return &g_array_index(list->changes, NamedChange, index);
}

int change_list_scenarios(const ChangeList *list) {
    return list == NULL ? 0 : (int)list->names->len;
}

const char *change_list_scenario(const ChangeList *list, int index) {
    return g_ptr_array_index(list->names, (guint)index);
}
