/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fixed piece of work of the kind an LP solver does, so that figures of different machines
 * compare: elimination in dense rows, and a walk through a permutation larger than the caches.
 * Prints its seconds, the best of three. */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { SIZE = 500, PLACES = 1 << 21, RUNS = 3 };

static uint32_t next_number(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static double eliminate(double *matrix) {
    uint32_t state = 1;
    for (int i = 0; i < SIZE * SIZE; i++) {
        matrix[i] = (double)next_number(&state) / (1 << 24) + (i % (SIZE + 1) == 0 ? SIZE : 0);
    }
    for (int pivot = 0; pivot < SIZE; pivot++) {
        for (int row = pivot + 1; row < SIZE; row++) {
            double factor = matrix[row * SIZE + pivot] / matrix[pivot * SIZE + pivot];
            for (int column = pivot; column < SIZE; column++) {
                matrix[row * SIZE + column] -= factor * matrix[pivot * SIZE + column];
            }
        }
    }
    return matrix[SIZE * SIZE - 1];
}

/** Makes one cycle of all places (Sattolo) and walks it once. */
static double walk(int *next) {
    uint32_t state = 2;
    for (int i = 0; i < PLACES; i++) {
        next[i] = i;
    }
    for (int i = PLACES - 1; i > 0; i--) {
        int j = (int)(next_number(&state) % (uint32_t)i), kept = next[i];
        next[i] = next[j];
        next[j] = kept;
    }
    int place = 0;
    for (int i = 0; i < PLACES; i++) {
        place = next[place];
    }
    return place;
}

int main(void) {
    double *matrix = calloc((size_t)SIZE * SIZE, sizeof *matrix);
    int *next = calloc(PLACES, sizeof *next);
    if (matrix == NULL || next == NULL) {
        free(matrix);
        free(next);
        return EXIT_FAILURE;
    }
    double best = 1e9, result = 0;
    for (int i = 0; i < RUNS; i++) {
        double begun = seconds();
        result += eliminate(matrix) + walk(next);
        double took = seconds() - begun;
        best = took < best ? took : best;
    }
    printf("%.3f\n", result == 0 ? 0 : best); /* the result is used, so the work is done */
    free(matrix);
    free(next);
    return EXIT_SUCCESS;
}
