/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what the checks find, and prints it. */
#include "verify/report.h"

#include <glib.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

static const char *const GROUP_NAMES[VERIFY_GROUPS] = {
    [VERIFY_FILES] = "files",
    [VERIFY_TRAINS] = "trains",
    [VERIFY_LINES] = "lines",
    [VERIFY_BOXES] = "boxes",
    [VERIFY_FEEDERS] = "feeders",
    [VERIFY_CAPACITY] = "capacity",
    [VERIFY_STATIONS] = "stations",
    [VERIFY_EQUIPMENT] = "equipment",
    [VERIFY_RAKES] = "rakes",
    [VERIFY_BALANCE] = "balance",
    [VERIFY_COMMITMENTS] = "commitments",
    [VERIFY_PRICES] = "prices",
    [VERIFY_FIGURES] = "figures",
    [VERIFY_SUMMARY] = "summary",
};

const char *report_format(const VerifyReport *report, const char *english) {
    return report->format != NULL ? report->format(english) : english;
}

void report_start(VerifyReport *report, PhraseWords *words, VerifyFormat *format) {
    memset(report, 0, sizeof *report);
    report->words = words;
    report->format = format;
    report->objective = (double)NAN;
}

bool report_check(VerifyReport *report, VerifyGroup group, bool holds, const char *file, int row,
                  const char *format, ...) {
    report->checks[group]++;
    if (holds) {
        return true;
    }
    report->n_violations++;
    if (report->n_shown < VERIFY_SHOWN_MAX) {
        va_list arguments;
        va_start(arguments, format);
        report->shown[report->n_shown++] = (Violation){
            .group = group,
            .file = file,
            .row = row,
            .text = g_strdup_vprintf(report_format(report, format), arguments),
        };
        va_end(arguments);
    }
    return false;
}

void report_unreadable(VerifyReport *report, const char *file, const Phrase *why) {
    if (!report->unreadable) {
        g_autofree char *said = report->words(why);
        report->unreadable = g_strdup_printf("%s: %s", file, said);
    }
}

void verify_report_print(const VerifyReport *report, FILE *out) {
    if (report->unreadable) {
        fprintf(out, "%s\n", report->unreadable);
    }
    for (int i = 0; i < report->n_shown; i++) {
        const Violation *violation = &report->shown[i];
        if (violation->row > 0) {
            fprintf(out, report_format(report, "%s row %d: %s\n"), violation->file, violation->row,
                    violation->text);
        } else {
            fprintf(out, "%s: %s\n", violation->file, violation->text);
        }
    }
    if (report->n_violations > report->n_shown) {
        fprintf(out, report_format(report, "… and %ld more\n"),
                report->n_violations - report->n_shown);
    }
    long total = 0;
    for (int group = 0; group < VERIFY_GROUPS; group++) {
        total += report->checks[group];
    }
    fprintf(out, report_format(report, "%ld checks, %ld violations ("), total,
            report->n_violations);
    for (int group = 0; group < VERIFY_GROUPS; group++) {
        fprintf(out, "%s%s %ld", group > 0 ? ", " : "", report_format(report, GROUP_NAMES[group]),
                report->checks[group]);
    }
    fprintf(out, ")\n");
    if (isfinite(report->objective)) {
        fprintf(out, report_format(report, "margin recomputed: %.2f\n"), report->kpi.margin);
    }
}

void verify_report_free(VerifyReport *report) {
    for (int i = 0; i < report->n_shown; i++) {
        g_free(report->shown[i].text);
    }
    g_free(report->unreadable);
    report->n_shown = 0;
    report->unreadable = NULL;
}
