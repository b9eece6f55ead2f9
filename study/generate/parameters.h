/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What a case is made up from: the parameters of each kind, in one table that options, help and
 * the case's own first lines are made from. */
#ifndef BANLIE_STUDY_GENERATE_PARAMETERS_H
#define BANLIE_STUDY_GENERATE_PARAMETERS_H

#include <stdbool.h>
#include <stdint.h>

typedef enum {
    GENERATE_OPERATOR, /**< one operator's weeks: trains to be chosen, and all rules */
    GENERATE_NATIONAL, /**< trains and bookings of a whole country, and few rules */
    N_GENERATE_KINDS
} GenerateKind;

typedef enum {
    PARAMETER_SEED,
    PARAMETER_START,
    PARAMETER_WEEKS,
    PARAMETER_BOOKINGS,
    PARAMETER_DEMAND,
    PARAMETER_TRAINS,
    PARAMETER_CANDIDATES,
    PARAMETER_LINES,
    PARAMETER_PATHS,
    PARAMETER_LOAD_FACTOR,
    PARAMETER_RETURN_LOAD_FACTOR,
    PARAMETER_RETURN_RATIO,
    PARAMETER_OWN_BOXES,
    PARAMETER_WITHOUT,
    N_PARAMETERS
} ParameterId;

/** How a parameter is written; each is an int64_t in memory. */
typedef enum {
    PARAMETER_COUNT,   /**< a whole number */
    PARAMETER_SHARE,   /**< `0.94`: thousandths */
    PARAMETER_DATE,    /**< `2026-12-07`: days since 1970 */
    PARAMETER_FEATURES /**< `rakes,feeders`: a bit for each CaseFeature */
} ParameterType;

/** What a case of the operator's kind can do without. */
typedef enum {
    FEATURE_RAKES,
    FEATURE_EQUIPMENT,
    FEATURE_FEEDERS,
    FEATURE_CLASSES,
    FEATURE_TIERS,
    FEATURE_MUST,
    FEATURE_LIMITS,
    FEATURE_BALANCE,
    N_CASE_FEATURES
} CaseFeature;

/** Of a kind that has not the parameter. */
enum { PARAMETER_UNKNOWN = -1 };

enum { WEEKS_MOST = 52 };

typedef struct {
    const char *name; /**< as the option has it */
    ParameterType type;
    const char *argument;               /**< of the option: `N` */
    const char *help;                   /**< what it is, with its unit */
    int64_t least, most;                /**< its range; dates have none but the calendar's */
    int64_t defaults[N_GENERATE_KINDS]; /**< PARAMETER_UNKNOWN where the kind has it not */
} Parameter;

/** What a case is to be made from. */
typedef struct {
    GenerateKind kind;
    int64_t values[N_PARAMETERS];
} Parameters;

const Parameter *parameter_at(ParameterId id);

/** `operator`, `national` */
const char *generate_kind_name(GenerateKind kind);

/** False where no kind has this name. */
bool generate_kind_find(const char *name, GenerateKind *kind) __attribute__((warn_unused_result));

/** The defaults of a kind; the bookings follow from the rest, see parameters_bookings(). */
Parameters parameters_default(GenerateKind kind);

/** Whether the parameters go together.
 *  @param why  where they do not: what would, for a person */
bool parameters_agree(const Parameters *parameters, const char **why)
    __attribute__((warn_unused_result));

/** So many bookings where nobody says how many: in proportion to weeks and lines. */
int parameters_bookings(const Parameters *parameters);

/** A count or share that the kind has. */
static inline int parameters_get(const Parameters *parameters, ParameterId id) {
    return (int)parameters->values[id];
}

static inline bool parameters_has(const Parameters *parameters, CaseFeature feature) {
    return (parameters->values[PARAMETER_WITHOUT] >> feature & 1) == 0;
}

#endif
