#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random cases of three weeks, planned for weeks 1-2 and rolled on twice: put together they are one
plan of the whole time.

Those that are rolled on are asked about by the compact model as well.

usage: rolling_test.py BANLIE ROLLED_COMPACT_TEST FIRST COUNT
"""
import pathlib
import subprocess
import sys
import tempfile

from drawn_weeks import day, draw_weeks, write_case
from whole_time import WholeTime


def plan(banlie, case, out, options):
    run = subprocess.run([banlie, "plan", str(case), "-o", str(out), "--gap", "0.02", "--time-limit",
                          "30s", "--quiet", *options], capture_output=True, text=True, check=False)
    return run.returncode, run.stdout + run.stderr


def check_compact(compact, case, folder, freeze):
    run = subprocess.run([compact, str(case), str(folder), *freeze[1:]], capture_output=True, text=True,
                         check=False)
    return [] if run.returncode == 0 else [f"compact: {run.stdout[-300:]}{run.stderr[-300:]}"]


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
