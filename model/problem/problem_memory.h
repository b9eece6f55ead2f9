/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Memory of a Problem: blocks that live as long as it does. Tables of a problem are small beside
 * the engine's arrays, so GLib's allocation (which ends the program where memory is out) is used.
 */
#ifndef BANLIE_MODEL_PROBLEM_PROBLEM_MEMORY_H
#define BANLIE_MODEL_PROBLEM_PROBLEM_MEMORY_H

#include <glib.h>

#include "model/problem/problem.h"

/** A problem of the case without anything in it, to be freed with problem_free(). */
Problem *problem_empty(const Case *kase) __attribute__((warn_unused_result));

void problem_free(Problem *problem);

/** Hands a block from g_malloc() to the problem; returns it. NULL is fine. */
void *problem_keep(Problem *problem, void *block);

/** A zeroed array that the problem owns. */
#define problem_new(problem, type, count)                                                          \
    ((type *)problem_keep((problem), g_new0(type, (gsize)(count) + 1)))

/** A formatted text that the problem owns. */
const char *problem_text(Problem *problem, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
