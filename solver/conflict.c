#include "solver/conflict.h"

#include <stdlib.h>
#include <string.h>

/** Nodes of one question's search. */
enum { TEST_NODES = 400, ELASTIC_NODES = 400 };

/** One search for a conflict. */
typedef struct {
    Conflict *conflict;
    const Backend *backend;
    Clock clock;
    bool *on;     /**< per rule: in the set, which is known to clash */
    bool *asked;  /**< scratch per rule */
    int *members; /**< of the set, in the order in which the filter tries to spare them */
    int count;
    bool open;   /**< some question had no answer within its limit */
    bool failed; /**< memory ran out, or the LP backend gave up */
} Filter;

/** True where the rules are proven to clash. */
static bool clash(Filter *filter, const bool *on, const Change *changes, int n_changes,
                  RulesStatus *status) {
    RuledCase *ruled = ruled_case_new(&filter->conflict->rules, on, changes, n_changes);
    *status = ruled == NULL ? RULES_NO_MEMORY
                            : rules_test(ruled, filter->backend, &filter->clock, TEST_NODES);
    ruled_case_free(ruled);
    filter->failed |= *status == RULES_NO_MEMORY || *status == RULES_FAILED;
    return *status == RULES_CLASH;
}

/* ---- the set to start from ---- */

/** Takes the rules that are `on` (NULL: all) as the set, where they are proven to clash. */
static bool take_set(Filter *filter, const bool *on) {
    RulesStatus status;
    int n_rules = filter->conflict->rules.count;
    for (int i = 0; i < n_rules; i++) {
        filter->on[i] = on == NULL || on[i];
    }
    return clash(filter, filter->on, NULL, 0, &status);
}

/** The rules that the relaxation's proof leans on, else all. */
static bool start(Filter *filter, const Elastic *elastic) {
    return (elastic->broken > 0 && take_set(filter, elastic->leaned)) ||
           (!filter->failed && take_set(filter, NULL));
}

/** Limits are spared before what is asked for, and what a repair is offered for last: so the
 * conflict tells of that if it can. */
static void order_members(Filter *filter) {
    const Conflict *conflict = filter->conflict;
    memset(filter->asked, 0, (size_t)conflict->rules.count * sizeof *filter->asked);
    for (int i = 0; i < conflict->repairs.count; i++) {
        filter->asked[conflict->repairs.items[i].change.rule] = true;
    }
    filter->count = 0;
    for (int repaired = 0; repaired < 2; repaired++) {
        for (int rule = conflict->rules.count - 1; rule >= 0; rule--) {
            if (filter->on[rule] && filter->asked[rule] == (repaired == 1)) {
                filter->members[filter->count++] = rule;
            }
        }
    }
}

/* ---- the filter ---- */

/** Spares `size` members from `first` on where the others still clash.
 *  @return true where they were spared; the later members have moved up */
static bool spare(Filter *filter, int first, int size) {
    RulesStatus status;
    memcpy(filter->asked, filter->on, (size_t)filter->conflict->rules.count * sizeof(bool));
    for (int i = first; i < first + size; i++) {
        filter->asked[filter->members[i]] = false;
    }
    if (!clash(filter, filter->asked, NULL, 0, &status)) {
        filter->open |= status == RULES_OPEN;
        return false;
    }
    memcpy(filter->on, filter->asked, (size_t)filter->conflict->rules.count * sizeof(bool));
    memmove(&filter->members[first], &filter->members[first + size],
            (size_t)(filter->count - first - size) * sizeof(int));
    filter->count -= size;
    return true;
}

/** Spares members in ever smaller lots, at last one by one. A member that could not be spared alone
 * cannot be later either, when fewer others are left: one pass of single ones is enough. */
static void reduce(Filter *filter) {
    int size = filter->count / 2;
    for (size = size < 1 ? 1 : size; size >= 1; size /= 2) {
        filter->open = false;
        for (int first = 0; first < filter->count && !filter->failed;) {
            int lot = filter->count - first < size ? filter->count - first : size;
            if (clock_expired(&filter->clock)) {
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
    conflict->minimal = !filter->open;
}

/* ---- repairs ---- */

/** Whether the whole case has a plan with the repairs. */
static void check_repairs(Filter *filter) {
    const Repairs *repairs = &filter->conflict->repairs;
    Change *changes = calloc((size_t)repairs->count + 1, sizeof *changes);
    if (changes == NULL || repairs->count == 0) {
        filter->failed |= changes == NULL;
        free(changes);
        return;
    }
    for (int i = 0; i < repairs->count; i++) {
        changes[i] = repairs->items[i].change;
    }
    RulesStatus status;
    clash(filter, NULL, changes, repairs->count, &status);
    filter->conflict->repaired = status == RULES_HOLD;
    free(changes);
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

static void find(Filter *filter) {
    Elastic elastic;
    RulesStatus status = elastic_solve(&filter->conflict->rules, filter->backend, &filter->clock,
                                       ELASTIC_NODES, &elastic);
    filter->failed = status == RULES_NO_MEMORY;
    if (!filter->failed) {
        filter->conflict->repairs = repairs_read(&filter->conflict->rules, &elastic);
        if (start(filter, &elastic)) {
            order_members(filter);
            reduce(filter);
            write_members(filter);
        }
    }
    elastic_clear(&elastic);
    if (!filter->failed) {
        check_repairs(filter);
    }
}

Conflict *conflict_find(const Case *kase, const ConflictOptions *options) {
    Filter filter = {.conflict = calloc(1, sizeof(Conflict)),
                     .backend = backend_find(options->backend),
                     .clock = clock_start(options->time_limit_s, options->stop)};
    if (filter.conflict == NULL || filter.backend == NULL) {
        free(filter.conflict);
        return NULL;
    }
    filter.failed = !filter_init(&filter, kase);
    if (!filter.failed) {
        find(&filter);
    }
    free(filter.on);
    free(filter.asked);
    free(filter.members);
    filter.backend->shut_down();
    if (filter.failed) {
        conflict_free(filter.conflict);
        return NULL;
    }
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
