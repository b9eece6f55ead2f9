/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parses command lines by their tables, says what is wrong with them and how they are used. */
#include "cli/options.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/out_of_memory.h"
#include "cli/speech.h"

/** Some thirty years, for "no limit". */
static const double SECONDS_MAX = 1e9;

ExitCode options_wrong(const char *command, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *text = g_strdup_vprintf(say(format), arguments);
    va_end(arguments);
    /* What is quoted may have a line break in it. */
    g_strdelimit(text, "\r\n", ' ');
    fprintf(stderr, say("banlie%s%s: %s (see `banlie %s%s--help`)\n"), command == NULL ? "" : " ",
            command == NULL ? "" : command, text, command == NULL ? "" : command,
            command == NULL ? "" : " ");
    g_free(text);
    return EXIT_USAGE;
}

static void print_help(const CommandSyntax *syntax, GOptionContext *context) {
    char *program = g_strdup_printf("banlie %s", syntax->command);
    g_set_prgname(program);
    char *help = g_option_context_get_help(context, TRUE, NULL);
    char **lines = g_strsplit(help, "\n", -1);
    for (int i = 0; lines[i] != NULL; i++) { /* GLib's own headings */
        fputs(say(lines[i]), stdout);
        fputs(lines[i + 1] != NULL ? "\n" : "", stdout);
    }
    g_strfreev(lines);
    g_free(help);
    g_free(program);
}

static OptionsStatus take_arguments(const CommandSyntax *syntax, char **rest, char ***arguments) {
    char *none[] = {NULL};
    if (rest == NULL) {
        rest = none;
    }
    const int given = (int)g_strv_length(rest);
    const int most = syntax->n_arguments + syntax->n_more;
    if (given < syntax->n_arguments || given > most) {
        if (given < syntax->n_arguments) {
            options_wrong(syntax->command, "%s is missing", syntax->arguments);
        } else {
            options_wrong(syntax->command, "too many arguments: '%s'", rest[most]);
        }
        return OPTIONS_WRONG;
    }
    for (int i = 0; i < given; i++) {
        if (rest[i][0] == '\0') {
            options_wrong(syntax->command, "an empty text names no file");
            return OPTIONS_WRONG;
        }
    }
    *arguments = g_strdupv(rest);
    return OPTIONS_READY;
}

/** What GLib shows of an option. */
static const char *say_entry(const char *english, gpointer user) {
    (void)user;
    return say(english);
}

/** Says what GLib found wrong with an option, in words of our own: its own are English. The option
 *  is the last word of its message that begins with a hyphen, a value stands in quotation marks. */
static void tell_wrong_option(const CommandSyntax *syntax, const GError *error) {
    const char *hyphen = g_strrstr(error->message, " -");
    const char *open = strstr(error->message, "“"), *close = g_strrstr(error->message, "”");
    g_autofree char *option = hyphen == NULL ? NULL : g_strdup(hyphen + 1);
    if (option == NULL || error->domain != G_OPTION_ERROR) {
        options_wrong(syntax->command, "an argument is no text in the encoding of this terminal");
    } else if (error->code == G_OPTION_ERROR_UNKNOWN_OPTION) {
        options_wrong(syntax->command, "there is no option %s", option);
    } else if (open != NULL && close != NULL && close > open) {
        g_autofree char *value = g_strndup(open + strlen("“"), (gsize)(close - open) - strlen("“"));
        options_wrong(syntax->command, "%s takes a whole number that is not too large, not '%s'",
                      option, value);
    } else {
        options_wrong(syntax->command, "%s wants a value", option);
    }
}

OptionsStatus options_parse(const CommandSyntax *syntax, const GOptionEntry *entries, int argc,
                            char **argv, char ***arguments) {
    gboolean help = FALSE;
    char **rest = NULL;
    char *language = NULL;
    speech_choose(argc, argv);
    const GOptionEntry common[] = {
        {"lang", 0, 0, G_OPTION_ARG_STRING, &language,
         "Language: en or zh (default: the environment's)", "LANG"},
        {"help", 'h', 0, G_OPTION_ARG_NONE, &help, "Show this help", NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, syntax->arguments},
        {0},
    };
    GOptionContext *context = g_option_context_new(NULL);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_set_summary(context, say(syntax->summary));
    char *example = g_strdup_printf("%s\n%s", say("Example:"), syntax->example);
    g_option_context_set_description(context, example);
    g_option_context_add_main_entries(context, entries, NULL);
    g_option_context_add_main_entries(context, common, NULL);
    g_option_group_set_translate_func(g_option_context_get_main_group(context), say_entry, NULL,
                                      NULL);

    char **words = g_new0(char *, (size_t)argc + 1);
    for (int i = 0; i < argc; i++) {
        words[i] = g_strdup(argv[i]);
    }
    OptionsStatus status;
    GError *error = NULL;
    if (!g_option_context_parse_strv(context, &words, &error)) {
        /* A converter between character sets that cannot be had: all that it lacks is memory. */
        if (g_error_matches(error, G_CONVERT_ERROR, G_CONVERT_ERROR_FAILED)) {
            out_of_memory();
        }
        tell_wrong_option(syntax, error);
        g_error_free(error);
        status = OPTIONS_WRONG;
    } else if (language != NULL && !speech_knows(language)) {
        options_wrong(syntax->command, "--lang is en or zh, not '%s'", language);
        status = OPTIONS_WRONG;
    } else if (help) {
        print_help(syntax, context);
        status = OPTIONS_ANSWERED;
    } else {
        status = take_arguments(syntax, rest, arguments);
    }
    g_strfreev(words);
    g_strfreev(rest);
    g_option_context_free(context);
    g_free(example);
    g_free(language);
    return status;
}

/* A plain decimal number: no sign, no `inf`, no hexadecimal. */
static bool read_number(const char *text, double *value, const char **end) {
    if (!g_ascii_isdigit(text[0]) && text[0] != '.') {
        return false;
    }
    if (text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) {
        return false;
    }
    char *after = NULL;
    *value = g_ascii_strtod(text, &after);
    *end = after;
    return after != text && isfinite(*value);
}

bool options_seconds(const char *text, double *seconds) {
    const char *unit = NULL;
    double value = 0;
    if (!read_number(text, &value, &unit)) {
        return false;
    }
    double factor = 1;
    if (strcmp(unit, "m") == 0) {
        factor = 60;
    } else if (strcmp(unit, "h") == 0) {
        factor = 3600;
    } else if (unit[0] != '\0' && strcmp(unit, "s") != 0) {
        return false;
    }
    *seconds = value * factor;
    return *seconds <= SECONDS_MAX;
}

bool options_share(const char *text, double *share) {
    const char *end = NULL;
    return read_number(text, share, &end) && end[0] == '\0' && *share <= 1;
}

/** The last part of a case's path, without `.yaml` or `.yml`; to be freed with g_free(). */
static char *case_stem(const char *case_path) {
    char *whole = g_canonicalize_filename(case_path, NULL);
    char *name = g_path_get_basename(whole);
    g_free(whole);
    static const char *const suffixes[] = {".yaml", ".yml"};
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++) {
        const size_t stem = strlen(name) - strlen(suffixes[i]);
        if (strlen(name) > strlen(suffixes[i]) && strcmp(name + stem, suffixes[i]) == 0) {
            name[stem] = '\0';
            break;
        }
    }
    if (strcmp(name, "/") == 0) {
        g_free(name);
        name = g_strdup("case");
    }
    return name;
}

char *options_plan_folder(const char *case_path, const char *scenarios) {
    g_autofree char *name = case_stem(case_path);
    return g_strconcat(name, scenarios == NULL ? "" : "-", scenarios == NULL ? "" : scenarios,
                       "-plan", NULL);
}

char *options_sweep_folder(const char *case_path) {
    g_autofree char *name = case_stem(case_path);
    return g_strconcat(name, "-sweep", NULL);
}
