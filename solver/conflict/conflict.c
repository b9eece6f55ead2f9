/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search for a conflict: repairs first, then a set of rules that clash, made minimal. */
#include "solver/conflict/conflict.h"

#include <stdlib.h>
#include <string.h>

#include "model/promises/frozen.h"
#include "solver/conflict/spare_repairs.h"
#include "solver/lp/backends.h"
#include "solver/tolerances.h"

/** Nodes of one question's search, and of the elastic one. */
enum { TEST_NODES = 64, ELASTIC_NODES = 45 };

/** One search for a conflict. */
typedef struct {
    Conflict *conflict;
    const Backend *backend;
    Clock clock;
    bool *on;     /**< per rule: in the set, which is known to clash */
    bool *asked;  /**< scratch per rule */
    int *members; /**< of the set, in the order in which the filter tries to spare them */
    int count;
    long node_limit; /**< of the present questions */
    int unanswered;  /**< questions without an answer within their limit */
    bool open;       /**< there was one in the present round */
    bool assumed;    /**< that all rules clash is the caller's word alone */
} Filter;

/** Notes how a piece of the work ended. */
static void note(Filter *filter, Outcome status) {
    if (outcome_failed(status)) {
        filter->conflict->ended = status;
    }
}

/** True where memory is out: nothing more is asked. */
static bool given_up(const Filter *filter) {
    return filter->conflict->ended == OUTCOME_NO_MEMORY;
}

/** True where the rules that are `on` are proven to clash. */
static bool clash(Filter *filter, const bool *on) {
    RuledCase *ruled = ruled_case_new(&filter->conflict->rules, on, NULL, 0);
    Outcome status = ruled == NULL
                         ? OUTCOME_NO_MEMORY
                         : rules_test(ruled, NULL, filter->backend, &filter->clock,
                                      question_nodes(filter->node_limit, filter->unanswered));
    ruled_case_free(ruled);
    note(filter, status);
    filter->unanswered += status == OUTCOME_STOPPED;
    filter->open |= status == OUTCOME_STOPPED || outcome_failed(status);
    return status == OUTCOME_INFEASIBLE;
}

/* ---- the set to start from ---- */

/** Takes the rules that are `on` (NULL: all) as the set, where they are proven to clash. */
static bool take_set(Filter *filter, const bool *on) {
    int n_rules = filter->conflict->rules.count;
    for (int i = 0; i < n_rules; i++) {
        filter->on[i] = on == NULL || on[i];
    }
    return clash(filter, filter->on);
}

/** The rules that the relaxation's proof leans on; all, where whole trains and boxes are needed to
 * make them clash. Those clash in any case: the case has no plan. */
static void take_first_set(Filter *filter, const Elastic *elastic) {
    filter->node_limit = 0;
    if (elastic->broken > 0 && (take_set(filter, elastic->leaned) || take_set(filter, NULL))) {
        return;
    }
    filter->node_limit = TEST_NODES;
    filter->assumed = !take_set(filter, NULL);
}

/** Large bookings are kept rather than small ones: fewer make a clash. */
static double size_of(const Case *kase, const Rule *rule) {
    double teu = 0;
    if (rule->kind == RULE_MUST) {
        const Demand *demand = &kase->demand[rule->subject];
        for (int i = 0; i < demand->n_tiers; i++) {
            teu += demand->tiers[i].boxes * kase->containers[demand->container].teu;
        }
    } else if (rule->kind == RULE_FROZEN_BOXES) {
        const Demand *demand = &kase->demand[rule->subject];
        teu = frozen_boxes(kase, rule->subject) * kase->containers[demand->container].teu;
    }
    return teu;
}

/** A rule in the order in which the filter tries to spare them. */
typedef struct {
    int rule;
    RuleKind kind;
    bool repaired;
    double size;
} Candidate;

/** Limits are spared before what is asked for, and what a repair is offered for last: so the
 * conflict tells of that if it can. */
static int compare_candidates(const void *a, const void *b) {
    const Candidate *x = a, *y = b;
    if (x->repaired != y->repaired) {
        return x->repaired ? 1 : -1;
    }
    if (x->kind != y->kind) {
        return x->kind > y->kind ? -1 : 1;
    }
    if (x->size != y->size) {
        return x->size < y->size ? -1 : 1;
    }
    return (x->rule < y->rule) - (x->rule > y->rule);
}

static bool order_members(Filter *filter) {
    const Conflict *conflict = filter->conflict;
    const Rules *rules = &conflict->rules;
    Candidate *order = calloc((size_t)rules->count + 1, sizeof *order);
    if (order == NULL) {
        return false;
    }
    filter->count = 0;
    for (int rule = 0; rule < rules->count; rule++) {
        const Rule *own = &rules->items[rule];
        if (filter->on[rule]) {
            order[filter->count++] = (Candidate){rule, own->kind, false, size_of(rules->kase, own)};
        }
    }
    for (int i = 0; i < filter->count * conflict->repairs.count; i++) {
        Candidate *candidate = &order[i / conflict->repairs.count];
        const Repair *repair = &conflict->repairs.items[i % conflict->repairs.count];
        candidate->repaired |= repair->change.rule == candidate->rule;
    }
    qsort(order, (size_t)filter->count, sizeof *order, compare_candidates);
    for (int i = 0; i < filter->count; i++) {
        filter->members[i] = order[i].rule;
    }
    free(order);
    return true;
}

/* ---- the filter ---- */

/** Spares `size` members from `first` on where the others still clash.
 *  @return true where they were spared; the later members have moved up */
static bool spare(Filter *filter, int first, int size) {
    memcpy(filter->asked, filter->on, (size_t)filter->conflict->rules.count * sizeof(bool));
    for (int i = first; i < first + size; i++) {
        filter->asked[filter->members[i]] = false;
    }
    if (!clash(filter, filter->asked)) {
        return false;
    }
    memcpy(filter->on, filter->asked, (size_t)filter->conflict->rules.count * sizeof(bool));
    memmove(&filter->members[first], &filter->members[first + size],
            (size_t)(filter->count - first - size) * sizeof(int));
    filter->count -= size;
    return true;
}

/** Spares members in ever smaller lots, at last one by one, by questions of at most so many nodes.
 * A member that could not be spared alone cannot be later either, when fewer others are left: one
 * pass of single ones is enough. */
static void reduce(Filter *filter, long node_limit) {
    int size = filter->count / 2;
    filter->node_limit = node_limit;
    for (size = size < 1 ? 1 : size; size >= 1; size /= 2) {
        filter->open = false;
        for (int first = 0; first < filter->count;) {
            int lot = filter->count - first < size ? filter->count - first : size;
            if (clock_expired(&filter->clock) || given_up(filter)) {
                filter->open = true;
                return;
            }
            first += spare(filter, first, lot) ? 0 : lot;
        }
    }
}

static void write_members(const Filter *filter) {
    Conflict *conflict = filter->conflict;
    for (int rule = 0; rule < conflict->rules.count; rule++) {
        if (filter->on[rule]) {
            conflict->members[conflict->n_members++] = rule;
        }
    }
    conflict->minimal = !filter->open && !filter->assumed;
}

/* ---- repairs ---- */

/** Whether the whole case has a plan with the repairs: that of the elastic phase, or another; and
 * which of them are needed for that. */
static void try_repairs(Filter *filter, const Elastic *elastic) {
    Conflict *conflict = filter->conflict;
    if (conflict->repairs.count > 0) {
        Clock clock = clock_start(REPAIR_SHARE * clock_left(&filter->clock), filter->clock.stop);
        Outcome status = repairs_spare(&conflict->repairs, &conflict->rules, &elastic->plan,
                                       filter->backend, &clock, TEST_NODES);
        conflict->repaired = status == OUTCOME_DONE;
        note(filter, status);
    }
}

/* ---- all of it ---- */

static bool filter_init(Filter *filter, const Case *kase) {
    filter->conflict->rules = rules_of_case(kase);
    size_t count = (size_t)filter->conflict->rules.count + 1;
    filter->on = calloc(count, sizeof(bool));
    filter->asked = calloc(count, sizeof(bool));
    filter->members = calloc(count, sizeof(int));
    filter->conflict->members = calloc(count, sizeof(int));
    return filter->on != NULL && filter->asked != NULL && filter->members != NULL &&
           filter->conflict->members != NULL;
}

/** Where fractions of trains clash already, those questions come first: they are cheap. */
static void narrow(Filter *filter, const Elastic *elastic) {
    bool ordered = order_members(filter);
    if (elastic->broken > 0 && ordered) {
        reduce(filter, 0);
    }
    if (ordered) {
        reduce(filter, TEST_NODES);
    }
    filter->open |= !ordered;
    write_members(filter);
}

static void look_for_conflict(Filter *filter) {
    Elastic elastic;
    Clock clock = clock_start(ELASTIC_SHARE * clock_left(&filter->clock), filter->clock.stop);
    Outcome status =
        elastic_solve(&filter->conflict->rules, filter->backend, &clock, ELASTIC_NODES, &elastic);
    note(filter, status);
    if (!given_up(filter)) {
        filter->conflict->repairs = repairs_read(&filter->conflict->rules, &elastic);
        try_repairs(filter, &elastic);
        take_first_set(filter, &elastic);
        narrow(filter, &elastic);
    }
    elastic_clear(&elastic);
}

Conflict *conflict_find(const Case *kase, const ConflictOptions *options) {
    Filter filter = {.conflict = calloc(1, sizeof(Conflict)),
                     .backend = options->backend != NULL ? options->backend : backend_find(NULL),
                     .clock = clock_start(options->time_limit_s, options->stop)};
    if (filter.conflict == NULL) {
        return NULL;
    }
    if (filter_init(&filter, kase)) {
        look_for_conflict(&filter);
    } else {
        filter.conflict->ended = OUTCOME_NO_MEMORY;
    }
    free(filter.on);
    free(filter.asked);
    free(filter.members);
    return filter.conflict;
}

void conflict_free(Conflict *conflict) {
    if (conflict != NULL) {
        repairs_clear(&conflict->repairs);
        rules_clear(&conflict->rules);
        free(conflict->members);
        free(conflict);
    }
}
