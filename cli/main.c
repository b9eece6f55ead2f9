/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: finds the command and runs it. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/memory_watch.h"
#include "cli/options.h"
#include "cli/speech.h"
#include "cli/version_report.h"

typedef struct {
    const char *name;
    ExitCode (*run)(int argc, char **argv);
    const char *summary; /**< NULL: not shown */
} Command;

static const Command commands[] = {
    {"plan", command_plan, "plan a case, verify the plan and write its folder"},
    {"check", command_check, "read a case and say what is wrong or odd in it"},
    {"verify", command_verify, "check a plan from its files alone"},
    {"compare", command_compare, "say what the difference is between plans"},
    {"sweep", command_sweep, "plan many variants of a case side by side"},
    {"sweep-task", command_sweep_task, NULL}, /* called by the lines that sweep prints */
    {"show", command_show, "show what a train of a plan carries"},
    {"export", command_export, "write a case's model for other solvers"},
    {"generate", command_generate, "make up a case from parameters and a seed"},
    {"new", command_new, "write a small commented case to start from"},
};

enum { N_COMMANDS = sizeof commands / sizeof commands[0] };

static void print_commands(void) {
    fputs(say("Banlie plans trains and cargo of the China-Europe Railway Express.\n\n"
              "Usage:\n"
              "  banlie COMMAND [OPTION...] ARGUMENTS\n\n"
              "Commands:\n"),
          stdout);
    for (int i = 0; i < N_COMMANDS; i++) {
        if (commands[i].summary != NULL) {
            printf("  %-8s %s\n", commands[i].name, say(commands[i].summary));
        }
    }
    fputs(
        say("  help     show this, or `banlie help COMMAND` how a command is used\n\n"
            "Example:\n"
            "  banlie new my-case\n"
            "  banlie plan my-case\n\n"
            "`banlie COMMAND --help` shows a command's options, `banlie --version` the version.\n"),
        stdout);
}

static const Command *find_command(const char *name) {
    for (int i = 0; i < N_COMMANDS; i++) {
        if (strcmp(commands[i].name, name) == 0) {
            return &commands[i];
        }
    }
    return NULL;
}

static ExitCode help(int argc, char **argv) {
    if (argc < 2) {
        print_commands();
        return EXIT_DONE;
    }
    const Command *command = find_command(argv[1]);
    if (command == NULL || argc > 2) {
        return options_wrong(NULL, "'%s' is no command", argv[argc > 2 ? 2 : 1]);
    }
    char option[] = "--help";
    char *asking[] = {argv[1], option, NULL};
    return command->run(2, asking);
}

static ExitCode dispatch(int argc, char **argv) {
    speech_choose(argc, argv);
    if (argc < 2) {
        return options_wrong(NULL, "a command is missing");
    }
    const char *word = argv[1];
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
        print_commands();
        return EXIT_DONE;
    }
    if (strcmp(word, "--version") == 0) {
        version_print(speech_language());
        return EXIT_DONE;
    }
    if (strcmp(word, "help") == 0) {
        return help(argc - 1, argv + 1);
    }
    const Command *command = find_command(word);
    if (command == NULL) {
        return word[0] == '-' ? options_wrong(NULL, "'%s' is no option", word)
                              : options_wrong(NULL, "'%s' is no command", word);
    }
    return command->run(argc - 1, argv + 1);
}

int main(int argc, char **argv) {
    memory_watch();
    const ExitCode code = dispatch(argc, argv);
    /* A full disk shows only here: what stdout still holds has not been written yet. */
    if ((fflush(stdout) != 0 || ferror(stdout)) && code == EXIT_DONE) {
        fprintf(stderr, say("banlie: cannot write the output: %s\n"), strerror(errno));
        return EXIT_IO;
    }
    return (int)code;
}
