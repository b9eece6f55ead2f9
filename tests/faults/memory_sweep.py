#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets one allocation of a run fail, the first, the second, … or every STEP-th.

Whatever fails, the program never crashes, never calls a case infeasible or a plan wrong, names memory
as the cause of what it does not do, and leaves the place of the plan with a whole plan or none.

usage: memory_sweep.py BANLIE LIBRARY STEP ARGUMENT...
LIBRARY: to be preloaded; none: BANLIE is linked to it. The word OUT stands for a folder, made anew for
each run.
"""
import csv
import os
import shutil
import subprocess
import sys
import tempfile

ALLOWED = {0, 1, 9}  # done; memory ran out; a file could not be handled, for want of memory
INFEASIBLE = 4  # allowed where it is the truth
ROW_WITHOUT_PLAN = 5  # of a sweep: a worker's death costs its row, which says why


def run(arguments, library, variables):
    environment = dict(os.environ, **variables)
    if library != "none":
        environment["LD_PRELOAD"] = library
    return subprocess.run(arguments, env=environment, capture_output=True, text=True, check=False)


def lost_rows(out):
    """What rows of a sweep say that have no plan for another reason than memory."""
    with open(os.path.join(out, "results.csv"), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    lost = [row for row in rows if row["status"] not in ("optimal", "gap")]
    return [f"row {row['id']}: {row['status']} {row['reason']}" for row in lost if row["reason"] != "memory"]


def faults(result, truth, out):
    """What is wrong with a run's end; without a fault it ends with the status `truth`."""
    if result.returncode == ROW_WITHOUT_PLAN:
        yield from lost_rows(out)
        return
    if result.returncode not in ALLOWED | {truth}:
        yield f"status {result.returncode}"
    text = result.stderr.lower()
    if result.returncode not in (0, truth) and "memory" not in text:
        yield "memory is not named as the cause"
    if "bug" in text:
        yield "called a bug"
    if out is None:
        return
    around = os.listdir(os.path.dirname(out))
    if result.returncode == 0 and around != [os.path.basename(out)]:
        yield f"beside the plan: {around}"
    if result.returncode not in (0, 1) and os.path.exists(out):
        yield "a plan where the run says that there is none"


def main():
    banlie, library, step, arguments = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:]
    scratch = tempfile.mkdtemp()
    try:
        counted = os.path.join(scratch, "count")
        place = os.path.join(scratch, "place")
        out = os.path.join(place, "plan") if "OUT" in arguments else None
        command = [banlie] + [out if word == "OUT" else word for word in arguments]

        def fresh():
            shutil.rmtree(place, ignore_errors=True)
            os.mkdir(place)

        fresh()
        first = run(command, library, {"COUNT_ALLOCATIONS": counted})
        with open(counted, encoding="ascii") as file:
            count = int(file.read())
        truth = first.returncode
        bad = [] if truth in (0, INFEASIBLE) else [f"without a fault: status {truth}"]
        if count < 10:
            bad.append(f"only {count} allocations counted")
        for number in range(1, count + 1, step):
            fresh()
            result = run(command, library, {"FAIL_ALLOCATION": str(number)})
            found = list(faults(result, truth, out))
            if found:
                last = result.stderr.strip().split("\n")[-1]
                bad.append(f"allocation {number}: {'; '.join(found)}: {last}")
        print("TAP version 13\n1..1")
        for line in bad[:20]:
            print(f"# {line}")
        verdict = "ok" if not bad else "not ok"
        print(f"{verdict} 1 - {len(range(1, count + 1, step))} of {count} allocations failed one by one")
        return 0 if not bad else 1
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
