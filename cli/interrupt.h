/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Ctrl-C, and the time limit from outside. Before planning begins either ends the program at once,
 * for there is nothing to hand out; then the first Ctrl-C asks for the best plan so far, a second
 * one ends at once, with nothing left behind. */
#ifndef BANLIE_CLI_INTERRUPT_H
#define BANLIE_CLI_INTERRUPT_H

#include <signal.h>

#include "base/folder_content.h"
#include "study/run/delivery.h"

/** Takes SIGINT, SIGTERM and SIGHUP over (where nohup has not turned the last one off), and ignores
 *  SIGPIPE: who looked at the progress may be gone before the plan is written.
 *  @return a flag that becomes 1 with the first of them */
const volatile sig_atomic_t *interrupt_watch(void);

/** From here on, nothing being in hand and no folder begun, a signal ends the program at once, and
 * so does the time limit after so many seconds. */
void interrupt_ends_at_once(double limit_s);

/** From here on a signal is noted in the flag again, and the planning looks at the time itself. */
void interrupt_is_noted(void);

/** Keeps the signals back, for steps that must not end half way, until interrupt_release(). */
void interrupt_hold(void);

void interrupt_release(void);

/** Names the folder that the second signal removes, with its files of this kind; NULL for none.
 *  Called while the signals are held. */
void interrupt_remove(const char *folder, const FolderKind *kind);

/** The same for whoever writes plans: signals are held, and the folder named, as that begins and
 * ends its steps. */
FolderGuard interrupt_guard(void);

/** Removes the folder named so, where there is one: for an end that is not a signal's. Safe in a
 * signal handler. */
void interrupt_drop_unfinished(void);

#endif
