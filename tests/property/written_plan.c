/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/written_plan.h"

#include <glib.h>
#include <glib/gstdio.h>

#include "export/plan_writer.h"
#include "export/words/findings/finding_words.h"
#include "verify/verify.h"

/** Removes a folder and the files in it. */
static void remove_folder(const char *folder) {
    GDir *dir = g_dir_open(folder, 0, NULL);
    const char *name = NULL;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_remove(path);
    }
    if (dir != NULL) {
        g_dir_close(dir);
    }
    g_rmdir(folder);
}

static bool write_plan(Trial *trial, const LoadedCase *loaded, const Plan *plan,
                       const char *folder) {
    const RunInfo run = {.version = "test", .seconds = 0, .peak_memory_bytes = 0};
    char error[256] = "";
    PlanView *view = plan_view_new(loaded->problem, plan, false);
    bool ok = view != NULL && plan_folder_write(view, &run, &(TableForm){.bom = true}, folder,
                                                error, sizeof error) == OUTCOME_DONE;
    if (!ok) {
        trial_fail(trial, "the plan cannot be written: %s", error);
    }
    if (view != NULL) {
        plan_view_free(view);
    }
    return ok;
}

void written_plan_check(Trial *trial, const LoadedCase *loaded, const Plan *plan) {
    g_autofree char *folder = g_build_filename(trial->folder, "plan", NULL);
    if (g_mkdir(folder, 0700) != 0) {
        trial_fail(trial, "no folder for the plan");
        return;
    }
    if (write_plan(trial, loaded, plan, folder)) {
        VerifyReport report;
        VerifyStatus status = verify_plan(loaded->kase, folder, finding_words_english, &report);
        if (status != VERIFY_OK) {
            trial_fail(trial, "the verifier rejects the plan (status %d):", (int)status);
            verify_report_print(&report, stdout);
            if (report.unreadable != NULL) {
                printf("  %s\n", report.unreadable);
            }
        }
        verify_report_free(&report);
    }
    remove_folder(folder);
}
