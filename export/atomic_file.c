#define _GNU_SOURCE // realpath
#include "export/atomic_file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/** The place itself; the path as it is where nothing is there yet. */
static char *resolve(const char *path) {
    char *real = realpath(path, NULL);
    char *copy = g_strdup(real != NULL ? real : path);
    free(real);
    return copy;
}

/** True where a file may be put at the path; errno says why not. */
static bool is_free(const char *path) {
    struct stat info;
    if (stat(path, &info) != 0) {
        return errno == ENOENT;
    }
    errno = S_ISDIR(info.st_mode) ? EISDIR : EINVAL;
    return S_ISREG(info.st_mode);
}

static void file_clear(AtomicFile *file) {
    g_free(file->target);
    g_free(file->temporary);
    *file = (AtomicFile){0};
}

bool atomic_file_begin(const char *path, AtomicFile *file) {
    if (!is_free(path)) {
        return false;
    }
    *file = (AtomicFile){.target = resolve(path)};
    file->temporary = g_strconcat(file->target, ".XXXXXX", NULL);
    const int descriptor = g_mkstemp_full(file->temporary, O_WRONLY | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        const int cause = errno;
        file_clear(file);
        errno = cause;
        return false;
    }
    file->out.stream = fdopen(descriptor, "w");
    if (file->out.stream == NULL) {
        file->out.error = errno; /* shows at the end, as failures of writing do */
        (void)close(descriptor);
    }
    return true;
}

bool atomic_file_commit(AtomicFile *file) {
    int error = out_file_close(&file->out);
    if (error == 0 && rename(file->temporary, file->target) != 0) {
        error = errno;
    }
    if (error != 0) {
        (void)unlink(file->temporary);
    }
    file_clear(file);
    errno = error;
    return error == 0;
}

void atomic_file_abandon(AtomicFile *file) {
    const int error = out_file_close(&file->out);
    (void)error; /* nobody will read it */
    (void)unlink(file->temporary);
    file_clear(file);
}
