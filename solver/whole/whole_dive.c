/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves one column after another to a whole number until all are whole or nothing is left. */
#include "solver/whole/whole_dive.h"

#include <math.h>

#include "model/problem/problem.h"
#include "solver/tolerances.h"

/** LPs of one dive at most, and times it may turn back. */
enum { DIVE_LPS = 300, TURNS_MAX = 8 };

/** A column to move, and where to. */
typedef struct {
    ColumnId column; /**< NONE: nothing is left to decide */
    bool up;
    double score; /**< the least is decided on first */
} Decision;

/** Rows that object to moving a column up (`up`) or down. */
static int count_locks(const Domain *domain, ColumnId column, bool up) {
    MatrixVector rows = domain_column(domain, column);
    int locks = 0;
    for (int i = 0; i < rows.count; i++) {
        bool rises = (rows.value[i] > 0) == up;
        double limit = rises ? domain->row_upper[rows.index[i]] : domain->row_lower[rows.index[i]];
        locks += !isinf(limit);
    }
    return locks;
}

static Decision decide_by_locks(const WholeSearch *search, ColumnId column, double fraction) {
    int up = count_locks(&search->domain, column, true);
    int down = count_locks(&search->domain, column, false);
    bool upwards = up != down ? up < down : fraction > 0.5;
    double distance = upwards ? 1 - fraction : fraction;
    return (Decision){column, upwards, fmin(up, down) + distance};
}

static Decision decide_by_best(const WholeSearch *search, ColumnId column, double value) {
    double aim = search->best[column];
    return (Decision){column, aim > value, fabs(aim - value)};
}

static Decision decision_on(const WholeSearch *search, DiveKind kind, ColumnId column) {
    double value = search->relaxation.primal[column];
    double fraction = value - floor(value);
    switch (kind) {
    case DIVE_BY_LOCKS:
        return decide_by_locks(search, column, fraction);
    case DIVE_UPWARDS:
        return (Decision){column, true, 1 - fraction};
    case DIVE_BY_BEST:
        return decide_by_best(search, column, value);
    default:
        return (Decision){column, fraction > 0.5, fmin(fraction, 1 - fraction)};
    }
}

/** True where a decision on the column is still open: fractional in the LP, and not settled since
 * by what followed from others. */
static bool is_undecided(const WholeSearch *search, ColumnId column) {
    const Domain *domain = &search->domain;
    double value = search->relaxation.primal[column];
    return relaxation_is_fractional(&search->relaxation, column) &&
           domain->lower[column] <= floor(value) && domain->upper[column] >= ceil(value);
}

/** The next decision: trains before boxes. */
static Decision next_decision(const WholeSearch *search, DiveKind kind) {
    Decision next = {NONE, false, HUGE_VAL};
    bool train = false;
    for (ColumnId column = 0; column < search->model->n_columns; column++) {
        if (!is_undecided(search, column)) {
            continue;
        }
        bool is_train = search->model->columns[column].group == COLUMN_TRAIN;
        Decision decision = decision_on(search, kind, column);
        if ((is_train && !train) || (is_train == train && decision.score < next.score)) {
            next = decision;
            train = is_train;
        }
    }
    return next;
}

/** Draws a column in to one side of its value in the LP; false where that leaves nothing. */
static bool take_side(WholeSearch *search, const Decision *decision) {
    double below = floor(search->relaxation.primal[decision->column]);
    Domain *domain = &search->domain;
    bool left = decision->up ? domain_draw_in(domain, decision->column, below + 1, HUGE_VAL)
                             : domain_draw_in(domain, decision->column, -HUGE_VAL, below);
    return domain_propagate(domain) && left;
}

/** Takes a side, or the other one where that leaves nothing; false where neither does. */
static bool take_either_side(WholeSearch *search, Decision *decision) {
    int mark = search->domain.n_trail;
    if (take_side(search, decision)) {
        return true;
    }
    domain_take_back(&search->domain, mark);
    decision->up = !decision->up;
    return take_side(search, decision);
}

/** A dive under way. */
typedef struct {
    WholeSearch *search;
    DiveKind kind;
    Decision first; /**< of those since the last LP, with where it began */
    int mark;
    double value; /**< of its column in the last LP */
    int turns;
} Descent;

/** How many decisions are made on one LP: some, or a dive would take as many LPs as columns. */
static int decisions_at_once(const WholeSearch *search) {
    int open = 0;
    for (ColumnId column = 0; column < search->model->n_columns; column++) {
        open += is_undecided(search, column);
    }
    return 1 + open / 8;
}

/** Decides on some columns by the last LP; false where one has no side left. */
static bool decide(Descent *descent) {
    WholeSearch *search = descent->search;
    int count = decisions_at_once(search);
    descent->mark = search->domain.n_trail;
    descent->first = (Decision){NONE, false, 0};
    for (int i = 0; i < count; i++) {
        int mark = search->domain.n_trail;
        Decision next = next_decision(search, descent->kind);
        if (next.column == NONE) {
            break;
        }
        if (!take_either_side(search, &next)) {
            domain_take_back(&search->domain, mark);
            return i > 0; /* what was decided before is for the LP to judge */
        }
        if (i == 0) {
            descent->first = next;
            descent->value = search->relaxation.primal[next.column];
        }
    }
    return true;
}

/** Turns back to where the last LP stood, and takes the first decision the other way; false where
 * that leaves nothing, or it has been done too often. */
static bool turn(Descent *descent) {
    WholeSearch *search = descent->search;
    if (descent->first.column == NONE || descent->turns++ >= TURNS_MAX) {
        return false;
    }
    domain_take_back(&search->domain, descent->mark);
    double below = floor(descent->value);
    ColumnId column = descent->first.column;
    bool left = descent->first.up ? domain_draw_in(&search->domain, column, -HUGE_VAL, below)
                                  : domain_draw_in(&search->domain, column, below + 1, HUGE_VAL);
    descent->first.column = NONE;
    return domain_propagate(&search->domain) && left;
}

static Outcome descend_whole(Descent *descent) {
    WholeSearch *search = descent->search;
    for (int lps = 0; lps < DIVE_LPS; lps++) {
        if (relaxation_is_whole(&search->relaxation)) {
            whole_take(search, search->relaxation.primal);
            return OUTCOME_DONE;
        }
        if (!decide(descent)) {
            return OUTCOME_DONE;
        }
        Outcome status = whole_relax(search);
        while ((status == OUTCOME_INFEASIBLE || status == OUTCOME_CUT_OFF) && turn(descent)) {
            status = whole_relax(search);
        }
        if (status != OUTCOME_DONE) {
            bool over = status == OUTCOME_INFEASIBLE || status == OUTCOME_CUT_OFF;
            return over ? OUTCOME_DONE : status;
        }
    }
    return OUTCOME_DONE;
}

Outcome whole_dive(WholeSearch *search, DiveKind kind) {
    Descent descent = {.search = search, .kind = kind, .first = {NONE, false, 0}};
    int mark = search->domain.n_trail;
    Outcome status = descend_whole(&descent);
    domain_take_back(&search->domain, mark);
    if (search->domain.no_memory) {
        return OUTCOME_NO_MEMORY;
    }
    return status == OUTCOME_SOLVER_FAILED ? OUTCOME_DONE : status;
}
