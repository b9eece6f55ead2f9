/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `banlie show`: questions asked of a plan's folder. */
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/form_options.h"
#include "cli/manifest_report.h"
#include "cli/speech.h"

static const CommandSyntax syntax = {
    .command = "show",
    .arguments = "DIR manifest TRAIN",
    .n_arguments = 3,
    .summary =
        "Shows what a train of a plan carries, booking by booking: customer, mass, where the\n"
        "boxes board and leave.",
    .example = "  banlie show my-case-plan manifest YIW-DUI@2026-12-01\n"
               "  banlie show my-case-plan manifest YIW-DUI@2026-12-01 --csv --headings zh",
};

typedef struct {
    const char *dir;
    const char *train;
    bool csv;
    Lang lang;
    TableForm form;
} ShowOrder;

static ExitCode say_unknown(const Manifest *manifest, const ShowOrder *order) {
    const TextKey key = manifest->nearest != NULL ? TEXT_NO_TRAIN_NEAR : TEXT_NO_TRAIN;
    g_autofree char *text = TEXT_WITH(order->lang, key, order->dir, order->train,
                                      manifest->nearest != NULL ? manifest->nearest : "");
    fprintf(stderr, "banlie show: %s\n", text);
    return EXIT_USAGE;
}

static ExitCode show_manifest(const ShowOrder *order) {
    Manifest manifest;
    ExitCode code = EXIT_DONE;
    const Outcome outcome = manifest_read(&manifest, order->dir, order->train);
    if (outcome == OUTCOME_UNREADABLE) {
        say_unreadable_file(syntax.command, order->dir, manifest.file, &manifest.error);
        code = EXIT_IO;
    } else if (outcome == OUTCOME_FAULTY) {
        code = say_unknown(&manifest, order);
    } else if (order->csv) {
        manifest_csv(&manifest, &order->form, stdout);
    } else {
        g_autofree char *text = manifest_screen(&manifest, order->train, order->lang);
        fputs(text, stdout);
    }
    manifest_clear(&manifest);
    return code;
}

ExitCode command_show(int argc, char **argv) {
    ShowOrder order = {.form = {.bom = false}};
    FormOptions form = {0};
    gboolean csv = FALSE;
    const GOptionEntry entries[] = {
        {"csv", 0, 0, G_OPTION_ARG_NONE, &csv, "Print the list as CSV", NULL},
        FORM_ENTRIES(form),
        {0},
    };
    char **arguments = NULL;
    const OptionsStatus status = options_parse(&syntax, entries, argc, argv, &arguments);
    ExitCode code = status == OPTIONS_ANSWERED ? EXIT_DONE : EXIT_USAGE;
    if (status == OPTIONS_READY && form_options_check(syntax.command, &form, &order.form)) {
        order.lang = speech_language();
        order.dir = arguments[0];
        order.train = arguments[2];
        order.csv = csv;
        code = strcmp(arguments[1], "manifest") == 0
                   ? show_manifest(&order)
                   : options_wrong(syntax.command, "what is shown is manifest, not '%s'",
                                   arguments[1]);
    }
    g_strfreev(arguments);
    form_options_free(&form);
    return code;
}
