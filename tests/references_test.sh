#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The page of the mathematical model and the sources lead to one another: each number that a source names
# stands on the page, each number of the page is named by some source, and what the page refers to exists.
# So do the files that the pages about the sources name.
#
# usage: references_test.sh ROOT
set -eu
cd -- "$1"

page=docs/model.md
faults=0

fault() {
    printf '%s\n' "$1"
    faults=$((faults + 1))
}

# flat FILE: its text on one line, without what begins the lines of a comment.
flat() {
    sed 's/^[[:space:]]*[*#]*[[:space:]]*//' "$1" | tr '\n' ' '
}

# named FILE: the groups that a source names after the page, as in "docs/model.md (5), (6)".
named() {
    flat "$1" | grep -oE 'docs/model\.md,? \([0-9]+\)((,| and|, and) \([0-9]+\))*' | grep -oE '\([0-9]+\)' | tr -d '()' || true
}

# is_in WORD LIST
is_in() {
    case " $2 " in
    *" $1 "*) true ;;
    *) false ;;
    esac
}

groups=$(sed -n 's/^### (\([0-9]*\)) .*/\1/p' $page | tr '\n' ' ')
count=0
for group in $groups; do
    count=$((count + 1))
    [ "$group" -eq "$count" ] || fault "$page: group ($group) stands where ($count) should"
done
[ "$count" -gt 0 ] || fault "$page: no groups found"

rooms=
for room in base config model verify solver export study lib board cli tools tests; do
    [ ! -d "$room" ] || rooms="$rooms $room"
done

seen=
# shellcheck disable=SC2086 # one word a room
for file in $(find $rooms -type f \( -name '*.[ch]' -o -name '*.sh' -o -name '*.py' -o -name meson.build \) | LC_ALL=C sort); do
    grep -q 'docs/model\.md' "$file" || continue
    for group in $(named "$file"); do
        is_in "$group" "$groups" || fault "$file: $page has no group ($group)"
        seen="$seen $group"
    done
done
for group in $groups; do
    is_in "$group" "$seen" || fault "$page: no source names group ($group)"
done

# Each kind of row has its group.
header=model/formulation/lp_model.h
# shellcheck disable=SC2013 # words, one a line
for kind in $(sed -n '/ROW_TEU,/,/} RowGroup;/s/^ *\(ROW_[A-Z_]*\).*/\1/p' $header); do
    group=$(sed -n "s|^ *${kind}[, ].*/\\*\\*< \\([0-9]*\\)[: ].*|\\1|p" $header)
    is_in "${group:-none}" "$groups" || fault "$header: $kind is in no group of $page"
done

# Files named on the pages about the sources, from the root on.
for text in $page docs/architecture.md CONTRIBUTING.md; do
    # shellcheck disable=SC2016 # backticks as they stand in the page
    for path in $(grep -oE '`[a-z_]+(/[A-Za-z0-9_.-]+)+`' "$text" | tr -d '`' | LC_ALL=C sort -u); do
        case $path in *NAME*) continue ;; esac
        case " $rooms docs scenarios bench " in
        *" ${path%%/*} "*) [ -e "$path" ] || [ -e "$path.c" ] || fault "$text: $path does not exist" ;;
        esac
    done
done

# Where the links of the page lead.
for link in $(tr '\n' ' ' <$page | grep -oE '\]\([^) ]*\)' | sed 's/^](//; s/)$//' | LC_ALL=C sort -u); do
    file=${link%%#*}
    target=docs/$file
    [ -n "$file" ] || target=$page
    if [ ! -e "$target" ]; then
        fault "$page: a link leads to $link, which does not exist"
        continue
    fi
    case $link in
    *#*) ;;
    *) continue ;;
    esac
    sed -n 's/^#* //p' "$target" | tr 'A-Z ' 'a-z-' | sed 's/[^a-z0-9-]//g' | grep -qx -- "${link#*#}" ||
        fault "$page: a link leads to $link, which has no such heading"
done

printf '%s groups looked at, %s faults\n' "$count" "$faults"
[ "$faults" -eq 0 ]
