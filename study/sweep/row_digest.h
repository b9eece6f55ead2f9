/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What a row depends on, as one number: a row that was made from the same stands. */
#ifndef BANLIE_STUDY_SWEEP_ROW_DIGEST_H
#define BANLIE_STUDY_SWEEP_ROW_DIGEST_H

#include <stdbool.h>

enum { DIGEST_TEXT_SIZE = 65 /**< of SHA-256 in hexadecimal */ };

/** What all rows of a sweep share. */
typedef struct {
    const char *program; /**< SHA-256 of the program's file */
    const char *flags;   /**< those that matter, written one way */
    const char *base;    /**< digest of the base's case; NULL where nothing is started from it */
} RowOrigin;

/** The digest of a row.
 *  @param changed  digest of the changed case */
void row_digest(const RowOrigin *origin, const char *changed, char digest[DIGEST_TEXT_SIZE]);

/** SHA-256 of a file.
 *  @return false where it cannot be read; errno says why */
bool file_digest(const char *path, char digest[DIGEST_TEXT_SIZE])
    __attribute__((warn_unused_result));

/** That of the program that runs. */
bool program_digest(char digest[DIGEST_TEXT_SIZE]) __attribute__((warn_unused_result));

#endif
