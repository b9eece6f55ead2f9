/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goal after goal: each a stage, a load factor several; what was reached is held for the next. */
#include "solver/stages/goals.h"

#include <math.h>
#include <stdlib.h>

#include "solver/master/master_view.h"
#include "solver/tolerances.h"

/** Ratios tried for the load factor at most; each is better than the one before. */
enum { RATIOS_MAX = 40 };

/** A ratio's search ends where its plan gains half of what any can: the next ratio does the rest.
 * Of what gains nothing all matters. */
static const Gap RATIO_GAP = {1, 0};

/** Nodes of a stage that are few. */
enum { FEW_NODES = 20 };

/** A load factor that is held is a row in thousand TEU·km. */
static const double HELD_SIZE = 1e3;

/* ---- one aim ---- */

/** Goes on to a new stage, which starts from what the one before found; where it cannot be begun,
 * the one before stays. */
static Outcome next_stage(Pursuit *pursuit, const Aim *aim) {
    Stage next;
    Outcome status =
        stage_init(&next, &pursuit->context, aim, pursuit->begun ? &pursuit->stage : NULL);
    if (status != OUTCOME_DONE) {
        stage_clear(&next);
        return status;
    }
    if (pursuit->begun) {
        pursuit->rounds += master_rounds(pursuit->stage.master);
        pursuit->nodes += pursuit->stage.tree.nodes;
        stage_clear(&pursuit->stage);
    }
    stage_move(&pursuit->stage, &next);
    pursuit->begun = true;
    pursuit->of_goal = true;
    return status;
}

/** Pursues a measure with the goals before held. */
static Outcome pursue(Pursuit *pursuit, Measure measure, const Effort *effort) {
    const SolveOptions *options = pursuit->context.options;
    Aim aim = {.maximise = measure,
               .floors = pursuit->floors,
               .n_floors = pursuit->n_floors,
               .parts = options->relax};
    Outcome status = next_stage(pursuit, &aim);
    if (status != OUTCOME_DONE) {
        return status;
    }
    Stage *stage = &pursuit->stage;
    status = stage_relax(stage);
    if (status == OUTCOME_INFEASIBLE && stage->incumbent.found) {
        /* To the LP's tolerance the floors leave nothing but this plan. */
        stage->tree.bound = stage->incumbent.objective;
        return OUTCOME_DONE;
    }
    bool search = status == OUTCOME_DONE || status == OUTCOME_STOPPED;
    return search && !options->relax ? stage_search(stage, effort) : status;
}

/** Value of the stage's plan, or of its relaxation where that is all that is asked for, in the
 * measure's own unit; NAN where there is none. */
static double stage_value(const Pursuit *pursuit) {
    const Stage *stage = &pursuit->stage;
    bool relax = pursuit->context.options->relax;
    double value = relax ? stage->root.value : stage->incumbent.objective;
    bool known = relax ? stage->relaxed : stage->incumbent.found;
    return known ? value / stage->formulation->aim_scale : (double)NAN;
}

static double stage_bound(const Pursuit *pursuit) {
    return pursuit->stage.tree.bound / pursuit->stage.formulation->aim_scale;
}

/** What all boxes are worth, whichever side of a sum they stand on: what the errors of the LP's
 * prices are a share of. */
static double worth_of_all(const Problem *problem) {
    double worth = 0;
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        const Booking *booking = &problem->bookings[id];
        worth += booking->boxes * fabs(formulation_box_worth(booking));
    }
    return worth;
}

/** The relaxation's value, NAN where it was not solved to the end, or not so exactly that its bound
 * bears it out. */
static double stage_relaxation(const Pursuit *pursuit) {
    const Stage *stage = &pursuit->stage;
    const MasterResult *root = &stage->root;
    double size = fmax(fabs(root->value), worth_of_all(pursuit->context.problem));
    bool exact = stage->relaxed && root->bound - root->value <= RELAXATION_STATED * fmax(1, size);
    return exact ? root->value / stage->formulation->aim_scale : (double)NAN;
}

/* ---- the load factor, by Dinkelbach's method ---- */

static double teu_km_of_train(const Problem *problem, TrainId id) {
    const TrainCandidate *train = &problem->trains[id];
    double offered = 0;
    if (train->under_way) {
        return 0; /* which no load factor counts */
    }
    for (LegId leg = train->first_leg; leg < train->first_leg + train->n_legs; leg++) {
        offered += problem->legs[leg].dist_km * problem->legs[leg].offered_teu;
    }
    return offered;
}

/** What all candidates offer. */
static double offered_by_all(const Problem *problem) {
    double offered = 0;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        offered += teu_km_of_train(problem, id);
    }
    return offered;
}

/** What the trains of the stage's plan (or relaxation) offer, TEU·km; 0 where there is none. */
static double stage_offered(const Pursuit *pursuit) {
    const Stage *stage = &pursuit->stage;
    const Problem *problem = pursuit->context.problem;
    bool relax = pursuit->context.options->relax;
    double offered = 0;
    if (!pursuit->begun || isnan(stage_value(pursuit))) {
        return 0;
    }
    for (TrainId id = 0; id < problem->n_trains; id++) {
        double runs = relax ? master_train(stage->master, id) : stage->incumbent.runs[id];
        offered += runs * teu_km_of_train(problem, id);
    }
    return offered;
}

/** The least that a plan with any train offers: its fixed trains, or the smallest of all; of the
 * latter a relaxation may run any part. */
static double least_offered(const Problem *problem, bool relax) {
    double fixed = 0, smallest = HUGE_VAL;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        double offered = teu_km_of_train(problem, id);
        fixed += problem->trains[id].fixed ? offered : 0;
        smallest = problem->trains[id].under_way ? smallest : fmin(smallest, offered);
    }
    bool part = relax || problem->n_trains == 0;
    return fixed > 0 ? fixed : part ? 0 : smallest;
}

/** The search for the best load factor. */
typedef struct {
    Pursuit *pursuit;
    GoalResult *result;
    double gap;      /**< by which the best may be above what is found */
    long node_limit; /**< of a stage; 0: none */
    double size;     /**< TEU·km that the best plan so far offers */
    double best;     /**< its load factor */
    bool better;     /**< the last stage found one */
} RatioSearch;

/** By how much the best load factor may exceed the ratio of the last stage; below 0 where even that
 * is more than any. What plans gain is shared among the TEU·km that they offer.
 *  @param zero  TEU·km that count as no gain, of a relaxation */
static double ratio_slack(const RatioSearch *search, double zero) {
    const Problem *problem = search->pursuit->context.problem;
    bool relax = search->pursuit->context.options->relax;
    double gain = stage_bound(search->pursuit);
    if (gain == 0 || (relax && gain <= zero)) {
        return 0;
    }
    return gain / (gain > 0 ? least_offered(problem, relax) : offered_by_all(problem));
}

/** Takes over what came of a stage.
 *  @param gained  what its plan has loaded beyond the ratio, TEU·km
 *  @param zero    what counts as nothing */
static void note_ratio(RatioSearch *search, double ratio, double gained, double zero) {
    double offered = stage_offered(search->pursuit);
    double bound = ratio + ratio_slack(search, zero);
    search->better = gained > zero;
    search->best = fmax(search->best, offered > 0 ? ratio + gained / offered : 0);
    search->size = offered > 0 ? offered : search->size;
    search->result->value = search->best;
    search->result->bound = fmax(search->best, fmin(search->result->bound, bound));
}

/** Looks for plans that gain on a ratio: whose load factor is above it. Above 0 some train has to
 * run (model/formulation/rows/goal.c); at 0 the most is loaded that can be. */
static Outcome pursue_ratio(RatioSearch *search, double ratio) {
    Pursuit *pursuit = search->pursuit;
    Measure measure = {GOAL_LOAD_FACTOR, ratio, search->size};
    double zero =
        pursuit->context.options->relax
            ? RATIO_RELAXED * search->size
            : RATIO_FROM_ZERO * search->gap * least_offered(pursuit->context.problem, false);
    Effort effort = {RATIO_GAP, zero / search->size, search->node_limit};
    search->better = false;
    Outcome status = pursue(pursuit, measure, &effort);
    /* What was found before a failure stands, with a bound. */
    bool stands = pursuit->of_goal && status != OUTCOME_INFEASIBLE;
    double gained = stands ? stage_value(pursuit) : (double)NAN;
    if (!isnan(gained)) {
        note_ratio(search, ratio, gained, zero);
    }
    return status;
}

/** Takes a load factor to exceed, by most of the gap, after the other, until no plan does. */
static Outcome raise_ratio(RatioSearch *search) {
    bool relax = search->pursuit->context.options->relax;
    Outcome status = OUTCOME_DONE;
    search->better = true;
    for (int i = 0; i < RATIOS_MAX && status == OUTCOME_DONE && search->better; i++) {
        status = pursue_ratio(search, search->best + (relax ? 0 : RATIO_AIMED * search->gap));
    }
    return status;
}

/** Where few nodes were enough for the gap that was asked for, as few may be for none. */
static Outcome try_for_best(RatioSearch *search) {
    const Pursuit *pursuit = search->pursuit;
    search->gap = gap_searched(0).share;
    search->node_limit = FEW_NODES;
    if (pursuit->stage.tree.nodes > FEW_NODES ||
        search->result->bound <= search->best + search->gap) {
        return OUTCOME_DONE;
    }
    Outcome status = raise_ratio(search);
    bool limited = status == OUTCOME_STOPPED && !clock_expired(&pursuit->share);
    return limited || status == OUTCOME_SOLVER_FAILED ? OUTCOME_DONE
                                                      : status; /* what was proven stays */
}

/** Maximises loaded − ratio · offered TEU·km for growing ratios (Dinkelbach 1967), until no plan
 * gains on one: then none has a load factor above it.
 *  @param result  receives the load factor and a bound on it */
static Outcome pursue_load_factor(Pursuit *pursuit, GoalResult *result) {
    const SolveOptions *options = pursuit->context.options;
    double offered = stage_offered(pursuit);
    RatioSearch search = {.pursuit = pursuit,
                          .result = result,
                          .gap = gap_searched(options->gap).share,
                          .size = offered > 0 ? offered
                                              : fmax(1, offered_by_all(pursuit->context.problem))};
    result->value = NAN;
    result->bound = 1;
    Outcome status = pursue_ratio(&search, 0);
    if (status == OUTCOME_DONE && search.better) {
        status = raise_ratio(&search);
        if (status == OUTCOME_DONE && !options->relax) {
            status = try_for_best(&search);
        }
    }
    return status;
}

/* ---- all goals ---- */

/** Holds a goal: later ones may cost it a share of its best value's magnitude. */
static void hold_goal(Pursuit *pursuit, const Goal *goal, GoalResult *result) {
    double least = result->value - (1 - goal->keep) * fabs(result->value);
    Floor *floor = &pursuit->floors[pursuit->n_floors++];
    result->held = least;
    *floor = (Floor){.measure = {.kind = goal->kind}, .least = least};
    if (goal->kind == GOAL_LOAD_FACTOR) {
        floor->measure.ratio = least;
        floor->measure.size = HELD_SIZE;
        floor->least = 0;
    }
}

static Outcome pursue_goal(Pursuit *pursuit, const Goal *goal) {
    GoalResult *result = &pursuit->results[pursuit->n_results];
    *result = (GoalResult){
        .kind = goal->kind, .value = NAN, .bound = HUGE_VAL, .relaxation = NAN, .held = NAN};
    Outcome status;
    pursuit->of_goal = false;
    if (goal->kind == GOAL_LOAD_FACTOR) {
        status = pursue_load_factor(pursuit, result);
        if (status == OUTCOME_DONE && pursuit->context.options->relax) {
            result->relaxation = result->value;
        }
    } else {
        Effort effort = {.gap = gap_searched(pursuit->context.options->gap), .least = -HUGE_VAL};
        status = pursue(pursuit, (Measure){.kind = goal->kind}, &effort);
        if (pursuit->of_goal && status != OUTCOME_INFEASIBLE) {
            result->value = stage_value(pursuit);
            result->bound = stage_bound(pursuit);
            result->relaxation = stage_relaxation(pursuit);
        }
    }
    if (isnan(result->value)) {
        result->bound = HUGE_VAL;
    }
    pursuit->n_results++;
    return status;
}

/** Gives the next goal its share of the time left. */
static void share_time(Pursuit *pursuit, int goals_left) {
    double left = clock_left(pursuit->whole) / goals_left;
    pursuit->share.limit_s = clock_seconds(pursuit->whole) + left;
}

/** Pursues a goal in its share of the time; in all the time left where there is no plan by then. */
static Outcome pursue_in_time(Pursuit *pursuit, const Goal *goal, int goals_left) {
    share_time(pursuit, goals_left);
    Outcome status = pursue_goal(pursuit, goal);
    bool found = !isnan(pursuit->results[pursuit->n_results - 1].value);
    if (status == OUTCOME_STOPPED && !found && !clock_expired(pursuit->whole)) {
        pursuit->n_results--;
        share_time(pursuit, 1);
        status = pursue_goal(pursuit, goal);
    }
    return status;
}

/** True where only the goal's own share of the time is over: the next goal has the best plan found
 * to start from. */
static bool pursuit_goes_on(Pursuit *pursuit, Outcome status) {
    bool held = !isnan(pursuit->results[pursuit->n_results - 1].value);
    bool cut_short = status == OUTCOME_STOPPED && !clock_expired(pursuit->whole);
    pursuit->cut_short |= cut_short;
    return held && (status == OUTCOME_DONE || cut_short);
}

Outcome goals_pursue(const StageContext *context, Pursuit *pursuit) {
    const Case *kase = context->problem->kase;
    static const Goal margin = {.kind = GOAL_MARGIN, .keep = 1};
    const Goal *goals = kase->n_goals > 0 ? kase->goals : &margin;
    int count = kase->n_goals > 0 ? kase->n_goals : 1;
    *pursuit = (Pursuit){.whole = context->clock, .share = *context->clock, .context = *context};
    pursuit->context.clock = &pursuit->share;
    pursuit->floors = calloc((size_t)count, sizeof(Floor));
    pursuit->results = calloc((size_t)count, sizeof(GoalResult));
    if (pursuit->floors == NULL || pursuit->results == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    Outcome status = OUTCOME_DONE;
    for (int i = 0; i < count; i++) {
        status = pursue_in_time(pursuit, &goals[i], count - i);
        if (!pursuit_goes_on(pursuit, status)) {
            return status;
        }
        if (i + 1 < count) {
            hold_goal(pursuit, &goals[i], &pursuit->results[i]);
        }
    }
    return status;
}

void goals_clear(Pursuit *pursuit) {
    if (pursuit->begun) {
        stage_clear(&pursuit->stage);
    }
    free(pursuit->floors);
    free(pursuit->results);
    *pursuit = (Pursuit){0};
}
