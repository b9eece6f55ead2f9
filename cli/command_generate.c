/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `banlie generate`: a case made up from parameters and a seed. */
#include <stdio.h>

#include "cli/command.h"
#include "cli/generate_options.h"
#include "cli/speech.h"
#include "cli/version.h"
#include "export/words/folder_words.h"
#include "study/generate/generate.h"

static ExitCode report_generated(Outcome outcome, const GenerateOptions *options,
                                 const Generated *generated) {
    if (outcome == OUTCOME_DONE) {
        printf(say("%s is written: %d bookings, %d lines, %d trains a week; `banlie plan %s` plans "
                   "it\n"),
               options->dir, generated->bookings, generated->lines, generated->trains,
               options->dir);
    } else {
        fprintf(stderr, "banlie generate: %s\n",
                generated->error != NULL ? generated->error : outcome_text(outcome));
    }
    return exit_code_of(outcome);
}

ExitCode command_generate(int argc, char **argv) {
    GenerateOptions options = {0};
    const OptionsStatus status = generate_options_read(argc, argv, &options);
    if (status != OPTIONS_READY) {
        generate_options_free(&options);
        return status == OPTIONS_ANSWERED ? EXIT_DONE : EXIT_USAGE;
    }
    const GenerateOrder order = {.parameters = options.parameters,
                                 .dir = options.dir,
                                 .replace = options.force,
                                 .version = BANLIE_VERSION,
                                 .say = speech_language() == LANG_ZH ? folder_words_chinese : NULL};
    Generated generated;
    const Outcome outcome = generate_case(&order, &generated);
    const ExitCode code = report_generated(outcome, &options, &generated);
    generated_clear(&generated);
    generate_options_free(&options);
    return code;
}
