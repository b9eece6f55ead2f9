/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `banlie verify`: a plan checked from its files alone. */
#include <stdio.h>

#include "cli/command.h"
#include "cli/commit_options.h"
#include "cli/scenario_options.h"
#include "cli/speech.h"
#include "export/words/findings/finding_words.h"
#include "export/words/verify_words.h"
#include "study/run/loading.h"
#include "verify/verify.h"

static const CommandSyntax syntax = {
    .command = "verify",
    .arguments = "CASE DIR",
    .n_arguments = 2,
    .summary =
        "Checks a plan from its files alone: every rule of the case, every date and figure is\n"
        "recomputed. Exit status 8 where something does not hold.",
    .example = "  banlie verify my-case my-case-plan",
};

static ExitCode report_outcome(VerifyStatus status, const VerifyReport *report, const char *dir) {
    switch (status) {
    case VERIFY_OK:
        verify_report_print(report, stdout);
        printf(say("%s: OK\n"), dir);
        return EXIT_DONE;
    case VERIFY_VIOLATED:
        verify_report_print(report, stdout);
        printf(report->n_violations == 1 ? say("%s: %ld violation\n") : say("%s: %ld violations\n"),
               dir, report->n_violations);
        return EXIT_UNVERIFIED;
    case VERIFY_UNREADABLE:
        fprintf(stderr, "banlie verify: %s: %s\n", dir,
                report->unreadable == NULL ? say("cannot be read") : report->unreadable);
        return EXIT_IO;
    }
    return EXIT_INTERNAL;
}

/* The changes of the plan, where it was made with scenarios; to be freed with g_free(). NULL: none.
 */
static char *plan_changes(const char *dir) {
    g_autofree char *path = g_build_filename(dir, "changes.yaml", NULL);
    return g_file_test(path, G_FILE_TEST_EXISTS) ? g_steal_pointer(&path) : NULL;
}

/* The exit status where the scenarios asked for do not come to the case of this digest; EXIT_DONE
 * where they do. */
static ExitCode check_scenarios(const LoadingOrder *order, const char *dir, const char *digest) {
    Loading asked = {0};
    const Outcome outcome = loading_case(&asked, order);
    ExitCode code = exit_code_of(outcome);
    if (outcome != OUTCOME_DONE) {
        findings_print(asked.findings, speech_language(), stderr);
    } else if (g_strcmp0(asked.kase->digest, digest) != 0) {
        code = options_wrong(syntax.command, "%s is not the plan of the case with these scenarios",
                             dir);
    }
    loading_clear(&asked);
    return code;
}

static ExitCode verify(const LoadingOrder *order, const char *dir) {
    Loading loading = {0};
    g_autofree char *changes = plan_changes(dir);
    const char *const own[] = {changes, NULL};
    const LoadingOrder with_own = {.path = order->path,
                                   .commitment = order->commitment,
                                   .scenarios = changes == NULL ? NULL : own};
    const Outcome outcome = loading_case(&loading, &with_own);
    ExitCode code = exit_code_of(outcome);
    findings_print(loading.findings, speech_language(), stderr);
    if (outcome == OUTCOME_DONE && order->scenarios != NULL) {
        code = check_scenarios(order, dir, loading.kase->digest);
    }
    if (outcome == OUTCOME_DONE && code == EXIT_DONE) {
        VerifyReport report;
        const bool chinese = speech_language() == LANG_ZH;
        const VerifyStatus status = verify_plan_saying(
            loading.kase, dir, chinese ? finding_words_chinese : finding_words_english,
            chinese ? verify_words_chinese : NULL, &report);
        code = report_outcome(status, &report, dir);
        verify_report_free(&report);
    }
    loading_clear(&loading);
    return code;
}

ExitCode command_verify(int argc, char **argv) {
    CommitOptions commit = {0};
    g_auto(GStrv) scenarios = NULL;
    const GOptionEntry entries[] = {COMMIT_ENTRIES(commit), SCENARIO_ENTRY(scenarios), {0}};
    char **arguments = NULL;
    const OptionsStatus status = options_parse(&syntax, entries, argc, argv, &arguments);
    if (status != OPTIONS_READY) {
        commit_options_free(&commit);
        return status == OPTIONS_ANSWERED ? EXIT_DONE : EXIT_USAGE;
    }
    CommitmentOrder order;
    ExitCode code = EXIT_USAGE;
    if (commit_options_check(syntax.command, &commit, &order)) {
        const LoadingOrder loading = {.path = arguments[0],
                                      .commitment = &order,
                                      .scenarios = (const char *const *)scenarios};
        code = verify(&loading, arguments[1]);
    }
    g_strfreev(arguments);
    commit_options_free(&commit);
    return code;
}
