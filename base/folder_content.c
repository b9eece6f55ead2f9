/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which files of a folder are ours, and how new ones take their place. */
#define _GNU_SOURCE // renameat2
#include "base/folder_content.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

/* Where folder_move_in() lays our old files: complete only under the second name. */
static const char PART[] = ".old-files.part";
static const char OLD[] = ".old-files";

/* What is given up after a failure is given a second try first: a moment's trouble leaves nothing.
 */
enum { ATTEMPTS = 2 };

static bool is_ours(const FolderKind *kind, const char *name) {
    for (const char *const *at = kind->names; *at != NULL; at++) {
        if (strcmp(*at, name) == 0) {
            return true;
        }
    }
    return false;
}

GPtrArray *folder_entries(const char *path) {
    DIR *dir = opendir(path);
    if (dir == NULL) {
        return NULL;
    }
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    errno = 0;
    for (const struct dirent *entry = readdir(dir); entry != NULL; entry = readdir(dir)) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            g_ptr_array_add(names, g_strdup(entry->d_name));
        }
        errno = 0;
    }
    const int cause = errno;
    (void)closedir(dir);
    if (cause != 0) {
        g_ptr_array_unref(names);
        errno = cause;
        return NULL;
    }
    return names;
}

static int open_folder(const char *path) {
    return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

static void close_folder(int folder) {
    if (folder >= 0) {
        const int cause = errno;
        (void)close(folder);
        errno = cause;
    }
}

bool folder_sync(const char *path) {
    const int folder = open_folder(path);
    const bool synced = folder >= 0 && (fsync(folder) == 0 || errno == EINVAL);
    close_folder(folder);
    return synced;
}

static void remove_ours(int folder, const FolderKind *kind) {
    for (const char *const *at = kind->names; *at != NULL; at++) {
        (void)unlinkat(folder, *at, 0);
    }
}

bool folder_drop(const char *path, const FolderKind *kind) {
    bool gone = false;
    for (int i = 0; i < ATTEMPTS && !gone; i++) {
        const int folder = open_folder(path);
        if (folder >= 0) {
            remove_ours(folder, kind);
        }
        close_folder(folder);
        gone = rmdir(path) == 0 || errno == ENOENT;
    }
    return gone;
}

/* ---- in one step ---- */

/** What is in `folder` and not ours; NULL where that cannot be read. */
static GPtrArray *others_in(const char *folder, const FolderKind *kind) {
    GPtrArray *names = folder_entries(folder);
    for (guint i = names == NULL ? 0 : names->len; i > 0; i--) {
        if (is_ours(kind, g_ptr_array_index(names, i - 1))) {
            g_ptr_array_remove_index_fast(names, i - 1);
        }
    }
    return names;
}

/** The same owner and no access list or other attribute that a new folder lacks; the permissions
 * are taken over. */
static bool make_alike(const char *work, const char *target) {
    struct stat new, old;
    return stat(work, &new) == 0 && stat(target, &old) == 0 &&
           new.st_uid == old.st_uid &&new.st_gid ==
               old.st_gid &&listxattr(target, NULL, 0) <= listxattr(work, NULL, 0) &&
           chmod(work, old.st_mode & 07777) == 0;
}

/** Fails with the first folder among the names: those have no second name. */
static bool link_others(const GPtrArray *names, int from, int to) {
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        if (linkat(from, name, to, name, 0) != 0) {
            return false;
        }
    }
    return true;
}

static void unlink_all(const GPtrArray *names, int folder) {
    for (guint i = 0; i < names->len; i++) {
        (void)unlinkat(folder, g_ptr_array_index(names, i), 0);
    }
}

bool folder_exchange(const char *work, const char *target, const FolderKind *kind) {
    GPtrArray *others = others_in(target, kind);
    const int from = open_folder(target);
    const int to = open_folder(work);
    bool done = others != NULL && from >= 0 && to >= 0 && link_others(others, from, to) &&
                make_alike(work, target) && folder_sync(work) &&
                renameat2(AT_FDCWD, work, AT_FDCWD, target, RENAME_EXCHANGE) == 0;
    if (!done && others != NULL && to >= 0) {
        unlink_all(others, to);
    }
    close_folder(from);
    close_folder(to);
    if (others != NULL) {
        g_ptr_array_unref(others);
    }
    return done;
}

/* ---- file by file ---- */

static bool move_one(int from, int to, const char *name) {
    return renameat(from, name, to, name) == 0 || errno == ENOENT;
}

static bool move_others_than_marker(int from, int to, const FolderKind *kind) {
    for (const char *const *at = kind->names + 1; *at != NULL; at++) {
        if (!move_one(from, to, *at)) {
            return false;
        }
    }
    return true;
}

/** Out of sight: the marker goes first. */
static bool move_out(int from, int to, const FolderKind *kind) {
    return move_one(from, to, kind->names[0]) && move_others_than_marker(from, to, kind);
}

/** Into sight: the marker comes last. */
static bool move_in(int from, int to, const FolderKind *kind) {
    return move_others_than_marker(from, to, kind) && move_one(from, to, kind->names[0]);
}

/** Half of it would be worse than nothing. */
static bool put_back(int from, int to, const FolderKind *kind) {
    bool done = false;
    for (int i = 0; i < ATTEMPTS && !done; i++) {
        done = move_in(from, to, kind);
    }
    return done;
}

static void remove_old(const char *work, const char *name, const FolderKind *kind) {
    char *old = g_build_filename(work, name, NULL);
    (void)folder_drop(old, kind);
    g_free(old);
}

/** Both folders, and where our old files go. */
typedef struct {
    int work, target, old;
} Places;

/** Undoes a move that failed after `Places.old` had all or some of the old files. Without a marker
 * in `Places.work` nobody will finish the move in place of undoing it. */
static FolderMove undo_move(const Places *at, const FolderKind *kind, bool new_ones_moved) {
    const int cause = errno;
    bool undone = true;
    if (new_ones_moved) {
        undone = unlinkat(at->work, kind->names[0], 0) == 0 || errno == ENOENT;
        for (int i = 0; undone && i < ATTEMPTS; i++) {
            remove_ours(at->target, kind);
        }
    }
    undone = undone && put_back(at->old, at->target, kind);
    errno = cause;
    return undone ? FOLDER_AS_IT_WAS : FOLDER_TORN;
}

static FolderMove move_all(const Places *at, const FolderKind *kind) {
    if (!move_out(at->target, at->old, kind) || renameat(at->work, PART, at->work, OLD) != 0) {
        return undo_move(at, kind, false);
    }
    return move_in(at->work, at->target, kind) ? FOLDER_MOVED : undo_move(at, kind, true);
}

/** Opens a folder within another. */
static int open_within(int folder, const char *name) {
    return openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

FolderMove folder_move_in(const char *work, const char *target, const FolderKind *kind) {
    Places at = {.work = open_folder(work), .target = open_folder(target), .old = -1};
    FolderMove result = FOLDER_AS_IT_WAS;
    if (at.work >= 0 && at.target >= 0 && mkdirat(at.work, PART, 0777) == 0) {
        at.old = open_within(at.work, PART);
        result = at.old >= 0 ? move_all(&at, kind) : FOLDER_AS_IT_WAS;
    }
    if (result == FOLDER_MOVED) {
        (void)fsync(at.target); // the files are in place whatever this says
    }
    close_folder(at.old);
    close_folder(at.target);
    close_folder(at.work);
    if (result != FOLDER_TORN) {
        const int cause = errno;
        remove_old(work, PART, kind);
        remove_old(work, OLD, kind);
        errno = cause;
    }
    return result;
}

/* ---- what is left ---- */

static bool has(int folder, const char *name) {
    struct stat info;
    return fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0;
}

/** What a killed run was moving: forward where the old files were out already and the new ones are
 * all there, else back. A folder with a marker is whole and has no need of either. */
static void finish_move(const Places *at, const FolderKind *kind) {
    const char *marker = kind->names[0];
    if (has(at->target, marker)) {
        return;
    }
    if (has(at->work, OLD) && has(at->work, marker)) {
        (void)move_in(at->work, at->target, kind);
    } else if (at->old >= 0) {
        (void)put_back(at->old, at->target, kind);
    }
}

/** Whether the user's own version of an entry of `work` stands in `target`: the same file, or one
 * saved later. */
static bool stands_in_target(int work, int target, const char *name) {
    struct stat here, there;
    return fstatat(work, name, &here, AT_SYMLINK_NOFOLLOW) == 0 &&
           fstatat(target, name, &there, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISDIR(here.st_mode) &&
           ((here.st_dev == there.st_dev && here.st_ino == there.st_ino) ||
            here.st_mtime <= there.st_mtime);
}

/** Entries that are not ours: gone from `work` where `target` has them, else moved there. Where it
 * has others of that name they stay. */
static void give_back(const Places *at, const char *work, const FolderKind *kind) {
    GPtrArray *others = others_in(work, kind);
    for (guint i = 0; others != NULL && i < others->len; i++) {
        const char *name = g_ptr_array_index(others, i);
        if (strcmp(name, OLD) == 0 || strcmp(name, PART) == 0) {
            continue;
        }
        if (stands_in_target(at->work, at->target, name)) {
            (void)unlinkat(at->work, name, 0);
        } else if (!has(at->target, name)) {
            (void)renameat(at->work, name, at->target, name);
        }
    }
    if (others != NULL) {
        g_ptr_array_unref(others);
    }
}

static void retire_once(const char *work, const char *target, const FolderKind *kind) {
    Places at = {.work = open_folder(work), .target = open_folder(target), .old = -1};
    if (at.work >= 0 && at.target >= 0) {
        at.old = open_within(at.work, has(at.work, OLD) ? OLD : PART);
        finish_move(&at, kind);
        give_back(&at, work, kind);
    }
    close_folder(at.old);
    close_folder(at.target);
    close_folder(at.work);
    remove_old(work, PART, kind);
    remove_old(work, OLD, kind);
}

bool folder_retire(const char *work, const char *target, const FolderKind *kind) {
    bool gone = false;
    for (int i = 0; i < ATTEMPTS && !gone; i++) {
        retire_once(work, target, kind);
        gone = folder_drop(work, kind);
    }
    return gone;
}
