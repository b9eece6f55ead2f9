#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The whole program from outside: exit codes, streams and files of every command. Output is TAP.
#
# usage: run_cases.sh BANLIE ROOT
set -u

root=$(realpath -- "$2")
here=$root/tests/cases
# shellcheck source=tests/tap.sh
. "$root/tests/tap.sh"

# The tests say themselves which language and terminal they want.
unset LC_ALL LC_MESSAGES NO_COLOR
LANG=C.UTF-8
export LANG

# exits_soon CODE SENTENCE ARGUMENT...: as exits, and nothing is waited for.
exits_soon() {
    wanted=$1
    sentence=$2
    shift 2
    run timeout 20 "$banlie" "$@"
    [ "$code" -eq "$wanted" ]
    report $? "$sentence (exit $code)"
}

says() { grep -q -e "$1" "$work/out"; }
complains() { grep -q -e "$1" "$work/err"; }
licence_fits() {
    if says '^LP solvers.*clp'; then says 'Eclipse licence.* not to be handed out'; else ! says 'Eclipse'; fi
}
silent_out() { [ ! -s "$work/out" ]; }
silent_err() { [ ! -s "$work/err" ]; }
one_line_err() { [ "$(wc -l <"$work/err")" -eq 1 ]; }
absent() { [ ! -e "$1" ]; }
differs() { ! cmp -s "$1" "$2"; }

# Nothing but a list of names in a folder, on one line.
folder_is() {
    folder=$1
    shift
    [ "$(cd "$folder" && echo *)" = "$*" ]
}

# json FILE EXPRESSION: the expression over the document `d` is true. Meson needs Python anyway.
json() {
    python3 -c 'import json,sys; d=json.load(open(sys.argv[1], encoding="utf-8")); sys.exit(not eval(sys.argv[2]))' "$1" "$2"
}

# conflict CASE EXPRESSION: the expression over the conflict in `out`, `d`, is true; `at` gives what
# the case has at an entry's place.
conflict() {
    python3 - "$1" "$2" <<'PYTHON'
import json, sys
name, expression = sys.argv[1:]
lines = open(name, encoding="utf-8").read().split("\n")
def at(entry):
    assert entry["file"] == name, entry
    return lines[entry["line"] - 1][entry["column"] - 1:]
d = json.load(open("out", encoding="utf-8"))
sys.exit(not eval(expression, {"d": d, "at": at}))
PYTHON
}

# same_plan DIR DIR: the same bytes, the `run` block of summary.json aside.
same_plan() {
    diff -r -x summary.json "$1" "$2" && python3 - "$1/summary.json" "$2/summary.json" <<'PYTHON'
import json, sys
one, other = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:])
del one["run"], other["run"]
sys.exit(json.dumps(one) != json.dumps(other))
PYTHON
}

begins_with_bom() { [ "$(head -c 3 "$1" | od -An -tx1 | tr -d ' \n')" = efbbbf ]; }
lacks_bom() { ! begins_with_bom "$1"; }
lines_end_with_crlf() { [ "$(grep -c "$(printf '\r')\$" "$1")" -eq "$(wc -l <"$1")" ]; }

usage_errors() {
    exits 2 'no command at all is wrong usage'
    holds 'it is said in one line' one_line_err
    holds 'stdout stays empty' silent_out
    holds 'it points to the help' complains '--help'
    exits 2 'an unknown command is wrong usage' plam
    holds 'its name is said' complains plam
    exits 2 'an unknown option is wrong usage' plan --fast case
    holds 'that too is one line' one_line_err
    exits 2 'a case is asked for' plan
    exits 2 'one case and no more' plan one two
    exits 2 'verify wants two arguments' verify one
    exits 2 'a negative gap is wrong' plan --gap=-1 case
    exits 2 'a gap that is no number is wrong' plan --gap nan case
    exits 2 'a time limit needs a unit that is known' plan --time-limit 5d case
    exits 2 'an unknown language is wrong' plan --lang fr case
    exits 2 'an unknown colour mode is wrong' plan --color sometimes case
    exits 2 'a solver that is not built in is wrong usage' plan --solver abacus case
    holds 'and said so' complains 'not built in'
    exits 2 'zero threads are wrong' plan --threads 0 case
    exits 2 'a seed is a whole number' plan --seed 1.5 case
}

help_texts() {
    exits 0 'help needs nothing else' help
    holds 'help goes to stdout' says 'Usage'
    holds 'and not to stderr' silent_err
    exits 0 'the version is known' --version
    holds 'and stands alone on its line' says '^banlie [0-9]*\.[0-9]*\.[0-9]*$'
    holds 'with the solvers and their versions' says '^LP solvers.*glpk [0-9]'
    holds 'and the licence' says '^Free software under the GNU General Public License'
    holds 'which names the other one where CLP is built in' licence_fits
    for command in plan check verify export generate new; do
        exits 0 "$command has a help text" "$command" --help
        holds "with an example" says '^Example'
    done
    exits 0 'help names a command' help plan
    holds 'and shows its options' says '--time-limit'
}

unreadable_and_broken() {
    exits 9 'a case that is not there cannot be read' check nowhere.yaml
    holds 'its name is said on stderr' complains nowhere.yaml
    exits 9 'the same for plan' plan nowhere.yaml
    exits 9 'the same for verify' verify nowhere.yaml nowhere-plan
    exits 9 'after -- a name may begin with a dash' check -- --nowhere
    exits 3 'a broken case is in error' check "$here/broken.yaml"
    holds 'the findings are the result: stdout' says 'broken.yaml:5:.*trains_per_day'
    holds 'both of them' says 'broken.yaml:7:.*CCC'
    holds 'and counted' says '^[2-9] errors, [0-9]* warning'
    holds 'stderr stays empty' silent_err
    exits 3 'as JSON too' check --json "$here/broken.yaml"
    holds 'with place and severity' json out \
        'any(f["line"] == 5 and f["column"] > 1 and f["severity"] == "error" for f in d)'
    exits 3 'a broken case is not planned' plan "$here/broken.yaml"
    holds 'the findings go to stderr' complains 'broken.yaml:5:'
    holds 'stdout stays empty' silent_out
    holds 'and no folder is made' absent broken-plan
}

starting_case() {
    exits 0 'new writes a case' new mine
    holds 'one file' folder_is mine case.yaml
    exits 9 'new leaves a folder with something in it alone' new mine
    echo '# changed' >mine/case.yaml
    exits 0 'unless it is forced' new --force mine
    holds 'then the case is as it was' grep -q banlie: mine/case.yaml
    exits 0 'the starting case is in order' check mine
    holds 'without errors' says '^0 errors'
    exits 0 'and can be planned' plan mine
    holds 'into CASE-plan' test -f mine-plan/summary.json
    exits 0 'and verified' verify mine mine-plan
    holds 'which says OK' says OK
    exits 0 'a file named by hand does as well' check mine/case.yaml
}

# The first YAML block of README.md is said to be a complete case.
readme_case() {
    awk '/^```/ {inside = /^```yaml$/ && !seen; seen = seen || inside; next} inside' \
        "$root/README.md" >readme.yaml
    holds 'the case of README.md fits 30 lines' \
        test "$(wc -l <readme.yaml)" -gt 10 -a "$(wc -l <readme.yaml)" -le 30
    exits 0 'it is in order' check readme.yaml
    holds 'without warnings' says '^0 errors, 0 warnings$'
    exits 0 'and can be planned' plan readme.yaml
    # 40 boxes of 26 000, a train of 390 000; a box costs 300 to load, 600 to unload, and 360 for each
    # of its two TEU on the way.
    holds 'to the margin worked out by hand' json readme-plan/summary.json \
        'd["objective"] == 40 * (26000 - 300 - 600 - 2 * 360) - 390000 and d["kpi"]["boxes"]["carried"] == 40'
}

tiny_plan() {
    tiny=$root/scenarios/tiny
    exits 0 'tiny is planned' plan "$tiny" --gap 0
    holds 'the screen tells of it' test -s out
    holds 'stderr, no terminal, has no progress' silent_err
    holds 'the folder holds what it should' folder_is tiny-plan allocations.csv balance.csv \
        bookings.csv capacity.csv empties.csv equipment.csv feeders.csv legs.csv lines.csv money.csv prices.csv \
        rakes.csv slots.csv stations.csv summary.json timetable.csv trains.csv
    holds 'the optimum is the one worked out by hand' json tiny-plan/summary.json \
        "abs(d['objective'] - json.load(open('$tiny/expected.json'))['optimum']) < 1e-6"
    holds 'so is the relaxation' json tiny-plan/summary.json \
        "abs(d['relaxation'] - json.load(open('$tiny/expected.json'))['relaxation']) < 1e-6"
    holds 'a proven plan says so' json tiny-plan/summary.json 'd["status"] in ("optimal", "gap")'
    holds 'CSV begins with a BOM' begins_with_bom tiny-plan/trains.csv
    holds 'and its lines end as RFC 4180 wants' lines_end_with_crlf tiny-plan/trains.csv
    exits 0 'the same again, elsewhere' plan "$tiny" --gap 0 -o again
    holds 'gives the same bytes' same_plan tiny-plan again
    exits 0 'a BOM can be left out' plan "$tiny" -o plain --no-bom
    holds 'then there is none' lacks_bom plain/trains.csv
    exits 0 'and the verifier reads that too' verify "$tiny" plain
    exits 0 'candidates that do not run can be listed' plan "$tiny" -o all --all
    exits 0 'and verified' verify "$tiny" all
}

folders() {
    echo mine >tiny-plan/note
    cp tiny-plan/trains.csv before
    exits 9 'an older plan is not overwritten' plan "$root/scenarios/tiny"
    holds 'its folder is as it was' cmp before tiny-plan/trains.csv
    holds 'with everything in it' test -f tiny-plan/note
    exits 0 'unless it is forced' plan "$root/scenarios/tiny" --force
    holds 'and then with what is not ours' test -f tiny-plan/note
    rm tiny-plan/note
    exits 9 'a folder in a place that is not there cannot be made' \
        plan "$root/scenarios/tiny" -o no/such/place
    : >file
    exits 9 'nor one where a file is' plan "$root/scenarios/tiny" -o file
    holds 'no temporary folder is left behind' test -z "$(find . -maxdepth 1 -name '*tmp*')"
}

streams() {
    exits 0 'a quiet plan' plan "$root/scenarios/tiny" -o quiet --quiet
    holds 'says nothing' silent_out
    holds 'to nobody' silent_err
    exits 0 'a plan as JSON' plan "$root/scenarios/tiny" -o as-json --json
    holds 'prints its summary' json out 'd["objective"] == json.load(open("as-json/summary.json"))["objective"]'
    exits 0 'a plan in Chinese' plan "$root/scenarios/tiny" -o chinese --lang zh
    cp out chinese.txt
    exits 0 'and one in English' plan "$root/scenarios/tiny" -o english --lang en
    holds 'look different' differs out chinese.txt
    holds 'the files do not' same_plan chinese english
    LANG=zh_CN.UTF-8
    exits 0 'the environment chooses the language' plan "$root/scenarios/tiny" -o chinese --force
    LANG=C.UTF-8
    # Paths in the summary may differ, the first line does not depend on them.
    holds 'where none is named' test "$(grep -c . out)" -eq "$(grep -c . chinese.txt)"
    exits 0 'colour when it is asked for' plan "$root/scenarios/tiny" -o red --color always
    cp out coloured
    exits 0 'and none otherwise' plan "$root/scenarios/tiny" -o white
    holds 'as a pipe wants none' sh -c "! grep -q '$(printf '\033')' out"
}

manifest() {
    exits 0 'a plan whose bookings have customers' plan "$here/manifest.yaml" -o carried --quiet \
        --table-style semicolon --headings zh
    exits 0 'shows what a train carries' show carried manifest OUT@2026-12-01
    holds 'by booking, with customer, mass and both ends' says '^B1 *ACME, Yiwu *10 *40HC *general *203.4 *YIW *DUI$'
    holds 'all together' says 'OUT@2026-12-01: 14 boxes, 24.0 TEU, 277.2 t gross; 0 empties'
    exits 0 'in Chinese, too' show carried manifest OUT@2026-12-01 --lang zh
    holds 'headings and all' says '^订舱号 *客户'
    exits 0 'and as CSV' show carried manifest OUT@2026-12-01 --csv
    holds 'with instants' says '^B2,1,义乌小商品,4,20GP,general,4,73.8,XIY,2026-12-02T08:00+08:00,DUI,2026-12-13T17:00+01:00,fragile; keep dry'
    exits 2 'a train that does not run is told' show carried manifest OUT@2026-12-02
    holds 'with the nearest one' complains 'did you mean OUT@2026-12-01?'
    exits 2 'only manifests are shown' show carried weather OUT@2026-12-01
    exits 9 'a folder without a plan is none' show nowhere manifest OUT@2026-12-01
    holds 'and named' complains 'nowhere/trains.csv'
}

relaxed() {
    exits 0 'the relaxation alone' plan "$root/scenarios/tiny" -o relaxed --relax
    holds 'writes the summary and the prices' folder_is relaxed bookings.csv capacity.csv \
        stations.csv summary.json
    holds 'without an objective' json relaxed/summary.json \
        'd["status"] == "relaxed" and d.get("objective") is None and d["relaxation"] is not None'
    holds 'with the same relaxation' json relaxed/summary.json \
        'abs(d["relaxation"] - json.load(open("tiny-plan/summary.json"))["relaxation"]) < 1e-6'
}

# tampered SENTENCE FILE AWK-PROGRAM: a plan changed so is found out.
tampered() {
    rm -rf tampered
    cp -r white tampered
    tr -d '\r' <"white/$2" | awk -F, -v OFS=, "$3" | sed "s/\$/$(printf '\r')/" >"tampered/$2"
    exits 8 "$1" verify "$root/scenarios/tiny" tampered
}

# shellcheck disable=SC2016  # the dollars are for awk
tampering() {
    exits 0 'an untouched plan is in order' verify "$root/scenarios/tiny" white
    tampered 'a box too many is found out' allocations.csv 'NR == 2 {$3 = $3 + 1} {print}'
    holds 'and named' test -s out
    tampered 'so is a train that is missing' trains.csv 'NR != 2 {print}'
    tampered 'and another arrival' timetable.csv 'NR == 3 {sub(/T[0-9][0-9]/, "T23", $7)} {print}'
    tampered 'and another revenue' allocations.csv 'NR == 2 {$10 = $10 + 1} {print}'
    exits 0 'a plan with feeders, containers and wagon sets of its own is in order' \
        verify "$here/verify-features/case.yaml" "$here/verify-features/plan"
    exits 0 'and one that repeats itself' \
        verify "$here/verify-cyclic/case.yaml" "$here/verify-cyclic/plan"
    rm -rf tampered
    exits 9 'a plan that is not there cannot be read' verify "$root/scenarios/tiny" tampered
}

# What is told of a conflict, and how it could be mended, in whole Chinese sentences.
chinese_conflict() {
    exits 4 'in Chinese' plan "$here/infeasible.yaml" --lang zh --json
    cp err told
    holds 'all that is told' cmp told - <<END
banlie plan: 无可行方案：无论其他规则如何，以下规则都无法满足
$here/infeasible.yaml:13:27: 冲突：订舱 B1：50 箱必须全部承运（must: true）
$here/infeasible.yaml:13:27: 调整：取消订舱 B1 的 must：50 箱中有 20 箱将不承运
banlie plan: 采用此项调整即有可行方案；未找到代价更低的调整
END
    cp out json
    holds 'but what is for programs' says '"booking B1: all of 50 boxes must travel (must: true)"'
    LANG=zh_CN.UTF-8
    exits 4 'also where the environment is' plan "$here/infeasible.yaml"
    holds 'they are the same' cmp err told
    exits 4 'unless English is asked for' plan "$here/infeasible.yaml" --lang en --json
    holds 'which programs get in any case' cmp out json
    holds 'as people do then' complains 'this rule cannot be kept, whatever the others say'
    LANG=C.UTF-8
}

no_plan() {
    exits 4 'an infeasible case has no plan' plan "$here/infeasible.yaml"
    holds 'which is said' complains 'infeasible\|no plan'
    holds 'by the rules that clash, with their places' complains \
        'infeasible.yaml:13:27: conflict: booking B1: all of 50 boxes must travel'
    holds 'and what would have to give way' complains \
        'infeasible.yaml:13:27: repair: take must away from booking B1: 20 of its 50 boxes'
    holds 'and no folder is written' absent infeasible-plan
    chinese_conflict
    exits 7 'no time, no plan' plan "$root/scenarios/yiwu" -o none --time-limit 0
    holds 'and no folder' absent none
    holds 'nor is known what is hard' complains 'the relaxation was not solved in that time'
    hard_to_plan
}

# Parts of boxes fill these trains, whole ones hardly ever do. Without must the relaxation is worth
# 19 661 CNY more, by --relax: 2 458 a box of 8; with one train less at least, 148 324 CNY.
hard_to_plan() {
    exits 7 'where no plan is found in time' plan "$here/no-whole-boxes.yaml" -o none --time-limit 2s
    holds 'the bound is told' complains 'none can be worth more than -2'
    holds 'and the rules that ask for most, with their places' complains \
        'no-whole-boxes.yaml:18:76: hard: line YIW-DUI: at least 2 trains a week (trains_per_week.min); one train less would gain 1[0-9]* CNY'
    holds 'with what they cost' complains \
        'no-whole-boxes.yaml:22:127: hard: booking B0: all of 8 boxes must travel (must: true); one box less would gain 2458 CNY'
    holds 'and two flags to try' complains 'try a longer --time-limit; or --relax'
    exits 7 'in Chinese too' plan "$here/no-whole-boxes.yaml" -o none --time-limit 2s --lang zh
    holds 'with what is hard' complains '难点：订舱 B0'
    sed 's/revenue: [0-9]*, must: true/revenue: 9999/; s/revenue: [34]/revenue: 2&/; s/revenue: 2revenue: /revenue: 2/' \
        "$here/no-whole-boxes.yaml" >rich.yaml
    exits 7 'where trains earn enough' plan rich.yaml -o none --time-limit 2s
    holds 'whole boxes alone are hard' complains 'no rule costs anything'
}

# cpu_below SECONDS: what the children of this shell have used since `cpu` was noted.
cpu() { times | sed -n '2s/^\([0-9]*\)m\([0-9]*\)\..*/\1 \2/p' | { read -r m s && echo $((60 * m + s)); }; }

# Stops and changes by the thousand: a round of pricing that follows them all takes minutes. Measured
# is what the program used, for a busy machine lets it wait; far more than it needs is granted.
in_time() {
    before=$(cpu)
    exits 0 'a time limit is kept where stops and changes are many' \
        plan "$here/many-stops.yaml" -o many-stops --time-limit 2s
    holds 'to the second, generously' [ $(($(cpu) - before)) -le 6 ]
    holds 'and the plan has a bound' json many-stops/summary.json 'd["bound"] is not None'
    exits 0 'half a second is enough for some plan' \
        plan "$here/many-stops.yaml" -o no-time --time-limit 0.5s
    holds 'which has a bound too' json no-time/summary.json 'd["bound"] >= d["objective"]'
}

# The same conflict as an object; people read it on stderr as ever.
conflict_as_json() {
    exits 4 'a conflict as JSON' plan "$here/infeasible.yaml" --json
    cp err told
    holds 'is one object, with its status' json out \
        'd["status"] == "infeasible" and d["minimal"] is True and d["repaired"] is True'
    holds 'with the rules and their places' conflict "$here/infeasible.yaml" \
        '[(m["text"][:10], at(m)) for m in d["conflict"]] == [("booking B1", "true}")]'
    holds 'and the repairs, from what to what' conflict "$here/infeasible.yaml" \
        '[(r["from"], r["to"], at(r)) for r in d["repair"]] == [(1, 0, "true}")]'
    exits 4 'without --json' plan "$here/infeasible.yaml"
    holds 'stdout stays empty' silent_out
    holds 'stderr tells the same' cmp err told
    sets=$here/../infeasible/30-rake-sets-must.yaml
    exits 4 'a number that has to be raised' plan "$sets" --json
    holds 'is told as it is and as it should be' conflict "$sets" \
        '[(r["from"], r["to"], at(r)) for r in d["repair"]] == [(1, 2, "1}}")]'
    # 31 boxes of 2 TEU on a train with room for 60: no booking of them can be spared.
    {
        sed '/^demand:/q' "$here/infeasible.yaml"
        for box in $(seq 31); do
            echo "  - {id: B$box, from: AAA, to: BBB, boxes: 1, container: 40HC, ready: 2026-11-30," \
                "due: 2026-12-20, revenue: 9000, must: true}"
        done
    } >many.yaml
    exits 4 'many rules that clash' plan many.yaml --json
    holds 'are not all told to people' test "$(grep -c ': conflict: ' err)" -eq 30
    holds 'which is said' complains 'and 1 more (--json lists all)'
    holds 'but to programs' conflict many.yaml \
        '[m["line"] for m in d["conflict"]] == list(range(12, 43)) and {at(m) for m in d["conflict"]} == {"true}"}'
    holds 'though one has to give way' conflict many.yaml 'len(d["repair"]) == 1'
}

# on_terminal COLUMNS CASE OPTION...: plans on a terminal so wide; each line that stderr drew and drew
# over is a line of `drawn`, without its control characters.
on_terminal() {
    python3 - "$banlie" "$@" >drawn <<'PYTHON'
import fcntl, os, pty, struct, subprocess, sys, termios
banlie, columns, *arguments = sys.argv[1:]
other, own = pty.openpty()
fcntl.ioctl(own, termios.TIOCSWINSZ, struct.pack("HHHH", 24, int(columns), 0, 0))
plan = subprocess.Popen([banlie, "plan", *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                        stderr=own, env=dict(os.environ, TERM="xterm"))
os.close(own)
said = b""
while True:
    try:
        more = os.read(other, 65536)
    except OSError:  # the terminal is closed
        break
    if not more:
        break
    said += more
for line in said.decode().replace("\033[K", "").split("\r"):
    print(line)
sys.exit(plan.wait())
PYTHON
}

widest() { awk '{if (length($0) > most) most = length($0)} END {print most + 0}' drawn; }

progress_line() {
    for columns in 24 50; do
        on_terminal $columns "$root/scenarios/tiny" -o "wide-$columns" --gap 0
        report $? "a plan on a terminal of $columns columns"
        holds 'shows how far it is' grep -q '^[a-z]* *[0-9.]* s' drawn
        holds 'in a line that fits' test "$(widest)" -eq $((columns - 1))
        holds 'and takes it away at the end' test -z "$(tail -n 1 drawn)"
    done
}

# Ctrl-C with a plan at hand, on a case that is not proven for long. How long the first plan takes
# depends on the machine, so that an interruption that came too early is tried again later.
interrupted() {
    for seconds in 3 10 40; do
        timeout --foreground --preserve-status -s INT "$seconds" "$banlie" plan \
            "$root/scenarios/corridors" -o cut --force --gap 0 >"$work/out" 2>"$work/err" </dev/null
        code=$?
        [ "$code" -eq 130 ] || break
        [ ! -e cut ] || break
    done
    [ "$code" -eq 0 ]
    report $? "Ctrl-C hands out the plan at hand (exit $code)"
    holds 'it is written' test -f cut/timetable.csv
    exits 0 'and in order' verify "$root/scenarios/corridors" cut
}

# What is no file is refused at once: a pipe may never end, and a case is read more than once.
pipes() {
    mkdir pipes && mkfifo pipes/case.yaml pipes/other
    exits_soon 9 'a pipe as a case is refused' check pipes/case.yaml
    holds 'and called a pipe' complains 'pipes/case.yaml.*it is a pipe'
    exits_soon 9 'a folder with a pipe for a case is refused' check pipes
    exits_soon 9 'an endless device is refused' check /dev/zero
    holds 'and called a device' complains '/dev/zero.*it is a device'
    { echo 'include: [other]'; cat "$root/scenarios/tiny/case.yaml"; } >pipes/including.yaml
    exits_soon 9 'a pipe that is included is refused' check pipes/including.yaml
    holds 'at its place' complains '^pipes/including.yaml:1:11: error: .*it is a pipe'
    { sed '/^demand:/,$d' "$root/scenarios/tiny/case.yaml"; echo 'demand: {csv: other}'; } >pipes/csv.yaml
    exits_soon 9 'a pipe for a CSV file is refused' check pipes/csv.yaml
    exits 0 'a plan to take files out of' plan "$root/scenarios/tiny" -o piped --quiet
    for file in summary.json trains.csv legs.csv; do
        rm "piped/$file" && mkfifo "piped/$file"
        exits_soon 9 "a pipe for $file is refused" verify "$root/scenarios/tiny" piped
        holds 'and named' complains "$file.*it is a pipe"
        rm "piped/$file" && touch "piped/$file"
    done
}

# A zone that cannot be looked up is not called unknown.
zones() {
    sed 's:Asia/Shanghai:Asia/Nowhere:' "$root/scenarios/tiny/case.yaml" >zones.yaml
    exits 3 'an unknown zone is refused' check zones.yaml
    holds 'and called unknown' says 'horizon.zone: "Asia/Nowhere" is no IANA time zone'
    export TZDIR="$work/nowhere"
    exits 3 'a case without a time zone database is refused' check "$root/scenarios/tiny"
    holds 'and says so' says 'cannot be looked up: .*/nowhere: there is no time zone database'
    mkdir -p "$TZDIR/Asia" && echo TZif2 >"$TZDIR/Asia/Shanghai"
    exits 3 'a damaged zone file is refused' check "$root/scenarios/tiny"
    holds 'and called unsound' says 'Asia/Shanghai: it is no sound time zone file'
    unset TZDIR
}

usage_errors
help_texts
pipes
zones
unreadable_and_broken
starting_case
readme_case
tiny_plan
folders
streams
relaxed
manifest
tampering
no_plan
in_time
conflict_as_json
progress_line
interrupted
echo "1..$number"
