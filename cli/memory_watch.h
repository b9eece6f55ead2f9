/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Memory that runs out where GLib gets none: one line and a proper exit status in place of GLib's
 *  trap. */
#ifndef BANLIE_CLI_MEMORY_WATCH_H
#define BANLIE_CLI_MEMORY_WATCH_H

/** Takes over what GLib says when it gets no memory, from here on; Jansson's memory is GLib's, too.
 */
void memory_watch(void);

/** The exit status of that end from here on, in place of EXIT_INTERNAL. */
void memory_watch_exit(int status);

#endif
