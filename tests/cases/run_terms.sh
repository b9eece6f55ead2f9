#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What customers ask of their bookings, from outside: parts, a longest time on the way, ids as companies
# have them. Output is TAP.
#
# usage: run_terms.sh BANLIE ROOT
set -u

terms=$(realpath -- "$2")/tests/cases/terms.yaml
# shellcheck source=tests/tap.sh
. "$(realpath -- "$2")/tests/tap.sh"
cp "$terms" case.yaml

# has FILE TEXT: some line of the file is this, as far as it goes.
has() { grep -q -F -e "$2" "$1"; }

# boxes DIR BOOKING: its boxes by itinerary, blanks between them.
boxes() { awk -F, -v id="$2" '$1 == id {printf "%s%s", sep, $3; sep = " "}' "$1/allocations.csv"; }
goes() { [ "$(boxes "$1" "$2")" = "$3" ]; }

# same_plan DIR DIR: the same bytes, the `run` block of summary.json aside.
same_plan() {
    for file in "$1"/*.csv; do
        cmp -s "$file" "$2/$(basename "$file")" || return 1
    done
    sed '/"run"/,$d' "$1/summary.json" >one && sed '/"run"/,$d' "$2/summary.json" | cmp -s - one
}

exits 0 'a case with such terms is planned' plan case.yaml -o plan --no-bom --quiet
holds 'six boxes in parts of four go as four, or not' goes plan '义乌/2026-001#A' 4
holds 'two boxes by one way are two on it' goes plan 'Ж-7' 2
holds 'it earns what it should' has plan/summary.json '"objective": 4400.0'
holds 'how many parts there are is told' has plan/bookings.csv '义乌/2026-001#A,6,4,2,'
exits 0 'the plan is verified' verify case.yaml plan
exits 0 'a train tells its boxes by id' show plan manifest A-B@2026-12-02
holds 'whole' has said '义乌/2026-001#A '

for solver in $("$banlie" plan --help | sed -n 's/.*LP solver: //p' | tr -d ','); do
    run "$banlie" plan case.yaml -o "one-$solver" --solver "$solver" --threads 1 --no-bom --quiet
    run "$banlie" plan case.yaml -o "two-$solver" --solver "$solver" --threads 2 --no-bom --quiet
    holds "one thread or two, with $solver: the same plan" same_plan "one-$solver" "two-$solver"
    holds 'of the same value' has "one-$solver/summary.json" '"objective": 4400.0'
done

# What a plan of other terms does not keep is found in its files.
sed 's/parts: {min: 4}/parts: {min: 5}/' case.yaml >larger.yaml
exits 8 'parts that are too small are found' verify larger.yaml plan
holds 'and named' has said '义乌/2026-001#A has 4 boxes on this itinerary, its parts have 5 at least'
sed 's/parts: {min: 4}/parts: {min: 1}/; s/boxes: 2,/boxes: 1,/' case.yaml >split.yaml
exits 0 'without them the boxes are split' plan split.yaml -o split --no-bom --quiet
holds 'over both trains' has split/bookings.csv '义乌/2026-001#A,6,6,0,,'
sed 's/parts: {min: 1}/parts: {max: 1}/' split.yaml >one.yaml
exits 8 'more parts than there may be are found' verify one.yaml split
holds 'and named' has said '义乌/2026-001#A goes by 2 itineraries, its parts are 1 at most'
exits 8 'in Chinese, too' verify one.yaml split --lang zh
holds 'said' has said '义乌/2026-001#A 有 2 种走法，其批数最多 1'
sed 's/max_transit: 2d/max_transit: 47h/' case.yaml >faster.yaml
exits 8 'a box that takes too long is found' verify faster.yaml plan
holds 'and named' has said 'Ж-7 takes 2d from its first departure to delivery, its max_transit is 1d23h'

# A week later: what is left of a booking is a part of its own.
sed 's/start: 2026-11-30, weeks: 2/start: 2026-12-07, weeks: 1/' case.yaml >monday.yaml
exits 0 'the plan is rolled on' plan monday.yaml --commit plan -o rolled --no-bom --quiet
holds 'two boxes are left, and go' goes rolled '义乌/2026-001#A' 2
holds 'those gone are known by their id' has rolled/carried_over.csv 'sold,义乌/2026-001#A,'
exits 0 'it is verified' verify monday.yaml rolled --commit plan
printf 'kind,id,itinerary,boxes\nbox,义乌/2026-001#A,1,0\n' >happened.csv
exits 0 'boxes that did not leave' plan monday.yaml --commit plan --happened happened.csv \
    --freeze-before 2026-12-07 -o stayed --no-bom --quiet
holds 'are a part again' goes stayed '义乌/2026-001#A' 4

# Ids that names of models cannot have.
exits 0 'a model is written' export case.yaml --format mps
holds 'its names have the number of the booking' has said 'demand(booking.1)'
holds 'and it lists whose that is' has said '* booking.1 = 义乌/2026-001#A'

# Unicode has two ways to write one letter.
printf '  - {id: \303\204\303\226, from: AAA, to: BBB, boxes: 1, container: 40HC, ready: 2026-11-30, due: 2026-12-30, revenue: 1}\n' >letters
printf '  - {id: A\314\210O\314\210, from: AAA, to: BBB, boxes: 1, container: 40HC, ready: 2026-11-30, due: 2026-12-30, revenue: 1}\n' >>letters
cat case.yaml letters >twice.yaml
exits 3 'an id that is another as Unicode has it is taken' check twice.yaml
holds 'and told of' has said 'is already the id of another booking'

# A CSV file has them as columns.
{
    echo '订舱号,发站,到站,箱量,箱型,货好时间,最晚到达,运价,最长在途时间,每批最少箱数,parts.max'
    echo '义乌/2026-001#A,AAA,BBB,6,40HC,2026-11-30,2026-12-30,900,,4,'
    echo 'Ж-7,AAA,BBB,2,40HC,2026-12-03,2026-12-30,500,2d,all,1'
} >demand.csv
sed '/^demand:/,$d' case.yaml >listed.yaml
echo 'demand: {csv: demand.csv}' >>listed.yaml
exits 0 'bookings may stand in a CSV file' plan listed.yaml -o listed --no-bom --quiet
holds 'with their terms' goes listed '义乌/2026-001#A' 4

echo "1..$number"
