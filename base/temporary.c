/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and locks of hidden files and folders, and the dead ones among them. */
#define _GNU_SOURCE // O_NOFOLLOW, flock
#include "base/temporary.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

enum {
    NAME_ATTEMPTS = 100, /**< for a name that nothing has yet */
    NAME_BYTES = 180,    /**< of the real name that are taken: a file's name has 255 at most */
    BOOT_DIGITS = 8      /**< of the kernel's id of this boot */
};

/** What its name says of a temporary. */
typedef struct {
    pid_t process;
    char boot[BOOT_DIGITS + 1]; /**< "" where the system has no such id */
} Maker;

static Maker this_run(void) {
    Maker maker = {.process = getpid()};
    const int file = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
    if (file >= 0) {
        if (read(file, maker.boot, BOOT_DIGITS) != BOOT_DIGITS) {
            maker.boot[0] = '\0';
        }
        (void)close(file);
    }
    return maker;
}

static char *prefix_of(const char *name) {
    return g_strdup_printf(".%.*s.tmp-", NAME_BYTES, name);
}

static char *path_of(const char *parent, const char *name, const Maker *maker, int attempt) {
    char *prefix = prefix_of(name);
    char *path = g_strdup_printf("%s/%s%ld%s%s.%d", parent, prefix, (long)maker->process,
                                 maker->boot[0] == '\0' ? "" : "-", maker->boot, attempt);
    g_free(prefix);
    return path;
}

/** Reads `PID-BOOT.N`, or `PID.N`. */
static bool read_maker(const char *text, Maker *maker) {
    char *end = NULL;
    *maker = (Maker){.process = (pid_t)strtol(text, &end, 10)};
    if (!g_ascii_isdigit(text[0]) || maker->process <= 0) {
        return false;
    }
    if (*end == '-' && strspn(end + 1, "0123456789abcdef") == BOOT_DIGITS) {
        memcpy(maker->boot, end + 1, BOOT_DIGITS);
        end += 1 + BOOT_DIGITS;
    }
    return *end == '.' && g_ascii_isdigit(end[1]) &&
           strspn(end + 1, "0123456789") == strlen(end + 1);
}

bool temporary_is_named(const char *entry, const char *name) {
    Maker maker;
    char *prefix = prefix_of(name);
    const bool named =
        g_str_has_prefix(entry, prefix) && read_maker(entry + strlen(prefix), &maker);
    g_free(prefix);
    return named;
}

static int make_folder(const char *path) {
    if (mkdir(path, 0777) != 0) {
        return -1;
    }
    const int folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0) {
        const int cause = errno;
        (void)rmdir(path);
        errno = cause;
    }
    return folder;
}

static int make_file(const char *path) {
    return open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
}

/** False where another run took the new temporary for a dead one in the moment before it was
 * locked. */
static bool take_temporary(int descriptor, const char *path) {
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        return false;
    }
    struct stat held, there;
    return fstat(descriptor, &held) == 0 && lstat(path, &there) == 0 &&
           held.st_dev == there.st_dev && held.st_ino == there.st_ino;
}

static bool make(int (*make_one)(const char *), const char *parent, const char *name,
                 Temporary *out) {
    const Maker maker = this_run();
    for (int attempt = 0; attempt < NAME_ATTEMPTS; attempt++) {
        char *path = path_of(parent, name, &maker, attempt);
        const int descriptor = make_one(path);
        if (descriptor >= 0 && take_temporary(descriptor, path)) {
            *out = (Temporary){.path = path, .lock = descriptor};
            return true;
        }
        const int cause = descriptor >= 0 ? EEXIST : errno;
        if (descriptor >= 0) {
            (void)close(descriptor);
            (void)remove(path);
        }
        g_free(path);
        errno = cause;
        if (cause != EEXIST) {
            break;
        }
    }
    return false;
}

bool temporary_folder(const char *parent, const char *name, Temporary *out) {
    return make(make_folder, parent, name, out);
}

bool temporary_file(const char *parent, const char *name, Temporary *out) {
    return make(make_file, parent, name, out);
}

void temporary_end(Temporary *temporary) {
    if (temporary->path != NULL) {
        (void)close(temporary->lock);
        g_free(temporary->path);
    }
    *temporary = (Temporary){0};
}

/** True for file systems that one kernel has to itself: whoever made a temporary there under
 * another boot is gone. */
static bool is_of_one_kernel(int descriptor) {
    // Numbers of statfs(2); not every system's headers name them all.
    static const unsigned long local[] = {
        0xEF53,     // ext2, ext3, ext4
        0x58465342, // XFS
        0x9123683E, // Btrfs
        0x01021994, // tmpfs
        0x2FC12FC1, // ZFS
        0xF2F52010, // F2FS
        0x794C7630, // overlay
        0x4D44,     // FAT
        0x2011BAB0, // exFAT
    };
    struct statfs info;
    if (fstatfs(descriptor, &info) != 0) {
        return false;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(local); i++) {
        if (((unsigned long)info.f_type & 0xFFFFFFFFUL) == local[i]) {
            return true;
        }
    }
    return false;
}

/** Under one boot the lock tells, whatever the process's number is in whichever container. */
static bool is_dead(int descriptor, const Maker *maker) {
    struct stat info;
    if (fstat(descriptor, &info) != 0 || info.st_uid != geteuid() ||
        flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        return false;
    }
    const Maker self = this_run();
    if (maker->boot[0] != '\0' && strcmp(maker->boot, self.boot) == 0) {
        return true;
    }
    if (!is_of_one_kernel(descriptor)) {
        return false;
    }
    return maker->boot[0] != '\0' ? self.boot[0] != '\0'
                                  : kill(maker->process, 0) != 0 && errno == ESRCH;
}

void temporary_each_dead(const char *parent, const char *name,
                         void (*visit)(const char *path, void *user), void *user) {
    DIR *entries = opendir(parent);
    char *prefix = prefix_of(name);
    while (entries != NULL) {
        Maker maker;
        const struct dirent *entry = readdir(entries);
        if (entry == NULL) {
            break;
        }
        if (!g_str_has_prefix(entry->d_name, prefix) ||
            !read_maker(entry->d_name + strlen(prefix), &maker)) {
            continue;
        }
        char *path = g_build_filename(parent, entry->d_name, NULL);
        const int descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
        if (descriptor >= 0 && is_dead(descriptor, &maker)) {
            visit(path, user);
        }
        if (descriptor >= 0) {
            (void)close(descriptor);
        }
        g_free(path);
    }
    g_free(prefix);
    if (entries != NULL) {
        (void)closedir(entries);
    }
}
