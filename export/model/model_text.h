/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the writers of MPS and LP files have in common. */
#ifndef BANLIE_EXPORT_MODEL_MODEL_TEXT_H
#define BANLIE_EXPORT_MODEL_MODEL_TEXT_H

#include "base/out_file.h"
#include "model/formulation/lp_model.h"

/** The column, fixed at 1, whose cost is the objective's constant. */
extern const char MODEL_CONSTANT[];

/** The row of the objective. */
extern const char MODEL_OBJECTIVE[];

/** Says at the head of a file what it is, in lines that begin with `comment`. */
void model_put_head(OutFile *out, const char *comment, const char *currency);

/** Whether a file begins with such a head, or is empty.
 *  @return false also where it cannot be read, errno says why; else errno is 0 */
bool model_file_is_ours(const char *path);

/** The entries of a model, gathered by row or by column. */
typedef struct {
    int *start;   /**< per row or column, and one more: its first position in `entries` */
    int *entries; /**< positions in LpModel.entries */
} ModelOrder;

/** @return false where memory ran out; freed with model_order_free() in any case */
bool model_order_by_row(const LpModel *lp, ModelOrder *order) __attribute__((warn_unused_result));
bool model_order_by_column(const LpModel *lp, ModelOrder *order)
    __attribute__((warn_unused_result));

void model_order_free(ModelOrder *order);

#endif
