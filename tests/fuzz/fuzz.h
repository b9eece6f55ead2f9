/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the fuzz targets share. A target is a program with LLVMFuzzerTestOneInput(), which
 * libFuzzer calls with inputs of its making, and replay.c with those of the corpus. */
#ifndef BANLIE_TESTS_FUZZ_FUZZ_H
#define BANLIE_TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/** Tries one input. Anything that it may say of it is fine; a crash is not. @return 0 */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/** The path of `name` in a folder of this process that is removed at its end; to be kept. */
char *fuzz_path(const char *name);

/** Writes a file. */
void fuzz_write(const char *path, const void *bytes, size_t size);

/** Reads a case and builds its problem, and prints what there is to say of it to nowhere. */
void fuzz_check_case(const char *path);

#endif
