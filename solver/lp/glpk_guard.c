/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls into GLPK from which an error or the user's stop jumps back. */
#include "solver/lp/glpk_guard.h"

#include <glpk.h>
#include <limits.h>
#include <setjmp.h>
#include <string.h>

#include "base/whole_number.h"

/** What goes on while a call into GLPK is guarded. */
typedef struct {
    jmp_buf escape;
    volatile bool no_memory;           /**< GLPK said so */
    volatile bool stopped;             /**< the stop flag was seen in the middle of a call */
    const volatile sig_atomic_t *stop; /**< may be NULL */
} Guard;

/** What is known of GLPK's environment, which is one a thread. */
static _Thread_local struct {
    bool ours; /**< we made it */
    int lost;  /**< blocks in it that failed uses have left behind */
} environment;

static int blocks(void) {
    int count;
    glp_mem_usage(&count, NULL, NULL, NULL);
    return count;
}

bool glpk_begin(void) {
    enum { MADE_NOW, MADE_BEFORE };
    int made = glp_init_env();
    if (made == MADE_NOW) {
        environment.ours = true;
        environment.lost = 0;
    }
    return made == MADE_NOW || made == MADE_BEFORE;
}

void glpk_end(const GlpkUse *use) {
    environment.lost += use->failure == OUTCOME_DONE ? 0 : use->blocks;
    if (environment.ours && blocks() == environment.lost) {
        glp_free_env();
        environment.ours = false;
    }
}

static void jump_back(void *info) {
    Guard *guard = info;
    longjmp(guard->escape, 1);
}

/** GLPK tells the cause of an error as text alone, and turns its output on for it. It also tells
 * now and then how far it is: the only moment in a long call to look whether to go on. */
static int read_message(void *info, const char *text) {
    Guard *guard = info;
    if (guard->stop != NULL && *guard->stop != 0) {
        guard->stopped = true;
        longjmp(guard->escape, 1);
    }
    guard->no_memory |= strstr(text, "memory") != NULL;
    return 1; /* not to be printed */
}

static Outcome failure_of(const Guard *guard) {
    return guard->stopped     ? OUTCOME_STOPPED
           : guard->no_memory ? OUTCOME_NO_MEMORY
                              : OUTCOME_SOLVER_FAILED;
}

void glpk_guarded(GlpkUse *use, const volatile sig_atomic_t *stop, void (*make)(void *call),
                  void *call) {
    Guard guard = {.stop = stop};
    if (use->failure != OUTCOME_DONE) {
        return;
    }
    int before = blocks(), output = glp_term_out(GLP_OFF);
    glp_term_hook(read_message, &guard);
    if (setjmp(guard.escape) == 0) {
        glp_error_hook(jump_back, &guard);
        make(call);
    } else {
        use->failure = failure_of(&guard);
    }
    glp_error_hook(NULL, NULL);
    glp_term_hook(NULL, NULL);
    glp_term_out(output);
    use->blocks += blocks() - before;
}

int glpk_milliseconds(double seconds) {
    if (seconds >= 2e6) {
        return INT_MAX;
    }
    return seconds < 0.001 ? 1 : whole_number(seconds * 1000);
}
