#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Cases that no plan can keep. Each file says in comments why, and
#   clash:       the names that the explanation has to mention (`|`: any of them will do)
#   infeasible:  `relaxed`, also with fractions of trains and boxes, or `whole`, with whole ones alone
#   relief:      sed programs; each takes one member of the conflict away, after which there is a plan
# Output is TAP.
#
# usage: run_infeasible.sh BANLIE ROOT
set -u

folder=$(realpath -- "$2")/tests/infeasible
# shellcheck source=tests/tap.sh
. "$(realpath -- "$2")/tests/tap.sh"
cp -r "$folder"/earlier-plan . # that cases name beside them

# remarks KEY FILE: what the file's comments say under a key, a line each.
remarks() {
    sed -n "s/^# $1: //p" "$2"
}

# plan CASE OPTION...: sets $code; what is said goes to err.
plan() {
    rm -rf plan
    run "$banlie" plan "$@" -o plan --quiet --time-limit 60s
}

# explained FILE: each name stands in a line of the conflict; where the line points to does not count.
explained() {
    remarks clash "$1" | tr ',' '\n' | sed 's/ //g' >names
    [ -s names ] || return 1
    sed -n 's/^[^:]*:[0-9:]* conflict: //p' err >explanation
    while read -r name; do
        grep -q -w -E -e "$name" explanation || return 1
    done <names
}

# try FILE: once as it stands, once relaxed, once with each relief.
try() {
    name=$(basename "$1" .yaml)
    plan "$1"
    [ "$code" -eq 4 ] && [ ! -e plan ]
    report $? "$name has no plan (exit $code)"
    explained "$1"
    report $? "$name: the conflict is named"
    plan "$1" --relax
    wanted=4
    [ "$(remarks infeasible "$1")" = relaxed ] || wanted=0
    [ "$code" -eq "$wanted" ]
    report $? "$name, relaxed, ends with $wanted (exit $code)"
    remarks relief "$1" >reliefs
    while read -r relief; do
        sed -e '/^#/!{' -e "$relief" -e '}' "$1" >relieved.yaml
        if cmp -s "$1" relieved.yaml; then
            report 1 "$name: '$relief' changes something"
        else
            plan relieved.yaml
            report "$code" "$name: a plan after '$relief' (exit $code)"
        fi
    done <reliefs
}

for case in "$folder"/*.yaml; do
    try "$case"
done
echo "1..$number"
