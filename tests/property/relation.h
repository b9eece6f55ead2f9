/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Relations between two cases: what a change to a case may do to its values.
 *
 *  None of them knows the right value, so they also find mistakes that engine and compact model
 *  share. */
#ifndef BANLIE_TESTS_PROPERTY_RELATION_H
#define BANLIE_TESTS_PROPERTY_RELATION_H

#include "tests/property/case_text.h"
#include "tests/property/random_number.h"
#include "tests/property/trial.h"

typedef enum {
    SAME_VALUE, /**< the same relaxation, and optima that may be the same */
    NO_GAIN,    /**< the changed case is worth no more */
    NO_LOSS     /**< and here no less */
} Expectation;

/** The two cases, alike until a relation changes them. */
typedef struct {
    RandomCase before, after;
    CaseTextOptions before_text, after_text;
    bool before_changed; /**< both cases differ from the one that was drawn */
    Expectation expected;
    double scale, offset; /**< SAME_VALUE: after = scale * before + offset */
} Pair;

typedef struct {
    const char *name;
    /** Changes one of the cases, or both.
     *  @return false where the case has nothing to change */
    bool (*change)(Pair *pair, Random *random);
} Relation;

/** The tables, each ending with a name that is NULL. */
extern const Relation same_relations[];
extern const Relation identity_relations[];
extern const Relation limit_relations[];

/** All relations.
 *  @return how many there are */
int relations_all(Relation relations[MAX_RELATIONS]);

/** Checks some of the relations, in turn from seed to seed. */
void relations_check(Trial *trial, const RandomCase *kase);

#endif
