/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far arrays grow, and the memory for it. */
#include "base/grow.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>

/* The first room of an array: most stay below. */
enum { LEAST_ROOM = 32 };

int grow_room(int needed, int room) {
    int larger = room > INT_MAX / 2 ? INT_MAX : 2 * room;
    if (larger < LEAST_ROOM) {
        larger = LEAST_ROOM;
    }
    return larger < needed ? needed : larger;
}

void *grow_moved(void *items, int room, size_t size) {
    return (size_t)room > PTRDIFF_MAX / size ? NULL : realloc(items, (size_t)room * size);
}
