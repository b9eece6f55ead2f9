/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and checks `--commit` and `--freeze-before`. */
#include "cli/commit_options.h"

bool commit_options_check(const char *command, const CommitOptions *written,
                          CommitmentOrder *order) {
    *order = (CommitmentOrder){.plan = written->dir,
                               .happened = written->happened,
                               .freezes_before = written->freeze_before != NULL};
    if (written->dir != NULL && written->dir[0] == '\0') {
        options_wrong(command, "an empty text names no folder");
        return false;
    }
    if (order->freezes_before &&
        instant_text_parse(written->freeze_before, &order->freeze_before) != FAULT_NONE) {
        options_wrong(command, "--freeze-before is a date such as 2026-12-05, not '%s'",
                      written->freeze_before);
        return false;
    }
    return true;
}

void commit_options_free(CommitOptions *written) {
    g_free(written->dir);
    g_free(written->freeze_before);
    g_free(written->happened);
    *written = (CommitOptions){0};
}
