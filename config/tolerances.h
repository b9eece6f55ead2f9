/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  How exactly a plan has to keep the rules of a case. Part of what the format means, so model,
 * solver and verifier take it from here. */
#ifndef BANLIE_CONFIG_TOLERANCES_H
#define BANLIE_CONFIG_TOLERANCES_H

/** A ratio or load factor is kept where a plan misses it by this share of it at most: numbers of a
 * case have so many digits. Since it is a share of what is asked for, a ratio above 0 is never kept
 * by nothing. */
#define RATIO_GRANTED 0.5e-6

/** What a rule that may not be missed asks for in the end. */
static inline double ratio_granted(double ratio) {
    return ratio * (1 - RATIO_GRANTED);
}

/** What a check of a plan lets pass: twice that, since an LP solver is not exact. */
#define RATIO_CHECKED 1e-6

/** By what share of a limit in TEU or tonnes (of one unit at least) a plan may exceed it: sums of
 * weights are not exact either. */
#define LIMIT_CHECKED 1e-6

#endif
