/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A start's file in memory, for those who read it and those who make a start of it. */
#ifndef BANLIE_EXPORT_START_START_DOCUMENT_H
#define BANLIE_EXPORT_START_START_DOCUMENT_H

#include <jansson.h>

#include "export/start/start_file.h"

struct StartFile {
    json_t *root; /**< start_shape_right() */
};

#endif
