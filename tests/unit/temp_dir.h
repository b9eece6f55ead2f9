/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A temporary folder for tests that write files. */
#ifndef BANLIE_TESTS_TEMP_DIR_H
#define BANLIE_TESTS_TEMP_DIR_H

#include <stdbool.h>

/** Makes an empty folder. @return its path, ended by temp_dir_remove() */
char *temp_dir_make(void);

/** Removes the folder with all that is in it and frees its path. */
void temp_dir_remove(char *dir);

/** The bytes of `dir/name`, to be freed with g_free(); NULL where there is no such file. */
char *temp_dir_read(const char *dir, const char *name);

/** Writes a file, making it where needed. */
void temp_dir_write(const char *dir, const char *name, const char *text);

/** Number of entries in the folder, hidden ones included. */
int temp_dir_count(const char *dir);

bool temp_dir_has(const char *dir, const char *name);

#endif
