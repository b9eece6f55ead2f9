#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random cases of three weeks, planned for weeks 1-2 and rolled on twice: put together they are one
plan of the whole time.

Those that are rolled on are asked about by the compact model as well.

usage: rolling_test.py BANLIE ROLLED_COMPACT_TEST FIRST COUNT
"""
import collections
import datetime
import pathlib
import subprocess
import sys
import tempfile
import zoneinfo

from drawn_weeks import day, draw_weeks, write_case
from whole_time import WholeTime, instant, rows


def plan(banlie, case, out, options):
    run = subprocess.run([banlie, "plan", str(case), "-o", str(out), "--gap", "0.02", "--time-limit",
                          "30s", "--quiet", *options], capture_output=True, text=True, check=False)
    return run.returncode, run.stdout + run.stderr


def check_compact(compact, case, folder, freeze):
    run = subprocess.run([compact, str(case), str(folder), *freeze[1:]], capture_output=True, text=True,
                         check=False)
    return [] if run.returncode == 0 else [f"compact: {run.stdout[-300:]}{run.stderr[-300:]}"]


def loads(folder):
    """Boxes of each booking, and empties of each type, by train, slot runs, station and departure."""
    slots = {row["train"]: row["slots"] for row in rows(folder, "trains.csv")}
    found = collections.Counter()
    for name, who in (("legs.csv", "booking"), ("empties.csv", "container")):
        for row in rows(folder, name):
            train = row["train_or_feeder"]
            if train in slots:
                found[train, slots[train], row["from"], instant(row["departs"]), row[who]] += int(row["boxes"])
    return found


def check_closed(case, freeze, earlier, folder):
    """Trains under way or of frozen days carry no more of anything than the earlier plan put on them."""
    if case.get("commitments", {}).get("fill", True):
        return []
    zone = zoneinfo.ZoneInfo(case["horizon"]["zone"])
    before = freeze[1] if freeze else case["horizon"]["start"]
    before = datetime.datetime.fromisoformat(before).replace(tzinfo=zone)
    closed = {row["train"] for row in rows(folder, "trains.csv")
              if row["runs"] == "under_way" or row["runs"] == "true" and instant(row["departs"]) < before}
    was = loads(earlier)
    return [f"filled: {key[0]} from {key[2]}: {boxes} of {key[4]}, {was[key]} before"
            for key, boxes in loads(folder).items() if key[0] in closed and boxes > was[key]]


def check_unchanged(banlie, case, first, work, seed):
    """A week later with nothing new and everything frozen: nothing changes."""
    later = {**case, "horizon": {**case["horizon"], "start": day(7)},
             "commitments": {"fill": False}}
    path, out = work / f"{seed}-same.yaml", work / f"{seed}-same"
    write_case(later, path)
    code, said = plan(banlie, path, out, ["--commit", str(first), "--freeze-before", "2099-01-01"])
    if code != 0:
        return [f"unchanged: exit {code}: {said[-400:]}"]
    changes = (out / "changes.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    return [f"unchanged: {line}" for line in changes]


def check_seed(banlie, compact, seed, work):
    """What is wrong with the plans of this seed, and how much was under way in them."""
    cases, freeze = draw_weeks(seed)
    folders, faults, under_way = [], [], 0
    for week, case in enumerate(cases):
        path, out = work / f"{seed}-{week}.yaml", work / f"{seed}-p{week}"
        write_case(case, path)
        options = ["--commit", str(folders[-1]), *freeze[week - 1]] if week > 0 else []
        code, said = plan(banlie, path, out, options)
        if code != 0:
            return [f"week {week + 1}: exit {code}: {said[-600:]}"], under_way
        if week > 0:
            faults += check_closed(case, freeze[week - 1], folders[-1], out)
            faults += check_compact(compact, path, folders[-1], freeze[week - 1])
        folders.append(out)
    faults += check_unchanged(banlie, cases[0], folders[0], work, seed)
    whole = WholeTime(cases, folders)
    under_way = sum((f / "trains.csv").read_text().count("under_way") for f in folders)
    return faults + whole.check(), under_way


def main():
    banlie, compact, first, count = *sys.argv[1:3], int(sys.argv[3]), int(sys.argv[4])
    failed = under_way = 0
    with tempfile.TemporaryDirectory() as work:
        for seed in range(first, first + count):
            faults, trains = check_seed(banlie, compact, seed, pathlib.Path(work))
            under_way += trains
            failed += bool(faults)
            for fault in faults[:8]:
                print(f"seed {seed}: {fault}")
            sys.stdout.flush()
    print(f"{count} cases, {under_way} trains under way, {failed} failed")
    return 1 if failed or under_way < count // 2 else 0


if __name__ == "__main__":
    sys.exit(main())
