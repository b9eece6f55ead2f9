#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios beside an earlier plan that is frozen: what a scenario takes the ground from is released,
trains and the boxes on them at their price, boxes that a booking has no more without; all else that can
no longer be kept is an error.

usage: commit_test.py BANLIE FOLDER
"""
import csv
import pathlib
import subprocess
import sys
import tempfile

banlie, folder = sys.argv[1], pathlib.Path(sys.argv[2])
faults = []

# kind, id, boxes, cost, first word of the reason: the train's price is 1 % of its line's and its slot's
# cost as the changed case has them, a box's 1 % of its revenue.
WANTED = {
    "no-x": [("train", "X@2026-12-01", "", "15.00", "removed"), ("train", "X@2026-12-08", "", "15.00", "removed"),
             ("booking", "B", "2", "160.00", "another_day"), ("booking", "B", "2", "160.00", "left_behind"),
             ("booking", "B", "10", "800.00", "left_behind")],
    "no-line": [("train", "X@2026-12-01", "", "10.00", "removed"), ("train", "Y@2026-12-03", "", "10.00", "removed"),
                ("train", "X@2026-12-08", "", "10.00", "removed"), ("booking", "A", "8", "720.00", "left_behind"),
                ("booking", "B", "4", "320.00", "left_behind"), ("booking", "B", "10", "800.00", "left_behind")],
    "no-slot": [("train", "X@2026-12-01", "", "5.00", "removed"), ("train", "X@2026-12-08", "", "5.00", "removed"),
                ("booking", "B", "2", "160.00", "another_day"), ("booking", "B", "2", "160.00", "left_behind"),
                ("booking", "B", "10", "800.00", "left_behind")],
    "shut": [("train", "X@2026-12-01", "", "15.00", "closed"), ("booking", "B", "2", "160.00", "another_day"),
             ("booking", "B", "2", "160.00", "left_behind")],
    "less": [("booking", "B", "7", "0.00", "cancelled")],
    "none": [("booking", "B", "4", "0.00", "cancelled"), ("booking", "B", "10", "0.00", "cancelled")],
    "shift": [],
    "back": [],
}


def check(holds, text):
    if not holds:
        faults.append(text)


def run(*arguments):
    return subprocess.run([banlie, *map(str, arguments)], capture_output=True, text=True)


def changes(out):
    with open(out / "changes.csv", encoding="utf-8-sig", newline="") as file:
        return [(row["kind"], row["id"], row["boxes"], row["cost"], row["reason"].split(":")[0])
                for row in csv.DictReader(file)]


def check_one(case, name, wanted, out, *more):
    done = run("plan", case, "--quiet", "--force", "-o", out, "--scenario", name, *more)
    check(done.returncode == 0, f"{name}: plan exits {done.returncode}: {done.stderr}")
    if done.returncode == 0:
        check(changes(out) == wanted, f"{name}: {changes(out)}")
        verified = run("verify", case, out, *more)
        check(verified.returncode == 0, f"{name}: {verified.stdout}")


with tempfile.TemporaryDirectory() as work:
    work = pathlib.Path(work)
    case, base = folder / "case.yaml", work / "base"
    check(run("plan", case, "--quiet", "-o", base).returncode == 0, "the case has no plan")
    for name, wanted in WANTED.items():
        check_one(case, name, wanted, work / name, "--commit", base)
    done = run("plan", case, "--scenario", "departs", "-o", work / "no", "--commit", base)
    check(done.returncode == 3 and "X@2026-12-01" in done.stdout + done.stderr,
          f"a timetable that is edited: {done.returncode} {done.stderr}")

    # Bookings frozen by name: fewer boxes are an error of the case, but not of a scenario.
    text = case.read_text("utf-8") + f"commitments: {{plan: {base}, trains: {{frozen: '.*'}}, bookings: {{frozen: B}}}}\n"
    frozen = work / "frozen.yaml"
    frozen.write_text(text, "utf-8")
    check_one(frozen, "less", [("booking", "B", "7", "0.00", "cancelled")], work / "less2")
    frozen.write_text(text.replace("id: B, from: YIW, to: DUI, boxes: 14", "id: B, from: YIW, to: DUI, boxes: 7"), "utf-8")
    check(run("plan", frozen, "-o", work / "no").returncode == 3, "fewer boxes than are frozen")

print("\n".join(faults) or "all as it should be")
sys.exit(1 if faults else 0)
