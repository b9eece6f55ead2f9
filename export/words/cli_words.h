/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What commands say, and their help, in Chinese, by the English texts and formats. */
#ifndef BANLIE_EXPORT_WORDS_CLI_WORDS_H
#define BANLIE_EXPORT_WORDS_CLI_WORDS_H

#include "export/words/catalogue.h"

/** The Chinese text or format in place of an English one; the English one where it is lacking. */
const char *cli_words_chinese(const char *english) __attribute__((format_arg(1)));

#endif
