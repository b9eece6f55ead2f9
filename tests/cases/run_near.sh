#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Numbers that nearly meet: a plan that is the best but for a rounding error, ratios near to what a
# plan reaches, load factors of nothing. What is expected is worked out by hand. Output is TAP.
#
# usage: run_near.sh BANLIE ROOT
set -u

folder=$(realpath -- "$2")/tests/cases/near
# shellcheck source=tests/tap.sh
. "$(realpath -- "$2")/tests/tap.sh"

# plan CASE OPTION...: sets $code.
plan() {
    rm -rf plan
    run "$banlie" plan "$@" -o plan --quiet --time-limit 60s
}

# states KEY VALUE: whether summary.json has it so, on its first level.
states() {
    grep -q "^  \"$1\": \"*$2\"*,\$" plan/summary.json
}

# 210 equal bookings of one box on 21 equal trains of 10 TEU: a full train nets 10 x 10 - 60 = 40.
ties() {
    cat <<'CASE'
banlie: 1
horizon: {start: 2026-11-30, weeks: 3, zone: Asia/Shanghai, tail: 20d}
stations:
  A: {country: CN, zone: Asia/Shanghai}
  B: {country: CN, zone: Asia/Shanghai}
slots:
  - {id: S0, from: A, to: B, departs: [Mon 08:00, Tue 08:00, Wed 08:00, Thu 08:00, Fri 08:00, Sat 08:00, Sun 08:00],
     runs: 5d, km: 1000, teu: 10, cost: {train: 60}}
lines:
  L: {direction: outbound, route: [A, B]}
demand:
CASE
    for i in $(seq 210); do
        echo "  - {id: D$i, from: A, to: B, boxes: 1, container: 20GP, ready: 2026-11-29, due: 2027-01-31, revenue: 10}"
    done
}

ties >ties.yaml
for gap in 0 1e-9; do
    plan ties.yaml --gap $gap
    [ "$code" -eq 0 ] && states status optimal && states objective 840.0
    report $? "of equal bookings on equal trains a gap of $gap is reached"
done

for gap in 0 0.005; do
    plan "$folder/load-factor.yaml" --gap $gap
    [ "$code" -eq 0 ] && states status optimal && states objective 0.130719
    report $? "the best load factor is that of one train of six, with a gap of $gap"
done

plan "$folder/kept-load-factor.yaml"
[ "$code" -eq 0 ] && states objective -75000.0
report $? "a load factor that is kept is reached by a train that runs, at a loss"

# with RATIO MAX_BACK: one train out in every case, and so many back at most.
with() {
    sed -e "s/ratio: 1e-7/ratio: $1/" -e "s/max: 0/max: $2/" "$folder/ratio.yaml" >ratio.yaml
    plan ratio.yaml
}

for ratio in 1e-9 1e-7 1e-6 0.5; do
    with $ratio 0
    [ "$code" -eq 4 ] && grep -q 'balance even' err && grep -q 'train X1' err
    report $? "a ratio of $ratio is not kept by no train back"
done
for ratio in 0.9999999 1 1.000000001 1.0000001 1.0000004; do
    with $ratio 1
    [ "$code" -eq 0 ]
    report $? "a ratio of $ratio is kept by one train back"
done
for ratio in 1.0000007 1.000001 1.00001; do
    with $ratio 1
    [ "$code" -eq 4 ] && grep -q 'balance even' err && grep -q "from $ratio to 1" err
    report $? "a ratio of $ratio is not kept by one train back, and the repair says so"
done

echo "1..$number"
