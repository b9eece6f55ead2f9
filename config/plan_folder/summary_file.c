/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads summary.json of a plan, and refuses what is none. */
#include "config/plan_folder/summary_file.h"

#include <glib.h>
#include <string.h>

#include "base/text_file.h"
#include "config/finding_codes.h"

const char SUMMARY_FILE[] = "summary.json";

static json_t *load_summary(const char *dir, CsvError *error) {
    g_autofree char *path = g_build_filename(dir, SUMMARY_FILE, NULL);
    TextFile text;
    TextFault fault;
    if (text_file_read(path, &text, &fault) != TEXT_FILE_OK) {
        *error = (CsvError){.phrase = fault.phrase, .line = fault.line, .column = fault.column};
        return NULL;
    }
    json_error_t where;
    json_t *root = json_loadb(text.bytes + text.start, text.size - text.start, 0, &where);
    text_file_free(&text);
    *error = (CsvError){.phrase = PHRASE(FINDING_PLAN_NO_SUMMARY),
                        .line = root == NULL ? where.line : 1,
                        .column = root == NULL ? where.column : 1};
    return root;
}

json_t *summary_file_read(const char *dir, CsvError *error) {
    json_t *root = load_summary(dir, error);
    const char *status = json_string_value(json_object_get(root, "status"));
    if (root != NULL && status != NULL && json_is_object(json_object_get(root, "kpi"))) {
        return root;
    }
    if (status != NULL && strcmp(status, "relaxed") == 0) {
        error->phrase = PHRASE(FINDING_PLAN_RELAXED);
    }
    json_decref(root);
    return NULL;
}
