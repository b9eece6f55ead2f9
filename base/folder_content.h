/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What lies in a folder of ours: which of it we wrote, and how a new folder takes its place while
 *  all else that lies there is kept as it is.
 *
 *  `work` is the temporary folder, `target` the place for it; both on one file system. */
#ifndef BANLIE_BASE_FOLDER_CONTENT_H
#define BANLIE_BASE_FOLDER_CONTENT_H

#include <glib.h>
#include <stdbool.h>

/** A kind of folder that the program writes. All in it that has none of these names is somebody
 * else's, and is never removed. */
typedef struct {
    /** Names of the files, ended by NULL. The first is the marker: it is put in last and taken out
     * first, so that a folder that has it is whole. */
    const char *const *names;
    /** Whether a file of the marker's name is one that this program wrote; errno says why where
     * that cannot be found out, else it is 0. */
    bool (*is_marker)(const char *path);
    const char *noun;  /**< what such a folder is of, for what is said: `plan` */
    const char *where; /**< how another place is named, at the end of a sentence: ` with -o` */
    /** Gives a text, or a format of printf() with the same gaps, in the language that is spoken;
     * NULL: English. */
    const char *(*say)(const char *english);
} FolderKind;

/** What is said of such a folder, in place of an English text or format. */
static inline const char *folder_said(const FolderKind *kind, const char *english)
    __attribute__((format_arg(2)));
static inline const char *folder_said(const FolderKind *kind, const char *english) {
    return kind->say == NULL ? english : kind->say(english);
}

/** Names of all that is in the folder, in no order.
 *  @return freed with g_ptr_array_unref(); NULL where it cannot be read, errno says why */
GPtrArray *folder_entries(const char *path);

/** Removes our files, then the folder if nothing else is in it. Safe in a signal handler.
 *  @return whether the folder is gone */
bool folder_drop(const char *path, const FolderKind *kind);

/** Puts `work` in the place of `target` in one step; the old folder lies at `work` then. What is
 *  not ours is linked into the new folder before.
 *  @return false, with all as it was, where that cannot be done so that everything is kept */
bool folder_exchange(const char *work, const char *target, const FolderKind *kind);

typedef enum {
    FOLDER_MOVED,
    FOLDER_AS_IT_WAS, /**< it could not be done; errno says why */
    FOLDER_TORN       /**< nor undone: our old files are in `work`, for folder_retire() */
} FolderMove;

/** Puts the files of `work` into `target` one by one, and our old ones out of it; all else there
 * stays untouched, and so does the folder itself. */
FolderMove folder_move_in(const char *work, const char *target, const FolderKind *kind)
    __attribute__((warn_unused_result));

/** Ends what is left of a run that was killed, or of an exchange: finishes folder_move_in() or
 *  undoes it, gives back to `target` what is not ours, removes the rest and `work` itself.
 *  @return whether `work` is gone */
bool folder_retire(const char *work, const char *target, const FolderKind *kind);

/** Brings a folder's list of names to the disk. */
bool folder_sync(const char *path) __attribute__((warn_unused_result));

#endif
