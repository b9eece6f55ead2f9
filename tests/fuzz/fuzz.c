/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include <glib.h>

#include "config/case_read.h"
#include "export/words/findings/finding_words.h"
#include "model/problem/problem.h"
#include "model/problem/problem_memory.h"
#include "model/problem_build.h"
#include "tests/unit/temp_dir.h"

static char *folder;

static void remove_folder(void) {
    temp_dir_remove(folder);
}

char *fuzz_path(const char *name) {
    if (folder == NULL) {
        folder = temp_dir_make();
        atexit(remove_folder);
    }
    return g_build_filename(folder, name, NULL);
}

void fuzz_write(const char *path, const void *bytes, size_t size) {
    FILE *out = fopen(path, "wb");
    if (out == NULL || fwrite(bytes, 1, size, out) != size || fclose(out) != 0) {
        perror(path);
        exit(EXIT_FAILURE);
    }
}

void fuzz_check_case(const char *path) {
    Findings *findings = findings_new();
    bool unreadable = false;
    Case *kase = case_read(path, findings, &unreadable);
    if (kase != NULL) {
        problem_free(problem_build(kase, findings));
    }
    FILE *nowhere = fopen("/dev/null", "w");
    if (nowhere != NULL) {
        findings_print(findings, LANG_EN, nowhere);
        fclose(nowhere);
    }
    case_free(kase);
    findings_free(findings);
}
