#include "config/case_memory.h"

#include <glib.h>

struct CaseMemory {
    GPtrArray *blocks;
    GPtrArray *patterns;
    GStringChunk *texts;
    Zones *zones;
};

static void free_pattern(gpointer pattern) {
    pattern_free(pattern);
}

CaseMemory *case_memory_new(void) {
    CaseMemory *memory = g_new0(CaseMemory, 1);
    memory->blocks = g_ptr_array_new_with_free_func(g_free);
    memory->patterns = g_ptr_array_new_with_free_func(free_pattern);
    memory->texts = g_string_chunk_new(4096);
    memory->zones = zones_new();
    return memory;
}

void case_memory_free(CaseMemory *memory) {
    if (memory == NULL) {
        return;
    }
    g_ptr_array_free(memory->blocks, TRUE);
    g_ptr_array_free(memory->patterns, TRUE);
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

Pattern *case_memory_pattern(CaseMemory *memory, Pattern *pattern) {
    g_ptr_array_add(memory->patterns, pattern);
    return pattern;
}

Zones *case_memory_zones(CaseMemory *memory) {
    return memory->zones;
}
