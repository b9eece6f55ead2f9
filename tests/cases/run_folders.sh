#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Where plans go: what of the planner's stays there, what is refused before planning, places that
# cannot be renamed, what happens there while a plan is made, signals. Output is TAP.
#
# usage: run_folders.sh BANLIE SHIM ROOT
set -u

shim=$(realpath -- "$2")
root=$(realpath -- "$3")
tiny=$root/scenarios/tiny
# shellcheck source=tests/tap.sh
. "$root/tests/tap.sh"
# Folders that were mounted by a test that broke off.
trap 'umount "$work"/*/mount 2>/dev/null; chmod -R u+w "$work"; rm -rf "$work"' EXIT
TMPDIR=$work/elsewhere
export TMPDIR
mkdir "$TMPDIR" "$work/place"
cd "$work/place" || exit 1
LC_ALL=C.UTF-8
export LC_ALL
ASAN_OPTIONS=${ASAN_OPTIONS:-}:verify_asan_link_order=0
export ASAN_OPTIONS

skip() {
    number=$((number + 1))
    echo "ok $number - $1 # SKIP $2"
}

# meanwhile WHEN COMMAND CODE SENTENCE ARGUMENT...: likewise; the shell does COMMAND as soon as a file
# whose name ends with WHEN is opened.
meanwhile() {
    when=$1
    command=$2
    wanted=$3
    sentence=$4
    shift 4
    run env LD_PRELOAD="$shim" FAULTY_WHEN="$when" FAULTY_DO="$command" "$banlie" "$@"
    [ "$code" -eq "$wanted" ] || sentence="$sentence (exit $code, not $wanted)"
    [ "$code" -eq "$wanted" ]
    report $? "$sentence"
}

complains() { grep -q -e "$1" "$work/err"; }
inode() { stat -c %d:%i "$1"; }
# Nothing but these names, hidden ones included.
folder_is() {
    folder=$1
    shift
    [ "$(find "$folder" -mindepth 1 -maxdepth 1 -printf '%f\n' | LC_ALL=C sort | tr '\n' ' ')" = \
        "$(printf '%s ' "$@")" ]
}
is_whole() { "$banlie" verify "$tiny" "$1" && [ -z "$(find . "$TMPDIR" -name '.*.tmp-*')" ]; }
# A new place for the tests that follow.
afresh() {
    cd "$work" && rm -rf place elsewhere && mkdir place elsewhere && cd place || exit 1
}

what_is_ours_and_what_is_not() {
    exits 0 'a plan' plan "$tiny" -o X
    echo mine >X/notes.xlsx
    chmod 640 X/notes.xlsx
    touch -d '2020-02-02 02:02' X/notes.xlsx
    cp X/trains.csv X/trains-copy.csv
    ln -s notes.xlsx X/link
    ln -s nowhere X/dangling
    stat -c '%i %a %Y %s' X/notes.xlsx >"$work/notes"
    echo edited >X/trains.csv
    exits 9 'an older plan is not replaced' plan "$tiny" -o X
    holds 'an edited table stays' grep -q edited X/trains.csv
    exits 0 'unless it is forced' plan "$tiny" -o X --force
    holds 'then the edited table is a plan file like the others' is_whole X
    stat -c '%i %a %Y %s' X/notes.xlsx >"$work/notes-now"
    holds 'notes beside it are the same file, with their mode and time' \
        cmp "$work/notes" "$work/notes-now"
    holds 'a copy of a table under another name stays' test -s X/trains-copy.csv
    holds 'a link stays' test "$(readlink X/link)" = notes.xlsx
    holds 'one to nowhere too' test "$(readlink X/dangling)" = nowhere
    holds 'and nothing else' folder_is X allocations.csv balance.csv bookings.csv capacity.csv \
        dangling empties.csv equipment.csv feeders.csv legs.csv lines.csv link money.csv notes.xlsx prices.csv rakes.csv slots.csv \
        stations.csv summary.json timetable.csv trains-copy.csv trains.csv
    mkdir -p X/photos/deeper
    echo mine >X/photos/deeper/trains.csv
    exits 0 'a folder of the planner within it' plan "$tiny" -o X --force
    holds 'stays with what is in it' grep -q mine X/photos/deeper/trains.csv
    holds 'beside a whole plan' is_whole X
    exits 0 'a relaxation writes fewer files' plan "$tiny" -o X --force --relax
    holds 'tables of the former plan are gone, what is not ours is not' folder_is X bookings.csv \
        capacity.csv dangling link notes.xlsx photos stations.csv summary.json trains-copy.csv
    : >X/changes.csv
    exits 0 'a table that this case has not' plan "$tiny" -o X --force
    holds 'goes as well' test ! -e X/changes.csv
}

# refused SENTENCE FOLDER: with --force and without, before a case is even looked for.
refused() {
    ls -lAR "$2" >"$work/before"
    for flag in --force --quiet; do
        exits 9 "$1 ($flag)" plan no-such-case.yaml -o "$2" "$flag"
        holds 'with what to do' complains '-o'
    done
    ls -lAR "$2" >"$work/after"
    holds 'and is as it was' cmp "$work/before" "$work/after"
}

no_plan_folders() {
    mkdir web empty-file folder link array text half taken
    echo '{"total": {"lines": {"pct": 94.9}}}' >web/summary.json
    echo '<html>' >web/index.html
    refused "another program's summary.json makes no plan" web
    : >empty-file/summary.json
    refused 'nor does an empty one' empty-file
    mkdir folder/summary.json
    refused 'nor one that is a folder' folder
    "$banlie" plan "$tiny" -o real --quiet
    ln -s ../real/summary.json link/summary.json
    refused 'nor one that is a link' link
    echo '[]' >array/summary.json
    refused 'nor one that is a list' array
    echo 'status: optimal' >text/summary.json
    refused 'nor one that is no JSON' text
    head -c 300 real/summary.json >half/summary.json
    refused 'nor half of one' half
    cp real/* taken
    rm taken/slots.csv
    mkdir taken/slots.csv
    exits 9 'a folder that is named like a table of ours' plan no-such-case.yaml -o taken --force
    holds 'is named' complains 'slots.csv'
}

other_outputs() {
    exits 0 'a case to start from' new mine
    echo 'banlie: mine' >mine/case.yaml
    echo notes >mine/notes.xlsx
    exits 0 'is written over one that was changed' new --force mine
    holds 'which stays under another name' grep -q mine mine/case.yaml.old
    exits 0 'and again' new --force mine
    holds 'an unchanged one needs no other name' folder_is mine case.yaml case.yaml.old notes.xlsx
    cp mine/case.yaml case.yaml
    exits 9 'a model is not written over a case' export "$tiny" --format lp -o case.yaml
    holds 'which is as it was' cmp mine/case.yaml case.yaml
    exits 0 'but over an older model, whatever its name' export "$tiny" --format mps -o model
    exits 0 'in the other format too' export "$tiny" --format lp -o model
    holds 'with nothing beside it' test "$(echo model* .model*)" = 'model .model*'
}

working_folder() {
    "$banlie" plan "$tiny" -o X --quiet
    mkdir X/sub Y
    before=$(inode X)
    cd X || exit 1
    exits 0 'a plan into the working folder' plan "$tiny" -o . --force
    holds 'leaves the shell where it was' test "$(inode .)" = "$before" -a "$(inode ../X)" = "$before"
    cd sub || exit 1
    exits 0 'and one into the folder above' plan "$tiny" -o .. --force
    holds 'likewise' test "$(inode ..)" = "$before" -a "$(inode ../../X)" = "$before"
    cd ../../Y || exit 1
    before=$(inode .)
    exits 0 'so does one into an empty working folder' plan "$tiny" -o "$work/place/Y"
    holds 'which is the same' test "$(inode .)" = "$before" -a "$(inode ../Y)" = "$before"
    cd .. || exit 1
    holds 'with a whole plan' is_whole Y
}

# mounted SENTENCE: a plan, and another over it, into the folder `mount`.
mounted() {
    exits 0 "a plan into $1" plan "$tiny" -o mount
    exits 9 'is there' plan "$tiny" -o mount
    echo mine >mount/notes
    exits 0 'and can be replaced' plan "$tiny" -o mount --force
    holds 'whole' is_whole mount
    holds 'beside what is not ours' grep -q mine mount/notes
    umount mount
}

mount_points() {
    mkdir mount
    if ! mount -t tmpfs none mount 2>"$work/err"; then
        skip 'plans into mount points' 'nothing can be mounted here'
        return
    fi
    mkdir mount/lost+found
    mounted 'a file system of its own'
    mount --bind mount mount
    mounted 'a mount of the same file system'
    rm -rf mount/*
    mount -t tmpfs -o ro none mount
    exits 9 'a file system that is read-only is found out' plan no-such-case.yaml -o mount
    holds 'with the cause' complains 'Read-only file system'
    umount mount
    "$banlie" plan "$tiny" -o mount --quiet
    meanwhile tiny/case.yaml 'mount --bind mount mount' 0 'a place that becomes a mount point' \
        plan "$tiny" -o mount --force
    holds 'has the new plan' is_whole mount
    umount mount
    mount -t tmpfs -o size=20k none mount
    exits 9 'a plan that finds no room' plan "$tiny" -o mount
    holds 'is told so' complains 'No space left on device'
    holds 'and put beside' is_whole mount-new
    umount mount
}

# as_nobody SENTENCE CODE ARGUMENT...: as somebody who may not write everywhere.
as_nobody() {
    sentence=$1
    wanted=$2
    shift 2
    run setpriv --reuid=65534 --regid=65534 --clear-groups "$banlie" "$@"
    [ "$code" -eq "$wanted" ]
    report $? "$sentence"
}

permissions() {
    chmod 755 "$work"
    chmod 777 "$TMPDIR"
    if ! setpriv --reuid=65534 --regid=65534 --clear-groups "$banlie" check "$tiny" >/dev/null \
        2>"$work/err"; then
        skip 'plans of somebody who may not write everywhere' 'nobody else can be had here'
        return
    fi
    mkdir X closed
    chown 65534:65534 X closed
    as_nobody 'a folder that may be written to, in one that may not' 0 plan "$tiny" -o X
    as_nobody 'can have another plan' 0 plan "$tiny" -o X --force
    holds 'whole' is_whole X
    chmod 555 closed
    as_nobody 'a folder that is read-only is found out' 9 plan no-such-case.yaml -o closed
    holds 'with the cause' complains 'Permission denied'
    as_nobody 'so is a place where no folder may be made' 9 plan no-such-case.yaml -o Y
    holds 'with the cause' complains 'Permission denied'
}

meanwhile_tests() {
    opened=tiny/case.yaml
    meanwhile $opened 'mkdir X; echo mine >X/thesis' 9 'a place that is taken meanwhile' \
        plan "$tiny" -o X --force
    holds 'is left alone' folder_is X thesis
    holds 'the plan goes beside' is_whole X-new
    holds 'and says where' complains 'the plan is in .*X-new instead'
    meanwhile $opened "cp -r X-new Y" 9 'another plan that comes there meanwhile' plan "$tiny" -o Y
    holds 'is not replaced unasked' is_whole Y
    holds 'nor is the new one lost' is_whole Y-new
    meanwhile $opened 'rm -r Y' 0 'a folder that goes meanwhile' plan "$tiny" -o Y --force
    holds 'is made again' is_whole Y
    meanwhile $opened 'echo mine >Y/notes.xlsx' 0 'notes that come meanwhile' \
        plan "$tiny" -o Y --force
    holds 'stay' grep -q mine Y/notes.xlsx
    meanwhile $opened 'rm -r Y; : >Y' 9 'a file in the place of the folder' \
        plan "$tiny" -o Y --force
    holds 'is left alone' test -f Y
    mkdir deep
    meanwhile $opened 'rm -r deep' 9 'a parent that goes meanwhile' plan "$tiny" -o deep/X
    holds 'the plan goes to where temporary files go' is_whole "$TMPDIR/X-new"
    holds 'which is said' complains "the plan is in $TMPDIR/X-new instead"
}

# shellcheck disable=SC2016  # the parent's number is for the other shell
signals() {
    "$banlie" plan "$tiny" -o X --quiet --no-bom
    echo mine >X/notes
    cp -r X before
    # Once the tables are written there is a plan to hand out.
    for signal in HUP INT TERM; do
        meanwhile .csv "kill -$signal \$PPID" 0 "SIG$signal while the plan is written" \
            plan "$tiny" -o "$signal"
        holds 'hands it out' is_whole $signal
    done
    meanwhile .csv 'kill -HUP $PPID; sleep 0.2; kill -HUP $PPID' 0 \
        'a terminal that goes away sends SIGHUP twice' plan "$tiny" -o twice
    for signal in INT TERM; do
        meanwhile stations.csv "kill -$signal \$PPID; sleep 0.2; kill -$signal \$PPID" 130 \
            "a second SIG$signal ends the run" plan "$tiny" -o X --force
        holds 'with the older plan as it was' diff -r before X
        holds 'and nothing beside it' folder_is . HUP INT TERM X before twice
    done
    trap '' HUP
    meanwhile .csv 'kill -HUP $PPID; sleep 0.2; kill -INT $PPID' 0 \
        'a SIGHUP that is turned off, as by nohup, is no first signal' plan "$tiny" -o nohup
    trap - HUP
}

# shellcheck disable=SC2016
leftovers() {
    meanwhile stations.csv 'kill -KILL $PPID' 137 'a run that is killed' plan "$tiny" -o X
    holds 'leaves its temporary folder' test -n "$(find . -name '.X.tmp-*')"
    holds 'and no plan' test ! -e X
    exits 0 'the next run' plan "$tiny" -o X
    holds 'clears it away' is_whole X
    # A run that is at work: its folder is not to be touched by another one.
    meanwhile stations.csv "'$banlie' plan '$tiny' -o X --force --quiet" 0 \
        'of two runs at a time' plan "$tiny" -o X --force
    holds 'neither takes the folder from the other' is_whole X
    meanwhile notes.none true 0 'at the end' plan "$tiny" -o X --force
    holds 'nothing is left' folder_is . X
}

# Runs at the same time into one folder that keeps its place; some are killed.
race() {
    "$banlie" plan "$tiny" -o X --quiet
    mkdir X/sub
    : >"$work/err"
    for _ in 1 2 3; do
        for _ in 1 2 3 4 5; do
            "$banlie" plan "$tiny" -o X --force --quiet 2>>"$work/err" || echo failed >>"$work/err"
        done &
    done
    for delay in 1 2 3 4 5 6 7 8; do
        "$banlie" plan "$tiny" -o X --force --quiet >/dev/null 2>&1 &
        sleep 0.00$delay
        kill -KILL $! 2>/dev/null
    done
    wait
    holds 'runs at the same time do not get in each other'"'"'s way' test ! -s "$work/err"
    exits 0 'and after them comes another' plan "$tiny" -o X --force
    holds 'with a whole plan' is_whole X
    holds 'and nothing left' folder_is . X
}

for part in what_is_ours_and_what_is_not no_plan_folders other_outputs working_folder mount_points \
    permissions meanwhile_tests signals leftovers race; do
    afresh
    $part
done
echo "1..$number"
