/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks up what really happened, and tells of rows that are about nothing. */
#include "config/rolling/happened.h"

#include <string.h>

#include "config/finding_codes.h"

static const char *const HAPPENED_NAMES[] = {[HAPPENED_BOX] = "box",
                                             [HAPPENED_TRAIN] = "train",
                                             [HAPPENED_STOCK] = "stock",
                                             [HAPPENED_SETS] = "sets"};

const Happened *happened_find(const Commitments *commitments, bool *found, HappenedKind kind,
                              const char *id, const char *itinerary) {
    for (int i = 0; i < commitments->n_facts; i++) {
        const Happened *row = &commitments->facts[i];
        if (row->kind == kind && strcmp(row->id, id) == 0 &&
            (itinerary == NULL || strcmp(row->itinerary, itinerary) == 0)) {
            found[i] = true;
            return row;
        }
    }
    return NULL;
}

/** The row before this one that is about the same thing; NULL. */
static const Happened *told_before(const Commitments *commitments, int row) {
    const Happened *own = &commitments->facts[row];
    for (int i = 0; i < row; i++) {
        const Happened *other = &commitments->facts[i];
        if (other->kind == own->kind && strcmp(other->id, own->id) == 0 &&
            strcmp(other->itinerary, own->itinerary) == 0) {
            return other;
        }
    }
    return NULL;
}

void happened_check(const EarlierFolder *folder, const bool *found) {
    const Commitments *commitments = &folder->kase->commitments;
    for (int i = 0; i < commitments->n_facts; i++) {
        const Happened *row = &commitments->facts[i];
        const Happened *before = told_before(commitments, i);
        const PhraseArg id = phrase_cut(row->id, EARLIER_SHOWN_BYTES);
        if (before != NULL) {
            finding_error(folder->findings, row->place, FINDING_HAPPENED_TWICE,
                          HAPPENED_NAMES[row->kind], id, before->place.line);
        } else if (!found[i]) {
            finding_error(folder->findings, row->place, FINDING_HAPPENED_UNKNOWN,
                          HAPPENED_NAMES[row->kind], id);
        }
    }
}
