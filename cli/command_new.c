#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/template/template.h"

static const CommandSyntax syntax = {
    .command = "new",
    .arguments = "DIR",
    .n_arguments = 1,
    .summary = "Writes a small commented case to start from, as DIR/case.yaml. A folder that has\n"
               "something in it is left alone, unless --force is given.",
    .example = "  banlie new my-case\n  banlie plan my-case",
};

static ExitCode fail(const char *path, const char *why) {
    fprintf(stderr, "banlie new: %s: %s\n", path, why);
    return EXIT_IO;
}

/* The folder is there, or made, and may be written to. */
static ExitCode prepare_folder(const char *folder, bool force) {
    if (mkdir(folder, 0777) == 0)
        return EXIT_DONE;
    if (errno != EEXIST)
        return fail(folder, strerror(errno));
    GError *error = NULL;
    GDir *listing = g_dir_open(folder, 0, &error);
    if (listing == NULL) {
        const ExitCode code = fail(folder, error->message);
        g_error_free(error);
        return code;
    }
    const bool empty = g_dir_read_name(listing) == NULL;
    g_dir_close(listing);
    if (!empty && !force)
        return fail(folder, "is there already and not empty; --force writes the case all the same");
    return EXIT_DONE;
}

static bool write_all(int file, const char *text, size_t size) {
    while (size > 0) {
        const ssize_t written = write(file, text, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        text += written;
        size -= (size_t)written;
    }
    return true;
}

/* Writes beside the final name and renames, so that an older case is kept where the disk is full.
 */
static ExitCode write_case(const char *path) {
    char *temporary = g_strconcat(path, ".XXXXXX", NULL);
    ExitCode code = EXIT_DONE;
    const int file = g_mkstemp_full(temporary, O_WRONLY, 0666);
    if (file < 0) {
        code = fail(path, strerror(errno));
    } else {
        const bool written = write_all(file, case_template, case_template_size);
        const int write_error = errno;
        const bool closed = close(file) == 0;
        if (!written || !closed || rename(temporary, path) != 0) {
            code = fail(path, strerror(written ? errno : write_error));
            unlink(temporary);
        }
    }
    g_free(temporary);
    return code;
}

static ExitCode write_new(const char *folder, bool force) {
    ExitCode code = prepare_folder(folder, force);
    if (code != EXIT_DONE)
        return code;
    char *path = g_build_filename(folder, "case.yaml", NULL);
    code = write_case(path);
    if (code == EXIT_DONE)
        printf("%s is written; `banlie plan %s` plans it\n", path, folder);
    g_free(path);
    return code;
}

ExitCode command_new(int argc, char **argv) {
    gboolean force = FALSE;
    const GOptionEntry entries[] = {
        {"force", 0, 0, G_OPTION_ARG_NONE, &force, "Also into a folder that is not empty", NULL},
        {0},
    };
    char **arguments = NULL;
    const OptionsStatus status = options_parse(&syntax, entries, argc, argv, &arguments);
    if (status != OPTIONS_READY)
        return status == OPTIONS_ANSWERED ? EXIT_DONE : EXIT_USAGE;
    const ExitCode code = write_new(arguments[0], force);
    g_strfreev(arguments);
    return code;
}
