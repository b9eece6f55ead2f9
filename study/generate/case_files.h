/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The files of a made-up case, each written from what was drawn. What the file system refuses is
 * kept in the file, see base/out_file.h. */
#ifndef BANLIE_STUDY_GENERATE_CASE_FILES_H
#define BANLIE_STUDY_GENERATE_CASE_FILES_H

#include "base/out_file.h"
#include "study/generate/drawn_case.h"

/** `network.yaml` of an operator: stations and cargo classes. */
void operator_network_write(const DrawnCase *drawn, OutFile *out);

/** `network.yaml` and `lines.yaml` of a country. */
void national_network_write(const DrawnCase *drawn, OutFile *out);
void national_lines_write(const DrawnCase *drawn, OutFile *out);

/** `slots.yaml`: the path catalogue. */
void slots_write(const DrawnCase *drawn, OutFile *out);

/** `lines.yaml` of an operator: lines, load factors, balance. */
void operator_lines_write(const DrawnCase *drawn, OutFile *out);

/** `resources.yaml`: feeders, containers of his own, wagon sets. */
void operator_resources_write(const DrawnCase *drawn, OutFile *out);

/** `bookings.csv`: all bookings of one price. */
void bookings_write(const DrawnCase *drawn, OutFile *out);

/** `sales_abroad.yaml`: those of which a part comes at a lower price only. */
void tiers_write(const DrawnCase *drawn, OutFile *out);

#endif
