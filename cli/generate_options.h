/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The command line of `banlie generate`. */
#ifndef BANLIE_CLI_GENERATE_OPTIONS_H
#define BANLIE_CLI_GENERATE_OPTIONS_H

#include "cli/options.h"
#include "study/generate/parameters.h"

typedef struct {
    char *dir;
    bool force;
    Parameters parameters;
} GenerateOptions;

/** Reads and checks the command line.
 *  @param options  to be freed with generate_options_free() in any case */
OptionsStatus generate_options_read(int argc, char **argv, GenerateOptions *options)
    __attribute__((warn_unused_result));

void generate_options_free(GenerateOptions *options);

#endif
