/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Rows of a sweep on disk, `rows/0001.json` each: the only sign that a point is done. A row
 * appears whole, so that a sweep that was killed goes on where it was. */
#ifndef BANLIE_STUDY_SWEEP_ROW_STORE_H
#define BANLIE_STUDY_SWEEP_ROW_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "study/sweep/row_digest.h"
#include "study/sweep/sweep_row.h"

/** How a row was made: of no meaning for what it says. */
typedef struct {
    char host[64];
    int64_t started_s; /**< since 1970 */
    double seconds;
    int64_t peak_memory_bytes;
} RowMaking;

/** That of this process so far.
 *  @param started_us  when it began, since 1970 */
RowMaking row_making_now(int64_t started_us);

/** A row as it stands; its numbers are those that were put. */
typedef struct {
    SweepRow row;                  /**< ROW_MISSING where none stands, or none that can be read */
    char digest[DIGEST_TEXT_SIZE]; /**< that it was made with */
    char *reason;                  /**< of the row, owned here */
    RowMaking making;
} StoredRow;

/** Writes a row into the folder `rows` of a sweep's, which is made where it is not there.
 *  @return false where it cannot be written; errno says why */
bool row_store_put(const char *dir, const char *id, const SweepRow *row, const char *digest,
                   const RowMaking *making) __attribute__((warn_unused_result));

/** Reads one, to be ended with stored_row_clear(). What is no row of ours counts as none. */
StoredRow row_store_get(const char *dir, const char *id);

void stored_row_clear(StoredRow *stored);

/** Removes a row, so that its point is to be done again.
 *  @return false where it cannot be removed; errno says why */
bool row_store_drop(const char *dir, const char *id) __attribute__((warn_unused_result));

#endif
