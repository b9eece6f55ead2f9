#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Cases with known values: the relaxation and the optimum (whole trains, whole boxes) beside each case
# come from an arc-flow model that was written apart from this program and solved by another solver.
# A case without an optimum is infeasible. Output is TAP.
#
# usage: run_reference.sh BANLIE FOLDER [NAME...]
set -u

banlie=$(realpath -- "$1")
folder=$(realpath -- "$2")
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# agrees SUMMARY EXPECTED: the relaxation to 1e-6; the optimum lies between objective and bound, the
# objective within 1 % of it even where the clock stopped; the gap stated is the one between these
# two, and a plan that claims one keeps it. Says what does not hold.
agrees() {
    python3 - "$1" "$2" <<'PYTHON'
import json, sys
plan, known = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:])
optimum, relaxation = known["optimum"], known["relaxation"]
objective, bound = plan["objective"], plan["bound"]
slack = 1e-6 * max(1, abs(optimum))
gap = (bound - objective) / max(1, abs(objective))
asked = {"optimal": 1e-6, "gap": 0.005 + 1e-9, "limit": float("inf")}[plan["status"]]
relaxed = plan["relaxation"]
# Only the clock may leave the relaxation unsolved.
unsolved = relaxed is None and plan["status"] == "limit"
faults = [text for holds, text in [
    (unsolved or (relaxed is not None and
                  abs(relaxed - relaxation) <= 1e-6 * max(1, abs(relaxation))),
     f"relaxation {relaxed}, not {relaxation}"),
    (objective <= optimum + slack, f"objective {objective} above {optimum}"),
    (bound >= optimum - slack, f"bound {bound} below {optimum}"),
    (objective >= optimum - 0.01 * max(1, abs(optimum)),
     f"objective {objective} far below {optimum}"),
    (abs(gap - plan["gap"]) <= 1e-6 * max(1, gap), f"gap {plan['gap']}, by the values it is {gap}"),
    (gap <= asked, f"status {plan['status']} with a gap of {gap}"),
] if not holds]
print("; ".join(faults))
sys.exit(bool(faults))
PYTHON
}

# Says what is wrong with the program's answer; nothing where all is right.
judge() {
    if grep -q '"feasible": false' "$folder/$1.json"; then
        [ "$2" -eq 4 ] || echo "exit $2 for an infeasible case"
        [ ! -e "$work/$1" ] || echo 'an infeasible case has a plan folder'
    elif [ "$2" -ne 0 ]; then
        echo "exit $2: $(head -c 300 "$work/err" | tr '\n' ' ')"
    else
        agrees "$work/$1/summary.json" "$folder/$1.json" 2>&1 | tail -n 1
    fi
}

number=0
# try NAME: plans a case and holds the values against the known ones.
try() {
    number=$((number + 1))
    "$banlie" plan "$folder/$1.yaml" -o "$work/$1" --quiet --time-limit 60s 2>"$work/err"
    code=$?
    said=$(judge "$1" "$code")
    if [ -z "$said" ]; then
        echo "ok $number - case $1 has its known values"
    else
        echo "not ok $number - case $1 has its known values"
        echo "# $said"
    fi
}

if [ $# -eq 0 ]; then
    for case in "$folder"/*.yaml; do
        set -- "$@" "$(basename "$case" .yaml)"
    done
fi
for name in "$@"; do
    try "$name"
done
echo "1..$number"
