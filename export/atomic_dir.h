/** @file
 *  A folder that appears complete or not at all.
 *
 *  Files are written to a temporary sibling, which is renamed into place at the end. An older plan
 * is exchanged in one step where the file system can; whatever fails, it stays as it was. */
#ifndef BANLIE_EXPORT_ATOMIC_DIR_H
#define BANLIE_EXPORT_ATOMIC_DIR_H

#include <stdbool.h>
#include <stddef.h>

typedef struct AtomicDir AtomicDir;

typedef enum {
    ATOMIC_DIR_OK,
    ATOMIC_DIR_EXISTS,     /**< an older plan is there and may not be replaced */
    ATOMIC_DIR_NOT_A_PLAN, /**< something is there that is no plan folder: it is never replaced */
    ATOMIC_DIR_FAILED      /**< the file system said no */
} AtomicDirStatus;

/** Says whether a folder may be written at `path`. An empty folder may always be; one with a
 * summary.json is an older plan, replaced only with `force`.
 *  @param error  one line on anything but ATOMIC_DIR_OK, `error_size` bytes; here and below */
AtomicDirStatus atomic_dir_check(const char *path, bool force, char *error, size_t error_size)
    __attribute__((warn_unused_result));

/** Checks likewise and makes the temporary folder.
 *  @param out  set on ATOMIC_DIR_OK; ended by atomic_dir_commit() or atomic_dir_abandon() */
AtomicDirStatus atomic_dir_begin(const char *path, bool force, AtomicDir **out, char *error,
                                 size_t error_size) __attribute__((warn_unused_result));

/** Where to write the files. */
const char *atomic_dir_temporary(const AtomicDir *dir);

/** Puts the folder in place and frees `dir`. On failure the temporary folder is removed. Remains of
 * a replaced plan that cannot be removed stay as a hidden sibling. */
AtomicDirStatus atomic_dir_commit(AtomicDir *dir, char *error, size_t error_size)
    __attribute__((warn_unused_result));

/** Removes the temporary folder and frees `dir`; NULL is fine. */
void atomic_dir_abandon(AtomicDir *dir);

#endif
