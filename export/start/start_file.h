/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The file `start` in a plan's folder: what its solve has left for others, by names. */
#ifndef BANLIE_EXPORT_START_START_FILE_H
#define BANLIE_EXPORT_START_START_FILE_H

#include "base/outcome.h"
#include "solver/start.h"

/** Its name in the folder. */
#define START_FILE_NAME "start"

/** Largest file that is read. */
enum { START_FILE_BYTES_MAX = 256 * 1024 * 1024 };

/** A file that was read, and whose form is right. */
typedef struct StartFile StartFile;

/** Writes the file.
 *  @param start  of the problem
 *  @param error  one line on failure, `size` bytes
 *  @return OUTCOME_DONE, OUTCOME_UNWRITABLE or OUTCOME_NO_MEMORY */
Outcome start_file_write(const Problem *problem, const Start *start, const char *dir, char *error,
                         size_t size) __attribute__((warn_unused_result));

/** What is wrong with a file. */
typedef enum {
    START_FILE_MISSING, /**< it cannot be read: `cause` says why */
    START_FILE_FOREIGN, /**< it is no start, or damaged; `line` says where */
    START_FILE_VERSION, /**< it is one of another format */
    START_FILE_MEMORY   /**< memory ran out over it */
} StartFileFault;

typedef struct {
    StartFileFault fault;
    int cause; /**< errno */
    int line;  /**< 0: nowhere in particular */
} StartFileError;

/** Reads the file of a folder.
 *  @param error  filled where it is not taken
 *  @return to be freed with start_file_free(), NULL where it is not taken */
StartFile *start_file_read(const char *dir, StartFileError *error)
    __attribute__((warn_unused_result));
void start_file_free(StartFile *file);

/** Makes a start for a problem, which may be that of another case: what the problem does not have
 *  is left out.
 *  @param start  to be cleared whatever the outcome
 *  @return false where memory is out */
bool start_file_take(const StartFile *file, const Problem *problem, Start *start)
    __attribute__((warn_unused_result));

#endif
