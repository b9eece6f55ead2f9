#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Three Mondays: plans the first fortnight, and rolls on from plan to plan. Works on a copy of this folder.
#
# usage: [BANLIE=PROGRAM] mondays.sh [FOLDER]
set -eu
here=$(cd -- "$(dirname -- "$0")" && pwd)
banlie=${BANLIE:-banlie}
case $banlie in
*/*) banlie=$(cd -- "$(dirname -- "$banlie")" && pwd)/$(basename -- "$banlie") ;;
esac
folder=${1:-mondays}
mkdir -- "$folder"
cp -- "$here"/*.yaml "$here"/*.csv "$folder"
cd -- "$folder"

# Says a command as it would be typed, and runs it.
run() {
    printf '\n$ banlie %s\n' "$*"
    "$banlie" "$@" 2>&1
}

# rows PATTERN FILE: the rows of a table that have it.
rows() {
    printf '\n$ grep %s %s\n' "$1" "$2"
    grep -e "$1" "$2"
}

run check week1.yaml
run plan week1.yaml -o week1-plan
run show week1-plan manifest X8155@2026-12-09

run plan week2.yaml -o week2-plan --commit week1-plan --freeze-before 2026-12-18
rows left_behind week2-plan/changes.csv
rows ZO26-4990 week2-plan/allocations.csv

run plan week3.yaml -o week3-plan --commit week2-plan --freeze-before 2026-12-25 --happened happened.csv
rows ZO26-4990 week3-plan/bookings.csv
run verify week3.yaml week3-plan --commit week2-plan --freeze-before 2026-12-25 --happened happened.csv
run show week3-plan manifest X8155@2026-12-19

run plan week3.yaml -o week3-tables --commit week2-plan --freeze-before 2026-12-25 --happened happened.csv \
    --lang zh --table-style excel --headings zh
