#!/bin/sh
# The exported model in other solvers' hands: glpsol and cbc read what `banlie export` writes and
# reach the known relaxation (`--relax`) and optimum of reference cases. Output is TAP.
#
# What the files must be:
# - `banlie export CASE --format mps|lp [--relax] [-o FILE]` writes the compact model, to standard
#   output where no FILE is named; `--relax` leaves out that variables are whole.
# - Banlie maximises the margin. MPS has no say in the direction that every solver heeds (glpsol
#   passes over OBJSENSE), so both formats MINIMISE THE NEGATIVE MARGIN, constants included: what
#   a solver reports is -margin.
# - The constant is the cost of a column fixed at 1. In the RHS of the objective's row glpsol 5.0
#   reads it as it stands and cbc 2.10 with its sign turned; in an LP file it is no term of its own.
# - MPS is free format and says so (`NAME banlie FREE`): cbc takes two entries on a line for
#   fixed columns otherwise.
# - Numbers carry enough digits that values agree to 1e-6.
#
# usage: run_export.sh BANLIE FOLDER [NAME...]
set -u

banlie=$(realpath -- "$1")
folder=$(realpath -- "$2")
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

number=0

# report STATUS SENTENCE REMARK
report() {
    number=$((number + 1))
    if [ "$1" -eq 0 ]; then
        echo "ok $number - $2"
    else
        echo "not ok $number - $2"
        echo "# $3"
    fi
}

skip() {
    number=$((number + 1))
    echo "ok $number - $1 # SKIP $2"
}

# glpsol FORMAT FILE: prints the objective value as reported, `infeasible`, or nothing.
solve_glpsol() {
    option=--freemps
    [ "$1" != lp ] || option=--lp
    glpsol "$option" "$2" --tmlim 100 -o solution >log 2>&1 || return
    awk '/^Status:/ {optimal = $NF == "OPTIMAL"} /^Objective:/ && optimal {print $4}' solution |
        grep . || ! grep -q -i 'no .*feasible solution' log || echo infeasible
}

# The same by cbc, which tells a file's format by its ending.
solve_cbc() {
    cbc "$2" sec 100 ratio 0 allow 0 solve solution solution >log 2>&1 || return
    awk 'NR == 1 {if ($1 == "Optimal") print $NF; else if (/nfeasible/) print "infeasible"}' solution
}

# agrees VALUE KNOWN: VALUE is -KNOWN to 1e-6 of its size.
agrees() {
    python3 - "$1" "$2" <<'PYTHON'
import sys
known = float(sys.argv[2])
sys.exit(not abs(float(sys.argv[1]) + known) <= 1e-6 * max(1, abs(known)))
PYTHON
}

known() {
    python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' \
        "$folder/$1.json" "$2"
}

# solve NAME FORMAT KEY: every solver on one file against the known value.
solve() {
    value=$(known "$1" "$3")
    [ "$value" != None ] || value=infeasible
    for solver in glpsol cbc; do
        sentence="$solver finds the $3 of case $1 in its $2 file"
        if ! command -v "$solver" >/dev/null 2>&1; then
            skip "$sentence" "$solver is not installed"
            continue
        fi
        rm -f solution
        found=$("solve_$solver" "$2" "model.$2")
        if [ "$value" = infeasible ]; then
            [ "$found" = infeasible ]
        else
            [ -n "$found" ] && [ "$found" != infeasible ] && agrees "$found" "$value"
        fi
        report $? "$sentence" "reports ${found:-nothing}, known is $value, of which the negative"
    done
}

# try NAME FORMAT KEY OPTION...
try() {
    name=$1
    format=$2
    key=$3
    shift 3
    sentence="the $key of case $name as $format"
    "$banlie" export "$folder/$name.yaml" --format "$format" "$@" >"model.$format" 2>err
    code=$?
    if [ "$code" -eq 3 ] && grep -q 'not supported yet' err; then
        skip "$sentence" 'a part of the case is not supported yet'
    elif [ "$code" -ne 0 ]; then
        report 1 "$sentence is written" "exit $code: $(head -n 1 err)"
    else
        "$banlie" export "$folder/$name.yaml" --format "$format" "$@" -o named 2>err
        cmp -s named "model.$format"
        report $? "$sentence: -o writes the same file" "$(head -n 1 err)"
        solve "$name" "$format" "$key"
    fi
}

if "$banlie" export --help 2>&1 | grep -q 'is no command'; then
    echo '1..0 # SKIP this program has no export'
    exit 0
fi
# Small ones, each with other features; 2 is infeasible.
[ $# -gt 0 ] || set -- 2 4 5 7 9 12 21 22 23 39 103 107 114 117
for case in "$@"; do
    for form in mps lp; do
        try "$case" "$form" relaxation --relax
        try "$case" "$form" optimum
    done
done
echo "1..$number"
