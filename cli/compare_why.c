/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has the changes between two plans weighed, with the terminal looking on, and shows what came of
 * it. */
#include "cli/compare_why.h"

#include <math.h>
#include <stdio.h>

#include "cli/compare_figures.h"
#include "cli/interrupt.h"
#include "cli/speech.h"
#include "cli/sweep_watch.h"
#include "cli/version.h"
#include "export/words/compare_words.h"
#include "export/words/findings/finding_words.h"
#include "export/words/run_words.h"

static const char COMMAND[] = "compare";

enum { FIGURE_NAME = 14, FIGURE_VALUE = 16, PROGRESS_SIZE = 160 };

/* Above this magnitude figures are shown without decimals. */
static const double LARGE_FIGURE = 1000;

/* ---- options ---- */

/* True where an option was written that is for --why alone. */
static bool why_is_meant(const WhyOptions *written) {
    return written->gap != NULL || written->time_limit != NULL || written->commit.dir != NULL ||
           written->commit.happened != NULL || written->commit.freeze_before != NULL;
}

bool why_options_check(const WhyOptions *written, int n_plans, WhyRequest *request) {
    *request = (WhyRequest){.case_path = written->case_path, .gap = 0.001, .time_limit_s = 600};
    if (written->case_path == NULL) {
        if (why_is_meant(written)) {
            options_wrong(COMMAND, "--gap, --time-limit and --commit are for --why CASE");
        }
        return !why_is_meant(written);
    }
    if (n_plans != 2) {
        options_wrong(COMMAND, "--why is asked of two plans, not of %d", n_plans);
        return false;
    }
    if (written->gap != NULL && !options_share(written->gap, &request->gap)) {
        options_wrong(COMMAND, "--gap is a share from 0 to 1 such as 0.005, not '%s'",
                      written->gap);
        return false;
    }
    if (written->time_limit != NULL &&
        !options_seconds(written->time_limit, &request->time_limit_s)) {
        options_wrong(COMMAND,
                      "--time-limit is a time such as 90s, 10m or 1h, at most 1e9 s, not '%s'",
                      written->time_limit);
        return false;
    }
    return commit_options_check(COMMAND, &written->commit, &request->commitment);
}

void why_options_free(WhyOptions *written) {
    g_free(written->case_path);
    g_free(written->gap);
    g_free(written->time_limit);
    commit_options_free(&written->commit);
}

/* ---- plans ---- */

/* Who looks on. */
typedef struct {
    ProgressLine line;
    int64_t begun_us;
} WhyOnlooker;

static void show_begun(int done, int of, void *user) {
    WhyOnlooker *onlooker = user;
    char text[PROGRESS_SIZE];
    const double seconds = (double)(g_get_monotonic_time() - onlooker->begun_us) / G_USEC_PER_SEC;
    if (done > 0) { /* before, nobody knows how long one takes */
        sweep_progress_format(done, of, seconds, text, sizeof text);
        progress_line_put(&onlooker->line, text);
    }
}

/* Says why a plan is none of the case. */
static void say_misfit(const WhyRequest *request, const Comparison *comparison, const Why *why) {
    const char *dir = comparison->plans[why->plan].dir;
    switch (why->fit) {
    case ORIGIN_OTHER_CASE:
        options_wrong(COMMAND, "%s was not made from %s: with its changes that is another case",
                      dir, request->case_path);
        break;
    case ORIGIN_HELD:
        options_wrong(COMMAND, "%s was held to an earlier plan: name that with --commit", dir);
        break;
    case ORIGIN_NOT_HELD:
        options_wrong(COMMAND, "%s was not held to an earlier plan, but here the case is", dir);
        break;
    case ORIGIN_FITS:
        break;
    }
}

/* Says what went wrong. */
static ExitCode say_failure(const WhyRequest *request, const Comparison *comparison,
                            const Findings *of_case, const Why *why, Outcome outcome) {
    const Findings *of_plan = why->origins[why->plan].findings;
    if (outcome == OUTCOME_STOPPED) {
        return EXIT_INTERRUPTED;
    }
    findings_print(of_case, speech_language(), stderr);
    if (findings_errors(of_case) == 0 && of_plan != NULL && findings_errors(of_plan) > 0) {
        findings_print(of_plan, speech_language(), stderr);
    }
    if (outcome == OUTCOME_MISUSED) {
        say_misfit(request, comparison, why);
    } else if (outcome == OUTCOME_NO_MEMORY) {
        fprintf(stderr, "banlie compare: %s\n", run_words_outcome(speech_language(), outcome));
    }
    for (guint i = 0; i < why->errors->len; i++) {
        fprintf(stderr, "banlie compare: %s\n", (const char *)g_ptr_array_index(why->errors, i));
    }
    return exit_code_of(outcome);
}

/* Says why plans are missing, each in a line of its own: no screen cuts it. */
static void say_missing(const Why *why) {
    const Lang lang = speech_language();
    for (guint i = 0; i < why->missing->len; i++) {
        const WhyMissing *missing = &g_array_index(why->missing, WhyMissing, i);
        const char *set =
            missing->set[0] != '\0' ? missing->set : compare_text(lang, COMPARE_NO_CHANGE);
        g_autofree char *text = COMPARE_WITH(lang, COMPARE_NO_PLAN, set, missing->reason);
        fprintf(stderr, "banlie compare: %s\n", text);
    }
}

static WhyOrder why_order(const WhyRequest *request, const CaseSource *source,
                          WhyOnlooker *onlooker) {
    return (WhyOrder){.run = {.loading = {.source = source, .commitment = &request->commitment},
                              .gap = request->gap,
                              .time_limit_s = request->time_limit_s,
                              .stop = interrupt_watch(),
                              .version = BANLIE_VERSION,
                              .delivery = {.lang = speech_language(), .guard = interrupt_guard()}},
                      .begun = show_begun,
                      .user = onlooker};
}

ExitCode compare_why(const WhyRequest *request, Comparison *comparison, Why *why) {
    bool unreadable = false;
    Findings *findings = findings_new();
    CaseSource *source = case_source_read(request->case_path, findings, &unreadable);
    WhyOnlooker onlooker = {progress_line_new(request->quiet), g_get_monotonic_time()};
    const WhyOrder order = why_order(request, source, &onlooker);
    const Outcome found = why_find(&order, comparison->plans, why);
    const Outcome outcome = unreadable ? OUTCOME_UNREADABLE : found;
    ExitCode code = why->missing->len > 0 ? EXIT_POINT_WITHOUT_PLAN : EXIT_DONE;
    progress_line_clear(&onlooker.line);
    if (outcome == OUTCOME_DONE) {
        why_tell(why, comparison);
        say_missing(why);
    } else {
        code = say_failure(request, comparison, findings, why, outcome);
    }
    case_source_free(source);
    findings_free(findings);
    return code;
}

/* ---- screen ---- */

static void put_why_text(ScreenPage *page, double value, int decimals) {
    GString *text = g_string_new(NULL);
    if (isnan(value)) {
        g_string_append(text, compare_text(page->lang, COMPARE_UNKNOWN));
    } else {
        compare_signed_put(text, value, decimals);
    }
    wide_text_pad(page->line, text->str, FIGURE_VALUE, ALIGN_RIGHT);
    g_string_free(text, TRUE);
}

/* The range of a figure, and whether that leaves it open which sign it has. */
static void put_why_range(ScreenPage *page, const WhyFigure *figure, int decimals) {
    GString *low = g_string_new(NULL), *high = g_string_new(NULL);
    compare_signed_put(low, figure->low, decimals);
    compare_signed_put(high, figure->high, decimals);
    g_autofree char *range = COMPARE_WITH(page->lang, COMPARE_RANGE, low->str, high->str);
    g_string_append_printf(page->line, "  %s", range);
    if (figure->low <= 0 && figure->high >= 0) {
        g_string_append(page->line, compare_text(page->lang, COMPARE_ZERO));
    }
    g_string_free(low, TRUE);
    g_string_free(high, TRUE);
}

static void put_why_figure(ScreenPage *page, CompareText name, const WhyFigure *figure,
                           int decimals) {
    g_string_append(page->line, "    ");
    wide_text_pad(page->line, compare_text(page->lang, name), FIGURE_NAME, ALIGN_LEFT);
    put_why_text(page, figure->value, decimals);
    if (!isnan(figure->low) && !isnan(figure->high)) {
        put_why_range(page, figure, decimals);
    }
    screen_page_end_line(page, false);
}

static void put_why_difference(ScreenPage *page, const WhyDifference *difference, int decimals) {
    g_autofree char *without = COMPARE_WITH(page->lang, COMPARE_WITHOUT, difference->change);
    g_string_append_printf(page->line, "  %s", difference->without ? without : difference->change);
    screen_page_end_line(page, false);
    put_why_figure(page, COMPARE_ALONE, &difference->alone, decimals);
    put_why_figure(page, COMPARE_LAST, &difference->last, decimals);
}

/* Decimals of all figures: of large ones none. */
static int decimals_of_why(const Why *why) {
    double greatest = fabs(why->total.value);
    for (guint i = 0; i < why->differences->len; i++) {
        const WhyDifference *difference = &g_array_index(why->differences, WhyDifference, i);
        greatest =
            fmax(greatest, fmax(fabs(difference->alone.value), fabs(difference->last.value)));
    }
    return greatest >= LARGE_FIGURE ? 0 : 3;
}

void compare_why_put(ScreenPage *page, const Why *why) {
    const int decimals = decimals_of_why(why);
    const bool same = why->differences->len == 0;
    screen_page_end_line(page, false);
    g_string_append(page->line,
                    compare_text(page->lang, same ? COMPARE_SAME_CASE : COMPARE_REASONS));
    screen_page_end_line(page, true);
    for (guint i = 0; i < why->differences->len; i++) {
        put_why_difference(page, &g_array_index(why->differences, WhyDifference, i), decimals);
    }
    if (!same) {
        put_why_figure(page, COMPARE_TOTAL, &why->total, decimals);
        put_why_figure(page, COMPARE_INTERACTION, &why->interaction, decimals);
    }
}
