/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes prices.csv: the prices of those rules that no other file has a column for. */
#include "export/tables/plan_csv.h"

static const char *price_kind_text(RowGroup group) {
    switch (group) {
    case ROW_FLAT_TEU:
        return "first_level";
    case ROW_CLASS_BOXES:
        return "max_boxes_per_train";
    case ROW_CLASS_PRESENT:
        return "class_aboard";
    case ROW_CLASSES_APART:
        return "apart_from";
    case ROW_LOAD_FACTOR:
        return "load_factor";
    case ROW_BALANCE_TEU:
        return "balance";
    case ROW_FLEET:
        return "fleet";
    case ROW_COMMITMENT:
        return "commitment";
    case ROW_EMPTIES_KEPT:
        return "empties_kept";
    default:
        return "";
    }
}

static void put_cargo(const PlanView *view, CsvWriter *csv, CargoId cargo) {
    csv_put_text(csv, view->problem->kase->cargo[cargo].code);
}

static void put_price_of_train(const PlanView *view, CsvWriter *csv, TrainId train) {
    csv_put_text(csv, train_name(view->names, train));
}

/** Train and leg, as capacity.csv has them. */
static void put_price_of_leg(const PlanView *view, CsvWriter *csv, LegId id) {
    const Leg *leg = &view->problem->legs[id];
    put_price_of_train(view, csv, leg->train);
    csv_put_int(csv, plan_view_leg_number(view, id));
}

/** The week, or that it is the whole horizon. */
static void put_week(CsvWriter *csv, int week) {
    if (week == NONE) {
        csv_put_text(csv, "horizon");
    } else {
        csv_put_int(csv, week);
    }
}

/** The line, and which of its trains are taken together. */
static void put_load_factor(const PlanView *view, CsvWriter *csv, const RulePrice *rule) {
    const Problem *problem = view->problem;
    csv_put_text(csv, problem->kase->lines[rule->subject].code);
    for (int i = 0; i < problem->kase->n_load_factors; i++) {
        const LoadFactor *least = &problem->kase->load_factors[i];
        if (!pattern_matches(least->lines, problem->kase->lines[rule->subject].code)) {
            continue;
        }
        if (least->per == PER_TRAIN) {
            put_price_of_train(view, csv, rule->detail);
        } else {
            put_week(csv, least->per == PER_WEEK ? rule->detail : NONE);
        }
        return;
    }
}

/** What the rule is about: cells `of`, `part`, `cargo` and `other_cargo`. */
static void put_subject(const PlanView *view, CsvWriter *csv, const RulePrice *rule) {
    const Case *kase = view->problem->kase;
    CargoId cargo = NONE, other = NONE;
    switch (rule->group) {
    case ROW_CLASS_BOXES:
    case ROW_CLASS_PRESENT:
        cargo = rule->detail;
        put_price_of_leg(view, csv, rule->subject);
        break;
    case ROW_CLASSES_APART:
        cargo = rule->detail;
        other = rule->further;
        put_price_of_train(view, csv, rule->subject);
        csv_put_empty(csv);
        break;
    case ROW_LOAD_FACTOR:
        put_load_factor(view, csv, rule);
        break;
    case ROW_BALANCE_TEU: /* by its place in the case: it need not have a name */
        csv_put_int(csv, rule->subject + 1);
        put_week(csv, rule->detail);
        break;
    case ROW_FLEET:
        csv_put_text(csv, kase->containers[kase->equipment[rule->subject].container].code);
        csv_put_empty(csv);
        break;
    case ROW_COMMITMENT:
        csv_put_text(csv, kase->commitments.earlier_itineraries[rule->subject].booking);
        csv_put_int(csv, rule->subject + 1);
        break;
    default:
        put_price_of_leg(view, csv, rule->subject);
        break;
    }
    if (rule->group == ROW_EMPTIES_KEPT) {
        csv_put_text(csv, kase->containers[kase->equipment[rule->detail].container].code);
    } else if (cargo == NONE) {
        csv_put_empty(csv);
    } else {
        put_cargo(view, csv, cargo);
    }
    if (other == NONE) {
        csv_put_empty(csv);
    } else {
        put_cargo(view, csv, other);
    }
}

void prices_csv_write(const PlanView *view, CsvWriter *csv) {
    const Prices *prices = &view->plan->prices;
    for (int i = 0; i < prices->n_rules; i++) {
        csv_put_text(csv, price_kind_text(prices->rules[i].group));
        put_subject(view, csv, &prices->rules[i]);
        csv_put_ratio(csv, prices->rules[i].price);
        csv_end_row(csv);
    }
}
