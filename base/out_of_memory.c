/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of a process that gets no memory. */
#include "base/out_of_memory.h"

#include <glib.h>

_Noreturn void out_of_memory(void) {
    g_error("failed to allocate memory");
}
