/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes values of a document in one line. */
#include "config/scenario/node_text.h"

#include <glib.h>

static void append_node(GString *text, const Node *node) {
    if (node->kind == NODE_SCALAR) {
        g_string_append(text, node->text);
        return;
    }
    const bool map = node->kind == NODE_MAP;
    g_string_append_c(text, map ? '{' : '[');
    for (int i = 0; i < node->count; i++) {
        g_string_append(text, i > 0 ? ", " : "");
        if (map) {
            g_string_append_printf(text, "%s: ", node->entries[i].key);
        }
        append_node(text, map ? node->entries[i].value : node->items[i]);
    }
    g_string_append_c(text, map ? '}' : ']');
}

char *node_text(const Node *node) {
    GString *text = g_string_new(NULL);
    append_node(text, node);
    return g_string_free(text, FALSE);
}
