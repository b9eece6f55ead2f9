#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Models in other solvers' hands: what `banlie export` writes is read by glpsol and cbc, and they find
# the known relaxation and optimum; and the files themselves: where they go, what is left of a failure.
# Output is TAP.
#
# usage: run_model_files.sh BANLIE ROOT
set -u

folder=$(realpath -- "$2")/tests/cases/reference
# shellcheck source=tests/tap.sh
. "$(realpath -- "$2")/tests/tap.sh"

one_line() { [ "$(wc -l <err)" -eq 1 ] && [ ! -s out ]; }

# unique FILE: every row, and every column, of an MPS file has a name of its own.
unique() {
    [ -z "$(awk '/^ROWS/ {s = "r"; next} /^COLUMNS/ {s = "c"; next} /^[A-Z]/ {s = ""}
        s == "r" {print s, $2} s == "c" && $1 != last && $1 != "MARKER" {print s, $1; last = $1}' \
        "$1" | LC_ALL=C sort | uniq -d)" ]
}

# agrees VALUE FILE KEY: the solver's value is minus the one known in a JSON file, to 1e-6 of its size.
agrees() {
    python3 - "$1" "$2" "$3" <<'PYTHON'
import json, sys
value, known = float(sys.argv[1]), json.load(open(sys.argv[2], encoding="utf-8"))[sys.argv[3]]
print(f"{value}, not {-known}", file=sys.stderr)
sys.exit(abs(value + known) > 1e-6 * max(1, abs(known)))
PYTHON
}

by_glpsol() {
    option=--freemps
    [ "$1" != lp ] || option=--lp
    glpsol "$option" "model.$1" --tmlim 60 -o solution >log 2>&1 &&
        awk '/^Status:/ {best = $NF == "OPTIMAL"} /^Objective:/ && best {print $4}' solution
}

by_cbc() {
    cbc "model.$1" sec 60 ratio 0 allow 0 solve solution solution >log 2>&1 &&
        awk 'NR == 1 && $1 == "Optimal" {print $NF}' solution
}

# solved CASE FILE KEY FLAG...: both solvers, on both formats, find what a JSON file knows of the case.
solved() {
    case=$1
    known=$2
    key=$3
    shift 3
    for format in mps lp; do
        run "$banlie" export "$case" --format $format "$@" -o model.$format
        for solver in glpsol cbc; do
            sentence="$solver finds the $key of case $(basename "$case" .yaml) in its $format file"
            if ! command -v $solver >/dev/null 2>&1; then
                number=$((number + 1))
                echo "ok $number - $sentence # SKIP $solver is not installed"
                continue
            fi
            agrees "$(by_$solver $format)" "$known" "$key" 2>>said
            report $? "$sentence"
        done
    done
}

# held NAME: a case held to its own plan, every second booking five boxes larger, so that some move.
# shellcheck disable=SC2016  # the dollars are for awk
held() {
    run "$banlie" plan "$folder/$1.yaml" --gap 0 -o earlier --force --quiet
    {
        awk '/boxes: [0-9]+,?/ && !/boxes: [0-9]+}/ && ++n % 2 == 0 {
                 match($0, /boxes: [0-9]+/)
                 boxes = substr($0, RSTART + 7, RLENGTH - 7) + 5
                 sub(/boxes: [0-9]+/, "boxes: " boxes)
             }
             {print}' "$folder/$1.yaml"
        echo "commitments: {plan: $work/earlier, bookings: {price: 100}, trains: {price: 300}}"
    } >"held-$1.yaml"
    run "$banlie" plan "held-$1.yaml" --gap 0 -o now --force --quiet
    holds "case $1 is held to an earlier plan, and something moves" \
        awk -F, 'NR > 1 && $6 > 0 {moved = 1} END {exit !moved}' now/changes.csv
    solved "held-$1.yaml" now/summary.json objective
    holds 'with names of their own for what was promised' unique model.mps
    holds 'which there are' grep -q '^ G  *promise(B[0-9]*,[1-9]' model.mps
}

# Tiny at 21 000 carries A 3, B 2 and C 1 boxes. D now pays 30 000 more, so that it nets 39 000, and
# pushes out a B, which nets 14 000 and costs 1 000 to move.
held_tiny() {
    tiny=$folder/../../../scenarios/tiny/case.yaml
    run "$banlie" plan "$tiny" --gap 0 -o earlier --force --quiet
    {
        sed 's/revenue: 12500/revenue: 42500/' "$tiny"
        echo "commitments: {plan: $work/earlier, bookings: {price: 1000}, trains: {price: 1000}}"
    } >held-tiny.yaml
    echo '{"optimum": 45000}' >known.json
    solved held-tiny.yaml known.json optimum
}

# infeasible NAME: both solvers say so of the relaxation already.
infeasible() {
    run "$banlie" export "$folder/$1.yaml" --format mps --relax -o model.mps
    if command -v glpsol >/dev/null 2>&1; then
        glpsol --freemps model.mps --tmlim 60 >log 2>&1
        holds "glpsol finds case $1 infeasible" grep -q -i 'no .*feasible solution' log
    fi
    if command -v cbc >/dev/null 2>&1; then
        cbc model.mps sec 60 solve solution solution >log 2>&1
        holds "cbc finds case $1 infeasible" grep -q '^Infeasible' solution
    fi
}

case=$folder/114.yaml
exits 2 'a format is asked for' export "$case"
holds 'in one line' one_line
exits 2 'an unknown format is refused' export "$case" --format xls
holds 'in one line' one_line
exits 2 'a file without a name is refused' export "$case" --format lp -o ''
exits 3 'a case in error has no model' export "$folder/../broken.yaml" --format mps
exits 9 'a case that is not there cannot be read' export none.yaml --format mps
exits 9 'a folder is not overwritten' export "$case" --format mps -o .
exits 9 'a device is left alone' export "$case" --format mps -o /dev/null
holds 'and is still a device' test -c /dev/null

exits 0 'a model goes to standard output' export "$case" --format mps
cp out first.mps
holds 'its names are unique' unique first.mps
echo older >second.mps
exits 0 'or takes the place of an older file' export "$case" --format mps -o second.mps
holds 'with the same bytes' cmp first.mps second.mps
holds 'and nothing is left beside it' test "$(echo second.mps*)" = second.mps
exits 9 'a folder that is not there is said so' export "$case" --format lp -o nowhere/model.lp
holds 'with its name' grep -q 'nowhere/model.lp: cannot be written: No such file' err
"$banlie" export "$case" --format lp >/dev/full 2>err
holds 'a full disk is no success' test $? -eq 9

# Small ones, which glpsol proves in a second. Between them: lateness, containers of our own and leased,
# feeders, transfers, second levels, regular lines, wagon sets, trains and lifts a day.
for name in 4 5 12 21 22 114 215; do
    solved "$folder/$name.yaml" "$folder/$name.json" relaxation --relax
    solved "$folder/$name.yaml" "$folder/$name.json" optimum
done
infeasible 2
held_tiny
for name in 5 12 215; do
    held "$name"
done

echo "1..$number"
