/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Arrays that grow as they are filled, for code that hands want of memory up as an outcome.
 *
 *  Both macros take the pointer itself (an lvalue), which keeps its type and stays as it was where
 *  memory runs out. The items are malloc()ed: free() ends them. */
#ifndef BANLIE_BASE_GROW_H
#define BANLIE_BASE_GROW_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/** The room, in items, for `needed` of them: twice what there is, and no less than needed. */
int grow_room(int needed, int room);

/** The array with room for `room` items of `size` bytes; NULL where memory ran out, and the array
 * is as it was. */
void *grow_moved(void *items, int room, size_t size);

/** Gives an array this room; false where memory ran out. For several arrays of one length. */
#define RESIZE(items, room)                                                                        \
    __extension__({                                                                                \
        void *moved_ = grow_moved((items), (room), sizeof *(items));                               \
        (items) = moved_ == NULL ? (items) : moved_;                                               \
        moved_ != NULL;                                                                            \
    })

/** Makes room for `needed` items where `room` (an int, kept up) is too small; false where memory
 * ran out. */
#define GROW(items, needed, room)                                                                  \
    __extension__({                                                                                \
        const int needed_ = (needed);                                                              \
        bool grown_ = needed_ <= (room);                                                           \
        if (!grown_) {                                                                             \
            const int larger_ = grow_room(needed_, (room));                                        \
            grown_ = RESIZE((items), larger_);                                                     \
            (room) = grown_ ? larger_ : (room);                                                    \
        }                                                                                          \
        grown_;                                                                                    \
    })

/** Copies so many bytes; of none, neither array is looked at, which may be NULL then (memcpy() asks
 * for two that are there). */
static inline void copy_items(void *to, const void *from, size_t size) {
    if (size > 0) {
        memcpy(to, from, size);
    }
}

#endif
