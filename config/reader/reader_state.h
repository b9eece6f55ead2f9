/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A reading of a case under way: what its readers and checks share. */
#ifndef BANLIE_CONFIG_READER_READER_STATE_H
#define BANLIE_CONFIG_READER_READER_STATE_H

#include <glib.h>

#include "config/case.h"
#include "config/case_memory.h"
#include "config/reader/codes.h"
#include "config/reader/fields.h"
#include "config/reader/removed.h"

/** A reading under way. */
struct Reader {
    Case *kase;
    CaseMemory *memory;
    Findings *findings;
    const FieldTable *root;   /**< the table of the whole case */
    Codes *codes[N_SECTIONS]; /**< NULL where the section has no codes of its own */
    bool *faulty[N_SECTIONS]; /**< per member: errors were found in it */
    GHashTable *unknown_keys; /**< keys already told, by address: those of a CSV header come
                                         with every row */
    const char *group;        /**< the group whose fields are being read, NULL: none */
    bool loose;               /**< codes need not exist */
    bool partial;             /**< whole sections may be missing for faults that are told */
    bool lost[N_SECTIONS];    /**< members may be missing for faults that are told already */
    GHashTable *gathered;     /**< what is told once for many values, see reader_faults.h */
    RemovedMembers *removed;  /**< by named changes; NULL: none are */
    int untold;               /**< values with errors that are not among the findings yet */
};

/** True where a member of a section was read without errors. */
static inline bool reader_sound(const Reader *reader, Section section, int index) {
    return index >= 0 && reader->faulty[section] != NULL && !reader->faulty[section][index];
}

#endif
