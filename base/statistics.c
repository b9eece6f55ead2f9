/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Percentiles by rank, and correlation of ranks. */
#include "base/statistics.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

static int compare_numbers(const void *a, const void *b) {
    const double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

void numbers_sort(double *numbers, int count) {
    if (count > 0) {
        qsort(numbers, (size_t)count, sizeof *numbers, compare_numbers);
    }
}

double numbers_percentile(const double *sorted, int count, int percent) {
    if (count == 0) {
        return (double)NAN;
    }
    const int64_t rank = ((int64_t)percent * count + 99) / 100;
    return sorted[rank < 1 ? 0 : rank - 1];
}

double numbers_mean(const double *numbers, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
        sum += numbers[i];
    }
    return count == 0 ? (double)NAN : sum / count;
}

/** A number and where it stands in its list. */
typedef struct {
    double number;
    int index;
} Ranked;

static int compare_ranked(const void *a, const void *b) {
    return compare_numbers(&((const Ranked *)a)->number, &((const Ranked *)b)->number);
}

/** Writes the ranks, from 1, less the mean of all ranks. */
static void centred_ranks(const double *numbers, int count, Ranked *room, double *ranks) {
    for (int i = 0; i < count; i++) {
        room[i] = (Ranked){numbers[i], i};
    }
    qsort(room, (size_t)count, sizeof *room, compare_ranked);
    for (int from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && room[to].number == room[from].number; to++) {
        }
        for (int i = from; i < to; i++) {
            ranks[room[i].index] = (from + 1 + to) / 2.0 - (count + 1) / 2.0;
        }
    }
}

static double product_sum(const double *a, const double *b, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
        sum += a[i] * b[i];
    }
    return sum;
}

bool numbers_rank_correlation(const double *first, const double *second, int count,
                              double *rank_correlation) {
    *rank_correlation = (double)NAN;
    if (count < 2) {
        return true;
    }
    Ranked *room = malloc((size_t)count * sizeof *room);
    double *ranks = malloc(2 * (size_t)count * sizeof *ranks);
    const bool ok = room != NULL && ranks != NULL;
    if (ok) {
        double *others = ranks + count;
        centred_ranks(first, count, room, ranks);
        centred_ranks(second, count, room, others);
        const double both = product_sum(ranks, ranks, count) * product_sum(others, others, count);
        *rank_correlation = both > 0 ? product_sum(ranks, others, count) / sqrt(both) : (double)NAN;
    }
    free(room);
    free(ranks);
    return ok;
}
