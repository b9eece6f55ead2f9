# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What scripts that run the program step by step share: a folder to work in, `$banlie`, and lines of
# TAP. To be read in with the program as $1.
banlie=$(realpath -- "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

number=0

# report STATUS SENTENCE: one line of TAP; after a failure what the program last said.
report() {
    number=$((number + 1))
    if [ "$1" -eq 0 ]; then
        echo "ok $number - $2"
        return
    fi
    echo "not ok $number - $2"
    sed 's/^/#   /' "$work/said" | head -n 15
}

# exits CODE SENTENCE ARGUMENT...: the program ends with this code.
exits() {
    wanted=$1
    sentence=$2
    shift 2
    "$banlie" "$@" >"$work/said" 2>&1 </dev/null
    code=$?
    [ "$code" -eq "$wanted" ] || sentence="$sentence (exit $code, not $wanted)"
    [ "$code" -eq "$wanted" ]
    report $? "$sentence"
}
