/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the horizon of an earlier plan, and tells of those that do not go with this case. */
#include "config/rolling/earlier_summary.h"

#include <jansson.h>
#include <string.h>

#include <glib.h>

#include "base/text_file.h"
#include "config/finding_codes.h"

/** summary.json as JSON; NULL, with an error, where it cannot be read. */
static json_t *read_summary(const EarlierFolder *folder, Place *place) {
    const Commitments *commitments = &folder->kase->commitments;
    g_autofree char *path = g_build_filename(commitments->plan, "summary.json", NULL);
    TextFile text;
    TextFault fault;
    TextFileStatus status = text_file_read(path, &text, &fault);
    *place = place_at(findings_file_name(folder->findings, path), 1, 1);
    if (status != TEXT_FILE_OK) {
        finding_error(folder->findings, commitments->place, FINDING_PLAN_UNREADABLE, place->file,
                      &fault.phrase);
        return NULL;
    }
    json_t *root = json_loadb(text.bytes + text.start, text.size - text.start, 0, NULL);
    text_file_free(&text);
    if (!json_is_object(root)) {
        finding_error(folder->findings, *place, FINDING_PLAN_NO_SUMMARY);
        json_decref(root);
        return NULL;
    }
    return root;
}

/** False where the member is not what a plan of this version has. */
static bool read_horizon(const json_t *root, EarlierHorizon *horizon, const char **zone,
                         bool *cyclic) {
    const json_t *object = json_object_get(root, "horizon");
    const char *start = json_string_value(json_object_get(object, "start"));
    const char *mode = json_string_value(json_object_get(object, "mode"));
    *zone = json_string_value(json_object_get(object, "zone"));
    *horizon = (EarlierHorizon){.weeks = (int)json_integer_value(json_object_get(object, "weeks"))};
    if (start == NULL || mode == NULL || *zone == NULL || horizon->weeks < 1) {
        return false;
    }
    *cyclic = strcmp(mode, "cyclic") == 0;
    return date_parse(start, &horizon->start) == FAULT_NONE;
}

/** What is odd, but can be planned. */
static void warn_of_weeks(const EarlierFolder *folder, Place place, const EarlierHorizon *earlier) {
    Date first = folder->kase->horizon.start;
    if ((first - earlier->start) % 7 != 0) {
        finding_warning(folder->findings, place, FINDING_ROLLED_WITHIN_WEEK,
                        first - earlier->start);
    }
    if (earlier->start + 7 * earlier->weeks < first) {
        finding_warning(folder->findings, place, FINDING_ROLLED_WITH_GAP,
                        first - earlier->start - 7 * earlier->weeks);
    }
}

bool earlier_horizon_read(const EarlierFolder *folder, EarlierHorizon *horizon) {
    const Horizon *own = &folder->kase->horizon;
    Place place;
    json_t *root = read_summary(folder, &place);
    const char *zone = NULL, *status = json_string_value(json_object_get(root, "status"));
    bool cyclic = false;
    int errors = findings_errors(folder->findings);
    if (root == NULL) {
        return false;
    }
    if (status != NULL && strcmp(status, "relaxed") == 0) {
        finding_error(folder->findings, place, FINDING_PLAN_RELAXED);
    } else if (!read_horizon(root, horizon, &zone, &cyclic)) {
        finding_error(folder->findings, place, FINDING_PLAN_NO_HORIZON);
    } else if (cyclic) {
        finding_error(folder->findings, place, FINDING_COMMITTED_CYCLIC);
    } else if (horizon->start < own->start) {
        horizon->rolls = true;
        if (strcmp(zone, zone_name(own->zone)) != 0) {
            finding_error(folder->findings, place, FINDING_PLAN_ZONE, zone, zone_name(own->zone));
        }
        warn_of_weeks(folder, place, horizon);
    }
    json_decref(root);
    return findings_errors(folder->findings) == errors;
}
