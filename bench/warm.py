#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a start saves: a thousand relaxations, a thousand plans with held trains, and fifty plans, on Yiwu.

usage: bench/warm.py BANLIE [--workers N] [--points N] [--questions N]

Prints a table for docs/benchmarks.md. Of plans the processor time counts, that of the program alone; of
sweeps the time that passes. Run it on an idle machine.
"""
import argparse
import csv
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
CASE = ROOT / "scenarios/yiwu"
TARGETS = {"relax": 60, "held": 150}
SHARE = 0.2  # of a plan's cold processor time


def spent(command):
    """Status, elapsed and processor seconds of a command and its children."""
    begun = time.monotonic()
    with subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, time.monotonic() - begun, usage.ru_utime + usage.ru_stime


def rows(folder):
    with open(folder / "results.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def drawn(work, points):
    """The sweep file of a thousand points, with so many."""
    text = (CASE / "thousand.yaml").read_text(encoding="utf-8")
    file = work / "points.yaml"
    file.write_text(re.sub(r"(?m)^draw: \d+", f"draw: {points}", text), encoding="utf-8")
    return file


def sweeps(banlie, work, options):
    for solve, target in TARGETS.items():
        folder = work / solve
        _, elapsed, used = spent([banlie, "sweep", CASE, "--grid", drawn(work, options.points), "--solve",
                                  solve, "-o", folder, "--workers", options.workers, "--keep", "rows",
                                  "--quiet"])
        found = rows(folder)
        lacking = sum(row["exit"] != "0" for row in found)
        yield (f"{len(found) - 1} × `--solve {solve}`, {options.workers} workers",
               f"{elapsed:.1f} s ({used:.0f} s of processor; {lacking} rows without a plan)",
               f"{target * options.points / 1000:.0f} s")


def changes(banlie, work, limit):
    """The questions' changes, each in a file of its own: relaxations leave them."""
    folder = work / "questions"
    spent([banlie, "sweep", CASE, "--grid", CASE / "questions.yaml", "--solve", "relax", "-o", folder,
           "--quiet"])
    return sorted(folder.glob("0*/changes.yaml"))[:limit]


def plans(banlie, work, options):
    base, plan = work / "base", work / "plan"
    spent([banlie, "plan", CASE, "-o", base, "--keep-start", "--quiet"])
    cold, warm, shares = [], [], []
    for file in changes(banlie, work, options.questions):
        seconds = []
        for start in ([], ["--start", base]):
            code, _, used = spent([banlie, "plan", CASE, "--scenario", file, "-o", plan, "--force",
                                   "--quiet", *start])
            seconds.append(used if code == 0 else None)
        if None not in seconds:
            cold.append(seconds[0])
            warm.append(seconds[1])
            shares.append(seconds[1] / seconds[0])
    _, _, same = spent([banlie, "plan", CASE, "-o", plan, "--force", "--quiet", "--start", base])
    if not shares:
        return
    yield (f"`plan --start`, {len(shares)} questions, median",
           f"{statistics.median(shares):.3f} of the cold time ({statistics.median(warm):.2f} s for "
           f"{statistics.median(cold):.2f} s; least {min(shares):.3f}, most {max(shares):.3f})", f"{SHARE}")
    yield "`plan --start`, case unchanged", f"{same:.2f} s of processor", ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("banlie", type=pathlib.Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--points", type=int, default=1000)
    parser.add_argument("--questions", type=int, default=50)
    options = parser.parse_args()
    banlie = options.banlie.resolve()
    print("| what | took | at most |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as here:
        work = pathlib.Path(here)
        for measured in (sweeps, plans):
            for row in measured(banlie, work, options):
                print("| " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
