/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  summary.json of a plan's folder, as whoever asks something of written plans reads it. */
#ifndef BANLIE_CONFIG_PLAN_FOLDER_SUMMARY_FILE_H
#define BANLIE_CONFIG_PLAN_FOLDER_SUMMARY_FILE_H

#include <jansson.h>

#include "base/csv.h"

extern const char SUMMARY_FILE[];

/** Reads the summary of a plan of this or another version.
 *  @param error  filled where NULL is returned
 *  @return the document, an object, to be freed with json_decref(); NULL where it cannot be read,
 * is no plan's, or a relaxation's, which decides nothing */
json_t *summary_file_read(const char *dir, CsvError *error) __attribute__((warn_unused_result));

#endif
