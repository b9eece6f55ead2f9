/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder is written beside its place, and put there whole at the end. */
#define _GNU_SOURCE // statx, flock
#include "base/atomic_dir.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/temporary.h"

enum {
    COMMIT_ATTEMPTS = 20, /**< while others come and go at the target */
    LOCK_ATTEMPTS = 1000, /**< with a pause between them: ten seconds */
    LOCK_PAUSE_US = 10000,
    SPARE_NAMES = 100
};

/* Within a folder that cannot be renamed: it may have another name tomorrow. */
static const char INNER_NAME[] = "banlie";

struct AtomicDir {
    char *target;
    char *parent;
    const FolderKind *kind;
    bool force;
    Temporary work;
    bool within; /**< `work` lies in the target, not beside it */
    bool kept;   /**< `work` is not to be removed: the older files are in it */
};

static AtomicDirStatus dir_fails(const FolderKind *kind, const char *what, const char *path,
                                 char *error, size_t size) {
    const int cause = errno;
    (void)g_snprintf(error, size, folder_said(kind, "%s: %s: %s"), path, folder_said(kind, what),
                     g_strerror(cause));
    return ATOMIC_DIR_FAILED;
}

/** The place itself, past symbolic links and `.`; the path as it is (without `/` at the end) where
 * nothing is there yet. */
static char *dir_target(const char *path) {
    char *real = realpath(path, NULL);
    char *copy = g_strdup(real != NULL ? real : path);
    free(real);
    size_t length = strlen(copy);
    while (length > 1 && copy[length - 1] == '/') {
        copy[--length] = '\0';
    }
    return copy;
}

/* ---- what may be written where ---- */

/** A file system's own folder and runs at work do not count. */
static bool is_empty_dir(const GPtrArray *entries) {
    for (guint i = 0; i < entries->len; i++) {
        const char *name = g_ptr_array_index(entries, i);
        if (strcmp(name, "lost+found") != 0 && !temporary_is_named(name, INNER_NAME)) {
            return false;
        }
    }
    return true;
}

static AtomicDirStatus check_marker(const char *path, const FolderKind *kind, char *error,
                                    size_t size) {
    const char *name = kind->names[0];
    char *marker = g_build_filename(path, name, NULL);
    struct stat info;
    const bool there = lstat(marker, &info) == 0;
    bool readable = there || errno == ENOENT;
    const bool ours = there && S_ISREG(info.st_mode) && kind->is_marker(marker);
    if (there && S_ISREG(info.st_mode) && !ours) {
        readable = errno == 0;
    }
    AtomicDirStatus status = ours ? ATOMIC_DIR_OK : ATOMIC_DIR_NOT_OURS;
    if (!readable) {
        status = dir_fails(kind, "cannot be read", marker, error, size);
    } else if (!there) {
        (void)g_snprintf(
            error, size,
            folder_said(kind,
                        "%s: is not empty and no %s folder (it has no %s); choose another place%s"),
            path, folder_said(kind, kind->noun), name, folder_said(kind, kind->where));
    } else if (!ours) {
        (void)g_snprintf(
            error, size,
            folder_said(
                kind, "%s: is no %s folder, as its %s is not one of a %s; choose another place%s"),
            path, folder_said(kind, kind->noun), name, folder_said(kind, kind->noun),
            folder_said(kind, kind->where));
    }
    g_free(marker);
    return status;
}

/** What stands under a name of ours has to be a file, as we wrote it. */
static AtomicDirStatus check_files(const char *path, const FolderKind *kind, char *error,
                                   size_t size) {
    for (const char *const *name = kind->names; *name != NULL; name++) {
        char *file = g_build_filename(path, *name, NULL);
        struct stat info;
        const bool foreign = lstat(file, &info) == 0 && !S_ISREG(info.st_mode);
        g_free(file);
        if (foreign) {
            (void)g_snprintf(
                error, size,
                folder_said(kind, "%s: its %s is a folder, link or device and no file of a "
                                  "%s; move it away, or choose another place%s"),
                path, *name, folder_said(kind, kind->noun), folder_said(kind, kind->where));
            return ATOMIC_DIR_NOT_OURS;
        }
    }
    return ATOMIC_DIR_OK;
}

static AtomicDirStatus check_folder(const char *path, const FolderKind *kind, bool force,
                                    char *error, size_t size) {
    GPtrArray *entries = folder_entries(path);
    if (entries == NULL) {
        return dir_fails(kind, "cannot be read", path, error, size);
    }
    AtomicDirStatus status = ATOMIC_DIR_OK;
    if (!is_empty_dir(entries)) {
        status = check_marker(path, kind, error, size);
        if (status == ATOMIC_DIR_OK && !force) {
            (void)g_snprintf(error, size,
                             folder_said(kind, "%s: a %s is there already; --force replaces it, or "
                                               "choose another place%s"),
                             path, folder_said(kind, kind->noun), folder_said(kind, kind->where));
            status = ATOMIC_DIR_EXISTS;
        }
        if (status == ATOMIC_DIR_OK) {
            status = check_files(path, kind, error, size);
        }
    }
    g_ptr_array_unref(entries);
    if (status == ATOMIC_DIR_OK && faccessat(AT_FDCWD, path, W_OK | X_OK, AT_EACCESS) != 0) {
        status = dir_fails(kind, "cannot be written", path, error, size);
    }
    return status;
}

AtomicDirStatus atomic_dir_check(const char *path, const FolderKind *kind, bool force, char *error,
                                 size_t error_size) {
    struct stat info;
    if (lstat(path, &info) != 0) {
        return errno == ENOENT ? ATOMIC_DIR_OK
                               : dir_fails(kind, "cannot be used", path, error, error_size);
    }
    if (stat(path, &info) != 0) {
        return dir_fails(kind, "cannot be used", path, error, error_size);
    }
    if (!S_ISDIR(info.st_mode)) {
        (void)g_snprintf(error, error_size, folder_said(kind, "%s: is in the way and is no folder"),
                         path);
        return ATOMIC_DIR_NOT_OURS;
    }
    return check_folder(path, kind, force, error, error_size);
}

/* ---- the temporary folder ---- */

static void dir_free(AtomicDir *dir) {
    temporary_end(&dir->work);
    g_free(dir->target);
    g_free(dir->parent);
    g_free(dir);
}

/** Folders that cannot be renamed. */
static bool is_mount_point(const char *path, const char *parent) {
    struct statx here, above;
    return statx(AT_FDCWD, path, 0, STATX_BASIC_STATS, &here) == 0 &&
           statx(AT_FDCWD, parent, 0, STATX_BASIC_STATS, &above) == 0 &&
           ((here.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0 ||
            here.stx_dev_major != above.stx_dev_major || here.stx_dev_minor != above.stx_dev_minor);
}

/** Folders that have to stay where they are: who stands in one would find himself in a folder that
 * is removed. */
static bool is_working_folder(const char *path) {
    struct stat here, there;
    return stat(".", &here) == 0 && stat(path, &there) == 0 && here.st_dev == there.st_dev &&
           here.st_ino == there.st_ino;
}

/** Beside the target; in it where it lies on a file system of its own or nothing may be made
 * beside it. */
static bool make_work(AtomicDir *dir) {
    struct stat info;
    const bool there = stat(dir->target, &info) == 0;
    char *name = g_path_get_basename(dir->target);
    const bool beside = !(there && is_mount_point(dir->target, dir->parent)) &&
                        temporary_folder(dir->parent, name, &dir->work);
    g_free(name);
    dir->within = there && !beside;
    return beside || (there && temporary_folder(dir->target, INNER_NAME, &dir->work));
}

/* ---- the target's lock: one at a time replaces what is there ---- */

/** Whether the descriptor is of what stands at the path now. */
static bool stands_at(int descriptor, const char *path) {
    struct stat held, there;
    return fstat(descriptor, &held) == 0 && stat(path, &there) == 0 &&
           held.st_dev == there.st_dev && held.st_ino == there.st_ino;
}

static int lock_once(const char *path) {
    const int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0 || ((flock(folder, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) &&
                       stands_at(folder, path))) {
        return folder;
    }
    (void)close(folder);
    errno = EWOULDBLOCK;
    return -1;
}

/** @return a descriptor that holds the lock; -1 on failure, errno says why */
static int lock_folder(const char *path) {
    int folder = lock_once(path);
    for (int i = 0; folder < 0 && errno == EWOULDBLOCK && i < LOCK_ATTEMPTS; i++) {
        g_usleep(LOCK_PAUSE_US);
        folder = lock_once(path);
    }
    return folder;
}

/* ---- what killed runs left ---- */

static void retire_work(const char *work, void *user) {
    const AtomicDir *dir = user;
    struct stat dead, own;
    const bool is_own = dir->work.path != NULL && stat(work, &dead) == 0 &&
                        fstat(dir->work.lock, &own) == 0 && dead.st_dev == own.st_dev &&
                        dead.st_ino == own.st_ino; // where it could not be locked
    if (!is_own) {
        (void)folder_retire(work, dir->target, dir->kind);
    }
}

/** While the target is locked, or is not there: a run that is replacing it is not half dead. */
static void clear_away(AtomicDir *dir) {
    char *name = g_path_get_basename(dir->target);
    temporary_each_dead(dir->parent, name, retire_work, dir);
    temporary_each_dead(dir->target, INNER_NAME, retire_work, dir);
    g_free(name);
}

AtomicDirStatus atomic_dir_begin(const char *path, const FolderKind *kind, bool force,
                                 AtomicDir **out, char *error, size_t error_size) {
    AtomicDir *dir = g_new0(AtomicDir, 1);
    dir->target = dir_target(path);
    dir->parent = g_path_get_dirname(dir->target);
    dir->kind = kind;
    dir->force = force;
    const int lock = lock_folder(dir->target);
    if (lock >= 0 || errno == ENOENT) {
        clear_away(dir);
    }
    AtomicDirStatus status = atomic_dir_check(path, kind, force, error, error_size);
    if (status == ATOMIC_DIR_OK && !make_work(dir)) {
        status = dir_fails(kind, "no folder can be made there", path, error, error_size);
    }
    if (lock >= 0) {
        (void)close(lock);
    }
    if (status == ATOMIC_DIR_OK) {
        *out = dir;
    } else {
        dir_free(dir);
    }
    return status;
}

const char *atomic_dir_temporary(const AtomicDir *dir) {
    return dir->work.path;
}

/* ---- into place ---- */

static void sync_parent(const AtomicDir *dir) {
    const bool synced = folder_sync(dir->parent);
    (void)synced; // the folder is in place whatever this says
}

/** Replaces what is at the target, which is locked and may be replaced. */
static AtomicDirStatus replace(AtomicDir *dir, char *error, size_t size) {
    if (!dir->within && !is_working_folder(dir->target) &&
        folder_exchange(dir->work.path, dir->target, dir->kind)) {
        sync_parent(dir);
        (void)folder_retire(dir->work.path, dir->target, dir->kind);
        return ATOMIC_DIR_OK;
    }
    switch (folder_move_in(dir->work.path, dir->target, dir->kind)) {
    case FOLDER_MOVED:
        return ATOMIC_DIR_OK;
    case FOLDER_AS_IT_WAS:
        return dir_fails(dir->kind, "cannot be put in place", dir->target, error, size);
    case FOLDER_TORN:
        break;
    }
    (void)dir_fails(dir->kind, "could be replaced only in part, and the next run will mend it",
                    dir->target, error, size);
    dir->kept = true;
    return ATOMIC_DIR_FAILED;
}

/** Once: false where something came or went in between. */
static bool try_commit(AtomicDir *dir, AtomicDirStatus *status, char *error, size_t size) {
    struct stat info;
    if (lstat(dir->target, &info) != 0 && errno == ENOENT && !dir->within) {
        if (rename(dir->work.path, dir->target) == 0) {
            sync_parent(dir);
            *status = ATOMIC_DIR_OK;
            return true;
        }
        const bool taken = errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR;
        *status = dir_fails(dir->kind, "cannot be put in place", dir->target, error, size);
        return !taken;
    }
    const int lock = lock_folder(dir->target);
    if (lock < 0 && errno != ENOTDIR) {
        const bool gone = errno == ENOENT;
        *status = dir_fails(dir->kind, "cannot be put in place", dir->target, error, size);
        return !gone;
    }
    clear_away(dir);
    *status = atomic_dir_check(dir->target, dir->kind, dir->force, error, size);
    if (*status == ATOMIC_DIR_OK) {
        *status = replace(dir, error, size);
    }
    if (lock >= 0) {
        (void)close(lock);
    }
    return true;
}

static void remove_work(const AtomicDir *dir) {
    if (!dir->kept) {
        (void)folder_drop(dir->work.path, dir->kind);
    }
}

AtomicDirStatus atomic_dir_commit(AtomicDir *dir, char *error, size_t error_size) {
    AtomicDirStatus status = ATOMIC_DIR_OK;
    if (!folder_sync(dir->work.path)) {
        status = dir_fails(dir->kind, "cannot be written", dir->target, error, error_size);
    } else {
        // Planning may have taken minutes: what is there now is looked at again.
        for (int i = 0; i < COMMIT_ATTEMPTS && !try_commit(dir, &status, error, error_size); i++) {
        }
    }
    remove_work(dir);
    dir_free(dir);
    return status;
}

void atomic_dir_abandon(AtomicDir *dir) {
    if (dir != NULL) {
        remove_work(dir);
        dir_free(dir);
    }
}

/* ---- elsewhere ---- */

char *atomic_dir_spare(const char *path, const char *parent) {
    char *target = dir_target(path);
    char *own_parent = g_path_get_dirname(target);
    char *name = g_path_get_basename(target);
    char *spare = NULL;
    for (int i = 1; i <= SPARE_NAMES && spare == NULL; i++) {
        char number[16] = "";
        struct stat info;
        if (i > 1) {
            (void)g_snprintf(number, sizeof number, "-%d", i);
        }
        spare = g_strdup_printf("%s/%s-new%s", parent != NULL ? parent : own_parent, name, number);
        if (lstat(spare, &info) == 0) {
            g_clear_pointer(&spare, g_free);
        }
    }
    g_free(name);
    g_free(own_parent);
    g_free(target);
    return spare;
}
