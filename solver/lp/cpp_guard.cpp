/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Catches what solvers written in C++ throw. */
#include "solver/lp/cpp_guard.h"

#include <new>

Outcome cpp_guarded(void (*make)(void *call), void *call) {
    try {
        make(call);
        return OUTCOME_DONE;
    } catch (Outcome thrown) {
        return thrown;
    } catch (const std::bad_alloc &) {
        return OUTCOME_NO_MEMORY;
    } catch (...) {
        return OUTCOME_SOLVER_FAILED;
    }
}
