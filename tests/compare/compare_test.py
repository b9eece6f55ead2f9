#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`banlie compare` from outside: reference folders byte for byte, plans of drawn cases against a
recomputation of our own, folders of every form, and what it refuses. Output is TAP.

usage: compare_test.py BANLIE RANDOM_PLAN_TEST ROOT [CASES [FIRST]]
RANDOM_PLAN_TEST prints cases; CASES of them are planned several times, from seed FIRST on.
"""
import csv
import io
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import recomputed

BANLIE, DRAW = (os.path.realpath(name) for name in sys.argv[1:3])
ROOT = pathlib.Path(sys.argv[3]).resolve()
CASES = int(sys.argv[4]) if len(sys.argv) > 4 else 40
FIRST = int(sys.argv[5]) if len(sys.argv) > 5 else 1
sys.path.insert(0, str(ROOT / "tests" / "rolling"))
import drawn_weeks  # noqa: E402: found by the line before
REFERENCE = ROOT / "tests" / "compare" / "reference"
R402, SAME = REFERENCE / "r402", REFERENCE / "same"

number = failed = 0


def report(sentence, faults):
    global number, failed
    number += 1
    faults = [fault for fault in faults if fault]
    failed += bool(faults)
    print("%s %d - %s" % ("not ok" if faults else "ok", number, sentence))
    for fault in faults[:12]:
        print("#   " + str(fault).replace("\n", "\n#   "))
    sys.stdout.flush()


def run(*arguments, lang="C.UTF-8"):
    environment = dict(os.environ, LC_ALL=lang, NO_COLOR="1")
    done = subprocess.run([BANLIE, *map(str, arguments)], capture_output=True, check=False,
                          stdin=subprocess.DEVNULL, env=environment)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def content(folder):
    return {path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir()}


def compared(folders, out, *options):
    """The tables that are written: {file: bytes}."""
    shutil.rmtree(out, ignore_errors=True)
    code, _, err = run("compare", *folders, "-o", out, "--quiet", *options)
    assert code == 0 and err == "", (folders, code, err)
    return content(out)


def cells(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def table(files, name):
    return list(csv.DictReader(io.StringIO(files[name].decode("utf-8-sig"), newline="")))


# ---- reference folders ----

def references(work):
    for case in (R402, SAME):
        files = compared([case / "a", case / "b"], work / "out")
        expected = content(case / "expected")
        report(f"{case.name}: the tables of another implementation, byte for byte",
               [files.get(name) != data and f"{name} differs" for name, data in expected.items()] +
               [set(files) != set(expected) and f"there are {sorted(files)}"])
        code, out, _ = run("compare", case / "a", case / "b", "--csv")
        report(f"{case.name}: --csv prints kpi.csv without a byte order mark",
               [code != 0 and f"exit {code}",
                out.encode() != expected["kpi.csv"].removeprefix(b"\xef\xbb\xbf") and "it differs"])


def screens():
    for lang, words in (("C.UTF-8", ["Trains of b: 1 same, 4 moved", "+49 961", "-40.25 h",
                                     "Bookings of b: 6 same, 5 rerouted, 5 gained, 3 lost, "
                                     "1 only in a, 1 not in a", "TEU of b by leg: 8 changed of 14",
                                     "Boxes carried", "… and 10 more, see bookings.csv"]),
                        ("zh_CN.UTF-8", ["方案 b 的列车：1 相同、4 移动", "-40.25 小时", "承运箱量",
                                         "方案 b 各区段的 TEU：14 个区段中 8 个有变化"])):
        code, out, err = run("compare", R402 / "a", R402 / "b", lang=lang)
        long = [line for line in out.splitlines() if len(line) > 100]
        report(f"the screen says what changed most ({lang})",
               [code != 0 and f"exit {code}", err, *(w not in out and f"no '{w}'" for w in words), *long])
        if lang != "C.UTF-8":
            left = [line for line in out.splitlines() if re.search("change|Trains|booking |same", line)]
            report("nothing of it is left in English", [line for line in left if "bookings.csv" not in line])
    code, out, _ = run("compare", SAME / "a", SAME / "b")
    report("plans that are alike have no changes on screen",
           [code != 0 and f"exit {code}", "Trains of b: 2 same" not in out and out,
            "Bookings of b: 5 same" not in out and out, "0 changed of 4" not in out and out])
    code, out, _ = run("compare", SAME / "a", SAME / "b", R402 / "b", R402 / "a", R402 / "a")
    report("five plans stand in two tables of figures, each with a",
           [code != 0 and f"exit {code}", len(re.findall(r"^Figure +a ", out, re.M)) != 2 and out])


# ---- inputs ----

def with_summary(source, target, **members):
    """A copy of a plan whose summary says more."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    summary = json.loads((target / "summary.json").read_text("utf-8"))
    run_members = members.pop("run", {})
    summary.update(members)
    summary["run"].update(run_members)
    (target / "summary.json").write_text(json.dumps(summary), "utf-8")
    return target


def inputs(work):
    horizon = {"start": "2026-11-30", "weeks": 1}
    a = with_summary(SAME / "a", work / "in-a", digest="0123456789abcdef", horizon=horizon)
    b = with_summary(SAME / "a", work / "in-b", digest="0123456789abcdff", horizon={**horizon, "weeks": 2},
                     scenario=["khorgos-shut", "surge"], run={"solver": "clp 1", "flags": {"gap": 0.01}})
    _, out, _ = run("compare", a, b)
    wanted = ["digest of the case +0123456789ab +0123456789ab", "scenarios +– +khorgos-shut\\+surge",
              "weeks +1 +2", "solver +glpk 5.0 +clp 1", "flags.gap +– +0.01"]
    report("inputs that differ are told, those alone",
           [f"no {text}" for text in wanted if not re.search(text, out)] +
           ["first day" in out and "what is the same is told", "no digest" in out and out])
    _, out, _ = run("compare", a, a)
    report("where none differs that is told", ["no inputs that differ" not in out and out])
    _, out, _ = run("compare", a, b, "--json")
    found = json.loads(out)["inputs"]
    report("--json has them by name", [
        found.get("scenario") != {"a": "", "b": "khorgos-shut+surge"} and found,
        sorted(found) != ["digest", "flags.gap", "horizon.weeks", "scenario", "solver"] and sorted(found)])


def figures(work):
    """Figures that are missing, null, large, small, below 0."""
    def changed(target, **kpi):
        summary = json.loads((SAME / "a" / "summary.json").read_text("utf-8"))["kpi"]
        return with_summary(SAME / "a", target, kpi={**summary, **kpi}, bound=kpi.pop("bound", None))
    a = changed(work / "k-a", lifts=0, margin=-12800.0, revenue=19238223123.45, new={"x": 1}, odd="text")
    b = changed(work / "k-b", lifts=3, margin=-12799, revenue=19238223123.0, cost=None, odd="text")
    rows = {row["kpi"]: list(row.values())[1:] for row in table(compared([a, b], work / "out"), "kpi.csv")}
    expected = {"bound": ["", "", "", ""], "lifts": ["0", "3", "3", ""], "cost": ["117000", "", "", ""],
                "margin": ["-12800", "-12799", "1", "0.007813"], "new_x": ["1", "", "", ""],
                "revenue": ["19238223123.45", "19238223123", "-0.45", "0.000000"], "odd": [""] * 4}
    report("figures: no value is an empty cell, differences have the decimals of what they are of",
           [rows.get(name) != row and f"{name}: {rows.get(name)}" for name, row in expected.items()])


# ---- prices ----

def prices(work):
    folders = []
    for letter, text in (("a", "row,price\r\nload B1,1.5\r\n\"week YIW,1\",-0.25\r\n"),
                         ("b", "row,price\r\nload B1,1.5000004\r\nload A,1e-3\r\n")):
        folders.append(work / f"p-{letter}")
        shutil.rmtree(folders[-1], ignore_errors=True)
        shutil.copytree(SAME / "a", folders[-1])
        (folders[-1] / "prices.csv").write_text(text, "utf-8")
    rows = cells(compared(folders, work / "out")["prices.csv"])
    report("prices: rows of either plan", [rows != [
        ["plan", "row", "price_a", "price_b"], ["b", "load A", "", "0.001000"],
        ["b", "load B1", "1.500000", "1.500000"], ["b", "week YIW,1", "-0.250000", ""]] and rows])
    code, out, _ = run("compare", *folders)
    report("the screen ranks them", ["Prices of b: 3 changed of 3" not in out and out])
    out = compared([folders[0], SAME / "b", folders[1]], work / "out")
    report("a plan without prices has no rows of them",
           [{row[0] for row in cells(out["prices.csv"])[1:]} != {"c"} and out["prices.csv"]])
    (folders[1] / "prices.csv").write_text("rule,of,price\r\nload,B1,2\r\n", "utf-8")
    report("nor one that names rows in other columns",
           ["prices.csv" in compared(folders, work / "out") and "there are some"])


# ---- drawn cases ----

def demand_lines(text):
    return [i for i, line in enumerate(text) if line.startswith("  - {id: B")]


def softened(text):
    """A case that has a plan more often."""
    text = text.replace(", must: true", "").replace("runs: always", "runs: optional")
    text = re.sub(r"(?m)^(  - \{lines: .*), min: [0-9.]+", r"\1", text)
    text = re.sub(r"trains_per_week: \{min: \d+, max", "trains_per_week: {max", text)
    return re.sub(r"trains_per_week: \{min: \d+\}(, )?", "", text)


def altered(text, draw):
    """The case with other boxes, prices, room and bookings."""
    lines = text.splitlines()
    kept = []
    demand = demand_lines(lines)
    for i, line in enumerate(lines):
        if i in demand:
            if draw.random() < 0.15 and len(demand) > 2:
                continue
            line = re.sub(r"boxes: (\d+)", lambda m: f"boxes: {max(1, int(m[1]) + draw.randint(-2, 3))}", line)
            line = re.sub(r"revenue: (\d+)",
                          lambda m: f"revenue: {round(int(m[1]) * draw.uniform(0.5, 1.6))}", line)
            if draw.random() < 0.1:
                line = line.replace("{id: B", "{id: N")
        elif line.startswith("  - {id: S"):
            line = re.sub(r"train: (\d+)", lambda m: f"train: {round(int(m[1]) * draw.uniform(0.2, 2))}", line)
            line = re.sub(r"teu: (\d+),", lambda m: f"teu: {max(1, int(m[1]) + draw.randint(-1, 2))},", line, 1)
        kept.append(line)
    return "\n".join(kept) + "\n"


def planned(case, out, *options):
    shutil.rmtree(out, ignore_errors=True)
    return run("plan", case, "-o", out, "--quiet", "--time-limit", "20s", *options)[0] == 0


def sums(files, folders):
    """What has to add up, whatever the plans are."""
    summaries = [json.loads((folder / "summary.json").read_text("utf-8")) for folder in folders]
    boxes = table(files, "bookings.csv")
    faults = []
    for key in ("boxes", "carried"):
        for i, letter in enumerate("ab"):
            total = sum(int(row[f"{key}_{letter}"] or 0) for row in boxes)
            wanted = summaries[i]["kpi"]["boxes"]["offered" if key == "boxes" else "carried"]
            faults.append(total != wanted and f"{key}_{letter}: {total}, not {wanted}")
    by_change = {change: sum(int(row["carried_b"] or 0) - int(row["carried_a"] or 0) for row in boxes
                             if row["change"] == change)
                 for change in ("gained", "lost", "only_a", "only_b", "rerouted", "same")}
    faults.append((by_change["gained"] < 0 or by_change["lost"] > 0 or by_change["rerouted"] != 0 or
                   by_change["same"] != 0) and f"{by_change}")
    more = summaries[1]["kpi"]["boxes"]["carried"] - summaries[0]["kpi"]["boxes"]["carried"]
    faults.append(sum(by_change.values()) != more and f"{by_change} make {more}")
    faults += [f"{row}" for row in boxes if int(row["rerouted"]) < 0 or
               (row["change"] == "rerouted") != (int(row["rerouted"]) > 0) and
               row["change"] in ("same", "rerouted")]
    trains = table(files, "trains.csv")
    for i, letter in enumerate("ab"):
        count = sum(row[f"train_{letter}"] != "" for row in trains)
        wanted = summaries[i]["counts"]["trains_run"]
        faults.append(count != wanted and f"{count} trains of {letter}, not {wanted}")
    return faults


MIRRORED = {"dropped": "added", "added": "dropped", "gained": "lost", "lost": "gained",
            "only_a": "only_b", "only_b": "only_a"}


def mirror(row):
    """A row of A B as B A has it, as far as the two are alike."""
    found = {}
    for key, value in row.items():
        key = key[:-1] + {"a": "b", "b": "a"}[key[-1]] if key.endswith(("_a", "_b")) else key
        found[key] = MIRRORED.get(value, value) if key == "change" else value
    if found.get("shift_hours") not in (None, "", "0"):
        shift = found["shift_hours"]
        found["shift_hours"] = shift[1:] if shift[0] == "-" else "-" + shift
    return known_by(found)


def known_by(row):
    """What a row of A B and one of B A have in common. Of a train in both plans it is the first one that
    counts the week."""
    return tuple(sorted(item for item in row.items() if item[0] != "week" or row["change"] != "same"))


def mirrored(forth, back):
    faults = []
    for name in recomputed.TABLES:
        one = sorted(mirror(row) for row in table(forth, name))
        other = sorted(known_by(row) for row in table(back, name))
        faults += [f"{name}: {a}" for a in one if a not in other][:2]
        faults.append(len(one) != len(other) and f"{name}: {len(one)} and {len(other)} rows")
    there = {row["kpi"]: row for row in table(back, "kpi.csv")}
    for row in table(forth, "kpi.csv"):
        other = there[row["kpi"]]
        faults.append((row["a"], row["b"]) != (other["b"], other["a"]) and f"{row}")
        faults.append(row["difference"].lstrip("-") != other["difference"].lstrip("-") and f"{row}")
    return faults


def nothing(files):
    """Of a plan compared with itself."""
    faults = [f"{row}" for row in table(files, "kpi.csv")
              if row["difference"] not in ("", "0") or row["percent"] not in ("", "0.000000")]
    for name in ("trains.csv", "bookings.csv"):
        faults += [f"{row}" for row in table(files, name) if row["change"] != "same" or
                   row.get("shift_hours", "0") != "0" or row.get("rerouted", "0") != "0"]
    for name in recomputed.TABLES:
        faults += [f"{name}: {row}" for row in table(files, name) for key in row
                   if key.endswith("_a") and row[key] != row[key[:-1] + "b"]]
    return faults


def against_recomputation(folders, files):
    faults = []
    for name, rows in recomputed.tables(folders).items():
        own = cells(files[name])
        faults += [f"{name}: {a} is {b}" for a, b in zip(rows, own) if a != b][:3]
        faults.append(len(rows) != len(own) and f"{name}: {len(own)} rows, not {len(rows)}")
    return faults


FORMS = [("--table-style", "excel"), ("--table-style", "semicolon", "--headings", "zh"),
         ("--headings", "zh", "--no-bom", "--all")]


def drawn(work):
    faults = {name: [] for name in ("recomputed", "sums", "mirror", "nothing", "forms", "three")}
    kinds = {"trains.csv": set(), "bookings.csv": set(), "modes": set()}
    pairs = 0
    for seed in range(FIRST, FIRST + CASES):
        draw = random.Random(seed)
        text = softened(subprocess.run([DRAW, "--print", str(seed)], capture_output=True, text=True,
                                       check=True).stdout)
        folders = []
        for i, options in enumerate((["--gap", "0"], ["--gap", "0.5"], ["--gap", "0"], ["--gap", "0.01"])):
            case = work / f"{seed}-{i}.yaml"
            case.write_text(text if i < 2 else altered(text, draw), "utf-8")
            if planned(case, work / f"{seed}-{i}", *options):
                folders.append(work / f"{seed}-{i}")
        for a, b in zip(folders, folders[1:]):
            pairs += 1
            files = compared([a, b], work / "out")
            told = f"seed {seed}, {a.name} {b.name}: "
            for name, found in (("recomputed", against_recomputation([a, b], files)),
                                ("sums", sums(files, [a, b])),
                                ("mirror", mirrored(files, compared([b, a], work / "back"))),
                                ("nothing", nothing(compared([a, a], work / "back")))):
                faults[name] += [told + fault for fault in found if fault]
            for name in ("trains.csv", "bookings.csv"):
                kinds[name] |= {row["change"] for row in table(files, name)}
            kinds["modes"] |= {row["mode"] for row in table(files, "flows.csv")}
        if len(folders) > 2:
            files = compared(folders, work / "out")
            faults["three"] += [f"seed {seed}: {fault}" for fault in against_recomputation(folders, files)
                                if fault]
        if folders and seed % 4 == 0:
            plain = compared([folders[0], folders[-1]], work / "out")
            form = FORMS[seed // 4 % len(FORMS)]
            case = folders[-1].with_suffix(".yaml")
            gap = ["--gap", ["0", "0.5", "0", "0.01"][int(folders[-1].name[-1])]]
            if planned(case, work / "formed", *gap, *form):
                other = compared([folders[0], work / "formed"], work / "back")
                faults["forms"] += [f"seed {seed}, {form}: {name}" for name in plain
                                    if other.get(name) != plain[name]]
    report(f"{pairs} pairs of drawn plans: the tables are those worked out by itself", faults["recomputed"] +
           [pairs < CASES // 2 and f"only {pairs} pairs"])
    report("more than two plans: each against the first", faults["three"])
    report("sums hold: boxes, carried boxes and trains are those of the plans", faults["sums"])
    report("B against A is A against B turned round", faults["mirror"])
    report("a plan against itself: nothing but the same and 0", faults["nothing"])
    report("folders of any form are read alike", faults["forms"])
    wanted = {"trains.csv": {"same", "moved", "added", "dropped"},
              "bookings.csv": {"same", "rerouted", "gained", "lost", "only_a", "only_b"},
              "modes": {"train", "empty"}}
    report("all kinds of changes were there", [f"{name}: no {kind}" for name, all_kinds in wanted.items()
                                               for kind in all_kinds - kinds[name] if CASES >= 40])


def rolled(work):
    """A plan, and the one that is rolled on from it: trains under way, boxes sent off before."""
    faults, under_way, pairs = [], 0, 0
    for seed in range(FIRST, FIRST + max(2, CASES // 10)):
        cases, freeze = drawn_weeks.draw_weeks(seed)
        folders = []
        for week, case in enumerate(cases[:2]):
            path = work / f"rolled-{seed}-{week}.yaml"
            drawn_weeks.write_case(case, path)
            held = ["--commit", folders[-1], *freeze[week - 1]] if folders else []
            if planned(path, path.with_suffix(""), "--gap", "0.02", *held):
                folders.append(path.with_suffix(""))
        if len(folders) == 2:
            pairs += 1
            files = compared(folders, work / "out")
            under_way += (folders[1] / "trains.csv").read_text("utf-8").count("under_way")
            faults += [f"seed {seed}: {fault}" for fault in against_recomputation(folders, files) +
                       mirrored(files, compared(folders[::-1], work / "back")) if fault]
    report(f"{pairs} plans with those rolled on from them, {under_way} trains under way",
           faults + [(pairs == 0 or under_way == 0) and "nothing to look at"])


def own_forms(work):
    """The tables that are written have the forms as well."""
    plain = compared([R402 / "a", R402 / "b"], work / "out")
    other = compared([R402 / "a", R402 / "b"], work / "back", "--table-style", "semicolon", "--no-bom",
                     "--headings", "zh")
    faults = []
    for name, data in plain.items():
        text = other[name].decode()
        own = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
        faults += [text.startswith("\ufeff") and "a byte order mark",
                   len(own) != len(cells(data)) and f"{name}: {len(own)} rows",
                   not re.search("[\u4e00-\u9fff]", text.splitlines()[0]) and f"{name}: no Chinese heading"]
    faults.append(b"objective;332737,511628;365427,465116;32689,953488;9,824547" not in other["kpi.csv"] and
                  other["kpi.csv"][:200])
    faults.append(b";2026-12-04 09:30;UTC+08:00;" not in other["trains.csv"] and other["trains.csv"][:300])
    report("the tables are written in the form that is asked for", faults)


def as_json(work):
    files = compared([R402 / "a", R402 / "b"], work / "out")
    _, out, _ = run("compare", R402 / "a", R402 / "b", "--json")
    document = json.loads(out)
    faults = [document["prices"] is not None and "there are prices",
              list(document["plans"].values()) != [str(R402 / "a"), str(R402 / "b")] and document["plans"]]
    for name, data in files.items():
        rows = table(files, name)
        own = document[name.removesuffix(".csv")]
        faults.append(len(rows) != len(own) and f"{name}: {len(own)} rows")
        for row, found in zip(rows, own):
            for key, cell in row.items():
                value = found[key]
                same = (cell == "" and value is None) or value == cell or (
                    not isinstance(value, str) and value is not None and cell != "" and
                    abs(value - float(cell)) <= 1e-9 * max(1, abs(value)))
                faults.append(not same and f"{name}: {key} is {value!r}, not {cell!r}")
    report("--json has the same cells", faults)


# ---- what is refused ----

def broken(work, name, old, new):
    folder = work / "broken"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SAME / "b", folder)
    if old is None:
        (folder / name).unlink()
    else:
        text = (folder / name).read_text("utf-8")
        assert old in text, (name, old)
        (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    return folder


BROKEN = [
    ("summary.json", None, "", r"broken/summary\.json: "),
    ("summary.json", "{", "[", r"broken/summary\.json:\d+:\d+: this is no summary of a plan"),
    ("summary.json", '"status"', '"state"', r"broken/summary\.json:\d+:\d+: this is no summary of a plan"),
    ("trains.csv", None, "", r"broken/trains\.csv: "),
    ("trains.csv", "margin", "profit", r"broken/trains\.csv:1:1: the column \"margin\" is missing"),
    ("trains.csv", ",0,true,", ",first,true,", r"broken/trains\.csv:2:\d+: \"first\" is no number"),
    ("trains.csv", "2026-12-04T10:00+01:00", "noon", r"broken/trains\.csv:3:\d+: \"noon\" is no instant"),
    ("timetable.csv", "BACK@2026-12-04,2,", "BACK@2026-12-05,2,",
     r"broken/capacity\.csv:\d+:\d+: timetable\.csv has no calls of the train BACK@2026-12-04"),
    ("capacity.csv", "DUI,MAL,10,6,0", "DUI,MAL,10,six,0", r"broken/capacity\.csv:4:\d+: \"six\" is no number"),
    ("bookings.csv", "A,3,3,", "A,3,,", r"broken/bookings\.csv:2:\d+: \"\" "),
    ("legs.csv", "seq", "number", r"broken/legs\.csv:1:1: the column \"seq\" is missing"),
    ("legs.csv", "train", '"train', r"broken/legs\.csv:\d+:\d+: "),
]


def refusals(work):
    for name, old, new, said in BROKEN:
        folder = broken(work, name, old, new)
        code, out, err = run("compare", SAME / "a", folder)
        report(f"{name}, {old!r}: one line says what cannot be read",
               [code != 9 and f"exit {code}", out, err.count("\n") != 1 and err,
                not re.search(said, err) and err])
    report("what cannot be read is told in Chinese, too",
           ["缺少列" not in run("compare", SAME / "a", broken(work, "trains.csv", "margin", "x"),
                            "--lang", "zh")[2] and "it is not"])
    relaxed = work / "relaxed"
    run("plan", ROOT / "scenarios" / "tiny", "-o", relaxed, "--relax", "--quiet")
    code, _, err = run("compare", relaxed, SAME / "a")
    report("a relaxation is no plan", [code != 9 and f"exit {code}", "relaxation" not in err and err])
    for sentence, arguments in (("one plan", [SAME / "a"]), ("none", []), ("27 plans", [SAME / "a"] * 27),
                                ("--csv and --json", [SAME / "a", SAME / "b", "--csv", "--json"]),
                                ("a colour that is none", [SAME / "a", SAME / "b", "--color", "red"]),
                                ("a form that is none", [SAME / "a", SAME / "b", "--headings", "fr"]),
                                ("an empty folder's name", [SAME / "a", SAME / "b", "-o", ""])):
        code, out, err = run("compare", *arguments)
        report(sentence + ": wrong usage", [code != 2 and f"exit {code}", out, err.count("\n") != 1 and err])
    code, _, err = run("compare", *[SAME / "a"] * 26)
    report("26 plans are compared", [code != 0 and err])


def places(work):
    plan = work / "plan"
    shutil.copytree(SAME / "a", plan)
    before = content(plan)
    code, _, _ = run("compare", SAME / "a", SAME / "b", "-o", plan, "--force")
    report("a plan's folder is never written over", [code != 9 and f"exit {code}",
                                                    content(plan) != before and "it changed"])
    out = work / "place"
    run("compare", SAME / "a", SAME / "b", "-o", out, "--headings", "zh")
    (out / "notes.txt").write_text("mine", "utf-8")
    before = content(out)
    code, _, err = run("compare", R402 / "a", R402 / "b", "-o", out)
    report("an older comparison stays without --force",
           [code != 9 and f"exit {code}", "--force" not in err and err, content(out) != before and "it changed"])
    code, said, err = run("compare", R402 / "a", R402 / "b", "-o", out, "--force")
    expected = {**content(R402 / "expected"), "notes.txt": b"mine"}
    report("with it that is replaced, and what is not ours stays",
           [code != 0 and err, content(out) != expected and sorted(content(out)),
            f"The tables lie in {out}" not in said and said])
    code, _, _ = run("compare", SAME / "a", SAME / "b", "-o", work / "no" / "such")
    report("where no folder can be made that is told", [code != 9 and f"exit {code}"])


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        references(work)
        screens()
        inputs(work)
        figures(work)
        prices(work)
        own_forms(work)
        as_json(work)
        refusals(work)
        places(work)
        drawn(work)
        rolled(work)
    print(f"1..{number}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
