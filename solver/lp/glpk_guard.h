/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Calls into GLPK that may fail: private to the files named after it.
 *
 *  GLPK ends the program on misuse and when memory is out; its error hook is the only way round.
 *  Every call that can fail so is made through glpk_guarded(): on an error the hook jumps back, and
 *  what was worked on is given up. Its memory can only be freed with GLPK's environment, which may
 *  be somebody else's as well (docs/decisions/0020). */
#ifndef BANLIE_SOLVER_LP_GLPK_GUARD_H
#define BANLIE_SOLVER_LP_GLPK_GUARD_H

#include <signal.h>
#include <stdbool.h>

#include "base/outcome.h"

/** One use of GLPK: an object there, and how it fares. */
typedef struct {
    Outcome failure; /**< OUTCOME_DONE, or what GLPK reported, or OUTCOME_STOPPED in the middle of a
                        call: nothing more is asked of it then */
    int blocks;      /**< of GLPK's memory */
} GlpkUse;

/** To be called before anything else is asked of GLPK, which ends the program where it has to make
 * its environment itself and cannot.
 *  @return false where memory is out: nothing has begun then */
bool glpk_begin(void) __attribute__((warn_unused_result));

/** Ends a use that has begun, once its objects are deleted; where it failed they are not. Frees
 * GLPK's environment where we made it and it holds nothing but what failed uses left behind. */
void glpk_end(const GlpkUse *use);

/** Makes a call, unless the use has failed before; notes the failure when GLPK reports an error on
 * the way, or that the user stopped it.
 *  @param stop  looked at as often as GLPK tells how far it is; may be NULL
 *  @param make  makes the call with what it is given */
void glpk_guarded(GlpkUse *use, const volatile sig_atomic_t *stop, void (*make)(void *call),
                  void *call);

/** A time limit in GLPK's milliseconds. */
int glpk_milliseconds(double seconds);

#endif
