/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The language that the program speaks: `--lang`, else the environment's. */
#ifndef BANLIE_CLI_SPEECH_H
#define BANLIE_CLI_SPEECH_H

#include <stdbool.h>

#include "base/csv.h"
#include "export/words/texts.h"

/** Chooses it by the words of a command line, before they are looked at otherwise: what is wrong
 * with them has to be said in it, too. */
void speech_choose(int argc, char **argv);

Lang speech_language(void);

/** What is said in place of an English text, or format of printf() with the same gaps. */
const char *say(const char *english) __attribute__((format_arg(1)));

/** Says on stderr why a file of a plan cannot be read, in one line with its place.
 *  @param command  that was to read it */
void say_unreadable_file(const char *command, const char *dir, const char *file,
                         const CsvError *error);

/** True where the text names a language that is spoken: `en`, `zh`. */
bool speech_knows(const char *text);

/** True where the environment asks for Chinese (`LC_ALL`, else `LC_MESSAGES`, else `LANG`). */
bool speech_environment_is_chinese(void);

#endif
