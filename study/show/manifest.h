/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What a train of a written plan carries, booking by booking (配载清单), from the plan's files
 * alone. */
#ifndef BANLIE_STUDY_SHOW_MANIFEST_H
#define BANLIE_STUDY_SHOW_MANIFEST_H

#include <glib.h>

#include "base/outcome.h"
#include "base/phrase.h"
#include "config/plan_folder/plan_table.h"

/** Boxes of an itinerary, or empties of a move, that ride the train. Texts are the cells of the
 * files, owned by the manifest. */
typedef struct {
    const char *booking;   /**< empty for empties */
    const char *itinerary; /**< of empties: the move */
    const char *customer, *container, *cargo, *remark;
    const char *boards, *leaves; /**< stations */
    const char *departs, *arrives;
    int boxes;
    double teu;    /**< NAN for empties: their files have none */
    double tonnes; /**< gross, NAN likewise */
} ManifestRow;

typedef struct {
    GArray *rows; /**< ManifestRow, as the files have them: those of earlier plans,
                     then bookings, then empties */
    int boxes, empties;
    double teu, tonnes; /**< of loaded boxes that ride any part of the way */
    const char *file;   /**< that cannot be read; NULL: all could */
    CsvError error;     /**< why, of base/fault.h */
    char *nearest;      /**< where there is no such train: another name; NULL where none is near */
    PlanTable tables[PLAN_TABLES];
    bool read[PLAN_TABLES];
} Manifest;

/** Reads it.
 *  @param dir    the plan's folder, its tables in any form
 *  @param train  its name, as in trains.csv or, of repetitions in a cyclic plan, legs.csv
 *  @return OUTCOME_DONE; OUTCOME_UNREADABLE: a file cannot be read, `file` and `error` say which
 * and why; OUTCOME_FAULTY: the plan runs no such train. The manifest is to be cleared in any case.
 */
Outcome manifest_read(Manifest *manifest, const char *dir, const char *train)
    __attribute__((warn_unused_result));

void manifest_clear(Manifest *manifest);

#endif
