/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads summary.json, and what of it other checks need. */
#include "verify/read/plan_summary.h"

#include <math.h>

#include "base/text_file.h"

/** A member that is a number; NAN where it is anything else. */
static double stated(json_t *root, const char *key) {
    return json_is_number(json_object_get(root, key))
               ? json_number_value(json_object_get(root, key))
               : (double)NAN;
}

/** Reads the file as JSON; NULL (the report says why) where it cannot be. */
static json_t *read_json(const PlanRead *plan, const char *dir) {
    json_error_t error;
    TextFile text;
    TextFault fault;
    char *path = g_build_filename(dir, "summary.json", NULL);
    TextFileStatus status = text_file_read(path, &text, &fault);
    g_free(path);
    if (status == TEXT_FILE_UNREADABLE) {
        report_unreadable(plan->report, "summary.json", &fault.phrase);
        return NULL;
    }
    g_autofree char *said = plan->report->words(&fault.phrase);
    if (!SUMMARY_CHECK(VERIFY_FILES, status == TEXT_FILE_OK, "line %d: %s", fault.line, said)) {
        return NULL;
    }
    json_t *root =
        json_loadb(text.bytes + text.start, text.size - text.start, JSON_REJECT_DUPLICATES, &error);
    text_file_free(&text);
    SUMMARY_CHECK(VERIFY_FILES, json_is_object(root), "line %d: it is no JSON object",
                  root ? 1 : error.line);
    return root;
}

bool summary_read(PlanRead *plan, const char *dir) {
    plan->summary = read_json(plan, dir);
    if (!json_is_object(plan->summary)) {
        return false;
    }
    json_t *value = json_object_get(plan->summary, "priced_value");
    plan->relaxation = stated(plan->summary, "relaxation");
    plan->prices.value = stated(plan->summary, "priced_value");
    plan->prices.missing = json_is_null(value);
    SUMMARY_CHECK(VERIFY_FILES, json_is_number(value) || json_is_null(value),
                  "priced_value should be a number or null");
    return true;
}
