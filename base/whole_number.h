/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The one way from a floating-point number to an int. */
#ifndef BANLIE_BASE_WHOLE_NUMBER_H
#define BANLIE_BASE_WHOLE_NUMBER_H

/** The int that a number is: the caller has rounded it. What lies beyond an int becomes the
 * greatest or least one, no number 0; a fraction is dropped. */
int whole_number(double number);

#endif
