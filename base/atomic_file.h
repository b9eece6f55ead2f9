/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A file that appears complete or not at all: written to a temporary sibling, which takes its
 * place at the end. */
#ifndef BANLIE_BASE_ATOMIC_FILE_H
#define BANLIE_BASE_ATOMIC_FILE_H

#include <stdbool.h>

#include "base/out_file.h"
#include "base/temporary.h"

typedef struct {
    OutFile out;  /**< to write to */
    char *target; /**< past symbolic links */
    Temporary temporary;
} AtomicFile;

/** Makes the temporary file, after clearing away those of killed runs. An older file at `path` is
 * replaced in the end; anything else there (a folder, a device) is left alone.
 *  @param file  ended by atomic_file_commit() or atomic_file_abandon() where true is returned
 *  @return false where it cannot be made; errno says why */
bool atomic_file_begin(const char *path, AtomicFile *file) __attribute__((warn_unused_result));

/** Puts the file in place; where that fails, or some write did, the place is left as it was.
 *  @return false on failure; errno says why */
bool atomic_file_commit(AtomicFile *file) __attribute__((warn_unused_result));

/** Removes the temporary file. */
void atomic_file_abandon(AtomicFile *file);

#endif
