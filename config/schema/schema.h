/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the tables of fields and columns say, for others: a JSON Schema for editors, and the
 *  reference pages. */
#ifndef BANLIE_CONFIG_SCHEMA_SCHEMA_H
#define BANLIE_CONFIG_SCHEMA_SCHEMA_H

#include <stdio.h>

/** Writes the JSON Schema (draft-07) of a case. */
void schema_write_json(FILE *out);

/** Writes the reference page of the case format, in Markdown. */
void schema_write_reference(FILE *out);

/** Writes the reference page of the plan's folder, in Markdown. */
void schema_write_plan_folder(FILE *out);

/** Writes the reference page of what `banlie compare` writes, in Markdown. */
void schema_write_compare(FILE *out);

#endif
