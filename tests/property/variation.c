#include "tests/property/variation.h"

#include <math.h>

#include "tests/property/plan_property.h"
#include "tests/property/random_number.h"

/** What a plan's values have come to; all -INFINITY where the case is infeasible. */
typedef struct {
    bool ok;
    double relaxation, objective, bound;
} Values;

static Values plan_values(const LoadedCase *loaded) {
    Values values = {.ok = false};
    Plan *plan = loaded_case_plan(loaded, false, PROPERTY_GAP);
    Plan *relaxed = loaded_case_plan(loaded, true, PROPERTY_GAP);
    if (plan != NULL && relaxed != NULL) {
        const double none = -(double)INFINITY;
        bool found = plan->runs != NULL;
        values.ok = found || plan->status == PLAN_INFEASIBLE;
        values.relaxation = relaxed->status == PLAN_INFEASIBLE ? none : relaxed->relaxation;
        values.objective = found ? plan->objective : none;
        values.bound = found ? plan->bound : none;
    }
    if (plan != NULL) {
        plan_free(plan);
    }
    if (relaxed != NULL) {
        plan_free(relaxed);
    }
    return values;
}

static Values case_values(Trial *trial, const RandomCase *kase, const CaseTextOptions *options) {
    LoadedCase loaded;
    Values values = {.ok = false};
    if (trial_load(trial, kase, options, &loaded)) {
        values = plan_values(&loaded);
        if (!values.ok) {
            trial_fail(trial, "a variation of the case has no answer");
        }
    }
    loaded_case_clear(&loaded);
    trial->tally->variations++;
    return values;
}

static bool at_most(double value, double limit) {
    return value <= limit || value <= limit + value_tolerance(limit);
}

static bool same(double a, double b) {
    return at_most(a, b) && at_most(b, a);
}

/** The relaxation is the same, and neither plan beats the other's bound. */
static void expect_same(Trial *trial, const char *change, Values before, Values after,
                        double scale) {
    if (!before.ok || !after.ok) {
        return;
    }
    if (!same(after.relaxation, scale * before.relaxation)) {
        trial_fail(trial, "%s: relaxation %.9g, expected %.9g", change, after.relaxation,
                   scale * before.relaxation);
    }
    if (!at_most(after.objective, scale * before.bound) ||
        !at_most(scale * before.objective, after.bound)) {
        trial_fail(trial, "%s: objective %.9g to %.9g, expected %.9g to %.9g", change,
                   after.objective, after.bound, scale * before.objective, scale * before.bound);
    }
}

static void expect_no_gain(Trial *trial, const char *change, Values before, Values after) {
    if (!before.ok || !after.ok) {
        return;
    }
    if (!at_most(after.relaxation, before.relaxation)) {
        trial_fail(trial, "%s: relaxation rises from %.9g to %.9g", change, before.relaxation,
                   after.relaxation);
    }
    if (!at_most(after.objective, before.bound)) {
        trial_fail(trial, "%s: objective %.9g beats the bound %.9g of before", change,
                   after.objective, before.bound);
    }
}

/** Cuts one limit of the case. Less room also asks less of a train that must be filled to a share,
 *  so `teu` is left alone where least load factors hold.
 *  @return what was done */
static const char *tighten(RandomCase *kase, Random *random) {
    RandomStation *station = &kase->stations[random_int(random, 0, kase->n_stations - 1)];
    RandomSlot *slot = &kase->slots[random_int(random, 0, kase->n_slots - 1)];
    RandomLine *line = &kase->lines[random_int(random, 0, kase->n_lines - 1)];
    switch (random_int(random, kase->has[FEATURE_MIN_LOAD] ? 1 : 0, 4)) {
    case 0:
        slot->teu -= random_int(random, 1, 3);
        return "less teu";
    case 1:
        station->lifts_per_day = station->lifts_per_day == ABSENT ? 6 : station->lifts_per_day / 2;
        return "fewer lifts";
    case 2:
        line->max_trains = line->max_trains == ABSENT ? 1 : line->max_trains - 1;
        line->min_trains = line->min_trains > line->max_trains ? ABSENT : line->min_trains;
        return "fewer trains a week";
    case 3:
        station->trains_per_day = 1;
        return "fewer trains a day";
    default:
        slot->tonnes = slot->tonnes == ABSENT ? slot->teu * 8 : slot->tonnes / 2;
        return "fewer tonnes";
    }
}

/** Makes two bookings with the same terms of one; false where there is none to split. */
static bool split_booking(RandomCase *kase, Random *random) {
    int first = random_int(random, 0, kase->n_demand - 1);
    for (int i = 0; i < kase->n_demand; i++) {
        RandomBooking *booking = &kase->demand[(first + i) % kase->n_demand];
        if (booking->boxes >= 2 && booking->tier_boxes == 0) {
            RandomBooking *part = &kase->demand[kase->n_demand++];
            *part = *booking;
            part->boxes = random_int(random, 1, booking->boxes - 1);
            booking->boxes -= part->boxes;
            return true;
        }
    }
    return false;
}

void variation_check(Trial *trial, const RandomCase *kase) {
    const CaseTextOptions plain = {.money = 1};
    const CaseTextOptions shuffled = {.money = 1, .shuffled = true, .seed = trial->seed};
    const CaseTextOptions tenths = {.money = 10};
    Random random = random_seeded(trial->seed);
    Values before = case_values(trial, kase, &plain);
    expect_same(trial, "another order", before, case_values(trial, kase, &shuffled), 1);
    expect_same(trial, "money in tenths", before, case_values(trial, kase, &tenths), 10);
    RandomCase changed = *kase;
    const char *change = tighten(&changed, &random);
    expect_no_gain(trial, change, before, case_values(trial, &changed, &plain));
    changed = *kase;
    if (split_booking(&changed, &random)) {
        expect_same(trial, "a split booking", before, case_values(trial, &changed, &plain), 1);
    }
}
