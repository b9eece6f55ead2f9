/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Memory for a case, its files and its texts, which runs out as GLib's does: the process ends
 *  (docs/decisions/0016). */
#ifndef BANLIE_BASE_OUT_OF_MEMORY_H
#define BANLIE_BASE_OUT_OF_MEMORY_H

/** Ends the process as GLib does where it gets no memory: for other libraries' allocations within
 * work that stands on GLib's. */
_Noreturn void out_of_memory(void);

#endif
