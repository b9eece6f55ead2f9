#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The direction of includes: cli -> study -> export -> solver -> model | verify -> config -> base, never upward;
# each foreign library is known to one room alone; the verifier leans on the case reader only.
#
# usage: arrows_test.sh ROOT
set -eu
cd -- "$1"

faults=0

fault() {
    printf '%s\n' "$1"
    faults=$((faults + 1))
}

# Rooms a file of this room may include from.
allowed() {
    case $1 in
    base) echo base ;;
    config) echo base config ;;
    model) echo base config model ;;
    verify) echo base config verify ;;
    solver) echo base config model solver ;;
    export) echo base config model solver export ;;
    study) echo base config model verify solver export study ;;
    cli) echo base config model verify solver export study cli ;;
    esac
}

room_of() {
    echo "${1%%/*}"
}

# includes FILE OPEN CLOSE: what a file includes between these brackets.
includes() {
    sed -n "s/^[[:space:]]*#[[:space:]]*include[[:space:]]*$2\\([^$3]*\\)$3.*/\\1/p" "$1"
}

# check_own FILE ROOM: the project's own headers that a file includes.
check_own() {
    for header in $(includes "$1" '"' '"'); do
        case $header in
        */*) ;;
        *)
            fault "$1: \"$header\" is not named from the root"
            continue
            ;;
        esac
        case " $(allowed "$2") " in
        *" $(room_of "$header") "*) ;;
        *) fault "$1: includes $header, against the arrows" ;;
        esac
    done
}

# check_foreign FILE ROOM: headers of libraries that one room keeps to itself.
check_foreign() {
    for header in $(includes "$1" '<' '>'); do
        case $header:$2 in
        glpk.h:solver | yaml.h:config | pcre2.h:base) ;;
        glpk.h:* | yaml.h:* | pcre2.h:*) fault "$1: includes <$header>, another room's library" ;;
        esac
    done
}

files=$(find base config model verify solver export study cli -type f -name '*.[ch]' | LC_ALL=C sort)
count=0
for file in $files; do
    room=$(room_of "$file")
    check_own "$file" "$room"
    check_foreign "$file" "$room"
    count=$((count + 1))
done

[ "$count" -gt 0 ] || fault "no sources found in $1"
printf '%s files looked at, %s faults\n' "$count" "$faults"
[ "$faults" -eq 0 ]
