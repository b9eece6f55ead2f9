/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the trains of one line alone, then fewer of them, as long as the proof stands. */
#include "solver/search/train_reasons.h"

#include <stdlib.h>

#include "solver/master/master_view.h"
#include "solver/tolerances.h"

/** Nodes of a proof on fewer trains: cuts alone tell whether trains can be filled. */
enum { REASON_NODES = 1 };

/** So many choices are settled before it is asked why. */
enum { REASON_CHOICES = 4 };

/** A choice whose reason is looked for. */
typedef struct {
    Settling *settling;
    const PlanPoint *point;
    const Problem *problem;
    bool *held;       /**< per train */
    double work_most; /**< of the settling, at which the inquiry ends */
} Inquiry;

void train_reasons_init(TrainReasons *reasons) {
    *reasons = (TrainReasons){.line = NONE};
}

static bool train_is_free(const PlanPoint *point, TrainId train) {
    return point->lower[train] < point->upper[train];
}

/** Holds the free trains of a line alone.
 *  @return how many these are */
static int hold_line(Inquiry *inquiry, LineId line) {
    int count = 0;
    for (TrainId id = 0; id < inquiry->problem->n_trains; id++) {
        inquiry->held[id] =
            inquiry->problem->trains[id].line == line && train_is_free(inquiry->point, id);
        count += inquiry->held[id];
    }
    return count;
}

/** Tries whether the held trains settle the choice; they do not where that takes too long. */
static Outcome still_settled(const Inquiry *inquiry, bool *settled) {
    *settled = false;
    if (inquiry->settling->work > inquiry->work_most) {
        return OUTCOME_DONE;
    }
    return settle(inquiry->settling, inquiry->point, inquiry->held, REASON_NODES, settled);
}

/** Finds a line whose trains alone settle the choice: the last one that did so first.
 *  @param line  receives it, NONE where there is none */
static Outcome find_line(Inquiry *inquiry, LineId last, LineId *line) {
    const int n_lines = inquiry->problem->kase->n_lines;
    *line = NONE;
    for (int i = last == NONE ? 0 : -1; i < n_lines; i++) {
        LineId tried = i < 0 ? last : i;
        bool settled = false;
        if ((i >= 0 && i == last) || hold_line(inquiry, tried) == 0) {
            continue;
        }
        Outcome status = still_settled(inquiry, &settled);
        if (status != OUTCOME_DONE || settled) {
            *line = settled ? tried : NONE;
            return status;
        }
    }
    return OUTCOME_DONE;
}

/** Lets go of each train without which the proof still stands. */
static Outcome let_go(Inquiry *inquiry) {
    Outcome status = OUTCOME_DONE;
    for (TrainId id = 0; id < inquiry->problem->n_trains && status == OUTCOME_DONE; id++) {
        bool settled = false;
        if (inquiry->held[id]) {
            inquiry->held[id] = false;
            status = still_settled(inquiry, &settled);
            inquiry->held[id] = !settled;
        }
    }
    return status;
}

/** Writes the held trains down, unless they are too many. */
static void note_reason(TrainReasons *reasons, const Inquiry *inquiry) {
    int count = 0;
    for (TrainId id = 0; id < inquiry->problem->n_trains && count <= REASON_TRAINS; id++) {
        if (inquiry->held[id]) {
            if (count < REASON_TRAINS) {
                reasons->trains[count] = id;
            }
            count++;
        }
    }
    reasons->count = count <= REASON_TRAINS ? count : 0;
}

/** True where a reason is worth looking for. */
static bool is_worth_it(const TrainReasons *reasons, double spent_else) {
    return reasons->choices >= REASON_CHOICES && reasons->work_in_vain <= REASON_SHARE * spent_else;
}

/** Looks for the line, then for its trains. */
static Outcome inquire(TrainReasons *reasons, Inquiry *inquiry) {
    LineId line;
    Outcome status = find_line(inquiry, reasons->line, &line);
    if (status == OUTCOME_DONE && line != NONE) {
        reasons->line = line;
        status = let_go(inquiry);
        note_reason(reasons, inquiry);
    }
    return status;
}

Outcome train_reasons_find(TrainReasons *reasons, Settling *settling, const PlanPoint *point) {
    const Problem *problem = master_ground(settling->master)->problem;
    double before = settling->work, spent_else = point->work + before - reasons->work;
    reasons->count = 0;
    reasons->choices++;
    if (!is_worth_it(reasons, spent_else)) {
        return OUTCOME_DONE;
    }
    Inquiry inquiry = {.settling = settling,
                       .point = point,
                       .problem = problem,
                       .held = calloc((size_t)problem->n_trains + 1, 1),
                       .work_most = before + spent_else};
    Outcome status = outcome_of_memory(inquiry.held != NULL);
    if (status == OUTCOME_DONE) {
        status = inquire(reasons, &inquiry);
    }
    free(inquiry.held);
    double spent = settling->work - before;
    reasons->work += spent;
    reasons->work_in_vain = reasons->count > 0 ? 0 : reasons->work_in_vain + spent;
    return status;
}
