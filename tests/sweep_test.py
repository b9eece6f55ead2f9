#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`banlie sweep` as a whole: the rows that come of points, and that neither workers nor kills change them.

usage: sweep_test.py BANLIE ROOT
"""
import fcntl
import json
import os
import pathlib
import random
import shlex
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from sweep.content import content, rows

BANLIE, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
RUNS = ROOT / "tests/sweep/runs"
TINY = ROOT / "scenarios/tiny"
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}
KILLS = 10


def run(*arguments, cwd=None):
    return subprocess.run([BANLIE, *map(str, arguments)], cwd=cwd, env=ENVIRONMENT, text=True,
                          capture_output=True, check=False)


class Sweep(unittest.TestCase):
    def setUp(self):
        self.here = tempfile.TemporaryDirectory()
        self.addCleanup(self.here.cleanup)
        self.work = pathlib.Path(self.here.name)

    def sweep(self, case, grid, name, *more, code=0):
        folder = self.work / name
        done = run("sweep", case, "--grid", grid, "-o", folder, *more)
        self.assertEqual(done.returncode, code, done.stderr)
        return folder, done

    def drawn(self):
        case = self.work / "drawn"
        if not case.exists():
            run("generate", case, "--lines", 1, "--weeks", 1, "--bookings", 16, "--seed", 3)
        return case

    # ---- rows ----

    def test_rows_of_a_case_worked_out_by_hand(self):
        folder, done = self.sweep(TINY, RUNS / "tiny.yaml", "s", "--gap", 0, code=5)
        self.assertIn("0 of 25 rows stand, 0 changed, 25 to do", done.stderr)
        self.assertIn("25 rows, 16 without a plan, 0 missing", done.stdout)
        expected = {("11", "4"): 21000, ("11", "2"): 21000, ("13", "4"): 35000, ("13", "2"): 30000}
        found = rows(folder)
        self.assertEqual([row["id"] for row in found], [f"{i:04}" for i in range(25)])
        self.assertEqual((found[0]["name"], float(found[0]["margin"])), ("base", 21000))
        for row in found[1:]:
            if row["due"] == "2026-11-01":
                self.assertEqual((row["status"], row["exit"]), ("case_error", "3"))
                self.assertRegex(row["reason"], r"tiny\.yaml:14:\d+: due is before ready$")
            elif row["A"] == "7":
                self.assertEqual((row["status"], row["exit"]), ("infeasible", "4"))
                self.assertIn("booking A", row["reason"])
            else:
                margin = expected[row["room"], row["B"]]
                self.assertEqual((row["status"], row["exit"]), ("optimal", "0"))
                self.assertAlmostEqual(float(row["margin"]), margin)
                self.assertAlmostEqual(float(row["margin_delta"]), margin - 21000)
        self.assertEqual(len(rows(folder, "scenarios.csv")), 25)

    def test_a_point_is_what_plan_makes_of_its_changes(self):
        case = self.drawn()
        folder, _ = self.sweep(case, RUNS / "drawn.yaml", "s", "--cold", code=5)
        planned = [row for row in rows(folder)[1:] if row["exit"] == "0"]
        self.assertGreater(len(planned), 5)
        for row in planned[::4]:
            plan = self.work / f"plan-{row['id']}"
            done = run("plan", case, "--scenario", folder / row["id"] / "changes.yaml", "-o", plan, "--quiet")
            self.assertEqual(done.returncode, 0, done.stderr)
            mine, other = content(folder / row["id"]), content(plan)
            for files in (mine, other):  # which say what the scenario is called
                summary = json.loads(files["summary.json"])
                summary.pop("scenario")
                files["summary.json"] = summary
                files.pop("changes.yaml")
            self.assertEqual(mine, other)
            verified = run("verify", case, folder / row["id"])
            self.assertEqual(verified.returncode, 0, verified.stdout)

    def test_named_scenarios_are_the_plans_of_those(self):
        folder = self.work / "s"
        named = RUNS / "scenarios.yaml"
        done = run("sweep", TINY, "--scenarios", f"{named},{named}#wide+{named}#fewer", "-o", folder, "--gap", 0,
                   "--cold")
        self.assertEqual(done.returncode, 5, done.stderr)
        found = rows(folder)
        self.assertEqual([row["name"] for row in found], ["base", "wide", "fewer", "heavy", "wide+fewer"])
        self.assertEqual([row["exit"] for row in found], ["0", "0", "0", "4", "0"])
        for row, scenarios in (found[1], ["wide"]), (found[4], ["wide", "fewer"]):
            plan = self.work / row["id"]
            options = [word for name in scenarios for word in ("--scenario", f"{named}#{name}")]
            run("plan", TINY, *options, "-o", plan, "--quiet", "--gap", 0)
            self.assertEqual(content(folder / row["id"]), content(plan))

    def test_a_base_with_scenarios(self):
        folder, _ = self.sweep(TINY, RUNS / "tiny.yaml", "s", "--gap", 0, "--scenario",
                               f"{RUNS / 'scenarios.yaml'}#wide", code=5)
        self.assertAlmostEqual(float(rows(folder)[0]["margin"]), 35000)

    def test_relaxations(self):
        folder, _ = self.sweep(TINY, RUNS / "tiny.yaml", "s", "--solve", "relax", code=5)
        base = rows(folder)[0]
        self.assertEqual((base["status"], float(base["objective"])), ("relaxed", 29000))

    def test_trains_held_to_those_of_the_base(self):
        folder, _ = self.sweep(TINY, RUNS / "tiny.yaml", "s", "--gap", 0, "--solve", "held", code=5)
        worth = {("11", "4"): (21000, 29000), ("11", "2"): (21000, 27000),  # with the relaxations
                 ("13", "4"): (35000, 43000), ("13", "2"): (30000, 36500)}
        planned = [row for row in rows(folder)[1:] if row["exit"] == "0"]
        self.assertEqual(len(planned), 8)
        for row in planned:
            margin, bound = worth[row["room"], row["B"]]
            self.assertAlmostEqual(float(row["objective"]), margin)
            self.assertAlmostEqual(float(row["bound"]), bound, places=2)
            verified = run("verify", TINY, folder / row["id"])
            self.assertEqual(verified.returncode, 0, verified.stdout)
        case = self.drawn()
        free, _ = self.sweep(case, RUNS / "drawn.yaml", "free", code=5)
        held, _ = self.sweep(case, RUNS / "drawn.yaml", "held", "--solve", "held", code=5)
        both = 0
        base = {row["train"] for row in rows(held / "base", "trains.csv")}
        for one, other in zip(rows(free), rows(held)):
            if other["exit"] == "0":
                both += 1
                self.assertLessEqual(float(other["objective"]), float(one["bound"]) + 1)
                self.assertLessEqual(float(one["objective"]), float(other["bound"]) + 1)
                if other["id"] != "0000":
                    trains = {row["train"] for row in rows(held / other["id"], "trains.csv")}
                    self.assertLessEqual(trains, base)
            elif one["exit"] == "0":
                self.assertEqual((other["status"], other["reason"]), ("no_plan", "the trains held break a rule"))
        self.assertGreater(both, 3)

    def test_what_is_kept(self):
        for keep, folders in ("plans", 9), ("all", 17), ("rows", 1):
            folder, _ = self.sweep(TINY, RUNS / "tiny.yaml", keep, "--keep", keep, code=5)
            kept = [path for path in folder.iterdir() if path.is_dir() and path.name not in ("rows", "log")]
            self.assertEqual(len(kept), folders, keep)
            self.assertTrue((folder / "base/summary.json").exists())
        self.assertTrue((self.work / "all/0001/conflict.json").exists())
        self.assertEqual(rows(self.work / "all"), rows(self.work / "rows"))

    # ---- the same bytes ----

    def test_workers_change_nothing(self):
        case = self.drawn()
        one, _ = self.sweep(case, RUNS / "drawn.yaml", "s", "--workers", 1, code=5)
        first = content(one)
        one.rename(self.work / "one")
        two, _ = self.sweep(case, RUNS / "drawn.yaml", "s", "--workers", 2, code=5)
        self.assertEqual(first, content(two))

    def test_kills_change_nothing(self):
        case = self.drawn()
        undisturbed, _ = self.sweep(case, RUNS / "drawn.yaml", "s", "--workers", 2, code=5)
        expected = content(undisturbed)
        undisturbed.rename(self.work / "undisturbed")
        command = [BANLIE, "sweep", case, "--grid", RUNS / "drawn.yaml", "-o", self.work / "s", "--workers", "2"]
        moments = random.Random(1)
        for _ in range(KILLS):
            with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL, start_new_session=True) as running:
                time.sleep(moments.uniform(0.02, 0.8))
                os.killpg(running.pid, signal.SIGKILL)
        disturbed, _ = self.sweep(case, RUNS / "drawn.yaml", "s", "--workers", 2, code=5)
        self.assertEqual(expected, content(disturbed))

    def test_an_interrupt_leaves_what_is_done(self):
        command = [BANLIE, "sweep", self.drawn(), "--grid", RUNS / "drawn.yaml", "-o", self.work / "s"]
        with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as running:
            while not (self.work / "s/rows/0002.json").exists():
                time.sleep(0.01)
            running.send_signal(signal.SIGINT)
            self.assertEqual(running.wait(), 130)
        done = len(rows(self.work / "s"))
        self.assertTrue(2 <= done < 25, done)  # with two at a time 0001 may be under way yet
        _, rest = self.sweep(self.drawn(), RUNS / "drawn.yaml", "s", code=5)
        self.assertIn(f"{done} of 25 rows stand, 0 changed, {25 - done} to do", rest.stderr)

    def test_what_stands_is_not_done_again(self):
        edited = self.work / "edited.yaml"
        edited.write_text((RUNS / "tiny.yaml").read_text("utf-8"), "utf-8")
        self.sweep(TINY, edited, "s", code=5)
        _, again = self.sweep(TINY, edited, "s", code=5)
        self.assertIn("25 of 25 rows stand, 0 changed, 0 to do", again.stderr)
        edited.write_text(edited.read_text("utf-8").replace("2026-12-17", "2026-12-18"), "utf-8")
        _, changed = self.sweep(TINY, edited, "s", code=5)
        self.assertIn("17 of 25 rows stand, 8 changed, 0 to do", changed.stderr)
        _, flags = self.sweep(TINY, edited, "s", "--gap", 0.1, code=5)
        self.assertIn("0 of 25 rows stand, 25 changed, 0 to do", flags.stderr)

    def test_tasks_elsewhere_come_to_the_same(self):
        folder, _ = self.sweep(TINY, RUNS / "tiny.yaml", "s", code=5)
        expected = content(folder)
        folder.rename(self.work / "here")
        _, listed = self.sweep(TINY, RUNS / "tiny.yaml", "s", "--engine", "list", "--tasks", 3, code=6)
        commands = listed.stdout.splitlines()
        self.assertEqual(len(commands), 3)
        for command in commands[:2] + commands[:1]:
            done = subprocess.run(shlex.split(command), cwd="/", env=ENVIRONMENT, check=False)
            self.assertEqual(done.returncode, 0)
        _, rest = self.sweep(TINY, RUNS / "tiny.yaml", "s", code=5)
        self.assertIn("17 of 25 rows stand, 0 changed, 8 to do", rest.stderr)
        self.assertEqual(expected, content(folder))
        self.assertEqual(run("sweep-task", folder, 3).returncode, 2)

    # ---- what goes wrong ----

    def test_a_process_that_dies_costs_its_row(self):
        folder, _ = self.sweep(TINY, RUNS / "tiny.yaml", "s", code=5)
        (folder / "rows/0002.json").unlink()
        (folder / "0004").rename(folder / "kept")
        (folder / "0004").write_text("in the way\n", "utf-8")
        (folder / "rows/0004.json").unlink()
        self.sweep(TINY, RUNS / "tiny.yaml", "s", code=5)
        found = rows(folder)
        self.assertEqual((found[4]["status"], found[4]["exit"], found[4]["reason"]), ("crashed", "1", "exit 1"))
        (folder / "0004").unlink()
        self.sweep(TINY, RUNS / "tiny.yaml", "s", "--retry", code=5)
        self.assertEqual(rows(folder)[4]["exit"], "0")

    def test_a_second_sweep_is_kept_out(self):
        folder = self.work / "s"
        folder.mkdir()
        with open(folder / "lock", "w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            done = run("sweep", TINY, "--grid", RUNS / "tiny.yaml", "-o", folder)
        self.assertEqual(done.returncode, 2)
        self.assertIn("another sweep is at work", done.stderr)

    def test_errors_before_anything_is_solved(self):
        broken = self.work / "broken.yaml"
        broken.write_text((RUNS / "tiny.yaml").read_text("utf-8").replace('"2026-12-17"', '"2026-11-02"'), "utf-8")
        _, done = self.sweep(TINY, broken, "s", code=3)
        self.assertIn("due is before ready", done.stderr)
        self.assertFalse((self.work / "s").exists())
        unknown = self.work / "unknown.yaml"
        unknown.write_text("banlie-sweep: 1\nscenarios: [nowhere]\n", "utf-8")
        self.sweep(TINY, unknown, "s", code=3)
        self.sweep(TINY, self.work / "absent.yaml", "s", code=9)
        self.sweep(self.work / "absent", RUNS / "tiny.yaml", "s", code=9)
        plan = self.work / "plan"
        run("plan", TINY, "-o", plan, "--quiet")
        before = content(plan)
        self.sweep(TINY, RUNS / "tiny.yaml", "plan", code=9)
        self.assertEqual(before, content(plan))

    def test_wrong_usage(self):
        grid = ["--grid", RUNS / "tiny.yaml"]
        for words in ([], [*grid, "--scenarios", "a"], ["--scenarios", "a,,b"], ["--scenarios", "nowhere"],
                      [*grid, "--workers", "0"], [*grid, "--tasks", "0"], [*grid, "--solve", "guess"],
                      [*grid, "--engine", "steam"], [*grid, "--keep", "some"], [*grid, "--gap", "2"],
                      [*grid, "--time-limit", "soon"], [*grid, "-o", ""], [*grid, "--scenario", "nowhere"]):
            done = run("sweep", TINY, *words, cwd=self.work)
            self.assertEqual(done.returncode, 2, words)
            self.assertTrue(done.stderr)
        self.assertEqual(list(self.work.iterdir()), [])
        self.assertEqual(run("sweep", "--help").returncode, 0)

    def test_it_speaks_chinese(self):
        done = run("sweep", TINY, "--grid", RUNS / "tiny.yaml", "-o", self.work / "s", "--lang", "zh")
        self.assertIn("25 行，16 行无方案", done.stdout)
        self.assertIn("0 / 25 行有效", done.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
