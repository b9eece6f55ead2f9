/* SPDX-License-Identifier: GPL-3.0-or-later */
/* flock() on a file that stays: to remove it would let two sweeps lock two files of one name. */
#include "study/sweep/sweep_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdbool.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

enum { LOCK_MODE = 0666 };

/** Writes who has the lock. @return false on failure; errno says why */
static bool sign_lock(int descriptor) {
    g_autofree char *text = g_strdup_printf("%s %ld\n", g_get_host_name(), (long)getpid());
    const size_t size = strlen(text);
    return ftruncate(descriptor, 0) == 0 && pwrite(descriptor, text, size, 0) == (ssize_t)size;
}

static char *holder_of(const char *path) {
    char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL)) {
        return g_strdup("");
    }
    return g_strchomp(text);
}

LockStatus sweep_lock_take(const char *dir, SweepLock *lock, char **holder) {
    g_autofree char *path = g_build_filename(dir, "lock", NULL);
    *holder = NULL;
    lock->descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, LOCK_MODE);
    if (lock->descriptor < 0) {
        return LOCK_FAILED;
    }
    const bool taken = flock(lock->descriptor, LOCK_EX | LOCK_NB) == 0;
    const bool held = !taken && errno == EWOULDBLOCK;
    if (taken && sign_lock(lock->descriptor)) {
        return LOCK_TAKEN;
    }
    const int cause = errno;
    sweep_lock_release(lock);
    *holder = held ? holder_of(path) : NULL;
    errno = cause;
    return held ? LOCK_HELD : LOCK_FAILED;
}

void sweep_lock_release(SweepLock *lock) {
    if (lock->descriptor >= 0) {
        (void)close(lock->descriptor);
        lock->descriptor = -1;
    }
}
