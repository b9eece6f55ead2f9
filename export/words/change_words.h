/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What changes of scenarios have touched, in words. */
#ifndef BANLIE_EXPORT_WORDS_CHANGE_WORDS_H
#define BANLIE_EXPORT_WORDS_CHANGE_WORDS_H

#include "config/scenario/change_notes.h"
#include "export/words/texts.h"

/** A note in one line, with ten of the codes touched at most; to be freed with g_free(). */
char *change_words(Lang lang, const ChangeNote *note)
    __attribute__((warn_unused_result, returns_nonnull));

#endif
