/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and checks the command line of `banlie generate`: an option for each parameter of the
 * table. */
#include "cli/generate_options.h"

#include "cli/speech.h"
#include "study/generate/parameter_text.h"

static const CommandSyntax syntax = {
    .command = "generate",
    .arguments = "DIR",
    .n_arguments = 1,
    .summary =
        "Makes up a case and writes it to a folder. Its first line has all parameters, and the\n"
        "same parameters give the same case again. Kinds: `operator`, one operator's weeks with\n"
        "trains to be chosen and all rules; `national`, the trains and bookings of a country.",
    .example = "  banlie generate weeks --kind operator --seed 7\n"
               "  banlie generate lean --kind operator --bookings 150 --without rakes,equipment",
};

/* What was written on the command line, before it is checked. */
typedef struct {
    char *kind;
    gboolean force;
    char *values[N_PARAMETERS]; /* NULL: not given */
} Written;

/* The kinds that have a parameter, and what it is where it is not given: ` (operator: 2)`. */
static void append_defaults(GString *text, ParameterId id) {
    const Parameter *parameter = parameter_at(id);
    const char *before = " (";
    for (int kind = 0; kind < N_GENERATE_KINDS; kind++) {
        if (parameter->defaults[kind] != PARAMETER_UNKNOWN) {
            g_autofree char *value = parameter_value_text(id, parameter->defaults[kind]);
            g_string_append_printf(text, "%s%s: %s", before, generate_kind_name((GenerateKind)kind),
                                   value);
            before = ", ";
        }
    }
    g_string_append_c(text, ')');
}

static char *parameter_help(ParameterId id) {
    const Parameter *parameter = parameter_at(id);
    GString *text = g_string_new(say(parameter->help));
    if (id != PARAMETER_BOOKINGS && parameter->type != PARAMETER_FEATURES) {
        append_defaults(text, id);
    }
    return g_string_free(text, FALSE);
}

static OptionsStatus read_words(int argc, char **argv, Written *written, char ***arguments) {
    GOptionEntry entries[N_PARAMETERS + 3] = {
        {"kind", 0, 0, G_OPTION_ARG_STRING, &written->kind, "operator (default) or national",
         "KIND"},
        {"force", 0, 0, G_OPTION_ARG_NONE, &written->force,
         "Replace an older case that was made so; what else is in its folder stays", NULL},
    };
    char *help[N_PARAMETERS];
    for (int i = 0; i < N_PARAMETERS; i++) {
        const Parameter *parameter = parameter_at((ParameterId)i);
        help[i] = parameter_help((ParameterId)i);
        entries[i + 2] = (GOptionEntry){
            parameter->name,    0, 0, G_OPTION_ARG_STRING, &written->values[i], help[i],
            parameter->argument};
    }
    const OptionsStatus status = options_parse(&syntax, entries, argc, argv, arguments);
    for (int i = 0; i < N_PARAMETERS; i++) {
        g_free(help[i]);
    }
    return status;
}

static bool take_value(ParameterId id, const char *text, Parameters *parameters) {
    const Parameter *parameter = parameter_at(id);
    if (parameter->defaults[parameters->kind] == PARAMETER_UNKNOWN) {
        options_wrong(syntax.command, "--%s is no parameter of --kind %s", parameter->name,
                      generate_kind_name(parameters->kind));
        return false;
    }
    if (parameter_parse(id, text, &parameters->values[id])) {
        return true;
    }
    g_autofree char *range = parameter_range_text(id);
    options_wrong(syntax.command, "--%s is %s, not '%s'", parameter->name, range, text);
    return false;
}

static bool take_parameters(const Written *written, Parameters *parameters) {
    GenerateKind kind = GENERATE_OPERATOR;
    if (written->kind != NULL && !generate_kind_find(written->kind, &kind)) {
        options_wrong(syntax.command, "--kind is operator or national, not '%s'", written->kind);
        return false;
    }
    *parameters = parameters_default(kind);
    for (int i = 0; i < N_PARAMETERS; i++) {
        if (written->values[i] != NULL &&
            !take_value((ParameterId)i, written->values[i], parameters)) {
            return false;
        }
    }
    if (written->values[PARAMETER_BOOKINGS] == NULL) {
        parameters->values[PARAMETER_BOOKINGS] = parameters_bookings(parameters);
    }
    const char *why = NULL;
    if (!parameters_agree(parameters, &why)) {
        options_wrong(syntax.command, "%s", say(why));
        return false;
    }
    return true;
}

OptionsStatus generate_options_read(int argc, char **argv, GenerateOptions *options) {
    *options = (GenerateOptions){0};
    Written written = {0};
    char **arguments = NULL;
    OptionsStatus status = read_words(argc, argv, &written, &arguments);
    if (status == OPTIONS_READY && !take_parameters(&written, &options->parameters)) {
        status = OPTIONS_WRONG;
    }
    if (status == OPTIONS_READY) {
        options->dir = g_strdup(arguments[0]);
        options->force = written.force;
    }
    g_strfreev(arguments);
    g_free(written.kind);
    for (int i = 0; i < N_PARAMETERS; i++) {
        g_free(written.values[i]);
    }
    return status;
}

void generate_options_free(GenerateOptions *options) {
    g_free(options->dir);
    *options = (GenerateOptions){0};
}
