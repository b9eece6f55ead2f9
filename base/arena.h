/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Memory that is freed all at once: a list of chunks that pieces are cut from. */
#ifndef BANLIE_BASE_ARENA_H
#define BANLIE_BASE_ARENA_H

#include <stddef.h>

typedef struct Arena Arena;

Arena *arena_new(void) __attribute__((warn_unused_result));
void arena_free(Arena *arena);

/** Zeroed memory for `count` things of `size` bytes, aligned for any type; never NULL, also for
 * none. */
void *arena_alloc(Arena *arena, size_t count, size_t size) __attribute__((warn_unused_result));

/** A copy of the first `length` bytes of `text`, ended by NUL. */
char *arena_text(Arena *arena, const char *text, size_t length) __attribute__((warn_unused_result));

#endif
