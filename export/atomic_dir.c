#define _GNU_SOURCE // renameat2, nftw
#include "export/atomic_dir.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    NAME_ATTEMPTS = 100, /**< for a temporary name that nothing has yet */
    OPEN_FOLDERS = 16    /**< while a folder is removed */
};

struct AtomicDir {
    char *target;
    char *parent;
    char *temporary;
    bool force;
};

static AtomicDirStatus fail(const char *what, const char *path, char *error, size_t size) {
    (void)g_snprintf(error, size, "%s: %s: %s", path, what, g_strerror(errno));
    return ATOMIC_DIR_FAILED;
}

/** The place itself, past symbolic links and `.`; the path as it is (without `/` at the end) where
 * nothing is there yet. */
static char *resolve(const char *path) {
    char *real = realpath(path, NULL);
    char *copy = g_strdup(real != NULL ? real : path);
    free(real);
    size_t length = strlen(copy);
    while (length > 1 && copy[length - 1] == '/') {
        copy[--length] = '\0';
    }
    return copy;
}

/** @return 1 where the folder has no entries, 0 where it has some, -1 where it cannot be read */
static int is_empty(const char *path) {
    DIR *dir = opendir(path);
    if (dir == NULL) {
        return -1;
    }
    int empty = 1;
    for (const struct dirent *entry = readdir(dir); entry != NULL; entry = readdir(dir)) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            empty = 0;
        }
    }
    (void)closedir(dir);
    return empty;
}

static bool has_summary(const char *path) {
    struct stat info;
    char *summary = g_build_filename(path, "summary.json", NULL);
    const bool found = lstat(summary, &info) == 0 && S_ISREG(info.st_mode);
    g_free(summary);
    return found;
}

AtomicDirStatus atomic_dir_check(const char *path, bool force, char *error, size_t error_size) {
    struct stat info;
    if (lstat(path, &info) != 0) {
        return errno == ENOENT ? ATOMIC_DIR_OK : fail("cannot be used", path, error, error_size);
    }
    if (stat(path, &info) != 0) {
        return fail("cannot be used", path, error, error_size);
    }
    if (!S_ISDIR(info.st_mode)) {
        (void)g_snprintf(error, error_size, "%s: is in the way and is no folder", path);
        return ATOMIC_DIR_NOT_A_PLAN;
    }
    const int empty = is_empty(path);
    if (empty != 0) {
        return empty > 0 ? ATOMIC_DIR_OK : fail("cannot be read", path, error, error_size);
    }
    if (!has_summary(path)) {
        (void)g_snprintf(error, error_size,
                         "%s: is not empty and no plan folder (it has no summary.json); choose "
                         "another place with -o",
                         path);
        return ATOMIC_DIR_NOT_A_PLAN;
    }
    if (!force) {
        (void)g_snprintf(error, error_size,
                         "%s: a plan is there already; --force replaces it, -o names another place",
                         path);
        return ATOMIC_DIR_EXISTS;
    }
    return ATOMIC_DIR_OK;
}

static void dir_free(AtomicDir *dir) {
    g_free(dir->target);
    g_free(dir->parent);
    g_free(dir->temporary);
    g_free(dir);
}

/** A hidden sibling of the target that nothing has yet. */
static char *sibling(const AtomicDir *dir, const char *kind, int attempt) {
    char *base = g_path_get_basename(dir->target);
    char *name =
        g_strdup_printf("%s/.%s.%s-%ld.%d", dir->parent, base, kind, (long)getpid(), attempt);
    g_free(base);
    return name;
}

AtomicDirStatus atomic_dir_begin(const char *path, bool force, AtomicDir **out, char *error,
                                 size_t error_size) {
    const AtomicDirStatus status = atomic_dir_check(path, force, error, error_size);
    if (status != ATOMIC_DIR_OK) {
        return status;
    }
    AtomicDir *dir = g_new0(AtomicDir, 1);
    dir->target = resolve(path);
    dir->parent = g_path_get_dirname(dir->target);
    dir->force = force;
    for (int attempt = 0; attempt < NAME_ATTEMPTS; attempt++) {
        g_free(dir->temporary);
        dir->temporary = sibling(dir, "tmp", attempt);
        if (mkdir(dir->temporary, 0777) == 0) {
            *out = dir;
            return ATOMIC_DIR_OK;
        }
        if (errno != EEXIST) {
            break;
        }
    }
    (void)fail("no folder can be made beside it", path, error, error_size);
    dir_free(dir);
    return ATOMIC_DIR_FAILED;
}

const char *atomic_dir_temporary(const AtomicDir *dir) {
    return dir->temporary;
}

static int remove_entry(const char *path, const struct stat *info, int kind, struct FTW *walk) {
    (void)info;
    (void)kind;
    (void)walk;
    return remove(path);
}

/** Removes a folder and what is in it, not following links. */
static void remove_tree(const char *path) {
    (void)nftw(path, remove_entry, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
}

static bool sync_folder(const char *path) {
    const int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    const bool synced = fsync(descriptor) == 0 || errno == EINVAL;
    (void)close(descriptor);
    return synced;
}

/** For file systems that cannot exchange: the old plan goes aside, the new one in, and the old one
 * comes back where that fails. */
static bool replace_in_two_steps(AtomicDir *dir) {
    char *aside = sibling(dir, "old", 0);
    bool done = rename(dir->target, aside) == 0;
    if (done && rename(dir->temporary, dir->target) != 0) {
        const int cause = errno;
        (void)rename(aside, dir->target);
        errno = cause;
        done = false;
    }
    if (done) {
        g_free(dir->temporary);
        dir->temporary = aside;
    } else {
        g_free(aside);
    }
    return done;
}

/** Puts the new folder in place; an older plan then lies where the new one was written. */
static bool put_in_place(AtomicDir *dir, bool *replaced) {
    *replaced = false;
    if (rename(dir->temporary, dir->target) == 0) {
        return true; // nothing, or an empty folder, was there
    }
    if (!dir->force || (errno != ENOTEMPTY && errno != EEXIST)) {
        return false;
    }
    *replaced = true;
    return renameat2(AT_FDCWD, dir->temporary, AT_FDCWD, dir->target, RENAME_EXCHANGE) == 0 ||
           ((errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP) &&
            replace_in_two_steps(dir));
}

AtomicDirStatus atomic_dir_commit(AtomicDir *dir, char *error, size_t error_size) {
    // Looked at again: planning may have taken minutes.
    AtomicDirStatus status = atomic_dir_check(dir->target, dir->force, error, error_size);
    bool replaced = false;
    if (status == ATOMIC_DIR_OK &&
        (!sync_folder(dir->temporary) || !put_in_place(dir, &replaced))) {
        status = fail("cannot be put in place", dir->target, error, error_size);
    }
    if (status == ATOMIC_DIR_OK) {
        (void)sync_folder(dir->parent); // the plan is in place whatever this says
    }
    if (status != ATOMIC_DIR_OK || replaced) {
        remove_tree(dir->temporary);
    }
    dir_free(dir);
    return status;
}

void atomic_dir_abandon(AtomicDir *dir) {
    if (dir != NULL) {
        remove_tree(dir->temporary);
        dir_free(dir);
    }
}
