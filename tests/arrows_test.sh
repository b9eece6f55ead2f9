#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The house has floors: what each room and sub-room may lean on, by what its files include and by the
# functions and data of others that their objects call for. Fails on any arrow that the table below
# has not, on circles of files, on the library of another room, and on a header kept private.
#
# usage: arrows_test.sh ROOT BUILD
set -eu
root=$1
build=$(cd -- "$2" && pwd)
cd -- "$root"

# A sub-room and what it may lean on: that, and all that those may lean on. Files that stand at the
# root of a room belong to the sub-rooms listed in root_files. Each line names earlier lines only.
table='
base
config/codes: base
config/ground: config/codes
config/document: config/codes
config/reader: config/ground config/document
config/sections: config/reader
config/plan_folder: config/ground
config/scenario: config/sections
config/schema: config/sections config/plan_folder
config/rolling: config/plan_folder
config/top: config/scenario config/rolling
model/problem: config/ground
model/ways: model/problem
model/promises: model/ways
model/books: model/promises
model/formulation: model/promises
model/formulation/rows: model/formulation
model/built: model/formulation/rows
model/rules: model/built
verify/report: config/ground
verify/read: verify/report config/plan_folder
verify/rolling: verify/read
verify/checks: verify/rolling
verify/prices: verify/read
verify/top: verify/checks verify/prices
solver/ground: model/books model/formulation
solver/lp: solver/ground
solver/closed: solver/lp
solver/whole: solver/closed
solver/pricing: solver/ground
solver/master: solver/lp solver/pricing model/built
solver/prices: solver/master
solver/plans: solver/master
solver/boxes: solver/plans solver/whole
solver/search: solver/boxes solver/closed
solver/stages: solver/search solver/prices
solver/conflict: solver/stages model/rules
solver/top: solver/conflict
export/view: solver/ground
export/words: export/view solver/conflict config/plan_folder config/scenario
export/words/findings: export/words
export/model: export/view model/built
export/tables: export/view export/model export/words/findings config/plan_folder
export/screen: export/words
export/start: export/model solver/master
export/top: export/tables export/words
study/run: export/top export/words/findings export/screen export/model export/start solver/top solver/conflict verify/top config/top
study/generate: base
study/show: config/plan_folder
study/compare: export/tables
study/sweep: study/run
study/why: study/run study/compare
cli/template: base
cli: study/run study/generate study/show study/compare study/sweep study/why config/schema cli/template
'

root_files='
config/codes: finding_codes
config/ground: carried_over case case_memory closures tolerances trip_time
config/top: case_read checks clock_times closed_promises commitment committed_empties committed_plan committed_terms happened_file odd_places oddities removed_promises totals
model/built: formulation_build problem_build
verify/report: report
verify/top: verify
solver/ground: plan solve_options start tolerances
solver/prices: price_proof settled_duals shadow_prices
solver/top: solve_plan
export/top: conflict_json plan_writer summary_json
'

# Headers of libraries, and the only files that include them.
libraries='
glpk.h solver/lp/
Clp_C_Interface.h solver/lp/
Cbc_C_Interface.h solver/lp/
interfaces/highs_c_api.h solver/lp/
yaml.h config/document/
pcre2.h base/
'

# Solvers that a build may be without, all their files together: their first is built or none is.
optional='
backend_clp clp_simplex integer_cbc lp_store
backend_highs highs_begin highs_lp highs_simplex integer_highs
'

# Headers that nobody outside their folder includes.
private='
solver/master/master_state.h
solver/whole/whole_run.h
solver/whole/whole_state.h
'

rooms='base config model verify solver export study cli'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# shellcheck disable=SC2086  # a list of names
find $rooms -type f -name '*.[ch]' | LC_ALL=C sort >"$work/files"

# Every include as `FILE own|foreign HEADER`.
tr '\n' '\0' <"$work/files" | xargs -0 grep -H '^[[:space:]]*#[[:space:]]*include' |
    sed -n -e 's/^\([^:]*\):[^"<]*"\([^"]*\)".*/\1 own \2/p' \
        -e 's/^\([^:]*\):[^"<]*<\([^>]*\)>.*/\1 foreign \2/p' >"$work/includes"

# Every symbol that an object defines or calls for, as `OBJECT: SYMBOL TYPE …`, the object's path from
# the build's folder on.
# shellcheck disable=SC2086
(cd -- "$build" && find $rooms -name '*.o' -exec nm -A -P -g {} +) >"$work/symbols"

status=0
awk -v table="$table" -v root_files="$root_files" -v libraries="$libraries" -v private="$private" \
    -v optional="$optional" -v loops="$work/arrows" '
function fault(text) {
    print text
    faults++
}

# The sub-room of a path or stem; empty where it has none.
function sub_room(path,    stem, folder) {
    stem = path
    sub(/\.[ch]$/, "", stem)
    if (stem in room_of_root) {
        return room_of_root[stem]
    }
    folder = stem
    sub(/\/[^\/]*$/, "", folder)
    return (folder in known) ? folder : ""
}

function stem_of(path) {
    sub(/\.[ch]$/, "", path)
    return path
}

# Objects are named after the paths of their sources within the room.
function object_name(path,    room, name) {
    room = path
    sub(/\/.*/, "", room)
    name = substr(path, length(room) + 2)
    gsub(/\//, "_", name)
    return room "/" name ".o"
}

# The source of an object, named `ROOM/TARGET.p/NAME.c.o:`; empty where it is none of the rooms.
function source_of(object,    n, parts, name) {
    n = split(object, parts, "/")
    sub(/:$/, "", parts[n])
    name = parts[1] "/" parts[n]
    return (name in source) ? source[name] : ""
}

# Each line may lean on what it names, and on all that those may: known by then, since they stand above
# it. So the table itself can have no circle.
function read_table(    lines, words, n, m, i, j, k) {
    n = split(table, lines, "\n")
    for (i = 1; i <= n; i++) {
        if (lines[i] == "") {
            continue
        }
        m = split(lines[i], words, /[: ]+/)
        for (j = 2; j <= m; j++) {
            if (!(words[j] in known)) {
                fault("the table has no " words[j] " above " words[1] ", which may lean on it")
            }
            for (k in known) {
                if ((words[j], k) in may) {
                    may[words[1], k] = 1
                }
            }
        }
        known[words[1]] = 1
        may[words[1], words[1]] = 1
    }
}

function read_root_files(    lines, words, n, m, i, j, room) {
    n = split(root_files, lines, "\n")
    for (i = 1; i <= n; i++) {
        m = split(lines[i], words, /[: ]+/)
        room = words[1]
        sub(/\/.*/, "", room)
        for (j = 2; j <= m; j++) {
            room_of_root[room "/" words[j]] = words[1]
        }
    }
}

function read_pairs(text, into,    lines, words, n, i) {
    n = split(text, lines, "\n")
    for (i = 1; i <= n; i++) {
        if (split(lines[i], words, " ") > 0) {
            into[words[1]] = words[2]
        }
    }
}

# Files of solvers that are not built in.
function read_optional(    lines, words, n, m, i, j) {
    n = split(optional, lines, "\n")
    for (i = 1; i <= n; i++) {
        m = split(lines[i], words, " ")
        for (j = 1; j <= m; j++) {
            if (!(("solver/lp/" words[1] ".c") in built)) {
                left_out["solver/lp/" words[j] ".c"] = 1
            }
        }
    }
}

function arrow(from, to, what,    a, b) {
    if (stem_of(from) == stem_of(to)) {
        return
    }
    print stem_of(from), stem_of(to) > loops
    a = sub_room(from)
    b = sub_room(to)
    if (b == "") {
        fault(from ": " what ", of no room")
    } else if (a != "" && !((a, b) in may)) {
        fault(from ": " what ", against the arrows (" a " -> " b ")")
    }
}

BEGIN {
    read_table()
    read_root_files()
    read_pairs(libraries, library)
    read_pairs(private, kept)
}

FILENAME ~ /files$/ {
    count++
    if ($1 ~ /\.c$/) {
        source[object_name($1)] = $1
    }
    if (sub_room($1) == "") {
        fault($1 ": stands in no room of the table")
    }
}

FILENAME ~ /includes$/ && $2 == "foreign" && ($3 in library) && index($1, library[$3]) != 1 {
    fault($1 ": includes <" $3 ">, the library of " library[$3])
}

FILENAME ~ /includes$/ && $2 == "own" {
    if ($3 == $1) {
        fault($1 ": includes itself")
    } else if ($3 !~ /\//) {
        fault($1 ": \"" $3 "\" is not named from the root")
    } else if ($3 !~ /\/version\.h$/) {
        arrow($1, $3, "includes " $3)
        folder = $3
        sub(/[^\/]*$/, "", folder)
        if (($3 in kept) && index($1, folder) != 1) {
            fault($1 ": includes " $3 ", which is private")
        }
    }
}

FILENAME ~ /symbols$/ && source_of($1) != "" {
    built[source_of($1)] = 1
    if ($3 == "U") {
        wanted[++n_wanted] = source_of($1) " " $2
    } else {
        defined[$2] = source_of($1)
    }
}

END {
    for (i = 1; i <= n_wanted; i++) {
        split(wanted[i], pair, " ")
        if (pair[2] in defined) {
            arrow(pair[1], defined[pair[2]], "uses " pair[2] " of " defined[pair[2]])
        }
    }
    read_optional()
    for (name in source) {
        if (!(source[name] in built) && !(source[name] in left_out)) {
            fault(source[name] ": is not built")
        }
    }
    if (count == 0) {
        fault("no sources found")
    }
    printf "%d files looked at, %d faults\n", count, faults
    exit faults > 0
}' "$work/files" "$work/includes" "$work/symbols" || status=1

# A circle has no order.
if ! tsort "$work/arrows" >/dev/null 2>"$work/circles"; then
    echo 'circles of files:'
    sed 's/^tsort: //' "$work/circles"
    status=1
fi
exit $status
