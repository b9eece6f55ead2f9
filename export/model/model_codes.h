/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Codes of what a model's rows and columns are about, fit for names in MPS and LP files.
 *
 *  Letters, digits, dots and `@` stay; all else becomes `_`, since LP files take `-` for a sign.
 *  Codes that grow alike are told apart by `~2`, `~3` …, as are the tiers of a booking. */
#ifndef BANLIE_EXPORT_MODEL_MODEL_CODES_H
#define BANLIE_EXPORT_MODEL_MODEL_CODES_H

#include "base/out_file.h"
#include "model/problem/problem.h"

typedef enum {
    CODE_TRAIN,      /**< by TrainId: its name in a plan's files */
    CODE_SLOT_RUN,   /**< by SlotRunId */
    CODE_STATION,    /**< by StationId */
    CODE_FLOW,       /**< by BookingId, empties included */
    CODE_CARGO,      /**< by CargoId */
    CODE_LINE,       /**< by LineId */
    CODE_FEEDER,     /**< by index in Case.feeders */
    CODE_FEEDER_RUN, /**< by FeederRunId: feeder and departure, local */
    CODE_EQUIPMENT,  /**< by index in Case.equipment */
    CODE_POOL,       /**< by index in Case.rakes */
    CODE_BALANCE,    /**< by index in Case.balance */
    N_CODE_KINDS
} CodeKind;

typedef struct ModelCodes ModelCodes;

/** @return to be freed with model_codes_free(), NULL where memory ran out */
ModelCodes *model_codes_new(const Problem *problem) __attribute__((warn_unused_result));

void model_codes_free(ModelCodes *codes);

/** Unique among those of its kind, without comma, bracket or blank. */
const char *model_code(const ModelCodes *codes, CodeKind kind, int id);

/** Writes what model_names_list() says. */
void model_codes_list(const ModelCodes *codes, const Problem *problem, OutFile *out,
                      const char *comment);

/** Cuts a name that is longer than names may be, and says which it was by a hash.
 *  @param text  room for the longest name in any case
 *  @param length  of it
 *  @return `text` */
const char *model_name_cut(char *text, int length);

#endif
