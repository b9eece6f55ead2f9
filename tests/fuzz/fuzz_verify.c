/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Fuzz target: the folder of a plan, to be verified, and as the earlier plan of commitments. The
 *  input's first line names the file that its other lines are put in place of. */
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "config/case_read.h"
#include "export/words/findings/finding_words.h"
#include "tests/fuzz/fuzz.h"
#include "verify/verify.h"

static const char *const names[] = {
    "allocations.csv", "balance.csv",   "bookings.csv", "capacity.csv", "empties.csv",
    "equipment.csv",   "legs.csv",      "rakes.csv",    "slots.csv",    "stations.csv",
    "summary.json",    "timetable.csv", "trains.csv"};

/** Copies a file of the sound plan to the folder. */
static void restore(const char *name) {
    g_autofree char *from = g_build_filename(FUZZ_PLAN, "plan", name, NULL);
    g_autofree char *to = fuzz_path(name), *text = NULL;
    gsize size = 0;
    if (!g_file_get_contents(from, &text, &size, NULL)) {
        abort();
    }
    fuzz_write(to, text, size);
}

static Case *case_of(const CommitmentOrder *order) {
    Findings *findings = findings_new();
    bool unreadable = false;
    Case *kase = case_read_committed(FUZZ_PLAN "/case.yaml", order, findings, &unreadable);
    if (kase == NULL && order == NULL) {
        abort();
    }
    static GPtrArray *kept; /* places in a case point to names that the findings own */
    kept = kept == NULL ? g_ptr_array_new() : kept;
    if (order == NULL) {
        g_ptr_array_add(kept, findings);
    } else {
        case_free(kase);
        findings_free(findings);
    }
    return kase;
}

static const Case *prepare(void) {
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        restore(names[i]);
    }
    return case_of(NULL);
}

/** The file that the first line names; another where it names none. */
static const char *file_of(const char *line, size_t length, uint8_t choice) {
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strlen(names[i]) == length && memcmp(names[i], line, length) == 0) {
            return names[i];
        }
    }
    return names[choice % G_N_ELEMENTS(names)];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const Case *kase;
    kase = kase == NULL ? prepare() : kase;
    const uint8_t *end = size == 0 ? NULL : memchr(data, '\n', size);
    if (end == NULL) {
        return 0;
    }
    const char *name = file_of((const char *)data, (size_t)(end - data), data[0]);
    g_autofree char *path = fuzz_path(name), *folder = g_path_get_dirname(path);
    fuzz_write(path, end + 1, size - (size_t)(end + 1 - data));
    VerifyReport report;
    (void)!verify_plan(kase, folder, finding_words_english, &report);
    verify_report_free(&report);
    const CommitmentOrder order = {.plan = folder};
    (void)case_of(&order);
    restore(name);
    return 0;
}
