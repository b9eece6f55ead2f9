/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the parts of a plan's cost are called, in each language. */
#ifndef BANLIE_EXPORT_WORDS_COST_WORDS_H
#define BANLIE_EXPORT_WORDS_COST_WORDS_H

#include "export/words/texts.h"
#include "model/books/cost_parts.h"

const char *cost_part_text(Lang lang, CostPart part);

#endif
