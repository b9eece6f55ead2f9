/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through two sorted lists side by side. */
#include "study/compare/pairing.h"

static gconstpointer item_at(const GArray *list, guint index) {
    const guint size = g_array_get_element_size((GArray *)list);
    return index < list->len ? list->data + (size_t)index * size : NULL;
}

void pairing_walk(const GArray *a, const GArray *b, GCompareFunc compare, PairTake *take,
                  gpointer user) {
    guint i = 0, j = 0;
    while (i < a->len || j < b->len) {
        gconstpointer of_a = item_at(a, i), of_b = item_at(b, j);
        int order = 0;
        if (of_a == NULL || of_b == NULL) {
            order = of_a == NULL ? 1 : -1;
        } else {
            order = compare(of_a, of_b);
        }
        take(order <= 0 ? of_a : NULL, order >= 0 ? of_b : NULL, user);
        i += order <= 0;
        j += order >= 0;
    }
}
