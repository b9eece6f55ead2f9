/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Zeroed pieces are cut from a list of chunks, and the chunks freed together. */
#include "base/arena.h"

#include <glib.h>
#include <stdalign.h>
#include <stdint.h>
#include <string.h>

enum { CHUNK_BYTES = 64 * 1024 };

typedef struct Chunk {
    struct Chunk *next;
    size_t used, size; /**< bytes of `data` */
    alignas(max_align_t) char data[];
} Chunk;

struct Arena {
    Chunk *chunks; /**< the newest first */
};

Arena *arena_new(void) {
    return g_new0(Arena, 1);
}

void arena_free(Arena *arena) {
    if (!arena) {
        return;
    }
    for (Chunk *chunk = arena->chunks; chunk;) {
        Chunk *next = chunk->next;
        g_free(chunk);
        chunk = next;
    }
    g_free(arena);
}

static Chunk *arena_grow(Arena *arena, size_t bytes) {
    size_t size = bytes > CHUNK_BYTES ? bytes : CHUNK_BYTES;
    Chunk *chunk = g_malloc(sizeof *chunk + size);
    chunk->used = 0;
    chunk->size = size;
    chunk->next = arena->chunks;
    arena->chunks = chunk;
    return chunk;
}

void *arena_alloc(Arena *arena, size_t count, size_t size) {
    const size_t step = alignof(max_align_t);
    if (size && count > (SIZE_MAX / 2) / size) {
        g_error("a table of %zu entries does not fit in memory", count);
    }
    size_t bytes = (count * size + step - 1) / step * step;
    Chunk *chunk = arena->chunks;
    if (!chunk || chunk->size - chunk->used < bytes) {
        chunk = arena_grow(arena, bytes);
    }
    void *piece = chunk->data + chunk->used;
    chunk->used += bytes;
    return memset(piece, 0, bytes);
}

char *arena_text(Arena *arena, const char *text, size_t length) {
    char *copy = arena_alloc(arena, length + 1, 1);
    memcpy(copy, text, length);
    return copy;
}
