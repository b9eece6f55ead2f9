/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What is said of folders that cannot be written, in Chinese, by what base/atomic_dir.c says in
 *  English. */
#ifndef BANLIE_EXPORT_WORDS_FOLDER_WORDS_H
#define BANLIE_EXPORT_WORDS_FOLDER_WORDS_H

#include "export/words/catalogue.h"

/** The Chinese text or format in place of an English one. */
const char *folder_words_chinese(const char *english) __attribute__((format_arg(1)));

#endif
