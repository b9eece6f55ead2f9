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
    cat "$work/held" "$work/said" 2>/dev/null | sed 's/^/#   /' | head -n 30
}

# run COMMAND...: sets $code, and ends with it; keeps what the command said in out and err, and both
# in said.
run() {
    "$@" >"$work/out" 2>"$work/err" </dev/null
    code=$?
    cat "$work/out" "$work/err" >"$work/said"
    rm -f "$work/held"
    return "$code"
}

# exits CODE SENTENCE ARGUMENT...: the program ends with this code; keeps what it said as run does.
exits() {
    wanted=$1
    sentence=$2
    shift 2
    run "$banlie" "$@"
    [ "$code" -eq "$wanted" ] || sentence="$sentence (exit $code, not $wanted)"
    [ "$code" -eq "$wanted" ]
    report $? "$sentence"
}

# holds SENTENCE COMMAND...: the command succeeds; what it says is told where it does not.
holds() {
    sentence=$1
    shift
    "$@" >"$work/held" 2>&1
    report $? "$sentence"
}
