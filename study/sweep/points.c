/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points by their numbers: entries are slowest, then the parameters in the order of the file. */
#include "study/sweep/points.h"

#include <glib.h>
#include <math.h>

#include "base/philox.h"
#include "base/whole_number.h"

/* Third and fourth words of the counters: of the strata, and of what is drawn. */
enum { COUNTER_STRATA = 1, COUNTER_VALUES = 2, ID_DIGITS_LEAST = 4 };

/* ---- how many ---- */

/** Points of the parameters, for each entry; SWEEP_POINTS_MAX + 1 where there are more than that.
 */
static int count_of_parameters(const Sweep *sweep) {
    if (sweep->design == DESIGN_SAMPLE) {
        return sweep->draw;
    }
    const bool grid = sweep->design == DESIGN_GRID;
    int64_t count = grid ? 1 : 0;
    for (int i = 0; i < sweep->n_parameters && count <= SWEEP_POINTS_MAX; i++) {
        count =
            grid ? count * sweep->parameters[i].n_values : count + sweep->parameters[i].n_values;
    }
    return count > SWEEP_POINTS_MAX ? SWEEP_POINTS_MAX + 1 : (int)count;
}

/** True for the base as an entry that nothing is changed in: it is number 0 already. */
static bool is_base_again(const Sweep *sweep, const SweepEntry *entry) {
    return entry->n_args == 0 && sweep->n_parameters == 0 &&
           (sweep->changes == NULL || sweep->changes->count == 0);
}

/* ---- draws ---- */

static double unit_of(const Sweep *sweep, int draw, int parameter, uint32_t what) {
    const uint32_t counter[4] = {(uint32_t)draw, (uint32_t)parameter, 0, what};
    const PhiloxBlock block = philox_block(sweep->seed, counter);
    return philox_unit(&block, 0);
}

/** An order of the strata of a parameter, any as likely as another. */
static const int *shuffled_strata(const Sweep *sweep, int parameter) {
    int *strata = case_memory_array(sweep->memory, (size_t)sweep->draw, sizeof *strata);
    for (int i = 0; i < sweep->draw; i++) {
        strata[i] = i;
    }
    for (int i = sweep->draw - 1; i >= 1; i--) {
        const double unit = unit_of(sweep, i, parameter, COUNTER_STRATA);
        const int other = whole_number(floor((i + 1) * unit));
        const int held = strata[i];
        strata[i] = strata[other];
        strata[other] = held;
    }
    return strata;
}

bool points_prepare(Sweep *sweep) {
    sweep->first_points =
        case_memory_array(sweep->memory, (size_t)sweep->n_entries + 1, sizeof *sweep->first_points);
    sweep->points_of_parameters = count_of_parameters(sweep);
    int64_t next = 1;
    for (int e = 0; e < sweep->n_entries && next <= SWEEP_POINTS_MAX + 1; e++) {
        sweep->first_points[e] = (int)next;
        next += is_base_again(sweep, &sweep->entries[e]) ? 0 : sweep->points_of_parameters;
    }
    if (next > SWEEP_POINTS_MAX + 1) {
        return false;
    }
    sweep->first_points[sweep->n_entries] = (int)next;
    sweep->n_points = (int)next - 1;
    const bool strata = sweep->design == DESIGN_SAMPLE && sweep->method == METHOD_LHS;
    for (int j = 0; strata && j < sweep->n_parameters; j++) {
        sweep->parameters[j].strata = shuffled_strata(sweep, j);
    }
    return true;
}

/* ---- values ---- */

/** A drawn number; what no case can have is cut. */
static void set_drawn(PointValue *value, const SweepParameter *parameter, double drawn) {
    const double cut = fmin(fmax(drawn, -VALUE_MOST), VALUE_MOST);
    const double number = value_round(cut, parameter->unit_min);
    value->is = (SweepValue){.text = value_text(number, parameter->unit_min, value->own),
                             .kind = parameter->unit_min > 0 ? VALUE_DURATION : VALUE_NUMBER,
                             .number = number};
}

static void draw_value(const Sweep *sweep, int draw, int j, PointValue *value) {
    const SweepParameter *parameter = &sweep->parameters[j];
    double unit = unit_of(sweep, draw, j, COUNTER_VALUES);
    if (parameter->strata != NULL) {
        unit = (parameter->strata[draw] + unit) / sweep->draw;
    }
    if (parameter->values != NULL) {
        const int index = whole_number(floor(unit * parameter->n_values));
        value->is = parameter->values[MIN(index, parameter->n_values - 1)];
    } else {
        set_drawn(value, parameter, distribution_quantile(&parameter->distribution, unit));
    }
}

static void set_sampled(const Sweep *sweep, int draw, SweepPoint *point) {
    for (int j = 0; j < sweep->n_parameters; j++) {
        draw_value(sweep, draw, j, &point->values[j]);
    }
}

/** The last parameter is fastest. */
static void set_of_grid(const Sweep *sweep, int index, SweepPoint *point) {
    for (int j = sweep->n_parameters - 1; j >= 0; j--) {
        const SweepParameter *parameter = &sweep->parameters[j];
        point->values[j].is = parameter->values[index % parameter->n_values];
        index /= parameter->n_values;
    }
}

static void set_alone(const Sweep *sweep, int index, SweepPoint *point) {
    int j = 0;
    while (index >= sweep->parameters[j].n_values) {
        index -= sweep->parameters[j++].n_values;
    }
    point->values[j].is = sweep->parameters[j].values[index];
    point->alone = j;
}

/* ---- points ---- */

SweepPoint *point_new(const Sweep *sweep) {
    SweepPoint *point = g_new0(SweepPoint, 1);
    point->values = g_new0(PointValue, (gsize)MAX(sweep->n_parameters, 1));
    point->n_values = sweep->n_parameters;
    point_set(sweep, 0, point);
    return point;
}

void point_free(SweepPoint *point) {
    if (point != NULL) {
        g_free(point->values);
        g_free(point);
    }
}

void point_set(const Sweep *sweep, int number, SweepPoint *point) {
    point->number = number;
    point->entry = -1;
    point->alone = -1;
    for (int j = 0; j < point->n_values; j++) {
        point->values[j].is = (SweepValue){.number = (double)NAN};
    }
    if (number == 0) {
        return;
    }
    int entry = 0;
    while (number >= sweep->first_points[entry + 1]) {
        entry++;
    }
    point->entry = entry;
    const int index = number - sweep->first_points[entry];
    switch (sweep->design) {
    case DESIGN_GRID:
        set_of_grid(sweep, index, point);
        break;
    case DESIGN_ONE_AT_A_TIME:
        set_alone(sweep, index, point);
        break;
    case DESIGN_SAMPLE:
        set_sampled(sweep, index, point);
        break;
    }
}

const char *point_scenarios(const Sweep *sweep, const SweepPoint *point) {
    return point->entry < 0 ? "base" : sweep->entries[point->entry].name;
}

char *point_name(const Sweep *sweep, const SweepPoint *point) {
    GString *name = g_string_new(point_scenarios(sweep, point));
    for (int j = 0; j < point->n_values; j++) {
        if (point->values[j].is.text != NULL) {
            g_string_append_printf(name, ";%s=%s", sweep->parameters[j].name,
                                   point->values[j].is.text);
        }
    }
    return g_string_free(name, FALSE);
}

const char *point_id(const Sweep *sweep, int number, char text[POINT_ID_SIZE]) {
    int digits = 1;
    for (int left = sweep->n_points; left >= 10; left /= 10) {
        digits++;
    }
    (void)g_snprintf(text, POINT_ID_SIZE, "%0*d", MAX(digits, ID_DIGITS_LEAST), number);
    return text;
}
