/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/trial.h"
#include "export/words/findings/finding_words.h"

#include <glib.h>
#include <math.h>
#include <stdarg.h>

void trial_fail(Trial *trial, const char *format, ...) {
    trial->failed = true;
    va_list args;
    va_start(args, format);
    printf("seed %llu: ", (unsigned long long)trial->seed);
    vprintf(format, args); /* NOLINT(clang-analyzer-valist.Uninitialized): it is started above */
    printf("\n");
    va_end(args);
}

bool trial_load(Trial *trial, const RandomCase *kase, const CaseTextOptions *options,
                LoadedCase *loaded) {
    g_autofree char *text = case_text(kase, options);
    if (loaded_case_read(loaded, trial->folder, text)) {
        return true;
    }
    trial_fail(trial, "the program refuses the case:");
    findings_print(loaded->findings, LANG_EN, stdout);
    return false;
}

double value_tolerance(double value) {
    return 1e-6 * fmax(1, fabs(value));
}
