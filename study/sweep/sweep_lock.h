/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The lock that keeps a second sweep out of a sweep's folder. */
#ifndef BANLIE_STUDY_SWEEP_SWEEP_LOCK_H
#define BANLIE_STUDY_SWEEP_SWEEP_LOCK_H

typedef enum {
    LOCK_TAKEN,
    LOCK_HELD,  /**< another sweep has it */
    LOCK_FAILED /**< errno says why */
} LockStatus;

typedef struct {
    int descriptor; /**< -1: none */
} SweepLock;

/** Takes the lock of a folder that is there; the file `lock` in it says who has it: host and pid.
 *  It ends with sweep_lock_release(), or with the process and all that it forked.
 *  @param holder  on LOCK_HELD who has it, to be freed with g_free(); else set NULL */
LockStatus sweep_lock_take(const char *dir, SweepLock *lock, char **holder)
    __attribute__((warn_unused_result));

void sweep_lock_release(SweepLock *lock);

#endif
