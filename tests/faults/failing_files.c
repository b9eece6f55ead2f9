/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loaded before the C library: the FAULTY_AT-th call of those below fails with the error number
 * FAULTY_ERRNO, or is the process's last where that is 0; its name is left in the file FAULTY_LOG.
 * When a path that ends with FAULTY_WHEN is opened for the first time, the shell does FAULTY_DO
 * before. All other calls go through. */
#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS // both kinds of names are defined here
#undef _FORTIFY_SOURCE

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { STREAM_ERROR = 0x20 }; /* what ferror() looks at in the GNU C library */

static void leave_note(const char *name) {
    const char *path = getenv("FAULTY_LOG");
    if (path != NULL) {
        const long file =
            syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
        (void)syscall(SYS_write, file, name, strlen(name));
        (void)syscall(SYS_close, file);
    }
}

/** Whether this call is the one that fails; errno is set then. */
static int fails(const char *name) {
    static long count;
    static long at = -1;
    if (at < 0) {
        const char *text = getenv("FAULTY_AT");
        at = text == NULL ? 0 : strtol(text, NULL, 10);
    }
    if (++count != at) {
        return 0;
    }
    leave_note(name);
    const char *number = getenv("FAULTY_ERRNO");
    errno = number == NULL ? EIO : (int)strtol(number, NULL, 10);
    if (errno == 0) {
        (void)raise(SIGKILL);
    }
    return 1;
}

static int ends_with(const char *text, const char *end) {
    const size_t length = strlen(text), end_length = strlen(end);
    return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

static void do_when(const char *path) {
    const char *when = getenv("FAULTY_WHEN"), *command = getenv("FAULTY_DO");
    if (when != NULL && command != NULL && ends_with(path, when)) {
        char *text = strdup(command);
        (void)unsetenv("FAULTY_WHEN");
        (void)unsetenv("FAULTY_DO");
        (void)unsetenv("LD_PRELOAD");
        // Not system(), which turns SIGINT off for as long as it lasts.
        FILE *shell = text == NULL ? NULL : popen(text, "w");
        if (shell == NULL || pclose(shell) != 0) {
            abort();
        }
        free(text);
    }
}

/* Files of time zones are spared: their reader cannot say yet why one is not to be had. */
static int last_is_zone;

/** Whether opening this path fails. */
static int path_fails(const char *name, const char *path) {
    do_when(path);
    last_is_zone = strstr(path, "zoneinfo") != NULL;
    return !last_is_zone && fails(name);
}

// NOLINTBEGIN(bugprone-macro-parentheses): types and lists of parameters take none
// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name): the C library's are reserved
// names

/* The function that fails with `wrong` where `failing`, or calls the C library's own. The cast
 * through a pointer to the pointer is POSIX's way from dlsym() to a function. */
#define WRAP_IF(failing, type, name, wrong, parameters, arguments)                                 \
    type name parameters {                                                                         \
        type(*own) parameters;                                                                     \
        *(void **)&own = dlsym(RTLD_NEXT, #name);                                                  \
        return (failing) ? (wrong) : own arguments;                                                \
    }

#define WRAP(type, name, wrong, parameters, arguments)                                             \
    WRAP_IF(fails(#name), type, name, wrong, parameters, arguments)

/* Of those that open `path`. */
#define WRAP_PATH(type, name, wrong, parameters, arguments)                                        \
    WRAP_IF(path_fails(#name, path), type, name, wrong, parameters, arguments)

/* Likewise, with a mode after `flags` where a file may be made. */
#define WRAP_OPEN(name, parameters, arguments)                                                     \
    int name parameters {                                                                          \
        int(*own) parameters;                                                                      \
        *(void **)&own = dlsym(RTLD_NEXT, #name);                                                  \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;       \
        va_end(rest);                                                                              \
        return path_fails(#name, path) ? -1 : own arguments;                                       \
    }

WRAP_OPEN(open, (const char *path, int flags, ...), (path, flags, mode))
WRAP_OPEN(open64, (const char *path, int flags, ...), (path, flags, mode))
WRAP_OPEN(openat, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))
WRAP_OPEN(openat64, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))

WRAP_PATH(int, creat, -1, (const char *path, mode_t mode), (path, mode))
WRAP_PATH(FILE *, fopen, NULL, (const char *path, const char *how), (path, how))
WRAP_PATH(FILE *, fopen64, NULL, (const char *path, const char *how), (path, how))
WRAP(FILE *, fdopen, NULL, (int file, const char *how), (file, how))
WRAP(ssize_t, read, -1, (int file, void *bytes, size_t size), (file, bytes, size))
WRAP(ssize_t, write, -1, (int file, const void *bytes, size_t size), (file, bytes, size))
WRAP(ssize_t, pwrite, -1, (int file, const void *bytes, size_t size, off_t at),
     (file, bytes, size, at))
WRAP(int, fsync, -1, (int file), (file))
WRAP(int, fdatasync, -1, (int file), (file))
WRAP(int, rename, -1, (const char *from, const char *to), (from, to))
WRAP(int, renameat, -1, (int from, const char *old, int to, const char *name),
     (from, old, to, name))
WRAP(int, renameat2, -1, (int from, const char *old, int to, const char *name, unsigned how),
     (from, old, to, name, how))
WRAP(int, link, -1, (const char *from, const char *to), (from, to))
WRAP(int, linkat, -1, (int from, const char *old, int to, const char *name, int how),
     (from, old, to, name, how))
WRAP(int, unlink, -1, (const char *path), (path))
WRAP(int, unlinkat, -1, (int folder, const char *name, int how), (folder, name, how))
WRAP(int, rmdir, -1, (const char *path), (path))
WRAP(int, remove, -1, (const char *path), (path))
WRAP_PATH(int, mkdir, -1, (const char *path, mode_t mode), (path, mode))
WRAP(int, mkdirat, -1, (int folder, const char *path, mode_t mode), (folder, path, mode))
WRAP(int, chmod, -1, (const char *path, mode_t mode), (path, mode))
WRAP(int, flock, -1, (int file, int how), (file, how))
WRAP_PATH(DIR *, opendir, NULL, (const char *path), (path))
WRAP(struct dirent *, readdir, NULL, (DIR * folder), (folder))
WRAP(struct dirent64 *, readdir64, NULL, (DIR * folder), (folder))
WRAP(int, fflush, EOF, (FILE * stream), (stream))

/** A stream that fails keeps that in mind. Tables are written letter by letter: of calls in a row
 * on one stream the first alone counts. */
static int stream_fails(const char *name, FILE *stream, size_t size) {
    static const FILE *last;
    const int failing =
        stream != stderr && stream != last && size > 0 && !last_is_zone && fails(name);
    last = stream;
    if (failing) {
        stream->_flags |= STREAM_ERROR;
    }
    return failing;
}

size_t fread(void *bytes, size_t size, size_t count, FILE *stream) {
    size_t (*own)(void *, size_t, size_t, FILE *);
    *(void **)&own = dlsym(RTLD_NEXT, "fread");
    return stream_fails("fread", stream, size * count) ? 0 : own(bytes, size, count, stream);
}

size_t fwrite(const void *bytes, size_t size, size_t count, FILE *stream) {
    size_t (*own)(const void *, size_t, size_t, FILE *);
    *(void **)&own = dlsym(RTLD_NEXT, "fwrite");
    return stream_fails("fwrite", stream, size * count) ? 0 : own(bytes, size, count, stream);
}

/** What is closed is closed, whatever the call says. */
int close(int file) {
    int (*own)(int);
    *(void **)&own = dlsym(RTLD_NEXT, "close");
    const int failing = fails("close");
    const int cause = errno;
    const int result = own(file);
    if (failing) {
        errno = cause;
    }
    return failing ? -1 : result;
}

int fclose(FILE *stream) {
    int (*own)(FILE *);
    *(void **)&own = dlsym(RTLD_NEXT, "fclose");
    const int failing = fails("fclose");
    const int cause = errno;
    const int result = own(stream);
    if (failing) {
        errno = cause;
    }
    return failing ? EOF : result;
}

// NOLINTEND(readability-inconsistent-declaration-parameter-name)
// NOLINTEND(bugprone-macro-parentheses)
