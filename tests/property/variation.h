/** @file
 *  Properties of two cases: what a change to a case may do to its values. */
#ifndef BANLIE_TESTS_PROPERTY_VARIATION_H
#define BANLIE_TESTS_PROPERTY_VARIATION_H

#include "tests/property/trial.h"

/** Changes the case in several ways and compares the plans: a tighter limit never pays, a booking
 * may be split, order says nothing, and money may be counted in tenths. */
void variation_check(Trial *trial, const RandomCase *kase);

#endif
