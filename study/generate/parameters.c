/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of parameters: names, ranges, defaults. */
#include "study/generate/parameters.h"

#include <string.h>

#include "study/generate/geography.h"

/** 2026-11-30, a Monday; from 2020 to 2099 time zones are what geography.c takes them for. */
enum { DEFAULT_START = 20787, FIRST_START = 18262, LAST_START = 47481 };

/** Bookings of a week: of an operator's line, of the country. */
enum { BOOKINGS_PER_LINE = 12, BOOKINGS_OF_COUNTRY = 5000 };

static const char *const KIND_NAMES[N_GENERATE_KINDS] = {"operator", "national"};

static const Parameter PARAMETERS[N_PARAMETERS] = {
    [PARAMETER_SEED] = {"seed", PARAMETER_COUNT, "N", "Seed of all draws", 0, INT64_MAX, {1, 1}},
    [PARAMETER_START] = {"start",
                         PARAMETER_DATE,
                         "DATE",
                         "First day of the weeks that are planned",
                         FIRST_START,
                         LAST_START,
                         {DEFAULT_START, DEFAULT_START}},
    [PARAMETER_WEEKS] =
        {"weeks", PARAMETER_COUNT, "N", "Weeks that are planned", 1, WEEKS_MOST, {2, 1}},
    [PARAMETER_BOOKINGS] =
        {"bookings", PARAMETER_COUNT, "N", "Bookings in all", 1, 1000000, {0, 0}},
    [PARAMETER_DEMAND] = {"demand",
                          PARAMETER_SHARE,
                          "X",
                          "Boxes of a booking, beside the usual number",
                          100,
                          10000,
                          {1000, 1000}},
    [PARAMETER_LINES] =
        {"lines",
         PARAMETER_COUNT,
         "N",
         "Pairs of a hub in China and a terminal in Europe, each with a line both ways",
         1,
         N_HUBS,
         {4, PARAMETER_UNKNOWN}},
    [PARAMETER_PATHS] =
        {"paths",
         PARAMETER_SHARE,
         "X",
         "Chance that a departure has broad-gauge and European paths of its own; the "
         "others want those of another train",
         0,
         1000,
         {700, PARAMETER_UNKNOWN}},
    [PARAMETER_LOAD_FACTOR] =
        {"load-factor",
         PARAMETER_SHARE,
         "X",
         "Least load factor of outbound trains, as a share of what boxes that "
         "ride all the way can reach on the mean of the lines; 0 asks for none",
         0,
         1200,
         {940, PARAMETER_UNKNOWN}},
    [PARAMETER_RETURN_LOAD_FACTOR] = {"return-load-factor",
                                      PARAMETER_SHARE,
                                      "X",
                                      "The same of return trains",
                                      0,
                                      1200,
                                      {750, PARAMETER_UNKNOWN}},
    [PARAMETER_RETURN_RATIO] = {"return-ratio",
                                PARAMETER_SHARE,
                                "X",
                                "Return trains to each outbound one, below which a penalty is due",
                                0,
                                2000,
                                {600, PARAMETER_UNKNOWN}},
    [PARAMETER_OWN_BOXES] =
        {"own-boxes",
         PARAMETER_SHARE,
         "X",
         "Containers of our own that stand at the hubs, to each that bookings ask "
         "for",
         0,
         5000,
         {800, PARAMETER_UNKNOWN}},
    [PARAMETER_WITHOUT] =
        {"without",
         PARAMETER_FEATURES,
         "LIST",
         "Leave out some of rakes, equipment, feeders, classes, tiers, must, limits "
         "(lifts and trains a day), balance",
         0,
         0,
         {0, PARAMETER_UNKNOWN}},
};

const Parameter *parameter_at(ParameterId id) {
    return &PARAMETERS[id];
}

const char *generate_kind_name(GenerateKind kind) {
    return KIND_NAMES[kind];
}

bool generate_kind_find(const char *name, GenerateKind *kind) {
    for (int i = 0; i < N_GENERATE_KINDS; i++) {
        if (strcmp(name, KIND_NAMES[i]) == 0) {
            *kind = (GenerateKind)i;
            return true;
        }
    }
    return false;
}

Parameters parameters_default(GenerateKind kind) {
    Parameters parameters = {.kind = kind};
    for (int i = 0; i < N_PARAMETERS; i++) {
        parameters.values[i] = PARAMETERS[i].defaults[kind];
    }
    return parameters;
}

int parameters_bookings(const Parameters *parameters) {
    const int weeks = parameters_get(parameters, PARAMETER_WEEKS);
    return parameters->kind == GENERATE_OPERATOR
               ? BOOKINGS_PER_LINE * parameters_get(parameters, PARAMETER_LINES) * weeks
               : BOOKINGS_OF_COUNTRY * weeks;
}
