#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Closed days, times of the clock, weeks between runs and stops in cells, from the case to the plan.
# Values are worked out from those of scenarios/tiny/case.yaml. Output is TAP.
#
# usage: run_slot_keys.sh BANLIE ROOT
set -u

root=$(realpath -- "$2")
cases=$root/tests/cases/slot-keys
# shellcheck source=tests/tap.sh
. "$root/tests/tap.sh"

# has FILE PATTERN SENTENCE
has() { grep -q -e "$2" "$1"; report $? "$3"; }
lacks() { ! grep -q -e "$2" "$1"; report $? "$3"; }

# tiny NAME SCRIPT: scenarios/tiny changed by a sed script.
tiny() { sed "$2" "$root/scenarios/tiny/case.yaml" >"$1.yaml"; }

# worth NAME MARGIN SENTENCE: NAME.yaml is planned, verified, and worth so much.
worth() {
    run "$banlie" plan "$1.yaml" -o "$1-plan" --gap 0 --quiet --force &&
        run "$banlie" verify "$1.yaml" "$1-plan" &&
        grep -q "margin recomputed: $2\$" said
    report $? "$3"
}

# same DIR DIR SENTENCE: the same files; summary.json tells when it was made.
same() {
    holds "$3" diff -r -x summary.json "$1" "$2"
}

# --- closed days

tiny friday 's/{id: E1,/{id: E1, closed: 2026-12-04,/'
worth friday 15000.00 'without its Friday the return train would run empty: 30 000 less what it is short'
tiny between 's/gauge_break: true,/gauge_break: true, closed: 2026-12-11,/'
worth between 21000.00 'X1 stands at MAL throughout 11 December: it stays'
tiny calls 's/gauge_break: true,/gauge_break: true, closed: 2026-12-10,/'
exits 4 'it arrives there on the evening of the 10th, local, and cannot' plan calls.yaml -o none
has said 'conflict: booking A: all of 3 boxes must travel' 'the conflict says what is asked for'
has said 'conflict: station MAL: no train arrives or departs on 2026-12-10 (closed)' 'and that MAL is closed'
has said 'X1 that had to run: X1@2026-12-01' 'the train is named'
sed 's/, must: true//' calls.yaml >unmust.yaml
worth unmust 0.00 'without it nothing is carried, and nothing owed'
tiny out 's|{id: W1,|{id: W1, closed: 2026-12-01,|'
exits 4 'a closed slot is named likewise' plan out.yaml -o none --lang zh
has said '冲突：运行线 W1：2026-12-01 停运（closed）' 'in Chinese too'
tiny least 's/{id: E1,/{id: E1, closed: 2026-11-30..2026-12-05,/; s/max: 1/min: 1/'
exits 4 'a minimum that closed days break' plan least.yaml -o none
has said 'conflict: line BACK: at least 1 train a week' 'is named by its line'
has said 'conflict: slot E1: no train departs on 2026-11-30..2026-12-05 (closed)' 'and its slot'

# The train at 04:00 would come to MAL on the 10th, that at 08:00 comes on the 11th, at 01:00.
tiny names 's/\[Tue 04:00\]/[Tue 04:00, Tue 08:00]/; s/gauge_break: true,/gauge_break: true, closed: 2026-12-10,/'
worth names 21000.00 'the other train of the day runs'
has names-plan/trains.csv '^X1@2026-12-01.2,.*,W1@2026-12-01T0800;' 'with the name that it has where nothing is closed'
sed -i 's/X1@2026-12-01\.2/X1@2026-12-01/g' names-plan/*.csv
exits 8 'which the verifier knows' verify names.yaml names-plan

# --- weeks between runs, and times of the clock

tiny weeks 's/{id: E1,/{id: E1, every: {weeks: 2, from: 2026-12-09},/'
worth weeks 15000.00 'a slot of the other week does not run'
tiny now 's/{id: E1,/{id: E1, every: {weeks: 2, from: 2026-11-18},/'
worth now 21000.00 'one of this week does, counted from a fortnight before'
tiny plain ''
worth plain 21000.00 'the case as it is'
same now-plan plain-plan 'a slot that runs in the one week is like any other'
tiny clock 's/runs: 10d/arrives: "D+9 21:00"/; s/, runs: 2d/, arrives: "D+2 AT"/; s/runs: 11d/arrives: "D+11 13:00"/
s/\(Sat 08:00.*\)AT/\108:00/; s/\(Tue 10:00.*\)AT/\110:00/'
worth clock 21000.00 'times of the clock say the same as running times'
same clock-plan plain-plan 'in the same plan, where no clock changes'
tiny late 's/runs: 10d/arrives: "D+11 21:00"/'
exits 3 'a train by hand that comes too late for its next slot' check late.yaml
has said 'X1@2026-12-01 would wait' 'is an error as ever'

worth_clocks() {
    cp "$cases/clocks.yaml" clocks.yaml
    worth clocks 800.00 'trains by the clock and by the hour carry what is due by the clock'
    has clocks-plan/trains.csv '^N1@2026-10-24,.*T20:00+02:00,2026-10-25T06:00+01:00,11,' '11 hours in the night of the change'
    has clocks-plan/trains.csv '^N1@2026-10-31,.*T20:00+01:00,2026-11-01T06:00+01:00,10,' '10 in any other'
    has clocks-plan/trains.csv '^D1@2026-10-24,.*T19:00+02:00,2026-10-25T04:00+01:00,10,' 'by the hour it is there at 04:00'
    has clocks-plan/trains.csv '^D1@2026-10-31,.*T19:00+01:00,2026-11-01T05:00+01:00,10,' 'else at 05:00'
}
worth_clocks

# --- a slot without some of its departures

tiny dates 's/weeks: 1/weeks: 2/; s/{id: E1,/{id: E1, valid: {to: 2026-12-03},/'
tiny closed 's/weeks: 1/weeks: 2/; s/{id: E1,/{id: E1, closed: 2026-12-04..2027-03-31,/'
exits 0 'dates on which a slot runs' plan dates.yaml -o dates --quiet --gap 0
exits 0 'and days on which it does not' plan closed.yaml -o closed --quiet --gap 0
same dates closed 'are the same plan'

# --- what the verifier sees of all this

# refuses CASE DIR PATTERN SENTENCE
refuses() {
    exits 8 "$4" verify "$1.yaml" "$2"
    has said "$3" "which says: $3"
}
refuses friday plain-plan 'slot run "E1@2026-12-04" does not exist: it is closed on that day' 'a train on a closed day'
refuses calls plain-plan 'slot run "W1@2026-12-01" does not exist: it is closed' 'a call at a closed station'
refuses weeks plain-plan 'slot run "E1@2026-12-04" does not exist: the slot does not run in that week' 'a week in between'
refuses plain unmust-plan 'X1 runs always, but not on 2026-12-01' 'a train that is not cancelled'
sed 's/D+9 21:00/D+9 22:00/' clock.yaml >hour.yaml
refuses hour clock-plan 'arrives' 'another time of the clock'
tiny regular 's/weeks: 1/weeks: 2/; s/OUT: {/OUT: {regular: true, /; s/{id: W1,/{id: W1, closed: 2026-12-08,/'
worth regular 21000.00 'the week that is left of a regular line stands alone'
sed 's/closed: 2026-12-08, //' regular.yaml >both.yaml
refuses both regular-plan 'line OUT is regular, but the chain of X1@2026-12-01 runs 0 times in week 1' 'a week that is not closed'

# --- cells

awk '/^slots:/ { print "slots: {csv: slots.csv}"; skip = 1; next } /^lines:/ { skip = 0 } !skip' "$cases/stops.yaml" >cells.yaml
cp "$cases/slots.csv" slots.csv
exits 0 'stops and closed days in YAML' plan "$cases/stops.yaml" -o yaml --quiet --gap 0
exits 0 'and in cells' plan cells.yaml -o cells --quiet --gap 0
same yaml cells 'are the same case'
has yaml/timetable.csv '^OUT@.*,3,URC,.*T02:00+06:00,.*T04:00+06:00,.*,D+3,' 'a stop is at its time of the clock'
lacks yaml/trains.csv '^OUT@2026-12-07' 'no train runs on a closed day'
lacks yaml/trains.csv '^BACK@2026-12-08' 'nor in a week in between'

# --- feeders

cp "$cases/feeders.yaml" feeders.yaml
exits 0 'boxes go by feeder' plan feeders.yaml -o first --quiet
sed 's/{id: IN,/{id: IN, closed: 2026-11-29,/' feeders.yaml >in.yaml
refuses in first 'feeder IN is closed at 2026-11-29T20:00+08:00' 'a closed feeder'
sed 's/{id: IN,/{id: IN, every: {weeks: 2, from: 2026-11-30},/' feeders.yaml >other.yaml
refuses other first 'feeder IN does not leave at 2026-11-29T20:00+08:00' 'a feeder in a week in between'
sed 's/D+1 08:00/D+1 09:00/' feeders.yaml >nine.yaml
refuses nine first 'legs.csv' 'a feeder that arrives at another time'

# --- rolled on

sed 's/2026-11-23, weeks/2026-11-30, weeks/' feeders.yaml >later.yaml
has first/legs.csv '^A,1,1,rail,IN,' 'boxes set out by feeder'
has first/legs.csv '^A,1,3,rail,ON,.*,2026-12-14T08:00+01:00,' 'and go on by feeder'
exits 0 'and rolled on' plan later.yaml -o second --commit first --freeze-before 2026-11-30 --quiet
sed 's/{id: W,/{id: W, closed: 2026-12-01,/' later.yaml >taken.yaml
exits 3 'a closed day may not take the train for which boxes are on their way' plan taken.yaml -o none --commit first \
    --freeze-before 2026-11-30
has said 'boxes of A are on their way to the train OUT@2026-12-01, but slot run W@2026-12-01 is closed' \
    'the error names train and booking'
sed 's/{id: ON,/{id: ON, closed: 2026-12-14,/' later.yaml >fed.yaml
exits 0 'a feeder that they will take goes on' plan fed.yaml -o fed --commit first --freeze-before 2026-11-30
has said 'closures would take the feeder ON at 2026-12-14T08:00+01:00' 'with a warning that names it'
exits 0 'which the verifier agrees to' verify fed.yaml fed --commit first --freeze-before 2026-11-30
sed 's/2026-11-23, weeks/2026-12-07, weeks/; s/{id: W,/{id: W, closed: 2026-12-13,/; s/  DUI: {/  DUI: {closed: 2026-12-12..2026-12-13, /' \
    feeders.yaml >way.yaml
exits 0 'a train under way goes on' plan way.yaml -o way --commit second --freeze-before 2026-12-07
has said 'closures would take the train OUT@2026-12-01; it is under way' 'with a warning that names it'
exits 0 'which the verifier agrees to, too' verify way.yaml way --commit second --freeze-before 2026-12-07

sed 's/, boxes: 4,/, boxes: 8,/; s/2026-12-16/2026-12-30/' feeders.yaml >two.yaml
sed 's/from: NGB, to: HAM/from: YIW, to: DUI/' two.yaml >own.yaml
sed 's/2026-11-23, weeks/2026-11-30, weeks/; s/ready: 2026-11-25/ready: 2026-12-02/' own.yaml >base.yaml
sed 's/{id: W,/{id: W, closed: 2026-12-08,/' base.yaml >shut.yaml
exits 0 'a train on the 8th is planned' plan base.yaml -o base --quiet
has base/trains.csv '^OUT@2026-12-08,.*,true,' 'since boxes are ready on the 2nd'
exits 0 'where its day is closed it is let go, though frozen' plan shut.yaml -o shut --commit base --quiet
has shut/changes.csv '^train,OUT@2026-12-08,W@2026-12-08,.*,10.00,closed: ' 'at its price, with the reason'
exits 0 'the verifier agrees' verify shut.yaml shut --commit base
sed -i 's/,closed: /,stopped: /' shut/changes.csv
exits 8 'and knows the reason' verify shut.yaml shut --commit base

echo "1..$number"
