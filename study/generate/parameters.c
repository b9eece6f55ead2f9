/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of parameters: names, ranges, defaults. */
#include "study/generate/parameters.h"

#include <string.h>

#include "study/generate/geography.h"

/** 2026-11-30, a Monday; from 2020 to 2099 time zones are what geography.c takes them for. */
enum { DEFAULT_START = 20787, FIRST_START = 18262, LAST_START = 47481 };

/** Bookings of a week: of an operator's line; of the country, with so many trains. */
enum { BOOKINGS_PER_LINE = 12, BOOKINGS_OF_COUNTRY = 5000, TRAINS_OF_COUNTRY = 340 };

static const char *const KIND_NAMES[N_GENERATE_KINDS] = {"operator", "national"};

#define NONE PARAMETER_UNKNOWN

/* Defaults: of an operator, of a country. */
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
    [PARAMETER_BOOKINGS] = {"bookings",
                            PARAMETER_COUNT,
                            "N",
                            "Bookings in all (operator: 12 for each line and week, national: 5000 "
                            "for 340 trains)",
                            1,
                            200000,
                            {0, 0}},
    [PARAMETER_DEMAND] = {"demand",
                          PARAMETER_SHARE,
                          "X",
                          "Boxes of each booking, to the usual number",
                          100,
                          10000,
                          {1000, 1000}},
    [PARAMETER_LINES] = {"lines",
                         PARAMETER_COUNT,
                         "N",
                         "Pairs of a hub and a terminal with a line each way",
                         1,
                         N_HUBS,
                         {4, NONE}},
    [PARAMETER_PATHS] = {"paths",
                         PARAMETER_SHARE,
                         "X",
                         "Chance of a path that no other train wants, at each border",
                         0,
                         1000,
                         {700, NONE}},
    [PARAMETER_RETURN_LOAD_FACTOR] = {"return-load-factor",
                                      PARAMETER_SHARE,
                                      "X",
                                      "As --load-factor, of return trains",
                                      0,
                                      1200,
                                      {750, NONE}},
    [PARAMETER_RETURN_RATIO] = {"return-ratio",
                                PARAMETER_SHARE,
                                "X",
                                "Return trains to each outbound one; fewer cost a penalty",
                                0,
                                2000,
                                {600, NONE}},
    [PARAMETER_OWN_BOXES] = {"own-boxes",
                             PARAMETER_SHARE,
                             "X",
                             "Containers of our own in China, to each that bookings want",
                             0,
                             5000,
                             {800, NONE}},
    [PARAMETER_WITHOUT] = {"without",
                           PARAMETER_FEATURES,
                           "LIST",
                           "Leave out rules and resources, such as rakes,equipment (operator)",
                           0,
                           0,
                           {0, NONE}},
    [PARAMETER_TRAINS] = {"trains",
                          PARAMETER_COUNT,
                          "N",
                          "Trains of a week, half of them each way",
                          2,
                          3000,
                          {NONE, 340}},
    [PARAMETER_CANDIDATES] = {"candidates",
                              PARAMETER_COUNT,
                              "N",
                              "Trains of a week to choose from, on the paths of those",
                              0,
                              20000,
                              {NONE, 0}},
    [PARAMETER_LOAD_FACTOR] = {"load-factor",
                               PARAMETER_SHARE,
                               "X",
                               "Least load factor of (outbound) trains, to what can be reached",
                               0,
                               1200,
                               {940, 0}},
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

bool parameters_agree(const Parameters *parameters, const char **why) {
    if (parameters->kind != GENERATE_NATIONAL) {
        return true;
    }
    const int candidates = parameters_get(parameters, PARAMETER_CANDIDATES);
    const int trains = parameters_get(parameters, PARAMETER_TRAINS);
    if (candidates > 0 && candidates < trains) {
        *why = "--candidates are no fewer than --trains, or 0";
    } else if (candidates == 0 && parameters_get(parameters, PARAMETER_LOAD_FACTOR) > 0) {
        *why = "--load-factor is for trains to choose from: it wants --candidates";
    } else {
        return true;
    }
    return false;
}

int parameters_bookings(const Parameters *parameters) {
    const int weeks = parameters_get(parameters, PARAMETER_WEEKS);
    return parameters->kind == GENERATE_OPERATOR
               ? BOOKINGS_PER_LINE * parameters_get(parameters, PARAMETER_LINES) * weeks
               : BOOKINGS_OF_COUNTRY * parameters_get(parameters, PARAMETER_TRAINS) /
                     TRAINS_OF_COUNTRY * weeks;
}
