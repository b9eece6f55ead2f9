#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases whose trains have to be full, planned, and their exported models solved by another solver. TAP.

usage: load_factor_cases_test.py BANLIE ROOT SEEDS... [--keep DIR]
SEEDS: such as 7 or 0-79. DIR: where cases that fail are kept.

What the other solver found until its limit is what a plan has to come up to, proven or not.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
from types import SimpleNamespace

sys.dont_write_bytecode = True

PLAN_SECONDS = 10
JUDGE_SECONDS = 20
GAP = 0.005
WORSE = 0.01  # share of the other's plan that a plan may stay below it
ROUNDING = 1e-5  # share of a value: whole numbers and logs are not exact
INFEASIBLE, NO_PLAN = 4, 7  # exit statuses


def read_arguments():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n")[0])
    parser.add_argument("banlie", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("root", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("seeds", nargs="+")
    parser.add_argument("--keep", type=pathlib.Path)
    return parser.parse_args()


ARGUMENTS = read_arguments()
sys.path[:0] = [str(ARGUMENTS.root / folder) for folder in ("bench", "tests/load_factor")]

import drawn_case  # noqa: E402
from logs import Figures  # noqa: E402
from solvers import MODEL, PLAN, Task, model_solvers  # noqa: E402


def seeds(texts):
    for text in texts:
        first, _, last = text.partition("-")
        yield from range(int(first), int(last or first) + 1)


def run(words, folder):
    """Exit status and all that was said."""
    done = subprocess.run([str(word) for word in words], cwd=folder, text=True, check=False,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout


def planned(case, folder):
    """Figures of a plan, and faults in how it was come by."""
    code, said = run([ARGUMENTS.banlie, "plan", case, "--gap", GAP, "--time-limit",
                      f"{PLAN_SECONDS}s", "-o", PLAN, "--quiet"], folder)
    if code in (INFEASIBLE, NO_PLAN):
        return code, Figures(), []
    if code != 0:
        return code, Figures(), [f"plan ends with {code}: {said}"]
    summary = json.loads((folder / PLAN / "summary.json").read_text("utf-8"))
    code, said = run([ARGUMENTS.banlie, "verify", case, PLAN], folder)
    return 0, Figures(objective=summary["objective"], bound=summary["bound"]), \
        [code != 0 and f"verify ends with {code}: {said}"]


def judged(judge, case, folder):
    """What the other solver says of the exported model, and faults of the export."""
    code, said = run([ARGUMENTS.banlie, "export", case, "--format", "mps", "-o", MODEL], folder)
    if code != 0:
        return Figures(), [f"export ends with {code}: {said}"]
    task = Task(str(case), 0, JUDGE_SECONDS)
    _, log = run(judge.command(judge, task), folder)
    return judge.read(SimpleNamespace(log=log), folder), []


def slack(value, share):
    return share * max(1.0, abs(value))


def compared(code, ours, other):
    """What contradicts: each other, and that a plan is nearly as good as the other's."""
    known, faults = other.objective, []
    if ours.objective is not None and other.fault is not None:
        faults.append(f"there is a plan of {ours.objective:.2f}, but the other {other.fault}")
    if ours.objective is not None and other.bound is not None:
        if ours.objective > other.bound + slack(other.bound, ROUNDING):
            faults.append(f"the plan, {ours.objective:.2f}, is above the bound {other.bound:.2f}")
    if known is None:
        return faults
    if code == INFEASIBLE:
        faults.append(f"said to have no plan, there is one of {known:.2f}")
    elif ours.objective is None:
        faults.append(f"no plan was found, there is one of {known:.2f}")
    elif ours.objective < known - slack(known, WORSE):
        faults.append(f"the plan, {ours.objective:.2f}, is below the other's, {known:.2f}")
    if ours.bound is not None and ours.bound < known - slack(known, ROUNDING):
        faults.append(f"the bound, {ours.bound:.2f}, is below a plan of {known:.2f}")
    return faults


def faults_of(seed, judge, folder):
    """What is wrong with the plan of a seed's case. A folder of its own: all that is made."""
    case = folder / f"{seed}.yaml"
    case.write_text(drawn_case.case_text(seed), "utf-8")
    code, ours, faults = planned(case, folder)
    other, more = judged(judge, case, folder)
    faults = [fault for fault in faults + more + compared(code, ours, other) if fault]
    if faults and ARGUMENTS.keep:
        ARGUMENTS.keep.mkdir(parents=True, exist_ok=True)
        (ARGUMENTS.keep / case.name).write_bytes(case.read_bytes())
    return faults, other.objective is None and other.fault is None


def main():
    # CBC comes up with plans where glpsol has none yet.
    found, _ = model_solvers({"cbc": "cbc", "glpsol": "glpsol", "highs": None})
    judges = sorted(found, key=lambda solver: solver.name)
    if not judges:
        print("1..0 # SKIP neither cbc nor glpsol is installed")
        return
    numbers = list(seeds(ARGUMENTS.seeds))
    print(f"1..{len(numbers)}", flush=True)
    for number, seed in enumerate(numbers, 1):
        with tempfile.TemporaryDirectory() as folder:
            faults, silent = faults_of(seed, judges[0], pathlib.Path(folder))
        print(f"{'not ok' if faults else 'ok'} {number} - {drawn_case.kind_of(seed)}, seed {seed}")
        for fault in faults + [f"{judges[0].name} found no plan"] * silent:
            print("#   " + fault.strip().replace("\n", "\n#   "), flush=True)


main()
