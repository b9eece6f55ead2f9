/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The whole planning model of a case, boxes as flows on arcs, in a file for other solvers. */
#ifndef BANLIE_EXPORT_MODEL_WHOLE_MODEL_H
#define BANLIE_EXPORT_MODEL_WHOLE_MODEL_H

#include "base/out_file.h"
#include "base/outcome.h"
#include "model/problem/problem.h"

/** A format of model files. */
typedef struct ModelFormat ModelFormat;

/** The format of this name, `mps` or `lp`; NULL where there is none. */
const ModelFormat *model_format_find(const char *name);

/** Whether a file's name ends as a model's does, whatever the case of its letters. */
bool model_format_fits(const char *path);

/** Builds the model, its objective the negative margin, to be minimised, and writes it.
 *  @param relax  nothing has to be whole
 *  @return OUTCOME_DONE (out->error says whether all was written) or OUTCOME_NO_MEMORY */
Outcome whole_model_write(const Problem *problem, const ModelFormat *format, bool relax,
                          OutFile *out) __attribute__((warn_unused_result));

#endif
