/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the empties of an earlier plan that are not gone, leg by leg. */
#include "config/committed_empties.h"

#include <string.h>

#include "config/case_memory.h"

/** What rows are looked up in. */
typedef struct {
    const EarlierFolder *folder;
    GHashTable *trains, *under_way;
} EmptiesRead;

/** The leg of a row of empties.csv, where it is on a train that this plan has.
 *  @return false, with an error, where the row is at fault */
static bool keep_empties(const EmptiesRead *read, const EarlierFile *file, int row, GArray *kept) {
    const char *name = earlier_text((Cell){file, row, EMPTY_TRAIN});
    int own = GPOINTER_TO_INT(g_hash_table_lookup(read->trains, name));
    int gone = GPOINTER_TO_INT(g_hash_table_lookup(read->under_way, name));
    CommittedEmpties empties = {.train = own - 1,
                                .under_way = gone - 1,
                                .container =
                                    earlier_keep(read->folder, (Cell){file, row, EMPTY_CONTAINER}),
                                .from = earlier_keep(read->folder, (Cell){file, row, EMPTY_FROM})};
    if (!earlier_instant(read->folder, (Cell){file, row, EMPTY_DEPARTS}, &empties.departs) ||
        !earlier_count(read->folder, (Cell){file, row, EMPTY_BOXES}, 1, &empties.boxes)) {
        return false;
    }
    if (own > 0 || gone > 0) {
        g_array_append_val(kept, empties);
    }
    return true;
}

void committed_empties_read(const EarlierFolder *folder, GHashTable *trains,
                            GHashTable *under_way) {
    static const int wanted[] = {EMPTY_CONTAINER, EMPTY_MOVE,  EMPTY_TRAIN, EMPTY_FROM,
                                 EMPTY_DEPARTS,   EMPTY_BOXES, -1};
    const EmptiesRead read = {folder, trains, under_way};
    const Case *kase = folder->kase;
    Commitments *into = &folder->kase->commitments;
    EarlierFile file;
    GArray *kept = g_array_new(FALSE, FALSE, sizeof(CommittedEmpties));
    bool ok = earlier_file_open(folder, &file, TABLE_EMPTIES, wanted), gone = false;
    for (int row = 1; ok && row < file.table.csv.n_rows; row++) {
        Minute departs;
        bool first = row == 1 || strcmp(earlier_text((Cell){&file, row, EMPTY_MOVE}),
                                        earlier_text((Cell){&file, row - 1, EMPTY_MOVE})) != 0;
        ok = earlier_instant(folder, (Cell){&file, row, EMPTY_DEPARTS}, &departs);
        gone = first && ok ? kase->carried != NULL && departs < kase->horizon.start_at : gone;
        ok = ok && (gone || keep_empties(&read, &file, row, kept));
    }
    into->n_earlier_empties = (int)kept->len;
    into->earlier_empties =
        case_memory_array(kase->memory, kept->len, sizeof *into->earlier_empties);
    if (kept->len > 0) {
        memcpy(into->earlier_empties, kept->data, kept->len * sizeof *into->earlier_empties);
    }
    g_array_free(kept, TRUE);
    plan_table_free(&file.table);
}
