/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The orders in which a plan's lists stand, by bytes; those of two plans are paired by them. */
#ifndef BANLIE_STUDY_COMPARE_COMPARED_ORDER_H
#define BANLIE_STUDY_COMPARE_COMPARED_ORDER_H

#include <glib.h>

/* Each is a GCompareFunc of items as compared_plan.h has them. */

int compared_bookings_order(gconstpointer a, gconstpointer b);    /**< code */
int compared_itineraries_order(gconstpointer a, gconstpointer b); /**< booking, way */
int compared_flows_order(gconstpointer a, gconstpointer b);       /**< mode, from, to */
int compared_prices_order(gconstpointer a, gconstpointer b);      /**< row */

#endif
