#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Banlie, with each backend that is built in, side by side with other solvers on the
exported models of the same cases: see bench/README.md.
"""
import argparse
import dataclasses
import datetime
import math
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

import case_list
import machine
import report
import running
import solvers
from results import Measured

ROOT = pathlib.Path(__file__).resolve().parent.parent

# A solver that goes on for longer than its limit is given that much more, and then killed.
GRACE_S = 5.0

RUNS, LIMIT_S = 3, 20.0

QUICK = {"runs": 1, "limit": 5.0, "cases": ["tiny", "cyclic-week", "sea-rail"]}


def say(text):
    print(text, file=sys.stderr, flush=True)


def options():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("--quick", action="store_true",
                        help="three small cases, once, for 5 s at most each")
    parser.add_argument("--cases", action="append", metavar="GLOB",
                        help="cases of this name or kind alone; may be given several times")
    parser.add_argument("--runs", type=int, metavar="N", help=f"runs of each (default {RUNS})")
    parser.add_argument("--limit", type=float, metavar="SECONDS",
                        help=f"limit of each run (default {LIMIT_S:g}, or the case's own)")
    parser.add_argument("--gap", type=float, default=0.005, metavar="SHARE",
                        help="proven distance asked of all (default 0.005)")
    parser.add_argument("--highs", metavar="PATH", help="program of HiGHS (default: not measured)")
    parser.add_argument("--glpsol", default="glpsol", metavar="PATH")
    parser.add_argument("--cbc", default="cbc", metavar="PATH")
    parser.add_argument("--banlie", default=ROOT / "build/cli/banlie", metavar="PATH")
    parser.add_argument("--output", type=pathlib.Path, metavar="DIR",
                        help="folder of the report (default: docs; build/bench for a part of the "
                        "cases)")
    return parser.parse_args()


def compiled(name, work):
    """A program made of a C file of this folder."""
    compiler = os.environ.get("CC", "cc")
    subprocess.run([*shlex.split(compiler), "-O2", "-o", work / name, ROOT / "bench" / f"{name}.c"],
                   check=True)
    return work / name


def calibration(work):
    return subprocess.run([compiled("calibrate", work)], capture_output=True, text=True,
                          check=True).stdout.strip()


class Bench:
    """One run of the benchmark: who is measured, on what, and what came of it."""

    def __init__(self, chosen, work):
        self.chosen, self.work = chosen, work
        self.measure = compiled("measure", work)
        banlie = os.path.abspath(chosen.banlie)
        larger = pathlib.Path(os.environ.get("BENCH_CASES", ROOT.parent / "shared"))
        self.shelf = case_list.Shelf([ROOT, larger.absolute()], banlie, work)
        self.planners = solvers.banlie_solvers(banlie)
        named = {"glpsol": chosen.glpsol, "cbc": chosen.cbc, "highs": chosen.highs}
        self.rivals, missing = solvers.model_solvers(named)
        self.left_out = [(name, "no such program was found or named") for name in missing]
        self.measured = []

    def limit(self, case):
        return self.chosen.limit or case.limit or LIMIT_S

    def trial(self, solver, task):
        """Runs a solver once: a Trial and its Figures."""
        shutil.rmtree(self.work / solvers.PLAN, ignore_errors=True)
        trial = running.run(self.measure, solver.command(solver, task), self.work,
                            task.limit + GRACE_S, solver.plan_line)
        figures = solver.read(trial, self.work)
        if trial.killed:
            figures = dataclasses.replace(figures, reached=False, fault=None)
        return trial, figures

    def in_turns(self, who, case, task):
        """All solvers in turns, so that a machine that slows down slows all. Who has not reached
        the gap is not asked again: another run would tell nothing but the limit."""
        runs = {solver.name: [] for solver in who}
        for _ in range(self.chosen.runs):
            for solver in who:
                done = runs[solver.name]
                if done and not done[-1][1].reached:
                    continue
                done.append(self.trial(solver, task))
                trial, figures = done[-1]
                state = figures.fault or ("" if figures.reached else "gap not reached")
                say(f"{case.name:24} {solver.name:14} {trial.seconds:8.2f} s  {state}")
        for solver in who:
            trials, figures = zip(*runs[solver.name])
            self.measured.append(Measured(case, solver, task.limit, trials, figures))

    def export(self, case, path):
        """Writes the case's model; False, and noted, where that fails."""
        words = [self.shelf.banlie, "export", path, "--format", "mps", "-o",
                 self.work / solvers.MODEL]
        done = subprocess.run(words, capture_output=True, text=True)
        if done.returncode != 0:
            self.left_out.append((f"{case.name} with other solvers", "`banlie export` failed"))
        return done.returncode == 0

    def case(self, case):
        path, why = self.shelf.find(case)
        if path is None:
            say(f"{case.name}: left out: {why}")
            self.left_out.append((case.name, why))
            return
        task = solvers.Task(str(path), self.chosen.gap, self.limit(case), case.relax)
        who = list(self.planners)
        if case.model and self.rivals and self.export(case, path):
            who += self.rivals
            (self.work / solvers.HIGHS_OPTIONS).write_text(solvers.highs_options(task), "utf-8")
        self.in_turns(who, case, task)


def merged(left_out):
    """Names with the same reason together."""
    reasons = {}
    for name, why in left_out:
        reasons.setdefault(why, []).append(name)
    return [(", ".join(names), why) for why, names in reasons.items()]


def shown(words):
    """A command as a reader would type it: programs without their folders."""
    return shlex.join([os.path.basename(words[0]), *words[1:]])


def this_command():
    """What was typed, without the folders of this machine."""
    words = [os.path.basename(word) if os.path.isabs(word) else word for word in sys.argv[1:]]
    return shlex.join(["./dev", "bench", *words])


def commands(bench):
    """What was run, for the report."""
    task = solvers.Task("CASE", bench.chosen.gap, bench.chosen.limit or LIMIT_S)
    lines = [this_command(), f"banlie export CASE --format mps -o {solvers.MODEL}"]
    lines += [shown(solver.command(solver, task)) for solver in bench.planners + bench.rivals]
    if any(solver.name == "highs" for solver in bench.rivals):
        lines.append(f"# {solvers.HIGHS_OPTIONS}: " +
                     ", ".join(solvers.highs_options(task).splitlines()))
    return lines


def facts(bench, begun, calibrations):
    """Machine, versions and date, for the report."""
    minutes = math.ceil((time.monotonic() - begun) / 60)
    now = datetime.datetime.now(datetime.timezone.utc)
    planner = ", ".join(text for text in (
        bench.planners[0].version, machine.sources(ROOT),
        machine.build_type(bench.shelf.banlie)) if text)
    return [
        ("date", f"{now:%Y-%m-%d %H:%M} UTC; the run took {minutes} min"),
        ("machine", machine.describe()),
        ("calibration", f"{calibrations[0]} s before, {calibrations[1]} s after "
         "(`bench/calibrate.c`)"),
        ("Banlie", planner),
        *((solver.name, solver.version) for solver in bench.rivals),
        ("runs", f"{bench.chosen.runs} of each, in turns"),
        ("limit", f"{bench.chosen.limit or LIMIT_S:g} s" +
         ("" if bench.chosen.limit else ", where a case has none of its own")),
    ]


def main():
    chosen = options()
    patterns = chosen.cases or (QUICK["cases"] if chosen.quick else [])
    if chosen.quick:
        chosen.limit = chosen.limit or QUICK["limit"]
    chosen.runs = chosen.runs or (QUICK["runs"] if chosen.quick else RUNS)
    cases = case_list.chosen(case_list.read(ROOT / "bench/cases.toml"), patterns)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        bench = Bench(chosen, work)
        before = calibration(work)
        for case in cases:
            bench.case(case)
        if not bench.measured:
            say("bench: there is nothing to measure")
            return 1
        run = {"gap": chosen.gap, "facts": facts(bench, begun, (before, calibration(work))),
               "commands": commands(bench), "left_out": merged(bench.left_out)}
    output = chosen.output or ROOT / ("build/bench" if patterns else "docs")
    report.write(output, bench.measured, run)
    say(f"bench: the report is {output / 'benchmarks.md'}, and benchmarks.csv beside it")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("bench: interrupted, nothing is written")
