/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of named changes to a case, and of what follows from them. */
#include "export/words/findings/tables.h"

// NOLINTBEGIN(bugprone-suspicious-missing-comma): long sentences go on in the next line
const char *const change_sentences[N_CHANGE_CODES] = {
    [FINDING_FACTOR_DECIMALS] = "{1}: \"{2}\" has more than 6 decimals; factors have 6 at most",
    [FINDING_SCALE_WHAT] = "scale needs either \"demand\" or \"at\"",
    [FINDING_SCALE_DEMAND] = "scale of demand needs a factor for at least one of \"boxes\", "
                             "\"tonnes\", \"revenue\" and \"unserved\", and no \"by\"",
    [FINDING_SCALE_AT] = "scale \"at\" a path needs the factor \"by\", and no other",
    [FINDING_REMOVE_BESIDE] = "at cannot stand beside sections; write a change for each",
    [FINDING_PATH_FORM] = "at: \"{1}\" is no path; join keys and codes by dots, as in "
                          "stations.MAL.trains_per_day, and put patterns between slashes",
    [FINDING_PATH_PATTERN] = "at: \"{1}\" is no pattern: {2}",
    [FINDING_PATH_FIXED] = "at: \"{1}\": no change reaches \"{2}\"",
    [FINDING_PATH_KEY] = "at: \"{1}\": unknown key \"{2}\" in {3}{4}",
    [FINDING_PATH_MEMBER] = "at: \"{1}\": nothing in the case is at \"{2}\"{3}",
    [FINDING_PATH_BELOW] =
        "at: \"{1}\": what is before \"{2}\" is a value of its own, with nothing below it",
    [FINDING_SELECT_NOTHING] =
        "{1}: \"{2}\" matches no {3}; a change that touches nothing is an error",
    [FINDING_SELECT_NO_BOOKING] =
        "demand: no booking matches; a change that touches nothing is an error",
    [FINDING_REMOVE_REQUIRED] = "at: \"{1}\": {2} cannot be without the key \"{3}\"",
    [FINDING_ADD_THERE] = "there is a {1} \"{2}\" already ({3}:{4}); set or remove that one",
    [FINDING_ADD_BUILT_IN] = "the {1} \"{2}\" is there without being written; set its keys",
    [FINDING_ADD_NOTHING] = "add.{1} is empty; a change that touches nothing is an error",
    [FINDING_SCALE_VALUE] = "at: \"{1}\": \"{2}\" is no number or duration that could be scaled",
    [FINDING_SET_ID] =
        "at: \"{1}\": a member keeps its id; leave \"{2}\" out, or remove it and add another",
    [FINDING_SET_TWICE] = "at: \"{1}\" has been set by change {3} of scenario {2} to another "
                          "value; this one, change {5} of scenario {4}, holds",
    [FINDING_CLOSE_NOTHING] =
        "close: nothing of \"{1}\" departs or calls between {2} and {3} within the horizon and its "
        "tail; a change that touches nothing is an error",
    [FINDING_NO_SUCH_REMOVED] = "{1}: there is no {2} \"{3}\" any more: {4}",
    [REASON_BY_CHANGE] = "change {2} of scenario {1} removes it ({3}:{4})",
    [FINDING_SCENARIO_UNKNOWN] = "--scenario: there is no scenario \"{1}\" here{2}",
    [FINDING_SCENARIO_WHICH] = "--scenario: {1} has {2} scenarios; say which, as in {1}#{3}",
    [FINDING_SCENARIO_NONE] = "--scenario: {1} has no scenario",
};
// NOLINTEND(bugprone-suspicious-missing-comma)
