/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "study/run/delivery.h"

#include <glib.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "base/atomic_dir.h"
#include "cli/interrupt.h"
#include "cli/version.h"
#include "export/plan_folder.h"
#include "export/screen/screen.h"
#include "verify/verify.h"

enum { ERROR_SIZE = 512 };

static ExitCode out_of_memory(const char *doing) {
    fprintf(stderr, "banlie plan: memory ran out while %s\n", doing);
    return EXIT_INTERNAL;
}

static ExitCode io_failure(const char *why) {
    fprintf(stderr, "banlie plan: %s\n", why);
    return EXIT_IO;
}

static RunInfo run_info(int64_t begun_us) {
    RunInfo run = {.version = BANLIE_VERSION,
                   .seconds = (double)(g_get_monotonic_time() - begun_us) / G_USEC_PER_SEC};
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) == 0) {
        run.peak_memory_bytes = (int64_t)usage.ru_maxrss * 1024; /* Linux counts in KiB */
    }
    return run;
}

/* The plan as written has to stand up to the verifier before anybody sees it. */
static ExitCode verify_folder(const Case *kase, const char *folder) {
    VerifyReport report;
    const VerifyStatus status = verify_plan(kase, folder, &report);
    ExitCode code = EXIT_DONE;
    switch (status) {
    case VERIFY_OK:
        break;
    case VERIFY_VIOLATED:
        verify_report_print(&report, stderr);
        fputs("banlie plan: the plan failed verification and is withheld; "
              "this is a bug, please report it\n",
              stderr);
        code = EXIT_UNVERIFIED;
        break;
    case VERIFY_UNREADABLE:
        code = io_failure(report.unreadable == NULL ? "the plan cannot be read back"
                                                    : report.unreadable);
        break;
    }
    verify_report_free(&report);
    return code;
}

/* Writes the files and has them verified; a relaxation has prices only, nothing to verify. */
static ExitCode fill_folder(const PlanOptions *options, const PlanView *view, const RunInfo *run,
                            const char *place, const char *folder) {
    char error[ERROR_SIZE] = "";
    switch (plan_folder_write(view, run, !options->no_bom, folder, error, sizeof error)) {
    case OUTCOME_DONE:
        break;
    case OUTCOME_UNWRITABLE:
        fprintf(stderr, "banlie plan: %s: %s\n", place, error);
        return EXIT_IO;
    default:
        return out_of_memory("writing");
    }
    return plan_view_relaxed(view) ? EXIT_DONE : verify_folder(view->problem->kase, folder);
}

/* Begins a folder that a second Ctrl-C takes away again. */
static AtomicDirStatus begin_folder(const char *place, bool force, AtomicDir **dir, char *error,
                                    size_t size) {
    interrupt_hold();
    const AtomicDirStatus status = atomic_dir_begin(place, &PLAN_FOLDER, force, dir, error, size);
    if (status == ATOMIC_DIR_OK) {
        interrupt_remove(atomic_dir_temporary(*dir), &PLAN_FOLDER);
    }
    interrupt_release();
    return status;
}

/* Puts the folder in place, or gives it up where it was not filled. */
static ExitCode end_folder(AtomicDir *dir, ExitCode code) {
    char error[ERROR_SIZE] = "";
    interrupt_hold();
    interrupt_remove(NULL, NULL);
    if (code != EXIT_DONE) {
        atomic_dir_abandon(dir);
    } else if (atomic_dir_commit(dir, error, sizeof error) != ATOMIC_DIR_OK) {
        code = io_failure(error);
    }
    interrupt_release();
    return code;
}

static ExitCode put_folder(const PlanOptions *options, const PlanView *view, const RunInfo *run,
                           const char *place, bool force) {
    AtomicDir *dir = NULL;
    char error[ERROR_SIZE] = "";
    if (begin_folder(place, force, &dir, error, sizeof error) != ATOMIC_DIR_OK) {
        return io_failure(error);
    }
    return end_folder(dir, fill_folder(options, view, run, place, atomic_dir_temporary(dir)));
}

/* A plan that cannot be put where it was wanted is not thrown away: it goes beside, or where
 * temporary files go. The run has failed all the same, for whoever looks for the plan in its place.
 */
static ExitCode put_elsewhere(const PlanOptions *options, const PlanView *view,
                              const RunInfo *run) {
    const char *parents[] = {NULL, g_get_tmp_dir()};
    for (size_t i = 0; i < G_N_ELEMENTS(parents); i++) {
        g_autofree char *place = atomic_dir_spare(options->out_dir, parents[i]);
        const ExitCode code =
            place == NULL ? EXIT_IO : put_folder(options, view, run, place, false);
        if (code == EXIT_DONE) {
            fprintf(stderr, "banlie plan: the plan is in %s instead\n", place);
            return EXIT_IO;
        }
        if (code != EXIT_IO) {
            return code;
        }
    }
    return EXIT_IO;
}

/* The result on stdout: summary.json as it stands in the folder, or the screen. */
static ExitCode print_result(const PlanOptions *options, const PlanView *view, const RunInfo *run) {
    if (options->json) {
        char *text = summary_json_text(view, run);
        if (text == NULL) {
            return out_of_memory("printing");
        }
        fputs(text, stdout);
        free(text);
    } else if (!options->quiet) {
        const ScreenOptions screen = {.lang = options->chinese ? LANG_ZH : LANG_EN,
                                      .colour = terminal_has_colour(options->colour, stdout),
                                      .where = options->out_dir};
        char *text = screen_text(view, &screen);
        fputs(text, stdout);
        g_free(text);
    }
    return EXIT_DONE;
}

ExitCode delivery_check(const PlanOptions *options) {
    AtomicDir *dir = NULL;
    char error[ERROR_SIZE] = "";
    /* Begun and given up again: the sure way to learn whether a folder can be made there. */
    if (begin_folder(options->out_dir, options->force, &dir, error, sizeof error) !=
        ATOMIC_DIR_OK) {
        return io_failure(error);
    }
    interrupt_hold();
    interrupt_remove(NULL, NULL);
    atomic_dir_abandon(dir);
    interrupt_release();
    return EXIT_DONE;
}

ExitCode delivery_run(const PlanOptions *options, const Problem *problem, const Plan *plan,
                      int64_t begun_us) {
    PlanView *view = plan_view_new(problem, plan, options->all);
    if (view == NULL) {
        return out_of_memory("the plan was worked out");
    }
    const RunInfo run = run_info(begun_us);
    ExitCode code = put_folder(options, view, &run, options->out_dir, options->force);
    if (code == EXIT_IO) {
        code = put_elsewhere(options, view, &run);
    }
    if (code == EXIT_DONE) {
        code = print_result(options, view, &run);
    }
    plan_view_free(view);
    return code;
}
