/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  From a plan to its folder, verified and put in place in one step. */
#ifndef BANLIE_STUDY_RUN_DELIVERY_H
#define BANLIE_STUDY_RUN_DELIVERY_H

#include "base/folder_content.h"
#include "base/outcome.h"
#include "config/plan_folder/table_form.h"
#include "export/start/start_file.h"
#include "export/summary_json.h"
#include "export/words/texts.h"
#include "verify/verify.h"

/** Who has to know of a folder that is not in place yet, to remove it where the process is ended
 * from outside. `hold` and `release` enclose the steps that must not end half way. Any of the
 * functions may be NULL. */
typedef struct {
    void (*hold)(void *user);
    void (*release)(void *user);
    /** The folder begun, of this kind; NULL: none any more. Called while held. */
    void (*unfinished)(const char *folder, const FolderKind *kind, void *user);
    void *user;
} FolderGuard;

/** Where a plan is wanted, and how. */
typedef struct {
    const char *dir;
    bool replace;   /**< an older plan may be replaced */
    TableForm form; /**< of the CSV files */
    Lang lang;      /**< of what the verifier says */
    const Start
        *keep; /**< what other solves may start from, to stand in the folder as well; NULL */
    FolderGuard guard;
} DeliveryOrder;

/** What became of it; an empty one is {0}. */
typedef struct {
    char *place;          /**< the folder that stands now; NULL where there is none */
    bool elsewhere;       /**< it could not be put where it was wanted: `place` is another */
    GPtrArray *errors;    /**< of char *, one line each: what the file system refused */
    VerifyReport *report; /**< of the verifier; NULL where nothing was verified */
} Delivery;

/** Looks, before any planning, whether the folder could be written where it is wanted.
 *  @return OUTCOME_DONE or OUTCOME_UNWRITABLE */
Outcome delivery_check(const DeliveryOrder *order, Delivery *delivery)
    __attribute__((warn_unused_result));

/** Writes the plan's folder, has it verified (a relaxation has prices only, nothing to verify) and
 * puts it in place.
 *  @return OUTCOME_DONE; OUTCOME_UNWRITABLE, the place left as it was and the plan elsewhere, where
 *          that could be; OUTCOME_UNREADABLE where it cannot be read back, OUTCOME_UNVERIFIED or
 *          OUTCOME_NO_MEMORY, no folder left */
Outcome delivery_put(const PlanView *view, const RunInfo *run, const DeliveryOrder *order,
                     Delivery *delivery) __attribute__((warn_unused_result));

void delivery_clear(Delivery *delivery);

#endif
