/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `banlie new`: a commented case to start from. */
#include <errno.h>
#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/atomic_file.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/speech.h"
#include "cli/template/template.h"

static const CommandSyntax syntax = {
    .command = "new",
    .arguments = "DIR",
    .n_arguments = 1,
    .summary = "Writes a small commented case to start from, as DIR/case.yaml. A folder that has\n"
               "something in it is left alone, unless --force is given; a case.yaml that is there\n"
               "then stays under another name.",
    .example = "  banlie new my-case\n  banlie plan my-case",
};

static ExitCode fail(const char *path, const char *why) {
    fprintf(stderr, "banlie new: %s: %s\n", path, why);
    return EXIT_IO;
}

/* The folder is there, or made, and may be written to. */
static ExitCode prepare_folder(const char *folder, bool force) {
    if (mkdir(folder, 0777) == 0) {
        return EXIT_DONE;
    }
    if (errno != EEXIST) {
        return fail(folder, strerror(errno));
    }
    GError *error = NULL;
    GDir *listing = g_dir_open(folder, 0, &error);
    if (listing == NULL) {
        const ExitCode code = fail(folder, error->message);
        g_error_free(error);
        return code;
    }
    const bool empty = g_dir_read_name(listing) == NULL;
    g_dir_close(listing);
    if (!empty && !force) {
        return fail(folder,
                    say("is there already and not empty; --force writes the case all the same"));
    }
    return EXIT_DONE;
}

/* Whether the file is the starting case already. */
static bool is_template(const char *path) {
    g_autofree char *text = NULL;
    gsize size = 0;
    return g_file_get_contents(path, &text, &size, NULL) && size == case_template_size &&
           memcmp(text, case_template, size) == 0;
}

/* A name beside the case that nothing has: `.old` at its end, or `.old-2`, … */
static char *free_name(const char *path) {
    for (int i = 1;; i++) {
        char *name =
            i == 1 ? g_strconcat(path, ".old", NULL) : g_strdup_printf("%s.old-%d", path, i);
        struct stat info;
        if (lstat(name, &info) != 0) {
            return name;
        }
        g_free(name);
    }
}

/* A second name for an older case; where the file system has none, a new name in place of the old.
 */
static bool keep_older(const char *path, const char *older) {
    return link(path, older) == 0 || rename(path, older) == 0;
}

/* Undoes keep_older(). */
static void take_back(const char *path, const char *older) {
    (void)rename(older, path); /* nothing happens where both are one file */
    struct stat info;
    if (lstat(path, &info) == 0) {
        (void)unlink(older);
    }
}

/* Puts the starting case at the path. `older`, where not NULL, is a name for what is there. */
static ExitCode write_case(const char *path, const char *older) {
    AtomicFile file;
    if (!atomic_file_begin(path, &file)) {
        return fail(path, strerror(errno));
    }
    out_file_write(&file.out, case_template, case_template_size);
    if (older != NULL && !keep_older(path, older)) {
        const int cause = errno;
        atomic_file_abandon(&file);
        return fail(older, strerror(cause));
    }
    if (atomic_file_commit(&file)) {
        return EXIT_DONE;
    }
    const int cause = errno;
    if (older != NULL) {
        take_back(path, older);
    }
    return fail(path, strerror(cause));
}

/* Writes the case; one that was changed keeps its bytes under another name. */
static ExitCode replace_case(const char *path, const char *folder) {
    struct stat info;
    const bool there = lstat(path, &info) == 0;
    if (there && !S_ISREG(info.st_mode)) {
        return fail(path, say("is in the way and is no file; move it away"));
    }
    g_autofree char *older = there && !is_template(path) ? free_name(path) : NULL;
    const ExitCode code = write_case(path, older);
    if (code == EXIT_DONE && older != NULL) {
        printf(say("the case that was there is kept as %s\n"), older);
    }
    if (code == EXIT_DONE) {
        printf(say("%s is written; `banlie plan %s` plans it\n"), path, folder);
    }
    return code;
}

static ExitCode write_new(const char *folder, bool force) {
    ExitCode code = prepare_folder(folder, force);
    if (code != EXIT_DONE) {
        return code;
    }
    char *path = g_build_filename(folder, "case.yaml", NULL);
    code = replace_case(path, folder);
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
    if (status != OPTIONS_READY) {
        return status == OPTIONS_ANSWERED ? EXIT_DONE : EXIT_USAGE;
    }
    const ExitCode code = write_new(arguments[0], force);
    g_strfreev(arguments);
    return code;
}
