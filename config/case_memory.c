/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks, texts, patterns and zones that a case owns. */
#include "config/case_memory.h"

#include <glib.h>

struct CaseMemory {
    GPtrArray *blocks;
    GHashTable *patterns; /**< by their text */
    PatternBudget budget;
    GStringChunk *texts;
    Zones *zones;
};

static void free_pattern(gpointer pattern) {
    pattern_free(pattern);
}

CaseMemory *case_memory_new(void) {
    CaseMemory *memory = g_new0(CaseMemory, 1);
    memory->blocks = g_ptr_array_new_with_free_func(g_free);
    memory->patterns = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_pattern);
    memory->budget.steps = PATTERN_BUDGET_STEPS;
    memory->texts = g_string_chunk_new(4096);
    memory->zones = zones_new();
    return memory;
}

void case_memory_free(CaseMemory *memory) {
    if (memory == NULL) {
        return;
    }
    g_ptr_array_free(memory->blocks, TRUE);
    g_hash_table_destroy(memory->patterns);
    g_string_chunk_free(memory->texts);
    zones_free(memory->zones);
    g_free(memory);
}

void *case_memory_array(CaseMemory *memory, size_t count, size_t size) {
    void *block = g_malloc0_n(count > 0 ? count : 1, size > 0 ? size : 1);
    g_ptr_array_add(memory->blocks, block);
    return block;
}

const char *case_memory_text(CaseMemory *memory, const char *text) {
    return g_string_chunk_insert_const(memory->texts, text);
}

Pattern *case_memory_pattern(CaseMemory *memory, const char *text, Phrase **why) {
    Pattern *pattern = g_hash_table_lookup(memory->patterns, text);
    if (pattern == NULL) {
        pattern = pattern_new(text, &memory->budget, why);
        if (pattern != NULL) {
            /* The table never changes its keys, though its interface takes them so. */
            g_hash_table_insert(memory->patterns, (gpointer)(guintptr)pattern_text(pattern),
                                pattern);
        }
    }
    return pattern;
}

Zones *case_memory_zones(CaseMemory *memory) {
    return memory->zones;
}
