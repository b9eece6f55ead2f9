/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Hidden files and folders in which a run works, `.NAME.tmp-PID-BOOT.N`.
 *
 *  A run holds a lock on its own for as long as it lives, so that a later one can tell which of
 * them nobody will finish: docs/decisions/0014. */
#ifndef BANLIE_BASE_TEMPORARY_H
#define BANLIE_BASE_TEMPORARY_H

#include <stdbool.h>

typedef struct {
    char *path;
    int lock; /**< descriptor of the folder or file; the lock ends with its last copy */
} Temporary;

/** Makes a folder in `parent` to work on `name`; one in which nothing else is.
 *  @param out  set where true is returned; ended by temporary_end()
 *  @return false where none can be made; errno says why */
bool temporary_folder(const char *parent, const char *name, Temporary *out)
    __attribute__((warn_unused_result));

/** A file likewise, open for writing. */
bool temporary_file(const char *parent, const char *name, Temporary *out)
    __attribute__((warn_unused_result));

/** Lets the lock go; the folder or file itself stays. */
void temporary_end(Temporary *temporary);

/** Calls `visit` for every one of `name` in `parent` that belongs to this user and whose run is
 *  gone, while it is locked. What may be at work on another host, or cannot be looked at, is left
 *  alone. */
void temporary_each_dead(const char *parent, const char *name,
                         void (*visit)(const char *path, void *user), void *user);

/** Whether `entry` is named like one that works on `name`. */
bool temporary_is_named(const char *entry, const char *name);

#endif
