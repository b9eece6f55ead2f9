#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Plans rolled on from week to week: what has left is not sold again, and nothing new leaves on frozen
# days. Output is TAP.
#
# usage: run_rolling.sh BANLIE ROOT
set -u

cases=$(realpath -- "$2")/tests/rolling/cases
# shellcheck source=tests/tap.sh
. "$(realpath -- "$2")/tests/tap.sh"

# has FILE PATTERN SENTENCE, lacks FILE PATTERN SENTENCE
has() { grep -q -e "$2" "$1"; report $? "$3"; }
lacks() { ! grep -q -e "$2" "$1"; report $? "$3"; }

# roll NAME: a copy of week 50's rolled plan to be spoilt.
spoil() {
    rm -rf spoilt
    cp -r rolled spoilt
    sed -i "$2" "spoilt/$1"
    exits 8 "$3" verify "$cases/week50.yaml" spoilt --commit first --freeze-before 2026-12-07
}

exits 0 'a fortnight is planned' plan "$cases/week49.yaml" -o first
exits 0 'and rolled on' plan "$cases/week50.yaml" -o rolled --commit first --freeze-before 2026-12-07
# Plans that are equally good split B05 in different ways: what this one sent off in the first week.
gone=$(awk -F, '$1 == "B05" && $6 < "2026-12-07" { boxes += $3 } END { print boxes + 0 }' first/allocations.csv)
has rolled/bookings.csv "^B05,$((16 - gone)),.*,$gone" 'boxes that left in the first week are not carried again'
has rolled/bookings.csv '^B01,0,0,0,carried_before,.*,20' 'they are told apart from those that are left'
has rolled/trains.csv '^YIW-DUI@2026-12-04,YIW-DUI,outbound,-1,under_way,' 'their train is under way'
has rolled/timetable.csv '^YIW-DUI@2026-12-04,1,YIW,' 'with its whole timetable'
has rolled/capacity.csv '^YIW-DUI@2026-12-04,2,KZ-1@2026-12-08,ALA,MAL,107.8,107,' 'and what is aboard from now on'
lacks rolled/capacity.csv '^YIW-DUI@2026-12-04,1,' 'but not before'
has rolled/carried_over.csv '^sold,B05,' 'what is sold is carried over'
exits 8 'a rolled plan is verified with the earlier one only' verify "$cases/week50.yaml" rolled
spoil carried_over.csv '/^sold,B05/d' 'a row that is missing is found'
spoil carried_over.csv 's/^\(box,B01,1,1,.*\),20,40,/\1,19,38,/' 'so are other boxes'
spoil bookings.csv 's/^\(B01,0,0,0,carried_before,.*\),20/\1,19/' 'and other boxes in bookings.csv'
spoil summary.json 's/"trains": 1/"trains": 2/' 'and trains under way in summary.json'

printf 'kind,id,itinerary,boxes\nbox,B01,1,5\n' >left.csv
exits 0 'what really happened is taken for it' plan "$cases/week50.yaml" -o straight --commit first \
    --freeze-before 2026-12-07 --happened left.csv
has straight/bookings.csv '^B01,15,.*,5' 'boxes that did not leave are demand again'
exits 0 'the verifier takes it too' verify "$cases/week50.yaml" straight --commit first \
    --freeze-before 2026-12-07 --happened left.csv
exits 8 'and needs it' verify "$cases/week50.yaml" straight --commit first --freeze-before 2026-12-07
printf 'kind,id,itinerary,boxes\ntrain,YIW-DUI@2026-12-04,,0\n' >stood.csv
exits 0 'a train that did not run takes nothing along' plan "$cases/week50.yaml" -o stood --commit first \
    --freeze-before 2026-12-07 --happened stood.csv
lacks stood/trains.csv under_way 'and is not under way'
has stood/bookings.csv '^B01,20,.*,0' 'its boxes are demand again'
printf 'kind,id,itinerary,boxes\nbox,B99,1,5\n' >unknown.csv
exits 3 'what is not known is an error' plan "$cases/week50.yaml" -o none --commit first --happened unknown.csv

for week in 49 50; do
    sed 's/id: KZ-1, /id: KZ-1, rake: R, /' "$cases/week$week.yaml" >"rakes$week.yaml"
    echo 'rakes: {R: {sets: {ALA: 3}, turn: 1h}}' >>"rakes$week.yaml"
done
printf 'kind,id,itinerary,boxes\nsets,R@ALA,,0\n' >sets.csv
exits 0 'wagon sets are planned' plan rakes49.yaml -o sets
exits 0 'and rolled on' plan rakes50.yaml -o sets2 --commit sets --freeze-before 2026-12-07
has sets2/carried_over.csv '^set,R,.*,YIW-DUI@2026-12-04,.*,ALA,,2026-12-08T08:00+08:00,-1,' \
    'a set that a train under way has yet to take'
exits 4 'has to be there' plan rakes50.yaml -o none --commit sets --freeze-before 2026-12-07 \
    --happened sets.csv
has said 'conflict: what is under way: .*yet to take: 1 at ALA (R)' 'which the conflict says'

sed 's/2026-12-07, weeks: 2/2026-12-14, weeks: 2/' "$cases/week50.yaml" >week51.yaml
exits 0 'a rolled plan rolls on' plan week51.yaml -o third --commit rolled --freeze-before 2026-12-14
has third/trains.csv '^YIW-DUI@2026-12-04,.*,-2,under_way,' 'a train is under way for two weeks'

sed 's/Asia\/Shanghai, tail/Europe\/Berlin, tail/' "$cases/week50.yaml" >zone.yaml
exits 3 'another zone is an error' plan zone.yaml -o none --commit first
cp -r first old
sed -i '/"horizon": {/,/}/d' old/summary.json
exits 3 'a plan that does not say when it begins is planned again' plan "$cases/week50.yaml" -o none --commit old
has said 'plan it again' 'which the error says'

exits 0 'days can be frozen' plan "$cases/freeze-week2.yaml" -o frozen --commit first --freeze-before 2026-12-11
lacks frozen/trains.csv '^YIW-DUI@2026-12-01' 'no train is new on them'
echo "1..$number"
