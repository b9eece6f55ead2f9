/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds up values of sets, with what is known of how far each may be from the best. */
#include "study/why/figures.h"

#include <math.h>

#include "base/decimals.h"

/* ---- sets ---- */

enum { SET_NONE, SET_ALL, SET_SINGLES };

int sets_count(int n) {
    static const int few[] = {0, 2, 4}; /* of two, each alone is all but the other */
    return n >= 0 && n < (int)G_N_ELEMENTS(few) ? few[n] : 2 * n + SET_SINGLES;
}

static int set_of_alone(int n, int difference) {
    return n == 1 ? SET_ALL : SET_SINGLES + difference;
}

static int set_of_last(int n, int difference) {
    if (n == 1) {
        return SET_NONE;
    }
    return n == 2 ? SET_SINGLES + 1 - difference : SET_SINGLES + n + difference;
}

bool *set_differences(int n, int set) {
    bool *made = g_new(bool, (gsize)n + 1);
    const bool alone = set < SET_SINGLES + n;
    const int own = alone ? set - SET_SINGLES : set - SET_SINGLES - n;
    for (int i = 0; i < n; i++) {
        made[i] = set < SET_SINGLES ? set == SET_ALL : (i == own) == alone;
    }
    return made;
}

/* ---- sums ---- */

/** How often each set is added; below 0 it is taken away. */
static int *times_new(int n) {
    return g_new0(int, (gsize)sets_count(n) + 1);
}

/** Rounds off what doubles are off by: values have six decimals at most. */
static double without_noise(double value) {
    return isfinite(value) ? decimals_round(value, 6, round) : (double)NAN;
}

/** The sum, no less and no more. */
static WhyFigure sum_of_sets(const SetValue *values, int n, const int *times) {
    WhyFigure figure = {0, 0, 0};
    for (int i = 0; i < sets_count(n); i++) {
        const SetValue *value = &values[i];
        if (times[i] != 0) {
            figure.value += times[i] * value->objective;
            figure.low += times[i] * (times[i] > 0 ? value->objective : value->bound);
            figure.high += times[i] * (times[i] > 0 ? value->bound : value->objective);
        }
    }
    return (WhyFigure){without_noise(figure.value), without_noise(figure.low),
                       without_noise(figure.high)};
}

static WhyFigure figure_between(const SetValue *values, int n, int with, int without) {
    int *times = times_new(n);
    times[with]++;
    times[without]--;
    const WhyFigure figure = sum_of_sets(values, n, times);
    g_free(times);
    return figure;
}

WhyFigure figure_alone(const SetValue *values, int n, int difference) {
    return figure_between(values, n, set_of_alone(n, difference), SET_NONE);
}

WhyFigure figure_last(const SetValue *values, int n, int difference) {
    return figure_between(values, n, SET_ALL, set_of_last(n, difference));
}

WhyFigure figure_total(const SetValue *values, int n) {
    return n == 0 ? (WhyFigure){0, 0, 0} : figure_between(values, n, SET_ALL, SET_NONE);
}

WhyFigure figure_interaction(const SetValue *values, int n) {
    if (n == 0) {
        return (WhyFigure){0, 0, 0};
    }
    int *times = times_new(n);
    times[SET_ALL]++;
    times[SET_NONE] += n - 1;
    for (int i = 0; i < n; i++) {
        times[set_of_alone(n, i)]--;
    }
    const WhyFigure figure = sum_of_sets(values, n, times);
    g_free(times);
    return figure;
}
