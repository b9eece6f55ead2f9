/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A point's case is made from the files as they were read once, for its digest and for its plan. */
#include "study/sweep/point_solver.h"

#include <glib.h>

#include "base/arena.h"
#include "export/plan_writer.h"
#include "export/words/findings/finding_words.h"
#include "study/sweep/base_trains.h"
#include "study/sweep/conflict_folder.h"
#include "study/sweep/plan_row.h"
#include "study/sweep/point_case.h"

/** A point, and what its changes live in. */
typedef struct {
    const PointOrder *order;
    SweepPoint *point;
    Arena *arena;
    MoreChanges more;
} PointAtHand;

static ScenarioFound append_point(const CaseSource *source, ChangeList *list, Findings *findings,
                                  void *user) {
    const PointAtHand *hand = user;
    return point_changes(source, hand->order->sweep, hand->point, hand->arena, list, findings);
}

static void take_in_hand(const PointOrder *order, PointAtHand *hand) {
    *hand = (PointAtHand){.order = order,
                          .point = point_new(order->sweep),
                          .arena = arena_new(),
                          .more = {append_point, hand}};
}

static void put_down(const PointAtHand *hand) {
    point_free(hand->point);
    arena_free(hand->arena);
}

static LoadingOrder loading_of(const PointAtHand *hand) {
    LoadingOrder loading = hand->order->run.loading;
    loading.more = &hand->more;
    return loading;
}

/* ---- digests ---- */

/** The digest of a case in error: that of its errors. */
static void digest_errors(const Findings *findings, char digest[DIGEST_TEXT_SIZE]) {
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (int i = 0; i < findings_count(findings); i++) {
        const Finding *finding = findings_get(findings, i);
        if (finding->severity == FINDING_ERROR) {
            g_autofree char *words = finding_words(LANG_EN, finding->phrase);
            g_autofree char *line =
                g_strdup_printf("%s:%d:%d: %s\n", finding->place.file, finding->place.line,
                                finding->place.column, words);
            g_checksum_update(sum, (const guchar *)line, -1);
        }
    }
    g_strlcpy(digest, g_checksum_get_string(sum), DIGEST_TEXT_SIZE);
    g_checksum_free(sum);
}

static bool digest_point(int number, char digest[DIGEST_TEXT_SIZE], void *user) {
    const PointOrder *order = user;
    PointAtHand hand;
    take_in_hand(order, &hand);
    point_set(order->sweep, number, hand.point);
    const LoadingOrder loading = loading_of(&hand);
    Loading loaded = {0};
    const Outcome outcome = loading_case(&loaded, &loading);
    if (outcome == OUTCOME_DONE) {
        g_strlcpy(digest, loaded.kase->digest, DIGEST_TEXT_SIZE);
    } else {
        digest_errors(loaded.findings, digest);
    }
    loading_clear(&loaded);
    put_down(&hand);
    return outcome != OUTCOME_NO_MEMORY;
}

/* ---- plans ---- */

/** Leaves of the folder what is to be kept. */
static void keep_folder(const PointOrder *order, int number, const PlanRun *run,
                        const char *folder) {
    if (run->outcome != OUTCOME_DONE || (order->keep == KEEP_ROWS && number > 0)) {
        (void)folder_drop(folder, &PLAN_FOLDER);
    }
    if (run->conflict != NULL && order->keep == KEEP_ALL) {
        (void)conflict_folder_put(folder, run->conflict); /* the row says the same in short */
    }
}

/** What `reason` points to stays: the process ends with the row. */
static Outcome solve_point_at_hand(const PointAtHand *hand, SweepRow *row) {
    const PointOrder *order = hand->order;
    const int number = hand->point->number;
    char id[POINT_ID_SIZE];
    point_id(order->sweep, number, id);
    g_autofree char *folder = g_build_filename(order->dir, number == 0 ? "base" : id, NULL);
    RunOrder run = order->run;
    run.loading = loading_of(hand);
    run.delivery.dir = folder;
    run.delivery.replace = true;
    run.held = number > 0 ? order->trains : NULL;
    run.start = number > 0 ? order->start : NULL;
    run.keep_start = number == 0 && order->warm;
    conflict_folder_drop(folder);
    if (order->begun != NULL) {
        order->begun(id, folder, order->user);
    }
    PlanRun done;
    const Outcome outcome = plan_run(&run, &done);
    if (order->over != NULL) {
        order->over(&done, order->user);
    }
    keep_folder(order, number, &done, folder);
    char *reason = NULL;
    const bool filled = plan_row_fill(&done, row, &reason);
    plan_run_clear(&done);
    return filled ? OUTCOME_DONE : outcome;
}

static Outcome solve_planned(int number, SweepRow *row, void *user) {
    const PointOrder *order = user;
    PointAtHand hand;
    take_in_hand(order, &hand);
    point_set(order->sweep, number, hand.point);
    const Outcome outcome = solve_point_at_hand(&hand, row);
    put_down(&hand);
    return outcome;
}

/** Takes what the base has left; nothing where it has neither plan nor relaxation. */
static Outcome take_start(PointOrder *order, const SweepRow *base, const char *folder) {
    g_clear_pointer(&order->start, start_file_free);
    if (!order->warm || !(sweep_row_has_plan(base) || base->status == ROW_RELAXED)) {
        return OUTCOME_DONE;
    }
    StartFileError error;
    order->start = start_file_read(folder, &error);
    return order->start != NULL               ? OUTCOME_DONE
           : error.fault == START_FILE_MEMORY ? OUTCOME_NO_MEMORY
                                              : OUTCOME_UNREADABLE;
}

/** Takes the trains of the base's plan as well; none where it has no plan. */
static Outcome take_base(const SweepRow *base, void *user) {
    PointOrder *order = user;
    g_autofree char *folder = g_build_filename(order->dir, "base", NULL);
    const Outcome outcome = take_start(order, base, folder);
    g_clear_pointer(&order->trains, g_hash_table_unref);
    if (outcome != OUTCOME_DONE || !order->held) {
        return outcome;
    }
    order->trains = sweep_row_has_plan(base) ? base_trains_read(folder) : base_trains_none();
    return order->trains != NULL ? OUTCOME_DONE : OUTCOME_UNREADABLE;
}

PointSolver point_solver(PointOrder *order) {
    return (PointSolver){
        .digest = digest_point, .solve = solve_planned, .base_stands = take_base, .user = order};
}

/* ---- what is checked before ---- */

/** Checks the case of the point at hand. */
static Outcome check_at_hand(const PointAtHand *hand, void (*told)(const Findings *, void *),
                             void *user) {
    const LoadingOrder loading = loading_of(hand);
    Loading loaded = {0};
    const Outcome outcome = loading_all(&loaded, &loading);
    told(loaded.findings, user);
    loading_clear(&loaded);
    return outcome;
}

/** Makes the point at hand the one to be checked in turn: the base, the entries, the first and the
 * last point. */
static void set_checked(const Sweep *sweep, int turn, SweepPoint *point) {
    const int beyond = turn - 1 - sweep->n_entries;
    const int ends[] = {MIN(1, sweep->n_points), sweep->n_points};
    point_set(sweep, beyond < 0 ? 0 : ends[beyond], point);
    if (beyond < 0) {
        point->entry = turn - 1; /* as number 0 it has the scenarios alone */
    }
}

/** Of a sweep file that names what is not there, the file is in error. */
static Outcome outcome_of_file(const Sweep *sweep, const SweepPoint *point, Outcome outcome) {
    const bool in_file = point->entry >= 0 && sweep->entries[point->entry].place.file != NULL;
    return outcome == OUTCOME_MISUSED && in_file ? OUTCOME_FAULTY : outcome;
}

Outcome points_check(const PointOrder *order, void (*told)(const Findings *findings, void *user),
                     void *user) {
    PointAtHand hand;
    take_in_hand(order, &hand);
    Outcome first = OUTCOME_DONE;
    for (int turn = 0; turn < order->sweep->n_entries + 3; turn++) {
        set_checked(order->sweep, turn, hand.point);
        const Outcome outcome = check_at_hand(&hand, told, user);
        first = first == OUTCOME_DONE ? outcome_of_file(order->sweep, hand.point, outcome) : first;
        if (turn == 0 && first != OUTCOME_DONE) {
            break; /* every other would only say the same again */
        }
    }
    put_down(&hand);
    return first;
}
