#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The shape of the sources: files of 40 to 400 lines (shorter ones each with a reason), functions of 80
# at most, every file with its licence, every .c file with a sentence at its head, and no two static
# functions of one name.
#
# usage: shape_test.sh ROOT
set -eu
cd -- "$1"

# Files below 40 lines, and why they stand alone.
short='
base/clock.c                        all that knows the clock
base/grow.c                         all that knows how arrays grow
base/out_of_memory.c                the one end where a library of text gets no memory
base/outcome.c                      the one list of how work ends
base/philox.c                       one generator of random numbers
base/shortest_number.c               one way from a number to its shortest text
base/whole_number.c                 the one way from a double to an int
cli/commit_options.c                options of several commands
config/reader/removed.c             what changes took out, below all that tells of it
config/scenario/node_text.c         values of a document as text again
base/factor.c                       the one way of scaling whole numbers
export/words/findings/change_chinese.c  a table of sentences
base/decimals.c                     one way of rounding for all files
cli/conflict_report.c               prints what export/ says
cli/exit_codes.c                    the one place that knows the exit status of an outcome
cli/form_options.c                  options of several commands
config/case.c                       types and their end, below all that reads them
config/plan_folder/table_form.c       the forms, below all that writes or reads them
config/plan_folder/manifest_columns.c  columns of what is no file of a plan
config/rolling/listed.c             a copy that the verifier goes back to
config/happened_file.c              reads by a table of the case what is no part of it
config/schema/schema_tool.c         a program
export/tables/balance_csv.c         a file of the plan
export/tables/capacity_csv.c        a file of the plan
export/tables/stations_csv.c        a file of the plan
export/words/catalogue.c            one way from English to Chinese
export/words/findings/sweep_chinese.c  a group of codes
study/sweep/base_trains.c             one table, one set of texts
model/promises/held_trains.c          two flags of a candidate
study/sweep/conflict_folder.c         the one file of a point without a plan
export/words/cost_words.c           words beside the one list of cost parts
export/words/folder_chinese.c       one catalogue
export/words/text_fill.c            fills what the table of sentences has
study/sweep/parameter_value.c       one way of rounding for values drawn and given
study/sweep/resume.c                what decides whether a row stands
study/sweep/point_case.c            a list of changes for each point
model/books/cost_parts.c            the one list of cost parts
model/formulation/rows/demand.c     a constraint group
model/formulation/rows/feeder.c     a constraint group
model/formulation/rows/ratio.c      what the constraint groups of ratios share
solver/start.c                      below all that starts from another solve
cli/start_option.c                  one file of a plan, and what is said of it
solver/lp/basis.c                   below all that reads a basis
solver/lp/highs_begin.c              what LPs and programs in HiGHS share
solver/stages/verdict.c             the one place that says that there is no plan
study/compare/compared_order.c      the orders that lists are sorted and paired by
study/compare/pairing.c             one way through two sorted lists
study/why/difference_name.c           one way of naming
tools/embed.c                       a program
'

rooms='base config model verify solver export study cli'
# shellcheck disable=SC2086  # a list of names
sources=$(find $rooms tools -type f -name '*.[ch]' | LC_ALL=C sort)

# shellcheck disable=SC2086
awk -v short="$short" '
function fault(text) {
    print text
    faults++
}

# What the file before had is known once the next begins.
function end_file() {
    if (file !~ /\.c$/) {
        return
    }
    if (lines > 400) {
        fault(file ": " lines " lines, more than 400")
    }
    if (lines < 40 && !(file in reason)) {
        fault(file ": " lines " lines, fewer than 40, and no reason given in tests/shape_test.sh")
    }
    if (lines >= 40 && (file in reason)) {
        fault(file ": is no longer short, but stands among the short files in tests/shape_test.sh")
    }
    delete reason[file]
}

BEGIN {
    n = split(short, rows, "\n")
    for (i = 1; i <= n; i++) {
        if (split(rows[i], words, " ") > 1) {
            reason[words[1]] = 1
        }
    }
}

FNR == 1 {
    end_file()
    file = FILENAME
    count++
    begin = 0
    if ($0 !~ /SPDX-License-Identifier: GPL-3.0-or-later/) {
        fault(file ": does not begin with its licence")
    }
}

FNR == 2 && !/^\/\*/ {
    fault(file ": has no sentence that says what it does")
}

{
    lines = FNR
}

/^[A-Za-z].*\) \{$/ {
    begin = FNR
}

# The head of a function may take more lines than its last.
/^static .*\(/ && file ~ /\.c$/ {
    name = $0
    sub(/\(.*/, "", name)
    sub(/.*[ *]/, "", name)
    if (!/;$/ && !/=/) {
        if ((name in home) && home[name] != file) {
            fault(file ": " name "() is a name of " home[name] " too")
        }
        home[name] = file
    }
}

/^\}/ && begin > 0 {
    if (FNR - begin + 1 > 80) {
        fault(file ":" begin ": a function of " FNR - begin + 1 " lines, more than 80")
    }
    begin = 0
}

END {
    end_file()
    for (name in reason) {
        fault(name ": is a short file in tests/shape_test.sh, but is not there")
    }
    printf "%d files looked at, %d faults\n", count, faults
    exit faults > 0 || count == 0
}' $sources
