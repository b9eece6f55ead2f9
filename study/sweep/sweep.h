/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A sweep: scenarios and parameters whose points are planned one by one, as a sweep file or a
 * command line has them. Read by sweep_read.h; its points are made by points.h. */
#ifndef BANLIE_STUDY_SWEEP_SWEEP_H
#define BANLIE_STUDY_SWEEP_SWEEP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/distribution.h"
#include "config/case_memory.h"
#include "config/document/document.h"

enum {
    SWEEP_POINTS_MAX = 1000000, /**< more than any machine room plans */
    SWEEP_PARAMETERS_MAX = 100, /**< columns of results.csv beside its own */
    SWEEP_VALUES_MAX = 100000,  /**< of a parameter */
    SWEEP_ENTRIES_MAX = 10000   /**< of `scenarios`, and names of one of them */
};

typedef enum { DESIGN_GRID, DESIGN_ONE_AT_A_TIME, DESIGN_SAMPLE } SweepDesign;
typedef enum { METHOD_LHS, METHOD_RANDOM } SweepMethod;

/** One of `scenarios`: scenarios whose changes are made one after another. */
typedef struct {
    const char *name;        /**< theirs joined by `+`; `base` where there are none */
    const char *const *args; /**< as `--scenario` takes them, `base` left out */
    int n_args;
    Place place; /**< no file where it comes from the command line */
} SweepEntry;

typedef enum { VALUE_TEXT, VALUE_NUMBER, VALUE_DURATION } SweepValueKind;

typedef struct {
    const char *text; /**< as names and tables have it, and the case once it is put in */
    SweepValueKind kind;
    double number; /**< the number, or the minutes of the duration; NAN of a text */
} SweepValue;

typedef struct {
    const char *name;
    Place place;
    int unit_min;             /**< minutes of the unit that its numbers are in; 0: they have none */
    const SweepValue *values; /**< NULL where it is drawn from its distribution */
    int n_values;
    Distribution distribution;
    const int *strata; /**< by draw: which of `draw` equal parts it falls into; NULL: in any */
} SweepParameter;

typedef struct {
    SweepEntry *entries;
    int n_entries;
    SweepParameter *parameters;
    int n_parameters;
    const Node *changes; /**< a list of maps with `$NAME` in them; NULL: there are none */
    int *change_names;   /**< per change: a parameter that it names, -1: none */
    SweepDesign design;
    SweepMethod method;
    int draw;
    uint64_t seed;
    int points_of_parameters; /**< for each entry */
    int *first_points;        /**< per entry, and the end of the last: number of its first point */
    int n_points;             /**< from 1 on, without the base */
    CaseMemory *memory;
    Document *document; /**< that the changes stand in; NULL: none */
} Sweep;

/** An empty sweep, to be freed with sweep_free(). */
Sweep *sweep_new(void) __attribute__((warn_unused_result));
void sweep_free(Sweep *sweep);

/** Sets an entry's args and name.
 *  @param names  NULL-terminated; texts are copied */
void sweep_entry_set(Sweep *sweep, SweepEntry *entry, const char *const *names);

#endif
