/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A folder that appears complete or not at all.
 *
 *  Files are written to a temporary folder, which takes the place of an older one at the end: in
 * one step where that can be, else file by file with the marker last. What is not ours in the older
 *  folder stays there. Whatever fails, the older folder is as it was. docs/decisions/0014 */
#ifndef BANLIE_BASE_ATOMIC_DIR_H
#define BANLIE_BASE_ATOMIC_DIR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/folder_content.h"

typedef struct AtomicDir AtomicDir;

typedef enum {
    ATOMIC_DIR_OK,
    ATOMIC_DIR_EXISTS,   /**< an older folder of ours is there and may not be replaced */
    ATOMIC_DIR_NOT_OURS, /**< something is there that is not ours: it is never replaced */
    ATOMIC_DIR_FAILED    /**< the file system said no */
} AtomicDirStatus;

/** Says whether a folder may be written at `path`. An empty folder may always be; one with a marker
 *  of ours is an older one, replaced only with `force`.
 *  @param error  one line on anything but ATOMIC_DIR_OK, `error_size` bytes; here and below */
AtomicDirStatus atomic_dir_check(const char *path, const FolderKind *kind, bool force, char *error,
                                 size_t error_size) __attribute__((warn_unused_result));

/** Clears away what killed runs left, checks likewise and makes the temporary folder.
 *  @param kind  has to live as long as `out`
 *  @param out   set on ATOMIC_DIR_OK; ended by atomic_dir_commit() or atomic_dir_abandon() */
AtomicDirStatus atomic_dir_begin(const char *path, const FolderKind *kind, bool force,
                                 AtomicDir **out, char *error, size_t error_size)
    __attribute__((warn_unused_result));

/** Where to write the files. */
const char *atomic_dir_temporary(const AtomicDir *dir);

/** Puts the folder in place and frees `dir`. On failure the temporary folder is removed. Remains of
 *  a replaced folder that cannot be removed stay hidden until the next run. */
AtomicDirStatus atomic_dir_commit(AtomicDir *dir, char *error, size_t error_size)
    __attribute__((warn_unused_result));

/** Removes the temporary folder and frees `dir`; NULL is fine. */
void atomic_dir_abandon(AtomicDir *dir);

/** A name for a folder that cannot be put at `path`: `path` with `-new` at its end, or `-new-2`, …;
 *  the first that nothing has.
 *  @param parent  another folder to have it in, NULL for that of `path`
 *  @return freed with g_free(); NULL where all are taken */
char *atomic_dir_spare(const char *path, const char *parent);

#endif
