/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes rules out of a copy of the case, changes them or lets them give way, and builds the
 * problem. */
#include "model/rules/ruled_case.h"

#include <math.h>

#include "base/whole_number.h"
#include "model/problem/problem_memory.h"
#include "model/problem_build.h"
#include "model/promises/frozen.h"
#include "model/rules/case_copy.h"

/* ---- nothing costs anything ---- */

static void free_of_charge(Case *kase) {
    for (int i = 0; i < kase->n_stations; i++) {
        kase->stations[i].load_cost_per_box = 0;
        kase->stations[i].unload_cost_per_box = 0;
        kase->stations[i].transfer_cost_per_box = 0;
    }
    for (int i = 0; i < kase->n_slots; i++) {
        kase->slots[i].cost_per_train = 0;
        kase->slots[i].cost_per_teu = 0;
        kase->slots[i].cost_per_empty_teu = 0;
    }
    for (int i = 0; i < kase->n_lines; i++) {
        kase->lines[i].cost_per_train = 0;
    }
    for (int i = 0; i < kase->n_demand; i++) {
        kase->demand[i].late_cost_per_day = 0;
        kase->demand[i].unserved_cost_per_box = 0;
        for (int j = 0; j < kase->demand[i].n_tiers; j++) {
            kase->demand[i].tiers[j].revenue_per_box = 0;
        }
    }
    for (int i = 0; i < kase->n_feeders; i++) {
        kase->feeders[i].cost_per_box = 0;
    }
    for (int i = 0; i < kase->n_rakes; i++) {
        for (int j = 0; j < kase->rakes[i].n_reposition; j++) {
            kase->rakes[i].reposition[j].cost = 0;
        }
    }
    for (int i = 0; i < kase->commitments.n_earlier_trains; i++) {
        kase->commitments.earlier_trains[i].price = 0;
    }
    for (int i = 0; i < kase->commitments.n_earlier_itineraries; i++) {
        kase->commitments.earlier_itineraries[i].price = 0;
    }
}

static void equipment_free_of_charge(Case *kase) {
    for (int i = 0; i < kase->n_equipment; i++) {
        for (int j = 0; j < kase->equipment[i].n_at; j++) {
            EquipmentAt *at = &kase->equipment[i].at[j];
            at->storage_cost = 0;
            at->lease_cost = 0;
            at->end_value = 0;
            at->empty_handling_cost = 0;
        }
    }
}

/** Balances that only cost money forbid nothing. */
static void drop_soft_balance(Case *kase) {
    for (int i = 0; i < kase->n_balance; i++) {
        kase->balance[i].trains.given &= !isfinite(kase->balance[i].trains.penalty);
        kase->balance[i].teu.given &= !isfinite(kase->balance[i].teu.penalty);
    }
}

/* ---- rules off, and changed ---- */

static BalanceGoal *balance_goal(Case *kase, const Rule *rule) {
    Balance *balance = &kase->balance[rule->subject];
    return rule->detail == BALANCE_OF_TRAINS ? &balance->trains : &balance->teu;
}

static void part(Cargo *cargo, CargoId other) {
    int kept = 0;
    for (int i = 0; i < cargo->n_apart_from; i++) {
        if (cargo->apart_from[i] != other) {
            cargo->apart_from[kept++] = cargo->apart_from[i];
        }
    }
    cargo->n_apart_from = kept;
}

/** A pool that no slot takes its sets from is unlimited. */
static void unlimit_pool(Case *kase, int pool) {
    for (int i = 0; i < kase->n_slots; i++) {
        kase->slots[i].rake = kase->slots[i].rake == pool ? -1 : kase->slots[i].rake;
    }
    kase->rakes[pool].n_reposition = 0;
}

/** Switches off a rule that either holds or does not; false where it has a number instead. */
static bool switch_off(Case *kase, const Rule *rule) {
    switch (rule->kind) {
    case RULE_MUST:
        kase->demand[rule->subject].must = false;
        return true;
    case RULE_ALWAYS:
        kase->trains[rule->subject].optional = true;
        return true;
    case RULE_FROZEN_TRAIN:
        frozen_let_train_go(kase, rule->subject);
        return true;
    case RULE_FROZEN_NEW:
        kase->commitments.no_new_before = INT64_MIN;
        return true;
    case RULE_UNDER_WAY:
        kase->under_way_eased = true;
        return true;
    case RULE_FROZEN_BOXES:
        frozen_let_boxes_go(kase, rule->subject);
        return true;
    case RULE_REGULAR:
        kase->lines[rule->subject].regular = false;
        return true;
    case RULE_CLOSED_SLOT:
        kase->slots[rule->subject].closed.eased = true;
        return true;
    case RULE_CLOSED_STATION:
        kase->stations[rule->subject].closed.eased = true;
        return true;
    case RULE_CLOSED_FEEDER:
        kase->feeders[rule->subject].closed.eased = true;
        return true;
    case RULE_APART:
        part(&kase->cargo[rule->subject], rule->detail);
        part(&kase->cargo[rule->detail], rule->subject);
        return true;
    default:
        return false;
    }
}

/** The whole number of a rule's field; NULL where it has none, or several. */
static int *number_of(Case *kase, const Rule *rule) {
    switch (rule->kind) {
    case RULE_LINE_MIN:
        return &kase->lines[rule->subject].min_trains_per_week;
    case RULE_LINE_MAX:
        return &kase->lines[rule->subject].max_trains_per_week;
    case RULE_END_MIN:
        return &case_copy_equipment(&kase->equipment[rule->subject], rule->detail)->end_min;
    case RULE_CLASS_BOXES:
        return &kase->cargo[rule->subject].max_boxes_per_train;
    case RULE_SLOT_TRAINS:
        return &kase->slots[rule->subject].max_trains;
    case RULE_TRAINS_PER_DAY:
        return &kase->stations[rule->subject].trains_per_day;
    case RULE_LIFTS:
        return &kase->stations[rule->subject].lifts_per_day;
    case RULE_FEEDER:
        return &kase->feeders[rule->subject].boxes_per_day;
    default:
        return NULL;
    }
}

/** Takes a rule out of the case. RULE_STOCK and RULE_LOAD_FACTOR go when all else is done. */
static void take_out(Case *kase, const Rule *rule) {
    int *number = number_of(kase, rule);
    if (switch_off(kase, rule)) {
        return;
    }
    if (number != NULL) {
        bool least = rule->kind == RULE_LINE_MIN || rule->kind == RULE_END_MIN;
        *number = least ? 0 : NO_LIMIT;
    } else if (rule->kind == RULE_BALANCE) {
        balance_goal(kase, rule)->given = false;
    } else if (rule->kind == RULE_SETS) {
        unlimit_pool(kase, rule->subject);
    }
}

static void change(Case *kase, const Rule *rule, const Change *to) {
    int *number = number_of(kase, rule);
    if (switch_off(kase, rule)) {
        return;
    }
    if (number != NULL) {
        *number = whole_number(round(to->to));
    } else if (rule->kind == RULE_BALANCE) {
        balance_goal(kase, rule)->ratio = to->to;
    } else if (rule->kind == RULE_LOAD_FACTOR) {
        kase->load_factors[rule->subject].min = to->to;
    } else if (rule->kind == RULE_SETS) {
        case_copy_sets(&kase->rakes[rule->subject], to->station)->sets =
            whole_number(round(to->to));
    } else if (rule->kind == RULE_STOCK) {
        case_copy_equipment(&kase->equipment[rule->subject], to->station)->stock =
            whole_number(round(to->to));
    }
}

/** A container type that is not listed is unlimited. */
static void drop_equipment(Case *kase, const Rules *rules, const bool *on) {
    int kept = 0;
    for (int i = 0; i < kase->n_equipment; i++) {
        if (on == NULL || on[rules_find(rules, RULE_STOCK, i, -1)]) {
            kase->equipment[kept++] = kase->equipment[i];
        }
    }
    kase->n_equipment = kept;
}

/** Load-factor rules are by line, so they are taken off its trains. */
static void drop_load_factors(Problem *problem, const Rules *rules, const bool *on) {
    for (TrainId id = 0; id < problem->n_trains && on != NULL; id++) {
        TrainCandidate *train = &problem->trains[id];
        int rule = train->load_factor == NONE
                       ? NONE
                       : rules_find(rules, RULE_LOAD_FACTOR, train->load_factor, train->line);
        if (rule != NONE && !on[rule]) {
            train->load_factor = NONE;
        }
    }
}

/* ---- building ---- */

static RuledCase *ruled_case_begin(const Rules *rules) {
    RuledCase *ruled = g_new0(RuledCase, 1);
    ruled->rules = rules;
    ruled->blocks = case_copy(rules->kase, &ruled->kase);
    free_of_charge(&ruled->kase);
    equipment_free_of_charge(&ruled->kase);
    drop_soft_balance(&ruled->kase);
    return ruled;
}

/** Builds the problem. What there is to say of the case has been said when it was read. */
static bool ruled_case_build(RuledCase *ruled) {
    Findings *findings = findings_new();
    ruled->problem = problem_build(&ruled->kase, findings);
    bool ok = ruled->problem != NULL && findings_errors(findings) == 0;
    findings_free(findings);
    return ok;
}

RuledCase *ruled_case_new(const Rules *rules, const bool *on, const Change *changes,
                          int n_changes) {
    RuledCase *ruled = ruled_case_begin(rules);
    for (int i = 0; i < rules->count && on != NULL; i++) {
        if (!on[i]) {
            take_out(&ruled->kase, &rules->items[i]);
        }
    }
    for (int i = 0; i < n_changes; i++) {
        change(&ruled->kase, &rules->items[changes[i].rule], &changes[i]);
    }
    drop_equipment(&ruled->kase, rules, on);
    if (!ruled_case_build(ruled)) {
        ruled_case_free(ruled);
        return NULL;
    }
    drop_load_factors(ruled->problem, rules, on);
    return ruled;
}

/* ---- elastic ---- */

/** All boxes that could want a container of the type, and all that must stand at the end. */
static int boxes_wanted(const Case *kase, const Equipment *type) {
    int boxes = 0;
    for (int i = 0; i < kase->n_demand; i++) {
        for (int j = 0; j < kase->demand[i].n_tiers; j++) {
            bool ours = kase->demand[i].container == type->container;
            boxes += ours ? kase->demand[i].tiers[j].boxes : 0;
        }
    }
    for (int i = 0; i < type->n_at; i++) {
        boxes += type->at[i].end_min;
    }
    return boxes;
}

static void stretch_equipment(Case *kase) {
    for (int i = 0; i < kase->n_equipment; i++) {
        Equipment *type = &kase->equipment[i];
        int wanted = boxes_wanted(kase, type);
        for (StationId station = 0; station < kase->n_stations; station++) {
            EquipmentAt *at = case_copy_equipment(type, station);
            at->stock += at->lease_boxes;
            at->lease_boxes = wanted;
            at->lease_cost = WORTH_BOX_MORE;
        }
    }
}

static void stretch_demand(Case *kase) {
    for (int i = 0; i < kase->n_demand; i++) {
        Demand *demand = &kase->demand[i];
        if (demand->must) {
            demand->unserved_cost_per_box =
                WORTH_TEU_LEFT * kase->containers[demand->container].teu;
            demand->must = false;
        }
    }
}

static void stretch_balance(Case *kase) {
    for (int i = 0; i < kase->n_balance; i++) {
        kase->balance[i].trains.penalty = WORTH_TRAIN_UNBALANCED;
        kase->balance[i].teu.penalty = WORTH_TEU_UNBALANCED;
    }
}

/** Trains that always run, or are frozen, are missed where they do not run: they earn what missing
 * them costs. */
static void stretch_trains(RuledCase *ruled) {
    const Case *original = ruled->rules->kase;
    for (TrainId id = 0; id < ruled->problem->n_trains; id++) {
        TrainCandidate *train = &ruled->problem->trains[id];
        bool always = train->hand != NONE && !original->trains[train->hand].optional;
        train->cost = always ? -WORTH_TRAIN_DROPPED : 0;
    }
    frozen_price_trains(ruled->problem, original, WORTH_TRAIN_MOVED);
}

RuledCase *ruled_case_elastic(const Rules *rules) {
    RuledCase *ruled = ruled_case_begin(rules);
    for (int i = 0; i < rules->count; i++) {
        if (rules->items[i].kind == RULE_ALWAYS) {
            take_out(&ruled->kase, &rules->items[i]);
        }
    }
    stretch_demand(&ruled->kase);
    stretch_balance(&ruled->kase);
    stretch_equipment(&ruled->kase);
    frozen_stretch(&ruled->kase, WORTH_BOX_MOVED);
    ruled->kase.under_way_eased = true;
    if (!ruled_case_build(ruled)) {
        ruled_case_free(ruled);
        return NULL;
    }
    stretch_trains(ruled);
    return ruled;
}

void ruled_case_free(RuledCase *ruled) {
    if (ruled != NULL) {
        problem_free(ruled->problem);
        g_ptr_array_unref(ruled->blocks);
        g_free(ruled);
    }
}
