/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Names of the rows and columns of a compact model, as they stand in MPS and LP files.
 *
 *  A name is what the row or column is and, in brackets, what it is about:
 *  `teu(YIW_DUI@2026_12_01.2,3)`, the train's third leg (docs/reference/model-files.md lists them).
 *  One that is too long is cut and ends in `~` and a hash of the whole. So names are told apart by
 * how they are made, none has to be kept, and a row has the same in models of other scenarios. */
#ifndef BANLIE_EXPORT_MODEL_MODEL_NAMES_H
#define BANLIE_EXPORT_MODEL_MODEL_NAMES_H

#include "base/out_file.h"
#include "model/formulation/compact.h"

typedef struct ModelNames ModelNames;

/** Room for any name before it is cut. They have 96 characters at most then: cbc takes up to 100 in
 * an LP file, and a range adds `~low`. */
enum { MODEL_NAME_SIZE = 256 };

/** @param lp, arcs  of compact_build(); they and the problem have to live as long as the names.
 * NULL where only model_names_of_row() is asked
 *  @return to be freed with model_names_free(), NULL where memory ran out */
ModelNames *model_names_new(const Problem *problem, const LpModel *lp, const CompactArc *arcs)
    __attribute__((warn_unused_result));

void model_names_free(ModelNames *names);

/** Writes a comment line for each booking that is named by its number, as its id is none that a
 * name can have: `* booking.7 = 义乌/1`.
 *  @param comment  the sign that begins one */
void model_names_list(const ModelNames *names, OutFile *out, const char *comment);

/** @return `text` */
const char *model_names_row(const ModelNames *names, RowId row, char text[MODEL_NAME_SIZE]);
/** The name of a row of a formulation, which a compact model has, too. */
const char *model_names_of_row(const ModelNames *names, const LpRow *row,
                               char text[MODEL_NAME_SIZE]);
const char *model_names_column(const ModelNames *names, ColumnId column,
                               char text[MODEL_NAME_SIZE]);

#endif
