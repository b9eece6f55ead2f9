/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The codes of one section: from a code to its index, from an index to its code. */
#ifndef BANLIE_CONFIG_READER_CODES_H
#define BANLIE_CONFIG_READER_CODES_H

#include "base/findings.h"

typedef struct Codes Codes;

Codes *codes_new(void);
void codes_free(Codes *codes);

/** Adds the next member; the index stays in step where it has no code (NULL) or one that is taken.
 *  @param code  has to live as long as the codes
 *  @return the index of the member that had the code before, -1 where it is new */
int codes_add(Codes *codes, const char *code, Place place);

/** The index of a code, -1 where there is none. */
int codes_find(const Codes *codes, const char *code);

int codes_count(const Codes *codes);

/** A member's code; NULL where it has none of its own. */
const char *codes_text(const Codes *codes, int index);
Place codes_place(const Codes *codes, int index);

/** The code nearest to an unknown one, NULL where none is near. */
const char *codes_nearest(const Codes *codes, const char *unknown);

#endif
