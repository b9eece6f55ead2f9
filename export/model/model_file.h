/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Models in the formats of other solvers. Both minimise −margin: the files say so themselves. */
#ifndef BANLIE_EXPORT_MODEL_MODEL_FILE_H
#define BANLIE_EXPORT_MODEL_MODEL_FILE_H

#include "base/out_file.h"
#include "export/model/model_names.h"

/** What is written. */
typedef struct {
    const LpModel *lp;
    const ModelNames *names;
    const char *currency;
    bool relax; /**< no column has to be whole */
} ModelFile;

/** Writes it in free MPS format.
 *  @return false where memory ran out; failures of writing are left in `out` */
bool model_mps_write(const ModelFile *model, OutFile *out) __attribute__((warn_unused_result));

/** Writes it in CPLEX LP format, likewise. */
bool model_lp_write(const ModelFile *model, OutFile *out) __attribute__((warn_unused_result));

#endif
