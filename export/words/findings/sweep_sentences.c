/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of sweep files: of their designs, their parameters and the names in their changes.
 */
#include "export/words/findings/tables.h"

// NOLINTBEGIN(bugprone-suspicious-missing-comma): long sentences go on in the next line
const char *const sweep_sentences[N_FINDING_CODES] = {
    [FINDING_NOT_A_SWEEP] = "a sweep file must be a map, beginning with \"banlie-sweep: 1\"",
    [FINDING_SWEEP_ENTRY] = "scenarios: an entry must be the name of a scenario, or a list of "
                            "names: [A, B]",
    [FINDING_SWEEP_NO_PARAMETERS] = "design: {1} is made of parameters, and there are none; name "
                                    "some, or leave design out",
    [FINDING_SWEEP_NO_DRAW] = "a sample lacks the key \"draw\", its number of points",
    [FINDING_SWEEP_NOT_DRAWN] = "{1} says how a sample is drawn; it does nothing without "
                                "\"design: sample\"",
    [FINDING_SWEEP_POINTS] = "there are more than {1} points, with the entries of scenarios; take "
                             "fewer values, or draw a sample",
    [REASON_SEED] = "must be a whole number from 0 to 18446744073709551615",

    [FINDING_PARAMETER_WHAT] = "a parameter has one of values, uniform, integer, triangular, "
                               "normal, lognormal, exponential and empirical, and only one",
    [FINDING_PARAMETER_DRAWN] = "{1} is drawn, which only a sample does; write values, or "
                                "\"design: sample\"",
    [FINDING_PARAMETER_COLUMN] = "results.csv has a column \"{1}\" of its own; give the parameter "
                                 "another name",
    [FINDING_PARAMETER_IDLE] = "no change uses the parameter {1}; write ${1} where its value "
                               "belongs, or take it out",
    [FINDING_PARAMETER_UNKNOWN] = "there is no parameter \"{1}\"{2}",
    [FINDING_CHANGE_TWO_NAMES] = "the change names {1} and {2}, of which only one is set at a "
                                 "time; make it two changes, or choose another design",
    [FINDING_NUMBERS] = "{1} must be a list of numbers: {2}",
    [FINDING_NUMBERS_ORDER] = "{1}: the numbers of {2} must not fall; write the least first",
    [FINDING_BOUNDS_ORDER] = "max must be above min",
    [FINDING_BOUNDS_EMPTY] = "min and max lie so far from the mean that nothing can be drawn "
                             "between them",
    [REASON_DECIMALS] = "has more than {1} decimals; round it",
    [FINDING_COLUMN_ABSENT] = "the file has no column \"{1}\"{2}",
    [FINDING_COLUMN_EMPTY] = "the column \"{1}\" has no numbers",
};
// NOLINTEND(bugprone-suspicious-missing-comma)
