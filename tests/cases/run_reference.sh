#!/bin/sh
# Cases with known values: the relaxation and the optimum (whole trains, whole boxes) beside each case
# come from an arc-flow model that was written apart from this program and solved by another solver.
# Output is TAP.
#
# usage: run_reference.sh BANLIE FOLDER
set -u

banlie=$(realpath -- "$1")
folder=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# agrees SUMMARY EXPECTED: relaxation to 1e-6; the objective never above the optimum and within 1 %
# of it; the bound never below it. Says what does not hold.
agrees() {
    python3 - "$1" "$2" <<'PYTHON'
import json, sys
plan, known = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:])
optimum, relaxation = known["optimum"], known["relaxation"]
slack = 1e-6 * max(1, abs(optimum))
faults = [text for holds, text in [
    (abs(plan["relaxation"] - relaxation) <= 1e-6 * max(1, abs(relaxation)),
     f"relaxation {plan['relaxation']}, not {relaxation}"),
    (plan["objective"] <= optimum + slack, f"objective {plan['objective']} above {optimum}"),
    (plan["objective"] >= optimum - 0.01 * max(1, abs(optimum)),
     f"objective {plan['objective']} far below {optimum}"),
    (plan["bound"] >= optimum - slack, f"bound {plan['bound']} below {optimum}"),
] if not holds]
print("; ".join(faults))
sys.exit(bool(faults))
PYTHON
}

number=0
for case in "$folder"/*.yaml; do
    name=$(basename "$case" .yaml)
    number=$((number + 1))
    said=
    # Proving 123 takes minutes; its best plan is found at once.
    limit=60s
    [ "$name" != 123 ] || limit=10s
    "$banlie" plan "$case" -o "$work/$name" --quiet --time-limit "$limit" 2>"$work/err"
    code=$?
    if [ "$code" -ne 0 ]; then
        said="exit $code: $(head -c 300 "$work/err" | tr '\n' ' ')"
    else
        said=$(agrees "$work/$name/summary.json" "$folder/$name.json" 2>&1 | tail -n 1)
    fi
    if [ -z "$said" ]; then
        echo "ok $number - case $name has its known values"
    else
        echo "not ok $number - case $name has its known values"
        echo "# $said"
    fi
done
echo "1..$number"
