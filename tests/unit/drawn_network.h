/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  For tests: small cases with all that a box may meet on its way, drawn at random. */
#ifndef BANLIE_TESTS_UNIT_DRAWN_NETWORK_H
#define BANLIE_TESTS_UNIT_DRAWN_NETWORK_H

#include <glib.h>
#include <stdbool.h>

/** What a case has beyond trains and bookings. */
typedef struct {
    bool feeders;   /**< before, between and after trains, scheduled or not */
    bool equipment; /**< stocks of containers, so that empties travel, and second levels */
    bool cyclic;    /**< the week repeats */
} Drawn;

/** The text of a case; its horizon is the week from 2026-11-30. To be freed with g_free(). */
char *drawn_network(GRand *rand, Drawn drawn);

#endif
