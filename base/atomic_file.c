/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file is written beside its place, and put there whole at the end. */
#define _GNU_SOURCE // realpath
#include "base/atomic_file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/** The place itself; the path as it is where nothing is there yet. */
static char *file_target(const char *path) {
    char *real = realpath(path, NULL);
    char *copy = g_strdup(real != NULL ? real : path);
    free(real);
    return copy;
}

/** True where a file may be put at the path; errno says why not. */
static bool may_be_file(const char *path) {
    struct stat info;
    if (stat(path, &info) != 0) {
        return errno == ENOENT;
    }
    errno = S_ISDIR(info.st_mode) ? EISDIR : EINVAL;
    return S_ISREG(info.st_mode);
}

static void file_clear(AtomicFile *file) {
    temporary_end(&file->temporary);
    g_free(file->target);
    *file = (AtomicFile){0};
}

static void retire_file(const char *path, void *user) {
    (void)user;
    (void)unlink(path);
}

static bool make_temporary(AtomicFile *file) {
    char *parent = g_path_get_dirname(file->target);
    char *name = g_path_get_basename(file->target);
    temporary_each_dead(parent, name, retire_file, NULL);
    const bool made = temporary_file(parent, name, &file->temporary);
    const int cause = errno;
    g_free(parent);
    g_free(name);
    errno = cause;
    return made;
}

/** A stream of its own descriptor: the lock lasts until the file is in place. */
static void open_stream(AtomicFile *file) {
    const int descriptor = fcntl(file->temporary.lock, F_DUPFD_CLOEXEC, 0);
    file->out.stream = descriptor >= 0 ? fdopen(descriptor, "w") : NULL;
    if (file->out.stream == NULL) {
        file->out.error = errno; /* shows at the end, as failures of writing do */
    }
    if (file->out.stream == NULL && descriptor >= 0) {
        (void)close(descriptor);
    }
}

bool atomic_file_begin(const char *path, AtomicFile *file) {
    if (!may_be_file(path)) {
        return false;
    }
    *file = (AtomicFile){.target = file_target(path)};
    if (!make_temporary(file)) {
        const int cause = errno;
        file_clear(file);
        errno = cause;
        return false;
    }
    open_stream(file);
    return true;
}

/** Tried twice, so that nothing stays behind for a moment's trouble. */
static void remove_temporary(const AtomicFile *file) {
    if (unlink(file->temporary.path) != 0) {
        (void)unlink(file->temporary.path);
    }
}

bool atomic_file_commit(AtomicFile *file) {
    int error = out_file_close(&file->out);
    if (error == 0 && rename(file->temporary.path, file->target) != 0) {
        error = errno;
    }
    if (error != 0) {
        remove_temporary(file);
    }
    file_clear(file);
    errno = error;
    return error == 0;
}

void atomic_file_abandon(AtomicFile *file) {
    const int error = out_file_close(&file->out);
    (void)error; /* nobody will read it */
    remove_temporary(file);
    file_clear(file);
}
