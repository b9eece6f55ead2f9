#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Plans held to an earlier plan: what is frozen stays, what moves has its price. Output is TAP.
#
# usage: run_commit.sh BANLIE ROOT
set -u

root=$(realpath -- "$2")
# shellcheck source=tests/tap.sh
. "$root/tests/tap.sh"

# compare EXPRESSION DIR...: the expression over the plans' summaries, `a`, `b`, …, is true.
compare() {
    python3 - "$@" <<'PYTHON'
import json, sys
names = {chr(ord("a") + i): json.load(open(d + "/summary.json", encoding="utf-8"))
         for i, d in enumerate(sys.argv[2:])}
near = lambda x, y: abs(x - y) <= 1e-6 * max(1, abs(x), abs(y))
moved = lambda plan: plan["kpi"]["cost_parts"]["moved"]
ok = eval(sys.argv[1], {**names, "near": near, "moved": moved})
if not ok:
    print(sys.argv[1], {k: (v["relaxation"], v["objective"], v["bound"], moved(v)) for k, v in names.items()})
sys.exit(not ok)
PYTHON
}

lists() { grep -q -e "$2" "$1/changes.csv"; }
said() { grep -q -e "$1" "$work/clash"; }
unchanged() { [ "$(wc -l <"$1/changes.csv")" -eq 1 ]; }

# priced FILE PRICE NAME: the case with the earlier plan's boxes and trains at this price.
priced() {
    {
        cat "$1"
        echo "commitments: {plan: $work/$3, bookings: {price: $2}, trains: {price: $2}}"
    } >"$(dirname "$1")/priced-$2.yaml"
}

# Tiny, see its comments: the train carries A 3, B 2 and C 1 boxes.
tiny() {
    tiny=$root/scenarios/tiny
    exits 0 'tiny is planned' plan "$tiny" --gap 0 -o first
    exits 0 'and held to its own plan' plan "$tiny" --gap 0 --commit first -o again
    holds 'nothing changes' unchanged again
    holds 'and nothing costs' compare 'near(a["objective"], b["objective"]) and moved(b) == 0' first again
    # D now pays 30 000 more and would push out a B, which nets 14 000: all but D's price for moving.
    sed 's/revenue: 12500/revenue: 42500/' "$tiny/case.yaml" >tiny.yaml
    exits 0 'with a dear booking more' plan tiny.yaml --gap 0 -o free
    exits 0 'it waits where all is frozen' plan tiny.yaml --gap 0 --commit first -o frozen
    holds 'then nothing changes' unchanged frozen
    exits 0 'the verifier agrees' verify tiny.yaml frozen --commit first
    exits 8 'but not without the earlier plan' verify tiny.yaml frozen
    for price in 0 1000 100000; do
        priced tiny.yaml "$price" first
        exits 0 "moving at $price" plan "priced-$price.yaml" --gap 0 -o "at-$price"
        exits 0 "and verified" verify "priced-$price.yaml" "at-$price"
    done
    holds 'moves at no price are the free plan' compare 'near(a["objective"], b["objective"])' free at-0
    holds 'a moved box costs its price' compare 'near(a["objective"], b["objective"] + 1000) and moved(b) == 1000' \
        free at-1000
    holds 'its row says why' lists at-1000 '^booking,B,X1@2026-12-01 YIW>DUI,,1,1000.00,"*left_behind: not frozen: moving costs 1000.*,D.$'
    holds 'what takes its place is listed' lists at-1000 '^booking,D,,X1@2026-12-01 YIW>DUI,1,0.00,new'
    holds 'at a high price nothing moves' unchanged at-100000
    # Yiwu closes: the train that all of the earlier plan hangs on cannot run.
    sed 's/  YIW: {/&trains_per_day: 0, /; s/id: X1, /&runs: optional, /; s/, must: true//' "$tiny/case.yaml" >shut.yaml
    exits 4 'a frozen train and a limit clash' plan shut.yaml --commit first -o none
    cp said clash
    holds 'the train is named where the earlier plan has it' said \
        '^first/trains.csv:2:1: conflict: train X1@2026-12-01 of the earlier plan is frozen'
    holds 'and so is the limit' said 'conflict: station YIW: at most 0 trains a day'
    exits 4 'with a week frozen it is the same' plan shut.yaml --commit first --freeze-before 2026-12-02 -o none
    cp said clash
    holds 'the repair is to freeze less' said \
        'repair: let train X1@2026-12-01 move: set --freeze-before no later than its first departure'
    # One box of B less, and its train may not move.
    sed 's/id: B,\(.*\)boxes: 4/id: B,\1boxes: 1/' "$tiny/case.yaml" >smaller.yaml
    exits 0 'frozen boxes that are booked no more are let go' plan smaller.yaml --commit first -o fewer
    priced smaller.yaml 1000 first
    exits 0 'boxes that are booked no more move' plan priced-1000.yaml --gap 0 -o smaller
    holds 'without a price' lists smaller '^booking,B,.*,1,0.00,cancelled'
    # The return train's slot leaves an hour later on Fridays: its run is the same, by name.
    sed 's/Tue 10:00, Fri 10:00/Tue 10:00/' "$tiny/case.yaml" >slot.yaml
    exits 3 'a frozen train needs its slot runs' plan slot.yaml --commit first -o none
    priced slot.yaml 1000 first
    exits 0 'a train that is not frozen is lost at its price' plan priced-1000.yaml --gap 0 -o slot
    holds 'and listed with the slot run that is gone' lists slot \
        '^train,BACK@2026-12-04,.*,,,1000.00,stopped: no longer possible: slot run E1@2026-12-04 is gone'
}

changed_price() {
    sed '/^changes/d' "$1/changes.csv" >"$1/fewer.csv"
    sed '$d' "$1/fewer.csv" >"$1/changes.csv"
    rm "$1/fewer.csv"
}

tampering() {
    cp -r at-1000 tampered
    priced tiny.yaml 1000 first
    changed_price tampered
    exits 8 'a change that is not listed is found' verify priced-1000.yaml tampered
    priced tiny.yaml 999 first
    exits 8 'so is another price' verify priced-999.yaml at-1000
    # D's box, which took the place of one of B, is in nobody's hands.
    cp -r at-1000 dropped
    sed -i '/^D,/d' dropped/allocations.csv
    priced tiny.yaml 1000 first
    exits 8 'legs without boxes are found' verify priced-1000.yaml dropped
    cp said clash
    holds 'with the booking that they are of' said '^legs.csv row [0-9]*: allocations.csv has no itinerary 1 of booking D'
    holds 'and so is the change that is none' said '^changes.csv row 3: there is no such change'
}

# Ningbo–Zhoushan by rail and sea: feeders, empties, stock; every fifth booking grows by four boxes.
sea_rail() {
    cp -r "$root/scenarios/sea-rail" sea
    exits 0 'the sea-rail case is planned' plan sea -o monday --gap 0.01
    awk -F, -v OFS=, 'NR > 1 && NR % 5 == 0 {$4 += 4} {print}' sea/demand.csv >sea/grown.csv
    sed 's/demand\.csv/grown.csv/' sea/case.yaml >sea/grown.yaml
    exits 0 'with more demand freely' plan sea/grown.yaml -o anew --gap 0.01
    for price in 0 300 50000; do
        priced sea/grown.yaml "$price" monday
        exits 0 "and held to the first plan at $price" plan "sea/priced-$price.yaml" -o "sea-$price" --gap 0.01
    done
    holds 'at no price that is the same relaxation' compare 'near(a["relaxation"], b["relaxation"])' anew sea-0
    holds 'a price never pays' compare \
        'a["relaxation"] >= b["relaxation"] - 1 and b["relaxation"] >= c["relaxation"] - 1' \
        sea-0 sea-300 sea-50000
    holds 'at a high price nothing moves' compare 'moved(a) == 0' sea-50000
    exits 0 'a week can be frozen' plan sea/grown.yaml -o half --gap 0.01 --commit monday \
        --freeze-before 2026-12-07
    exits 0 'which the verifier sees' verify sea/grown.yaml half --commit monday --freeze-before 2026-12-07
    exits 0 'all of it, too' plan sea/grown.yaml -o whole --gap 0.01 --commit monday
    holds 'at a price in margin' compare \
        'a["relaxation"] >= b["relaxation"] - 1 and b["relaxation"] >= c["relaxation"] - 1' anew half whole
}

tiny
tampering
sea_rail
echo "1..$number"
