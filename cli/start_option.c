/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the file `start` of a plan's folder, and says what is wrong with it. */
#include "cli/start_option.h"

#include <glib.h>
#include <stdio.h>

#include "cli/speech.h"

static ExitCode say_start_fault(const char *command, const char *dir, const StartFileError *error) {
    switch (error->fault) {
    case START_FILE_MISSING:
        fprintf(stderr, say("banlie %s: %s/start cannot be read: %s\n"), command, dir,
                g_strerror(error->cause));
        break;
    case START_FILE_FOREIGN:
        fprintf(stderr,
                say("banlie %s: %s/start:%d: nothing that a plan was kept with, or damaged\n"),
                command, dir, error->line);
        break;
    case START_FILE_VERSION:
        fprintf(stderr,
                say("banlie %s: %s/start is of another version; plan again with --keep-start\n"),
                command, dir);
        break;
    case START_FILE_MEMORY:
        fprintf(stderr, say("banlie %s: %s/start: memory ran out\n"), command, dir);
        return EXIT_INTERNAL;
    }
    return EXIT_IO;
}

ExitCode start_option_read(const char *command, const char *dir, StartFile **start) {
    StartFileError error = {0};
    *start = dir == NULL ? NULL : start_file_read(dir, &error);
    return dir == NULL || *start != NULL ? EXIT_DONE : say_start_fault(command, dir, &error);
}
