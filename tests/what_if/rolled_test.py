#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios while trains are under way: shifts and closures pass over what has happened, with a warning
that names it; bookings are scaled first and what is gone comes off them then; the digest is that of the
case, whichever plan it rolls on from; every plan verifies.

usage: rolled_test.py BANLIE WEEKLY FOLDER
"""
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

banlie, weekly, folder = sys.argv[1], *map(pathlib.Path, sys.argv[2:4])
MONDAY = "2026-12-14T00:00+08:00"
faults = []


def check(holds, text):
    if not holds:
        faults.append(text)


def run(*arguments):
    return subprocess.run([banlie, *map(str, arguments)], capture_output=True, text=True)


def rows(out, name):
    with open(out / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def under_way(plan, slots):
    """Trains that have left by the Monday, with a leg on such a slot still to come."""
    found = set()
    trains = {row["train"]: row for row in rows(plan, "trains.csv") if row["runs"] == "true"}
    stops = rows(plan, "timetable.csv")
    for name, train in trains.items():
        later = [row for row in stops if row["train"] == name and row["departs"] >= MONDAY]
        if train["departs"] < MONDAY and any(re.match(slots, row["slot"]) for row in later):
            found.add(name)
    return found


def named(stderr, words):
    return {line.split("train ")[1].split(" ")[0].rstrip(";") for line in stderr.splitlines() if words in line}


def plan(case, name, out, commit):
    scenario = ["--scenario", f"{folder / 'scenarios.yaml'}#{name}"] if name else []
    done = run("plan", case, "--quiet", "--gap", "0.02", "-o", out, *commit, *scenario)
    check(done.returncode == 0, f"{name}: plan exits {done.returncode}: {done.stdout}{done.stderr}")
    verified = run("verify", case, out, *commit)
    check(verified.returncode == 0, f"{name}: {verified.stdout}")
    return json.loads((out / "summary.json").read_text("utf-8"))["digest"], verified.stderr


with tempfile.TemporaryDirectory() as work:
    work = pathlib.Path(work)
    first, case = work / "week1", weekly / "week2.yaml"
    check(run("plan", weekly / "week1.yaml", "--quiet", "-o", first).returncode == 0, "the first week has no plan")
    commit = ["--commit", first, "--freeze-before", "2026-12-18"]
    shifted = under_way(first, "BG-|EU-")
    check(len(shifted) > 2, "hardly a train is under way")
    for name in ("shift", "no-fill"):
        _, said = plan(case, name, work / name, commit)
        check(named(said, "is on a slot that is shifted") == shifted, f"{name}: {said}")
    _, said = plan(case, "shut", work / "shut", commit)
    check(named(said, "closures would take the train") and
          named(said, "closures would take the train") <= shifted, f"shut: {said}")
    digest, _ = plan(case, "less", work / "less", commit)
    gone = {row["id"]: int(row["boxes"]) for row in rows(work / "less", "carried_over.csv") if row["kind"] == "sold"}
    for row in rows(work / "less", "bookings.csv"):
        check(int(row["carried_before"] or 0) <= gone.get(row["booking"], 0), f"less: {row['booking']}")
    check(digest == plan(case, "less", work / "again", commit[:2])[0], "the digest depends on what is frozen")

print("\n".join(faults) or "all as it should be")
sys.exit(1 if faults else 0)
