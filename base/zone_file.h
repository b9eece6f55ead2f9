/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The files of the time zone database, looked at before anything relies on them. */
#ifndef BANLIE_BASE_ZONE_FILE_H
#define BANLIE_BASE_ZONE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/phrase.h"

/** What there is of a zone. */
typedef enum {
    ZONE_FILE_SOUND,
    ZONE_FILE_NONE,    /**< no zone has this name */
    ZONE_FILE_UNUSABLE /**< it cannot be read, or is damaged */
} ZoneFileStatus;

/** Looks at the file of a zone in `$TZDIR`, else in /usr/share/zoneinfo.
 *  @param why  where it is unusable: the cause, with the file's path, of base/fault.h, to be freed
 *              with g_free(); else left alone */
ZoneFileStatus zone_file_check(const char *name, Phrase **why) __attribute__((warn_unused_result));

/** True for a sound file of the database, as RFC 8536 has it: what reads it without looking twice
 * is safe with it. */
bool zone_file_is_sound(const char *bytes, size_t size);

#endif
