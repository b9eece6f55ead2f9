/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of a case: made empty for a reader to fill, freed in one go. */
#include "config/case.h"

#include <glib.h>

#include "config/case_memory.h"

Case *case_new(const char *file) {
    Case *kase = g_new0(Case, 1);
    kase->memory = case_memory_new();
    kase->file = case_memory_text(kase->memory, file);
    return kase;
}

void case_free(Case *kase) {
    if (kase == NULL) {
        return;
    }
    case_memory_free(kase->memory);
    g_free(kase);
}
