/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Fuzz target: a sweep file, with its first, middle and last points. */
#include <glib.h>

#include "study/sweep/named_changes.h"
#include "study/sweep/points.h"
#include "study/sweep/sweep_read.h"
#include "tests/fuzz/fuzz.h"

static void try_point(const Sweep *sweep, int number) {
    SweepPoint *point = point_new(sweep);
    Arena *arena = arena_new();
    char id[POINT_ID_SIZE];
    point_set(sweep, number, point);
    g_autofree char *name = point_name(sweep, point);
    (void)point_id(sweep, number, id);
    if (sweep->changes != NULL) {
        (void)named_changes_at(sweep, point, arena);
    }
    arena_free(arena);
    point_free(point);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static char *path;
    path = path == NULL ? fuzz_path("sweep.yaml") : path;
    fuzz_write(path, data, size);
    Findings *findings = findings_new();
    bool unreadable = false;
    Sweep *sweep = sweep_read(path, findings, &unreadable);
    if (sweep != NULL) {
        try_point(sweep, 0);
        try_point(sweep, (sweep->n_points + 1) / 2);
        try_point(sweep, sweep->n_points);
    }
    sweep_free(sweep);
    findings_free(findings);
    return 0;
}
