#include "cli/delivery.h"

#include <glib.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "cli/version.h"
#include "export/atomic_dir.h"
#include "export/plan_folder.h"
#include "export/screen.h"
#include "export/verify/verify.h"

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
    if (getrusage(RUSAGE_SELF, &usage) == 0)
        run.peak_memory_bytes = (int64_t)usage.ru_maxrss * 1024; /* Linux counts in KiB */
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
    case VERIFY_NO_MEMORY:
        code = out_of_memory("verifying");
        break;
    }
    verify_report_free(&report);
    return code;
}

/* Writes the files and has them verified; a relaxation has prices only, nothing to verify. */
static ExitCode fill_folder(const PlanOptions *options, const PlanView *view, const RunInfo *run,
                            const char *folder) {
    char error[ERROR_SIZE] = "";
    switch (plan_folder_write(view, run, !options->no_bom, folder, error, sizeof error)) {
    case OUTCOME_DONE:
        break;
    case OUTCOME_UNWRITABLE:
        fprintf(stderr, "banlie plan: %s: %s\n", options->out_dir, error);
        return EXIT_IO;
    default:
        return out_of_memory("writing");
    }
    return plan_view_relaxed(view) ? EXIT_DONE : verify_folder(view->problem->kase, folder);
}

static ExitCode put_folder(const PlanOptions *options, const PlanView *view, const RunInfo *run) {
    AtomicDir *dir = NULL;
    char error[ERROR_SIZE] = "";
    if (atomic_dir_begin(options->out_dir, options->force, &dir, error, sizeof error) !=
        ATOMIC_DIR_OK)
        return io_failure(error);
    const ExitCode code = fill_folder(options, view, run, atomic_dir_temporary(dir));
    if (code != EXIT_DONE) {
        atomic_dir_abandon(dir);
        return code;
    }
    if (atomic_dir_commit(dir, error, sizeof error) != ATOMIC_DIR_OK)
        return io_failure(error);
    return EXIT_DONE;
}

/* The result on stdout: summary.json as it stands in the folder, or the screen. */
static ExitCode print_result(const PlanOptions *options, const PlanView *view, const RunInfo *run) {
    if (options->json) {
        char *text = summary_json_text(view, run);
        if (text == NULL)
            return out_of_memory("printing");
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
    if (atomic_dir_begin(options->out_dir, options->force, &dir, error, sizeof error) !=
        ATOMIC_DIR_OK)
        return io_failure(error);
    atomic_dir_abandon(dir);
    return EXIT_DONE;
}

ExitCode delivery_run(const PlanOptions *options, const Problem *problem, const Plan *plan,
                      int64_t begun_us) {
    PlanView *view = plan_view_new(problem, plan, options->all);
    if (view == NULL)
        return out_of_memory("the plan was worked out");
    const RunInfo run = run_info(begun_us);
    ExitCode code = put_folder(options, view, &run);
    if (code == EXIT_DONE)
        code = print_result(options, view, &run);
    plan_view_free(view);
    return code;
}
