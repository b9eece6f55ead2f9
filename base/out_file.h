/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A new file of a plan: write errors are remembered and reported once, at close. */
#ifndef BANLIE_BASE_OUT_FILE_H
#define BANLIE_BASE_OUT_FILE_H

#include <stddef.h>
#include <stdio.h>

typedef struct {
    FILE *stream; /**< NULL where the file could not be opened */
    int error;    /**< errno of the first failure, 0 where none */
} OutFile;

/** Creates `dir/name`; the file must not exist yet. A failure shows in `error` and makes the writes
 * that follow do nothing. */
OutFile out_file_open(const char *dir, const char *name);

void out_file_write(OutFile *file, const char *bytes, size_t size);

/** Writes as printf() does; numbers with a point would follow the locale, so leave them out. */
void out_file_print(OutFile *file, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** Brings everything to the disk and closes.
 *  @return 0, or the errno of the first failure since the file was opened */
int out_file_close(OutFile *file) __attribute__((warn_unused_result));

#endif
