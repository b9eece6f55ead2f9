/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  How exactly a plan is known to be the best, and how hard it is looked for: every tolerance and
 * every share that the search is tuned by. Counts that size one search (nodes, rounds, paths) stand
 * with it.
 *
 *  How exactly a rule has to be kept is part of what the case means: config/tolerances.h. */
#ifndef BANLIE_SOLVER_TOLERANCES_H
#define BANLIE_SOLVER_TOLERANCES_H

#include <math.h>

/* ---- whole numbers ---- */

/** Values so near to a whole number are whole; and where boxes made whole violate a row after all.
 */
#define WHOLE 1e-6
#define WHOLE_TO_THE_LAST 1e-9

/** Wagon sets so near to a whole number are whole: their LP is a small network of its own, of which
 * no more is let through than its solver does. */
#define SETS_WHOLE LP_TOLERANCE

/* ---- rows and sums ---- */

/** How exactly the LP solver keeps a row, and the sign of a reduced cost: nearer takes longer and
 * serves nothing, since bounds are computed from the prices. */
#define LP_TOLERANCE 1e-7

/** A row that was held back is added where it is violated by so much, as a share of its size: the
 * solver would let as much through. */
#define ROW_VIOLATED LP_TOLERANCE

/** Artificial boxes (or TEU) that count as none: the solver may leave as many. */
#define ARTIFICIAL_NONE LP_TOLERANCE

/** By how much whole boxes may miss a row, as a share of its activity: whole numbers add up exactly
 * but for the rounding of products such as 0.98 · 110; what the LP solver lets through is let
 * through here. */
#define ROW_KEPT 0.5e-6

/** A linking row is added where it is violated by so many boxes: less hardly moves the
 * bound, and each row costs time in every iteration. */
#define LINK_VIOLATED 1e-4

/** Slack of a row that is still taken as room for a whole box: the rounding of the sums in it. */
#define ROOM_ROUNDING 1e-9

/** The rounding of the sums in a bound, as a share of it. */
#define BOUND_ROUNDING 1e-9

/** Sums along itineraries of the same cost may differ by rounding, by less than this share of what
 * the box is worth. */
#define ITINERARY_ROUNDING 1e-12

/** TEU that whole boxes leave of a capacity, from which on they are no rounding. */
#define CAPACITY_LEFT 1e-9

/** Part of a train from which on the relaxation runs it: a train of which less runs is none. */
#define TRAIN_OPEN 1e-9

/** A column has to promise so much a box, as a share of what boxes earn, to be worth a round: above
 * the rounding of prices, below anything that a plan shows. */
#define PRICE_PROMISED 1e-9

/** Prices and breaches of rules up to here are none, when it is asked which rules give way. */
#define BREACH_NONE 1e-6

/* ---- how far LPs are solved, as a share of their value ---- */

/** A relaxation: to its end, since the tree and the prices start from it. */
#define RELAXATION_SOLVED 1e-9

/** A relaxation is stated where its value and its bound meet so closely, as a share of what it adds
 * up. */
#define RELAXATION_STATED 1e-6

/** TEU·km that a relaxation may gain by a better ratio, as a share of what it offers, where it has
 * the best load factor: coarser than one relaxation is solved to, or no ratio were ever the last.
 */
#define RATIO_RELAXED 1e-6

/** A node of the tree: to such a part of the gap asked for, so that what it leaves open
 * is small beside that. */
#define NODE_GAP_PARTS 20

/** An LP that only leads to a plan, in a dive or on an earlier plan's trains: what it proves is not
 * used. */
#define LEAD_SOLVED 1e-3

/** The LPs that shadow prices are read off: as a relaxation, since their value is stated. */
#define PRICES_SOLVED 1e-9

/** A dual nearer than this to whole millionths of money is that: what is between is the rounding of
 * the LP solver's arithmetic, and would make a row with a price of one that has none. */
#define PRICE_NOISE 1e-8

/* ---- cuts and splits of a program whose columns are all known ---- */

/** A row that is not in the LP comes in where it is violated by so much, as a share of its size. */
#define CUT_VIOLATED 1e-6

/** A row of the tableau is rounded where its right side is so far from whole numbers: nearer ones
 * make steep cuts, which rounding errors can spoil. */
#define CUT_FRACTION 0.01

/** How far a cut has to cut the last solution off, in units of its norm. */
#define CUT_DEPTH 1e-4

/** Multipliers of rows below this share of the greatest are rounding errors of the basis. */
#define MULTIPLIER_NONE 1e-9

/** Coefficients of a cut below this share of the greatest are left out, at the bound that keeps the
 * cut valid. */
#define CUT_RANGE 1e-6

/** The rounding of the sums in a cut, as a share of its right side. */
#define CUT_ROUNDING 1e-9

/** A cut longer than this share of all columns slows every iteration down, unless it is short. */
#define CUT_DENSE 0.3
#define CUT_SHORT 100

/** Cosine of the angle from which on two cuts say the same. */
#define CUTS_PARALLEL 0.9

/** Between rounds of cuts the LP is made anew where it leans on so much less than all of its rows.
 */
#define SLIM_ROWS 0.25

/** A round of cuts pays where it closes this share of what is left to the cutoff; which counts as
 * such a share of what was left at first, at least. */
#define CUT_GAIN 0.01
#define CUT_GAIN_LEFT 0.25

/** A loss of the bound counts to so much at least, where two sides of a split are multiplied. */
#define SPLIT_LEAST 1e-6

/** A split that nobody has tried is expected to do so much less for each level further down. */
#define SPLIT_LEVEL 0.5

/** The side of a split is looked at at once where its bound is within this share of what is left to
 * the cutoff from the best. */
#define PLUNGE 0.5

/* ---- load factors ---- */

/** How much of the gap asked for the next ratio aims at; of the rest, what is left to that which
 * cannot be told from 0. */
#define RATIO_AIMED 0.9
#define RATIO_FROM_ZERO 0.05

/* ---- how hard is tried ---- */

/** Columns of paths are parked when there are more than so many a row, down to half as many: more
 * cost time in every iteration. */
#define COLUMNS_PER_ROW 2.0

/** Bookings up to so much heavier than their group's lightest share its labels: a wider band means
 * fewer sweeps, looser bounds. */
#define WEIGHT_BAND 1.25

/** In an ascent prices move by this share of what a TEU earns on average in the first round, then
 * by 1/(1 + ASCENT_FALL · round) of it. */
#define ASCENT_STEP 0.08
#define ASCENT_FALL 0.08

/** Share of a row's former over-use in its smoothed one: without it prices swing. */
#define ASCENT_SMOOTHING 0.6

/** An ascent keeps an itinerary within this share of the average worth of a box of its booking's
 * best: what the first master starts from, small beside all itineraries there are. */
#define ASCENT_KEPT 0.015

/** In a dive trains at or above this value are fixed to run, besides the highest: they would be
 * the next ones, each after an LP of its own. */
#define DIVE_HIGH 0.85

/** A train that lowers the bound of a dive by more than this share of it had better not run. */
#define DIVE_DEAR 0.003

/** Where boxes are made whole, fractions from here on are rounded up together, besides the highest:
 * an LP for each box alone would take too long. */
#define BOXES_HIGH 0.75

/** Gaps of searches whose plan alone is of use, as a share of the objective: first boxes, which are
 * then packed better; whole boxes near the LP's, a few trains packed anew, the plan that breaks the
 * rules least. */
#define FIRST_GAP 1e-2
#define NEAR_GAP 1e-3
#define WINDOW_GAP 1e-4
#define ELASTIC_GAP 0.001

/** Trains packed anew are packed better where the objective gains so much. */
#define WINDOW_GAIN 1e-6

/** A plan that misses the bound by more than this share of it is far from it: trains are searched
 * rather than the tree grown. */
#define PLAN_FAR 0.05

/** By more than this share: next to none. */
#define PLAN_WORTHLESS 0.5

/** Share of the work of a search with cuts that may be spent, on top, on looking in vain for what
 * settles its choices of trains. */
#define REASON_SHARE 0.25

/** Share of the open columns that a search within the search for whole numbers has to hold: with
 * less held it would be the same search again. */
#define RESTRICTED_HELD 0.3

/** What is held of it the next time, where that found nothing. */
#define RESTRICTED_WIDER 0.8

/** Nodes of the backend's search over a whole node of the tree: each counted by the square of rows
 * and columns, and by what even the smallest one takes; about a second's work in all. */
#define NODE_WORK 3e9
#define NODE_WORK_LEAST 3e6

/** The next nodes are searched at once with so many times the itineraries of the last: more where
 * that closed it, fewer where not. */
#define NODE_PATHS_MORE 1.25
#define NODE_PATHS_FEWER 0.75

/** Shares of the time left that the search for rules that give way may take, and the sparing of its
 * repairs: the rest is for the rules that clash. */
#define ELASTIC_SHARE 0.3
#define REPAIR_SHARE 0.4

/** A run that was stopped may still take so long for its prices, in seconds; where that is not
 * enough, the plan has none. */
#define PRICES_AFTER_STOP_S 0.25

/** Wagon sets may take so long though the time is up, in seconds: the plan at hand is to be handed
 * out. */
#define SETS_LEAST_S 2.0

/* ---- repairs ---- */

/** Repairs give shares to so many parts: what is finer says no more to a planner. */
#define SHARE_PARTS 1000.0

/* ---- gaps ---- */

/** A plan this near to its bound is optimal, as a share of its objective: half of what `banlie
 * verify` grants, since the numbers in a plan's files are rounded. */
#define OPTIMAL_GAP 0.5e-6

/** What an objective of nothing counts as, where GLPK's search for whole numbers takes its gap as a
 * share of it. */
#define GAP_OF_NOTHING 1e-9

/** Share of the linking rows of an earlier search that may have other boxes by now, where its tree
 * is begun with: beyond it most of its bases are singular, and a tree of one's own is sooner done.
 */
#define START_LINKS_CHANGED 0.1

/** How near to the best plan a search goes. */
typedef struct {
    double share; /**< of the objective */
    double unit;  /**< to which an objective counts at least: 1, or 0 where all of it matters */
} Gap;

/** The gap that a search goes to where this share is asked for: nearer than OPTIMAL_GAP by half, so
 * that what the search takes for proven is optimal also when the plan's money is counted anew. */
static inline Gap gap_searched(double asked) {
    return (Gap){fmax(asked, OPTIMAL_GAP / 2), 1};
}

/** By how much an objective may lie below its bound. */
static inline double gap_amount(Gap gap, double objective) {
    return gap.share * fmax(gap.unit, fabs(objective));
}

/** The gap less a margin, as a share of the part of the objective that an integer search counts; 0
 * where the best itself is sought, so that its bound is no more above it than it need be.
 *  @param objective  all of it
 *  @param part       what the integer search sees of it */
static inline double gap_of_part(Gap gap, double objective, double part) {
    double size = fmax(gap.unit, fabs(part));
    return size > 0 && gap.share > OPTIMAL_GAP ? gap_amount(gap, objective) / 4 / size : 0;
}

#endif
