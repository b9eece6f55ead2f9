/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Pieces of a case as planners write them, for all files of a made-up one. */
#ifndef BANLIE_STUDY_GENERATE_CASE_TEXT_H
#define BANLIE_STUDY_GENERATE_CASE_TEXT_H

#include "base/out_file.h"
#include "study/generate/drawn_case.h"

/** A decimal number given in hundredths: `29.31`, `-3.67`. */
void put_hundredths(OutFile *out, int hundredths);

/** A share given in thousandths, without the zeros at its end: `0.94`. */
void put_share(OutFile *out, int thousandths);

/** Times of the week, `[Mon 06:00, Thu 18:30]`.
 *  @param minutes  local, since Monday 00:00 */
void put_weekly_times(OutFile *out, const int *minutes, int count);

/** `3d14h` */
void put_duration(OutFile *out, int minutes);

/** A local instant, `2026-12-01 08:00`; midnight as a date alone. */
void put_local(OutFile *out, Minute local);

void put_date(OutFile *out, Date date);

/** `{en: Yiwu West, zh: 义乌西}` */
void put_place_name(OutFile *out, const Place *place);

/** The first fields of a station: code, name, country, zone and position, to be gone on with. */
void put_station_head(OutFile *out, const Place *place);

/** A line's code: its ends, and a letter for the second way between them. */
void put_line_code(OutFile *out, const DrawnLine *line);

/** `40HC` */
const char *box_code(BoxType box);

/** Empty for general cargo, which needs no name. */
const char *cargo_code(CargoClass cargo);

/** An id out of an index, the width of them all alike: `B0001`. */
void put_booking_id(OutFile *out, const DrawnCase *drawn, int booking);

#endif
