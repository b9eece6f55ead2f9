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
# wrong ROWS PATTERN SENTENCE: these rows of what happened are an error, and the only one.
wrong() {
    printf 'kind,id,itinerary,boxes\n%s\n' "$1" >wrong.csv
    exits 3 "$3" plan "$cases/week50.yaml" -o none --commit first --happened wrong.csv
    has said "^wrong.csv:$2" 'which is told where it stands'
    [ "$(grep -c ': error: ' said)" -eq 1 ]
    report $? 'once'
}
wrong 'box,B99,1,5' '2:1: error: nothing that the earlier plan sent off' 'a booking that is not known is an error'
wrong 'box,B01,7,5' '2:1: error: nothing that' 'so is another itinerary'
wrong 'train,YIW-DUI@2026-12-05,,0' '2:1: error: nothing that' 'a train that did not set out'
wrong 'stock,40HC@YIW,,5' '2:1: error: nothing that' 'containers that nobody counts'
wrong 'sets,R@YIW,,5' '2:1: error: nothing that' 'wagon sets of no pool'
wrong 'box,B01,1,21' '2:1: error: booking B01: no more than the 20 boxes' 'more boxes than the itinerary has'
wrong 'train,YIW-DUI@2026-12-04,,1' '2:27: error: a train either ran' 'a train that ran needs no row'
wrong 'lorry,B01,1,5' '2:1: error: ' 'a kind that there is not'
wrong 'box,B01,1,-2' '2:11: error: ' 'fewer boxes than none'
wrong 'box,B01,1,"1,200"' '2:12: error: .*1200' 'a number with marks'
wrong "$(printf 'box,B01,1,5\nbox,B01,1,6')" '3:1: error: box "B01" stands in line 2' 'the same thing twice'
exits 3 'a file that is not there' plan "$cases/week50.yaml" -o none --commit first --happened nowhere.csv
has said 'nowhere.csv' 'is named'
exits 0 'where nothing has happened' plan "$cases/week49.yaml" -o early --commit first --happened left.csv
has said 'left.csv:2:1: warning: what happened is passed over' 'it is passed over, with a warning'

# same FILE SENTENCE: a file read as left.csv is.
same() {
    rm -rf other
    exits 0 "$2" plan "$cases/week50.yaml" -o other --commit first --freeze-before 2026-12-07 --happened "$1"
    cmp -s other/carried_over.csv straight/carried_over.csv
    report $? 'and to the same'
}
printf '类别;编号;径路序号;箱量\n\nbox;B01;1;5\n' >zh.csv
same zh.csv 'Chinese headings, semicolons and empty rows are read'
iconv -f UTF-8 -t GB18030 zh.csv >gbk.csv
same gbk.csv 'so is what Chinese spreadsheets write'
printf '\377\376' >utf16.csv
iconv -f UTF-8 -t UTF-16LE zh.csv >>utf16.csv
same utf16.csv 'and UTF-16'
printf ' KIND \tId\tBoxes\tItinerary\tSeen by\nbox\tB01\t5.0\t1\tWang\n' >tabs.csv
same tabs.csv 'headings in any case, tabs and columns in any order'
has said 'tabs.csv:1:.*warning: .*Seen by' 'with a warning of the column that is not known'
(cat "$cases/week50.yaml" && echo 'commitments: {trains: {frozen_before: 2026-12-07}, bookings: {frozen_before: 2026-12-07}, happened: {csv: zh.csv}}') >told.yaml
exits 0 'the case may name the file' plan told.yaml -o told --commit first
cmp -s told/carried_over.csv straight/carried_over.csv
report $? 'with the same outcome'

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

printf 'kind,id,itinerary,boxes\nsets,R@DUI,,4\nstock,40HC@MAL,,9\n' >new.csv
(cat rakes50.yaml && echo 'equipment: {40HC: {stock: {YIW: 90}}}') >counted.yaml
exits 0 'what is counted where the earlier plan names nothing' plan counted.yaml -o counted --commit sets \
    --freeze-before 2026-12-07 --happened new.csv
has counted/carried_over.csv '^sets,R,.*,DUI,,,4,' 'stands there: wagon sets'
has counted/equipment.csv '^40HC,MAL,2026-12-07,9,' 'and containers'

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

# Empties on trains that nothing may be added to: four leave Duisburg, and more would like to.
verified=$(realpath -- "$cases/../../cases/verify-rolled")
exits 0 'empties are planned' plan "$verified/first.yaml" -o some
sed 's/DUI: 8}, turn/DUI: 16}, turn/' "$verified/first.yaml" >more.yaml
has some/empties.csv '^40HC,1,1,train,BACK@2026-12-01,DUI,ALA,.*,4,' 'as many as one pays for'
exits 0 'more are added to a frozen train' plan more.yaml -o added --commit some --freeze-before 2026-12-05
has added/empties.csv '^40HC,1,1,train,BACK@2026-12-01,DUI,.*,8,' 'where it has room'
(cat more.yaml && echo 'commitments: {fill: false}') >closed.yaml
exits 0 'but where nothing may be filled' plan closed.yaml -o kept --commit some --freeze-before 2026-12-05
lacks kept/empties.csv ',BACK@2026-12-01,DUI,.*,[5-9],' 'there are as many at most'
has kept/prices.csv '^"empties_kept(40HC,BACK@2026_12_01,1)",' 'which has its price'
exits 8 'the verifier sees more' verify closed.yaml added --commit some --freeze-before 2026-12-05
has said 'carries 8 empties of 40HC from DUI, in the earlier plan 4, and none may be added' 'and tells how many'

# What is carried over is worked out once more; without the earlier plan the file is tested alone.
exits 0 'all kinds of things are carried over' plan "$verified/case.yaml" -o second --commit some
exits 0 'the verifier comes to the same' verify "$verified/case.yaml" second --commit some
exits 8 'and tests the file alone without the earlier plan' verify "$verified/case.yaml" second
has said '^second: 1 violation$' 'which is all that it misses'
# alone FILE SED FINDING SENTENCE: a copy spoilt in one place, verified without the earlier plan.
alone() {
    rm -rf spoilt
    cp -r second spoilt
    sed -i "$2" "spoilt/$1"
    run "$banlie" verify "$verified/case.yaml" spoilt
    has said "$3" "$4"
}
alone carried_over.csv 's/^lease,,/lease,x,/' 'id is "x", which no row of this kind has' 'cells that a kind has not are seen'
alone carried_over.csv 's/^\(box,D2,1,2,.*\),YIW,ALA,/\1,CSX,ALA,/' 'this leg does not follow' 'so are legs apart'
alone carried_over.csv 's/^\(sold,D3,.*\),4,,,7000/\1,5,,,7000/' 'carried_before is 4, it should be 5' 'other boxes'
alone carried_over.csv '/^set,WIDE.*,YIW,/s/,1,,,/,2,,,/' 'no such change of sets' 'other sets'
alone carried_over.csv '2{h;d};3{G}' 'rows should stand by kind' 'and rows in another order'
alone trains.csv 's/^\(BACK@2026-12-01,.*\),under_way,/\1,false,/' 'trains.csv should have BACK@2026-12-01' 'a train that is not told of'
rm -rf spoilt
cp -r second spoilt
sed -i -e 's/^\(box,D1,1,2,.*\),8,16,/\1,7,16,/' -e '/^return,.*2026-12-16/d' spoilt/carried_over.csv
exits 8 'each row that differs is told' verify "$verified/case.yaml" spoilt --commit some
has said '^carried_over.csv row 3: boxes is 7, it should be 8' 'with what should be there'
has said 'a row is missing: return 40HC.*DUI 2026-12-16, boxes 9' 'and which is missing'
exits 8 'in Chinese, too' verify "$verified/case.yaml" spoilt --commit some --lang zh
has said '缺少一行：return 40HC' 'with the same gaps'

# What hangs on trains under way, in other files and commands.
exits 0 'a train under way has a manifest' show second manifest OUT@2026-12-04
# Which boxes these are is a choice among equally good plans.
aboard=$(awk -F, '$1 == "box" && $6 == "OUT@2026-12-04" && $10 == "YIW" { boxes += $14 } END { print boxes }' \
    second/carried_over.csv)
has said "^OUT@2026-12-04: $aboard boxes, .* t gross; 0 empties" 'of boxes that are gone'
missing=$(awk -F, '$1 == "box" && $6 == "OUT@2026-12-04" { print $2 }' second/carried_over.csv | sort -u |
    while read -r id; do grep -q "^$id .* YIW " said || echo "$id"; done)
[ -z "$missing" ]
report $? 'of each booking, of one that the case lists no more, too'
exits 0 'and one of what is aboard and what it takes along' show second manifest BACK@2026-12-01 --csv
has said '^D3,.*,4,40HC,general,.*,DUI,.*,YIW,' 'gone boxes'
has said '^D8,.*,3,20GP,general,.*,ALA,.*,YIW,' 'and new ones'
sed 's/2026-12-07, weeks: 1/2026-12-14, weeks: 1/' "$verified/case.yaml" >third.yaml
exits 0 'the week after is rolled on' plan third.yaml -o week3 --commit second
has week3/lines.csv '^OUT,outbound,-2,1,0,0,,0,0,0.00,0.00,0.00' 'a train of two weeks before has its row'
has week3/lines.csv '^OUT,outbound,-1,1,24,' 'beside that of one week before'
has week3/carried_over.csv '^return,,,,,,,40HC,,,YIW,,2026-12-14,4,' 'what comes back on the first day comes then'
has week3/equipment.csv '^40HC,YIW,2026-12-14,.*' 'in the stock'
exits 0 'plans may be written for spreadsheets' plan "$verified/first.yaml" -o sheet1 --table-style excel
exits 0 'rolled on' plan "$verified/case.yaml" -o sheet2 --commit sheet1 --table-style excel --headings zh
has sheet2/carried_over.csv '^return,,,,,,,40HC,,,DUI,,,2026-12-13,,8,' 'days of what comes back are dates without an offset'
exits 0 'verified' verify "$verified/case.yaml" sheet2 --commit sheet1
exits 0 'and rolled on again' plan third.yaml -o sheet3 --commit sheet2
cmp -s sheet3/carried_over.csv week3/carried_over.csv
report $? 'to the same state'
sed '/^  OUT: /d' "$verified/case.yaml" >lost.yaml
exits 0 'a train under way whose line is gone goes on' plan lost.yaml -o lost --commit some
has said 'the train OUT@2026-12-04 is under way on a line, slot or stop that the case has no more' 'with a warning'
has lost/trains.csv '^OUT@2026-12-04,OUT,,-1,under_way,' 'in the tables'
exits 0 'which is verified' verify lost.yaml lost --commit some
sed 's/revenue: 25500, late/revenue: 25000, late/' "$cases/week50.yaml" >other.yaml
exits 0 'a booking that pays otherwise now' plan other.yaml -o cheaper --commit first --freeze-before 2026-12-07
has said 'warning: booking B05' 'has its gone boxes taken off all the same, with a warning'
has cheaper/bookings.csv "^B05,$((16 - gone)),.*,$gone" 'as many'
exits 2 'wrong usage' plan --fast case --lang zh
has said '^banlie plan：没有选项 --fast' 'is told in Chinese'
echo "1..$number"
